"""VotesDialog: what the messages of a chat come to as votes, before any is taken. For the facilitator alone."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from facilitator.content.words import Words
from facilitator.exchange.chat.message import UNSURE, Shape
from facilitator.ui.buttons import button, set_text
from facilitator.ui.choosing import ChoiceBox
from facilitator.ui.dialogs.latest import QUICK
from facilitator.ui.dialogs.reading_dialog import ReadingDialog
from facilitator.ui.dialogs.saying_dialog import fit_to_screen
from facilitator.ui.dialogs.vote_taking import Source, VoteTaking, told_votes
from facilitator.ui.dialogs.votes_reading import VotesReading, votes_reading
from facilitator.ui.dialogs.votes_table import VotesTable
from facilitator.ui.plain_label import PlainLabel
from facilitator.workshop.votes import AT_ONCE, VoteLine

_WIDTH, _HEIGHT, _SHOWN, _NAMED, _CHOICE = 860, 560, 500, 3, 200


class VotesDialog(ReadingDialog):
    """A line for each message about the vote, with what comes of it. Enter takes all votes as one step; Esc none.

    `about` says what is voted on. `sources` are read anew whenever one is chosen; the first is read at once. Space in
    the list says that votes count from its line on; a number or letter there says what a line votes for, 0 or Del that
    it is no vote.
    """

    def __init__(
        self,
        sources: Callable[[], Sequence[Source]],
        taking: VoteTaking,
        words: Words,
        parent: QWidget,
        *,
        about: str = "",
    ) -> None:
        super().__init__(words("poll.votes_title"), words("chat.reading"), words, parent)
        self._sources, self._taking = sources, taking
        self._reading: VotesReading | None = None
        self._rows: list[VoteLine] = []
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._heading = PlainLabel("", "title", wraps=True)
        self._about = PlainLabel(about, "quiet", wraps=True)
        self._counts = PlainLabel("", "quiet", wraps=True)
        self._wrong = PlainLabel("", "caution", wraps=True)
        self._more = PlainLabel(words("poll.last_shown", count=_SHOWN), "small")
        self._more.hide()
        self.source = ChoiceBox()
        self.source.setAccessibleName(words("poll.source"))
        self.source.activated.connect(lambda place: self.start())
        self.shape = ChoiceBox()
        self.shape.setAccessibleName(words("chat.shape"))
        for shape in UNSURE:
            self.shape.addItem(words(f"chat.shape_{shape}"), shape)
        self.shape.activated.connect(lambda place: self.start(self.shape.itemData(place)))
        self._shape_name = PlainLabel(words("chat.shape"), "fieldLabel")
        self.table = VotesTable(words, self.count_from_here, self._settle_mark)
        self.table.currentCellChanged.connect(lambda *_: self._show_choice())
        self.votes_for = _choice_box(taking.choices, words)
        self.votes_for.activated.connect(lambda place: self.settle(self.votes_for.itemData(place)))
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
    def about(self) -> str:
        """What is voted on, "" where nobody said."""
        return self._about.text()

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

        def read() -> VotesReading:
            heard = source.read(shape)
            return votes_reading(taking, heard, taking.before(heard.messages), taking.settled(heard.messages))

        self._latest.run(read, self._show, self._fail, quick=source.length <= QUICK)

    def count_from_here(self) -> None:
        """Let votes count from the chosen line on; at the line from which they do already, count all."""
        reading, line = self._reading, self._line
        if reading is None or line is None:
            return
        self._show(reading.counted_from(line), line.place)

    def settle(self, option_id: str | None) -> None:
        """Say what the chosen line votes for, "" for nothing; None leaves it as it is read."""
        reading, line = self._reading, self._line
        if reading is None or line is None:
            return
        self._show(reading.settling(line, option_id), line.place)

    def take(self) -> None:
        """Take all votes, as one step."""
        reading = self._reading
        if reading is None:
            return
        if self._taking.take(reading.read, reading.heard.messages, reading.before, reading.settled):
            self.accept()

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
        self._say_unread(error)

    def _clear(self, heading: str) -> None:
        self._reading = None
        self._heading.setText(heading)
        self._counts.setText("")
        self._wrong.hide()
        self._rows = []
        self.table.setRowCount(0)
        self.shape.hide()
        self._shape_name.hide()
        self.from_here.setEnabled(False)
        set_text(self.take_button, self._words("poll.take", count=0))
        self.take_button.setEnabled(False)
        self.cancel.setFocus()

    def _show(self, reading: VotesReading, place: int = -1) -> None:
        """Show what the messages come to, the line of the message at `place` chosen (-1: where a look is needed)."""
        words, read, lines = self._words, reading.read, reading.lines
        self._reading = reading
        self._progress.setVisible(False)
        self.say("")
        for each in (self._shape_name, self.shape):
            each.setVisible(reading.heard.shape in UNSURE)
        self.shape.setCurrentIndex(self.shape.findData(reading.heard.shape))
        new = [line for line in (*read.of("taken"), *read.withdrawn) if self._taking.is_new(line)]
        now_taken = min(len(new), AT_ONCE)
        self._heading.setText(words("poll.take_question", count=now_taken) if new else words("poll.no_new_vote"))
        self._counts.setText(" · ".join(told_votes(read, len(new), reading.heard.direct, words)))
        self._say_wrong([line for line in read.lines if line.verdict in ("over", "unknown")])
        told = {line.place: line for line in read.lines}
        self._rows = lines[-_SHOWN:]
        self._more.setVisible(len(lines) > _SHOWN)
        self.table.blockSignals(True)
        self.table.setRowCount(len(self._rows))
        for row, line in enumerate(self._rows):
            now = told.get(line.place)
            self.table.show_line(row, now or line, self._taking.told(now) if now else words("poll.before_start"), now)
        self.table.blockSignals(False)
        self.table.setCurrentCell(reading.row_to_choose(self._rows, place), 0)
        self._show_choice()
        self.from_here.setEnabled(bool(lines))
        set_text(self.take_button, words("poll.take", count=now_taken))
        self.take_button.setEnabled(bool(new))
        (self.table if lines else self.cancel).setFocus()

    @property
    def _line(self) -> VoteLine | None:
        """The line that is chosen."""
        row = self.table.currentRow()
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def _show_choice(self) -> None:
        line, settled = self._line, self._reading.settled if self._reading else {}
        self.votes_for.setEnabled(line is not None)
        self.votes_for.setCurrentIndex(self.votes_for.findData(settled.get(line.place) if line else None))

    def _settle_mark(self, mark: str) -> None:
        """A number or a letter was typed, "0" for no vote."""
        choices = self._taking.choices
        number = int(mark) if mark.isdecimal() else ord(mark.upper()) - ord("A") + 1
        if 0 <= number <= len(choices):
            self.settle(choices[number - 1][0] if number else "")

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
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.take_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(10)
        layout.addWidget(self._heading)
        if self._about.text():
            layout.addWidget(self._about)
        layout.addWidget(self._counts)
        layout.addWidget(self._wrong)
        layout.addLayout(top)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._more)
        line = QHBoxLayout()
        line.addWidget(PlainLabel(self._words("poll.votes_for"), "fieldLabel"))
        line.addWidget(self.votes_for)
        keys = "poll.settle_keys" if self._taking.choices else "poll.settle_out"
        line.addWidget(PlainLabel(self._words(keys), "small", wraps=True), 1)
        layout.addLayout(line)
        layout.addWidget(PlainLabel(self._words("poll.votes_private"), "small", wraps=True))
        layout.addWidget(self._progress)
        layout.addWidget(self._problem)
        layout.addLayout(buttons)


def _choice_box(choices: Sequence[tuple[str, str]], words: Words) -> ChoiceBox:
    """What may be said of a line: nothing (None), what it votes for, or that it is no vote ("")."""
    box = ChoiceBox()
    box.setAccessibleName(words("poll.votes_for"))
    box.setMaximumWidth(_CHOICE)
    for name, option_id in (
        (words("poll.as_read"), None),
        *((name, option_id) for option_id, name in choices),
        (words("poll.no_vote"), ""),
    ):
        box.addItem(name, option_id)
    return box
