"""Into which parts organizations are divided to compare them: by the track or the cohort of who answered. Private."""

from collections.abc import Mapping
from dataclasses import dataclass

from facilitator.domain.document import Document
from facilitator.domain.participation import Enrolment
from facilitator.domain.program import Cohort, Track

DIVISIONS = ("track", "cohort")
"""By what organizations are compared: the ways through a program, or the groups of people who go through it."""

_GONE = "withdrawn"


@dataclass(frozen=True, slots=True)
class Parts:
    """What each part is called by its id, and in which part somebody (by id) is, by division; "" for several."""

    names: Mapping[str, str]
    of: Mapping[str, Mapping[str, str]]


def parts(document: Document) -> Parts:
    """The parts that people belong to by their enrolments, of those who have withdrawn none."""
    found: dict[str, dict[str, str]] = {}
    for each in document.every(Enrolment):
        if each.state == _GONE:
            continue
        mine = found.setdefault(each.person_id, {})
        for division, part in zip(DIVISIONS, (each.track_id, each.cohort_id), strict=True):
            if part:
                mine[division] = part if mine.get(division, part) == part else ""
    return Parts(part_names(document), found)


def part_names(document: Document) -> dict[str, str]:
    """What tracks and cohorts are called, by id."""
    names = {each.id: each.title for each in document.every(Track)}
    return names | {each.id: each.title for each in document.every(Cohort)}
