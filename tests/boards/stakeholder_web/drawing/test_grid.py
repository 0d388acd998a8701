"""Influence against stake: everybody in their cell, and nobody where anything is not known."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boards.stakeholder_web.people import alone, assert_legible, items, said, texts
from boards.stakeholder_web.webs import DARK, LIGHT, TWENTY, rows_of, web, webs
from facilitator.boards.stakeholder_web.drawing.grid import GridLayout, cell_of, grid_layout
from facilitator.boards.stakeholder_web.drawing.grid_picture import grid_keys
from facilitator.boards.stakeholder_web.picture import picture_of
from facilitator.boards.stakeholder_web.view import GRID, INFLUENCE, StakeholderWebView
from facilitator.domain.picture import Picture
from facilitator.domain.view import Showing

ON = Showing(form=GRID, layers=frozenset({INFLUENCE}))


def laid_out(view: StakeholderWebView) -> GridLayout:
    return grid_layout(view, LIGHT, grid_keys(view, LIGHT))


def one(**answers) -> StakeholderWebView:
    """One stakeholder with these answers."""
    return replace(alone(("Council", "internal", 2), **answers), showing=ON)


def shown(picture: Picture) -> set[str]:
    return {" ".join(text.lines) for group in picture.groups for text in texts(group)}


@pytest.mark.slow
@settings(max_examples=12)
@given(webs(most=45), st.integers(0, 999), st.booleans(), st.booleans())
def test_whatever_comes_up_nothing_overlaps_and_everybody_is_there_or_counted(view, seed, large, attitude):
    layers = frozenset({INFLUENCE, "attitude"} if attitude else {INFLUENCE})
    view = said(view, seed, form=GRID, large=large, layers=layers)
    picture, layout = picture_of(view, LIGHT), laid_out(view)
    assert_legible(picture)
    counted = [each for pile in layout.piles for each in pile.ids]
    assert sorted([*counted, *items(picture)]) == sorted(each.id for each in view.stakeholders)


@pytest.mark.parametrize(("count", "category_set"), [(20, "short"), (30, "full"), (60, "full")])
def test_pills_stand_in_the_cell_of_their_influence_and_stake(count, category_set):
    view = said(web(rows_of(3, count, category_set), category_set), 5, form=GRID, layers=frozenset({INFLUENCE}))
    layout = laid_out(view)
    people = {each.id: each for each in view.stakeholders}
    for placed in layout.placed:
        cell = cell_of(people[placed.id])
        room = layout.cells[cell] if cell else layout.tray
        assert room.contains(placed.rect.x, placed.rect.y)
        assert room.contains(placed.rect.right, placed.rect.bottom)
    assert len(layout.placed) >= 0.8 * count


def test_high_influence_is_above_and_high_stake_to_the_right():
    cells = laid_out(one(influence=1, interest=1)).cells
    for step in (1, 2, 3):
        assert cells[step + 1, 1].bottom <= cells[step, 1].y
        assert cells[1, step].right <= cells[1, step + 1].x


@pytest.mark.parametrize(
    ("influence", "interest", "impact", "quadrant"),
    [
        (4, 1, 3, "Work closely"),
        (3, 2, None, "Keep satisfied"),
        (2, None, 4, "Keep involved"),
        (1, 1, 1, "Keep in view"),
        (None, 4, 4, "Not placed yet: influence or stake is not known"),
        (4, None, None, "Not placed yet: influence or stake is not known"),
    ],
)
def test_the_label_says_the_quadrant_and_stake_is_the_higher_of_interest_and_impact(
    influence, interest, impact, quadrant
):
    view = one(influence=influence, interest=interest, impact_on_them=impact)
    assert f"Council, Internal, {quadrant}" in items(picture_of(view, LIGHT))["s1"].label
    assert (laid_out(view).tray is not None) == quadrant.startswith("Not")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_quadrants_and_axes_are_named(language):
    view = replace(one(influence=4, interest=4), language=language)
    names = {
        "en": {"Work closely", "Keep satisfied", "Keep involved", "Keep in view", "Influence", "Stake", "4 Very high"},
        "fr": {"Travailler de près", "Garder à l’œil", "Influence", "Enjeu", "4 Très élevé", "4 Décisif"},
    }[language]
    assert names <= shown(picture_of(view, DARK))


def test_without_its_layer_the_grid_is_the_plain_web():
    view = replace(web(TWENTY), showing=Showing(form=GRID))
    assert picture_of(view, LIGHT).groups == picture_of(web(TWENTY), LIGHT).groups


def test_a_spotlight_counts_the_others():
    view = said(web(TWENTY), 4, form=GRID, layers=frozenset({INFLUENCE}), spotlight="internal")
    layout = laid_out(view)
    assert {each.id for each in layout.placed} == {each.id for each in view.stakeholders if each.category == "internal"}
    assert sum(len(pile.ids) for pile in layout.piles) == 15
    assert "1 other" in shown(picture_of(view, LIGHT))


def test_large_letters_can_be_read_on_a_phone():
    view = said(web(TWENTY), 4, form=GRID, layers=frozenset({INFLUENCE}), large=True)
    assert min(text.size for group in picture_of(view, LIGHT).groups for text in texts(group)) >= LIGHT.stage_large


def test_the_alternative_text_counts_quadrants():
    alt = picture_of(one(influence=4, interest=4), LIGHT).alt
    assert "1 stakeholder" in alt
    assert "Work closely 1" in alt
    assert picture_of(replace(one(), stakeholders=()), LIGHT).alt.endswith("still empty.")
