"""What stands on the pages: every drawing is either part of the tag tree or decoration, and both sides agree."""

from collections import Counter
from collections.abc import Iterator

from pdf_gate.opened import Fault, Mark, Opened, Reference


def everything_painted_is_marked_or_artifact(paper: Opened) -> Iterator[Fault]:
    """Matterhorn 01-005: content is neither marked as artifact nor tagged as real content."""
    yield from paper.loose
    yield from paper.unreadable
    for each in paper.sequences:
        if each.paints and each.number is None and not each.is_artifact:
            yield Fault("01-005", f"page {each.page + 1}: {each.tag} without MCID")


def marks_never_nest(paper: Opened) -> Iterator[Fault]:
    """Matterhorn 01-003, 01-004: an artifact inside tagged content, or the other way round; flat in this house."""
    for each in paper.sequences:
        if each.outer:
            rule = "01-003" if each.is_artifact else "01-004" if each.outer.is_artifact else "09-002"
            yield Fault(rule, f"page {each.page + 1}: {each.tag} inside {each.outer.tag}")


def words_are_artifacts_in_the_margins_only(paper: Opened) -> Iterator[Fault]:
    """Matterhorn 01-002: real content is an artifact. That is right for headers, footers and what is read elsewhere."""
    read = " ".join(" ".join(paper.words(each) for each in paper.elements if each.parent is None).split())
    for each in paper.sequences:
        said = " ".join(each.text.split())
        if each.is_artifact and each.subtype not in ("/Header", "/Footer") and said not in read:
            yield Fault("01-002", f"page {each.page + 1}: {said[:60]!r} is not read")


def each_mark_has_one_place_in_the_tree(paper: Opened) -> Iterator[Fault]:
    """Matterhorn 01-005 from the other side: a mark that no element holds is not read, one of two is read twice."""
    drawn = Counter(Mark(each.page, each.number) for each in paper.sequences if each.number is not None)
    held = Counter(kid for each in paper.elements for kid in each.kids if isinstance(kid, Mark))
    for mark in drawn.keys() | held.keys():
        if drawn[mark] != 1 or held[mark] != 1:
            place = f"page {mark.page + 1}, mark {mark.number}: drawn {drawn[mark]} times, held {held[mark]} times"
            yield Fault("01-005", place)
    for each in paper.sequences:
        owner = paper.owners.get(Mark(each.page, each.number)) if each.number is not None else None
        if owner and owner.tag != each.tag and not _is_heading(owner.tag, each.tag):
            yield Fault("01-006", f"page {each.page + 1}, mark {each.number}: drawn as {each.tag}, held as {owner.tag}")


def the_parent_tree_leads_back(paper: Opened) -> Iterator[Fault]:
    """ISO 32000 14.7.4.4: from each mark and annotation back to the very element that holds it."""
    rule, keys = "ISO 32000 14.7.4.4", Counter[int]()
    for number, page in enumerate(paper.pages):
        marks = {mark.number: owner for mark, owner in paper.owners.items() if mark.page == number}
        if not marks:
            continue
        key = int(page.get("/StructParents", -1))
        keys[key] += 1
        entry = paper.parent_tree.get(key)
        for mark, owner in marks.items():
            if entry is None or mark >= len(entry) or entry[mark].objgen != owner.node.objgen:
                yield Fault(rule, f"page {number + 1}, mark {mark} does not lead to its {owner.tag}")
    holders = {kid.target: each for each in paper.elements for kid in each.kids if isinstance(kid, Reference)}
    for number, annotation in paper.annotations:
        key = int(annotation.get("/StructParent", -1))
        keys[key] += 1
        holder, entry = holders.get(annotation.objgen), paper.parent_tree.get(key)
        if holder is None or entry is None or entry.objgen != holder.node.objgen:
            yield Fault(rule, f"page {number + 1}: {annotation.Subtype} at {key} does not lead to its element")
    yield from (Fault(rule, f"the key {key} is used {count} times") for key, count in keys.items() if count > 1)


def pages_are_read_as_they_are_drawn(paper: Opened) -> Iterator[Fault]:
    """Matterhorn 09-001: the order of reading; in this house that of drawing."""
    last: dict[int, int] = {}
    root = next(iter(paper.elements), None)
    for kid in root.all_below() if root else ():
        if isinstance(kid, Mark):
            if kid.number < last.get(kid.page, -1):
                yield Fault("09-001", f"page {kid.page + 1}: mark {kid.number} is read after {last[kid.page]}")
            last[kid.page] = kid.number


def forms_of_content_are_images(paper: Opened) -> Iterator[Fault]:
    """Matterhorn 30-001: a form XObject would hide marks from these rules; handouts have none."""
    for number, page in enumerate(paper.pages):
        for name, each in page.get("/Resources", {}).get("/XObject", {}).items():
            if each.get("/Subtype") != "/Image":
                yield Fault("30-001", f"page {number + 1}: {name} is {each.get('/Subtype')}")


def _is_heading(first: str, second: str) -> bool:
    """A heading is drawn with the level that it asked for, and held with the one that fits."""
    return first[:1] == second[:1] == "H" and first[1:].isdigit() and second[1:].isdigit()


RULES = (
    everything_painted_is_marked_or_artifact,
    marks_never_nest,
    words_are_artifacts_in_the_margins_only,
    each_mark_has_one_place_in_the_tree,
    the_parent_tree_leads_back,
    pages_are_read_as_they_are_drawn,
    forms_of_content_are_images,
)
