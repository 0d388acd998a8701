"""WorkingSurface: fills the stage window while it is worked on: the picture as a canvas, the capture line below it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.content.theme import Theme
from facilitator.content.words import Words
from facilitator.ui.capture_target import GROUP_KEYS, RING_KEYS
from facilitator.ui.stage.stage_bar import StageBar
from facilitator.ui.stage.stage_canvas import StageCanvas
from facilitator.ui.typed_text import typed_text


class WorkingSurface(QWidget):
    """The board is shown a little smaller above the line, so nothing of it is hidden.

    Esc in the line ends catching, else it goes to the canvas; Esc there with nothing to let go of, and once more, asks
    for the end. `words` are those of the stage.
    """

    undoRequested = Signal()
    redoRequested = Signal()
    endRequested = Signal()

    def __init__(self, words: Words, theme: Theme, name: str) -> None:
        super().__init__(None)
        self._words = words
        self._ending = False  # whether the next Esc ends it
        self.setObjectName("workingSurface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(
            f"QWidget#workingSurface, QGraphicsView#onStage {{ background: {theme.paper}; }}"
            f"QGraphicsView#onStage, QGraphicsView#onStage:focus {{ border: 0; border-radius: 0; }}"
            f"QLineEdit#nameEditor {{ background: {theme.surface}; color: {theme.ink}; border: 2px solid {theme.focus};"
            f" selection-background-color: {theme.focus}; selection-color: {theme.surface}; }}"
        )
        self.canvas = StageCanvas(theme)
        self.canvas.setAccessibleName(name)
        self.bar = StageBar(words, theme)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.canvas, 1)
        layout.addWidget(self.bar)
        self.bar.line.left.connect(self._leave_line)
        self.bar.line.focused.connect(lambda focused: self._forget_ending())
        self.canvas.letGo.connect(self._let_go)
        for asked in (self.canvas.selectionChanged, self.canvas.deleteRequested):
            asked.connect(lambda ids: self._forget_ending())
        self.canvas.nudgeRequested.connect(lambda ids, direction: self._forget_ending())
        self.canvas.captureRequested.connect(self.go_to_line)
        self.canvas.privateTyped.connect(lambda: self.bar.say(words("stage.work_private")))
        standard = QKeySequence.StandardKey
        keys: dict[QKeySequence, Callable[[], object]] = {
            QKeySequence(standard.Undo): self.undoRequested.emit,
            QKeySequence(standard.Redo): self.redoRequested.emit,
            QKeySequence("Ctrl+Y"): self.redoRequested.emit,
            QKeySequence("Ctrl+Shift+Z"): self.redoRequested.emit,
            QKeySequence("Ctrl+K"): self.go_to_line,
        }
        for sequence, act in keys.items():
            QShortcut(sequence, self).activated.connect(act)
        for place, name in enumerate(GROUP_KEYS):
            key = QShortcut(QKeySequence(name), self)
            key.activated.connect(lambda place=place: self.bar.choose_place(place))
        for place, name in enumerate(RING_KEYS):
            key = QShortcut(QKeySequence(name), self)
            key.activated.connect(lambda place=place: self.bar.choose_ring(place + 1))

    def go_to_line(self) -> None:
        """Go to the line, or to the canvas while no line is taken."""
        (self.bar.line if self.bar.is_open else self.canvas).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters typed on the canvas are what somebody has said."""
        text = typed_text(event)
        if text and self.bar.is_open:
            self.bar.line.setFocus()
            self.bar.line.insert(text)
        elif event.key() == Qt.Key.Key_Escape:
            event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.bar.fit(self.height())

    def _leave_line(self) -> None:
        if self.bar.catching:
            self.bar.end_catching()
            self.bar.say("")
            return
        self.canvas.pick([])
        self.canvas.setFocus()
        self._let_go()

    def _let_go(self) -> None:
        if self._ending:
            self.endRequested.emit()
        else:
            self._ending = True
            self.bar.say(self._words("stage.work_end"))

    def _forget_ending(self) -> None:
        if self._ending:
            self._ending = False
            self.bar.say("")
