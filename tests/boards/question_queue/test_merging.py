"""Two questions that ask the same: one stays, with everything that was known of both."""

import pytest

from boards.question_queue.queues import BOARD, codes, field, give, hands, note_of, of, pressed, queue, refused, totals
from facilitator.boards.question_queue.kind import KIND
from facilitator.boards.question_queue.model import Question
from facilitator.content.theme import theme
from facilitator.content.words import Words
from facilitator.domain.change import Change, adding
from facilitator.domain.chat import ChatLine
from facilitator.domain.picture import Text
from facilitator.ui.console.dots_taking import DotsTaking, dots_taken


@pytest.fixture
def two():
    return queue("When does it open?", "When will it open?", "Who pays?")


def merged(held, kept="Q1", other="Q2"):
    change = KIND.merge(held, of(held, kept).id, of(held, other).id)
    after = held.after(change)
    assert after.after(change.reversed()) == held
    return after


def test_the_words_of_the_other_go_into_the_private_note(two):
    held = merged(two)
    assert codes(held) == ["Q1", "Q3"]
    assert of(held, "Q1").text == "When does it open?"
    assert note_of(held, "Q1").note == "Q2: When will it open?"
    assert note_of(merged(queue("Quand ?", "Quand donc ?", language="fr")), "Q1").note == ("Q2\u202f: Quand donc ?")


def test_the_same_words_need_no_note():
    assert note_of(merged(queue("When?", "When?")), "Q1") is None


def test_answers_notes_and_askers_of_both_are_kept(two):
    held = two
    for code, key, value in (
        ("Q1", "answer", "In May."),
        ("Q2", "answer", "Early summer."),
        ("Q1", "note", "Ask Dana."),
        ("Q2", "note", "Council decides."),
        ("Q1", "asked_by", "Marie, Eli"),
        ("Q2", "asked_by", "Eli, Zoé"),
    ):
        held = field(held, code, key, value)
    held = merged(held)
    assert of(held, "Q1").answer == "In May.\nEarly summer."
    assert note_of(held, "Q1").asked_by == "Marie, Eli, Eli, Zoé"
    assert note_of(held, "Q1").note == "Ask Dana.\nCouncil decides.\nQ2: When will it open?"


def test_names_with_commas_in_them_are_kept_whole(two):
    held = field(field(two, "Q1", "asked_by", "Roy, Ana"), "Q2", "asked_by", "Roy, Ben")
    assert note_of(merged(held), "Q1").asked_by == "Roy, Ana, Roy, Ben"
    same = field(held, "Q2", "asked_by", "Roy, Ana")
    assert note_of(merged(same), "Q1").asked_by == "Roy, Ana"


def test_dots_of_one_person_and_hands_add_up(two):
    held = hands(give(give(two, "Dana", Q1=1, Q2=1, Q3=1), "Eli", Q2=2), Q1=3, Q2=4)
    assert totals(held) == {"Q1": 4, "Q2": 7, "Q3": 1}
    assert totals(merged(held)) == {"Q1": 11, "Q3": 1}


def test_an_answer_to_either_is_one_to_both(two):
    held = pressed(field(two, "Q2", "answer", "In May."), "Q2")
    held = merged(held)
    assert (codes(held), codes(held, "answered")) == (["Q3"], ["Q1"])
    assert of(held, "Q1").answer == "In May."
    put_off = two.after(KIND.regroup(two, [of(two, "Q2").id], "later"))
    assert codes(merged(put_off)) == ["Q1", "Q3"]
    assert codes(merged(put_off, "Q2", "Q1")) == ["Q2", "Q3"]


def test_chat_lines_follow(two):
    line = ChatLine(id="c1", number=1, author="Ana", text="When will it open?", taken_as=of(two, "Q2").id)
    held = merged(two.after(Change("paste_chat", adding([line]))))
    assert held.get(ChatLine, "c1").taken_as == of(held, "Q1").id


def test_what_cannot_be_merged_is_refused(two):
    first, second = of(two, "Q1").id, of(two, "Q2").id
    refused("merge_itself", KIND.merge, two, first, first)
    refused("gone", KIND.merge, two, first, "nothing")
    elsewhere = Question(id="x", board_id="other", number=1, code="Q9", text="When?")
    refused("merge_apart", KIND.merge, two.after(Change("add_card", adding([elsewhere]))), first, "x")
    full = field(field(two, "Q1", "answer", "a" * 9000), "Q2", "answer", "b" * 1000)
    found = refused("merge_too_long", KIND.merge, full, first, second)
    assert found.values["limit"] == 10_000


def test_a_line_of_askers_that_is_too_long_says_so(two):
    many = ", ".join(f"Person number {n}" for n in range(11))
    more = ", ".join(f"Somebody else {n}" for n in range(11))
    held = merged(field(field(two, "Q1", "asked_by", many), "Q2", "asked_by", more))
    told = note_of(held, "Q1").asked_by
    assert len(told) <= 200
    assert told.endswith(" …")


def test_likely_same_questions_are_suggested(two):
    held = queue("When does the library open?", "When does the libary open?", "Who pays?", "who pays")
    pairs = [(pair.id_a, pair.id_b) for pair in KIND.duplicates(KIND.view(held, BOARD))]
    code = {each.id: each.code for each in held.every(Question)}
    assert [(code[a], code[b]) for a, b in pairs] == [("Q1", "Q2"), ("Q3", "Q4")]


def test_the_code_of_a_merged_question_counts_for_the_one_that_stays(two):
    held = merged(merged(two, "Q2", "Q3"), "Q1", "Q2")
    assert of(held, "Q1").also == "Q2 Q3"
    taken = {}
    taking = DotsTaking(KIND.ballot(held, BOARD), set(), lambda votes: taken.update(votes) or True, Words("en"))
    said = [ChatLine(id="c", number=1, author="Dana", text="Q2 Q1"), ChatLine(id="d", number=2, author="Li", text="q3")]
    read = taking.read(said, frozenset(), {})
    assert [taking.told(line) for line in read.lines] == ["Q1 ×2", "Q1"]
    taking.take(read, said, frozenset(), {})
    assert totals(held.after(dots_taken(KIND, held, BOARD, taken))) == {"Q1": 3}


def test_the_card_says_which_ones_it_stands_for(two):
    held = merged(merged(two, "Q2", "Q3"), "Q1", "Q2")
    (card,) = KIND.view(held, BOARD).panels[0].cards
    assert card.below == ("with Q2 and Q3",)
    drawn = [shape for group in KIND.picture(KIND.view(held, BOARD), theme()).groups for shape in group.shapes]
    assert any("with Q2 and Q3" in " ".join(each.lines) for each in drawn if isinstance(each, Text))
