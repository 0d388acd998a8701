"""The people of an engagement, whatever they take part in: pure edits. All of it is private."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from facilitator.content.agendas import is_one_to_one
from facilitator.content.naming import plain
from facilitator.domain import words_of_people
from facilitator.domain.change import Change, Swap
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.engagement import Person
from facilitator.domain.learning import Completion, KeptBadge
from facilitator.domain.participation import Attendance, Enrolment, ShuffledPerson
from facilitator.domain.program import Cohort
from facilitator.domain.record import Record, new_id
from facilitator.domain.refusal import EditRejected
from facilitator.workshop.one_to_ones import sessions_with

_AND = re.compile(r"[,;/&+\n]|\b(?:and|et|with|avec)\b", re.IGNORECASE)


def of_cohort(document: Document, cohort_id: str) -> tuple[Person, ...]:
    """The people who are enrolled in a cohort, by their names."""
    ids = {each.person_id for each in document.every(Enrolment) if each.cohort_id == cohort_id}
    return tuple(sorted(_people(document, ids), key=lambda person: (plain(person.name), person.id)))


def expected_of(document: Document, cohort_id: str, day: date | None) -> tuple[Person, ...]:
    """Those of a cohort who can be expected on a day (None: on any), by their names.

    Nobody who has withdrawn or was enrolled after that day.
    """
    ids = {
        each.person_id
        for each in document.every(Enrolment)
        if each.cohort_id == cohort_id
        and each.state != "withdrawn"
        and not (day and each.enrolled_on and each.enrolled_on > day)
    }
    return tuple(each for each in of_cohort(document, cohort_id) if each.id in ids)


def edited(document: Document, person_id: str, **fields: str) -> Change:
    """Change what is known of somebody: `name`, `organization`, `pronunciation`, `pronouns`, `note`.

    Raises EditRejected: "gone", what a name or a note may not be, "nothing_to_do".
    """
    person = document.get(Person, person_id)
    tidy = {field: clean(field, text) for field, text in fields.items()}
    return changed("edit_person", [(person, person.having(**tidy))])


def forgotten(document: Document, person_ids: Iterable[str]) -> Change:
    """Remove people from every session, cohort and group, with all that was noted; raises EditRejected("gone")."""
    swaps = [swap for person_id in dict.fromkeys(person_ids) for swap in without(document, person_id)]
    return Change("forget_person", tuple(swaps))


def merged(document: Document, kept_id: str, other_id: str) -> Change:
    """Make one person of two: the first one stays, and takes over what only the other one had.

    Where both were in a session, that row stays which tells more; their minutes are not added up, as they may have
    been there at once. What both completed counts once. Raises EditRejected: "gone", "people_same" for one and the
    same.
    """
    kept, other = document.get(Person, kept_id), document.get(Person, other_id)
    if kept_id == other_id:
        raise EditRejected("people_same")
    filled = {
        field: getattr(kept, field) or getattr(other, field) for field in ("organization", "pronunciation", "pronouns")
    }
    notes = [kept.note, *([other.note] if other.note and other.note not in kept.note else [])]
    note = words_of_people.note("\n".join(filter(None, notes)))
    swaps = [Swap(kept, after)] if (after := kept.having(**filled, note=note)) != kept else []
    mine = {(type(row), place): row for row in _rows(document, kept_id) if (place := _place(row))}
    for row in _rows(document, other_id):
        before = mine.get((type(row), _place(row)))
        if before is None:
            swaps.append(Swap(row, row.having(**{_reference(row): kept_id})))
            continue
        swaps.append(Swap(row, None))
        if isinstance(before, Attendance) and isinstance(row, Attendance) and _tells_more(row, before):
            told = before.having(presence=row.presence, minutes=row.minutes, joins=row.joins)
            swaps += [Swap(before, told)] if told != before else []
    return Change("merge_people", (*swaps, Swap(other, None)))


def enrolled(document: Document, cohort_id: str, person_ids: Iterable[str]) -> Change:
    """Put people into a cohort; raises EditRejected: "gone", "nothing_to_do" where they all are in it."""
    document.get(Cohort, cohort_id)
    there = {person.id for person in of_cohort(document, cohort_id)}
    new = [document.get(Person, each).id for each in dict.fromkeys(person_ids) if each not in there]
    return changed(
        "enrol_people", [(None, Enrolment(id=new_id(), cohort_id=cohort_id, person_id=each)) for each in new]
    )


def is_named(document: Document, person_id: str, said: str) -> bool:
    """Whether who is said to do something is this person, or they among others ("Ana Roy and the clerk").

    A part of a name will do ("Ana") where it is that of nobody else. Raises EditRejected("gone").
    """
    names = {each.id: plain(each.name) for each in document.every(Person)}
    mine = names.pop(document.get(Person, person_id).id)
    others = {word for name in names.values() for word in (name, *name.split())}
    parts = {plain(part) for part in _AND.split(said)}
    return bool(mine) and (mine in parts or bool(parts & (set(mine.split()) - others)))


def clean(field: str, text: str) -> str:
    """What may stand in a field of a person; only the name must not be empty. Raises EditRejected as a name does."""
    if field == "note":
        return words_of_people.note(text)
    return words_of_people.name(text) if text.strip() or field == "name" else ""


def without(document: Document, person_id: str) -> Iterator[Swap]:
    """Swaps that remove somebody with every row that is about them; raises EditRejected("gone").

    What only names them among other things, such as who hosts a study group, stays without the name. A session that
    was with them stays one between two, so that nobody else comes to read what came out of it.
    """
    person = document.get(Person, person_id)
    for session in sessions_with(document, person_id):
        if not (session.for_two or is_one_to_one(session.agenda)):
            yield Swap(session, session.having(for_two=True))
    for row in _rows(document, person_id):
        field = _reference(row)
        may_be_nobody = type(row).model_fields[field].default is None
        yield Swap(row, row.having(**{field: None}) if may_be_nobody else None)
    yield Swap(person, None)


def _people(document: Document, ids: Iterable[str]) -> Iterator[Person]:
    return (person for each in ids if (person := document.find(Person, each)))


def _rows(document: Document, person_id: str) -> Iterator[Record]:
    """What refers to somebody, whatever it is: also records of boards."""
    for row in document.records():
        field = _reference(row)
        if field and getattr(row, field) == person_id:
            yield row


def _reference(row: Record) -> str:
    """The field of a record in which the id of a person stands, "" for none."""
    return next((field for field in ("person_id", "host_id") if field in type(row).model_fields), "")


def _place(row: Record) -> str:
    """The id of that in which somebody can stand only once, "" for a row of which there may be several."""
    if isinstance(row, Enrolment):
        return row.cohort_id
    if isinstance(row, Attendance):
        return row.session_id
    if isinstance(row, ShuffledPerson):
        return row.shuffle_id
    if isinstance(row, Completion):
        return row.activity_id
    return row.lesson_id if isinstance(row, KeptBadge) else ""


def _tells_more(row: Attendance, before: Attendance) -> bool:
    return (row.minutes or 0, bool(row.presence)) > (before.minutes or 0, bool(before.presence))
