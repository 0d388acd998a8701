"""What a few typed letters mean."""

import pytest

from facilitator.content import methods, value_board
from facilitator.content.naming import AmbiguousNameError, UnknownNameError, key_of, match_name
from facilitator.content.reading import Bilingual

SHORT = {category.id: category.name for category in methods.categories("short")}
FULL = {category.id: category.name for category in methods.categories("full")}
LINES = {kind.id: kind.name for kind in methods.line_kinds()}
LINKS = {kind.id: kind.name for kind in value_board.link_kinds()}


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("internal", "internal"),
        ("int", "internal"),
        ("INTERNE", "internal"),
        ("other-gov", "othergov"),
        ("autres_gouv", "othergov"),
        ("Private sector", "private"),
        ("privé", "private"),
        ("PRIVE", "private"),
        ("collectivite", "community"),
        ("médias", "knowledge"),
    ],
)
def test_categories_by_id_or_beginning_in_either_language(wanted: str, found: str) -> None:
    assert match_name(wanted, SHORT) == found


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("funds", "funds"),
        ("finance", "funds"),
        ("relève", "reports_to"),
        ("alliés", "alliance"),
        ("tens", "tension"),
    ],
)
def test_lines(wanted: str, found: str) -> None:
    assert match_name(wanted, LINES) == found


def test_a_whole_name_wins_over_the_beginning_of_another() -> None:
    candidates = {"a": Bilingual("Works", "Marche"), "b": Bilingual("Works with", "Collabore")}
    assert match_name("works", candidates) == "a"
    assert match_name("works w", candidates) == "b"


def test_a_beginning_wins_over_a_later_word() -> None:
    candidates = {"a": Bilingual("Data sharing", "x"), "b": Bilingual("Open data", "y")}
    assert match_name("dat", candidates) == "a"


def test_apostrophes_of_either_kind_and_ligatures_are_the_same() -> None:
    candidates = {"k": Bilingual("Keep in view", "Garder à l’œil"), "m": Bilingual("Move", "Bouger")}
    assert match_name("garder a l'oeil", candidates) == "k"
    assert match_name("GARDER À L’ŒIL", candidates) == "k"


def test_several_that_fit_are_all_named() -> None:
    with pytest.raises(AmbiguousNameError) as refused:
        match_name("inf", LINES)
    assert set(refused.value.candidates) == {"informs", "influences"}
    assert refused.value.wanted == "inf"


@pytest.mark.parametrize("wanted", ["", "  ", "zzz", "*", "nternal", "de"])
def test_what_nothing_is_called(wanted: str) -> None:
    with pytest.raises(UnknownNameError) as refused:
        match_name(wanted, {"a": Bilingual("Circle of elders", "Cercle de sages")})
    assert refused.value.candidates == ("a",)


@pytest.mark.parametrize("candidates", [SHORT, FULL, LINES, LINKS])
def test_every_id_and_every_name_finds_its_own(candidates: dict[str, Bilingual]) -> None:
    for wanted, name in candidates.items():
        assert match_name(wanted, candidates) == wanted
        assert match_name(name.en, candidates) == wanted
        assert match_name(name.fr, candidates) == wanted


def test_names_are_one_by_their_letters_and_by_all_they_have_where_they_have_none() -> None:
    assert key_of("ZOE  COTE") == key_of("Zoé Côté")
    assert key_of("++") != key_of("--")
