"""The anonymous group summary as a kind of board."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NoReturn, cast

from facilitator.boards.assessment.fields import fields_of_board
from facilitator.boards.assessment.group import edits, releases
from facilitator.boards.assessment.group.drawing import picture_of
from facilitator.boards.assessment.group.lines import QUESTION
from facilitator.boards.assessment.group.tables import tables
from facilitator.boards.assessment.group.told import check_told
from facilitator.boards.assessment.group.view import FIGURES, TALK, SummaryView, lines_on, view_of
from facilitator.boards.assessment.model import Assessment, SummaryLine, SummaryRelease
from facilitator.boards.described import Direction, EntryList, Field, Form, Item, ItemGroup, Table
from facilitator.boards.entry_check import EntryCheck
from facilitator.boards.given_items import GivenItems
from facilitator.boards.typed import require_field, require_no_scales
from facilitator.content.instruments import instrument
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

USUAL = "capacity"
"""The instrument of a new summary, until another one is chosen in the inspector."""


class SummaryKind(GivenItems):
    """What several organizations' 1:1 boards come to: nothing of anybody, and questions to discuss as its items."""

    id = "group_summary"
    fixed = "assessment_fixed"
    settings = ("instrument",)
    for_group = True
    records: tuple[type[Record], ...] = (Assessment, SummaryRelease, SummaryLine)

    def found(self, board: Board, today: date, project: str = "") -> tuple[Record, ...]:
        """A summary that shows nothing yet, with the questions of its instrument."""
        kept = Assessment(id=board.id, instrument=USUAL, assessed_on=today, summary=True)
        return (kept, *edits.prompts(board.id, instrument(USUAL)))

    def forms(self, words: Words) -> tuple[Form, ...]:
        """The chart with what is shared; themes and questions."""
        return tuple(Form(each, words(f"assessment.form_{each}")) for each in (FIGURES, TALK))

    def view(self, document: Document, board_id: str, showing: Showing = PLAIN) -> SummaryView:
        """The lines that were released, and the questions."""
        return view_of(document, board_id, showing)

    def picture(self, view: View, theme: Theme) -> Picture:
        """The chart, or themes and questions."""
        return picture_of(_own(view), theme)

    def items(self, view: View) -> tuple[Item, ...]:
        """The questions."""
        own = _own(view)
        return tuple(
            Item(each.id, f"Q{place}", own.words_of(each, own.language), QUESTION)
            for place, each in enumerate(own.questions, start=1)
        )

    def groups(self, view: View, words: Words) -> tuple[ItemGroup, ...]:
        """One: the questions."""
        return (ItemGroup(QUESTION, words("assessment.questions_heading")),)

    def in_time(self, document: Document, board_id: str) -> tuple[str, ...]:
        """The questions in their order."""
        return tuple(each.id for each in lines_on(document, board_id) if each.sort == QUESTION)

    def counts(self, view: View) -> Mapping[str, int]:
        """How many questions there are, and how many dimensions or statements something is shown of."""
        own = _own(view)
        return {"questions": len(own.questions), "shown": sum(not each.is_empty for each in own.charted)}

    def tables(self, view: View, words: Words) -> tuple[Table, ...]:
        """Questions, figures, themes, how it was protected."""
        return tuple(tables(_own(view), words))

    def private_tables(self, document: Document, board_id: str, words: Words) -> tuple[Table, ...]:
        """The log of releases; () before the first."""
        return releases.log(document, board_id, words)

    def handout(self, view: View, words: Words, width: float) -> "list[Flowable]":
        """The chart with its table, what is shared, themes, questions, how it was protected."""
        from facilitator.boards.assessment.group.pages import handout  # ReportLab is slow to load and seldom needed

        return handout(_own(view), words, width)

    def private_report(
        self, document: Document, board_id: str, today: date, words: Words, width: float
    ) -> "list[Flowable]":
        """Who is in, what would be shown and what not and why, and what was released."""
        from facilitator.boards.assessment.group.pages import check_report  # as in handout

        return check_report(document, board_id, today, words)

    def entry_lists(self, document: Document, item_id: str, words: Words) -> tuple[EntryList, ...]:
        """The releases: adding one puts the summary on the board."""
        return releases.entry_lists(document, item_id, words)

    def put_entry(
        self, document: Document, item_id: str, list_id: str, entry_id: str, values: Mapping[str, str], words: Words
    ) -> Change:
        """Release a summary; raises EditRejected("release_kept") for one that was."""
        return releases.put_entry(document, item_id, entry_id, values, words)

    def check_entry(
        self, document: Document, item_id: str, list_id: str, values: Mapping[str, str], words: Words
    ) -> EntryCheck | None:
        """What a release would show, who is in it, what is hidden and why, and what could be guessed."""
        return releases.check_entry(document, item_id, values, words) if document.find(Board, item_id) else None

    def delete_entry(self, document: Document, item_id: str, list_id: str, entry_id: str) -> NoReturn:
        """Always raises EditRejected("release_kept"): later summaries are compared with it."""
        raise EditRejected("release_kept")

    def add(self, document: Document, board_id: str, line: AddLine, group: str) -> Change:
        """A question to discuss."""
        require_no_scales(line)
        return edits.add_question(document, board_id, line.name)

    def rename(self, document: Document, item_id: str, name: str) -> Change:
        """Other words for a question."""
        return edits.reword_question(document, item_id, name)

    def regroup(self, document: Document, item_ids: Sequence[str], group: str) -> NoReturn:
        """Always raises EditRejected("nothing_to_do"): there is one group."""
        raise EditRejected("nothing_to_do")

    def nudge(self, document: Document, item_ids: Sequence[str], direction: Direction) -> Change:
        """Up and down: a question before or behind its neighbour."""
        if direction in ("left", "right"):
            raise EditRejected("nothing_to_do")
        return edits.move_question(document, item_ids, 1 if direction == "down" else -1)

    def delete(self, document: Document, item_ids: Sequence[str]) -> Change:
        """Remove questions."""
        return edits.delete_questions(document, item_ids)

    def fields(self, document: Document, item_id: str, words: Words) -> tuple[Field, ...]:
        """The words of a question; the board with its instrument, and the check, which is private."""
        if document.find(Board, item_id) is None:
            return (_question_field(document, item_id, words),)
        board = document.get(Assessment, item_id)
        *heading, _ = fields_of_board(document, item_id, words)
        offered = tuple((each.id, each.name.within(words.language)) for each in edits.asked_of_one())
        chosen = Field("instrument", words("assessment.field_instrument"), board.instrument, "choice", choices=offered)
        part, day = words("assessment.part_check"), board.assessed_on or date.min
        check = (
            Field(f"check_{number}", label, told, "told", private=True, part=part)
            for number, (label, told) in enumerate(check_told(document, item_id, day, words))
        )
        return (*heading, chosen, *check)

    def set_field(self, document: Document, item_id: str, key: str, value: str) -> Change:
        """Edit one line of the inspector; raises KeyError for a key that is none of `fields` or only tells."""
        require_field(self.fields(document, item_id, Words(language_of(document))), key, value)
        if document.find(Board, item_id):
            return edits.set_board(document, item_id, key, value)
        return edits.reword_question(document, item_id, value)


def _question_field(document: Document, item_id: str, words: Words) -> Field:
    line = document.get(SummaryLine, item_id)
    view = view_of(document, line.board_id)
    told = next((view.words_of(each, view.language) for each in view.questions if each.id == item_id), None)
    if told is None:
        raise EditRejected("gone", id=item_id)
    return Field("text", words("assessment.head_question"), told, "line")


def _own(view: View) -> SummaryView:
    return cast(SummaryView, view)


KIND = SummaryKind()
