"""ImportMapping: every column of a source with the field that it goes to."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from facilitator.boards.importing import Target
from facilitator.boards.incoming import Incoming
from facilitator.content.words import Words
from facilitator.ui import style
from facilitator.ui.choosing import ChoiceBox
from facilitator.ui.icons import icon
from facilitator.ui.literal_tip import literal_tip
from facilitator.ui.plain_label import ElidedLabel

_CARD_WIDTH, _HEIGHT = 216, 122
_SAMPLES, _SAMPLE_LENGTH = 3, 40
_LEAVE_OUT = ""


class _Choice(ChoiceBox):
    """Keeps its value while the wheel moves what it stands on, and comes into sight with the focus."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__()
        self._area = area
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._area.ensureWidgetVisible(self, _CARD_WIDTH, 0)


class ImportMapping(QScrollArea):
    """A row of cards, one a column: what it is called, what stands in it, and where it goes.

    A field takes one column: choosing it for another leaves the first one out. `changed` says that the mapping is
    another now.
    """

    changed = Signal()

    def __init__(self, targets: Sequence[Target], words: Words) -> None:
        super().__init__()
        self._words = words
        self._private = {target.key for target in targets if target.private}
        self._choices = _choices(targets, words, self)
        self.boxes: dict[str, ChoiceBox] = {}
        self._cards: dict[str, QFrame] = {}
        self.setAccessibleName(words("exchange.mapping"))
        self.setWidgetResizable(True)
        self.setFixedHeight(_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def mapped(self) -> dict[str, str]:
        """The key of a target by column; columns that are left out are not in it."""
        return {column: box.currentData() for column, box in self.boxes.items() if box.currentData() != _LEAVE_OUT}

    def show_columns(self, incoming: Incoming, mapped: Mapping[str, str]) -> None:
        """Show the columns of a source, each going where `mapped` says."""
        cards = QWidget()
        row = QHBoxLayout(cards)
        row.setContentsMargins(0, 0, 0, 0)
        self.boxes, self._cards = {}, {}
        for at, column in enumerate(incoming.columns):
            row.addWidget(self._card(column, self._samples(incoming, at), mapped.get(column, _LEAVE_OUT)))
        row.addStretch(1)
        self.setWidget(cards)  # the one before goes with all that is in it

    def _card(self, column: str, samples: str, key: str) -> QFrame:
        card = QFrame()
        card.setFixedWidth(_CARD_WIDTH)
        box = _Choice(self)
        box.setModel(self._choices)
        box.setCurrentIndex(max(box.findData(key), 0))
        box.setAccessibleName(self._words("exchange.goes_to", column=column))
        box.setAccessibleDescription(samples)
        box.currentIndexChanged.connect(lambda _: self._take(column))
        self.boxes[column], self._cards[column] = box, card
        inside = QVBoxLayout(card)
        inside.setContentsMargins(9, 6, 9, 8)
        inside.setSpacing(2)
        for label in (ElidedLabel(column), ElidedLabel(samples, "small")):
            label.setToolTip(literal_tip(label.text()))
            inside.addWidget(label)
        inside.addWidget(box)
        self._mark(card, key)
        return card

    def _samples(self, incoming: Incoming, at: int) -> str:
        said = [" ".join(row.cells[at].split())[:_SAMPLE_LENGTH] for row in incoming.rows[:100]]
        found = list(dict.fromkeys(filter(None, said)))[:_SAMPLES]
        return " · ".join(found) or self._words("exchange.no_samples")

    def _take(self, column: str) -> None:
        chosen = self.boxes[column].currentData()
        for other, box in self.boxes.items():
            if other != column and chosen != _LEAVE_OUT and box.currentData() == chosen:
                box.blockSignals(True)
                box.setCurrentIndex(0)
                box.blockSignals(False)
            self._mark(self._cards[other], box.currentData())
        self.changed.emit()

    def _mark(self, card: QWidget, key: str) -> None:
        """Show what goes where only the facilitator sees it as private."""
        role = "private" if key in self._private else "card"
        if card.objectName() != role:
            card.setObjectName(role)
            for widget in (card, *card.findChildren(QWidget)):
                widget.style().polish(widget)


def _choices(targets: Sequence[Target], words: Words, parent: QObject) -> QStandardItemModel:
    """What every column can go to: nothing, or a field; private ones with a lock and the word."""
    model = QStandardItemModel(parent)
    entries = [(_LEAVE_OUT, words("exchange.leave_out"), False)]
    for target in targets:
        name = target.name.within(words.language)
        text = words("exchange.private_target", name=name) if target.private else name
        entries.append((target.key, text, target.private))
    for key, text, private in entries:
        item = QStandardItem(text)
        item.setData(key, Qt.ItemDataRole.UserRole)
        if private:
            item.setIcon(icon("lock", style.AMBER, style.FAINT))
        model.appendRow(item)
    return model
