from boards.value_board.boards import view
from facilitator.boards.value_board.checks.threads import gaps, open_gaps

CARDS = [("G1", "Equity"), ("A1", "Ask"), ("I1", "Trust"), ("I2", "Faster"), ("K1", "Days")]


def test_cards_alone_have_all_gaps_of_their_column():
    assert gaps(view(CARDS)) == {
        "G1": ("no_approach",),
        "A1": ("no_value", "no_impact"),
        "I1": ("no_approach", "no_measure"),
        "I2": ("no_approach", "no_measure"),
        "K1": ("nothing_measured",),
    }


def test_a_whole_thread_has_no_gap():
    found = gaps(view(CARDS, [("G1", "A1"), ("A1", "I1"), ("I1", "K1")]))
    assert found == {"I2": ("no_approach", "no_measure")}


def test_a_value_that_is_only_watched_still_has_no_approach():
    found = gaps(view(CARDS, [("G1", "K1")]))
    assert found["G1"] == ("no_approach",)
    assert "K1" not in found


def test_an_impact_that_a_worked_for_impact_leads_to_is_worked_for():
    assert gaps(view(CARDS, [("A1", "I1"), ("I1", "I2")]))["I2"] == ("no_measure",)
    assert gaps(view(CARDS, [("I1", "I2")]))["I2"] == ("no_approach", "no_measure")


def test_impacts_that_lead_to_each_other_end():
    assert gaps(view(CARDS, [("A1", "I1"), ("I1", "I2"), ("I2", "I1")]))["I1"] == ("no_measure",)


def test_a_value_that_bears_on_an_impact_is_no_approach():
    assert gaps(view(CARDS, [("G1", "I1")]))["I1"] == ("no_approach", "no_measure")


def test_a_gap_is_open_for_all_to_see_once_the_column_that_would_close_it_has_cards():
    assert open_gaps(view([("G1", "Equity"), ("G2", "Trust")])) == {}
    assert open_gaps(view([("K1", "Days")])) == {}
    assert open_gaps(view([("G1", "Equity"), ("I1", "Trust")])) == {}
    assert open_gaps(view([("G1", "Equity"), ("A1", "Ask")])) == {"G1": ("no_approach",), "A1": ("no_value",)}
    assert open_gaps(view([("I1", "Trust"), ("K1", "Days")])) == {"I1": ("no_measure",), "K1": ("nothing_measured",)}
    assert open_gaps(view(CARDS)) == gaps(view(CARDS))
