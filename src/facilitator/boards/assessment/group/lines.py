"""The lines of a summary as records, and back: the only way by which anything of it gets into a view."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from facilitator.boards.assessment.model import SummaryLine
from facilitator.boards.assessment.rules.group_shapes import GroupSummary
from facilitator.boards.grouped.shapes import Item
from facilitator.content.instruments import Instrument
from facilitator.domain.record import new_id

HEAD, QUESTION = "release", "question"
STRENGTH, GAP = "strength", "gap"
PART = "part"
_SIMILAR, _UNKNOWN = "similar", "unknown"

Made = tuple[str, str, float | None, str]
"""A line before it has an id and a number: sort, item, median, text."""


@dataclass(frozen=True, slots=True)
class Head:
    """How many organizations ("5-9"), in which month ("2026-11"), under which thresholds, in which mode."""

    band: str
    month: str
    group_least: int
    cell_least: int
    mode: str


@dataclass(frozen=True, slots=True)
class ShownItem:
    """What is shown of a dimension or a statement: see `grouped.shapes.Item`. `bands` are (band, word, count).

    `parts` are what some of the organizations come to, (name, median), None for those that are broadly similar.
    """

    id: str
    median: float | None
    similar: bool
    bands: tuple[tuple[str, str, int | None], ...]
    unknown: str
    parts: tuple[tuple[str, float | None], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is shown."""
        return self.median is None and not self.similar and not self.unknown and not self.parts


def lines_of_summary(summary: GroupSummary) -> Iterator[Made]:
    """The lines of a summary: its head, items, parts, what is shared, themes. Nothing is told of what is not shown."""
    limits = summary.thresholds
    head = (summary.band, summary.month, str(limits.group), str(limits.cell), summary.mode)
    yield "sentence", HEAD, None, " ".join(head)
    for sort, items in (("dimension", summary.dimensions), ("statement", summary.statements)):
        for item in items:
            if item.median is not None or item.similar or item.unknown:
                yield sort, item.id, item.median, _written(item)
    for segment in summary.segments:
        for item in segment.dimensions:
            if item.median is not None or item.similar:
                yield PART, item.id, item.median, segment.id
    for word, ids in ((STRENGTH, summary.strengths), (GAP, summary.gaps)):
        for its_id in ids:
            yield "sentence", its_id, None, word
    for share in summary.themes:
        yield "theme", f"{share.theme.sort}.{share.theme.id}", None, share.word or ""


def as_records(board_id: str, made: Sequence[Made], first: int) -> list[SummaryLine]:
    """Lines as records, numbered from `first` on, with ids that tell nothing."""
    return [
        SummaryLine(id=new_id(), board_id=board_id, number=number, sort=sort, item=item, median=median, text=text)
        for number, (sort, item, median, text) in enumerate(made, start=first)
    ]


def head_of(lines: Sequence[SummaryLine]) -> Head | None:
    """From how many, when and how; None before anything was released."""
    found = next((each for each in lines if each.sort == "sentence" and each.item == HEAD), None)
    if found is None:
        return None
    band, month, group_least, cell_least, mode = found.text.split(" ")
    return Head(band, month, int(group_least), int(cell_least), mode)


def items_of(
    lines: Sequence[SummaryLine], sort: str, asked: Instrument, part_names: Mapping[str, str]
) -> tuple[ShownItem, ...]:
    """Every dimension or statement of the instrument, in order, empty where nothing is shown of it.

    A part of the organizations that has no name any more is left out.
    """
    found = {each.item: each for each in lines if each.sort == sort}
    ids = [each.id for each in (asked.dimensions if sort == "dimension" else asked.areas)]
    parts: dict[str, tuple[tuple[str, float | None], ...]] = {}
    for each in lines if sort == "dimension" else ():
        if each.sort == PART and each.text in part_names:
            parts[each.item] = (*parts.get(each.item, ()), (part_names[each.text], each.median))
    return tuple(_read(its_id, found.get(its_id), parts.get(its_id, ())) for its_id in ids)


def _written(item: Item) -> str:
    told = [_SIMILAR] if item.similar else []
    for band in item.bands:
        told.append(f"{band.band}={band.word}" + ("" if band.count is None else f":{band.count}"))
    return " ".join([*told, f"{_UNKNOWN}={item.unknown}"] if item.unknown else told)


def _read(its_id: str, line: SummaryLine | None, parts: tuple[tuple[str, float | None], ...]) -> ShownItem:
    if line is None:
        return ShownItem(its_id, None, False, (), "", parts)
    similar, unknown, bands = False, "", []
    for piece in line.text.split():
        name, _, word = piece.partition("=")
        word, _, count = word.partition(":")
        if name == _SIMILAR:
            similar = True
        elif name == _UNKNOWN:
            unknown = word
        else:
            bands.append((name, word, int(count) if count else None))
    return ShownItem(its_id, line.median, similar, tuple(bands), unknown, parts)
