"""The lessons of a program and what there is to do in them: pure edits.

A text that is as the built-in one keeps no copy of its own, so that it stays in the reader's language. Badges that were
earned before an edit, or are by it, are kept: a lesson that grows takes nothing from anybody.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from facilitator.content.words import Words
from facilitator.domain.change import Change, composed
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.engagement import language_of
from facilitator.domain.learning import ACTIVITY_KINDS, PROOFS, Activity, Lesson
from facilitator.domain.program import Program, Track
from facilitator.domain.record import new_id
from facilitator.domain.refusal import EditRejected
from facilitator.domain.words_of_people import name, note
from facilitator.learning.completing import badges_to_keep
from facilitator.learning.lessons import activities_of, activity_view, lesson_view, lessons_of

SECOND_OF_WEEK = 3
"""Days from the first lesson of a week to the second."""

MINUTES = (1, 240)
"""How long an activity can take, the least and the most."""

TEXT_LIMIT = 1000
"""The most characters of what an activity asks for."""

CARD_LIMIT = 6000
"""The most characters of a core reading: some pages."""


@dataclass(frozen=True, slots=True)
class LessonValues:
    """What can be said of a lesson: `objectives` one a line, the paragraphs of `card` a line each."""

    title: str
    objectives: str = ""
    card: str = ""
    released_on: date | None = None
    credit: str = ""


@dataclass(frozen=True, slots=True)
class ActivityValues:
    """What can be said of an activity; `minutes` as they are typed, `track_id` "" for those of all tracks."""

    kind: str
    text: str
    minutes: str
    core: bool = False
    proof: str = "tick"
    track_id: str = ""


def lesson_values(document: Document, lesson_id: str) -> LessonValues:
    """What is said of a lesson now, built-in texts in the engagement's language; raises EditRejected("gone")."""
    lesson = document.get(Lesson, lesson_id)
    view = lesson_view(document, lesson_id, Words(language_of(document)))
    return LessonValues(view.title, "\n".join(view.objectives), "\n".join(view.card), lesson.released_on, lesson.credit)


def lesson_edited(document: Document, lesson_id: str, values: LessonValues) -> Change:
    """Say other things of a lesson; a blank text goes back to the built-in one.

    Raises EditRejected: "gone", "nothing_to_do", or what a text may not be.
    """
    lesson, before = document.get(Lesson, lesson_id), lesson_values(document, lesson_id)
    fields: dict[str, object] = {"released_on": values.released_on}
    checks: dict[str, Callable[[str], str]] = {
        "title": lambda text: name(text) if text.strip() or not lesson.outline else "",
        "objectives": _paragraphs,
        "card": lambda text: _paragraphs(text, limit=CARD_LIMIT),
        "credit": lambda text: name(text) if text.strip() else "",
    }
    for field, check in checks.items():
        text = check(getattr(values, field))
        fields[field] = getattr(lesson, field) if text == getattr(before, field) else text
    return changed("edit_lesson", [(lesson, lesson.having(**fields))])


def lesson_added(document: Document, program_id: str, title: str) -> Change:
    """A lesson of one's own after the last one, a week later, with nothing to do in it yet.

    Raises EditRejected: "gone", or what a title may not be.
    """
    document.get(Program, program_id)
    last = max((each.number for each in lessons_of(document, program_id)), default=0)
    week = max((each.week for each in lessons_of(document, program_id)), default=0) + 1
    made = Lesson(id=new_id(), program_id=program_id, number=last + 1, week=week, title=name(title))
    return changed("add_lesson", [(None, made)])


def lessons_released(document: Document, program_id: str, first_day: date) -> Change:
    """Give out the lessons twice a week: the first of each week on the weekday of `first_day`, the next 3 days later.

    Further ones of a week follow day by day. Raises EditRejected: "gone", "nothing_to_do".
    """
    document.get(Program, program_id)
    pairs, of_week = [], dict[int, int]()
    for lesson in lessons_of(document, program_id):
        place = of_week[lesson.week] = of_week.get(lesson.week, -1) + 1
        days = 7 * (lesson.week - 1) + (min(SECOND_OF_WEEK + place - 1, 6) if place else 0)
        pairs.append((lesson, lesson.having(released_on=first_day + timedelta(days))))
    return changed("release_lessons", pairs)


def lesson_moved(document: Document, lesson_id: str, by: int) -> Change:
    """Give out a lesson so many places later, earlier for less than 0, as far as there is room; the others close up.

    Weeks and days stay with the places, whichever lesson is given out then: learners were told the days. Raises
    EditRejected: "gone", "nothing_to_do" at the end.
    """
    lesson = document.get(Lesson, lesson_id)
    order = sorted(lessons_of(document, lesson.program_id), key=lambda each: each.week)
    places = [{"number": each.number, "week": each.week, "released_on": each.released_on} for each in order]
    numbers = sorted(each.number for each in order)
    at = order.index(lesson)
    order.insert(min(max(at + by, 0), len(order) - 1), order.pop(at))
    if order[at] == lesson:
        raise EditRejected("nothing_to_do")
    pairs = [
        (each, each.having(**place | {"number": number}))
        for each, place, number in zip(order, places, numbers, strict=True)
    ]
    return changed("move_lesson", pairs)


def activity_values(document: Document, activity_id: str) -> ActivityValues:
    """What is said of an activity now, a built-in text in the engagement's language; raises EditRejected("gone")."""
    activity = document.get(Activity, activity_id)
    text = activity_view(activity, Words(language_of(document))).text
    track_id = activity.track_id or ""
    return ActivityValues(activity.kind, text, str(activity.minutes), activity.core, activity.proof, track_id)


def activity_added(document: Document, lesson_id: str, values: ActivityValues) -> Change:
    """Something more to do in a lesson, after all the rest; badges that were earned by now are kept.

    Raises EditRejected: "gone", "choice_unknown" (choice, known), "activity_minutes" (text, least, most), or what a
    text may not be.
    """
    document.get(Lesson, lesson_id)
    number = max((each.number for each in activities_of(document, lesson_id)), default=0) + 1
    its = _checked(document, lesson_id, values) | {"text": name(values.text, limit=TEXT_LIMIT)}
    made = Activity.model_validate({"id": new_id(), "lesson_id": lesson_id, "number": number, **its})
    return _keeping(document, lesson_id, changed("add_activity", [(None, made)]))


def activity_edited(document: Document, activity_id: str, values: ActivityValues) -> Change:
    """Say other things of an activity; a blank text goes back to the built-in one.

    Raises EditRejected: "nothing_to_do", and as `activity_added` does.
    """
    activity, before = document.get(Activity, activity_id), activity_values(document, activity_id)
    text = name(values.text, limit=TEXT_LIMIT) if values.text.strip() or not activity.outline else ""
    its = _checked(document, activity.lesson_id, values)
    its["text"] = activity.text if text == before.text else text
    change = changed("edit_activity", [(activity, activity.having(**its))])
    return _keeping(document, activity.lesson_id, change)


def activity_put(document: Document, activity_id: str, *, withdrawn: bool) -> Change:
    """Withdraw an activity, which counts for nobody any more, or offer it again.

    Raises EditRejected: "gone", "nothing_to_do".
    """
    activity = document.get(Activity, activity_id)
    label = "withdraw_activity" if withdrawn else "offer_activity"
    change = changed(label, [(activity, activity.having(withdrawn=withdrawn))])
    return _keeping(document, activity.lesson_id, change)


def activity_moved(document: Document, activity_id: str, by: int) -> Change:
    """Move an activity so many places down in its lesson, up for less than 0, as far as there is room.

    Raises EditRejected: "gone", "nothing_to_do" at the end.
    """
    activity = document.get(Activity, activity_id)
    order = list(activities_of(document, activity.lesson_id))
    place = order.index(activity)
    order.insert(min(max(place + by, 0), len(order) - 1), order.pop(place))
    pairs = [(each, each.having(number=number)) for number, each in enumerate(order, start=1)]
    if [each.id for each in order] == [each.id for each in activities_of(document, activity.lesson_id)]:
        raise EditRejected("nothing_to_do")
    return changed("move_activity", pairs)


def poll_of_activity(document: Document, activity_id: str) -> tuple[str, tuple[str, ...]]:
    """What an activity asks, and the options to choose from, in the engagement's language, for a poll in a session.

    Raises EditRejected: "gone", "activity_no_poll" where there is nothing to choose from.
    """
    activity = document.get(Activity, activity_id)
    view = activity_view(activity, Words(language_of(document)))
    if not view.options:
        raise EditRejected("activity_no_poll")
    return view.text, view.options


def _checked(document: Document, lesson_id: str, values: ActivityValues) -> dict[str, object]:
    _one_of(values.kind, ACTIVITY_KINDS)
    _one_of(values.proof, PROOFS)
    program_id = document.get(Lesson, lesson_id).program_id
    if values.track_id and document.get(Track, values.track_id).program_id != program_id:
        raise EditRejected("gone", id=values.track_id)
    its = {"kind": values.kind, "proof": values.proof, "core": values.core, "track_id": values.track_id or None}
    return its | {"minutes": _minutes(values.minutes)}


def _minutes(text: str) -> int:
    typed, (least, most) = text.strip(), MINUTES
    number = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) <= len(str(most)) else 0
    if not least <= number <= most:
        raise EditRejected("activity_minutes", text=typed, least=least, most=most)
    return number


def _one_of(choice: str, known: Sequence[str]) -> None:
    if choice not in known:
        raise EditRejected("choice_unknown", choice=choice, known=", ".join(known))


def _paragraphs(text: str, limit: int = TEXT_LIMIT) -> str:
    """A text with a paragraph a line and no empty lines."""
    return "\n".join(line.strip() for line in note(text, limit=limit).splitlines() if line.strip())


def _keeping(document: Document, lesson_id: str, change: Change) -> Change:
    """The change with the badges that were earned before it, and those that are by it."""
    kept = [badges_to_keep(document, lesson_id)]
    before = document.after(kept[0]) if kept[0] else document
    kept.append(badges_to_keep(before.after(change), lesson_id))
    return composed(change.label, [each for each in (kept[0], change, kept[1]) if each])
