"""Outcomes in words, the same wherever one stands in a line: on the stage, on paper, in a checklist."""

from datetime import date
from typing import Protocol

from facilitator.content.words import Words
from facilitator.domain.screens import OutcomeLine


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


def told(line: OutcomeLine, words: Words) -> str:
    """An outcome in one line, with who takes it on and until when, as far as that was said."""
    said = " · ".join((line.text, *taken_on(line, words)))
    return marked(words("outcome.line", code=line.code, text=said), line, words)


def marked(text: str, line: OutcomeLine, words: Words) -> str:
    """The text with a mark where the outcome was not read back to the group yet."""
    return text if line.confirmed else words("outcome.with_mark", text=text, mark=words("outcome.to_confirm"))
