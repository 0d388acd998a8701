"""The colours of a value board: of its columns, of what a golden thread lifts, and of what it leaves as context."""

from facilitator.boards.drawing import readable
from facilitator.content.theme import Theme, contrast, mixed

COLOURS = {"guiding": 0, "approach": 2, "impact": 3, "kpi": 4}
"""Which of the theme's category colours each column has."""

SOFT = 0.62
"""How much of their colour stripes and signs of full boards have: sharp edges beside words cost words sharpness."""


class Inks:
    """Colours in a theme, `dimmed` for what is context only. Small words need more contrast than signs do."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        ground = min((theme.paper, theme.surface), key=lambda each: contrast(theme.ink, each))
        self.warning, self.quiet = (readable(each, theme, 7, ground) for each in (theme.warning, theme.quiet))

    def column(self, column: str, *, dimmed: bool = False) -> str:
        """The colour of a column; strips have none of their own but the quiet one."""
        place = COLOURS.get(column)
        colour = self.theme.link if place is None else self.theme.categories[place]
        return mixed(colour, 0.3, self.theme.paper) if dimmed else colour

    def words(self, *, dimmed: bool = False) -> str:
        """The words of cards."""
        return self.quiet if dimmed else self.theme.ink

    def ground(self, *, dimmed: bool = False) -> str:
        """What cards are filled with."""
        return self.theme.paper if dimmed else self.theme.surface

    def standing(self, word: str, *, dimmed: bool = False) -> str:
        """The word for how an indicator stands, and its symbol."""
        return self.warning if word == "off_track" and not dimmed else self.words(dimmed=dimmed)

    def sign(self, *, dimmed: bool = False, soft: bool = False) -> str:
        """The sign of a gap, `soft` on full boards."""
        if dimmed:
            return mixed(self.theme.quiet, 0.5, self.theme.paper)
        return mixed(self.theme.warning, SOFT, self.theme.paper) if soft else self.theme.warning

    def stripe(self, column: str) -> str:
        """The stripe of a card on full boards."""
        return mixed(self.column(column), SOFT, self.theme.paper)

    def line(self, column: str, share: float, *, dimmed: bool = False, lit: bool = False) -> str:
        """The colour of a link that begins in a column: a share of the column's, and all of it if lit."""
        if dimmed:
            return self.theme.line
        return self.column(column) if lit else mixed(self.column(column), share, self.theme.paper)
