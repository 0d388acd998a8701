"""How the cards of a board of panels may be set, from roomy to tight."""

from dataclasses import dataclass

from facilitator.content.theme import Theme

LINES = 6
"""The most lines of words that a card among others has; alone in the spotlight it has all of them."""

HEADINGS = (34.0, 32.0, 30.0, 28.0, 26.0, 24.0, 22.0, 20.0)
"""The sizes that the names of panels may have."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How cards are set: size of their words, and of codes and what stands below; room above and below the words,
    beside them, and between cards; how many lines of words a card has at most.

    `told` says that the lines below the words are shown. `roomy` cards have an outline in their panel's colour.
    """

    text: float
    small: float
    above: float
    beside: float
    between: float
    lines: int = LINES
    told: bool = True

    @property
    def roomy(self) -> bool:
        """Whether there is room for strong outlines: close to words they cost words sharpness."""
        return self.between >= 12


def settings(theme: Theme, *, large: bool, alone: bool) -> tuple[Setting, ...]:
    """What all cards may be set in, the largest first; `alone` where one panel has the stage for itself."""
    usual, least = theme.stage_text, theme.stage_minimum
    if large:
        text = theme.stage_large
        tried = [Setting(text * 1.5, text * 1.1, 18, 20, 22)] if alone else []
        return (
            *tried,
            Setting(text * 1.2, text, 16, 18, 18),
            Setting(text, text, 12, 16, 14),
            Setting(text, text, 8, 14, 10, lines=3, told=False),
            Setting(text, text, 6, 12, 8, lines=2, told=False),
        )
    first = [Setting(usual * 2.2, usual * 1.4, 22, 24, 26), Setting(usual * 1.8, usual * 1.2, 20, 22, 24)]
    return (
        *(first if alone else ()),
        Setting(usual * 1.5, usual * 1.1, 18, 20, 22),
        Setting(usual * 1.3, usual, 15, 18, 18),
        Setting(usual * 1.2, usual, 12, 16, 14),
        Setting(usual * 1.1, usual, 10, 16, 12),
        Setting(usual, least, 8, 14, 10),
        Setting(least, least, 5, 12, 8),
        Setting(least, least, 4, 12, 7, lines=3, told=False),
        Setting(least, least, 3, 10, 6, lines=2, told=False),
    )
