"""ActionRow: what can be done with the board and with what is picked on it, side by side in whatever room there is."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.ui.buttons import KeyButton, StepButton

_GAP = 5
_ICON_ALONE = 36
_READABLE = 144
"""The width, in pixels, below which the step that undo would take is hard to make out."""


class ActionRow(QWidget):
    """Undo and redo on the left, `deeds` and then `others` on the right.

    Where there is little room, the words of redo go first, then the keys of the deeds, then the ends of the words:
    what undo would take back is worth more than keys, which the tips tell, too.
    """

    def __init__(
        self, undo: StepButton, redo: StepButton, deeds: Sequence[KeyButton], others: Sequence[QWidget]
    ) -> None:
        super().__init__()
        self.setObjectName("actions")
        self._undo, self._redo, self._deeds, self._others = undo, redo, tuple(deeds), tuple(others)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(undo)
        row.addWidget(redo)
        row.addStretch(1)
        for each in (*self._deeds, *self._others):
            row.addWidget(each, 0, Qt.AlignmentFlag.AlignVCenter)

    def minimumSizeHint(self) -> QSize:
        least = sum(each.least for each in self._deeds) + sum(each.sizeHint().width() for each in self._others)
        steps = self._undo.minimumSizeHint().width() + _ICON_ALONE
        gaps = len(self._deeds) + len(self._others) + 2
        return QSize(least + steps + _GAP * gaps, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Other words of undo, or a redo that comes or goes, ask for another division of the room."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def _fit(self) -> None:
        redoes = not self._redo.isHidden()
        gaps = len(self._deeds) + len(self._others) + 1 + redoes
        room = self.width() - _GAP * gaps - sum(each.sizeHint().width() for each in self._others)
        whole = [each.sizeHint().width() for each in self._deeds]
        words = [each.width_of_words for each in self._deeds]
        undo = self._undo.sizeHint().width()
        redo = self._redo.sizeHint().width() if redoes else 0
        readable = min(undo, _READABLE)
        if readable + min(redo, _READABLE) + sum(whole) > room:
            redo = min(redo, _ICON_ALONE)
        deeds = whole if readable + redo + sum(whole) <= room else words
        least = min(undo, self._undo.minimumSizeHint().width())
        if least + redo + sum(deeds) > room:
            deeds = _cut(words, [each.least for each in self._deeds], room - least - redo)
        left = room - sum(deeds)
        undo = max(least, min(undo, left - min(redo, _READABLE)))
        redo = min(redo, max(_ICON_ALONE, left - undo)) if redoes else 0
        for each, width in zip((self._undo, self._redo, *self._deeds), (undo, redo, *deeds), strict=True):
            each.setFixedWidth(width)


def _cut(widths: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Widths that together take no more than `room`, as far as `least` lets them: the widest are cut first."""
    made = list(widths)
    while sum(made) > room and any(width > low for width, low in zip(made, least, strict=True)):
        place = max(range(len(made)), key=lambda place: made[place] - least[place])
        made[place] -= 1
    return made
