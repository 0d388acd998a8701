"""Which statements of a 1:1 were answered: a tile each beside its dimension, and what comes next. No answers.

Before the first answer it is what the instrument asks, for a group too: nothing says that answers are missing.
"""

from collections.abc import Iterator, Sequence

from facilitator.boards.assessment.own.drawing.wording import next_told
from facilitator.boards.assessment.own.view import OwnView, StatementView
from facilitator.boards.assessment.own.wording import statement_told
from facilitator.boards.drawing import icon, readable
from facilitator.content.theme import Theme, mixed
from facilitator.content.typeface import line_height, wrap
from facilitator.content.words import Words
from facilitator.domain.picture import Box, Group, Rect, Shape, Text

LEFT, RIGHT, TOP, BOTTOM = 60.0, 1860.0, 164.0, 1056.0
EXPLAINED_TOP = 96.0
"""Where it begins while nothing was answered: no progress stands above it."""

NEXT_SIZE, NAME_SIZE = 34.0, 32.0
TILE_SIZES = (36.0, 32.0, 28.0, 26.0, 24.0, 22.0, 20.0)
"""The words of all tiles are as large as the longest of them allows."""

_NEXT_HIGH, _NAME_WIDE, _BETWEEN, _INSET, _SIGN = 84.0, 400.0, 12.0, 16.0, 34.0
_COLUMNS = 2
"""Of tiles, where an instrument has no dimensions."""


def answered_groups(view: OwnView, theme: Theme) -> Iterator[Group]:
    """What comes next, or what is asked at all, then the statements by dimension; in two columns where none are."""
    words, asked = Words(view.language), view.asked
    yield _next(view, theme, words) if view.answered else _lead(view, theme)
    top = (TOP if view.answered else EXPLAINED_TOP) + _NEXT_HIGH + _BETWEEN
    rows = [(each.name.within(view.language), view.of(each.id)) for each in asked.dimensions]
    left = LEFT + _NAME_WIDE
    if not rows:
        left, every = LEFT, view.statements
        rows = [("", every[place : place + _COLUMNS]) for place in range(0, len(every), _COLUMNS)]
    high = (BOTTOM - top - (len(rows) - 1) * _BETWEEN) / len(rows)
    rooms = [(each, _wide(statements, left)) for _, statements in rows for each in statements]
    size = next((size for size in TILE_SIZES if _fits(view, rooms, high, size)), TILE_SIZES[-1])
    for name, statements in rows:
        if name:
            room = Rect(LEFT, top, _NAME_WIDE - _BETWEEN, high)
            yield _name(name, statements, room, theme, words, begun=bool(view.answered))
        wide = _wide(statements, left)
        for place, each in enumerate(statements):
            yield _tile(view, each, Rect(left + place * (wide + _BETWEEN), top, wide, high), size, theme, words)
        top += high + _BETWEEN


def _wide(statements: Sequence[StatementView], left: float) -> float:
    """How wide the tiles of a row are, which fill it."""
    return (RIGHT - left - (len(statements) - 1) * _BETWEEN) / len(statements)


def _lines(view: OwnView, each: StatementView, size: float, wide: float) -> tuple[str, ...]:
    area = view.asked.area(each.area)
    told = f"{area.code}\u2002{area.name.within(view.language)}"
    return wrap(told, size, wide - 2 * _INSET - _SIGN - 10, bold=True)


def _fits(view: OwnView, rooms: Sequence[tuple[StatementView, float]], high: float, size: float) -> bool:
    return all(len(_lines(view, each, size, wide)) * line_height(size) <= high - 4 for each, wide in rooms)


def _next(view: OwnView, theme: Theme, words: Words) -> Group:
    told, box = next_told(view, words), Rect(LEFT, TOP, RIGHT - LEFT, _NEXT_HIGH)
    done = view.answered == len(view.statements)
    left, middle = box.x + 24, box.centre[1]
    shapes: list[Shape] = [Box(box, 16, fill=mixed(theme.focus, 0.12, theme.surface), stroke=theme.focus)]
    if done:
        shapes.append(icon("check", Rect(left, middle - 22, 44, 44), theme.focus))
        left += 64
    size = next(size for size in (NEXT_SIZE, 30.0, 26.0, 22.0) if len(wrap(told, size, box.right - 24 - left)) == 1)
    shapes.append(Text((told,), left, middle - line_height(size) / 2, size, theme.ink, bold=True))
    return Group("", "scenery", box, tuple(shapes), label=told)


def _lead(view: OwnView, theme: Theme) -> Group:
    """What the instrument is about."""
    told, box = view.asked.lead.within(view.language), Rect(LEFT, EXPLAINED_TOP, RIGHT - LEFT, _NEXT_HIGH)
    fits = (size for size in (32.0, 28.0) if len(wrap(told, size, box.width)) == 1)
    size = next(fits, 28.0)
    lines = wrap(told, size, box.width)
    shape = Text(lines, box.x, box.centre[1] - len(lines) * line_height(size) / 2, size, theme.ink)
    return Group("", "scenery", box, (shape,), label=told)


def _name(
    name: str, statements: Sequence[StatementView], rect: Rect, theme: Theme, words: Words, *, begun: bool
) -> Group:
    lines = wrap(name, NAME_SIZE, rect.width, bold=True)
    top = rect.centre[1] - len(lines) * line_height(NAME_SIZE) / 2
    shape = Text(lines, rect.x, top, NAME_SIZE, theme.ink, bold=True)
    done = words("assessment.answered_of", done=sum(each.answered for each in statements), count=len(statements))
    return Group("", "scenery", rect, (shape,), label=f"{name}. {done}" if begun else name)


def _tile(view: OwnView, each: StatementView, rect: Rect, size: float, theme: Theme, words: Words) -> Group:
    """Code and name: ticked in a full frame where it was answered, in a broken one where it was not, once any was."""
    fill = mixed(theme.focus, 0.14, theme.surface) if each.answered else theme.surface
    edge, strength = (theme.focus, 3.0) if each.answered else (theme.link, 2.0)
    ink = theme.ink if each.answered or not view.answered else readable(theme.quiet, theme, 7, fill)
    dash = () if each.answered or not view.answered else (8.0, 6.0)
    lines = _lines(view, each, size, rect.width)
    top = rect.centre[1] - len(lines) * line_height(size) / 2
    shapes: list[Shape] = [
        Box(rect, 12, fill=fill, stroke=edge, stroke_width=strength, dash=dash),
        Text(lines, rect.x + _INSET, top, size, ink, bold=True),
    ]
    if each.answered:
        sign = Rect(rect.right - _INSET - _SIGN, rect.centre[1] - _SIGN / 2, _SIGN, _SIGN)
        shapes.append(icon("check", sign, theme.focus))
    area = view.asked.area(each.area)
    label = statement_told(view, each, words) if view.answered else f"{area.code} {area.text.within(view.language)}"
    return Group(each.id, "item", rect, tuple(shapes), label=label)
