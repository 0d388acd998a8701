"""The people of an engagement, whatever they take part in: pure edits. All of it is private."""

from collections.abc import Iterable, Iterator

from facilitator.content.naming import plain
from facilitator.domain import words_of_people
from facilitator.domain.change import Change, Swap
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.engagement import Person
from facilitator.domain.participation import Attendance, Enrolment, ShuffledPerson
from facilitator.domain.program import Cohort
from facilitator.domain.record import Record, new_id
from facilitator.domain.refusal import EditRejected


def of_cohort(document: Document, cohort_id: str) -> tuple[Person, ...]:
    """The people who are enrolled in a cohort, by their names."""
    ids = {each.person_id for each in document.every(Enrolment) if each.cohort_id == cohort_id}
    return tuple(sorted(_people(document, ids), key=lambda person: (plain(person.name), person.id)))


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
    been there at once. Raises EditRejected: "gone", "people_same" for one and the same.
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
    mine: dict[tuple[type[Record], str], Record] = {}
    for place, row in _rows(document, kept_id):
        mine[type(row), place] = row
    for place, row in _rows(document, other_id):
        before = mine.get((type(row), place))
        if before is None:
            swaps.append(Swap(row, row.having(person_id=kept_id)))
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


def clean(field: str, text: str) -> str:
    """What may stand in a field of a person; only the name must not be empty. Raises EditRejected as a name does."""
    if field == "note":
        return words_of_people.note(text)
    return words_of_people.name(text) if text.strip() or field == "name" else ""


def without(document: Document, person_id: str) -> Iterator[Swap]:
    """Swaps that remove somebody with every row that refers to them; raises EditRejected("gone")."""
    person = document.get(Person, person_id)
    yield from (Swap(row, None) for _, row in _rows(document, person_id))
    yield Swap(person, None)


def _people(document: Document, ids: Iterable[str]) -> Iterator[Person]:
    return (person for each in ids if (person := document.find(Person, each)))


def _rows(document: Document, person_id: str) -> Iterator[tuple[str, Enrolment | Attendance | ShuffledPerson]]:
    """What refers to somebody, each with the id of where it puts them."""
    for enrolment in document.every(Enrolment):
        if enrolment.person_id == person_id:
            yield enrolment.cohort_id, enrolment
    for attendance in document.every(Attendance):
        if attendance.person_id == person_id:
            yield attendance.session_id, attendance
    for drawn in document.every(ShuffledPerson):
        if drawn.person_id == person_id:
            yield drawn.shuffle_id, drawn


def _tells_more(row: Attendance, before: Attendance) -> bool:
    return (row.minutes or 0, bool(row.presence)) > (before.minutes or 0, bool(before.presence))
