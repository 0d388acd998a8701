"""BoardPanel: the middle of the console. The board being worked on, what can be done with it, and the capture bar."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from facilitator.content.theme import Theme
from facilitator.content.words import Words
from facilitator.graphics.board_canvas import BoardCanvas
from facilitator.ui.buttons import StepButton, button, set_text
from facilitator.ui.console.capture_bar import CaptureBar
from facilitator.ui.plain_label import ElidedLabel, PlainLabel


class BoardPanel(QWidget):
    """Canvas, buttons for its keys, and capture bar; a sentence and a button where there is no board yet."""

    tidyRequested = Signal()
    undoRequested = Signal()
    redoRequested = Signal()
    stageRequested = Signal()
    privateToggled = Signal(bool)

    def __init__(self, words: Words, theme: Theme, new_board: QPushButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.canvas = BoardCanvas(theme)
        self.canvas.setAccessibleName(words("console.canvas"))
        self.capture = CaptureBar(words)
        self._title = ElidedLabel("", "title")
        self._question = ElidedLabel("", "quiet")
        self._hint = PlainLabel("", "small")
        self.to_stage = button(
            words("console.to_stage"), self.stageRequested.emit, icon_name="eye", key="F5", main=True
        )
        self.undo = StepButton(self.undoRequested.emit, "undo")
        self.redo = StepButton(self.redoRequested.emit, "redo")
        self.private = self._private_button()

        board = QWidget()
        layout = QVBoxLayout(board)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(self._header())
        layout.addWidget(self.canvas, 1)
        layout.addWidget(self._action_row())
        layout.addWidget(self.capture)
        self._stack = QStackedWidget()
        self._stack.addWidget(board)
        self._stack.addWidget(_empty(words, new_board))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.canvas.linkingChanged.connect(self._show_linking)
        self.canvas.selectionChanged.connect(lambda ids: self._enable(ids))
        self._enable(())

    def show_board(self, title: str, question: str, on_stage: bool) -> None:
        """Head the canvas with the board's public words."""
        self._stack.setCurrentIndex(0)
        self._title.setText(title)
        self._question.setText(question)
        self.to_stage.setEnabled(not on_stage)
        set_text(self.to_stage, self._words("console.is_on_stage" if on_stage else "console.to_stage"), "F5")

    def show_empty(self) -> None:
        """Say that there is no board, and how to make one."""
        self._stack.setCurrentIndex(1)

    def show_steps(self, undo: str | None, redo: str | None) -> None:
        """Name the steps that undo and redo would take; None where there is none."""
        for shown, step, plain, named, key in (
            (self.undo, undo, "console.undo", "console.undo_step", "Ctrl+Z"),
            (self.redo, redo, "console.redo", "console.redo_step", "Ctrl+Y"),
        ):
            shown.show_step(self._words(named, step=step) if step else self._words(plain), key)
            shown.setEnabled(step is not None)
        self.redo.setVisible(redo is not None)

    def _header(self) -> QHBoxLayout:
        header = QHBoxLayout()
        header.addWidget(self._title)
        header.addSpacing(6)
        header.addWidget(self._question, 1)
        header.addWidget(self._hint)
        header.addWidget(self.private)
        header.addWidget(self.to_stage)
        return header

    def _action_row(self) -> QWidget:
        words, canvas = self._words, self.canvas
        self._needing_one = [
            button(words("console.rename"), self._rename, icon_name="pencil", key="F2"),
            button(words("console.link"), canvas.begin_linking, icon_name="link", key="Ctrl+L"),
        ]
        self._needing_some = [
            button(words("console.delete"), self._delete, icon_name="delete"),
        ]
        actions = QWidget()
        actions.setObjectName("actions")
        row = QHBoxLayout(actions)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        row.addWidget(self.undo)
        row.addWidget(self.redo)
        row.addStretch(1)
        for each in (*self._needing_one, *self._needing_some):
            row.addWidget(each)
        row.addWidget(button(words("edits.tidy"), self.tidyRequested.emit))
        row.addWidget(button(words("console.fit"), canvas.fit, icon_name="fit"))
        return actions

    def _private_button(self) -> QPushButton:
        made = button(self._words("console.private_marks"), lambda: None, icon_name="lock", key="Ctrl+H")
        made.setObjectName("private")
        made.setCheckable(True)
        made.setChecked(True)
        made.toggled.connect(self.privateToggled)
        return made

    def _enable(self, ids: tuple[str, ...]) -> None:
        for each in self._needing_one:
            each.setEnabled(len(ids) == 1)
        for each in self._needing_some:
            each.setEnabled(bool(ids))

    def _rename(self) -> None:
        if self.canvas.picked:
            self.canvas.begin_rename(self.canvas.picked[-1])

    def _delete(self) -> None:
        if self.canvas.picked:
            self.canvas.deleteRequested.emit(self.canvas.picked)

    def _show_linking(self, linking: bool) -> None:
        self._hint.setText(self._words("console.linking") if linking else "")
        self._question.setVisible(not linking)
        if linking:
            self.canvas.setFocus()


def _empty(words: Words, new_board: QPushButton) -> QWidget:
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.addStretch(1)
    layout.addWidget(PlainLabel(words("console.no_board"), "large"), 0, Qt.AlignmentFlag.AlignCenter)
    layout.addWidget(new_board, 0, Qt.AlignmentFlag.AlignCenter)
    layout.addStretch(1)
    return page
