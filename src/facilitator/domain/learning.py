"""What a microcourse is made of, and who completed what of it."""

from datetime import date
from typing import ClassVar, Literal, get_args

from pydantic import field_validator
from sqlmodel import Field

from facilitator.domain.record import Record

ActivityKind = Literal[
    "core_video",
    "core_reading",
    "more_reading",
    "more_video",
    "case_study",
    "poll",
    "conversation_starter",
    "reflection",
    "try_it",
    "quiz",
    "study_group",
    "ama",
]
ACTIVITY_KINDS: tuple[ActivityKind, ...] = get_args(ActivityKind)
Proof = Literal["none", "tick", "text", "file_note", "facilitator"]
PROOFS: tuple[Proof, ...] = get_args(Proof)


class Lesson(Record):
    """One lesson of a program, in `week` (from 1); `number` is its place in the program.

    `outline` is the id of the built-in lesson that it was made from, "" for one of their own; its texts stand where
    `title`, `objectives` (one a line) and `card`, the core reading, are "". It is given out on `released_on`. `credit`
    names the partner who gave it.
    """

    program_id: str = Field(foreign_key="program.id", index=True)
    number: int
    week: int = Field(ge=1)
    outline: str = ""
    title: str = ""
    objectives: str = ""
    card: str = ""
    released_on: date | None = None
    credit: str = ""


class Activity(Record):
    """Something to do in a lesson, for those of one track or, with `track_id` None, of all; `number` is its place.

    `kind` is one of ACTIVITY_KINDS; it takes `minutes`. The `core` one has to be done. `proof`, one of PROOFS, is what
    completing it takes. `outline` is the id of the built-in activity whose text stands where `text` is "". A
    `withdrawn` one is no longer offered and counts for nobody.
    """

    lesson_id: str = Field(foreign_key="lesson.id", index=True)
    track_id: str | None = Field(default=None, foreign_key="track.id", index=True)
    number: int
    kind: str
    minutes: int = Field(ge=0)
    outline: str = ""
    text: str = ""
    core: bool = False
    proof: str = "tick"
    withdrawn: bool = False

    @field_validator("kind")
    @classmethod
    def _is_a_kind(cls, kind: str) -> str:
        if kind not in ACTIVITY_KINDS:
            raise ValueError("no such kind of activity")
        return kind

    @field_validator("proof")
    @classmethod
    def _is_a_proof(cls, proof: str) -> str:
        if proof not in PROOFS:
            raise ValueError("no such proof of completion")
        return proof


class Completion(Record):
    """Somebody completed an activity `on` a day; `evidence` is what they wrote, "" for a tick."""

    private: ClassVar[bool] = True

    activity_id: str = Field(foreign_key="activity.id", index=True)
    person_id: str = Field(foreign_key="person.id", index=True)
    on: date
    evidence: str = ""


class KeptBadge(Record):
    """A badge that somebody earned in a lesson: `level` 1-3 since `earned_on`, kept though the lesson grows."""

    private: ClassVar[bool] = True

    lesson_id: str = Field(foreign_key="lesson.id", index=True)
    person_id: str = Field(foreign_key="person.id", index=True)
    level: int = Field(ge=1, le=3)
    earned_on: date


class Certificate(Record):
    """What was handed out to somebody of a cohort: `sort` is "part", "comp" or "dist".

    `serial` counts the certificates of the cohort; one that was taken back (`revoked_on`) stays, so that its number is
    never given to somebody else. `name` is the learner's as printed, `language` that of the paper,
    and `check_code` a short hash of all that is printed: it shows a typing change, it proves nothing.
    """

    private: ClassVar[bool] = True

    cohort_id: str = Field(foreign_key="cohort.id", index=True)
    person_id: str = Field(foreign_key="person.id", index=True)
    serial: int = Field(ge=1)
    sort: str
    name: str
    language: str
    issued_on: date
    check_code: str
    revoked_on: date | None = None
