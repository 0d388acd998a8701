"""How far a 1:1 is, as a line above the statements: one piece a statement, filled where it was answered."""

from facilitator.boards.assessment.own.view import OwnView, StatementView, dimension_of
from facilitator.boards.assessment.own.wording import groups_of, progress_told
from facilitator.boards.drawing import readable
from facilitator.content.theme import Theme
from facilitator.content.typeface import line_height
from facilitator.content.words import Words
from facilitator.domain.picture import Box, Group, Rect, Shape, Text

LEFT, WIDE, TOP = 60.0, 1800.0, 88.0
SIZE = 26.0
_PIECE, _GAP = 14.0, 5.0


def progress(view: OwnView, at: StatementView | None, theme: Theme, heading: str = "") -> Group:
    """The dimension of a statement, else `heading`; how many were answered, and the line with its piece outlined."""
    words, asked = Words(view.language), view.asked
    told = progress_told(view, words)
    quiet = readable(theme.quiet, theme, 7)
    shapes: list[Shape] = [Text((told,), LEFT + WIDE, TOP, SIZE, quiet, anchor="end")]
    if at:
        heading = dict(groups_of(asked, view.language))[dimension_of(asked, asked.area(at.area))]
    if heading:
        shapes.append(Text((heading,), LEFT, TOP, SIZE, readable(theme.focus, theme, 7), bold=True))
    top = TOP + line_height(SIZE) + 8
    wide = (WIDE - (len(view.statements) - 1) * _GAP) / len(view.statements)
    for place, each in enumerate(view.statements):
        rect = Rect(LEFT + place * (wide + _GAP), top, wide, _PIECE)
        here = at is not None and each.id == at.id
        fill = theme.focus if each.answered else theme.surface
        shapes.append(Box(rect, 5, fill=fill, stroke=theme.ink if here else theme.link, stroke_width=3 if here else 1))
    box = Rect(LEFT - 2, TOP, WIDE + 4, top + _PIECE + 2 - TOP)
    return Group("", "scenery", box, tuple(shapes), label=". ".join(filter(None, [heading, told])))
