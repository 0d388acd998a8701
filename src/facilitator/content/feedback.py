"""The feedback form: statements from 1 to 5 and open questions, from `resources/content/feedback.json`."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from facilitator.content.reading import Bilingual, read

LEVELS = (1, 2, 3, 4, 5)
"""The answers to a statement, the one that agrees least first."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Something to agree with from 1 to 5; `low` and `high` say what 1 and 5 mean. `code` is how it is called aloud."""

    id: str
    code: str
    text: Bilingual
    low: Bilingual
    high: Bilingual


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question that is answered in words; `name` is short for it."""

    id: str
    code: str
    text: Bilingual
    name: Bilingual


@cache
def statements() -> tuple[Statement, ...]:
    """The statements in their order."""
    return tuple(
        Statement(
            each["id"],
            each["code"],
            Bilingual.of(each["text"]),
            Bilingual.of(each["low"]),
            Bilingual.of(each["high"]),
        )
        for each in _form()["statements"]
    )


@cache
def questions() -> tuple[OpenQuestion, ...]:
    """The open questions in their order."""
    return tuple(
        OpenQuestion(each["id"], each["code"], Bilingual.of(each["text"]), Bilingual.of(each["name"]))
        for each in _form()["questions"]
    )


@cache
def _form() -> dict[str, Any]:
    form: dict[str, Any] = read("content", "feedback.json")
    return form
