"""Scripts and styles that tools/export/install.ts put beside the installed template."""

import sys
from functools import cache
from pathlib import Path


@cache
def static(name):
    """A script or style sheet beside the installed template."""
    folder = Path(sys.prefix) / "share" / "jupyter" / "nbconvert" / "templates" / "mml" / "static"
    return (folder / name).read_text(encoding="utf-8")


def script_sources(names):
    """The sources of a security policy that lets just these scripts run, by their hashes."""
    return " ".join(static(f"{name}.hash") for name in names)
