"""Links and fields: each says what it is, is part of the tag tree, and is reached by Tab in the order of reading."""

from collections import Counter
from collections.abc import Iterator

import pikepdf

from pdf_gate.opened import Element, Fault, Opened, Reference

PRINTED, HIDDEN = 4, 1 | 2 | 32
RADIO = 1 << 15


def tab_follows_the_tree(paper: Opened) -> Iterator[Fault]:
    """Matterhorn 28-008, 28-009: the tab order of every page is that of the structure."""
    for number, page in enumerate(paper.pages):
        if "/Tabs" not in page:
            yield Fault("28-008", f"page {number + 1}: no Tabs")
        elif page.Tabs != "/S":
            yield Fault("28-009", f"page {number + 1}: Tabs is {page.Tabs}")


def annotations_are_in_the_tree(paper: Opened) -> Iterator[Fault]:
    """Matterhorn 28-002, 28-010, 28-011: links in a Link, fields in a Form, each held once; nothing else is there."""
    holders = _holders(paper)
    wanted = {"/Link": ("Link", "28-011"), "/Widget": ("Form", "28-010")}
    seen: set[tuple[int, int]] = set()
    for number, annotation in paper.annotations:
        where, found = f"page {number + 1}: {annotation.Subtype}", holders.get(annotation.objgen, [])
        seen.add(annotation.objgen)
        tag, rule = wanted.get(str(annotation.Subtype), ("", "28-002"))
        if len(found) != 1:
            yield Fault("28-002", f"{where} is held by {len(found)} elements")
        if any(each.tag != tag for each in found) or not tag:
            yield Fault(rule, f"{where} is held by {', '.join(each.tag for each in found) or 'nothing'}")
        flags = int(annotation.get("/F", 0))
        if not flags & PRINTED or flags & HIDDEN:
            yield Fault("ISO 19005-2 6.3.2", f"{where} has the flags {flags}")
    for target, found in holders.items():
        if target not in seen:
            yield Fault("28-002", f"{found[0].tag} holds an annotation that is on no page")


def links_have_words_and_a_target(paper: Opened) -> Iterator[Fault]:
    """Matterhorn 28-012: a link has Contents; in this house also words, a place to go to, and a safe address."""
    for number, annotation in paper.annotations:
        if annotation.Subtype != "/Link":
            continue
        where = f"page {number + 1}"
        if not str(annotation.get("/Contents", "")).strip():
            yield Fault("28-012", f"{where}: a link without Contents")
        address = str(annotation.get("/A", pikepdf.Dictionary()).get("/URI", ""))
        if not _leads_to_a_page(paper, annotation) and not address.startswith(("https://", "http://", "mailto:")):
            yield Fault("house links", f"{where}: a link to {address or 'nowhere'}")
    for each in paper.every("Link"):
        if not any(isinstance(kid, Reference) for kid in each.kids):
            yield Fault("28-011", f"the link {paper.words(each)!r} holds no annotation")
        if not paper.words(each):
            yield Fault("house links", "a link without words")


def fields_have_names(paper: Opened) -> Iterator[Fault]:
    """Matterhorn 28-005: each field has a TU that people understand and that no other field has."""
    names, keys = Counter[str](), Counter[str]()
    for number, field in _fields(paper):
        name, key = str(field.get("/TU", "")).strip(), _full_name(field)
        names[name] += 1
        keys[key] += 1
        if not name or name in (key, str(field.get("/T", ""))):
            yield Fault("28-005", f"page {number + 1}: the field {key!r} has the name {name!r}")
        if not all(key.split(".")):
            yield Fault("ISO 32000 12.7.3", f"page {number + 1}: a field is called {key!r}")
    yield from (Fault("28-005", f"{count} fields are {name!r}") for name, count in names.items() if count > 1)
    for key, count in keys.items():
        if count > 1:
            yield Fault("ISO 32000 12.7.3", f"{count} fields are called {key!r}")


def fields_are_those_of_the_form(paper: Opened) -> Iterator[Fault]:
    """ISO 32000 12.7.2: the form lists each field that the pages show, once, and no other."""
    form = paper.pdf.Root.get("/AcroForm", pikepdf.Dictionary())
    listed = Counter(each.objgen for root in form.get("/Fields", []) for each in _leaves(root))
    drawn = Counter(each.objgen for _, each in _fields(paper))
    if listed != drawn:
        yield Fault("ISO 32000 12.7.2", f"the form lists {listed.total()} fields, the pages have {drawn.total()}")


def fields_have_looks(paper: Opened) -> Iterator[Fault]:
    """ISO 19005-2 6.3.3, 6.4.1: no viewer has to draw a field anew, and the usual look is the only one."""
    form = paper.pdf.Root.get("/AcroForm", pikepdf.Dictionary())
    if bool(form.get("/NeedAppearances", False)):
        yield Fault("ISO 19005-2 6.4.1", "NeedAppearances")
    for number, field in _fields(paper):
        looks = field.get("/AP", pikepdf.Dictionary())
        if set(looks.keys()) != {"/N"}:
            yield Fault("ISO 19005-2 6.3.3", f"page {number + 1}: {_full_name(field)} has the looks {[*looks.keys()]}")
        elif (field.get("/FT") == "/Btn" or _is_mark(field)) and str(field.get("/AS", "")) not in looks.N:
            yield Fault("ISO 19005-2 6.3.3", f"page {number + 1}: {_full_name(field)} has no look for its state")
        elif _is_mark(field) and (field.Parent.V if field.Parent.V in looks.N else "/Off") != field.AS:
            yield Fault("ISO 32000 12.7.4", f"page {number + 1}: {_full_name(field)} is not as its field says")


def forms_hold_a_field_and_words(paper: Opened) -> Iterator[Fault]:
    """Matterhorn 28-010 from the other side: a Form element holds one field and says what it is."""
    for each in paper.every("Form"):
        if sum(isinstance(kid, Reference) for kid in each.kids) != 1:
            yield Fault("28-010", f"the Form {each.alt!r} does not hold one field")


def _holders(paper: Opened) -> dict[tuple[int, int], list[Element]]:
    found: dict[tuple[int, int], list[Element]] = {}
    for each in paper.elements:
        for kid in each.kids:
            if isinstance(kid, Reference):
                found.setdefault(kid.target, []).append(each)
    return found


def _fields(paper: Opened) -> Iterator[tuple[int, pikepdf.Object]]:
    return ((number, each) for number, each in paper.annotations if each.Subtype == "/Widget")


def _full_name(field: pikepdf.Object) -> str:
    """Its name and those of the groups that it is part of, with dots between; of a mark of several, what it sets."""
    name = str(field.get("/T", "")) or _option(field)
    return f"{_full_name(field.Parent)}.{name}" if "/Parent" in field else name


def _option(mark: pikepdf.Object) -> str:
    """What choosing a mark of several sets, "" for any other field."""
    states = [key for key in mark.get("/AP", {}).get("/N", {}) if key != "/Off"] if _is_mark(mark) else []
    return str(states[0]).removeprefix("/") if len(states) == 1 else ""


def _is_mark(field: pikepdf.Object) -> bool:
    """Whether it is one of several marks of a field."""
    return "/T" not in field and bool(int(field.get("/Parent", {}).get("/Ff", 0)) & RADIO)


def _leaves(field: pikepdf.Object) -> Iterator[pikepdf.Object]:
    kids = field.get("/Kids", [])
    for kid in kids:
        yield from _leaves(kid)
    if not len(kids):
        yield field


def _leads_to_a_page(paper: Opened, annotation: pikepdf.Object) -> bool:
    place = annotation.get("/Dest", annotation.get("/A", pikepdf.Dictionary()).get("/D"))
    return isinstance(place, pikepdf.Array) and any(place[0].objgen == page.objgen for page in paper.pages)


RULES = (
    tab_follows_the_tree,
    annotations_are_in_the_tree,
    links_have_words_and_a_target,
    fields_have_names,
    fields_are_those_of_the_form,
    fields_have_looks,
    forms_hold_a_field_and_words,
)
