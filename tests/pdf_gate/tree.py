"""The tag tree: known tags, headings in steps and as bookmarks, figures in words, nothing empty."""

from collections.abc import Iterator

from pdf_gate.opened import Fault, Mark, Opened, Reference

GROUPS = {"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct"}
BLOCKS = {"P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody"}
TABLES = {"Table", "TR", "TH", "TD", "THead", "TBody", "TFoot"}
PARTS = {"Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Figure", "Formula", "Form"}
STANDARD = GROUPS | BLOCKS | TABLES | PARTS
HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")
LEAST_ALT = 15
BOOKMARK_LIMIT = 120


def tags_are_standard(paper: Opened) -> Iterator[Fault]:
    """Matterhorn 02-001: one of the types of PDF 1.7 (ISO 32000-1, 14.8.4), without a map; one Document at the root."""
    yield from (Fault("02-001", f"the tag {each.tag!r}") for each in paper.elements if each.tag not in STANDARD)
    roots = [each.tag for each in paper.elements if each.parent is None]
    if roots != ["Document"]:
        yield Fault("02-001", f"the root holds {roots}")


def figures_are_told_in_words(paper: Opened) -> Iterator[Fault]:
    """Matterhorn 13-004: a text alternative, in this house of 15 characters or more, and a box inside of its page."""
    for each in paper.every("Figure", "Formula"):
        if len(each.alt.strip()) < LEAST_ALT:
            yield Fault("13-004", f"a figure has the text alternative {each.alt!r}")
        marks = [kid for kid in each.all_below() if isinstance(kid, Mark)]
        box = [float(edge) for edge in each.node.get("/A", {}).get("/BBox", [])]
        if not marks or len(box) != 4 or not _inside(box, paper, marks[0].page):
            yield Fault("ISO 14289-1 7.3", f"the figure {each.alt[:40]!r} has the box {box}")


def alternatives_say_something(paper: Opened) -> Iterator[Fault]:
    """Matterhorn 13-004, 28-004: what has a text alternative has words in it."""
    for each in paper.elements:
        if "/Alt" in each.node and not each.alt.strip():
            yield Fault("13-004", f"{each.tag} has a blank text alternative")
        if "/ActualText" in each.node:
            yield Fault("house text", f"{each.tag} is read as something else than it shows")


def headings_go_down_in_steps(paper: Opened) -> Iterator[Fault]:
    """Matterhorn 14-002, 14-003, 14-007: the first is H1, none skips a level, and there is no plain H."""
    level = 0
    for each in paper.every("H", *HEADINGS):
        if each.tag == "H":
            yield Fault("14-007", f"{paper.words(each)!r} is a heading without a level")
            continue
        said, was, level = paper.words(each), level, int(each.tag[1])
        if not was and level != 1:
            yield Fault("14-002", f"the first heading, {said!r}, is {each.tag}")
        elif level > was + 1:
            yield Fault("14-003", f"{said!r} is {each.tag} below H{was}")
    if not level:
        yield Fault("14-002", "there is no heading")


def bookmarks_are_the_headings(paper: Opened) -> Iterator[Fault]:
    """Of this house: each heading is a bookmark of its level, and nothing else is."""
    headings = [(int(each.tag[1]), _short(paper.words(each))) for each in paper.every(*HEADINGS)]
    with paper.pdf.open_outline(max_depth=9) as outline:
        bookmarks = [(level, _short(title)) for level, title in _titles(outline.root, 1)]
    if headings != bookmarks:
        odd = [pair for pair in (*headings, *bookmarks) if headings.count(pair) != bookmarks.count(pair)]
        yield Fault("house bookmarks", f"{odd[:3] or 'their order'}")


def nothing_is_empty(paper: Opened) -> Iterator[Fault]:
    """Of this house: an element holds something, and what holds no other element and has no alternative has words."""
    for each in paper.elements:
        below = list(each.all_below())
        if not any(isinstance(kid, Mark | Reference) for kid in below):
            yield Fault("house empty", f"{each.tag} has no content")
        elif not each.alt and not each.elements and not paper.words(each):
            yield Fault("house empty", f"{each.tag} has no words")


def identifiers_are_unique(paper: Opened) -> Iterator[Fault]:
    """Matterhorn 19-003, 19-004: notes have an ID, and no two elements have the same."""
    seen: set[str] = set()
    for each in paper.elements:
        name = str(each.node.get("/ID", ""))
        if each.tag == "Note" and not name:
            yield Fault("19-003", f"the note {paper.words(each)!r} has no ID")
        if name and name in seen:
            yield Fault("19-004", f"the ID {name!r} is there twice")
        seen.add(name)


def parents_are_who_they_say(paper: Opened) -> Iterator[Fault]:
    """ISO 32000 14.7.2: P of an element is the element that holds it."""
    for each in paper.elements:
        holder = each.parent.node if each.parent else paper.pdf.Root.StructTreeRoot
        if "/P" not in each.node or each.node.P.objgen != holder.objgen:
            yield Fault("ISO 32000 14.7.2", f"{each.tag} {paper.words(each)[:40]!r} names another parent")


def _inside(box: list[float], paper: Opened, page: int) -> bool:
    left, bottom, right, top = (float(edge) for edge in paper.pages[page].MediaBox)
    return left <= box[0] < box[2] <= right and bottom <= box[1] < box[3] <= top


def _titles(items: list, level: int) -> Iterator[tuple[int, str]]:
    for item in items:
        yield level, item.title
        yield from _titles(item.children, level + 1)


def _short(text: str) -> str:
    return " ".join(text[:BOOKMARK_LIMIT].split())


RULES = (
    tags_are_standard,
    figures_are_told_in_words,
    alternatives_say_something,
    headings_go_down_in_steps,
    bookmarks_are_the_headings,
    nothing_is_empty,
    identifiers_are_unique,
    parents_are_who_they_say,
)
