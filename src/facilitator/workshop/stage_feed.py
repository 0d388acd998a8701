"""StageFeed: what participants see now. It holds views only: nothing private but the layers switched on for it."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Literal

from facilitator.domain.document import Document
from facilitator.domain.engagement import Board
from facilitator.domain.refusal import EditRejected
from facilitator.domain.screens import Screen, ScreenWanted
from facilitator.domain.view import PLAIN, ClockView, Showing, View
from facilitator.workshop.shown import Blank, Shown

_log = logging.getLogger(__name__)

Mode = Literal["live", "held", "blank"]


Point = tuple[float, float]
"""A place on the stage's picture, in its pixels (0 to 1920, 0 to 1080)."""


@dataclass(frozen=True, slots=True)
class _Take:
    """What is shown, and the same moment without any private layer: it is at hand when one must go at once."""

    view: Shown
    bare: Shown


def _no_screen(document: Document, wanted: ScreenWanted) -> Screen:
    raise EditRejected("gone", id=wanted.id)


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
        screen_of: Callable[[Document, ScreenWanted], Screen] = _no_screen,
    ) -> None:
        self._view_of = view_of
        self._screen_of = screen_of
        self._now = now
        self._newest = _Take(Blank("start"), Blank("start"))
        self._held: _Take | None = None
        self._held_since: datetime | None = None
        self._held_changes = 0
        self._blanked = False
        self._board_id: str | None = None
        self._showing = PLAIN
        self._screen: ScreenWanted | None = None
        self._layers: dict[str, frozenset[str]] = {}
        self._clock: ClockView | None = None
        self._pointer: Point | None = None
        self._listeners: list[Callable[[], None]] = []
        self._clock_listeners: list[Callable[[], None]] = []
        self._pointer_listeners: list[Callable[[], None]] = []

    @property
    def shown(self) -> Shown:
        """What the audience has before its eyes."""
        if self._blanked:
            return Blank("asked")
        return (self._held or self._newest).view

    @property
    def mode(self) -> Mode:
        """Whether the stage follows the edits, is held, or shows no board. Blank wins over held."""
        if isinstance(self.shown, Blank):
            return "blank"
        return "live" if self._held is None else "held"

    @property
    def clock(self) -> ClockView | None:
        """The clock that the audience sees. It runs on over a held picture, as time does; no blank has one."""
        return None if self.mode == "blank" else self._clock

    @property
    def pointer(self) -> Point | None:
        """Where the audience sees the big pointer, None where it sees none; no blank has one."""
        return None if self.mode == "blank" else self._pointer

    @property
    def screen(self) -> ScreenWanted | None:
        """The screen that stands in place of the board, or would if the stage were neither held nor blanked."""
        return self._screen

    @property
    def board_id(self) -> str | None:
        """The board that is on the stage, or would be if the stage were neither held nor blanked."""
        return self._board_id

    @property
    def showing(self) -> Showing:
        """How the board of `board_id` is shown."""
        return self._showing

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
        return self._held_since

    @property
    def held_changes(self) -> int:
        """How many changes of the shown board the audience has not seen since holding began."""
        return self._held_changes

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call `listener` after everything that may change what is shown or said of it; returns how to end it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def subscribe_clock(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call `listener` when the clock looks other, and for nothing else; returns how to end it."""
        self._clock_listeners.append(listener)
        return lambda: self._clock_listeners.remove(listener)

    def show_clock(self, clock: ClockView | None) -> None:
        """Let the audience see this clock, None for none."""
        if clock != self._clock:
            self._clock = clock
            for listener in tuple(self._clock_listeners):
                listener()

    def subscribe_pointer(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call `listener` when the pointer moves, comes or goes, and for nothing else; returns how to end it."""
        self._pointer_listeners.append(listener)
        return lambda: self._pointer_listeners.remove(listener)

    def point(self, at: Point | None) -> None:
        """Let the audience see the big pointer there, None for nowhere."""
        if at != self._pointer:
            self._pointer = at
            for listener in tuple(self._pointer_listeners):
                listener()

    def show_screen(self, document: Document, wanted: ScreenWanted) -> None:
        """Put a screen in place of the board; while held or blanked, it waits behind what is shown.

        Raises EditRejected, with the stage as it was, if what it is about is no more.
        """
        self._screen_of(document, wanted)
        self._screen = wanted
        self._follow(document)

    def end_screen(self, document: Document) -> None:
        """Put the screen away: the board is back. Nothing happens where there is none."""
        if self._screen is not None:
            self._screen = None
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
        self._board_id = board_id
        self._showing = replace(showing, layers=self.layers_on(board_id))
        self._screen = None
        self._follow(document)

    def switch(self, document: Document, board_id: str, layers: frozenset[str]) -> None:
        """Let these private layers of a board be seen, and no other one.

        A layer that is switched off is gone at once, also from a picture that is held or waits behind a blank. The
        held picture then stays as it was, without any private layer.
        """
        self._layers[board_id] = layers
        self._bare_held(board_id)
        if board_id == self._board_id:
            self._showing = replace(self._showing, layers=layers)
            self._newest = self._taken(document)
        self._tell()

    def refresh(self, document: Document) -> None:
        """Follow the document after a change."""
        gone = [board_id for board_id in self._layers if document.find(Board, board_id) is None]
        for board_id in gone:  # should it come back, by an undo, it comes back with everything private off
            del self._layers[board_id]
            self._bare_held(board_id)
        if self._board_id is not None:
            self._showing = replace(self._showing, layers=self.layers_on(self._board_id))
        was_screen = self._screen is not None
        if self._screen is not None and self._is_gone(document, self._screen):
            self._screen = None
        if self._board_id is not None or was_screen:
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
            self._held = self._newest
            self._held_since = self._now()
            self._held_changes = 0
        self._tell()

    def release(self) -> None:
        """Show what has been done meanwhile and follow again."""
        self._held = None
        self._held_since = None
        self._held_changes = 0
        self._tell()

    def _bare_held(self, board_id: str) -> None:
        """Take the private layers out of what is held of a board, unless all of them are on still."""
        held = self._held
        if held is None or not isinstance(held.view, View) or held.view.board_id != board_id:
            return
        if not held.view.showing.layers <= self.layers_on(board_id):
            self._held = _Take(held.bare, held.bare)

    def _follow(self, document: Document) -> None:
        before, self._newest = self._newest, self._taken(document)
        if self._held is not None and self._newest.view != before.view:
            self._held_changes += 1
        self._tell()

    def _taken(self, document: Document) -> _Take:
        screen, board_id, showing = self._screen, self._board_id, self._showing
        if screen is not None:
            view = self._built(lambda: self._screen_of(document, screen), screen.kind)
            return _Take(view, view)
        if board_id is None:
            return _Take(Blank("start"), Blank("start"))
        view = self._built(lambda: self._view_of(document, board_id, showing), board_id)
        if not showing.layers:
            return _Take(view, view)
        plain = replace(showing, layers=frozenset())
        return _Take(view, self._built(lambda: self._view_of(document, board_id, plain), board_id))

    def _built(self, build: Callable[[], Shown], of: str) -> Shown:
        try:
            return build()
        except Exception as error:  # whatever it is, the audience must not see it
            _log.error("view of %s failed: %s", of, type(error).__name__)
            return Blank("failed")

    def _is_gone(self, document: Document, screen: ScreenWanted) -> bool:
        """Whether what a screen is about was deleted."""
        try:
            self._screen_of(document, screen)
        except EditRejected:
            return True
        except Exception:  # it is there and can't be shown: `_built` says so in the log
            return False
        return False

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()
