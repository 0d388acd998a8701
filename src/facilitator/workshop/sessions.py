"""Programs, their cohorts and sessions: pure edits that add, change and remove them."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from facilitator.content.agendas import SESSIONS, agenda, is_one_to_one
from facilitator.domain.change import Change, Swap, adding, removing
from facilitator.domain.chat import ChatLine
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.engagement import Board, Segment, Session
from facilitator.domain.language import Language
from facilitator.domain.learning import Activity, Certificate, Completion, KeptBadge, Lesson
from facilitator.domain.outcome import Outcome
from facilitator.domain.participation import Attendance, Enrolment, OneToOne, Shuffle, ShuffledPerson, StudyGroup
from facilitator.domain.poll import Poll
from facilitator.domain.program import Cohort, Program, Track
from facilitator.domain.record import Record, new_id
from facilitator.domain.refusal import EditRejected, StoreError
from facilitator.domain.words_of_people import name
from facilitator.workshop.agenda import running, segments_of, sessions_of
from facilitator.workshop.one_to_ones import is_for_two, put_with
from facilitator.workshop.segments import SegmentValues, segment_records

_TIME = re.compile(r"([01]?\d|2[0-3])(?:\s*[:h.]\s*([0-5]\d)?|([0-5]\d))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SessionValues:
    """What can be said of a session; `begins` as somebody types it: "9:30", "9 h 30", "930", "9".

    `with_id` is whom a 1:1 is with, "" for nobody, None to leave that as it is.
    """

    title: str
    cohort_id: str | None = None
    held_on: date | None = None
    begins: str = ""
    with_id: str | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """How many words of people a session holds, which stay when it is removed."""

    lines: int
    outcomes: int
    polls: int

    @property
    def anything(self) -> bool:
        """Whether there is any."""
        return bool(self.lines or self.outcomes or self.polls)


def programs_of(document: Document) -> tuple[Program, ...]:
    """The programs in their order."""
    return tuple(sorted(document.every(Program), key=lambda each: (each.number, each.id)))


def cohorts_of(document: Document, program_id: str) -> tuple[Cohort, ...]:
    """The cohorts of a program in their order."""
    its = (each for each in document.every(Cohort) if each.program_id == program_id)
    return tuple(sorted(its, key=lambda each: (each.number, each.id)))


def sessions_in(document: Document, cohort_id: str | None) -> tuple[Session, ...]:
    """The sessions of a cohort in their order; None: those that belong to none."""
    return tuple(each for each in sessions_of(document) if each.cohort_id == cohort_id)


def session_of_the_day(document: Document, today: date) -> str:
    """The id of the session to open: today's, else the next one, else one without a day, else the last; "" for none."""
    every = sessions_of(document)
    dated = sorted((each for each in every if each.held_on), key=lambda each: (each.held_on, each.begins, each.number))
    ahead = [each for each in dated if each.held_on and each.held_on >= today]
    undated = [each for each in every if each.held_on is None]
    first = [*ahead[:1], *undated[:1], *dated[-1:]]
    return first[0].id if first else ""


def session_asked(document: Document, wanted: str, today: date) -> str:
    """The id of the session that is asked for, "" for the one of the day.

    Raises StoreError: "session_unknown" for one that is not there, "no_session" where there is none at all.
    """
    known = [each.id for each in sessions_of(document)]
    if wanted and wanted not in known:
        raise StoreError("session_unknown", id=wanted, known=", ".join(known))
    if not known:
        raise StoreError("no_session")
    return wanted or session_of_the_day(document, today)


def program_added(document: Document, title: str) -> Change:
    """Add a program at the end; raises EditRejected for what a title may not be."""
    number = max((each.number for each in document.every(Program)), default=0) + 1
    return Change("add_program", adding((Program(id=new_id(), number=number, title=name(title)),)))


def program_removed(document: Document, program_id: str) -> Change:
    """Remove a program with its cohorts, tracks and lessons.

    Raises EditRejected: "gone", "program_holds" (count) while any of its cohorts holds sessions, "program_learned"
    once somebody completed anything of its lessons, "cohort_certified" (count) while certificates
    that were issued stand.
    """
    program = document.get(Program, program_id)
    cohorts = cohorts_of(document, program_id)
    count = sum(len(sessions_in(document, cohort.id)) for cohort in cohorts)
    if count:
        raise EditRejected("program_holds", count=count)
    gone = [record for cohort in cohorts for record in _with_enrolments(document, cohort)]
    lessons = [each for each in document.every(Lesson) if each.program_id == program_id]
    of_lessons = {each.id for each in lessons}
    activities = [each for each in document.every(Activity) if each.lesson_id in of_lessons]
    known = {each.id for each in activities}
    if any(each.activity_id in known for each in document.every(Completion)) or any(
        each.lesson_id in of_lessons for each in document.every(KeptBadge)
    ):
        raise EditRejected("program_learned")
    tracks = [each for each in document.every(Track) if each.program_id == program_id]
    return Change("remove_program", removing((*activities, *lessons, *gone, *tracks, program)))


def cohort_added(document: Document, program_id: str, title: str) -> Change:
    """Add a cohort to a program; raises EditRejected: "gone", what a title may not be."""
    document.get(Program, program_id)
    number = max((each.number for each in cohorts_of(document, program_id)), default=0) + 1
    cohort = Cohort(id=new_id(), program_id=program_id, number=number, title=name(title))
    return Change("add_cohort", adding((cohort,)))


def cohort_removed(document: Document, cohort_id: str) -> Change:
    """Remove a cohort with its study groups, and who is enrolled in it; the people stay.

    Raises EditRejected: "gone", "cohort_holds" (count) while it holds sessions, "cohort_certified" (count) while
    certificates that were issued stand.
    """
    cohort = document.get(Cohort, cohort_id)
    count = len(sessions_in(document, cohort_id))
    if count:
        raise EditRejected("cohort_holds", count=count)
    return Change("remove_cohort", removing(_with_enrolments(document, cohort)))


def planned(agenda_id: str, boards: Iterable[Board], language: Language) -> tuple[SegmentValues, ...]:
    """The segments of an agenda in a language; those at work on a sort of board name the first such board.

    Raises KeyError for an id that is none.
    """
    of_kind: dict[str, str] = {}
    for board in sorted(boards, key=lambda each: each.number):
        of_kind.setdefault(board.kind, board.id)
    return tuple(
        SegmentValues(
            each.title.within(language),
            each.minutes,
            each.method,
            each.prompt.within(language),
            each.materials.within(language),
            cut_order=each.cut_order,
            minimum=each.minimum,
            board_id=of_kind.get(each.board),
            form=each.form if each.board in of_kind else "",
            spot=each.spot if each.board in of_kind and each.spot != SESSIONS else "",
        )
        for each in agenda(agenda_id).segments
    )


def copied(document: Document, session_id: str) -> tuple[SegmentValues, ...]:
    """The segments of another session, to begin a new one with."""
    return tuple(SegmentValues.of(segment) for segment in segments_of(document, session_id))


def without_boards(plan: Iterable[SegmentValues], board_ids: Collection[str]) -> tuple[SegmentValues, ...]:
    """The same segments, those that would turn to one of these boards turning to none."""
    return tuple(
        replace(each, board_id=None, form="", spot="") if each.board_id in board_ids else each for each in plan
    )


def session_added(
    document: Document,
    values: SessionValues,
    plan: Iterable[SegmentValues] = (),
    agenda_id: str = "",
    *,
    for_two: bool = False,
) -> Change:
    """Add a session after the last one, with these segments; `agenda_id` is the agenda that they come from.

    One that is `for_two` says so itself where its agenda does not: what is said in it is private also where nobody
    knows what it came from.

    Raises EditRejected: "gone" for the cohort or whom it is with, what a title may not be, "time_unreadable" (text).
    """
    taken = {session.id for session in document.every(Session)}
    number = max((session.number for session in document.every(Session)), default=0) + 1
    free = number
    while f"session_{free}" in taken:
        free += 1
    fields = _checked(document, values)
    says_so = for_two and not is_one_to_one(agenda_id)
    its_own = {"id": f"session_{free}", "number": number, "agenda": agenda_id, "for_two": says_so}
    session = Session.model_validate({**its_own, **fields})
    two = put_with(document, session.id, values.with_id or "")
    return Change("add_session", (*adding((session, *segment_records(session.id, plan))), *two))


def session_edited(document: Document, session_id: str, values: SessionValues) -> Change:
    """Give a session another title, day, time or cohort, or say whom it is with.

    Raises EditRejected as `session_added`, "nothing_to_do".
    """
    session = document.get(Session, session_id)
    two = () if values.with_id is None else put_with(document, session_id, values.with_id)
    its = [(session, session.having(**_checked(document, values))), *((each.before, each.after) for each in two)]
    return changed("edit_session", its)


def held_by(document: Document, session_id: str) -> Held:
    """What people said that belongs to a session: chat lines, outcomes, polls."""
    counts = (sum(1 for _ in _of(document, kind, session_id)) for kind in (ChatLine, Outcome, Poll))
    return Held(*counts)


def session_removed(document: Document, session_id: str, now: datetime, *, detach: bool = False) -> Change:
    """Remove a session with its agenda, attendance and groups of people.

    What people said in it is never removed: told to `detach` it, it stays and belongs to no session, as what somebody
    committed to always does. What came out of a 1:1 can't: what belongs to no session is shown to every group. Raises
    EditRejected: "gone", "session_runs" while its clock runs, "session_holds" unless told to detach, "session_for_two"
    for a 1:1 with outcomes or polls.
    """
    session = document.get(Session, session_id)
    runs = running(document, now)
    if runs and runs.session == session:
        raise EditRejected("session_runs")
    if held_by(document, session_id).anything and not detach:
        raise EditRejected("session_holds")
    shared = [each for kind in (Outcome, Poll) for each in _of(document, kind, session_id)]
    if shared and is_for_two(document, session):
        raise EditRejected("session_for_two")
    shuffles = {each.id for each in document.every(Shuffle) if each.session_id == session_id}
    gone: list[Record] = [each for each in document.every(ShuffledPerson) if each.shuffle_id in shuffles]
    gone += [each for kind in (Shuffle, Attendance, Segment) for each in _of(document, kind, session_id)]
    gone += [each for each in document.every(OneToOne) if each.id == session_id]
    stays = [each for each in _of_session(document, session_id) if not isinstance(each, (Shuffle, Attendance, Segment))]
    detached = (Swap(each, each.having(session_id=None)) for each in stays)
    return Change("remove_session", (*detached, *removing((*gone, session))))


def time_typed(text: str) -> str:
    """A time of the day as records hold it ("09:30"), "" if blank; raises EditRejected("time_unreadable") (text)."""
    wanted = " ".join(text.split())
    if not wanted:
        return ""
    found = _TIME.fullmatch(wanted)
    if found is None:
        raise EditRejected("time_unreadable", text=wanted)
    return f"{int(found[1]):02}:{found[2] or found[3] or '00'}"


def _checked(document: Document, values: SessionValues) -> dict[str, object]:
    if values.cohort_id is not None:
        document.get(Cohort, values.cohort_id)
    return {
        "title": name(values.title),
        "cohort_id": values.cohort_id,
        "held_on": values.held_on,
        "begins": time_typed(values.begins),
    }


def _with_enrolments(document: Document, cohort: Cohort) -> list[Record]:
    """What goes with a cohort, itself last."""
    certificates = [each for each in document.every(Certificate) if each.cohort_id == cohort.id]
    issued = sum(each.revoked_on is None for each in certificates)
    if issued:
        raise EditRejected("cohort_certified", count=issued)
    gone: list[Record] = [*certificates]
    gone += [each for each in document.every(Enrolment) if each.cohort_id == cohort.id]
    gone += [each for each in document.every(StudyGroup) if each.cohort_id == cohort.id]
    return [*gone, cohort]


def _of(document: Document, kind: type[Record], session_id: str) -> Iterator[Record]:
    return (each for each in _of_session(document, session_id) if isinstance(each, kind))


def _of_session(document: Document, session_id: str) -> Iterator[Record]:
    """Everything that names a session, whatever it is: boards have records that do, too."""
    return (each for each in document.records() if getattr(each, "session_id", None) == session_id)
