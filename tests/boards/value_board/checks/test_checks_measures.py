"""Whether what is measured shows what is wanted: where each check fires and just does not."""

import pytest

from boards.value_board.complete import (
    TODAY,
    all_of,
    board,
    card,
    complete,
    impact,
    knowing,
    kpi,
    link,
    serving,
    with_cards,
    with_kpis,
    with_links,
)
from facilitator.boards.value_board.checks import checks_measures
from facilitator.boards.value_board.checks.facts import facts_of


def hits(check, view):
    return [hit.items for hit in check(facts_of(view), TODAY)]


def measured(*kpis, **details):
    """One impact measured by these."""
    cards = [card("I1", **({"kind": "social"} | details)), *(card(each.id) for each in kpis)]
    return board(cards, [link("I1", each.id) for each in kpis], kpis)


@pytest.mark.parametrize(
    ("natures", "numbers", "stories"),
    [
        (["quantitative"], True, False),
        (["quantitative", "quantitative"], True, False),
        (["quantitative", "qualitative"], False, False),
        (["qualitative"], False, True),
        (["quantitative", ""], False, False),
        (["qualitative", ""], False, False),
        ([], False, False),
    ],
)
def test_an_impact_wants_numbers_and_stories(natures, numbers, stories):
    view = measured(*(kpi(f"K{place}", nature=nature) for place, nature in enumerate(natures, 1)))
    assert bool(hits(checks_measures.nobody_asked, view)) == numbers
    assert bool(hits(checks_measures.no_number, view)) == stories


@pytest.mark.parametrize(
    ("natures", "fires"),
    [
        (["quantitative"] * 2, False),
        (["quantitative"] * 3, True),
        (["quantitative"] * 3 + [""], True),
        (["quantitative"] * 2 + [""], False),
        (["quantitative"] * 3 + ["qualitative"], False),
    ],
)
def test_numbers_only_from_three_on(natures, fires):
    kpis = [kpi(f"K{place}", nature=nature) for place, nature in enumerate(natures, 1)]
    assert hits(checks_measures.numbers_only, measured(*kpis)) == ([tuple(each.id for each in kpis)] if fires else [])


@pytest.mark.parametrize(
    ("sorts", "fires"),
    [
        (["output", "activity"], True),
        (["output"], True),
        (["output", "outcome"], False),
        (["input"], False),
        ([""], False),
    ],
)
def test_effort_is_no_effect(sorts, fires):
    view = measured(*(kpi(f"K{place}", measures=each) for place, each in enumerate(sorts, 1)))
    assert bool(hits(checks_measures.effort_only, view)) == fires


@pytest.mark.parametrize(
    ("sorts", "fires"), [(["input"], True), (["activity"], True), (["outcome"], False), (["input", "outcome"], False)]
)
def test_effort_alone_on_an_impact(sorts, fires):
    view = measured(*(kpi(f"K{place}", measures=each) for place, each in enumerate(sorts, 1)))
    assert bool(hits(checks_measures.effort_alone, view)) == fires


@pytest.mark.parametrize(
    ("timings", "fires"), [(["lagging"], True), (["lagging", "leading"], False), (["lagging", ""], False), ([], False)]
)
def test_a_board_that_looks_back(timings, fires):
    view = measured(*(kpi(f"K{place}", timing=each) for place, each in enumerate(timings, 1)))
    assert bool(hits(checks_measures.all_look_back, view)) == fires
    assert bool(hits(checks_measures.no_early_sign, view)) == fires


def test_the_early_sign_of_another_impact_is_none_of_this_one():
    view = knowing("K1 K2", timing="lagging")(complete())
    assert hits(checks_measures.all_look_back, view) == []
    assert hits(checks_measures.no_early_sign, view) == [("I1", "K1", "K2"), ("I2", "K1", "K2"), ("I3", "K1", "K2")]


@pytest.mark.parametrize(("many", "fires"), [(4, False), (5, True)])
def test_more_than_four_impacts_or_indicators_of_one(many, fires):
    impacts = [impact(f"I{number}") for number in range(1, many + 1)]
    view = board([*impacts, card("K1")], [link(each.id, "K1") for each in impacts], [kpi("K1")])
    assert bool(hits(checks_measures.overworked, view)) == fires
    view = measured(*(kpi(f"K{number}") for number in range(1, many + 1)))
    found = [hit.opens for hit in checks_measures.too_many(facts_of(view), TODAY)]
    assert found == ([("I1", "text")] if fires else [])
    assert hits(checks_measures.too_many, knowing("K1", status="retired")(view)) == []


@pytest.mark.parametrize(("many", "fires"), [(15, False), (16, True)])
def test_more_than_fifteen_in_use(many, fires):
    kpis = [kpi(f"K{number}") for number in range(1, many + 1)]
    view = board([card(each.id) for each in kpis], [], kpis)
    found = list(checks_measures.too_many(facts_of(view), TODAY))
    assert [(hit.opens, hit.values["count"]) for hit in found] == ([((f"K{many}", "status"), many)] if fires else [])
    assert hits(checks_measures.too_many, knowing("K1", status="paused")(view)) == []


@pytest.mark.parametrize(
    "text",
    ["Equity", "ÉQUITÉ", "L’équité d’abord", "E\u0301quite\u0301", "An equitable city", "Des services équitables"],
)
def test_equity_is_recognized_in_either_language(text):
    view = board([card("G1", text), card("K1"), card("K2")], [], [kpi("K1", split_by=""), kpi("K2", split_by=" ")])
    assert hits(checks_measures.averages_measured, view) == [("G1", "K1", "K2")]
    assert hits(checks_measures.averages_measured, knowing("K2", split_by="Ward")(view)) == []


def test_no_averages_where_nothing_is_promised_or_measured():
    assert hits(checks_measures.averages_measured, board([card("G1", "Equity")], [], [])) == []
    other = board([card("G1", "Openness"), card("I1", "Equity"), card("K1")], [], [kpi("K1", split_by="")])
    assert hits(checks_measures.averages_measured, other) == []


@pytest.mark.parametrize(
    ("kind", "served", "mode", "fires"),
    [
        ("social", False, "target", True),
        ("service", False, "target", True),
        ("economic", True, "target", False),
        ("", True, "target", True),
        ("", False, "target", False),
        ("social", True, "learning", False),
    ],
)
def test_what_is_about_people_is_split(kind, served, mode, fires):
    view = measured(kpi("K1", split_by="", mode=mode), kind=kind)
    if served:
        view = serving("I1", *complete().cards[5].serves)(view)
    assert bool(hits(checks_measures.not_split, view)) == fires
    assert hits(checks_measures.not_split, knowing("K1", split_by="Ward")(view)) == []


@pytest.mark.parametrize("stage", ["idea", "running", "stopped", ""])
def test_only_what_is_being_tested_wants_a_learning_question(stage):
    view = knowing("K3", mode="direction")(complete())
    assert hits(checks_measures.tested_to_targets, view) == [("A2",)]
    assert hits(checks_measures.tested_to_targets, with_cards(card("A2", stage=stage))(view)) == []


def test_retired_indicators_do_not_count():
    more = all_of(with_kpis(kpi("K4", nature="qualitative", status="retired")), with_links(link("I1", "K4")))
    view = more(measured(kpi("K1")))
    assert hits(checks_measures.nobody_asked, view) == [("I1", "K1")]
