"""All of a 1:1: which statements were answered; with the answers, a radar and its table."""

from collections.abc import Iterator
from dataclasses import dataclass

from facilitator.boards.assessment.own.drawing.answered import answered_groups
from facilitator.boards.assessment.own.drawing.progress import progress
from facilitator.boards.assessment.own.drawing.radar import Axis, Radar, bar
from facilitator.boards.assessment.own.drawing.wording import next_told, radar_told
from facilitator.boards.assessment.own.view import OwnView
from facilitator.boards.assessment.own.wording import groups_of, scored_told, value_told
from facilitator.boards.drawing import header, readable
from facilitator.content.theme import Theme
from facilitator.content.typeface import line_height, wrap
from facilitator.content.words import Words
from facilitator.domain.picture import Box, Group, Rect, Shape, Text

RADAR = Rect(40, 150, 1000, 910)
"""Where the radar stands."""

ROWS_TOP, BOTTOM, LEFT, RIGHT = 168.0, 1056.0, 1070.0, 1860.0
NAME_SIZE, VALUE_SIZE, BELOW_SIZE, TOLD_SIZE = 28.0, 40.0, 24.0, 26.0
_RADIUS, _NAMES = 290.0, 110.0
_VALUE_WIDE, _BETWEEN, _INSET = 290.0, 10.0, 18.0


@dataclass(frozen=True, slots=True)
class _Row:
    """A row: the item that it is ("" for a dimension), its name, what is told of it, how far its bar goes."""

    item_id: str
    name: str
    told: str
    below: str
    share: float


def overview_groups(view: OwnView, theme: Theme) -> Iterator[Group]:
    """The header, how far we are and what was answered, or what is asked; with the answers, radar and values."""
    yield header(view, theme)
    if not view.shows_answers:
        if view.answered:
            yield progress(view, None, theme)
        yield from answered_groups(view, theme)
        return
    yield progress(view, None, theme, next_told(view, Words(view.language)))
    yield radar_group(view, theme)
    rows = list(_rows(view))
    high = (BOTTOM - ROWS_TOP - (len(rows) - 1) * _BETWEEN) / len(rows)
    for place, row in enumerate(rows):
        yield _drawn(row, Rect(LEFT, ROWS_TOP + place * (high + _BETWEEN), RIGHT - LEFT, high), theme)


def radar_group(view: OwnView, theme: Theme) -> Group:
    """The radar of the levels that are in the view."""
    radar = Radar(axes_of(view), RADAR, _RADIUS)
    label = " ".join(radar_told(view, Words(view.language)))
    return Group("", "scenery", RADAR, tuple(radar.shapes(theme)), label=label)


def radar_part() -> Rect:
    """The piece of the overview that the radar and its names take, for a page."""
    half = _RADIUS + _NAMES
    return Rect(RADAR.x, RADAR.centre[1] - half, RADAR.width, 2 * half)


def axes_of(view: OwnView) -> tuple[Axis, ...]:
    """The dimensions with their values, or the statements with their levels where there are no dimensions."""
    asked, language = view.asked, view.language
    if asked.dimensions:
        names = dict(groups_of(asked, language))
        return tuple(Axis(names[each.id], each.value) for each in view.values())
    return tuple(Axis(asked.area(each.area).name.within(language), each.level, each.hollow) for each in view.statements)


def _rows(view: OwnView) -> Iterator[_Row]:
    asked, words, language = view.asked, Words(view.language), view.language
    if not asked.dimensions:
        for each in view.statements:
            told = scored_told(asked, each.scored, each.level, language)
            below = words("assessment.hollow") if each.hollow else ""
            yield _Row(each.id, asked.area(each.area).name.within(language), told, below, (each.level or 0) / 4)
        return
    for dimension, value in zip(asked.dimensions, view.values(), strict=True):
        scored = words("assessment.scored_of", scored=value.scored, count=value.applicable)
        told = value_told(value.value, words)
        yield _Row("", dimension.name.within(language), told, scored, (value.value or 0) / 4)


def _drawn(row: _Row, rect: Rect, theme: Theme) -> Group:
    room = rect.width - 2 * _INSET - _VALUE_WIDE
    lines = wrap(row.name, NAME_SIZE, room, bold=True)
    high = len(lines) * line_height(NAME_SIZE) + 26
    top = rect.centre[1] - high / 2
    quiet = readable(theme.quiet, theme, 7, theme.surface)
    shapes: list[Shape] = [
        Box(rect, 12, fill=theme.surface, stroke=theme.line, stroke_width=2),
        Text(lines, rect.x + _INSET, top, NAME_SIZE, theme.ink, bold=True),
        *bar(Rect(rect.x + _INSET, top + high - 14, room - 20, 14), row.share, theme),
    ]
    told = wrap(row.told, _size_for(row.told), _VALUE_WIDE, bold=True)
    size = _size_for(row.told)
    tall = len(told) * line_height(size) + (line_height(BELOW_SIZE) if row.below else 0)
    top = rect.centre[1] - tall / 2
    shapes.append(Text(told, rect.right - _INSET, top, size, theme.ink, bold=True, anchor="end"))
    if row.below:
        top += len(told) * line_height(size)
        shapes.append(Text((row.below,), rect.right - _INSET, top, BELOW_SIZE, quiet, anchor="end"))
    label = ". ".join(filter(None, [row.name, row.told, row.below]))
    return Group(row.item_id, "item" if row.item_id else "scenery", rect, tuple(shapes), label=label)


def _size_for(told: str) -> float:
    return VALUE_SIZE if len(told) < 8 else TOLD_SIZE
