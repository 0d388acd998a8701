"""VotesDialog: what the messages of a chat come to as votes, before any is taken. For the facilitator alone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from facilitator.content.words import Words
from facilitator.domain.refusal import Refusal
from facilitator.exchange.chat.message import UNSURE, Shape
from facilitator.ui.buttons import button, set_text
from facilitator.ui.choosing import ChoiceBox
from facilitator.ui.dialogs.latest import QUICK, Latest
from facilitator.ui.dialogs.saying_dialog import SayingDialog, fit_to_screen
from facilitator.ui.dialogs.votes_table import VotesTable
from facilitator.ui.errors import raise_again, sentence
from facilitator.ui.plain_label import PlainLabel
from facilitator.workshop.chat_tray import Spoken
from facilitator.workshop.votes import AT_ONCE, VoteLine, VotesRead

_WIDTH, _HEIGHT, _SHOWN, _NAMED = 860, 560, 500, 3


@dataclass(frozen=True, slots=True)
class Heard:
    """The messages of a source. `shape` is how they were read, None where nobody need say."""

    messages: Sequence[Spoken]
    shape: Shape | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where votes may be read: its name, how long it is in characters, and how to read it (in a shape, if named)."""

    name: str
    length: int
    read: Callable[[Shape | None], Heard]


class VoteTaking(Protocol):
    """What votes are for. All but `take` may run on another thread and must touch nothing that changes."""

    def start(self, messages: Sequence[Spoken]) -> int:
        """The place of the first message that counts unless the facilitator says another one."""

    def read(self, messages: Sequence[Spoken], start: int) -> VotesRead:
        """What the messages from `start` on come to."""

    def told(self, line: VoteLine) -> str:
        """What a message comes to, in words."""

    def is_new(self, line: VoteLine) -> bool:
        """Whether a vote that counts differs from what the person gave before."""

    def take(self, read: VotesRead, messages: Sequence[Spoken], start: int) -> bool:
        """Take the votes that are new, as one step, at most `AT_ONCE` of them; says whether that was saved."""


@dataclass(frozen=True, slots=True)
class _Reading:
    heard: Heard
    whole: VotesRead  # from the first message on, so that every line can be chosen as the first that counts
    start: int
    read: VotesRead


class VotesDialog(SayingDialog):
    """A line for each message about the vote, with what comes of it. Enter takes all votes as one step; Esc none.

    `sources` are read anew whenever one is chosen; the first is read at once. Space in the list says that votes count
    from its line on.
    """

    def __init__(
        self, sources: Callable[[], Sequence[Source]], taking: VoteTaking, words: Words, parent: QWidget
    ) -> None:
        super().__init__(words("poll.votes_title"), parent)
        self._sources, self._taking, self._words = sources, taking, words
        self._latest = Latest(self)
        self._reading: _Reading | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._heading = PlainLabel("", "title", wraps=True)
        self._counts = PlainLabel("", "quiet", wraps=True)
        self._wrong = PlainLabel("", "caution", wraps=True)
        self._more = PlainLabel("", "small")
        self.source = ChoiceBox()
        self.source.setAccessibleName(words("poll.source"))
        self.source.activated.connect(lambda place: self.start())
        self.shape = ChoiceBox()
        self.shape.setAccessibleName(words("chat.shape"))
        for shape in UNSURE:
            self.shape.addItem(words(f"chat.shape_{shape}"), shape)
        self.shape.activated.connect(lambda place: self.start(self.shape.itemData(place)))
        self._shape_name = PlainLabel(words("chat.shape"), "fieldLabel")
        self.table = VotesTable(words, self.count_from_here)
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setAccessibleName(words("chat.reading"))
        self.from_here = button(words("poll.from_here"), self.count_from_here, key=words("poll.key_space"))
        self.take_button = button("", self.take, main=True)
        self.take_button.setDefault(True)
        self.cancel = button(words("console.cancel"), self.reject, key=words("console.key_escape"))
        self.cancel.setAutoDefault(True)  # Enter on it is not to take anything
        self._lay_out()
        self._latest.busy.connect(self._show_busy)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self).activated.connect(self.paste)
        fit_to_screen(self, _WIDTH, _HEIGHT)
        self._name_sources()
        self.start()

    @property
    def heading(self) -> str:
        """What the dialog asks, or what it does."""
        return self._heading.text()

    @property
    def counts(self) -> str:
        """How many votes are new, changed or as before, and how many messages are none."""
        return self._counts.text()

    @property
    def wrong(self) -> str:
        """Whose votes could not be taken, and why; "" for nobody's."""
        return self._wrong.text()

    def paste(self) -> None:
        """Read what is in the clipboard now: the chat may have grown."""
        self.source.setCurrentIndex(0)
        self.start()

    def start(self, shape: Shape | None = None) -> None:
        """Read the chosen source, in this shape or in its own."""
        place = max(self.source.currentIndex(), 0)
        self._name_sources()
        source, taking = self._sources()[place], self._taking

        def read() -> _Reading:
            heard = source.read(shape)
            start = taking.start(heard.messages)
            return _Reading(heard, taking.read(heard.messages, 0), start, taking.read(heard.messages, start))

        self._latest.run(read, self._show, self._fail, quick=source.length <= QUICK)

    def count_from_here(self) -> None:
        """Let votes count from the chosen line on; at the line from which they do already, count all."""
        reading, row = self._reading, self.table.currentRow()
        if reading is None or not 0 <= row < len(reading.whole.lines):
            return
        place = reading.whole.lines[row].place
        counted = [line.place for line in reading.whole.lines if line.place >= reading.start]
        start = 0 if reading.start and counted[:1] == [place] else place
        read = self._taking.read(reading.heard.messages, start)
        self._show(_Reading(reading.heard, reading.whole, start, read), row)
        self.table.setFocus()

    def take(self) -> None:
        """Take all votes, as one step."""
        reading = self._reading
        if reading and self._taking.take(reading.read, reading.heard.messages, reading.start):
            self.accept()

    def done(self, result: int) -> None:
        self._latest.drop()
        super().done(result)

    def _name_sources(self) -> None:
        place = max(self.source.currentIndex(), 0)
        self.source.clear()
        for source in self._sources():
            self.source.addItem(source.name)
        self.source.setCurrentIndex(place)

    def _show_busy(self, busy: bool) -> None:
        self._progress.setVisible(busy)
        if busy:
            self._clear(self._words("chat.reading"))

    def _fail(self, error: Exception) -> None:
        self._clear(self._words("chat.cannot"))
        if isinstance(error, Refusal):
            self.say(sentence(error, self._words))
        else:
            self.reject()
            raise_again(error)

    def _clear(self, heading: str) -> None:
        self._reading = None
        self._heading.setText(heading)
        self._counts.setText("")
        self._wrong.hide()
        self.table.setRowCount(0)
        self.shape.hide()
        self._shape_name.hide()
        self.from_here.setEnabled(False)
        set_text(self.take_button, self._words("poll.take", count=0))
        self.take_button.setEnabled(False)
        self.cancel.setFocus()

    def _show(self, reading: _Reading, row: int = -1) -> None:
        words, read = self._words, reading.read
        self._reading = reading
        self._progress.setVisible(False)
        self.say("")
        for each in (self._shape_name, self.shape):
            each.setVisible(reading.heard.shape in UNSURE)
        self.shape.setCurrentIndex(self.shape.findData(reading.heard.shape))
        new = [line for line in read.of("taken") if self._taking.is_new(line)]
        now_taken = min(len(new), AT_ONCE)
        self._heading.setText(words("poll.take_question", count=now_taken) if new else words("poll.no_new_vote"))
        self._counts.setText(" · ".join(told_votes(read, len(new), words)))
        self._say_wrong([line for line in read.lines if line.verdict in ("over", "unknown")])
        told = {line.place: line for line in read.lines}
        shown = reading.whole.lines[:_SHOWN]
        self._more.setText(words("chat.first_shown", count=_SHOWN) if len(reading.whole.lines) > _SHOWN else "")
        self.table.setRowCount(len(shown))
        for place, line in enumerate(shown):
            now = told.get(line.place)
            self.table.show_line(place, now or line, self._taking.told(now) if now else words("poll.before_start"), now)
        if row < 0:
            row = next((place for place, line in enumerate(shown) if line.place in told), 0)
        self.table.setCurrentCell(row, 0)
        self.from_here.setEnabled(bool(reading.whole.lines))
        set_text(self.take_button, words("poll.take", count=now_taken))
        self.take_button.setEnabled(bool(new))
        (self.take_button if new else self.table if reading.whole.lines else self.cancel).setFocus()

    def _say_wrong(self, lines: Sequence[VoteLine]) -> None:
        """Name those who have to be told: what they typed could not be taken."""
        words = self._words
        told = [words("poll.wrong", person=line.person, what=self._taking.told(line)) for line in lines[:_NAMED]]
        if len(lines) > _NAMED:
            told.append(words("poll.wrong_more", count=len(lines) - _NAMED))
        self._wrong.setText("\n".join(told))
        self._wrong.setVisible(bool(told))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(PlainLabel(self._words("poll.source"), "fieldLabel"))
        top.addWidget(self.source)
        top.addSpacing(18)
        top.addWidget(self._shape_name)
        top.addWidget(self.shape)
        top.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.from_here)
        buttons.addWidget(self._more)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.take_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(10)
        layout.addWidget(self._heading)
        layout.addWidget(self._counts)
        layout.addWidget(self._wrong)
        layout.addLayout(top)
        layout.addWidget(self.table, 1)
        layout.addWidget(PlainLabel(self._words("poll.votes_private"), "small", wraps=True))
        layout.addWidget(self._progress)
        layout.addWidget(self._problem)
        layout.addLayout(buttons)


def told_votes(read: VotesRead, new: int, words: Words) -> list[str]:
    """How many votes there are of each sort, in words; the sorts of which there are none are left out."""
    counts = {
        "new": new,
        "as_before": len(read.of("taken")) - new,
        "superseded": len(read.of("superseded")),
        "over": len(read.of("over")),
        "unknown": len(read.unknown),
        "unclear": len(read.of("unclear")),
    }
    return [words(f"poll.count_{name}", count=count) for name, count in counts.items() if count]
