"""Plotly figures: what they show in words, and which build of Plotly draws them."""

import json
import re

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


def alternative(output):
    """What a picture shows, in words: from the output's metadata, the figure itself, or the plain text."""
    layout = output["data"].get(PLOTLY, {}).get("layout", {})
    told = output.get("metadata", {}).get("alt") or (layout.get("meta") or {}).get("alt")
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


def figure(output):
    """A Plotly output: its JSON fit for a script element, its description, and what it is drawn with."""
    spec = output["data"][PLOTLY]
    return {
        # no "<": "<!--" and "<script" within a script change where it ends
        "json": json.dumps(spec, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"),
        "alt": alternative(output),
        "height": spec.get("layout", {}).get("height") or 450,
        "build": build_for(spec),
    }


def builds_of(nb):
    """Every build of Plotly that the notebook's figures need."""
    outputs = (o for cell in nb.cells for o in cell.get("outputs", []))
    return sorted({build_for(o["data"][PLOTLY]) for o in outputs if PLOTLY in o.get("data", {})})
