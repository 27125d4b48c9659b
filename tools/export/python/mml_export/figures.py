"""Plotly figures: what they show in words, how they are numbered, and which build of Plotly draws them."""

import json
import re
import struct
from base64 import b64decode
from pathlib import Path

from jinja2 import pass_context

from .captions import sayings, untitled

PLOTLY = "application/vnd.plotly.v1+json"

# Plotly comes in builds of different reach. A page loads the least that draws its figures, and none of
# these evaluates text as code, which the pages' security policy would refuse. "strict" draws everything
# but maps with tiles, which the policy lets nobody fetch.
BUILDS = {
    "cartesian": "bar box contour heatmap histogram histogram2d histogram2dcontour image pie scatter"
    " scatterternary violin",
    "gl3d": "cone isosurface mesh3d scatter scatter3d streamtube surface volume",
    "geo": "choropleth scatter scattergeo",
}
WHOLE_BUILD = "strict"


def meta_of(spec):
    """What a figure says about itself."""
    meta = (spec.get("layout") or {}).get("meta")  # anything, in a figure of somebody else's
    return meta if isinstance(meta, dict) else {}


def family_of(spec):
    """The family of laws that a figure shows a member of, if it says so."""
    family = meta_of(spec).get("family")
    return family if isinstance(family, str) else None


SCALED = set(
    "choropleth contour heatmap histogram2d histogram2dcontour image isosurface surface volume".split()
)


def picture_class(output):
    """What style a figure's picture has; in one whose colours stand for values they are left as they are."""
    types = {trace.get("type") for trace in output["data"][PLOTLY].get("data", [])}
    return "picture scaled" if types & SCALED else "picture"


def alternative(output):
    """What a picture shows, in words: from the output's metadata, the figure itself, or the plain text."""
    own = meta_of(output["data"].get(PLOTLY, {})).get("alt")
    told = output.get("metadata", {}).get("alt") or own
    return told or re.sub(r"^\[Figure\]\s*", "", output["data"].get("text/plain", ""))


def build_for(spec):
    """The least build of Plotly that draws a figure."""
    types = {trace.get("type", "scatter") for trace in spec.get("data", [])}
    build = next((b for b, drawn in BUILDS.items() if types <= set(drawn.split())), WHOLE_BUILD)
    return f"geo-{coast_lines(spec)}" if build == "geo" else build


def coast_lines(spec):
    """The scale of the coast lines under a figure, which come with the build that draws it."""
    globes = [part for name, part in (spec.get("layout") or {}).items() if re.match(r"geo\d*$", name)]
    fine = any(str((globe or {}).get("resolution")) == "50" for globe in globes)
    return "50m" if fine else "110m"


def chapter_of(resources):
    """The number that a notebook or its folder begins with, and a point: "13." of 13-pca/pca; or nothing."""
    about = resources.get("metadata", {})
    names = [about.get("name") or "", Path(about.get("path") or "").name]
    found = next((m for m in (re.match(r"(\d+)-", name) for name in names) if m), None)
    return f"{int(found[1])}." if found else ""


def size_of(png):
    """Width and height of a PNG in base64."""
    return struct.unpack(">II", b64decode(png[:44])[16:24])


def still_of(output, spec):
    """Width and height of the still picture of a figure, its title included, on the page."""
    layout = spec.get("layout") or {}
    width, height = layout.get("width") or 720, layout.get("height") or 450
    png = re.sub(r"\s", "", output["data"].get("image/png", ""))
    if len(png) < 44:
        return width, height
    wide, tall = size_of(png)
    return width, width * tall / wide


@pass_context
def figure(context, output, count):
    """
    A Plotly output, the given one of its page: its JSON without the title and fit for a script element,
    its number, what its caption says, its description, its sizes, and what it is drawn with.
    """
    spec = output["data"][PLOTLY]
    height = (spec.get("layout") or {}).get("height") or 450
    drawing, head = untitled(spec, height)
    wide, tall = still_of(output, spec)
    said, frames = sayings(spec)
    return {
        # no "<": "<!--" and "<script" within a script change where it ends
        "json": json.dumps(drawing, ensure_ascii=False, separators=(",", ":")).replace(
            "<", "\\u003c"
        ),
        "id": f"figure-{count}",
        "number": f"Figure {chapter_of(context.get('resources', {}))}{count}",
        "said": said,
        "frames": frames,
        "alt": alternative(output),
        "height": height - head,
        "still": f"{wide} / {round(tall * (1 - head / height), 2):g}",
        "build": build_for(spec),
        "family": family_of(spec),
    }


def scripts_of(nb):
    """The scripts that draw the notebook's figures, by name: builds of Plotly, the laws."""
    outputs = (o for cell in nb.cells for o in cell.get("outputs", []))
    specs = [o["data"][PLOTLY] for o in outputs if PLOTLY in o.get("data", {})]
    names = {f"plotly-{build_for(spec)}" for spec in specs}
    return sorted(names | {"laws" for spec in specs if family_of(spec)})
