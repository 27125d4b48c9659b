"""Images of a cell: what is attached to it, and for a page that stands alone, what lies beside it."""

import base64
import html
import mimetypes
import re
from pathlib import Path
from urllib.parse import quote, unquote

PREFERRED = ("image/svg+xml", "image/png", "image/jpeg")


def _attached(name, attachments):
    """The image of a cell under a name, which JupyterLab writes as it is or encoded."""
    found = next((n for n in (name, unquote(name), quote(name)) if n in attachments), None)
    if found is None:
        return None
    kinds = attachments[found]
    kind = next((one for one in PREFERRED if one in kinds), next(iter(kinds), None))
    if kind is None:
        return None
    content = kinds[kind]
    if kind == "image/svg+xml" and content.lstrip().startswith("<"):
        content = base64.b64encode(content.encode()).decode()
    return f"data:{kind};base64," + "".join(content.split())


def _beside(address, folder):
    """The content of a file by its address, as it is written or with its signs decoded."""
    path = address.split("#")[0].split("?")[0]
    root = Path(folder).resolve()
    for name in (unquote(path), path, address):
        file = (root / name).resolve()
        if file.is_file() and file.is_relative_to(root):  # nothing of the machine's other folders
            kind = mimetypes.guess_type(file.name)[0] or ""
            if not kind.startswith("image/"):
                return None
            return f"data:{kind};base64,{base64.b64encode(file.read_bytes()).decode('ascii')}"
    return None


def placer(attachments, folder=None):
    """
    A function that gives each image its address on the page, escaped as it is asked.

    Attachments are embedded, and with a folder also the files in it; what is not found keeps its address.
    """

    def place(address):
        wanted = html.unescape(address)
        if wanted.startswith("attachment:"):
            return _attached(wanted.removeprefix("attachment:"), attachments) or address
        if folder is not None and not re.match(r"[a-z][a-z0-9+.-]+:|//", wanted, re.IGNORECASE):
            return _beside(wanted, folder) or address
        return address

    return place
