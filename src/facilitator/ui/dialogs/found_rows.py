"""How what was found is painted: its name on the left, on the right what it belongs to and, in amber, who answers."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from facilitator.ui import style
from facilitator.ui.console.rows import RowPainter

WHERE = Qt.ItemDataRole.UserRole + 21
"""What it belongs to, or nothing."""
PRIVATE_MARK = Qt.ItemDataRole.UserRole + 22
"""Who answers there, or nothing."""

_PAD, _GAP = 10, 12
_SHARE = 0.45
"""How much of a row the right side may take from a name that has no room; more, where the name leaves it."""


class FoundPainter(RowPainter):
    """Both sides end with an ellipsis where there is no room."""

    def __init__(self, height: int) -> None:
        super().__init__(height, cards=False)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area: QRect = option.rect
        self._ground(painter, area.adjusted(0, 1, 0, -1), option.state)
        inside = area.adjusted(_PAD, 0, -_PAD, 0)
        font, small = QFont(option.font), QFont(option.font)
        small.setPixelSize(style.SMALL_PIXELS)
        metrics, fine = QFontMetrics(font), QFontMetrics(small)
        name = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        left = inside.width() - metrics.horizontalAdvance(name) - _GAP
        room = max(left, round(inside.width() * _SHARE))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.setFont(small)
        for role, colour in ((PRIVATE_MARK, style.AMBER), (WHERE, style.QUIET)):
            text = fine.elidedText(str(index.data(role) or ""), Qt.TextElideMode.ElideRight, room)
            if text:
                painter.setPen(QColor(colour))
                painter.drawText(inside, flags | Qt.AlignmentFlag.AlignRight, text)
                taken = fine.horizontalAdvance(text) + _GAP
                inside.setRight(inside.right() - taken)
                room -= taken
        painter.setFont(font)
        painter.setPen(QColor(style.INK))
        painter.drawText(inside, flags, metrics.elidedText(name, Qt.TextElideMode.ElideRight, inside.width()))
        painter.restore()
