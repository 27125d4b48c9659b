"""What the "mml" template needs of Python: Markdown with marked-up maths, figures, folded solutions.

Used twice: by `python -m mml_export`, which turns notebooks and Markdown files into the bodies of
pages for the site, and by JupyterLab's File → Export → HTML, whose configuration names the filters.
"""

import html
import json
import re
import sys
from functools import cache
from pathlib import Path

import nbformat
from bs4 import BeautifulSoup
from jinja2 import pass_context
from nbconvert.exporters import HTMLExporter
from nbconvert.filters import ansi2html
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from traitlets.config import Config

PLOTLY = "application/vnd.plotly.v1+json"

# Plotly comes in builds of different reach. A page loads the least that draws its figures, and none of
# these evaluates text as code, which the pages' security policy would refuse. "strict" draws everything.
BUILDS = {
    "cartesian": "bar box contour heatmap histogram histogram2d histogram2dcontour image pie scatter"
    " scatterternary violin",
    "gl3d": "cone isosurface mesh3d scatter scatter3d streamtube surface volume",
}
WHOLE_BUILD = "strict"


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


def solution_parts(cell):
    """The source of a cell in pieces, each with whether it is a solution and so is to be folded."""
    parts, current, inside = [], [], False
    for line in cell.source.split("\n"):
        marker = re.fullmatch(r"\s*//\s*(BEGIN|END) SOLUTION\s*", line)
        if marker and (marker[1] == "BEGIN") != inside:
            parts.append((inside, current))
            current, inside = [], not inside
        else:
            current.append(line)
    if inside:
        raise ValueError(f"a solution begins but does not end: {cell.source.split(chr(10))[0]}")
    parts.append((inside, current))
    return [
        {"solution": folded, "source": "\n".join(lines).strip("\n")}
        for folded, lines in parts
        if "".join(lines).strip()
    ]


def has_solution(cell):
    """Whether anything of a cell is a solution."""
    return any(part["solution"] for part in solution_parts(cell)) or (
        cell.cell_type == "markdown" and cell.metadata.get("nbgrader", {}).get("solution", False)
    )


def alternative(output):
    """What a picture shows, in words: from the output's metadata, the figure itself, or the plain text."""
    layout = output["data"].get(PLOTLY, {}).get("layout", {})
    told = output.get("metadata", {}).get("alt") or (layout.get("meta") or {}).get("alt")
    return told or re.sub(r"^\[Figure\]\s*", "", output["data"].get("text/plain", ""))


def build_for(spec):
    """The least build of Plotly that draws a figure."""
    types = {trace.get("type", "scatter") for trace in spec.get("data", [])}
    return next((b for b, drawn in BUILDS.items() if types <= set(drawn.split())), WHOLE_BUILD)


def figure(output):
    """A Plotly output: its JSON fit for a script element, its description, and what it is drawn with."""
    spec = output["data"][PLOTLY]
    return {
        "json": json.dumps(spec, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/"),
        "alt": alternative(output),
        "height": spec.get("layout", {}).get("height") or 450,
        "build": build_for(spec),
    }


def plain_text(text):
    """Text of a stream or a text/plain output, terminal colours kept, lines of `check` marked."""
    lines = ansi2html(text).rstrip("\n").split("\n")
    return "\n".join(
        f'<span class="check">{line}</span>' if line.startswith("✓") else line for line in lines
    )


def language_of(nb):
    """The name Pygments knows the notebook's language by."""
    info = nb.metadata.get("language_info", {})
    kernel = nb.metadata.get("kernelspec", {})
    return info.get("pygments_lexer") or info.get("name") or kernel.get("language") or "typescript"


def builds_of(nb):
    """Every build of Plotly that the notebook's figures need."""
    outputs = (o for cell in nb.cells for o in cell.get("outputs", []))
    return sorted({build_for(o["data"][PLOTLY]) for o in outputs if PLOTLY in o.get("data", {})})


@cache
def static(name):
    """A script or style sheet that tools/export/install.ts put beside the installed template."""
    folder = Path(sys.prefix) / "share" / "jupyter" / "nbconvert" / "templates" / "mml" / "static"
    return (folder / name).read_text(encoding="utf-8")


def script_sources(names):
    """The sources of a security policy that lets just these scripts run, by their hashes."""
    return " ".join(static(f"{name}.hash") for name in names)


FILTERS = {
    "mml_markdown": markdown,
    "mml_markdown_text": markdown_text,
    "mml_latex": latex,
    "mml_solution_parts": solution_parts,
    "mml_has_solution": has_solution,
    "mml_alt": alternative,
    "mml_figure": figure,
    "mml_builds": builds_of,
    "mml_static": static,
    "mml_script_sources": script_sources,
    "mml_plain_text": plain_text,
    "mml_language": language_of,
}


def read(path):
    """A notebook, or a Markdown file as a notebook of one cell."""
    if path.suffix == ".ipynb":
        return nbformat.read(path, as_version=4)
    cell = nbformat.v4.new_markdown_cell(path.read_text(encoding="utf-8"))
    return nbformat.v4.new_notebook(cells=[cell])


def main():
    """Reads paths from stdin, one a line, and writes one line of JSON for each: its body or its error."""
    templates = str(Path(__file__).resolve().parent.parent / "templates")
    config = Config({"TemplateExporter": {"extra_template_basedirs": [templates]}})
    exporter = HTMLExporter(
        config=config, template_name="mml", template_file="body.html.j2", filters=FILTERS
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
