"""A chat line becomes an item: literally, in one step, noted on every line that said it."""

import pytest

from box_board import KIND, Crate, CrateTie, journal_with, records
from facilitator.boards.chat_taking import taken_from_chat, told_chat
from facilitator.catalogue import kind_of
from facilitator.content.words import Words
from facilitator.domain.change import Change, adding
from facilitator.domain.chat import ChatLine
from facilitator.domain.document import Document
from facilitator.domain.refusal import EditRejected
from facilitator.exchange.chat.reading import read_chat
from facilitator.sample import founding_of_sample

SAMPLE = Document.of(founding_of_sample("en").added())
LINES = [ChatLine(id=f"c{n}", session_id="session_1", number=n, author="Ana", text="Library") for n in (1, 2)]


@pytest.fixture
def journal():
    return journal_with(*records(), *LINES)


def take(journal, text, ids=("c1", "c2"), group="right"):
    return journal.do(taken_from_chat(KIND, journal.document, "one", ids, text, group))


def test_all_lines_that_say_the_same_are_taken_in_one_step(journal):
    take(journal, "Library")
    added = next(crate for crate in journal.document.every(Crate) if crate.name == "Library")
    assert (added.column, added.code) == ("right", "B4")
    assert [line.taken_as for line in journal.document.every(ChatLine)] == [added.id] * 2
    journal.undo()
    assert list(journal.document.every(ChatLine)) == LINES
    assert len(list(journal.document.every(Crate))) == 3


@pytest.mark.parametrize("text", ["Clerk >- Developers", "Clerk > Council", "Park #left @2 !3 ~-2", '"Park"'])
def test_marks_in_a_chat_do_nothing(journal, text):
    take(journal, text)
    assert [crate.name for crate in journal.document.every(Crate)][-1] == text
    assert [tie.id for tie in journal.document.every(CrateTie)] == ["t1"]


def test_what_cannot_be_added_leaves_the_lines_waiting(journal):
    for text, ids, group in (("x" * 300, ("c1",), "left"), ("Park", ("c9",), "left"), ("Park", ("c1",), "nowhere")):
        with pytest.raises(EditRejected):
            take(journal, text, ids, group)
    assert list(journal.document.every(ChatLine)) == LINES


def test_what_is_left_behind_is_told_in_both_languages():
    chat = read_chat("10:00:00 From A to Everyone:\n\tone\n10:01:00 From B to A(Direct Message):\n\ttwo\n")
    assert told_chat(chat, 1, Words("en")) == ["Read as: Zoom", "1 new", "1 direct message skipped"]
    assert told_chat(chat, 0, Words("fr")) == ["Lu comme\u202f: Zoom", "1 déjà là", "1 message direct ignoré"]


@pytest.mark.parametrize("board", ["stakeholder_web", "value_board"])
def test_kinds_take_chat_lines_into_every_group(board):
    kind = kind_of(board)
    document = SAMPLE.after(Change("paste_chat", adding((ChatLine(id="c1", number=1, text="Night buses"),))))
    groups = kind.groups(kind.view(document, board), Words("en"))
    assert len(groups) > 3
    for group in groups:
        after = document.after(taken_from_chat(kind, document, board, ["c1"], "Night buses", group.id))
        item = next(item for item in kind.items(kind.view(after, board)) if item.name == "Night buses")
        assert (after.get(ChatLine, "c1").taken_as, item.group) == (item.id, group.id)


def test_a_kind_with_items_of_its_own_says_why_not():
    with pytest.raises(EditRejected) as refusal:
        taken_from_chat(kind_of("checklist"), SAMPLE, "checklist", [], "Night buses", "done")
    assert refusal.value.key == "checklist_fixed"
