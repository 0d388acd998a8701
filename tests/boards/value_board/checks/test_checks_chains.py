"""Chains of impacts, long ones and circles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boards.value_board.complete import TODAY, all_of, board, card, chain, complete, impact, kpi, link, with_links
from facilitator.boards.value_board.checks.checks_chains import circular, long_chain
from facilitator.boards.value_board.checks.facts import facts_of


def hits(check, view):
    return list(check(facts_of(view), TODAY))


def impacts(many, *pairs, measured=()):
    """An approach, impacts I1 to I<many>, and a K for each measured one."""
    cards = [card("A1"), *(impact(f"I{number}") for number in range(1, many + 1))]
    kpis = [kpi(code.replace("I", "K")) for code in measured]
    links = [link(*pair.split(">")) for pair in pairs]
    links += [link(code, code.replace("I", "K")) for code in measured]
    return board([*cards, *(card(each.id) for each in kpis)], links, kpis)


LINE = ("A1>I1", "I1>I2", "I2>I3", "I3>I4", "I4>I5")


def test_four_links_are_no_long_chain_and_five_are():
    assert hits(long_chain, impacts(5, *LINE[:4])) == []
    (hit,) = hits(long_chain, impacts(5, *LINE))
    assert hit.items == ("A1", "I1", "I2", "I3", "I4")
    assert hit.opens == ("I3", "text")
    assert hit.values == {
        "card": "Card I5",
        "count": 5,
        "chain": "A1 → I1 → I2 → I3 → I4 → I5",
        "middle": "Card I3",
    }


@pytest.mark.parametrize("measured", ["I1", "I2", "I3", "I4"])
def test_an_indicator_before_the_last_is_a_checkpoint(measured):
    assert hits(long_chain, impacts(5, *LINE, measured=[measured])) == []


def test_one_on_the_last_is_none():
    assert len(hits(long_chain, impacts(5, *LINE, measured=["I5"]))) == 1


def test_a_chain_is_told_once_for_its_end_and_by_its_longest_way():
    (hit,) = hits(long_chain, impacts(7, *LINE, "I5>I6", "I6>I7", "I1>I3", "A1>I4"))
    assert hit.values["chain"] == "A1 → I1 → I2 → I3 → I4 → I5 → I6 → I7"
    long = impacts(12, "A1>I1", *(f"I{number}>I{number + 1}" for number in range(1, 12)))
    assert hits(long_chain, long)[0].values["chain"] == "A1 → I1 → I2 → I3 → … → I10 → I11 → I12"


@pytest.mark.parametrize(
    ("last", "told"),
    [(7, "A1 → I1 → I2 → I3 → I4 → I5 → I6 → I7"), (8, "A1 → I1 → I2 → I3 → … → I6 → I7 → I8")],
)
def test_of_more_than_eight_cards_the_ends_are_told(last, told):
    facts = facts_of(impacts(last))
    assert facts.chain(["A1", *(f"I{number}" for number in range(1, last + 1))]) == told


def test_a_chain_that_no_approach_begins_is_none():
    assert hits(long_chain, impacts(6, *LINE[1:], "I5>I6")) == []


def test_steps_of_a_circle_make_no_chain_longer():
    assert hits(long_chain, impacts(3, "A1>I1", "I1>I2", "I2>I3", "I3>I1")) == []
    assert hits(long_chain, impacts(5, *LINE, "I3>I2")) == [], "told by B28 first"
    behind = impacts(7, *LINE, "I4>I6", "I6>I7", "I7>I6")
    assert [hit.values["chain"] for hit in hits(long_chain, behind)] == [
        "A1 → I1 → I2 → I3 → I4 → I5",
        "A1 → I1 → I2 → I3 → I4 → I6",
    ]


def test_a_circle_is_told_once_by_its_shortest_way():
    (hit,) = hits(circular, impacts(4, "I1>I2", "I2>I3", "I3>I1", "I3>I4", "I4>I1"))
    assert hit.items == ("I1", "I2", "I3")
    assert hit.opens == ("I3-I1", "note")
    assert hit.values == {"chain": "I1 → I2 → I3 → I1"}


def test_circles_apart_are_told_apart_in_the_order_of_codes():
    found = hits(circular, impacts(6, "I5>I6", "I6>I5", "I1>I2", "I2>I1", "I2>I5"))
    assert [hit.values["chain"] for hit in found] == ["I1 → I2 → I1", "I5 → I6 → I5"]


def test_an_impact_that_leads_to_itself_is_a_circle():
    (hit,) = hits(circular, impacts(1, "I1>I1"))
    assert hit.values["chain"] == "I1 → I1"


def test_no_circle_without_a_way_back():
    assert hits(circular, impacts(4, "I1>I2", "I1>I3", "I2>I4", "I3>I4")) == []
    assert hits(circular, all_of(chain("A1", "I4", "I5"), with_links(link("I3", "I5")))(complete())) == []


@given(st.sets(st.tuples(st.integers(1, 8), st.integers(1, 8)), max_size=30))
def test_circles_are_where_ways_lead_back(pairs):
    view = impacts(8, "A1>I1", *sorted(f"I{one}>I{other}" for one, other in pairs))
    ways = set(pairs)
    for middle in range(1, 9):
        ways |= {
            (one, other) for one in range(1, 9) for other in range(1, 9) if {(one, middle), (middle, other)} <= ways
        }
    knots = {frozenset(x for x in range(1, 9) if {(one, x), (x, one)} <= ways) for one, other in ways if one == other}
    found = hits(circular, view)
    assert len(found) == len(knots)
    for hit in found:
        codes = [int(item[1:]) for item in hit.items]
        assert all((one, other) in pairs for one, other in zip(codes, [*codes[1:], codes[0]], strict=True))
        assert any(set(codes) <= knot for knot in knots)
    for hit in hits(long_chain, view):
        assert len(set(hit.items)) == len(hit.items) >= 5
