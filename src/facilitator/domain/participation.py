"""Who takes part in what: cohorts, sessions, and the groups that people were put into. All of it is private."""

from datetime import date
from typing import ClassVar, Literal, get_args

from pydantic import field_validator
from sqlmodel import Field

from facilitator.domain.record import Record

Presence = Literal["", "present", "partial", "absent"]
PRESENCES: tuple[Presence, ...] = get_args(Presence)
EnrolmentState = Literal["invited", "active", "paused", "completed", "withdrawn"]
ENROLMENT_STATES: tuple[EnrolmentState, ...] = get_args(EnrolmentState)


class StudyGroup(Record):
    """A few people of a cohort who meet on their own; `number` is its place, `plan` when and how they meet."""

    private: ClassVar[bool] = True

    cohort_id: str = Field(foreign_key="cohort.id", index=True)
    number: int
    title: str
    plan: str = ""
    host_id: str | None = Field(default=None, foreign_key="person.id", index=True)


class Enrolment(Record):
    """Somebody belongs to a cohort, since `enrolled_on` (None: nobody said); `state` is one of ENROLMENT_STATES.

    `named` says that they agree to stand by name on a certificate, `certificate_name` how, "" as they are called here.
    """

    private: ClassVar[bool] = True

    cohort_id: str = Field(foreign_key="cohort.id", index=True)
    person_id: str = Field(foreign_key="person.id", index=True)
    track_id: str | None = Field(default=None, foreign_key="track.id", index=True)
    study_group_id: str | None = Field(default=None, foreign_key="study_group.id", index=True)
    state: str = "active"
    enrolled_on: date | None = None
    named: bool = True
    certificate_name: str = ""

    @field_validator("state")
    @classmethod
    def _is_a_state(cls, state: str) -> str:
        if state not in ENROLMENT_STATES:
            raise ValueError("an enrolment is invited, active, paused, completed or withdrawn")
        return state


class OneToOne(Record):
    """Whom a session between two is with; its id is the session's."""

    private: ClassVar[bool] = True

    id: str = Field(primary_key=True, foreign_key="session.id")
    person_id: str = Field(foreign_key="person.id", index=True)


class Attendance(Record):
    """Somebody is expected at a session or was there.

    `presence` is one of PRESENCES, "" while nobody knows; `minutes` how long they were there in all, None where that is
    not known, and `joins` how often they came in.
    """

    private: ClassVar[bool] = True

    session_id: str = Field(foreign_key="session.id", index=True)
    person_id: str = Field(foreign_key="person.id", index=True)
    presence: str = ""
    minutes: int | None = None
    joins: int = 0

    @field_validator("presence")
    @classmethod
    def _is_a_presence(cls, presence: str) -> str:
        if presence not in PRESENCES:
            raise ValueError("presence is present, partial, absent or not known")
        return presence


class Shuffle(Record):
    """People of a session put at random into an order (`size` 0) or into groups of `size`; `number` counts them."""

    private: ClassVar[bool] = True

    session_id: str = Field(foreign_key="session.id", index=True)
    number: int
    size: int


class ShuffledPerson(Record):
    """Where somebody stands in a shuffle: in which group (from 1; 1 for an order) and at which place in it (from 1)."""

    private: ClassVar[bool] = True

    shuffle_id: str = Field(foreign_key="shuffle.id", index=True)
    person_id: str = Field(foreign_key="person.id", index=True)
    group: int
    place: int
