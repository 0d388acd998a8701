"""What goes into an anonymous group summary, what comes out of it, and what the facilitator checks before it is shown.

`GroupSummary` is the only part that may leave the facilitator's hands; it holds nothing that one organization said.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from facilitator.boards.assessment.rules.results import Said
from facilitator.boards.grouped.shapes import Frequency, Item, Reason, Thresholds

Consent = Literal["include", "see_first", "leave_out"]
Mode = Literal["none", "themes", "figures"]
ThemeSort = Literal["constraint", "opportunity", "theme"]
ItemSort = Literal["dimension", "statement", "theme", "segment", "release"]
Guess = Literal["all_raised", "least_group", "least_part"]


@dataclass(frozen=True, slots=True, order=True)
class Theme:
    """What was coded from what somebody said: a constraint or an opportunity by its tag, or a theme by its id."""

    sort: ThemeSort
    id: str


@dataclass(frozen=True, slots=True)
class Organization:
    """What one organization said: `people` are its respondents' answers. Raw, and never part of a summary.

    `id` is any id that stays the same from release to release. `segments` are its values ("size": "small").
    """

    id: str
    people: tuple[tuple[Said, ...], ...]
    consent: Consent = "see_first"
    themes: frozenset[Theme] = frozenset()
    segments: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SegmentItems:
    """What is shown of one segment ("small"): the dimensions, and no statements."""

    id: str
    dimensions: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class ThemeShare:
    """A theme raised by c or more; `word` only where figures are allowed."""

    theme: Theme
    word: Frequency | None = None


@dataclass(frozen=True, slots=True)
class GroupSummary:
    """All that a group may see, in an order that is that of the instrument: no answers, no organizations, no numbers.

    `mode` "none": not enough to protect anyone, and nothing else is filled. `band` is "5-9", `month` "2026-11".
    `strengths` and `gaps` are ids of statements, at most three each, chosen from what is shown.
    """

    instrument: str
    mode: Mode
    month: str
    thresholds: Thresholds
    band: str = ""
    dimensions: tuple[Item, ...] = ()
    statements: tuple[Item, ...] = ()
    segmented_by: str = ""
    segments: tuple[SegmentItems, ...] = ()
    themes: tuple[ThemeShare, ...] = ()
    strengths: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hidden:
    """What is not shown, and why; `segment` is "" for the whole group. `part` "unknown" or "bands": only that of it."""

    sort: ItemSort
    id: str
    reason: Reason
    segment: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class CouldGuess:
    """What somebody who knows the group could guess although every rule is kept; `id` is a theme's, or ""."""

    guess: Guess
    id: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """Private, for the check screen: who is in by consent, who waits, what was hidden and why, what could be guessed.

    `allowed` is False where the whole summary must wait, as too few changed since an earlier one.
    """

    included: tuple[str, ...]
    waiting: tuple[str, ...]
    left_out: tuple[str, ...]
    hidden: tuple[Hidden, ...]
    guesses: tuple[CouldGuess, ...]
    allowed: bool = True


@dataclass(frozen=True, slots=True)
class Release:
    """What is kept of a summary that was shown, to compare a later one with; private, and of hashes only.

    `members` is a hash of the set of organizations, `answers` one of all that the summary was made from; `changed` has
    the salt on its first line, then one line an organization.
    """

    band: str
    thresholds: Thresholds
    members: str
    answers: str
    changed: str


@dataclass(frozen=True, slots=True)
class Grouped:
    """A summary, what the facilitator checks before it is shown, and what is kept of it once it was."""

    summary: GroupSummary
    check: Check
    release: Release
