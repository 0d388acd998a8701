"""The export dialog: what a board is written as, for whom, and that no older file is lost."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest

from facilitator.content.words import Words
from facilitator.domain.refusal import StoreError
from facilitator.ui.dialogs import export_dialog
from facilitator.ui.dialogs.export_dialog import ExportDialog
from facilitator.ui.dialogs.export_order import ExportFormat, ExportOrder

WORDS = Words("en")
FORMATS = (
    ExportFormat("pdf", ".pdf", True),
    ExportFormat("png", ".png", False),
    ExportFormat("html", ".html", False),
    ExportFormat("html-all", ".html", False, whole=True),
    ExportFormat("csv", ".csv", True),
    ExportFormat("kumu-csv", ".csv", True),
)


@pytest.fixture
def open_dialog(qtbot, tmp_path):
    def make(write, copy=None, left=None):
        def propose(its, private, anonymous):
            mark = "-PRIVATE" if private else "-anonymous" if anonymous else ""
            return tmp_path / f"{'all' if its.whole else 'town'}{mark}{its.suffix}"

        dialog = ExportDialog(FORMATS, write, propose, WORDS, None, copy, left)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return make


def choose(box, key):
    box.setCurrentIndex(box.findData(key))


def test_it_is_for_participants_unless_asked_and_written_on_another_thread(qtbot, open_dialog, tmp_path):
    orders, threads = [], []

    def write(order):
        orders.append(order)
        threads.append(threading.current_thread())
        return (order.path,)

    dialog = open_dialog(write)
    choose(dialog.format, "csv")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.files != ())
    assert orders == [ExportOrder(tmp_path / "town.csv", "csv", private=False, replace=False)]
    assert threads[0] is not threading.main_thread()
    assert dialog.said == "✓ Saved as town.csv"
    assert dialog.open_folder.isVisible()


def test_the_private_copy_is_marked_and_named_so(qtbot, open_dialog, tmp_path):
    dialog = open_dialog(lambda order: (order.path,))
    assert not dialog.is_marked_private
    choose(dialog.audience, True)
    assert dialog.is_marked_private
    assert dialog.path.text() == str(tmp_path / "town-PRIVATE.pdf")
    choose(dialog.format, "png")  # there is no private picture
    assert not dialog.is_marked_private
    assert dialog.audience.currentData() is False
    assert not dialog.audience.isEnabled()
    assert dialog.path.text() == str(tmp_path / "town.png")


def test_without_names_it_is_counted_once_what_may_still_tell_who_it_is(qtbot, open_dialog, tmp_path):
    orders, threads = [], []

    def write(order):
        orders.append(order)
        return (order.path,)

    def left():
        threads.append(threading.current_thread())
        return 3

    dialog = open_dialog(write, left=left)
    assert dialog.anonymous.isVisible()
    assert dialog.left_told == ""
    dialog.anonymous.setChecked(True)
    qtbot.waitUntil(lambda: dialog.left_told != "")
    assert dialog.left_told == "3 places may still tell who it is."
    assert dialog.path.text() == str(tmp_path / "town-anonymous.pdf")
    choose(dialog.format, "csv")
    assert dialog.left_told == "3 places may still tell who it is."
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.files != ())
    path = tmp_path / "town-anonymous.csv"
    assert orders == [ExportOrder(path, "csv", private=False, replace=False, anonymous=True)]
    assert len(threads) == 1
    assert threads[0] is not threading.main_thread()


def test_the_private_copy_keeps_its_names(qtbot, open_dialog, tmp_path):
    dialog = open_dialog(lambda order: (order.path,), left=lambda: 1)
    dialog.anonymous.setChecked(True)
    choose(dialog.audience, True)
    assert not dialog.anonymous.isEnabled()
    assert not dialog.without_names
    assert dialog.path.text() == str(tmp_path / "town-PRIVATE.pdf")
    qtbot.waitUntil(lambda: not dialog._counting.is_busy)
    assert dialog.left_told == ""
    choose(dialog.audience, False)
    assert dialog.left_told == "1 place may still tell who it is."


def test_nothing_is_offered_where_nothing_is_counted(open_dialog):
    assert not open_dialog(lambda order: (order.path,)).anonymous.isVisible()


def test_an_older_file_is_replaced_only_when_that_is_pressed(qtbot, open_dialog, tmp_path):
    orders = []

    def write(order):
        orders.append(order)
        if not order.replace:
            raise StoreError("output_exists", path=str(order.path))
        return (order.path,)

    dialog = open_dialog(write)
    dialog.save.click()
    qtbot.waitUntil(lambda: dialog.said.startswith("town.pdf exists already"))
    assert dialog.save.accessibleName() == "Replace"
    dialog.path.setText(str(tmp_path / "other.pdf"))  # another file: nothing was agreed to for that one
    assert dialog.save.accessibleName() == "Export"
    dialog.save.click()
    qtbot.waitUntil(lambda: dialog.said.startswith("other.pdf exists already"))
    dialog.save.click()
    qtbot.waitUntil(lambda: dialog.files != ())
    assert [(order.path.name, order.replace) for order in orders] == [
        ("town.pdf", False),
        ("other.pdf", False),
        ("other.pdf", True),
    ]
    assert dialog.save.accessibleName() == "Export"


def test_what_was_agreed_to_for_one_format_is_not_for_another_that_ends_alike(qtbot, open_dialog):
    orders = []

    def write(order):
        orders.append((order.format, order.replace))
        raise StoreError("output_exists", path=str(order.path))

    dialog = open_dialog(write)
    choose(dialog.format, "csv")
    dialog.save.click()
    qtbot.waitUntil(lambda: dialog.said.startswith("town.csv exists already"))
    choose(dialog.format, "kumu-csv")
    assert dialog.save.accessibleName() == "Export"
    dialog.save.click()
    qtbot.waitUntil(lambda: dialog.said.startswith("town.csv exists already"))
    assert orders == [("csv", False), ("kumu-csv", False)]


def test_the_place_can_be_chosen_and_stays(open_dialog, tmp_path, monkeypatch):
    dialog = open_dialog(lambda order: (order.path,))
    chosen = tmp_path / "elsewhere" / "mine.pdf"
    monkeypatch.setattr(export_dialog, "file_to_save", lambda *_: chosen)
    QTest.mouseClick(dialog.choose, Qt.MouseButton.LeftButton)
    assert dialog.path.text() == str(chosen)
    choose(dialog.format, "png")
    assert dialog.path.text() == str(tmp_path / "elsewhere" / "town.png")


def test_the_name_of_the_file_ends_as_the_format_asks(qtbot, open_dialog, tmp_path):
    dialog = open_dialog(lambda order: (order.path,))
    dialog.path.setText(str(tmp_path / "town v1.2"))
    dialog.save.click()
    qtbot.waitUntil(lambda: dialog.files == (tmp_path / "town v1.2.pdf",))


def test_without_a_name_nothing_is_written(open_dialog):
    orders = []
    dialog = open_dialog(orders.append)
    dialog.path.clear()
    dialog.save.click()
    assert not dialog.is_working
    assert orders == []


def test_a_refusal_is_said_and_an_unforeseen_error_passed_on(qtbot, open_dialog):
    errors = [StoreError("output_unwritable", path="town.pdf", why="full"), ZeroDivisionError("Dana")]
    said = [WORDS("refusals.output_unwritable", path="town.pdf", why="full"), WORDS("exchange.failed")]

    def write(order):
        raise errors[len(passed)]

    passed = []
    dialog = open_dialog(write)
    dialog.unforeseen.connect(passed.append)
    dialog.save.click()
    qtbot.waitUntil(lambda: dialog.said == said[0])
    passed.append(None)
    dialog.save.click()
    qtbot.waitUntil(lambda: dialog.said == said[1])
    assert passed == [None, errors[1]]


def test_a_file_that_is_held_elsewhere_stays_and_enter_writes_beside_it(qtbot, open_dialog, tmp_path):
    orders, other = [], tmp_path / "town-2.pdf"

    def write(order):
        orders.append(order)
        if len(orders) == 1:
            raise StoreError("output_held", path=str(order.path), other=str(other))
        return (order.path,)

    dialog = open_dialog(write)
    dialog.save.click()
    qtbot.waitUntil(lambda: not dialog.is_working and "open in another program" in dialog.said)
    assert dialog.path.text() == str(other)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.files != ())
    assert [(order.path, order.replace) for order in orders] == [(tmp_path / "town.pdf", False), (other, False)]


def test_a_board_is_copied_for_a_mail_as_tables_and_as_text(qtbot, open_dialog):
    dialog = open_dialog(lambda order: (), lambda its, anonymous: (f"<h1>Zürich</h1>{its.id}", "Zürich\n"))
    assert not dialog.copy.isVisible()
    choose(dialog.format, "html")
    assert dialog.copy.isVisible()
    dialog.copy.setFocus()
    QTest.keyClick(dialog.copy, Qt.Key.Key_Return)
    assert dialog.said == WORDS("export.copying")
    qtbot.waitUntil(lambda: dialog.said == WORDS("export.copied"))
    content = QGuiApplication.clipboard().mimeData()
    assert (content.html(), content.text()) == ("<h1>Zürich</h1>html", "Zürich\n")
    assert dialog.files == ()
    assert dialog.save.isEnabled()


def test_what_cannot_be_copied_is_said(qtbot, open_dialog):
    def copy(its, anonymous):
        assert its.whole
        raise StoreError("no_board")

    dialog = open_dialog(lambda order: (), copy)
    choose(dialog.format, "html-all")
    assert dialog.path.text().endswith("all.html")
    dialog.copy.click()
    qtbot.waitUntil(lambda: dialog.said == WORDS("refusals.no_board"))


def test_open_folder_opens_the_folder(qtbot, open_dialog, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    dialog = open_dialog(lambda order: (order.path,))
    dialog.save.click()
    qtbot.waitUntil(lambda: dialog.files != ())
    dialog.open_folder.click()
    assert opened == [str(tmp_path)]


def test_a_home_that_nobody_has_is_said_in_a_sentence(open_dialog):
    orders = []
    dialog = open_dialog(orders.append)
    dialog.path.setText("~nobody_at_all/town.pdf")
    dialog.start()
    assert dialog.said == WORDS("refusals.home_unknown", path="~nobody_at_all/town.pdf")
    assert not dialog.is_working
    assert orders == []
