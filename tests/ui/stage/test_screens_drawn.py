"""What the stage shows in place of a board: every word inside, none over another, none too small, for any words."""

from datetime import date
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.content.theme import theme
from facilitator.content.typeface import line_height, width
from facilitator.domain.outcome import OUTCOME_KINDS
from facilitator.domain.picture import STAGE_HEIGHT, STAGE_WIDTH, Box, Rect, Text
from facilitator.domain.screens import (
    OutcomeLine,
    OutcomesScreen,
    PollAnswer,
    PollScreen,
    ReadBackScreen,
    Screen,
    SpokenLine,
)
from facilitator.ui.stage.clock_pill import PILL
from facilitator.ui.stage.lettering import LEAST
from facilitator.ui.stage.outcomes_picture import outcomes_picture, page_count
from facilitator.ui.stage.screen_picture import screen_picture

LIGHT = theme()
LANGUAGES = st.sampled_from(["en", "fr"])


def texts(most):
    letters = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=most)
    wide = st.integers(0, most).map(lambda count: "W" * count)
    plain = st.integers(0, most).map(lambda count: ("late comments cost weeks, " * most)[:count])
    return st.one_of(plain, wide, letters)


CODES = st.from_regex(r"[A-Z][0-9]{1,4}", fullmatch=True) | st.just("")
READ_BACK = st.builds(
    ReadBackScreen, LANGUAGES, st.lists(st.builds(SpokenLine, CODES, texts(200), texts(60)), max_size=3).map(tuple)
)
OUTCOMES = st.builds(
    OutcomesScreen,
    LANGUAGES,
    texts(100),
    st.lists(
        st.builds(
            OutcomeLine,
            st.sampled_from(OUTCOME_KINDS),
            CODES,
            texts(200),
            texts(60),
            st.none() | st.dates(),
            st.booleans(),
        ),
        max_size=30,
    ).map(tuple),
    st.integers(0, 9),
)


@st.composite
def polls(draw):
    scale, shown = draw(st.booleans()), draw(st.booleans())
    votes = st.integers(0, 1000) if shown else st.none()
    count = 5 if scale else draw(st.integers(2, 6))
    answers = tuple(PollAnswer(number, draw(texts(120)), draw(votes)) for number in range(1, count + 1))
    return PollScreen(draw(LANGUAGES), draw(texts(200)), scale, answers, draw(st.integers(0, 1000)))


def boxes(picture):
    """Every line of text with the rectangle that it takes."""
    for group in picture.groups:
        for shape in group.shapes:
            if isinstance(shape, Text):
                for place, line in enumerate(shape.lines):
                    wide = width(line, shape.size, bold=shape.bold)
                    left = shape.x - {"start": 0, "middle": wide / 2, "end": wide}[shape.anchor]
                    high = line_height(shape.size)
                    yield line, shape, Rect(left, shape.y + place * high, wide, high)


def inside(rect):
    return rect.x >= 0 and rect.y >= 0 and rect.right <= STAGE_WIDTH and rect.bottom <= STAGE_HEIGHT


def ensure_readable(picture):
    found = list(boxes(picture))
    for line, shape, rect in found:
        assert shape.size >= LEAST, line
        assert inside(rect), line
        assert not rect.overlaps(PILL), line
    for (one, _, first), (other, _, second) in combinations(found, 2):
        assert not first.grown(-0.01).overlaps(second), (one, other)
    for group in picture.groups:
        for shape in group.shapes:
            if isinstance(shape, Box):
                assert inside(shape.rect)
    assert picture.alt


@settings(max_examples=60, deadline=None)
@given(READ_BACK)
def test_no_word_of_a_read_back_leaves_the_stage_or_covers_another(screen):
    ensure_readable(screen_picture(screen, LIGHT))


@settings(max_examples=60, deadline=None)
@given(polls())
def test_no_word_of_a_poll_leaves_the_stage_or_covers_another(screen):
    ensure_readable(screen_picture(screen, LIGHT))


@settings(max_examples=60, deadline=None)
@given(OUTCOMES)
def test_no_word_of_the_outcomes_leaves_the_stage_or_covers_another(screen):
    ensure_readable(screen_picture(screen, LIGHT))


def everything_in(picture):
    return [" ".join(shape.lines) for group in picture.groups for shape in group.shapes if isinstance(shape, Text)]


def outcome(number, kind="decision", text="Publish every permit’s status", *, who="", due=None, confirmed=True):
    return OutcomeLine(kind, f"D{number}", text, who, due, confirmed)


def test_words_of_people_stay_as_they_are():
    nasty = "<b>Clerk</b> &amp; {count} %s"
    for screen in (
        ReadBackScreen("en", (SpokenLine("S1", nasty, nasty),)),
        PollScreen("en", nasty, False, (PollAnswer(1, nasty, 1), PollAnswer(2, nasty, 0)), 1),
        OutcomesScreen("en", nasty, (outcome(1, text=nasty, who=nasty),), 0),
    ):
        picture = screen_picture(screen, LIGHT)
        assert sum(nasty in each for each in everything_in(picture)) >= 2
        assert nasty in picture.alt


def test_equal_screens_give_equal_pictures():
    def made():
        return ReadBackScreen("fr", (SpokenLine("S1", "Greffe", "Interne"),))

    assert screen_picture(made(), LIGHT) == screen_picture(made(), LIGHT)
    assert screen_picture(made(), LIGHT) != screen_picture(ReadBackScreen("fr", ()), LIGHT)


def test_a_screen_that_nobody_knows_is_no_picture():
    with pytest.raises(TypeError):
        screen_picture(Screen("en"), LIGHT)


def test_the_newest_item_is_the_largest_and_the_last():
    lines = tuple(SpokenLine(f"S{n}", name, "Internal") for n, name in enumerate(("Clerk", "Council", "IT"), 1))
    found = {line: shape for line, shape, _ in boxes(screen_picture(ReadBackScreen("en", lines), LIGHT))}
    assert found["IT"].size > found["Council"].size == found["Clerk"].size >= 44
    assert found["Clerk"].y < found["Council"].y < found["IT"].y
    assert "Did I get this right?" in found


def test_two_hundred_letters_are_read_back_whole():
    words = ("late comments cost weeks and weeks, " * 9)[:200].strip()
    lines = tuple(SpokenLine(f"S{n}", f"{words} {n}", "Internal") for n in range(3))
    said = everything_in(screen_picture(ReadBackScreen("en", lines), LIGHT))
    assert all(f"{words} {n}" in said for n in range(3))


def test_nothing_to_read_back_is_said_calmly():
    assert everything_in(screen_picture(ReadBackScreen("en", ()), LIGHT)) == ["Did I get this right?", "Nothing yet"]
    assert "Rien pour le moment" in everything_in(screen_picture(ReadBackScreen("fr", ()), LIGHT))


def poll(*votes, voted=12, scale=False, language="en"):
    answers = tuple(PollAnswer(number, f"Option {number}", each) for number, each in enumerate(votes, 1))
    return PollScreen(language, "Which first?", scale, answers, voted)


def test_counts_stay_hidden_until_they_are_revealed():
    hidden = everything_in(screen_picture(poll(None, None, None), LIGHT))
    assert "12 have answered" in hidden
    assert "Type 1, 2 or 3 in the chat, or A, B or C" in hidden
    shown = everything_in(screen_picture(poll(703, 0, 704), LIGHT))
    assert {"703", "0", "704"} <= set(shown)
    assert not {"703", "704"} & set(hidden)
    assert not any(each.startswith("Type") for each in shown)


def test_nothing_moves_when_the_counts_are_shown():
    def places(screen):
        return {line: rect for line, _, rect in boxes(screen_picture(screen, LIGHT)) if line.startswith("Option")}

    assert places(poll(None, None, scale=True)) == places(poll(3, 9, scale=True))
    assert places(poll(None, None, None)) == places(poll(1, 1000, 7))


def bars(screen):
    groups = screen_picture(screen, LIGHT).groups
    plain = {LIGHT.surface, None}
    return [
        next((s.rect for s in group.shapes if isinstance(s, Box) and s.fill not in plain), None) for group in groups
    ]


def test_a_tie_has_bars_of_one_length_and_no_vote_has_none():
    rows = [bar.width if bar else 0 for bar in bars(poll(4, 8, 8, 0))[1:-1]]
    assert rows[1] == rows[2] == 2 * rows[0] > 0 == rows[3]
    columns = [bar.height if bar else 0 for bar in bars(poll(4, 8, 8, 0, 0, scale=True))[1:-1]]
    assert columns[1] == columns[2] == pytest.approx(2 * columns[0])
    assert columns[3] == 0


def test_a_poll_nobody_answered_is_drawn():
    assert "Nobody has answered yet" in everything_in(screen_picture(poll(0, 0, voted=0), LIGHT))
    assert bars(poll(0, 0, voted=0))[1:-1] == [None, None]


def test_a_poll_is_told_to_those_who_do_not_see_it():
    assert screen_picture(poll(1, 2, voted=3), LIGHT).alt == (
        "Which first? 1 (A) Option 1, 1 vote. 2 (B) Option 2, 2 votes. 3 have answered."
    )
    french = screen_picture(poll(None, None, voted=1, scale=True, language="fr"), LIGHT).alt
    assert french == "Which first? 1 Option 1. 2 Option 2. 1 réponse."


def test_outcomes_stand_under_their_heads_with_who_and_when_and_what_is_to_be_confirmed():
    lines = (
        outcome(1, confirmed=False),
        outcome(2, "next_step", "Ask the Province", who="Amina K.", due=date(2027, 1, 20)),
    )
    said = everything_in(outcomes_picture(OutcomesScreen("en", "Session 2", lines, 0), LIGHT))
    assert [each for each in said if each in ("Decisions", "Next steps", "Open questions", "Parking lot")] == [
        "Decisions",
        "Next steps",
        "Open questions",
        "Parking lot",
    ]
    assert said.count("To confirm") == 1
    assert {"Session 2", "1 to confirm"} <= set(said)
    assert "Amina K., by 20 January 2027" in said
    french = everything_in(outcomes_picture(OutcomesScreen("fr", "", lines, 0), LIGHT))
    assert "Amina K., d’ici le 20 janvier 2027" in french
    assert "À confirmer" in french


def test_a_day_is_never_cut_by_the_mark_beside_it():
    who = "The office of the chief administrative officer"
    line = outcome(1, "next_step", who=who, due=date(2027, 9, 20), confirmed=False)
    said = everything_in(outcomes_picture(OutcomesScreen("en", "", (line,), 0), LIGHT))
    assert f"{who}, by 20 September 2027" in said
    assert "To confirm" in said


def test_outcomes_that_do_not_fit_are_paged_and_none_is_missing_or_told_twice():
    lines = tuple(outcome(n, OUTCOME_KINDS[n // 12], f"Matter {n} {'of the permits office ' * 5}") for n in range(48))
    screen = OutcomesScreen("en", "", lines, 0)
    pages = page_count(screen, LIGHT)
    assert pages > 1

    def page(number):
        return outcomes_picture(OutcomesScreen("en", "", lines, number), LIGHT)

    codes = [each for number in range(pages) for each in everything_in(page(number)) if each.startswith("D")]
    assert [code for code in codes if code[1:].isdigit()] == [line.code for line in lines]
    assert f"Page 2 of {pages}" in everything_in(page(1))
    assert page(pages + 5) == page(pages - 1)
    assert f"Page 2 of {pages}" in page(1).alt
    ensure_readable(page(1))


def test_no_outcomes_are_one_calm_page():
    screen = OutcomesScreen("en", "", (), 3)
    assert page_count(screen, LIGHT) == 1
    assert everything_in(outcomes_picture(screen, LIGHT)) == ["Outcomes", "Nothing yet"]
