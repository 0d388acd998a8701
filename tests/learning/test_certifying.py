"""Who has earned a certificate, why, and that it is issued once."""

from datetime import date

import pytest

from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Session
from facilitator.domain.learning import ACTIVITY_KINDS, Certificate
from facilitator.domain.participation import Attendance, Enrolment
from facilitator.domain.program import Program
from facilitator.domain.refusal import EditRejected
from facilitator.learning.certifying import candidates, certificates_issued, certificates_revoked

DAY = date(2027, 2, 15)
TAKEN_BACK = date(2027, 2, 16)
EVERY = tuple(ACTIVITY_KINDS)


def nothing(person_id):
    return 0, False


def of(document, progress=nothing, language="en"):
    return {each.person_id: each for each in candidates(document, "winter", DAY, Words(language), progress)}


def issue(document, *people, progress=nothing):
    return document.after(certificates_issued(document, "winter", people, DAY, "en", progress))


def test_everybody_stands_with_what_they_earned_and_why(course, after_doing):
    found = of(after_doing(course, "amara", 8, *EVERY))
    assert (found["amara"].earned, found["joel"].earned) == ("dist", "")
    assert found["amara"].why == ("8 of 8 lessons with a badge, 8 of them Silver or Gold; closing reflection done.")
    assert found["joel"].why == "0 of 8 lessons with a badge, 0 of them Silver or Gold; closing reflection not done."
    assert (found["amara"].printed, found["joel"].printed) == ("Amara Dosanjh", "")


def test_each_gets_the_next_number_once(course, after_doing):
    both = after_doing(after_doing(course, "amara", 8, *EVERY), "joel", 4, *EVERY)
    document = issue(both, "joel", "amara")
    assert {(each.person_id, each.serial, each.sort) for each in document.every(Certificate)} == {
        ("joel", 1, "part"),
        ("amara", 2, "dist"),
    }
    assert all(each.has_it for each in of(document).values())
    for people in (("amara",), ("amara", "joel")):
        with pytest.raises(EditRejected) as refused:
            issue(document, *people)
        assert refused.value.key == "certificate_twice"


def test_a_better_one_may_follow_and_none_is_taken_back_with_another(course, after_doing):
    part = issue(after_doing(course, "amara", 4, *EVERY), "amara")
    better = issue(after_doing(part, "amara", 8, *EVERY), "amara")
    assert [each.sort for each in of(better)["amara"].issued] == ["part", "dist"]
    gone = better.after(certificates_revoked(better, [of(better)["amara"].issued[1].id], TAKEN_BACK))
    assert [each.sort for each in of(gone)["amara"].issued] == ["part"]


def test_taking_back_is_undone_by_one_step(course, after_doing):
    document = issue(after_doing(course, "amara", 8, *EVERY), "amara")
    (given,) = document.every(Certificate)
    change = certificates_revoked(document, [given.id], TAKEN_BACK)
    gone = document.after(change)
    assert not of(gone)["amara"].issued
    assert list(gone.after(change.reversed()).every(Certificate)) == [given]


def test_a_number_that_was_taken_back_is_given_to_nobody_else(course, after_doing):
    both = after_doing(after_doing(course, "amara", 8, *EVERY), "joel", 8, *EVERY)
    document = issue(both, "amara")
    document = document.after(certificates_revoked(document, [of(document)["amara"].issued[0].id], TAKEN_BACK))
    document = issue(document, "joel", "amara")
    assert {each: [its.serial for its in of(document)[each].issued] for each in ("joel", "amara")} == {
        "joel": [2],
        "amara": [3],
    }
    with pytest.raises(EditRejected) as refused:
        certificates_revoked(document, [each.id for each in document.every(Certificate) if each.serial == 1], DAY)
    assert refused.value.key == "nothing_to_do"


def test_nobody_and_who_has_earned_nothing_get_none(course):
    with pytest.raises(EditRejected) as refused:
        issue(course)
    assert refused.value.key == "nothing_to_do"
    with pytest.raises(EditRejected) as refused:
        issue(course, "amara")
    assert (refused.value.key, refused.value.values) == ("certificate_not_earned", {"name": "Amara Dosanjh"})


def test_who_withdrew_or_was_invited_is_told_so(course):
    for state, why in (("withdrawn", "Has withdrawn."), ("invited", "Invited, but has not begun.")):
        enrolment = course.get(Enrolment, "e1").having(state=state)
        assert of(Document.of([*course.records(), enrolment]))["amara"].why == why


def test_a_series_counts_sessions_and_the_checklist(course):
    program = course.get(Program, "course").having(kind="half_day_series")
    sessions = [Session(id=f"s{n}", number=n, title=f"Half day {n}", cohort_id="winter") for n in range(1, 5)]
    presences = zip(sessions, ("present", "present", "partial", "partial"), strict=True)
    there = [Attendance(id=s.id, session_id=s.id, person_id="amara", presence=p) for s, p in presences]
    document = Document.of([*course.records(), program, *sessions, *there])
    found = of(document, lambda person: (10, person == "amara"))["amara"]
    assert found.earned == "comp"
    assert found.why == (
        "3 of 4 sessions attended (in part counts half); 10 items of the checklist answered."
        " One item carried out, with evidence."
    )
    assert of(document, lambda person: (9, False))["amara"].earned == "part"
