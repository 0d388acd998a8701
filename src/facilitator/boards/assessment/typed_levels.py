"""How a line says where something stands, the same on every assessment: a level, "?" or "n/a", then words about it."""

import re

from facilitator.content.instruments import Area, Instrument
from facilitator.domain.refusal import EditRejected

_SAID = re.compile(r"(?P<level>[0-4])|(?P<unknown>\?)|(?P<not_applicable>n/?a|s\.?o\.?)", re.IGNORECASE)
_NUMBER = re.compile(r"[+\-\u2212]?\d+(?:[.,]\d+)?")


def level_said(mark: str) -> tuple[str, int | None] | None:
    """What a mark says, as `scored` and `level` of an answer; None where it is no mark."""
    found = _SAID.fullmatch(mark)
    if found is None:
        return None
    if found["level"]:
        return "level", int(found["level"])
    return ("unknown" if found["unknown"] else "not_applicable"), None


def require_level(asked: Instrument, mark: str) -> None:
    """Make sure that a number is one of the levels; raises EditRejected("level_outside") (said, low, high)."""
    if _NUMBER.fullmatch(mark) and level_said(mark) is None:
        values = [each.value for each in asked.scale.levels]
        raise EditRejected("level_outside", said=mark, low=min(values), high=max(values))


def area_coded(asked: Instrument, typed: str) -> Area | None:
    """The area or statement with this code or id, a colon behind it or not; None if there is none."""
    wanted = typed.casefold().rstrip(":")
    return next((area for area in asked.areas if wanted in (area.code.casefold(), area.id)), None)
