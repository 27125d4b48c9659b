"""Markdown and LaTeX as HTML, formulas as elements of their own, headings that can be linked to."""

import html
import re

from bs4 import BeautifulSoup
from jinja2 import pass_context
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath


def math_html(tex, display):
    """A formula as an element that holds its LaTeX, for KaTeX to typeset."""
    kind = "display" if display else "inline"
    return f'<span class="math {kind}">{html.escape(tex.strip(), quote=False)}</span>'


def slug(text):
    """The anchor of a heading, as GitHub makes it: lower case, words joined by hyphens."""
    words = re.sub(r"[^\w\- ]", "", text.strip().lower())
    return re.sub(r"[\s-]+", "-", words).strip("-")


class Renderer(IPythonRenderer):
    """nbconvert's Markdown, with formulas as elements and headings that can be linked to."""

    def block_math(self, body):
        return math_html(body, True)

    def inline_math(self, body):
        return math_html(body, False)

    def latex_environment(self, name, body):
        return math_html(f"\\begin{{{name}}}{body}\\end{{{name}}}", True)

    def block_mermaidjs(self, code):
        return f"<pre>{html.escape(code)}</pre>"

    def heading(self, text, level, **attrs):
        anchor = slug(BeautifulSoup(text, "html.parser").get_text())
        link = f'<a class="anchor" href="#{anchor}" aria-label="Link to this section">#</a>'
        return f'<h{level} id="{anchor}">{text} {link}</h{level}>\n'


@pass_context
def markdown(context, cell):
    """A Markdown cell as HTML. Images are embedded unless the page is one of a site, which copies them."""
    resources = context.get("resources", {})
    renderer = Renderer(
        escape=False,
        attachments=cell.get("attachments", {}),
        embed_images=not resources.get("site", False),
        path=resources.get("metadata", {}).get("path", ""),
    )
    return MarkdownWithMath(renderer=renderer).render(cell["source"])


@pass_context
def markdown_text(context, text):
    """A text/markdown output as HTML."""
    return markdown(context, {"source": text})


DELIMITED = re.compile(
    r"\$\$(?P<a>.+?)\$\$|\\\[(?P<b>.+?)\\\]"
    r"|(?P<c>\\begin\{(?P<env>[a-z]+\*?)\}.*?\\end\{(?P=env)\})"
    r"|\$(?P<d>.+?)\$|\\\((?P<e>.+?)\\\)",
    re.DOTALL,
)


def latex(source):
    """A text/latex output as HTML. What stands outside of delimiters is text."""
    parts, end = [], 0
    for found in DELIMITED.finditer(source):
        parts.append(html.escape(source[end : found.start()], quote=False))
        display = next((found[k] for k in "abc" if found[k]), None)
        parts.append(math_html(display or found["d"] or found["e"], display is not None))
        end = found.end()
    parts.append(html.escape(source[end:], quote=False))
    return "".join(parts)
