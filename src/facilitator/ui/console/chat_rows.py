"""How the chat tray paints its rows: who said it in amber, how often and what became of it, and the words."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.ui import style

WHO = Qt.ItemDataRole.UserRole
"""Who said it and when: private."""
FATE = Qt.ItemDataRole.UserRole + 1
"""What became of it, or how often it was said."""
DEALT_WITH = Qt.ItemDataRole.UserRole + 2
"""Whether it waits no more and may stand back."""

_PAD, _LINES = 9, 4
_Index = QModelIndex | QPersistentModelIndex
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


class ChatRowPainter(QStyledItemDelegate):
    """Rows as high as their words need, but for very long ones, which the line below the list shows whole.

    `head` is the colour of what stands above the words, `waits` that of what becomes of a row that waits.
    """

    def __init__(self, *, head: str = style.AMBER, waits: str = style.QUIET) -> None:
        super().__init__()
        self._head, self._waits = head, waits

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListWidget) else option.rect.width()
        metrics = QFontMetrics(option.font)
        room = QRect(0, 0, width - 2 * _PAD, _LINES * metrics.lineSpacing())
        words = metrics.boundingRect(room, _WRAPPED, _text(index)).height()
        return QSize(80, _small(option.font, index)[1] + min(words, room.height()) + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area: QRect = option.rect
        _ground(painter, area.adjusted(1, 2, -1, -2), option.state)
        font, height = _small(option.font, index)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        inside = area.adjusted(_PAD, _PAD - 2, -_PAD, 0)
        fate = str(index.data(FATE) or "")
        painter.setPen(QColor(style.GREEN if index.data(DEALT_WITH) else self._waits))
        painter.drawText(inside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, fate)
        painter.setPen(QColor(self._head))
        room = inside.width() - metrics.horizontalAdvance(f"{fate}  ")
        who = metrics.elidedText(str(index.data(WHO) or ""), Qt.TextElideMode.ElideRight, room)
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, who)
        painter.setFont(option.font)
        painter.setPen(QColor(style.QUIET if index.data(DEALT_WITH) else style.INK))
        painter.drawText(area.adjusted(_PAD, _PAD + height, -_PAD, -_PAD), _WRAPPED, _text(index))
        painter.restore()


def _text(index: _Index) -> str:
    return str(index.data(Qt.ItemDataRole.DisplayRole))


def _small(font: QFont, index: _Index) -> tuple[QFont, int]:
    """The font of the line above the words, and its height: 0 where nothing stands in it."""
    small = QFont(font)
    small.setPixelSize(style.SMALL_PIXELS)
    return small, QFontMetrics(small).height() if index.data(WHO) or index.data(FATE) else 0


def _ground(painter: QPainter, card: QRect, state: QStyle.StateFlag) -> None:
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    painter.setPen(QPen(QColor(style.CHOSEN_EDGE), 1.5) if chosen else QPen(Qt.PenStyle.NoPen))
    over = bool(state & QStyle.StateFlag.State_MouseOver)
    painter.setBrush(QColor(style.CHOSEN if chosen else style.CARD_HOVER if over else style.CARD))
    painter.drawRoundedRect(card, 6, 6)
