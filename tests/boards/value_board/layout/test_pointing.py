from dataclasses import replace

from boards.value_board.boards import LIGHT
from boards.value_board.stages import board, grouped, twenty
from facilitator.boards.value_board.layout.layout import layout_of
from facilitator.boards.value_board.layout.pointing import card_at, column_at, group_at, output_at, slot_at
from facilitator.boards.value_board.layout.standing import standing
from facilitator.domain.view import Showing


def test_the_column_nearest_to_a_point_is_meant_in_each_form():
    for form in ("chain", "think"):
        layout = layout_of(replace(twenty(), showing=Showing(form=form)), LIGHT)
        for place, column in enumerate(layout.shown):
            area = layout.frame.area(place)
            for x in (area.x + 1, area.right + 20, area.centre[0]):
                assert column_at(layout, x, area.y + 300) == column.id


def test_immediate_results_are_impacts():
    view = board({"G": 1, "A": 1, "I": 4, "K": 1}, levels={"I1": "immediate", "I3": "immediate"})
    layout = layout_of(view, LIGHT)
    x = layout.frame.area(2).centre[0]
    assert (column_at(layout, x, 500), output_at(layout, x, 500)) == ("impact", True)
    beside = layout.frame.area(3).centre[0]
    assert (column_at(layout, beside, 500), output_at(layout, beside, 500)) == ("impact", False)


def test_places_count_all_cards_of_the_column_although_two_columns_show_them():
    view = board({"G": 1, "A": 1, "I": 4, "K": 1}, levels={"I1": "immediate", "I3": "immediate"})
    layout = layout_of(view, LIGHT)
    results, impacts = layout.frame.area(2), layout.frame.area(3)
    assert slot_at(view, layout, impacts.centre[0], impacts.y - 10, []) == 0
    below_i2 = layout.places["I2"].box.bottom + 2
    assert slot_at(view, layout, impacts.centre[0], below_i2, []) == 2
    assert slot_at(view, layout, results.centre[0], results.bottom, []) == 3
    assert slot_at(view, layout, results.centre[0], results.bottom, ["I1"]) == 2


def test_a_strip_is_meant_where_it_is_shown():
    view = board({"G": 3, "P": 3, "H": 1})
    layout = layout_of(view, LIGHT)
    strip = next(each for each in layout.strips if each.id == "parking")
    box = strip.cards[1].rect
    assert column_at(layout, *box.centre) == "parking"
    assert not output_at(layout, *box.centre)
    assert card_at(layout, *box.centre) == "P2"
    assert slot_at(view, layout, box.centre[0] + 1, box.centre[1], ["P1"]) == 1
    bare = layout_of(board({"G": 3}), LIGHT)
    assert column_at(bare, *box.centre) in {"guiding", "approach", "impact", "kpi"}


def test_cards_and_groups_are_found_under_a_point():
    view = grouped(twenty(), {"Ways in": ["A2", "A4"]})
    layout = layout_of(view, LIGHT)
    (panel,) = layout.columns[1].panels
    assert card_at(layout, *layout.places["A4"].box.centre) == "A4"
    assert card_at(layout, 5, 5) is None
    assert group_at(layout, *layout.places["A4"].box.centre) == panel.group.id
    assert group_at(layout, *panel.head.centre) == panel.group.id
    assert group_at(layout, *layout.places["A1"].box.centre) is None


def test_a_folded_group_counts_as_passed_with_all_its_cards():
    view = grouped(board({"I": 40}), {"First": [f"I{n}" for n in range(1, 31)]})
    layout = layout_of(view, LIGHT)
    (pill,) = layout.columns[2].pills
    assert group_at(layout, *pill.rect.centre) == pill.group.id
    assert slot_at(view, layout, pill.rect.centre[0], pill.rect.bottom + 1, []) == 30
    assert standing(view)["impact"][:30] == pill.ids
