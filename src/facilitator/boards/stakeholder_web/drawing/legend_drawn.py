"""The legend of a web drawn: real samples of lines, marks and sizes with their meanings."""

from collections.abc import Iterator
from dataclasses import replace

from facilitator.boards.stakeholder_web.drawing.curves import Curve
from facilitator.boards.stakeholder_web.drawing.lines import line_shapes, look_of
from facilitator.boards.stakeholder_web.drawing.mark_signs import mark_shapes
from facilitator.boards.stakeholder_web.drawing.pills import form_sample, outline_width
from facilitator.boards.stakeholder_web.layout.legend import FORM, MARK, TIE, TIE_MARK, Legend, LegendRow
from facilitator.content.theme import Theme
from facilitator.domain.picture import Box, Group, Rect, Shape, Text

_CORNER = 12.0
_SIGN = 0.96  # of the height of a row


def legend_group(legend: Legend, theme: Theme) -> Group:
    """The legend on a ground of its own, so that threads do not disturb it."""
    shapes: list[Shape] = [Box(legend.rect.grown(-1), _CORNER, theme.surface, theme.line, 1.5)]
    for row in legend.rows:
        shapes += _sample(row, theme)
        shapes.append(Text(row.lines, row.words.x, row.words.y, legend.text, theme.ink))
    label = ", ".join(" ".join(row.lines) for row in legend.rows)
    return Group("", "scenery", legend.rect, tuple(shapes), label)


def _sample(row: LegendRow, theme: Theme) -> Iterator[Shape]:
    rect = row.sample
    x, y = rect.centre
    if row.kind in (TIE, TIE_MARK):
        curve = Curve(tuple((rect.x + rect.width * share, y) for share in (0.0, 1 / 3, 2 / 3, 1.0)))
        look = look_of(row.id) if row.kind == TIE else replace(look_of("works_with"), marks=(row.id,))
        yield from line_shapes(look, curve, theme)
    elif row.kind == FORM:
        yield form_sample(row.id, rect, theme)
    elif row.kind == MARK:
        half = rect.height * _SIGN / 2
        yield from mark_shapes(row.id, Rect(x - half, y - half, 2 * half, 2 * half), theme)
    else:
        high = rect.height * (0.5 + 0.12 * int(row.id))
        box = Rect(rect.x + 1, y - high / 2, rect.width - 2, high)
        wide = outline_width(int(row.id))
        yield Box(box.grown(-wide / 2), high / 2, theme.surface, theme.quiet, wide)
