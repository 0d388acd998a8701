"""What was typed or chosen for a field of a stakeholder, as its records hold it."""

from collections.abc import Callable, Mapping
from functools import partial

from facilitator.boards.stakeholder_web.answers import in_order, optional_whole
from facilitator.boards.stakeholder_web.model import (
    StakeholderAttitude,
    StakeholderInfluence,
    StakeholderNote,
    StakeholderSalience,
    StrategyReason,
)
from facilitator.boards.typed import optional_day, optional_line
from facilitator.domain import words_of_people
from facilitator.domain.record import Record

_YES_NO = {"": None, "yes": True, "no": False}
_TEXTS = ("needs", "concerns", "contribution", "strategy", "access_plan")
_LEVELS = ("level_now", "level_wanted")
_SCALES = ("interest", "impact_on_them")

PRIVATE: Mapping[str, tuple[type[Record], str, Callable[[str], object]]] = {
    "influence": (StakeholderInfluence, "influence", optional_whole),
    "sources": (StakeholderInfluence, "sources", partial(in_order, "sources")),
    "attitude": (StakeholderAttitude, "attitude", optional_whole),
    "basis": (StakeholderAttitude, "basis", str),
    "urgency": (StakeholderSalience, "urgency", _YES_NO.__getitem__),
    "legitimacy": (StakeholderSalience, "legitimacy", _YES_NO.__getitem__),
    "strategy_reason": (StrategyReason, "text", words_of_people.note),
    "note": (StakeholderNote, "text", words_of_people.note),
}
"""The private fields: which record, which column of it, and how a value is read."""


def public_value(key: str, value: str) -> object:
    """The value of a column of `Stakeholder`, from one that fits its field; raises EditRejected for words."""
    if key == "name":
        return words_of_people.name(value)
    if key == "owner":
        return optional_line(value)
    if key in _TEXTS:
        return words_of_people.note(value)
    if key == "next_contact":
        return optional_day(value)
    if key == "flags":
        return in_order("flags", value)
    if key == "ring":
        return int(value)
    if key in _SCALES:
        return optional_whole(value)
    return (value or None) if key in _LEVELS else value
