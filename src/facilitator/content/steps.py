"""Steps of the work on a board, with what the facilitator asks in each: every kind's content holds its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from facilitator.content.reading import Bilingual


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the work on a board, with what the facilitator asks in it."""

    id: str
    name: Bilingual
    prompts: tuple[Bilingual, ...]

    @classmethod
    def of(cls, entry: Mapping[str, Any]) -> Self:
        """The step that an object of the content holds."""
        return cls(entry["id"], Bilingual.of(entry["name"]), tuple(Bilingual.of(each) for each in entry["prompts"]))
