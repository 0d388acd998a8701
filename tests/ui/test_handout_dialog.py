"""The handout dialog: another thread makes the pack, progress is told, Cancel stops it."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest

from facilitator.content.words import Words
from facilitator.domain.refusal import Refusal, StoreError
from facilitator.packs import PACKS
from facilitator.ui.dialogs.handout_choices import HandoutOrder, OfferedBoards, OfferedSessions
from facilitator.ui.dialogs.handout_dialog import HandoutDialog

WORDS = Words("en")
BOARDS = (("web", "The web"), ("board", "The board"))
SESSIONS = OfferedSessions((("s1", "Monday"), ("s2", "Tuesday")), shown="s2")


@pytest.fixture
def open_dialog(qtbot, tmp_path):
    def make(work, language="fr"):
        dialog = HandoutDialog(work, tmp_path, language, OfferedBoards(BOARDS), SESSIONS, WORDS, None)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return make


def test_the_pack_is_made_as_ordered_on_another_thread(qtbot, open_dialog, tmp_path):
    orders, threads = [], []

    def work(order, progress, cancelled):
        orders.append(order)
        threads.append(threading.current_thread())
        progress(1, 2)
        path = order.folder / "pack.pdf"
        path.write_bytes(b"%PDF")
        return path

    dialog = open_dialog(work)
    dialog.paper.setCurrentIndex(dialog.paper.findData("a4"))
    dialog.save.click()
    qtbot.waitUntil(lambda: dialog.path is not None)
    assert orders == [HandoutOrder(tmp_path, "a4", "fr", "participants", session_id="s2")]
    assert threads[0] is not threading.main_thread()
    assert dialog.said == "✓ Saved as pack.pdf"
    assert dialog.open_folder.isVisible()


def test_one_board_can_be_asked_for_by_itself(qtbot, open_dialog):
    orders = []
    dialog = open_dialog(lambda order, *_: orders.append(order) or order.folder)
    dialog.board.setCurrentIndex(2)
    dialog.save.click()
    qtbot.waitUntil(lambda: dialog.path is not None)
    assert orders[0].board_id == "board"


def test_maps_that_are_still_drafts_are_named_instead_of_a_promise(qtbot, tmp_path):
    def drafts(pack, board_id):
        return ["The web"] if pack == "participants" and board_id in (None, "web") else []

    offered = OfferedBoards(BOARDS, drafts=drafts)
    dialog = HandoutDialog(lambda *_: tmp_path, tmp_path, "en", offered, SESSIONS, WORDS, None)
    qtbot.addWidget(dialog)
    told = WORDS("console.about_participants_drafts", count=1, names="The web")
    assert dialog.about == dialog.pack.accessibleDescription() == told
    assert "private" not in told
    dialog.board.setCurrentIndex(2)
    assert dialog.about == WORDS("console.about_participants")
    dialog.board.setCurrentIndex(1)
    assert dialog.about == told
    dialog.pack.setCurrentIndex(dialog.pack.findData("report"))
    assert dialog.about == WORDS("console.about_report")


def test_the_private_pack_is_marked_before_it_is_made(qtbot, open_dialog):
    orders = []

    def work(order, progress, cancelled):
        orders.append(order.pack)
        return order.folder / "pack.pdf"

    dialog = open_dialog(work)
    marked = {}
    for place in range(dialog.pack.count()):
        dialog.pack.setCurrentIndex(place)
        marked[dialog.pack.currentData()] = dialog.is_marked_private
        pack = dialog.pack.currentData()
        signs = {"report": "console.pack_is_private", "script": "handouts.script_is_private"}
        assert dialog.pack.accessibleDescription() == WORDS(signs.get(pack, f"console.about_{pack}"))
    assert [pack for pack, is_marked in marked.items() if is_marked] == ["report", "script"]
    dialog.pack.setCurrentIndex(dialog.pack.findData("report"))
    dialog.save.click()
    qtbot.waitUntil(lambda: dialog.path is not None)
    assert orders == ["report"]


def test_the_calendar_beside_the_value_boards_is_named_where_there_is_one(qtbot, open_dialog, tmp_path):
    def work(order, progress, cancelled):
        return tmp_path / "town-value.pdf"

    dialog = open_dialog(work)
    dialog.pack.setCurrentIndex(dialog.pack.findData("value"))
    dialog.save.click()
    qtbot.waitUntil(lambda: dialog.path is not None)
    assert dialog.said == WORDS("console.handout_saved", name="town-value.pdf")
    (tmp_path / "town-value.ics").touch()
    dialog = open_dialog(work)
    dialog.pack.setCurrentIndex(dialog.pack.findData("value"))
    dialog.save.click()
    qtbot.waitUntil(lambda: dialog.path is not None)
    assert dialog.said == WORDS("console.handout_saved", name="town-value.pdf and town-value.ics")


def test_open_folder_opens_the_folder(qtbot, open_dialog, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    dialog = open_dialog(lambda order, progress, cancelled: order.folder / "pack.pdf")
    dialog.save.click()
    qtbot.waitUntil(lambda: dialog.path is not None)
    dialog.open_folder.click()
    assert opened == [str(tmp_path)]


def test_cancel_stops_the_work(qtbot, open_dialog):
    begun, stopped = threading.Event(), []

    def work(order, progress, cancelled):
        begun.set()
        while not cancelled():
            progress(0, 3)
        stopped.append(True)
        raise Refusal("handout_cancelled")

    dialog = open_dialog(work)
    dialog.save.click()
    assert begun.wait(5)
    dialog.end.click()
    assert stopped == [True]
    assert not dialog.isVisible()
    assert dialog.path is None


def test_a_refusal_is_said_and_one_can_try_again(qtbot, open_dialog, tmp_path):
    def work(order, progress, cancelled):
        raise StoreError("output_unwritable", path="pack.pdf", why="full")

    dialog = open_dialog(work)
    dialog.save.click()
    qtbot.waitUntil(lambda: dialog.save.isEnabled())
    assert dialog.said == WORDS("refusals.output_unwritable", path="pack.pdf", why="full")


def test_an_unforeseen_error_is_said_calmly_and_passed_on(qtbot, open_dialog):
    error = ZeroDivisionError("Dana")

    def work(order, progress, cancelled):
        raise error

    dialog = open_dialog(work)
    passed = []
    dialog.unforeseen.connect(passed.append)
    dialog.save.click()
    qtbot.waitUntil(lambda: passed != [])
    assert passed == [error]
    assert dialog.said == WORDS("console.handout_failed")


def test_it_begins_with_the_engagements_language(open_dialog):
    assert open_dialog(lambda *_: None, "fr").language.currentData() == "fr"
    assert open_dialog(lambda *_: None, "en").language.currentData() == "en"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("place", ["pack", "session", "paper", "language", "folder", "save"])
def test_enter_saves_wherever_the_focus_is(qtbot, open_dialog, key, place):
    dialog = open_dialog(lambda order, progress, cancelled: order.folder / "pack.pdf")
    QTest.keyClick(getattr(dialog, place), key)
    qtbot.waitUntil(lambda: dialog.path is not None)
    assert dialog.isVisible()


def test_a_second_enter_does_not_stop_what_the_first_began(qtbot, open_dialog):
    goes_on = threading.Event()
    asked = []

    def work(order, progress, cancelled):
        asked.append(goes_on.wait(5))
        asked.append(cancelled())
        return order.folder / "pack.pdf"

    dialog = open_dialog(work)
    QTest.keyClick(dialog.save, Qt.Key.Key_Return)
    QTest.keyClick(dialog.end, Qt.Key.Key_Return)  # where the focus goes when the main button rests
    goes_on.set()
    qtbot.waitUntil(lambda: dialog.path is not None)
    assert asked == [True, False]


def test_enter_on_cancel_saves_nothing(open_dialog):
    begun = []
    dialog = open_dialog(lambda *_: begun.append(True))
    dialog.end.setFocus()
    QTest.keyClick(dialog.end, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert begun == []


def test_the_list_of_packs_shows_all_of_them(open_dialog):
    pack = open_dialog(lambda *_: None).pack
    pack.showPopup()
    rows = [pack.view().visualRect(pack.model().index(row, 0)) for row in range(pack.count())]
    assert len(rows) == len(PACKS) > 3
    assert all(pack.view().viewport().rect().contains(row) for row in rows)
    pack.hidePopup()


def test_a_home_that_nobody_has_is_said_in_a_sentence(open_dialog):
    dialog = open_dialog(lambda *asked: None)
    dialog.folder.setText("~nobody_at_all/packs")
    dialog.start()
    assert dialog.said == WORDS("refusals.home_unknown", path="~nobody_at_all/packs")
    assert dialog.save.isEnabled()
