"""Markup of cells and outputs through an allow-list: what has no place on a page is removed, and said so.

nh3 parses as browsers do and keeps only what is listed (allowed.py, permitted.py). Before that, a
notice in words is put where each piece stands that will go: it stays on the page that JupyterLab
exports, and the export of the site makes a problem of it. The notices are found by a simpler reading
of the markup, on which nothing depends but what is told.
"""

import html
import re

import nh3

from mml_export.allowed import ATTRIBUTES, IMAGES, KNOWN, SCHEMES, TAGS, WHOLE
from mml_export.permitted import kept, removed

# elements whose text a browser reads as no markup: what is in them goes with them
RAW = set("script style iframe noembed noframes noscript plaintext xmp textarea title".split())
TAG = re.compile(
    r"""<(?P<comment>!--)|<(?P<end>/?)(?P<tag>[a-zA-Z][^\s/<>]*)(?P<rest>(?:[^"'<>]|"[^"]*"|'[^']*')*)>"""
)
SOURCE = re.compile(r"""(?<=\ssrc=)(?:"[^"]*"|'[^']*'|[^\s"'>]+)""", re.IGNORECASE)


def notice(words):
    """What a reader of the page and the writer of the cell are told, where it happened."""
    return f'<em class="mml-notice">{html.escape(words, quote=False)}</em>'


class _Writer:
    """Markup with images in place, and a notice before whatever goes, each told once."""

    def __init__(self, markup, place_image):
        self.markup = markup
        self.place_image = place_image
        self.parts = []
        self.told = set()
        self.drawing, self.depth = 0, 0  # within a drawing there is no place for words
        self.never = set()  # what is not closed any more from here on

    def _close(self, pattern, at):
        """Where the next match of a pattern ends, or None."""
        if pattern in self.never:
            return None
        found = re.compile(pattern, re.IGNORECASE).search(self.markup, at)
        if not found:
            self.never.add(pattern)
        return found and found.end()

    def _tell(self, tag, attributes):
        new = [one for one in dict.fromkeys(removed(tag, attributes)) if one not in self.told]
        if not new:
            return
        self.told.update(new)
        words = "".join(notice(f"{what} is not shown here: {remedy}.") for what, remedy in new)
        self.parts.insert(self.drawing if self.depth else len(self.parts), words)

    def _tag(self, found):
        """What stands for a tag, and where its text ends."""
        tag, attributes, end = found["tag"], found["rest"], found.end()
        if tag in ("svg", "math"):
            if self.depth == 0:
                self.drawing = len(self.parts)
            self.depth = max(0, self.depth + (-1 if found["end"] else 1))
        known = tag.lower() in KNOWN
        if not found["end"] and (attributes or not known):
            self._tell(tag, attributes)
        if tag.lower() in RAW and not found["end"]:
            return "", self._close(rf"</{tag}\s*>", end) or end
        if tag.lower() == "img":
            return SOURCE.sub(self._placed, found[0]), end
        return found[0] if known else "", end

    def _placed(self, source):
        return f'"{self.place_image(source[0].strip(chr(34) + chr(39)))}"'

    def write(self):
        at = 0
        while found := TAG.search(self.markup, at):
            self.parts.append(self.markup[at : found.start()])
            if found["comment"]:
                closed = self._close("-->", found.end())
                text, at = ("", closed) if closed else ("&lt;!--", found.end())
            else:
                text, at = self._tag(found)
            self.parts.append(text)
        return "".join([*self.parts, self.markup[at:]])


def clean(markup, place_image=lambda src: src, own=False):
    """
    Markup with everything removed that is not listed, and a notice in words where it stood.

    `place_image` gives another address for an image's (both escaped); `own` is for pages that the
    course makes itself, which keep their classes.
    """
    if "<" not in markup:
        return markup
    return nh3.clean(
        _Writer(markup, place_image).write(),
        tags=TAGS,
        clean_content_tags=WHOLE,
        attributes=ATTRIBUTES,
        attribute_filter=lambda tag, name, value: kept(tag, name, value, own),
        generic_attribute_prefixes={"aria-"},
        url_schemes=SCHEMES | IMAGES,
        link_rel=None,
    )
