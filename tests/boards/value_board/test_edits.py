from datetime import date

import pytest

from boards.value_board.boards import after, card, change_of, document, link_codes
from facilitator.boards.stakeholder_web.model import Served
from facilitator.boards.value_board.kind import KIND
from facilitator.boards.value_board.model import (
    Card,
    CardGroup,
    CardLink,
    CountedHands,
    DesiredImpact,
    GuidingValue,
    Kpi,
    PersonDots,
    Reading,
    ValueFrame,
)
from facilitator.content.words import Words
from facilitator.domain.change import Change, adding
from facilitator.domain.engagement import Board
from facilitator.domain.refusal import EditRejected

FULL = ("Equity", "Privacy", "Ask them #approach", "Trust #impact", "Faster #impact", "Days to permit #kpi")


def refusal(held, line):
    with pytest.raises(EditRejected) as caught:
        change_of(held, line)
    return caught.value.key, dict(caught.value.values)


def test_cards_get_codes_of_their_column_that_are_never_given_twice():
    held = after(document(), *FULL)
    assert {each.code: (each.text, each.column) for each in held.every(Card)} == {
        "G1": ("Equity", "guiding"),
        "G2": ("Privacy", "guiding"),
        "A1": ("Ask them", "approach"),
        "I1": ("Trust", "impact"),
        "I2": ("Faster", "impact"),
        "K1": ("Days to permit", "kpi"),
    }
    held = held.after(KIND.delete(held, [card(held, "G2").id]))
    assert card(after(held, "Openness"), "G3").text == "Openness"


@pytest.mark.parametrize(
    ("typed", "column"),
    [
        ("guiding", "guiding"),
        ("val", "guiding"),
        ("retomb", "impact"),
        ("i", "impact"),
        ("app", "approach"),
        ("measures", "kpi"),
        ("mesures", "kpi"),
        ("comment", "kpi"),
        ("K", "kpi"),
        ("a", "approach"),
        ("H", "assumption"),
        ("hypo", "assumption"),
        ("e", "side_effect"),
        ("indés", "side_effect"),
        ("p", "parking"),
        ("idea", "parking"),
    ],
)
def test_columns_go_by_the_beginning_of_their_names_in_either_language(typed, column):
    assert next(after(document(), f"Word #{typed}").every(Card)).column == column


def test_what_a_card_cannot_have_is_refused():
    assert refusal(document(), "Equity @2") == ("capture_no_scale", {"mark": "@"})
    assert refusal(document(), "Equity !2") == ("capture_no_scale", {"mark": "!"})
    assert refusal(document(), "Equity ~-1") == ("capture_no_scale", {"mark": "~"})
    key, values = refusal(document(), "Equity #nowhere")
    assert (key, values["group"]) == ("group_unknown", "nowhere")
    assert "impact" in values["known"]
    assert refusal(document(), "x" * 201)[0] == "name_too_long"


def test_columns_are_told_in_the_language_of_the_engagement():
    for language, known in (
        (
            "en",
            "Guiding values, Approaches, Desired impacts, How we will know, Assumptions, Side effects, Parking lot",
        ),
        (
            "fr",
            "Valeurs directrices, Approches, Retombées souhaitées, Comment nous le saurons, Hypothèses, "
            "Effets indésirables, Stationnement d’idées",
        ),
    ):
        assert refusal(document(language), "Word #zzz") == ("group_unknown", {"group": "zzz", "known": known})
        held = after(document(language), "Word")
        with pytest.raises(EditRejected) as caught:
            KIND.regroup(held, [card(held, "G1").id], "zzz")
        assert caught.value.values["known"] == known


@pytest.mark.parametrize(("key", "value"), [("column", "zzz"), ("column", "")])
def test_a_card_takes_only_the_choices_that_there_are(key, value):
    held = after(document(), "Equity")
    with pytest.raises(EditRejected) as caught:
        KIND.set_field(held, card(held, "G1").id, key, value)
    assert caught.value.key == "choice_unknown"
    for item in (card(held, "G1").id, "b"):
        with pytest.raises(KeyError):
            KIND.set_field(held, item, "size", "1")
    with pytest.raises(KeyError):
        KIND.set_field(held, card(held, "G1").id, "title", "Title")


def test_renaming_changes_the_text_alone():
    held = after(document(), *FULL)
    change = KIND.rename(held, card(held, "G1").id, "  Fair  treatment ")
    assert card(held.after(change), "G1").text == "Fair treatment"
    with pytest.raises(EditRejected) as caught:
        KIND.rename(held, card(held, "G1").id, "Equity")
    assert caught.value.key == "nothing_to_do"


def test_deleting_a_card_takes_its_links_along_and_comes_back_whole():
    held = after(document(), *FULL, "G1 > A1", "G2 > A1", "A1 > I1", "I1 > K1")
    change = KIND.delete(held, [card(held, "A1").id])
    assert link_codes(held.after(change)) == {("I1", "K1", "measured_by")}
    assert held.after(change).after(change.reversed()) == held
    removed = [type(swap.record) for swap in change.swaps]
    assert removed.index(Card) > max(place for place, each in enumerate(removed) if each is CardLink)


def test_a_link_alone_can_be_deleted():
    held = after(document(), *FULL, "G1 > A1")
    link = next(held.every(CardLink))
    change = KIND.delete(held, [link.id])
    assert change.label == "delete_link"
    assert link_codes(held.after(change)) == set()


def test_what_is_gone_cannot_be_edited():
    for edit in (lambda: KIND.delete(document(), ["x"]), lambda: KIND.rename(document(), "x", "y")):
        with pytest.raises(EditRejected) as caught:
            edit()
        assert caught.value.key == "gone"


def test_the_inspector_edits_cards_and_the_board():
    held = after(document(), *FULL)
    own = card(held, "G1").id
    held = held.after(KIND.set_field(held, own, "text", "Fairness"))
    held = held.after(KIND.set_field(held, own, "column", "impact"))
    held = held.after(KIND.set_field(held, "b", "title", "Value of permits"))
    held = held.after(KIND.set_field(held, "b", "question", ""))
    assert (card(held, "G1").text, card(held, "G1").column) == ("Fairness", "impact")
    assert held.get(Board, "b").title == "Value of permits"
    assert held.get(Board, "b").question == ""
    for item, key, value in ((own, "column", "impact"), ("b", "title", "Value of permits")):
        with pytest.raises(EditRejected) as caught:
            KIND.set_field(held, item, key, value)
        assert caught.value.key == "nothing_to_do"


def test_strips_take_cards_of_their_own_letters_and_no_links():
    held = after(document(), "Equity", "Budget holds #assumption", "Noise #side", "Parkings #parking")
    assert {each.code: each.column for each in held.every(Card)} == {
        "G1": "guiding",
        "H1": "assumption",
        "E1": "side_effect",
        "P1": "parking",
    }
    assert refusal(held, "G1 > H1") == ("link_strip", {"code": "H1", "column": "Assumptions"})


def full_of_everything():
    """A measure that has all that can hang on a card, in a group, with links."""
    held = after(document(), *FULL, "I1 > K1", "G1 > K1")
    measure = card(held, "K1").id
    held = held.after(KIND.set_field(held, measure, "owner", "Clerk"))
    held = held.after(KIND.set_field(held, measure, "group", "Speed"))
    more = (
        Reading(id="r1", kpi_id=measure, read_on=date(2026, 1, 2), value=3.0),
        PersonDots(id="d1", board_id="b", card_id=measure, person="Ada", dots=2),
        CountedHands(id=measure, hands=4),
        Served(id="s1", card_id=measure, name="Left over from when it was an impact"),
        DesiredImpact(id=measure, statement="Left over, too"),
    )
    return held.after(Change("x", adding(more)))


def test_a_card_is_deleted_with_all_that_hangs_on_it_and_comes_back_whole():
    held = full_of_everything()
    change = KIND.delete(held, [card(held, "K1").id])
    without = held.after(change)
    for kind in (Kpi, Reading, PersonDots, CountedHands, Served, DesiredImpact, CardGroup, CardLink):
        assert list(without.every(kind)) == []
    assert {each.code for each in without.every(Card)} == {"G1", "G2", "A1", "I1", "I2"}
    assert without.after(change.reversed()) == held


def test_what_is_known_of_a_card_comes_back_with_it_from_another_column():
    held = full_of_everything()
    moved = held.after(KIND.regroup(held, [card(held, "K1").id], "parking"))
    assert "owner" not in {field.key for field in KIND.fields(moved, card(moved, "K1").id, Words("en"))}
    assert list(moved.every(CardGroup)) == []
    back = moved.after(KIND.regroup(moved, [card(moved, "K1").id], "kpi"))
    assert {field.key: field.value for field in KIND.fields(back, card(back, "K1").id, Words("en"))}["owner"] == "Clerk"
    assert [each.value for each in back.every(Reading)] == [3.0]


def test_what_says_nothing_any_more_is_no_record():
    held = after(document(), "Equity")
    own = card(held, "G1").id
    held = held.after(KIND.set_field(held, own, "means_here", "Fair"))
    assert held.get(GuidingValue, own).means_here == "Fair"
    held = held.after(KIND.set_field(held, own, "means_here", " "))
    assert held.find(GuidingValue, own) is None
    held = held.after(KIND.set_field(held, "b", "doable", "partly"))
    assert held.get(ValueFrame, "b").doable == "partly"
    assert held.after(KIND.set_field(held, "b", "doable", "")).find(ValueFrame, "b") is None


def test_names_of_boards_cards_and_groups_may_be_anything_but_empty():
    held = after(document(), "Equity")
    with pytest.raises(EditRejected) as caught:
        KIND.rename(held, card(held, "G1").id, " ")
    assert caught.value.key == "name_empty"
