import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.boards.drawing import HEADER, header, icon, lines_of, readable, stripe
from facilitator.content.theme import contrast, theme
from facilitator.content.typeface import width
from facilitator.domain.picture import Rect, Text
from facilitator.domain.view import View

LIGHT = theme()


def view(title="Board", question="What for?"):
    return View("b", "any", title, question, "en")


def texts(title, question):
    return [shape for shape in header(view(title, question), LIGHT).shapes if isinstance(shape, Text)]


@given(st.text(max_size=200), st.text(max_size=200))
def test_the_header_is_one_line_and_leaves_room_for_the_clock(title, question):
    for text in texts(title, question):
        assert len(text.lines) <= 1
        for line in text.lines:
            assert text.x + width(line, text.size, bold=text.bold) <= 1600 + 1e-6
        assert text.y >= 0
        assert text.y + 1.2 * text.size <= HEADER.bottom


def test_the_question_stands_beside_the_title_on_its_baseline():
    title, question = texts("Civic value board", "What for?")
    assert question.x > title.x + width("Civic value board", title.size, bold=True)
    assert (title.lines, question.lines) == (("Civic value board",), ("What for?",))
    assert len(texts("Civic value board", "")) == 1


def test_what_is_cut_is_cut_between_words():
    assert lines_of("Buy in small parts with open interfaces", 18, 260, most=1) == ("Buy in small parts with open…",)
    assert lines_of("Short", 18, 300, most=1) == ("Short",)
    assert lines_of("", 18, 300, most=1) == ()
    (cut,) = lines_of("Anticonstitutionnellement", 18, 120, most=1)
    assert cut.startswith("Anticonst")
    assert cut.endswith("…")


def test_text_that_ends_in_an_ellipsis_of_its_own_is_left_alone():
    assert lines_of("And then what…", 18, 300, most=1) == ("And then what…",)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_colours_become_readable_without_changing_more_than_they_must(name):
    for colour in theme(name).categories:
        assert contrast(readable(colour, theme(name)), theme(name).paper) >= 4.5
        assert contrast(readable(colour, theme(name), 7), theme(name).paper) >= 7
    assert readable(theme(name).ink, theme(name)) == theme(name).ink


def test_an_icon_fills_its_box():
    shape = icon("check", Rect(100, 200, 20, 20), "#123456")
    numbers = [number for command in shape.commands for number in command[1:]]
    assert 100 <= min(numbers[0::2]) < max(numbers[0::2]) <= 120
    assert 200 <= min(numbers[1::2]) < max(numbers[1::2]) <= 220


def test_a_stripe_is_round_on_the_left_only():
    rect = Rect(10, 20, 30, 40)
    points = [each[-2:] for each in stripe(rect, 8) if each[0] != "Z"]
    assert points == [(40, 20), (40, 60), (18, 60), (10, 52), (10, 28), (18, 20)]
    assert [each[0] for each in stripe(rect, 8)] == ["M", "L", "L", "C", "L", "C", "Z"]
