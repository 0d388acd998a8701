"""What assessments ask through: instruments, all of one shape, from `resources/content/instruments/`, and their scales.

Statements, anchors and scales are our own wording; names of others are credited in `Instrument.credit`. A further
instrument is a further file; `content.instrument_files` reads one and refuses what is not whole.
"""

from functools import cache

from facilitator.content.instrument_files import instrument_in, scales_in, terms_in
from facilitator.content.instrument_shapes import (
    Anchor,
    Area,
    Column,
    Instrument,
    Inventory,
    Level,
    LibraryStep,
    Mark,
    ReadyToBuy,
    Scale,
    Term,
    Terms,
)
from facilitator.content.resources import resource

__all__ = [
    "Anchor",
    "Area",
    "Column",
    "Instrument",
    "Inventory",
    "Level",
    "LibraryStep",
    "Mark",
    "ReadyToBuy",
    "Scale",
    "Term",
    "Terms",
    "instrument",
    "instruments",
    "scale",
    "terms",
]


@cache
def instruments() -> tuple[Instrument, ...]:
    """All instruments, in the order of their ids; raises InstrumentRefused for a file that is not whole."""
    files = sorted(resource("content", "instruments").glob("*.json"))
    return tuple(instrument_in(file.read_text(encoding="utf-8"), file.name, _scales()) for file in files)


def instrument(instrument_id: str) -> Instrument:
    """One instrument ("digital_audit"); raises KeyError for an id that is none."""
    return {each.id: each for each in instruments()}[instrument_id]


def scale(scale_id: str) -> Scale:
    """One scale: "capacity", "practice" (principles) or "reach" (adoption); raises KeyError for an id that is none."""
    return _scales()[scale_id]


@cache
def terms() -> Terms:
    """The words that answers choose from, whatever the instrument."""
    return terms_in(resource("content", "assessment_terms.json").read_text(encoding="utf-8"), "assessment_terms.json")


@cache
def _scales() -> dict[str, Scale]:
    file = "assessment_scales.json"
    return scales_in(resource("content", file).read_text(encoding="utf-8"), file)
