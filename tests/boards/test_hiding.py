"""Taking names, addresses and numbers out of texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.boards.hidden_names import HiddenName
from facilitator.boards.hiding import GONE, Hiding, contacts_in
from facilitator.content.naming import bared

HIDING = Hiding(
    [
        HiddenName("Marie Tremblay", "Planner", True),
        HiddenName("M. Luc Tremblay", "Director", True),
        HiddenName("Jean-Pierre de la Tour", "CAO", True),
        HiddenName("Sean O'Brien", "Someone A", True),
        HiddenName("Will May", "Clerk", True),
        HiddenName("Acme Consulting Inc.", "Supplier", False),
        HiddenName("王伟", "Driver", True),
    ],
    "someone",
    allowed=["Anna Roy"],
)


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("Marie Tremblay wants it", "Planner wants it"),
        ("ask marie, or TREMBLAY, Marie", "ask Planner, or Planner"),
        ("Mme Marie Trémblay’s plan", "Planner’s plan"),
        ("Tremblay said", "Someone said"),  # there are two
        ("M. Tremblay et Luc", "Someone et Director"),
        ("l’avis de Marie et de Luc", "l’avis de Planner et de Director"),
        ("J. Tour, L. Tremblay, S. O'Brien", "CAO, Director, Someone A"),
        ("M. de la Tour et Jean-Pierre", "CAO et CAO"),
        ("la tour est haute", "la tour est haute"),
        ("O'Brien's plan, Brien, o’brien", "Someone A's plan, Someone A, Someone A"),
        ("Will said they will", "Clerk said they will"),
        ("will may", "Clerk"),
        ("Acme wants; the consulting firm; acme consulting inc.", "Supplier wants; the consulting firm; Supplier."),
        ("Acme Consulting asks", "Supplier asks"),
        ("mtremblay, marietremblay", "Planner, Planner"),
        ("跟王伟说", "跟Driver说"),
        ("Marie\u00adTremblay, Ma\u200brie, Mar\u0301ie", "Planner, Planner, Planner"),
        ("xMarie Tremblayx", "xPlannerx"),
        ("Tremblay\nMarie", "Planner"),
        ("Mont-Tremblay, Marie-Victorin, Sainte-Marie", "Mont-Tremblay, Marie-Victorin, Sainte-Marie"),
        ("the Tremblay-led, anti-Tremblay side", "the someone-led, anti-someone side"),
        ("Marie Dubois", "Someone"),  # another Marie
        ("Jean Dupuis asked. Dr. A. Singh-Gill agreed", "Someone asked. Someone agreed"),
        ("the mayor Brown and Councillor Côté say", "the mayor and Councillor say"),
        ("Anna Roy and Mme Roy stay", "Anna Roy and Mme Roy stay"),
        ("Monsieur le maire, Mme la mairesse", "Monsieur le maire, Mme la mairesse"),
        ("Regina and Victoria agree. Grace period.", "Regina and Victoria agree. Grace period."),
        ("Marina users and Sofia residents wait", "Marina users and Sofia residents wait"),
        ("Marina uses it", "Someone uses it"),
        ("ask bob smith about it", "ask someone about it"),
        ("ask bob, then josée lapointe-roy", "ask someone, then someone"),
        ("parler avec nathalie de la fontaine demain", "parler avec someone demain"),
        ("when susan wants it; david said so", "when someone wants it; someone said so"),
        ("bob and ingrid mueller agree", "Someone and someone agree"),
        ("ask mark Smith or grace Lapointe", "ask someone or someone"),
        (
            "we will mark it in may; hope rose, by grace of the board",
            "we will mark it in may; hope rose, by grace of the board",
        ),
        ("max. 10, jan. 5, le jade, claire, les lois", "max. 10, jan. 5, le jade, claire, les lois"),
        ("will Acme deliver? we hope Valbourg agrees", "will Supplier deliver? we hope Valbourg agrees"),
        ("bob.ca/susan and rue ste-anne and the philip-type", "bob.ca/susan and rue ste-anne and the philip-type"),
        ("the robin users, susan users", "the robin users, susan users"),
        ("", ""),
    ],
)
def test_names_become_roles(text, becomes):
    assert HIDING.hide(text).text == becomes


@pytest.mark.parametrize(
    "contact",
    [
        "a.b-c+d@ville.qc.ca",
        "ann (at) ville.ca",
        "@anntown",
        "514-555-0123",
        "(514) 555-0123 poste 12",
        "514.555.0123",
        "514 555 0123",
        "5145550123",
        "+1 514 555-0123",
        "1-800-555-0199",
        "555-0123",
        "+33 1 23 45 67 89",
    ],
)
def test_addresses_and_numbers_go(contact):
    found = HIDING.hide(f"Ask at {contact}, today")
    assert found.text == f"Ask at {GONE}, today"
    assert found.contacts == (contact,)
    assert found.names == ()


@pytest.mark.parametrize(
    "text",
    [
        "By 2027-01-14, at 10:42",
        "1 250 000 $ or 1,250,000.00",
        "100-2000 people, file 2026-0145",
        "@2 and S7",
        "Phase 2 @ noon",
    ],
)
def test_other_numbers_stay(text):
    assert HIDING.hide(text).text == text


def test_what_was_found_is_told_as_it_stood():
    found = HIDING.hide("Write MARIE or ann@x.ca")
    assert found.names == ("MARIE",)
    assert found.contacts == ("ann@x.ca",)


@given(st.text(), st.text(), st.sampled_from(["Marie Tremblay", "marie tremblay", "Jean-Pierre de la Tour", "王伟"]))
def test_a_whole_name_never_stays(before, after, name):
    text = HIDING.hide(before + name + after).text
    assert bared(name) not in bared(text)


@given(st.text())
def test_hiding_again_finds_nothing_new(text):
    once = HIDING.hide(text)
    if not once.names and not once.contacts:
        assert once.text == text


def test_addresses_and_numbers_are_told_as_they_stand():
    text = "Zoé (zoe.roy@ville.ca, 613-555-0199 poste 12), @zroy and 2027"
    assert contacts_in(text) == ("zoe.roy@ville.ca", "613-555-0199 poste 12", "@zroy")
    assert contacts_in(text) == Hiding((), "").hide(text).contacts
    assert contacts_in("nothing of the kind") == ()
