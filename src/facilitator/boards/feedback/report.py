"""The facilitator's report on a feedback form: how many came, what it comes to by the same rules, all comments."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from facilitator.boards.described import Finding
from facilitator.boards.feedback.results import LIMITS
from facilitator.boards.feedback.tables import private_tables
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board
from facilitator.handouts import kit

_SHARES = ((0.8, 3, 1.1, 2.6), (1.6, 4, 1.2))
_ROW_HEADS = (0, None)  # several comments stand below one question, so that it heads no row


def private_report(document: Document, board_id: str, findings: Sequence[Finding], words: Words) -> list[Flowable]:
    """The parts of the report; [] where nothing came in."""
    found = private_tables(document, board_id, words)
    if not found:
        return []
    parts = [
        kit.kicker(words("feedback.report_kicker")),
        kit.heading(document.get(Board, board_id).title, 1),
        kit.lead(words("feedback.method", least=LIMITS.group, cell=LIMITS.cell)),
        *kit.bullets([each.message for each in findings]),
    ]
    for table, shares, row_head in zip(found, _SHARES, _ROW_HEADS, strict=False):
        parts += [kit.heading(table.title, 2), kit.table(table.columns, table.rows, shares, row_head=row_head)]
    return parts
