"""One sector in the spotlight, text for phones, private layers, and the legend: what they do to the layout."""

from dataclasses import replace
from itertools import combinations

import pytest

from boards.stakeholder_web.webs import LIGHT, assert_keeps_apart, ids, named_rows, web
from facilitator.boards.stakeholder_web.layout.geometry import DIRECTIONS, FRAME, RINGS, direction_of, distance_of
from facilitator.boards.stakeholder_web.layout.layout import WebLayout, layout_of, point_of
from facilitator.boards.stakeholder_web.marks import marks_of
from facilitator.boards.stakeholder_web.view import ATTITUDE, INFLUENCE, StakeholderWebView
from facilitator.content.typeface import width
from facilitator.domain.view import Showing

both_sets = pytest.mark.parametrize("category_set", ["short", "full"])


def shown(view: StakeholderWebView, showing: Showing) -> WebLayout:
    return layout_of(replace(view, showing=showing), LIGHT)


@both_sets
@pytest.mark.parametrize("count", [6, 30, 60, 200])
def test_the_spotlight_shows_a_sector_large_and_the_others_as_numbers(category_set, count):
    view = web(named_rows(count, min(count, 60), category_set) * (4 if count == 200 else 1), category_set)
    for category in ids(category_set)[::3]:
        layout = shown(view, Showing(spotlight=category))
        assert_keeps_apart(layout)
        lit = layout.scenery.sector(category)
        assert 0.6 * DIRECTIONS <= lit.end - lit.start <= 0.7 * DIRECTIONS
        assert layout.dimmed == set(ids(category_set)) - {category}
        assert {pill.category for pill in layout.pills} <= {category}
        counts = {each: sum(one.category == each for one in view.stakeholders) for each in ids(category_set)}
        stacks = {stack.category: stack for stack in layout.stacks}
        for other in layout.dimmed:
            if counts[other]:
                assert stacks[other].lines == (str(counts[other]),)
                assert len(stacks[other].ids) == counts[other]
        in_stack = len(stacks[category].ids) if category in stacks else 0
        assert len(layout.pills) + in_stack == counts[category]
        if counts[category] <= 10:
            assert layout.scenery.style.text == LIGHT.stage_large == 28
        assert layout.scenery.style.text >= LIGHT.stage_text
        if counts[category] <= 20:
            assert not in_stack


def test_a_full_sector_in_the_spotlight_gets_smaller_text_before_anybody_is_left_out():
    names = [name for name, _, _ in named_rows(3, 60, "short")]
    sizes = []
    for count in (6, 20, 26, 55):
        view = web([(name, "community", number % 4 + 1) for number, name in enumerate(names[:count])])
        layout = shown(view, Showing(spotlight="community"))
        assert_keeps_apart(layout)
        sizes.append(layout.scenery.style.text)
        if count <= 26:
            assert len(layout.pills) == count
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == 28
    assert sizes[-1] == 20


def test_a_spotlight_on_a_category_of_the_other_set_is_none():
    view = web()
    assert shown(view, Showing(spotlight="labour")) == layout_of(view, LIGHT)


@both_sets
@pytest.mark.parametrize("count", [5, 30, 60, 120])
def test_large_text_is_for_phones_and_what_does_not_fit_is_counted(category_set, count):
    view = web(named_rows(2, min(60, count), category_set) * (2 if count == 120 else 1), category_set)
    layout = shown(view, Showing(large=True))
    assert_keeps_apart(layout)
    style = layout.scenery.style
    words = layout.scenery.hub_words
    assert min(style.text, style.tab_text, style.note, words.title_size, words.text_size) >= LIGHT.stage_large
    counted = sum(len(stack.ids) for stack in layout.stacks)
    assert len(layout.pills) + counted == count
    assert len(layout.pills) >= min(count, 25)
    assert not layout.dimmed
    for pill in layout.pills:
        text = max(width(line, style.text) for line in pill.lines)
        assert text <= pill.rect.width - style.before_text


def test_large_text_moves_nobody_put_by_hand():
    placed = {2: (500.0, 400.0), 5: (1400.0, 760.0)}
    layout = shown(web(placed=placed), Showing(large=True))
    assert_keeps_apart(layout)
    for number, place in placed.items():
        assert layout.pills[number - 1].rect.centre == place


def with_private(view: StakeholderWebView) -> StakeholderWebView:
    """As the view is with both layers on: some known, some not."""
    people = tuple(
        replace(
            each,
            influence=None if number % 5 == 0 else number % 4 + 1,
            attitude=None if number % 7 == 0 else number % 5 - 2,
            flags=("formal_approver", "in_procurement") if number % 6 == 0 else (),
            origin="group" if number % 4 == 0 else "",
        )
        for number, each in enumerate(view.stakeholders)
    )
    return replace(view, stakeholders=people, showing=Showing(layers=frozenset({INFLUENCE, ATTITUDE})))


@both_sets
@pytest.mark.parametrize("count", [20, 60])
def test_pills_have_room_for_their_marks_and_grow_with_influence(category_set, count):
    view = with_private(web(named_rows(1, count, category_set), category_set))
    layout = layout_of(view, LIGHT)
    assert_keeps_apart(layout)
    assert len(layout.pills) == count
    style = layout.scenery.style
    assert style.text >= LIGHT.stage_minimum
    heights: dict[tuple[int, int], set[float]] = {}
    for pill, each in zip(layout.pills, view.stakeholders, strict=True):
        assert len(pill.marks) == len(marks_of(each, view))
        text = pill.rect.x + style.before_text + max(width(line, style.text) for line in pill.lines)
        for mark in pill.marks:
            assert min(mark.width, mark.height) >= 20
            assert pill.rect.grown(-2).contains(mark.x, mark.y)
            assert pill.rect.grown(-2).contains(mark.right, mark.bottom)
            assert mark.x >= text
        for one, other in combinations(pill.marks, 2):
            assert not one.overlaps(other)
        assert pill.size == (each.influence or 1)
        heights.setdefault((len(pill.lines), pill.size), set()).add(pill.rect.height)
    assert all(len(found) == 1 for found in heights.values())
    for lines in {lines for lines, _ in heights}:
        by_size = [min(heights[lines, size]) for size in range(1, 5) if (lines, size) in heights]
        assert by_size == sorted(by_size)


def test_without_layers_all_pills_are_of_one_size():
    assert {pill.size for pill in layout_of(web(), LIGHT).pills} == {0}


def test_a_legend_that_grows_moves_few():
    rows = named_rows(6, 30, "full")
    kinds = ["works_with", "funds", "informs", "reports_to", "influences", "agreement", "serves", "approves"]
    before = layout_of(web(rows, "full"), LIGHT)
    assert before.legend is None
    for count in range(1, len(kinds) + 1):
        ties = [(1, number + 2, kind) for number, kind in enumerate(kinds[:count])]
        after = layout_of(web(rows, "full", ties=ties), LIGHT)
        assert after.legend
        assert len(after.legend.rows) == count
        assert_keeps_apart(after)
        pairs = zip(before.pills, after.pills, strict=True)
        assert sum(one.rect.centre != other.rect.centre for one, other in pairs) <= 3
        before = after


def test_the_legend_gives_way_to_who_is_put_by_hand_in_its_corner():
    ties = [(1, 2, "works_with"), (2, 3, "funds")]
    usual = layout_of(web(ties=ties), LIGHT).legend
    assert usual
    assert usual.rect.x == FRAME.x
    assert usual.rect.bottom == FRAME.bottom
    corner = usual.rect.centre
    layout = layout_of(web(ties=ties, placed={7: corner}), LIGHT)
    assert layout.legend
    assert not layout.legend.rect.overlaps(usual.rect)
    assert layout.pills[6].rect.centre == corner
    assert_keeps_apart(layout)


@both_sets
def test_the_natural_place_is_on_the_ring_in_the_middle_of_the_sector(category_set):
    layout = layout_of(web(named_rows(2, 40, category_set), category_set), LIGHT)
    for sector in layout.scenery.sectors:
        for ring, distance in enumerate(RINGS, 1):
            x, y = point_of(sector.category, ring, layout)
            assert direction_of(x, y) == sector.middle
            assert distance_of(x, y) == pytest.approx(distance)
