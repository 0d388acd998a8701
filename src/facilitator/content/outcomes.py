"""Outcomes in words, the same wherever one stands in a line: on the stage, on paper, in a checklist."""

from datetime import date
from typing import Protocol

from facilitator.content.words import Words


class Taken(Protocol):
    """What may be taken on: an outcome, or what participants see of one."""

    @property
    def who(self) -> str:
        """Who takes it on, "" where nobody was named."""

    @property
    def due(self) -> date | None:
        """By when, None where nobody said."""


def taken_on(taken: Taken, words: Words) -> tuple[str, ...]:
    """Who takes it on and by when ("Priya", "by 5 February 2027"), as far as that was said."""
    due = words("outcome.by", day=words.date(taken.due)) if taken.due else ""
    return tuple(filter(None, (taken.who, due)))
