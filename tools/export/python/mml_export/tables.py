"""Tables of Markdown as JupyterLab reads them: a bar in a formula or in code is no end of a cell."""

import re

from mistune.plugins import import_plugin

LINE = r"^ {0,3}(?=[^\n]*\|)\S[^\n]*(?:\n|$)"
RULE = re.compile(r" {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
PIECE = re.compile(
    r"(?P<code>(?P<ticks>(?<!`)`+(?!`)).+?(?<!`)(?P=ticks)(?!`))"
    r"|(?P<math>\$\$.+?\$\$|\$(?:\\.|[^\\$])+?\$|\\\\\(.+?\\\\\))"
    r"|\\.|(?P<bar>\|)"
)


def _inside(line):
    """What stands between the outer bars of a row."""
    row = line.strip()
    row = row[1:] if row.startswith("|") else row
    ends = re.search(r"(\\*)\|$", row)
    return row[:-1] if ends and len(ends[1]) % 2 == 0 else row


def _cut(row, guarded):
    """A row cut at its bars, those in formulas and code left alone if they are guarded."""
    cells, start, at = [], 0, 0
    while found := PIECE.search(row, at):
        at = found.end()
        if found["bar"]:
            cells.append(row[start : found.start()])
            start = at
        elif not guarded and (found["math"] or found["code"]):
            at = found.start() + 1
    return [cell.strip() for cell in [*cells, row[start:]]]


def _in_code(cell):
    r"""In code \| stands for a bar, as everywhere in a table but in formulas."""
    return PIECE.sub(lambda m: m[0].replace(r"\|", "|") if m["code"] else m[0], cell)


def cells_of(line, columns):
    """
    The cells of a row, as many as the table has columns. Two prices in a row look like a formula with
    a bar in it, so the reading that gives the right number of cells is preferred.
    """
    row = _inside(line)
    readings = [_cut(row, guarded) for guarded in (True, False)]
    cells = next((cells for cells in readings if len(cells) == columns), readings[0])
    return [_in_code(cell) for cell in (cells + [""] * columns)[:columns]]


def _alignment(cell):
    left, right = cell.startswith(":"), cell.endswith(":")
    return "center" if left and right else "left" if left else "right" if right else None


def _tokens(cells, alignments, head):
    return [
        {"type": "table_cell", "text": text, "attrs": {"align": align, "head": head}}
        for text, align in zip(cells, alignments, strict=True)
    ]


def _parse(block, found, state):
    """A table, or None if there is none at the line."""
    head, at = found[0], found.end()
    rule = state.get_line(at)
    if not RULE.fullmatch(rule.rstrip("\n")):
        return None
    alignments = [_alignment(cell) for cell in _cut(_inside(rule), False)]
    columns = len(alignments)
    if columns not in (len(_cut(_inside(head), guarded)) for guarded in (True, False)):
        return None
    at += len(rule)
    framed, rows = head.lstrip().startswith("|"), []
    while at < state.cursor_max:
        line = state.get_line(at)
        if "|" not in line or (framed and not line.lstrip().startswith("|")):
            break
        cells = _tokens(cells_of(line, columns), alignments, False)
        rows.append({"type": "table_row", "children": cells})
        at += len(line)
    children = [
        {"type": "table_head", "children": _tokens(cells_of(head, columns), alignments, True)},
        {"type": "table_body", "children": rows},
    ]
    state.append_token({"type": "table", "children": children})
    return at


def tables(markdown):
    """A plugin of mistune in the place of its own of that name, of which it keeps how tables are written."""
    import_plugin("table")(markdown)
    block = markdown.block
    block.rules.remove("nptable")
    block.register("table", LINE, _parse)
    for rules in (block.block_quote_rules, block.list_rules):
        block.insert_rule(rules, "table", before="paragraph")
