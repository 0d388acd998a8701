"""The 1:1 assessment as a kind of board: one for each instrument that asks one person at a time."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NoReturn, cast

from facilitator.boards.assessment.model import (
    AnswerTag,
    Assessment,
    Dataset,
    NextStep,
    OwnAnswer,
    Respondent,
)
from facilitator.boards.assessment.own import edits, entries, offers
from facilitator.boards.assessment.own.capture import can_be
from facilitator.boards.assessment.own.drawing import picture_of
from facilitator.boards.assessment.own.evidence import evidence_of
from facilitator.boards.assessment.own.fields import fields_of_board, fields_of_statement
from facilitator.boards.assessment.own.findings import findings_of
from facilitator.boards.assessment.own.reading import answered_on, anything_private_on, respondent_on
from facilitator.boards.assessment.own.tables import private_tables, statement_table
from facilitator.boards.assessment.own.view import (
    ANSWERS,
    DIMENSION,
    OVERVIEW,
    STATEMENT,
    OwnView,
    dimension_of,
    view_of,
)
from facilitator.boards.assessment.own.wording import groups_of
from facilitator.boards.described import (
    Direction,
    EntryList,
    Field,
    Finding,
    Form,
    Item,
    ItemGroup,
    Layer,
    Offer,
    Table,
)
from facilitator.boards.evidence import Evidence
from facilitator.boards.given_items import GivenItems
from facilitator.boards.typed import require_field
from facilitator.content.instruments import Instrument, instrument
from facilitator.content.steps import Step
from facilitator.content.theme import Theme
from facilitator.content.words import Words
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Person, language_of
from facilitator.domain.picture import Picture
from facilitator.domain.record import Record
from facilitator.domain.refusal import EditRejected
from facilitator.domain.view import PLAIN, Showing, View
from facilitator.workshop.capture import AddLine

if TYPE_CHECKING:
    from reportlab.platypus import Flowable


class OwnKind(GivenItems):
    """The statements of one instrument, answered by one person for themselves or their organization.

    Its id is the instrument's. What is answered is private; levels alone can be shown, through a layer.
    """

    fixed = "assessment_fixed"
    captures_privately = True
    for_one = True
    records: tuple[type[Record], ...] = (Assessment, Respondent, OwnAnswer, AnswerTag, NextStep, Dataset)

    def __init__(self, instrument_id: str) -> None:
        self.id = instrument_id

    @property
    def asked(self) -> Instrument:
        """The instrument of all such boards."""
        return instrument(self.id)

    def found(self, board: Board, today: date, project: str = "") -> tuple[Record, ...]:
        """The instrument, assessed today."""
        return (Assessment(id=board.id, instrument=self.id, assessed_on=today),)

    def forms(self, words: Words) -> tuple[Form, ...]:
        """One statement at a time, one dimension (where there are some), all of it."""
        shown = (STATEMENT, DIMENSION, OVERVIEW) if self.asked.dimensions else (STATEMENT, OVERVIEW)
        return tuple(Form(each, words(f"assessment.form_{each}")) for each in shown)

    def layers(self, words: Words) -> tuple[Layer, ...]:
        """The levels that were chosen."""
        return (Layer(ANSWERS, words("assessment.layer_answers")),)

    def view(self, document: Document, board_id: str, showing: Showing = PLAIN) -> OwnView:
        """What is asked and how far it is; levels only where their layer is on, never words or names."""
        return view_of(document, board_id, showing)

    def picture(self, view: View, theme: Theme) -> Picture:
        """The statement that comes next, or in the spotlight; its dimension; or all dimensions."""
        return picture_of(_own(view), theme)

    def items(self, view: View) -> tuple[Item, ...]:
        """The statements in order; the group of each is its dimension, never its level."""
        own = _own(view)
        asked = own.asked
        areas = [asked.area(each.area) for each in own.statements]
        return tuple(
            Item(each.id, area.code, area.name.within(view.language), dimension_of(asked, area))
            for each, area in zip(own.statements, areas, strict=True)
        )

    def open_items(self, view: View) -> tuple[str, ...]:
        """The statements that were not answered."""
        return tuple(each.id for each in _own(view).statements if not each.answered)

    def groups(self, view: View, words: Words) -> tuple[ItemGroup, ...]:
        """The dimensions."""
        return tuple(ItemGroup(*each) for each in groups_of(_own(view).asked, words.language))

    def in_time(self, document: Document, board_id: str) -> tuple[str, ...]:
        """Nothing: which answers are the newest is nobody's business."""
        return ()

    def spots(self, view: View, words: Words) -> tuple[ItemGroup, ...]:
        """Every statement."""
        return tuple(ItemGroup(item.id, f"{item.code} {item.name}") for item in self.items(view))

    def spot_of(self, view: View, item_id: str) -> str:
        """A statement itself."""
        return item_id if any(each.id == item_id for each in _own(view).statements) else ""

    def counts(self, view: View) -> Mapping[str, int]:
        """How many statements were answered, and how many there are."""
        own = _own(view)
        return {"answered": own.answered, "statements": len(own.statements)}

    def tables(self, view: View, words: Words) -> tuple[Table, ...]:
        """What is asked."""
        return (statement_table(_own(view), words),)

    def private_tables(self, document: Document, board_id: str, words: Words) -> tuple[Table, ...]:
        """Every answer, what each dimension comes to, next steps and inventory."""
        return private_tables(document, board_id, words)

    def private_badges(self, document: Document, board_id: str) -> Mapping[str, str]:
        """The level of each answer, "?" for what nobody knows, "–" for what does not apply."""
        signs = {"unknown": "?", "not_applicable": "–"}
        answered = [each.answer for each in answered_on(document, board_id).values() if each.answer.scored]
        return {each.id: signs.get(each.scored, str(each.level)) for each in answered}

    def handout(self, view: View, words: Words, width: float) -> "list[Flowable]":
        """The questions."""
        from facilitator.boards.assessment.own.pages import questions  # ReportLab is slow to load and seldom needed

        return questions(_own(view), words)

    def prep_guide(self, words: Words, width: float) -> "list[Flowable]":
        """The questions, to think about before."""
        from facilitator.boards.assessment.own.pages import prep_guide  # as in handout

        return prep_guide(self.asked, words)

    def private_report(
        self, document: Document, board_id: str, today: date, words: Words, width: float
    ) -> "list[Flowable]":
        """The results as the respondent gets them; [] where nothing was noted."""
        return self.own_results(document, board_id, words, width)

    def own_results(self, document: Document, board_id: str, words: Words, width: float) -> "list[Flowable]":
        """Who and when, the radar with its table, every dimension in words, what comes first, next steps, inventory."""
        from facilitator.boards.assessment.own.report import own_results  # as in handout

        return own_results(document, board_id, words, width) if anything_private_on(document, board_id) else []

    def respondent(self, document: Document, board_id: str) -> str | None:
        """Who answers."""
        return respondent_on(document, board_id).person_id

    def put_respondent(self, document: Document, board_id: str, person: Person) -> Change:
        """Who answers, for their organization."""
        return edits.put_respondent(document, board_id, person)

    def withheld(self, document: Document, board_id: str) -> bool:
        """A 1:1 is for its two; its title may name them."""
        return True

    def findings(self, document: Document, board_id: str, today: date, words: Words) -> tuple[Finding, ...]:
        """The checks K01 to K07."""
        return findings_of(document, board_id, words)

    def steps(self) -> tuple[Step, ...]:
        """The steps of the instrument."""
        return self.asked.steps

    def captured_told(self, document: Document, board_id: str, change: Change, words: Words) -> str:
        """Which statement was answered and how: "T1: 3"; of what does not apply without a reason, that it is asked."""
        codes = {item.id: item.code for item in self.items(self.view(document, board_id))}
        signs = self.private_badges(document, board_id)
        given = {each.answer.id: each.answer for each in answered_on(document, board_id).values()}
        told = []
        for its_id in (swap.record.id for swap in change.swaps if swap.record.id in signs):
            why_wanted = given[its_id].scored == "not_applicable" and not given[its_id].reason
            key = "assessment.reason_wanted" if why_wanted else "assessment.answer_told"
            told.append(words(key, code=codes[its_id], sign=signs[its_id]))
        return words.list(told)

    def capture_hint(self, words: Words) -> str:
        """What the instrument takes for the next statement, or a code and a level."""
        asked = self.asked
        all_three = any(can_be(asked, area, "not_applicable") for area in asked.areas)
        ending = "" if all_three else "_unknown" if "unknown" in asked.asks else "_levels"
        return words(f"assessment.capture_hint_own{ending}", code=asked.areas[0].code)

    def evidence(self, document: Document, board_id: str, words: Words) -> tuple[Evidence, ...]:
        """That it was done."""
        return evidence_of(document, board_id, words)

    def offers(self, document: Document, board_id: str, words: Words) -> tuple[Offer, ...]:
        """The next steps that the answers suggest."""
        return offers.offers(document, board_id, words)

    def take(self, document: Document, board_id: str, offer_ids: Sequence[str], words: Words) -> Change:
        """Choose some of them, at most five apart from what is settled before launch."""
        return offers.take(document, board_id, offer_ids)

    def entry_lists(self, document: Document, item_id: str, words: Words) -> tuple[EntryList, ...]:
        """The next steps of the board, and its inventory where the instrument has one."""
        return entries.entry_lists(document, item_id, words)

    def put_entry(
        self, document: Document, item_id: str, list_id: str, entry_id: str, values: Mapping[str, str], words: Words
    ) -> Change:
        """A next step or a row of the inventory."""
        return entries.put_entry(document, item_id, list_id, entry_id, values, words)

    def delete_entry(self, document: Document, item_id: str, list_id: str, entry_id: str) -> Change:
        """A next step or a row of the inventory."""
        return entries.delete_entry(document, item_id, list_id, entry_id)

    def add(self, document: Document, board_id: str, line: AddLine, group: str) -> Change:
        """Answer the statement that the line names, else the next one."""
        return edits.capture(document, board_id, line, group)

    def regroup(self, document: Document, item_ids: Sequence[str], group: str) -> NoReturn:
        """Always raises EditRejected("assessment_fixed")."""
        raise EditRejected("assessment_fixed")

    def nudge(self, document: Document, item_ids: Sequence[str], direction: Direction) -> Change:
        """Right: one level up; left: one down. Raises EditRejected("nothing_to_do") for up and down, at the ends."""
        if direction in ("up", "down"):
            raise EditRejected("nothing_to_do")
        return edits.step_level(document, item_ids, 1 if direction == "right" else -1)

    def delete(self, document: Document, item_ids: Sequence[str]) -> Change:
        """Back to not answered, with no tags."""
        return edits.clear(document, item_ids)

    def fields(self, document: Document, item_id: str, words: Words) -> tuple[Field, ...]:
        """A statement with its answer and what is asked beside it; the board with who answers, and the results."""
        if document.find(Board, item_id):
            return fields_of_board(document, item_id, words)
        return fields_of_statement(document, item_id, words)

    def set_field(self, document: Document, item_id: str, key: str, value: str) -> Change:
        """Edit one line of the inspector; raises KeyError for a key that is none of `fields` or only tells."""
        require_field(self.fields(document, item_id, Words(language_of(document))), key, value)
        if document.find(Board, item_id):
            return edits.set_board(document, item_id, key, value)
        return edits.set_statement(document, item_id, key, value)


def _own(view: View) -> OwnView:
    return cast(OwnView, view)


CAPACITY = OwnKind("capacity")
GOVERNANCE = OwnKind("governance")
PRINCIPLES = OwnKind("principles")
