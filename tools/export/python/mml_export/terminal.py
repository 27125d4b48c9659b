"""What a terminal shows of text: a carriage return goes back over its line, a backspace over a sign."""

import re

CODE = r"\x1b\[[\d;]*[A-Za-z]"  # a colour or another order to the terminal, which takes no room
SIGN = re.compile(rf"(?:{CODE})*[^\x1b](?:(?:{CODE})+\Z)?")
ERASES = re.compile(r"\x1b\[[02]?K")


def _line(written):
    """A line as it stands after its carriage returns: what is shorter leaves the rest of what was there."""
    parts = re.split(r"\r+", written)
    if len(parts) == 1:
        return written
    shown = []
    for part in parts:
        signs = SIGN.findall(part)
        shown = signs if ERASES.match(part) else signs + shown[len(signs) :]
    return "".join(shown)


def as_shown(text):
    """Text as a terminal shows it."""
    text = re.sub(r"\r+\n", "\n", text)
    while text != (shorter := re.sub(r"[^\n\b]\x08", "", text)):
        text = shorter
    return "\n".join(_line(line) for line in text.split("\n"))
