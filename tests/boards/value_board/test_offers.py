from datetime import date

import pytest

from boards.value_board.boards import after, card, document, link_codes
from facilitator.boards.assessment.model import Answer, Assessment
from facilitator.boards.value_board.kind import KIND
from facilitator.boards.value_board.model import Approach, Card, DesiredImpact, GuidingValue, Kpi
from facilitator.content.words import Words
from facilitator.domain.change import Change, Swap, adding
from facilitator.domain.engagement import Board
from facilitator.domain.refusal import EditRejected

EN, FR = Words("en"), Words("fr")


def offers(held, words=EN):
    return {each.id: each for each in KIND.offers(held, "b", words)}


def take(held, *ids, words=EN):
    return held.after(KIND.take(held, "b", ids, words))


def audited(language="en"):
    answers = (
        Answer(
            id="a.aud_content",
            board_id="a",
            area="aud_content",
            level=1,
            strengths="- One editor\n\n Clear style  guide ",
            weaknesses="Pages without an owner",
            evidence="412 pages counted",
            mark="quick",
            action="Delete 100 pages",
        ),
        Answer(id="a.aud_data", board_id="a", area="aud_data", mark="foundation"),
        Answer(id="a.aud_people", board_id="a", area="aud_people", level=3),
    )
    board = Board(id="a", number=2, kind="assessment", title="Audit 2026")
    found = Assessment(id="a", instrument="digital_audit", assessed_on=date(2026, 9, 1))
    return document(language).after(Change("x", adding((board, found, *answers))))


@pytest.mark.parametrize("words", [EN, FR])
def test_all_starters_are_offered_under_headings(words):
    found = KIND.offers(document(), "b", words)
    assert len({each.id for each in found}) == len(found) == 16 + 18 + 14 + 17
    assert not any(each.taken for each in found)
    assert all(each.name and each.note for each in found)
    assert len(dict.fromkeys(each.heading for each in found)) == 1 + 7 + 1 + 2


def test_cards_are_written_in_the_language_of_the_stage_under_headings_of_the_console():
    found = offers(document("fr"), EN)["guiding:equity"]
    assert (found.heading, found.name) == ("Guiding values", "Équité")


def test_taking_brings_all_that_is_known_in_one_step():
    held = document()
    change = KIND.take(held, "b", ["guiding:equity", "impact:trust", "kpi:drop_out"], EN)
    taken = held.after(change)
    assert change.label == "take_offers"
    assert {each.code: each.text for each in taken.every(Card)} == {
        "G1": "Equity",
        "I1": "Trust in local government",
        "K1": "Drop-out rate",
    }
    value = taken.get(GuidingValue, card(taken, "G1").id)
    assert (value.means_here, value.looks_like) == (
        "Effort goes where barriers are highest.",
        "Results are split by group before declaring success.",
    )
    impact = taken.get(DesiredImpact, card(taken, "I1").id)
    assert (impact.kind, impact.statement) == ("democratic", "More residents say that decisions are explained.")
    kpi = taken.get(Kpi, card(taken, "K1").id)
    assert (kpi.nature, kpi.better_is, kpi.unit, kpi.status) == ("quantitative", "down", "%", "proposed")
    assert taken.after(change.reversed()) == held


def test_approaches_are_linked_to_what_they_tend_to_serve_as_far_as_it_is_there():
    held = after(document(), "équité", "Trust in local government #impact", "Something else")
    held = after(held, "Inclusion #impact", "Better service experience #guiding")
    held = take(held, "approach:co_design", "guiding:inclusion")
    assert link_codes(held) == {("G1", "A1", "shapes"), ("G4", "A1", "shapes"), ("A1", "I1", "contributes_to")}


def test_what_is_on_the_board_is_taken_whatever_its_letters():
    held = after(document(), "TRANSPARENCE", "Open data #parking", "Vie privee #parking")
    found = offers(held)
    assert {each for each, offer in found.items() if offer.taken} == {"guiding:transparency", "guiding:privacy"}
    with pytest.raises(EditRejected) as caught:
        take(held, "guiding:privacy", "guiding:transparency")
    assert caught.value.key == "nothing_to_do"
    held = take(held, "guiding:transparency", "guiding:equity", "guiding:equity")
    assert [each.text for each in held.every(Card) if each.column == "guiding"] == ["TRANSPARENCE", "Equity"]


def test_safety_as_an_impact_is_not_taken_by_security_as_a_value():
    held = take(document("fr"), "guiding:security_v")
    assert not offers(held)["impact:safety_i"].taken


def test_what_is_no_offer_is_gone():
    for ids in (["nothing"], ["guiding:equity", "nothing"]):
        with pytest.raises(EditRejected) as caught:
            take(document(), *ids)
        assert caught.value.key == "gone"


@pytest.mark.parametrize("words", [EN, FR])
def test_what_an_audit_found_can_become_cards(words):
    held = audited()
    found = [each for each in KIND.offers(held, "b", words) if each.id.startswith("audit:")]
    assert [each.name for each in found] == [
        "One editor",
        "Clear style guide",
        "Content and website: better than today",
        "Delete 100 pages",
        "Foundation to fix: Data",
        "Content and website: level in the audit",
        "People and skills: level in the audit",
    ]
    assert all(each.heading.startswith("Audit 2026") for each in found)
    taken = take(held, *(each.id for each in found), words=words)
    assert {each.code: each.column for each in taken.every(Card)} == {
        "H1": "assumption",
        "H2": "assumption",
        "I1": "impact",
        "A1": "approach",
        "A2": "approach",
        "K1": "kpi",
        "K2": "kpi",
    }
    kpi = taken.get(Kpi, card(taken, "K1").id)
    assert (kpi.baseline, kpi.baseline_date, kpi.unit) == (1.0, date(2026, 9, 1), "level (0–4)")
    assert (kpi.source, kpi.better_is, kpi.frequency) == ("Audit 2026", "up", "yearly")
    assert taken.get(DesiredImpact, card(taken, "I1").id).evidence_today == "Pages without an owner\n412 pages counted"
    assert taken.get(Approach, card(taken, "A1").id).description == "Quick result: Content and website"
    assert all(each.taken for each in KIND.offers(taken, "b", words) if each.id.startswith("audit:"))


def test_a_long_strength_is_cut_to_what_a_card_holds():
    held = audited("fr")
    answer = held.get(Answer, "a.aud_people")
    held = held.after(Change("x", adding([Answer(id="a.aud_ux", board_id="a", area="aud_ux", strengths="m" * 900)])))
    long = next(each for each in KIND.offers(held, "b", FR) if each.name.startswith("mmm"))
    held = take(held, long.id, f"audit:{answer.id}:level")
    assert len(card(held, "H1").text) == 200
    assert card(held, "K1").text == "Personnel et compétences\u202f: niveau au bilan"


def test_what_an_audit_said_of_two_areas_becomes_one_card():
    held = audited()
    data = held.get(Answer, "a.aud_data")
    held = held.after(Change("x", (Swap(data, data.having(strengths="one  editor")),)))
    held = take(held, "audit:a.aud_content:strength:0", "audit:a.aud_data:strength:0")
    assert [each.text for each in held.every(Card)] == ["One editor"]


def test_everything_can_be_taken_at_once_and_nothing_twice():
    held = audited("fr")
    held = take(held, *offers(held))
    assert all(each.taken for each in offers(held).values())
    with pytest.raises(EditRejected) as caught:
        take(held, *offers(held))
    assert caught.value.key == "nothing_to_do"
