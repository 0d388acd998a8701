"""A whole session, told by keys in real windows; prints what participants could have got of it, step by step.

`python session_story.py FILE TOKENS`: TOKENS is a JSON list of private words that stand for whoever wrote, voted or was
there. Two runs that differ only in those words must print the same.
"""

import hashlib
import json
import random
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEvent, QEventLoop, QObject, QSettings, Qt
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from shiboken6 import isValid

from facilitator.app import App
from facilitator.content.words import Words
from facilitator.domain import record
from facilitator.ui.application import application
from facilitator.ui.errors import start_log
from facilitator.ui.preferences import Preferences
from privacy_probe import said_by

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
SENTINEL = "whatever was copied elsewhere"


class Windows(QObject):
    """Remembers every window that was shown: its class, whose child it is, and where it stands."""

    def __init__(self, stage: QWidget) -> None:
        super().__init__()
        self._stage = stage
        self.faults: list[str] = []
        self.shown: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            name = type(watched).__name__
            self.shown.append(watched)
            parent = watched.parentWidget()
            if watched is not self._stage and parent is not None and parent.window() is self._stage:
                self.faults.append(f"{name} is a child of the stage")
        return False

    def look(self) -> None:
        """Note every window, shown now, that covers some of the stage."""
        for each in QApplication.topLevelWidgets():
            if each is self._stage or not each.isVisible():
                continue
            if each.frameGeometry().intersects(self._stage.frameGeometry()):
                where = each.frameGeometry().getRect()
                self.faults.append(f"{type(each).__name__} at {where} stands over the stage")


class Story:
    """The app with a session in it; `steps` tells it, and `tell` looks at what participants get after each step."""

    def __init__(self, path: Path, tokens: list[str], settings: Path) -> None:
        self.app = application("en")
        self.app.setCursorFlashTime(0)  # a cursor that blinks would make two pictures of one
        preferences = Preferences(QSettings(str(settings), QSettings.Format.IniFormat))
        preferences.keep_glides(False)  # pictures are compared as they are in the end
        self.facilitator = App(Words("en"), "light", "1280x720", preferences)
        self.facilitator.open(path)
        assert self.facilitator.workshop
        self.workshop = self.facilitator.workshop
        self.stage, self.console, self.desk = self.workshop.stage, self.workshop.console, self.workshop.desk
        self.tokens = tokens
        self._copied = ""
        self.windows = Windows(self.stage)
        self.app.installEventFilter(self.windows)
        for each in (self.stage, self.console):
            assert QTest.qWaitForWindowExposed(each)
        QCursor.setPos(2500, 1500)  # away from both windows
        self.stage.move(1270, 0)
        self.console.setGeometry(10, 40, 1240, 1500)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        where = QApplication.focusWidget() or QApplication.activeWindow() or self.console
        QTest.keyClick(where, key, modifiers)
        self.app.processEvents()

    def type(self, text: str) -> None:
        """Type where the focus is, and Enter."""
        QTest.keyClicks(QApplication.focusWidget() or self.console, text)
        self.key(Qt.Key.Key_Return)

    def capture(self, text: str) -> None:
        """Type a line into the capture bar."""
        self.key(Qt.Key.Key_K, CTRL)
        self.type(text)

    def copied(self, text: str) -> None:
        """Something was copied in another program: the meeting's chat, say."""
        self._copied = text
        QGuiApplication.clipboard().setText(text)

    def dialog(self) -> QWidget:
        """The dialog that stands in front, once it has the keys."""
        found = self.dialogs()[-1]
        self.until(lambda: (focus := QApplication.focusWidget()) is not None and focus.window() is found)
        return found

    def until(self, holds: Callable[[], bool]) -> None:
        """Let the app go on until this holds."""
        since = QElapsedTimer()
        since.start()
        while not holds():
            assert since.elapsed() < 10_000
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)

    def accept(self) -> None:
        """Press Enter in the dialog in front once it can be accepted, and wait until it is gone."""
        front = self.dialog()
        buttons = front.findChildren(QPushButton)
        self.until(lambda: any(each.isDefault() and each.isEnabled() for each in buttons))
        QTest.keyClick(front, Qt.Key.Key_Return)
        self.until(lambda: front not in self.dialogs())

    def dialogs(self) -> list[QWidget]:
        """Every dialog that is open, the one that came last at the end."""
        shown = [
            each for each in self.windows.shown if isValid(each) and isinstance(each, QDialog) and each.isVisible()
        ]
        return list(dict.fromkeys(reversed(shown)))[::-1]

    def told(self, name: str) -> dict[str, object]:
        """What participants could get now."""
        self.app.processEvents()
        if self.dialogs():
            self.dialog()
        self.windows.look()
        image = self.stage.grab().toImage()
        pixels = hashlib.sha256(bytes(image.constBits())).hexdigest()
        clipboard = QGuiApplication.clipboard().text()
        said = [said_by(self.stage), repr(self.stage.picture), *self._titles()]
        said += [] if clipboard == self._copied else [clipboard]
        leaks = [n for n, token in enumerate(self.tokens) if any(token in text for text in said)]
        return {"step": name, "pixels": pixels, "leaks": leaks, "mode": self.desk.feed.mode}

    def _titles(self) -> Iterator[str]:
        return (each.windowTitle() for each in QApplication.topLevelWidgets())


Step = tuple[str, Callable[[Story], object]]


def _chat(*lines: tuple[str, str]) -> str:
    """A meeting's chat as Zoom saves it, by a clock that is not this computer's: no vote is said before its poll."""
    hour = (datetime.now().hour + 12) % 24
    return "".join(f"{hour:02}:{n:02}:00 From {who} to Everyone:\n\t{text}\n" for n, (who, text) in enumerate(lines))


def _chat_lines(story: Story) -> None:
    first, second = story.tokens[:2]
    lines = [(first, "Heritage committee"), (second, "Library board"), (first, "heritage  committee")]
    story.copied(_chat(*lines))
    story.key(Qt.Key.Key_V, CTRL)
    story.accept()


def _send_chat_line(story: Story) -> None:
    story.key(Qt.Key.Key_F7)
    story.key(Qt.Key.Key_Return)


def _read_back(story: Story) -> None:
    """The board's newest items: with the keys in the list of outcomes, F3 would read those back again."""
    story.key(Qt.Key.Key_K, CTRL)
    story.key(Qt.Key.Key_F3)


def _temperature(story: Story) -> None:
    story.key(Qt.Key.Key_T, CTRL | SHIFT)


def _participants(story: Story) -> None:
    story.copied("\n".join(story.tokens[2:6]))
    story.key(Qt.Key.Key_U, CTRL)
    story.dialog()
    story.key(Qt.Key.Key_V, CTRL)
    story.accept()


def _escape(story: Story) -> None:
    """Leave whatever dialogs are open."""
    while story.dialogs():
        QTest.keyClick(story.dialog(), Qt.Key.Key_Escape)
        story.app.processEvents()
    story.console.activateWindow()
    assert QTest.qWaitForWindowActive(story.console)


def pressing(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Callable[[Story], object]:
    """A step that presses one key in the console."""
    return lambda story: story.key(key, modifiers)


def capturing(text: str) -> Callable[[Story], object]:
    """A step that captures one line."""
    return lambda story: story.capture(text)


def clicking(text: str) -> Callable[[Story], object]:
    """A step that clicks the button of the open dialog that begins with this text."""

    def click(story: Story) -> None:
        buttons = story.dialog().findChildren(QPushButton)
        QTest.mouseClick(
            next(each for each in buttons if each.text().strip().startswith(text) and each.isVisible()),
            Qt.MouseButton.LeftButton,
        )

    return click


def catching(digit: Qt.Key, text: str) -> Callable[[Story], object]:
    """A step that catches an outcome."""

    def catch(story: Story) -> None:
        story.key(digit, CTRL)
        story.type(text)

    return catch


def _work_on_the_stage(story: Story) -> None:
    story.key(Qt.Key.Key_F12)
    story.until(lambda: story.stage.isAncestorOf(QApplication.focusWidget() or story.console))


def _point(story: Story) -> None:
    canvas = story.console.panel.canvas
    QTest.mouseMove(canvas.viewport(), canvas.viewport().rect().center())
    story.until(lambda: story.desk.feed.pointer is not None)  # the move comes back from the display


def _votes(story: Story) -> None:
    first, second, third = story.tokens[:3]
    story.copied(_chat((first, "4"), (second, "2"), (third, "5"), (first, "3"), (second, "well said")))
    story.key(Qt.Key.Key_J, CTRL)
    story.dialog()
    story.key(Qt.Key.Key_V, CTRL)


STEPS: tuple[Step, ...] = (
    ("to the stage", pressing(Qt.Key.Key_F5)),
    ("captured", capturing("Heritage committee #community @2")),
    ("captured with private marks", capturing("Town auditor #internal !3 ~-1")),
    ("linked", capturing("Town auditor > Heritage committee")),
    ("first segment", pressing(Qt.Key.Key_N, ALT)),
    ("clock", pressing(Qt.Key.Key_T, ALT)),
    ("clock away", pressing(Qt.Key.Key_T, ALT)),
    ("chat pasted", _chat_lines),
    ("chat line sent", _send_chat_line),
    ("held", pressing(Qt.Key.Key_F9)),
    ("captured behind the hold", capturing("Night shift #internal")),
    ("followed", pressing(Qt.Key.Key_F9)),
    ("blank", pressing(Qt.Key.Key_F10)),
    ("shown", pressing(Qt.Key.Key_F10)),
    ("decision", catching(Qt.Key.Key_1, "We open the counter on Saturdays")),
    ("next step", catching(Qt.Key.Key_2, "Ask the committee")),
    ("question", catching(Qt.Key.Key_3, "Who pays?")),
    ("parked", catching(Qt.Key.Key_4, "Parking at the arena")),
    ("outcomes listed", pressing(Qt.Key.Key_F4)),
    ("outcomes read back", pressing(Qt.Key.Key_F3)),
    ("outcomes confirmed", pressing(Qt.Key.Key_Space)),
    ("board again after that", pressing(Qt.Key.Key_F5)),
    ("read back", _read_back),
    ("read back put away", pressing(Qt.Key.Key_F3)),
    ("pointer", pressing(Qt.Key.Key_F11)),
    ("pointer moved", _point),
    ("pointer away", pressing(Qt.Key.Key_F11)),
    ("temperature", _temperature),
    ("votes taken", _votes),
    ("totals revealed", pressing(Qt.Key.Key_R, CTRL)),
    ("votes left", _escape),
    ("board again", pressing(Qt.Key.Key_F5)),
    ("participants", _participants),
    ("pairs drawn", clicking("Pairs")),
    ("participants left", _escape),
    ("methods", pressing(Qt.Key.Key_H, ALT)),
    ("methods away", pressing(Qt.Key.Key_H, ALT)),
    ("before sharing", pressing(Qt.Key.Key_F, CTRL | SHIFT)),
    ("shared", _escape),
    ("re-plan", pressing(Qt.Key.Key_R, ALT)),
    ("re-plan left", _escape),
    ("sessions", pressing(Qt.Key.Key_O, CTRL | SHIFT)),
    ("sessions left", _escape),
    ("work on the stage", _work_on_the_stage),
    ("captured there", lambda story: story.type("Seniors' club #community")),
    ("private mark refused there", lambda story: story.type("Ombudsman !4")),
    ("work on the stage ended", pressing(Qt.Key.Key_F12)),
    ("wrap up", pressing(Qt.Key.Key_W, ALT)),
    ("wrapped up on the stage", pressing(Qt.Key.Key_F5)),
    ("wrap up left", _escape),
    ("handout", pressing(Qt.Key.Key_P, CTRL)),
    ("handout left", _escape),
    ("undone", pressing(Qt.Key.Key_Z, CTRL)),
)
"""The session, feature by feature."""


def main() -> None:
    path, tokens = Path(sys.argv[1]), json.loads(sys.argv[2])
    record.secrets = random.Random(1)  # links are drawn in the order of their ids, which are random otherwise
    log = start_log(path.parent / "log")
    story = Story(path, tokens, path.parent / "settings.ini")
    for name, step in STEPS:
        story.copied(SENTINEL)
        step(story)
        print(json.dumps(story.told(name)), flush=True)
    story.facilitator.close()
    logged = log.read_text(encoding="utf-8")
    print(json.dumps({"windows": story.windows.faults, "logged": [each for each in tokens if each in logged]}))


if __name__ == "__main__":
    main()
