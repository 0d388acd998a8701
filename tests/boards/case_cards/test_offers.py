"""Picking cases: the facilitator's own and the examples, in one step; what is kept are public words only."""

import pytest

from boards.case_cards.shelves import BOARD, EN, FR, TOLD, empty, with_card
from facilitator.boards.case_cards.kind import KIND
from facilitator.boards.case_cards.library import library
from facilitator.boards.case_cards.model import CaseCard, CaseNote
from facilitator.content import cases as content
from facilitator.content.cases import PARTS
from facilitator.domain.engagement import Board
from facilitator.domain.refusal import EditRejected

HOUSE = [f"house:{each.id}" for each in content.cases()]


def cards(document):
    return list(document.every(CaseCard))


def test_the_examples_are_offered_under_their_own_heading():
    offers = KIND.offers(empty(), BOARD, EN)
    assert [each.id for each in offers] == HOUSE
    assert {each.heading for each in offers} == {"Examples that ship with Facilitator"}
    assert not any(each.own or each.taken for each in offers)
    assert "pelikirja.hel.fi" in offers[0].also


@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_example_comes_with_all_its_parts_in_the_language_of_the_engagement(language):
    document = empty(language)
    change = KIND.take(document, BOARD, HOUSE, EN)
    assert change.label == "take_offers"
    after = document.after(change)
    for card, case in zip(cards(after), content.cases(), strict=True):
        assert {part: getattr(card, part) for part in PARTS} == {
            part: text.within(language) for part, text in case.parts.items()
        }
        assert card.theme == case.theme
    assert [card.code for card in cards(after)] == ["C1", "C2"]
    assert all(each.taken for each in KIND.offers(after, BOARD, FR))
    with pytest.raises(EditRejected, match="nothing_to_do"):
        KIND.take(after, BOARD, HOUSE, EN)
    with pytest.raises(EditRejected, match="gone"):
        KIND.take(after, BOARD, ["own:nothing"], EN)


def test_a_card_is_kept_without_its_note_and_offered_in_another_engagement(own):
    document, card_id = with_card(empty(), "Keys for everybody", "security", **TOLD, note="The CAO lost them twice")
    assert document.get(CaseNote, card_id).note
    assert "outlives this engagement" in KIND.library(EN).caution()
    told = KIND.library(EN).keep(document, [card_id])
    assert "“Keys for everybody”" in told
    assert KIND.library(EN).caution() == ""
    assert not any("twice" in path.read_text("utf-8") for path in own.iterdir())

    other = empty("fr")
    first = KIND.offers(other, BOARD, FR)[0]
    assert (first.name, first.heading, first.own, first.taken) == ("Keys for everybody", "Ma bibliothèque", True, False)
    after = other.after(KIND.take(other, BOARD, [first.id], FR))
    (card,) = cards(after)
    assert (card.theme, card.source) == ("security", TOLD["source"])
    assert not list(after.every(CaseNote))
    assert KIND.offers(after, BOARD, FR)[0].taken

    assert "Keys for everybody" in KIND.library(FR).forget(first.id)
    assert not library().cases
    assert cards(after) == [card]


def test_nothing_picked_keeps_nothing():
    document = empty()
    for picked in ([], [document.get(Board, BOARD).id]):
        with pytest.raises(EditRejected, match="keep_none"):
            KIND.library(EN).keep(document, picked)


def test_a_file_that_can_not_be_read_is_told_in_a_sentence_and_the_examples_are_there(own):
    assert KIND.library(EN).unread() == ""
    own.mkdir(parents=True)
    (own / "broken.json").write_text("{")
    assert KIND.library(EN).unread().startswith("One file of your library can’t be read as a case")
    assert "broken.json" in KIND.library(FR).unread()
    assert [each.id for each in KIND.offers(empty(), BOARD, EN)] == HOUSE
    assert "broken.json" not in KIND.library(EN).caution()


def test_two_cards_in_one_go_are_counted():
    document, first = with_card(empty(), "One")
    document, second = with_card(document, "Two")
    assert (
        KIND.library(EN).keep(document, [first, second, first]).startswith("2 kept in your library: “One” and “Two”.")
    )
    assert len(library().cases) == 2
