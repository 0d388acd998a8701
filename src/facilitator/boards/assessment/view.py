"""What participants may see of an assessment: all of it, in the order of its instrument."""

from dataclasses import dataclass
from datetime import date

from facilitator.boards.assessment.model import Answer, Assessment
from facilitator.boards.assessment.rules.results import Said, Suggestion, where_stuck
from facilitator.content.instruments import Instrument, instrument
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, language_of
from facilitator.domain.view import View

USUAL_INSTRUMENT = "digital_audit"


@dataclass(frozen=True, slots=True)
class AreaView:
    """One area and how it stands. `id` is the answer's id whether or not a record exists yet."""

    id: str
    area: str
    level: int | None
    strengths: str
    weaknesses: str
    evidence: str
    mark: str
    action: str


@dataclass(frozen=True, slots=True)
class AssessmentView(View):
    """All areas of one instrument, and the day on which they were looked at."""

    instrument: str
    assessed_on: date | None
    areas: tuple[AreaView, ...]

    def strengths(self) -> tuple[AreaView, ...]:
        """The areas that carry, the highest first."""
        found = [each for each in self.areas if instrument(self.instrument).is_strength(each.level)]
        return tuple(sorted(found, key=lambda each: -(each.level or 0)))

    def needing_work(self) -> tuple[AreaView, ...]:
        """The areas that hold back, the lowest first."""
        found = [each for each in self.areas if instrument(self.instrument).needs_work(each.level)]
        return tuple(sorted(found, key=lambda each: each.level or 0))

    def where_to_act(self) -> Suggestion | None:
        """The first area from the left that needs work, with what to do; None where none does, or areas are marked.

        For an instrument whose areas follow each other like steps.
        """
        asked = instrument(self.instrument)
        said = (Said(each.area, "" if each.level is None else "level", each.level) for each in self.areas)
        return None if asked.marks else where_stuck(asked, said)

    def marked(self, mark: str) -> tuple[AreaView, ...]:
        """The areas singled out as one thing ("quick"), in the order of the instrument."""
        return tuple(each for each in self.areas if each.mark == mark)


def answer_id(board_id: str, area: str) -> str:
    """The id of the answer for an area on a board: one answer an area."""
    return f"{board_id}.{area}"


def area_of_id(its_id: str) -> tuple[str, str]:
    """The board and the area whose answer has this id."""
    board_id, _, area = its_id.rpartition(".")
    return board_id, area


def instrument_of(document: Document, board_id: str) -> Instrument:
    """The instrument that a board asks through."""
    found = document.find(Assessment, board_id)
    return instrument(found.instrument if found else USUAL_INSTRUMENT)


def view_of(document: Document, board_id: str) -> AssessmentView:
    """The public view of an assessment; raises EditRejected("gone") if the board is no more."""
    board = document.get(Board, board_id)
    asked = instrument_of(document, board_id)
    found = document.find(Assessment, board_id)
    return AssessmentView(
        board_id=board_id,
        kind=board.kind,
        title=board.title,
        question=board.question,
        language=language_of(document),
        instrument=asked.id,
        assessed_on=found.assessed_on if found else None,
        areas=tuple(_area(document, board_id, area.id) for area in asked.areas),
    )


def _area(document: Document, board_id: str, area: str) -> AreaView:
    its_id = answer_id(board_id, area)
    found = document.find(Answer, its_id) or Answer(id=its_id, board_id=board_id, area=area)
    return AreaView(
        id=its_id,
        area=area,
        level=found.level,
        strengths=found.strengths,
        weaknesses=found.weaknesses,
        evidence=found.evidence,
        mark=found.mark,
        action=found.action,
    )
