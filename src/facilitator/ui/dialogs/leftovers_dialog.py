"""LeftoversDialog: what may still tell who it is in a pack without names, place by place, before it is handed on."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from facilitator.anonymous.leftovers import Leftover
from facilitator.content.words import Words
from facilitator.ui.buttons import button
from facilitator.ui.dialogs.saying_dialog import SayingDialog, fit_to_screen
from facilitator.ui.dialogs.uncopied_table import UncopiedTable
from facilitator.ui.literal_tip import literal_tip
from facilitator.ui.plain_label import PlainLabel

_HEADS = ("anonymous.head_hit", "anonymous.head_excerpt", "anonymous.head_place")
_WIDTH, _HEIGHT, _HIT_WIDE, _PLACE_WIDE = 860, 560, 190, 260


class LeftoversDialog(SayingDialog):
    """A table to read, a row a place. Enter and Esc close the window."""

    def __init__(self, found: Sequence[Leftover], words: Words, parent: QWidget) -> None:
        super().__init__(words("anonymous.look_title"), parent)
        self._words = words
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._counted = PlainLabel("", wraps=True)
        self.table = UncopiedTable(0, len(_HEADS))
        self.table.setHorizontalHeaderLabels([words(key) for key in _HEADS])
        self.table.setAccessibleName(words("anonymous.look_title"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(True)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(0, _HIT_WIDE)
        self.table.setColumnWidth(2, _PLACE_WIDE)
        self.end = button(words("console.close"), self.accept, main=True, key=words("console.key_escape"))
        self.end.setDefault(True)
        self._lay_out()
        fit_to_screen(self, _WIDTH, _HEIGHT)
        self._show(found)

    @property
    def counted(self) -> str:
        """How many places there are, in a sentence."""
        return self._counted.text()

    def _show(self, found: Sequence[Leftover]) -> None:
        words = self._words
        self._counted.setText(words("anonymous.left", count=len(found)) if found else words("anonymous.none_left"))
        self.table.setRowCount(len(found))
        for row, each in enumerate(found):
            for column, text in enumerate((each.hit, each.excerpt, each.place)):
                item = QTableWidgetItem(text)
                item.setToolTip(literal_tip(text))
                self.table.setItem(row, column, item)
        self.table.resizeRowsToContents()
        if found:
            self.table.setCurrentCell(0, 0)
        self.table.setFocus()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(8)
        layout.addWidget(PlainLabel(self._words("anonymous.no_promise"), wraps=True))
        layout.addWidget(PlainLabel(self._words("anonymous.how_to"), "small", wraps=True))
        layout.addWidget(self._counted)
        layout.addWidget(self.table, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.end)
        layout.addLayout(buttons)
