"""One statement in large type: its words, the steps of the scale with what each looks like, and how far we are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facilitator.boards.assessment.own.capture import can_be
from facilitator.boards.assessment.own.drawing.progress import progress
from facilitator.boards.assessment.own.view import OwnView, StatementView
from facilitator.boards.assessment.own.wording import scored_told, statement_told
from facilitator.boards.drawing import header, icon, readable
from facilitator.content.instruments import Level
from facilitator.content.theme import Theme, mixed
from facilitator.content.typeface import line_height, wrap
from facilitator.content.words import Words
from facilitator.domain.picture import Box, Group, Oval, Rect, Shape, Text

LEFT, WIDE = 60.0, 1800.0
TOP, BOTTOM = 178.0, 1056.0
STATEMENT_SIZE, PROMPT_SIZE = 62.0, 32.0
ANCHOR_SIZES = (56.0, 52.0, 48.0, 44.0, 40.0, 36.0, 32.0, 28.0)
"""The anchors of a statement are all as large as there is room for all of them."""

WORD_SIZE, BETWEEN_SIZE, MEANING_SIZE, OTHER_SIZE = 36.0, 32.0, 28.0, 32.0
NAME_LEFT, NAME_WIDE, TEXT_LEFT, TEXT_WIDE = LEFT + 128, 330.0, LEFT + 480, 1220.0
"""Of the levels' words, and of what each looks like; what is right of that is the place of the tick."""

_BELOW_STATEMENT, _BETWEEN, _INSET, _SIGN = 24.0, 10.0, 12.0, 56.0
_DISC, _SMALL_DISC = 72.0, 48.0
_DISC_MIDDLE = LEFT + 64.0
_CHIPS_HIGH, _ABOVE_CHIPS, _CHIP_SIGN = 94.0, 22.0, 40.0
_CHOSEN_TINT = 0.16


def statement_groups(view: OwnView, at: StatementView, theme: Theme) -> Iterator[Group]:
    """The header, how far we are, the statement, its levels (high where there is an anchor), what else can be said."""
    yield header(view, theme)
    yield progress(view, at, theme)
    item, below = _statement(view, at, theme)
    yield item
    others = _others(view, at)
    bottom = BOTTOM - (_CHIPS_HIGH + _ABOVE_CHIPS if others else 0)
    yield from _levels(view, at, below + _BELOW_STATEMENT, bottom, theme)
    wide = (WIDE - (len(others) - 1) * _BETWEEN) / max(len(others), 1)
    for place, scored in enumerate(others):
        rect = Rect(LEFT + place * (wide + _BETWEEN), BOTTOM - _CHIPS_HIGH, wide, _CHIPS_HIGH)
        yield _other(view, at, scored, rect, theme)


def _statement(view: OwnView, at: StatementView, theme: Theme) -> tuple[Group, float]:
    """The statement with its prompts, and where it ends."""
    area, language = view.asked.area(at.area), view.language
    lines = wrap(f"{area.code}\u2002{area.text.within(language)}", STATEMENT_SIZE, WIDE, bold=True)
    shapes: list[Shape] = [Text(lines, LEFT, TOP, STATEMENT_SIZE, theme.ink, bold=True)]
    below = TOP + len(lines) * line_height(STATEMENT_SIZE)
    for prompt in area.prompts:
        told = wrap(prompt.within(language), PROMPT_SIZE, WIDE - 34)
        shapes.append(Box(Rect(LEFT + 6, below + line_height(PROMPT_SIZE) / 2 - 5, 10, 10), 5, fill=theme.focus))
        shapes.append(Text(told, LEFT + 34, below, PROMPT_SIZE, readable(theme.quiet, theme, 7)))
        below += len(told) * line_height(PROMPT_SIZE)
    label = statement_told(view, at, Words(language))
    return Group(at.id, "item", Rect(LEFT, TOP, WIDE, below - TOP), tuple(shapes), label=label), below


@dataclass(frozen=True, slots=True)
class _Row:
    """A level in words: what it is called and what it looks like here, () where only its general meaning is known."""

    level: Level
    name: tuple[str, ...]
    anchor: tuple[str, ...]
    meaning: tuple[str, ...]

    @property
    def name_size(self) -> float:
        return WORD_SIZE if self.anchor else BETWEEN_SIZE

    @property
    def meaning_size(self) -> float:
        return MEANING_SIZE if self.anchor else BETWEEN_SIZE

    def told_high(self, anchor_size: float) -> float:
        """How much room the words of what it looks like take."""
        return len(self.anchor) * line_height(anchor_size) + len(self.meaning) * line_height(self.meaning_size)

    def least(self, anchor_size: float) -> float:
        """The least height of the row."""
        disc = _DISC if self.anchor else _SMALL_DISC
        return max(self.told_high(anchor_size), len(self.name) * line_height(self.name_size), disc) + 2 * _INSET


def _levels(view: OwnView, at: StatementView, top: float, bottom: float, theme: Theme) -> Iterator[Group]:
    """The levels below each other; what room is left goes to those with an anchor, twice as much as to the others."""
    room = bottom - top - (len(view.asked.scale.levels) - 1) * _BETWEEN
    size, rows = _fitting(view, at, room)
    shares = [2 if row.anchor else 1 for row in rows]
    spare = max(room - sum(row.least(size) for row in rows), 0) / sum(shares)
    for row, share in zip(rows, shares, strict=True):
        rect = Rect(LEFT, top, WIDE, row.least(size) + spare * share)
        yield _level(view, at, row, size, rect, theme)
        top = rect.bottom + _BETWEEN


def _fitting(view: OwnView, at: StatementView, room: float) -> tuple[float, Sequence[_Row]]:
    """The largest size of the anchors with which all rows have room, and the rows."""
    area, language, levels = view.asked.area(at.area), view.language, view.asked.scale.levels
    size, rows = ANCHOR_SIZES[-1], list[_Row]()
    for size in ANCHOR_SIZES:
        rows = []
        for level in levels:
            anchor = area.anchor(level.value)
            name = wrap(level.name.within(language), WORD_SIZE if anchor else BETWEEN_SIZE, NAME_WIDE, bold=True)
            said = wrap(anchor.within(language), size, TEXT_WIDE) if anchor else ()
            small = MEANING_SIZE if anchor else BETWEEN_SIZE
            rows.append(_Row(level, name, said, wrap(level.meaning.within(language), small, TEXT_WIDE)))
        if sum(row.least(size) for row in rows) <= room:
            break
    return size, rows


def _level(view: OwnView, at: StatementView, row: _Row, size: float, rect: Rect, theme: Theme) -> Group:
    """A level: its number and word, what it looks like here, what it means in general.

    One that was chosen has a frame, a filled number and a tick, so that it is told without colour.
    """
    language, level, middle = view.language, row.level, rect.centre[1]
    chosen = at.level == level.value
    hollow = chosen and at.hollow
    fill = mixed(theme.focus, _CHOSEN_TINT, theme.surface) if chosen and not hollow else theme.surface
    quiet = readable(theme.quiet, theme, 7, fill if chosen or row.anchor else theme.paper)
    shapes: list[Shape] = []
    if chosen:
        dash = (14.0, 9.0) if hollow else ()
        shapes.append(Box(rect, 16, fill=fill, stroke=theme.focus, stroke_width=6, dash=dash))
        sign = Rect(rect.right - 24 - _SIGN, middle - _SIGN / 2, _SIGN, _SIGN)
        shapes.append(icon("check", sign, theme.focus))
    elif row.anchor:
        shapes.append(Box(rect, 16, fill=fill, stroke=theme.line, stroke_width=2))
    shapes += _disc(row, middle, theme, chosen=chosen)
    top = middle - len(row.name) * line_height(row.name_size) / 2
    shapes.append(Text(row.name, NAME_LEFT, top, row.name_size, theme.ink, bold=True))
    top = middle - row.told_high(size) / 2
    if row.anchor:
        shapes.append(Text(row.anchor, TEXT_LEFT, top, size, theme.ink))
        top += len(row.anchor) * line_height(size)
    shapes.append(Text(row.meaning, TEXT_LEFT, top, row.meaning_size, quiet))
    told = [f"{level.value} {level.name.within(language)}", " ".join(row.anchor)]
    if chosen:
        told.append(Words(language)("assessment.hollow" if hollow else "assessment.chosen"))
    if hollow:
        right = rect.right - 2 * 24 - _SIGN
        shapes.append(Text((told[-1],), right, top, row.meaning_size, theme.ink, bold=True, anchor="end"))
    return Group("", "scenery", rect, tuple(shapes), label=". ".join(filter(None, told)))


def _disc(row: _Row, middle: float, theme: Theme, *, chosen: bool) -> Iterator[Shape]:
    """The number in a disc, which is filled where it was chosen."""
    wide, size = (_DISC, 44.0) if row.anchor else (_SMALL_DISC, 30.0)
    disc = Rect(_DISC_MIDDLE - wide / 2, middle - wide / 2, wide, wide)
    fill, ink = (theme.focus, theme.surface) if chosen else (theme.surface, theme.ink)
    yield Oval(disc, fill=fill, stroke=theme.focus if chosen else theme.link, stroke_width=3)
    top = middle - line_height(size) / 2
    yield Text((str(row.level.value),), _DISC_MIDDLE, top, size, ink, bold=True, anchor="middle", sign=True)


def _others(view: OwnView, at: StatementView) -> tuple[str, ...]:
    """What can be answered besides a level."""
    area = view.asked.area(at.area)
    return tuple(each for each in ("unknown", "not_applicable") if can_be(view.asked, area, each))


def _other(view: OwnView, at: StatementView, scored: str, rect: Rect, theme: Theme) -> Group:
    """An answer that is no level: what it is called and what it means."""
    asked, language, chosen = view.asked, view.language, at.scored == scored
    name = scored_told(asked, scored, None, language)
    term = asked.scale.dont_know if scored == "unknown" else asked.scale.not_applicable
    fill = mixed(theme.focus, _CHOSEN_TINT, theme.surface) if chosen else theme.surface
    quiet = readable(theme.quiet, theme, 7, fill)
    sign = Rect(_DISC_MIDDLE - LEFT + rect.x - _CHIP_SIGN / 2, rect.centre[1] - _CHIP_SIGN / 2, _CHIP_SIGN, _CHIP_SIGN)
    left = NAME_LEFT - LEFT + rect.x
    top = rect.centre[1] - (line_height(OTHER_SIZE) + line_height(MEANING_SIZE)) / 2
    shapes: list[Shape] = [
        Box(rect, 16, fill=fill, stroke=theme.focus if chosen else theme.line, stroke_width=6 if chosen else 2),
        icon("unknown" if scored == "unknown" else "not_for_us", sign, theme.focus if chosen else quiet),
        Text((name,), left, top, OTHER_SIZE, theme.ink, bold=True),
        Text((term.meaning.within(language),), left, top + line_height(OTHER_SIZE), MEANING_SIZE, quiet),
    ]
    if chosen:
        tick = Rect(rect.right - 24 - _SIGN, rect.centre[1] - _SIGN / 2, _SIGN, _SIGN)
        shapes.append(icon("check", tick, theme.focus))
    told = [name, Words(language)("assessment.chosen") if chosen else ""]
    return Group("", "scenery", rect, tuple(shapes), label=". ".join(filter(None, told)))
