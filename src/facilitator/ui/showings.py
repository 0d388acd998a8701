"""Showings: how each board is shown, as the facilitator looks at it and as it goes to the stage."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Literal

from PySide6.QtCore import QObject, Signal

from facilitator.boards.described import Form, Layer
from facilitator.boards.kind import Kind
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.view import PLAIN, Showing
from facilitator.workshop.stage_feed import StageFeed

OnStage = Literal["away", "same", "otherwise"]
"""Whether a board is not the stage's, is there as on the canvas, or is shown otherwise there."""


class Showings(QObject):
    """The facilitator looks at a board as she likes; the stage changes only when it is asked to.

    Where something else (the table, say) is in the place of the picture, no form is in sight: `form_in_sight` says so.
    A chosen form that may not go to the stage then gives way to the first one that may there, and stays chosen here.

    `changed` tells of the board that is looked at in another way. Which private layers are on for the stage is known
    by the feed alone; looking never turns one on. Everything is looked at on the day that `today` tells.
    """

    changed = Signal(str)

    def __init__(
        self,
        feed: StageFeed,
        document: Callable[[], Document],
        kind: Callable[[str], Kind],
        words: Words,
        parent: QObject | None = None,
        *,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(parent)
        self._feed, self._document, self._kind, self._words = feed, document, kind, words
        self._today = today
        self._chosen: dict[str, Showing] = {}
        self.form_in_sight = True

    def forms(self, board_id: str) -> tuple[Form, ...]:
        """The ways in which the board can be drawn, () where there is only one."""
        return self._kind(board_id).forms(self._words)

    def form(self, board_id: str) -> Form | None:
        """The form that was chosen, else the first; None where there is only one way."""
        forms = self.forms(board_id)
        chosen = self._looked_at(board_id).form
        return next((form for form in forms if form.id == chosen), forms[0] if forms else None)

    def of(self, board_id: str, *, private: bool = True) -> Showing:
        """How the canvas shows the board: also with what its form needs and what is looked at there in any case.

        Nothing private where `private` is to be out of sight.
        """
        form = self.form(board_id)
        needed = form.needs if form else frozenset[str]()
        looked_at = self._kind(board_id).own_showing().layers
        layers = needed | looked_at | self._feed.layers_on(board_id) if private else frozenset[str]()
        return replace(self._looked_at(board_id), layers=layers, day=self._today())

    def for_stage(self, board_id: str) -> Showing:
        """How the board would be shown on the stage: as it is looked at, with the layers that are on."""
        looked_at = replace(self._looked_at(board_id), layers=self._feed.layers_on(board_id), day=self._today())
        if self.form_in_sight or not self._needed(board_id):
            return looked_at
        return replace(looked_at, form=self._usual(board_id) or "")

    def on_stage(self, board_id: str) -> OnStage:
        """How what the stage shows of the board, or will show when it follows again, compares to the canvas."""
        if self._feed.board_id != board_id or self._feed.screen is not None:
            return "away"
        shown, wanted = self._drawn(board_id, self._feed.showing), self._drawn(board_id, self.for_stage(board_id))
        return "same" if shown == wanted else "otherwise"

    def choose(
        self,
        board_id: str,
        *,
        form: str | None = None,
        spotlight: str | None = None,
        large: bool | None = None,
        then: str | None = None,
    ) -> None:
        """Look at the board in another way; what is None stays."""
        before = self._looked_at(board_id)
        after = Showing(
            before.form if form is None else form,
            before.spotlight if spotlight is None else spotlight,
            before.large if large is None else large,
            then=before.then if then is None else then,
        )
        if after != before:
            self._chosen[board_id] = after
            self.changed.emit(board_id)

    def layers(self, board_id: str) -> tuple[Layer, ...]:
        """The private layers that could be switched on."""
        return self._kind(board_id).layers(self._words)

    def layers_on(self, board_id: str) -> tuple[Layer, ...]:
        """Those that are on: what participants see of this board that is private."""
        on = self._feed.layers_on(board_id)
        return tuple(layer for layer in self.layers(board_id) if layer.id in on)

    def missing(self, board_id: str) -> tuple[Layer, ...]:
        """The layers that have to be switched on before the board can go to the stage in the form that is in sight."""
        if not self.form_in_sight and self._usual(board_id) is not None:
            return ()
        off = self._needed(board_id)
        return tuple(layer for layer in self.layers(board_id) if layer.id in off)

    def switch(self, board_id: str, layer_id: str, *, on: bool) -> None:
        """Let a private layer be seen on the stage, at once if the board is there, or be seen no longer.

        Where the stage shows a form that needs a layer that goes, it turns to the board's first form.
        """
        layers = self._feed.layers_on(board_id) - {layer_id} | ({layer_id} if on else set())
        self._let_be_seen(board_id, frozenset(layers))

    def all_off(self) -> None:
        """Nothing private is seen on the stage any more, whatever board is there or waits."""
        for board_id in self._feed.boards_with_layers:
            self._let_be_seen(board_id, frozenset())

    def _drawn(self, board_id: str, showing: Showing) -> Showing:
        """The showing without what makes no other picture: the first form goes by "", too, and a day may not matter."""
        form = next((form.id for form in self.forms(board_id)[1:] if form.id == showing.form), "")
        return replace(showing, form=form, day=showing.day if self._kind(board_id).changes_by_day else None)

    def _needed(self, board_id: str) -> frozenset[str]:
        """The layers that the chosen form needs and that are off."""
        form = self.form(board_id)
        return (form.needs if form else frozenset[str]()) - self._feed.layers_on(board_id)

    def _usual(self, board_id: str) -> str | None:
        """The first form that may go to the stage, None where none may."""
        on = self._feed.layers_on(board_id)
        return next((form.id for form in self.forms(board_id) if form.needs <= on), None)

    def _let_be_seen(self, board_id: str, layers: frozenset[str]) -> None:
        self._feed.switch(self._document(), board_id, layers)
        shown = self._feed.showing
        if self._feed.board_id == board_id:
            form = next((form for form in self.forms(board_id) if form.id == shown.form), None)
            if form and not form.needs <= layers:
                self._feed.show(self._document(), board_id, replace(shown, form=""))
        self.changed.emit(board_id)

    def _looked_at(self, board_id: str) -> Showing:
        """What was chosen, as far as it is still there: an edit may have taken the spot or the moment away."""
        chosen = self._chosen.get(board_id, PLAIN)
        if chosen.spotlight or chosen.then:
            kind, document = self._kind(board_id), self._document()
            spots = kind.spots(kind.view(document, board_id), self._words) if chosen.spotlight else ()
            if all(spot.id != chosen.spotlight for spot in spots):
                chosen = replace(chosen, spotlight="")
            if all(moment.id != chosen.then for moment in kind.moments(document, board_id)):
                chosen = replace(chosen, then="")
        return chosen
