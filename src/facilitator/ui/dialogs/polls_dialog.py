"""PollsDialog: the polls of the session, their votes and hands. For the facilitator alone until totals are revealed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from facilitator.boards.described import Ballot
from facilitator.content.words import Words
from facilitator.ui.buttons import button, set_text
from facilitator.ui.console.rows import ASIDE, ON_STAGE, RowPainter
from facilitator.ui.dialogs.ballot_table import BallotTable
from facilitator.ui.dialogs.saying_dialog import SayingDialog, fit_to_screen
from facilitator.ui.plain_label import PlainLabel
from facilitator.ui.private_part import PrivatePart

_WIDTH, _HEIGHT, _LIST, _NAMES = 1020, 580, 290, 410
_ROW, _LEAST = 38, 230


@dataclass(frozen=True, slots=True)
class PollStanding:
    """How a poll stands. `ballot` has its options as items, hands and totals; `note` says it in a few words.

    `voted` are the names of those who voted in the chat: private, always.
    """

    id: str
    question: str
    note: str
    ballot: Ballot
    voted: tuple[str, ...]
    on_stage: bool


class PollActs(Protocol):
    """What the dialog asks for."""

    def polls(self) -> Sequence[PollStanding]: ...
    def write_new(self) -> object: ...
    def rewrite(self, poll_id: str) -> object: ...
    def check_temperature(self) -> object: ...
    def turn_on_stage(self, poll_id: str) -> object: ...
    def take_votes(self, poll_id: str) -> object: ...
    def look_at_votes(self, poll_id: str) -> object: ...
    def reveal(self, poll_id: str, shown: bool) -> object: ...
    def count(self, option_id: str, hands: int) -> object: ...
    def clear(self, poll_id: str) -> object: ...
    def remove(self, poll_id: str) -> object: ...
    def undo(self) -> object: ...


class PollsDialog(SayingDialog):
    """A list of polls beside the one that is chosen. It stays open beside the console, so that one can go on working.

    Every number is saved as soon as it is entered; `say` tells what came of a request.
    """

    def __init__(self, acts: PollActs, words: Words, parent: QWidget) -> None:
        super().__init__(words("poll.title"), parent)
        self._acts, self._words = acts, words
        self._polls: Sequence[PollStanding] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.NonModal)
        self.list = _PollList(words)
        self.list.currentRowChanged.connect(lambda row: self._show_current())
        self.list.removeAsked.connect(self._with(acts.remove))
        self.question = PlainLabel("", "title", wraps=True)
        self.note = PlainLabel("", "quiet", wraps=True)
        self.table = BallotTable(words)
        self.table.setAccessibleName(words("poll.table"))
        self.table.verticalHeader().setFixedWidth(_NAMES)
        self.table.entered.connect(lambda person, option_id, hands: acts.count(option_id, hands))
        self.voted = PlainLabel("", "small", wraps=True)
        self.said = PlainLabel("", "good", wraps=True)
        self._make_buttons()
        self._lay_out()
        self._add_keys()
        self.refresh()
        fit_to_screen(self, _WIDTH, _HEIGHT)
        (self.list if self._polls else self.new).setFocus()

    @property
    def poll_id(self) -> str:
        """The id of the poll that is chosen, "" for none."""
        return self._current.id if self._current else ""

    def refresh(self) -> None:
        """Show how the polls stand now; the chosen one stays chosen, a new one is."""
        before, known, row = self.poll_id, {each.id for each in self._polls}, self.list.currentRow()
        self._polls = self._acts.polls()
        fresh = [each.id for each in self._polls if each.id not in known]
        wanted = fresh[-1] if fresh else before
        ids = [each.id for each in self._polls]
        self.list.blockSignals(True)
        self.list.clear()
        for number, poll in enumerate(self._polls, start=1):
            line = QListWidgetItem(f"{number}  {poll.question}")
            line.setData(ASIDE, str(sum(poll.ballot.totals.values())))
            line.setData(ON_STAGE, self._words("console.on_stage") if poll.on_stage else "")
            line.setData(Qt.ItemDataRole.AccessibleTextRole, f"{number}  {poll.question}, {poll.note}")
            self.list.addItem(line)
        self.list.setCurrentRow(ids.index(wanted) if wanted in ids else min(max(row, 0), len(ids) - 1))
        self.list.blockSignals(False)
        self._show_current()
        if fresh:
            self.list.setFocus()

    def choose(self, poll_id: str) -> None:
        """Make a poll the current one."""
        self.list.setCurrentRow([each.id for each in self._polls].index(poll_id))

    def tell(self, done: str) -> None:
        """Say what was done."""
        self.say("")
        self.said.setText(done)

    def say(self, problem: str) -> None:
        """Say what could not be had; what was there before stays."""
        self.said.setText("")
        super().say(problem)

    @property
    def _current(self) -> PollStanding | None:
        row = self.list.currentRow()
        return self._polls[row] if 0 <= row < len(self._polls) else None

    def _with(self, act: Callable[[str], object]) -> Callable[[], None]:
        """Do this with the poll that is chosen; nothing where there is none."""

        def do() -> None:
            self.tell("")
            if self.poll_id:
                act(self.poll_id)

        return do

    def _show_current(self) -> None:
        words, poll = self._words, self._current
        self.remove.setEnabled(poll is not None)
        self.question.setText(poll.question if poll else words("poll.none_yet"))
        self.note.setText(poll.note if poll else words("poll.none_yet_about"))
        for each in (self.private, self.stage, self.take, self.look, self.totals, self.edit, self.clear):
            each.setVisible(poll is not None)
        if poll is None:
            return
        self.table.show_ballot(poll.ballot, ())
        names = ", ".join(poll.voted)
        self.voted.setText(words("poll.voted", count=len(poll.voted), names=names) if names else words("poll.how_to"))
        self.stage.setChecked(poll.on_stage)
        set_text(self.stage, words("poll.off_stage" if poll.on_stage else "poll.to_stage"), "F5")
        self.totals.setChecked(poll.ballot.shown)
        set_text(self.totals, words("poll.hide" if poll.ballot.shown else "poll.reveal"), "Ctrl+R")
        self.clear.setEnabled(any(poll.ballot.totals.values()))

    def _make_buttons(self) -> None:
        words, acts = self._words, self._acts
        self.new = button(words("poll.new"), acts.write_new, icon_name="plus", key="Ctrl+N")
        temperature_key = words("poll.key_temperature")
        self.temperature = button(words("poll.temperature"), acts.check_temperature, key=temperature_key)
        self.remove = button(words("poll.remove"), self._with(acts.remove), key=words("console.key_delete"))
        self.edit = button(words("poll.edit"), self._with(acts.rewrite), key="F2")
        self.clear = button(words("poll.clear"), self._with(acts.clear))
        self.stage = button("", self._with(acts.turn_on_stage), main=True)
        self.stage.setCheckable(True)
        self.take = button(words("poll.take_now"), self._with(acts.take_votes), key="Ctrl+V")
        self.look = button(words("poll.look_first"), self._with(acts.look_at_votes), key=words("chat.paste_key"))
        self.totals = QPushButton()
        self.totals.setAutoDefault(False)
        self.totals.setCheckable(True)
        self.totals.setObjectName("private")
        self.totals.clicked.connect(lambda shown: self._reveal())
        self.undo = button(words("console.undo"), acts.undo, icon_name="undo", key="Ctrl+Z")

    def _reveal(self) -> None:
        poll = self._current
        if poll:
            self.tell("")
            self._acts.reveal(poll.id, not poll.ballot.shown)
            self._show_current()  # where it was refused, the button says how it stands

    def _add_keys(self) -> None:
        acts = self._acts
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+N": acts.write_new,
            "Ctrl+Shift+T": acts.check_temperature,
            "F2": self._with(acts.rewrite),
            "F5": self._with(acts.turn_on_stage),
            "Ctrl+V": self._with(acts.take_votes),
            "Ctrl+Shift+V": self._with(acts.look_at_votes),
            "Ctrl+R": self._reveal,
            "Ctrl+Z": acts.undo,
            "Ctrl+J": self.list.setFocus,
        }
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(act)

    def _lay_out(self) -> None:
        both = QSplitter()
        both.setChildrenCollapsible(False)
        both.addWidget(_stacked(self.list, [self.list], [self.new], [self.temperature], [self.remove]))
        self.private = self._private_part()
        rows: list[list[QWidget]] = [
            [self.question],
            [self.note],
            [self.stage, self.take, self.look],
            [self.totals, self.edit, self.clear],
        ]
        scrolled = QScrollArea()  # on a small or much enlarged screen
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setWidget(_stacked(self.private, *rows, [self.private]))
        both.addWidget(scrolled)
        both.setSizes([_LIST, _WIDTH - _LIST])
        both.setStretchFactor(1, 1)
        bottom = QHBoxLayout()
        bottom.addWidget(self.said, 1)
        bottom.addWidget(self.undo)
        bottom.addWidget(button(self._words("console.close"), self.accept, key=self._words("console.key_escape")))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(10)
        layout.addWidget(both, 1)
        layout.addWidget(self._problem)
        layout.addLayout(bottom)

    def _private_part(self) -> PrivatePart:
        private = PrivatePart(self._words("poll.private"))
        private.inside.addWidget(self.table, 1)
        private.inside.addWidget(self.voted)
        return private


def _stacked(room: QWidget, *rows: Sequence[QWidget]) -> QWidget:
    """Rows of widgets below each other; `room`, a row of its own, gets the height that is left."""
    whole = QWidget()
    layout = QVBoxLayout(whole)
    layout.setContentsMargins(4, 0, 4, 0)
    for row in rows:
        if len(row) == 1:
            layout.addWidget(row[0], int(row[0] is room))
            continue
        line = QHBoxLayout()
        for each in row:
            line.addWidget(each)
        line.addStretch(1)
        layout.addLayout(line)
    layout.addStretch(0)  # the height is for this where `room` is hidden
    return whole


class _PollList(QListWidget):
    """Polls in their order, Del removes one."""

    removeAsked = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setAccessibleName(words("poll.list"))
        self.setMinimumWidth(_LEAST)
        self._painter = RowPainter(_ROW)
        self.setItemDelegate(self._painter)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removeAsked.emit()
        else:
            super().keyPressEvent(event)
