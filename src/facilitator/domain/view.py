"""View: what participants may see of a board. A kind's view.py builds it by naming public fields one by one."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from facilitator.domain.language import Language


@dataclass(frozen=True, slots=True)
class Showing:
    """How a board is shown. It belongs to a window and a meeting, not to the engagement, whose file doesn't keep it.

    `form` is one of the kind's forms ("" the first), `spotlight` what is enlarged or lifted with the rest as context
    (one of the kind's `spots`, "" none), `large` text that can be read on a phone. `layers` are the private layers that
    the facilitator has switched on: the one way by which anything private can get into a view. `then` is the id of an
    earlier moment to compare with, "" none. `day` is the day on which it is looked at, for what depends on it (whether
    an indicator is on its way); None where nobody said.
    """

    form: str = ""
    spotlight: str = ""
    large: bool = False
    layers: frozenset[str] = frozenset()
    then: str = ""
    day: date | None = None


PLAIN = Showing()
"""The kind's own form, nothing enlarged, nothing private."""


@dataclass(frozen=True, slots=True)
class View:
    """The public words of one board, frozen and comparable; kinds extend it with their own fields.

    `title` and `question` head the stage; `language` is the language of the stage, whatever the app's.
    """

    board_id: str
    kind: str
    title: str
    question: str
    language: Language
    showing: Showing = field(default=PLAIN, kw_only=True)


@dataclass(frozen=True, slots=True)
class ClockView:
    """What participants may see of the clock: how much is left of what runs, and nothing of the agenda.

    `count` are whole minutes or, in the last one, seconds; 0 once the time is up. Equal as long as it looks the same.
    """

    unit: Literal["minutes", "seconds", "over"]
    count: int
    language: Language
