"""The levels of participation, from `resources/content/stakeholder_web.json`.

Their names are those of the IAP2 spectrum, with descriptions of our own, or everyday words.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from facilitator.content.reading import Bilingual, read

ParticipationLabels = Literal["iap2", "plain"]
"""Names of participation levels that practitioners know, or everyday words."""


@dataclass(frozen=True, slots=True)
class ParticipationLevel:
    """How far a stakeholder takes part, from `index` 0 (not yet reached) to 5 (decides)."""

    index: int
    id: str
    name: Bilingual
    we_will: Bilingual
    you_can_expect: Bilingual


@cache
def participation_levels(labels: ParticipationLabels) -> tuple[ParticipationLevel, ...]:
    """The six levels from 0, named by one of the two sets of labels; ids do not depend on the labels."""
    return tuple(
        ParticipationLevel(
            index,
            entry["id"],
            Bilingual.of(entry["names"][labels]),
            Bilingual.of(entry["we_will"]),
            Bilingual.of(entry["you_can_expect"]),
        )
        for index, entry in enumerate(_participation()["levels"])
    )


def participation_level(level_id: str, labels: ParticipationLabels) -> ParticipationLevel:
    """One level; raises KeyError for an id that is none."""
    return {level.id: level for level in participation_levels(labels)}[level_id]


@cache
def participation_credit() -> Bilingual:
    """The line to print where level names of the set "iap2" appear."""
    return Bilingual.of(_participation()["credit"])


@cache
def _participation() -> dict[str, Any]:
    found: dict[str, Any] = read("content", "stakeholder_web.json")["participation"]
    return found
