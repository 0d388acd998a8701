"""What the records of a feedback form hold. Raw: for the rules and the facilitator alone."""

from collections.abc import Iterator, Mapping

from facilitator.boards.feedback.model import FeedbackComment, FeedbackCount, FeedbackForm, FeedbackSheet, FeedbackShown
from facilitator.boards.feedback.results import NOBODY, Tally
from facilitator.content.feedback import LEVELS, OpenQuestion, Statement, questions, statements
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board
from facilitator.domain.refusal import EditRejected


def form_on(document: Document, board_id: str) -> FeedbackForm:
    """The form of a board; raises EditRejected("gone") if the board is no more."""
    document.get(Board, board_id)
    return document.find(FeedbackForm, board_id) or FeedbackForm(id=board_id)


def tallies(document: Document, board_id: str, *, shown: bool = False) -> Mapping[str, Tally]:
    """How many chose what, by statement; with `shown` as it stood when results were last shown."""
    found = {statement.id: list(NOBODY) for statement in statements()}
    every: Iterator[FeedbackCount | FeedbackShown] = document.every(FeedbackShown if shown else FeedbackCount)
    for each in every:
        if each.board_id == board_id and each.statement in found:
            found[each.statement][LEVELS.index(each.level)] += each.many
    return {statement: tuple(tally) for statement, tally in found.items()}


def comments_on(document: Document, board_id: str, question: str = "") -> tuple[FeedbackComment, ...]:
    """The comments below a question, or below all of them, by their words: in what order they came is not known."""
    order = [each.id for each in questions()]
    found = (
        each
        for each in document.every(FeedbackComment)
        if each.board_id == board_id and each.question in order and question in ("", each.question)
    )
    return tuple(sorted(found, key=lambda each: (order.index(each.question), each.text.casefold(), each.text, each.id)))


def marks_on(document: Document, board_id: str) -> frozenset[str]:
    """The marks of the sheets that were counted."""
    return frozenset(each.mark for each in document.every(FeedbackSheet) if each.board_id == board_id)


def sheets_on(document: Document, board_id: str) -> int:
    """How many sheets were counted."""
    return sum(each.board_id == board_id for each in document.every(FeedbackSheet))


def id_of(board_id: str, asked: Statement | OpenQuestion) -> str:
    """The id of the item that a statement or a question is on a board."""
    return f"{board_id}.{asked.id}"


def asked_on_every_form() -> tuple[Statement | OpenQuestion, ...]:
    """The statements, then the questions."""
    return (*statements(), *questions())


def asked_by(document: Document, item_id: str) -> tuple[str, Statement | OpenQuestion]:
    """The board of an item, and what it asks; raises EditRejected("gone") if there is no such item."""
    board_id, _, its_id = item_id.rpartition(".")
    asked = next((each for each in asked_on_every_form() if each.id == its_id), None)
    if asked is None or document.find(FeedbackForm, board_id) is None:
        raise EditRejected("gone", id=item_id)
    return board_id, asked
