"""A radar: an axis a dimension from 0 in the middle to 4 at the rim; what is not known leaves a gap, never a 0."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from facilitator.boards.drawing import readable
from facilitator.content.theme import Theme
from facilitator.content.typeface import line_height, wrap
from facilitator.domain.picture import Box, Oval, Path, PathCommand, Rect, Shape, Text

MOST = 4
NAME_SIZE, RING_SIZE = 28.0, 24.0

_NAME_GAP, _DOT = 26.0, 9.0


@dataclass(frozen=True, slots=True)
class Axis:
    """What an axis is called, its value 0-4 or None, and whether that is `hollow`: without an example."""

    name: str
    value: float | None
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Radar:
    """Axes clockwise from the top around the middle of `box`, in which the names have to stay outside the rim."""

    axes: tuple[Axis, ...]
    box: Rect
    radius: float

    @property
    def x(self) -> float:
        """The middle from the left."""
        return self.box.centre[0]

    @property
    def y(self) -> float:
        """The middle from the top."""
        return self.box.centre[1]

    def point(self, place: int, value: float) -> tuple[float, float]:
        """Where a value of the axis at this place stands, in stage pixels."""
        angle, reach = self._angle(place), self.radius * value / MOST
        return self.x + reach * sin(angle), self.y - reach * cos(angle)

    def _angle(self, place: int) -> float:
        return 2 * pi * place / len(self.axes)

    def shapes(self, theme: Theme) -> Iterator[Shape]:
        """Rings and axes, the area between known values, the values, the names."""
        for ring in range(1, MOST + 1):
            corners = [self.point(place, ring) for place in range(len(self.axes))]
            yield Path(_closed(corners), stroke=theme.line, stroke_width=3 if ring == MOST else 1.5)
        for place in range(len(self.axes)):
            x, y = self.point(place, MOST)
            yield Path((("M", self.x, self.y), ("L", x, y)), stroke=theme.line, stroke_width=1.5)
        yield from self._area(theme)
        for ring in range(MOST + 1):
            x, y = self.point(0, ring)
            yield Text(
                (str(ring),), x - 16, y - line_height(RING_SIZE) / 2, RING_SIZE, theme.quiet, anchor="end", sign=True
            )
        for place, axis in enumerate(self.axes):
            yield from self._value(place, axis, theme)
            yield self.name(place, theme)

    def name(self, place: int, theme: Theme) -> Text:
        """The name of an axis, outside the rim: beside it, above it or below it."""
        angle = self._angle(place)
        x = self.x + (self.radius + _NAME_GAP) * sin(angle)
        y = self.y - (self.radius + _NAME_GAP) * cos(angle)
        side = round(sin(angle), 6)
        upright = abs(side) < 0.3  # the names at the top and at the bottom stand in the middle
        room = self.radius if upright else (self.box.right - x if side > 0 else x - self.box.x)
        lines = wrap(self.axes[place].name, NAME_SIZE, room, bold=True)
        high = len(lines) * line_height(NAME_SIZE)
        top = y - high / 2 - cos(angle) * high / 2
        colour = readable(theme.ink, theme, 7)
        if upright:
            return Text(lines, x, top, NAME_SIZE, colour, bold=True, anchor="middle")
        return Text(lines, x, top, NAME_SIZE, colour, bold=True, anchor="start" if side > 0 else "end")

    def _area(self, theme: Theme) -> Iterator[Shape]:
        """The area where every value is known, else lines between neighbours that are."""
        known = [None if axis.value is None else self.point(place, axis.value) for place, axis in enumerate(self.axes)]
        corners = [corner for corner in known if corner]
        if len(corners) == len(self.axes):
            yield Path(_closed(corners), fill=theme.focus, opacity=0.18)
            yield Path(_closed(corners), stroke=theme.focus, stroke_width=4)
            return
        for place, corner in enumerate(known):
            following = known[(place + 1) % len(known)]
            if corner and following:
                yield Path((("M", *corner), ("L", *following)), stroke=theme.focus, stroke_width=4)

    def _value(self, place: int, axis: Axis, theme: Theme) -> Iterator[Shape]:
        if axis.value is None:
            return
        x, y = self.point(place, axis.value)
        dot = Rect(x - _DOT, y - _DOT, 2 * _DOT, 2 * _DOT)
        yield Oval(dot, fill=theme.paper if axis.hollow else theme.focus, stroke=theme.focus, stroke_width=4)


def bar(rect: Rect, share: float, theme: Theme) -> Iterator[Shape]:
    """A bar that is filled from the left, as far as `share` (0-1) says."""
    yield Box(rect, rect.height / 2, fill=theme.surface, stroke=theme.link, stroke_width=1.5)
    if share > 0:
        filled = Rect(rect.x, rect.y, max(rect.width * share, rect.height), rect.height)
        yield Box(filled, rect.height / 2, fill=theme.focus)


def _closed(corners: Sequence[tuple[float, float]]) -> tuple[PathCommand, ...]:
    first, *others = corners
    return (("M", *first), *(("L", *each) for each in others), ("Z",))
