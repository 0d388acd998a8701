import random
from itertools import combinations, permutations, product

from hypothesis import given
from hypothesis import strategies as st

from facilitator.boards.value_board.layout.order import Lane, code_order, tidy

Columns = list[list[str]]
Links = list[tuple[str, str]]
BESIDE = [(0, 1), (1, 2), (2, 3)]
ALL = [*BESIDE, (0, 2), (0, 3)]


def fewest_by_trying_all(columns: Columns, links: Links) -> int:
    """The least crossings of any order, for links between neighbouring columns only."""
    column_of = {card: place for place, column in enumerate(columns) for card in column}
    fewest = len(links) ** 2
    for orders in product(*map(permutations, columns)):
        place = {card: number for column in orders for number, card in enumerate(column)}
        crossings = sum(
            column_of[a] == column_of[c] and (place[a] - place[c]) * (place[b] - place[d]) < 0
            for (a, b), (c, d) in combinations(links, 2)
        )
        fewest = min(fewest, crossings)
    return fewest


@st.composite
def graphs(draw: st.DrawFn) -> tuple[Columns, Links, dict[str, str]]:
    """Columns, links, and groups of neighbours in the order that there is."""
    columns = [[f"{letter}{number}" for number in range(draw(st.integers(0, 8)))] for letter in "GAIK"]
    pairs = [(a, b) for a, b in ALL if columns[a] and columns[b]]
    one = st.sampled_from(pairs).flatmap(
        lambda pair: st.tuples(st.sampled_from(columns[pair[0]]), st.sampled_from(columns[pair[1]]))
    )
    links = draw(st.lists(one, max_size=24, unique=True)) if pairs else []
    groups = {}
    for column in columns:
        start, size = draw(st.integers(0, 6)), draw(st.integers(2, 4))
        groups |= dict.fromkeys(column[start : start + size], f"group of {column[0]}" if column else "")
    return columns, links, groups


def in_code_order(columns: Columns, links: Links) -> int:
    return code_order(columns, links).crossings


@given(graphs())
def test_tidy_never_has_more_crossings_than_the_order_that_there_is(graph):
    columns, links, groups = graph
    assert tidy(columns, links, groups).crossings <= in_code_order(columns, links)
    assert tidy(columns, links, {}).crossings <= in_code_order(columns, links)


@given(graphs())
def test_the_cards_of_a_group_stay_together(graph):
    columns, links, groups = graph
    order = tidy(columns, links, groups)
    for place in range(4):
        cards = order.cards(place)
        for group in set(groups.values()):
            places = [number for number, card in enumerate(cards) if groups.get(card) == group]
            assert places == list(range(places[0], places[0] + len(places))) if places else True


@given(graphs())
def test_tidy_keeps_all_cards_and_gives_what_skips_columns_its_lanes(graph):
    columns, links, groups = graph
    order = tidy(columns, links, groups)
    column_of = {card: place for place, column in enumerate(columns) for card in column}
    for place, column in enumerate(columns):
        assert sorted(order.cards(place)) == sorted(column)
        lanes = [node for node in order.columns[place] if isinstance(node, Lane)]
        skipping = {a for a, b in links if column_of[a] < place < column_of[b]}
        assert sorted(lane.start for lane in lanes) == sorted(skipping)


def test_links_of_one_kind_from_one_card_share_a_lane_and_others_do_not():
    columns = [["G1", "G2"], ["A1"], ["I1", "I2"], []]
    links = [("G1", "I1"), ("G1", "I2"), ("I1", "G2"), ("G1", "I2")]
    order = code_order(columns, links, ["reinforces", "reinforces", "reinforces", "pulls_against"])
    lanes = {node for node in order.columns[1] if isinstance(node, Lane)}
    assert lanes == {Lane("G1", "reinforces", 1), Lane("G2", "reinforces", 1), Lane("G1", "pulls_against", 1)}


def test_a_circle_of_links_and_links_to_cards_elsewhere_are_no_trouble():
    columns = [["I1", "I2", "I3"], ["K1"]]
    links = [("I1", "I2"), ("I2", "I3"), ("I3", "I1"), ("I1", "K1"), ("P1", "I1")]
    assert tidy(columns, links, {}).crossings == 0


def test_a_group_moves_as_one_where_that_saves_crossings():
    columns = [["G1", "G2", "G3"], ["A1", "A2", "A3"], [], []]
    links = [("G1", "A3"), ("G2", "A1"), ("G3", "A2")]
    order = tidy(columns, links, {"A1": "g", "A2": "g"})
    assert order.crossings == 0
    apart = tidy(columns, [("G1", "A1"), ("G2", "A3"), ("G3", "A2")], {"A1": "g", "A2": "g", "G2": "h", "G3": "h"})
    assert apart.crossings == 0, "the cards of a group change places within it"


def test_without_links_the_order_is_that_of_the_codes():
    columns = [["G1", "G2", "G10"], ["A1"], [], ["K1", "K2"]]
    order = tidy(columns, [], {})
    assert [list(order.cards(place)) for place in range(4)] == columns
    assert order.crossings == 0


def test_an_order_without_crossings_is_left_alone():
    columns = [["G1", "G2"], ["A1", "A2"], [], []]
    assert tidy(columns, [("G1", "A1"), ("G1", "A2"), ("G2", "A2")], {}).columns[:2] == (("G1", "G2"), ("A1", "A2"))


def test_one_crossing_is_undone_by_one_exchange():
    columns = [["G1", "G2"], ["A1", "A2"], [], []]
    order = tidy(columns, [("G1", "A2"), ("G2", "A1")], {})
    assert order.crossings == 0
    assert in_code_order(columns, [("G1", "A2"), ("G2", "A1")]) == 1


def test_tidy_is_mostly_as_good_as_trying_all_orders():
    random_ = random.Random(2)
    least, found, by_code, equal = 0, 0, 0, 0
    rounds = 25
    for _ in range(rounds):
        columns = [[f"{letter}{number}" for number in range(random_.randint(2, 4))] for letter in "GAIK"]
        pairs = [random_.choice(BESIDE) for _ in range(random_.randint(6, 16))]
        links = sorted({(random_.choice(columns[a]), random_.choice(columns[b])) for a, b in pairs})
        best, tidied = fewest_by_trying_all(columns, links), tidy(columns, links, {}).crossings
        assert tidied >= best
        equal += tidied == best
        least, found, by_code = least + best, found + tidied, by_code + in_code_order(columns, links)
    assert equal >= 0.9 * rounds
    assert found <= least + 0.1 * by_code


def test_two_thousand_cards_are_ordered_and_keep_their_number():
    random_ = random.Random(5)
    columns = [[f"{letter}{number}" for number in range(500)] for letter in "GAIK"]
    links = [(random_.choice(columns[a]), random_.choice(columns[b])) for a, b in random_.choices(ALL, k=2000)]
    order = tidy(columns, links, {})
    assert [len(order.cards(place)) for place in range(4)] == [500] * 4
    assert order.crossings < in_code_order(columns, links) / 2
