"""What participants may see of a feedback form: what it asks; results only once they are shown, and by the rules.

How many chose what never comes into a view, nor does a comment unless the facilitator kept it, and then with results.
"""

from dataclasses import dataclass

from facilitator.boards.feedback.reading import comments_on, form_on, id_of, tallies
from facilitator.boards.feedback.results import NOBODY, result_of
from facilitator.boards.grouped.cells import group_band
from facilitator.boards.grouped.shapes import Item
from facilitator.content.feedback import OpenQuestion, Statement, questions, statements
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, language_of
from facilitator.domain.view import PLAIN, Showing, View


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement; `result` is None, and `band` (how many answered: "5-9") "", where nothing may be shown."""

    id: str
    asked: Statement
    band: str = ""
    result: Item | None = None


@dataclass(frozen=True, slots=True)
class QuestionView:
    """An open question with the comments that the facilitator kept for handouts; the stage never shows them."""

    id: str
    asked: OpenQuestion
    kept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FeedbackView(View):
    """The form; `shown` says whether results are shown."""

    shown: bool
    statements: tuple[StatementView, ...]
    questions: tuple[QuestionView, ...]


def view_of(document: Document, board_id: str, showing: Showing = PLAIN) -> FeedbackView:
    """The view of a feedback form; raises EditRejected("gone") if the board is no more."""
    board, form = document.get(Board, board_id), form_on(document, board_id)
    return FeedbackView(
        board_id=board_id,
        kind=board.kind,
        title=board.title,
        question=board.question,
        language=language_of(document),
        showing=showing,
        shown=form.shown,
        statements=_shown(document, board_id) if form.shown else _asked(board_id),
        questions=tuple(
            QuestionView(
                id_of(board_id, asked),
                asked,
                tuple(each.text for each in comments_on(document, board_id, asked.id) if each.kept and form.shown),
            )
            for asked in questions()
        ),
    )


def _asked(board_id: str) -> tuple[StatementView, ...]:
    return tuple(StatementView(id_of(board_id, asked), asked) for asked in statements())


def _shown(document: Document, board_id: str) -> tuple[StatementView, ...]:
    found = []
    for asked in statements():
        tally = tallies(document, board_id, shown=True)[asked.id]
        its_id, many = id_of(board_id, asked), sum(tally)
        if tally == NOBODY:  # never enough of them
            found.append(StatementView(its_id, asked))
        else:
            found.append(StatementView(its_id, asked, group_band(many), result_of(asked.id, tally)[0]))
    return tuple(found)
