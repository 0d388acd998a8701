"""The parts of the civic value board."""

import pytest

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
