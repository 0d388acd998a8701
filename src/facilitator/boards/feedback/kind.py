"""The feedback form of a session as a kind of board."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NoReturn, cast

from facilitator.boards.answers import Answer, Taken
from facilitator.boards.described import Direction, EntryList, Field, Finding, Item, ItemGroup, Table
from facilitator.boards.feedback import comments, edits, filling
from facilitator.boards.feedback.fields import badges, captured_told, fields_of_board, fields_of_item
from facilitator.boards.feedback.findings import findings_of
from facilitator.boards.feedback.model import FeedbackComment, FeedbackCount, FeedbackForm, FeedbackSheet, FeedbackShown
from facilitator.boards.feedback.picture import picture_of
from facilitator.boards.feedback.reading import form_on
from facilitator.boards.feedback.tables import private_tables, tables
from facilitator.boards.feedback.view import FeedbackView, view_of
from facilitator.boards.given_items import GivenItems
from facilitator.boards.typed import require_field
from facilitator.content.feedback import questions, statements
from facilitator.content.theme import Theme
from facilitator.content.words import Words
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, language_of
from facilitator.domain.picture import Picture
from facilitator.domain.record import Record
from facilitator.domain.refusal import EditRejected
from facilitator.domain.view import PLAIN, Showing, View
from facilitator.exchange.filled_form import FilledForm
from facilitator.workshop.capture import AddLine

if TYPE_CHECKING:
    from reportlab.platypus import Flowable


class Feedback(GivenItems):
    """Five statements and three open questions, answered by people whom nobody can tell apart."""

    id = "feedback"
    fixed = "feedback_fixed"
    captures_privately = True
    form_version = filling.VERSION
    nameless_form = True
    asks_after_session = True
    for_group = True
    records: tuple[type[Record], ...] = (FeedbackForm, FeedbackCount, FeedbackShown, FeedbackComment, FeedbackSheet)

    def found(self, board: Board, today: date, project: str = "") -> tuple[Record, ...]:
        """A form about no session yet."""
        return (FeedbackForm(id=board.id),)

    def view(self, document: Document, board_id: str, showing: Showing = PLAIN) -> FeedbackView:
        """What is asked; results once they are shown."""
        return view_of(document, board_id, showing)

    def picture(self, view: View, theme: Theme) -> Picture:
        """The statements and the questions, or the results."""
        return picture_of(_own(view), theme)

    def items(self, view: View) -> tuple[Item, ...]:
        """The statements, then the questions, each a group of its own."""
        own = _own(view)
        return (
            *(_item(each.id, each.asked.code, each.asked.text.within(view.language)) for each in own.statements),
            *(
                Item(each.id, each.asked.code, each.asked.text.within(view.language), each.asked.id)
                for each in own.questions
            ),
        )

    def groups(self, view: View, words: Words) -> tuple[ItemGroup, ...]:
        """The statements, to count answers; each open question, to note what somebody wrote."""
        asked = tuple(ItemGroup(each.id, each.name.within(words.language)) for each in questions())
        return (ItemGroup(edits.STATEMENTS, words("feedback.statements")), *asked)

    def in_time(self, document: Document, board_id: str) -> tuple[str, ...]:
        """Nothing: what was answered last is nobody's business."""
        return ()

    def counts(self, view: View) -> Mapping[str, int]:
        """How many statements there are, and to how many a result is shown."""
        own = _own(view)
        return {"statements": len(own.statements), "shown": sum(each.result is not None for each in own.statements)}

    def tables(self, view: View, words: Words) -> tuple[Table, ...]:
        """What is asked, with results where they are shown."""
        return tables(_own(view), words)

    def private_tables(self, document: Document, board_id: str, words: Words) -> tuple[Table, ...]:
        """How many answered, what it comes to, all comments."""
        return private_tables(document, board_id, words)

    def private_badges(self, document: Document, board_id: str) -> Mapping[str, str]:
        """How many answered a statement, how many comments stand below a question; nothing for none."""
        return badges(document, board_id)

    def handout(self, view: View, words: Words, width: float) -> "list[Flowable]":
        """The results with the comments that were kept; the questions while there are none."""
        from facilitator.boards.feedback.handout import handout  # ReportLab is slow to load and seldom needed

        return handout(_own(view), words, width)

    def private_report(
        self, document: Document, board_id: str, today: date, words: Words, width: float
    ) -> "list[Flowable]":
        """How many sheets, what it comes to, all comments; [] where nothing came in."""
        from facilitator.boards.feedback.report import private_report  # as in handout

        return private_report(document, board_id, self.findings(document, board_id, today, words), words)

    def form(self, view: View, words: Words, width: float) -> "list[Flowable]":
        """One page to fill in, without a name."""
        from facilitator.boards.feedback.form import form  # as in handout

        return form(_own(view), words, width)

    def answers(self, document: Document, board_id: str, form: FilledForm, words: Words) -> tuple[Answer, ...]:
        """The sheet as a whole, of which nothing is told."""
        return filling.answers_of(document, board_id, form, words)

    def take_answers(self, document: Document, board_id: str, taken: Sequence[Taken], words: Words) -> Change:
        """Count sheets as sums: see `filling.take`."""
        return filling.take(document, board_id, taken)

    def withheld(self, document: Document, board_id: str) -> bool:
        """A form that shows no results is nothing to hand out with other boards."""
        return not view_of(document, board_id).shown

    def findings(self, document: Document, board_id: str, today: date, words: Words) -> tuple[Finding, ...]:
        """The checks FB1 to FB4."""
        return findings_of(document, board_id, words)

    def turn_results(self, document: Document, board_id: str) -> Change:
        """Hide results that are shown; show them, with what came since, where they are hidden."""
        return edits.set_results(document, board_id, edits.HIDDEN if form_on(document, board_id).shown else edits.OPEN)

    def capture_hint(self, words: Words) -> str:
        """A statement's code and answers, or a comment."""
        return words("feedback.capture_hint", code=statements()[0].code)

    def captured_told(self, document: Document, board_id: str, change: Change, words: Words) -> str:
        """How many answers were counted to a statement, and how many it has in all."""
        return captured_told(document, board_id, change, words)

    def entry_lists(self, document: Document, item_id: str, words: Words) -> tuple[EntryList, ...]:
        """The comments below an open question."""
        return comments.entry_lists(document, item_id, words)

    def put_entry(
        self, document: Document, item_id: str, list_id: str, entry_id: str, values: Mapping[str, str], words: Words
    ) -> Change:
        """A comment: its words, and whether it may stand in handouts."""
        return comments.put_entry(document, item_id, entry_id, values, words)

    def delete_entry(self, document: Document, item_id: str, list_id: str, entry_id: str) -> Change:
        """Remove a comment."""
        return comments.delete_entry(document, entry_id)

    def add(self, document: Document, board_id: str, line: AddLine, group: str) -> Change:
        """Count answers to a statement, or note a comment: see `edits.capture`."""
        return edits.capture(document, board_id, line, group)

    def regroup(self, document: Document, item_ids: Sequence[str], group: str) -> NoReturn:
        """Always raises EditRejected("feedback_fixed")."""
        raise EditRejected(self.fixed)

    def nudge(self, document: Document, item_ids: Sequence[str], direction: Direction) -> NoReturn:
        """Always raises EditRejected("nothing_to_do")."""
        raise EditRejected("nothing_to_do")

    def delete(self, document: Document, item_ids: Sequence[str]) -> Change:
        """Take back all answers to statements, all comments below questions."""
        return edits.clear(document, item_ids)

    def fields(self, document: Document, item_id: str, words: Words) -> tuple[Field, ...]:
        """Session and results of the board; what an item asks, and what it comes to."""
        if document.find(Board, item_id):
            return fields_of_board(document, item_id, words)
        return fields_of_item(document, item_id, words)

    def set_field(self, document: Document, item_id: str, key: str, value: str) -> Change:
        """Edit one line of the board; raises KeyError for a key that is none of `fields` or only tells."""
        require_field(self.fields(document, item_id, Words(language_of(document))), key, value)
        return edits.set_board(document, item_id, key, value)


def _item(its_id: str, code: str, name: str) -> Item:
    return Item(its_id, code, name, edits.STATEMENTS)


def _own(view: View) -> FeedbackView:
    return cast(FeedbackView, view)


KIND = Feedback()
