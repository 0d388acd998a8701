"""Questions out of the meeting's chat: literal, with who asked kept in private."""

import pytest

from boards.question_queue.queues import BOARD, codes, note_of, of, queue
from facilitator.boards.chat_taking import taken_from_chat
from facilitator.boards.question_queue.kind import KIND
from facilitator.boards.question_queue.model import QuestionNote
from facilitator.domain.change import Change, adding
from facilitator.domain.chat import ChatLine


def with_lines(*said):
    lines = [ChatLine(id=f"c{n}", number=n, author=who, text=text) for n, (who, text) in enumerate(said)]
    held = queue()
    return held.after(Change("paste_chat", adding(lines)))


def take(held, *ids, text, group="open"):
    return held.after(taken_from_chat(KIND, held, BOARD, ids, text, group))


@pytest.mark.parametrize(
    "text",
    ["Is 10 > 9 here?", "Who is #1?", "What of A >- B?", "Really?! ~-1 @2", "“Why?”", '"Why?"', "Pourquoi\u202f?"],
)
def test_a_question_is_taken_as_it_was_typed(text):
    held = take(with_lines(("Ana", text)), "c0", text=text)
    assert of(held, "Q1").text == text
    assert codes(held) == ["Q1"]


def test_who_asked_is_kept_in_private_and_everybody_who_asked_the_same():
    text = "Who pays?"
    held = with_lines(("Ana Roy", text), ("Eli", text), ("Ana Roy", text), ("", text))
    held = take(held, "c0", "c1", "c2", "c3", text=text, group="later")
    assert note_of(held, "Q1") == QuestionNote(id=of(held, "Q1").id, asked_by="Ana Roy, Eli")
    assert codes(held, "later") == ["Q1"]
    assert "Ana" not in repr(KIND.view(held, BOARD))
    assert {line.taken_as for line in held.every(ChatLine)} == {of(held, "Q1").id}


def test_it_is_one_step_and_nobody_is_invented():
    held = with_lines(("", "Who pays?"))
    change = taken_from_chat(KIND, held, BOARD, ["c0"], "Who pays?", "open")
    assert held.after(change).after(change.reversed()) == held
    assert not list(held.after(change).every(QuestionNote))


def test_of_very_many_who_asked_the_same_as_many_as_a_line_holds_are_kept():
    held = with_lines(*((f"Person number {n}", "Who pays?") for n in range(40)))
    held = take(held, *(f"c{n}" for n in range(40)), text="Who pays?")
    told = note_of(held, "Q1").asked_by
    assert told.startswith("Person number 0, Person number 1, ")
    assert told.endswith(" …")
    assert len(told) <= 200
    assert held.after(KIND.set_field(held, of(held, "Q1").id, "asked_by", told + "x"))
