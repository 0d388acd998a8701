"""How the console paints the rows of its lists, words on the left, a number or mark on the right, and table cells."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from facilitator.ui import style

ASIDE = Qt.ItemDataRole.UserRole + 1
"""The text at the right end of a row."""
ON_STAGE = Qt.ItemDataRole.UserRole + 2
"""The words of a green mark ("On stage"), or nothing."""
PRIVATE = Qt.ItemDataRole.UserRole + 3
"""A private mark, painted amber."""
DONE = Qt.ItemDataRole.UserRole + 4
"""Whether the row is over and may stand back."""

_PAD = 10
_CELL_PAD = 6
_Index = QModelIndex | QPersistentModelIndex


class RowPainter(QStyledItemDelegate):
    """Paints rows of `height` pixels as cards; the chosen one blue with an edge, whatever the platform's style."""

    def __init__(self, height: int, *, cards: bool = True) -> None:
        super().__init__()
        self._height = height
        self._cards = cards

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(80, self._height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state: QStyle.StateFlag = option.state
        area: QRect = option.rect
        font = QFont(index.data(Qt.ItemDataRole.FontRole) or option.font)
        self._ground(painter, area.adjusted(0, 2, 0, -2), state)
        inside = area.adjusted(_PAD, 0, -_PAD, 0)
        small = QFont(font)
        small.setPixelSize(style.SMALL_PIXELS)
        for role, colour in ((ASIDE, style.QUIET), (PRIVATE, style.AMBER), (ON_STAGE, style.GREEN)):
            text = index.data(role)
            if text:
                inside = _right(painter, inside, str(text), small, colour)
        painter.setFont(font)
        painter.setPen(QColor(style.QUIET if index.data(DONE) else style.INK))
        text = QFontMetrics(font).elidedText(
            str(index.data(Qt.ItemDataRole.DisplayRole)), Qt.TextElideMode.ElideRight, inside.width()
        )
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)
        painter.restore()

    def _ground(self, painter: QPainter, card: QRect, state: QStyle.StateFlag) -> None:
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.setPen(QPen(QColor(style.CHOSEN_EDGE), 1.5))
            painter.setBrush(QColor(style.CHOSEN))
        elif self._cards or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            over = state & QStyle.StateFlag.State_MouseOver
            painter.setBrush(QColor(style.CARD_HOVER if over else style.CARD))
        else:
            return
        painter.drawRoundedRect(card.adjusted(1, 0, -1, 0), 6, 6)


class CellPainter(QStyledItemDelegate):
    """Paints a cell: selected ones blue, the current one with an edge, whatever the platform's style."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        ground = index.data(Qt.ItemDataRole.BackgroundRole)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or isinstance(ground, QColor):
            painter.fillRect(option.rect, QColor(style.CHOSEN) if chosen else ground)
        painter.setPen(QColor(style.INK))
        inside = option.rect.adjusted(_CELL_PAD, 0, -_CELL_PAD, 0)
        text = option.fontMetrics.elidedText(
            str(index.data(Qt.ItemDataRole.DisplayRole) or ""), Qt.TextElideMode.ElideRight, inside.width()
        )
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)
        if index == self._table.currentIndex():
            focused = self._table.hasFocus()
            painter.setPen(QPen(QColor(style.CHOSEN_EDGE if focused else style.FIELD_EDGE), 2 if focused else 1))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))


def _right(painter: QPainter, inside: QRect, text: str, font: QFont, colour: str) -> QRect:
    """Paint `text` at the right end; returns what room is left of it."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextSingleLine
    painter.drawText(inside, flags, text)
    return inside.adjusted(0, 0, -QFontMetrics(font).horizontalAdvance(text) - _PAD, 0)
