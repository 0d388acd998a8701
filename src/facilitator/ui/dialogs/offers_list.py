"""OffersList: what is ready to be taken, under its headings, each with a box to tick."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTreeWidget, QTreeWidgetItem

from facilitator.boards.described import Offer
from facilitator.content.naming import plain
from facilitator.content.words import Words
from facilitator.ui import style
from facilitator.ui.literal_tip import literal_tip
from facilitator.ui.typed_text import typed_text

_ROW = 30
_NAME_SHARE, _LONG_NAME_SHARE = 0.42, 0.7
_BOX = 48  # the box to tick, and margins
_Index = QModelIndex | QPersistentModelIndex


class OffersList(QTreeWidget):
    """Space or a click ticks a row; what was taken before is grey and can't be ticked.

    `ticked` says that other rows are ticked now, `turned` that another one is current, `sought` carries letters that
    were typed here: they are for the filter. `deleteRequested` says that Del was pressed.
    """

    ticked = Signal()
    turned = Signal()
    sought = Signal(str)
    deleteRequested = Signal()

    def __init__(self, offers: Sequence[Offer], words: Words) -> None:
        super().__init__()
        self._rows: dict[str, QTreeWidgetItem] = {}
        self._offers = {offer.id: offer for offer in offers}
        self._heads: dict[str, QTreeWidgetItem] = {}
        self.setColumnCount(2)
        self.setAccessibleName(words("console.offers"))
        self.setHeaderLabels([words("console.offer_name"), words("console.offer_note")])
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.header().setStretchLastSection(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)  # headings are rows beside the others: the arrows pass by what is not enabled
        self.setUniformRowHeights(True)
        self._delegate = _Ticking()
        self.setItemDelegate(self._delegate)
        for offer in offers:
            if offer.heading not in self._heads:
                self._heads[offer.heading] = _head(offer.heading)
                self.addTopLevelItem(self._heads[offer.heading])
                self._heads[offer.heading].setFirstColumnSpanned(True)
            self._rows[offer.id] = _row(offer, words)
            self.addTopLevelItem(self._rows[offer.id])
        self.itemChanged.connect(lambda *_: self.ticked.emit())
        self.currentItemChanged.connect(lambda *_: self.turned.emit())
        self._go_to_first()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of what is ticked, in the order of the list, also of what the filter leaves out."""
        return tuple(each for each, row in self._rows.items() if row.checkState(0) == Qt.CheckState.Checked)

    @property
    def current(self) -> Offer | None:
        """The offer of the current row."""
        row = self.currentItem()
        return next((self._offers[each] for each, one in self._rows.items() if one is row), None)

    @property
    def has_own(self) -> bool:
        """Whether any offer comes from this person's own library."""
        return any(offer.own for offer in self._offers.values())

    def remove(self, offer_id: str) -> None:
        """Take a row out, and its heading with the last one; the next row is current."""
        row = self._rows.pop(offer_id)
        place = self.indexOfTopLevelItem(row)
        below = self.itemBelow(row) or self.itemAbove(row)
        self.takeTopLevelItem(place)
        heading = self._offers.pop(offer_id).heading
        if not any(offer.heading == heading for offer in self._offers.values()):
            self.takeTopLevelItem(self.indexOfTopLevelItem(self._heads.pop(heading)))
        if below and below.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.setCurrentItem(below)
        else:
            self._go_to_first()

    def filter(self, text: str) -> int:
        """Show only what has these words in its name, heading or note, or in what else it says; returns how many."""
        wanted = plain(text).split()
        shown = 0
        for each, row in self._rows.items():
            offer = self._offers[each]
            said = plain(f"{offer.name} {offer.heading} {offer.note} {offer.also}")
            row.setHidden(not all(word in said for word in wanted))
            shown += not row.isHidden()
        open_heads = {self._offers[each].heading for each, row in self._rows.items() if not row.isHidden()}
        for heading, head in self._heads.items():
            head.setHidden(heading not in open_heads)
        self._go_to_first()
        return shown

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.deleteRequested.emit()
        elif typed_text(event):
            self.sought.emit(typed_text(event))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: object) -> None:
        """Long names have more room than their notes, which stand below the list in full."""
        width, metrics = self.viewport().width(), self.fontMetrics()
        longest = max((metrics.horizontalAdvance(row.text(0)) for row in self._rows.values()), default=0)
        self.setColumnWidth(0, round(min(max(longest + _BOX, width * _NAME_SHARE), width * _LONG_NAME_SHARE)))

    def _go_to_first(self) -> None:
        for row in self._rows.values():
            if not row.isHidden() and row.flags() & Qt.ItemFlag.ItemIsEnabled:
                self.setCurrentItem(row)
                return
        self.setCurrentIndex(QModelIndex())


class _Ticking(QStyledItemDelegate):
    """The whole row can be clicked, not its box alone."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), _ROW)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        clicked = (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
        )
        pressed = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select)
        box = model.index(index.row(), 0, index.parent())
        if not (clicked or pressed) or not box.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        on = Qt.CheckState(box.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
        after = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
        return model.setData(box, after.value, Qt.ItemDataRole.CheckStateRole)


def _head(heading: str) -> QTreeWidgetItem:
    head = QTreeWidgetItem([heading])
    head.setFlags(Qt.ItemFlag.NoItemFlags)
    font = head.font(0)
    font.setBold(True)
    head.setFont(0, font)
    head.setForeground(0, QColor(style.QUIET))
    return head


def _row(offer: Offer, words: Words) -> QTreeWidgetItem:
    name = words("console.offer_taken", name=offer.name) if offer.taken else offer.name
    row = QTreeWidgetItem([name, " ".join(offer.note.split())])
    row.setToolTip(0, literal_tip(name))
    row.setToolTip(1, literal_tip(offer.note))
    if offer.taken:
        reachable = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable  # to be taken out of the library
        row.setFlags(reachable if offer.own else Qt.ItemFlag.NoItemFlags)
        for column in range(2):
            row.setForeground(column, QColor(style.FAINT))
        return row
    row.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
    row.setCheckState(0, Qt.CheckState.Unchecked)
    row.setForeground(1, QColor(style.QUIET))
    return row
