"""A figure's title as its caption: out of the drawing, where it could be cut, into the page as HTML."""

import html
import re

BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
TAG = re.compile(r"<(/?)(\w+)(?:\s[^<>]*)?/?>")
KEPT = {"b", "strong", "i", "em", "u", "s", "sub", "sup"}
DROPPED = {"a", "span"}


def title_html(text):
    """A title in Plotly's markup as HTML. Lines run on, and what Plotly would show as text is text."""
    parts, inside = [], []
    for piece in re.split(r"(<[^<>]*>)", BREAK.sub(" ", text)):
        tag = TAG.fullmatch(piece)
        name = tag[2].lower() if tag else ""
        if name in DROPPED:
            continue
        if name not in KEPT:
            parts.append(html.escape(html.unescape(piece), quote=False))
        elif not tag[1]:
            inside.append(name)
            parts.append(f"<{name}>")
        elif name in inside:
            depth = len(inside) - 1 - inside[::-1].index(name)
            parts += [f"</{open_tag}>" for open_tag in reversed(inside[depth:])]
            del inside[depth:]
    parts += [f"</{open_tag}>" for open_tag in reversed(inside)]
    return re.sub(r"\s+", " ", "".join(parts)).strip()


def titles_in(layout):
    """Title and subtitle of a layout in Plotly's markup, as many as there are."""
    title = (layout or {}).get("title") or {}
    if isinstance(title, str):
        return [title]
    texts = [title.get("text"), (title.get("subtitle") or {}).get("text")]
    return [str(text) for text in texts if text]


def said_in(layout):
    """What a layout's title says, as HTML."""
    return " – ".join(title_html(text) for text in titles_in(layout))


def given(layout, *path):
    """A number that a layout gives under a path, or else its template, or none."""
    for part in (layout, (layout.get("template") or {}).get("layout") or {}):
        for key in path:
            part = part.get(key) if isinstance(part, dict) else None
        if isinstance(part, (int, float)):
            return part
    return None


MARGIN = 100  # above the data, where neither figure nor template say
SIZE = 17  # of a title's letters, likewise
LINE = 1.375  # of a title, in its size
LEAST = 12  # left above the data: half a tick's label


def head_of(layout):
    """How much of a drawing, from its top, its title alone takes, in pixels."""
    texts = titles_in(layout)
    at = given(layout, "title", "y")
    if not texts or (at is not None and at < 0.8):
        return 0
    margin = given(layout, "margin", "t")
    margin = MARGIN if margin is None else margin
    lines = sum(1 + len(BREAK.findall(text)) for text in texts)
    tall = lines * LINE * (given(layout, "title", "font", "size") or SIZE)
    # at the top where a place is given, else in the middle of the margin
    ends = 8 + tall if at is not None else (margin + tall) / 2 + 4
    return round(max(0, min(ends, margin - LEAST)))


def without_title(layout):
    """A layout but for its title."""
    return {key: value for key, value in layout.items() if key != "title"}


def untitled(spec, height):
    """A figure of the given height without its titles, and so much less high; and how much that is."""
    layout = spec.get("layout") or {}
    head = head_of(layout)
    margin = given(layout, "margin", "t")
    changed = without_title(layout)
    if head > 0:
        changed["height"] = height - head
        changed["margin"] = {
            **(layout.get("margin") or {}),
            "t": (MARGIN if margin is None else margin) - head,
        }
    made = {**spec, "layout": changed}
    if spec.get("frames"):
        made["frames"] = [
            {**frame, "layout": without_title(frame["layout"])} if frame.get("layout") else frame
            for frame in spec["frames"]
        ]
    return made, head


def sayings(spec):
    """What the caption says at first, and at each frame if that is not always the same."""
    first = said_in(spec.get("layout"))
    frames = [said_in(frame.get("layout")) or first for frame in spec.get("frames") or []]
    return first, frames if set(frames) - {first} else []
