"""Reads from stdin a line of JSON for each file, its path and perhaps its text, and writes a line: body or error."""

import json
import sys
from pathlib import Path

import nbformat
from nbconvert.exporters import HTMLExporter
from traitlets.config import Config


def read(path, text=None):
    """A notebook, or a Markdown file, or its text, as a notebook of one cell."""
    if path.suffix == ".ipynb":
        return nbformat.read(path, as_version=4)
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
        try:
            notebook = read(Path(file["path"]), file.get("text"))
            body, _ = exporter.from_notebook_node(notebook, {"site": True})
            answer = {"body": body}
        except Exception as error:  # any fault of one file is told, and the next is read
            answer = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
