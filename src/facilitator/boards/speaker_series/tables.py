"""The facilitator's own tables: every speaker with how it stands with them, agreed or not, and notes on take-aways."""

from collections.abc import Iterable, Mapping

from facilitator.boards.described import Table
from facilitator.boards.panels import tables
from facilitator.boards.panels.reading import cards_of, note_of, told_of, words_of
from facilitator.boards.speaker_series.announced import has_agreed
from facilitator.boards.speaker_series.panels import PANELS
from facilitator.content.words import Words
from facilitator.domain.document import Document

_FIELDS = {each.key: each for each in PANELS[0].fields}
_AGREED_ON = ("state", "contact", "note")
_TELLING = ("position", "organization", "about", "principle", "speaks_on")
_Row = tuple[str, str, Mapping[str, str]]


def private_tables(document: Document, board_id: str, words: Words) -> tuple[Table, ...]:
    """How it stands with each speaker; who is meant by those who are not announced; notes on take-aways."""
    rows = _rows(document, board_id, words)
    waiting = [row for card_id, row in rows.items() if not has_agreed(document, card_id)]
    found = (
        _table(words("speakers.table_agreed_on"), _AGREED_ON, rows.values(), words),
        _table(words("speakers.table_waiting"), _TELLING, waiting, words),
    )
    return (*(each for each in found if each.rows), *_noted(document, board_id, words))


def _noted(document: Document, board_id: str, words: Words) -> tuple[Table, ...]:
    return tables.private_tables(document, board_id, PANELS[1:], words)


def _rows(document: Document, board_id: str, words: Words) -> dict[str, _Row]:
    panel, found = PANELS[0], dict[str, _Row]()
    for card in cards_of(document, board_id, panel):
        note = note_of(document, card, panel)
        told = {each.key: told_of(document, note if each.private else card, each, words) for each in panel.fields}
        found[card.id] = card.code, words_of(card, panel), told
    return found


def _table(title: str, keys: Iterable[str], rows: Iterable[_Row], words: Words) -> Table:
    wanted = tuple(keys)
    heads = (words("panels.head_code"), words(PANELS[0].words_label), *(words(_FIELDS[each].label) for each in wanted))
    return Table(title, heads, tuple((code, name, *(told[each] for each in wanted)) for code, name, told in rows))
