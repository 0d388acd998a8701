"""What somebody did, and the certificate that it earns."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from facilitator.domain.document import Document
from facilitator.domain.engagement import Segment, Session
from facilitator.domain.learning import ACTIVITY_KINDS, Certificate, KeptBadge
from facilitator.domain.participation import Attendance, Enrolment, OneToOne
from facilitator.domain.program import Cohort, Program
from facilitator.domain.refusal import EditRejected
from facilitator.learning.certificates import check_code
from facilitator.learning.learners import (
    attended,
    certificate_earned,
    certificate_view,
    certificates_of,
    closing_reflection,
    hours_of,
    issued,
    standings,
)
from facilitator.learning.program_badges import program_badges

CLOSE = date(2027, 2, 12)
ISSUED = CLOSE + timedelta(3)
EVERY = tuple(ACTIVITY_KINDS)


def badges(document, person, day=ISSUED):
    return [each.badge for _, each in standings(document, "winter", person, day)]


def earned(document, person="amara", **more):
    return certificate_earned(document, "winter", person, ISSUED, **more)


def changed(document, *records):
    return Document.of([*document.records(), *records])


def test_a_standing_is_that_of_the_day_and_of_the_track(course, after_doing):
    assert badges(course, "amara") == [0] * 8
    some = after_doing(course, "amara", 4, "core_reading", on=CLOSE)
    assert badges(some, "amara") == [1] * 4 + [0] * 4
    assert badges(some, "amara", CLOSE - timedelta(1)) == [0] * 8
    assert badges(some, "joel") == [0] * 8
    late = after_doing(course, "amara", 4, "core_reading", on=CLOSE + timedelta(1))
    assert badges(late, "amara") == [0] * 8


def test_a_kept_badge_stays_from_the_day_it_was_earned(course, after_doing):
    some = after_doing(course, "amara", 1, "core_reading")
    lesson = standings(some, "winter", "amara", ISSUED)[0][0]
    kept = changed(some, KeptBadge(id="k", lesson_id=lesson.id, person_id="amara", level=3, earned_on=CLOSE))
    assert badges(kept, "amara")[0] == 3
    assert badges(kept, "amara", CLOSE - timedelta(1))[0] == 1


@pytest.mark.parametrize(
    ("lessons", "kinds", "sort"),
    [
        (3, EVERY, ""),
        (4, EVERY, "part"),
        (6, EVERY, "part"),
        (7, ("core_reading",), "comp"),
        (7, EVERY, "comp"),  # without the last lesson there is no closing reflection
        (8, ("core_reading", "reflection"), "comp"),  # two of seven or eight: Bronze
        (8, EVERY, "dist"),
    ],
)
def test_a_microcourse_gives_certificates_by_its_lessons(course, after_doing, lessons, kinds, sort):
    document = after_doing(course, "amara", lessons, *kinds)
    assert earned(document) == sort
    assert closing_reflection(document, "winter", "amara", ISSUED) == (lessons == 8)


def test_who_withdrew_gets_none(course, after_doing):
    document = after_doing(course, "amara", 8, *EVERY)
    enrolment = document.get(Enrolment, "e1")
    assert earned(changed(document, enrolment.having(state="withdrawn"))) == ""
    assert earned(changed(document, enrolment.having(state="completed"))) == "dist"


def series(course, *presences, **more):
    """The same cohort in a series of half days, and how Amara attended."""
    program = course.get(Program, "course").having(kind="half_day_series")
    sessions = [
        Session(id=f"s{number}", number=number, title="Half day", cohort_id="winter")
        for number in range(1, len(presences) + 1)
    ]
    segments = [Segment(id=f"g{each.id}", session_id=each.id, number=1, minutes=210, title="All") for each in sessions]
    rows = [
        Attendance(id=f"a{number}", session_id=f"s{number}", person_id="amara", presence=presence, **more)
        for number, presence in enumerate(presences, 1)
        if presence
    ]
    return changed(course, program, *sessions, *segments, *rows)


def test_a_series_gives_certificates_by_attendance(course):
    late = series(course, "", "present", "present", "present")
    assert attended(late, "winter", "amara") == ("", "present", "present", "present")
    assert earned(late, answered=9) == "part"
    assert earned(late, answered=10) == "comp"
    assert earned(series(course, "present", "present", "partial", "partial"), answered=10) == "comp"
    assert earned(series(course, *["present"] * 4), answered=10, carried_out=True) == "dist"
    assert earned(series(course, "present", "partial", "absent", ""), answered=45, carried_out=True) == ""
    assert earned(late, "joel") == ""


def test_a_one_to_one_of_the_cohort_is_nobody_elses_to_miss(course):
    series = changed(
        course,
        Program(id="course", number=1, title="Half days", kind="half_day_series"),
        *(Session(id=f"s{each}", number=each, title="Half day", cohort_id="winter") for each in (1, 2)),
        Session(id="two", number=3, title="Two", cohort_id="winter"),
        Session(id="two2", number=4, title="Two", cohort_id="winter", agenda="capacity_1to1"),
        Session(id="two3", number=5, title="Two", cohort_id="winter", for_two=True),
        OneToOne(id="two", person_id="joel"),
        *(Attendance(id=f"a{each}", session_id=f"s{each}", person_id="amara", presence="present") for each in (1, 2)),
    )
    assert attended(series, "winter", "amara") == ("present", "present")
    assert earned(series, carried_out=True, answered=10) == "dist"


FURTHER = ("ama_60", "study_group_60", "review_pulse", "review_monthly", "learning_review_90", "review_annual")


def of_half_days(course, agendas, further):
    """A series whose sessions have these agendas, all attended by Amara, and further ones that nobody came to."""
    sessions = [
        Session(id=f"s{number}", number=number, title="Any", cohort_id="winter", agenda=agenda)
        for number, agenda in enumerate((*agendas, *further), 1)
    ]
    there = [
        Attendance(id=f"a{number}", session_id=f"s{number}", person_id="amara", presence="present")
        for number in range(1, len(agendas) + 1)
    ]
    program = course.get(Program, "course").having(kind="half_day_series")
    return changed(course, program, *sessions, *there)


@pytest.mark.parametrize("further", [(), *((each,) for each in FURTHER), ("", ""), FURTHER])
def test_only_the_half_days_of_a_series_count(course, further):
    held = of_half_days(course, [f"leaders_{place}" for place in range(1, 5)], further)
    assert attended(held, "winter", "amara") == ("present",) * 4
    assert earned(held, answered=10, carried_out=True) == "dist"
    assert "four" in program_badges(held, "winter", "amara", ISSUED)
    held = held.after(issued(held, "winter", "amara", "dist", ISSUED, "en"))
    view = certificate_view(held, next(held.every(Certificate)).id)
    assert (view.lessons_done, view.lessons) == (4, 4)


@pytest.mark.parametrize("further", [(), *((each,) for each in FURTHER), FURTHER])
def test_of_a_series_made_by_hand_all_count_but_reviews_questions_and_study_groups(course, further):
    held = of_half_days(course, ("", "digital_audit_90", "civic_value_120", ""), further)
    assert attended(held, "winter", "amara") == ("present",) * 4
    assert earned(held, answered=10, carried_out=True) == "dist"
    assert "four" in program_badges(held, "winter", "amara", ISSUED)
    more = of_half_days(course, ("", "", "", "", ""), further)
    assert len(attended(more, "winter", "amara")) == 5
    assert "four" not in program_badges(more, "winter", "amara", ISSUED)


def test_what_does_not_count_is_time_learned_all_the_same(course):
    held = of_half_days(course, ("leaders_1",), ())
    ama = Session(id="ama", number=9, title="Questions", cohort_id="winter", agenda="ama_60")
    there = Attendance(id="aa", session_id="ama", person_id="amara", presence="present", minutes=60)
    cohort = held.get(Cohort, "winter")
    assert hours_of(changed(held, ama, there), cohort, "amara", ISSUED) - hours_of(held, cohort, "amara", ISSUED) == 1


def test_a_community_of_practice_has_no_certificates(course, after_doing):
    program = course.get(Program, "course").having(kind="community_of_practice")
    assert earned(changed(after_doing(course, "amara", 8, *EVERY), program)) == ""


def test_a_certificate_prints_what_was_done(course, after_doing):
    document = after_doing(course, "amara", 7, "core_reading", "poll", "try_it", "reflection")
    document = document.after(issued(document, "winter", "amara", "comp", ISSUED, "fr"))
    (certificate,) = certificates_of(document)
    view = certificate_view(document, certificate.id)
    assert (view.learner, view.number, view.language) == ("Amara Dosanjh", "CULT-W27-001", "fr")
    assert (view.lessons_done, view.lessons, view.gold, view.silver, view.bronze) == (7, 8, 0, 7, 0)
    assert view.track == "Leaders"
    assert view.objectives[3] == "Partager un travail pendant qu’il peut encore changer"
    assert len(view.objectives) == 5
    assert view.hours == (7 * 40 + 15) // 15 / 4  # leaders have one more to try in lesson 6
    assert view.check_code == check_code(view.printed()) != ""
    assert check_code(replace(view, learner="Amara Dosanj").printed()) != view.check_code


def test_a_certificate_stays_that_of_its_day(course, after_doing):
    document = after_doing(course, "amara", 4, "core_reading")
    document = document.after(issued(document, "winter", "amara", "part", CLOSE - timedelta(9), "en"))
    (certificate,) = certificates_of(document)
    more = after_doing(document, "amara", 8, *EVERY, on=CLOSE)
    assert certificate_view(more, certificate.id) == certificate_view(document, certificate.id)


def test_a_certificate_of_a_series_counts_half_sessions_and_hours(course):
    document = series(course, "present", "partial", "absent", "present")
    document = document.after(issued(document, "winter", "amara", "part", ISSUED, "en"))
    view = certificate_view(document, next(document.every(Certificate)).id)
    assert (view.lessons_done, view.lessons, view.of_sessions) == (2.5, 4, True)
    assert view.hours == 8.75  # 210 + 105 + 210 minutes
    assert view.objectives == ()
    known = series(course, "present", "partial", minutes=100)
    known = known.after(issued(known, "winter", "amara", "part", ISSUED, "en"))
    assert certificate_view(known, next(known.every(Certificate)).id).hours == 3.25


def test_numbers_follow_each_other_and_hold_no_name(course):
    document = course
    for person in ("amara", "joel", "amara"):
        document = document.after(issued(document, "winter", person, "part", ISSUED, "en"))
    views = [certificate_view(document, each.id) for each in certificates_of(document)]
    assert [view.number for view in views] == ["CULT-W27-001", "CULT-W27-002", "CULT-W27-003"]
    assert views[1].learner == "the learner with the number CULT-W27-002"  # who did not agree to be named


def test_the_name_is_printed_as_the_learner_wants_it(course):
    own = changed(course, course.get(Enrolment, "e1").having(certificate_name="A. K. Dosanjh"))
    document = own.after(issued(own, "winter", "amara", "part", ISSUED, "en"))
    assert certificate_view(document, certificates_of(document)[0].id).learner == "A. K. Dosanjh"


def test_nothing_is_issued_for_nothing_or_for_a_stranger(course):
    for person, sort, key in (("amara", "", "certificate_not_earned"), ("nobody", "part", "gone")):
        with pytest.raises(EditRejected) as refused:
            issued(course, "winter", person, sort, ISSUED, "en")
        assert refused.value.key == key


def test_what_comes_after_the_close_is_in_no_certificate(course, after_doing):
    late = after_doing(course, "amara", 8, *EVERY, on=CLOSE + timedelta(1))
    assert not closing_reflection(late, "winter", "amara", ISSUED)
    late = late.after(issued(late, "winter", "amara", "part", ISSUED, "en"))
    view = certificate_view(late, certificates_of(late)[0].id)
    assert (view.hours, view.lessons_done, view.objectives) == (0, 0, ())
