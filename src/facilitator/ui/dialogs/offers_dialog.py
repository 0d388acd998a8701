"""OffersDialog: starter values, findings of an audit and the like, to be taken onto the board."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.boards.described import Offer
from facilitator.content.words import Words
from facilitator.ui.buttons import button, set_text
from facilitator.ui.dialogs.offers_list import OffersList
from facilitator.ui.dialogs.saying_dialog import SayingDialog, fit_to_screen
from facilitator.ui.editors import LineField
from facilitator.ui.plain_label import PlainLabel

_WIDTH, _HEIGHT = 880, 600
_TO_LIST = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class OffersDialog(SayingDialog):
    """Letters filter, the arrows go to a row, Space ticks it, Enter takes all that is ticked as one step.

    `take` takes the offers with these ids and says whether that was saved; `say` tells why it was not. Del, twice on
    the same row, takes what is the facilitator's own out of their library: `forget` does, and says whether it is gone.
    """

    def __init__(
        self,
        offers: Sequence[Offer],
        take: Callable[[Sequence[str]], bool],
        words: Words,
        parent: QWidget,
        *,
        forget: Callable[[str], bool],
    ) -> None:
        super().__init__(words("console.offers_title"), parent)
        self._take, self._words, self._forget = take, words, forget
        self._asked = ""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.filter = LineField()
        self.filter.setPlaceholderText(words("console.offers_filter"))
        self.filter.setAccessibleName(words("console.offers_filter"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._filter)
        self.filter.installEventFilter(self)
        self.list = OffersList(offers, words)
        self.list.ticked.connect(self._tell)
        self.list.turned.connect(self._tell)
        self.list.sought.connect(self._seek)
        self.list.deleteRequested.connect(self.forget)
        self.note = PlainLabel("", "quiet", wraps=True)
        self.note.setMinimumHeight(2 * self.note.fontMetrics().lineSpacing())
        self.note.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.enter = button("", self.take, main=True)
        self.enter.setDefault(True)
        self.gone = button(words("console.offer_forget"), self.forget, key=words("console.key_delete"))
        self.gone.setVisible(self.list.has_own)
        self._lay_out()
        self._tell()
        fit_to_screen(self, _WIDTH, _HEIGHT)
        self.filter.setFocus()

    def take(self) -> None:
        """Take what is ticked; where nothing is, say how to tick."""
        chosen = self.list.chosen
        if not chosen:
            self.say(self._words("console.offers_none_ticked"))
        elif self._take(chosen):
            self.accept()

    def forget(self) -> None:
        """Take the current row out of the library; the first time, ask for the same once more."""
        offer = self.list.current
        if offer is None or not offer.own:
            return
        if self._asked != offer.id:
            self._asked = offer.id
            self.say(self._words("console.offer_forget_sure", name=self._words.quote(offer.name)))
        elif self._forget(offer.id):
            told = self.problem
            self.list.remove(offer.id)
            self.gone.setVisible(self.list.has_own)
            self.list.setFocus()
            self.say(told)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _TO_LIST:
            already = self.list.currentItem()
            self.list.setFocus()
            if event.key() != Qt.Key.Key_Down or already is None:
                QApplication.sendEvent(self.list, event)
            return True
        return super().eventFilter(watched, event)

    def _seek(self, letters: str) -> None:
        self.filter.setFocus()
        self.filter.insert(letters)

    def _filter(self, text: str) -> None:
        found = self.list.filter(text)
        self.say("" if found else self._words("console.offers_none_found"))

    def _tell(self) -> None:
        count, current = len(self.list.chosen), self.list.current
        set_text(self.enter, self._words("console.offers_take", count=count), self._words("console.key_enter"))
        self.note.setText(current.note if current else "")
        self.gone.setEnabled(current is not None and current.own)
        asked, self._asked = self._asked, self._asked if current and current.id == self._asked else ""
        if count or asked != self._asked:
            self.say("")

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(8)
        layout.addWidget(PlainLabel(self._words("console.offers_about"), wraps=True))
        layout.addWidget(self.filter)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.note)
        layout.addWidget(self._problem)
        buttons = QHBoxLayout()
        buttons.addWidget(self.gone)
        buttons.addStretch(1)
        buttons.addWidget(button(self._words("console.cancel"), self.reject, key=self._words("console.key_escape")))
        buttons.addWidget(self.enter)
        layout.addLayout(buttons)
