"""The text twin of a printed value board: every card by column and strip, with what is known of it and its links."""

from collections.abc import Iterator
from itertools import groupby

from reportlab.platypus import Flowable

from facilitator.boards.value_board.detail_tables import cards_of_column, column_table, test_table
from facilitator.boards.value_board.pages.telling import coded, links_told, told
from facilitator.boards.value_board.tables import card_table
from facilitator.boards.value_board.view import ValueBoardView
from facilitator.content import value_board as content
from facilitator.content.words import Words
from facilitator.handouts import kit

_SHARES = (1.8, 4.2, 3.1)
_SHORT_SHARES = (1, 5, 2, 2)
_TEST_SHARES = (5, 2)
_ACROSS = 2


def twin(view: ValueBoardView, words: Words) -> list[Flowable]:
    """Each card with all that is known of it and what it is linked to; of indicators the register tells the rest."""
    parts = _head(view, words("value.twin_lead"), words)
    links = links_told(view, words)
    for column in content.columns_and_strips():
        cards = cards_of_column(view, column.id)
        if not cards:
            continue
        known = _known(view, column.id, words)
        rows = [(coded(card), known[card.id], links.get(card.id, "")) for card in cards]
        heads = [words(f"value.head_{head}") for head in ("card", "known", "links")]
        shown = [0, *(place for place in (1, 2) if any(row[place] for row in rows))]
        parts.append(kit.heading(_column_head(column.name.within(words.language), len(cards), words), 3))
        if len(shown) == 1:
            parts += kit.codes([(card.code, card.text) for card in cards], _ACROSS)
            continue
        parts.append(
            kit.table(
                [heads[place] for place in shown],
                [[row[place] for place in shown] for row in rows],
                [_SHARES[place] for place in shown],
            )
        )
    return parts


def short_twin(view: ValueBoardView, words: Words) -> list[Flowable]:
    """Each card with the codes of those that it leads to and comes from."""
    parts = _head(view, words("value.short_twin_lead"), words)
    table = card_table(view, words)
    for name, found in groupby(table.rows, key=lambda row: row[0]):
        rows = [row[1:-1] for row in found]
        parts.append(kit.heading(_column_head(name, len(rows), words), 3))
        if any(row[2] or row[3] for row in rows):
            parts.append(kit.table(table.columns[1:-1], rows, _SHORT_SHARES, row_head=1))
        else:
            parts += kit.codes([(code, text) for code, text, _, _ in rows], _ACROSS)
    return parts


def _head(view: ValueBoardView, lead: str, words: Words) -> list[Flowable]:
    return [
        kit.new_page(),
        kit.kicker(view.title),
        kit.page_title(words("value.page_twin")),
        kit.lead(lead),
        *_test(view, words),
    ]


def _test(view: ValueBoardView, words: Words) -> Iterator[Flowable]:
    table = test_table(view, words)
    if table:
        yield kit.heading(table.title, 3)
        yield kit.table(table.columns, table.rows, _TEST_SHARES)


def _column_head(name: str, count: int, words: Words) -> str:
    return words("value.column_count", column=name, count=count)


def _known(view: ValueBoardView, column: str, words: Words) -> dict[str, str]:
    """By card id all that is known, a line for each field."""
    table = column_table(view, column, words)
    cards = cards_of_column(view, column)
    if table is None or column == "kpi":
        return dict.fromkeys((card.id for card in cards), "")
    said = (
        "\n".join(
            filter(None, (told(head, cell, words) for head, cell in zip(table.columns[2:], row[2:], strict=True)))
        )
        for row in table.rows
    )
    return {card.id: lines for card, lines in zip(cards, said, strict=True)}
