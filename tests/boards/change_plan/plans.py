"""Change plans for tests, beside a map, a value board and adoption boards."""

from facilitator.catalogue import kind_of
from facilitator.content.words import Words
from facilitator.domain.change import Change, adding
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement, Session
from facilitator.templates import new_board
from facilitator.workshop.capture import AddLine

KIND = kind_of("change_plan")
PLAN = "change_plan"
EN, FR = Words("en"), Words("fr")


def document(language="en") -> Document:
    """An engagement with an empty change plan."""
    founded = Document().after(
        Change("found", adding((Engagement(id="engagement", title="Permits", language=language),)))
    )
    return founded.after(new_board(founded, PLAN, "Plan", "Who leads?"))


def with_board(held: Document, kind: str, title: str) -> tuple[Document, str]:
    """The same with one more board, and its id."""
    change = new_board(held, kind, title)
    return held.after(change), next(each.id for each in change.added() if isinstance(each, Board))


def add(held: Document, group: str, name: str, **known) -> Document:
    """The same with one more card, and what is known of it."""
    held = held.after(KIND.add(held, PLAN, AddLine(name), group))
    its_id = items(held, group)[-1].id
    return put(held, its_id, **known)


def put(held: Document, item_id: str, **known) -> Document:
    for key, value in known.items():
        if value == {each.key: each.value for each in KIND.fields(held, item_id, EN)}[key]:
            continue
        held = held.after(KIND.set_field(held, item_id, key, value))
    return held


def items(held: Document, group: str = ""):
    return [each for each in KIND.items(KIND.view(held, PLAN)) if group in ("", each.group)]


def session(its_id: str, agenda: str, day=None, **more) -> Session:
    return Session(id=its_id, number=int(its_id[1:]), title=f"Session {its_id}", agenda=agenda, held_on=day, **more)


def with_records(held: Document, *records) -> Document:
    return held.after(Change("found", adding(records)))


def adoption(held: Document, title: str, levels: str) -> tuple[Document, str]:
    """The same with an adoption board, and its id: one level a step from the left, "-" for one nobody knows."""
    held, board_id = with_board(held, "adoption", title)
    return rated(held, board_id, levels), board_id


def rated(held: Document, board_id: str, levels: str) -> Document:
    kind = kind_of("adoption")
    areas = kind.items(kind.view(held, board_id))
    groups = kind.groups(kind.view(held, board_id), EN)  # not known, then 0 to 4
    for item, level in zip(areas, levels, strict=True):
        if level != "-" and item.group != groups[int(level) + 1].id:
            held = held.after(kind.regroup(held, [item.id], groups[int(level) + 1].id))
    return held
