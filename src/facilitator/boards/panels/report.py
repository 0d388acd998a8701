"""The facilitator's own report on a board of panels: what checks find, and what is private. Never for participants."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from reportlab.platypus import Flowable

from facilitator.boards.described import Finding, Table
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board
from facilitator.handouts import kit

_FINDING_SHARES = (1.5, 4.4, 3)
_CODE, _WORDS, _PART = 0.11, 3.0, 2.0


def private_report(
    document: Document, board_id: str, private_tables: Sequence[Table], findings: Sequence[Finding], words: Words
) -> list[Flowable]:
    """The pages of the report, [] where nothing is noted or found. Whoever prints them marks each as private."""
    if not private_tables and not findings:
        return []
    board = document.get(Board, board_id)
    return [
        kit.kicker(words("panels.report_kicker")),
        kit.heading(board.title, 1),
        kit.lead(board.question),
        *_findings(findings, words),
        *(part for table in private_tables for part in _table(table)),
    ]


def _findings(findings: Sequence[Finding], words: Words) -> Iterator[Flowable]:
    """A row for each finding; why a check matters stands in the first row of what it found."""
    if not findings:
        return
    rows = []
    for check, same in groupby(findings, lambda each: each.check):
        for number, each in enumerate(same):
            severity = kit.Cell("" if number else words(f"panels.severity_{each.severity}"), note=check)
            rows.append((severity, kit.Cell(each.message, note="" if number else each.why), each.action))
    yield kit.heading(words("panels.report_findings"), 2)
    heads = [words(f"panels.head_{head}") for head in ("weight", "open", "action")]
    yield kit.table(heads, rows, _FINDING_SHARES, row_head=1)


def _table(table: Table) -> Iterator[Flowable]:
    yield kit.heading(table.title, 2)
    if len(table.columns) < 3:
        yield kit.table(table.columns, table.rows)
        return
    shares = (_WORDS, *(_PART for _ in table.columns[2:]))
    yield kit.table(table.columns, table.rows, (_CODE * sum(shares), *shares))
