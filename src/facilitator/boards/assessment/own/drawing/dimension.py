"""One dimension: its statements as rows with what 0, 2 and 4 look like, and whether, or how, each was answered."""

from collections.abc import Iterator, Sequence

from facilitator.boards.assessment.own.drawing.progress import progress
from facilitator.boards.assessment.own.view import OwnView, StatementView
from facilitator.boards.assessment.own.wording import scored_told, statement_told
from facilitator.boards.assessment.wording import level_told
from facilitator.boards.drawing import header, icon, readable
from facilitator.content.theme import Theme, mixed
from facilitator.content.typeface import line_height, width, wrap
from facilitator.content.words import Words
from facilitator.domain.picture import Box, Group, Rect, Shape, Text

LEFT, WIDE = 60.0, 1800.0
HEADS_TOP, ROWS_TOP, BOTTOM = 162.0, 210.0, 1056.0
NAME_SIZE, HEAD_SIZE, STATE_SIZE = 28.0, 28.0, 26.0
ANCHOR_SIZES = (34.0, 31.0, 28.0, 26.0, 24.0)
"""All anchors of a dimension are as large as the longest of them allows."""

NAME_WIDE, STATE_WIDE = 500.0, 232.0

_INSET, _BETWEEN = 16.0, 12.0


def dimension_groups(view: OwnView, at: StatementView, theme: Theme) -> Iterator[Group]:
    """The header, how far we are, the heads of the columns, then the statements of the dimension of `at`."""
    yield header(view, theme)
    yield progress(view, at, theme)
    yield _heads(view, theme)
    rows = view.of(view.asked.area(at.area).dimension)
    high = (BOTTOM - ROWS_TOP - (len(rows) - 1) * _BETWEEN) / len(rows)
    size = _anchor_size(view, rows, high)
    for place, each in enumerate(rows):
        rect = Rect(LEFT, ROWS_TOP + place * (high + _BETWEEN), WIDE, high)
        yield _row(view, each, rect, theme, size, here=each.id == at.id)


def anchor_left(view: OwnView, place: int) -> tuple[float, float]:
    """Left edge and width of the column of an anchor, counted from 0."""
    count = len(view.asked.anchors_at)
    wide = (WIDE - NAME_WIDE - STATE_WIDE) / count
    return LEFT + NAME_WIDE + place * wide, wide


def _heads(view: OwnView, theme: Theme) -> Group:
    shapes, told = [], []
    for place, level in enumerate(view.asked.anchors_at):
        left, _ = anchor_left(view, place)
        told.append(level_told(view.asked, level, view.language))
        shapes.append(Text((told[-1],), left + _INSET, HEADS_TOP, HEAD_SIZE, theme.ink, bold=True))
    box = Rect(LEFT, HEADS_TOP, WIDE, line_height(HEAD_SIZE))
    return Group("", "scenery", box, tuple(shapes), label=". ".join(told))


def _anchor_size(view: OwnView, rows: Sequence[StatementView], high: float) -> float:
    texts = [anchor.text.within(view.language) for each in rows for anchor in view.asked.area(each.area).anchors]
    room = anchor_left(view, 0)[1] - 2 * _INSET
    words = {word for text in texts for word in text.split()}
    for size in ANCHOR_SIZES:
        most = max(len(wrap(text, size, room)) for text in texts)
        if most * line_height(size) <= high - 2 * _INSET and max(width(word, size) for word in words) <= room:
            return size
    return ANCHOR_SIZES[-1]


def _row(view: OwnView, each: StatementView, rect: Rect, theme: Theme, size: float, *, here: bool) -> Group:
    area, language, words = view.asked.area(each.area), view.language, Words(view.language)
    edge, strength = (theme.focus, 4.0) if here else (theme.line, 2.0)
    shapes: list[Shape] = [Box(rect, 12, fill=theme.surface, stroke=edge, stroke_width=strength)]
    text = f"{area.code}\u2002{area.text.within(language)}"
    lines = wrap(text, NAME_SIZE, NAME_WIDE - 2 * _INSET, bold=True)
    top = rect.centre[1] - len(lines) * line_height(NAME_SIZE) / 2
    shapes.append(Text(lines, rect.x + _INSET, top, NAME_SIZE, theme.ink, bold=True))
    for place, anchor in enumerate(area.anchors):
        left, wide = anchor_left(view, place)
        lines = wrap(anchor.text.within(language), size, wide - 2 * _INSET)
        top = rect.centre[1] - len(lines) * line_height(size) / 2
        chosen = each.level == view.asked.anchors_at[place]
        if chosen:
            cell = Rect(left + 5, rect.y + 9, wide - 17, rect.height - 18)
            shapes.append(Box(cell, 10, fill=_tint(theme), stroke=theme.focus, stroke_width=4))
        else:
            shapes.append(Box(Rect(left, rect.y + 14, 1.5, rect.height - 28), fill=theme.line))
        ink = theme.ink if chosen else readable(theme.quiet, theme, 7, theme.surface)
        shapes.append(Text(lines, left + _INSET, top, size, ink))
    shapes += _state(view, each, rect, theme, words)
    return Group(each.id, "item", rect, tuple(shapes), label=statement_told(view, each, words))


def _state(view: OwnView, each: StatementView, rect: Rect, theme: Theme, words: Words) -> Iterator[Shape]:
    """Whether it was answered; how, where the layer is on."""
    if view.shows_answers:
        told = scored_told(view.asked, each.scored, each.level, view.language)
    else:
        told = words("assessment.answered" if each.answered else "assessment.not_answered")
    pill = Rect(rect.right - STATE_WIDE, rect.centre[1] - 46, STATE_WIDE - _INSET, 92)
    fill = _tint(theme) if each.answered else theme.surface
    edge = theme.focus if each.answered else theme.link
    dash = () if each.answered and not each.hollow else (7.0, 5.0)
    yield Box(pill, 14, fill=fill, stroke=edge, stroke_width=2.5, dash=dash)
    left = pill.x + 12
    if each.answered:
        yield icon("check", Rect(left, pill.centre[1] - 13, 26, 26), theme.focus)
        left += 34
    lines = wrap(told, STATE_SIZE, pill.right - 8 - left, bold=True)
    top = pill.centre[1] - len(lines) * line_height(STATE_SIZE) / 2
    yield Text(lines, left, top, STATE_SIZE, theme.ink, bold=True)


def _tint(theme: Theme) -> str:
    return mixed(theme.focus, 0.14, theme.surface)
