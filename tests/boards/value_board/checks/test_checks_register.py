"""Whether an indicator is fit to be read and reviewed: where each check fires and just does not."""

from dataclasses import replace

import pytest

from boards.value_board.complete import TODAY, board, card, kpi
from facilitator.boards.value_board.checks import checks_register
from facilitator.boards.value_board.checks.facts import facts_of


def one(text="Share done online", more=(), **known):
    return board([*more, card("K1", text)], [], [kpi("K1", **known)])


def hit(check, view):
    """The field that is opened and the cases, None where the check does not fire."""
    found = list(check(facts_of(view), TODAY))
    assert len(found) < 2
    return (found[0].opens[1], *found[0].cases) if found else None


@pytest.mark.parametrize(
    ("check", "known", "expected"),
    [
        (checks_register.no_baseline, {"baseline": None}, ("baseline",)),
        (checks_register.no_baseline, {"baseline": 0.0}, None),
        (checks_register.no_baseline, {"baseline": None, "status": "proposed"}, None),
        (checks_register.no_baseline, {"baseline": None, "mode": "learning"}, None),
        (checks_register.no_target, {"target": None}, ("target", "target")),
        (checks_register.no_target, {"target": 0.0}, None),
        (checks_register.no_target, {"target": None, "target_date": None}, ("target", "target", "target_date")),
        (checks_register.no_target, {"target_date": None}, ("target_date", "target_date")),
        (checks_register.no_target, {"target": None, "mode": "limit"}, None),
        (checks_register.no_target, {"target": None, "target_high": 3.0}, ("target", "target")),
        (checks_register.no_target, {"target": None, "target_high": 3.0, "better_is": "range"}, None),
        (checks_register.no_owner, {"owner": ""}, ("owner",)),
        (checks_register.not_readable, {"source": " "}, ("source", "source")),
        (checks_register.not_readable, {"source": "", "frequency": ""}, ("source", "source", "frequency")),
        (checks_register.not_specific, {"definition": " "}, ("definition", "empty")),
        (checks_register.not_specific, {"definition": "Calls, visits, etc."}, ("definition", "etc")),
        (checks_register.not_specific, {"definition": "Calls and visits"}, None),
        (checks_register.not_measurable, {"unit": ""}, ("unit",)),
        (checks_register.not_measurable, {"unit": "", "nature": "qualitative"}, ("rubric_1",)),
        (checks_register.not_measurable, {"unit": "", "rubric_3": "As before"}, None),
        (checks_register.not_measurable, {"unit": "", "mode": "learning"}, None),
        (checks_register.out_of_the_air, {"target_reason": ""}, ("target_reason",)),
        (checks_register.out_of_the_air, {"target_reason": "", "target": None}, None),
        (checks_register.out_of_the_air, {"target_reason": "", "mode": "limit"}, None),
        (checks_register.by_when, {"target_date": None, "mode": "limit"}, ("target_date",)),
        (checks_register.by_when, {"target_date": None, "mode": ""}, ("target_date",)),
        (checks_register.by_when, {"target_date": None, "mode": "direction"}, None),
        (checks_register.by_when, {"target_date": None, "mode": "learning"}, None),
        (checks_register.by_when, {"target_date": None}, None),
        (checks_register.perverse_effect, {"gaming_risk": ""}, ("gaming_risk",)),
    ],
)
def test_what_an_indicator_lacks(check, known, expected):
    assert hit(check, one(**known)) == expected
    assert hit(check, one()) is None
    assert hit(check, one(**{**known, "status": "retired"})) is None


@pytest.mark.parametrize("text", ["Ease and speed", "Facilité ET rapidité", "Speed & ease and more"])
def test_two_measures_in_one_name(text):
    assert hit(checks_register.not_specific, one(text)) == ("text", "several")


@pytest.mark.parametrize("text", ["Band width", "Land use", "Etalon", "Rendez-vous"])
def test_an_and_within_a_word_is_none(text):
    assert hit(checks_register.not_specific, one(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "Visits",
        "Website VISITS per month",
        "Number of meetings",
        "Registered users",
        "Likes / week",
        "Téléchargements",
        "Visites sur le site",
        "Visites par mois",
        "Nombre de réunions",
        "Mentions « j’aime »",
    ],
)
def test_a_count_of_attention_is_vanity(text):
    plain = {"unit": "", "definition": "As the server counts them"}
    expected = None if text == "Likes / week" else ("text", "vanity")
    assert hit(checks_register.vanity, one(text, **plain)) == expected
    both = hit(checks_register.vanity, one(text, **plain, decision_it_informs=""))
    assert both == ("decision_it_informs", "decision", *(["vanity"] if expected else []))


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Share of visits that end in a request", {}),
        ("Visits per request", {}),
        ("Part des visites suivies d’une demande", {}),
        ("Visits", {"unit": "%"}),
        ("Visits", {"unit": "per 1,000 residents"}),
        ("Visits", {"definition": "Visits that end in a request, out of all visits"}),
        ("Visites", {"definition": "Visites utiles, sur toutes les visites"}),
        ("Visitors who would come back", {}),
        ("Blank pages", {"unit": "pages / form"}),
    ],
)
def test_a_share_or_another_word_is_no_vanity(text, known):
    assert hit(checks_register.vanity, one(text, **({"unit": "", "definition": "As counted"} | known))) is None


@pytest.mark.parametrize("text", ["Privacy", "Vie privée", "VIE PRIVEE", "Care for personal information"])
def test_where_privacy_is_a_value_data_about_persons_are_protected(text):
    view = one(more=[card("G1", text)], personal_data=True)
    assert hit(checks_register.not_protected, view) == ("privacy_note",)
    for known in ({"personal_data": None}, {"personal_data": False}, {"privacy_note": "Names are removed"}):
        assert hit(checks_register.not_protected, replace(view, kpis=(replace(view.kpis[0], **known),))) is None
    assert hit(checks_register.not_protected, one(more=[card("G1", "Openness")], personal_data=True)) is None
