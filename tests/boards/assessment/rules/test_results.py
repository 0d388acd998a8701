import itertools

import pytest

from boards.assessment.rules.groups import ADOPTION, CAPACITY, GOVERNANCE, PEOPLE, PRINCIPLES, level
from facilitator.boards.assessment.rules.results import (
    Said,
    dimension_values,
    gap,
    is_hollow,
    priority,
    profile_values,
    quick_wins,
    ready_to_buy,
    suggestions,
    where_stuck,
)
from facilitator.content.instruments import instrument

P1, P2, P3, P4 = PEOPLE
AUDIT = instrument("digital_audit")


def people(*said):
    return next(each for each in dimension_values(CAPACITY, said) if each.id == "people")


def test_a_dimension_is_the_median_of_its_levels_with_how_many_have_one():
    value = people(level(P1, 0), level(P2, 1), level(P3, 4))
    assert (value.value, value.scored, value.applicable) == (1.0, 3, 4)
    assert people(level(P1, 1), level(P2, 2)).value == 1.5


@pytest.mark.parametrize(("scored", "value"), [(0, None), (1, None), (2, 3.0), (3, 3.0), (4, 3.0)])
def test_a_dimension_is_hidden_below_half(scored, value):
    found = people(*(level(area, 3) for area in PEOPLE[:scored]))
    assert (found.value, found.scored) == (value, scored)


def test_what_nobody_knows_is_no_level_and_what_does_not_apply_is_not_asked_for():
    assert people(level(P1, 4), Said(P2, "unknown"), Said(P3, "unknown"), Said(P4)).value is None
    found = people(level(P1, 4), Said(P2, "not_applicable"), Said(P3, "not_applicable"), Said(P4))
    assert (found.value, found.scored, found.applicable) == (4.0, 1, 2)
    nothing = people(*(Said(area, "not_applicable") for area in PEOPLE))
    assert (nothing.value, nothing.applicable) == (None, 0)


def test_every_dimension_has_a_value_of_its_own_in_order():
    values = dimension_values(CAPACITY, [level(area.id, 2) for area in CAPACITY.areas])
    assert [each.id for each in values] == [each.id for each in CAPACITY.dimensions]
    assert {each.value for each in values} == {2.0}


def test_a_profile_counts_the_statements_that_are_tagged_with_it():
    own = [level(area, 0) for area in ("dg_t1", "dg_t2", "dg_t3")]
    tagged = [level(area, 4) for area in ("dg_q1", "dg_l1")]
    values = {each.id: each for each in profile_values(GOVERNANCE, own + tagged)}
    assert (values["transparency"].value, values["transparency"].applicable) == (0.0, 5)
    values = {each.id: each for each in profile_values(GOVERNANCE, [*own[:1], *tagged])}
    assert (values["transparency"].value, values["transparency"].scored) == (4.0, 3)
    assert values["accountability"].value is None


@pytest.mark.parametrize(
    ("value", "target", "importance", "missing", "product"),
    [
        (0, None, None, 3, 3),
        (0, 4, 3, 4, 12),
        (2, None, 2, 1, 2),
        (3, None, 3, 0, 0),
        (4, None, 3, 0, 0),
        (1, 1, 3, 0, 0),
        (0, 0, 3, 0, 0),
    ],
)
def test_the_gap_is_what_is_missing_to_the_target_and_counts_by_importance(value, target, importance, missing, product):
    said = Said(P1, "level", value, target, importance)
    assert (gap(CAPACITY, said), priority(CAPACITY, said)) == (missing, product)


@pytest.mark.parametrize(
    "said", [Said(P1), Said(P1, "unknown", importance=3), Said(P1, "not_applicable"), Said(P1, "", 0)]
)
def test_what_has_no_level_has_no_gap_and_no_priority(said):
    assert gap(CAPACITY, said) is None
    assert priority(CAPACITY, said) is None


def test_an_instrument_without_a_target_has_no_gaps():
    assert gap(AUDIT, level("aud_data", 0)) is None
    assert suggestions(AUDIT, [level("aud_data", 0, 3)]).steps == ()


def test_the_first_five_by_priority_and_how_many_were_left():
    said = [level(area.id, 2, 1) for area in CAPACITY.areas[:4]] + [level("cap_x4", 0, 3), level("cap_x3", 1, 3)]
    found = suggestions(CAPACITY, said)
    assert [each.area for each in found.steps] == ["cap_x4", "cap_x3", "cap_p1", "cap_p3", "cap_p2"]
    assert [each.priority for each in found.steps] == [9, 6, 1, 1, 1]
    assert (found.further, found.before_launch) == (1, ())
    assert found.steps[0].step == CAPACITY.library_step("cap_step_x4")


def test_equal_priorities_go_by_gap_then_effort_then_order_whatever_the_order_of_the_answers():
    said = [
        level("cap_x4", 2, 2),  # gap 1, small
        level("cap_p2", 1, 1),  # gap 2, medium
        level("cap_p3", 1, 1),  # gap 2, small
        level("cap_p1", 1, 1),  # gap 2, small, first
    ]
    for order in itertools.permutations(said):
        found = [each.area for each in suggestions(CAPACITY, order).steps]
        assert found == ["cap_p1", "cap_p3", "cap_p2", "cap_x4"]


def test_there_are_never_more_than_five_nor_any_without_a_gap():
    everything = [level(area.id, 0, 3) for area in CAPACITY.areas]
    found = suggestions(CAPACITY, everything)
    assert (len(found.steps), found.further) == (5, 23)
    assert suggestions(CAPACITY, [level(area.id, 3, 3) for area in CAPACITY.areas]).steps == ()


@pytest.mark.parametrize(("importance", "reasons"), [(None, []), (1, []), (2, []), (3, ["find_out"])])
def test_what_nobody_knows_is_to_be_found_out_where_it_is_critical(importance, reasons):
    found = suggestions(CAPACITY, [Said(P1, "unknown", importance=importance)])
    assert [each.reason for each in found.steps] == reasons
    assert all(each.step is None for each in found.steps)


def test_what_is_to_be_found_out_stands_below_a_critical_gap_of_three_and_counts_among_the_five():
    said = [Said(P1, "unknown", importance=3), level(P2, 0, 3), level(P3, 2, 3)]
    assert [each.area for each in suggestions(CAPACITY, said).steps] == [P2, P1, P3]
    unknown = [Said(area.id, "unknown", importance=3) for area in CAPACITY.areas]
    assert len(suggestions(CAPACITY, unknown).steps) == 5


def test_what_is_to_be_found_out_is_told_where_five_critical_gaps_push_it_out():
    said = [Said(P1, "unknown", importance=3)] + [level(area.id, 0, 3) for area in CAPACITY.areas[1:7]]
    found = suggestions(CAPACITY, said)
    assert {each.reason for each in found.steps} == {"gap"}
    assert [(each.area, each.reason) for each in found.find_out] == [(P1, "find_out")]
    assert found.further == 2
    assert suggestions(CAPACITY, said[:5]).find_out == ()


@pytest.mark.parametrize("importance", [None, 1, 2, 3])
def test_a_gate_item_that_nobody_knows_is_found_out_before_launch_whatever_its_importance(importance):
    said = [Said(area.id, "unknown", importance=importance) for area in GOVERNANCE.areas]
    found = suggestions(GOVERNANCE, said)
    assert [each.area for each in found.before_launch] == [area.id for area in GOVERNANCE.areas if area.gate]
    assert {each.reason for each in found.before_launch} == {"find_out"}
    assert not {each.area for each in found.before_launch} & {each.area for each in (*found.steps, *found.find_out)}
    assert len(found.steps) == (5 if importance == 3 else 0)


def test_gate_items_to_settle_come_before_those_that_nobody_knows():
    found = suggestions(GOVERNANCE, [Said("dg_t1", "unknown", importance=3), level("dg_p1", 1, 1)])
    assert [(each.area, each.reason) for each in found.before_launch] == [("dg_p1", "gate"), ("dg_t1", "find_out")]


@pytest.mark.parametrize(("value", "listed"), [(0, True), (1, True), (2, False), (3, False)])
def test_a_gate_item_at_1_or_below_comes_before_launch(value, listed):
    found = suggestions(GOVERNANCE, [level("dg_t1", value)])
    assert [each.area for each in found.before_launch] == (["dg_t1"] if listed else [])
    assert ("dg_t1" in [each.area for each in found.steps]) == (value == 2)


def test_gate_items_stand_outside_the_five_whatever_their_target():
    said = [level(area.id, 0, 1) for area in GOVERNANCE.areas]
    found = suggestions(GOVERNANCE, said)
    assert len(found.before_launch) == 10
    assert (len(found.steps), found.further) == (5, 9)
    assert not {each.area for each in found.before_launch} & {each.area for each in found.steps}
    content = suggestions(GOVERNANCE, [Said("dg_p1", "level", 1, target=0)])
    assert [(each.area, each.priority, each.reason) for each in content.before_launch] == [("dg_p1", 0, "gate")]
    assert content.before_launch[0].step


def test_a_quick_win_is_an_opportunity_with_a_gap_and_little_effort():
    said = [
        level(P1, 2, opportunities=("grant",)),
        level(P2, 0, opportunities=("champion",)),  # medium effort
        level(P3, 3, opportunities=("grant",)),  # no gap
        level("cap_t1", 0),  # no opportunity
        Said("cap_t2", "unknown", opportunities=("grant",)),
    ]
    assert [(each.area, each.step.effort, each.opportunities) for each in quick_wins(CAPACITY, said)] == [
        (P1, "S", ("grant",))
    ]


ON = ("cap_r1", "cap_s1", "cap_p2", "cap_m1")


@pytest.mark.parametrize("low", ON)
@pytest.mark.parametrize(
    ("value", "importance", "light"),
    [
        (0, 3, "red"),
        (1, 3, "red"),
        (1, 2, "amber"),
        (0, None, "amber"),
        (2, 3, "amber"),
        (2, 1, "amber"),
        (3, 3, "green"),
        (4, 1, "green"),
    ],
)
def test_the_light_before_a_purchase(low, value, importance, light):
    said = [level(area, 3, 3) for area in ON if area != low]
    assert ready_to_buy(CAPACITY, [*said, level(low, value, importance)]) == light


def test_the_light_is_open_while_something_has_no_level_unless_it_is_red_already():
    assert ready_to_buy(CAPACITY, []) == "open"
    known = [level(area, 3, 3) for area in ON[:3]]
    assert ready_to_buy(CAPACITY, known) == "open"
    assert ready_to_buy(CAPACITY, [*known, Said("cap_m1", "unknown", importance=3)]) == "open"
    assert ready_to_buy(CAPACITY, [level("cap_r1", 1, 3)]) == "red"
    assert ready_to_buy(CAPACITY, [*known, Said("cap_m1", "not_applicable")]) == "green"
    assert ready_to_buy(CAPACITY, [Said(area, "not_applicable") for area in ON]) == "open"


def test_other_statements_and_other_instruments_have_no_light():
    good = [level(area, 4, 3) for area in ON]
    assert ready_to_buy(CAPACITY, [*good, level("cap_r2", 0, 3)]) == "green"
    assert ready_to_buy(GOVERNANCE, [level("dg_t1", 0, 3)]) is None


@pytest.mark.parametrize(
    ("said", "hollow"),
    [
        (Said("user", "level", 0), True),
        (Said("user", "level", 4, example=" \n"), True),
        (Said("user", "level", 4, example="We sat with two clerks"), False),
        (Said("user"), False),
        (Said("user", example="We sat with two clerks"), False),
    ],
)
def test_a_rating_without_an_example_is_hollow(said, hollow):
    assert is_hollow(said) is hollow
    assert said.area in {area.id for area in PRINCIPLES.areas}


@pytest.mark.parametrize(
    ("levels", "stuck"),
    [
        ((4, 4, 4, 4, 4), None),
        ((3, 3, 3, 3, 3), None),
        ((3, 2, 0, 0, 0), "want_it"),
        ((4, 3, 3, 3, 2), "keep_doing"),
        ((0, 4, 4, 4, 4), "know_why"),
        ((None, None, 3, 1, 0), "can_do"),
        ((None, None, None, None, None), None),
    ],
)
def test_adoption_is_stuck_at_the_first_step_from_the_left_at_2_or_below(levels, stuck):
    said = [
        level(area.id, value) if value is not None else Said(area.id)
        for area, value in zip(ADOPTION.areas, levels, strict=True)
    ]
    found = where_stuck(ADOPTION, reversed(said))
    assert (found.area if found else None) == stuck
    assert found is None or (found.step and found.step.area == stuck)
