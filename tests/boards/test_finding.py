"""Choices by their typed names, and how it is said which there are."""

import pytest

from facilitator.boards.finding import choice_named, language_of
from facilitator.content.reading import Bilingual
from facilitator.domain.document import Document
from facilitator.domain.engagement import Engagement
from facilitator.domain.refusal import EditRejected

NAMES = {"kpi": Bilingual("How we will know", "Comment nous le saurons"), "impact": Bilingual("Impacts", "Retombées")}
ALSO = NAMES | {"kpi": Bilingual("Measures", "Mesures")}


def of(language: str) -> Document:
    return Document.of([Engagement(id="engagement", title="T", language=language)])


@pytest.mark.parametrize("typed", ["impact", "Impacts", "RETOMBEES", "i"])
def test_a_choice_goes_by_id_or_the_beginning_of_its_name_in_either_language(typed):
    assert choice_named(of("en"), typed, NAMES, "group_unknown", "group") == "impact"


def test_a_choice_may_be_called_something_else_that_is_not_told():
    assert choice_named(of("en"), "measures", NAMES, "group_unknown", "group", ALSO) == "kpi"
    with pytest.raises(EditRejected) as refusal:
        choice_named(of("en"), "zzz", NAMES, "group_unknown", "group", ALSO)
    assert refusal.value.values["known"] == "How we will know, Impacts"


@pytest.mark.parametrize("typed", ["zzz", ""])
def test_what_is_no_choice_is_refused_with_the_names_in_the_language_of_the_engagement(typed):
    with pytest.raises(EditRejected) as refusal:
        choice_named(of("fr"), typed, NAMES, "link_kind", "kind")
    assert refusal.value.key == "link_kind"
    assert refusal.value.values == {"kind": typed, "known": "Comment nous le saurons, Retombées"}


def test_the_language_is_that_of_the_engagement():
    assert [language_of(of(language)) for language in ("en", "fr")] == ["en", "fr"]


def test_of_many_names_the_first_are_told():
    many = {f"c{number}": Bilingual(f"Card {number}", f"Carte {number}") for number in range(500)}
    with pytest.raises(EditRejected) as refused:
        choice_named(of("fr"), "zzz", many, "group_unknown", "group")
    known = refused.value.values["known"].split(", ")
    assert (len(known), known[0], known[-1]) == (31, "Carte 0", "…")
