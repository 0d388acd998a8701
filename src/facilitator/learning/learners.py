"""What somebody has done in a cohort, and the certificate that this earns them: read from the records. Private."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache

from facilitator.content.agendas import is_one_to_one, templates
from facilitator.content.value_register import cadences
from facilitator.content.words import Words
from facilitator.domain.certificate_view import CertificateView
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.engagement import Person, Segment, Session
from facilitator.domain.language import Language
from facilitator.domain.learning import Certificate, Completion, KeptBadge, Lesson
from facilitator.domain.participation import Attendance, Enrolment, OneToOne, Presence
from facilitator.domain.program import HALF_DAY_SERIES, Cohort, Program, Track
from facilitator.domain.record import new_id
from facilitator.domain.refusal import EditRejected
from facilitator.learning.badges import Badge, Done, LessonProgress, standing, tally
from facilitator.learning.certificates import (
    CertificateSort,
    Series,
    certificate_number,
    check_code,
    course_certificate,
    learning_hours,
    next_serial,
    series_certificate,
)
from facilitator.learning.lessons import activities_of, lessons_of, objectives_of, task_of

_OBJECTIVES = 5
_COURSE = "microcourse"
_QUESTIONS, _STUDY_GROUP = "ama_60", "study_group_60"


def enrolment_of(document: Document, cohort_id: str, person_id: str) -> Enrolment:
    """How somebody belongs to a cohort; raises EditRejected("gone") where they don't."""
    for each in document.every(Enrolment):
        if (each.cohort_id, each.person_id) == (cohort_id, person_id):
            return each
    raise EditRejected("gone", id=person_id)


def standings(
    document: Document, cohort_id: str, person_id: str, day: date
) -> tuple[tuple[Lesson, LessonProgress], ...]:
    """Where somebody stands on `day` in each lesson of the program that has anything for their track."""
    cohort, enrolment = document.get(Cohort, cohort_id), enrolment_of(document, cohort_id, person_id)
    done = [
        Done(each.activity_id, each.on)
        for each in document.every(Completion)
        if each.person_id == person_id and each.on <= day
    ]
    kept = {
        each.lesson_id: each.level
        for each in document.every(KeptBadge)
        if each.person_id == person_id and each.earned_on <= day
    }
    found = []
    for lesson in lessons_of(document, cohort.program_id):
        tasks = map(task_of, activities_of(document, lesson.id))
        level = kept.get(lesson.id, 0)
        its = standing(tasks, done, track=enrolment.track_id, closes_on=cohort.closes_on, kept=level)
        found += [(lesson, its)] if its.eligible or level else []
    return tuple(found)


def attended(document: Document, cohort_id: str, person_id: str) -> tuple[Presence, ...]:
    """How somebody attended each session of a cohort that counts, in order; "" where nobody knows."""
    known = {each.session_id: each.presence for each in document.every(Attendance) if each.person_id == person_id}
    presences: dict[str, Presence] = {"present": "present", "partial": "partial", "absent": "absent"}
    return tuple(presences.get(known.get(each.id, ""), "") for each in counted(document, cohort_id))


def counted(document: Document, cohort_id: str) -> tuple[Session, ...]:
    """The sessions for all of a cohort that count for certificates and badges, in order.

    Of a series these are its half days: the sessions with the agendas of a half day, where the cohort has any; else all
    but those with the agenda of a review, of questions to somebody or of a study group. Elsewhere all of them count.
    """
    every = _sessions(document, cohort_id)
    if _program(document, cohort_id).kind != HALF_DAY_SERIES:
        return tuple(every)
    half_days = tuple(each for each in every if each.agenda in _half_day_agendas())
    return half_days or tuple(each for each in every if each.agenda not in _agendas_beside())


def certificate_earned(
    document: Document, cohort_id: str, person_id: str, day: date, *, answered: int = 0, carried_out: bool = False
) -> CertificateSort:
    """Which certificate somebody has earned by `day`, "" none; a community of practice has none.

    `answered` and `carried_out` say how far they came with a checklist, as in `Series`. Raises EditRejected("gone").
    """
    kind = _program(document, cohort_id).kind
    state = enrolment_of(document, cohort_id, person_id).state
    if kind == HALF_DAY_SERIES:
        return series_certificate(Series(attended(document, cohort_id, person_id), answered, carried_out), state=state)
    if kind != _COURSE:
        return ""
    badges = [each.badge for _, each in standings(document, cohort_id, person_id, day)]
    return course_certificate(badges, reflected=closing_reflection(document, cohort_id, person_id, day), state=state)


def closing_reflection(document: Document, cohort_id: str, person_id: str, day: date) -> bool:
    """Whether somebody completed a reflection of the program's last lesson in time."""
    cohort, enrolment = document.get(Cohort, cohort_id), enrolment_of(document, cohort_id, person_id)
    last = lessons_of(document, cohort.program_id)[-1:]
    wanted = {
        each.id
        for lesson in last
        for each in activities_of(document, lesson.id)
        if each.kind == "reflection" and not each.withdrawn and each.track_id in (None, enrolment.track_id)
    }
    return bool(wanted & _completed(document, cohort, person_id, day))


def issued(
    document: Document,
    cohort_id: str,
    person_id: str,
    sort: CertificateSort,
    day: date,
    language: Language,
) -> Change:
    """Issue a certificate of that sort in a language; its number follows the cohort's last.

    `document` holds people's words as they will be printed, in that language, for the check code to be right.
    Raises EditRejected: "gone", "certificate_not_earned" for none.
    """
    enrolment = enrolment_of(document, cohort_id, person_id)
    if not sort:
        raise EditRejected("certificate_not_earned", name=document.get(Person, person_id).name)
    person = document.get(Person, person_id)
    certificate = Certificate(
        id=new_id(),
        cohort_id=cohort_id,
        person_id=person_id,
        serial=next_serial([each.serial for each in document.every(Certificate) if each.cohort_id == cohort_id]),
        sort=sort,
        name=(enrolment.certificate_name or person.name) if enrolment.named else "",
        language=language,
        issued_on=day,
        check_code="",
    )
    code = check_code(_view(document, certificate).printed())
    return changed("issue_certificate", [(None, certificate.having(check_code=code))])


def certificates_of(document: Document) -> tuple[Certificate, ...]:
    """All that were issued and not taken back, by cohort and number."""
    cohorts = {each.id: (each.program_id, each.number) for each in document.every(Cohort)}
    its = [each for each in document.every(Certificate) if each.revoked_on is None]
    return tuple(sorted(its, key=lambda each: (cohorts[each.cohort_id], each.serial, each.id)))


def certificate_view(document: Document, certificate_id: str) -> CertificateView:
    """A certificate as it is printed, of what was done by the day on which it was issued; raises EditRejected("gone").

    Its check code is the one of that day: where something that is printed changed since, it is not the right one.
    """
    certificate = document.get(Certificate, certificate_id)
    return replace(_view(document, certificate), check_code=certificate.check_code)


def _view(document: Document, certificate: Certificate) -> CertificateView:
    cohort, program = document.get(Cohort, certificate.cohort_id), _program(document, certificate.cohort_id)
    person_id, day = certificate.person_id, certificate.issued_on
    enrolment = enrolment_of(document, cohort.id, person_id)
    track = document.find(Track, enrolment.track_id or "")
    language: Language = "fr" if certificate.language == "fr" else "en"
    words, series = Words(language), program.kind == HALF_DAY_SERIES
    stands = () if series else standings(document, cohort.id, person_id, day)
    badges = [each.badge for _, each in stands]
    met = [objectives_of(lesson, words)[:1] for lesson, each in stands if each.badge >= Badge.BRONZE]
    presences = attended(document, cohort.id, person_id) if series else ()
    gold, silver, bronze = tally(badges)
    number = certificate_number(program.code or program.title, cohort.code or cohort.title, certificate.serial)
    return CertificateView(
        sort=certificate.sort,
        issuer=program.issuer,
        learner=certificate.name or words("learning.unnamed", number=number),
        program=program.title,
        track=track.title if track else "",
        cohort=cohort.title,
        begins_on=cohort.begins_on,
        ends_on=cohort.ends_on,
        lessons_done=sum({"present": 2, "partial": 1}.get(each, 0) for each in presences) / 2 if series else len(met),
        lessons=len(presences) if series else len(badges),
        of_sessions=series,
        gold=gold,
        silver=silver,
        bronze=bronze,
        hours=hours_of(document, cohort, person_id, day),
        objectives=tuple(text for texts in met for text in texts)[:_OBJECTIVES],
        issued_on=day,
        number=number,
        signatory=program.signatory,
        role=program.role,
        language=language,
        partners=partners_of(program, [lesson for lesson, its in stands if its.badge >= Badge.BRONZE]),
    )


def partners_of(program: Program, lessons: Iterable[Lesson]) -> tuple[str, ...]:
    """Whom to thank for these lessons of a program: its partners, then whoever gave a lesson, each only once."""
    named = (*program.partners.splitlines(), *(each.credit for each in lessons))
    return tuple(dict.fromkeys(each.strip() for each in named if each.strip()))


def hours_of(document: Document, cohort: Cohort, person_id: str, day: date) -> float:
    """How many hours somebody learned by `day`, in quarters: activities completed in time and sessions attended."""
    done = _completed(document, cohort, person_id, day)
    lessons = lessons_of(document, cohort.program_id)
    activities = [each for lesson in lessons for each in activities_of(document, lesson.id) if each.id in done]
    return learning_hours([*(each.minutes for each in activities), *_minutes_attended(document, cohort.id, person_id)])


def _minutes_attended(document: Document, cohort_id: str, person_id: str) -> list[int]:
    """What is known of it, else the planned minutes, half of them for somebody who was there in part."""
    rows = {each.session_id: each for each in document.every(Attendance) if each.person_id == person_id}
    found = []
    for session in _sessions(document, cohort_id):
        row = rows.get(session.id)
        if row is None or row.presence not in ("present", "partial"):
            continue
        planned = sum(each.minutes for each in document.every(Segment) if each.session_id == session.id)
        found.append(row.minutes if row.minutes is not None else planned // (1 if row.presence == "present" else 2))
    return found


def _completed(document: Document, cohort: Cohort, person_id: str, day: date) -> set[str]:
    last = min(cohort.closes_on, day) if cohort.closes_on else day
    return {each.activity_id for each in document.every(Completion) if each.person_id == person_id and each.on <= last}


def _sessions(document: Document, cohort_id: str) -> list[Session]:
    """Those that all of a cohort are meant for: a 1:1 is nobody else's to miss."""
    two = {each.id for each in document.every(OneToOne)}
    its = [each for each in document.every(Session) if each.cohort_id == cohort_id]
    its = [each for each in its if not (each.id in two or each.for_two or is_one_to_one(each.agenda))]
    return sorted(its, key=lambda session: (session.number, session.id))


@cache
def _half_day_agendas() -> frozenset[str]:
    """Those of the templates that make a series of half days."""
    return frozenset(each.agenda for one in templates() if one.program == HALF_DAY_SERIES for each in one.sessions)


@cache
def _agendas_beside() -> frozenset[str]:
    return frozenset({_QUESTIONS, _STUDY_GROUP, *(each.agenda for each in cadences())})


def _program(document: Document, cohort_id: str) -> Program:
    return document.get(Program, document.get(Cohort, cohort_id).program_id)
