"""BoardPanel: the middle of the console. The board being worked on, what can be done with it, and the capture bar."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from facilitator.content.theme import Theme
from facilitator.content.words import Words
from facilitator.graphics.board_canvas import BoardCanvas
from facilitator.ui.buttons import KeyButton, StepButton, button, set_text
from facilitator.ui.console.action_row import ActionRow
from facilitator.ui.console.board_menu import BoardMenu
from facilitator.ui.console.capture_bar import CaptureBar
from facilitator.ui.console.layer_sign import LayerSign
from facilitator.ui.console.menu_button import FoldingButton
from facilitator.ui.console.view_row import ViewRow
from facilitator.ui.plain_label import ElidedLabel, PlainLabel
from facilitator.ui.showings import OnStage

_TO_STAGE = {"away": "console.to_stage", "same": "console.is_on_stage", "otherwise": "console.update_stage"}


class BoardPanel(QWidget):
    """Canvas (or another page in its place), buttons for its keys, and capture bar.

    A sentence and a button stand here where there is no board yet. `centreChanged` carries the page that is turned to.
    """

    tidyRequested = Signal()
    undoRequested = Signal()
    redoRequested = Signal()
    stageRequested = Signal()
    privateToggled = Signal(bool)
    centreChanged = Signal(object)

    _above_capture: QWidget | None = None

    def __init__(self, words: Words, theme: Theme, new_board: QPushButton, layers_off: Callable[[], object]) -> None:
        super().__init__()
        self._words = words
        self.canvas = BoardCanvas(theme)
        self.canvas.setAccessibleName(words("console.canvas"))
        self.capture = CaptureBar(words)
        self._title = ElidedLabel("", "title")
        self._status = PlainLabel("", "chip")
        self._status.hide()
        self._question = ElidedLabel("", "quiet")
        self._hint = ElidedLabel("", "small")
        self.to_stage = button(
            words("console.to_stage"), self.stageRequested.emit, icon_name="eye", key="F5", main=True
        )
        self.undo = StepButton(self.undoRequested.emit, "undo")
        self.redo = StepButton(self.redoRequested.emit, "redo")
        self.private = self._private_button()
        self.menu = BoardMenu(words)
        self.view_row = ViewRow(words)
        self.sign = LayerSign(words, layers_off)
        self._centre = QStackedWidget()
        self._centre.addWidget(self.canvas)
        self.view_row.forms.formChosen.connect(lambda _: self.show_centre(self.canvas))
        self.view_row.forms.pageChosen.connect(self.show_centre)
        self._lay_out(new_board)
        self.canvas.linkingChanged.connect(self._show_linking)
        self.canvas.selectionChanged.connect(lambda ids: self._enable(ids))
        self._enable(())

    @property
    def centre(self) -> QWidget:
        """What is on show in the middle: the canvas or a page that was added."""
        shown = self._centre.currentWidget()
        assert shown is not None  # the canvas is always there
        return shown

    def add_centre(self, name: str, page: QWidget) -> None:
        """Offer a page beside the forms of the board's picture, in the canvas' place."""
        self._centre.addWidget(page)
        self.view_row.forms.add_page(name, page)

    def add_above_capture(self, line: QWidget) -> None:
        """Give another line its place just above the capture bar; where there is no board, it stands alone."""
        self._above_capture = line
        self._board.insertWidget(self._board.indexOf(self.capture), line)

    def show_centre(self, page: QWidget) -> None:
        """Turn to the canvas or to a page that was added."""
        now = QApplication.focusWidget()
        had_keys = now is not None and self._centre.isAncestorOf(now)
        self._centre.setCurrentWidget(page)
        if had_keys:
            page.setFocus()  # by itself it would go to the first thing on the page
        self.view_row.forms.mark_page(None if page is self.canvas else page)
        self.centreChanged.emit(page)

    def show_board(self, title: str, question: str, on_stage: OnStage) -> None:
        """Head the canvas with the board's public words, and offer to bring it to the stage as it is looked at."""
        self._stack.setCurrentIndex(0)
        above = self._above_capture
        if above and self._board.indexOf(above) < 0:
            self._board.insertWidget(self._board.indexOf(self.capture), above)
        self._title.setText(title)
        self._question.setText(question)
        self.to_stage.setEnabled(on_stage != "same")
        set_text(self.to_stage, self._words(_TO_STAGE[on_stage]), "F5")

    def show_status(self, status: str) -> None:
        """Say beside the title where the work on the board stands, "" for nothing to say."""
        self._status.setText(status)
        self._status.setVisible(bool(status))

    def show_private(self, names: Sequence[str]) -> None:
        """Frame the canvas in amber while it shows these layers, which participants do not see."""
        said = self._words("console.canvas_private", layers=self._words.list(names)) if names else ""
        self.canvas.setAccessibleName(said or self._words("console.canvas"))
        if self.canvas.property("private") != bool(names):
            self.canvas.setProperty("private", bool(names))
            self.canvas.style().polish(self.canvas)

    def show_empty(self) -> None:
        """Say that there is no board, and how to make one."""
        self._stack.setCurrentIndex(1)
        if self._above_capture:
            self._whole.addWidget(self._above_capture)

    def show_steps(self, undo: str | None, redo: str | None) -> None:
        """Name the steps that undo and redo would take; None where there is none."""
        for shown, step, plain, named, key in (
            (self.undo, undo, "console.undo", "console.undo_step", "Ctrl+Z"),
            (self.redo, redo, "console.redo", "console.redo_step", "Ctrl+Y"),
        ):
            whole = self._words(named, step=step) if step else self._words(plain)
            shown.show_step(whole, key, step or whole)
            shown.setEnabled(step is not None)
        self.redo.setVisible(redo is not None)

    def _lay_out(self, new_board: QPushButton) -> None:
        board = QWidget()
        layout = self._board = QVBoxLayout(board)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(self._header())
        layout.addWidget(self.sign)
        layout.addWidget(self.view_row)
        layout.addWidget(self._centre, 1)
        layout.addWidget(self._action_row())
        layout.addWidget(self.capture)
        self._stack = QStackedWidget()
        self._stack.addWidget(board)
        self._stack.addWidget(_empty(self._words, new_board))
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addWidget(self._stack)

    def _header(self) -> QHBoxLayout:
        header = QHBoxLayout()
        header.addWidget(self._title)
        header.addWidget(self._status)
        header.addSpacing(6)
        header.addWidget(self._question, 1)
        header.addWidget(self._hint, 1)
        self._hint.hide()
        header.addWidget(self.private)
        header.addWidget(self.menu)
        header.addWidget(self.to_stage)
        return header

    def _action_row(self) -> ActionRow:
        words, canvas = self._words, self.canvas
        rename = KeyButton(words("console.rename"), self._rename, icon_name="pencil", key="F2")
        self.link = KeyButton(words("console.link"), canvas.begin_linking, icon_name="link", key="Ctrl+L")
        delete = KeyButton(words("console.delete"), self._delete, icon_name="delete")
        self._needing_one, self._needing_some = [rename, self.link], [delete]
        fit = FoldingButton(words("console.fit"), "fit")
        fit.clicked.connect(canvas.fit)
        fit.fold(True)
        tidy = button(words("edits.tidy"), self.tidyRequested.emit)
        return ActionRow(self.undo, self.redo, (rename, self.link, delete), (tidy, fit))

    def _private_button(self) -> QPushButton:
        made = button(self._words("console.private_marks"), lambda: None, icon_name="lock", key="Ctrl+H")
        made.setObjectName("private")
        made.setCheckable(True)
        made.setChecked(True)
        made.toggled.connect(self.privateToggled)
        return made

    def _enable(self, ids: tuple[str, ...]) -> None:
        for each in self._needing_one:
            each.setEnabled(len(ids) == 1 and (each is not self.link or self.canvas.board.links_items))
        for each in self._needing_some:
            each.setEnabled(bool(ids))

    def _rename(self) -> None:
        if self.canvas.picked:
            self.show_centre(self.canvas)
            self.canvas.begin_rename(self.canvas.picked[-1])

    def _delete(self) -> None:
        if self.canvas.picked:
            self.canvas.deleteRequested.emit(self.canvas.picked)

    def say_linking(self, hint: str) -> None:
        """Say what the other end of the link that was begun is to be, aloud too where a screen is read."""
        self._hint.setText(hint)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.canvas, hint))

    def _show_linking(self, linking: bool) -> None:
        self._hint.setText(self._words("console.linking") if linking else "")
        self._hint.setVisible(linking)
        for heading in (self._title, self._question):
            heading.setVisible(not linking)  # what to do next needs the room
        if linking:
            self.show_centre(self.canvas)
            self.canvas.setFocus()


def _empty(words: Words, new_board: QPushButton) -> QWidget:
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.addStretch(1)
    layout.addWidget(PlainLabel(words("console.no_board"), "large"), 0, Qt.AlignmentFlag.AlignCenter)
    layout.addWidget(new_board, 0, Qt.AlignmentFlag.AlignCenter)
    layout.addStretch(1)
    return page
