"""What comes out of a session: its edits one by one, and random ones through the journal, with undo and redo."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from box_board import journal_with, records
from facilitator.domain.change import Change, Swap
from facilitator.domain.chat import ChatLine
from facilitator.domain.document import Document
from facilitator.domain.engagement import Engagement, SpokenCode
from facilitator.domain.outcome import CODE_LETTERS, OUTCOME_KINDS, Outcome
from facilitator.domain.refusal import EditRejected
from facilitator.workshop.outcomes import (
    TEXT_LIMIT,
    caught,
    confirmed,
    edited,
    moved,
    outcomes_in_sight,
    outcomes_of,
    outcomes_screen,
    own_outcomes_screen,
    removed,
    to_confirm_screen,
    unconfirmed,
)

SESSION = "session_1"
DAY = date(2027, 2, 5)


@pytest.fixture
def document():
    return Document.of(records())


def having(document, *texts, kind="decision"):
    for text in texts:
        document = document.after(caught(document, SESSION, kind, text))
    return document, outcomes_of(document, SESSION)


def refusal(edit, *args, **more):
    with pytest.raises(EditRejected) as caught_refusal:
        edit(*args, **more)
    return caught_refusal.value.key


def test_what_is_caught_waits_to_be_confirmed_under_a_code_of_its_kind(document):
    document = document.after(caught(document, SESSION, "next_step", "  Draft  the\tplan ", " Priya ", DAY))
    document = document.after(caught(document, "", "question", "Who signs?"))
    step, question = outcomes_of(document, SESSION) + outcomes_of(document, "")
    assert (step.code, step.text, step.who, step.due, step.confirmed) == ("N1", "Draft the plan", "Priya", DAY, False)
    assert (question.code, question.session_id, question.number) == ("Q1", None, 2)


def test_what_belongs_to_no_session_is_in_sight_with_every_session_and_told_once_in_a_pack(document):
    for session_id, text in ((SESSION, "First"), ("", "Between"), (SESSION, "Last")):
        document = document.after(caught(document, session_id, "decision", text))
    assert [each.text for each in outcomes_in_sight(document, SESSION)] == ["First", "Between", "Last"]
    assert [each.text for each in outcomes_in_sight(document, "")] == ["Between"]
    assert [each.text for each in outcomes_screen(document, SESSION, 0).lines] == ["First", "Between", "Last"]
    assert [each.text for each in to_confirm_screen(document, SESSION, 2).lines] == ["Between", "Last"]
    told = [line.text for its in (SESSION, "") for line in own_outcomes_screen(document, its).lines]
    assert told == ["First", "Last", "Between"]


def test_codes_go_on_where_boards_left_off(document):
    document = Document.of([*document.records(), SpokenCode(id="P", last=7)])
    _, (parked,) = having(document, "Later", kind="parking")
    assert parked.code == "P8"


def test_words_that_cannot_stand_are_refused(document):
    assert refusal(caught, document, SESSION, "decision", " \t ") == "name_empty"
    assert refusal(caught, document, SESSION, "decision", "x" * (TEXT_LIMIT + 1)) == "name_too_long"
    assert refusal(caught, document, SESSION, "decision", "a\u202eb") == "name_control"
    assert refusal(caught, document, SESSION, "next_step", "Draft", "a\u202eb") == "name_control"
    assert refusal(caught, document, "no_session", "decision", "Yes") == "gone"
    for edit in (confirmed, unconfirmed, removed):
        assert refusal(edit, document, ["o1"]) == "gone"


@pytest.mark.parametrize("who", ["", "Planning"])
@pytest.mark.parametrize("due", [None, DAY])
def test_what_the_group_has_not_seen_has_to_be_confirmed_again(document, who, due):
    document = document.after(caught(document, SESSION, "next_step", "Draft the plan", who, due))
    (one,) = outcomes_of(document, SESSION)
    document = document.after(confirmed(document, [one.id]))
    same = {"kind": "next_step", "text": "Draft the plan", "who": who, "due": due}
    for other in ({"text": "Draft a plan"}, {"who": "Priya"}, {"due": date(2027, 3, 1)}):
        assert not document.after(edited(document, one.id, **same | other)).get(Outcome, one.id).confirmed
    assert document.after(edited(document, one.id, **same | {"kind": "parking"})).get(Outcome, one.id).confirmed
    assert refusal(edited, document, one.id, **same) == "nothing_to_do"


@pytest.mark.parametrize(
    ("kind", "said", "text"),
    [
        ("decision", "Decision: begin small", "begin small"),
        ("decision", "Décision\u202f: commencer petit", "commencer petit"),
        ("decision", "DECISION - begin small", "begin small"),
        ("next_step", "Next step - call Sam", "call Sam"),
        ("next_step", "Prochaine étape : appeler Sam", "appeler Sam"),
        ("question", "Question :qui signe?", "qui signe?"),
        ("question", "Open question – who signs?", "who signs?"),
        ("parking", "Parking: the logo", "the logo"),
        ("parking", "Stationnement d’idées : le logo", "le logo"),
        ("next_step", "Question: who signs?", "Question: who signs?"),
        ("decision", "Decision: ", "Decision:"),
        ("decision", "Decision-making takes a month", "Decision-making takes a month"),
        ("decision", "At 10:30: begin", "At 10:30: begin"),
    ],
)
def test_words_lose_the_name_of_their_own_kind(document, kind, said, text):
    document = document.after(caught(document, SESSION, kind, said))
    assert [each.text for each in outcomes_of(document, SESSION)] == [text]


def test_another_kind_keeps_its_code_and_what_was_confirmed_stays_so(document):
    document, (one, two) = having(document, "Yes", "No")
    document = document.after(confirmed(document, [one.id]))
    document = document.after(moved(document, [one.id, two.id], "parking"))
    said = [(each.kind, each.code, each.confirmed) for each in outcomes_of(document, SESSION)]
    assert said == [("parking", "D1", True), ("parking", "D2", False)]


def test_several_are_confirmed_as_one_step_and_one_that_is_already_stays(document):
    document, (one, two, three) = having(document, "a", "b", "c")
    document = document.after(confirmed(document, [one.id]))
    change = confirmed(document, [one.id, two.id, two.id])
    assert [swap.record.id for swap in change.swaps] == [two.id]
    assert refusal(confirmed, document, [one.id]) == "nothing_to_do"
    assert refusal(unconfirmed, document, [three.id]) == "nothing_to_do"
    again = document.after(change)
    assert not again.after(unconfirmed(again, [two.id])).get(Outcome, two.id).confirmed


def test_a_code_is_not_given_again_after_its_outcome_was_removed(document):
    document, (_, two) = having(document, "a", "b")
    document = document.after(removed(document, [two.id]))
    _, found = having(document, "c")
    assert [each.code for each in found] == ["D1", "D3"]


def test_what_is_read_back_tells_who_and_by_when_in_the_language_of_the_stage(document):
    french = document.get(Engagement, "engagement")
    document = document.after(Change("x", (Swap(french, french.having(language="fr")),)))
    for who, due in (("Priya", DAY), ("", DAY), ("", None)):
        document = document.after(caught(document, SESSION, "next_step", "Draft", who, due))
    below = [line.below for line in to_confirm_screen(document, SESSION, 3).lines]
    assert below == ["Priya · d’ici le 5 février 2027", "d’ici le 5 février 2027", ""]


def test_the_chat_lines_that_said_it_wait_no_more_and_come_back_with_undo(document):
    journal = journal_with(*document.records(), ChatLine(id="c", session_id=SESSION, number=1, author="A", text="Yes"))
    journal.do(caught(journal.document, SESSION, "decision", "Yes", said_in=["c"]))
    (one,) = outcomes_of(journal.document, SESSION)
    assert journal.document.get(ChatLine, "c").taken_as == one.id
    journal.undo()
    assert journal.document.get(ChatLine, "c").waits
    assert refusal(caught, document, SESSION, "decision", "Yes", said_in=["gone"]) == "gone"


KINDS = st.sampled_from(OUTCOME_KINDS)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("catch"), KINDS, st.text("abc é", min_size=1, max_size=8)),
        st.tuples(st.just("edit"), st.integers(0, 9), st.text("abc é", min_size=1, max_size=8)),
        st.tuples(st.just("move"), st.integers(0, 9), KINDS),
        st.tuples(st.sampled_from(["confirm", "unconfirm", "remove"]), st.integers(0, 9), st.none()),
        st.tuples(st.sampled_from(["undo", "redo"]), st.none(), st.none()),
    ),
    max_size=25,
)


def asked(document, what, which, more):
    """The change of a step that is not undo or redo; None where there is nothing that it could be about."""
    if what == "catch":
        return caught(document, SESSION, which, more)
    there = outcomes_of(document, SESSION)
    if not there:
        return None
    one = there[which % len(there)]
    if what == "edit":
        return edited(document, one.id, kind=one.kind, text=more, who=one.who, due=one.due)
    if what == "move":
        return moved(document, [one.id], more)
    return {"confirm": confirmed, "unconfirm": unconfirmed, "remove": removed}[what](document, [one.id])


@given(STEPS)
@settings(max_examples=60, deadline=None)
def test_random_steps_with_undo_and_redo_keep_codes_apart_and_come_back_exactly(steps):
    journal = journal_with(*records())
    first = journal.document
    for what, which, more in steps:
        before = journal.document
        try:
            if what in ("undo", "redo"):
                getattr(journal, what)()
            else:
                change = asked(before, what, which, more)
                if change is None:
                    continue
                journal.do(change)
        except EditRejected:
            assert journal.document == before
            continue
        now = journal.document
        codes = [each.code for each in now.every(Outcome)]
        assert len(set(codes)) == len(codes)
        for letter in CODE_LETTERS.values():
            last = now.find(SpokenCode, letter)
            given_out = [int(code[1:]) for code in codes if code[0] == letter]
            assert max(given_out, default=0) <= (last.last if last else 0)
        if what not in ("undo", "redo"):
            journal.undo()
            assert journal.document == before
            journal.redo()
            assert journal.document == now
    while journal.undo_label:
        journal.undo()
    assert journal.document == first
