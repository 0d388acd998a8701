"""Who did what in a program, and what comes next: rows that a window and a list show. Private, but for the sessions."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from facilitator.boards.described import Progress, Table
from facilitator.boards.kind import Kind
from facilitator.content.naming import plain
from facilitator.content.words import Words
from facilitator.domain.commitment import Commitment
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Person, Session
from facilitator.domain.participation import Attendance, Enrolment, StudyGroup
from facilitator.domain.program import Cohort, Program, Track
from facilitator.learning.certificates import CertificateSort
from facilitator.learning.learners import certificate_earned, counted, standings
from facilitator.learning.lessons import lesson_title, lessons_of
from facilitator.learning.program_badges import ProgramBadge, badge_name, program_badges
from facilitator.workshop.one_to_ones import boards_between_two, is_for_two
from facilitator.workshop.sessions import sessions_in

MARKS = {"present": "✓", "partial": "◐", "absent": "✗", "expected": "○", "unknown": "–"}
"""The sign that goes with each word of how somebody attended a session."""

_HALVES = {"present": 2, "partial": 1}
_GONE = ("completed", "withdrawn")

ProgressOf = Callable[[str], Progress | None]
"""How far somebody (their id) has come with a checklist of their own; None where they have none."""


@dataclass(frozen=True, slots=True)
class Row:
    """Somebody in a cohort. `attended` has one of MARKS for each session of it; of those that count for certificates,
    which are `counted`, `halves` counts a part as one of two.

    `lessons` is how many lessons earned a badge, and of how many, None where the program has none. `badges` are those
    of the program.
    """

    person: Person
    enrolment: Enrolment
    cohort: Cohort
    track: str
    group: str
    attended: tuple[str, ...]
    halves: int
    counted: int
    certificate: CertificateSort
    commitments: int
    lessons: tuple[int, int] | None = None
    badges: tuple[ProgramBadge, ...] = ()


def sessions_for_all(document: Document, cohort_id: str) -> tuple[Session, ...]:
    """The sessions of a cohort that everybody in it is meant for: no 1:1s."""
    return tuple(each for each in sessions_in(document, cohort_id) if not is_for_two(document, each))


def placed(document: Document, cohort_id: str) -> tuple[tuple[Session, int], ...]:
    """The same with their places among those that count for certificates and badges, from 1 on; 0 for one that doesn't.

    See `learning.learners.counted`.
    """
    places = {each.id: place for place, each in enumerate(counted(document, cohort_id), start=1)}
    return tuple((each, places.get(each.id, 0)) for each in sessions_for_all(document, cohort_id))


def title_told(session: Session, place: int, words: Words) -> str:
    """The title of a session, and that it does not count where it has no place."""
    return session.title if place else words("program.beside", title=session.title)


def rows(
    document: Document, cohort_ids: Collection[str], today: date, progress_of: ProgressOf, states: Collection[str] = ()
) -> tuple[Row, ...]:
    """Everybody who is enrolled in these cohorts, in one of `states` (() for all), by cohort and name."""
    found = []
    for cohort in _cohorts(document, cohort_ids):
        its = [each for each in document.every(Enrolment) if each.cohort_id == cohort.id]
        shown = [_row(document, cohort, each, today, progress_of) for each in its if not states or each.state in states]
        found += sorted(shown, key=lambda row: (plain(row.person.name), row.person.id))
    return tuple(found)


def unenrolled(document: Document, cohort_ids: Collection[str]) -> dict[str, tuple[str, ...]]:
    """The ids of the people who were at sessions of these cohorts without being enrolled, by cohort; () left out."""
    found = {}
    for cohort_id in cohort_ids:
        known = {each.person_id for each in document.every(Enrolment) if each.cohort_id == cohort_id}
        sessions = {each.id for each in sessions_for_all(document, cohort_id)}
        there = [each.person_id for each in document.every(Attendance) if each.session_id in sessions]
        if new := tuple(dict.fromkeys(each for each in there if each not in known)):
            found[cohort_id] = new
    return found


def coming(document: Document, cohort_ids: Collection[str], today: date) -> tuple[Session, ...]:
    """The sessions of these cohorts from today on, 1:1s too, in the order of time."""
    its = (each for cohort_id in cohort_ids for each in sessions_in(document, cohort_id))
    ahead = [each for each in its if each.held_on and each.held_on >= today]
    return tuple(sorted(ahead, key=lambda each: (each.held_on, each.begins, each.number)))


def problems(document: Document, cohort_ids: Collection[str], words: Words) -> Iterator[str]:
    """What is wrong with days and places of these cohorts, a sentence each."""
    for cohort in _cohorts(document, cohort_ids):
        dated = [(each.held_on, each) for each in sessions_for_all(document, cohort.id) if each.held_on]
        for (day, before), (next_day, after) in pairwise(dated):
            if next_day < day:
                days = {"day": words.date(next_day), "before_day": words.date(day)}
                its = {"title": words.quote(after.title), "before": words.quote(before.title)}
                yield words("program.problem_order", cohort=cohort.title, **its, **days)
        for day, session in dated:
            if (cohort.begins_on and day < cohort.begins_on) or (cohort.ends_on and day > cohort.ends_on):
                its = {"cohort": cohort.title, "title": words.quote(session.title), "day": words.date(day)}
                yield words("program.problem_outside", **its)
        enrolled = [each for each in document.every(Enrolment) if each.cohort_id == cohort.id]
        count = sum(each.state != "withdrawn" for each in enrolled)
        if cohort.capacity is not None and count > cohort.capacity:
            yield words("program.problem_capacity", cohort=cohort.title, count=count, places=cohort.capacity)
        late = sum(
            bool(cohort.closes_on and each.enrolled_on and each.enrolled_on > cohort.closes_on) for each in enrolled
        )
        if late:
            yield words("program.problem_enrolled", cohort=cohort.title, count=late)
    for program_id in dict.fromkeys(cohort.program_id for cohort in _cohorts(document, cohort_ids)):
        yield from _lessons_out_of_order(document, program_id, words)


def _lessons_out_of_order(document: Document, program_id: str, words: Words) -> Iterator[str]:
    released = [(each.released_on, each) for each in lessons_of(document, program_id) if each.released_on]
    for (day, before), (next_day, after) in pairwise(released):
        if next_day < day:
            its = {"title": words.quote(lesson_title(after, words)), "before": words.quote(lesson_title(before, words))}
            yield words("program.problem_lessons", day=words.date(next_day), before_day=words.date(day), **its)


def own_progress(document: Document, kind_of: Callable[[str], Kind]) -> ProgressOf:
    """How far people have come on boards of their own: those of 1:1s with them alone; of several the best counts."""
    found: dict[str, Progress] = {}
    for board_id, people in boards_between_two(document).items():
        board = document.find(Board, board_id)
        progress = kind_of(board.kind).progress(document, board_id) if board and len(people) == 1 else None
        if progress:
            person_id = next(iter(people))
            before = found.get(person_id, Progress(0, carried_out=False))
            answered = max(before.answered, progress.answered)
            found[person_id] = Progress(answered, before.carried_out or progress.carried_out)
    return found.get


def columns(document: Document, cohort_ids: Collection[str], words: Words) -> tuple[str, ...]:
    """The heads of the session columns: titles of one cohort, of several the places from 1 to that of the longest."""
    if len(cohort_ids) == 1:
        return tuple(title_told(each, place, words) for each, place in placed(document, next(iter(cohort_ids))))
    longest = max((len(sessions_for_all(document, each)) for each in cohort_ids), default=0)
    return tuple(str(place) for place in range(1, longest + 1))


def table_of(document: Document, cohort_ids: Collection[str], shown: Sequence[Row], words: Words) -> Table:
    """The rows as a list for a spreadsheet, every sign in words."""
    sessions = columns(document, cohort_ids, words)
    has_lessons = any(row.lessons for row in shown)
    fixed = ["name", "organization", "cohort", "state", "track", "group", "enrolled_on"]
    has_badges = any(row.badges for row in shown)
    last = ["attended", *(["lessons"] if has_lessons else []), *(["badges"] if has_badges else [])]
    last += ["certificate", "commitments"]
    heads = (*(words(f"program.column_{each}") for each in fixed), *sessions)
    lines = []
    for row in shown:
        said = [words(f"program.attended_{each}") for each in row.attended]
        day = row.enrolment.enrolled_on
        lines.append(
            (
                row.person.name,
                row.person.organization,
                row.cohort.title,
                words(f"program.state_{row.enrolment.state}"),
                row.track,
                row.group,
                day.isoformat() if day else "",
                *said,
                *[""] * (len(sessions) - len(said)),
                attended_told(row, words),
                *([lessons_told(row, words)] if has_lessons else []),
                *([badges_told(row, words)] if has_badges else []),
                words(f"learning.sort_{row.certificate}") if row.certificate else "",
                str(row.commitments),
            )
        )
    return Table(words("program.list"), (*heads, *(words(f"program.column_{each}") for each in last)), tuple(lines))


def attended_told(row: Row, words: Words) -> str:
    """How many sessions somebody attended, of how many that count: "2.5 of 4"."""
    return words("program.of", count=words.number(row.halves / 2), whole=row.counted)


def lessons_told(row: Row, words: Words) -> str:
    """How many lessons earned them a badge, of how many; "" where there are none."""
    return words("program.of", count=row.lessons[0], whole=row.lessons[1]) if row.lessons else ""


def badges_told(row: Row, words: Words) -> str:
    """The badges of the program that somebody earned: "Host, Sharer"; "" for none."""
    return ", ".join(badge_name(each, words) for each in row.badges)


def _cohorts(document: Document, cohort_ids: Collection[str]) -> list[Cohort]:
    """Those that are there, in the order of programs and cohorts."""
    places = {each.id: each.number for each in document.every(Program)}
    found = [each for each in document.every(Cohort) if each.id in cohort_ids]
    return sorted(found, key=lambda each: (places[each.program_id], each.program_id, each.number, each.id))


def _row(document: Document, cohort: Cohort, enrolment: Enrolment, today: date, progress_of: ProgressOf) -> Row:
    person_id = enrolment.person_id
    known = {each.session_id: each.presence for each in document.every(Attendance) if each.person_id == person_id}
    its = placed(document, cohort.id)
    attended = tuple(_mark(each, known, enrolment, today) for each, _ in its)
    counting = [mark for mark, (_, place) in zip(attended, its, strict=True) if place]
    track = document.find(Track, enrolment.track_id or "")
    group = document.find(StudyGroup, enrolment.study_group_id or "")
    progress = progress_of(person_id) or Progress(0, carried_out=False)
    earned = certificate_earned(
        document, cohort.id, person_id, today, answered=progress.answered, carried_out=progress.carried_out
    )
    badges = [each.badge for _, each in standings(document, cohort.id, person_id, today)]
    return Row(
        document.get(Person, person_id),
        enrolment,
        cohort,
        track.title if track else "",
        group.title if group else "",
        attended,
        sum(_HALVES.get(each, 0) for each in counting),
        len(counting),
        earned,
        sum(each.person_id == person_id and each.state == "open" for each in document.every(Commitment)),
        (sum(each > 0 for each in badges), len(badges)) if badges else None,
        program_badges(document, cohort.id, person_id, today),
    )


def _mark(session: Session, known: dict[str, str], enrolment: Enrolment, today: date) -> str:
    """How somebody attended, else whether they are still expected."""
    if presence := known.get(session.id):
        return presence
    ahead = session.held_on is None or session.held_on >= today
    return "expected" if ahead and enrolment.state not in _GONE else "unknown"
