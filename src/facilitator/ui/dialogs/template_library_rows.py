"""How the rows and the headings of the library of templates are painted."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from facilitator.ui import style
from facilitator.ui.console.rows import RowPainter

_PAD, _BAR, _MOST = 10, 24, 400
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop


class TemplateRows(RowPainter):
    """Rows of `height` pixels; headings, which have no id, have as many lines as they need in a list of that width."""

    def __init__(self, height: int, width: int) -> None:
        super().__init__(height)
        self._width = width

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        usual = super().sizeHint(option, index)
        if index.data(Qt.ItemDataRole.UserRole):
            return usual
        room = QRect(0, 0, self._width - 2 * _PAD - _BAR, _MOST)
        text = QFontMetrics(_font(option, index)).boundingRect(room, _WRAPPED, str(index.data()))
        return QSize(usual.width(), text.height() + _PAD)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if index.data(Qt.ItemDataRole.UserRole):
            super().paint(painter, option, index)
            return
        area: QRect = option.rect
        painter.save()
        painter.setFont(_font(option, index))
        painter.setPen(QColor(style.QUIET))
        painter.drawText(area.adjusted(_PAD, _PAD // 2, -_PAD, 0), _WRAPPED, str(index.data()))
        painter.restore()


def _font(option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QFont:
    return QFont(index.data(Qt.ItemDataRole.FontRole) or option.font)
