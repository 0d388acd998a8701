"""A course with its starter lessons, one cohort and two people in it."""

from collections.abc import Callable
from datetime import date

import pytest

from facilitator.domain.document import Document
from facilitator.domain.engagement import Engagement, Person
from facilitator.domain.learning import Activity, Completion, Lesson
from facilitator.domain.participation import Enrolment
from facilitator.domain.program import Cohort, Program, Track
from facilitator.domain.record import Record
from facilitator.learning.founding import lessons_added

FIRST_DAY, CLOSE = date(2027, 1, 11), date(2027, 2, 12)


def with_records(document: Document, *records: Record) -> Document:
    """The document with these records, in the place of those with their ids."""
    return Document.of([*document.records(), *records])


@pytest.fixture(scope="module")
def course() -> Document:
    """Amara is of the first track (leaders), Joël of the second; nobody has done anything."""
    found = Document.of(
        [
            Engagement(id="engagement", title="Leaders"),
            Program(
                id="course",
                number=1,
                title="A culture that learns",
                kind="microcourse",
                code="CULT",
                issuer="School",
                signatory="Ana Roy",
                role="Director",
            ),
            Cohort(id="winter", program_id="course", number=1, title="Winter", code="W27", closes_on=CLOSE),
            Person(id="amara", name="Amara Dosanjh"),
            Person(id="joel", name="Joël Roy"),
        ]
    )
    found = found.after(lessons_added(found, "course", FIRST_DAY))
    leaders, practitioners, _ = (track.id for track in found.every(Track))
    return with_records(
        found,
        Enrolment(id="e1", cohort_id="winter", person_id="amara", track_id=leaders),
        Enrolment(id="e2", cohort_id="winter", person_id="joel", track_id=practitioners, named=False),
    )


@pytest.fixture(scope="module")
def after_doing() -> Callable[..., Document]:
    """The document after somebody completed the activities of these kinds in the first so many lessons."""

    def do(document: Document, person_id: str, lessons: int, *kinds: str, on: date = FIRST_DAY) -> Document:
        wanted = {each.id for each in document.every(Lesson) if each.number <= lessons}
        its = [each for each in document.every(Activity) if each.lesson_id in wanted and each.kind in kinds]
        done = [
            Completion(id=f"{person_id}.{each.id}.{on}", activity_id=each.id, person_id=person_id, on=on)
            for each in its
        ]
        return with_records(document, *done)

    return do
