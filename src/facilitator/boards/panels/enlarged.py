"""One card alone on the stage, to be read over a bad line: its words as a heading, then all that is known of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from facilitator.boards.drawing import icon, lines_of, readable, stripe
from facilitator.boards.panels.grid import BOTTOM, SIDE, TOP
from facilitator.boards.panels.shapes import dots_told, struck
from facilitator.boards.panels.view import CardView, PanelsView, PanelView
from facilitator.content.theme import Theme
from facilitator.content.typeface import line_height, width, wrap
from facilitator.domain.picture import STAGE_WIDTH, Box, Group, Path, Rect, Shape, Text

_BOX = Rect(SIDE, TOP, STAGE_WIDTH - 2 * SIDE, BOTTOM - TOP)
_STRIPE, _PAD, _BESIDE = 14.0, 44.0, 64.0
_ABOVE, _HEAD_BELOW, _APART = 26.0, 22.0, 0.7
_HEAD_SIZES = (56.0, 48.0, 42.0, 36.0, 32.0)
_HEAD_LINES = 3
_ALONE_SIZES, _ALONE_LINES = (96.0, 84.0, 72.0, 64.0), 4
"""Of the words of a card of which nothing else is known."""

_CHECK, _CORNER, _DOTS = 34.0, 10.0, 200.0
_TWO_COLUMNS_TO = 32.0
_SIZES = (44.0, 40.0, 36.0, 34.0, 32.0, 30.0, 28.0, 26.0, 24.0, 22.0, 20.0)

_FOOT_SIZE, _FOOT_ABOVE, _FOOT_LINES = 20.0, 22.0, 6

_NEAR = 3
"""Lines after a cut that its own line may be filled up from."""

_Part = tuple[str, tuple[str, ...]]
"""A label, and a text in lines."""


@dataclass(frozen=True, slots=True)
class Told:
    """The parts of a card in columns from left to right, in letters of `size`; labels are of the size `label`."""

    size: float
    label: float
    wide: float
    columns: tuple[tuple[_Part, ...], ...]


def enlarged_groups(
    view: PanelsView, card: CardView, panel: PanelView, colour: str, theme: Theme, label: str
) -> Iterator[Group]:
    """The card in a box as large as the stage; `label` is what is read aloud of it."""
    least = theme.stage_large if view.showing.large else theme.stage_minimum
    left, wide = _BOX.x + _STRIPE + _PAD, _BOX.width - _STRIPE - 2 * _PAD
    quiet = readable(theme.quiet, theme, 7, theme.surface)
    above = max(least, 24.0)
    top = _BOX.y + _ABOVE + line_height(above) + 6
    size, lines = _heading(card, wide - (_CHECK + 20 if card.done else 0))
    body = top + len(lines) * line_height(size) + _HEAD_BELOW
    foot_size = max(least, _FOOT_SIZE)
    foot = [(head, _foot(text, foot_size, wide)) for key, head, text in card.parts if key in card.foot]
    foot_high = sum(_FOOT_ABOVE + (1 + len(lines)) * line_height(foot_size) for _, lines in foot)
    parts = [part for part in card.parts if part[0] not in card.foot]
    told = told_in(parts, wide, _BOX.bottom - _ABOVE - body - foot_high, least)
    high = max((_height(each, told.size, told.label) for each in told.columns), default=0.0)
    rect = Rect(_BOX.x, _BOX.y, _BOX.width, min(body + high + foot_high + _ABOVE, _BOX.bottom) - _BOX.y)
    patch = Rect(rect.x, rect.y, _STRIPE, rect.height)
    over = lines_of(panel.name, above, wide - width(card.code, above) - _DOTS, bold=True, most=1)
    name_left = left + width(card.code, above) + 24
    shapes: list[Shape] = [
        Box(rect, _CORNER, theme.surface, colour, 2.5),
        Path(stripe(patch, _CORNER), fill=colour),
        Text((card.code,), left, _BOX.y + _ABOVE, above, quiet, sign=True),
        Text(over, name_left, _BOX.y + _ABOVE, above, readable(colour, theme, 7, theme.surface), bold=True),
        Text(lines, left, top, size, theme.ink, bold=True),
    ]
    if card.done:
        shapes += _done(lines, left, top, size, colour, rect, theme)
    if card.dots is not None:
        named = name_left + sum(width(line, above, bold=True) for line in over) + 36
        shapes += dots_told(card.dots, named, _BOX.y + _ABOVE + line_height(above) / 2, above, colour, theme)
    for place, column in enumerate(told.columns):
        shapes += _column(column, left + place * (told.wide + _BESIDE), body, told, theme.ink, quiet)
    end = body + high
    for head, lines in foot:
        end += _FOOT_ABOVE
        shapes.append(Text(lines_of(head, foot_size, wide, most=1), left, end, foot_size, quiet, bold=True))
        end += line_height(foot_size)
        shapes.append(Text(lines, left, end, foot_size, quiet))
        end += len(lines) * line_height(foot_size)
    yield Group(card.id, "item", rect, tuple(shapes), label, panel.id, swatch=patch)


def _foot(text: str, size: float, wide: float) -> tuple[str, ...]:
    """Each paragraph on a line of its own, with a bullet where there are several."""
    said = [each.strip() for each in text.splitlines() if each.strip()]
    bullet = "• " if len(said) > 1 else ""
    lines = [line for each in said for line in lines_of(f"{bullet}{each}", size, wide, most=1)]
    return tuple(lines if len(lines) <= _FOOT_LINES else [*lines[: _FOOT_LINES - 1], "…"])


def told_in(parts: Sequence[tuple[str, str, str]], wide: float, high: float, least: float) -> Told:
    """The parts in the largest letters in which all of them fit, side by side once lines would get too long.

    Where even the `least` have no room, the longest are cut, each as late as can be.
    """
    sizes = [size for size in _SIZES if size > least] + [least]
    for size in sizes:
        for columns in (1, 2) if size >= _TWO_COLUMNS_TO else (2,):
            told = _told(parts, wide, size, least, columns, None)
            if _highest(told) <= high:
                return told
    most = next(n for n in range(200, 0, -1) if n == 1 or _highest(_told(parts, wide, least, least, 2, n)) <= high)
    return _told(parts, wide, least, least, 2, most)


def _told(
    parts: Sequence[tuple[str, str, str]], wide: float, size: float, least: float, columns: int, most: int | None
) -> Told:
    label = max(least, size * 0.65)
    columns = columns if len(parts) > 1 else 1
    column = (wide - (columns - 1) * _BESIDE) / columns
    set_ = [(head, _lines(text, size, column, most)) for _, head, text in parts]
    if columns == 1:
        return Told(size, label, column, (tuple(set_),))
    splits = [(tuple(set_[:at]), tuple(set_[at:])) for at in range(1, len(set_))]
    best = min(splits, key=lambda each: max(_height(part, size, label) for part in each))
    return Told(size, label, column, best)


@lru_cache(maxsize=128)
def _all_lines(text: str, size: float, wide: float) -> tuple[str, ...]:
    """The lines of each paragraph of a text."""
    return tuple(line for paragraph in text.splitlines() for line in wrap(paragraph, size, wide))


def _lines(text: str, size: float, wide: float, most: int | None) -> tuple[str, ...]:
    """The lines of a text, at most so many; "…" ends what is cut."""
    lines = _all_lines(text, size, wide)
    if most is None or len(lines) <= most:
        return lines
    last = "".join(lines_of(" ".join(lines[most - 1 : most + _NEAR]), size, wide, most=1))
    return *lines[: most - 1], last if last.endswith("…") else f"{last}…"


def _height(parts: Sequence[_Part], size: float, label: float) -> float:
    each = [line_height(label) + len(lines) * line_height(size) for _, lines in parts]
    return sum(each) + max(len(each) - 1, 0) * size * _APART


def _highest(told: Told) -> float:
    return max((_height(each, told.size, told.label) for each in told.columns), default=0.0)


def _heading(card: CardView, wide: float) -> tuple[float, tuple[str, ...]]:
    """The words of a card in the largest letters in which they take two lines, else three, else cut.

    As large as can be read across a room, in up to four lines, where nothing else is known of it.
    """
    text = card.words
    for size in _ALONE_SIZES if not card.parts else ():
        lines = lines_of(text, size, wide, bold=True)
        if len(lines) <= _ALONE_LINES:
            return size, lines
    fitting = (size for size in _HEAD_SIZES if len(lines_of(text, size, wide, bold=True)) <= _HEAD_LINES - 1)
    size = next(fitting, _HEAD_SIZES[-1])
    return size, lines_of(text, size, wide, bold=True, most=_HEAD_LINES)


def _done(
    lines: Sequence[str], left: float, top: float, size: float, colour: str, rect: Rect, theme: Theme
) -> Iterator[Shape]:
    """A line through the words, and the check sign in the upper right corner."""
    yield from struck(lines, left, top, size, colour, theme)
    sign = Rect(rect.right - _PAD - _CHECK, top + (line_height(size) - _CHECK) / 2, _CHECK, _CHECK)
    yield icon("check", sign, readable(colour, theme, 4.5, theme.surface))


def _column(parts: Sequence[_Part], left: float, top: float, told: Told, ink: str, quiet: str) -> Iterator[Shape]:
    for head, lines in parts:
        yield Text(lines_of(head, told.label, told.wide, most=1), left, top, told.label, quiet, bold=True)
        top += line_height(told.label)
        yield Text(lines, left, top, told.size, ink)
        top += len(lines) * line_height(told.size) + told.size * _APART
