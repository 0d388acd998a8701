"""The board kinds that ship, one line each."""

from facilitator.boards.assessment.kind import KIND as ASSESSMENT
from facilitator.boards.checklist.kind import KIND as CHECKLIST
from facilitator.boards.kind import Kind
from facilitator.boards.stakeholder_web.kind import KIND as STAKEHOLDER_WEB
from facilitator.boards.value_board.kind import KIND as VALUE_BOARD
from facilitator.domain.engagement import ENGAGEMENT_RECORDS
from facilitator.domain.record import Record

KINDS: tuple[Kind, ...] = (STAKEHOLDER_WEB, VALUE_BOARD, CHECKLIST, ASSESSMENT)

RECORD_TYPES: tuple[type[Record], ...] = (*ENGAGEMENT_RECORDS, *(record for kind in KINDS for record in kind.records))
"""Every record type of an engagement file, in the order in which the tables refer to each other."""


_BY_ID = {kind.id: kind for kind in KINDS}


def kind_of(kind_id: str) -> Kind:
    """The kind with this id; raises KeyError."""
    return _BY_ID[kind_id]
