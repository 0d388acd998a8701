"""Outcome: what comes out of a session and is kept: a decision, a next step, an open question, a parked matter."""

from datetime import date
from typing import Literal, get_args

from pydantic import field_validator
from sqlmodel import Field

from facilitator.domain.record import Record

OutcomeKind = Literal["decision", "next_step", "question", "parking"]
OUTCOME_KINDS: tuple[OutcomeKind, ...] = get_args(OutcomeKind)

CODE_LETTERS = {"decision": "D", "next_step": "N", "question": "Q", "parking": "P"}
"""The letter of the spoken code of each kind. Boards share the counters, so a code is unique in its engagement."""


class Outcome(Record):
    """Public words: it is shown at the close and handed out. `kind` is one of OUTCOME_KINDS, `code` its spoken code.

    `session_id` is the session it came out of, None where there was none; `number` its place in time. `who` is to do it
    by `due` ("" and None: nobody said). It is to be confirmed until it was read back to the group.
    """

    session_id: str | None = Field(default=None, foreign_key="session.id", index=True)
    number: int
    kind: str
    code: str
    text: str
    who: str = ""
    due: date | None = None
    confirmed: bool = False

    @field_validator("kind")
    @classmethod
    def _is_a_kind(cls, kind: str) -> str:
        if kind not in OUTCOME_KINDS:
            raise ValueError("an outcome is of one of four kinds")
        return kind
