"""Polls of a session: a question with two to six options, or a temperature check from 1 to 5.

Who voted for what is private, and so are the counts until the facilitator reveals the totals.
"""

from collections.abc import Mapping
from typing import ClassVar

from sqlmodel import Field

from facilitator.domain.record import Record


def mean_choice(counts: Mapping[int, int]) -> float:
    """The mean of the numbers that were chosen, `counts` being how many chose each; somebody has to have."""
    return sum(number * count for number, count in counts.items()) / sum(counts.values())


class Poll(Record):
    """A question put to everybody. `scale` marks a temperature check: its options are the five levels.

    `session_id` is the session it belongs to, None for none; `number` its place in the list. `shown` tells whether
    everybody may see the totals.
    """

    session_id: str | None = Field(default=None, foreign_key="session.id", index=True)
    number: int
    question: str
    scale: bool = False
    shown: bool = False


class PollOption(Record):
    """One of a poll's answers; `number` counts from 1 and is what people type ("2", or its letter "B")."""

    poll_id: str = Field(foreign_key="poll.id", index=True)
    number: int
    text: str


class PollVote(Record):
    """What one person chose last."""

    private: ClassVar[bool] = True

    poll_id: str = Field(foreign_key="poll.id", index=True)
    option_id: str = Field(foreign_key="poll_option.id", index=True)
    person: str


class CountedVotes(Record):
    """Hands counted for an option, besides what people typed; its id is the option's."""

    private: ClassVar[bool] = True

    id: str = Field(primary_key=True, foreign_key="poll_option.id")
    hands: int
