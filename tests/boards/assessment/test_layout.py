from itertools import combinations

import pytest
from hypothesis import given

from boards.assessment.audits import document, views, with_field
from facilitator.boards.assessment.kind import KIND
from facilitator.boards.assessment.layout import CARD_INSET, NAME_SIZE, PANEL_WIDTH, layout_of, steps_moved
from facilitator.boards.drawing import HEADER
from facilitator.content.theme import theme
from facilitator.content.typeface import line_height, width
from facilitator.domain.picture import STAGE_HEIGHT, STAGE_WIDTH

LIGHT = theme()


@pytest.mark.slow
@given(views())
def test_everything_is_on_the_stage_without_overlap_below_the_header(view):
    layout = layout_of(view, LIGHT)
    choices = [choice.rect for mark in layout.marks for choice in mark.choices]
    places = [mark.open for mark in layout.marks if mark.open]
    rects = [*(placed.rect for placed in layout.areas), *choices, *places, layout.legend]
    assert len(layout.areas) == 10
    for rect in [*rects, *(step.rect for step in layout.steps)]:
        assert rect.x >= 0
        assert rect.right <= STAGE_WIDTH
        assert rect.y >= HEADER.bottom
        assert rect.bottom <= STAGE_HEIGHT
    for one, other in combinations(rects, 2):
        assert not one.overlaps(other)


@pytest.mark.slow
@given(views())
def test_words_fit_where_they_stand(view):
    layout = layout_of(view, LIGHT)
    for placed in layout.areas:
        assert not any(line.endswith("…") for line in placed.lines)
        high = len(placed.lines) * line_height(NAME_SIZE) + bool(placed.mark) * line_height(LIGHT.stage_text)
        assert high < placed.rect.height
        assert placed.pill.height < placed.rect.height
    for step in layout.steps:
        assert not step.name[0].endswith("…")
        assert all(width(line, LIGHT.stage_text) <= step.rect.width for line in step.meaning)
    for mark in layout.marks:
        for choice in mark.choices:
            assert all(width(line, NAME_SIZE, bold=True) <= PANEL_WIDTH - CARD_INSET for line in choice.lines)


@pytest.mark.slow
@given(views())
def test_a_pill_stands_on_the_step_of_its_level_and_inside_its_row(view):
    layout = layout_of(view, LIGHT)
    for placed in layout.areas:
        step = next(each for each in layout.steps if each.level == placed.area.level)
        assert step.rect.contains(*placed.pill.centre)
        assert placed.pill.x >= placed.rect.x
        assert placed.pill.right <= placed.rect.right + 2


@pytest.mark.slow
@given(views())
def test_all_that_was_chosen_is_there(view):
    layout = layout_of(view, LIGHT)
    for mark in layout.marks:
        assert tuple(choice.area for choice in mark.choices) == view.marked(mark.mark.id)
        assert (mark.open is None) == (len(mark.choices) == mark.mark.most)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("action", ["WMW " * 50, "W" * 200, "améliorer les formulaires " * 7])
def test_four_long_actions_leave_room_for_the_legend(action, language):
    held = document(language)
    for area, mark in (("ux", "quick"), ("content", "quick"), ("data", "quick"), ("gov", "foundation")):
        held = with_field(with_field(held, f"aud_{area}", "mark", mark), f"aud_{area}", "action", action)
    layout = layout_of(KIND.view(held, "a"), LIGHT)
    assert layout.marks[-1].choices[-1].rect.bottom < layout.legend.y
    assert all(choice.below.startswith("U") for mark in layout.marks for choice in mark.choices)


def test_a_row_that_stays_where_it_is_was_not_dragged():
    view = KIND.view(document(), "a")
    assert {steps_moved(placed.rect.centre[0]) for placed in layout_of(view, LIGHT).areas} == {0}
