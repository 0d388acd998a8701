import random
from itertools import combinations, pairwise

from hypothesis import given

from boards.value_board.boards import LIGHT, view, views
from facilitator.boards.drawing import HEADER
from facilitator.boards.value_board.fitting import TEXT_LIMIT, shown_text
from facilitator.boards.value_board.layout import CARDS_TOP, COLUMN_WIDTH, ValueLayout, column_left, layout_of, order_of
from facilitator.boards.value_board.order import code_order
from facilitator.content.typeface import line_height, width
from facilitator.domain.picture import STAGE_HEIGHT, STAGE_WIDTH, PathCommand, Rect

STAGE = Rect(0, 0, STAGE_WIDTH, STAGE_HEIGHT)


def boxes(layout: ValueLayout) -> list[Rect]:
    """Everything that stands in the columns."""
    found = [card.rect for column in layout.columns for card in column.cards]
    found += [column.stack.rect for column in layout.columns if column.stack]
    return found + [
        Rect(foot.x, foot.top, COLUMN_WIDTH, line_height(18)) for column in layout.columns for foot in column.feet
    ]


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


@given(views())
def test_nothing_overlaps_or_leaves_the_stage_and_the_header_is_free(board):
    found = boxes(layout_of(board, LIGHT))
    for box in found:
        assert box.y >= CARDS_TOP > HEADER.bottom
        assert box.x >= STAGE.x
        assert box.right <= STAGE.right
        assert box.bottom <= STAGE.bottom
    for one, other in combinations(found, 2):
        assert not one.overlaps(other)


@given(views())
def test_every_card_is_shown_or_counted_in_its_column(board):
    layout = layout_of(board, LIGHT)
    for place, column in enumerate(layout.columns):
        stacked = column.stack.ids if column.stack else ()
        assert (*(card.card.id for card in column.cards), *stacked) == layout.order.cards(place)
    assert set(layout.places) == {card.id for card in board.cards}


@given(views())
def test_text_fits_its_card_at_a_size_that_can_be_read(board):
    for column in layout_of(board, LIGHT).columns:
        for card in column.cards:
            setting = card.setting
            assert setting.text >= LIGHT.stage_minimum
            room = COLUMN_WIDTH - card.tab - 2 * setting.beside
            assert width(card.card.code, LIGHT.stage_minimum, bold=True) <= card.tab
            for line in card.lines:
                assert width(line, setting.text, bold=True) <= room + 1e-6 or len(line) <= 2
            for line in card.marks:
                assert width(line, LIGHT.stage_minimum, bold=True) <= room - 28 + 1e-6
            needed = len(card.lines) * line_height(setting.text) + len(card.marks) * line_height(LIGHT.stage_minimum)
            assert needed <= card.rect.height


@given(views())
def test_gaps_are_told_on_the_card_or_counted_at_the_foot_of_its_column(board):
    for column in layout_of(board, LIGHT).columns:
        untold = [gap for card in column.cards if not card.marks for gap in card.gaps]
        counted = {foot.gap: foot.count for foot in column.feet}
        for gap in set(untold):
            assert counted[gap] >= untold.count(gap)


@given(views())
def test_links_run_beside_and_between_cards_and_join_the_cards_they_name(board):
    layout = layout_of(board, LIGHT)
    standing = boxes(layout)
    for route in layout.routes:
        line = points(route.curve)
        ends = {layout.places[route.link.from_id].box, layout.places[route.link.to_id].box}
        assert any(box.grown(14).contains(*line[0]) for box in ends)
        assert any(box.grown(14).contains(*line[-1]) for box in ends)
        for x, y in line:
            assert STAGE.contains(x, y)
            assert y > HEADER.bottom
            for box in standing:
                assert not box.grown(-0.01).contains(x, y)


@given(views())
def test_each_linked_pair_of_boxes_has_one_route(board):
    layout = layout_of(board, LIGHT)
    pairs = {(layout.places[each.from_id].box, layout.places[each.to_id].box) for each in board.links}
    assert len(layout.routes) == len([pair for pair in pairs if pair[0] != pair[1]])


@given(views(most=24))
def test_crossings_are_never_more_than_in_the_order_of_the_codes(board):
    columns = [[card.id for card in board.cards if card.code[0] == letter] for letter in "GAIK"]
    pinned = {card.id: card.slot for card in board.cards if card.slot is not None}
    by_code = code_order(columns, [(link.from_id, link.to_id) for link in board.links], pinned)
    assert order_of(board).crossings <= by_code.crossings


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
    seven, sizes = measures(7, 4)
    assert (seven.stack, sizes) == (None, {20})
    ten, sizes = measures(10, 4)
    assert (ten.stack, sizes) == (None, {18})
    assert not any(card.lines[-1].endswith("…") for card in ten.cards)
    many, sizes = measures(14, 10)
    assert many.stack is None
    assert sizes == {18}
    assert any(card.lines[-1].endswith("…") for card in many.cards)
    crowd, sizes = measures(60, 10)
    assert sizes == {18}
    assert crowd.stack is not None
    assert len(crowd.cards) + len(crowd.stack.ids) == 60
    assert len(crowd.cards) >= 15


def test_only_the_full_column_shrinks():
    cards = [("G1", "Equity"), *((f"K{n}", "Median days to permit, by neighbourhood and month") for n in range(1, 19))]
    guiding, _, _, kpi = layout_of(view(cards), LIGHT).columns
    assert kpi.stack is None
    assert guiding.cards[0].setting.text == LIGHT.stage_text
    assert kpi.cards[0].setting.text == LIGHT.stage_minimum


def test_a_link_that_skips_columns_passes_between_their_cards():
    cards = [(f"{letter}{n}", "Word") for letter in "GAIK" for n in (1, 2, 3)]
    layout = layout_of(view(cards, [("G2", "K2")]), LIGHT)
    (route,) = layout.routes
    for place in (1, 2):
        crossing = [y for x, y in points(route.curve) if column_left(place) < x < column_left(place) + COLUMN_WIDTH]
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


def test_two_thousand_cards_find_their_places():
    random_ = random.Random(7)
    cards = [(f"{letter}{n}", f"Card {n} about permits") for letter in "GAIK" for n in range(1, 501)]
    links = sorted({(f"G{random_.randint(1, 500)}", f"A{random_.randint(1, 500)}") for _ in range(2000)})
    layout = layout_of(view(cards, links), LIGHT)
    assert len(layout.places) == 2000
    shown = [card for column in layout.columns for card in column.cards]
    assert all(width(card.card.code, LIGHT.stage_minimum, bold=True) < card.tab for card in shown)
    assert all(column.stack for column in layout.columns)
