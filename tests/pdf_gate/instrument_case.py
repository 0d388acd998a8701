"""Engagements with a board of every kind and instrument: without a word in them, and with every statement answered."""

from collections.abc import Iterator

from engagements import founding
from facilitator.boards.assessment.model import Answer, AnswerTag, NextStep, OwnAnswer, Respondent
from facilitator.catalogue import KINDS
from facilitator.content.instruments import Instrument, instruments
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement
from facilitator.domain.language import Language
from facilitator.domain.record import Record
from pdf_gate.cases import DAY

SAID = {"reason": "No such data", "example": "The notice at the desk", "comment": "We talked of it in May"}
FOUND = {"strengths": "The team knows it by heart", "weaknesses": "Nothing is written down", "evidence": "Interviews"}


def every_kind(language: Language) -> Document:
    """One board of each kind as it is when it is new."""
    return Document.of([*_engagement(language), *_boards()])


def every_instrument(language: Language) -> Document:
    """The same with every statement of every instrument answered, in each of the ways."""
    answers = (record for asked in instruments() for record in _answered(asked))
    return Document.of([*every_kind(language).records(), *answers])


def _engagement(language: Language) -> Iterator[Record]:
    found = (record for record in founding().added() if isinstance(record, Engagement))
    yield from (record.having(language=language) for record in found)


def _boards() -> Iterator[Record]:
    for number, kind in enumerate(KINDS, start=1):
        board = Board(id=kind.id, number=number, kind=kind.id, title=kind.id.replace("_", " "))
        yield board
        yield from kind.found(board, DAY, "Permits")


def _answered(asked: Instrument) -> Iterator[Record]:
    board = {"digital_audit": "assessment"}.get(asked.id, asked.id)
    if asked.one_to_one:
        yield Respondent(id=board, organization="Town of Quinte", subject="Bookings")
    for number, area in enumerate(asked.areas):
        its_id, level = f"{board}.{area.id}", number % 5
        if not asked.one_to_one:
            yield Answer(id=its_id, board_id=board, area=area.id, level=level, **FOUND)
            continue
        scored = "unknown" if number % 7 == 6 else "not_applicable" if number % 9 == 8 else "level"
        weighs = {"level": level if scored == "level" else None, "importance": number % 3 + 1, "target": 4}
        yield OwnAnswer(id=its_id, board_id=board, statement=area.id, scored=scored, **weighs, **SAID)
        if "constraint" in asked.asks:
            yield AnswerTag(id=f"{its_id}.time", answer_id=its_id, tag="time", within="control")
    if asked.one_to_one:
        first, more = asked.areas[0].id, {"text": "Put up a notice", "why": "People asked", "owner": "Clerk"}
        yield NextStep(id=f"{board}.step", board_id=board, number=1, statement=first, effort="S", due=DAY, **more)
