"""The gap checks together: their words, their order, what they open and set, their speed, and the sample."""

import random
import time
from datetime import date, timedelta

import pytest

from boards.stakeholder_web.maps import TODAY, crowd, map_of, person, tie
from facilitator.boards.described import LINK
from facilitator.boards.stakeholder_web.checks.analyses import CHECKS, findings_of
from facilitator.boards.stakeholder_web.kind import KIND
from facilitator.boards.stakeholder_web.model import Deliverable, Relationship, Served
from facilitator.content.checks import checks
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.refusal import EditRejected
from facilitator.sample import founding_of_sample

SEVERITIES = {
    "high": "A01 A02 A05 A06 A11 A12 A13 A14",
    "medium": "A03 A04 A07 A08 A09 A15 A16 A17 A20 A21 A23 V01",
    "low": "A10 A18 A19 A22 A24 A25",
}
"""As the method has them; V01 is our own."""

both_languages = pytest.mark.parametrize("language", ["en", "fr"])


def in_trouble(language="en") -> Document:
    """A map on which every check but the one of too little doubt fires."""
    late = TODAY - timedelta(1)
    everything = "rights_holder formal_approver in_procurement represented_staff harder_to_reach"
    bad = {"impact_on_them": 4, "level_now": "none", "level_wanted": "inform", "channel": "one_to_one"}
    people = [
        person(1, influence=4, attitude=-2, flags=everything, **bad),
        person(2, influence=3, basis="assumed", next_contact=late),
        person(3, level_now="none", level_wanted="empower"),
        *crowd(8, 4, owner="Clerk"),
    ]
    ties = [tie(2, 1, "tension"), tie(4, 1, "informs")]
    deliverable = Deliverable(id="d", board_id="web", number=1, name="By-law")
    served = Served(id="i", card_id="impact", name="Clerk", stakeholder_id="s3")
    people.append(person(12, influence=3, owner="Mayor", attitude=1, strategy_id="partner", level_wanted="inform"))
    return map_of(*people, more=[*ties, deliverable, served], reviewed_on=date(2026, 1, 1), language=language)


def polite() -> Document:
    return map_of(*crowd(10, attitude=1))


def fired(document: Document, language="en", today=TODAY) -> list[str]:
    return [each.check for each in findings_of(document, "web", today, Words(language))]


def test_every_check_has_its_words_and_the_severity_of_the_method():
    said = checks("stakeholder")
    assert list(CHECKS) == list(said) == [*(f"A{number:02}" for number in range(1, 26)), "V01"]
    assert {its_id: check.severity for its_id, check in said.items()} == {
        its_id: severity for severity, ids in SEVERITIES.items() for its_id in ids.split()
    }


@both_languages
def test_every_check_can_be_said(language):
    words = Words(language)
    findings = [
        each for document in (in_trouble(language), polite()) for each in findings_of(document, "web", TODAY, words)
    ]
    assert {each.check for each in findings} == set(CHECKS)
    for each in findings:
        for text in (each.message, each.why, each.action):
            assert text
            assert not set("{}") & set(text), text
            assert text[-1] in ".?!", text


def test_the_most_severe_come_first_then_the_ids():
    findings = findings_of(in_trouble(), "web", TODAY, Words("en"))
    places = [(["high", "medium", "low"].index(each.severity), each.check) for each in findings]
    assert places == sorted(places)
    assert len({severity for severity, _ in places}) == 3


@both_languages
def test_what_a_finding_opens_and_sets_is_there(language):
    for document in (in_trouble(language), polite()):
        for each in findings_of(document, "web", TODAY, Words(language)):
            for item, key, *_ in (each.opens, *each.sets):
                if key != LINK:
                    assert key in {field.key for field in KIND.fields(document, item, Words(language))}, each
                else:
                    assert item in {each.id for each in KIND.items(KIND.view(document, "web"))}


@pytest.mark.parametrize("check", ["A07", "A11", "A24"])
def test_what_a_finding_sets_makes_it_go_away(check):
    document = in_trouble()
    hits = [each for each in findings_of(document, "web", TODAY, Words("en")) if each.check == check]
    assert hits
    for each in hits:
        for item, key, value in each.sets:
            document = document.after(KIND.set_field(document, item, key, value))
    assert check not in fired(document)


def test_a_map_that_nobody_is_on_has_no_gaps_yet():
    assert fired(map_of()) == []
    with pytest.raises(EditRejected):
        findings_of(map_of(), "no board", TODAY, Words("en"))


def test_names_stay_literal():
    document = map_of(person(1, influence=3, name="{code} <b>%s"))
    (one,) = [each for each in findings_of(document, "web", TODAY, Words("fr")) if each.check == "A01"]
    assert one.message.startswith("{code} <b>%s\u202f: ")


def test_two_thousand_stakeholders_take_less_than_half_a_second():
    chance = random.Random(3)
    people = [
        person(
            number,
            influence=chance.choice((None, 1, 2, 3, 4)),
            attitude=chance.choice((None, -1, 0, 1)),
            interest=chance.choice((None, 1, 4)),
            impact_on_them=chance.choice((None, 1, 4)),
            level_now=chance.choice((None, "none", "involve")),
            level_wanted=chance.choice((None, "inform", "empower")),
            flags=chance.choice(("", "rights_holder", "harder_to_reach")),
        )
        for number in range(1, 2001)
    ]
    ties = []
    for number in range(4000):
        one, other = chance.sample(range(1, 2001), 2)
        kind = chance.choice(("tension", "informs", "works_with"))
        ties.append(Relationship(id=f"t{number}", board_id="web", from_id=f"s{one}", to_id=f"s{other}", kind=kind))
    document = map_of(*people, more=ties)
    fired(document)  # content is read once
    before = time.process_time()
    assert len(fired(document)) > 2000
    assert time.process_time() - before < 0.5


EXPECTED = ["A01", "A02", "A06", "A12", "A07", "A15", "A17", "V01", "A18", "A18", "A19"]


@both_languages
def test_the_sample_has_a_handful_of_real_gaps_of_every_severity(language):
    document = Document().after(founding_of_sample(language))
    findings = KIND.findings(document, "stakeholder_web", TODAY, Words(language))
    assert [each.check for each in findings] == EXPECTED
    assert {each.severity for each in findings} == {"high", "medium", "low"}
    assert findings[0].items == ("homeowners",)
