"""Reads from stdin a line of JSON for each file, its path and perhaps its text, and writes a line: body or error."""

import json
import sys
from pathlib import Path

import nbformat
from nbconvert.exporters import HTMLExporter
from traitlets.config import Config

from mml_export.cells import Refusal, other_kernel


def read(path, text=None):
    """A notebook, or a Markdown file, or its text, as a notebook of one cell."""
    if path.suffix == ".ipynb":
        notebook = nbformat.read(path, as_version=4)
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
