"""What a tie looks like, in the convention of actor mapping: solid established, dotted loose, double
institutional, bolt conflict, bars interrupted; wider is stronger, and arrows point the way it goes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from facilitator.boards.drawing import icon, readable
from facilitator.boards.stakeholder_web.drawing.curves import Curve, Point
from facilitator.content import methods
from facilitator.content.theme import Theme, mixed
from facilitator.domain.picture import Oval, Path, PathCommand, Rect, Shape

MARK = 12.0
"""Radius (pixels) of the disc on which a mark stands on a line."""

_WIDTHS = (1.8, 2.6, 4.2)  # of the strengths 1 to 3
_THIN, _LEAST_DOTTED = 0.75, 1.5
_DASHES: dict[methods.Line, tuple[float, ...]] = {
    "dotted": (3, 6),
    "long_dash": (16, 9),
    "grey_long_dash": (16, 9),
    "double_dashed": (9, 6),
}
_WAVE, _AMPLITUDE = 9.0, 5.0
_GATE_HALF, _BARS, _BARS_APART = 8.0, 7.0, 4.5
_APART = 2 * MARK + 3  # from mark to mark
_INK, _FAINT_INK, _FAINT = 4.5, 3.2, 0.6  # least contrasts with the paper
_LOOKS = (0.5, 0.44, 0.56, 0.38, 0.62, 0.31, 0.69, 0.24, 0.76, 0.5)


@dataclass(frozen=True, slots=True)
class Look:
    """How one line looks: its kind, strength 1 to 3, whether it has arrows at its start and end, and its marks."""

    kind: methods.LineKind
    strength: int
    at_start: bool
    at_end: bool
    marks: tuple[str, ...]

    @property
    def width(self) -> float:
        """Of the line, in pixels."""
        wide = _WIDTHS[self.strength - 1] * (_THIN if self.kind.thin else 1)
        return max(wide, _LEAST_DOTTED) if self.kind.line == "dotted" else wide

    @property
    def head(self) -> float:
        """Length of its arrowheads in pixels."""
        return 10 + 2 * _WIDTHS[self.strength - 1]


def look_of(kind_id: str, strength: int = 2, direction: str = "", quality: str = "", confidence: str = "") -> Look:
    """How a tie with these values looks.

    Strained adds a bolt to any kind, a guess a question mark; `direction` overrides what is usual for the kind.
    """
    kind = methods.line_kind(kind_id)
    arrow = kind.arrow != "none" if direction == "" else direction != "none"
    marks: list[str] = [kind.mark] if kind.mark not in ("none", "gate") else []
    if quality == "strained" and "bolt" not in marks:
        marks.append("bolt")
    if confidence == "guess":
        marks.append("unknown")
    return Look(kind, strength, direction == "both", arrow, tuple(marks))


def line_shapes(
    look: Look, curve: Curve, theme: Theme, is_clear: Callable[[Rect], bool] | None = None
) -> Iterator[Shape]:
    """The line along a curve with its arrows and marks; these go where `is_clear` says that nothing covers them."""
    yield from _line(look, curve, theme)
    colour = _ink(theme)
    if look.at_end:
        yield from _head(look, curve.end, curve.heading(1), colour)
    if look.at_start:
        back_x, back_y = curve.heading(0)
        yield from _head(look, curve.start, (-back_x, -back_y), colour)
    if look.kind.mark == "gate":
        (x, y), (dx, dy) = curve.end, curve.heading(1)
        away = look.head + 5
        yield _bar((x - dx * away, y - dy * away), (dx, dy), colour, _GATE_HALF)
    yield from _marks(look, curve, theme, is_clear)


def _ink(theme: Theme) -> str:
    return readable(theme.link, theme, _INK)


def _line(look: Look, curve: Curve, theme: Theme) -> Iterator[Shape]:
    kind, width = look.kind, look.width
    colour = _ink(theme)
    if kind.line == "grey_long_dash":
        colour = readable(mixed(theme.link, _FAINT, theme.paper), theme, _FAINT_INK)
    dash = _DASHES.get(kind.line, ())
    if kind.arrow == "filled":  # the tip is sharper than the line is wide
        curve = curve.shortened((look.head - 2) * look.at_start, (look.head - 2) * look.at_end)
    if kind.line in ("double", "double_dashed"):
        aside = 1.5 + width * 0.55
        for side in (-aside, aside):
            yield Path(curve.shifted(side).commands(), stroke=colour, stroke_width=max(1.5, width * 0.75), dash=dash)
    elif kind.line == "zigzag":
        yield Path(tuple(_zigzag(curve)), stroke=colour, stroke_width=width)
    else:
        yield Path(curve.commands(), stroke=colour, stroke_width=width, dash=dash)


def _zigzag(curve: Curve) -> Iterator[PathCommand]:
    yield ("M", *curve.start)
    count = max(4, round(curve.length() / _WAVE))
    for number in range(1, count):
        share, aside = number / count, _AMPLITUDE if number % 2 else -_AMPLITUDE
        (x, y), (along_x, along_y) = curve.at(share), curve.heading(share)
        yield ("L", x - along_y * aside, y + along_x * aside)
    yield ("L", *curve.end)


def _head(look: Look, tip: Point, along: Point, colour: str) -> Iterator[Shape]:
    (x, y), (along_x, along_y) = tip, along
    long, half = look.head, look.head / 2
    back_x, back_y = x - along_x * long, y - along_y * long
    one = (back_x - along_y * half, back_y + along_x * half)
    other = (back_x + along_y * half, back_y - along_x * half)
    if look.kind.arrow == "filled":
        yield Path((("M", *one), ("L", x, y), ("L", *other), ("Z",)), fill=colour)
    else:
        yield Path((("M", *one), ("L", x, y), ("L", *other)), stroke=colour, stroke_width=max(2.5, look.width))


def _marks(look: Look, curve: Curve, theme: Theme, is_clear: Callable[[Rect], bool] | None) -> Iterator[Shape]:
    """What stands on a line says the same as its kind's name, or that it is strained, or a guess."""
    if not look.marks:
        return
    length = max(1.0, curve.length())
    spread = min(_APART / length, 0.8 / len(look.marks))
    offsets = [(place - (len(look.marks) - 1) / 2) * spread for place in range(len(look.marks))]
    for middle in _LOOKS:
        spots = [curve.at(min(max(0.0, middle + offset), 1.0)) for offset in offsets]
        if is_clear is None or all(is_clear(square(x, y, MARK)) for x, y in spots):
            break
    for mark, (x, y), offset in zip(look.marks, spots, offsets, strict=True):
        yield from _mark(mark, x, y, curve.heading(min(max(0.0, middle + offset), 1.0)), theme)


def _mark(mark: str, x: float, y: float, along: Point, theme: Theme) -> Iterator[Shape]:
    ink = theme.quiet
    if mark == "bars":
        yield Oval(square(x, y, _BARS), fill=theme.paper)
        for aside in (-_BARS_APART, _BARS_APART):
            yield _bar((x + along[0] * aside, y + along[1] * aside), along, ink, _GATE_HALF)
        return
    yield Oval(square(x, y, MARK), fill=theme.paper, stroke=_ink(theme), stroke_width=1.5)
    if mark == "plus":
        cross: tuple[PathCommand, ...] = (("M", x - 6, y), ("L", x + 6, y), ("M", x, y - 6), ("L", x, y + 6))
        yield Path(cross, stroke=ink, stroke_width=2.5)
    elif mark == "bolt":
        corners = ((2, -9), (-5, 1.5), (-0.5, 1.5), (-2, 9), (5, -2.5), (0.5, -2.5))
        first, *rest = ((x + dx, y + dy) for dx, dy in corners)
        yield Path((("M", *first), *(("L", *point) for point in rest), ("Z",)), fill=ink)
    elif mark == "unknown":
        yield icon("unknown", square(x, y, MARK), ink)
    else:
        yield Path(_dollar(x, y), stroke=ink, stroke_width=2)


def _bar(middle: Point, along: Point, colour: str, half: float) -> Path:
    """A short line across."""
    (x, y), (along_x, along_y) = middle, along
    one = (x - along_y * half, y + along_x * half)
    other = (x + along_y * half, y - along_x * half)
    return Path((("M", *one), ("L", *other)), stroke=colour, stroke_width=3)


def _dollar(x: float, y: float) -> tuple[PathCommand, ...]:
    """A dollar sign as an outline: as text it would be too small to be read as such."""
    return (
        ("M", x + 4.5, y - 4),
        ("C", x + 3, y - 7.5, x - 4.5, y - 7, x - 4.5, y - 3.5),
        ("C", x - 4.5, y + 0.5, x + 4.5, y - 0.5, x + 4.5, y + 3.5),
        ("C", x + 4.5, y + 7, x - 3, y + 7.5, x - 4.5, y + 4),
        ("M", x, y - 9),
        ("L", x, y + 9),
    )


def square(x: float, y: float, half: float) -> Rect:
    """A square around a point, `half` its side to each."""
    return Rect(x - half, y - half, 2 * half, 2 * half)
