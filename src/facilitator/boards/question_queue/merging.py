"""What two questions that ask the same have together, beyond what cards of any board of panels have."""

from facilitator.boards.dots import united
from facilitator.boards.question_queue.dots import WEIGHING
from facilitator.boards.question_queue.edits import in_a_line
from facilitator.boards.question_queue.model import Question, QuestionNote
from facilitator.domain.change import Change, Swap
from facilitator.domain.document import Document

_STATES = ("answered", "open", "later")
"""Which state two questions have together: who has an answer to one has it to both."""


def evened(document: Document, kept_id: str, other_id: str) -> Change:
    """Before they are merged: the kept one is answered if either is, and whoever asked one asked both.

    Raises EditRejected("gone").
    """
    kept, other = document.get(Question, kept_id), document.get(Question, other_id)
    state = min((kept.state, other.state), key=_STATES.index)
    notes = [document.find(QuestionNote, each) for each in (kept_id, other_id)]
    people = [each.asked_by for each in notes if each and each.asked_by]
    also = " ".join(filter(None, (kept.also, other.code, other.also)))
    swaps = [Swap(kept, kept.having(state=state, also=also))]
    for question, note in zip((kept, other), notes, strict=True):
        if people:
            both = (note or QuestionNote(id=question.id)).having(asked_by=in_a_line(list(dict.fromkeys(people))))
            swaps.append(Swap(note, both))
    return Change("merge", tuple(each for each in swaps if each.before != each.after))


def with_its_dots(document: Document, kept_id: str, other_id: str) -> tuple[Swap, ...]:
    """Dots of one person added up within the budget, and hands: those of the kept question from now on."""
    board_id = document.get(Question, kept_id).board_id
    pairs = united(WEIGHING, document, board_id, kept_id, other_id)
    return tuple(Swap(*pair) for pair in pairs if pair[0] != pair[1])
