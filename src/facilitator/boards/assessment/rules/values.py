"""One value per organization, whoever answered in it, before anything else is counted. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import median

from facilitator.boards.assessment.rules.group_shapes import Consent, Organization, Theme
from facilitator.content.instruments import Instrument

_STRICTEST: tuple[Consent, ...] = ("leave_out", "see_first", "include")


@dataclass(frozen=True, slots=True)
class OwnValues:
    """What one organization comes to: `levels` by statement and `dimensions` by dimension, where there is a value.

    `unknown` are the statements that nobody in it could answer. Raw, and never part of a summary.
    """

    organization: str
    levels: Mapping[str, float]
    dimensions: Mapping[str, float]
    unknown: frozenset[str]
    themes: frozenset[Theme]
    segment: str

    def values(self) -> dict[str, str]:
        """Everything that enters a summary, by item, as letters that differ where it differs."""
        return {
            **{f"dimension {its_id}": str(value) for its_id, value in self.dimensions.items()},
            **{f"statement {its_id}": str(level) for its_id, level in self.levels.items()},
            **{f"statement {its_id}": "unknown" for its_id in self.unknown},
            **{f"theme {theme.sort} {theme.id}": "raised" for theme in self.themes},
        }


def one_each(organizations: Iterable[Organization]) -> tuple[Organization, ...]:
    """Each organization once, by id: its people together, its themes together, and the strictest of its consents.

    One whose people stand in several segments is in none: "".
    """
    found: dict[str, Organization] = {}
    for each in organizations:
        before = found.get(each.id)
        if before is None:
            found[each.id] = each
            continue
        found[each.id] = Organization(
            each.id,
            before.people + each.people,
            min(before.consent, each.consent, key=_STRICTEST.index),
            before.themes | each.themes,
            _together(before.segments, each.segments),
        )
    return tuple(found[its_id] for its_id in sorted(found))


def _together(one: Mapping[str, str], other: Mapping[str, str]) -> dict[str, str]:
    both = one.keys() & other.keys()
    return {**one, **other, **{key: one[key] if one[key] == other[key] else "" for key in both}}


def own_values(asked: Instrument, organization: Organization, segment_by: str) -> OwnValues:
    """The median of an organization's people for each statement, and of its statements for each dimension.

    A dimension with levels for fewer than half of what applies has no value; what only "not applicable" was said of
    does not apply.
    """
    levels: dict[str, float] = {}
    unknown, outside = set(), set()
    for area in asked.areas:
        said = [each for person in organization.people for each in person if each.area == area.id]
        scored = [each.level for each in said if each.scored == "level" and each.level is not None]
        if scored:
            levels[area.id] = float(median(scored))
        elif any(each.scored == "unknown" for each in said):
            unknown.add(area.id)
        elif any(each.scored == "not_applicable" for each in said):
            outside.add(area.id)
    dimensions: dict[str, float] = {}
    for dimension in asked.dimensions:
        applying = [area.id for area in asked.areas_of(dimension.id) if area.id not in outside]
        inside = [levels[area_id] for area_id in applying if area_id in levels]
        if inside and 2 * len(inside) >= len(applying):
            dimensions[dimension.id] = float(median(inside))
    segment = organization.segments.get(segment_by, "") if segment_by else ""
    return OwnValues(organization.id, levels, dimensions, frozenset(unknown), organization.themes, segment)
