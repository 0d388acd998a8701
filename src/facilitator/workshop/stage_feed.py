"""StageFeed: what participants see now. It holds views only: nothing private but the layers switched on for it."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Literal

from facilitator.domain.document import Document
from facilitator.domain.engagement import Board
from facilitator.domain.view import PLAIN, ClockView, Showing, View

_log = logging.getLogger(__name__)

Mode = Literal["live", "held", "blank"]


@dataclass(frozen=True, slots=True)
class Blank:
    """Calm paper instead of a board: before the start, when asked for, or because a view could not be built."""

    why: Literal["start", "asked", "failed"]


@dataclass(frozen=True, slots=True)
class _Take:
    """A view, and the same moment without any private layer: it is at hand when one must go at once."""

    view: View | Blank
    bare: View | Blank


class StageFeed:
    """Decides what the stage shows: a view that follows the edits, a view that is held, or nothing.

    Starts blank. Documents pass through and are never kept; what is kept is the view that the audience has and the
    newest one. Holding keeps the first while edits go on; blanking hides both at once. When a view cannot be built,
    the feed is blank until one can: the stage never shows an error.

    Private layers are off, for every board, until `switch` turns them on for one; nothing else does, and a board that
    goes takes its layers with it.
    """

    def __init__(
        self,
        view_of: Callable[[Document, str, Showing], View],
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._view_of = view_of
        self._now = now
        self._newest = _Take(Blank("start"), Blank("start"))
        self._held: _Take | None = None
        self._held_since: datetime | None = None
        self._held_changes = 0
        self._blanked = False
        self._board_id: str | None = None
        self._showing = PLAIN
        self._layers: dict[str, frozenset[str]] = {}
        self._clock: ClockView | None = None
        self._listeners: list[Callable[[], None]] = []
        self._clock_listeners: list[Callable[[], None]] = []

    @property
    def shown(self) -> View | Blank:
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

    def layers_on(self, board_id: str) -> frozenset[str]:
        """The private layers that are switched on for a board."""
        return self._layers.get(board_id, frozenset())

    @property
    def boards_with_layers(self) -> tuple[str, ...]:
        """The boards for which any private layer is on."""
        return tuple(board_id for board_id, layers in self._layers.items() if layers)

    def show(self, document: Document, board_id: str, showing: Showing = PLAIN) -> None:
        """Put a board on the stage, shown like this; while held or blanked, it waits behind what is shown.

        Of the layers of `showing` none counts: what is on for the board is what `switch` turned on.
        """
        self._board_id = board_id
        self._showing = replace(showing, layers=self.layers_on(board_id))
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
        if held is None or isinstance(held.view, Blank) or held.view.board_id != board_id:
            return
        if not held.view.showing.layers <= self.layers_on(board_id):
            self._held = _Take(held.bare, held.bare)

    def _follow(self, document: Document) -> None:
        before, self._newest = self._newest, self._taken(document)
        if self._held is not None and self._newest.view != before.view:
            self._held_changes += 1
        self._tell()

    def _taken(self, document: Document) -> _Take:
        view = self._built(document, self._showing)
        if not self._showing.layers:
            return _Take(view, view)
        return _Take(view, self._built(document, replace(self._showing, layers=frozenset())))

    def _built(self, document: Document, showing: Showing) -> View | Blank:
        assert self._board_id is not None  # every caller has one
        try:
            return self._view_of(document, self._board_id, showing)
        except Exception as error:  # whatever it is, the audience must not see it
            _log.error("view of board %s failed: %s", self._board_id, type(error).__name__)
            return Blank("failed")

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()


def looks_other(before: View | Blank, after: View | Blank) -> bool:
    """Whether these are two looks at what may be the same things: another form, sector, size, moment or board.

    An edit is none, nor is another day, the blank, or a private layer that went: it has to be gone at once.
    """
    if isinstance(before, Blank) or isinstance(after, Blank):
        return False
    old, new = before.showing, after.showing
    if not old.layers <= new.layers:
        return False
    return before.board_id != after.board_id or replace(old, layers=new.layers, day=new.day) != new
