import random
from itertools import combinations, permutations, product

from hypothesis import given
from hypothesis import strategies as st

from facilitator.boards.value_board.order import Lane, code_order, tidy

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
def graphs(draw: st.DrawFn) -> tuple[Columns, Links, dict[str, int]]:
    columns = [[f"{letter}{number}" for number in range(draw(st.integers(0, 8)))] for letter in "GAIK"]
    pairs = [(a, b) for a, b in ALL if columns[a] and columns[b]]
    one = st.sampled_from(pairs).flatmap(
        lambda pair: st.tuples(st.sampled_from(columns[pair[0]]), st.sampled_from(columns[pair[1]]))
    )
    links = draw(st.lists(one, max_size=24, unique=True)) if pairs else []
    cards = [card for column in columns for card in column]
    pinned = draw(st.dictionaries(st.sampled_from(cards), st.integers(0, 9), max_size=5)) if cards else {}
    return columns, links, pinned


@given(graphs())
def test_tidy_never_has_more_crossings_than_the_order_of_the_codes(graph):
    assert tidy(*graph).crossings <= code_order(*graph).crossings


@given(graphs())
def test_tidy_keeps_all_cards_and_gives_each_skipping_link_its_lanes(graph):
    columns, links, _ = graph
    order = tidy(*graph)
    column_of = {card: place for place, column in enumerate(columns) for card in column}
    for place, column in enumerate(columns):
        assert sorted(order.cards(place)) == sorted(column)
        lanes = {node for node in order.columns[place] if isinstance(node, Lane)}
        skipping = {n for n, (a, b) in enumerate(links) if column_of[a] < place < column_of[b]}
        assert lanes == {Lane(number, place) for number in skipping}


@given(graphs())
def test_a_single_pinned_card_of_a_column_is_in_its_place(graph):
    columns, links, pinned = graph
    order = tidy(columns, links, pinned)
    for place, column in enumerate(columns):
        fixed = [card for card in column if card in pinned]
        if len(fixed) == 1:
            assert order.cards(place).index(fixed[0]) == min(pinned[fixed[0]], len(column) - 1)


@given(graphs())
def test_pinned_cards_are_where_they_are_in_the_order_of_the_codes(graph):
    order, by_code = tidy(*graph), code_order(*graph)
    for place in range(4):
        for card in graph[2]:
            if card in order.cards(place):
                assert order.cards(place).index(card) == by_code.cards(place).index(card)


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
    assert code_order(columns, [("G1", "A2"), ("G2", "A1")], {}).crossings == 1


def test_pinned_cards_stay_although_links_cross():
    columns = [["G1", "G2"], ["A1", "A2"], [], []]
    pinned = {"G1": 0, "G2": 1, "A1": 0, "A2": 1}
    order = tidy(columns, [("G1", "A2"), ("G2", "A1")], pinned)
    assert order.columns[:2] == (("G1", "G2"), ("A1", "A2"))
    assert order.crossings == 1


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
        least, found, by_code = least + best, found + tidied, by_code + code_order(columns, links, {}).crossings
    assert equal >= 0.9 * rounds
    assert found <= least + 0.1 * by_code


def test_two_thousand_cards_are_ordered_and_keep_their_number():
    random_ = random.Random(5)
    columns = [[f"{letter}{number}" for number in range(500)] for letter in "GAIK"]
    links = [(random_.choice(columns[a]), random_.choice(columns[b])) for a, b in random_.choices(ALL, k=2000)]
    order = tidy(columns, links, {"G3": 0})
    assert [len(order.cards(place)) for place in range(4)] == [500] * 4
    assert order.cards(0)[0] == "G3"
    assert order.crossings < code_order(columns, links, {"G3": 0}).crossings / 2
