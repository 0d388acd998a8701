"""Lessons and their activities as an engagement has them: in order, in words, and as what a badge depends on."""

from facilitator.content.microcourse import CourseActivity, CourseLesson, microcourse
from facilitator.content.reading import Bilingual
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.learning import Activity, Lesson
from facilitator.domain.lesson_view import ActivityView, LessonView
from facilitator.domain.program import Program, Track
from facilitator.learning.badges import Task


def lessons_of(document: Document, program_id: str = "") -> tuple[Lesson, ...]:
    """The lessons of a program, or of all programs one after the other, in their order."""
    places = {program.id: program.number for program in document.every(Program)}
    its = [each for each in document.every(Lesson) if program_id in ("", each.program_id)]
    return tuple(sorted(its, key=lambda lesson: (places.get(lesson.program_id, 0), lesson.number, lesson.id)))


def activities_of(document: Document, lesson_id: str, track_id: str | None = None) -> tuple[Activity, ...]:
    """What there is to do in a lesson, in order: all of it, or what is for those of one track. Withdrawn ones, too."""
    its = [each for each in document.every(Activity) if each.lesson_id == lesson_id]
    shown = [each for each in its if track_id is None or each.track_id in (None, track_id)]
    return tuple(sorted(shown, key=lambda activity: (activity.number, activity.id)))


def task_of(activity: Activity) -> Task:
    """An activity as the rules of badges see it."""
    return Task(activity.id, activity.kind, activity.core, activity.track_id, activity.withdrawn)


def lesson_view(document: Document, lesson_id: str, words: Words, track_id: str | None = None) -> LessonView:
    """A lesson as learners of a track see it, with `track_id` None with what there is for any; raises "gone".

    Where a text of its own is blank, the built-in lesson's stands, in the language of `words`.
    """
    lesson = document.get(Lesson, lesson_id)
    program, track = document.get(Program, lesson.program_id), document.find(Track, track_id or "")
    outline, language = _outline(lesson), words.language
    siblings = [each.id for each in lessons_of(document, lesson.program_id)]
    own_week = outline is not None and outline.week == lesson.week
    return LessonView(
        program=program.title,
        title=lesson_title(lesson, words),
        number=siblings.index(lesson.id) + 1,
        lessons=len(siblings),
        week=lesson.week,
        week_theme=microcourse().weeks[lesson.week - 1].theme.within(language) if own_week else "",
        theme=outline.theme.within(language) if outline and not lesson.card else "",
        track=track.title if track else "",
        objectives=objectives_of(lesson, words),
        card=_lines(lesson.card) or _within(outline.card if outline else (), words),
        activities=tuple(
            activity_view(each, words) for each in activities_of(document, lesson_id, track_id) if not each.withdrawn
        ),
        released_on=lesson.released_on,
        credit=lesson.credit,
        course_credit=program.credit,
    )


def lesson_title(lesson: Lesson, words: Words) -> str:
    """What a lesson is called: its own title, else the built-in one, else its number."""
    outline = _outline(lesson)
    built_in = outline.title.within(words.language) if outline else ""
    return lesson.title or built_in or words("learning.lesson_number", number=lesson.number)


def objectives_of(lesson: Lesson, words: Words) -> tuple[str, ...]:
    """What learners can do after it."""
    outline = _outline(lesson)
    return _lines(lesson.objectives) or _within(outline.objectives if outline else (), words)


def activity_view(activity: Activity, words: Words) -> ActivityView:
    """Something to do as learners see it; one with a text of its own has neither the built-in title nor its options."""
    outline, language = _built_in(activity), words.language
    shown = outline if outline and not activity.text else None
    return ActivityView(
        kind=activity.kind,
        title=shown.title.within(language) if shown else "",
        text=shown.text.within(language) if shown else activity.text,
        minutes=activity.minutes,
        core=activity.core,
        proof=activity.proof,
        options=_within(shown.options, words) if shown else (),
        who_to_ask=shown.who_to_ask.within(language) if shown and shown.who_to_ask else "",
    )


def _outline(lesson: Lesson) -> CourseLesson | None:
    return {each.id: each for each in microcourse().lessons}.get(lesson.outline)


def _built_in(activity: Activity) -> CourseActivity | None:
    return {each.id: each for each in microcourse().activities()}.get(activity.outline)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _within(texts: tuple[Bilingual, ...], words: Words) -> tuple[str, ...]:
    return tuple(each.within(words.language) for each in texts)
