"""MethodCards: how each method goes, beside the console, with what the segment asks and needs on top."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from facilitator.content.agendas import MethodCard, method_cards
from facilitator.content.naming import bared
from facilitator.content.words import Words
from facilitator.domain.engagement import Segment
from facilitator.ui.console.field_area import FieldArea
from facilitator.ui.editors import LineField
from facilitator.ui.method_texts import card_of, method_minutes
from facilitator.ui.plain_label import PlainLabel

METHODS_KEY = "Alt+H"
"""Opens the cards, and closes them."""

_WIDTH, _HEIGHT, _EDGE, _ENERGY = 430, 660, 24, "energy"
_SCROLLING = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}


class MethodCards(QWidget):
    """A window that stays beside the console while somebody talks; the keys of the console work in it, too.

    Typing searches names and texts of the cards, arrow keys scroll, Esc closes it.
    """

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Tool)
        self._beside = parent
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
        self.setObjectName("ground")
        self.setWindowTitle(words("session.methods_window"))
        self._words = words
        self._segment: Segment | None = None
        self._wants_energy = False
        self._shown: tuple[str, ...] = ()
        self.search = LineField()
        self.search.setPlaceholderText(words("session.search_methods"))
        self.search.setAccessibleName(words("session.search_methods"))
        self.search.textChanged.connect(lambda text: self._fill())
        self.area = FieldArea()
        self.area.inside.setSpacing(10)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 8, 12)
        layout.setSpacing(10)
        layout.addWidget(PlainLabel(words("session.methods"), "title"))
        layout.addWidget(self.search)
        layout.addWidget(self.area, 1)

    @property
    def shown(self) -> tuple[str, ...]:
        """The ids of the methods whose cards are shown, in their order."""
        return self._shown

    def show_segment(self, segment: Segment | None, *, energy_check: bool) -> None:
        """Put the card of this segment first; `energy_check` says that it should begin with one."""
        if (segment, energy_check) != (self._segment, self._wants_energy):
            self._segment, self._wants_energy = segment, energy_check
            if self.isVisible():
                self._fill()

    def turn(self) -> None:
        """Come to the front, ready for a search; close where it is there already."""
        if self.isActiveWindow():
            self.close()
            return
        if not self.isVisible():
            self._place()
            self._fill()
        self.show()
        self.raise_()
        self.activateWindow()
        self.search.setFocus()
        self.search.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in _SCROLLING:
            bar = self.area.verticalScrollBar()
            bar.setValue(bar.value() + _SCROLLING[Qt.Key(event.key())] * bar.singleStep() * 2)
        else:
            super().keyPressEvent(event)

    def _place(self) -> None:
        """Over the right edge of the console, so that it never lies over another window by itself."""
        console = self._beside.window().frameGeometry()
        height = min(_HEIGHT, console.height() - 4 * _EDGE)
        self.resize(_WIDTH, height)
        self.move(console.right() - _WIDTH - _EDGE, console.top() + 3 * _EDGE)

    def _fill(self) -> None:
        while (item := self.area.inside.takeAt(0)) is not None:
            if part := item.widget():
                part.hide()
                part.deleteLater()
        segment, wanted = self._segment, _folded(self.search.text())
        if segment and not wanted:
            self.area.inside.addWidget(self._of_segment(segment))
        cards = self._in_order(wanted)
        self._shown = tuple(card.id for card in cards)
        for card in cards:
            self.area.inside.addWidget(self._card(card))
        if not cards:
            self.area.inside.addWidget(PlainLabel(self._words("session.no_methods"), "quiet", wraps=True))
        self.area.inside.addStretch(1)
        self.area.verticalScrollBar().setValue(0)

    def _in_order(self, wanted: str) -> Sequence[MethodCard]:
        """The cards that hold what is searched for, those first that are named so, else those of the segment first."""
        language = self._words.language
        if wanted:
            named = [card for card in method_cards() if wanted in _folded(card.name.within(language))]
            told = [
                card
                for card in method_cards()
                if card not in named and wanted in _folded(card.how.within(language), card.watch_for.within(language))
            ]
            return [*named, *told]
        ids = [self._segment.method if self._segment else "", *([_ENERGY] if self._wants_energy else [])]
        first = list(dict.fromkeys(card for card in map(card_of, ids) if card))
        return [*first, *(card for card in method_cards() if card not in first)]

    def _of_segment(self, segment: Segment) -> QFrame:
        words = self._words
        parts = [PlainLabel(segment.title, "heading")]
        if segment.prompt:
            parts.append(PlainLabel(segment.prompt, "prompt", wraps=True))
        if segment.materials:
            parts.append(PlainLabel(words("session.materials_are", materials=segment.materials), "quiet", wraps=True))
        if self._wants_energy:
            parts.append(PlainLabel(words("session.energy_first"), "chip", wraps=True))
        return _frame(parts, "prompt")

    def _card(self, card: MethodCard) -> QFrame:
        words, language = self._words, self._words.language
        aside = " · ".join(filter(None, (method_minutes(card, words), card.group.within(language))))
        parts = [
            PlainLabel(card.name.within(language), "title", wraps=True),
            PlainLabel(aside, "small", wraps=True),
            PlainLabel(card.how.within(language), wraps=True),
        ]
        if watch := card.watch_for.within(language):
            parts.append(PlainLabel(words("session.watch_for", watch=watch), "quiet", wraps=True))
        return _frame(parts, "card")


def _frame(parts: Iterable[QWidget], role: str) -> QFrame:
    frame = QFrame()
    frame.setObjectName(role)
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(12, 10, 12, 10)
    layout.setSpacing(4)
    for part in parts:
        layout.addWidget(part)
    return frame


def _folded(*texts: str) -> str:
    """Texts without accents and capitals, as somebody searches for them in a hurry."""
    return bared(" ".join(texts)).strip()
