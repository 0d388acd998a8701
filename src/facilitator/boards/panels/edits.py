"""What can be done to the cards of a board of panels. Pure: every edit returns a Change or raises EditRejected."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from facilitator.boards.described import Direction
from facilitator.boards.finding import choice_named
from facilitator.boards.panels.reading import card_with, cards_of, note_of
from facilitator.boards.panels.shape import FieldForm, Panel, RowField
from facilitator.boards.typed import optional_day, optional_line, require_no_scales
from facilitator.content.reading import Bilingual
from facilitator.content.words import Words
from facilitator.domain import words_of_people
from facilitator.domain.change import Change, Swap, adding, removing
from facilitator.domain.document import Document
from facilitator.domain.editing import changed, next_code
from facilitator.domain.engagement import Board, language_of
from facilitator.domain.record import new_id
from facilitator.domain.refusal import EditRejected
from facilitator.workshop.capture import AddLine

_READ: Mapping[FieldForm, Callable[[str], object]] = {
    "line": optional_line,
    "text": words_of_people.note,
    "date": optional_day,
    "choice": str,
}


def panel_named(document: Document, panels: Sequence[Panel], wanted: str) -> Panel:
    """The panel with this id or name, in either language; raises EditRejected("group_unknown") (group, known)."""
    names = {each.id: Bilingual(each.name(Words("en")), each.name(Words("fr"))) for each in panels}
    found = choice_named(document, wanted, names, "group_unknown", "group")
    return next(each for each in panels if each.id == found)


def add_card(document: Document, board_id: str, panels: Sequence[Panel], line: AddLine, group: str) -> Change:
    """A new card at the foot of the panel that the line names, else of `group`.

    Raises EditRejected: "capture_no_scale" (mark), "group_unknown" (group, known), or what a name may not be.
    """
    document.get(Board, board_id)
    require_no_scales(line)
    panel = panel_named(document, panels, line.group or group)
    return Change("add_card", new_card(document, board_id, panel, {panel.words: line.name}))


def new_card(document: Document, board_id: str, panel: Panel, values: Mapping[str, object]) -> tuple[Swap, ...]:
    """The swaps that add a card with these fields at the foot of a panel; its words are read like a name."""
    code, taken = next_code(document, panel.letter)
    number = max((each.number for each in document.every(panel.record)), default=0) + 1
    said = {**panel.sets, **values, panel.words: words_of_people.name(str(values[panel.words]))}
    card = panel.record.model_validate(
        {"id": new_id(), "board_id": board_id, "number": number, "code": code, **said},
    )
    return taken, *adding([card])


def rename(document: Document, panels: Sequence[Panel], card_id: str, name: str) -> Change:
    """Give a card other words."""
    card, panel = card_with(document, panels, card_id)
    return changed("rename_card", [(card, card.having(**{panel.words: words_of_people.name(name)}))])


def move(document: Document, panels: Sequence[Panel], card_ids: Iterable[str], group: str) -> Change:
    """Put cards into another panel, at its foot.

    Raises EditRejected: "group_unknown" (group, known), "card_of_other_sort" (group) where their sort has no place
    there, "nothing_to_do".
    """
    panel = panel_named(document, panels, group)
    return _placed(document, panels, list(dict.fromkeys(card_ids)), panel, None)


def place(document: Document, panels: Sequence[Panel], card_ids: Sequence[str], group: str, after_id: str) -> Change:
    """Put cards one after the other into a panel, behind the card `after_id` of it that is none of them; "" first.

    Raises EditRejected as `move` does, and "gone" where that card stands elsewhere.
    """
    panel, moving = panel_named(document, panels, group), list(dict.fromkeys(card_ids))
    slot = 0
    if after_id:
        before, its = card_with(document, panels, after_id)
        if its.id != panel.id or after_id in moving:
            raise EditRejected("gone", id=after_id)
        staying = [each.id for each in cards_of(document, before.board_id, panel) if each.id not in moving]
        slot = staying.index(after_id) + 1
    return _placed(document, panels, moving, panel, slot)


def nudge(document: Document, panels: Sequence[Panel], card_ids: Sequence[str], direction: Direction) -> Change:
    """Cards moved by key: to the panel beside theirs of the same sort, or one place up or down in it.

    All of them move as one, by the first. Raises EditRejected("nothing_to_do") at the edge and for no card.
    """
    if not card_ids:
        raise EditRejected("nothing_to_do")
    card, panel = card_with(document, panels, card_ids[0])
    if direction in ("left", "right"):
        same = [each for each in panels if each.record is panel.record]
        to = same.index(panel) + (1 if direction == "right" else -1)
        if not 0 <= to < len(same):
            raise EditRejected("nothing_to_do")
        return _placed(document, panels, card_ids, same[to], None)
    staying = [each.id for each in cards_of(document, card.board_id, panel)]
    slot = staying.index(card.id) + (-1 if direction == "up" else 1)
    if slot < 0:
        raise EditRejected("nothing_to_do")
    return _placed(document, panels, card_ids, panel, slot)


def _placed(
    document: Document, panels: Sequence[Panel], card_ids: Sequence[str], panel: Panel, slot: int | None
) -> Change:
    moving = [card_with(document, panels, each)[0] for each in card_ids]
    if not all(isinstance(each, panel.record) for each in moving):
        raise EditRejected("card_of_other_sort", group=panel.name(Words(language_of(document))))
    if not moving:
        raise EditRejected("nothing_to_do")
    gone = {each.id for each in moving}
    staying = [each for each in cards_of(document, moving[0].board_id, panel) if each.id not in gone]
    at = len(staying) if slot is None else min(max(slot, 0), len(staying))
    wanted = [*staying[:at], *moving, *staying[at:]]
    numbers = sorted(each.number for each in wanted)
    pairs = [
        (each, each.having(number=number, **(panel.sets if each.id in gone else {})))
        for each, number in zip(wanted, numbers, strict=True)
    ]
    return changed("move_card", pairs)


def delete(
    document: Document,
    panels: Sequence[Panel],
    card_ids: Iterable[str],
    hanging: Callable[[Document, frozenset[str]], Iterable[Swap]],
) -> Change:
    """Remove cards with what is private of them; `hanging` are the swaps for what else names them, which come first.

    Raises EditRejected: "gone", "nothing_to_do" for no id.
    """
    cards = [card_with(document, panels, each) for each in dict.fromkeys(card_ids)]
    if not cards:
        raise EditRejected("nothing_to_do")
    notes = [note for card, panel in cards if (note := document.find(panel.note, card.id))]
    hung = hanging(document, frozenset(card.id for card, _ in cards))
    return Change("delete_card", (*hung, *removing(notes), *removing(card for card, _ in cards)))


def set_card(document: Document, panels: Sequence[Panel], card_id: str, key: str, value: str) -> Change:
    """Edit one line of a card; "" means not known. Raises EditRejected, or KeyError for a key that is none."""
    card, panel = card_with(document, panels, card_id)
    if key == panel.words:
        return rename(document, panels, card_id, value)
    field = {each.key: each for each in panel.fields}[key]
    if not field.private:
        return changed("edit_card", [(card, card.having(**{key: typed(field, value)}))])
    before, known = document.find(panel.note, card_id), note_of(document, card, panel)
    after = known.having(**{key: typed(field, value)})
    return changed("edit_card", [(before, None if after == panel.note(id=card_id) else after)])


def typed(field: RowField, value: str) -> object:
    """What a field holds for what somebody typed; None for an id that nobody named.

    Raises EditRejected for what can't stand there.
    """
    return None if field.key.endswith("_id") and not value else _READ[field.form](value)
