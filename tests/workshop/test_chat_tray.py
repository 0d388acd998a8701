"""The chat tray as records: what is new, what was dealt with, and how it is undone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from box_board import KIND, journal_with, records
from facilitator.domain.chat import ChatLine
from facilitator.domain.document import Document
from facilitator.domain.refusal import EditRejected
from facilitator.exchange.chat.message import Message
from facilitator.workshop.chat_tray import (
    AT_ONCE,
    dealt_with,
    left_out,
    lines_in,
    lines_of,
    marked_taken,
    new_lines,
    pasted,
)

SESSION = "session_1"


def spoken(*texts):
    return [Message(text[:1], "10:00", text) for text in texts]


def after(document, *texts):
    return document.after(pasted(document, SESSION, spoken(*texts)))


def texts(lines):
    return [line.text for line in lines]


@pytest.fixture
def document():
    return Document.of(records())


def test_a_longer_chat_adds_only_its_end(document):
    document = after(document, "Mayor", "Clerk")
    assert texts(new_lines(document, SESSION, spoken("Mayor", "Clerk", "Media"))) == ["Media"]
    document = after(document, "Mayor", "Clerk", "Media")
    assert texts(lines_in(document, SESSION)) == ["Mayor", "Clerk", "Media"]
    assert [line.number for line in lines_in(document, SESSION)] == [1, 2, 3]
    assert lines_in(document, "") == []


def test_what_was_said_twice_is_two_lines(document):
    document = after(document, "yes", "no", "yes")
    assert texts(lines_in(document, SESSION)) == ["yes", "no", "yes"]
    assert new_lines(document, SESSION, spoken("yes", "no", "yes")) == []
    assert texts(new_lines(document, SESSION, spoken("yes", "no", "yes", "yes"))) == ["yes"]


def test_another_author_or_time_makes_another_line(document):
    document = after(document, "yes")
    others = [Message("b", "10:00", "yes"), Message("y", "10:01", "yes")]
    assert new_lines(document, SESSION, others) == others


def test_a_line_that_was_dealt_with_does_not_come_back(document):
    document = after(document, "yes", "no")
    yes, no = lines_in(document, SESSION)
    document = document.after(marked_taken(document, [yes.id], "b1"))
    document = document.after(left_out(document, [no.id]))
    assert new_lines(document, SESSION, spoken("yes", "no")) == []
    assert not any(line.waits for line in lines_in(document, SESSION))
    document = document.after(left_out(document, [no.id], out=False))
    assert [line.waits for line in lines_in(document, SESSION)] == [False, True]


def test_one_paste_is_one_step():
    journal = journal_with(*records())
    journal.do(pasted(journal.document, SESSION, spoken("a", "b", "c")))
    assert len(lines_in(journal.document, SESSION)) == 3
    journal.undo()
    assert lines_in(journal.document, SESSION) == []


def test_what_cannot_be_is_refused(document):
    with pytest.raises(EditRejected) as refusal:
        pasted(document, SESSION, [])
    assert refusal.value.key == "chat_nothing_new"
    with pytest.raises(EditRejected) as refusal:
        pasted(document, "no_session", spoken("a"))
    assert refusal.value.key == "gone"
    with pytest.raises(EditRejected):
        left_out(document, ["nothing"])
    document = after(document, "a")
    with pytest.raises(EditRejected):
        left_out(document, [lines_in(document, SESSION)[0].id], out=False)


def test_a_very_long_chat_comes_in_parts_with_nothing_lost(document):
    said = spoken(*(f"line {number}" for number in range(AT_ONCE + 5)))
    document = document.after(pasted(document, SESSION, said))
    assert len(lines_in(document, SESSION)) == AT_ONCE
    document = document.after(pasted(document, SESSION, said))
    assert texts(lines_in(document, SESSION)) == texts(said)


@given(st.lists(st.sampled_from("abc"), max_size=12), st.integers(0, 12))
def test_pasting_a_beginning_and_then_all_is_pasting_all(said, most):
    document = Document.of(records())
    for part in (said[:most], said):
        if new_lines(document, SESSION, spoken(*part)):
            document = after(document, *part)
    assert sorted(texts(lines_in(document, SESSION))) == sorted(said)
    assert texts(lines_in(document, SESSION))[:most] == said[:most]


def test_chat_lines_are_private():
    assert ChatLine.private
    assert KIND.view(after(Document.of(records()), "Zq"), "one") == KIND.view(Document.of(records()), "one")


def test_a_list_in_one_message_is_as_many_lines_and_prose_is_one():
    listed = Message("Ana", "10:00", "Stakeholders:\n- Clerk\n\n  2. Media\n-")
    long = Message("Bo", "10:01", "I worry\n" + "about " * 20)
    many = Message("Bo", "10:02", "\n".join("abcdefghijklm"))
    lines = lines_of([listed, long, many])
    assert [(line.author, line.text) for line in lines[:4]] == [
        ("Ana", "Stakeholders:"),
        ("Ana", "Clerk"),
        ("Ana", "Media"),
        ("Ana", "-"),
    ]
    assert lines[4:] == [long, many]
    document = Document.of(records()).after(pasted(Document.of(records()), SESSION, [listed, long]))
    assert len(lines_in(document, SESSION)) == 5
    assert new_lines(document, SESSION, lines_of([listed, long])) == []


def test_what_was_dealt_with_elsewhere_waits_no_more_and_is_not_lost(document):
    document = after(document, "one", "two", "three")
    one, _, _ = lines_in(document, SESSION)
    document = document.after(marked_taken(document, [one.id], "b1"))
    document = document.after(dealt_with(document, SESSION, spoken("one", "two", "four")))
    found = {line.text: (line.taken_as, line.left_out) for line in lines_in(document, SESSION)}
    assert found == {"one": ("b1", False), "two": ("", True), "three": ("", False), "four": ("", True)}
    assert dealt_with(document, SESSION, spoken("two", "four")).swaps == ()
    assert texts(new_lines(document, SESSION, spoken("one", "two", "three", "four", "five"))) == ["five"]
    with pytest.raises(EditRejected):
        dealt_with(document, "gone", spoken("six"))
