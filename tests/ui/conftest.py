"""What the window tests share: a desk over a real journal, with a board kind of boxes and private notes."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from box_board import KIND, RECORD_TYPES, MemoryLedger, journal_with, new_board, records, secrets
from facilitator import catalogue, templates
from facilitator.content.theme import theme
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement
from facilitator.screens import screen_of
from facilitator.ui.application import application
from facilitator.ui.console.console_window import ConsoleWindow
from facilitator.ui.desk import Desk, Kinds
from facilitator.workshop.stage_feed import StageFeed
from full_board import FULL, TYPES
from look_board import LOOKS

KINDS = Kinds(lambda kind_id: {"boxes": KIND}[kind_id], (("boxes", "Boxes"),), new_board)


@pytest.fixture(scope="session", autouse=True)
def look(qapp):
    """The console's look, whichever test made the application."""
    return application("en")


@pytest.fixture(autouse=True)
def no_button_held(qtbot):
    """A test that pressed a mouse button and ended before it was released leaves it up for the next one."""
    yield
    if QApplication.mouseButtons():
        hand = QWidget()
        qtbot.addWidget(hand)
        for each in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            QTest.mouseRelease(hand, each)


@pytest.fixture(autouse=True)
def no_dialog_left(qapp):
    """A dialog that a test leaves open is not in front of the next one's."""
    yield
    while left := QApplication.activeModalWidget():
        left.hide()
        left.deleteLater()


class Clock:
    def __init__(self):
        self.time = datetime(2027, 1, 14, 10, 0, tzinfo=UTC)

    def __call__(self):
        return self.time


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def ledger():
    return MemoryLedger()


@pytest.fixture
def make_desk(qapp, ledger, clock):
    """A function that opens a desk over these records."""

    def make(*some, language="en", kinds=KINDS, types=RECORD_TYPES):
        def view_of(document, board_id, showing):
            return kinds.of(document.get(Board, board_id).kind).view(document, board_id, showing)

        feed, today = StageFeed(view_of, clock, screen_of), lambda: clock.time.date()
        return Desk(journal_with(*some, ledger=ledger, types=types), feed, kinds, Words(language), theme(), today=today)

    return make


@pytest.fixture
def desk(make_desk):
    return make_desk(*records(), *secrets())


@pytest.fixture
def changes(desk):
    """Every change that was saved, in order."""
    heard = []
    desk.signals.documentChanged.connect(heard.append)
    return heard


@pytest.fixture
def make_console(qtbot, clock):
    """A function that opens the console over a desk."""

    def make(desk):
        window = ConsoleWindow(desk, clock)
        qtbot.addWidget(window)
        window.resize(1280, 720)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    return make


@pytest.fixture
def console(make_console, desk):
    return make_console(desk)


@pytest.fixture
def look_desk(make_desk):
    """A desk over boards that can be looked at in several ways; nothing moves on it."""
    made = make_desk(*records(), *secrets(), kinds=Kinds(lambda kind_id: LOOKS, (), new_board))
    made.glides = False
    return made


@pytest.fixture
def look_console(make_console, look_desk):
    return make_console(look_desk)


@pytest.fixture
def full_desk(make_desk):
    """A desk over boards of a kind that has everything that a kind may offer."""
    made = make_desk(*records(), *secrets(), kinds=Kinds(lambda kind_id: FULL, (), new_board), types=TYPES)
    made.glides = False
    return made


@pytest.fixture
def full_console(make_console, full_desk):
    return make_console(full_desk)


@pytest.fixture
def board_console(make_desk, make_console):
    """A function that opens the console on an engagement with one empty board of a kind of the catalogue."""

    def make(kind_id):
        empty = Document.of([Engagement(id="engagement", title="Online permits")])
        document = empty.after(templates.new_board(empty, kind_id, "New board"))
        kinds = Kinds(catalogue.kind_of, (), templates.new_board)
        return make_console(make_desk(*document.records(), kinds=kinds, types=catalogue.RECORD_TYPES))

    return make
