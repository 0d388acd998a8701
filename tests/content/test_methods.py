"""The parts of the stakeholder web."""

from itertools import product

import pytest

from facilitator.content import methods
from facilitator.content.methods import CategorySet

SETS: tuple[CategorySet, CategorySet] = ("short", "full")


def ids(category_set: CategorySet) -> list[str]:
    return [category.id for category in methods.categories(category_set)]


def test_the_short_set_has_six_categories_and_the_full_one_thirteen() -> None:
    assert ids("short") == ["internal", "othergov", "private", "publicsector", "community", "knowledge"]
    assert len(set(ids("full"))) == len(ids("full")) == 13


@pytest.mark.parametrize("category_set", SETS)
def test_internal_categories_come_before_external_ones(category_set: CategorySet) -> None:
    sides = [category.side for category in methods.categories(category_set)]
    assert sides == sorted(sides, key=["internal", "external"].index)
    assert set(sides) == {"internal", "external"}


def test_subcategories_have_ids_of_their_own_in_each_category() -> None:
    for category in methods.categories("full"):
        parts = [part.id for part in category.subcategories]
        assert parts
        assert len(parts) == len(set(parts))


def test_rights_holders_are_the_governments_of_indigenous_peoples() -> None:
    holders = {
        part.id for category in methods.categories("full") for part in category.subcategories if part.rights_holder
    }
    assert holders == {"first_nations", "inuit", "metis"}


@pytest.mark.parametrize(("category_set", "other"), list(product(SETS, SETS)))
def test_every_category_of_either_set_stands_somewhere_and_stays_there(
    category_set: CategorySet, other: CategorySet
) -> None:
    for category_id in ids(other):
        shown = methods.display_category(category_id, category_set)
        assert shown in ids(category_set)
        assert methods.display_category(shown, category_set) == shown
        assert methods.category(category_id, category_set).id == shown


@pytest.mark.parametrize("category_set", SETS)
def test_a_category_of_the_set_stands_where_it_is(category_set: CategorySet) -> None:
    assert [methods.display_category(category_id, category_set) for category_id in ids(category_set)] == ids(
        category_set
    )


def test_the_crossing_keeps_the_side_of_the_house() -> None:
    for category in methods.categories("full"):
        assert methods.category(category.id, "short").side == category.side
    for category in methods.categories("short"):
        assert methods.category(category.id, "full").side == category.side


@pytest.mark.parametrize(
    ("full", "short"),
    [("council", "internal"), ("labour", "internal"), ("residents", "community"), ("indigenous", "othergov")],
)
def test_full_categories_fold_into_short_ones(full: str, short: str) -> None:
    assert methods.display_category(full, "short") == short


def test_a_category_of_neither_set_is_an_error() -> None:
    with pytest.raises(KeyError):
        methods.display_category("nowhere", "short")


def test_rings_run_from_one_to_four() -> None:
    assert [ring.ring for ring in methods.rings()] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("scale_id", "values"),
    [
        ("influence", [1, 2, 3, 4]),
        ("interest", [1, 2, 3, 4]),
        ("impact", [1, 2, 3, 4]),
        ("attitude", [-2, -1, 0, 1, 2]),
        ("confidence", [1, 2, 3]),
    ],
)
def test_scales_name_every_value_and_not_knowing(scale_id: str, values: list[int]) -> None:
    scale = methods.scale(scale_id)
    assert [level.value for level in scale.levels] == values
    names = [scale.name_of(value) for value in [None, *values]]
    assert len(set(names)) == len(names)
    with pytest.raises(KeyError):
        scale.name_of(9)


def test_attitudes_carry_a_glyph_beside_the_word() -> None:
    glyphs = [level.glyph for level in methods.scale("attitude").levels]
    assert glyphs == ["−−", "−", "○", "+", "++"]


def test_thirteen_line_kinds_can_be_told_apart_without_their_names() -> None:
    kinds = methods.line_kinds()
    assert len({kind.id for kind in kinds}) == len(kinds) == 13
    assert len({(kind.line, kind.arrow, kind.mark, kind.thin) for kind in kinds}) == len(kinds)


def test_strategies_and_add_ons_have_ids_of_their_own() -> None:
    known = [strategy.id for strategy in methods.strategies() + methods.strategy_add_ons()]
    assert len(known) == len(set(known)) == 17
