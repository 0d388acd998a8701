"""TypingPlace: a line that opens over what it edits, in which something may still be typed when one wants to leave."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TypingPlace:
    """What the board's work needs to know of such a line.

    `commit` asks to save what is typed and returns whether the line is closed, `about` is what that edit is about (see
    `Desk.ask`; None while nothing is typed), `finish` closes the line. `told` is the key of the words for what is
    typed there.
    """

    told: str
    commit: Callable[[], bool]
    about: Callable[[], object]
    finish: Callable[[], object]
