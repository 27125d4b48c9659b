"""Markdown and LaTeX as HTML, formulas as elements of their own, headings that can be linked to."""

import html
import re

from bs4 import BeautifulSoup
from mistune.plugins import import_plugin
from nbconvert.filters.markdown_mistune import (
    IPythonRenderer,
    MarkdownWithMath,
    MathBlockParser,
    MathInlineParser,
)

from mml_export.equations import math_html, reference_html
from mml_export.tables import tables

DELIMITED = re.compile(
    r"\$\$(?P<a>.+?)\$\$|\\\[(?P<b>.+?)\\\]"
    r"|(?P<c>\\begin\{(?P<env>[a-z]+\*?)\}.*?\\end\{(?P=env)\})"
    r"|\$(?P<d>.+?)\$|\\\((?P<e>.+?)\\\)",
    re.DOTALL,
)


def slug(text):
    """The anchor of a heading, as GitHub makes it: lower case, words joined by hyphens."""
    words = re.sub(r"[^\w\- ]", "", text.strip().lower())
    return re.sub(r"[\s-]+", "-", words).strip("-") or "section"


class Anchors:
    """Anchors of a page; one that is taken gets a number, as on GitHub: exercise, exercise-1."""

    def __init__(self, taken=()):
        self.taken = dict.fromkeys(taken, 0)

    def take(self, wanted):
        place = wanted
        while place in self.taken:
            self.taken[wanted] += 1
            place = f"{wanted}-{self.taken[wanted]}"
        self.taken[place] = 0
        return place


class Blocks(MathBlockParser):
    """Blocks of Markdown, in which dollars within code begin no formula."""

    def parse_multiline_math(self, m, state):
        line = state.src.rfind("\n", 0, m.start()) + 1
        if state.src.count("`", line, m.start()) % 2 == 1:
            return None
        return super().parse_multiline_math(m, state)


class Lines(MathInlineParser):
    r"""What stands in a line of Markdown, with references to equations, and dollars within \text."""

    SPECIFICATION = {
        **MathInlineParser.SPECIFICATION,
        "inline_math_tex": r"(?<![$\\])\$(?!\$)(?P<math_inline_tex>(?s:"
        r"\\(?:text\w*|[mh]box)\s*\{[^{}]*\}|\\.|[^\\$])+?)\$(?!\$)",
        "reference": r"\\(?P<reference_kind>eq)?ref\s*\{(?P<reference_label>[^{}]*)\}",
    }
    DEFAULT_RULES = ("reference", *MathInlineParser.DEFAULT_RULES)

    def parse_reference(self, m, state):
        raw = reference_html(m["reference_kind"], m["reference_label"])
        state.append_token({"type": "inline_html", "raw": raw})
        return m.end()


class Renderer(IPythonRenderer):
    """nbconvert's Markdown, with formulas as elements and headings that can be linked to."""

    def __init__(self, anchors, equations):
        super().__init__(escape=False)
        self.anchors = anchors
        self.equations = equations

    def block_math(self, body):
        return self.equations.display(body)

    def inline_math(self, body):
        return self.equations.inline(body)

    def latex_environment(self, name, body):
        return self.equations.display(f"\\begin{{{name}}}{body}\\end{{{name}}}")

    def block_mermaidjs(self, code):
        return f"<pre>{html.escape(code)}</pre>"

    def heading(self, text, level, **attrs):
        anchor = self.anchors.take(slug(BeautifulSoup(text, "html.parser").get_text()))
        link = f'<a class="anchor" href="#{anchor}" aria-label="Link to this section">#</a>'
        return f'<h{level} id="{anchor}">{text} {link}</h{level}>\n'

    def _embed_image_or_attachment(self, src):
        return src  # images of Markdown and of HTML are placed together, when all is HTML

    def task_list_item(self, text, checked=False):
        box = "☑ " if checked else "☐ "
        text = text.replace("<p>", f"<p>{box}", 1) if text.startswith("<p>") else box + text
        return f"<li>{text}</li>\n"

    def block_html(self, markup):
        return math_in_html(markup, self.equations)


PLUGINS = ("strikethrough", "url", "task_lists", "def_list")


def to_html(source, anchors, equations):
    """Markdown as HTML, whatever its writer put into it."""
    plugins = [tables, *map(import_plugin, PLUGINS)]
    renderer = Renderer(anchors, equations)
    return MarkdownWithMath(renderer, Blocks(), Lines(hard_wrap=False), plugins).render(source)


NO_TEXT = re.compile(
    r"(<!--.*?-->|<(?P<tag>script|style|pre|code|textarea)\b.*?</(?P=tag)\s*>"
    r"""|</?[a-z][\w:-]*(?:[\s/](?:[^<>"']|"[^"]*"|'[^']*')*)?>)""",
    re.DOTALL | re.IGNORECASE,
)


def math_in_html(markup, equations):
    """HTML that stands in Markdown, with the formulas between its tags as elements."""
    parts, end = [], 0
    for tag in [*NO_TEXT.finditer(markup), None]:
        text = markup[end : tag.start() if tag else len(markup)]
        parts.append(DELIMITED.sub(lambda found: _formula(found, equations, html.unescape), text))
        if tag:
            parts.append(tag[0])
            end = tag.end()
    return "".join(parts)


def _formula(found, equations, read=lambda tex: tex):
    display = next((found[k] for k in "abc" if found[k]), None)
    if display:
        return equations.display(read(display))
    return equations.inline(read(found["d"] or found["e"]))


def latex(source, equations):
    """LaTeX between delimiters as HTML. What stands outside of them is text."""
    parts, end = [], 0
    for found in DELIMITED.finditer(source):
        parts.append(html.escape(source[end : found.start()], quote=False))
        parts.append(_formula(found, equations))
        end = found.end()
    parts.append(html.escape(source[end:], quote=False))
    return "".join(parts)
