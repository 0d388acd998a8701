"""What came out of a session, drawn for the stage."""

from facilitator.content.theme import Theme
from facilitator.content.words import Words
from facilitator.domain.picture import Picture
from facilitator.domain.screens import OutcomesScreen
from facilitator.ui.stage.blank import blank_picture


def outcomes_picture(screen: OutcomesScreen, theme: Theme) -> Picture:
    """What came out of a session, on the 1920 x 1080 surface."""
    return blank_picture(Words(screen.language), theme)
