"""The answers that the inspector offers for a web, and how what was chosen is read."""

from collections.abc import Iterator
from datetime import date

from facilitator.content import methods
from facilitator.content.participation import ParticipationLabels, participation_levels
from facilitator.content.words import Words

Choices = tuple[tuple[str, str], ...]
"""Values with their words."""


def answers(of: str, words: Words) -> Iterator[tuple[str, str]]:
    """The answers of one of the method's lists (`methods.choices`)."""
    return ((each.id, each.name.within(words.language)) for each in methods.choices(of))


def in_order(of: str, value: str) -> str:
    """The ids in a text that holds a set of them, in the order of the method's list."""
    chosen = value.split()
    return " ".join(each.id for each in methods.choices(of) if each.id in chosen)


def not_known(words: Words) -> tuple[str, str]:
    """The answer of somebody who doesn't know, or doesn't say."""
    return "", words("web.not_known")


def scale_levels(scale: str, words: Words) -> Choices:
    """The levels of a scale, with their numbers, after "not known"."""
    levels = methods.scale(scale).levels
    return (
        not_known(words),
        *((str(level.value), f"{_signed(scale, level.value)} {level.name.within(words.language)}") for level in levels),
    )


def levels_of(labels: ParticipationLabels, words: Words) -> Choices:
    """The participation levels in the names of a set, after "not known"."""
    levels = participation_levels(labels)
    return (not_known(words), *((each.id, each.name.within(words.language)) for each in levels))


def optional_whole(value: str) -> int | None:
    """The number of a level that was chosen, None for "not known"."""
    return int(value) if value else None


def yes_or_no(value: bool | None) -> str:
    """The answer that stands for a truth, "" where it is not known."""
    return "" if value is None else ("yes" if value else "no")


def iso(day: date | None) -> str:
    """A day as the inspector has it, "" for none."""
    return day.isoformat() if day else ""


def _signed(scale: str, value: int) -> str:
    text = f"{value:+d}" if scale == "attitude" and value else str(value)
    return text.replace("-", "\u2212")
