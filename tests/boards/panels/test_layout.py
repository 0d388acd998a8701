"""Where panels and cards stand: inside, apart, large enough, and every card shown or counted."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boards.panels.boards import WORDS, boards, some, view_of
from facilitator.boards.drawing import HEADER
from facilitator.boards.panels.grid import grids
from facilitator.boards.panels.layout import layout_of, place_at
from facilitator.boards.panels.picture import picture_of
from facilitator.content.theme import theme
from facilitator.domain.picture import STAGE_HEIGHT, STAGE_WIDTH, Text
from facilitator.domain.refusal import EditRejected
from facilitator.domain.view import Showing

LIGHT = theme("light")


@given(boards, st.booleans(), st.sampled_from(["", "p0"]), st.sampled_from(["Queue", "A long name of a panel " * 3]))
def test_nothing_overlaps_all_is_inside_and_no_card_is_lost(panels, large, spotlight, name):
    showing = Showing(large=large, spotlight=spotlight)
    ensure_sound(view_of(panels, names=[name] * len(panels), showing=showing))


def test_cards_that_have_room_are_not_folded_for_others_that_have_none():
    trust = ("Trust", 0, False, None)
    panels = [[], [], [trust], [trust] * 3, [trust] * 27, [], [trust] * 9 + [("x" * 200, 0, False, None)] * 2]
    view = view_of(panels, names=["Queue"] * 7, showing=Showing(large=True))
    placed = layout_of(view, LIGHT).panels
    assert [len(each.cards) for each in placed][3] == 3
    assert placed[4].folded


@pytest.mark.parametrize("count", range(1, 10))
@pytest.mark.parametrize("large", [False, True])
def test_full_boards_are_sound_too(count, large):
    panels = [[(WORDS[n % len(WORDS)], n % 4, n % 3 == 0, 123) for n in range(60)]] * count
    ensure_sound(view_of(panels, showing=Showing(large=large)))


def ensure_sound(view):
    spotlight, layout = view.showing.spotlight, layout_of(view, LIGHT)
    shown = [each for each in view.panels if not spotlight or each.id == spotlight]
    assert [each.panel for each in layout.panels] == shown
    assert layout.setting.small >= (LIGHT.stage_large if view.showing.large else LIGHT.stage_minimum)
    boxes = []
    for placed in layout.panels:
        assert placed.cards or not placed.panel.cards
        assert tuple(each.card for each in placed.cards) == placed.panel.cards[: len(placed.cards)]
        assert placed.folded == tuple(card.id for card in placed.panel.cards[len(placed.cards) :])
        assert bool(placed.folded) == (placed.stack is not None)
        boxes += [each.rect for each in placed.cards] + ([placed.stack] if placed.stack else [])
        boxes += [placed.invites] if placed.invites else []
        for rect in (placed.rect, *boxes):
            assert rect.x >= 0
            assert rect.y >= HEADER.bottom
            assert rect.right <= STAGE_WIDTH
            assert rect.bottom <= STAGE_HEIGHT
    for one, other in combinations([each.rect for each in layout.panels], 2):
        assert not one.overlaps(other)
    for one, other in combinations(boxes, 2):
        assert not one.overlaps(other)


@given(boards, st.booleans())
def test_every_text_is_large_enough_and_stands_within_its_group(panels, large):
    picture = picture_of(view_of(panels, showing=Showing(large=large)), LIGHT)
    least = LIGHT.stage_large if large else LIGHT.stage_minimum
    for group in picture.groups[1:]:
        for shape in group.shapes:
            if isinstance(shape, Text):
                assert shape.size >= least
                assert shape.x >= group.box.x - 0.5
                assert shape.y >= group.box.y - 0.5


@given(boards)
def test_every_card_has_a_group_or_is_told_by_a_stack(panels):
    view = view_of(panels)
    picture = picture_of(view, LIGHT)
    items = {group.item_id for group in picture.groups if group.role == "item"}
    told = " ".join(group.label for group in picture.groups)
    for panel in view.panels:
        for card in panel.cards:
            assert card.id in items or card.code in told
    assert all(group.label for group in picture.groups)


@pytest.mark.parametrize("count", range(1, 31))
def test_any_number_of_panels_has_a_place_in_its_order(count):
    for grid in grids([1.0] * count):
        assert [cell.panel for cell in grid.cells] == list(range(count))
        assert all(cell.card_width > 200 for cell in grid.cells)


def test_nine_panels_are_one_beside_two_rows_of_four():
    grid = next(grids([1.0] * 9))
    assert grid.aside is not None
    assert [len(row) for row in grid.rows] == [4, 4]
    assert len({cell.left for row in grid.rows for cell in row}) == 4


def test_a_full_panel_gets_more_columns_than_the_others():
    panels = layout_of(some(24, 2, 0), LIGHT).panels
    assert panels[0].columns > panels[1].columns >= panels[2].columns
    assert panels[0].rect.width > panels[1].rect.width


def test_few_cards_stand_large_and_many_small():
    assert layout_of(some(3, 3, 3), LIGHT).setting.text > layout_of(some(20, 20, 20), LIGHT).setting.text


def test_panels_keep_their_places_while_cards_come():
    """Which panels stand in which row follows from their number, whatever is in them."""
    rows = {
        tuple(each.panel.id for each in layout_of(some(*counts), LIGHT).panels if each.rect.y < 100)
        for counts in ((0,) * 8, (1, 5, 2, 0, 0, 9, 1, 1), (30,) * 8)
    }
    assert rows == {("p0", "p1", "p2", "p3")}


def test_the_spotlight_shows_one_panel_in_larger_text_and_in_several_columns():
    view = some(8, 8, 8)
    alone = layout_of(view_of([[("Keep it", 0, False, None)] * 8] * 3, showing=Showing(spotlight="p1")), LIGHT)
    assert [each.panel.id for each in alone.panels] == ["p1"]
    assert alone.panels[0].columns > 1
    assert alone.setting.text > layout_of(view, LIGHT).setting.text


def test_a_point_means_the_panel_and_the_place_in_it():
    view = some(3, 2, 0)
    first, second, third = layout_of(view, LIGHT).panels
    x = first.rect.centre[0]
    assert place_at(view, x, first.rect.y + 5, frozenset()) == ("p0", "")
    assert place_at(view, x, first.rect.bottom - 5, frozenset()) == ("p0", "p0c2")
    assert place_at(view, x, first.rect.bottom - 5, frozenset({"p0c2"})) == ("p0", "p0c1")
    between = (second.cards[0].rect.bottom + second.cards[1].rect.y) / 2
    assert place_at(view, second.rect.centre[0], between, frozenset()) == ("p1", "p1c0")
    assert place_at(view, *third.rect.centre, frozenset({"p0c0"})) == ("p2", "")


def test_a_point_below_a_stack_is_the_end_of_its_panel():
    view = some(*[40] * 8)
    panel = layout_of(view, LIGHT).panels[0]
    assert panel.stack
    assert place_at(view, panel.stack.centre[0] + 1, panel.rect.bottom, frozenset()) == ("p0", "p0c39")


@given(st.lists(st.integers(0, 30), min_size=1, max_size=9), st.data())
def test_a_card_dropped_on_its_own_place_stays_there(counts, data):
    view = some(*counts)
    shown = [(panel, n, card) for panel in layout_of(view, LIGHT).panels for n, card in enumerate(panel.cards)]
    if shown:
        panel, n, card = data.draw(st.sampled_from(shown))
        before = panel.cards[n - 1].card.id if n else ""
        assert place_at(view, *card.rect.centre, frozenset({card.card.id})) == (panel.panel.id, before)


def test_beside_all_panels_and_on_a_card_alone_nothing_can_be_dropped():
    view = some(1, 1)
    for x, y, showing in ((10, 10, Showing()), (500, 500, Showing(spotlight="p0c0"))):
        shown = view_of([[("A", 0, False, None)]] * 2, showing=showing)
        with pytest.raises(EditRejected, match="nothing_to_do"):
            place_at(shown, x, y, frozenset())
    assert view.card("p0c0")
