"""Desk: where the windows ask for edits and find what to show. The one place in the windows that uses the journal."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from facilitator.boards.kind import Kind
from facilitator.content.theme import Theme
from facilitator.content.words import Words
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement
from facilitator.domain.picture import Picture
from facilitator.domain.refusal import EditRejected, StoreError
from facilitator.domain.screens import ScreenWanted
from facilitator.domain.view import PLAIN, Showing, View
from facilitator.journal import Journal, Saved
from facilitator.ui.errors import sentence
from facilitator.ui.session_signals import SessionSignals
from facilitator.ui.showings import Showings
from facilitator.ui.stage.blank import blank_picture
from facilitator.ui.stage.clock_pill import with_clock
from facilitator.ui.stage.screen_picture import screen_picture
from facilitator.workshop.shown import Blank
from facilitator.workshop.stage_feed import StageFeed

_log = logging.getLogger(__name__)

Edit = Callable[[Document], Change]


@dataclass(frozen=True, slots=True)
class Kinds:
    """What the windows are told of board kinds, so that they know none by name.

    `of` finds a kind by id, `on_offer` are the ids and names of those that can be added, and `new_board` makes an
    empty one from a kind's id and a title.
    """

    of: Callable[[str], Kind]
    on_offer: tuple[tuple[str, str], ...]
    new_board: Callable[[Document, str, str], Change]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A step that somebody asked for, with who wants to hear how it went; see `Desk.ask` and `Desk.ask_for`."""

    act: Callable[[], Saved]
    refused: Callable[[EditRejected], None] | None = None
    not_saved: Callable[[str], object] | None = None
    done: Callable[[Saved], object] | None = None
    about: object = None
    keep: bool = True


class Desk(QObject):
    """The open engagement as the windows see it.

    `refused` and `notSaved` carry a sentence for the facilitator, `settled` says that an edit went through. Words
    are those of the app's language, pictures are drawn in `theme` and in the engagement's language. Edits that could
    not be saved are kept, all of them, until `retry` saves them. `glides` says whether another look at a board moves
    there, `today` what day it is.
    """

    refused = Signal(str)
    notSaved = Signal(str)
    settled = Signal()
    waits = Signal(str)

    def __init__(
        self,
        journal: Journal,
        feed: StageFeed,
        kinds: Kinds,
        words: Words,
        theme: Theme,
        *,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__()
        self.today = today
        self.glides = True
        self.journal = journal
        self.feed = feed
        self.words = words
        self.theme = theme
        self.signals = SessionSignals(journal, feed, self)
        self.kinds = kinds
        self.showings = Showings(feed, lambda: self.document, self.kind, words, self, today=lambda: self.today())
        self._unsaved: list[_Wanted] = []

    @property
    def document(self) -> Document:
        """All records as they are on disk."""
        return self.journal.document

    @property
    def engagement(self) -> Engagement:
        """The engagement's own record; raises EditRejected("gone") where a file lacks it."""
        return self.document.get(Engagement, "engagement")

    def step(self, label: str) -> str:
        """The words for a step; a file may hold steps of a newer version, for which there are none yet."""
        try:
            return self.words(f"edits.{label}")
        except KeyError:
            return self.words("console.some_step")

    def boards(self) -> list[Board]:
        """All boards in the order of the list."""
        return sorted(self.document.every(Board), key=lambda board: (board.number, board.id))

    def kind(self, board_id: str) -> Kind:
        """The kind of a board; raises EditRejected("gone") if the board is no more."""
        return self.kinds.of(self.document.get(Board, board_id).kind)

    def view(self, board_id: str, showing: Showing = PLAIN) -> View:
        """What participants may see of a board shown like this; raises EditRejected("gone") if it is no more."""
        return self.kind(board_id).view(self.document, board_id, showing)

    def picture(self, view: View) -> Picture:
        """The view drawn; kinds remember what they drew lately."""
        return self.kinds.of(view.kind).picture(view, self.theme)

    def stage_picture(self) -> Picture:
        """What the stage shows now. Whatever goes wrong in drawing it, the audience sees blank paper."""
        shown = self.feed.shown
        if not isinstance(shown, Blank):
            try:
                picture = self.picture(shown) if isinstance(shown, View) else screen_picture(shown, self.theme)
                clock = self.feed.clock
                return with_clock(picture, clock, self.theme) if clock else picture
            except Exception as error:  # the log says what; the stage never does
                what = shown.board_id if isinstance(shown, View) else type(shown).__name__
                _log.error("picture of %s failed: %s", what, type(error).__name__)
        return self.blank_picture()

    def blank_picture(self) -> Picture:
        """Calm paper in the engagement's language."""
        engagement = self.document.find(Engagement, "engagement")
        french = engagement is not None and engagement.language == "fr"
        return blank_picture(Words("fr" if french else "en"), self.theme)

    @property
    def unsaved(self) -> int:
        """How many edits wait to be saved, because they could not be."""
        return len(self._unsaved)

    def waits_to_save(self, about: object) -> bool:
        """Whether the edit about this (see `ask`) is among those that wait to be saved."""
        return any(each.about == about for each in self._unsaved)

    def ask(
        self,
        edit: Edit,
        refused: Callable[[EditRejected], None] | None = None,
        *,
        done: Callable[[Saved], object] | None = None,
        about: object = None,
        keep: bool = True,
    ) -> Saved | None:
        """Make an edit and save it. None means that it was refused or not saved, and that this has been told.

        Whoever has a better place to say why passes `refused`, which then hears of it instead of everybody. `done`
        hears of the edit once it is saved, be it now or when it is tried again. What can't be saved is kept for
        `retry` unless `keep` is False; an edit `about` the same as one before (None: about nothing else) takes its
        place.
        """
        return self._try(_Wanted(partial(self._do, edit), refused, done=done, about=about, keep=keep))

    def ask_for(
        self, say: Callable[[str], object], edit: Edit, *, done: Callable[[Saved], object] | None = None
    ) -> Saved | None:
        """Make an edit for a dialog, which keeps what was typed; None as in `ask`.

        `say` hears in a sentence why it was refused or not saved. Nothing is kept for `retry`.
        """

        def refused(refusal: EditRejected) -> None:
            say(sentence(refusal, self.words))

        return self._try(_Wanted(partial(self._do, edit), refused, say, done, keep=False))

    def undo(self) -> Saved | None:
        """Take the last step back; None as in `ask`. Never kept: a later undo would take back another step."""
        return self._try(_Wanted(self.journal.undo, keep=False))

    def redo(self) -> Saved | None:
        """Do the step again that was taken back last; None as in `ask`. Not kept, like `undo`."""
        return self._try(_Wanted(self.journal.redo, keep=False))

    def retry(self) -> Saved | None:
        """Try once more all that could not be saved, in order; the last one saved, None if there was none."""
        last = None
        for _ in range(len(self._unsaved)):  # what fails again goes to the end, so the order stays
            last = self._try(self._unsaved.pop(0)) or last
        return last

    def show_on_stage(self, board_id: str) -> None:
        """Put a board on the stage as it is looked at.

        `waits` carries a sentence where the stage is held or blanked before it, `refused` one where the board is
        looked at in a form that shows something private which is not switched on for the stage.
        """
        missing = self.showings.missing(board_id)
        if missing:
            form = self.showings.form(board_id)
            names = self.words.list([self.words.quote(layer.name) for layer in missing])
            said = self.words("console.layer_needed", form=form.name if form else "", layers=names)
            self.refused.emit(said)
            return
        self.feed.show(self.document, board_id, self.showings.for_stage(board_id))
        self._say_what_waits()

    def show_screen(self, wanted: ScreenWanted) -> bool:
        """Put a screen on the stage in place of the board; returns whether it is there, or waits to be.

        `refused` carries a sentence where what it is about is no more, `waits` one where it waits behind a hold or a
        blank.
        """
        try:
            self.feed.show_screen(self.document, wanted)
        except EditRejected as refusal:
            self.refused.emit(sentence(refusal, self.words))
            return False
        self._say_what_waits()
        return True

    def end_screen(self) -> None:
        """Put the screen away: the board is back on the stage."""
        self.feed.end_screen(self.document)

    def stage_mark(self, board_id: str) -> str:
        """The words for a board that participants see, or that will come when the stage follows again; else ""."""
        shown = self.feed.shown
        if isinstance(shown, View) and shown.board_id == board_id:
            return self.words("console.on_stage")
        return self.words("console.waiting") if self.feed.board_id == board_id else ""

    def _say_what_waits(self) -> None:
        if self.feed.blanked:
            self.waits.emit(self.words("console.waits_behind_blank"))
        elif self.feed.holding:
            self.waits.emit(self.words("console.waits_behind_hold"))

    def _do(self, edit: Edit) -> Saved:
        return self.journal.do(edit(self.document))

    def _try(self, wanted: _Wanted) -> Saved | None:
        try:
            saved = wanted.act()
        except EditRejected as refusal:
            if wanted.refused:
                wanted.refused(refusal)
            else:
                self.refused.emit(sentence(refusal, self.words))
        except StoreError as refusal:
            if wanted.keep:
                self._supersede(wanted.about)
                self._unsaved.append(wanted)
            self.notSaved.emit(sentence(refusal, self.words))
            if wanted.not_saved:
                wanted.not_saved(sentence(refusal, self.words))
        else:
            self._supersede(wanted.about)
            self.settled.emit()
            if wanted.done:
                wanted.done(saved)
            return saved
        return None

    def _supersede(self, about: object) -> None:
        """Forget the unsaved edit that a newer one about the same replaces."""
        self._unsaved = [each for each in self._unsaved if each.about is None or each.about != about]
