"""Reads paths from stdin, one a line, and writes one line of JSON for each: its body or its error."""

import json
import sys
from pathlib import Path

import nbformat
from nbconvert.exporters import HTMLExporter
from traitlets.config import Config


def read(path):
    """A notebook, or a Markdown file as a notebook of one cell."""
    if path.suffix == ".ipynb":
        return nbformat.read(path, as_version=4)
    cell = nbformat.v4.new_markdown_cell(path.read_text(encoding="utf-8"))
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
        path = Path(line.rstrip("\n"))
        try:
            body, _ = exporter.from_notebook_node(read(path), {"site": True})
            answer = {"body": body}
        except Exception as error:  # any fault of one file is told, and the next is read
            answer = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
