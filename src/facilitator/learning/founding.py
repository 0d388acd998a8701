"""The starter microcourse as records of an engagement: a pure edit."""

from collections.abc import Iterator
from datetime import date, timedelta

from facilitator.content.microcourse import CourseLesson, microcourse
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.engagement import language_of
from facilitator.domain.learning import Activity, Lesson
from facilitator.domain.program import Program, Track
from facilitator.domain.record import Record, new_id
from facilitator.learning.lessons import lessons_of

_SECOND_OF_WEEK = 3  # days after the first lesson of a week


def lessons_added(document: Document, program_id: str, first_day: date | None = None) -> Change:
    """Give a program the eight starter lessons after those that it has, and the three tracks where it has none.

    Lessons and activities keep no texts of their own, so that they are in the reader's language. They are given out
    twice a week from `first_day` on, that day and three days later; with None nobody has said when. Raises
    EditRejected("gone").
    """
    document.get(Program, program_id)
    tracks = [each for each in document.every(Track) if each.program_id == program_id]
    new = [] if tracks else list(_tracks(document, program_id))
    by_place = {track.number: track.id for track in (tracks or new)}
    ids = {each.id: by_place.get(number) for number, each in enumerate(microcourse().tracks, 1)}
    last = max((lesson.number for lesson in lessons_of(document, program_id)), default=0)
    records: list[Record] = [*new]
    weeks: set[int] = set()
    for lesson in microcourse().lessons:
        days = 7 * (lesson.week - 1) + (_SECOND_OF_WEEK if lesson.week in weeks else 0)
        weeks.add(lesson.week)
        released = first_day + timedelta(days) if first_day else None
        records += _lesson(lesson, program_id, last + lesson.number, released, ids)
    return changed("add_lessons", [(None, record) for record in records])


def _tracks(document: Document, program_id: str) -> Iterator[Track]:
    language = language_of(document)
    for number, track in enumerate(microcourse().tracks, 1):
        its = {"title": track.name.within(language), "audience": track.audience.within(language)}
        yield Track(id=new_id(), program_id=program_id, number=number, **its)


def _lesson(
    outline: CourseLesson, program_id: str, number: int, released: date | None, tracks: dict[str, str | None]
) -> Iterator[Record]:
    lesson = Lesson(
        id=new_id(), program_id=program_id, number=number, week=outline.week, outline=outline.id, released_on=released
    )
    yield lesson
    for place, activity in enumerate(outline.activities, 1):
        alone = activity.tracks if len(activity.tracks) < len(tracks) else (None,)
        for track in alone:
            yield Activity(
                id=new_id(),
                lesson_id=lesson.id,
                track_id=tracks[track] if track else None,
                number=place,
                kind=activity.kind,
                minutes=activity.minutes,
                outline=activity.id,
                core=activity.core,
                proof=activity.proof,
            )
