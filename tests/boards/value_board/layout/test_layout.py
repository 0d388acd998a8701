import random
from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given

from boards.value_board.boards import LIGHT, view
from boards.value_board.stages import board, crowd, grouped, sixty, twenty, wild
from facilitator.boards.drawing import HEADER
from facilitator.boards.value_board.layout.layout import ValueLayout, layout_of, order_of
from facilitator.boards.value_board.layout.lettering import ICON_SPACE
from facilitator.boards.value_board.layout.order import code_order
from facilitator.boards.value_board.layout.settings import TEXT_LIMIT, shown_text
from facilitator.boards.value_board.layout.standing import standing
from facilitator.content.typeface import line_height, width
from facilitator.domain.picture import STAGE_HEIGHT, STAGE_WIDTH, PathCommand, Rect
from facilitator.domain.view import Showing

STAGE = Rect(0, 0, STAGE_WIDTH, STAGE_HEIGHT)
both_languages = pytest.mark.parametrize("language", ["en", "fr"])
both_forms = pytest.mark.parametrize("form", ["chain", "think"])


def boxes(layout: ValueLayout) -> list[Rect]:
    """All that stands in columns and strips and below them: none of it may lie on anything else."""
    found = [card.rect for column in layout.columns for card in column.cards]
    found += [pill.rect for column in layout.columns for pill in column.pills]
    found += [panel.head for column in layout.columns for panel in column.panels]
    found += [column.stack.rect for column in layout.columns if column.stack]
    found += [column.foot.box for column in layout.columns if column.foot]
    found += [card.rect for strip in layout.strips for card in strip.cards]
    found += [strip.stack for strip in layout.strips if strip.stack]
    return found + ([layout.frame.legend] if layout.frame.legend else [])


def assert_clean(layout: ValueLayout) -> None:
    """Everything is on the stage, below the header, and nothing lies on anything else."""
    found = boxes(layout)
    for box in found:
        assert box.y >= HEADER.bottom
        assert box.x >= STAGE.x
        assert box.right <= STAGE.right
        assert box.bottom <= STAGE.bottom
    for one, other in combinations(found, 2):
        assert not one.grown(-0.001).overlaps(other)


def shown(board_shown, **showing) -> ValueLayout:
    return layout_of(replace(board_shown, showing=Showing(**showing)), LIGHT)


def points(curve: tuple[PathCommand, ...], steps: int = 24) -> list[tuple[float, float]]:
    """Points along a curve."""
    found: list[tuple[float, float]] = []
    for command in curve:
        if command[0] == "C":
            x0, y0 = found[-1]
            _, x1, y1, x2, y2, x3, y3 = command
            for step in range(1, steps + 1):
                t = step / steps
                a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
                found.append((a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3))
        elif command[0] == "L" and found:
            (x0, y0), (_, x1, y1) = found[-1], command
            found += [(x0 + (x1 - x0) * step / steps, y0 + (y1 - y0) * step / steps) for step in range(1, steps + 1)]
        elif len(command) == 3:
            found.append((command[1], command[2]))
    return found


@given(wild())
def test_nothing_overlaps_or_leaves_the_stage_and_the_header_is_free(board):
    assert_clean(layout_of(board, LIGHT))


@given(wild())
def test_every_card_is_shown_or_counted_in_its_column(board):
    layout = layout_of(board, LIGHT)
    for place, column in enumerate(layout.columns):
        told = [card.card.id for card in column.cards]
        told += [card for pill in column.pills for card in pill.ids]
        told += column.stack.ids if column.stack else ()
        assert sorted(told) == sorted(layout.order.cards(place)) == sorted(layout.shown[place].cards)
    for strip in layout.strips:
        assert (*(card.card.id for card in strip.cards), *strip.rest) == standing(board)[strip.id]
    stripped = {card for strip in layout.strips for card in (*(each.card.id for each in strip.cards), *strip.rest)}
    assert set(layout.places) | stripped == {card.id for card in board.cards}


@given(wild())
def test_text_fits_its_card_at_a_size_that_can_be_read(board):
    least = LIGHT.stage_large if board.showing.large else LIGHT.stage_minimum
    for column in layout_of(board, LIGHT).columns:
        for card in column.cards:
            setting = card.setting
            assert setting.text >= least
            room = card.rect.width - card.tab - 2 * setting.beside
            for line in card.lines:
                assert width(line, setting.text, bold=True) <= room + 1e-6 or len(line) <= 2
            for line in card.marks:
                assert width(line, least, bold=True) <= room - ICON_SPACE + 1e-6
            needed = len(card.lines) * line_height(setting.text) + len(card.marks) * line_height(least)
            needed += card.dots * line_height(least)
            assert needed <= card.rect.height


@given(wild())
def test_gaps_are_told_on_the_card_or_counted_at_the_foot_of_its_column(board):
    for column in layout_of(board, LIGHT).columns:
        untold = [gap for card in column.cards if not card.marks for gap in card.gaps]
        counted = {each.gap: each.count for each in column.foot.counts} if column.foot else {}
        for gap in set(untold):
            assert counted[gap] >= untold.count(gap)


@given(wild())
def test_links_run_beside_and_between_cards_and_join_the_cards_they_name(board):
    layout = layout_of(board, LIGHT)
    for route in layout.routes:
        line = points(route.curve)
        ends = {layout.places[route.link.from_id].box, layout.places[route.link.to_id].box}
        assert any(box.grown(14).contains(*line[0]) for box in ends)
        assert any(box.grown(14).contains(*line[-1]) for box in ends)
        for x, y in line:
            assert STAGE.contains(x, y)
            assert y > HEADER.bottom
            for box in boxes(layout):
                assert not box.grown(-0.01).contains(x, y)


@given(wild())
def test_each_linked_pair_of_boxes_has_one_route(board):
    layout = layout_of(board, LIGHT)
    pairs = {(layout.places[each.from_id].box, layout.places[each.to_id].box) for each in board.links}
    assert len(layout.routes) == len([pair for pair in pairs if pair[0] != pair[1]])


@given(wild())
def test_an_arrow_is_where_a_link_does_not_run_from_left_to_right(board):
    layout = layout_of(board, LIGHT)
    for route in layout.routes:
        start, end = (layout.places[each] for each in (route.link.from_id, route.link.to_id))
        assert bool(route.head) == (start.column >= end.column)
        if route.head:
            tip = route.head[0]
            assert abs(tip[1] - end.box.right) < 5
            assert end.box.y <= tip[2] <= end.box.bottom


@given(wild(most=24))
def test_the_cards_of_a_column_stand_in_the_order_of_the_board(board):
    order = standing(board)
    layout = layout_of(board, LIGHT)
    for place, column in enumerate(layout.shown):
        assert list(order_of(board).cards(place)) == [card for card in order[column.holds] if card in column.cards]


@given(wild())
def test_the_cards_of_a_group_stand_on_one_panel_under_its_name(board):
    layout = layout_of(board, LIGHT)
    for column in layout.columns:
        by_id = {card.card.id: card for card in column.cards}
        for panel in column.panels:
            inside = [by_id[card].rect for card in panel.ids if card in by_id]
            assert inside
            for rect in inside:
                assert panel.rect.x < rect.x
                assert panel.rect.right > rect.right
                assert panel.head.bottom <= rect.y
                assert rect.bottom < panel.rect.bottom
            others = [card.rect for card in column.cards if card.card.id not in panel.ids]
            assert not any(panel.rect.overlaps(rect) for rect in others)


def test_few_cards_stand_in_rows_with_large_text_so_that_links_run_straight():
    board = view(
        [("G1", "Equity"), ("G2", "Privacy"), ("A1", "A much longer approach that takes three lines"), ("A2", "Ask")],
        [("G1", "A1"), ("G2", "A2")],
    )
    guiding, approach, _, _ = layout_of(board, LIGHT).columns
    assert [card.rect.y for card in guiding.cards] == [card.rect.y for card in approach.cards]
    assert all(card.setting.text > LIGHT.stage_text for card in guiding.cards)
    assert [[command[0] for command in route.curve] for route in layout_of(board, LIGHT).routes] == [["M", "L"]] * 2


def test_a_full_column_takes_smaller_text_before_it_cuts_and_cuts_before_it_stacks():
    def measures(count: int, words: int):
        text = " ".join(["resident"] * words)[:90]
        column = layout_of(view([(f"K{n}", text) for n in range(1, count + 1)]), LIGHT).columns[3]
        return column, {card.setting.text for card in column.cards}

    few, sizes = measures(4, 3)
    assert (few.stack, sizes) == (None, {26})
    ten, sizes = measures(10, 5)
    assert (ten.stack, sizes) == (None, {20})
    full, sizes = measures(17, 8)
    assert (full.stack, sizes) == (None, {18})
    assert not any(card.lines[-1].endswith("…") for card in full.cards)
    many, sizes = measures(16, 10)
    assert many.stack is None
    assert sizes == {18}
    assert any(card.lines[-1].endswith("…") for card in many.cards)
    crowd, sizes = measures(60, 10)
    assert sizes == {18}
    assert crowd.stack is not None
    assert len(crowd.cards) + len(crowd.stack.ids) == 60
    assert len(crowd.cards) >= 15


def test_only_the_full_column_shrinks():
    cards = [("G1", "Equity"), *((f"K{n}", "Median days to permit, by neighbourhood and month") for n in range(1, 17))]
    guiding, _, _, kpi = layout_of(view(cards), LIGHT).columns
    assert kpi.stack is None
    assert guiding.cards[0].setting.text > LIGHT.stage_text
    assert kpi.cards[0].setting.text == LIGHT.stage_minimum


def test_cards_say_what_they_lack_in_all_columns_or_in_none():
    cards = [
        ("G1", "Equity"),
        ("A1", "Ask"),
        *((f"K{n}", "Median days to permit, by neighbourhood and month") for n in range(1, 15)),
    ]
    guiding, _, _, kpi = layout_of(view(cards[:10]), LIGHT).columns
    assert guiding.cards[0].marks
    assert kpi.cards[0].marks
    guiding, _, _, kpi = layout_of(view(cards), LIGHT).columns
    assert not any(card.marks for card in (*guiding.cards, *kpi.cards))
    assert [count.told for count in guiding.foot.counts] == ["No approach yet"]


@pytest.mark.parametrize("stage", [twenty(), sixty(), sixty("fr")])
def test_cards_stand_on_whole_pixels(stage):
    rects = [card.rect for column in layout_of(stage, LIGHT).columns for card in column.cards]
    assert all(rect.y == int(rect.y) and rect.height == int(rect.height) for rect in rects)


def test_a_link_that_skips_columns_passes_between_their_cards():
    cards = [(f"{letter}{n}", "Word") for letter in "GAIK" for n in (1, 2, 3)]
    layout = layout_of(view(cards, [("G2", "K2")]), LIGHT)
    (route,) = layout.routes
    for place in (1, 2):
        area = layout.frame.area(place)
        crossing = [y for x, y in points(route.curve) if area.x < x < area.right]
        gaps = pairwise(card.rect for card in layout.columns[place].cards)
        assert len(set(crossing)) == 1
        assert any(above.bottom < crossing[0] < below.y for above, below in gaps)


def test_links_that_pass_the_same_gap_keep_apart():
    cards = [("G1", "One"), ("G2", "Two"), ("G3", "Three"), ("A1", "Ask"), ("K1", "K"), ("K2", "L"), ("K3", "M")]
    layout = layout_of(view(cards, [("G1", "K1"), ("G2", "K2"), ("G3", "K3")]), LIGHT)
    levels = sorted({y for route in layout.routes for x, y in points(route.curve) if 600 < x < 800})
    assert len(levels) == 3
    assert all(below - above >= 6.9 for above, below in pairwise(levels))


def test_adding_a_card_without_links_moves_no_other():
    cards = [("G1", "Equity"), ("G2", "Privacy"), ("A1", "Ask"), ("I1", "Trust")]
    links = [("G2", "A1"), ("A1", "I1")]
    before = layout_of(view(cards, links), LIGHT).places
    after = layout_of(view([*cards, ("A2", "Listen")], links), LIGHT).places
    assert all(after[card].box == place.box for card, place in before.items())


def test_text_over_ninety_characters_is_cut_between_words():
    assert shown_text("x" * TEXT_LIMIT) == "x" * TEXT_LIMIT
    cut = shown_text("nobody can see where the permits are " * 5)
    assert len(cut) <= TEXT_LIMIT
    assert cut.endswith("can see…")
    assert shown_text("x" * 200) == "x" * 89 + "…"


def test_the_chain_puts_approaches_before_impacts_and_groups_think_of_impacts_first():
    assert [column.id for column in shown(twenty()).shown] == ["guiding", "approach", "impact", "kpi"]
    assert [column.id for column in shown(twenty(), form="think").shown] == ["guiding", "impact", "approach", "kpi"]


def test_immediate_results_stand_in_a_column_of_their_own_in_the_chain_only():
    view = board(
        {"G": 2, "A": 2, "I": 4, "K": 2}, [("I2", "I3"), ("A1", "I2")], levels={"I2": "immediate", "I3": "long"}
    )
    chain = shown(view, form="chain")
    assert [(column.id, column.cards) for column in chain.shown[2:4]] == [
        ("output", ("I2",)),
        ("impact", ("I1", "I3", "I4")),
    ]
    leads_to = next(route for route in chain.routes if route.link.kind == "leads_to")
    assert not leads_to.head, "from left to right"
    assert [column.id for column in shown(view, form="think").shown] == ["guiding", "impact", "approach", "kpi"]
    assert len(shown(view, form="chain", large=True).shown) == 4


@both_languages
@both_forms
@pytest.mark.parametrize("seed", range(3))
def test_sixty_cards_are_all_on_the_stage_at_the_usual_size_with_their_words_whole(form, language, seed):
    layout = shown(sixty(language, seed=seed), form=form)
    assert_clean(layout)
    assert sum(len(column.cards) for column in layout.columns) == 60
    assert all(card.setting.text >= LIGHT.stage_text == 20 for column in layout.columns for card in column.cards)
    for column in layout.columns:
        for card in column.cards:
            assert "".join("".join(card.lines).split()) == "".join(card.card.text.split())


@both_languages
def test_sixty_cards_with_strips_groups_dots_and_a_test_are_all_on_the_stage(language):
    full = board(
        {**dict.fromkeys("GAIK", 15), "H": 6, "E": 4, "P": 9},
        links=[(f"G{n}", f"A{n}") for n in range(1, 13)],
        language=language,
        groups={"Openness": ["G1", "G8"], "Ways in": ["A2", "A4", "A6"]},
        dots={"G1": 5, "I3": 12},
    )
    layout = layout_of(replace(full, valuable="yes", authorised="partly", doable="not_yet"), LIGHT)
    assert_clean(layout)
    folded = [pill.ids for column in layout.columns for pill in column.pills]
    assert sum(len(column.cards) for column in layout.columns) == 60 - sum(map(len, folded))
    assert folded in ([], [("A2", "A4", "A6")])
    assert all(card.setting.text >= LIGHT.stage_minimum for column in layout.columns for card in column.cards)


@both_languages
def test_large_text_shows_fewer_and_counts_the_rest(language):
    layout = shown(sixty(language), large=True)
    assert_clean(layout)
    assert all(card.setting.text == LIGHT.stage_large for column in layout.columns for card in column.cards)
    for column in layout.columns:
        assert column.stack
        assert 6 <= len(column.cards) == 15 - len(column.stack.ids)


def test_a_full_column_folds_its_groups_before_it_stacks_the_least_linked_first():
    codes = [f"I{n}" for n in range(1, 31)]
    groups = {"Linked": codes[:8], "Lonely": codes[8:16], "Small": codes[16:19]}
    full = grouped(board({"I": 30, "K": 3}, [(code, "K1") for code in codes[:8]]), groups)
    column = layout_of(full, LIGHT).columns[2]
    assert [pill.group.name for pill in column.pills if pill.whole] == ["Linked", "Lonely"][-len(column.pills) :] or [
        "Lonely",
        "Small",
    ]
    assert "Lonely" in {pill.group.name for pill in column.pills}
    assert column.stack is None
    few = grouped(board({"I": 12, "K": 3}), {"Linked": codes[:4]})
    assert not layout_of(few, LIGHT).columns[2].pills


def test_a_folded_group_shows_the_cards_of_the_thread_that_is_lifted():
    codes = [f"I{n}" for n in range(1, 41)]
    groups = {"First": codes[:12], "Second": codes[12:24]}
    full = grouped(board({"I": 40, "K": 3}, [("I3", "K1"), ("I40", "K1")]), groups)
    plain = layout_of(full, LIGHT).columns[2]
    assert "I3" not in {card.card.id for card in plain.cards}
    lifted = shown(full, spotlight="K1")
    assert_clean(lifted)
    assert {"I3", "I40"} <= {card.card.id for card in lifted.columns[2].cards}
    assert {route.link.id for route in lifted.routes} >= {"l0000", "l0001"}
    assert next(pill for pill in lifted.columns[2].pills if "I4" in pill.ids).whole is False


def test_what_is_on_the_lifted_thread_goes_into_the_stack_last():
    full = board({"I": 60, "K": 1}, [("I59", "K1")])
    plain = layout_of(full, LIGHT).columns[2]
    assert "I59" in plain.stack.ids
    lifted = shown(full, spotlight="K1").columns[2]
    assert lifted.cards[-1].card.id == "I59"
    assert len(lifted.cards) == len(plain.cards)


def test_of_the_links_of_a_stack_the_one_on_the_lifted_thread_is_drawn():
    links = [(f"I{n}", "K1") for n in range(1, 61)] + [("A1", f"I{n}") for n in range(21, 61)]
    layout = shown(board({"A": 1, "I": 60, "K": 1}, links), spotlight="A1")
    stack = layout.columns[2].stack
    assert {"I1", "I60"} <= set(stack.ids)
    (drawn,) = [each for each in layout.routes if each.link.from_id in stack.ids]
    assert drawn.link.id in layout.thread


@both_forms
@pytest.mark.parametrize("seed", range(4))
def test_no_link_crosses_the_name_of_a_group(form, seed):
    groups = {"Ways": ["A3", "A4"], "More": ["A9", "A10"], "Trust": ["I2", "I3"], "Service": ["I8", "I9"]}
    layout = shown(grouped(sixty(links=50, seed=seed), groups), form=form)
    heads = [panel.head for column in layout.columns for panel in column.panels]
    assert len(heads) >= 3
    for route in layout.routes:
        for x, y in points(route.curve):
            assert not any(head.contains(x, y) for head in heads)


def test_two_thousand_cards_find_their_places():
    random_ = random.Random(7)
    cards = [(f"{letter}{n}", f"Card {n} about permits") for letter in "GAIK" for n in range(1, 501)]
    links = sorted({(f"G{random_.randint(1, 500)}", f"A{random_.randint(1, 500)}") for _ in range(2000)})
    layout = layout_of(view(cards, links), LIGHT)
    assert len(layout.places) == 2000
    cards_shown = [card for column in layout.columns for card in column.cards]
    assert all(width(card.card.code, LIGHT.stage_minimum) < card.tab for card in cards_shown)
    assert all(column.stack for column in layout.columns)


@both_forms
def test_five_hundred_cards_and_two_thousand_links_fold(form):
    layout = shown(crowd(), form=form)
    assert_clean(layout)
    assert len(layout.places) == 500
    assert sum(len(column.pills) for column in layout.columns) >= 30
    assert all(card.setting.text >= LIGHT.stage_minimum for column in layout.columns for card in column.cards)


@given(wild(most=24))
def test_the_order_of_the_codes_is_left_alone_without_slots_and_groups(board):
    bare = replace(board, groups=(), cards=tuple(replace(card, slot=None, group_id="") for card in board.cards))
    columns = [column.cards for column in layout_of(bare, LIGHT).shown]
    links = [(link.from_id, link.to_id) for link in bare.links]
    assert order_of(bare).columns == code_order(columns, links, [link.kind for link in bare.links]).columns
    for cards in columns:
        assert list(cards) == [card.id for card in bare.cards if card.id in cards]


def test_a_board_that_is_being_filled_column_by_column_marks_no_card():
    filled = board({"G": 3, "I": 2})
    assert not any(card.gaps for column in layout_of(filled, LIGHT).columns for card in column.cards)
    worked_for = board({"G": 3, "A": 1})
    assert all(card.gaps for column in layout_of(worked_for, LIGHT).columns for card in column.cards)
