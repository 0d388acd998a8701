"""The board kinds that ship, one line each."""

from facilitator.boards.assessment.group.kind import KIND as GROUP_SUMMARY
from facilitator.boards.assessment.kind import ADOPTION
from facilitator.boards.assessment.kind import KIND as ASSESSMENT
from facilitator.boards.assessment.own.kind import CAPACITY, GOVERNANCE, PRINCIPLES
from facilitator.boards.case_cards.kind import KIND as CASE_CARDS
from facilitator.boards.change_plan.kind import KIND as CHANGE_PLAN
from facilitator.boards.checklist.kind import Checklist
from facilitator.boards.feedback.kind import KIND as FEEDBACK
from facilitator.boards.kind import Kind
from facilitator.boards.question_queue.kind import KIND as QUESTION_QUEUE
from facilitator.boards.speaker_series.kind import KIND as SPEAKER_SERIES
from facilitator.boards.stakeholder_web.kind import KIND as STAKEHOLDER_WEB
from facilitator.boards.value_board.kind import KIND as VALUE_BOARD
from facilitator.domain.engagement import ENGAGEMENT_RECORDS
from facilitator.domain.record import Record

CHECKLIST = Checklist((STAKEHOLDER_WEB, VALUE_BOARD, ASSESSMENT, CAPACITY, GOVERNANCE, ADOPTION, CHANGE_PLAN))

KINDS: tuple[Kind, ...] = (
    STAKEHOLDER_WEB,
    VALUE_BOARD,
    CHECKLIST,
    ASSESSMENT,
    CAPACITY,
    GOVERNANCE,
    PRINCIPLES,
    ADOPTION,
    GROUP_SUMMARY,
    SPEAKER_SERIES,
    CASE_CARDS,
    QUESTION_QUEUE,
    CHANGE_PLAN,
    FEEDBACK,
)

RECORD_TYPES: tuple[type[Record], ...] = (
    *ENGAGEMENT_RECORDS,
    *dict.fromkeys(record for kind in KINDS for record in kind.records),
)
"""Every record type of an engagement file, in the order in which the tables refer to each other."""


_BY_ID = {kind.id: kind for kind in KINDS}


def kind_of(kind_id: str) -> Kind:
    """The kind with this id; raises KeyError."""
    return _BY_ID[kind_id]
