"""Screens: what the stage shows in place of a board. Public words only, frozen and comparable, as a View is."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from facilitator.domain.language import Language

ScreenKind = Literal["read_back", "to_confirm", "poll", "outcomes"]


@dataclass(frozen=True, slots=True)
class ScreenWanted:
    """Which screen is asked for. `id` is that of the board read back from, of the poll, or of the session ("" none).

    `page` counts from 0 where there is more than one page; a page that is too high means the last one.
    """

    kind: ScreenKind
    id: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class Screen:
    """What every screen has: the language of the stage."""

    language: Language


@dataclass(frozen=True, slots=True)
class SpokenLine:
    """A line to be read aloud: its spoken code ("" none), its words, and below them what it belongs to."""

    code: str
    text: str
    below: str = ""


@dataclass(frozen=True, slots=True)
class ReadBackScreen(Screen):
    """The newest items of a board, or outcomes that are still to be confirmed, large: "Did I get this right?".

    At most three `lines`, the newest last; () where there is nothing yet.
    """

    lines: tuple[SpokenLine, ...]


@dataclass(frozen=True, slots=True)
class PollAnswer:
    """An option of a poll: its number from 1, its words, and how many chose it (None until that is revealed)."""

    number: int
    text: str
    votes: int | None


@dataclass(frozen=True, slots=True)
class PollScreen(Screen):
    """A poll as everybody sees it, without names. `voted` is how many have answered; `scale` as in `Poll`."""

    question: str
    scale: bool
    answers: tuple[PollAnswer, ...]
    voted: int


@dataclass(frozen=True, slots=True)
class OutcomeLine:
    """An outcome as everybody reads it; see `Outcome` for the fields."""

    kind: str
    code: str
    text: str
    who: str
    due: date | None
    confirmed: bool


@dataclass(frozen=True, slots=True)
class OutcomesScreen(Screen):
    """What came out of a session (its `title`, "" none), kind by kind in the order of OUTCOME_KINDS; `page` from 0."""

    title: str
    lines: tuple[OutcomeLine, ...]
    page: int
