"""The golden threads of a board as a matrix: values down, impacts across, and in the cells what joins them."""

from collections.abc import Iterator, Mapping, Sequence
from math import ceil

from reportlab.platypus import Flowable

from facilitator.boards.value_board.checks.threads import counts
from facilitator.boards.value_board.detail_tables import cards_of_column
from facilitator.boards.value_board.pages.joining import Joined, joined
from facilitator.boards.value_board.pages.telling import codes, in_code_order
from facilitator.boards.value_board.view import CardView, ValueBoardView
from facilitator.content import value_board as content
from facilitator.content.words import Words
from facilitator.handouts import kit

_ACROSS = 6
"""Impacts side by side: more would break their words."""
_HEAD_SHARE = 1.5
_NAME_LIMIT = 70


def matrix(view: ValueBoardView, words: Words) -> list[Flowable]:
    """A page on its side, [] for a board without values or without impacts."""
    values, impacts = cards_of_column(view, "guiding"), cards_of_column(view, "impact")
    if not values or not impacts:
        return []
    return [
        kit.new_page(wide=True),
        kit.kicker(view.title),
        kit.page_title(words("value.page_threads")),
        kit.lead(traceable(view, words)),
        kit.paragraph(words("value.threads_lead")),
        *_tables(values, impacts, joined(view), words),
        *_legend(view, words),
    ]


def traceable(view: ValueBoardView, words: Words) -> str:
    """How many impacts have a whole thread, as a count and no grade: "9 of 12 impacts"; "" where there are none."""
    found = counts(view)
    return words("value.traceable", traced=found.traceable, count=found.impacts) if found.impacts else ""


def _tables(
    values: Sequence[CardView],
    impacts: Sequence[CardView],
    found: Mapping[tuple[str, str], Joined],
    words: Words,
) -> Iterator[Flowable]:
    """One table, or several of as many impacts each, where there are too many for the width of a page."""
    size = ceil(len(impacts) / ceil(len(impacts) / _ACROSS))
    for start in range(0, len(impacts), size):
        across = impacts[start : start + size]
        if size < len(impacts):
            yield kit.page_section(words("value.impacts_from_to", first=across[0].code, last=across[-1].code))
        heads = [words("value.head_threads"), *(_named(impact) for impact in across)]
        rows: list[list[str | kit.Cell]] = [
            [_named(value), *(_cell(found.get((value.id, each.id)), words) for each in across)] for value in values
        ]
        yield kit.table(heads, rows, [_HEAD_SHARE, *(1 for _ in across)])


def _named(card: CardView) -> str:
    """Code and text, cut where it is long: the board in words has all of it."""
    text = card.text if len(card.text) <= _NAME_LIMIT else f"{card.text[: _NAME_LIMIT - 1].rstrip()}…"
    return f"{card.code} {text}"


def _cell(found: Joined | None, words: Words) -> kit.Cell:
    if found is None:
        return kit.Cell()
    approaches = [
        words("value.by_way_of", code=card.code, impact=by.code) if by else card.code for card, by in found.approaches
    ]
    names = [content.link_kind(kind).name.within(words.language) for kind in found.kinds]
    missing = bool(approaches) and not found.measures
    measures = content.gap_words()["no_measure"].within(words.language) if missing else codes(found.measures)
    return kit.Cell(measures, lead=", ".join(approaches), note=", ".join(names), missing=missing)


def _legend(view: ValueBoardView, words: Words) -> Iterator[Flowable]:
    """What the codes in the cells stand for."""
    for column in ("approach", "kpi"):
        cards = in_code_order(cards_of_column(view, column))
        if cards:
            yield kit.heading(content.column(column).name.within(words.language), 3)
            yield from kit.codes([(card.code, card.text) for card in cards])
