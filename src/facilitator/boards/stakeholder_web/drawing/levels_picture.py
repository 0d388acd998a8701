"""Participation now and wanted as a picture: columns, pills, and arrows to where people are wanted."""

from collections.abc import Iterator

from facilitator.boards.drawing import header, icon, readable
from facilitator.boards.stakeholder_web.drawing.keys import Key, key_groups, keys_of
from facilitator.boards.stakeholder_web.drawing.level_columns import PAD, Column, foot_of_head
from facilitator.boards.stakeholder_web.drawing.levels import BADGE, SPOT, Arrow, LevelPill, levels_layout
from facilitator.boards.stakeholder_web.drawing.participation import NOT_KNOWN, Participation
from facilitator.boards.stakeholder_web.drawing.piles import Pile, small_text
from facilitator.boards.stakeholder_web.drawing.pills import Pills
from facilitator.boards.stakeholder_web.view import StakeholderView, StakeholderWebView
from facilitator.content.participation import participation_credit
from facilitator.content.theme import Theme, mixed
from facilitator.content.typeface import line_height
from facilitator.content.words import Words
from facilitator.domain.picture import Box, Group, Oval, Path, PathCommand, Picture, Rect, Shape, Text

_CORNER = 12.0
_TINTS = (0.03, 0.06, 0.09, 0.12, 0.15, 0.18)  # of the levels, as everybody has more say
_WIDTH, _HEAVY = 2.5, 5.0  # of arrows, the second for those who are two levels or more away
_HEAD = 9.0
_LEAST, _WORDS = 3.2, 7.0  # least contrasts of arrows with the paper, and of words with their ground


def levels_picture(view: StakeholderWebView, theme: Theme) -> Picture:
    """The view by participation, in the view's language."""
    drawing = _Drawing(view, theme)
    colours = tuple(drawing.pills.colours.items())
    return Picture(theme.paper, tuple(drawing.groups()), drawing.alternative(), colours)


def levels_keys(view: StakeholderWebView, theme: Theme) -> tuple[Key, ...]:
    """What the strip at the foot explains, and whose names of levels these are."""
    words, levels = Words(view.language), Participation(view)
    found = []
    if any(levels.gap(each) for each in view.stakeholders):
        found.append(("arrow", words("web.key_wanted")))
    if view.then_title:
        found.append(("then", words("web.key_then", title=view.then_title)))
    if view.level_labels == "iap2":
        found.append(("", participation_credit().within(view.language)))
    return keys_of(view, theme, found)


class _Drawing:
    def __init__(self, view: StakeholderWebView, theme: Theme) -> None:
        self._view, self._theme = view, theme
        self._words = Words(view.language)
        self._small = small_text(view, theme)
        self._levels = Participation(view)
        self._keys = levels_keys(view, theme)
        self._layout = levels_layout(view, theme, self._keys)
        self.pills = Pills(view, theme, self._layout.style)
        self._people = {each.id: each for each in view.stakeholders}

    def groups(self) -> Iterator[Group]:
        """Columns first, then arrows, then who stands there."""
        view, words = self._view, self._words
        yield header(view, self._theme, words("web.compared", title=view.then_title) if view.then_title else "")
        for column in self._layout.columns:
            yield self._column(column)
        yield from key_groups(self._keys, self.pills, self._small, self._theme)
        for standing in self._layout.standings:
            yield from self._arrows(standing)
        for pile in self._layout.piles:
            yield self._pile(pile)
        for standing in self._layout.standings:
            yield self._pill(standing)

    def alternative(self) -> str:
        """What the picture shows, in a sentence or two."""
        view, words = self._view, self._words
        if not view.stakeholders:
            return words("web.alt_levels_empty", title=view.title)
        counted = dict.fromkeys((*self._levels.order, NOT_KNOWN), 0)
        for each in view.stakeholders:
            counted[self._levels.here(each)] += 1
        told = [
            words("web.sector_count", sector=self._levels.name(level), count=count)
            for level, count in counted.items()
            if count
        ]
        owed = words("web.owed_count", count=sum(self._levels.gap(each) > 0 for each in view.stakeholders))
        levels = words.list(told)
        return words("web.alt_levels", title=view.title, count=len(view.stakeholders), levels=levels, owed=owed)

    def _column(self, column: Column) -> Group:
        theme, rect, letters = self._theme, column.rect, self._layout.letters
        known = column.level != NOT_KNOWN
        tint = _TINTS[self._levels.order.index(column.level)] if known else 0.0
        fill = mixed(theme.focus, tint, theme.paper) if known else theme.paper
        foot = foot_of_head(column, self._layout.columns, letters)
        shapes: list[Shape] = [Box(rect, _CORNER, fill, None if known else theme.line, 2)]
        left, top = rect.x + PAD, rect.y + PAD
        shapes.append(Text(column.name, left, top, letters.name, theme.ink, bold=True))
        if column.promise:
            top += len(column.name) * line_height(letters.name)
            quiet = readable(theme.quiet, theme, _WORDS, fill)
            shapes.append(Text(column.promise, left, top, letters.promise, quiet))
        shapes.append(Box(Rect(rect.x + PAD, foot, rect.width - 2 * PAD, 2), fill=theme.line))
        return Group("", "scenery", rect, tuple(shapes), " ".join((*column.name, *column.promise)))

    def _pill(self, standing: LevelPill) -> Group:
        each = self._people[standing.id]
        return self.pills.group(each, standing.rect, standing.lines, self._place(each), standing.marks)

    def _place(self, each: StakeholderView) -> str:
        now, wanted = (self._levels.name(level or NOT_KNOWN) for level in (each.level_now, each.level_wanted))
        return self._words("web.now_and_wanted", now=now, wanted=wanted)

    def _pile(self, pile: Pile) -> Group:
        names = self._words.list([self._people[each].name for each in pile.ids])
        label = self._words("web.stack", sector=self._levels.name(pile.where), count=len(pile.ids), names=names)
        return self.pills.stack("", pile.rect, pile.lines, label)

    def _arrows(self, standing: LevelPill) -> Iterator[Group]:
        each = self._people[standing.id]
        if standing.arrow:
            yield self._link(each, standing.arrow, self._onward(each, standing.arrow))
        if standing.before:
            yield self._link(each, standing.before, self._since(standing.before, standing.arrow))

    def _link(self, each: StakeholderView, arrow: Arrow, shapes: Iterator[Shape]) -> Group:
        left, right = min(arrow.start, arrow.spot.x), max(arrow.start, arrow.spot.right)
        high = BADGE * self._small
        box = Rect(left, arrow.spot.centre[1] - high / 2, right - left, high)
        return Group("", "link", box, tuple(shapes), category=each.category, ends=(self._view.board_id, each.id))

    def _onward(self, each: StakeholderView, arrow: Arrow) -> Iterator[Shape]:
        """From the pill to the level that is wanted, heavy where that is two or more away."""
        spot, sign = arrow.spot, 1 if arrow.levels > 0 else -1
        colour = readable(self.pills.colours[each.category], self._theme, _LEAST)
        y, far = spot.centre[1], (spot.x - 2 if sign > 0 else spot.right + 2)
        wide = _HEAVY if abs(arrow.levels) > 1 else _WIDTH
        reach = _HEAD + wide
        ends: tuple[PathCommand, ...] = (("M", arrow.start + 3 * sign, y), ("L", far - sign * reach * 0.8, y))
        yield Path(ends, stroke=colour, stroke_width=wide)
        yield _point(far, y, sign, colour, reach)
        yield from self._spot(each, spot)
        if abs(arrow.levels) > 1:
            yield from self._badge(arrow, y)

    def _since(self, before: Arrow, onward: Arrow | None) -> Iterator[Shape]:
        """From where somebody stood to the pill; where an arrow goes the other way along it, just the spot."""
        theme, spot, sign = self._theme, before.spot, 1 if before.levels > 0 else -1
        y = spot.centre[1]
        near, tip = before.start + 3 * sign, True
        if onward and (onward.levels > 0) == (before.levels > 0):
            near, tip = (onward.spot.right if sign > 0 else onward.spot.x), False
            if onward.levels == before.levels:
                spot = Rect(spot.x + sign * (SPOT + 4), spot.y, SPOT, SPOT)
        far = spot.x + 3 if sign > 0 else spot.right - 3
        if (far - near) * sign > 0:
            yield Path((("M", far, y), ("L", near, y)), stroke=theme.quiet, stroke_width=2, dash=(4, 5))
            if tip:
                yield _point(near, y, -sign, theme.quiet, 8)
        yield Oval(spot.grown(-4), theme.paper, theme.quiet, 2)

    def _spot(self, each: StakeholderView, spot: Rect) -> Iterator[Shape]:
        colour = readable(self.pills.colours[each.category], self._theme, _LEAST)
        internal = self.pills.side(each.category) == "internal"
        yield Box(spot.grown(-1), spot.width * (0.24 if internal else 0.5), self._theme.surface, colour, 2, (4, 3))
        yield icon(each.category, spot.grown(-spot.width * 0.22), colour)

    def _badge(self, arrow: Arrow, y: float) -> Iterator[Shape]:
        size = self._small
        text = f"{arrow.levels:+d}".replace("-", "\u2212")
        high = BADGE * size
        rect = Rect(arrow.badge - high / 2 - 3, y - high / 2 + 2, high + 6, high - 4)
        yield Box(rect, rect.height / 2, self._theme.surface, self._theme.quiet, 1.5)
        yield Text((text,), arrow.badge, y - line_height(size) / 2, size, self._theme.ink, bold=True, anchor="middle")


def _point(x: float, y: float, onward: int, colour: str, reach: float) -> Path:
    """An arrowhead with its tip at (x, y)."""
    back, half = x - onward * reach, reach * 0.6
    return Path((("M", back, y - half), ("L", x, y), ("L", back, y + half), ("Z",)), fill=colour)
