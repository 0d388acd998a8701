"""BallotDialog: who gives how many dots to what. For the facilitator alone, until totals are shown to everybody."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from facilitator.boards.described import Ballot
from facilitator.content.words import Words
from facilitator.ui.buttons import button, set_text
from facilitator.ui.dialogs.ballot_table import BallotTable
from facilitator.ui.dialogs.saying_dialog import SayingDialog, fit_to_screen
from facilitator.ui.editors import LineField, NumberField
from facilitator.ui.plain_label import PlainLabel
from facilitator.ui.private_part import PrivatePart
from facilitator.ui.typed_text import typed_text

_WIDTH, _HEIGHT, _MARGINS = 980, 640, 70
_MOST_DOTS = 50
_CHAT_KEY = "Ctrl+Shift+V"


class BallotActs(Protocol):
    """What the dialog asks for; each is one step and says whether it was saved."""

    def give(self, person: str, item_id: str, dots: int) -> bool: ...
    def take_back(self, person: str) -> bool: ...
    def count(self, item_id: str, hands: int) -> bool: ...
    def set_budget(self, budget: int) -> bool: ...
    def show_totals(self, shown: bool) -> bool: ...
    def undo(self) -> bool: ...
    def read_chat(self, parent: QWidget, took: Callable[[], object]) -> object: ...


class BallotDialog(SayingDialog):
    """Every number is saved as soon as it is entered; `say` tells why one was not.

    `ballot` tells how it stands. Undo takes back what was done here, step by step, and nothing of before.
    """

    def __init__(self, ballot: Callable[[], Ballot], acts: BallotActs, words: Words, parent: QWidget) -> None:
        super().__init__(words("console.dots_title"), parent)
        self._ballot, self._acts, self._words = ballot, acts, words
        self._newcomers: list[str] = []
        self._steps = 0
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.person = LineField()
        self.person.setPlaceholderText(words("console.dots_person"))
        self.person.setAccessibleName(words("console.private_field", field=words("console.dots_person")))
        self.person.returnPressed.connect(self.add_person)
        self.budget = NumberField()
        self.budget.setRange(1, _MOST_DOTS)
        self.budget.setKeyboardTracking(False)
        self.budget.setAccessibleName(words("console.dots_budget"))
        self.budget.valueChanged.connect(self._set_budget)
        self.table = BallotTable(words)
        self.table.entered.connect(self._enter)
        self.table.personGone.connect(self._take_back)
        self.table.currentCellChanged.connect(lambda *_: self._tell())
        self.said = PlainLabel("", "quiet", wraps=True)
        self.totals = QPushButton()
        self.totals.setAutoDefault(False)
        self.totals.setCheckable(True)
        self.totals.setObjectName("private")
        self.totals.clicked.connect(self._show_totals)
        self.chat_button = button(words("poll.from_chat"), self.read_chat, key=words("chat.paste_key"))
        QShortcut(QKeySequence(_CHAT_KEY), self).activated.connect(self.read_chat)
        self.undo_button = button(words("console.undo"), self.undo, icon_name="undo", key="Ctrl+Z")
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self).activated.connect(self.undo)
        self._lay_out()
        self.refresh()
        fit_to_screen(self, max(_WIDTH, self.table.whole_width + _MARGINS), _HEIGHT)
        (self.table if self.table.people else self.person).setFocus()

    def refresh(self) -> None:
        """Show how the ballot stands now."""
        ballot, words = self._ballot(), self._words
        known = [person for person, _ in ballot.people]
        self._newcomers = [each for each in self._newcomers if each not in known]
        self.table.show_ballot(ballot, [*known, *self._newcomers])
        self.budget.blockSignals(True)
        self.budget.setValue(ballot.budget)
        self.budget.blockSignals(False)
        self.totals.setChecked(ballot.shown)
        set_text(self.totals, words("console.dots_shown" if ballot.shown else "console.dots_show"))
        self.undo_button.setEnabled(self._steps > 0)
        self._tell()

    def add_person(self) -> None:
        """A column for whoever was named; nothing is saved before a dot is given. No name goes on to the numbers."""
        name = " ".join(self.person.text().split())
        if not name:
            self.table.setFocus()
            return
        there = next((each for each in self.table.people if each.casefold() == name.casefold()), None)
        if there is None:
            self._newcomers.append(name)
            self.refresh()
        self.person.clear()
        self.table.go_to(there or name)
        self.person.setFocus()  # the next name is likely to be typed at once

    def read_chat(self) -> None:
        """Show what the chat in the clipboard, or in the tray, comes to as dots; Enter there takes them."""
        self.say("")
        self._acts.read_chat(self, self._took)

    def undo(self) -> None:
        """Take the last step back that was done here."""
        if self._steps and self._acts.undo():
            self._steps -= 1
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters that no number takes are a name; Down goes from the names to the numbers."""
        text = typed_text(event)
        if text and not text.isdigit():
            self.person.setFocus()
            self.person.insert(text)
        elif event.key() == Qt.Key.Key_Down and self.person.hasFocus():
            self.table.setFocus()
        else:
            super().keyPressEvent(event)

    def _enter(self, person: str, item_id: str, number: int) -> None:
        self._done(lambda: self._acts.give(person, item_id, number) if person else self._acts.count(item_id, number))

    def _take_back(self, person: str) -> None:
        if person in self._newcomers:
            self._newcomers.remove(person)
            self.refresh()
        else:
            self._done(lambda: self._acts.take_back(person))

    def _set_budget(self, budget: int) -> None:
        self._done(lambda: self._acts.set_budget(budget))

    def _show_totals(self, shown: bool) -> None:
        self._done(lambda: self._acts.show_totals(shown))

    def _done(self, act: Callable[[], bool]) -> None:
        self.say("")
        self._newcomers = list(self.table.people)  # a person whose last dot goes keeps the column while this is open
        self._steps += act()
        self.refresh()

    def _took(self) -> None:
        self._steps += 1
        self.refresh()

    def _tell(self) -> None:
        """How many dots the person of the current column has left."""
        person, ballot = self.table.person, self._ballot()
        left = ballot.budget - sum(dict(ballot.people).get(person, {}).values())
        self.said.setText(self._words("console.dots_left", person=person, count=left) if person else "")

    def _lay_out(self) -> None:
        words = self._words
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(8)
        layout.addWidget(PlainLabel(words("console.dots_about"), wraps=True))
        top = QHBoxLayout()
        top.addWidget(self.person, 1)
        top.addWidget(button(words("console.dots_add"), self.add_person, icon_name="plus"))
        top.addWidget(self.chat_button)
        top.addSpacing(24)
        top.addWidget(PlainLabel(words("console.dots_budget"), "fieldLabel"))
        top.addWidget(self.budget)
        layout.addLayout(top)
        private = PrivatePart(words("console.dots_private"))
        private.inside.addWidget(self.table, 1)
        private.inside.addWidget(self.said)
        layout.addWidget(private, 1)
        layout.addWidget(self._problem)
        buttons = QHBoxLayout()
        buttons.addWidget(self.totals)
        buttons.addStretch(1)
        buttons.addWidget(self.undo_button)
        buttons.addWidget(button(words("console.close"), self.accept, main=True, key=words("console.key_escape")))
        layout.addLayout(buttons)
        self.setTabOrder(self.person, self.table)
