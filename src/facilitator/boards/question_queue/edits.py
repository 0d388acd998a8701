"""What can be done to a queue of questions beyond what every board of panels does. Pure."""

from collections.abc import Sequence

from facilitator.boards.question_queue.dots import WEIGHING
from facilitator.boards.question_queue.model import Question, QuestionNote
from facilitator.domain.change import Change, Swap
from facilitator.domain.document import Document
from facilitator.domain.refusal import EditRejected
from facilitator.domain.words_of_people import NAME_LIMIT

_MORE = " …"


def require_order_by_hand(document: Document, question_ids: Sequence[str]) -> None:
    """Make sure that the order of the first question's panel is not that of its dots; raises "order_by_dots"."""
    first = document.find(Question, question_ids[0]) if question_ids else None
    if first and first.state == "open" and WEIGHING.is_shown(document, first.board_id):
        raise EditRejected("order_by_dots")


def coming(document: Document, question_ids: Sequence[str]) -> list[str]:
    """Those of the questions that do not stand among the open ones; raises "order_by_dots" where all do, "gone"."""
    found = [each for each in question_ids if document.get(Question, each).state != "open"]
    if not found:
        raise EditRejected("order_by_dots")
    return found


def asked_by(document: Document, question_id: str, people: Sequence[str]) -> Change:
    """Note who asked a question, in place of whoever stood there; of many, as many as a line can hold.

    The change is empty where nobody is known. Raises EditRejected("gone").
    """
    document.get(Question, question_id)
    known = list(dict.fromkeys(each.strip() for each in people if each.strip()))
    before = document.find(QuestionNote, question_id)
    after = (before or QuestionNote(id=question_id)).having(asked_by=in_a_line(known))
    return Change("take_chat", (Swap(before, after),) if known else ())


def in_a_line(names: Sequence[str]) -> str:
    """The names with commas between, those that a line has no room for left out with "…" in their place."""
    whole = ", ".join(names)
    if len(whole) <= NAME_LIMIT:
        return whole
    cut = whole[: NAME_LIMIT - len(_MORE)]
    return (cut.rpartition(", ")[0] or cut) + _MORE
