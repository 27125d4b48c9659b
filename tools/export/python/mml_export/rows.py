"""Cells of a sheet that are read together: a question, the lines that draw the answer, and the picture."""


def is_picture(cell):
    """Whether a cell draws, small, what the lines of the cell before it made."""
    return "drawn" in cell.metadata.get("tags", [])


def rows(nb):
    """The cells one by one, but a picture together with the two before it."""
    grouped = []
    for cell in nb.cells:
        if is_picture(cell) and len(grouped) >= 2:
            grouped[-2:] = [grouped[-2] + grouped[-1] + [cell]]
        else:
            grouped.append([cell])
    return grouped


def held(cell):
    """How a picture was held, in the words that its cell printed."""
    texts = [o.text for o in cell.outputs if o.output_type == "stream"]
    return "".join(texts).strip().removeprefix("✓ ")
