"""DrawingDialog: a random order or groups, large, to be read aloud. For the facilitator alone."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QGuiApplication, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from facilitator.content.words import Words
from facilitator.domain.engagement import Person
from facilitator.ui import style
from facilitator.ui.buttons import button
from facilitator.ui.dialogs.saying_dialog import SayingDialog
from facilitator.ui.dialogs.uncopied_table import UncopiedTable
from facilitator.ui.plain_label import PlainLabel
from facilitator.workshop.shuffling import Drawing

_WIDTH, _HEIGHT = 720, 620
_NAME_PIXELS, _SAID_PIXELS, _NAME_ROW, _GROUP_ROW, _PAD = 24, 17, 44, 34, 10


class DrawingDialog(SayingDialog):
    """Names in large rows, how they are said beside them; the arrow keys walk along while a round goes on.

    `again` tells how many pairs were together before, None where nothing was drawn before. `redraw` draws anew, in
    place of this one unless it was used, and gives what is to be shown then, None where that could not be had. A
    drawing was used where it was copied, or shown before (`used`). `names_of` gives the text that Copy puts into the
    clipboard: nothing else in this window does.
    """

    def __init__(
        self,
        drawing: Drawing,
        again: Callable[[Drawing], int | None],
        redraw: Callable[[Drawing, bool], Drawing | None],
        names_of: Callable[[Drawing], str],
        words: Words,
        parent: QWidget,
        *,
        used: bool = False,
    ) -> None:
        super().__init__(words("people.drawing_list"), parent)
        self._used = used
        self._again, self._redraw, self._names_of, self._words = again, redraw, names_of, words
        self.drawing = drawing
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._heading = PlainLabel("", "title")
        self._met = PlainLabel("", "quiet", wraps=True)
        self._said = PlainLabel("", "good", wraps=True)
        self.table = _table(words)
        self._painter = _LargeRows()
        self.table.setItemDelegate(self._painter)
        buttons = QHBoxLayout()
        buttons.addWidget(button(words("people.draw_again"), self.draw_again, icon_name="redo"))
        buttons.addWidget(button(words("people.copy"), self.copy))
        buttons.addStretch(1)
        close = button(words("console.close"), self.accept, main=True, key=words("console.key_escape"))
        close.setDefault(True)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(8)
        for part in (self._heading, self._met):
            layout.addWidget(part)
        layout.addWidget(self.table, 1)
        for part in (self._said, self._problem):
            layout.addWidget(part)
        layout.addLayout(buttons)
        self._show()
        self.resize(min(_WIDTH, parent.window().width()), min(_HEIGHT, parent.window().height()))
        self.table.setFocus()

    @property
    def heading(self) -> str:
        """What was drawn, and whether anybody meets again."""
        return " ".join([self._heading.text(), *([] if self._met.isHidden() else [self._met.text()])])

    @property
    def said(self) -> str:
        """What was done last, "" where that shows by itself."""
        return "" if self._said.isHidden() else self._said.text()

    @property
    def rows(self) -> list[tuple[str, str]]:
        """What stands in each row: the name or the group, and how it is said."""
        cells = [[self.table.item(row, column) for column in (0, 1)] for row in range(self.table.rowCount())]
        return [(name.text() if name else "", said.text() if said else "") for name, said in cells]

    def draw_again(self) -> None:
        """Draw anew and say what becomes of this drawing: it counts no more unless it was used."""
        drawing = self._redraw(self.drawing, self._used)
        if drawing:
            self.drawing = drawing
            self._show()
            self._said.setText(self._words("people.drawing_added" if self._used else "people.drawing_replaced"))
            self._said.show()
            self._used = False

    def copy(self) -> None:
        """Put the names, and nothing else, into the clipboard."""
        QGuiApplication.clipboard().setText(self._names_of(self.drawing))
        self._used = True
        self._said.setText(self._words("people.copied"))
        self._said.show()

    def _show(self) -> None:
        words, drawing = self._words, self.drawing
        self._said.hide()
        self.say("")
        order = drawing.is_order
        count = len(drawing.groups)
        self._heading.setText(words("people.drawing_order") if order else words("people.drawing_groups", count=count))
        met = None if order else self._again(drawing)
        self._met.setText(words("people.again", count=met) if met else words("people.all_new"))
        self._met.setVisible(met is not None)
        self.table.setRowCount(0)
        for number, group in enumerate(drawing.groups, start=1):
            if not order:
                self._add_group(number)
            for place, person in enumerate(group, start=1):
                self._add_person(f"{place}.  {person.name}" if order else person.name, person)
        self.table.setCurrentCell(0 if order else min(1, self.table.rowCount() - 1), 0)
        self.table.scrollToTop()  # Group 1 stands above its first name

    def _add_group(self, number: int) -> None:
        row = self._add_row(_GROUP_ROW)
        item = QTableWidgetItem(self._words("people.group", number=number))
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        item.setData(Qt.ItemDataRole.BackgroundRole, QColor(style.CARD))
        font = QFont(self.font())
        font.setBold(True)
        item.setFont(font)
        item.setForeground(QColor(style.CHOSEN_EDGE))
        self.table.setItem(row, 0, item)
        self.table.setSpan(row, 0, 1, 2)

    def _add_person(self, shown: str, person: Person) -> None:
        row = self._add_row(_NAME_ROW)
        said = " · ".join(filter(None, (person.pronunciation, person.pronouns)))
        for column, text in enumerate((shown, said)):
            item = QTableWidgetItem(text)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            font = QFont(self.font())
            font.setPixelSize(_SAID_PIXELS if column else _NAME_PIXELS)
            item.setFont(font)
            item.setForeground(QColor(style.AMBER if column else style.INK))
            self.table.setItem(row, column, item)

    def _add_row(self, height: int) -> int:
        row = self.table.rowCount()
        self.table.insertRow(row)
        self.table.setRowHeight(row, height)
        return row


class _LargeRows(QStyledItemDelegate):
    """Paints each cell in its own font; the current row blue, whatever the platform's style."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        metrics = QFontMetrics(QFont(index.data(Qt.ItemDataRole.FontRole) or option.font))
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        return QSize(metrics.horizontalAdvance(text) + 2 * _PAD + 2, metrics.height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        ground = index.data(Qt.ItemDataRole.BackgroundRole)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(style.CHOSEN))
        elif ground is not None:
            painter.fillRect(option.rect, ground)
        font = QFont(index.data(Qt.ItemDataRole.FontRole) or option.font)
        inside = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        whole = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        text = QFontMetrics(font).elidedText(whole, Qt.TextElideMode.ElideRight, inside.width())
        painter.setFont(font)
        colour = index.data(Qt.ItemDataRole.ForegroundRole)
        painter.setPen(colour.color() if isinstance(colour, QBrush) else QColor(colour or style.INK))
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)
        painter.restore()


def _table(words: Words) -> UncopiedTable:
    table = UncopiedTable(0, 2)
    table.setAccessibleName(words("people.drawing_list"))
    table.horizontalHeader().hide()
    table.verticalHeader().hide()
    table.setShowGrid(False)
    header = table.horizontalHeader()
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    table.setTabKeyNavigation(False)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    return table
