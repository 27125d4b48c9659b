"""Markup of cells and outputs through an allow-list: what has no place on a page is removed, and said so.

nh3 parses as browsers do and keeps only what is listed; CSS is read by tinycss2. Before that, a
notice in words is put where each piece stands that will go: it stays on the page that JupyterLab
exports, and the export of the site makes a problem of it. The notices are found by a simpler reading
of the markup, on which nothing depends but what is told.
"""

import html
import re

import nh3
import tinycss2

from mml_export.allowed import (
    ATTRIBUTES,
    FUNCTIONS,
    IMAGES,
    KNOWN,
    LOADING,
    PROPERTIES,
    SCHEMES,
    TAGS,
    VALUES,
    WHOLE,
    WORDS,
    remedy_for,
)

# elements whose text a browser reads as no markup: what is in them goes with them
RAW = set("script style iframe noembed noframes noscript plaintext xmp textarea title".split())
TAG = re.compile(
    r"""<(?P<comment>!--)|<(?P<end>/?)(?P<tag>[a-zA-Z][^\s/<>]*)(?P<rest>(?:[^"'<>]|"[^"]*"|'[^']*')*)>"""
)
ATTRIBUTE = re.compile(r"""([^\s=>"'/]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?""")
SOURCE = re.compile(r"""(?<=\ssrc=)(?:"[^"]*"|'[^']*'|[^\s"'>]+)""", re.IGNORECASE)


def notice(words):
    """What a reader of the page and the writer of the cell are told, where it happened."""
    return f'<em class="mml-notice">{html.escape(words, quote=False)}</em>'


def _is_harmless(declaration):
    """Whether a declaration of CSS only changes how its own element looks, in its own place."""
    if declaration.type != "declaration":
        return False
    name, tokens = declaration.lower_name, list(declaration.value)
    if name in VALUES:
        return tinycss2.serialize(tokens).strip().lower() in VALUES[name]
    while tokens:
        token = tokens.pop()
        if token.type in ("url", "error", "{} block", "[] block", "() block"):
            return False
        if token.type == "function":
            if token.lower_name not in FUNCTIONS:
                return False
            tokens.extend(token.arguments)
        elif token.type in ("number", "percentage", "dimension") and token.value < 0:
            return False  # drawn out of its place, over something else
    return name in PROPERTIES


def _style(css):
    """The declarations of a style attribute that may stay, and those that may not."""
    kept, gone = [], []
    for one in tinycss2.parse_blocks_contents(css, skip_comments=True, skip_whitespace=True):
        (kept if _is_harmless(one) else gone).append(one)
    if not gone:
        return css, []
    words = [f"{one.name}: {tinycss2.serialize(one.value).strip()}" for one in kept]
    told = [
        f"{one.name}: {tinycss2.serialize(one.value).strip()}"
        if one.type == "declaration"
        else tinycss2.serialize([one]).strip()
        for one in gone
        if one.type != "error"
    ]
    return "; ".join(words), told or ["what is not CSS"]


def _scheme(address):
    """The scheme that a browser takes an address to have, which skips blanks and signs of control."""
    found = re.match(r"([a-z][a-z0-9+.-]*):", re.sub(r"[\x00-\x20]", "", address), re.IGNORECASE)
    return found[1].lower() if found else ""


def _is_fit(tag, name, value):
    """Whether an address is of a kind that has its place on a page."""
    scheme = _scheme(value)
    if tag == "img" and name == "src":
        return scheme in IMAGES and (scheme != "data" or bool(re.match(r"\s*data:image/", value)))
    return scheme in SCHEMES


def _kept(tag, name, value, own=False):
    """An attribute that is listed, as far as its value may stay."""
    if name == "class" and not own:
        words = [word for word in value.split() if word.startswith("mml-") or word in WORDS]
        return " ".join(words) or None
    if name == "id":
        return None if value.startswith("mml-") and not own else value
    if name == "style":
        return _style(value)[0] or None
    if name in ("href", "src", "cite"):
        return value if _is_fit(tag, name, value) else None
    return None if re.search(r"url\((?!#)", value, re.IGNORECASE) else value


def _removed(tag, attributes):
    """What of a tag goes: in words, each with what to do instead."""
    if tag.lower() not in KNOWN:
        yield f"<{tag}>", remedy_for(tag.lower())
        return
    for name, quoted in ATTRIBUTE.findall(attributes):
        name, value = name.lower(), html.unescape(quoted.strip("\"'"))
        if name.startswith("on"):
            yield f"{name} of <{tag}>", "handlers do not run there; leave it out"
        elif name in LOADING:
            yield f"{name} of <{tag}>", "it would load or send something; leave it out"
        elif name in ("href", "src") and not _is_fit(tag, name, value):
            shown = " ".join(value.split())
            shown = shown if len(shown) <= 40 else f"{shown[:39]}…"
            yield (
                f'{name}="{shown}" of <{tag}>',
                "it is of a kind that has no place there; lead to a page of the web or a file of the course",
            )
        elif name == "style":
            for declaration in _style(value)[1]:
                yield (
                    f"“{declaration}” of <{tag}>",
                    "it could lay itself over the page or load something; leave it out",
                )


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
        new = [one for one in dict.fromkeys(_removed(tag, attributes)) if one not in self.told]
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
        attribute_filter=lambda tag, name, value: _kept(tag, name, value, own),
        generic_attribute_prefixes={"aria-"},
        url_schemes=SCHEMES | IMAGES,
        link_rel=None,
    )
