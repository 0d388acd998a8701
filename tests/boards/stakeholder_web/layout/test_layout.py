"""The promises of the layout: apart, inside, whole, steady, the same every time."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings

from boards.stakeholder_web.webs import (
    LIGHT,
    TWENTY,
    WIDEST,
    assert_keeps_apart,
    ids,
    rows_of,
    stands,
    web,
    webs,
)
from facilitator.boards.drawing import HEADER
from facilitator.boards.stakeholder_web.layout.geometry import (
    DIRECTIONS,
    FRAME,
    RINGS,
    direction_of,
    distance_of,
    ring_of,
)
from facilitator.boards.stakeholder_web.layout.layout import UNFOLDED, layout_of
from facilitator.content.typeface import width
from facilitator.domain.picture import Rect

both_sets = pytest.mark.parametrize("category_set", ["short", "full"])


def whole(lines: tuple[str, ...]) -> str:
    return "".join("".join(lines).split())


@pytest.mark.slow
@settings(max_examples=40)
@given(webs())
def test_nothing_overlaps_leaves_the_frame_or_gets_lost(view):
    layout = layout_of(view, LIGHT)
    assert_keeps_apart(layout)
    assert FRAME.y > HEADER.bottom
    shown = [pill.id for pill in layout.pills] + [each for stack in layout.stacks for each in stack.ids]
    assert sorted(shown) == sorted(each.id for each in view.stakeholders)
    assert layout.scenery.style.text >= LIGHT.stage_minimum
    for pill in layout.pills:
        text = max(width(line, layout.scenery.style.text) for line in pill.lines)
        assert text <= pill.rect.width - layout.scenery.style.before_text


@pytest.mark.slow
@both_sets
@pytest.mark.parametrize("ring", [1, 4, None])
@pytest.mark.parametrize("spread", ["one sector", "all sectors"])
@pytest.mark.parametrize("name", [WIDEST, "W" * 30, "Ministry of Municipal Affairs, Housing and Climate Planning"])
def test_sixty_of_the_worst_names_are_all_there(category_set, ring, spread, name):
    categories = ids(category_set)[:1] if spread == "one sector" else ids(category_set)
    rows = [(name, categories[number % len(categories)], ring or number % 4 + 1) for number in range(60)]
    layout = layout_of(web(rows, category_set), LIGHT)
    assert_keeps_apart(layout)
    assert len(layout.pills) == 60
    if (
        name != WIDEST
    ):  # sixty lines of sixty W are more ink than the stage has room for: they are cut, none is left out
        assert all(whole(pill.lines) == whole((name,)) for pill in layout.pills)


@both_sets
@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("count", [3, 20, 30, 45, 60])
def test_sessions_keep_rings_and_sectors(category_set, seed, count):
    view = web(rows_of(seed, count, category_set), category_set)
    layout = layout_of(view, LIGHT)
    assert_keeps_apart(layout)
    assert not layout.stacks
    assert all(
        whole(pill.lines) == whole((each.name,)) for pill, each in zip(layout.pills, view.stakeholders, strict=True)
    )
    sector_of = {sector.category: sector for sector in layout.scenery.sectors}
    at_home = near_ring = 0
    for pill in layout.pills:
        direction, distance = direction_of(*pill.rect.centre), distance_of(*pill.rect.centre)
        sector = sector_of[pill.category]
        at_home += sector.start <= direction <= sector.end
        near_ring += abs(distance - RINGS[pill.ring - 1]) < RINGS[1] - RINGS[0]
    assert at_home >= 0.9 * count
    assert near_ring >= (0.8 if count < 60 else 0.75) * count


def test_an_evenings_web_is_set_in_large_type_with_air_between():
    layout = layout_of(web(), LIGHT)
    assert layout.scenery.style.text == LIGHT.stage_text
    rects = list(stands(layout).values())
    for number, rect in enumerate(rects):
        assert not any(rect.grown(6).overlaps(other) for other in rects[:number])
    right_ring = sum(ring_of(distance_of(*pill.rect.centre)) == pill.ring for pill in layout.pills)
    assert right_ring >= 18


def test_an_empty_web_has_its_sectors_and_tabs():
    layout = layout_of(web(()), LIGHT)
    assert_keeps_apart(layout)
    assert len(layout.scenery.tabs) == 6
    assert len({sector.end - sector.start for sector in layout.scenery.sectors}) == 1


def test_the_same_view_gives_the_same_layout():
    view = web(rows_of(5, 40, "full"), "full")
    assert layout_of(view, LIGHT) == layout_of(replace(view, title="Other words"), LIGHT)


def test_what_is_not_drawn_does_not_move_anything():
    view = web()
    planned = tuple(replace(each, owner="Clerk", strategy="Call") for each in view.stakeholders)
    assert layout_of(view, LIGHT) == layout_of(replace(view, stakeholders=planned), LIGHT)


@pytest.mark.parametrize("seed", range(6))
def test_who_is_placed_by_hand_stays_there(seed):
    rows = rows_of(seed, 30, "short")
    before = layout_of(web(rows), LIGHT)
    chance = random.Random(seed)
    free = [rect for name, rect in stands(before).items() if name.startswith("tab") or name == "hub"]
    placed: dict[int, tuple[float, float]] = {}
    for number in chance.sample(range(1, 31), 8):
        size = before.pills[number - 1].rect
        for _ in range(50):
            x = chance.uniform(FRAME.x + size.width / 2, FRAME.right - size.width / 2)
            y = chance.uniform(FRAME.y + size.height / 2, FRAME.bottom - size.height / 2)
            spot = Rect(x - size.width / 2, y - size.height / 2, size.width, size.height).grown(60)
            if not any(spot.overlaps(other) for other in free):
                placed[number] = (x, y)
                free.append(spot)
                break
    after = layout_of(web(rows, placed=placed), LIGHT)
    assert_keeps_apart(after)
    assert len(placed) > 4
    for number, wanted in placed.items():
        assert after.pills[number - 1].rect.centre == pytest.approx(wanted, abs=0.01)


@pytest.mark.parametrize("spot", [(960, 576), (5, 5), (1915, 1075), (960, 30)])
def test_who_is_placed_on_the_hub_or_outside_the_frame_stands_close_by(spot):
    layout = layout_of(web(TWENTY, placed={4: spot, 5: spot}), LIGHT)
    assert_keeps_apart(layout)
    for pill in (layout.pills[3], layout.pills[4]):
        x, y = pill.rect.centre
        assert abs(x - spot[0]) + abs(y - spot[1]) < 420


def test_dragging_one_leaves_the_others_where_they_are():
    before = layout_of(web(), LIGHT)
    x, y = before.pills[8].rect.centre
    after = layout_of(web(placed={9: (x + 4, y + 3)}), LIGHT)
    moved = [one.id for one, other in zip(before.pills, after.pills, strict=True) if one.rect != other.rect]
    assert moved == ["s9"]


@both_sets
def test_one_stakeholder_more_moves_few_outside_its_sector(category_set):
    shares = []
    for seed in range(30):
        rows = rows_of(seed, 31, category_set)
        before = layout_of(web(rows[:30], category_set), LIGHT)
        after = layout_of(web(rows, category_set), LIGHT)
        others = [number for number in range(30) if rows[number][1] != rows[30][1]]
        moved = sum(before.pills[number].rect.centre != after.pills[number].rect.centre for number in others)
        shares.append(moved / len(others))
    assert sum(shares) / len(shares) < 0.1


@both_sets
@pytest.mark.parametrize("count", [61, 120, 400])
def test_who_does_not_fit_is_counted_in_a_stack_of_the_sector(category_set, count):
    view = web(rows_of(7, count, category_set), category_set)
    layout = layout_of(view, LIGHT)
    assert_keeps_apart(layout)
    category_of = {each.id: each.category for each in view.stakeholders}
    shown = {pill.id for pill in layout.pills}
    assert len(shown) >= 55
    for stack in layout.stacks:
        assert {category_of[each] for each in stack.ids} == {stack.category}
        assert str(len(stack.ids)) in "".join(stack.lines)
        shown.update(stack.ids)
    assert shown == set(category_of)


def test_few_more_than_sixty_short_names_need_no_stack():
    rows = [(f"Ward {number}", ids("short")[number % 6], number % 4 + 1) for number in range(70)]
    assert len(layout_of(web(rows), LIGHT).pills) == 70 > UNFOLDED


@both_sets
def test_two_thousand_are_all_shown_or_counted(category_set):
    view = web(rows_of(9, 2000, category_set), category_set, placed={n: (n % 1900, n % 1000) for n in range(1, 300)})
    layout = layout_of(view, LIGHT)
    assert_keeps_apart(layout)
    assert sum(len(stack.ids) for stack in layout.stacks) + len(layout.pills) == 2000


def test_a_theme_with_larger_type_is_held_to():
    large = replace(LIGHT, stage_text=26.0, stage_minimum=24.0)
    layout = layout_of(web(rows_of(3, 60, "full"), "full"), large)
    assert_keeps_apart(layout)
    assert layout.scenery.style.text >= 24


def test_long_names_are_cut_on_the_stage_only():
    name = "Association for the Advancement of Very Long Names in Municipal Government"
    layout = layout_of(web([(name, "internal", 2)]), LIGHT)
    shown = " ".join(layout.pills[0].lines)
    assert shown.endswith("…")
    assert len(shown) <= 60
    assert name.startswith(shown[:-1])


def test_sectors_fill_the_circle_and_neighbours_differ_in_colour():
    for category_set in ("short", "full"):
        sectors = layout_of(web(rows_of(2, 50, category_set), category_set), LIGHT).scenery.sectors
        assert sectors[0].start == 0
        assert sectors[-1].end == DIRECTIONS
        for one, other in zip(sectors, [*sectors[1:], sectors[0]], strict=True):
            assert one.end == other.start or other.start == 0
            assert one.colour != other.colour
