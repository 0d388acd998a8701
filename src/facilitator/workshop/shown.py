"""What the audience may have before its eyes: a board, a screen in place of one, or calm paper."""

from dataclasses import dataclass, replace
from typing import Literal

from facilitator.domain.screens import Screen
from facilitator.domain.view import View


@dataclass(frozen=True, slots=True)
class Blank:
    """Calm paper instead of a board: before the start, when asked for, or because a view could not be built."""

    why: Literal["start", "asked", "failed"]


Shown = View | Screen | Blank


def looks_other(before: Shown, after: Shown) -> bool:
    """Whether these are two looks at what may be the same things: another form, sector, size, moment or board.

    An edit is none, nor is another day, the blank, a screen, or a private layer that went: it has to be gone at once.
    """
    if not (isinstance(before, View) and isinstance(after, View)):
        return False
    old, new = before.showing, after.showing
    if not old.layers <= new.layers:
        return False
    return before.board_id != after.board_id or replace(old, layers=new.layers, day=new.day) != new
