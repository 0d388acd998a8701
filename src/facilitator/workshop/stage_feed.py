"""StageFeed: what participants see now. It holds views only: nothing private but the layers switched on for it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Literal

from facilitator.domain.document import Document
from facilitator.domain.engagement import Board
from facilitator.domain.screens import Screen, ScreenWanted
from facilitator.domain.view import PLAIN, ClockView, Showing, View
from facilitator.workshop.overlay import Overlay
from facilitator.workshop.shown import Blank, Shown
from facilitator.workshop.stage_state import HeldState, StageState, Wanted
from facilitator.workshop.takes import Take, Takes, no_screen

Mode = Literal["live", "held", "blank"]


Point = tuple[float, float]
"""A place on the stage's picture, in its pixels (0 to 1920, 0 to 1080)."""


@dataclass(frozen=True, slots=True)
class _Held:
    """What is kept for the audience since when, and how many changes it has not seen."""

    take: Take
    since: datetime
    changes: int = 0


class StageFeed:
    """Decides what the stage shows: a view that follows the edits, a view that is held, or nothing.

    Starts blank. Documents pass through and are never kept; what is kept is the view that the audience has and the
    newest one. Holding keeps the first while edits go on; blanking hides both at once. When a view cannot be built,
    the feed is blank until one can: the stage never shows an error.

    A screen (a poll, a read-back) stands in place of the board until it is put away, and follows the edits as a board
    does. Clock and pointer lie over whatever is shown.

    Private layers are off, for every board, until `switch` turns them on for one; nothing else does, and a board that
    goes takes its layers with it.
    """

    def __init__(
        self,
        view_of: Callable[[Document, str, Showing], View],
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        screen_of: Callable[[Document, ScreenWanted], Screen] = no_screen,
    ) -> None:
        self._takes = Takes(view_of, screen_of)
        self._now = now
        self._newest = Take(Wanted(), Blank("start"), Blank("start"))
        self._held: _Held | None = None
        self._blanked = False
        self._wanted = Wanted()
        self._layers: dict[str, frozenset[str]] = {}
        self._clock = Overlay[ClockView]()
        self._pointer = Overlay[Point]()
        self._listeners: list[Callable[[], None]] = []

    @property
    def shown(self) -> Shown:
        """What the audience has before its eyes."""
        if self._blanked:
            return Blank("asked")
        return (self._held.take if self._held else self._newest).view

    @property
    def mode(self) -> Mode:
        """Whether the stage follows the edits, is held, or shows no board. Blank wins over held."""
        if isinstance(self.shown, Blank):
            return "blank"
        return "live" if self._held is None else "held"

    @property
    def clock(self) -> ClockView | None:
        """The clock that the audience sees. It runs on over a held picture, as time does; no blank has one."""
        return None if self.mode == "blank" else self._clock.value

    @property
    def pointer(self) -> Point | None:
        """Where the audience sees the big pointer, None where it sees none; no blank has one."""
        return None if self.mode == "blank" else self._pointer.value

    @property
    def screen(self) -> ScreenWanted | None:
        """The screen that stands in place of the board, or would if the stage were neither held nor blanked."""
        return self._wanted.screen

    @property
    def board_id(self) -> str | None:
        """The board that is on the stage, or would be if the stage were neither held nor blanked."""
        return self._wanted.board_id

    @property
    def showing(self) -> Showing:
        """How the board of `board_id` is shown."""
        return self._wanted.showing

    @property
    def holding(self) -> bool:
        """Whether a view is kept for the audience, also behind a blank."""
        return self._held is not None

    @property
    def blanked(self) -> bool:
        """Whether the facilitator blanked the stage."""
        return self._blanked

    @property
    def held_since(self) -> datetime | None:
        """When holding began, None while the stage follows."""
        return self._held.since if self._held else None

    @property
    def held_changes(self) -> int:
        """How many changes of the shown board the audience has not seen since holding began."""
        return self._held.changes if self._held else 0

    @property
    def state(self) -> StageState:
        """What `restore` needs to show the same again, without any private layer."""
        held = self._held
        kept = HeldState(held.take.wanted.without_layers(), held.since, held.changes) if held else None
        return StageState(self._wanted.without_layers(), kept, self._blanked)

    def restore(self, state: StageState, document: Document, held_document: Document | None = None) -> None:
        """Show again what was shown when `state` was taken, `document` being the one of that moment.

        What is held is built from `held_document`, the one that the audience saw; raises ValueError where that is
        missing. Everything private is off.
        """
        was, held = state.held, None
        if was and held_document is None:
            raise ValueError("what was held can be built only from the document of then")
        if was and held_document is not None:
            held = _Held(self._takes.of(held_document, was.wanted.without_layers()), was.since, was.changes)
        self._layers = {}
        self._wanted, self._held, self._blanked = state.wanted.without_layers(), held, state.blanked
        self._newest = self._takes.of(document, self._wanted)
        self._tell()

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call `listener` after everything that may change what is shown or said of it; returns how to end it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def subscribe_clock(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call `listener` when the clock looks other, and for nothing else; returns how to end it."""
        return self._clock.subscribe(listener)

    def show_clock(self, clock: ClockView | None) -> None:
        """Let the audience see this clock, None for none."""
        self._clock.show(clock)

    def subscribe_pointer(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call `listener` when the pointer moves, comes or goes, and for nothing else; returns how to end it."""
        return self._pointer.subscribe(listener)

    def point(self, at: Point | None) -> None:
        """Let the audience see the big pointer there, None for nowhere."""
        self._pointer.show(at)

    def show_screen(self, document: Document, wanted: ScreenWanted) -> None:
        """Put a screen in place of the board; while held or blanked, it waits behind what is shown.

        Raises EditRejected, with the stage as it was, if what it is about is no more.
        """
        self._takes.ensure_there(document, wanted)
        self._wanted = replace(self._wanted, screen=wanted)
        self._follow(document)

    def end_screen(self, document: Document) -> None:
        """Put the screen away: the board is back. Nothing happens where there is none."""
        if self._wanted.screen is not None:
            self._wanted = replace(self._wanted, screen=None)
            self._follow(document)

    def layers_on(self, board_id: str) -> frozenset[str]:
        """The private layers that are switched on for a board."""
        return self._layers.get(board_id, frozenset())

    @property
    def boards_with_layers(self) -> tuple[str, ...]:
        """The boards for which any private layer is on."""
        return tuple(board_id for board_id, layers in self._layers.items() if layers)

    def show(self, document: Document, board_id: str, showing: Showing = PLAIN) -> None:
        """Put a board on the stage, shown like this; while held or blanked, it waits behind what is shown.

        A screen goes. Of the layers of `showing` none counts: what is on for the board is what `switch` turned on.
        """
        self._wanted = Wanted(board_id, replace(showing, layers=self.layers_on(board_id)))
        self._follow(document)

    @property
    def boards(self) -> tuple[str, ...]:
        """The boards that are on the stage, held on it, or wait behind what is shown."""
        held = self._held.take.wanted.board_id if self._held else None
        return tuple(dict.fromkeys(each for each in (self._wanted.board_id, held) if each is not None))

    def put_away(self, document: Document, board_id: str) -> None:
        """Take a board off the stage, with its private layers, also where it is held: then nothing is held any more.

        A screen stays. Nothing happens where the board is not there.
        """
        if board_id not in self.boards:
            return
        if self._held and self._held.take.wanted.board_id == board_id:
            self._held = None
        self._layers.pop(board_id, None)
        if self._wanted.board_id == board_id:
            self._wanted = Wanted(screen=self._wanted.screen)
        self._follow(document)

    def switch(self, document: Document, board_id: str, layers: frozenset[str]) -> None:
        """Let these private layers of a board be seen, and no other one.

        A layer that is switched off is gone at once, also from a picture that is held or waits behind a blank. The
        held picture then stays as it was, without any private layer.
        """
        self._layers[board_id] = layers
        self._bare_held(board_id)
        if board_id == self._wanted.board_id:
            self._wanted = replace(self._wanted, showing=replace(self._wanted.showing, layers=layers))
            self._newest = self._takes.of(document, self._wanted)
        self._tell()

    def refresh(self, document: Document) -> None:
        """Follow the document after a change."""
        gone = [board_id for board_id in self._layers if document.find(Board, board_id) is None]
        for board_id in gone:  # should it come back, by an undo, it comes back with everything private off
            del self._layers[board_id]
            self._bare_held(board_id)
        wanted = self._wanted
        if wanted == Wanted():
            return
        layers = self.layers_on(wanted.board_id) if wanted.board_id else frozenset[str]()
        screen = None if wanted.screen and self._takes.is_gone(document, wanted.screen) else wanted.screen
        self._wanted = replace(wanted, showing=replace(wanted.showing, layers=layers), screen=screen)
        self._follow(document)

    def blank(self) -> None:
        """Hide the board at once."""
        self._blanked = True
        self._tell()

    def unblank(self) -> None:
        """Show again what was shown before, as it is now (or as it is held)."""
        self._blanked = False
        self._tell()

    def hold(self) -> None:
        """Keep what the audience sees while edits go on; nothing happens when it is kept already.

        Behind a blank that the facilitator asked for, it is what the audience would see now without the blank.
        """
        if self._held is None:
            self._held = _Held(self._newest, self._now())
        self._tell()

    def release(self) -> None:
        """Show what has been done meanwhile and follow again."""
        self._held = None
        self._tell()

    def _bare_held(self, board_id: str) -> None:
        """Take the private layers out of what is held of a board, unless all of them are on still."""
        take = self._held.take if self._held else None
        if not (self._held and take and isinstance(take.view, View) and take.view.board_id == board_id):
            return
        if not take.view.showing.layers <= self.layers_on(board_id):
            self._held = replace(self._held, take=replace(take, view=take.bare))

    def _follow(self, document: Document) -> None:
        before, self._newest = self._newest, self._takes.of(document, self._wanted)
        if self._held is not None and self._newest.view != before.view:
            self._held = replace(self._held, changes=self._held.changes + 1)
        self._tell()

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()
