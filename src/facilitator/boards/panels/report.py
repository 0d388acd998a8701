"""The facilitator's own report on a board of panels: what checks find, and what is private. Never for participants."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from reportlab.platypus import Flowable

from facilitator.boards.described import Finding, Table
from facilitator.boards.panels.handout import are_sparse
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board
from facilitator.handouts import kit

_FINDING_SHARES = (1.5, 4.4, 3)
_CODE, _WORDS, _PART, _THEME = 0.11, 3.0, 2.0, 2.0


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
        *_noted(private_tables, words),
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


def _noted(tables: Sequence[Table], words: Words) -> Iterator[Flowable]:
    """Each table under its title; many short ones of one sort as one table that names the title of each row."""
    for columns, alike in groupby(tables, lambda each: each.columns):
        found = tuple(alike)
        if are_sparse([len(table.rows) for table in found]):
            rows = [(table.title, *row) for table in found for row in table.rows]
            yield kit.heading(words("panels.report_noted"), 2)
            yield kit.table((words("panels.head_theme"), *columns), rows, (_THEME, *_shares(columns)), row_head=1)
            continue
        for table in found:
            yield kit.heading(table.title, 2)
            yield kit.table(columns, table.rows, _shares(columns) if len(columns) > 2 else None)


def _shares(columns: Sequence[str]) -> tuple[float, ...]:
    shares = (_WORDS, *(_PART for _ in columns[2:]))
    return _CODE * sum(shares), *shares
