"""StageControls: the buttons below the preview, one for each key that changes what participants see there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QPushButton, QSizePolicy, QWidget

from facilitator.content.words import Words

READ_BACK_KEY, POINTER_KEY, STAGE_WORK_KEY = "F3", "F11", "F12"


class StageControls(QWidget):
    """Read back, pointer, work on the stage: each is pressed while it is so, and asks for the other by a signal."""

    readBackRequested = Signal()
    pointerRequested = Signal()
    workRequested = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setObjectName("stageControls")
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        self.read_back = self._add(words("console.read_back"), words("console.read_back_said"), READ_BACK_KEY)
        self.pointer = self._add(words("console.pointer"), words("console.pointer_said"), POINTER_KEY)
        self.work = self._add(words("console.stage_work"), words("console.stage_work_said"), STAGE_WORK_KEY)
        self.read_back.clicked.connect(lambda: self.readBackRequested.emit())
        self.pointer.clicked.connect(lambda: self.pointerRequested.emit())
        self.work.clicked.connect(lambda: self.workRequested.emit())
        for each in (self.read_back, self.pointer, self.work):
            each.clicked.connect(lambda: self._mark())
            row.addWidget(each, 1)
        self._on = (False, False, False)

    def stand(self, *, upright: bool) -> None:
        """Stand one below the other, or side by side."""
        kind = QBoxLayout.Direction
        self._row.setDirection(kind.TopToBottom if upright else kind.LeftToRight)

    def show_on(self, *, read_back: bool | None = None, pointer: bool | None = None, work: bool | None = None) -> None:
        """Show which of them are on; what is None stays."""
        told = zip((read_back, pointer, work), self._on, strict=True)
        now_reading, now_pointing, now_working = (was if is_on is None else is_on for is_on, was in told)
        self._on = now_reading, now_pointing, now_working
        self._mark()

    def _mark(self) -> None:
        """A press of the button asks; pressed it stays only once it is so."""
        for each, is_on in zip((self.read_back, self.pointer, self.work), self._on, strict=True):
            each.setChecked(is_on)

    def _add(self, text: str, said: str, key: str) -> QPushButton:
        made = QPushButton(text.replace("&", "&&"), self)
        made.setAutoDefault(False)
        made.setCheckable(True)
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        made.setToolTip(f"{said} ({key})")
        made.setAccessibleName(f"{said} ({key})")
        return made
