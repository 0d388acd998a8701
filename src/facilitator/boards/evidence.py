"""Evidence: what a board can say for an item of the checklist, so that kinds need not know each other."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Evidence:
    """That a board shows something of an item (`item` is its id, v5): all of it where `done`, else a beginning.

    `sentence` says what, without the board's name and beginning small: "4 desired impacts". It becomes public when it
    is taken onto a checklist, so it holds no name of a person and no answer that somebody gave in a 1:1.
    """

    item: str
    done: bool
    sentence: str
