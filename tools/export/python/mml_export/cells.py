"""What a cell holds beside Markdown and figures: what to fold, plain text, and its language."""

import re
from html import escape

from jinja2 import pass_context
from nbconvert.filters import ansi2html

from mml_export.clean import notice
from mml_export.terminal import as_shown


class Refusal(Exception):
    """What is wrong with a notebook, in words for its writer."""


def _named(cell, number):
    """A cell by its number and its first words."""
    line = next((line.strip() for line in cell.source.split("\n") if line.strip()), "")
    words = line if len(line) <= 40 else f"{line[:39].rstrip()}…"
    return f"cell {number} “{words}”" if words else f"cell {number}"


@pass_context
def place_of(context, cell, number):
    """An attribute by which the export of a site tells in which cell something is wrong."""
    if not context["resources"].get("name_cells"):
        return ""
    return f' data-cell="{escape(_named(cell, number))}"'


def solution_parts(cell, number):
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
        raise Refusal(
            f"{_named(cell, number)}: a solution begins but does not end: "
            "add a line // END SOLUTION after it"
        )
    parts.append((inside, current))
    return [
        {"solution": folded, "source": "\n".join(lines).strip("\n")}
        for folded, lines in parts
        if "".join(lines).strip()
    ]


def has_solution(cell, number):
    """Whether anything of a cell is a solution."""
    return any(part["solution"] for part in solution_parts(cell, number)) or (
        cell.cell_type == "markdown" and cell.metadata.get("nbgrader", {}).get("solution", False)
    )


FOLDED = {"figure": "Code of the figure", "check": "How it is checked", "setup": "Set-up"}


def folded_under(cell):
    """The words under which the page folds the source of a cell that only draws, checks or prepares."""
    return next((FOLDED[tag] for tag in cell.metadata.get("tags", []) if tag in FOLDED), "")


FORMULA = "application/vnd.course.formula+json"


def formulas(cell):
    """What a cell states by `formula`, each with how it was held."""
    return [o.data[FORMULA] for o in cell.get("outputs", []) if FORMULA in o.get("data", {})]


def plain_text(text):
    """Text of a stream or a text/plain output, terminal colours kept, lines of `check` marked."""
    lines = ansi2html(as_shown(text)).rstrip("\n").split("\n")
    return "\n".join(
        f'<span class="check">{line}</span>' if line.startswith("✓") else line for line in lines
    )


def not_shown(output):
    """What is said in the place of an output of which no kind can be shown; nothing of one that is empty."""
    kinds = ", ".join(output.data)
    remedy = "show it as text, HTML, Markdown, a figure or an image as well"
    return notice(f"An output of {kinds} is not shown here: {remedy}.") if kinds else ""


def other_kernel(nb):
    """What a notebook's kernel is called if it is not the course's, or none."""
    kernel = nb.metadata.get("kernelspec", {})
    name = kernel.get("name") or nb.metadata.get("language_info", {}).get("name")
    if name in (None, "", "tslab", "typescript"):
        return None
    shown = kernel.get("display_name") or name
    return name if shown == name else f"{shown} ({name})"


def language_of(nb):
    """The name Pygments knows the notebook's language by."""
    info = nb.metadata.get("language_info", {})
    kernel = nb.metadata.get("kernelspec", {})
    return info.get("pygments_lexer") or info.get("name") or kernel.get("language") or "typescript"


def title_of(nb):
    """The first heading of the notebook, or what its metadata call it."""
    texts = (cell.source for cell in nb.cells if cell.cell_type == "markdown")
    found = next((m for m in (re.search(r"^# +(.+)", text, re.M) for text in texts) if m), None)
    return found[1].strip() if found else nb.metadata.get("title")
