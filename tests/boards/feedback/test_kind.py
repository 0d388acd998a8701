"""What a feedback form tells: to everybody only what the rules allow, to the facilitator what comes of it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boards.feedback.forms import BOARD, blank, results, shown, typed
from facilitator.boards.feedback.kind import KIND
from facilitator.boards.feedback.model import FeedbackComment
from facilitator.content.feedback import questions, statements
from facilitator.content.theme import theme
from facilitator.content.words import Words
from facilitator.domain.picture import Text
from facilitator.domain.view import Showing
from facilitator.workshop.capture import AddLine

DAY = date(2026, 11, 22)
EN = Words("en")
BIRD = "Zqxj nobody"


def everything_for_participants(document, language="en") -> str:
    """All that comes of a view."""
    words, view = Words(language), KIND.view(document, BOARD, Showing(day=DAY))
    drawn = [KIND.picture(view, theme(name)) for name in ("light", "dark")]
    told = (KIND.tables(view, words), KIND.sheets(view, words), KIND.items(view), dict(KIND.counts(view)))
    return repr((view, drawn, told, KIND.groups(view, words)))


def on_stage(document) -> str:
    picture = KIND.picture(KIND.view(document, BOARD), theme())
    return repr(picture)


def test_below_five_answers_nothing_of_them_is_in_a_view():
    """Neither before results are shown nor after: views are the same as of a form that nobody answered."""
    answered = typed(blank(), "F1 1 5 5 2", "F2 3x4")
    answered = typed(answered, BIRD, group="helped")
    kept = answered
    for comment in answered.every(FeedbackComment):
        values = {"kept": "yes"}
        kept = kept.after(KIND.put_entry(kept, f"{BOARD}.helped", "comments", comment.id, values, EN))
    for document in (answered, kept):
        assert KIND.view(document, BOARD) == KIND.view(blank(), BOARD)
        assert BIRD not in everything_for_participants(document)


@given(st.dictionaries(st.sampled_from([each.id for each in statements()]), st.lists(st.integers(1, 5), max_size=4)))
def test_no_few_answers_ever_reach_a_view(answers):
    document = blank()
    codes = {each.id: each.code for each in statements()}
    for statement, levels in answers.items():
        if levels:
            document = typed(document, f"{codes[statement]} {' '.join(map(str, levels))}")
    assert KIND.view(document, BOARD) == KIND.view(blank(), BOARD)


def test_comments_never_stand_on_the_stage_and_in_handouts_only_when_kept():
    document = typed(typed(blank(), "F1 1x3 5x3"), BIRD, "Another", group="helped")
    (bird,) = (each.id for each in document.every(FeedbackComment) if each.text == BIRD)
    document = results(document, "shown")
    assert BIRD not in everything_for_participants(document)
    kept = document.after(KIND.put_entry(document, f"{BOARD}.helped", "comments", bird, {"kept": "yes"}, EN))
    assert BIRD not in on_stage(kept)
    assert BIRD in repr(KIND.tables(KIND.view(kept, BOARD), EN))
    assert "Another" not in everything_for_participants(kept)
    assert BIRD not in everything_for_participants(results(kept, "hidden"))


def test_a_board_is_handed_out_with_others_once_it_has_results():
    document = typed(blank(), "F1 1x3 5x3")
    assert KIND.withheld(document, BOARD)
    assert not KIND.withheld(results(document, "shown"), BOARD)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_picture_says_medians_in_words_and_all_of_it_can_be_read(language, name):
    look, words = theme(name), Words(language)
    document = results(typed(blank(language), "F1 4x5 2x3", "F2 5x6", "F3 1 3x4 5x2", "F4 5"), "shown")
    picture = KIND.picture(KIND.view(document, BOARD), look)
    texts = [shape for group in picture.groups for shape in group.shapes if isinstance(shape, Text)]
    assert min(text.size for text in texts) >= look.stage_minimum
    drawn = "\n".join(" ".join(text.lines) for text in texts)
    for told in (*(words("feedback.median", median=each) for each in "435"), words("feedback.too_few", least=5)):
        assert told in drawn
        assert told in picture.alt
    assert "…" not in drawn
    for asked in (*statements(), *questions()):
        assert asked.text.within(language) in drawn
    assert words.range("5-9") in drawn
    assert shown(document, "next") is None


def test_the_facilitator_reads_the_same_numbers_and_all_comments():
    document = typed(typed(blank(), "F1 4x5 2x3", "F2 5x4"), "b", "A", group="take")
    answers, comments = KIND.private_tables(document, BOARD, EN)
    assert answers.rows[0][2:] == ("8", "median 4 · some say 1 or 2 · most say 4 or 5")
    assert answers.rows[1][2:] == ("4", "fewer than 5 answers, so nothing is shown")
    assert [row[1] for row in comments.rows] == ["A", "b"]
    assert KIND.private_tables(blank(), BOARD, EN) == ()
    assert KIND.private_report(blank(), BOARD, DAY, EN, 500) == []
    assert KIND.private_report(document, BOARD, DAY, EN, 500)
    told = {each.key: each for each in KIND.fields(document, f"{BOARD}.useful", EN)}
    assert told["answered"].value == "8"
    assert told["answered"].private
    assert told["comes_to"].private
    assert "median 4" in told["comes_to"].value


def test_findings_at_their_limits():
    def checks(document):
        found = KIND.findings(document, BOARD, DAY, EN)
        for each in found:
            keys = {field.key for field in KIND.fields(document, each.opens[0], EN)}
            assert each.opens[1] in keys
        return {each.check for each in found}

    document = blank()
    assert checks(document) == set()
    document = document.after(KIND.set_field(document, BOARD, "session_id", "s1"))
    document = typed(document, "F1 1x2 5x2")
    assert checks(document) == {"FB1"}
    document = typed(document, "F1 3")
    assert checks(document) == set()
    document = results(document, "shown")
    assert checks(document) == set()
    document = typed(document, "F1 3")
    assert checks(document) == {"FB3"}
    document = typed(document, "F1 3x2")
    assert checks(document) == {"FB2"}
    document = results(document, "anew")
    assert checks(document) == set()
    assert checks(document.after(KIND.set_field(document, BOARD, "session_id", ""))) == {"FB4"}


def test_what_was_counted_is_told_with_how_many_there_are_and_live_answers_are_told_of():
    before = typed(blank(), "F1 4x3")
    change = KIND.add(before, BOARD, AddLine("F1 5 3x2"), "statements")
    after = before.after(change)
    assert KIND.captured_told(after, BOARD, change, EN) == "F1: 3 counted, 6 in all"
    assert KIND.captured_told(after, BOARD, change, Words("fr")) == "F1\u202f: 3 de plus, 6 en tout"
    (came,) = (each.value for each in KIND.fields(after, BOARD, EN) if each.key == "came")
    assert came == "up to 6 answers to a statement, 0 forms counted, 0 comments"
    comment = KIND.add(after, BOARD, AddLine("Good."), "take")
    assert KIND.captured_told(after.after(comment), BOARD, comment, EN) == ""
