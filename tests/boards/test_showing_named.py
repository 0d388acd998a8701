"""Names of forms, sectors, layers and moments as somebody types them."""

from datetime import date

import pytest

from facilitator.boards.showing_named import showing_named
from facilitator.boards.value_board.model import Card
from facilitator.catalogue import kind_of
from facilitator.domain.document import Document
from facilitator.domain.refusal import EditRejected
from facilitator.domain.view import PLAIN, Showing
from facilitator.sample import founding_of_sample


@pytest.fixture
def document() -> Document:
    return Document().after(founding_of_sample("en"))


def asked(document, **names):
    return showing_named(kind_of("stakeholder_web"), document, "stakeholder_web", **names)


def test_nothing_asked_is_as_usual(document):
    assert asked(document) == PLAIN


@pytest.mark.parametrize("sector", ["community", "Commun", "collectivité"])
def test_names_in_either_language_or_ids(document, sector):
    found = asked(document, form="levels", spotlight=sector, large=True, layers=["att"])
    assert found == Showing("levels", "community", True, frozenset({"attitude"}))


def test_a_spotlight_by_the_code_of_an_item(document):
    assert asked(document, spotlight="s1").spotlight == "internal"
    threads = showing_named(kind_of("value_board"), document, "value_board", spotlight="G1").spotlight
    assert threads in {card.id for card in document.every(Card) if card.code == "G1"}


def test_the_day_is_what_was_asked(document):
    assert asked(document, day=date(2027, 3, 1)).day == date(2027, 3, 1)


@pytest.mark.parametrize(
    ("names", "key"),
    [
        ({"form": "pie"}, "form_unknown"),
        ({"form": "grid"}, "form_needs_layer"),
        ({"form": "grid", "layers": ["attitude"]}, "form_needs_layer"),
        ({"spotlight": "pie"}, "group_unknown"),
        ({"layers": ["note"]}, "layer_unknown"),
        ({"then": "pie"}, "no_moment"),
    ],
)
def test_what_is_none_is_refused_by_name(document, names, key):
    with pytest.raises(EditRejected) as refusal:
        asked(document, **names)
    assert refusal.value.key == key


def test_a_private_form_with_its_layer(document):
    assert asked(document, form="grid", layers=["infl"]) == Showing("grid", layers=frozenset({"influence"}))


def test_a_moment_by_its_title(document):
    kind = kind_of("stakeholder_web")
    document = document.after(kind.keep_moment(document, "stakeholder_web", "First round", date(2026, 12, 1)))
    assert asked(document, then="first").then == kind.moments(document, "stakeholder_web")[0].id
    with pytest.raises(EditRejected) as refusal:
        asked(document, then="second")
    assert refusal.value.key == "moment_unknown"
