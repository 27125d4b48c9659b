r"""LaTeX as MathJax takes it, in the words that KaTeX knows: definitions, \mbox, other environments."""

import re

DEFINES = re.compile(
    r"\\(?P<what>(?:re)?newcommand|providecommand|DeclareMathOperator|g?def|let)(?![a-zA-Z])(?P<star>\*?)"
)
NAME = re.compile(r"\s*(?:\{\s*(\\(?:[a-zA-Z]+|.))\s*\}|(\\(?:[a-zA-Z]+|.)))\s*", re.DOTALL)
COUNT = re.compile(r"\s*\[\s*(\d)\s*\]\s*")
DEFAULT = re.compile(r"\s*\[([^\[\]]*)\]\s*")


def group_at(tex, at):
    """Where the braces end that open at a place, or None."""
    depth = 0
    for found in re.compile(r"\\.|[{}]", re.DOTALL).finditer(tex, at):
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if depth == 0 and found[0] == "}":
            return found.end()
    return None


def _defined(what, star, tex, at):
    """A definition in KaTeX's words, valid for the rest of the page, and where it ends."""
    name = NAME.match(tex, at)
    if not name:
        return None
    command, at = name[1] or name[2], name.end()
    count = COUNT.match(tex, at) if what != "DeclareMathOperator" else None
    at = count.end() if count else at
    default = DEFAULT.match(tex, at) if count else None
    at = default.end() if default else at
    end = group_at(tex, at) if tex[at : at + 1] == "{" else None
    if end is None:
        return None
    body = translate(tex[at + 1 : end - 1])
    if what == "DeclareMathOperator":
        return rf"\gdef{command}{{\operatorname{star}{{{body}}}}}", end
    number = int(count[1]) if count else 0
    if not default:
        places = "".join(f"#{i + 1}" for i in range(number))
        return rf"\gdef{command}{places}{{{body}}}", end
    # an argument that may be left out: the command looks for its bracket
    inner = rf"{command}@given"
    places = "[#1]" + "".join(f"#{i + 2}" for i in range(number - 1))
    looks = rf"\gdef{command}{{\@ifnextchar[{{{inner}}}{{{inner}[{default[1]}]}}}}"
    return rf"{looks}\gdef{inner}{places}{{{body}}}", end


def _definitions(tex):
    """The definitions in a formula in KaTeX's words, wherever they stand."""
    parts, end = [], 0
    while found := DEFINES.search(tex, end):
        parts.append(tex[end : found.start()])
        what, end = found["what"], found.end()
        if what in ("def", "gdef"):
            parts.append(r"\gdef")
        elif what == "let":
            parts.append(r"\global\let")
        else:
            made = _defined(what, found["star"], tex, end)
            new, end = made if made else (found[0], end)
            parts.append(new)
    return "".join([*parts, tex[end:]])


WORDS = [
    (re.compile(r"\\mbox(?![a-zA-Z])"), r"\\text"),
    (re.compile(r"\\require\s*\{[^{}]*\}"), ""),
    (re.compile(r"\\(begin|end)\{(multline|flalign)(\*?)\}"), r"\\\1{gather\3}"),
    (re.compile(r"\\(?:begin|end)\{subequations\}"), ""),
]


def translate(tex):
    """A formula that MathJax understands as one that KaTeX does."""
    tex = _definitions(tex)
    for wanted, put in WORDS:
        tex = wanted.sub(put, tex)
    return tex


def only_defines(tex):
    """Whether a formula, translated, defines and shows nothing."""
    left = tex
    while found := re.search(r"\\gdef\\(?:[a-zA-Z@]+|.)[^{]*(?=\{)", left):
        end = group_at(left, found.end())
        if end is None:
            return False
        left = left[: found.start()] + left[end:]
    left = re.sub(r"\\global\\let\s*\\(?:[a-zA-Z]+|.)\s*=?\s*\\?(?:[a-zA-Z]+|.)", "", left)
    return left.strip() == ""


def rows_of(body):
    r"""The rows of an environment, cut at each \\ that stands in no braces and no inner environment."""
    rows, start, depth = [], 0, 0
    signs = r"\\(?:begin|end)\b|\\\\(?:\s*\[[^\]]*\])?|\\.|[{}]"
    for found in re.finditer(signs, body, re.DOTALL):
        sign = found[0]
        depth += {"{": 1, "}": -1, r"\begin": 1, r"\end": -1}.get(sign, 0)
        if sign.startswith(r"\\") and depth == 0:
            rows.append((body[start : found.start()], sign))
            start = found.end()
    return [*rows, (body[start:], "")]
