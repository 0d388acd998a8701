"""ColumnChooser: the button with the menu in which the columns of the table are ticked."""

from collections.abc import Sequence
from functools import partial
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QFont

from facilitator.content.words import Words
from facilitator.ui.choosing import ChoosingButton
from facilitator.ui.console.table_model import Column

_WIDTH = 190


class ColumnChooser(ChoosingButton):
    """Remembers for the session, kind by kind, which columns are left out; `chosen` says that others are now."""

    chosen = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._of_kinds: dict[str, set[str]] = {}
        self._left_out: set[str] = set()
        self.setFixedWidth(_WIDTH)
        self.tell(0, 0)

    def offer(self, kind_id: str, columns: Sequence[Column]) -> None:
        """Offer these columns, part by part; ticking a part's title ticks all of its columns."""
        self._left_out = self._of_kinds.setdefault(kind_id, set())
        self.choices.clear()
        for (_, part), of_part in groupby(columns, key=lambda column: (column.private, column.part)):
            self.choices.addSeparator()
            whole = self._tickable(part, bold=True) if part else None
            actions = [self._column(column) for column in of_part]
            if whole:
                whole.setChecked(all(action.isChecked() for action in actions))
                whole.toggled.connect(partial(_tick_all, actions))
        self.setEnabled(bool(columns))

    def leaves_out(self, key: str) -> bool:
        """Whether a column is not to be shown."""
        return key in self._left_out

    def tell(self, on_show: int, count: int) -> None:
        """Say how many columns are on show, of how many."""
        told = self._words("console.table_choose", shown=on_show, count=count)
        self.setText(told)
        self.setAccessibleName(told)

    def _column(self, column: Column) -> QAction:
        head = self._words("console.private_field", field=column.label) if column.private else column.label
        action = self._tickable(head)
        action.setChecked(column.key not in self._left_out)
        action.toggled.connect(partial(self._choose, column.key))
        return action

    def _choose(self, key: str, wanted: bool) -> None:
        (self._left_out.discard if wanted else self._left_out.add)(key)
        self.chosen.emit()

    def _tickable(self, text: str, *, bold: bool = False) -> QAction:
        action = self.choices.addAction(text.replace("&", "&&"))
        action.setCheckable(True)
        font = QFont(self.font())
        font.setBold(bold)
        action.setFont(font)
        return action


def _tick_all(actions: Sequence[QAction], ticked: bool) -> None:
    for action in actions:
        action.setChecked(ticked)
