"""The forms of lessons: fields of a lesson, an activity, a day, what somebody wrote; and what was typed into them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from facilitator.boards.described import Field
from facilitator.boards.said_day import near_day
from facilitator.content.lesson_told import kind_name
from facilitator.content.words import Words
from facilitator.domain.learning import ACTIVITY_KINDS, PROOFS
from facilitator.learning.lesson_edits import ActivityValues, LessonValues

NEW_ACTIVITY = ActivityValues(kind="try_it", text="", minutes="10")
"""What the form of a new activity begins with."""

_YES, _NO = "yes", "no"


def lesson_fields(values: LessonValues, words: Words) -> tuple[Field, ...]:
    """The fields of a lesson, its day in ISO."""
    day = values.released_on.isoformat() if values.released_on else ""
    return (
        _field("title", values.title, "line", words),
        _field("objectives", values.objectives, "text", words),
        _field("card", values.card, "text", words),
        _field("released_on", day, "date", words),
        _field("credit", values.credit, "line", words),
    )


def lesson_said(said: Mapping[str, str], today: date) -> LessonValues:
    """What was typed into them; raises EditRejected as `near_day` does."""
    day = near_day(said["released_on"], today)
    return LessonValues(said["title"], said["objectives"], said["card"], day, said["credit"])


def activity_fields(values: ActivityValues, tracks: Sequence[tuple[str, str]], words: Words) -> tuple[Field, ...]:
    """The fields of an activity; `tracks` are those of its program."""
    kinds = [(each, kind_name(each, words)) for each in ACTIVITY_KINDS]
    proofs = [(each, words(f"lesson.proof_{each}")) for each in PROOFS]
    answers = [(_NO, words("lesson.no")), (_YES, words("lesson.yes"))]
    return (
        _field("text", values.text, "text", words),
        _field("kind", values.kind, "choice", words, kinds),
        _field("minutes", values.minutes, "line", words),
        _field("core", _YES if values.core else _NO, "choice", words, answers),
        _field("proof", values.proof, "choice", words, proofs),
        _field("track", values.track_id, "choice", words, [("", words("lesson.all_tracks")), *tracks]),
    )


def activity_said(said: Mapping[str, str]) -> ActivityValues:
    """What was typed into them."""
    core = said["core"] == _YES
    return ActivityValues(said["kind"], said["text"], said["minutes"], core, said["proof"], said["track"])


def one_field(
    key: str, value: str, form: Literal["line", "text", "date"], words: Words, *, private: bool = False
) -> tuple[Field, ...]:
    """A form with a single field."""
    return (replace(_field(key, value, form, words), private=private),)


def _field(
    key: str,
    value: str,
    form: Literal["line", "text", "choice", "date"],
    words: Words,
    choices: Sequence[tuple[str, str]] = (),
) -> Field:
    near = form == "date"  # lessons are given out now: a day without its year may be past
    return Field(key, words(f"lesson.field_{key}"), value, form, choices=tuple(choices), near=near)
