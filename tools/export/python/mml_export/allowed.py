"""What markup of cells and outputs may hold, and what to do instead of what it may not."""

from pygments.token import STANDARD_TYPES

TEXT = """a abbr acronym address article aside b bdi bdo big blockquote br center cite code dd del
 details dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd
 li main mark nobr ol p pre q rp rt ruby s samp section small span strike strong sub summary sup
 time tt u ul var wbr caption col colgroup table tbody td tfoot th thead tr"""
DRAWING = """svg g path line polyline polygon rect circle ellipse text tspan title desc defs marker
 linearGradient radialGradient stop clipPath"""
TAGS = set(f"{TEXT} {DRAWING}".split())
# by names as they may be written; those of a whole document say nothing within a page
KNOWN = {tag.lower() for tag in TAGS} | {"html", "head", "body"}

# Elements that go with all that is in them; of others that go their text stays.
WHOLE = {"script", "style", "template", "iframe", "object", "noscript", "math", "select", "textarea"}

PRESENTATION = """fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-dasharray
 stroke-linecap stroke-linejoin opacity transform font-size font-family font-weight font-style
 text-anchor dominant-baseline dx dy x y x1 x2 y1 y2 cx cy r rx ry d points viewBox width height
 preserveAspectRatio offset stop-color stop-opacity gradientUnits gradientTransform clip-path
 marker-start marker-mid marker-end markerWidth markerHeight refX refY orient"""

ATTRIBUTES = {
    "*": set("id class title lang dir style align valign hidden role data-name".split()),
    "a": {"href", "name", "tabindex"},
    "img": set("src alt width height border hspace vspace".split()),
    "table": set("width border cellpadding cellspacing bgcolor summary".split()),
    "tr": {"bgcolor"},
    "td": set("colspan rowspan headers width height bgcolor nowrap".split()),
    "th": set("colspan rowspan headers scope abbr width height bgcolor nowrap".split()),
    "col": {"span", "width"},
    "colgroup": {"span", "width"},
    "ol": {"start", "type", "reversed"},
    "ul": {"type"},
    "li": {"value"},
    "details": {"open"},
    "font": {"color", "size", "face"},
    "hr": {"width", "size"},
    "time": {"datetime"},
    "del": {"cite", "datetime"},
    "ins": {"cite", "datetime"},
    "blockquote": {"cite"},
    "q": {"cite"},
}
for _tag in DRAWING.split():
    ATTRIBUTES[_tag] = set(PRESENTATION.split())

# Attributes by which something is loaded or sent.
LOADING = set(
    "srcset srcdoc action formaction ping background poster data xlink:href usemap".split()
)

# "" is an address in the course itself
SCHEMES = {"", "http", "https", "mailto", "doi"}
IMAGES = {"", "http", "https", "data", "attachment"}

# Classes that a style sheet of the page knows and that a writer may use; those of the page's own
# parts (its bar, its buttons) are not among them. The library's begin with "mml-".
WORDS = set("math inline display anchor equation number ref highlight".split())
WORDS |= {short for short in STANDARD_TYPES.values() if short}

PROPERTIES = set(
    """text-align text-align-last text-decoration text-decoration-line text-decoration-color
 text-decoration-style text-indent text-transform text-overflow vertical-align white-space word-break
 overflow-wrap word-wrap hyphens color background background-color opacity visibility display float
 clear width height min-width min-height max-width max-height box-sizing aspect-ratio object-fit
 font font-family font-size font-style font-weight font-variant font-variant-numeric line-height
 letter-spacing word-spacing tab-size direction writing-mode list-style list-style-type
 list-style-position table-layout border-collapse border-spacing caption-side empty-cells
 columns column-count column-gap column-width gap row-gap
 flex flex-direction flex-wrap flex-flow flex-grow flex-shrink flex-basis order
 grid-template-columns grid-template-rows grid-column grid-row grid-gap
 justify-content justify-items justify-self align-items align-content align-self place-items
 place-content break-inside break-before break-after page-break-inside page-break-before
 page-break-after cursor fill stroke stroke-width stroke-dasharray border-radius quotes""".split()
)
for _side in ("", "-top", "-right", "-bottom", "-left", "-block", "-inline"):
    PROPERTIES |= {f"margin{_side}", f"padding{_side}", f"border{_side}"}
    PROPERTIES |= {f"border{_side}-{what}" for what in ("width", "style", "color")}

# Properties of which only some values keep an element in its own place.
VALUES = {
    "position": {"static", "relative"},
    "overflow": {"auto", "hidden", "scroll"},
    "overflow-x": {"auto", "hidden", "scroll"},
    "overflow-y": {"auto", "hidden", "scroll"},
}

FUNCTIONS = {"rgb", "rgba", "hsl", "hsla", "repeat", "minmax", "linear-gradient"}

REMEDIES = {
    "script": "no script runs there; compute it in a cell and show the result",
    "style": "it would change the whole page; put style=\"…\" on the element itself",
    "form input button select option optgroup textarea label fieldset legend output datalist": (
        "a page has nobody to send a form to; say it in words, or use interact for controls"
    ),
    "iframe frame frameset object embed applet portal": (
        "a page has to work without a network; lead to it by a link"
    ),
    "meta link base": "it is for the head of a page; leave it out",
    "video audio source track picture": "films and sounds are not copied; lead to the file by a link",
    "math": "write the formula in LaTeX between dollar signs",
}
_REMEDY = {tag: remedy for tags, remedy in REMEDIES.items() for tag in tags.split()}


def remedy_for(tag):
    """What to do instead of an element that is removed."""
    otherwise = f"pages know no such element; if it is meant as text, write &lt;{tag}>"
    return _REMEDY.get(tag, otherwise)
