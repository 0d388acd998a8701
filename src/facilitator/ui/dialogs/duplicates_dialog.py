"""DuplicatesDialog: two by two, what may be the same; the facilitator decides."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from facilitator.boards.described import Item
from facilitator.content.words import Words
from facilitator.ui.buttons import button, set_text
from facilitator.ui.dialogs.saying_dialog import SayingDialog
from facilitator.ui.plain_label import PlainLabel

LEFT, RIGHT, WHY = range(3)
_HEADS = ("exchange.head_left", "exchange.head_right", "exchange.head_why")
_ROW, _WIDTH, _LEAST_HEIGHT, _MOST_HEIGHT = 34, 880, 260, 560


@dataclass(frozen=True, slots=True)
class Alike:
    """Two items that may be one, with what they are alike in: "same", "spelling", "order", "near" or "picked".

    Their `group` is the name of it.
    """

    left: Item
    right: Item
    why: str

    @property
    def ids(self) -> frozenset[str]:
        """The ids of both, whichever stands left."""
        return frozenset((self.left.id, self.right.id))


class DuplicatesDialog(SayingDialog):
    """Pairs with why they may be the same; the left or the right one is kept, or they are told apart.

    `alike` tells the pairs as the board is now; `merge` makes one of two (kept, other) and says whether it was saved;
    `tell_apart` remembers that two are not the same; `undo` takes the last merging back and says whether it was. Left
    and Right keep that one of the current pair, Delete tells them apart; Enter over the list merges nothing, it closes.
    """

    def __init__(
        self,
        alike: Callable[[], Sequence[Alike]],
        merge: Callable[[Item, Item], bool],
        tell_apart: Callable[[Alike], None],
        undo: Callable[[], bool],
        words: Words,
        parent: QWidget | None,
    ) -> None:
        super().__init__(words("exchange.duplicates_title"), parent)
        self._alike, self._merge, self._tell_apart, self._undo, self._words = alike, merge, tell_apart, undo, words
        self.pairs: tuple[Alike, ...] = ()
        self._merged = 0
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.table = _Pairs(words)
        self.table.currentCellChanged.connect(lambda *_: self._show_current())
        self.table.keyed = self._keyed
        self._said = PlainLabel("", "good", wraps=True)
        self.keep_left = button("", lambda: self.keep(LEFT))
        self.keep_right = button("", lambda: self.keep(RIGHT))
        self.distinct = button(words("exchange.distinct"), self.tell_apart)
        self.undo_button = button(words("exchange.undo_merge"), self._take_back, icon_name="undo")
        self.end = button(words("console.close"), self.accept, main=True, key=words("console.key_escape"))
        for each in (self.keep_left, self.keep_right, self.distinct, self.undo_button, self.end):
            each.setAutoDefault(True)
        self.end.setDefault(True)  # else Enter over the list would merge
        self._lay_out()
        self._show()
        self.resize(_WIDTH, max(_LEAST_HEIGHT, min(_MOST_HEIGHT, 210 + _ROW * len(self.pairs))))

    @property
    def said(self) -> str:
        """What was done last, or what is in the way."""
        return self._problem.text() or self._said.text()

    def keep(self, side: int) -> None:
        """Merge the current pair into the one that stands on this side."""
        pair = self._current()
        if pair is None:
            return
        kept, other = (pair.left, pair.right) if side == LEFT else (pair.right, pair.left)
        self.say("")
        if self._merge(kept, other):
            self._merged += 1
            self._show()
            self._tell(self._words("exchange.merged", kept=self._called(kept), other=self._called(other)))

    def tell_apart(self) -> None:
        """Take the current pair off the list: the two are not the same."""
        pair = self._current()
        if pair is not None:
            self._tell_apart(pair)
            self.say("")
            self._show()

    def _take_back(self) -> None:
        if self._undo():
            self._merged -= 1
            self._show()
            self._tell(self._words("exchange.merge_undone"))

    def _tell(self, text: str) -> None:
        if not self.pairs:
            text = f"{text} {self._words('exchange.no_more_duplicates')}"
        self._said.setText(text)

    def _current(self) -> Alike | None:
        row = self.table.currentRow()
        return self.pairs[row] if 0 <= row < len(self.pairs) else None

    def _show(self) -> None:
        row = self.table.currentRow()
        self.pairs = tuple(self._alike())
        self.table.show_rows([(self._named(p.left), self._named(p.right), self._why(p)) for p in self.pairs])
        self._said.setText("" if self.pairs else self._words("exchange.no_duplicates"))
        self.undo_button.setVisible(self._merged > 0)
        if self.pairs:
            self.table.setCurrentCell(min(max(row, 0), len(self.pairs) - 1), LEFT)
            self.table.setFocus()
        else:
            self.end.setFocus()
        self._show_current()

    def _show_current(self) -> None:
        pair, words = self._current(), self._words
        for side, which in ((self.keep_left, "left"), (self.keep_right, "right")):
            item = (pair.left if which == "left" else pair.right) if pair else None
            text = words("exchange.keep", code=item.code) if item and item.code else words(f"exchange.keep_{which}")
            set_text(side, text, "←" if which == "left" else "→")
            side.setEnabled(pair is not None)
        self.distinct.setEnabled(pair is not None)

    def _keyed(self, key: int) -> bool:
        """Do what a key over the list means; returns whether it meant anything."""
        acts = {
            Qt.Key.Key_Left: lambda: self.keep(LEFT),
            Qt.Key.Key_Right: lambda: self.keep(RIGHT),
            Qt.Key.Key_Delete: self.tell_apart,
        }
        act = acts.get(Qt.Key(key))
        if act:
            act()
        return act is not None

    def _why(self, pair: Alike) -> str:
        return self._words(f"exchange.why_{pair.why}")

    def _called(self, item: Item) -> str:
        return f"{item.code} {item.name}".strip()

    def _named(self, item: Item) -> str:
        return self._words("exchange.item", name=self._called(item), group=item.group)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.addWidget(PlainLabel(self._words("exchange.duplicates_about"), wraps=True))
        layout.addWidget(self.table, 1)
        layout.addWidget(self._said)
        layout.addWidget(self._problem)
        self._problem.hide()
        buttons = QHBoxLayout()
        for each in (self.keep_left, self.keep_right, self.distinct):
            buttons.addWidget(each)
        buttons.addStretch(1)
        buttons.addWidget(self.undo_button)
        buttons.addWidget(self.end)
        layout.addLayout(buttons)


class _Pairs(QTableWidget):
    def __init__(self, words: Words) -> None:
        super().__init__(0, len(_HEADS))
        self.keyed: Callable[[int], bool] = lambda key: False
        self.setAccessibleName(words("exchange.duplicates_title"))
        self.setHorizontalHeaderLabels([words(each) for each in _HEADS])
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.verticalHeader().setMinimumSectionSize(_ROW)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)

    def show_rows(self, rows: Sequence[tuple[str, str, str]]) -> None:
        self.blockSignals(True)
        self.setRowCount(len(rows))
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                self.setItem(row, column, QTableWidgetItem(text))
        self.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.keyed(event.key()):
            super().keyPressEvent(event)
