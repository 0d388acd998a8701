"""From records to what is told of a board of panels: its cards panel by panel, and the fields of each."""

from collections.abc import Iterator, Sequence
from datetime import date

from facilitator.boards.described import Field
from facilitator.boards.panels.model import PanelCard
from facilitator.boards.panels.shape import Panel, RowField
from facilitator.boards.panels.view import CardView, PanelsView, PanelView
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, language_of
from facilitator.domain.record import Record
from facilitator.domain.refusal import EditRejected
from facilitator.domain.view import Showing

NOTE = "note"
"""The key of the facilitator's own words, with every kind the last field of a note record."""


def cards_of(document: Document, board_id: str, panel: Panel) -> tuple[PanelCard, ...]:
    """The records of a panel's cards in the order of their numbers."""
    its = (each for each in document.every(panel.record) if each.board_id == board_id and stands_in(each, panel))
    return tuple(sorted(its, key=lambda each: (each.number, each.id)))


def stands_in(card: PanelCard, panel: Panel) -> bool:
    """Whether a card is of a panel."""
    return isinstance(card, panel.record) and all(getattr(card, key) == value for key, value in panel.sets.items())


def card_with(document: Document, panels: Sequence[Panel], card_id: str) -> tuple[PanelCard, Panel]:
    """A card and the panel that it stands in; raises EditRejected("gone")."""
    for panel in panels:
        card = document.find(panel.record, card_id)
        if card is not None and stands_in(card, panel):
            return card, panel
    raise EditRejected("gone", id=card_id)


def words_of(card: PanelCard, panel: Panel) -> str:
    """A card's own words."""
    return str(getattr(card, panel.words))


def panel_views(document: Document, board_id: str, panels: Sequence[Panel]) -> tuple[PanelView, ...]:
    """The public words of all cards, panel by panel, in the engagement's language."""
    words = Words(language_of(document))
    return tuple(
        PanelView(
            panel.id,
            panel.name(words),
            panel.hint(words),
            tuple(_card(document, card, panel, words) for card in cards_of(document, board_id, panel)),
            head=words(panel.words_label),
        )
        for panel in panels
    )


def view_of(document: Document, board_id: str, panels: Sequence[Panel], showing: Showing) -> PanelsView:
    """The view of a board; raises EditRejected("gone") if it is no more."""
    board = document.get(Board, board_id)
    return PanelsView(
        board_id=board_id,
        kind=board.kind,
        title=board.title,
        question=board.question,
        language=language_of(document),
        showing=showing,
        panels=panel_views(document, board_id, panels),
    )


def _card(document: Document, card: PanelCard, panel: Panel, words: Words) -> CardView:
    public = [each for each in panel.fields if not each.private]
    told = {each.key: told_of(document, card, each, words) for each in public}
    return CardView(
        id=card.id,
        code=card.code,
        words=words_of(card, panel),
        below=tuple(told[each.key] for each in public if each.on_card and told[each.key]),
        parts=tuple((each.key, words(each.label), told[each.key]) for each in public if told[each.key]),
        done=panel.done(card),
        foot=frozenset(each.key for each in public if each.foot),
    )


def told_of(document: Document, card: Record, field: RowField, words: Words) -> str:
    """What a field says, in words; "" where nothing is known, or something that is not to choose."""
    value = getattr(card, field.key)
    if isinstance(value, date):
        return words.date(value)
    typed = "" if value is None else str(value)
    if field.choices is None or not typed:
        return typed
    return dict(field.choices(document, words)).get(typed, "")


def fields_of(document: Document, card: PanelCard, panel: Panel, words: Words) -> tuple[Field, ...]:
    """The lines of a card in the inspector: its own words, its public fields, then the private ones."""
    return (
        Field(panel.words, words(panel.words_label), words_of(card, panel), "line"),
        *_lines(document, card, [each for each in panel.fields if not each.private], words),
        *_lines(document, note_of(document, card, panel), [each for each in panel.fields if each.private], words),
    )


def note_of(document: Document, card: PanelCard, panel: Panel) -> Record:
    """What is private of a card: as it was noted, else a record that says nothing."""
    return document.find(panel.note, card.id) or panel.note(id=card.id)


def _lines(document: Document, record: Record, fields: Sequence[RowField], words: Words) -> Iterator[Field]:
    for each in fields:
        value = getattr(record, each.key)
        typed = value.isoformat() if isinstance(value, date) else "" if value is None else str(value)
        choices = each.choices(document, words) if each.choices else ()
        yield Field(each.key, words(each.label), typed, each.form, private=each.private, choices=choices)
