"""The last pages of a printed value board: how its cards were weighed, what is still open, which days to keep."""

from collections.abc import Iterator
from itertools import groupby

from reportlab.platypus import Flowable

from facilitator.boards.value_board.checks.analyses import findings_of
from facilitator.boards.value_board.dates import dates_of
from facilitator.boards.value_board.pages.telling import coded
from facilitator.boards.value_board.ranking import ranking_by_column
from facilitator.boards.value_board.tables import cards_in_order, still_open
from facilitator.boards.value_board.view import ValueBoardView
from facilitator.content import value_board as content
from facilitator.content.words import Words
from facilitator.handouts import kit

_RANK_SHARES = (2.4, 1.2, 5, 1)
_DATE_SHARES = (2.2, 4, 3)
_OPEN_SHARES = (1, 6)
_FOR_EVERYBODY = "B"
"""Checks of alignment are for all; those of the quality of an indicator (Q) are the facilitator's to raise."""


def closing(view: ValueBoardView, words: Words) -> list[Flowable]:
    """One page title over all three, [] where there is nothing to say."""
    return _page(view, words, [*ranked(view, words), *_open(view, words), *_dates(view, words)])


def short_closing(view: ValueBoardView, words: Words) -> list[Flowable]:
    """The same, but of what is open only where threads break off."""
    return _page(view, words, [*ranked(view, words), *_gaps(view, words), *_dates(view, words)])


def ranked(view: ValueBoardView, words: Words) -> Iterator[Flowable]:
    """The cards of each column by their dots, as the stage ranks them; nothing while totals are not revealed."""
    rows = [
        (
            content.column(column).one.within(words.language),
            words("value.rank_tied", rank=each.rank) if each.tied else str(each.rank),
            coded(each.card),
            words.number(each.dots),
        )
        for column, found in ranking_by_column(view)
        for each in found
    ]
    if rows:
        heads = [words(f"value.head_{head}") for head in ("column", "rank", "card", "dots")]
        yield kit.page_section(words("value.ranking"))
        yield kit.table(heads, rows, _RANK_SHARES, row_head=2)


def _page(view: ValueBoardView, words: Words, parts: list[Flowable]) -> list[Flowable]:
    if not parts:
        return []
    return [kit.new_page(), kit.kicker(view.title), kit.page_title(words("value.page_closing")), *parts]


def _open(view: ValueBoardView, words: Words) -> Iterator[Flowable]:
    """What the checks of alignment find on the day of printing; why one matters stands with the first that it found."""
    day = view.showing.day
    if day is None:
        yield from _gaps(view, words)
        return
    found = [each for each in findings_of(view, words, day) if each.check.startswith(_FOR_EVERYBODY)]
    yield kit.page_section(words("value.still_open"))
    if not found:
        yield kit.paragraph(words("value.nothing_open"))
        return
    rows = []
    for _, same in groupby(found, lambda each: each.check):
        for number, each in enumerate(same):
            rows.append(
                (words(f"value.severity_{each.severity}"), kit.Cell(each.message, note="" if number else each.why))
            )
    yield kit.table([words(f"value.head_{head}") for head in ("weight", "open")], rows, _OPEN_SHARES, row_head=1)


def _gaps(view: ValueBoardView, words: Words) -> Iterator[Flowable]:
    """Where threads break off, card by card."""
    gaps = still_open(view, words)
    if gaps:
        cards = [card for card in cards_in_order(view) if card.id in gaps]
        yield kit.page_section(words("value.still_open"))
        yield from kit.bullets(
            [words("value.open_card", code=card.code, card=card.text, gap=gaps[card.id]) for card in cards]
        )


def _dates(view: ValueBoardView, words: Words) -> Iterator[Flowable]:
    dates = dates_of(view, words)
    if dates:
        yield kit.page_section(words("value.dates"))
        yield kit.paragraph(words("value.dates_lead"))
        heads = [words(f"value.head_{head}") for head in ("day", "what", "note")]
        rows = [(words.date(each.day), each.title, each.note) for each in dates]
        yield kit.table(heads, rows, _DATE_SHARES)
