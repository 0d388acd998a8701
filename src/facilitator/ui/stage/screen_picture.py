"""What the stage shows in place of a board, drawn: one module a screen."""

from facilitator.content.theme import Theme
from facilitator.domain.picture import Picture
from facilitator.domain.screens import OutcomesScreen, PollScreen, ReadBackScreen, Screen
from facilitator.ui.stage.outcomes_picture import outcomes_picture
from facilitator.ui.stage.poll_picture import poll_picture
from facilitator.ui.stage.read_back_picture import read_back_picture


def screen_picture(screen: Screen, theme: Theme) -> Picture:
    """The screen drawn on the 1920 x 1080 surface, in its own language."""
    match screen:
        case ReadBackScreen():
            return read_back_picture(screen, theme)
        case PollScreen():
            return poll_picture(screen, theme)
        case OutcomesScreen():
            return outcomes_picture(screen, theme)
    raise TypeError(f"{type(screen).__name__} is no screen that can be drawn")
