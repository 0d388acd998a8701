import pytest

from boards.value_board.boards import after, card, change_of, document, link_codes
from facilitator.boards.value_board.kind import KIND
from facilitator.boards.value_board.model import Card, CardLink
from facilitator.content.words import Words
from facilitator.domain.refusal import EditRejected

FULL = ("Equity", "Privacy", "Ask them #approach", "Trust #impact", "Faster #impact", "Days to permit #kpi")


def refusal(held, line):
    with pytest.raises(EditRejected) as caught:
        change_of(held, line)
    return caught.value.key, dict(caught.value.values)


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


@pytest.mark.parametrize("kind", ["pulls against", "PULLS-AGAINST", "va à l’encontre de", "va a l'encontre de"])
def test_a_kind_of_several_words_is_written_as_the_legend_has_it(kind):
    held = after(document(), *FULL, f"G1 >{kind}> I1")
    (link,) = [each for each in held.every(CardLink) if each.kind == "pulls_against"]
    assert held.get(Card, link.to_id).code == "I1"
    key, values = refusal(held, "G1 >has nothing to do with> I1")
    assert (key, values["known"]) == ("link_kind", "reinforces, pulls against")


def test_links_that_make_no_sense_are_refused():
    held = after(document(), *FULL, "G1 > A1")
    assert refusal(held, "G1 > G1") == ("link_self", {"code": "G1"})
    assert refusal(held, "A1 > G1") == ("link_exists", {"start": "G1", "end": "A1"})
    known = "Approaches, Desired impacts, How we will know"
    assert refusal(held, "G1 > G2") == ("link_columns", {"start": "G1", "end": "G2", "known": known})
    known = "Guiding values, Desired impacts"
    assert refusal(held, "A1 > K1") == ("link_columns", {"start": "A1", "end": "K1", "known": known})
    assert refusal(held, "G2 >- A1") == ("link_missing", {"start": "G2", "end": "A1"})
    assert refusal(held, "G1 > Nobody") == ("name_unknown", {"name": "Nobody"})
    held = after(held, "Faster buses #i")
    assert refusal(held, "A1 > fast") == ("name_ambiguous", {"name": "fast", "codes": "I2, I3"})


def test_unlinking_goes_in_either_direction():
    held = after(document(), *FULL, "G1 > A1", "A1 >- G1")
    assert link_codes(held) == set()
    held = after(held, "I1 > I2", "I2 > I1", "I2 >- I1")
    assert link_codes(held) == {("I1", "I2", "leads_to")}


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


def test_codes_link_either_way_round_between_neighbouring_columns():
    for one, other, kind in (("G1", "A1", "shapes"), ("A1", "I1", "contributes_to"), ("I1", "K1", "measured_by")):
        there = {
            f"{start} > {end}": link_codes(after(document(), *FULL, f"{start} > {end}"))
            for start, end in ((one, other), (other, one))
        }
        assert set(map(frozenset, there.values())) == {frozenset({(one, other, kind)})}


def test_a_link_has_a_kind_among_those_of_its_columns_and_a_note():
    held = after(document(), *FULL, "G1 > I1", "A1 > I1")
    trade_off, usual = sorted(held.every(CardLink), key=lambda link: link.kind != "reinforces")
    fields = {field.key: field for field in KIND.fields(held, trade_off.id, Words("en"))}
    assert [value for value, _ in fields["kind"].choices] == ["reinforces", "pulls_against"]
    assert fields["note"].label == "What has to hold for this step"
    held = held.after(KIND.set_field(held, trade_off.id, "kind", "pulls_against"))
    assert {field.key: field.label for field in KIND.fields(held, trade_off.id, Words("en"))}["note"] == (
        "How the trade-off is settled"
    )
    held = held.after(KIND.set_field(held, trade_off.id, "note", "Equity wins"))
    assert held.get(CardLink, trade_off.id).note == "Equity wins"
    with pytest.raises(EditRejected) as caught:
        KIND.set_field(held, usual.id, "kind", "pulls_against")
    assert caught.value.key == "choice_unknown"
    assert held.after(KIND.delete(held, [trade_off.id])).find(CardLink, trade_off.id) is None


def test_a_note_stays_with_a_link_whose_card_moves():
    held = after(document(), *FULL, "G1 > A1")
    link = next(held.every(CardLink))
    held = held.after(KIND.set_field(held, link.id, "note", "Clerks have time"))
    moved = held.after(KIND.regroup(held, [card(held, "A1").id], "kpi"))
    assert (moved.get(CardLink, link.id).kind, moved.get(CardLink, link.id).note) == ("watched_by", "Clerks have time")


def test_a_circle_of_impacts_can_be_made():
    held = after(document(), *FULL, "More #impact", "I1 > I2", "I2 > I3", "I3 > I1")
    assert {kind for _, _, kind in link_codes(held)} == {"leads_to"}
    assert KIND.links(KIND.view(held, "b"), Words("fr"))[0].name == "mène à"
