"""Open Badges: the form that 1EdTech asks for, unsigned and saying so, the same each time, without a mail address."""

import json
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.certificate_view import CertificateView
from facilitator.learning.open_badges import open_badge, open_badge_name, open_badge_text

VIEW = CertificateView(
    sort="comp",
    issuer="School of public service",
    learner="Zoë Nguyễn",
    program="A culture that learns",
    track="Leaders",
    cohort="Winter 2027",
    begins_on=None,
    ends_on=None,
    lessons_done=7,
    lessons=8,
    of_sessions=False,
    gold=1,
    silver=2,
    bronze=4,
    hours=6.25,
    objectives=(),
    issued_on=date(2027, 2, 15),
    number="CULT-W27-001",
    signatory="",
    role="",
    language="en",
)


def ids(badge) -> list[str]:
    subject = badge["credentialSubject"]
    return [badge["id"], badge["issuer"]["id"], subject["id"], subject["achievement"]["id"]]


def test_it_has_the_form_of_an_open_badge():
    badge = open_badge(VIEW, "engagement")
    assert badge["@context"][0] == "https://www.w3.org/ns/credentials/v2"
    assert badge["@context"][1].startswith("https://purl.imsglobal.org/spec/ob/v3p0/context-3")
    assert badge["type"] == ["VerifiableCredential", "OpenBadgeCredential"]
    assert badge["issuer"]["type"] == ["Profile"]
    assert badge["issuer"]["name"] == "School of public service"
    assert badge["validFrom"] == "2027-02-15T00:00:00Z"
    subject = badge["credentialSubject"]
    assert subject["type"] == ["AchievementSubject"]
    assert subject["identifier"][0]["identityHash"] == "Zoë Nguyễn"
    achievement = subject["achievement"]
    assert (achievement["type"], achievement["achievementType"]) == (["Achievement"], "Certificate")
    assert achievement["name"] == "Certificate of completion"
    assert achievement["humanCode"] == "CULT-W27-001"
    assert achievement["inLanguage"] == "en-CA"
    assert "not a professional licence" in achievement["criteria"]["narrative"]
    assert "80" in achievement["criteria"]["narrative"]


@pytest.mark.parametrize(
    ("language", "label", "mark"), [("en", "Unsigned", "unsigned"), ("fr", "Non signé", "non-signe")]
)
def test_it_says_that_it_is_unsigned(language, label, mark):
    view = replace(VIEW, language=language)
    badge = open_badge(view, "engagement")
    assert "proof" not in badge
    assert badge["name"].endswith(f"({label})")
    assert badge["description"].startswith(label)
    assert open_badge_name(view) == f"CULT-W27-001-{mark}.json"
    assert json.loads(open_badge_text(view, "engagement")) == badge
    assert open_badge_text(view, "engagement").endswith("}\n")


def test_ids_are_the_same_each_time_and_differ_where_they_should():
    first = open_badge(VIEW, "engagement")
    assert ids(open_badge(VIEW, "engagement")) == ids(first)
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", each) for each in ids(first))
    assert len(set(ids(first))) == 4
    assert not set(ids(open_badge(VIEW, "other"))) & set(ids(first))
    second = ids(open_badge(replace(VIEW, number="CULT-W27-002"), "engagement"))
    assert second[0] != ids(first)[0]
    assert second[2] != ids(first)[2]
    assert (second[1], second[3]) == (ids(first)[1], ids(first)[3])  # one issuer, one achievement


def test_a_mail_address_in_the_place_of_a_name_is_left_out():
    badge = open_badge_text(replace(VIEW, learner="zoe@example.org"), "engagement")
    assert "@example" not in badge
    assert "identifier" not in json.loads(badge)["credentialSubject"]
    assert "identifier" in open_badge(VIEW, "engagement")["credentialSubject"]


@pytest.mark.parametrize("sort", ["part", "comp", "dist"])
@pytest.mark.parametrize("of_sessions", [False, True])
def test_each_certificate_tells_its_own_rule(sort, of_sessions):
    told = {
        open_badge(replace(VIEW, sort=each, of_sessions=kind), "e")["credentialSubject"]["achievement"]["criteria"][
            "narrative"
        ]
        for each in ("part", "comp", "dist")
        for kind in (False, True)
    }
    assert len(told) == 6
    mine = open_badge(replace(VIEW, sort=sort, of_sessions=of_sessions, language="fr"), "e")
    assert mine["credentialSubject"]["achievement"]["inLanguage"] == "fr-CA"


@given(st.text(), st.text())
def test_whatever_people_are_called_it_is_json(learner, program):
    view = replace(VIEW, learner=learner, program=program, track="", cohort="")
    badge = json.loads(open_badge_text(view, "e"))
    assert badge["credentialSubject"]["achievement"]["description"] == (program or "Certificate of completion")
