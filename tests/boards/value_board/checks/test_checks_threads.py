"""Whether cards are tied to what they are for: where each check fires and just does not."""

import pytest

from boards.value_board.complete import (
    RESIDENTS,
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
    without_links,
)
from facilitator.boards.described import LINK
from facilitator.boards.value_board.checks import checks_threads
from facilitator.boards.value_board.checks.facts import facts_of
from facilitator.boards.value_board.checks.threads import Counts, counts
from facilitator.boards.value_board.view import ServedView


def hits(check, view):
    return [(hit.items, hit.opens) for hit in check(facts_of(view), TODAY)]


def test_both_ends_of_a_missing_link_are_hit():
    view = board([card("G1"), card("A1"), card("I1"), card("K1")], [], [kpi("K1")])
    for check, code in [
        (checks_threads.changes_nothing, "G1"),
        (checks_threads.why_this_way, "A1"),
        (checks_threads.no_benefit, "A1"),
        (checks_threads.not_worked_for, "I1"),
        (checks_threads.not_noticed, "I1"),
        (checks_threads.stands_for_nothing, "K1"),
    ]:
        assert hits(check, view) == [((code,), (code, LINK))]


def test_an_impact_after_a_worked_for_one_is_worked_for():
    view = all_of(with_cards(impact("I4")), with_links(link("I3", "I4")))(complete())
    assert hits(checks_threads.not_worked_for, view) == []
    assert hits(checks_threads.not_worked_for, without_links("I3>I4")(view)) == [(("I4",), ("I4", LINK))]


def test_a_retired_indicator_may_stand_for_nothing():
    view = with_kpis(kpi("K4"))(complete())
    assert hits(checks_threads.stands_for_nothing, view) == [(("K4",), ("K4", LINK))]
    assert hits(checks_threads.stands_for_nothing, knowing("K4", status="retired")(view)) == []


@pytest.mark.parametrize(
    ("start", "end", "leaps"),
    [
        ("immediate", "long", True),
        ("long", "immediate", True),
        ("immediate", "medium", False),
        ("medium", "long", False),
        ("long", "long", False),
        ("", "long", False),
    ],
)
def test_a_step_over_a_level_needs_an_assumption(start, end, leaps):
    view = with_cards(impact("I1", level=start), impact("I3", level=end))(complete())
    assert hits(checks_threads.leap_in_logic, view) == ([(("I1", "I3"), ("I1-I3", "note"))] if leaps else [])
    told = all_of(without_links("I1>I3"), with_links(link("I1", "I3", note="The budget holds")))(view)
    assert hits(checks_threads.leap_in_logic, told) == []


def test_a_trade_off_has_to_be_settled_and_a_reinforcement_has_not():
    view = with_links(link("G2", "I2", "pulls_against", " "), link("G2", "I1", "reinforces"))(complete())
    assert hits(checks_threads.not_settled, view) == [(("G2", "I2"), ("G2-I2", "note"))]


def test_people_on_no_map_are_named():
    strangers = (ServedView("Night workers", False), ServedView("Tenants", False))
    view = serving("I2", *RESIDENTS, *strangers)(complete())
    (hit,) = checks_threads.nobody_mapped(facts_of(view), TODAY)
    assert (hit.items, hit.opens, hit.values["names"]) == (("I2",), ("I2", "serves"), "Night workers, Tenants")
    assert hits(checks_threads.better_for_whom, view) == []


@pytest.mark.parametrize(
    ("kinds", "fires"),
    [
        (["economic"], True),
        (["service", "economic"], True),
        (["economic", "social"], False),
        (["economic", ""], False),
        ([], False),
    ],
)
def test_efficiency_only_where_every_kind_is_known(kinds, fires):
    view = board([impact(f"I{place}", kind) for place, kind in enumerate(kinds, 1)], [], [])
    codes = tuple(each.id for each in view.cards)
    assert hits(checks_threads.efficiency_only, view) == ([(codes, ("I1", "kind"))] if fires else [])


def test_counts_of_threads_and_indicators():
    assert counts(complete()) == Counts(impacts=3, traceable=3, kpis=3, active=3)
    assert counts(without_links("I3>K1", "I3>K2")(complete())).traceable == 2, "not measured"
    assert counts(without_links("A1>I1")(complete())).traceable == 2, "not worked for"
    assert counts(without_links("A2>I3")(complete())).traceable == 3, "worked for through an impact before it"
    assert counts(without_links("G2>A2")(complete())).traceable == 3
    assert counts(without_links("G1>A1", "G2>A1", "G3>A1")(complete())).traceable == 2, "no value behind it"
    assert counts(knowing("K1", status="paused")(complete())).active == 2
    assert counts(board([], [], [])) == Counts(0, 0, 0, 0)
