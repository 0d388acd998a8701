"""A learner's own record."""

from datetime import date, timedelta

from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.learning import ACTIVITY_KINDS
from facilitator.domain.participation import Enrolment
from facilitator.learning.certifying import certificates_issued
from facilitator.learning.completing import evidence_written
from facilitator.learning.lessons import activities_of, lessons_of
from facilitator.learning.own_record import own_records

DAY = date(2027, 2, 1)
EN = Words("en")


def test_it_tells_lessons_badges_hours_texts_and_certificates_of_one(course, after_doing):
    some = after_doing(after_doing(course, "amara", 8, *ACTIVITY_KINDS), "joel", 4, *ACTIVITY_KINDS)
    first = activities_of(some, lessons_of(some, "course")[0].id)[0].id
    some = some.after(evidence_written(some, first, "amara", "Amara wrote", DAY))
    some = some.after(evidence_written(some, first, "joel", "Joel wrote", DAY))

    def none(person):
        return 0, False

    some = some.after(certificates_issued(some, "winter", ["amara", "joel"], DAY, "en", none))
    (own,) = own_records(some, "amara", DAY, EN)
    assert (own.program, own.cohort) == ("A culture that learns", "Winter")
    assert [int(each.badge) for each in own.lessons] == [3] * 8
    assert all(each.done == each.eligible > 3 for each in own.lessons)
    assert own.hours > 4
    assert [text for *_, text in own.wrote] == ["Amara wrote"]
    assert own.wrote[0][1].startswith("Core reading")
    assert own.certificates == (("CULT-W27-001", "dist", DAY),)
    (before,) = own_records(some, "amara", date(2027, 1, 1), EN)
    assert (before.hours, before.certificates) == (0, ())
    assert (own_records(some, "joel", DAY - timedelta(1), EN))[0].certificates == ()


def test_who_is_in_no_course_has_none(course):
    rest = [each for each in course.records() if not isinstance(each, Enrolment)]
    assert own_records(Document.of(rest), "amara", DAY, EN) == ()
