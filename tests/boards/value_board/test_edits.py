import pytest

from boards.value_board.boards import after, card, change_of, document, link_codes
from facilitator.boards.value_board.kind import KIND
from facilitator.boards.value_board.model import Card, CardLink
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
        ("en", "Guiding values, Approaches, Desired impacts, How we will know"),
        ("fr", "Valeurs directrices, Approches, Retombées souhaitées, Comment nous le saurons"),
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


def test_links_take_the_usual_kind_of_their_columns_and_run_from_value_to_measure():
    held = after(document(), *FULL, "G1 > A1", "I1 > A1", "K1 > I2", "K1 > G2", "I1 > G1", "I2 > I1")
    assert link_codes(held) == {
        ("G1", "A1", "shapes"),
        ("A1", "I1", "contributes_to"),
        ("I2", "K1", "measured_by"),
        ("G2", "K1", "watched_by"),
        ("G1", "I1", "reinforces"),
        ("I2", "I1", "leads_to"),
    }


def test_ends_go_by_code_text_or_the_beginning_of_a_text():
    held = after(document(), *FULL, "equ > ask them", "g2 > A1")
    assert {pair[:2] for pair in link_codes(held)} == {("G1", "A1"), ("G2", "A1")}


def test_a_whole_text_wins_over_texts_that_begin_with_it():
    held = after(document(), "Trust #i", "Trust in council #i", "Ask #app", "Ask > Trust")
    assert {pair[:2] for pair in link_codes(held)} == {("A1", "I1")}


def test_an_accent_does_not_count():
    held = after(document("fr"), "Équité", "Écouter #approche", "equite > ecouter")
    assert {pair[:2] for pair in link_codes(held)} == {("G1", "A1")}


def test_a_kind_can_be_named_in_either_language_and_changed():
    held = after(document(), *FULL, "Privacy >pulls> Faster")
    assert link_codes(held) == {("G2", "I2", "pulls_against")}
    held = after(held, "I2 >renf> G2")
    assert link_codes(held) == {("G2", "I2", "reinforces")}
    key, values = refusal(held, "G1 >funds> A1")
    assert (key, values) == ("link_kind", {"kind": "funds", "known": "shapes"})


def test_links_that_make_no_sense_are_refused():
    held = after(document(), *FULL, "G1 > A1")
    assert refusal(held, "G1 > G1") == ("link_self", {"code": "G1"})
    assert refusal(held, "A1 > G1") == ("link_exists", {"start": "G1", "end": "A1"})
    assert refusal(held, "G1 > G2") == ("link_columns", {"start": "G1", "end": "G2"})
    assert refusal(held, "A1 > K1") == ("link_columns", {"start": "A1", "end": "K1"})
    assert refusal(held, "G2 >- A1") == ("link_missing", {"start": "G2", "end": "A1"})
    assert refusal(held, "G1 > Nobody") == ("name_unknown", {"name": "Nobody"})
    held = after(held, "Faster buses #i")
    assert refusal(held, "A1 > fast") == ("name_ambiguous", {"name": "fast", "codes": "I2, I3"})


def test_unlinking_goes_in_either_direction():
    held = after(document(), *FULL, "G1 > A1", "A1 >- G1")
    assert link_codes(held) == set()
    held = after(held, "I1 > I2", "I2 > I1", "I2 >- I1")
    assert link_codes(held) == {("I1", "I2", "leads_to")}


def test_renaming_changes_the_text_alone():
    held = after(document(), *FULL)
    change = KIND.rename(held, card(held, "G1").id, "  Fair  treatment ")
    assert card(held.after(change), "G1").text == "Fair treatment"
    with pytest.raises(EditRejected) as caught:
        KIND.rename(held, card(held, "G1").id, "Equity")
    assert caught.value.key == "nothing_to_do"


def test_moving_a_card_keeps_its_code_and_the_links_that_its_new_column_knows():
    held = after(document(), *FULL, "G1 > A1", "A1 > I1", "A1 > I2", "I1 > K1")
    change = KIND.regroup(held, [card(held, "A1").id], "kpi")
    moved = held.after(change)
    assert card(moved, "A1").column == "kpi"
    assert link_codes(moved) == {
        ("G1", "A1", "watched_by"),
        ("I1", "A1", "measured_by"),
        ("I2", "A1", "measured_by"),
        ("I1", "K1", "measured_by"),
    }
    assert moved.after(change.reversed()) == held


def test_moving_a_card_removes_links_that_no_pair_of_columns_knows():
    held = after(document(), *FULL, "G1 > A1", "G1 > K1")
    moved = held.after(KIND.regroup(held, [card(held, "G1").id], "approche"))
    assert link_codes(moved) == set()


def test_links_that_become_the_same_are_kept_once():
    held = after(document(), *FULL, "I1 > I2", "I2 > I1")
    moved = held.after(KIND.regroup(held, [card(held, "I1").id], "guiding"))
    assert link_codes(moved) == {("I1", "I2", "reinforces")}


def test_cards_moved_together_keep_a_link_that_fits_both():
    held = after(document(), *FULL, "G1 > A1")
    moved = held.after(KIND.regroup(held, [card(held, "G1").id, card(held, "A1").id], "impact"))
    assert link_codes(moved) == {("G1", "A1", "leads_to")}


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
