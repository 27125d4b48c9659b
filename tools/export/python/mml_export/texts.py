"""The texts of a notebook as HTML, read in order, for they share anchors and the numbers of equations."""

import re
from html import escape
from pathlib import Path

from jinja2 import pass_context

from mml_export import markdown
from mml_export.clean import clean
from mml_export.equations import Equations
from mml_export.images import placer

ID = re.compile(r"""<\w[^<>]*\s(?:id|name)\s*=\s*["']?([^"'\s>]+)""")


def chapter_of(resources):
    """The number that the notebook's name or its folder's begins with, or none."""
    metadata = resources.get("metadata", {})
    folder = Path(metadata.get("path") or ".").resolve().name
    names = (metadata.get("name") or "", folder)
    found = next((m for m in (re.match(r"(\d+)-", name) for name in names) if m), None)
    return int(found[1]) if found else None


class Texts:
    """What the texts of one page share, and how each becomes HTML."""

    def __init__(self, nb, resources):
        sources = [cell.source for cell in nb.cells if cell.cell_type == "markdown"]
        self.anchors = markdown.Anchors(id for source in sources for id in ID.findall(source))
        self.equations = Equations(chapter_of(resources), self.anchors)
        self.read = None
        self.results = Equations(None, self.anchors, numbered=False)
        # a site copies its images
        metadata = resources.get("metadata", {})
        self.folder = None if resources.get("site") else metadata.get("path") or "."
        self.own = resources.get("made", False)

    def html(self, source, attachments, equations):
        """Markdown as HTML that is safe, its references to equations still without words."""
        markup = markdown.to_html(source, self.anchors, equations)
        return self.clean(markup, attachments)

    def clean(self, markup, attachments=None):
        return clean(markup, placer(attachments or {}, self.folder), self.own)


def _shared(context):
    resources = context["resources"]
    if "mml_texts" not in resources:
        resources["mml_texts"] = Texts(context["nb"], resources)
    return resources["mml_texts"]


@pass_context
def number_of(context, cell):
    """The place of a cell in its notebook, from 1."""
    return next(i for i, one in enumerate(context["nb"].cells, 1) if one is cell)


@pass_context
def text_of(context, cell):
    """A Markdown cell as HTML. With the first of them all are read, for references lead forward too."""
    shared = _shared(context)
    if shared.read is None:
        shared.read = [
            shared.html(one.source, one.get("attachments"), shared.equations)
            if one.cell_type == "markdown"
            else ""
            for one in context["nb"].cells
        ]
    return shared.equations.resolve(shared.read[number_of(context, cell) - 1])


@pass_context
def markdown_output(context, source):
    """A text/markdown output as HTML."""
    shared = _shared(context)
    return shared.equations.resolve(shared.html(source, None, shared.results))


@pass_context
def raw_of(context, cell):
    """A raw cell as what its format says; without a format as text, and nothing of what is for other than pages."""
    written = cell.metadata.get("format") or cell.metadata.get("raw_mimetype") or "text/plain"
    if written == "text/plain":
        return f'<pre class="text">{escape(cell.source)}</pre>' if cell.source.strip() else ""
    readers = {"text/html": html_output, "text/markdown": markdown_output}
    reader = readers.get(written)
    return f'<div class="prose">{reader(context, cell.source)}</div>' if reader else ""


@pass_context
def latex_output(context, source):
    """A text/latex output as HTML."""
    shared = _shared(context)
    return shared.equations.resolve(markdown.latex(source, shared.results))


@pass_context
def html_output(context, markup):
    """A text/html output as HTML that is safe."""
    return _shared(context).clean(markup)
