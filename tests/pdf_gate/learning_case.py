"""A microcourse to print: the starter lessons, one with texts of its own, what two people did, their certificates."""

from collections.abc import Iterator
from datetime import date

from facilitator.domain.document import Document
from facilitator.domain.engagement import Engagement, Person
from facilitator.domain.language import Language
from facilitator.domain.learning import Activity, Completion, Lesson
from facilitator.domain.participation import Enrolment
from facilitator.domain.program import Cohort, Program, Track
from facilitator.domain.record import Record
from facilitator.learning.founding import lessons_added
from facilitator.learning.learners import issued

_ISSUED_ON = date(2026, 11, 20)
_SORTS = ("dist", "comp", "part")


def learning(language: Language, people: tuple[str, ...]) -> Iterator[Record]:
    """Records beside an engagement in which there are people with these ids."""
    document = Document.of([Engagement(id="engagement", title="Course", language=language), *_program()])
    document = document.after(lessons_added(document, "course", date(2026, 10, 5)))
    document = Document.of([*document.records(), *_own_lesson(), *(Person(id=each, name=each) for each in people)])
    track = next(document.every(Track)).id
    its = {"cohort_id": "autumn", "track_id": track}
    enrolments = [Enrolment(id=f"in_{each}", person_id=each, **its) for each in people]
    done = [
        Completion(id=f"{person}.{activity.id}", activity_id=activity.id, person_id=person, on=date(2026, 10, 20))
        for place, person in enumerate(people)
        for activity in list(document.every(Activity))[place::2]
    ]
    document = Document.of([*document.records(), *enrolments, *done])
    for person, sort in zip(people, _SORTS, strict=False):
        document = document.after(issued(document, "autumn", person, sort, _ISSUED_ON, language))
    yield from (each for each in document.records() if not isinstance(each, Engagement | Person))


def _program() -> Iterator[Record]:
    its = {"issuer": "School of public service", "signatory": "Amara Dosanjh", "role": "Director", "code": "CULT"}
    yield Program(id="course", number=9, title="A culture that learns", kind="microcourse", **its)
    days = {"begins_on": date(2026, 10, 5), "ends_on": date(2026, 10, 30), "closes_on": date(2026, 11, 6)}
    yield Cohort(id="autumn", program_id="course", number=1, title="Autumn of 2026", code="F26", **days)


def _own_lesson() -> Iterator[Record]:
    texts = {
        "title": "What we do with feedback",
        "objectives": "Answer within a week\nSay what changed",
        "card": "Feedback that nobody answers ends.\n\nThat is why somebody answers.",
        "credit": "the library board",
    }
    yield Lesson(id="own_lesson", program_id="course", number=9, week=5, **texts)
    its = {"lesson_id": "own_lesson", "minutes": 10}
    yield Activity(id="own_core", number=1, kind="core_video", core=True, text="Watch the recording", **its)
    yield Activity(id="own_talk", number=2, kind="ama", text="Ask the library what it did", proof="none", **its)
    yield Activity(id="own_rest", number=3, kind="quiz", text="Withdrawn", withdrawn=True, **its)
