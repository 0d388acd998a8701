"""Answers and groups of organizations for tests of the rules."""

from collections.abc import Mapping, Sequence
from datetime import date

from facilitator.boards.assessment.rules.group_shapes import Consent, Grouped, Organization, Theme
from facilitator.boards.assessment.rules.grouping import grouped
from facilitator.boards.assessment.rules.results import Said
from facilitator.boards.grouped.shapes import Thresholds
from facilitator.content.instruments import instrument

CAPACITY = instrument("capacity")
GOVERNANCE = instrument("governance")
PRINCIPLES = instrument("principles")
ADOPTION = instrument("adoption")
PEOPLE = tuple(area.id for area in CAPACITY.areas_of("people"))
DAY = date(2027, 3, 1)
SALT = "a salt of the tests"


def level(area: str, value: int, importance: int | None = None, **more: object) -> Said:
    return Said(area, "level", value, importance=importance, **more)  # type: ignore[arg-type]


def organization(
    its_id: str,
    levels: Mapping[str, int | str],
    *,
    themes: Sequence[str] = (),
    consent: Consent = "include",
    segments: Mapping[str, str] | None = None,
) -> Organization:
    """One organization with one person; a level is a number, or "unknown" or "not_applicable"."""
    said = tuple(
        Said(area, "level", value) if isinstance(value, int) else Said(area, value)  # type: ignore[arg-type]
        for area, value in levels.items()
    )
    kept = frozenset(Theme("theme", each) for each in themes)
    return Organization(its_id, (said,), consent, kept, segments or {})


def group(values: Sequence[int | str | None], area: str = "cap_p1") -> tuple[Organization, ...]:
    """One organization a value, each with one answer to one statement; None: no answer."""
    return tuple(
        organization(f"org {number}", {} if value is None else {area: value}) for number, value in enumerate(values)
    )


def summed(organizations: Sequence[Organization], k: int = 5, c: int = 3, **more: object) -> Grouped:
    return grouped(
        CAPACITY,
        organizations,
        on=DAY,
        salt=SALT,
        thresholds=Thresholds(k, c),
        **more,  # type: ignore[arg-type]
    )
