"""A queue of questions: captured, answered, put off, told in tables; who asked is never seen."""

import pytest

from boards.question_queue.queues import BOARD, codes, field, give, hands, note_of, of, pressed, queue, refused, shown
from boards.value_board.printing import headings, printed
from facilitator.boards.question_queue.kind import KIND
from facilitator.boards.question_queue.model import Question, QuestionDots, QuestionHands, QuestionNote
from facilitator.content.theme import theme
from facilitator.content.words import Words
from facilitator.domain.outcome import Outcome
from facilitator.domain.picture import Oval
from facilitator.workshop.capture import AddLine, LinkLine, parse
from facilitator.workshop.outcomes import caught

EN, FR = Words("en"), Words("fr")


@pytest.fixture
def three():
    return queue("When does it open?", "Who pays?", "Why now?")


def test_questions_are_captured_into_panels_and_have_codes_of_their_own(three):
    held = three.after(KIND.add(three, BOARD, AddLine("What about winter?", group="Pour plus tard"), "open"))
    assert codes(held) == ["Q1", "Q2", "Q3"]
    assert codes(held, "later") == ["Q4"]
    assert [group.name for group in KIND.groups(KIND.view(held, BOARD), EN)] == ["To answer", "Answered", "For later"]


def test_no_code_is_given_twice_to_a_question_on_the_board_and_one_that_a_session_leaves(three):
    held = three.after(caught(three, "", "question", "Who signs?"))
    assert [each.code for each in held.every(Outcome)] == ["Q4"]
    held = held.after(KIND.add(held, BOARD, AddLine("And then?"), "open"))
    assert codes(held) == ["Q1", "Q2", "Q3", "Q5"]


def test_a_typed_question_mark_is_part_of_the_question():
    assert parse("Why is it late?") == AddLine("Why is it late?")
    assert parse("Why? #later") == AddLine("Why?", group="later")
    assert parse('"Is 10 > 9 #now?"') == AddLine("Is 10 > 9 #now?")
    assert parse("Really?! S’il vous plaît ?") == AddLine("Really?! S’il vous plaît ?")


def test_pressing_strikes_a_question_and_pressing_again_opens_it(three):
    held = pressed(three, "Q2")
    assert (codes(held), codes(held, "answered")) == (["Q1", "Q3"], ["Q2"])
    assert KIND.view(held, BOARD).card(of(held, "Q2").id).done
    assert not KIND.view(held, BOARD).card(of(held, "Q1").id).done
    held = pressed(held, "Q2")
    assert sorted(codes(held)) == ["Q1", "Q2", "Q3"]
    assert not KIND.view(held, BOARD).card(of(held, "Q2").id).done
    assert KIND.press(three, of(three, "Q2").id).label == "answer_question"
    assert KIND.press(pressed(three, "Q2"), of(three, "Q2").id).label == "reopen_question"


def test_every_question_has_a_box_that_can_be_clicked(three):
    held = shown(pressed(give(three, "Dana", Q2=2), "Q1"))
    groups = {
        each.item_id: each for each in KIND.picture(KIND.view(held, BOARD), theme()).groups if each.role == "item"
    }
    for code in ("Q1", "Q2", "Q3"):
        group = groups[of(held, code).id]
        assert group.box.x < group.mark.x < group.mark.right < group.box.right
        assert group.mark.width > 20
        dots = [shape for shape in group.shapes if isinstance(shape, Oval)]
        assert len(dots) == (code != "Q1")
        assert not any(shape.rect.overlaps(group.mark.grown(-7)) for shape in dots)


def test_a_question_for_later_is_answered_by_a_press(three):
    held = three.after(KIND.regroup(three, [of(three, "Q3").id], "later"))
    assert codes(pressed(held, "Q3"), "answered") == ["Q3"]


def test_what_was_said_in_short_stands_on_the_card_and_who_asked_nowhere(three):
    held = field(field(three, "Q1", "answer", "In May."), "Q1", "asked_by", "Marie Zqx")
    held = pressed(field(held, "Q1", "note", "Zqx needs care"), "Q1")
    card = KIND.view(held, BOARD).card(of(held, "Q1").id)
    assert card.below == ("In May.",)
    assert note_of(held, "Q1").asked_by == "Marie Zqx"
    for made in (KIND.view(held, BOARD), KIND.tables(KIND.view(held, BOARD), EN), KIND.items(KIND.view(held, BOARD))):
        assert "Zqx" not in repr(made)
    assert "Zqx" not in repr(KIND.picture(KIND.view(held, BOARD), theme()))
    private = {each.key for each in KIND.fields(held, of(held, "Q1").id, EN) if each.private}
    assert private == {"asked_by", "note"}
    assert "Marie Zqx" in repr(KIND.private_tables(held, BOARD, EN))


def test_totals_decide_the_order_once_they_are_shown(three):
    held = hands(give(three, "Dana", Q3=2, Q2=1), Q2=3)
    assert codes(held) == ["Q1", "Q2", "Q3"]
    assert [card.dots for card in KIND.view(held, BOARD).panels[0].cards] == [None] * 3
    held = shown(held)
    assert codes(held) == ["Q2", "Q3", "Q1"]
    assert [card.dots for card in KIND.view(held, BOARD).panels[0].cards] == [4, 2, 0]
    assert [item.code for item in KIND.items(KIND.view(held, BOARD))] == ["Q2", "Q3", "Q1"]
    assert codes(shown(held, on=False)) == ["Q1", "Q2", "Q3"]


def test_as_many_dots_leave_the_order_by_hand(three):
    assert codes(shown(give(three, "Dana", Q2=1, Q3=1))) == ["Q2", "Q3", "Q1"]


def test_answered_questions_keep_the_order_in_which_they_were_answered_and_their_dots(three):
    held = shown(give(three, "Dana", Q1=1, Q2=2))
    held = pressed(pressed(held, "Q1"), "Q2")
    assert codes(held, "answered") == ["Q1", "Q2"]
    assert [card.dots for card in KIND.view(held, BOARD).panels[1].cards] == [1, 2]
    assert [table.columns[-1] for table in KIND.tables(KIND.view(held, BOARD), EN)][:2] == ["Dots", "Dots"]
    assert [card.dots for card in KIND.view(shown(held, on=False), BOARD).panels[1].cards] == [None, None]


def test_a_ranked_panel_is_not_ordered_by_hand(three):
    first = [of(three, "Q2").id]
    assert codes(three.after(KIND.nudge(three, first, "up"))) == ["Q2", "Q1", "Q3"]
    refused("order_by_dots", KIND.nudge, shown(three), first, "up")
    refused("nothing_to_do", KIND.nudge, shown(three), [], "up")
    assert codes(shown(three).after(KIND.nudge(shown(three), first, "right")), "answered") == ["Q2"]
    answered = pressed(pressed(shown(three), "Q1"), "Q2")
    assert codes(answered.after(KIND.nudge(answered, first, "up")), "answered") == ["Q2", "Q1"]


def spot(held, code):
    """The middle of a card on the stage."""
    groups = KIND.picture(KIND.view(held, BOARD), theme()).groups
    return next(each.box.centre for each in groups if each.item_id == of(held, code).id)


def test_a_ranked_panel_is_not_ordered_by_dragging_either(three):
    held = shown(give(three, "Dana", Q3=2))
    ids = [of(held, code).id for code in ("Q1", "Q2")]
    refused("order_by_dots", KIND.drop, held, BOARD, ids, *spot(held, "Q3"))
    answered = pressed(pressed(held, "Q1"), "Q2")
    x, y = spot(answered, "Q2")
    moved = answered.after(KIND.drop(answered, BOARD, [of(held, "Q1").id], x, y + 20))
    assert codes(moved, "answered") == ["Q2", "Q1"]
    opened = answered.after(KIND.drop(answered, BOARD, [of(held, "Q1").id], *spot(answered, "Q3")))
    assert codes(opened) == ["Q3", "Q1"]
    both = [of(held, "Q3").id, of(held, "Q1").id]
    assert codes(answered.after(KIND.drop(answered, BOARD, both, *spot(answered, "Q3")))) == ["Q3", "Q1"]
    assert codes(three.after(KIND.drop(three, BOARD, [of(three, "Q3").id], *spot(three, "Q1")))) == ["Q3", "Q1", "Q2"]


@pytest.mark.parametrize("words", [EN, FR], ids=["en", "fr"])
def test_paper_calls_what_nobody_answered_still_open_and_tells_every_answer(words, tmp_path):
    start = queue("When?", "Who pays?", language=words.language)
    held = pressed(field(field(start, "Q1", "answer", "In May."), "Q1", "asked_by", "Marie Zqx"), "Q1")
    paper = printed(
        tmp_path / "q.pdf", lambda language: KIND.handout(KIND.view(held, BOARD), language, 500), words.language
    )
    told = headings(paper.tree())
    assert words("questions.still_open") in told
    assert words("questions.panel_answered") in told
    assert not {words("questions.panel_open"), words("questions.panel_later")} & set(told)
    cells = {cell.words() for cell in paper.tree().every("TD")}
    assert {"In May.", "Who pays?"} <= cells
    assert "Zqx" not in repr(cells)


@pytest.mark.parametrize("words", [EN, FR], ids=["en", "fr"])
def test_an_answer_that_nobody_noted_was_given_in_the_session(words, tmp_path):
    held = pressed(queue("When?", "Who pays?", language=words.language), "Q1")
    paper = printed(
        tmp_path / "q.pdf", lambda language: KIND.handout(KIND.view(held, BOARD), language, 500), words.language
    )
    cells = [cell.words() for cell in paper.tree().every("TD", "TH")]
    assert words("questions.answered_in_session") in cells
    assert words("panels.done") not in " ".join(cells)


@pytest.mark.parametrize("words", [EN, FR], ids=["en", "fr"])
def test_the_table_of_open_questions_tells_dots_once_they_are_shown(three, words):
    held = give(three, "Dana", Q3=2)
    plain = KIND.tables(KIND.view(held, BOARD), words)
    assert [len(table.columns) for table in plain] == [3, 3, 3]
    table, answered, _ = KIND.tables(KIND.view(shown(held), BOARD), words)
    assert table.columns[-1] == words("board.head_dots")
    assert [(row[0], row[-1]) for row in table.rows] == [("Q3", "2"), ("Q1", "0"), ("Q2", "0")]
    assert table.numbers == {3}
    assert len(answered.columns) == 3


def test_the_budget_is_a_line_of_the_board(three):
    line = {each.key: each for each in KIND.fields(three, BOARD, EN)}["budget"]
    assert (line.value, line.private) == ("3", False)
    held = three.after(KIND.set_field(three, BOARD, "budget", " 5 "))
    assert KIND.ballot(held, BOARD).budget == 5
    for typed in ("", "none", "0", "51", "-1", "٣"):
        refused("dot_budget_range", KIND.set_field, three, BOARD, "budget", typed)
    with pytest.raises(KeyError):
        KIND.set_field(three, BOARD, "shown", "yes")


def test_deleting_a_question_takes_its_dots_hands_and_note_with_it(three):
    held = field(hands(give(three, "Dana", Q1=1, Q2=1), Q1=2), "Q1", "note", "x")
    gone = held.after(KIND.delete(held, [of(held, "Q1").id]))
    assert [each.code for each in gone.every(Question)] == ["Q2", "Q3"]
    assert len(list(gone.every(QuestionDots))) == 1
    assert not list(gone.every(QuestionHands))
    assert not list(gone.every(QuestionNote))
    assert gone.after(KIND.delete(held, [of(held, "Q1").id]).reversed()) == held


def test_there_is_nothing_to_link(three):
    refused("no_links_here", KIND.link, three, BOARD, LinkLine("Q1", "Q2"))
