"""Host, Sharer and Four of four at their boundaries, and where they stand."""

from datetime import date, timedelta

import pytest

from facilitator.content.words import Words
from facilitator.domain.engagement import Session
from facilitator.domain.learning import Activity, Completion
from facilitator.domain.participation import Attendance, StudyGroup
from facilitator.learning.badges import Badge
from facilitator.learning.certifying import certificates_issued
from facilitator.learning.learners import certificate_view, certificates_of, partners_of
from facilitator.learning.lesson_edits import lesson_edited, lesson_values
from facilitator.learning.lessons import lessons_of
from facilitator.learning.open_badges import open_badge, open_badge_name
from facilitator.learning.own_record import own_records
from facilitator.learning.program_badges import PROGRAM_BADGES, badge_name, badge_rule, earned, program_badges
from learning.conftest import CLOSE, FIRST_DAY, with_records

DAY = date(2027, 2, 1)


@pytest.mark.parametrize(("starters", "has_it"), [(0, False), (2, False), (3, True), (24, True)])
def test_three_starters_make_a_sharer(starters, has_it):
    assert (earned(hosts=False, starters=starters) == ("sharer",)) == has_it


@pytest.mark.parametrize(
    ("half_days", "has_it"),
    [
        (("present",) * 4, True),
        (("present", "present", "present", "partial"), False),  # half of one is missing
        (("partial",) * 4, False),
        (("present", "present", "present", "absent"), False),
        (("present", "present", "present", ""), False),
        (("present",) * 3, False),  # a series of another length is not four of four
        (("present",) * 5, False),
        ((), False),
    ],
)
def test_four_of_four_takes_all_of_four_half_days(half_days, has_it):
    assert (earned(hosts=False, starters=0, half_days=half_days) == ("four",)) == has_it


@pytest.mark.parametrize(
    ("state", "count"), [("active", 3), ("paused", 3), ("completed", 3), ("invited", 0), ("withdrawn", 0)]
)
def test_who_takes_no_part_has_none(state, count):
    assert len(earned(hosts=True, starters=3, half_days=("present",) * 4, state=state)) == count


def starters_done(course, person_id, count, on=FIRST_DAY):
    its = [each for each in course.every(Activity) if each.kind == "conversation_starter"][:count]
    done = [
        Completion(id=f"c{place}", activity_id=each.id, person_id=person_id, on=on) for place, each in enumerate(its)
    ]
    return with_records(course, *done)


def test_starters_count_until_the_cohort_closes_and_by_the_day(course):
    def badges(on, day=DAY + timedelta(60)):
        return program_badges(starters_done(course, "amara", 3, on), "winter", "amara", day)

    assert badges(CLOSE) == ("sharer",)
    assert badges(CLOSE + timedelta(1)) == ()
    assert badges(DAY, DAY) == ("sharer",)
    assert badges(DAY, DAY - timedelta(1)) == ()
    assert program_badges(starters_done(course, "amara", 2), "winter", "amara", DAY) == ()
    assert program_badges(starters_done(course, "amara", 3), "winter", "joel", DAY) == ()


def test_who_leads_a_study_group_of_the_cohort_is_a_host(course):
    hosted = with_records(course, StudyGroup(id="g", cohort_id="winter", number=1, title="A", host_id="joel"))
    assert program_badges(hosted, "winter", "joel", DAY) == ("host",)
    assert program_badges(hosted, "winter", "amara", DAY) == ()


def half_days(course, kind):
    program = next(each for each in course.records() if each.id == "course").having(kind=kind)
    sessions = [Session(id=f"s{n}", number=n, title=f"Half day {n}", cohort_id="winter") for n in range(1, 5)]
    there = [
        Attendance(id=f"a{each.id}", session_id=each.id, person_id="amara", presence="present") for each in sessions
    ]
    return with_records(course, program, *sessions, *there)


def test_half_days_count_in_a_series_only(course):
    assert program_badges(half_days(course, "half_day_series"), "winter", "amara", DAY) == ("four",)
    assert program_badges(half_days(course, "microcourse"), "winter", "amara", DAY) == ()


def test_names_and_rules_are_told_in_both_languages():
    told = {
        name(each, Words(lang)) for each in PROGRAM_BADGES for name in (badge_name, badge_rule) for lang in ("en", "fr")
    }
    assert len(told) == 12


@pytest.fixture(scope="module")
def certified(course, after_doing):
    kinds = ("core_reading", "conversation_starter", "reflection")
    hosted = with_records(course, StudyGroup(id="g", cohort_id="winter", number=1, title="A", host_id="amara"))
    done = after_doing(hosted, "amara", 7, *kinds)
    for number, credit in ((1, "Lakeshore library"), (2, "Lakeshore library"), (8, "Never reached")):
        lesson = lessons_of(done, "course")[number - 1]
        values = lesson_values(done, lesson.id)
        done = done.after(lesson_edited(done, lesson.id, type(values)(**{**_fields(values), "credit": credit})))
    return done.after(certificates_issued(done, "winter", ["amara"], DAY, "en", lambda person: (0, False)))


def _fields(values):
    return {name: getattr(values, name) for name in values.__slots__}


def test_they_stand_in_the_learners_own_record_with_whom_to_thank(certified):
    (own,) = own_records(certified, "amara", DAY, Words("en"))
    assert own.badges == ("host", "sharer")
    assert own.partners == ("Lakeshore library",)
    assert all(each.badge >= Badge.BRONZE for each in own.lessons[:7])


def test_a_certificate_thanks_partners_and_its_check_code_does_not_hang_on_them(certified):
    (certificate,) = certificates_of(certified)
    view = certificate_view(certified, certificate.id)
    assert view.partners == ("Lakeshore library",)
    program = next(each for each in certified.records() if each.id == "course")
    thanked = with_records(certified, program.having(partners="School of service\nLakeshore library\n"))
    again = certificate_view(thanked, certificate.id)
    assert again.partners == ("School of service", "Lakeshore library")
    assert again.printed() == view.printed()
    assert partners_of(program, []) == ()


def test_a_badge_of_the_program_is_an_open_badge_of_its_own(certified):
    view = certificate_view(certified, certificates_of(certified)[0].id)
    certificate, host, sharer = (open_badge(view, "e", badge) for badge in (None, "host", "sharer"))
    assert len({each["id"] for each in (certificate, host, sharer)}) == 3
    assert {each["credentialSubject"]["id"] for each in (certificate, host, sharer)} == {
        host["credentialSubject"]["id"]
    }
    achievement = host["credentialSubject"]["achievement"]
    assert (achievement["name"], achievement["achievementType"]) == ("Host", "Badge")
    assert achievement["criteria"]["narrative"].startswith("Led a study group.")
    assert host["name"] == "Host (Unsigned)"
    assert "proof" not in host
    assert open_badge_name(view, "host") == "CULT-W27-001-host-unsigned.json"
