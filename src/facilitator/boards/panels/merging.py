"""Two cards of a board of panels that say the same become one; no word of either is lost."""

from collections.abc import Iterator, Sequence

from facilitator.boards.panels.model import PanelCard
from facilitator.boards.panels.reading import NOTE, card_with, note_of, told_of, words_of
from facilitator.boards.panels.shape import Panel, RowField
from facilitator.content.words import Words
from facilitator.domain.change import Change, Swap
from facilitator.domain.chat import ChatLine
from facilitator.domain.document import Document
from facilitator.domain.engagement import language_of
from facilitator.domain.record import Record
from facilitator.domain.refusal import EditRejected
from facilitator.domain.words_of_people import NOTE_LIMIT


def merge(document: Document, panels: Sequence[Panel], kept_id: str, other_id: str, hung: Sequence[Swap]) -> Change:
    """One card out of two of a board: the kept one's code, words and place.

    What the kept one does not say yet comes from the other; texts stand one below the other, and whatever else differs,
    the other's words among it, goes into the private note under its name. `hung` is what becomes of that which hangs on
    the other. Raises EditRejected: "gone", "merge_itself", "merge_apart", "card_of_other_sort" (group),
    "merge_too_long" (name, other, limit) where a text can't hold both.
    """
    (kept, panel), (other, beside) = card_with(document, panels, kept_id), card_with(document, panels, other_id)
    names = {"name": words_of(kept, panel), "other": words_of(other, beside)}
    if kept_id == other_id:
        raise EditRejected("merge_itself", name=names["name"])
    if kept.board_id != other.board_id:
        raise EditRejected("merge_apart", **names)
    if panel.record is not beside.record:
        raise EditRejected("card_of_other_sort", group=panel.name(Words(language_of(document))))
    mine, its = document.find(panel.note, kept_id), document.find(panel.note, other_id)
    left = list(_left(document, (kept, panel), (other, beside)))
    card = _with_others(kept, other, panel, private=False)
    note = _with_others(note_of(document, kept, panel), note_of(document, other, panel), panel, private=True)
    note = note.having(**{NOTE: "\n".join(filter(None, (getattr(note, NOTE), *left)))})
    if any(
        len(str(getattr(record, each.key))) > NOTE_LIMIT
        for each in panel.fields
        for record in _holding(each, card, note)
    ):
        raise EditRejected("merge_too_long", **names, limit=NOTE_LIMIT)
    pairs = [
        *_chat(document, kept_id, other_id),
        (kept, card),
        (mine, None if note == panel.note(id=kept_id) else note),
        (its, None),
        (other, None),
    ]
    swaps = [Swap(*pair) for pair in pairs if pair[0] != pair[1]]
    return Change("merge", (*swaps[:-1], *hung, swaps[-1]))


def _chat(document: Document, kept_id: str, other_id: str) -> Iterator[tuple[Record, Record]]:
    """Chat lines of which the other was made count as taken as the kept one."""
    for line in document.every(ChatLine):
        if line.taken_as == other_id:
            yield line, line.having(taken_as=kept_id)


def _holding(field: RowField, card: Record, note: Record) -> tuple[Record, ...]:
    return (note,) if field.private else (card,)


def _with_others(mine: Record, its: Record, panel: Panel, *, private: bool) -> Record:
    """A record with what the other says where it says nothing, and with texts of both."""
    values: dict[str, object] = {}
    for field in panel.fields:
        if field.private != private or field.key in panel.sets:
            continue
        one, more = getattr(mine, field.key), getattr(its, field.key)
        if one in (None, "") and more not in (None, ""):
            values[field.key] = more
        elif field.form == "text" and more and more not in one:
            values[field.key] = f"{one}\n{more}"
    return mine.having(**values)


def _left(document: Document, kept: tuple[PanelCard, Panel], other: tuple[PanelCard, Panel]) -> Iterator[str]:
    """What can't stand beside what the kept one says: the other's words, and its lines, choices and days."""
    (card, panel), (its, beside) = kept, other
    words = Words(language_of(document))
    if words_of(card, panel) != words_of(its, beside):
        yield words("panels.part_label", label=its.code, text=words_of(its, beside))
    for field in panel.fields:
        records = (card, its) if not field.private else (note_of(document, card, panel), note_of(document, its, panel))
        one, more = (getattr(each, field.key) for each in records)
        if field.form != "text" and one not in (None, "") and more not in (None, "", one):
            told = told_of(document, records[1], field, words)
            if told:
                yield words("panels.part_label", label=words(field.label), text=told)
