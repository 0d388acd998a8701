"""StageFeed: what participants see now. It holds views only, so nothing private can be in it."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from facilitator.domain.document import Document
from facilitator.domain.view import View

_log = logging.getLogger(__name__)

Mode = Literal["live", "held", "blank"]


@dataclass(frozen=True, slots=True)
class Blank:
    """Calm paper instead of a board: before the start, when asked for, or because a view could not be built."""

    why: Literal["start", "asked", "failed"]


class StageFeed:
    """Decides what the stage shows: a view that follows the edits, a view that is held, or nothing.

    Starts blank. Documents pass through `show` and `refresh` and are never kept; what is kept is the view that the
    audience has and the newest one. Holding keeps the first while edits go on; blanking hides both at once. When a
    view cannot be built, the feed is blank until one can: the stage never shows an error.
    """

    def __init__(
        self,
        view_of: Callable[[Document, str], View],
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._view_of = view_of
        self._now = now
        self._newest: View | Blank = Blank("start")
        self._held: View | Blank | None = None
        self._held_since: datetime | None = None
        self._held_changes = 0
        self._blanked = False
        self._board_id: str | None = None
        self._listeners: list[Callable[[], None]] = []

    @property
    def shown(self) -> View | Blank:
        """What the audience has before its eyes."""
        if self._blanked:
            return Blank("asked")
        return self._newest if self._held is None else self._held

    @property
    def mode(self) -> Mode:
        """Whether the stage follows the edits, is held, or shows no board. Blank wins over held."""
        if isinstance(self.shown, Blank):
            return "blank"
        return "live" if self._held is None else "held"

    @property
    def board_id(self) -> str | None:
        """The board that is on the stage, or would be if the stage were neither held nor blanked."""
        return self._board_id

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

    def show(self, document: Document, board_id: str) -> None:
        """Put a board on the stage; while held or blanked, it waits behind what is shown."""
        self._board_id = board_id
        self._take(document)

    def refresh(self, document: Document) -> None:
        """Follow the document after a change."""
        if self._board_id is not None:
            self._take(document)

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

    def _take(self, document: Document) -> None:
        before, self._newest = self._newest, self._built(document)
        if self._held is not None and self._newest != before:
            self._held_changes += 1
        self._tell()

    def _built(self, document: Document) -> View | Blank:
        assert self._board_id is not None  # both callers have one
        try:
            return self._view_of(document, self._board_id)
        except Exception as error:  # whatever it is, the audience must not see it
            _log.error("view of board %s failed: %s", self._board_id, type(error).__name__)
            return Blank("failed")

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()
