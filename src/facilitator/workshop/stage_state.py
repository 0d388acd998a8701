"""StageState: what the stage was asked to show, so that it can be shown again after the app was killed. Ids only."""

from dataclasses import dataclass, replace
from datetime import datetime

from facilitator.domain.screens import ScreenWanted
from facilitator.domain.view import PLAIN, Showing


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: a board and how it is shown, and the screen that stands in its place, if any."""

    board_id: str | None = None
    showing: Showing = PLAIN
    screen: ScreenWanted | None = None

    def without_layers(self) -> "Wanted":
        """The same with everything private off."""
        return replace(self, showing=replace(self.showing, layers=frozenset()))


@dataclass(frozen=True, slots=True)
class HeldState:
    """What is held since when, and how many changes the audience has not seen."""

    wanted: Wanted
    since: datetime
    changes: int


@dataclass(frozen=True, slots=True)
class StageState:
    """Everything that decides what is shown, but for the documents and the private layers: these are never in it."""

    wanted: Wanted = Wanted()
    held: HeldState | None = None
    blanked: bool = False

    @property
    def idle(self) -> bool:
        """Whether nothing was asked of the stage yet."""
        return self == StageState()
