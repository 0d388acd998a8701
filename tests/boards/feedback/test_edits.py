"""Counting answers and noting comments by capture lines; showing, hiding and showing results anew."""

from datetime import datetime
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boards.feedback.forms import BOARD, blank, results, shown, typed
from facilitator.boards.chat_taking import taken_from_chat
from facilitator.boards.feedback.kind import KIND
from facilitator.boards.feedback.model import FeedbackComment, FeedbackCount, FeedbackForm
from facilitator.boards.feedback.reading import tallies
from facilitator.boards.feedback.results import NOBODY, changed_by
from facilitator.content.words import Words
from facilitator.domain.chat import ChatLine
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board
from facilitator.domain.refusal import EditRejected
from facilitator.opening import found_engagement
from facilitator.templates import founding, new_board
from facilitator.workshop.capture import AddLine, parse
from facilitator.workshop.sessions import session_removed

EN = Words("en")


def refused(document: Document, line: str, group: str = "statements") -> EditRejected:
    with pytest.raises(EditRejected) as found:
        KIND.add(document, BOARD, parse(line), group)
    return found.value


@pytest.mark.parametrize(
    ("line", "tally"),
    [
        ("F1 4", (0, 0, 0, 1, 0)),
        ("f1: 4x3", (0, 0, 0, 3, 0)),
        ("F1 5 5 4 3", (0, 0, 1, 1, 2)),
        ("F1 1, 2x2,5*2", (1, 2, 0, 0, 2)),
        ("F1 4×10", (0, 0, 0, 10, 0)),
    ],
)
def test_answers_are_counted_without_anybody(line, tally):
    document = typed(blank(), line)
    assert tallies(document, BOARD)["useful"] == tally
    again = typed(document, line)
    assert tallies(again, BOARD)["useful"] == tuple(2 * many for many in tally)
    assert {each.statement for each in again.every(FeedbackCount)} == {"useful"}


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("F1 6", "feedback_answer"),
        ("F1 0", "feedback_answer"),
        ("F1", "feedback_answer"),
        ("F1 yes", "feedback_answer"),
        ("F1 4 maybe", "feedback_answer"),
        ("F1 4x0", "feedback_many"),
        ("F1 4x501", "feedback_many"),
        ("4", "feedback_where"),
        ("More breaks", "feedback_where"),
        ("F9 4", "feedback_where"),
        ("F1 4 @2", "capture_no_scale"),
        ("F6", "name_empty"),
        ("A thought #nowhere", "group_unknown"),
    ],
)
def test_what_is_no_answer_is_said(line, key):
    assert refused(blank(), line).key == key


def test_words_go_below_the_question_that_is_chosen_or_named():
    document = typed(blank(), "More breaks", "F1 was hard to read", group="change")
    document = typed(document, "F8 The map")
    document = document.after(KIND.add(document, BOARD, parse("The pairs #helped"), "statements"))
    said = {(each.question, each.text, each.kept) for each in document.every(FeedbackComment)}
    assert said == {
        ("change", "More breaks", False),
        ("change", "F1 was hard to read", False),
        ("take", "The map", False),
        ("helped", "The pairs", False),
    }
    assert typed(document, "F2 3", group="change") != document  # a code with a number counts wherever one is
    assert tallies(typed(document, "F2 3", group="change"), BOARD)["part"] == (0, 0, 1, 0, 0)


def test_results_can_be_shown_from_five_answers_to_a_statement_on():
    document = typed(blank(), "F1 1x2 5x2", "F2 3")
    (told,) = (each for each in KIND.fields(document, BOARD, EN) if each.key == "results")
    assert told.form == "told"
    with pytest.raises(KeyError):
        KIND.set_field(document, BOARD, "results", "shown")
    document = typed(document, "F1 3")
    assert shown(document, "useful") is None
    document = results(document, "shown")
    assert shown(document, "useful") == (2.0, False, ())
    assert shown(document, "part") is None
    assert shown(results(document, "hidden"), "useful") is None


def test_what_was_shown_stays_until_three_more_have_answered():
    document = results(typed(blank(), "F1 1x3 5x3", "F2 1x3 5x3"), "shown")
    before = KIND.view(document, BOARD)
    for line in ("F1 5", "F1 5"):
        document = typed(document, line)
        assert KIND.view(document, BOARD) == before
        assert KIND.view(results(results(document, "hidden"), "shown"), BOARD) == before
        choices = next(each for each in KIND.fields(document, BOARD, EN) if each.key == "results").choices
        assert [value for value, _ in choices] == ["hidden", "shown"]
    document = typed(document, "F1 5", "F2 5")
    assert KIND.view(document, BOARD) == before
    document = results(document, "anew")
    assert shown(document, "useful")[0] == 4.0
    assert shown(document, "part") == shown(results(typed(blank(), "F2 1x3 5x3"), "shown"), "part")


def test_hiding_forgets_nothing_of_what_was_shown():
    """Else whoever hides results, counts one more and shows them would give that one away."""
    document = results(typed(blank(), "F1 1x2 3x2 5x2"), "shown")
    seen = shown(document, "useful")
    document = results(typed(results(document, "hidden"), "F1 1"), "shown")
    assert shown(document, "useful") == seen


def test_answers_are_taken_back_whole_until_their_results_were_shown():
    document = typed(typed(blank(), "F1 1x3 5x3", "F2 4"), "More breaks", group="change")
    cleared = document.after(KIND.delete(document, [f"{BOARD}.useful", f"{BOARD}.change"]))
    assert not any(tallies(cleared, BOARD)["useful"])
    assert any(tallies(cleared, BOARD)["part"])
    assert not list(cleared.every(FeedbackComment))
    with pytest.raises(EditRejected) as refusal:
        KIND.delete(cleared, [f"{BOARD}.useful"])
    assert refusal.value.key == "nothing_to_do"
    with pytest.raises(EditRejected):
        KIND.delete(cleared, ["feedback.nothing"])
    shown_once = results(results(document, "shown"), "hidden")
    with pytest.raises(EditRejected) as refusal:
        KIND.delete(shown_once, [f"{BOARD}.useful"])
    assert (refusal.value.key, refusal.value.values) == ("feedback_was_shown", {"code": "F1"})
    assert KIND.delete(shown_once, [f"{BOARD}.part", f"{BOARD}.change"])


STEPS = st.sampled_from(["1", "3", "5", "1x3", "5x3", "shown", "hidden", "anew", "anew", "clear"])


@settings(max_examples=200)
@given(st.lists(STEPS, min_size=3, max_size=25))
def test_whatever_is_done_no_two_results_that_were_shown_differ_by_fewer_than_three_people(steps):
    """A peer who kept every picture that was shown can compare any two of them."""
    document = results(typed(blank(), "F1 1x3 5x3"), "shown")
    seen = {tallies(document, BOARD)["useful"]}
    for step in steps:
        try:
            if step[0].isdigit():
                document = typed(document, f"F1 {step}")
            elif step == "clear":
                document = document.after(KIND.delete(document, [f"{BOARD}.useful"]))
            else:
                document = results(document, step)
        except (EditRejected, KeyError):  # a choice that is not offered now
            continue
        stood = tallies(document, BOARD, shown=True)["useful"]
        if KIND.view(document, BOARD).shown and stood != NOBODY:
            assert sum(stood) >= 5
            seen.add(stood)
    assert all(changed_by(one, other) >= 3 for one, other in combinations(seen, 2))


@pytest.mark.parametrize(
    ("language", "title"), [("en", "Feedback: First half day"), ("fr", "Rétroaction\u202f: First half day")]
)
def test_a_form_is_called_after_its_session_unless_it_was_named(language, title):
    document = blank(language)
    named = document.after(KIND.set_field(document, BOARD, "session_id", "s1"))
    assert named.get(Board, BOARD).title == title
    second = named.after(KIND.set_field(named, BOARD, "session_id", "s2"))
    assert second.get(Board, BOARD).title.endswith("Second half day")
    own = second.after(KIND.set_field(second, BOARD, "title", "How was it"))
    assert own.after(KIND.set_field(own, BOARD, "session_id", "s1")).get(Board, BOARD).title == "How was it"


def test_a_session_can_be_removed_and_its_form_stays():
    document = blank()
    document = document.after(KIND.set_field(document, BOARD, "session_id", "s1"))
    document = document.after(session_removed(document, "s1", datetime(2026, 11, 22, 9)))
    assert document.get(FeedbackForm, BOARD).session_id is None
    assert KIND.fields(document, BOARD, EN)


def test_no_line_of_the_chat_becomes_a_comment_as_it_has_an_author():
    line = ChatLine(id="c1", number=1, author="Dana", text="Too fast")
    document = Document.of([*blank().records(), line])
    with pytest.raises(EditRejected) as refusal:
        taken_from_chat(KIND, document, BOARD, ["c1"], "Too fast", "change")
    assert refusal.value.key == "chat_has_authors"


def test_lines_are_for_the_facilitator_alone():
    assert KIND.captures_privately
    assert KIND.in_time(typed(blank(), "F1 4"), BOARD) == ()


def test_no_group_and_no_key_moves_what_is_given():
    document = blank()
    for edit in (
        lambda: KIND.regroup(document, [f"{BOARD}.useful"], "change"),
        lambda: KIND.nudge(document, [f"{BOARD}.useful"], "right"),
        lambda: KIND.rename(document, f"{BOARD}.useful", "Other words"),
    ):
        with pytest.raises(EditRejected):
            edit()


def test_a_comment_is_mended_kept_and_removed():
    document = typed(blank(), "zebra", "Apple", group="take")
    item = f"{BOARD}.take"
    (found,) = KIND.entry_lists(document, item, EN)
    assert [row.values for row in found.rows] == [("Apple", "no"), ("zebra", "no")]  # by their words, not as they came
    first = found.rows[0].id
    kept = document.after(KIND.put_entry(document, item, "comments", first, {"kept": "yes", "text": "An apple"}, EN))
    assert kept.get(FeedbackComment, first) == document.get(FeedbackComment, first).having(text="An apple", kept=True)
    more = kept.after(KIND.put_entry(kept, item, "comments", "", {"text": "Written on paper"}, EN))
    assert len(list(more.every(FeedbackComment))) == 3
    assert len(list(more.after(KIND.delete_entry(more, item, "comments", first)).every(FeedbackComment))) == 2
    for values in ({"text": " "}, {"text": "x" * 2001}):
        with pytest.raises(EditRejected) as refusal:
            KIND.put_entry(document, item, "comments", first, values, EN)
        assert refusal.value.key == "cell_refused"
    with pytest.raises(EditRejected):
        KIND.put_entry(document, item, "comments", "", {}, EN)
    assert KIND.entry_lists(document, f"{BOARD}.useful", EN) == KIND.entry_lists(document, BOARD, EN) == ()


def test_a_line_of_add_holds_no_mark():
    with pytest.raises(EditRejected):
        KIND.add(blank(), BOARD, AddLine("F1 4", influence=3), "statements")


def test_results_that_were_shown_are_not_undone(tmp_path):
    """Shown, taken back, and shown again with one more answer, they would give that answer away."""
    with found_engagement(tmp_path / "town.facilitator", founding("blank", "en")) as engagement:
        journal = engagement.journal
        journal.do(new_board(journal.document, "feedback", "How was it?"))
        journal.do(KIND.add(journal.document, "feedback", AddLine("F1 4x5"), "statements"))
        journal.undo()
        journal.redo()
        journal.do(KIND.set_field(journal.document, "feedback", "results", "shown"))
        with pytest.raises(EditRejected) as found:
            journal.undo()
        assert found.value.key == "undo_ends"
        journal.do(KIND.set_field(journal.document, "feedback", "results", "hidden"))
        journal.undo()
