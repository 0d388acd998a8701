"""What a facilitator sees of lessons, of what there is to do, and of who did it: rows in words. Private."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from facilitator.content.lesson_told import activity_heading, kind_name
from facilitator.content.naming import plain
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Person
from facilitator.domain.learning import Activity, Completion, Lesson
from facilitator.domain.participation import Enrolment
from facilitator.domain.program import Cohort, Track
from facilitator.learning.learners import standings
from facilitator.learning.lessons import activities_of, activity_view, lesson_title, lessons_of

BADGE_SIGNS = ("–", "●", "●●", "●●●")
"""The sign that stands before the word of a badge, by its level."""

DONE, WRITTEN, VOUCHED, LATE, OPEN, NOT_FOR = "✓", "✓ +", "✓ ?", "✓ !", "○", "·"
"""How an activity stands for somebody: done, with a text, without the text that it takes (the facilitator vouches for
it, and it counts), after the cohort closed, not done, not for their track."""

_TAKING_A_TEXT = ("text", "file_note")


@dataclass(frozen=True, slots=True)
class LessonRow:
    """A lesson in its week, with the day on which it is given out, None where nobody has said."""

    id: str
    number: int
    week: int
    title: str
    released_on: date | None


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """Something to do. `kind` is its kind in words, `heading` that with its title, `track` whose, "" all."""

    id: str
    number: int
    kind: str
    heading: str
    text: str
    minutes: int
    track: str
    proof: str
    core: bool
    withdrawn: bool
    is_poll: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """How an activity stands for somebody: one of the signs above, the same in words, and what they wrote."""

    sign: str
    told: str
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class LearnerRow:
    """Somebody in a cohort: a mark for each activity that is offered, in order, and their badge (0-3) in the lesson.

    `state` is in words, "" for those who take part as usual.
    """

    person_id: str
    name: str
    state: str
    marks: tuple[Mark, ...]
    badge: int
    badge_told: str


def lesson_rows(document: Document, program_id: str, words: Words) -> tuple[LessonRow, ...]:
    """The lessons of a program, by week."""
    places = enumerate(lessons_of(document, program_id), start=1)
    rows = [
        LessonRow(each.id, number, each.week, lesson_title(each, words), each.released_on) for number, each in places
    ]
    return tuple(sorted(rows, key=lambda row: row.week))


def activity_rows(document: Document, lesson_id: str, words: Words) -> tuple[ActivityRow, ...]:
    """All that there is to do in a lesson, what was withdrawn, too."""
    return tuple(_activity(document, each, number, words) for number, each in enumerate(_in(document, lesson_id), 1))


def learner_rows(document: Document, lesson_id: str, cohort_id: str, day: date, words: Words) -> tuple[LearnerRow, ...]:
    """Everybody in a cohort by name, with what they did in a lesson by `day`; raises EditRejected("gone")."""
    cohort = document.get(Cohort, cohort_id)
    offered = [each for each in _in(document, lesson_id) if not each.withdrawn]
    done = {(each.activity_id, each.person_id): each for each in document.every(Completion)}
    rows = []
    for enrolment in document.every(Enrolment):
        if enrolment.cohort_id == cohort_id:
            marks = tuple(_mark(each, enrolment, cohort, done, words) for each in offered)
            rows.append(_learner(document, lesson_id, enrolment, marks, day, words))
    return tuple(sorted(rows, key=lambda row: (plain(row.name), row.person_id)))


def badge_told(level: int, words: Words) -> str:
    """A badge as a sign and a word: "●● Silver"."""
    return f"{BADGE_SIGNS[level]} {words(f'lesson.badge_{level}')}"


def _in(document: Document, lesson_id: str) -> tuple[Activity, ...]:
    document.get(Lesson, lesson_id)
    return activities_of(document, lesson_id)


def _activity(document: Document, activity: Activity, number: int, words: Words) -> ActivityRow:
    view, track = activity_view(activity, words), document.find(Track, activity.track_id or "")
    return ActivityRow(
        activity.id,
        number,
        kind_name(activity.kind, words),
        activity_heading(view, words),
        view.text,
        activity.minutes,
        track.title if track else "",
        words(f"lesson.proof_{activity.proof}"),
        activity.core,
        activity.withdrawn,
        bool(view.options),
    )


def _mark(
    activity: Activity,
    enrolment: Enrolment,
    cohort: Cohort,
    done: Mapping[tuple[str, str], Completion],
    words: Words,
) -> Mark:
    found = done.get((activity.id, enrolment.person_id))
    if found is None:
        other = activity.track_id not in (None, enrolment.track_id)
        return Mark(NOT_FOR, words("lesson.mark_not_for")) if other else Mark(OPEN, words("lesson.mark_open"))
    its = {"day": words.date(found.on)}
    if cohort.closes_on and found.on > cohort.closes_on:
        return Mark(LATE, words("lesson.mark_late", **its), found.evidence)
    if found.evidence:
        return Mark(WRITTEN, words("lesson.mark_written", **its), found.evidence)
    if activity.proof in _TAKING_A_TEXT:
        return Mark(VOUCHED, words("lesson.mark_vouched", **its))
    return Mark(DONE, words("lesson.mark_done", **its))


def _learner(
    document: Document, lesson_id: str, enrolment: Enrolment, marks: tuple[Mark, ...], day: date, words: Words
) -> LearnerRow:
    person_id = enrolment.person_id
    stands = {lesson.id: its for lesson, its in standings(document, enrolment.cohort_id, person_id, day)}
    badge = int(stands[lesson_id].badge) if lesson_id in stands else 0
    state = "" if enrolment.state == "active" else words(f"lesson.state_{enrolment.state}")
    return LearnerRow(person_id, document.get(Person, person_id).name, state, marks, badge, badge_told(badge, words))
