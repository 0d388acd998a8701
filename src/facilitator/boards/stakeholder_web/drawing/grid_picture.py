"""Influence against stake as a picture: four quadrants with their names, both axes, pills, and a tray."""

from collections.abc import Iterator

from facilitator.boards.drawing import header, readable
from facilitator.boards.stakeholder_web.drawing.grid import STEPS, TRAY, GridLayout, cell_of, grid_layout
from facilitator.boards.stakeholder_web.drawing.keys import Key, key_groups, keys_of
from facilitator.boards.stakeholder_web.drawing.piles import Pile, small_text
from facilitator.boards.stakeholder_web.drawing.pills import Pills
from facilitator.boards.stakeholder_web.view import StakeholderView, StakeholderWebView
from facilitator.content import methods, typeface
from facilitator.content.theme import Theme, mixed
from facilitator.content.typeface import line_height
from facilitator.content.words import Words
from facilitator.domain.picture import Box, Group, Path, Picture, Rect, Shape, Text

_CORNER = 14.0
_WORDS = 7.0  # least contrast of words with their ground
_PAD = 12.0
_NAMES = {
    (True, False): "keep_satisfied",
    (True, True): "work_closely",
    (False, False): "keep_in_view",
    (False, True): "keep_involved",
}
_TINTS = {(True, True): 0.14, (True, False): 0.085, (False, True): 0.085, (False, False): 0.04}


def grid_picture(view: StakeholderWebView, theme: Theme) -> Picture:
    """The view by influence and stake, in the view's language."""
    drawing = _Drawing(view, theme)
    return Picture(theme.paper, tuple(drawing.groups()), drawing.alternative(), tuple(drawing.pills.colours.items()))


def grid_keys(view: StakeholderWebView, theme: Theme) -> tuple[Key, ...]:
    """What the strip at the foot explains, and what stake is."""
    return keys_of(view, theme, [("", Words(view.language)("web.key_stake"))])


class _Drawing:
    def __init__(self, view: StakeholderWebView, theme: Theme) -> None:
        self._view, self._theme = view, theme
        self._words = Words(view.language)
        self._small = small_text(view, theme)
        self._keys = grid_keys(view, theme)
        self._layout: GridLayout = grid_layout(view, theme, self._keys)
        self.pills = Pills(view, theme, self._layout.style, sized=False)
        self._people = {each.id: each for each in view.stakeholders}
        self._influence = {level.value: level.name.within(view.language) for level in methods.scale("influence").levels}

    def groups(self) -> Iterator[Group]:
        """Quadrants and axes first, then who stands there."""
        yield header(self._view, self._theme)
        for (row, column), rect in self._layout.quadrants.items():
            yield self._quadrant(row, column, rect)
        yield from self._axes()
        if self._layout.tray:
            yield self._tray(self._layout.tray)
        yield from key_groups(self._keys, self.pills, self._small, self._theme)
        for pile in self._layout.piles:
            yield self._pile(pile)
        for placed in self._layout.placed:
            each = self._people[placed.id]
            yield self.pills.group(each, placed.rect, placed.lines, self._place(each), placed.marks)

    def alternative(self) -> str:
        """What the picture shows, in a sentence or two."""
        counted = dict.fromkeys([*_NAMES.values(), "unplaced"], 0)
        for each in self._view.stakeholders:
            counted[self._quadrant_of(each)] += 1
        told = [
            self._words("web.sector_count", sector=self._words(f"web.quadrant_{name}"), count=count)
            for name, count in counted.items()
            if count
        ]
        title, count = self._view.title, len(self._view.stakeholders)
        if not count:
            return self._words("web.alt_grid_empty", title=title)
        return self._words("web.alt_grid", title=title, count=count, quadrants=self._words.list(told))

    def _quadrant_of(self, each: StakeholderView) -> str:
        cell = cell_of(each)
        return _NAMES[cell[0] > 2, cell[1] > 2] if cell else "unplaced"

    def _quadrant(self, high_row: bool, high_column: bool, rect: Rect) -> Group:
        theme, size = self._theme, self._theme.stage_heading
        name = self._words(f"web.quadrant_{_NAMES[high_row, high_column]}")
        shown = typeface.wrap(name, size, rect.width - 2 * _PAD, bold=True, max_lines=1)
        cells = [
            cell
            for (row, column), cell in self._layout.cells.items()
            if (row > 2) == high_row and (column > 2) == high_column
        ]
        across = max(cell.y for cell in cells)
        down = max(cell.x for cell in cells)
        lines: tuple[Shape, ...] = (
            Path((("M", rect.x + _PAD, across), ("L", rect.right - _PAD, across)), stroke=theme.line, stroke_width=1.5),
            Path(
                (("M", down, rect.y + self._layout.title_height), ("L", down, rect.bottom - _PAD)),
                stroke=theme.line,
                stroke_width=1.5,
            ),
        )
        fill = mixed(theme.focus, _TINTS[high_row, high_column], theme.paper)
        quiet = readable(theme.quiet, theme, _WORDS, fill)
        text = Text(shown, rect.x + _PAD + 2, rect.y + 4, size, quiet, bold=True)
        return Group("", "scenery", rect, (Box(rect, _CORNER, fill), *lines, text), name)

    def _axes(self) -> Iterator[Group]:
        """The steps of influence at the left, those of the stake below, each with the name of its axis."""
        cells, axis, size = self._layout.cells, self._layout.axis, self._small
        line, wide = line_height(size), axis.width - _PAD
        yield self._axis_name(
            self._words("web.grid_influence"), Rect(axis.x, self._layout.quadrants[True, False].y + 6, wide, line)
        )
        for step in STEPS:
            words = self._words("web.step", number=step, name=self._influence[step])
            lines = typeface.wrap(words, size, wide)
            high = len(lines) * line
            box = Rect(axis.x, cells[step, 1].centre[1] - high / 2, wide, high)
            text = Text(lines, box.x, box.y, size, self._theme.quiet)
            yield Group("", "scenery", box, (text,), words)
        below = cells[1, 1].bottom + 6
        yield self._axis_name(self._words("web.grid_stake"), Rect(axis.x, below, wide, line))
        for step in STEPS:
            rect = cells[1, step]
            words = self._words("web.step", number=step, name=self._words(f"web.stake_{step}"))
            shown = typeface.wrap(words, size, rect.width, max_lines=1)
            box = Rect(rect.x, below, rect.width, line)
            text = Text(shown, box.centre[0], box.y, size, self._theme.quiet, anchor="middle")
            yield Group("", "scenery", box, (text,), words)

    def _axis_name(self, name: str, box: Rect) -> Group:
        shown = typeface.wrap(name, self._small, box.width, bold=True, max_lines=1)
        return Group("", "scenery", box, (Text(shown, box.x, box.y, self._small, self._theme.ink, bold=True),), name)

    def _tray(self, rect: Rect) -> Group:
        theme, size = self._theme, self._layout.style.tab_text
        words = self._words("web.quadrant_unplaced")
        text = Text(self._layout.tray_words, rect.x + _PAD, rect.y + _PAD, size, theme.quiet)
        return Group("", "scenery", rect, (Box(rect.grown(-1), _CORNER, theme.paper, theme.line, 2), text), words)

    def _pile(self, pile: Pile) -> Group:
        names = self._words.list([self._people[each].name for each in pile.ids])
        where = self._words("web.quadrant_unplaced")
        if pile.where != TRAY:
            where = self._told(*(int(step) for step in pile.where.split()))
        label = self._words("web.stack", sector=where, count=len(pile.ids), names=names)
        return self.pills.stack("", pile.rect, pile.lines, label)

    def _place(self, each: StakeholderView) -> str:
        cell = cell_of(each)
        return self._told(*cell) if cell else self._words("web.quadrant_unplaced")

    def _told(self, influence: int, stake: int) -> str:
        quadrant = self._words(f"web.quadrant_{_NAMES[influence > 2, stake > 2]}")
        return self._words("web.in_quadrant", quadrant=quadrant, stake=self._words(f"web.stake_{stake}"))
