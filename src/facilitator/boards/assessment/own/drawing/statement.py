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
from facilitator.content.typeface import line_height, width, wrap
from facilitator.content.words import Words
from facilitator.domain.picture import Box, Group, Rect, Shape, Text

LEFT, WIDE = 60.0, 1800.0
TOP = 178.0
STATEMENT_SIZE, PROMPT_SIZE, WORD_SIZE = 62.0, 28.0, 34.0
ANCHOR_SIZES = (48.0, 44.0, 40.0, 36.0, 32.0, 28.0)
"""The anchors of a statement are all as large as the longest of them allows."""

NUMBER_SIZE, MEANING_SIZE, OTHER_SIZE = 60.0, 28.0, 30.0
COLUMNS_BOTTOM, CHIPS_TOP, CHIPS_HIGH = 952.0, 968.0, 84.0

_WITHOUT_ANCHOR = 0.62
"""How wide a level is of which nothing is said here, compared with one that has an anchor."""

_BETWEEN, _INSET, _SIGN = 16.0, 20.0, 34.0
_CHOSEN_TINT = 0.16


def statement_groups(view: OwnView, at: StatementView, theme: Theme) -> Iterator[Group]:
    """The header, how far we are, the statement, its levels (wide where there is an anchor), what else can be said."""
    yield header(view, theme)
    yield progress(view, at, theme)
    item, below = _statement(view, at, theme)
    yield item
    levels = view.asked.scale.levels
    area = view.asked.area(at.area)
    shares = [1.0 if area.anchor(level.value) else _WITHOUT_ANCHOR for level in levels]
    unit = (WIDE - (len(levels) - 1) * _BETWEEN) / sum(shares)
    anchors = _anchors(view, at, [unit * share - 2 * _INSET for share in shares], below + 26)
    left = LEFT
    for level, share in zip(levels, shares, strict=True):
        rect = Rect(left, below + 26, unit * share, COLUMNS_BOTTOM - below - 26)
        yield _column(view, at, level, rect, anchors, theme)
        left = rect.right + _BETWEEN
    yield from _chips(view, at, theme)


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
class _Anchors:
    """Where the anchors begin in all columns, and how large they are."""

    top: float
    size: float


def _anchors(view: OwnView, at: StatementView, rooms: Sequence[float], top: float) -> _Anchors:
    """`rooms`: how wide the text of each level may be; the widest are those of the anchors."""
    language, room = view.language, max(rooms)
    heads = [
        len(wrap(level.name.within(language), WORD_SIZE, its_room, bold=True)) * line_height(WORD_SIZE)
        + len(wrap(level.meaning.within(language), MEANING_SIZE, its_room)) * line_height(MEANING_SIZE)
        for level, its_room in zip(view.asked.scale.levels, rooms, strict=True)
    ]
    top += _INSET - 4 + line_height(NUMBER_SIZE) + max(heads) + 30
    texts = [anchor.text.within(language) for anchor in view.asked.area(at.area).anchors]
    whole = max((word for text in texts for word in text.split()), key=lambda word: width(word, 1))
    for size in ANCHOR_SIZES:
        lines = max(len(wrap(text, size, room)) for text in texts)
        if width(whole, size) <= room and top + lines * line_height(size) <= COLUMNS_BOTTOM - _INSET:
            return _Anchors(top, size)
    return _Anchors(top, ANCHOR_SIZES[-1])


def _column(view: OwnView, at: StatementView, level: Level, rect: Rect, anchors: _Anchors, theme: Theme) -> Group:
    """A level: number and word, what it means in general, and what it looks like here; marked where it was chosen."""
    language, anchor = view.language, view.asked.area(at.area).anchor(level.value)
    chosen = at.level == level.value
    fill = mixed(theme.focus, _CHOSEN_TINT, theme.surface) if chosen and not at.hollow else theme.surface
    quiet = readable(theme.quiet, theme, 7, fill)
    room, left, top = rect.width - 2 * _INSET, rect.x + _INSET, rect.y + _INSET - 4
    dash = (9.0, 6.0) if chosen and at.hollow else ()
    edge, strength = (theme.focus, 5.0) if chosen else (theme.line, 2.0)
    shapes: list[Shape] = [Box(rect, 14, fill=fill, stroke=edge, stroke_width=strength, dash=dash)]
    shapes.append(Text((str(level.value),), left, top, NUMBER_SIZE, theme.ink, bold=True, sign=True))
    if chosen:
        box = Rect(rect.right - _INSET - _SIGN, top + (line_height(NUMBER_SIZE) - _SIGN) / 2, _SIGN, _SIGN)
        shapes.append(icon("check", box, theme.focus))
    top += line_height(NUMBER_SIZE)
    for text, size, colour, bold in (
        (level.name.within(language), WORD_SIZE, theme.ink, True),
        (level.meaning.within(language), MEANING_SIZE, quiet, False),
    ):
        lines = wrap(text, size, room, bold=bold)
        shapes.append(Text(lines, left, top, size, colour, bold=bold))
        top += len(lines) * line_height(size)
    if anchor:
        lines = wrap(anchor.within(language), anchors.size, room)
        shapes.append(Box(Rect(left, anchors.top - 16, 56, 4), 2, fill=theme.focus))
        shapes.append(Text(lines, left, anchors.top, anchors.size, theme.ink))
    told = [f"{level.value} {level.name.within(language)}", anchor.within(language) if anchor else ""]
    if chosen:
        told.append(Words(language)("assessment.hollow" if at.hollow else "assessment.chosen"))
    return Group("", "scenery", rect, tuple(shapes), label=". ".join(filter(None, told)))


def _chips(view: OwnView, at: StatementView, theme: Theme) -> Iterator[Group]:
    """What can be answered besides a level."""
    asked, left, language = view.asked, LEFT, view.language
    for scored, sign in (("unknown", "unknown"), ("not_applicable", "not_for_us")):
        if not can_be(asked, asked.area(at.area), scored):
            continue
        name = scored_told(asked, scored, None, language)
        wide = WIDE / 2 - _BETWEEN / 2
        rect, chosen = Rect(left, CHIPS_TOP, wide, CHIPS_HIGH), at.scored == scored
        term = asked.scale.dont_know if scored == "unknown" else asked.scale.not_applicable
        fill = mixed(theme.focus, _CHOSEN_TINT, theme.surface) if chosen else theme.surface
        quiet = readable(theme.quiet, theme, 7, fill)
        middle, size, text_left = rect.centre[1], OTHER_SIZE, rect.x + 66
        top = middle - (line_height(size) + line_height(MEANING_SIZE)) / 2
        shapes: list[Shape] = [
            Box(rect, 14, fill=fill, stroke=theme.focus if chosen else theme.line, stroke_width=5 if chosen else 2),
            icon("check" if chosen else sign, Rect(rect.x + 20, middle - 15, 30, 30), theme.focus if chosen else quiet),
            Text((name,), text_left, top, size, theme.ink, bold=True),
            Text((term.meaning.within(language),), text_left, top + line_height(size), MEANING_SIZE, quiet),
        ]
        told = [name, Words(language)("assessment.chosen") if chosen else ""]
        yield Group("", "scenery", rect, tuple(shapes), label=". ".join(filter(None, told)))
        left += wide + _BETWEEN
