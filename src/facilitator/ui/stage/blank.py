"""The calm paper that the stage shows when it shows no board."""

from facilitator.content import typeface
from facilitator.content.theme import Theme
from facilitator.content.words import Words
from facilitator.domain.picture import STAGE_HEIGHT, STAGE_WIDTH, Group, Picture, Rect, Text

_SIZE = 56.0


def blank_picture(words: Words, theme: Theme) -> Picture:
    """Paper and one calm line, the same for every engagement."""
    line = words("stage.back_in_a_moment")
    width, height = typeface.width(line, _SIZE), typeface.line_height(_SIZE)
    top = (STAGE_HEIGHT - height) / 2
    text = Text((line,), STAGE_WIDTH / 2, top, _SIZE, theme.quiet, anchor="middle")
    box = Rect((STAGE_WIDTH - width) / 2, top, width, height)
    return Picture(theme.paper, (Group("", "scenery", box, (text,), label=line),), alt=line)
