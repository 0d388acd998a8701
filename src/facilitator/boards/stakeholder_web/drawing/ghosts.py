"""Then and now: where stakeholders stood at an earlier moment, dashed, and how they came to where they stand."""

import math
from collections.abc import Iterator, Sequence

from facilitator.boards.drawing import icon
from facilitator.boards.stakeholder_web.drawing.curves import Curve, End
from facilitator.boards.stakeholder_web.drawing.pills import Pills
from facilitator.boards.stakeholder_web.drawing.routing import ways
from facilitator.boards.stakeholder_web.layout.geometry import FRAME
from facilitator.boards.stakeholder_web.layout.layout import WebLayout, point_of
from facilitator.boards.stakeholder_web.layout.lettering import Label, pill_labels, shortened
from facilitator.boards.stakeholder_web.layout.styles import Style
from facilitator.boards.stakeholder_web.view import PlaceThen, StakeholderWebView
from facilitator.content import methods
from facilitator.content.theme import Theme
from facilitator.content.typeface import line_height
from facilitator.content.words import Words
from facilitator.domain.picture import Box, Group, Path, Rect, Shape, Text

_SPOT = 28.0
_AIR = 4.0
_ROUNDS, _APART, _TURNS = 12, 22.0, 16  # circles around a place that are looked at, their distance, looks on each
_DASH = (5.0, 4.0)
_WIDTH, _HEAD = 2.0, 11.0


class Ghosts:
    """The ghosts of a view that is compared with an earlier moment; none for one that isn't."""

    def __init__(
        self, view: StakeholderWebView, layout: WebLayout, theme: Theme, pills: Pills, notes: Sequence[Rect]
    ) -> None:
        self._view, self._layout, self._theme, self._pills = view, layout, theme, pills
        self._words = Words(view.language)
        self._now = {pill.id: pill.rect for pill in layout.pills}
        for stack in layout.stacks:
            self._now.update(dict.fromkeys(stack.ids, stack.rect))
        self._standing = [*(pill.rect for pill in layout.pills), *(stack.rect for stack in layout.stacks)]
        self._standing += [*layout.scenery.tabs, *notes]
        self._taken = [*self._standing, layout.scenery.hub]
        self.rects: list[Rect] = []
        self._moved = [(place, rect) for place in self._movers() if (rect := self._spot(place))]
        self._left = [(place, *found) for place in self._leavers() if (found := self._name(place))]

    def groups(self) -> Iterator[Group]:
        """Ways first, then what they begin at."""
        pairs = tuple((End(rect), End(self._now[place.id])) for place, rect in self._moved)
        curves = ways(pairs, (*self._standing, *self.rects), self._layout.scenery.hub)
        for (place, rect), curve in zip(self._moved, curves, strict=True):
            yield self._way(place, curve)
            yield self._ghost(place, rect)
        for place, rect, label in self._left:
            yield self._gone(place, rect, label)

    def _movers(self) -> Iterator[PlaceThen]:
        now = {each.id: (each.category, each.ring) for each in self._view.stakeholders}
        for place in self._view.then:
            if place.id in now and now[place.id] != (place.category, place.ring):
                yield place

    def _leavers(self) -> Iterator[PlaceThen]:
        here = {each.id for each in self._view.stakeholders}
        return (place for place in self._view.then if place.id not in here)

    def _spot(self, place: PlaceThen) -> Rect | None:
        return self._free(place, _SPOT, _SPOT)

    def _name(self, place: PlaceThen) -> tuple[Rect, Label] | None:
        """The pill of somebody who is no more, and where there is room for it."""
        style = self._layout.scenery.style
        for label in pill_labels(self._words("web.left", name=shortened(place.name)), style):
            rect = self._free(place, label.width, label.height)
            if rect:
                return rect, label
        return None

    def _free(self, place: PlaceThen, wide: float, high: float) -> Rect | None:
        """The free rectangle of this size nearest to where somebody stood; from now on it is taken."""
        x, y = point_of(place.category, place.ring, self._layout)
        for round_ in range(_ROUNDS):
            for turn in range(_TURNS if round_ else 1):
                angle = 2 * math.pi * turn / _TURNS
                middle_x, middle_y = x + round_ * _APART * math.cos(angle), y + round_ * _APART * math.sin(angle)
                rect = Rect(round(middle_x - wide / 2), round(middle_y - high / 2), wide, high)
                inside = FRAME.contains(rect.x, rect.y) and FRAME.contains(rect.right, rect.bottom)
                if inside and not any(rect.grown(_AIR).overlaps(other) for other in self._taken):
                    self._taken.append(rect)
                    self.rects.append(rect)
                    return rect
        return None

    def _way(self, place: PlaceThen, curve: Curve) -> Group:
        theme = self._theme
        (x, y), (dx, dy) = curve.end, curve.heading(1)
        back_x, back_y, half = x - dx * _HEAD, y - dy * _HEAD, _HEAD * 0.55
        one, other = (back_x - dy * half, back_y + dx * half), (back_x + dy * half, back_y - dx * half)
        shapes: tuple[Shape, ...] = (
            Path(curve.shortened(0, _HEAD - 2).commands(), stroke=theme.quiet, stroke_width=_WIDTH, dash=_DASH),
            Path((("M", *one), ("L", x, y), ("L", *other), ("Z",)), fill=theme.quiet),
        )
        return Group("", "link", curve.box(), shapes, ends=(self._view.board_id, place.id))

    def _ghost(self, place: PlaceThen, rect: Rect) -> Group:
        internal = self._pills.side(place.category) == "internal"
        corner = rect.width * (0.24 if internal else 0.5)
        shapes: tuple[Shape, ...] = (
            Box(rect.grown(-1.5), corner, self._theme.paper, self._theme.quiet, 2, _DASH),
            icon(place.category, rect.grown(-6), self._theme.quiet),
        )
        return Group("", "scenery", rect, shapes, self._told(place), place.category)

    def _gone(self, place: PlaceThen, rect: Rect, label: Label) -> Group:
        """The name of somebody who is no more, said to have left."""
        style: Style = self._layout.scenery.style
        theme, size = self._theme, style.text
        x, y = rect.centre
        top = y - len(label.lines) * line_height(size) / 2
        shapes: list[Shape] = [Box(rect.grown(-1.5), 10, theme.paper, theme.quiet, 2, _DASH)]
        shapes.append(Text(label.lines, x, top, size, theme.quiet, anchor="middle"))
        return Group("", "scenery", rect, tuple(shapes), self._told(place), place.category)

    def _told(self, place: PlaceThen) -> str:
        ring = methods.rings()[place.ring - 1].name.within(self._view.language)
        where = self._words("web.pill", name=place.name, category=self._pills.name(place.category), ring=ring)
        return self._words("web.stood", place=where)
