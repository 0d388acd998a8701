"""Buttons with words, an icon and the key that does the same."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from facilitator.ui import style
from facilitator.ui.icons import icon
from facilitator.ui.literal_tip import literal_tip

_ICON_GAP = 4
_FEWEST = 3
"""How many letters of cut words must stand: fewer say nothing."""
_FRACTIONS = 2  # advances are fractions of pixels


class KeyButton(QPushButton):
    """A button with words and the key that does the same; where there is no room the key goes first, whole.

    Then the words end with an ellipsis. The tip tells all of it. `least` is what it is content with, in pixels.
    """

    def __init__(self, text: str, act: Callable[[], object], *, icon_name: str, key: str = "") -> None:
        super().__init__()
        self._words, self._key = text, key
        self.clicked.connect(lambda: act())
        self.setAutoDefault(False)
        self.setIcon(icon(icon_name, style.INK, style.FAINT))
        self.setIconSize(QSize(16, 16))
        whole = f"{text} ({key})" if key else text
        self.setAccessibleName(whole)
        self.setToolTip(literal_tip(whole))
        self._fit()

    @property
    def width_of_words(self) -> int:
        """How many pixels it needs without its key."""
        return self._needed(f" {self._words}")

    @property
    def least(self) -> int:
        """How many pixels it needs for the beginning of its words."""
        return self._needed(f" {self._words[:_FEWEST]}…") if len(self._words) > _FEWEST else self.width_of_words

    def sizeHint(self) -> QSize:
        whole = f" {self._words}  {self._key}" if self._key else f" {self._words}"
        return QSize(self._needed(whole), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _needed(self, text: str) -> int:
        frame = super().sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text())
        return frame + self.fontMetrics().horizontalAdvance(text) + _FRACTIONS

    def _fit(self) -> None:
        room = self.width() - self._needed("")
        text = f" {self._words}  {self._key}" if self._key else f" {self._words}"
        if self.width() < self._needed(text):
            text = f" {self._words}"
        if self.width() < self._needed(text):
            text = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        self.setText(text.replace("&", "&&"))


class StepButton(QPushButton):
    """A button that names a step and its key; where there is no room the key goes first, then all but the step.

    Where there is not even room for the beginning of its name, the icon stands alone. The tip tells the whole.
    """

    _LEAST = 110

    def __init__(self, act: Callable[[], object], icon_name: str) -> None:
        super().__init__()
        self._whole, self._key, self._step = "", "", ""
        self.clicked.connect(lambda: act())
        self.setAutoDefault(False)
        self.setIcon(icon(icon_name, style.INK, style.FAINT))
        self.setIconSize(QSize(16, 16))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_step(self, text: str, key: str, step: str) -> None:
        """Show these words and the key that does the same; where both have no room, only what the step is called."""
        self._whole, self._key, self._step = text, key, step
        self.setAccessibleName(f"{text} ({key})")
        self.setToolTip(literal_tip(f"{text} ({key})"))
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        width = self.fontMetrics().horizontalAdvance(f" {self._whole}  {self._key}") + self._frame()
        return QSize(max(width + 4, self._LEAST), hint.height())  # advances are fractions of pixels

    def minimumSizeHint(self) -> QSize:
        return QSize(self._LEAST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _frame(self) -> int:
        """How many pixels the button needs besides its words."""
        return super().sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text())

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        room = self.width() - self._frame()
        text = f" {self._whole}  {self._key}"
        if metrics.horizontalAdvance(text) > room:
            text = f" {self._whole}"
        if metrics.horizontalAdvance(text) > room:
            text = metrics.elidedText(f" {self._step}", Qt.TextElideMode.ElideRight, room)
        if room < metrics.horizontalAdvance(f" {self._step[:_FEWEST]}…"):
            text = ""
        self.setText(text.replace("&", "&&"))


class ElidedButton(QPushButton):
    """A button of one line that never widens its column: of its two parts the first one is cut where both don't fit."""

    def __init__(self) -> None:
        super().__init__()
        self._first, self._rest = "", ""
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def whole(self) -> str:
        """Both parts."""
        return self._first + self._rest

    def show_parts(self, first: str, rest: str) -> None:
        """Show these words."""
        self._first, self._rest = first, rest
        self.setAccessibleName(self.whole)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self).width()
        metrics = self.fontMetrics()
        room -= metrics.horizontalAdvance(self._rest) + self.iconSize().width() + _ICON_GAP
        shown = metrics.elidedText(self._first, Qt.TextElideMode.ElideRight, room) + self._rest
        option.text = shown.replace("&", "&&")  # an ampersand is an ampersand
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()


def ticked_by_enter(window: QWidget, event: QKeyEvent) -> bool:
    """Press the tick box of a window that has the focus, where the key is Enter; says whether it did.

    Buttons do so by themselves where they are `autoDefault`.
    """
    focused = window.focusWidget()
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not isinstance(focused, QCheckBox):
        return False
    focused.click()
    return True


def button(
    text: str,
    act: Callable[[], object],
    *,
    icon_name: str = "",
    key: str = "",
    main: bool = False,
) -> QPushButton:
    """A button that shows `text` and `key` (as it is written on the keyboard) and is named by both."""
    made = QPushButton()
    set_text(made, text, key)
    made.clicked.connect(lambda: act())
    made.setAutoDefault(False)
    if main:
        made.setObjectName("main")
    if icon_name:
        made.setIcon(icon(icon_name, "#FFFFFF" if main else style.INK, style.FAINT))
        made.setIconSize(QSize(16, 16))
    return made


def set_text(shown: QPushButton, text: str, key: str = "") -> None:
    """Give a button other words. An ampersand is an ampersand, never a hidden shortcut."""
    whole = f"{text}  {key}" if key else text
    shown.setText(" " + whole.replace("&", "&&"))  # the space keeps the icon off the words
    shown.setAccessibleName(f"{text} ({key})" if key else text)
