"""Which values of attributes and declarations of CSS may stay on a page; what goes, in words.

The names that may stay are listed in allowed.py; CSS is read by tinycss2.
"""

import html
import re

import tinycss2

from mml_export.allowed import (
    FUNCTIONS,
    IMAGES,
    KNOWN,
    LOADING,
    PROPERTIES,
    SCHEMES,
    VALUES,
    WORDS,
    remedy_for,
)

ATTRIBUTE = re.compile(r"""([^\s=>"'/]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?""")


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
    stays, gone = [], []
    for one in tinycss2.parse_blocks_contents(css, skip_comments=True, skip_whitespace=True):
        (stays if _is_harmless(one) else gone).append(one)
    if not gone:
        return css, []
    words = [f"{one.name}: {tinycss2.serialize(one.value).strip()}" for one in stays]
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


def kept(tag, name, value, own=False):
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


def removed(tag, attributes):
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
