"""Who gets a personal pack, as it was asked for."""

from datetime import date

from facilitator.content.naming import plain
from facilitator.domain.document import Document
from facilitator.domain.engagement import Person, Session
from facilitator.domain.participation import Enrolment
from facilitator.domain.program import Cohort
from facilitator.domain.refusal import StoreError
from facilitator.handouts.batch import Recipient
from facilitator.workshop.one_to_ones import with_whom
from facilitator.workshop.participants import participants
from facilitator.workshop.sessions import session_asked

_WITHDRAWN = "withdrawn"


def recipients(
    document: Document, day: date, *, person_id: str = "", cohort_id: str = "", session_id: str = ""
) -> tuple[Recipient, ...]:
    """Who gets a pack, by their names: one person, else a cohort, else who takes part in a session, else everybody.

    Who withdrew from the cohort, or from all of theirs, is to be skipped.

    Raises StoreError: "person_unknown", "cohort_unknown" (id, known), "session_unknown", "nobody_for_packs" where there
    is nobody.
    """
    skipped: set[str] = set()
    if person_id:
        people = [person_asked(document, person_id)]
    elif cohort_id:
        enrolments = _enrolments(document, cohort_id)
        people = [person for each in enrolments if (person := document.find(Person, each.person_id))]
        skipped = {each.person_id for each in enrolments if each.state == _WITHDRAWN}
    elif session_id:
        asked = session_asked(document, session_id, day)
        whom = with_whom(document, asked)
        people = [whom] if whom else [each.person for each in participants(document, asked)]
        cohort_id = document.get(Session, asked).cohort_id or ""
        its = [each for each in document.every(Enrolment) if each.cohort_id == cohort_id]
        skipped = {each.person_id for each in its if each.state == _WITHDRAWN}
    else:
        people, its = list(document.every(Person)), list(document.every(Enrolment))
        skipped = {each.person_id for each in its} - {each.person_id for each in its if each.state != _WITHDRAWN}
    if not people:
        raise StoreError("nobody_for_packs")
    withdrew = StoreError("person_withdrew")
    ordered = sorted(people, key=lambda person: (plain(person.name), person.id))
    return tuple(Recipient(each.id, each.name, withdrew if each.id in skipped else None) for each in ordered)


def person_asked(document: Document, person_id: str) -> Person:
    """Whose pack is wanted; raises StoreError: "person_wanted" for nobody, "person_unknown" (id)."""
    if not person_id:
        raise StoreError("person_wanted")
    person = document.find(Person, person_id)
    if person is None:
        raise StoreError("person_unknown", id=person_id)
    return person


def _enrolments(document: Document, cohort_id: str) -> list[Enrolment]:
    if document.find(Cohort, cohort_id) is None:
        known = ", ".join(each.id for each in document.every(Cohort))
        raise StoreError("cohort_unknown", id=cohort_id, known=known or "–")
    return [each for each in document.every(Enrolment) if each.cohort_id == cohort_id]
