"""How cards may be set, from roomy to tight; and how much of a text the stage shows."""

from dataclasses import dataclass

from facilitator.content.theme import Theme

TEXT_LIMIT = 90


@dataclass(frozen=True, slots=True)
class Setting:
    """How cards are set: text size, room above and below the text, room beside it, room between cards, least height.

    `lines` is the most lines of text a card has, None for all it needs. Where a card's gaps and dots are not `told` in
    lines of their own, it shows a sign and a number beside its text, and the foot of the column says what is missing.
    """

    text: float
    above: float
    beside: float
    between: float
    least: float
    lines: int | None = None
    told: bool = True


def settings(theme: Theme, *, large: bool) -> tuple[tuple[Setting, ...], tuple[Setting, ...]]:
    """What a whole board in rows may be set in, then what a column by itself may be."""
    if large:
        text = theme.stage_large
        in_rows: tuple[Setting, ...] = (Setting(text, 18, 18, 28, 100), Setting(text, 12, 16, 16, 72))
        return in_rows, (
            Setting(text, 8, 14, 12, 60),
            Setting(text, 6, 12, 10, 56, lines=3, told=False),
            Setting(text, 6, 12, 10, 56, lines=2, told=False),
        )
    usual, least = theme.stage_text, theme.stage_minimum
    in_rows = (
        Setting(usual * 1.3, 20, 20, 34, 124),
        Setting(usual * 1.3, 18, 20, 24, 92),
        Setting(usual * 1.1, 15, 18, 18, 72),
        Setting(usual, 12, 16, 14, 54),
    )
    alone = (
        Setting(usual * 1.1, 10, 16, 12, 50),
        Setting(usual, 10, 16, 12, 50),
        Setting(usual, 5, 14, 8, 40),
        Setting(usual * 1.1, 8, 14, 12, 46, told=False),
        Setting(usual * 1.1, 5, 12, 8, 40, told=False),
        Setting(usual, 3, 12, 6, 34, told=False),
        Setting(usual, 2, 10, 5, 32, told=False),
        Setting(least, 2, 10, 5, 30, told=False),
        Setting(least, 2, 10, 5, 30, lines=2, told=False),
    )
    return in_rows, alone


def small(theme: Theme, *, large: bool) -> float:
    """The size of codes, marks, names of groups and counts."""
    return theme.stage_large if large else theme.stage_minimum


def foot_size(theme: Theme, *, large: bool) -> float:
    """The size of what stands below the columns: counts of gaps, and the legend."""
    return theme.stage_large if large else theme.stage_text


def shown_text(text: str) -> str:
    """The text as the stage shows it: one of more than TEXT_LIMIT characters is cut between words, with "…"."""
    if len(text) <= TEXT_LIMIT:
        return text
    cut = text[: TEXT_LIMIT - 1]
    space = cut.rfind(" ")
    return cut[: space if space > TEXT_LIMIT // 2 else None].rstrip(" ,;:.–—-") + "…"
