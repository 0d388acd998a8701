"""Pills in a cell, line by line like words, and a pile for those for whom there is no room. Pixels."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facilitator.boards.stakeholder_web.drawing.piles import Pile, pile_label
from facilitator.boards.stakeholder_web.drawing.slips import Slip, slip, unbroken
from facilitator.boards.stakeholder_web.layout.lettering import shortened
from facilitator.boards.stakeholder_web.layout.styles import Style
from facilitator.boards.stakeholder_web.marks import marks_of
from facilitator.boards.stakeholder_web.view import StakeholderView, StakeholderWebView
from facilitator.domain.picture import Rect

WIDEST = 330.0
"""Pixels that a pill is wide at most."""

_NARROWEST = 150.0
_SHARES = (1, 2, 3, 4)  # pills beside each other that are tried


@dataclass(frozen=True, slots=True)
class Placed:
    """A stakeholder's pill with its lines and the squares of its marks."""

    id: str
    rect: Rect
    lines: tuple[str, ...]
    marks: tuple[Rect, ...]


class Cell:
    """Room for pills, `gap` apart; `where` names it. They stand in its middle, or from its top down."""

    def __init__(
        self, view: StakeholderWebView, style: Style, gap: float, where: str, inside: Rect, *, from_top: bool
    ) -> None:
        self._view, self._style, self._gap = view, style, gap
        self._where, self._inside, self._from_top = where, inside, from_top

    def filled(
        self, people: Sequence[StakeholderView], aside: Sequence[StakeholderView]
    ) -> tuple[list[Placed], Pile | None]:
        """People in their order, and a pile of those `aside` and of the last ones if there is no room for all."""
        count = len(people)
        lines = self._fitting(people, aside)
        if lines is None:
            count = bisect_left(range(len(people)), True, key=lambda most: not self._fit(people, aside, most + 1))
            # Not even the pile may fit: then it is all that is shown, whatever it reaches into.
            lines = self._fitting(people[:count], [*people[count:], *aside]) or self._lines(
                [pile_label(len(people) + len(aside), self._view, self._style)]
            )
        counted = [*people[count:], *aside]
        rects = list(self._standing(lines))
        placed = [
            Placed(each.id, rect, label.lines, label.mark_boxes(rect, self._style))
            for each, (rect, label) in zip(people[:count], rects, strict=False)
        ]
        if not counted:
            return placed, None
        rect, label = rects[-1]
        return placed, Pile(self._where, rect, label.lines, tuple(each.id for each in counted))

    def _fit(self, people: Sequence[StakeholderView], aside: Sequence[StakeholderView], count: int) -> bool:
        return self._fitting(people[:count], [*people[count:], *aside]) is not None

    def _fitting(
        self, people: Sequence[StakeholderView], counted: Sequence[StakeholderView]
    ) -> list[list[Slip]] | None:
        """The labels in lines that fit, the widest pills first; None where none do."""
        for share in _SHARES:
            room = (self._inside.width - (share - 1) * self._gap) / share
            if share > 1 and room < _NARROWEST:
                break
            labels = [self._label(each, min(room, WIDEST)) for each in people]
            if counted:
                labels.append(pile_label(len(counted), self._view, self._style))
            lines = self._lines(labels)
            if self._height(lines) <= self._inside.height:
                return lines
        return None

    def _label(self, each: StakeholderView, room: float) -> Slip:
        """A pill about so wide, wider rather than with a broken word."""
        name, marks = shortened(each.name), len(marks_of(each, self._view))
        return slip(name, self._style, min(max(room, unbroken(name, self._style, marks)), self._inside.width), marks)

    def _lines(self, labels: Sequence[Slip]) -> list[list[Slip]]:
        lines: list[list[Slip]] = []
        left = 0.0
        for label in labels:
            if not lines or left + label.width > self._inside.width:
                lines.append([])
                left = 0.0
            lines[-1].append(label)
            left += label.width + self._gap
        return lines

    def _height(self, lines: Sequence[Sequence[Slip]]) -> float:
        highest = sum(max(label.height for label in line) for line in lines)
        return highest + self._gap * max(0, len(lines) - 1)

    def _standing(self, lines: Sequence[Sequence[Slip]]) -> Iterator[tuple[Rect, Slip]]:
        inside = self._inside
        top = inside.y + (0.0 if self._from_top else max(0.0, inside.height - self._height(lines)) / 2)
        for line in lines:
            high = max(label.height for label in line)
            wide = sum(label.width for label in line) + self._gap * (len(line) - 1)
            left = inside.x + (inside.width - wide) / 2
            for label in line:
                yield Rect(round(left), round(top + (high - label.height) / 2), label.width, label.height), label
                left += label.width + self._gap
            top += high + self._gap
