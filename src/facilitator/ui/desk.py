"""Desk: where the windows ask for edits and find what to show. The one place in the windows that uses the journal."""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from facilitator.boards.kind import Kind
from facilitator.content.theme import Theme
from facilitator.content.words import Words
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement
from facilitator.domain.picture import Picture
from facilitator.domain.refusal import EditRejected, StoreError
from facilitator.domain.view import View
from facilitator.journal import Journal, Saved
from facilitator.ui.errors import sentence
from facilitator.ui.session_signals import SessionSignals
from facilitator.ui.stage.blank import blank_picture
from facilitator.workshop.stage_feed import Blank, StageFeed

_log = logging.getLogger(__name__)

_REMEMBERED = 6  # pictures: the stage's, the canvas', and those that one goes back and forth between

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


class Desk(QObject):
    """The open engagement as the windows see it.

    `refused` and `notSaved` carry a sentence for the facilitator, `settled` says that an edit went through. Words
    are those of the app's language, pictures are drawn in `theme` and in the engagement's language.
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
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.journal = journal
        self.feed = feed
        self.words = words
        self.theme = theme
        self.signals = SessionSignals(journal, feed, self)
        self.kinds = kinds
        self._pictures: list[tuple[View, Picture]] = []
        self._failed: Callable[[], Saved] | None = None

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

    def view(self, board_id: str) -> View:
        """What participants may see of a board; raises EditRejected("gone") if the board is no more."""
        return self.kind(board_id).view(self.document, board_id)

    def picture(self, view: View) -> Picture:
        """The view drawn; a view that was drawn lately is not drawn again."""
        for place, (known, picture) in enumerate(self._pictures):
            if known == view:
                self._pictures.append(self._pictures.pop(place))
                return picture
        picture = self.kinds.of(view.kind).picture(view, self.theme)
        self._pictures = [*self._pictures[-(_REMEMBERED - 1) :], (view, picture)]
        return picture

    def stage_picture(self) -> Picture:
        """What the stage shows now. Whatever goes wrong in drawing it, the audience sees blank paper."""
        shown = self.feed.shown
        if not isinstance(shown, Blank):
            try:
                return self.picture(shown)
            except Exception as error:  # the log says what; the stage never does
                _log.error("picture of board %s failed: %s", shown.board_id, type(error).__name__)
        return self.blank_picture()

    def blank_picture(self) -> Picture:
        """Calm paper in the engagement's language."""
        engagement = self.document.find(Engagement, "engagement")
        french = engagement is not None and engagement.language == "fr"
        return blank_picture(Words("fr" if french else "en"), self.theme)

    def ask(self, edit: Edit, refused: Callable[[EditRejected], None] | None = None) -> Saved | None:
        """Make an edit and save it. None means that it was refused or not saved, and that this has been told.

        Whoever has a better place to say why passes `refused`, which then hears of it instead of everybody.
        """
        return self._try(lambda: self.journal.do(edit(self.document)), refused)

    def undo(self) -> Saved | None:
        """Take the last step back; None as in `ask`."""
        return self._try(self.journal.undo)

    def redo(self) -> Saved | None:
        """Do the step again that was taken back last; None as in `ask`."""
        return self._try(self.journal.redo)

    def retry(self) -> Saved | None:
        """Try once more what could not be saved; None as in `ask`, or if there is nothing to try."""
        return self._try(self._failed) if self._failed else None

    def show_on_stage(self, board_id: str) -> None:
        """Put a board on the stage; `waits` carries a sentence where the stage is held or blanked before it."""
        self.feed.show(self.document, board_id)
        if self.feed.blanked:
            self.waits.emit(self.words("console.waits_behind_blank"))
        elif self.feed.holding:
            self.waits.emit(self.words("console.waits_behind_hold"))

    def stage_mark(self, board_id: str) -> str:
        """The words for a board that participants see, or that will come when the stage follows again; else ""."""
        shown = self.feed.shown
        if not isinstance(shown, Blank) and shown.board_id == board_id:
            return self.words("console.on_stage")
        return self.words("console.waiting") if self.feed.board_id == board_id else ""

    def _try(self, act: Callable[[], Saved], refused: Callable[[EditRejected], None] | None = None) -> Saved | None:
        try:
            saved = act()
        except EditRejected as refusal:
            if refused:
                refused(refusal)
            else:
                self.refused.emit(sentence(refusal, self.words))
        except StoreError as refusal:
            self._failed = act
            self.notSaved.emit(sentence(refusal, self.words))
        else:
            self._failed = None
            self.settled.emit()
            return saved
        return None
