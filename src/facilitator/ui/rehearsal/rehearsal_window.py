"""RehearsalWindow: what the made-up people of a rehearsal write, as it would come in a meeting's program."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from facilitator.content.rehearsal import Script, ScriptLine
from facilitator.content.words import Words
from facilitator.domain.language import Language
from facilitator.domain.refusal import Refusal
from facilitator.exchange.writing import free_path, write_whole
from facilitator.ui.buttons import button, set_text
from facilitator.ui.errors import sentence
from facilitator.ui.plain_label import PlainLabel
from facilitator.ui.rehearsal.meeting_files import attendance_file, chat_text, is_written
from facilitator.ui.rehearsal.playing import Playing

START_KEY, NEXT_KEY, FAST_KEY, COPY_KEY, SAVE_KEY = "P", "N", "X", "Ctrl+C", "Ctrl+S"
_TICK = 250
_WIDTH, _HEIGHT = 520, 560
_FRAME = QSize(0, 60)
"""What window managers put around a window, and a little room."""


class RehearsalWindow(QWidget):
    """Shows the lines of a script as they come, in the `language` of the stage, and hands them out as files would be.

    A window of its own, which belongs to no other. `now` is what time it is, `folder` where attendance goes.
    """

    def __init__(
        self, script: Script, language: Language, folder: Path, words: Words, now: Callable[[], datetime]
    ) -> None:
        super().__init__(None)
        self._script, self._language, self._folder, self._words = script, language, folder, words
        self.playing = Playing(script.lines, now)
        self._began_at = now().replace(microsecond=0)
        self._copied = ""
        self.setObjectName("ground")
        self.setWindowTitle(words("rehearsal.title"))
        self.list = QListWidget()
        self.list.setAccessibleName(words("rehearsal.lines"))
        self.list.setWordWrap(True)
        self.list.setSpacing(3)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._time = PlainLabel("", "quiet")
        self._said = PlainLabel("", "good", wraps=True)
        self.start_button = button("", self.turn, main=True)
        self.next_button = button(words("rehearsal.next"), self.next, key=NEXT_KEY)
        self.fast_button = button(words("rehearsal.fast"), self.turn_speed, key=FAST_KEY)
        self.fast_button.setCheckable(True)
        self.copy_button = button(words("rehearsal.copy"), self.copy, key=COPY_KEY)
        self.save_button = button(words("rehearsal.attendance"), self.save_attendance, key=SAVE_KEY)
        self._lay_out()
        self._add_keys()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self.refresh)
        self.resize(QSize(_WIDTH, _HEIGHT).boundedTo(self.screen().availableSize() - _FRAME))
        self.refresh()
        self.start_button.setFocus()

    @property
    def said(self) -> str:
        """What it says of the last thing that was done."""
        return self._said.text()

    def come_forward(self) -> None:
        """Show it in front of the other windows."""
        self.show()
        self.raise_()
        self.activateWindow()

    def turn(self) -> None:
        """Let the meeting go on, or stop it."""
        (self.playing.stop if self.playing.runs else self.playing.start)()
        self.refresh()

    def turn_speed(self) -> None:
        """Make it four times as fast, or as fast as life."""
        self.playing.turn_speed()
        self.refresh()

    def next(self) -> None:
        """Let the next line come at once."""
        self.playing.next()
        self.refresh()

    def copy(self) -> None:
        """Put the chat up to now into the clipboard, as Zoom saves it."""
        count = sum(map(is_written, self.playing.come))
        if not count:
            self._say(self._words("rehearsal.nothing_to_copy"))
            return
        self._copied = chat_text(self.playing.come, self._script, self._language, self._began_at)
        QGuiApplication.clipboard().setText(self._copied)
        self._say(self._words("rehearsal.copied", count=count))

    def save_attendance(self) -> None:
        """Write who has been there up to now beside the rehearsal's own file, as Teams saves it."""
        come = self.playing.come
        if not come:
            self._say(self._words("rehearsal.nothing_to_copy"))
            return
        now = self._began_at + timedelta(seconds=int(self.playing.seconds))
        content = attendance_file(come, self._script, self._language, self._began_at, now)
        path = free_path(self._folder, self._words("rehearsal.attendance_file"), ".csv")
        try:
            write_whole(path, content, replace=False)
        except Refusal as refusal:
            self._say(sentence(refusal, self._words))
            return
        self._say(self._words("rehearsal.saved", name=path.name))

    def refresh(self) -> None:
        """Show what has come, and how far the meeting is."""
        come, words, playing = self.playing.come, self._words, self.playing
        at_end = self.list.currentRow() in (-1, self.list.count() - 1)
        new = come[self.list.count() :]
        for line in new:
            self.list.addItem(self._item(line))
        if at_end and self.list.currentRow() != self.list.count() - 1:
            self.list.setCurrentRow(self.list.count() - 1)
        key = "pause" if playing.runs else "go_on" if come else "start"
        set_text(self.start_button, words(f"rehearsal.{key}"), START_KEY)
        self.fast_button.setChecked(playing.speed > 1)
        self.next_button.setEnabled(not playing.is_over)
        seconds = min(int(playing.seconds), self._script.seconds)
        self._time.setText(words("rehearsal.time", time=_clock(seconds), whole=_clock(self._script.seconds)))
        if new and playing.is_over:
            self._say(words("rehearsal.over"))
        (self._timer.start if playing.runs and not playing.is_over else self._timer.stop)()

    def end(self) -> None:
        """Close it and leave nothing of the chat in the clipboard."""
        clipboard = QGuiApplication.clipboard()
        if self._copied and clipboard.text() == self._copied:
            clipboard.clear()
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus."""
        at = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(at, QPushButton):
            at.click()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nobody goes on writing unseen."""
        self.playing.stop()
        self.refresh()
        super().closeEvent(event)

    def _say(self, said: str) -> None:
        self._said.setText(said)

    def _item(self, line: ScriptLine) -> QListWidgetItem:
        item = QListWidgetItem(f"{_clock(line.at)}  {told(line, self._language, self._words)}")
        item.setData(Qt.ItemDataRole.UserRole, line)
        return item

    def _add_keys(self) -> None:
        keys = {
            START_KEY: self.turn,
            NEXT_KEY: self.next,
            FAST_KEY: self.turn_speed,
            COPY_KEY: self.copy,
            SAVE_KEY: self.save_attendance,
        }
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(act)

    def _lay_out(self) -> None:
        words = self._words
        run, take = QHBoxLayout(), QHBoxLayout()
        for each in (self.start_button, self.next_button, self.fast_button):
            run.addWidget(each)
        run.addStretch(1)
        run.addWidget(self._time)
        for each in (self.copy_button, self.save_button):
            take.addWidget(each)
        take.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(10)
        layout.addWidget(PlainLabel(words("rehearsal.title"), "title"))
        layout.addWidget(PlainLabel(words("rehearsal.about"), "quiet", wraps=True))
        layout.addLayout(run)
        layout.addWidget(self.list, 1)
        layout.addLayout(take)
        layout.addWidget(self._said)


def told(line: ScriptLine, language: Language, words: Words) -> str:
    """A line as the facilitator reads it: `words` are those of the window, what was written is in `language`."""
    name, text = line.who.name, line.text.within(language).replace("\n", " / ")
    quoted = words.quote(line.about.within(language))
    match line.what:
        case "join":
            return words("rehearsal.joined", name=name)
        case "leave":
            return words("rehearsal.left", name=name)
        case "reaction":
            return words("rehearsal.reacted", name=name, quoted=quoted, sign=line.sign)
        case "direct":
            head = words("rehearsal.to_you", name=name)
        case "reply":
            head = words("rehearsal.replied", name=name, quoted=quoted)
        case _:
            head = name
    return words("rehearsal.said", head=head, text=text)


def _clock(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"
