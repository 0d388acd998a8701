"""The facilitator's report on several checklists: all of them side by side, and what the checks find on each."""

from collections.abc import Iterator, Sequence
from datetime import date

from reportlab.platypus import Flowable

from facilitator.boards.checklist.across import checklists_of, items_across, phases_across
from facilitator.boards.described import Finding, Table
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board
from facilitator.handouts import kit

_ABREAST = 4
"""Boards that a page has room for beside each other."""


def private_report(
    document: Document, board_id: str, day: date, findings: Sequence[Finding], words: Words
) -> list[Flowable]:
    """What is open on one board on this day; before it, on the first board, all boards side by side.

    [] where there is one checklist only: it is in the participants' pack.
    """
    boards = checklists_of(document)
    if len(boards) < 2:
        return []
    title = document.get(Board, board_id).title
    first = boards[0].id == board_id
    return [
        kit.kicker(words("checklist.report_kicker")),
        kit.heading(title, 1),
        kit.lead(words("checklist.report_lead", day=words.date(day))),
        *_findings(findings, words),
        *(_across(document, boards, words) if first else ()),
    ]


def _findings(findings: Sequence[Finding], words: Words) -> Iterator[Flowable]:
    if not findings:
        yield kit.paragraph(words("checklist.report_nothing"))
        return
    heads = [words("checklist.report_open"), words("checklist.report_action")]
    yield kit.table(heads, [(kit.Cell(each.message, note=each.check), each.action) for each in findings], (3, 1.4))


def _across(document: Document, boards: Sequence[Board], words: Words) -> Iterator[Flowable]:
    """Counts below what is open, then the items, on pages of their own."""
    abreast = [*_abreast(boards)]
    yield kit.heading(words("checklist.across_phases"), 2)
    for some in abreast:
        yield _table(phases_across(document, some, words))
    for some in abreast:
        yield kit.new_page()
        yield kit.kicker(words("checklist.report_kicker"))
        yield kit.page_title(words("checklist.across_items"))
        yield _table(items_across(document, some, words))


def _abreast(boards: Sequence[Board]) -> Iterator[Sequence[Board]]:
    """As few tables as there is room for, with about as many boards each."""
    tables = -(-len(boards) // _ABREAST)
    many = -(-len(boards) // tables)
    return (boards[start : start + many] for start in range(0, len(boards), many))


def _table(table: Table) -> Flowable:
    return kit.table(table.columns, table.rows, (2.4, *(1.3 for _ in table.columns[1:])))
