"""The microcourse that ships with the app, and how any file of that form is read: `resources/content/microcourse.json`.

Its eight lessons, with their cards, are our own wording.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from facilitator.content.reading import Bilingual, read
from facilitator.domain.language import LANGUAGES
from facilitator.domain.learning import ACTIVITY_KINDS, PROOFS
from facilitator.domain.refusal import ImportRefused

_OBJECTIVES, _OPTIONS, _LESSONS = (1, 3), (2, 6), (1, 60)
_CORE_MINUTES, _OTHER_MINUTES = (1, 10), (5, 20)


@dataclass(frozen=True, slots=True)
class CourseTrack:
    """A way through the course, and for whom it is."""

    id: str
    name: Bilingual
    audience: Bilingual


@dataclass(frozen=True, slots=True)
class Week:
    """A week of the course, from 1, with what its lessons have in common."""

    number: int
    theme: Bilingual


@dataclass(frozen=True, slots=True)
class CourseActivity:
    """Something to do in a lesson, for those of `tracks` (ids); the `core` one has to be done.

    `kind` and `proof` are those of `domain.learning`. `options` are what a poll or quiz lets choose from, `who_to_ask`
    says with whom to start a conversation; both are empty for the other kinds.
    """

    id: str
    kind: str
    title: Bilingual
    text: Bilingual
    minutes: int
    core: bool
    proof: str
    tracks: tuple[str, ...]
    options: tuple[Bilingual, ...] = ()
    who_to_ask: Bilingual | None = None


@dataclass(frozen=True, slots=True)
class CourseLesson:
    """A lesson: its `theme` in a sentence, one to three objectives, the paragraphs of its card, what there is to do."""

    id: str
    number: int
    week: int
    title: Bilingual
    theme: Bilingual
    objectives: tuple[Bilingual, ...]
    card: tuple[Bilingual, ...]
    activities: tuple[CourseActivity, ...]


@dataclass(frozen=True, slots=True)
class Microcourse:
    """A course; its `code` begins the numbers of its certificates."""

    id: str
    code: str
    title: Bilingual
    about: Bilingual
    tracks: tuple[CourseTrack, ...]
    weeks: tuple[Week, ...]
    lessons: tuple[CourseLesson, ...]

    def lesson(self, lesson_id: str) -> CourseLesson:
        """One lesson; raises KeyError for an id that is none."""
        return {each.id: each for each in self.lessons}[lesson_id]

    def activity(self, activity_id: str) -> CourseActivity:
        """One activity of any lesson; raises KeyError for an id that is none."""
        return {each.id: each for each in self.activities()}[activity_id]

    def activities(self) -> Iterator[CourseActivity]:
        """Those of all lessons in order."""
        return (activity for lesson in self.lessons for activity in lesson.activities)


@cache
def microcourse() -> Microcourse:
    """The built-in course: eight lessons in four weeks."""
    return course_of(read("content", "microcourse.json"))


@cache
def kind_names() -> Mapping[str, Bilingual]:
    """What each kind of activity is called."""
    return {each["id"]: Bilingual.of(each["name"]) for each in read("content", "microcourse.json")["kinds"]}


def course_of(entry: Any) -> Microcourse:
    """The course that an object of the form of microcourse.json holds.

    Raises ImportRefused, each with the `place` ("lessons/4/activities/2"): "course_missing" (field) where something is
    not there or blank in a language, "course_value" (value) for what is none of those that there are, "course_count"
    (count, least, most) for too few or too many, "course_twice" (value) for an id that was given before, and
    "course_core" for a lesson in which not exactly one activity is the core.
    """
    place = "course"
    weeks = tuple(Week(number, _text(each, "theme", at)) for number, (at, each) in enumerate(_each(entry, "weeks"), 1))
    tracks = tuple(
        CourseTrack(_word(each, "id", at), _text(each, "name", at), _text(each, "audience", at))
        for at, each in _each(entry, "tracks")
    )
    known = tuple(each.id for each in tracks)
    lessons = tuple(
        _lesson(each, number, at, len(weeks), known) for number, (at, each) in enumerate(_each(entry, "lessons"), 1)
    )
    _counted(len(lessons), _LESSONS, "lessons")
    activities = [activity.id for lesson in lessons for activity in lesson.activities]
    for ids in (known, [lesson.id for lesson in lessons], activities):
        _once(ids)
    title, about = _text(entry, "title", place), _text(entry, "about", place)
    its_id, code = _word(entry, "id", place), _word(entry, "code", place)
    return Microcourse(its_id, code, title, about, tracks, weeks, lessons)


def _lesson(entry: Any, number: int, place: str, weeks: int, tracks: tuple[str, ...]) -> CourseLesson:
    week = _number(entry, "week", place, (1, weeks))
    activities = tuple(_activity(each, at, tracks) for at, each in _each(entry, "activities", place))
    if sum(each.core for each in activities) != 1:
        raise ImportRefused("course_core", place=place)
    objectives = _texts(entry, "objectives", place, _OBJECTIVES)
    card = _texts(entry, "card", place, (1, 12))
    title, theme = _text(entry, "title", place), _text(entry, "theme", place)
    return CourseLesson(_word(entry, "id", place), number, week, title, theme, objectives, card, activities)


def _activity(entry: Any, place: str, known_tracks: tuple[str, ...]) -> CourseActivity:
    kind, proof = _word(entry, "kind", place), _word(entry, "proof", place)
    _one_of(kind, ACTIVITY_KINDS, place)
    _one_of(proof, PROOFS, place)
    core = _field(entry, "core", place) is True
    tracks = tuple(track for _, track in _each(entry, "tracks", place))
    for track in tracks:
        _one_of(track, known_tracks, f"{place}/tracks")
    _counted(len(tracks), (1, len(known_tracks)), place)
    return CourseActivity(
        _word(entry, "id", place),
        kind,
        _text(entry, "title", place),
        _text(entry, "text", place),
        _number(entry, "minutes", place, _CORE_MINUTES if core else _OTHER_MINUTES),
        core,
        proof,
        tracks,
        _texts(entry, "options", place, _OPTIONS) if kind in ("poll", "quiz") else (),
        _text(entry, "who_to_ask", place) if kind == "conversation_starter" else None,
    )


def _field(entry: Any, name: str, place: str) -> Any:
    if not isinstance(entry, dict) or entry.get(name) in (None, "", [], {}):
        raise ImportRefused("course_missing", place=place, field=name)
    return entry[name]


def _word(entry: Any, name: str, place: str) -> str:
    word = _field(entry, name, place)
    if not isinstance(word, str) or not word.strip():
        raise ImportRefused("course_missing", place=place, field=name)
    return word


def _text(entry: Any, name: str, place: str) -> Bilingual:
    sides = _field(entry, name, place)
    at = f"{place}/{name}"
    return Bilingual.of({language: _word(sides, language, at) for language in LANGUAGES})


def _each(entry: Any, name: str, place: str = "") -> Iterator[tuple[str, Any]]:
    """The parts of a list, each with its place, counted from 1."""
    parts = _field(entry, name, place or "course")
    if not isinstance(parts, list):
        raise ImportRefused("course_missing", place=place or "course", field=name)
    at = f"{place}/{name}" if place else name
    return ((f"{at}/{number}", part) for number, part in enumerate(parts, 1))


def _texts(entry: Any, name: str, place: str, count: tuple[int, int]) -> tuple[Bilingual, ...]:
    texts = tuple(_text({name: part}, name, at) for at, part in _each(entry, name, place))
    _counted(len(texts), count, f"{place}/{name}")
    return texts


def _number(entry: Any, name: str, place: str, allowed: tuple[int, int]) -> int:
    number = _field(entry, name, place)
    if not isinstance(number, int) or isinstance(number, bool):
        raise ImportRefused("course_value", place=f"{place}/{name}", value=number)
    return _counted(number, allowed, f"{place}/{name}")


def _counted(count: int, allowed: tuple[int, int], place: str) -> int:
    least, most = allowed
    if not least <= count <= most:
        raise ImportRefused("course_count", place=place, count=count, least=least, most=most)
    return count


def _one_of(value: object, known: "tuple[str, ...] | list[str]", place: str) -> None:
    if value not in known:
        raise ImportRefused("course_value", place=place, value=value)


def _once(ids: "tuple[str, ...] | list[str]") -> None:
    for place, each in enumerate(ids):
        if each in ids[:place]:
            raise ImportRefused("course_twice", value=each)
