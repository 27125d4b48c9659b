r"""Equations of a page: each displayed one in the text has a number and a place, \label names it, \eqref leads there.

A block has one number; where two rows or more carry a \label or a \tag, each of those has its own.
Blocks with a star or \notag have none, as in LaTeX.
"""

import html
import re
from dataclasses import dataclass, field

from mml_export.clean import notice
from mml_export.tex import only_defines, rows_of, translate

ENVIRONMENT = re.compile(
    r"\\begin\{(equation|align|gather|eqnarray|multline|flalign|alignat)(\*?)\}(.*)\\end\{\1\2\}",
    re.DOTALL,
)
LABEL = re.compile(r"\\label\s*\{([^{}]*)\}")
TAG = re.compile(r"\\tag(\*?)\s*\{((?:[^{}]|\{[^{}]*\})*)\}")
SILENT = re.compile(r"\\(?:notag|nonumber)(?![a-zA-Z])")
REFERENCE = re.compile(r"\\(eq)?ref\s*\{([^{}]*)\}")
MATHS = re.compile(r'<span class="math \w+">[^<]*</span>')
PLACEHOLDER = re.compile(r'<a class="ref" href="#mml-(eq)?ref-([^"]*)"></a>')


def math_html(tex, display):
    """A formula as an element that holds its LaTeX, for KaTeX to typeset."""
    kind = "display" if display else "inline"
    return f'<span class="math {kind}">{html.escape(tex.strip(), quote=False)}</span>'


def reference_html(kind, label):
    """A reference to an equation, which gets its words when the whole page has been read."""
    return f'<a class="ref" href="#mml-{kind or ""}ref-{html.escape(label.strip())}"></a>'


def _without_second_mark(row):
    """A row of an eqnarray, whose relation stands between two marks, as one of align, where one is enough."""
    marks = [found.start() for found in re.finditer(r"(?<!\\)&", row)]
    return row[: marks[1]] + row[marks[1] + 1 :] if len(marks) > 1 else row


@dataclass
class Row:
    """A row of a displayed formula without what is said of its number, and what ends it."""

    tex: str
    end: str = ""
    labels: list = field(default_factory=list)
    tag: str | None = None
    silent: bool = False

    @classmethod
    def of(cls, tex, end=""):
        tag = TAG.search(tex)
        bare = SILENT.sub("", TAG.sub("", LABEL.sub("", tex)))
        return cls(bare, end, LABEL.findall(tex), tag and tag[2], bool(SILENT.search(tex)))


class Equations:
    """The equations of one page in the order in which they stand; those of outputs are not numbered."""

    def __init__(self, chapter, anchors, numbered=True):
        self.numbered = numbered
        self.chapter = chapter
        self.anchors = anchors
        self.count = 0
        self.named = {}  # label → its place and its number

    def _number(self, row):
        if row.tag is not None:
            return row.tag.strip()
        self.count += 1
        return f"{self.chapter}.{self.count}" if self.chapter else str(self.count)

    def _places(self, labels, number):
        """Anchors of an equation, one a label, and a notice of each label that another equation has."""
        places, notices = [], []
        for label in labels:
            if label in self.named:
                words = f"The label {label} stands twice on the page: give one equation another name."
                notices.append(notice(words))
                continue
            words = re.sub(r"[^\w.-]+", "-", re.sub(r"^eqn?[:._-]", "", label.strip()))
            places.append(self.anchors.take(f"eq-{words}"))
            self.named[label] = (places[-1], number)
        return places or [self.anchors.take(f"eq-{self.count}")], "".join(notices)

    def inline(self, tex):
        """A formula in a line; one that is a reference alone is a link."""
        alone = REFERENCE.fullmatch(tex.strip())
        return reference_html(*alone.groups()) if alone else math_html(translate(tex), False)

    def display(self, tex):
        """A displayed formula with its number."""
        tex = translate(tex.strip())
        if only_defines(tex):
            return math_html(tex, False)
        found = ENVIRONMENT.fullmatch(tex)
        name, star, body = found.groups() if found else ("equation", "", tex)
        if name == "equation":
            return self._block([Row.of(body)], star, "")
        rows = [Row.of(*row) for row in rows_of(body)]
        if name == "eqnarray":
            name = "align"
            for row in rows:
                row.tex = _without_second_mark(row.tex)
        told = sum(bool(row.labels) or row.tag is not None for row in rows)
        if told > 1 and self.numbered:
            return self._by_rows(rows, name)
        return self._block(rows, star, name)

    def _block(self, rows, star, name):
        """An equation with one number for all its rows, or none."""
        labels = [label for row in rows for label in row.labels]
        tag = next((row.tag for row in rows if row.tag is not None), None)
        tex = "".join(row.tex + row.end for row in rows)
        if name:  # with a star, for KaTeX would number it once more
            tex = rf"\begin{{{name}*}}{tex}\end{{{name}*}}"
        silent = not labels and tag is None and (star or all(row.silent for row in rows))
        if silent or not self.numbered:
            return math_html(tex, True)
        number = self._number(Row(tex, tag=tag))
        places, notices = self._places(labels, number)
        shown = _number_html(number)
        link = f'<a class="number" href="#{places[0]}" tabindex="-1">({shown})</a>'
        return notices + _equation(places, math_html(tex, True) + link)

    def _by_rows(self, rows, name):
        """An equation of which some rows have numbers of their own, which KaTeX sets beside them."""
        all_places, all_notices, tex = [], "", ""
        for row in rows:
            tex += row.tex
            if row.labels or row.tag is not None:
                number = self._number(row)
                places, notices = self._places(row.labels, number)
                all_places += places
                all_notices += notices
                tex += rf"\tag{{{number}}}"
            tex += row.end
        tex = rf"\begin{{{name}*}}{tex}\end{{{name}*}}"
        return all_notices + _equation(all_places, math_html(tex, True))

    def resolve(self, markup):
        """The markup of a page with its references in words; one to nothing leaves a notice."""

        def link(found):
            kind, label = found[1], html.unescape(found[2])
            if label not in self.named:
                words = f"No equation of the page has the label {label}: mend the reference or add \\label{{{label}}}."
                return notice(words)
            place, number = self.named[label]
            shown = _number_html(number)
            return f'<a class="ref" href="#{place}">{f"({shown})" if kind else shown}</a>'

        def words(found):
            kind, label = found[1], html.unescape(found[2])
            number = self.named.get(label, ("", "???"))[1]
            return rf"\text{{({number})}}" if kind else rf"\text{{{number}}}"

        markup = MATHS.sub(lambda maths: REFERENCE.sub(words, maths[0]), markup)
        return PLACEHOLDER.sub(link, markup)


def _number_html(number):
    r"""The number of an equation, or the \tag that stands for it, which may hold a formula."""
    parts = number.split("$")
    return "".join(
        math_html(part, False) if i % 2 == 1 else html.escape(part) for i, part in enumerate(parts)
    )


def _equation(places, inside):
    first, *others = places
    more = "".join(f'<span id="{place}"></span>' for place in others)
    return f'<span class="equation" id="{first}">{more}{inside}</span>'
