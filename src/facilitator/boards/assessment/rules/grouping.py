"""The anonymous summary of what several organizations said, and the check of it before anybody sees it. Pure.

The unit of protection is the organization. Thresholds, complementary suppression and differencing are the practice of
statistical offices; which words are said, and the rule for uniform answers, are our own. The summary is made from the
output of these rules only; nobody can promise that nothing identifying remains, so a person looks at the check first.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from facilitator.boards.assessment.rules.group_shapes import (
    Check,
    CouldGuess,
    Grouped,
    GroupSummary,
    Hidden,
    ItemSort,
    Mode,
    Organization,
    Release,
    SegmentItems,
    Theme,
    ThemeShare,
)
from facilitator.boards.assessment.rules.releases import changed_since, least_difference, release_of
from facilitator.boards.assessment.rules.segments import hidden_segments
from facilitator.boards.assessment.rules.values import OwnValues, one_each, own_values
from facilitator.boards.grouped.cells import frequency, group_band, shown, unknown_word
from facilitator.boards.grouped.shapes import LEAST, Item, Reason, Thresholds
from facilitator.content.instruments import Instrument

MOST_SHARED = 3
"""How many shared strengths and how many shared gaps a summary names."""


def grouped(
    asked: Instrument,
    organizations: Iterable[Organization],
    *,
    on: date,
    salt: str,
    thresholds: Thresholds | None = None,
    earlier: Sequence[Release] = (),
    segment_by: str = "",
    figures: bool | None = None,
) -> Grouped:
    """The summary of all organizations that consented, and its check.

    Those that have not said "include" are left out before anything is counted. `earlier` are the releases of summaries
    of the same instrument that were shown; `segment_by` names a segment of the organizations; `figures` False asks for
    themes only, None for what the instrument begins with. Raises ValueError for a salt that `release_of` refuses.
    """
    limits = thresholds or Thresholds()
    everybody = one_each(organizations)
    own = tuple(own_values(asked, each, segment_by) for each in everybody if each.consent == "include")
    wanted = asked.group_view == "figures" if figures is None else figures
    work = _Work(asked, own, limits, tuple(earlier), _mode(len(own), limits, wanted))
    allowed = not any(0 < changed_since(own, release) < limits.cell for release in earlier)
    summary = GroupSummary(asked.id, "none", f"{on:%Y-%m}", limits)
    hidden: list[Hidden] = []
    guesses: tuple[CouldGuess, ...] = ()
    if not allowed:
        hidden.append(Hidden("release", "", "no_change_enough"))
    elif work.mode == "none":
        hidden.append(Hidden("release", "", "no_group"))
    else:
        summary, hidden = _filled(summary, work, segment_by)
        guesses = _guesses(summary, work)
    check = Check(
        included=tuple(each.organization for each in own),
        waiting=tuple(each.id for each in everybody if each.consent == "see_first"),
        left_out=tuple(each.id for each in everybody if each.consent == "leave_out"),
        hidden=tuple(hidden),
        guesses=guesses,
        allowed=allowed,
    )
    return Grouped(summary, check, release_of(own, segment_by, limits, salt))


@dataclass(frozen=True, slots=True)
class _Work:
    """What a summary is made from, with what every rule needs to know."""

    asked: Instrument
    own: tuple[OwnValues, ...]
    limits: Thresholds
    earlier: tuple[Release, ...]
    mode: Mode

    def differs_by_few(self, own: Sequence[OwnValues], item: str) -> bool:
        least = least_difference(own, item, self.earlier)
        return least is not None and least < self.limits.cell


def _mode(count: int, limits: Thresholds, figures: bool) -> Mode:
    if count < max(LEAST, limits.cell):
        return "none"
    return "figures" if figures and count >= limits.group else "themes"


def _filled(summary: GroupSummary, work: _Work, segment_by: str) -> tuple[GroupSummary, list[Hidden]]:
    themes, hidden = _themes(work)
    summary = replace(summary, mode=work.mode, band=group_band(len(work.own)), themes=themes)
    if work.mode == "themes":
        return summary, hidden
    dimensions = [_item(work, work.own, "dimension", each.id, hidden) for each in work.asked.dimensions]
    statements = [_item(work, work.own, "statement", each.id, hidden) for each in work.asked.areas]
    segments: tuple[SegmentItems, ...] = ()
    if segment_by:
        dimensions, segments = _segmented(work, dimensions, hidden)
    strengths, gaps = _shared(work.asked, statements)
    return replace(
        summary,
        dimensions=tuple(dimensions),
        statements=tuple(statements),
        segmented_by=segment_by,
        segments=segments,
        strengths=strengths,
        gaps=gaps,
    ), hidden


def _item(
    work: _Work, own: Sequence[OwnValues], sort: ItemSort, its_id: str, hidden: list[Hidden], segment: str = ""
) -> Item:
    """What may be shown of an item for some organizations; what is hidden is told in `hidden`."""
    if work.differs_by_few(own, f"{sort} {its_id}"):
        hidden.append(Hidden(sort, its_id, "difference", segment))
        return Item(its_id)
    values = [found[its_id] for each in own if its_id in (found := _of(each, sort))]
    item, reasons = shown(its_id, values, work.limits)
    hidden.extend(
        Hidden(sort, its_id, reason, segment, "bands" if reason == "small_band" else "") for reason in reasons
    )
    unknown = sum(its_id in each.unknown for each in own)
    if sort == "dimension" or not unknown:
        return item
    word = unknown_word(unknown, len(values) + unknown, work.limits)
    if word is None:
        hidden.append(Hidden(sort, its_id, "small_unknown", segment, "unknown"))
    return replace(item, unknown=word)


def _of(own: OwnValues, sort: ItemSort) -> dict[str, float]:
    return dict(own.dimensions if sort == "dimension" else own.levels)


def _themes(work: _Work) -> tuple[tuple[ThemeShare, ...], list[Hidden]]:
    """The themes that enough organizations raised, in the order of their ids, which tells nothing of how many."""
    counts = _raised(work)
    kept: list[ThemeShare] = []
    hidden: list[Hidden] = []
    for theme in sorted(counts):
        reason: Reason | None = "small_theme" if counts[theme] < work.limits.cell else None
        if work.differs_by_few(work.own, f"theme {theme.sort} {theme.id}"):
            reason = "difference"
        if reason:
            hidden.append(Hidden("theme", f"{theme.sort}.{theme.id}", reason))
            continue
        word = frequency(counts[theme], len(work.own)) if work.mode == "figures" else None
        kept.append(ThemeShare(theme, word))
    return tuple(kept), hidden


def _raised(work: _Work) -> Counter[Theme]:
    return Counter(theme for each in work.own for theme in each.themes)


def _segmented(
    work: _Work, dimensions: list[Item], hidden: list[Hidden]
) -> tuple[list[Item], tuple[SegmentItems, ...]]:
    """The dimensions of each segment that may be shown, and the whole without what would give a hidden one away."""
    members: dict[str, list[OwnValues]] = {}
    for each in work.own:
        members.setdefault(each.segment, []).append(each)
    rows: dict[str, list[Item]] = {segment: [] for segment in members if segment}
    whole: list[Item] = []
    for item in dimensions:
        told: list[Hidden] = []
        cells = _cells(work, members, item.id, told)
        if any(_is_shown(cell) for cell in cells.values()):
            item = _whole_beside(item, cells, told)
        for segment, row in rows.items():
            row.append(cells[segment])
        whole.append(item)
        hidden.extend(told)
    kept = (SegmentItems(segment, tuple(row)) for segment, row in sorted(rows.items()) if any(map(_is_shown, row)))
    return whole, tuple(kept)


def _cells(work: _Work, members: dict[str, list[OwnValues]], item: str, told: list[Hidden]) -> dict[str, Item]:
    """One dimension in each segment; those without a segment ("") are a segment that is never shown."""
    sizes = {segment: sum(item in each.dimensions for each in own) for segment, own in members.items()}
    few = {segment for segment, own in members.items() if work.differs_by_few(own, f"dimension {item}")}
    reasons = hidden_segments(sizes, work.limits, hide={"", *few})
    cells = {}
    for segment, own in members.items():
        if not sizes[segment] or segment in reasons:
            cells[segment] = Item(item)
            reason = "difference" if segment in few else reasons.get(segment, "too_few")
            told.append(Hidden("segment", item, reason, segment))
        else:
            cells[segment] = _item(work, own, "dimension", item, told, segment)
    return cells


def _whole_beside(item: Item, cells: dict[str, Item], told: list[Hidden]) -> Item:
    """The whole beside its segments: gone where one of them is hidden; its numbers only where all have theirs."""
    if not all(_is_shown(cell) for cell in cells.values()):
        told.append(Hidden("dimension", item.id, "total"))
        return Item(item.id)
    numbered = all(band.count is not None for cell in cells.values() for band in cell.bands)
    if numbered and all(cell.bands for cell in cells.values()):
        return item
    for segment, cell in cells.items():
        cells[segment] = _without_numbers(cell)
    if any(band.count is not None for band in item.bands):
        told.append(Hidden("dimension", item.id, "total", part="bands"))
    return _without_numbers(item)


def _is_shown(item: Item) -> bool:
    return item.similar or item.median is not None


def _without_numbers(item: Item) -> Item:
    return replace(item, bands=tuple(replace(band, count=None) for band in item.bands))


def _shared(asked: Instrument, statements: Iterable[Item]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Shared strengths, the highest first, and shared gaps, the lowest first, out of medians that are shown."""
    medians = {item.id: item.median for item in statements if item.median is not None}
    high = sorted(medians, key=lambda its_id: -medians[its_id])
    low = sorted(medians, key=lambda its_id: medians[its_id])
    wanted = asked.strength_from if asked.default_target is None else asked.default_target
    strengths = [its_id for its_id in high if medians[its_id] >= asked.strength_from]
    gaps = [its_id for its_id in low if medians[its_id] < min(wanted, asked.strength_from)]
    return tuple(strengths[:MOST_SHARED]), tuple(gaps[:MOST_SHARED])


def _guesses(summary: GroupSummary, work: _Work) -> tuple[CouldGuess, ...]:
    counts = _raised(work)
    told = [
        CouldGuess("all_raised", f"{each.theme.sort}.{each.theme.id}")
        for each in summary.themes
        if counts[each.theme] >= len(work.own) - 1
    ]
    least = work.limits.group if work.mode == "figures" else work.limits.cell
    if len(work.own) == least:
        told.append(CouldGuess("least_group"))
    sizes = Counter(each.segment for each in work.own)
    if any(sizes[each.id] == work.limits.group for each in summary.segments):
        told.append(CouldGuess("least_part"))
    return tuple(told)
