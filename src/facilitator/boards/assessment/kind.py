"""The assessment that everybody may see as a kind of board: the digital audit, the adoption check of a group."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, cast

from facilitator.boards.assessment import edits
from facilitator.boards.assessment.evidence import evidence_of
from facilitator.boards.assessment.fields import fields_of_area, fields_of_board
from facilitator.boards.assessment.layout import steps_moved
from facilitator.boards.assessment.model import Answer, Assessment
from facilitator.boards.assessment.picture import picture_of
from facilitator.boards.assessment.tables import area_table
from facilitator.boards.assessment.view import USUAL_INSTRUMENT, AssessmentView, view_of
from facilitator.boards.assessment.wording import level_told
from facilitator.boards.described import Direction, Field, Item, ItemGroup, Table
from facilitator.boards.evidence import Evidence
from facilitator.boards.given_items import GivenItems
from facilitator.boards.typed import require_field
from facilitator.content.instruments import Instrument, instrument
from facilitator.content.steps import Step
from facilitator.content.theme import Theme
from facilitator.content.words import Words
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, language_of
from facilitator.domain.picture import Picture
from facilitator.domain.record import Record
from facilitator.domain.refusal import EditRejected
from facilitator.domain.view import PLAIN, Showing, View
from facilitator.workshop.capture import AddLine

if TYPE_CHECKING:
    from reportlab.platypus import Flowable


class AssessmentKind(GivenItems):
    """The areas of one instrument: the level of each, what is behind it, and what comes first."""

    fixed = "assessment_fixed"
    records: tuple[type[Record], ...] = (Assessment, Answer)

    def __init__(self, its_id: str, instrument_id: str) -> None:
        self.id = its_id
        self._instrument = instrument_id

    @property
    def asked(self) -> Instrument:
        """The instrument of all such boards."""
        return instrument(self._instrument)

    def found(self, board: Board, today: date, project: str = "") -> tuple[Record, ...]:
        """The instrument, assessed today."""
        return (Assessment(id=board.id, instrument=self._instrument, assessed_on=today),)

    def view(self, document: Document, board_id: str, showing: Showing = PLAIN) -> AssessmentView:
        """All of it: an assessment of the whole organization holds nothing private."""
        return view_of(document, board_id)

    def picture(self, view: View, theme: Theme) -> Picture:
        """Every area on its scale, and beside them what comes first."""
        return picture_of(_own(view), theme)

    def items(self, view: View) -> tuple[Item, ...]:
        """The areas in the order of the instrument; the group of each is its level."""
        own = _own(view)
        return tuple(
            Item(each.id, area.code, area.name.within(view.language), _group(each.level))
            for each, area in zip(own.areas, instrument(own.instrument).areas, strict=True)
        )

    def open_items(self, view: View) -> tuple[str, ...]:
        """The areas without a level."""
        return tuple(each.id for each in _own(view).areas if each.level is None)

    def groups(self, view: View, words: Words) -> tuple[ItemGroup, ...]:
        """Not known, then the levels from 0: nothing gets a level that nobody said."""
        asked = instrument(_own(view).instrument)
        values = (None, *(level.value for level in asked.scale.levels))
        return tuple(ItemGroup(_group(value), level_told(asked, value, words.language)) for value in values)

    def counts(self, view: View) -> Mapping[str, int]:
        """How many areas have a level, how many are strengths or need work, how many there are."""
        own = _own(view)
        return {
            "rated": sum(each.level is not None for each in own.areas),
            "strengths": len(own.strengths()),
            "needing_work": len(own.needing_work()),
            "areas": len(own.areas),
        }

    def tables(self, view: View, words: Words) -> tuple[Table, ...]:
        """All areas in one table."""
        return (area_table(_own(view), words),)

    def handout(self, view: View, words: Words, width: float) -> "list[Flowable]":
        """The picture, what carries and what holds back, what comes first, and every area in words."""
        from facilitator.boards.assessment.handout import handout  # ReportLab is slow to load and seldom needed

        return handout(_own(view), words, width)

    def steps(self) -> tuple[Step, ...]:
        """Looking, rating, choosing."""
        return self.asked.steps

    def captured_told(self, document: Document, board_id: str, change: Change, words: Words) -> str:
        """Which area got which level: "U6: 4", "?" for not known."""
        rated = {swap.record.id for swap in change.swaps}
        told = []
        view = self.view(document, board_id)
        for each, item in zip(view.areas, self.items(view), strict=True):
            if each.id in rated:
                sign = "?" if each.level is None else str(each.level)
                told.append(words("assessment.answer_told", code=item.code, sign=sign))
        return words.list(told)

    def capture_hint(self, words: Words) -> str:
        """Code, level and words."""
        return words("assessment.capture_hint", code=self.asked.areas[-1].code)

    def evidence(self, document: Document, board_id: str, words: Words) -> tuple[Evidence, ...]:
        """How many areas have a level, and the quick results."""
        return evidence_of(document, board_id, words)

    def add(self, document: Document, board_id: str, line: AddLine, group: str) -> Change:
        """The area that the line names gets the level that the line says, else `group`."""
        return edits.rate_named(document, board_id, line, group)

    def regroup(self, document: Document, item_ids: Sequence[str], group: str) -> Change:
        """Give areas another level."""
        return edits.rate(document, item_ids, group)

    def nudge(self, document: Document, item_ids: Sequence[str], direction: Direction) -> Change:
        """Right: one level up; left: one down. Raises EditRejected("nothing_to_do") for up and down, at the ends."""
        if direction in ("up", "down"):
            raise EditRejected("nothing_to_do")
        return edits.step_level(document, item_ids, 1 if direction == "right" else -1)

    def drop(
        self,
        document: Document,
        board_id: str,
        item_ids: Sequence[str],
        x: float,
        y: float,
        showing: Showing = PLAIN,
    ) -> Change:
        """Give areas a level as many steps higher or lower as they were dragged; where up or down does not matter."""
        return edits.step_level(document, item_ids, steps_moved(x))

    def delete(self, document: Document, item_ids: Sequence[str]) -> Change:
        """Back to not known, nothing noted."""
        return edits.clear(document, item_ids)

    def fields(self, document: Document, item_id: str, words: Words) -> tuple[Field, ...]:
        """Level, strengths, weaknesses, evidence, mark and action of an area; heading and day of the board."""
        if document.find(Board, item_id):
            return fields_of_board(document, item_id, words)
        return tuple(fields_of_area(document, item_id, words))

    def set_field(self, document: Document, item_id: str, key: str, value: str) -> Change:
        """Edit one line of the inspector; raises KeyError for a key that is none of `fields` or only tells."""
        require_field(self.fields(document, item_id, Words(language_of(document))), key, value)
        if document.find(Board, item_id):
            return edits.set_board(document, item_id, key, value)
        return edits.set_answer(document, item_id, key, value)


def _group(level: int | None) -> str:
    return edits.UNKNOWN if level is None else str(level)


def _own(view: View) -> AssessmentView:
    return cast(AssessmentView, view)


KIND = AssessmentKind("assessment", USUAL_INSTRUMENT)
ADOPTION = AssessmentKind("adoption", "adoption")
