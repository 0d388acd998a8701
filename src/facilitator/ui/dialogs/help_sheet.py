"""HelpSheet: one screen with the capture lines and the keys."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from facilitator.content.words import Words
from facilitator.ui.buttons import button
from facilitator.ui.plain_label import PlainLabel

_CAPTURE = ("name", "group", "ring", "private", "link", "link_kind", "unlink", "quotes")
_CAPTURE_KEYS = ("enter", "tab", "go_on", "place", "ring", "paste", "undo", "leave")
_CANVAS = (
    *("next", "nearest", "nudge", "find", "rename", "edit", "tick"),
    *("connect", "remove", "all", "tidy", "zoom", "fit"),
)
_TABLE = ("edit", "row", "gone", "block", "sort", "group", "list")
_LOOKING = ("boards", "forms", "spotlight", "open", "large", "gaps", "prompts", "moment", "menus")
_LIVE = (
    *("layers_off", "hold", "blank", "to_stage", "stage", "add", "ready", "private_marks"),
    *("handout", "exemplar", "import", "export", "duplicates", "help"),
)
_AGENDA = (
    *("before", "sessions", "go", "change", "next", "methods", "stage", "chat"),
    *("chat_lines", "catch", "outcomes", "polls", "pages", "wrap_up", "people"),
)
_MOUSE = ("move", "link", "several", "adds", "rename", "zoom")

_WIDTH = 1400


class HelpSheet(QDialog):
    """What can be typed and which keys do what: on one screen, or in a low window with arrow keys that scroll."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.setWindowTitle(words("console.help"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        columns = QHBoxLayout()
        columns.setSpacing(24)
        left = (("capture_lines", _CAPTURE), ("while_typing", _CAPTURE_KEYS), ("table", _TABLE))
        columns.addLayout(self._column(*left), 1)
        columns.addLayout(self._column(("on_the_board", _CANVAS), ("agenda", _AGENDA)), 1)
        right = self._column(("live", _LIVE), ("looking", _LOOKING), ("mouse", _MOUSE))
        columns.addLayout(right, 1)
        close = button(words("console.close"), self.accept, main=True, key=words("console.key_escape"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        sheet = QWidget()
        sheet.setLayout(columns)
        columns.setContentsMargins(20, 12, 20, 12)
        right.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.area = QScrollArea()
        self.area.setWidget(sheet)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(words("console.help"))
        layout.addWidget(self.area)
        width = min(_WIDTH, parent.width() - 40)
        self.resize(width, min(columns.totalHeightForWidth(width), parent.height() - 40))
        close.setDefault(True)
        self.area.setFocus()

    def _column(self, *parts: tuple[str, Sequence[str]]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        for heading, lines in parts:
            column.addWidget(PlainLabel(self._words(f"help.{heading}"), "title"))
            grid = QGridLayout()
            grid.setHorizontalSpacing(10)
            grid.setVerticalSpacing(1)
            grid.setColumnStretch(1, 1)
            for row, name in enumerate(lines):
                key = PlainLabel(self._words(f"help.{heading}_{name}_key"), "key")
                grid.addWidget(key, row, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
                grid.addWidget(PlainLabel(self._words(f"help.{heading}_{name}"), "helpText", wraps=True), row, 1)
            column.addLayout(grid)
            column.addSpacing(6)
        column.addStretch(1)
        return column
