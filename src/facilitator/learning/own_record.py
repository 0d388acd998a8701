"""What somebody did in a cohort, for a page of their own: nothing of anybody else."""

from dataclasses import dataclass
from datetime import date

from facilitator.content.lesson_told import activity_heading
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.learning import Completion
from facilitator.domain.participation import Enrolment
from facilitator.domain.program import Cohort, Program
from facilitator.learning.badges import Badge
from facilitator.learning.learners import certificate_view, certificates_of, hours_of, partners_of, standings
from facilitator.learning.lessons import activities_of, activity_view, lesson_title
from facilitator.learning.program_badges import ProgramBadge, program_badges


@dataclass(frozen=True, slots=True)
class LessonDone:
    """How far somebody is in a lesson: so many activities `done` of those that are `eligible`, and the badge (0-3)."""

    title: str
    done: int
    eligible: int
    badge: Badge


@dataclass(frozen=True, slots=True)
class OwnRecord:
    """What somebody did in a cohort by a day. `wrote` are lesson, activity and text.

    `certificates` are number, sort and day of issue, `badges` those of the program, `partners` whoever gave the lessons
    in which they earned a badge, and the program's own.
    """

    cohort_id: str
    program: str
    cohort: str
    lessons: tuple[LessonDone, ...]
    hours: float
    wrote: tuple[tuple[str, str, str], ...]
    certificates: tuple[tuple[str, str, date], ...]
    badges: tuple[ProgramBadge, ...] = ()
    partners: tuple[str, ...] = ()


def own_records(document: Document, person_id: str, day: date, words: Words) -> tuple[OwnRecord, ...]:
    """One for each cohort in which somebody had lessons, earned a badge or was issued a certificate by `day`."""
    cohorts = {each.cohort_id for each in document.every(Enrolment) if each.person_id == person_id}
    places = sorted((document.get(Cohort, each) for each in cohorts), key=lambda each: (each.program_id, each.number))
    found = [_record(document, each, person_id, day, words) for each in places]
    return tuple(each for each in found if each.lessons or each.certificates or each.badges)


def _record(document: Document, cohort: Cohort, person_id: str, day: date, words: Words) -> OwnRecord:
    stands = standings(document, cohort.id, person_id, day)
    lessons = [LessonDone(lesson_title(each, words), its.done, its.eligible, its.badge) for each, its in stands]
    wrote = []
    texts = {
        each.activity_id: each.evidence
        for each in document.every(Completion)
        if each.person_id == person_id and each.evidence and each.on <= day
    }
    for lesson, _ in stands:
        for activity in activities_of(document, lesson.id):
            if activity.id in texts:
                heading = activity_heading(activity_view(activity, words), words)
                wrote.append((lesson_title(lesson, words), heading, texts[activity.id]))
    issued = [
        (certificate_view(document, each.id).number, each.sort, each.issued_on)
        for each in certificates_of(document)
        if (each.cohort_id, each.person_id) == (cohort.id, person_id) and each.issued_on <= day
    ]
    program = document.get(Program, cohort.program_id)
    hours = hours_of(document, cohort, person_id, day)
    return OwnRecord(
        cohort.id,
        program.title,
        cohort.title,
        tuple(lessons),
        hours,
        tuple(wrote),
        tuple(issued),
        program_badges(document, cohort.id, person_id, day),
        partners_of(program, [lesson for lesson, its in stands if its.badge]),
    )
