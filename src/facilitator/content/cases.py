"""The themes of case cards, and the cases that the app ships as examples of the form: `resources/content/cases.json`.

Each example says only what its public sources say, and says so where a result isn't known.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from facilitator.content.reading import Bilingual, read

PARTS = ("title", "place", "years", "problem", "tried", "result", "lesson", "source")
"""What is told of a case, in the order in which it is read."""


@dataclass(frozen=True, slots=True)
class Theme:
    """What a case is about, with what belongs there."""

    id: str
    name: Bilingual
    hint: Bilingual


@dataclass(frozen=True, slots=True)
class Case:
    """A case of the house; `parts` has a text for each of PARTS."""

    id: str
    theme: str
    parts: Mapping[str, Bilingual]


@cache
def themes() -> tuple[Theme, ...]:
    """All themes in their order; the last takes what fits nowhere else."""
    return tuple(
        Theme(each["id"], Bilingual.of(each["name"]), Bilingual.of(each["hint"]))
        for each in read("content", "cases.json")["themes"]
    )


@cache
def cases() -> tuple[Case, ...]:
    """The examples that ship with the app."""
    return tuple(
        Case(each["id"], each["theme"], {part: Bilingual.of(each[part]) for part in PARTS})
        for each in read("content", "cases.json")["cases"]
    )
