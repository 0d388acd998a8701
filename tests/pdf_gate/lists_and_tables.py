"""Lists and tables: built as readers expect them, so that they can say how many rows there are and under which head."""

from collections.abc import Iterator

from pdf_gate.opened import Element, Fault, Opened

MAY_HOLD = {
    "Table": {"Caption", "THead", "TBody", "TFoot", "TR"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
    "L": {"Caption", "LI"},
    "LI": {"Lbl", "LBody"},
}
STANDS_IN = {
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "LI": {"L"},
    "LBody": {"LI"},
}
TABLE_TAGS = {"Table", "THead", "TBody", "TFoot", "TR", "TH", "TD"}


def parts_stand_where_they_belong(paper: Opened) -> Iterator[Fault]:
    """Matterhorn 09-004, 09-005: what tables and lists are made of."""
    for each in paper.elements:
        rule = "09-004" if each.tag in TABLE_TAGS else "09-005"
        allowed, around = MAY_HOLD.get(each.tag), STANDS_IN.get(each.tag)
        if allowed and {kid.tag if isinstance(kid, Element) else "content" for kid in each.kids} - allowed:
            yield Fault(rule, f"{each.tag} {paper.words(each)[:40]!r} holds what it may not")
        if around and (each.parent is None or each.parent.tag not in around):
            yield Fault(rule, f"{each.tag} {paper.words(each)[:40]!r} does not stand in {' or '.join(sorted(around))}")


def tables_have_heads(paper: Opened) -> Iterator[Fault]:
    """Matterhorn 15-001, 15-003: the cells of the head are TH, and each TH says what it is the head of."""
    for table in paper.every("Table"):
        said = paper.words(table)[:40]
        heads = [cell for row in _rows(table)[:1] for cell in row.elements]
        if not heads or any(cell.tag != "TH" for cell in heads):
            yield Fault("15-001", f"the table {said!r} has no head")
        for cell in (cell for row in _rows(table) for cell in row.elements if cell.tag == "TH"):
            if cell.attribute("/Scope") not in ("/Row", "/Column", "/Both"):
                yield Fault("15-003", f"the head {paper.words(cell)!r} of the table {said!r} has no Scope")


def rows_are_equally_long(paper: Opened) -> Iterator[Fault]:
    """ISO 14289-1 7.2: tables are regular."""
    for table in paper.every("Table"):
        lengths = {sum(int(cell.attribute("/ColSpan") or 1) for cell in row.elements) for row in _rows(table)}
        if len(lengths) != 1:
            yield Fault("ISO 14289-1 7.2", f"the table {paper.words(table)[:40]!r} has rows of {sorted(lengths)} cells")


def items_have_one_body(paper: Opened) -> Iterator[Fault]:
    """Matterhorn 16-001: an item is its label, if it has one, and its body."""
    for item in paper.every("LI"):
        if [kid.tag for kid in item.elements] not in (["Lbl", "LBody"], ["LBody"]):
            yield Fault("16-001", f"the item {paper.words(item)[:40]!r} is {[kid.tag for kid in item.elements]}")
    for each in paper.every("L"):
        if not each.elements:
            yield Fault("16-001", "a list without items")


def _rows(table: Element) -> list[Element]:
    return [each for each in table.elements_below() if each.tag == "TR"]


RULES = (parts_stand_where_they_belong, tables_have_heads, rows_are_equally_long, items_have_one_body)
