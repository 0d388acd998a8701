"""The parts of the civic value board."""

import pytest

from facilitator.boards.value_board.model import ValueFrame
from facilitator.content import value_board


def test_columns_stand_in_the_order_of_the_screen() -> None:
    assert [column.id for column in value_board.columns()] == ["guiding", "approach", "impact", "kpi"]
    assert value_board.column("kpi").name.en == "How we will know"


def test_links_join_columns_that_there_are() -> None:
    known = {column.id for column in value_board.columns()}
    kinds = value_board.link_kinds()
    assert len({kind.id for kind in kinds}) == len(kinds)
    assert {side for kind in kinds for side in (kind.start, kind.end)} <= known


@pytest.mark.parametrize(
    ("start", "end", "kinds"),
    [
        ("guiding", "approach", ["shapes"]),
        ("approach", "impact", ["contributes_to"]),
        ("impact", "kpi", ["measured_by"]),
        ("guiding", "kpi", ["watched_by"]),
        ("impact", "impact", ["leads_to"]),
        ("guiding", "impact", ["reinforces", "pulls_against"]),
        ("impact", "guiding", ["reinforces", "pulls_against"]),
        ("kpi", "impact", []),
        ("approach", "kpi", []),
    ],
)
def test_kinds_that_may_join_two_columns(start: str, end: str, kinds: list[str]) -> None:
    assert [kind.id for kind in value_board.link_kinds_between(start, end)] == kinds


def test_gap_words_for_every_break_in_the_thread() -> None:
    words = value_board.gap_words()
    assert set(words) == {"no_approach", "no_measure", "no_value", "no_impact", "nothing_measured"}
    assert words["no_approach"].en == "No approach yet"


def test_starters_are_complete_and_refer_to_each_other() -> None:
    values = [value.id for value in value_board.starter_values()]
    impacts = [impact.id for impact in value_board.starter_impacts()]
    approaches = value_board.starter_approaches()
    assert (len(values), len(impacts), len(approaches)) == (16, 18, 14)
    known = values + impacts + [approach.id for approach in approaches]
    assert len(known) == len(set(known))
    for approach in approaches:
        assert approach.values
        assert approach.impacts
        assert set(approach.values) <= set(values)
        assert set(approach.impacts) <= set(impacts)


def test_strips_are_columns_of_their_own_that_no_link_joins() -> None:
    assert [strip.id for strip in value_board.strips()] == ["assumption", "side_effect", "parking"]
    assert value_board.column("side_effect").name.en == "Side effects"
    assert not {strip.id for strip in value_board.strips()} & {kind.start for kind in value_board.link_kinds()}
    with pytest.raises(KeyError):
        value_board.column("weather")


@pytest.mark.parametrize(
    ("field", "ids"),
    [
        ("source", "council strategy law community"),
        ("kind", "social democratic economic service organizational future environmental"),
        ("level", "immediate medium long"),
        ("direction", "increase decrease keep"),
        ("stage", "idea testing running stopped"),
        ("nature", "quantitative qualitative"),
        ("measures", "input activity output outcome experience conduct learning"),
        ("timing", "leading lagging"),
        ("better_is", "up down range"),
        ("mode", "target limit direction learning"),
        ("frequency", "weekly monthly quarterly half_yearly yearly"),
        ("cost_to_collect", "low medium high"),
        ("status", "proposed active paused retired"),
    ],
)
def test_choices_are_what_the_records_may_hold(field: str, ids: str) -> None:
    assert [choice.id for choice in value_board.choices(field)] == ids.split()
    assert len({choice.name.fr for choice in value_board.choices(field)}) == len(ids.split())
    assert value_board.choice_name(field, ids.split()[0]) == value_board.choices(field)[0].name


def test_a_starter_impact_names_its_kind() -> None:
    groups = {group.id: group.name for group in value_board.impact_groups()}
    found = value_board.starter_impacts()
    assert {impact.kind for impact in found} == set(groups)
    assert all(impact.group == groups[impact.kind] for impact in found)
    assert next(impact for impact in found if impact.id == "trust").kind == "democratic"


def test_the_public_value_test_asks_for_the_fields_of_its_record() -> None:
    assert [question.id for question in value_board.value_questions()] == ["valuable", "authorised", "doable"]
    assert {question.id for question in value_board.value_questions()} <= set(ValueFrame.model_fields)
    assert [answer.id for answer in value_board.value_answers()] == ["yes", "partly", "not_yet"]


def test_prompts_for_every_column_in_the_order_in_which_groups_think() -> None:
    steps = value_board.steps()
    assert [step.id for step in steps] == ["guiding", "impact", "approach", "kpi", "reporting"]
    assert [len(step.prompts) for step in steps] == [3, 3, 2, 3, 2]
