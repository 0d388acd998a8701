"""Takes: what is asked of the stage, built from the document of one moment; an error becomes a blank."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace

from facilitator.domain.document import Document
from facilitator.domain.refusal import EditRejected
from facilitator.domain.screens import Screen, ScreenWanted
from facilitator.domain.view import Showing, View
from facilitator.workshop.shown import Blank, Shown
from facilitator.workshop.stage_state import Wanted

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Take:
    """What was asked for and is shown, and the same moment without any private layer, for when one must go at once."""

    wanted: Wanted
    view: Shown
    bare: Shown


def no_screen(document: Document, wanted: ScreenWanted) -> Screen:
    """Where there are no screens; raises EditRejected("gone")."""
    raise EditRejected("gone", id=wanted.id)


class Takes:
    """Builds takes from documents and keeps none. What can't be built is blank: the stage never shows an error."""

    def __init__(
        self,
        view_of: Callable[[Document, str, Showing], View],
        screen_of: Callable[[Document, ScreenWanted], Screen],
    ) -> None:
        self._view_of, self._screen_of = view_of, screen_of

    def of(self, document: Document, wanted: Wanted) -> Take:
        """What the audience would see: the screen if there is one, else the board, else the blank of the start."""
        screen, board_id, showing = wanted.screen, wanted.board_id, wanted.showing
        if screen is not None:
            view = _built(lambda: self._screen_of(document, screen), screen.kind)
            return Take(wanted, view, view)
        if board_id is None:
            return Take(wanted, Blank("start"), Blank("start"))
        view = _built(lambda: self._view_of(document, board_id, showing), board_id)
        if not showing.layers:
            return Take(wanted, view, view)
        plain = replace(showing, layers=frozenset())
        return Take(wanted, view, _built(lambda: self._view_of(document, board_id, plain), board_id))

    def ensure_there(self, document: Document, screen: ScreenWanted) -> None:
        """Raise EditRejected if what a screen is about is no more."""
        self._screen_of(document, screen)

    def is_gone(self, document: Document, screen: ScreenWanted) -> bool:
        """Whether what a screen is about was deleted."""
        try:
            self._screen_of(document, screen)
        except EditRejected:
            return True
        except Exception:  # it is there and can't be shown: `of` says so in the log
            return False
        return False


def _built(build: Callable[[], Shown], of: str) -> Shown:
    try:
        return build()
    except Exception as error:  # whatever it is, the audience must not see it
        _log.error("view of %s failed: %s", of, type(error).__name__)
        return Blank("failed")
