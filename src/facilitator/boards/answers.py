"""What somebody filled in on a document of a board, beside what the board says."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from facilitator.exchange.filled_form import FilledForm

Fate = Literal["new", "since", "rejected"]


@dataclass(frozen=True, slots=True)
class Answer:
    """A field that somebody changed to something else than the board says; `id` is the name of the field.

    `item` and `field` say in words what it is of. `at_first` stood in the file from the start, `here` stands on the
    board, `said` was filled in; what an `is_tick` holds is "1" or "". What `adds` goes below what is there, so that
    nothing is lost. `fate` is "new"; "since" where the board says something else than the file did at first, so that
    taking it would undo what somebody did here; "rejected" where it can't stand, for the reason `why`. `means` is what
    it comes to on the board, however it was written. `code` is short for the item, `brief` tells what is meant beside
    what others said: "Dana", "by 15 January 2027".

    One that `is_sheet` stands for all that a nameless form holds: it tells nothing of it but `why` it may not be new.
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
    adds: bool = False
    means: str = ""
    code: str = ""
    brief: str = ""
    is_sheet: bool = False

    @property
    def settles(self) -> bool:
        """Whether it says who or when, so that of several only one can stand, and may be written anew."""
        return not self.adds and not self.is_tick and not self.is_sheet

    @property
    def read_as(self) -> str:
        """What was made of it where that is not what was typed ("Friday"), else ""."""
        return self.means if self.settles and self.means != " ".join(self.said.split()) else ""


@dataclass(frozen=True, slots=True)
class Taken:
    """The answers of one filled form that are to be taken, by their ids."""

    form: FilledForm
    answer_ids: Sequence[str]
