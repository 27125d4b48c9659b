"""Reads from stdin a line of JSON for each file, its path and perhaps its text, and writes a line: body or error."""

import json
import sys
from pathlib import Path

import nbformat
from nbconvert.exporters import HTMLExporter
from traitlets.config import Config

from mml_export.cells import Refusal, other_kernel


def _place_of(error):
    """Where a notebook is not as its format has it: `cell 2, metadata, tags: `."""
    steps = [str(step) for step in getattr(error, "relative_path", [])]
    if len(steps) > 1 and steps[0] == "cells":
        steps[:2] = [f"cell {int(steps[1]) + 1}"]
    return f"{', '.join(steps)}: " if steps else ""


def read_notebook(path):
    """A notebook of any format, as one of format 4 that is valid."""
    remedy = "open it in JupyterLab and save it, or take an earlier version"
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:  # no UTF-8, or no JSON
        raise Refusal(f"it is no notebook, for it is not read as JSON ({error}): {remedy}") from error
    if not isinstance(content, dict) or not {"cells", "worksheets"} & content.keys():
        raise Refusal(f"it is no notebook, for it has no list of cells: {remedy}")
    try:
        notebook = nbformat.reads(json.dumps(content), as_version=4)
        nbformat.validate(notebook)
    except nbformat.ValidationError as error:
        said = getattr(error, "message", str(error))
        raise Refusal(f"it is no valid notebook: {_place_of(error)}{said}: {remedy}") from error
    return notebook


def read(path, text=None):
    """A notebook, or a Markdown file, or its text, as a notebook of one cell."""
    if path.suffix == ".ipynb":
        notebook = read_notebook(path)
        if kernel := other_kernel(notebook):
            raise Refusal(
                f"its kernel is {kernel}, and the course's pages are of notebooks in TypeScript (tslab): "
                "choose that kernel in JupyterLab, or keep the notebook elsewhere"
            )
        return notebook
    cell = nbformat.v4.new_markdown_cell(text or path.read_text(encoding="utf-8"))
    return nbformat.v4.new_notebook(cells=[cell])


def main():
    """Answers until there are no more paths."""
    here = Path(__file__).resolve().parent
    filters = json.loads((here / "filters.json").read_text())
    templates = str(here.parent.parent / "templates")
    config = Config({"TemplateExporter": {"extra_template_basedirs": [templates]}})
    exporter = HTMLExporter(
        config=config, template_name="mml", template_file="body.html.j2", filters=filters
    )
    for line in sys.stdin:
        file = json.loads(line)
        path, text = Path(file["path"]), file.get("text")
        resources = {
            "site": True,
            "made": text is not None,
            "name_cells": path.suffix == ".ipynb",
            "metadata": {"name": path.stem, "path": str(path.parent)},
        }
        try:
            body, _ = exporter.from_notebook_node(read(path, text), resources)
            answer = {"body": body}
        except Refusal as refusal:
            answer = {"error": str(refusal)}
        except Exception as error:  # any fault of one file is told, and the next is read
            answer = {"error": f"nbconvert cannot read it: {type(error).__name__}: {error}"}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
