"""The cards of a board of panels in tables: what everybody may read, and what is the facilitator's alone."""

from collections.abc import Iterator, Sequence

from facilitator.boards.described import Table
from facilitator.boards.panels.reading import cards_of, note_of, told_of, words_of
from facilitator.boards.panels.shape import Panel
from facilitator.boards.panels.view import CardView, PanelsView
from facilitator.content.words import Words
from facilitator.domain.document import Document


def tables(view: PanelsView, panels: Sequence[Panel], words: Words) -> tuple[Table, ...]:
    """One table a panel: code, words, and every public field, "" where nothing is known."""
    return tuple(
        Table(shown.name, _heads(panel, words), tuple(_row(card, panel) for card in shown.cards))
        for shown, panel in zip(view.panels, panels, strict=True)
    )


def private_tables(document: Document, board_id: str, panels: Sequence[Panel], words: Words) -> tuple[Table, ...]:
    """The same of private fields, for the facilitator: only panels and cards of which something is noted."""
    return tuple(table for panel in panels if (table := _private(document, board_id, panel, words)).rows)


def _heads(panel: Panel, words: Words) -> tuple[str, ...]:
    public = (words(each.label) for each in panel.fields if not each.private)
    return words("panels.head_code"), words(panel.words_label), *public


def _row(card: CardView, panel: Panel) -> tuple[str, ...]:
    told = {key: text for key, _, text in card.parts}
    return card.code, card.words, *(told.get(each.key, "") for each in panel.fields if not each.private)


def _private(document: Document, board_id: str, panel: Panel, words: Words) -> Table:
    fields = [each for each in panel.fields if each.private]

    def rows() -> Iterator[tuple[str, ...]]:
        for card in cards_of(document, board_id, panel):
            note = note_of(document, card, panel)
            told = tuple(told_of(document, note, each, words) for each in fields)
            if any(told):
                yield (card.code, words_of(card, panel), *told)

    heads = (words("panels.head_code"), words(panel.words_label), *(words(each.label) for each in fields))
    return Table(panel.name(words), heads, tuple(rows()))
