"""PeopleTicks: people with a box to tick each. Names never leave it for the clipboard."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from facilitator.content.words import Words
from facilitator.handouts.batch import Recipient
from facilitator.ui.choosing import CHOICE_ROW
from facilitator.ui.errors import sentence

_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class PeopleTicks(QListWidget):
    """Space or a click on the box ticks somebody. Who is to be skipped is not ticked at first, and the row says why."""

    ticked = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._offered: tuple[Recipient, ...] = ()
        self.setAccessibleName(words("personal.list"))
        self.itemChanged.connect(lambda item: self.ticked.emit())

    @property
    def people(self) -> tuple[Recipient, ...]:
        """Those who are ticked, in the order of the list; ticked, nobody is skipped."""
        its = zip(self._offered, self._items(), strict=True)
        return tuple(Recipient(each.person_id, each.name) for each, item in its if item.checkState() == _ON)

    def offer(self, people: Sequence[Recipient]) -> None:
        """Show these people, ticked but for those to be skipped."""
        self.blockSignals(True)
        self.clear()
        self._offered = tuple(people)
        for each in people:
            text = each.name
            if each.skip:
                text = self._words("personal.line_why", name=text, why=sentence(each.skip, self._words))
            item = QListWidgetItem(text)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setSizeHint(QSize(0, CHOICE_ROW))
            item.setCheckState(_OFF if each.skip else _ON)
            self.addItem(item)
        if people:
            self.setCurrentRow(0)
        self.blockSignals(False)
        self.ticked.emit()

    def tick(self, *, on: bool) -> None:
        """Tick everybody, or nobody."""
        self.tick_only([each.person_id for each in self._offered] if on else [])

    def tick_only(self, person_ids: Sequence[str]) -> None:
        """Tick these people and nobody else."""
        self.blockSignals(True)
        for each, item in zip(self._offered, self._items(), strict=True):
            item.setCheckState(_ON if each.person_id in person_ids else _OFF)
        self.blockSignals(False)
        self.ticked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copying takes nothing: names are for here."""
        if not event.matches(QKeySequence.StandardKey.Copy):
            super().keyPressEvent(event)

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]
