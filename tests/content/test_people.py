"""Telling names of people from roles, offices and bodies."""

import pytest

from facilitator.content import methods
from facilitator.content.naming import bared
from facilitator.content.people import in_spoken_order, is_function, is_surely_person, person_in, pieces_of, words_of


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Marie Tremblay", "Marie Tremblay"),
        ("marie tremblay", "marie tremblay"),
        ("bob smith", "bob smith"),
        ("MARIE TREMBLAY", "MARIE TREMBLAY"),
        ("M. Dubois", "M. Dubois"),
        ("Dr. Smith", "Dr. Smith"),
        ("Dr. A. Smith, town clerk", "Dr. A. Smith"),
        ("Mme Gagnon-Roy", "Mme Gagnon-Roy"),
        ("J. Smith", "J. Smith"),
        ("Sean O’Brien", "Sean O’Brien"),
        ("Zhang Wei", "Zhang Wei"),
        ("Jean-Pierre de la Tour (CAO)", "Jean-Pierre de la Tour"),
        ("Marie-Claude Roy, directrice des TI", "Marie-Claude Roy"),
        ("Mayor Brown", "Brown"),
        ("Deputy Mayor Singh", "Singh"),
        ("Conseillère Côté", "Côté"),
        ("June Tremblay", "June Tremblay"),
        ("Grant Price", "Grant Price"),
        ("Luc", "Luc"),
        ("Benali, Idris", "Benali, Idris"),
        ("Tremblay, Josée", "Tremblay, Josée"),
        ("Castelroux, Osei", "Castelroux, Osei"),
        ("de la Tour, Jean-Pierre (CAO)", "de la Tour, Jean-Pierre"),
        ("Marie Roy, Acme", "Marie Roy"),
        ("Valbourg, Ontario", ""),
        ("Gazette, Valbourg", ""),
        ("Victoria, BC", ""),
        ("Valbourg Gazette", ""),
        ("Marina users", ""),
        ("Town clerk", ""),
        ("City Manager", ""),
        ("Hydro One", ""),
        ("IT", ""),
        ("MRC du Granit", ""),
        ("Ville de Saguenay", ""),
        ("Six Nations", ""),
        ("Acme Consulting", ""),
        ("Faith groups", ""),
        ("Grant officer", ""),
        ("North Bay", ""),
        ("Councillor Ward 3", ""),
        ("Chief Librarian", ""),
        ("Premier ministre", ""),
        ("Victoria", ""),
        ("", ""),
        ("…", ""),
    ],
)
def test_a_person_is_seen_in_a_name(name: str, person: str) -> None:
    assert person_in(name) == person


@pytest.mark.parametrize(
    ("name", "spoken"),
    [
        ("Tremblay, Josée", "Josée Tremblay"),
        ("de la Tour, Jean-Pierre (CAO)", "Jean-Pierre de la Tour (CAO)"),
        ("Marie Roy, Acme", "Marie Roy, Acme"),
        ("Valbourg, Town of", "Valbourg, Town of"),
        ("Ann Lee", "Ann Lee"),
    ],
)
def test_a_name_is_said_with_the_given_name_first(name: str, spoken: str) -> None:
    assert in_spoken_order(name) == spoken


def test_two_capitals_alone_are_no_sure_person() -> None:
    sure = ["Marie Tremblay", "Zhang Wei", "J. Smith", "M. Dubois", "Brown", "Benali, Idris", "Jean-Luc Osei"]
    assert [name for name in sure if not is_surely_person(name)] == []
    assert not is_surely_person("Osei Mensah")


@pytest.mark.parametrize("name", ["Town clerk", "Directrice des TI", "CAO / city manager", "Faith groups", "the mayor"])
def test_roles_and_bodies_name_nobody(name: str) -> None:
    assert is_function(name)


@pytest.mark.parametrize("name", ["Marie Tremblay", "Tremblay, town clerk", "Acme Consulting", "", "3"])
def test_what_may_name_somebody_is_no_mere_role(name: str) -> None:
    assert not is_function(name)


@pytest.mark.parametrize("category_set", ["short", "full"])
def test_no_category_of_the_method_looks_like_a_person(category_set: methods.CategorySet) -> None:
    names = [each.name for each in methods.categories(category_set)]
    names += [part.name for each in methods.categories(category_set) for part in each.subcategories]
    assert [name for name in names if person_in(name.en) or person_in(name.fr)] == []
    assert [name for name in names if not is_function(name.en) or not is_function(name.fr)] == []


def test_letters_are_compared_without_case_accents_and_joiners() -> None:
    assert bared("Hélène Œuvrard’S\u200b") == "helene oeuvrard's"


def test_pieces_are_parted_by_commas_brackets_and_dashes() -> None:
    assert pieces_of("A b, c (d) – e/f - g") == ["A b", "c", "d", "e", "f", "g"]
    assert pieces_of("Marie-Claude") == ["Marie-Claude"]


def test_the_lists_are_in_bare_letters() -> None:
    for group in (
        "honorifics",
        "offices",
        "particles",
        "given",
        "also_words",
        "functions",
        "groups",
        "places",
        "little",
        "small",
        "after_names",
    ):
        assert {word for word in words_of(group) if word != bared(word) or not word.isalpha()} == set()
    with pytest.raises(KeyError):
        words_of("no such group")
