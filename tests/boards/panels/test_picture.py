"""A board of panels drawn: signs with words, struck cards that can be read, and one card alone."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boards.panels.boards import some, view_of
from facilitator.boards.panels.enlarged import enlarged_groups, told_in
from facilitator.boards.panels.picture import picture_of
from facilitator.boards.panels.view import CardView, PanelsView, PanelView
from facilitator.content.theme import contrast, theme
from facilitator.content.typeface import line_height
from facilitator.domain.picture import STAGE_HEIGHT, STAGE_WIDTH, Box, Group, Path, Text
from facilitator.domain.view import Showing

LIGHT = theme("light")
CASE = (
    ("problem", "The problem", "Residents had to come to the counter for every permit."),
    ("tried", "What they tried", "Every service has an owner.\nA playbook tells how."),
    ("source", "Source", "https://example.org/playbook"),
)


def item(picture, its_id) -> Group:
    return next(group for group in picture.groups if group.item_id == its_id)


def texts(group: Group) -> list[Text]:
    return [shape for shape in group.shapes if isinstance(shape, Text)]


def said(group: Group) -> str:
    return " ".join(" ".join(text.lines) for text in texts(group))


@pytest.mark.parametrize("look", ["light", "dark"])
def test_a_done_card_is_struck_has_a_sign_and_stays_legible(look):
    view = view_of([[("Which languages first?", 1, True, None), ("Who pays?", 0, False, None)]])
    colours = theme(look)
    done, open_ = (item(picture_of(view, colours), each) for each in ("p0c0", "p0c1"))
    lines = [each for each in done.shapes if isinstance(each, Box) and each.rect.height < 6]
    words = next(each for each in texts(done) if "languages" in " ".join(each.lines))
    assert len(lines) == len(words.lines)
    assert all(words.y < line.rect.y < words.y + len(words.lines) * line_height(words.size) for line in lines)
    assert contrast(words.colour, colours.surface) >= 7
    assert sum(isinstance(each, Path) for each in done.shapes) == sum(isinstance(e, Path) for e in open_.shapes) + 1
    assert "Done" in done.label
    assert "Done" not in open_.label


def test_dots_are_a_number_with_a_sign_and_none_where_totals_are_hidden():
    shown = view_of([[("A", 0, False, 5), ("B", 0, False, 0)]])
    hidden = view_of([[("A", 0, False, None)]])
    first, second = (item(picture_of(shown, LIGHT), each) for each in ("p0c0", "p0c1"))
    assert "5" in said(first).split()
    assert "0" in said(second).split()
    assert "5 dots" in first.label
    assert "dot" not in item(picture_of(hidden, LIGHT), "p0c0").label


def test_an_empty_panel_tells_what_belongs_there():
    picture = picture_of(some(1, 0), LIGHT)
    assert [said(group) for group in picture.groups if "What belongs here" in said(group)] == ["What belongs here"]


def test_what_has_no_room_is_counted_with_its_codes_in_both_languages():
    panels = [[("A question that is asked", 0, False, None)] * 60] * 8
    for language, more in (("en", "more"), ("fr", "de plus")):
        picture = picture_of(view_of(panels, language=language), LIGHT)
        stack = next(group for group in picture.groups[1:] if more in said(group))
        assert "Q59" in stack.label


def one_card(parts=CASE, words="Helsinki’s digital playbook", **more) -> Group:
    view = view_of([[("Other", 0, False, None)], [("Case", 0, False, None)]])
    card = CardView("card", "C7", words, (), tuple(parts), **more)
    panel = dataclasses.replace(view.panels[1], cards=(card,))
    shown = dataclasses.replace(view, panels=(view.panels[0], panel), showing=Showing(spotlight="card"))
    picture = picture_of(shown, LIGHT)
    assert [group.item_id for group in picture.groups] == ["", "card"]
    assert words in picture.alt
    return picture.groups[1]


def test_a_card_in_the_spotlight_stands_alone_with_all_that_is_known():
    group = one_card()
    assert all(label in said(group) for _, label, _ in CASE)
    assert "A playbook tells how." in said(group)
    assert max(text.size for text in texts(group)) >= 42
    assert min(text.size for text in texts(group)) >= 20
    assert "C7" in group.label
    assert "https://example.org/playbook" in group.label


def test_where_a_story_is_from_stands_small_at_its_end_a_line_each():
    sources = "A city, https://example.org/page\nB city, https://example.org/other"
    parts = (("source", "Source", sources), ("tried", "What they tried", "Cards at every counter."))
    card = CardView("a", "C1", "Helsinki", (), parts, foot=frozenset(("source",)))
    panel = PanelView("p", "Trust", "", (card,))
    view = PanelsView("b", "k", "Cases", "", "en", (panel,))
    look = theme("light")
    (group,) = enlarged_groups(view, card, panel, look.categories[0], look, "")
    (foot,) = (each for each in texts(group) if "A city" in " ".join(each.lines))
    (story,) = (each for each in texts(group) if "counter" in " ".join(each.lines))
    assert [line[:8] for line in foot.lines] == ["• A city", "• B city"]
    assert foot.y > story.y
    assert look.stage_minimum <= foot.size < story.size / 1.5
    assert group.box.bottom >= foot.y + 2 * foot.size


def test_a_card_of_which_nothing_else_is_known_is_larger_still():
    sizes = [max(text.size for text in texts(one_card(parts))) for parts in ((), CASE)]
    assert sizes[0] >= 84 > sizes[1]


def test_a_card_alone_tells_its_dots():
    group = one_card(dots=17)
    assert "17" in said(group).split()
    assert "17 dots" in group.label
    assert "dot" not in one_card().label


def test_a_done_card_alone_is_struck_and_signed():
    shapes = one_card(done=True).shapes
    assert sum(isinstance(each, Path) for each in shapes) == 2
    assert sum(isinstance(each, Box) and each.rect.height < 8 for each in shapes) == 1


@given(st.lists(st.text("abcé \n", max_size=5000), min_size=1, max_size=7), st.integers(1, 300), st.booleans())
def test_a_card_alone_never_leaves_the_stage(parts, long, done):
    group = one_card([(f"k{n}", f"Label {n}", text) for n, text in enumerate(parts)], "word " * long, done=done)
    assert group.box.right <= STAGE_WIDTH
    assert group.box.bottom <= STAGE_HEIGHT
    for text in texts(group):
        assert text.size >= LIGHT.stage_minimum
        assert text.y + len(text.lines) * line_height(text.size) <= group.box.bottom + 0.5


def test_parts_that_cannot_fit_are_cut_at_the_end_each_as_late_as_can_be():
    parts = [("a", "Short", "Two words"), ("b", "Long", "word " * 5000)]
    told = told_in(parts, 1700, 700, 18)
    lines = {label: lines for column in told.columns for label, lines in column}
    assert lines["Short"] == ("Two words",)
    assert lines["Long"][-1].endswith("…")
    assert not any(line.endswith("…") for line in lines["Long"][:-1])
