"""What joins a value to an impact: approaches, themselves or by way of other impacts, and the measures that show it."""

from dataclasses import replace

from boards.value_board.complete import complete, impact, link, with_cards, with_links, without_links
from facilitator.boards.value_board.pages.joining import joined


def told(view):
    return {
        pair: (
            [(card.code, by.code if by else None) for card, by in found.approaches],
            [card.code for card in found.measures],
            list(found.kinds),
        )
        for pair, found in joined(view).items()
    }


def test_approaches_join_a_value_to_the_impacts_they_contribute_to():
    found = told(complete())
    assert found["G1", "I2"] == ([("A1", None)], ["K1", "K2"], [])
    assert found["G2", "I2"] == ([("A1", None), ("A2", None)], ["K1", "K2"], [])


def test_an_impact_that_another_leads_to_is_reached_by_way_of_it():
    found = told(complete())
    assert found["G1", "I3"] == ([("A1", "I1")], ["K1", "K2"], ["pulls_against"])
    assert found["G2", "I3"][0] == [("A1", "I1"), ("A2", None)]


def test_a_circle_of_impacts_is_gone_round_once():
    around = with_links(link("I3", "I1"))(complete())
    assert told(around)["G2", "I1"][0] == [("A1", None), ("A2", "I3")]


def test_without_an_approach_only_measures_of_both_join_them_and_pairs_that_nothing_joins_are_left_out():
    view = with_cards(impact("I4"))(complete())
    assert not [pair for pair in told(view) if pair[1] == "I4"]
    view = with_links(link("I4", "K3"), link("I4", "K1"))(view)
    assert told(view)["G1", "I4"] == ([], ["K3"], [])
    assert ("G2", "I4") not in told(view)
    assert told(without_links("I2>K1", "I2>K2")(complete()))["G1", "I2"] == ([("A1", None)], [], [])
    assert told(replace(complete(), links=())) == {}
