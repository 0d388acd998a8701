"""Who takes part in a session, and how long they were there: pure edits. All of it is private."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from facilitator.content.naming import key_of, plain
from facilitator.domain import words_of_people
from facilitator.domain.change import Change, Swap
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.engagement import Person, Segment, Session
from facilitator.domain.participation import PRESENCES, Attendance, Enrolment, Presence, Shuffle, ShuffledPerson
from facilitator.domain.record import Record, new_id
from facilitator.domain.refusal import EditRejected
from facilitator.workshop.people import clean, enrolled, expected_of, of_cohort, without

PRESENT_SHARE = 0.8
"""Whoever was there for this part of the planned minutes was present, for less partly. Our own threshold."""

LEAST_SHARE, LEAST_MINUTES = 10, 10
"""Whoever was there for less than this part (per cent) of the planned minutes, or for fewer minutes, looked in only."""

MOST_SHARE = 1.5
"""Nobody is there for longer than this part of the planned minutes, where a report does not tell how long it was."""

Look = Literal["", "number", "over", "short"]
"""What has to be looked at: only a telephone number, more minutes than there were, or hardly any."""

NOT_BY_ITSELF: frozenset[Look] = frozenset(("number", "over"))
"""Who comes in only when the facilitator says so."""

_Pair = tuple[Record | None, Record | None]


class Told(Protocol):
    """What a list or a report tells of somebody; `minutes` None where it tells of no times."""

    @property
    def name(self) -> str:
        """Their name."""

    @property
    def organization(self) -> str:
        """For whom they come, "" if it does not say."""

    @property
    def pronouns(self) -> str:
        """How to speak of them, "" if it does not say."""

    @property
    def minutes(self) -> int | None:
        """How long they were there in all."""

    @property
    def joins(self) -> int:
        """How often they came in."""

    @property
    def is_number(self) -> bool:
        """Whether only a telephone number is told, no name."""


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody of a session."""

    person: Person
    attendance: Attendance


@dataclass(frozen=True, slots=True)
class Match:
    """Somebody told of, who that is (None: nobody yet), and whether they are among the participants already.

    `look` says what has to be looked at before they are taken.
    """

    told: Told
    person: Person | None
    attendance: Attendance | None
    presence: Presence
    look: Look = ""


def participants(document: Document, session_id: str) -> tuple[Participant, ...]:
    """The people of a session by their names."""
    its = (each for each in document.every(Attendance) if each.session_id == session_id)
    found = [Participant(person, each) for each in its if (person := document.find(Person, each.person_id))]
    return tuple(sorted(found, key=lambda each: (plain(each.person.name), each.person.id)))


def presence_counts(document: Document, session_id: str) -> dict[str, int]:
    """How many take part in a session ("all"), and how many were present, partly there or absent."""
    rows = [each.presence for each in document.every(Attendance) if each.session_id == session_id]
    return {"all": len(rows)} | {presence: rows.count(presence) for presence in PRESENCES if presence}


def planned_minutes(document: Document, session_id: str) -> int:
    """How long the session's agenda is."""
    return sum(each.minutes for each in document.every(Segment) if each.session_id == session_id)


def matched(
    document: Document, session_id: str, people: Sequence[Told], longest: int | None = None
) -> tuple[Match, ...]:
    """Who is who: by the name, case and accents aside, those of the session before others; each is taken once.

    Presence counts against the planned minutes; where none are planned, against the longest anybody was there.
    `longest` is how many minutes the meeting had, where a report tells it.
    Raises EditRejected: "no_session", "gone".
    """
    _session(document, session_id)
    here = {each.person.id: each.attendance for each in participants(document, session_id)}
    by_name: dict[str, list[Person]] = {}
    for person in sorted(document.every(Person), key=lambda person: person.id not in here):
        by_name.setdefault(key_of(person.name), []).append(person)
    planned = planned_minutes(document, session_id)
    whole = planned or max((each.minutes or 0 for each in people), default=0)
    found = []
    for told in people:
        same = by_name.get(key_of(told.name), [])
        known = same.pop(0) if same else None
        row, presence = here.get(known.id) if known else None, presence_for(told.minutes, whole)
        found.append(Match(told, known, row, presence, _look(told, presence, planned, longest)))
    return tuple(found)


def _look(told: Told, presence: Presence, planned: int, longest: int | None) -> Look:
    if told.is_number:
        return "number"
    minutes, most = told.minutes or 0, MOST_SHARE * planned if longest is None else longest
    if most and minutes > most:
        return "over"
    return "short" if minutes and not presence else ""


def presence_for(minutes: int | None, planned: int) -> Presence:
    """Present from `PRESENT_SHARE` of the planned minutes on, else partly; absent without any, "" where not known.

    Who looked in only, for under `LEAST_MINUTES` minutes or under `LEAST_SHARE` per cent of what was planned, was not
    there in part by that alone, since a part counts as half a session for a certificate: "", for the facilitator to
    decide.
    """
    if minutes is None:
        return ""
    if not minutes:
        return "absent"
    if minutes >= PRESENT_SHARE * planned:
        return "present"
    return "" if minutes < LEAST_MINUTES or 100 * minutes < LEAST_SHARE * planned else "partial"


def added(
    document: Document,
    session_id: str,
    people: Sequence[Told],
    *,
    absent_rest: bool = False,
    beside: Sequence[Told] = (),
) -> Change:
    """Put people among the participants of a session, with the minutes they were there where those are told.

    Whoever the engagement knows by that name is the same person; what is not known of them yet is filled in, and
    nothing that is gets lost. With `absent_rest` those who are expected, and not told of, were absent; not who
    is told of `beside` without being taken, has withdrawn from the session's cohort, or was enrolled after its day.
    Raises EditRejected: "no_session", "gone", what a name may not be, "people_nobody_new" where nothing would change.
    """
    pairs: list[_Pair] = []
    matches = matched(document, session_id, people)
    for match in matches:
        pairs += _taken(session_id, match)
    if absent_rest:
        seen = (*matches, *matched(document, session_id, beside))
        told = {match.attendance.id for match in seen if match.attendance}
        excused = _excused(document, session_id)
        for each in participants(document, session_id):
            if each.attendance.id not in told and not each.attendance.presence and each.person.id not in excused:
                pairs.append((each.attendance, each.attendance.having(presence="absent")))
    timed = any(each.minutes is not None for each in people)
    if all(before == after for before, after in pairs):
        raise EditRejected("people_nobody_new")
    if timed:
        return changed("take_attendance", pairs)
    return changed("add_people", pairs)


def marked(document: Document, session_id: str, person_ids: Iterable[str], presence: str) -> Change:
    """Say that people were present, partly, absent, or ("") that nobody knows.

    Raises EditRejected: "gone", "choice_unknown" (choice, known), "nothing_to_do".
    """
    if presence not in PRESENCES:
        raise EditRejected("choice_unknown", choice=presence, known=", ".join(filter(None, PRESENCES)))
    rows = _rows_of(document, session_id, person_ids)
    return changed("mark_presence", [(row, row.having(presence=presence)) for row in rows])


def removed(document: Document, session_id: str, person_ids: Sequence[str]) -> Change:
    """Take people out of a session, and out of its groups; whoever is in no other session or cohort is forgotten.

    Raises EditRejected("gone").
    """
    elsewhere = {each.person_id for each in document.every(Attendance) if each.session_id != session_id}
    elsewhere |= {each.person_id for each in document.every(Enrolment)}
    shuffles = {each.id for each in document.every(Shuffle) if each.session_id == session_id}
    drawn = [each for each in document.every(ShuffledPerson) if each.shuffle_id in shuffles]
    swaps: list[Swap] = []
    for row in _rows_of(document, session_id, person_ids):
        if row.person_id in elsewhere:
            swaps += [Swap(each, None) for each in drawn if each.person_id == row.person_id]
            swaps.append(Swap(row, None))
        else:
            swaps += without(document, row.person_id)
    return Change("remove_people", tuple(swaps))


def not_yet_here(document: Document, session_id: str) -> tuple[Person, ...]:
    """Who could be expected at a session: those of its cohort, without one everybody whom the engagement knows.

    Nobody who has withdrawn from the cohort, or was enrolled after the session's day.

    Raises EditRejected: "no_session", "gone".
    """
    session = _session(document, session_id)
    here = {each.person.id for each in participants(document, session_id)}
    cohort_id = session.cohort_id
    known = document.every(Person) if cohort_id is None else expected_of(document, cohort_id, session.held_on)
    return tuple(person for person in known if person.id not in here)


def all_expected(document: Document, session_id: str) -> Change:
    """Expect all of `not_yet_here`; raises EditRejected: "no_session", "gone", "people_nobody_new"."""
    new = not_yet_here(document, session_id)
    if not new:
        raise EditRejected("people_nobody_new")
    return changed("add_people", [(None, _expected(session_id, person.id)) for person in new])


def all_enrolled(document: Document, session_id: str) -> Change:
    """Put all of a session into its cohort; raises EditRejected: "no_session", "gone", "no_cohort", "nothing_to_do"."""
    cohort_id = _session(document, session_id).cohort_id
    if cohort_id is None:
        raise EditRejected("no_cohort")
    return enrolled(document, cohort_id, [each.person.id for each in participants(document, session_id)])


def _excused(document: Document, session_id: str) -> set[str]:
    """The ids of those of the session's cohort who can't be expected at it."""
    session = _session(document, session_id)
    if session.cohort_id is None:
        return set()
    expected = {each.id for each in expected_of(document, session.cohort_id, session.held_on)}
    return {each.id for each in of_cohort(document, session.cohort_id)} - expected


def _session(document: Document, session_id: str) -> Session:
    if not session_id:
        raise EditRejected("no_session")
    return document.get(Session, session_id)


def _taken(session_id: str, match: Match) -> Iterator[_Pair]:
    """The person and their row in the session, before and after."""
    told, person = match.told, match.person
    known = person or Person(id=new_id(), name=words_of_people.name(told.name))
    fresh = known.having(
        organization=known.organization or clean("organization", told.organization),
        pronouns=known.pronouns or clean("pronouns", told.pronouns),
    )
    yield person, fresh
    row = match.attendance or _expected(session_id, fresh.id)
    if told.minutes is not None:
        row = row.having(minutes=told.minutes, joins=told.joins, presence=match.presence)
    yield match.attendance, row


def _expected(session_id: str, person_id: str) -> Attendance:
    return Attendance(id=new_id(), session_id=session_id, person_id=person_id)


def _rows_of(document: Document, session_id: str, person_ids: Iterable[str]) -> list[Attendance]:
    """The rows of these people in a session; raises EditRejected("gone") for somebody who is not in it."""
    here = {each.person_id: each for each in document.every(Attendance) if each.session_id == session_id}
    rows = []
    for person_id in dict.fromkeys(person_ids):
        if person_id not in here:
            raise EditRejected("gone", id=person_id)
        rows.append(here[person_id])
    return rows
