"""FindingsPanel: what the checks found on the open board, with one thing to do about each. For the facilitator only."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from facilitator.boards.described import Finding, Severity
from facilitator.content.words import Words
from facilitator.ui import style
from facilitator.ui.buttons import button, set_text
from facilitator.ui.plain_label import PlainLabel

_MOST = 200
"""Rows: nobody reads more, and each takes a moment to be measured."""

_SEVERITY = Qt.ItemDataRole.UserRole
_WORD = Qt.ItemDataRole.UserRole + 1
_COLOURS: dict[Severity, str] = {"high": style.RED, "medium": style.AMBER, "low": style.QUIET}
_PAD, _SIGN = 9, 10
_Index = QModelIndex | QPersistentModelIndex


class FindingsPanel(QWidget):
    """The findings, the most severe first; below them why the chosen one matters, and its action.

    `chosen` and `actRequested` carry a Finding; Enter or a double click in the list asks for the action.
    """

    chosen = Signal(object)
    actRequested = Signal(object)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._findings: tuple[Finding, ...] = ()
        self.list = FindingsList(self._act)
        self.list.setAccessibleName(words("console.findings"))
        self.list.currentRowChanged.connect(self._show_chosen)
        self._said = PlainLabel("", "quiet", wraps=True)
        self._why = PlainLabel("", "small", wraps=True)
        self._action = PlainLabel("", wraps=True)
        self.action = button(words("console.finding_open"), self._act)
        self._card = QFrame()
        self._card.setObjectName("card")
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(10, 6, 10, 8)
        inside.setSpacing(4)
        inside.addWidget(self._why)
        inside.addWidget(self._action)
        inside.addWidget(self.action, 0, Qt.AlignmentFlag.AlignRight)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._said)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._card)
        self.show_findings(())

    @property
    def current(self) -> Finding | None:
        """The finding that is chosen."""
        row = self.list.currentRow()
        return self._findings[row] if 0 <= row < len(self._findings) else None

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these; the one that was chosen stays so, or the one that comes to its place is. Asks for nothing."""
        before, row = self.current, self.list.currentRow()
        self._findings = tuple(findings[:_MOST])
        self.list.blockSignals(True)
        self.list.clear()
        for finding in self._findings:
            word = self._words(f"console.severity_{finding.severity}")
            item = QListWidgetItem(finding.message)
            item.setData(_SEVERITY, finding.severity)
            item.setData(_WORD, word)
            said = self._words("console.finding_said", severity=word, message=finding.message, why=finding.why)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            self.list.addItem(item)
        known = {(each.check, each.items): place for place, each in enumerate(self._findings)}
        place = known.get((before.check, before.items), row) if before else -1
        self.list.setCurrentRow(min(place, len(self._findings) - 1))
        self.list.blockSignals(False)
        more = len(findings) - len(self._findings)
        if more:
            self._say(self._words("console.findings_more", count=more))
        else:
            self._say("" if findings else self._words("console.findings_none"))
        self._show_action()

    def show_hidden(self) -> None:
        """Show nothing of what was found while private things are out of sight."""
        self.show_findings(())
        self._say(self._words("console.findings_hidden"))

    def _say(self, text: str) -> None:
        self._said.setText(text)
        self._said.setVisible(bool(text))

    def _show_chosen(self, row: int) -> None:
        self._show_action()
        if self.current:
            self.chosen.emit(self.current)

    def _show_action(self) -> None:
        finding = self.current
        self._card.setVisible(finding is not None)
        if finding:
            self._why.setText(finding.why)
            self._action.setText(finding.action)
            does = self._words("console.finding_do" if finding.sets else "console.finding_open")
            set_text(self.action, does, self._words("console.key_enter"))
            self.action.setAccessibleDescription(finding.action)

    def _act(self) -> None:
        if self.current:
            self.actRequested.emit(self.current)


class FindingsList(QListWidget):
    """The rows; as high as their words need at the width there is."""

    def __init__(self, act: Callable[[], object]) -> None:
        super().__init__()
        self._act = act
        self._painter = FindingPainter()
        self.setItemDelegate(self._painter)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.itemDoubleClicked.connect(lambda item: act())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._act()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()


class FindingPainter(QStyledItemDelegate):
    """A sign and a word for the severity, then the message in as many lines as it takes."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListWidget) else option.rect.width()
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        return QSize(80, _small(option.font).height() + _message(option.font, text, width).height() + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area: QRect = option.rect
        _ground(painter, area.adjusted(1, 2, -1, -2), option.state)
        severity: Severity = index.data(_SEVERITY)
        colour = QColor(_COLOURS[severity])
        small = _small(option.font)
        left, top = area.left() + _PAD, area.top() + _PAD - 1
        _sign(painter, severity, QPoint(left, top + (small.height() - _SIGN) // 2), colour)
        painter.setFont(_small_font(option.font))
        painter.setPen(colour)
        painter.drawText(left + _SIGN + 5, top + small.ascent(), str(index.data(_WORD)))
        painter.setFont(option.font)
        painter.setPen(QColor(style.INK))
        words = area.adjusted(_PAD, _PAD + small.height(), -_PAD, -2)
        painter.drawText(words, _WRAPPED, str(index.data(Qt.ItemDataRole.DisplayRole)))
        painter.restore()


_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


def _message(font: QFont, text: str, width: int) -> QRect:
    return QFontMetrics(font).boundingRect(QRect(0, 0, width - 2 * _PAD, 10_000), _WRAPPED, text)


def _small_font(font: QFont) -> QFont:
    small = QFont(font)
    small.setPixelSize(style.SMALL_PIXELS)
    small.setBold(True)
    return small


def _small(font: QFont) -> QFontMetrics:
    return QFontMetrics(_small_font(font))


def _ground(painter: QPainter, card: QRect, state: QStyle.StateFlag) -> None:
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    painter.setPen(QPen(QColor(style.CHOSEN_EDGE), 1.5) if chosen else QPen(Qt.PenStyle.NoPen))
    over = bool(state & QStyle.StateFlag.State_MouseOver)
    painter.setBrush(QColor(style.CHOSEN if chosen else style.CARD_HOVER if over else style.CARD))
    painter.drawRoundedRect(card, 6, 6)


def _sign(painter: QPainter, severity: Severity, at: QPoint, colour: QColor) -> None:
    """A triangle, a diamond or a disc: told apart without the colour."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    x, y, half = float(at.x()), float(at.y()), _SIGN / 2
    if severity == "low":
        painter.drawEllipse(QPointF(x + half, y + half), half - 1, half - 1)
        return
    top, low = QPointF(x + half, y), y + _SIGN
    corners = [top, QPointF(x + _SIGN, low), QPointF(x, low)]
    if severity == "medium":
        corners = [top, QPointF(x + _SIGN, y + half), QPointF(x + half, low), QPointF(x, y + half)]
    painter.drawPolygon(QPolygonF(corners))
