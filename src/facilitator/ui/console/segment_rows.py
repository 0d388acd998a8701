"""How the rows of an agenda are painted: when a segment begins, its name in one line or two, and its minutes."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractScrollArea, QStyleOptionViewItem

from facilitator.ui import style
from facilitator.ui.console.rows import ASIDE, DONE, ON_STAGE, RowPainter

BEGINS = Qt.ItemDataRole.UserRole + 5
"""When it begins, at the left end of a row, or nothing."""

ROW = 34
"""How many pixels a row with a name of one line is high."""

_PAD, _GAP, _LINE, _ANY_TIME = 9, 8, 18, "00:00"
_EVER_SO_WIDE = 10_000
_Index = QModelIndex | QPersistentModelIndex


class SegmentPainter(RowPainter):
    """A name that is too long for one line takes a second one, and ends with an ellipsis only there."""

    def __init__(self) -> None:
        super().__init__(ROW)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        lines = _lines(index, option, _room(index, QFont(option.font), QRect(0, 0, _EVER_SO_WIDE, ROW)))
        return QSize(80, ROW + _LINE * (len(lines) - 1) - 4 * (len(lines) > 1))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option.rect.adjusted(0, 2, 0, -2), option.state)
        font = QFont(option.font)
        inside = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.setFont(_small(font))
        for role, colour in ((ASIDE, style.QUIET), (ON_STAGE, style.GREEN)):
            text = str(index.data(role) or "")
            painter.setPen(QColor(colour))
            painter.drawText(inside, right, text)
            inside.setRight(inside.right() - _width(text, font))
        painter.setPen(QColor(style.QUIET))
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, str(index.data(BEGINS) or ""))
        painter.setFont(font)
        painter.setPen(QColor(style.QUIET if index.data(DONE) else style.INK))
        room = _room(index, font, option.rect)
        lines = _lines(index, option, room)
        top = room.center().y() - _LINE * len(lines) // 2
        for number, line in enumerate(lines):
            place = QRect(room.left(), top + number * _LINE, room.width(), _LINE)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, line)
        painter.restore()


def name_lines(name: str, font: QFont, width: int) -> list[str]:
    """A name in the one line or two that are `width` pixels wide; what is left then is cut with an ellipsis."""
    metrics = QFontMetrics(font)
    if metrics.horizontalAdvance(name) <= width:
        return [name]
    layout = QTextLayout(name, font)
    layout.setTextOption(_WRAPS)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    units = name.encode("utf-16-le")  # Qt counts in these
    first = units[: 2 * line.textLength()].decode("utf-16-le")
    rest = name[len(first) :]
    return [first.rstrip(), metrics.elidedText(rest.lstrip(), Qt.TextElideMode.ElideRight, width)]


def _lines(index: _Index, option: QStyleOptionViewItem, room: QRect) -> list[str]:
    """The name as it fits whether the list scrolls or not: a row must not need more lines than it was given."""
    view, font, width = option.widget, QFont(option.font), room.width()
    if isinstance(view, QAbstractScrollArea):
        row = view.width() - 2 * view.frameWidth() - view.verticalScrollBar().sizeHint().width()
        width = min(width, _room(index, font, QRect(0, 0, row, ROW)).width())
    return name_lines(str(index.data(Qt.ItemDataRole.DisplayRole)), font, width)


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


_WRAPS = _wrapping()


def _room(index: _Index, font: QFont, row: QRect) -> QRect:
    """Where the name stands."""
    left = _width(_ANY_TIME if index.data(BEGINS) else "", font)
    right = sum(_width(str(index.data(role) or ""), font) for role in (ASIDE, ON_STAGE))
    return row.adjusted(_PAD + left, 0, -_PAD - right, 0)


def _width(text: str, font: QFont) -> int:
    """How many pixels a small text at an end of the row takes, with its distance from the name."""
    return QFontMetrics(_small(font)).horizontalAdvance(text) + _GAP if text else 0


def _small(font: QFont) -> QFont:
    made = QFont(font)
    made.setPixelSize(style.SMALL_PIXELS)
    return made
