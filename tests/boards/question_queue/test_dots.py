"""Weighing questions: only what is open is weighed, within the budget; nobody learns who gave what."""

import pytest

from boards.question_queue.queues import BOARD, give, hands, of, pressed, queue, refused, shown, totals
from facilitator.boards.dots import united
from facilitator.boards.question_queue.dots import WEIGHING
from facilitator.boards.question_queue.kind import KIND
from facilitator.boards.question_queue.model import QuestionDots, QuestionFrame, QuestionHands
from facilitator.content.words import Words
from facilitator.ui.console.dots_taking import DotsTaking, dots_taken


@pytest.fixture
def three():
    return queue("When?", "Who?", "Why?")


def test_dots_and_hands_of_open_questions_add_up(three):
    held = hands(give(give(three, "Dana", Q1=2, Q2=1), "Eli", Q1=1), Q1=4, Q3=1)
    assert totals(held) == {"Q1": 7, "Q2": 1, "Q3": 1}
    assert KIND.ballot(held, BOARD).people[0][0] == "Dana"
    assert totals(give(held, "DANA", Q2=3)) == {"Q1": 5, "Q2": 3, "Q3": 1}


def test_what_was_answered_keeps_its_dots_and_they_stay_spent(three):
    held = pressed(give(three, "Dana", Q1=2), "Q1")
    assert totals(held) == {"Q1": 2}
    assert KIND.ballot(held, BOARD).closed == {of(held, "Q1").id}
    refused("dots_over_budget", give, held, "dana", Q2=2)
    held = give(held, "dana", Q2=1)
    assert totals(held) == {"Q1": 2, "Q2": 1}
    assert totals(pressed(held, "Q1")) == {"Q1": 2, "Q2": 1}
    assert totals(give(held, "Dana")) == {"Q1": 2}
    assert totals(give(held, "Dana", Q1=0, Q3=3)) == {"Q3": 3}


def test_a_vote_of_the_chat_adds_to_what_is_spent(three):
    held = pressed(give(give(three, "Dana", Q1=2), "Eli", Q1=1, Q2=1), "Q1")
    taken = {}
    taking = DotsTaking(KIND.ballot(held, BOARD), set(), lambda votes: taken.update(votes) or True, Words("en"))
    said = [Said("Dana", "Q2 Q3"), Said("ELI", "Q3 Q3")]
    read = taking.read(said, frozenset(), {})
    assert [taking.told(line) for line in read.lines] == [
        "4 dots, more than the budget of 3",
        "Q1, Q3 ×2, replaces Q1, Q2",
    ]
    taking.take(read, said, frozenset(), {})
    assert totals(held.after(dots_taken(KIND, held, BOARD, taken))) == {"Q1": 3, "Q3": 2}


def test_what_cannot_be_given_is_refused(three):
    found = refused("dots_over_budget", give, three, "Dana", Q1=2, Q2=2)
    assert found.values == {"person": "Dana", "given": 4, "budget": 3}
    refused("dots_negative", give, three, "Dana", Q1=-1)
    refused("name_empty", give, three, " ", Q1=1)
    refused("hands_range", hands, three, Q1=1001)
    refused("gone", KIND.give_dots, three, BOARD, "Dana", {"nowhere": 1})
    refused("gone", KIND.count_hands, three, BOARD, {"nowhere": 1})
    refused("dot_budget_given", KIND.set_ballot, give(three, "Dana", Q1=2), BOARD, budget=1)
    refused("gone", KIND.ballot, three, "nowhere")


def test_the_frame_is_kept_only_where_something_was_said(three):
    assert not list(three.every(QuestionFrame))
    held = shown(three)
    assert [frame.shown for frame in held.every(QuestionFrame)] == [True]
    assert not list(shown(held, on=False).every(QuestionFrame))
    refused("nothing_to_do", shown, three, on=False)


def test_the_facilitator_s_table_says_who_gave_what(three):
    held = hands(give(three, "Dana", Q1=2, Q2=1), Q3=5)
    rows = {row for table in KIND.private_tables(held, BOARD, Words("en")) for row in table.rows}
    assert rows == {("Dana", "Q1 × 2, Q2 × 1", "3"), ("Show of hands", "Q3 × 5", "5")}
    assert KIND.private_tables(three, BOARD, Words("fr")) == ()
    answered = pressed(held, "Q1")
    assert {row for table in KIND.private_tables(answered, BOARD, Words("en")) for row in table.rows} == {
        ("Dana", "Q1 × 2, Q2 × 1", "3"),
        ("Show of hands", "Q3 × 5", "5"),
    }


def after_union(held, kept, other):
    pairs = united(WEIGHING, held, BOARD, of(held, kept).id, of(held, other).id)
    mine = {after.person: after.dots for _, after in pairs if isinstance(after, QuestionDots)}
    counted = [after.hands for _, after in pairs if isinstance(after, QuestionHands)]
    return mine, counted


def test_dots_of_two_add_up_by_person_within_the_budget(three):
    held = give(give(three, "Dana", Q1=1, Q2=1, Q3=1), "Eli", Q2=3)
    assert after_union(held, "Q1", "Q2") == ({"Dana": 2, "Eli": 3}, [])
    assert after_union(hands(held, Q2=2), "Q1", "Q2")[1] == [2]
    assert after_union(hands(held, Q1=1000, Q2=2), "Q1", "Q2")[1] == [1000]
    assert after_union(three, "Q1", "Q2") == ({}, [])


class Said:
    def __init__(self, author, text):
        self.author, self.text, self.said_at = author, text, ""


def test_votes_of_the_chat_are_read_with_nothing_known_of_the_kind(three):
    held = pressed(give(three, "Dana", Q2=1), "Q3")
    taken = {}
    taking = DotsTaking(KIND.ballot(held, BOARD), {"K9"}, lambda votes: taken.update(votes) or True, Words("en"))
    said = [
        Said("Dana", "Q1 Q1 Q2"),
        Said("Eli", "q1x2"),
        Said("Sam", "Q1x9"),
        Said("Li", "Q3"),
        Said("Zoé", "K9"),
        Said("Ana", "Why Q2?"),
    ]
    read = taking.read(said, frozenset(), {})
    assert [taking.told(line) for line in read.lines] == [
        "Q1 ×2, Q2, replaces Q2",
        "Q1 ×2",
        "9 dots, more than the budget of 3",
        "there is no Q3",
        "K9 is not on this board",
        "not read as a vote",
    ]
    assert taking.take(read, said, frozenset(), {})
    held = held.after(dots_taken(KIND, held, BOARD, taken))
    assert totals(held) == {"Q1": 4, "Q2": 1}
