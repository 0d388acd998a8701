"""What participants may see of a 1:1 assessment: what it asks and how far it is, and no answer.

Levels come into the view by the private layer ANSWERS alone, and with them nothing else: no comment, reason, example
or name.
"""

from dataclasses import dataclass
from datetime import date

from facilitator.boards.assessment.model import Assessment
from facilitator.boards.assessment.own.reading import Answered, answered_on
from facilitator.boards.assessment.rules.results import Said, Value, dimension_values, is_hollow
from facilitator.boards.assessment.view import instrument_of
from facilitator.content.instruments import Area, Instrument, instrument
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, language_of
from facilitator.domain.view import PLAIN, Showing, View

ANSWERS = "answers"
"""The private layer: the levels that were chosen."""

STATEMENT, DIMENSION, OVERVIEW = "statement", "dimension", "overview"
"""The forms."""


@dataclass(frozen=True, slots=True)
class StatementView:
    """One statement and whether it was answered; `scored`, `level` and `hollow` say how where the layer is on.

    `id` is the answer's id whether or not a record exists yet. `hollow`: a level without an example, where one is
    asked for.
    """

    id: str
    area: str
    answered: bool
    scored: str = ""
    level: int | None = None
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class OwnView(View):
    """All statements of one instrument, in order."""

    instrument: str
    assessed_on: date | None
    statements: tuple[StatementView, ...]

    @property
    def asked(self) -> Instrument:
        """The instrument."""
        return instrument(self.instrument)

    @property
    def shows_answers(self) -> bool:
        """Whether the layer is on."""
        return ANSWERS in self.showing.layers

    @property
    def answered(self) -> int:
        """How many statements were answered."""
        return sum(each.answered for each in self.statements)

    @property
    def at(self) -> StatementView | None:
        """The statement in the spotlight, else the first that is not answered; None once all are."""
        wanted = self.showing.spotlight
        chosen = next((each for each in self.statements if each.id == wanted), None)
        return chosen or next((each for each in self.statements if not each.answered), None)

    def of(self, dimension: str) -> tuple[StatementView, ...]:
        """The statements of one dimension."""
        ids = {area.id for area in self.asked.areas_of(dimension)}
        return tuple(each for each in self.statements if each.area in ids)

    def values(self) -> tuple[Value, ...]:
        """What each dimension comes to, as far as levels are in the view."""
        return dimension_values(self.asked, self.said())

    def said(self) -> tuple[Said, ...]:
        """The levels that are in the view, as the rules take them."""
        return tuple(
            Said(each.area, "level", each.level)
            if each.level is not None
            else Said(each.area, "not_applicable" if each.scored == "not_applicable" else "")
            for each in self.statements
        )


def dimension_of(asked: Instrument, area: Area) -> str:
    """The group that a statement stands in: its dimension, or the instrument itself where that has none."""
    return area.dimension or asked.id


def view_of(document: Document, board_id: str, showing: Showing = PLAIN) -> OwnView:
    """The view of a 1:1 assessment; raises EditRejected("gone") if the board is no more."""
    board = document.get(Board, board_id)
    asked = instrument_of(document, board_id)
    found = document.find(Assessment, board_id)
    answered = answered_on(document, board_id).values()
    seen = ANSWERS in showing.layers
    return OwnView(
        board_id=board_id,
        kind=board.kind,
        title=board.title,
        question=board.question,
        language=language_of(document),
        showing=showing,
        instrument=asked.id,
        assessed_on=found.assessed_on if found else None,
        statements=tuple(_seen(asked, each) if seen else _unseen(each) for each in answered),
    )


def _unseen(each: Answered) -> StatementView:
    return StatementView(each.answer.id, each.answer.statement, bool(each.answer.scored))


def _seen(asked: Instrument, each: Answered) -> StatementView:
    answer, said = each.answer, each.said
    hollow = "example" in asked.asks and "evidence" not in asked.asks and is_hollow(said)
    return StatementView(answer.id, answer.statement, bool(answer.scored), answer.scored, said.level, hollow)
