"""What somebody filled in on a document of a board, beside what the board says."""

from dataclasses import dataclass
from typing import Literal

Fate = Literal["new", "since", "rejected"]


@dataclass(frozen=True, slots=True)
class Answer:
    """A field that somebody changed to something else than the board says; `id` is the name of the field.

    `item` and `field` say in words what it is of. `at_first` stood in the file from the start, `here` stands on the
    board, `said` was filled in; what an `is_tick` holds is "1" or "". `fate` is "new"; "since" where the board says
    something else than the file did at first, so that taking it would undo what somebody did here; "rejected" where it
    can't stand, for the reason `why`.
    """

    id: str
    item: str
    field: str
    at_first: str
    here: str
    said: str
    fate: Fate
    why: str = ""
    is_tick: bool = False
