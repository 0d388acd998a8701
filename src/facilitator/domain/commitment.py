"""Commitment: what somebody set out to do, for themselves. Private: it is theirs, and the facilitator's."""

from datetime import date
from typing import ClassVar, Literal, get_args

from pydantic import field_validator
from sqlmodel import Field

from facilitator.domain.record import Record

CommitmentState = Literal["open", "done", "dropped"]
COMMITMENT_STATES: tuple[CommitmentState, ...] = get_args(CommitmentState)


class Commitment(Record):
    """In the next days "I will `text`, `with_whom`; I will notice it worked when `sign`", by `due`.

    `session_id` is the session in which it was made and `principle` the id of the leadership principle that it
    follows from, None and "" for none. `number` is its place in time, `state` one of COMMITMENT_STATES, `result` what
    came of it.
    """

    private: ClassVar[bool] = True

    person_id: str = Field(foreign_key="person.id", index=True)
    session_id: str | None = Field(default=None, foreign_key="session.id", index=True)
    number: int
    text: str
    principle: str = ""
    with_whom: str = ""
    sign: str = ""
    due: date | None = None
    state: str = "open"
    result: str = ""

    @field_validator("state")
    @classmethod
    def _is_a_state(cls, state: str) -> str:
        if state not in COMMITMENT_STATES:
            raise ValueError("a commitment is open, done or dropped")
        return state
