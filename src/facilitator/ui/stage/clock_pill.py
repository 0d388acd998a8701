"""The clock at the right end of the stage's header, drawn over the picture of whatever board is there."""

from dataclasses import replace

from facilitator.boards.drawing import HEADER, HEADER_RIGHT, readable
from facilitator.content.theme import Theme, mixed
from facilitator.content.typeface import line_height
from facilitator.content.words import Words
from facilitator.domain.picture import Box, Group, Oval, Picture, Rect, Text
from facilitator.domain.view import ClockView

PILL = Rect(HEADER_RIGHT + 16, 14, 268, 44)
"""Where it stands, whatever it says: words of a board end before it."""

_SIZE = 28.0
_RING = Rect(PILL.x + 16, PILL.y + 10, 24, 24)
_TEXT_LEFT = _RING.right + 14


def with_clock(picture: Picture, clock: ClockView, theme: Theme) -> Picture:
    """The picture with the clock over it; what it shows and its text alternative stay as they are."""
    return replace(picture, groups=(*picture.groups, _pill(clock, theme)))


def clock_words(clock: ClockView) -> str:
    """What participants read."""
    words = Words(clock.language)
    if clock.unit == "over":
        return words("stage.time_is_up")
    return words("stage.minutes_left" if clock.unit == "minutes" else "stage.seconds_left", count=clock.count)


def _pill(clock: ClockView, theme: Theme) -> Group:
    ground = mixed(theme.focus, 0.1, theme.surface)
    ink = readable(theme.focus, theme, 7, ground)
    line = clock_words(clock)
    shapes = (
        Box(PILL, PILL.height / 2, fill=ground),
        Oval(_RING.grown(-2), stroke=theme.focus, stroke_width=4),
        Text((line,), _TEXT_LEFT, HEADER.height / 2 - line_height(_SIZE) / 2, _SIZE, ink, bold=True),
    )
    return Group("", "scenery", PILL, shapes, label=line)
