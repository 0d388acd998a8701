"""A pack for each participant, in the console: another thread writes, progress is told, and one summary."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest

from facilitator.content.words import Words
from facilitator.domain.refusal import Refusal, StoreError
from facilitator.handouts.batch import Reached, Recipient, write_batch
from facilitator.packs.sorts import HandoutOrder
from facilitator.ui.dialogs.personal_packs_dialog import PersonalPacksDialog
from facilitator.ui.dialogs.personal_writing import OfferedPeople

WORDS = Words("en")
ORDER = HandoutOrder("letter", "fr", "personal")
ANA, BEN = Recipient("ana", "Ana"), Recipient("ben", "Ben")
ZOE = Recipient("zoe", "Zoe", StoreError("person_withdrew"))
OFFERED = (OfferedPeople("Everybody", (ANA, BEN)), OfferedPeople("Monday", (ANA, BEN, ZOE), "s1"))


@pytest.fixture
def open_dialog(qtbot, tmp_path):
    def make(write, order=ORDER, **options):
        dialog = PersonalPacksDialog(write, OFFERED, order, tmp_path, WORDS, None, **options)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(dialog.isVisible)
        return dialog

    return make


def writer(one, orders=None):
    """Writes a batch with `one` for each."""

    def write(order, people, folder, progress, cancelled, unforeseen):
        if orders is not None:
            orders.append((order, people, folder, threading.current_thread()))
        return write_batch(people, one(folder), progress, cancelled, unforeseen)

    return write


def files(folder):
    def one(each, progress, cancelled):
        progress(1, 2)
        path = folder / f"{each.name}.pdf"
        path.touch()
        return path, each.name == "Ben"

    return one


def test_packs_are_written_for_those_who_are_ticked_on_another_thread(qtbot, open_dialog, tmp_path, monkeypatch):
    orders, opened = [], []
    dialog = open_dialog(writer(files, orders), replace(ORDER, paper="a4"), first=1)
    assert (dialog.list.count(), [each.name for each in dialog.list.people]) == (3, ["Ana", "Ben"])
    assert "withdrew" in dialog.list.item(2).text()
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    QTest.keyClick(dialog.list, Qt.Key.Key_Home)
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.save.accessibleName() == "Write 2 packs"
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.summary is not None)
    people = (BEN, Recipient("zoe", "Zoe"))  # ticked, she is not skipped
    assert orders[0][:3] == (HandoutOrder("a4", "fr", "personal", session_id="s1"), people, tmp_path)
    assert orders[0][3] is not threading.main_thread()
    assert dialog.said.splitlines()[0] == f"2 packs written to {tmp_path}:"
    assert "Ben.pdf (the usual name was taken" in dialog.said
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    assert dialog.open_folder.isVisible()
    dialog.open_folder.click()
    assert [each.toLocalFile() for each in opened] == [str(tmp_path)]


def test_others_can_be_chosen_all_or_none_of_them(qtbot, open_dialog):
    dialog = open_dialog(writer(files), ticked=["ben"])
    assert [each.name for each in dialog.list.people] == ["Ben"]
    dialog.none.click()
    assert dialog.list.people == ()
    dialog.save.click()
    assert dialog.problem == WORDS("personal.tick_somebody")
    assert not dialog.is_writing
    dialog.all.click()
    assert dialog.list.people == (ANA, BEN)
    dialog.who.setCurrentIndex(1)
    assert dialog.list.count() == 3


def test_esc_ends_what_is_being_written_and_what_is_written_stays_listed(qtbot, open_dialog):
    reached = threading.Event()

    def slow(folder):
        def one(each, progress, cancelled):
            if each == BEN:
                reached.set()
                while not cancelled():
                    threading.Event().wait(0.01)
                raise Refusal("handout_cancelled")
            return files(folder)(each, progress, cancelled)

        return one

    dialog = open_dialog(writer(slow))
    dialog.save.click()
    qtbot.waitUntil(reached.is_set)
    qtbot.waitUntil(lambda: dialog.said == "2 of 2: Ben")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: dialog.summary is not None)
    assert dialog.said.splitlines() == [
        WORDS("personal.cancelled"),
        WORDS("personal.written", count=1, folder=dialog.folder.text()),
        "  Ana: Ana.pdf",
        WORDS("personal.not_reached", count=1),
        "  Ben",
    ]
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_what_fails_is_said_and_what_nobody_foresaw_is_told_of(qtbot, open_dialog):
    def failing(folder):
        def one(each, progress, cancelled):
            if each == ANA:
                raise StoreError("output_full", path="/x")
            raise ZeroDivisionError

        return one

    told = []
    dialog = open_dialog(writer(failing))
    dialog.unforeseen.connect(told.append)
    dialog.save.click()
    qtbot.waitUntil(lambda: dialog.summary is not None)
    assert f"  Ana: {WORDS('refusals.output_full', path='/x')}" in dialog.said
    assert "ZeroDivisionError" in dialog.said
    assert [type(each) for each in told] == [ZeroDivisionError]
    assert dialog.end.hasFocus()


def test_a_folder_that_can_not_be_is_refused_before_anything_is_written(open_dialog):
    dialog = open_dialog(writer(files))
    dialog.folder.setText("~nobody-has-this/x")
    dialog.save.click()
    assert dialog.problem
    assert not dialog.is_writing


def test_the_bar_shows_how_far_all_of_it_is(open_dialog):
    dialog = open_dialog(writer(files))
    dialog._tell(Reached(2, 4, "Ben", 1, 2))
    assert dialog.progress.value() / dialog.progress.maximum() == pytest.approx(1.5 / 4)


def test_names_are_not_copied(open_dialog):
    dialog = open_dialog(writer(files))
    QGuiApplication.clipboard().setText("before")
    QTest.keyClick(dialog.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "before"


def test_the_tick_for_no_names_travels_with_parts_and_pages_and_is_said(qtbot, open_dialog):
    orders = []
    given = replace(ORDER, anonymous=True, parts=("own:every", "board:web"), pages="1-2")
    dialog = open_dialog(writer(files, orders), given)
    assert dialog.anonymous.isChecked()
    assert "Participant 1" in dialog.private_said
    assert "under an alias" in dialog.about
    assert "pages 1-2" in dialog.about
    assert "in your order" in dialog.about
    dialog.save.click()
    qtbot.waitUntil(lambda: dialog.summary is not None)
    order = orders[0][0]
    assert (order.anonymous, order.parts, order.pages) == (True, ("own:every", "board:web"), "1-2")
    assert not dialog.anonymous.isEnabled()


def test_without_the_tick_the_packs_have_names(qtbot, open_dialog):
    orders = []
    dialog = open_dialog(writer(files, orders), replace(ORDER, anonymous=True))
    dialog.anonymous.click()
    assert dialog.private_said == WORDS("personal.private_list")
    dialog.save.click()
    qtbot.waitUntil(lambda: dialog.summary is not None)
    assert not orders[0][0].anonymous


@pytest.mark.parametrize("error", [RuntimeError("Zqsecret"), StoreError("person_withdrew")])
def test_a_batch_that_falls_over_as_a_whole_ends_and_names_everybody(qtbot, open_dialog, error):
    def write(order, people, folder, progress, cancelled, unforeseen):
        raise error

    dialog, told = open_dialog(write), []
    dialog.unforeseen.connect(told.append)
    dialog.start()
    qtbot.waitUntil(lambda: not dialog.is_writing)
    assert [(each.name, each.became) for each in dialog.summary.lines] == [("Ana", "failed"), ("Ben", "failed")]
    assert told == ([] if isinstance(error, Refusal) else [error])
    assert ("withdrew" in dialog.said) == isinstance(error, Refusal)
    assert "Zqsecret" not in dialog.said
    dialog.reject()
    assert not dialog.isVisible()
