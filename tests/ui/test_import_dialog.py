"""What comes from other programs is looked at first, mapped with keys or the mouse, and imported as one step."""

import json
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from exchange.workbooks import workbook
from facilitator.boards.stakeholder_web.kind import KIND
from facilitator.boards.stakeholder_web.model import Relationship, Stakeholder, StakeholderInfluence, Web
from facilitator.catalogue import RECORD_TYPES
from facilitator.domain.engagement import Board, Engagement, SpokenCode
from facilitator.ui.desk import Kinds
from facilitator.ui.dialogs import import_dialog, latest
from facilitator.ui.dialogs.import_dialog import ImportDialog
from facilitator.ui.pasted import is_for_import

EXCEL = 'Name\tSector\tInfluence\tShoe size\r\n"Town\r\nclerk"\tInternal\t3\t41\r\nLibrary\tCommunity\t\t\r\n'
"""As a spreadsheet puts cells on the clipboard: tabs, a quoted line end, a line end after the last row."""

BAD = "Name\tInfluence\nClerk\t9\nLibrary\t3\nCouncil\t1\n"
MAIL = "Camille Roux <camille@example.org>; 'Benali, Idris' <idris@example.org>; nora@example.org"


def somebody(number, name, category="internal"):
    return Stakeholder(id=f"p{number}", board_id="web", code=f"S{number}", name=name, category=category)


RECORDS = (
    Engagement(id="engagement", title="T"),
    Board(id="web", number=1, kind="stakeholder_web", title="Web"),
    Web(id="web", project="Permits"),
    somebody(1, "Council"),
    somebody(2, "Developers", "private"),
    SpokenCode(id="S", last=2),
)


@pytest.fixture
def desk(make_desk):
    return make_desk(*RECORDS, kinds=Kinds(lambda _: KIND, (), None), types=RECORD_TYPES)


@pytest.fixture
def open_import(console):
    """A function that pastes into the console and gives the import dialog."""
    opened = []

    def paste(text):
        console.work.paste(text)
        opened.append(console.work.importing.dialog)
        return opened[-1]

    yield paste
    for dialog in opened:
        dialog.close()


def names(desk):
    return sorted(each.name for each in desk.document.every(Stakeholder))


def choose(box: QComboBox, key):
    box.setCurrentIndex(box.findData(key))


# --- what is pasted ---


@pytest.mark.parametrize(
    ("text", "table"),
    [
        (EXCEL, True),
        ("Clerk\t3", True),
        (MAIL, True),
        ('{"elements": []}', True),
        ("- Clerk\n- Library", False),
        ("•\tClerk\n•\tLibrary", False),
        ("1.\tClerk\n2.\tLibrary", False),
        ("Clerk, town\nLibrary, public", False),
        ("Town clerk", False),
        ("nora@example.org", False),
        ("", False),
    ],
)
def test_a_table_is_told_from_a_list(text, table):
    assert is_for_import(text) == table


def test_a_pasted_table_is_looked_at_and_a_list_stays_a_list(console, open_import):
    dialog = open_import(EXCEL)
    assert dialog.isVisible()
    assert console.work.capturing.preview is None
    assert dialog.recognized == "Pasted text: a table, 2 rows, 4 columns"
    dialog.close()
    console.work.paste("- Clerk\n- Library")
    assert console.work.capturing.preview.isVisible()
    console.work.capturing.preview.close()


def test_ctrl_v_in_the_capture_line_opens_it(console, qapp):
    qapp.clipboard().setText(EXCEL)
    QTest.keyClick(console.panel.capture.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert console.work.importing.dialog.isVisible()
    assert console.panel.capture.line.text() == ""
    console.work.importing.dialog.close()


def test_recipients_come_as_names_and_the_address_is_left_out(desk, open_import):
    dialog = open_import(MAIL)
    assert dialog.recognized == "Pasted text: mail recipients, 3 rows"
    assert dialog.outcome.left_out == "Left out, as no field of this board is called so: address."
    dialog.do()
    assert {"Camille Roux", "Idris Benali", "Nora"} <= set(names(desk))


# --- what is seen, and done ---


def test_every_row_says_what_comes_of_it_and_the_rejected_stand_first(open_import):
    dialog = open_import(BAD)
    assert [(place, name) for place, name, _ in dialog.outcome.preview.texts] == [
        ("2", "Clerk"),
        ("3", "Library"),
        ("4", "Council"),
    ]
    said = [text for *_, text in dialog.outcome.preview.texts]
    assert said[0].startswith("Not taken: Influence: “9” is not a choice here")
    assert said[1:] == ["New", "On the board already as S1; left as it is."]
    assert dialog.outcome.summary == "1 new · 1 there already · 1 not taken"
    assert dialog.import_button.accessibleName() == "Import the other 1"
    QTest.keyClick(dialog.outcome.only_rejected, Qt.Key.Key_Space)
    assert [name for _, name, _ in dialog.outcome.preview.texts] == ["Clerk"]


def test_choices_are_named_in_the_language_of_the_windows(qtbot, make_desk, make_console):
    console = make_console(make_desk(*RECORDS, language="fr", kinds=Kinds(lambda _: KIND, (), None)))
    console.work.paste(BAD)
    dialog = console.work.importing.dialog
    fields = KIND.fields(console.desk.document, "p1", console.desk.words)
    choices = next(each for each in fields if each.key == "influence").choices
    assert choices[-1][1] in dialog.outcome.preview.texts[0][2]
    dialog.close()


def test_an_import_is_one_step_picks_what_is_new_and_undo_takes_all_back(desk, console, changes, open_import):
    before = desk.document
    dialog = open_import(EXCEL)
    assert dialog.mapping.mapped == {"Name": "name", "Sector": "category", "Influence": "influence"}
    assert dialog.outcome.left_out == "Left out, as no field of this board is called so: Shoe size."
    dialog.do()
    assert not dialog.isVisible()
    assert [change.label for change in changes] == ["import"]
    clerk = next(each for each in desk.document.every(Stakeholder) if each.name == "Town clerk")
    assert desk.document.get(StakeholderInfluence, clerk.id).influence == 3
    assert {desk.document.get(Stakeholder, each).name for each in console.work.picked} == {"Town clerk", "Library"}
    assert console.panel.capture.message == "Imported: 2 new. Ctrl+Z takes it back."
    desk.undo()
    assert set(desk.document.records()) == set(before.records())


def test_rejected_rows_leave_the_others_whole(desk, open_import):
    open_import(BAD).do()
    assert names(desk) == ["Council", "Developers", "Library"]


def test_those_that_are_there_change_only_when_asked(desk, open_import):
    dialog = open_import(BAD)
    QTest.keyClick(dialog.update_them, Qt.Key.Key_Space)
    assert dialog.outcome.preview.texts[2][2] == "Updates S1"
    dialog.do()
    assert desk.document.get(StakeholderInfluence, "p1").influence == 1


def test_with_keys_alone(qtbot, desk, console, qapp):
    """Ctrl+I, Ctrl+V, Tab to a column, another field for it, Enter."""
    qapp.clipboard().setText("Somebody\tWish\nClerk\tasks for plain words\nLibrary\tasks for time\n")
    QTest.keyClick(console, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    dialog = console.work.importing.dialog
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert dialog.said == "No column goes into “Name”: choose the one that holds the names."
    assert not dialog.import_button.isEnabled()
    for _ in range(12):
        if QApplication.focusWidget() is dialog.mapping.boxes["Somebody"]:
            break
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert dialog.mapping.mapped == {"Somebody": "name"}
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClicks(QApplication.focusWidget(), "Conc")
    assert dialog.mapping.mapped == {"Somebody": "name", "Wish": "concerns"}
    assert dialog.said == ""
    QTest.keyClick(dialog.outcome.preview, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    clerk = next(each for each in desk.document.every(Stakeholder) if each.name == "Clerk")
    assert clerk.concerns == "asks for plain words"


def test_with_the_mouse(desk, console, monkeypatch, tmp_path):
    path = tmp_path / "people.csv"
    path.write_bytes("Nom;Secteur\r\nMétropole;Autre gouvernement\r\n".encode("cp1252"))
    monkeypatch.setattr(import_dialog, "files_to_open", lambda *_: [path])
    console.work.importing.open()
    dialog = console.work.importing.dialog
    QTest.mouseClick(dialog.head.open_button, Qt.MouseButton.LeftButton)
    assert dialog.recognized == "people.csv: a table, 1 row, 2 columns"
    QTest.mouseClick(dialog.import_button, Qt.MouseButton.LeftButton)
    assert "Métropole" in names(desk)


def test_a_field_takes_one_column_and_private_ones_are_marked(open_import):
    dialog = open_import(EXCEL)
    boxes = dialog.mapping.boxes
    choose(boxes["Shoe size"], "influence")
    assert boxes["Shoe size"].currentText() == "Influence (private)"
    assert boxes["Shoe size"].parentWidget().objectName() == "private"
    assert boxes["Influence"].currentText() == "Leave out"
    assert boxes["Influence"].parentWidget().objectName() == "card"
    assert not boxes["Shoe size"].itemIcon(boxes["Shoe size"].currentIndex()).isNull()


def test_the_first_row_can_be_a_row_like_the_others(open_import):
    dialog = open_import(EXCEL)
    QTest.keyClick(dialog.head.has_header, Qt.Key.Key_Space)
    assert list(dialog.mapping.boxes) == ["A", "B", "C", "D"]
    assert dialog.recognized == "Pasted text: a table, 3 rows, 4 columns"


def test_rows_without_a_group_go_where_asked(desk, open_import):
    dialog = open_import("Name\tWhat they hope for\nClerk\ttime\n")
    choose(dialog.group, "community")
    dialog.do()
    assert next(each for each in desk.document.every(Stakeholder) if each.name == "Clerk").category == "community"


def test_a_map_brings_its_ties(desk, open_import):
    elements = [{"id": name, "label": name, "influence": level} for name, level in (("A", 3), ("B", 2), ("C", 9))]
    connections = [{"from": "A", "to": "B"}, {"from": "A", "to": "C"}]
    dialog = open_import(json.dumps({"elements": elements, "connections": connections}))
    assert dialog.outcome.summary == "2 new · 1 new link · 1 not taken · 1 link not taken"
    assert dialog.outcome.preview.texts[1][2].startswith("Link not taken: “C” was rejected")
    dialog.do()
    assert len(list(desk.document.every(Relationship))) == 1


def test_the_two_tables_of_kumu_belong_together(desk, console, tmp_path):
    elements, connections, other = (tmp_path / f"{name}.csv" for name in ("e", "c", "o"))
    elements.write_text("ID,Label\n1,Clerk\n2,Library\n")
    connections.write_text("From,To\n1,2\n")
    other.write_text("Name\nMayor\n")
    console.work.importing.open(paths=[elements])
    dialog = console.work.importing.dialog
    assert dialog.outcome.summary == "2 new"
    dialog.open_files([other, elements])
    assert dialog.said.startswith("Open one file, or the two tables of Kumu")
    assert dialog.outcome.summary == "2 new"  # what was read before is still there
    dialog.open_files([connections, elements])
    assert dialog.outcome.summary == "2 new · 1 new link"
    dialog.close()


# --- nothing half done ---


def test_cancel_changes_nothing(desk, changes, open_import):
    dialog = open_import(EXCEL)
    assert dialog.planned.plan.change is not None
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert changes == []


class Slow(type(KIND)):
    """A stakeholder web whose plans wait until they are let go on."""

    def __init__(self):
        super().__init__()
        self.begun, self.go_on = threading.Event(), threading.Event()

    def plan_import(self, *asked, **more):
        self.begun.set()
        assert self.go_on.wait(30)
        return super().plan_import(*asked, **more)


def test_cancel_waits_for_no_plan_and_drops_what_comes_of_it(qtbot, make_desk, make_console):
    kind = Slow()
    desk = make_desk(*RECORDS, kinds=Kinds(lambda _: kind, (), None), types=RECORD_TYPES)
    changes = []
    desk.signals.documentChanged.connect(changes.append)
    console = make_console(desk)
    rows = "\n".join(f"Department {number}" for number in range(500))
    console.work.importing.open(text=f"Name\tSector\n{rows}\n")
    dialog = console.work.importing.dialog
    assert kind.begun.wait(30)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)  # comes back while the plan still waits
    assert not dialog.isVisible()
    assert not dialog.is_working
    assert latest._dropped
    kind.go_on.set()
    qtbot.waitUntil(lambda: not latest._dropped, timeout=20_000)
    assert changes == []


def test_what_cannot_be_read_is_said_in_a_sentence(console, tmp_path):
    console.work.importing.open()
    dialog = console.work.importing.dialog
    for name, content, said in (
        ("a.csv", b'Name\n"Clerk', "The quotation mark that opens in line 2"),
        ("a.xlsx", b"PK\x03\x04", "This workbook is damaged"),
        ("a.json", b"[" * 100_000, "Line 1, column"),
    ):
        (tmp_path / name).write_bytes(content)
        dialog.open_files([tmp_path / name])
        assert dialog.said.startswith(said)
        assert not dialog.import_button.isEnabled()
    dialog.open_files([tmp_path])
    assert dialog.said.startswith("Could not read or write")
    dialog.open_files([tmp_path / "none.csv"])
    assert dialog.said.startswith("Could not read or write")
    dialog.close()


def test_nothing_is_imported_when_it_cannot_be_saved(desk, ledger, changes, open_import):
    dialog = open_import(EXCEL)
    ledger.full = True
    dialog.do()
    assert dialog.isVisible()
    assert changes == []
    assert dialog.said == desk.words("refusals.disk_full")
    ledger.full = False
    dialog.do()
    assert not dialog.isVisible()
    assert len(changes) == 1


def test_the_plan_is_made_anew_where_the_board_is_another_by_now(desk, open_import):
    dialog = open_import("Name\tWhat they hope for\nClerk\ttime\n")
    desk.ask(lambda document: KIND.rename(document, "p2", "Clerk"))
    dialog.do()
    assert names(desk) == ["Clerk", "Council"]
    assert dialog.isVisible()
    assert dialog.said == desk.words("refusals.nothing_to_do")


def test_many_rows_are_planned_while_the_window_goes_on(qtbot, desk, console, changes):
    rows = "\n".join(f"Department {number} of {number * 7 % 97}\tInternal" for number in range(500))
    console.work.importing.open(text=f"Name\tSector\n{rows}\n")
    dialog = console.work.importing.dialog
    assert dialog.is_working
    assert not dialog.import_button.isEnabled()
    choose(dialog.mapping.boxes["Sector"], "")  # while the first plan is made
    qtbot.waitUntil(lambda: not dialog.is_working, timeout=20_000)
    assert dialog.outcome.summary == "500 new"
    assert dialog.planned.order.mapped == {"Name": "name"}
    dialog.do()
    assert len(changes) == 1


def test_closing_while_a_plan_is_made_leaves_nothing_behind(desk, console, changes):
    rows = "\n".join(f"Department {number}\tInternal" for number in range(500))
    console.work.importing.open(text=f"Name\tSector\n{rows}\n")
    dialog = console.work.importing.dialog
    assert dialog.is_working
    dialog.reject()
    assert not dialog.is_working
    QApplication.processEvents()
    assert dialog.planned is None
    assert changes == []


def test_an_unforeseen_error_is_said_calmly_and_passed_on(qtbot, console, monkeypatch):
    dialog = ImportDialog(KIND, "web", (), "", lambda: console.desk.document, lambda _: True, console.desk.words, None)
    qtbot.addWidget(dialog)
    error = ZeroDivisionError("Dana")

    def struck(*_, **__):
        raise error

    monkeypatch.setattr(KIND.__class__, "plan_import", struck)
    passed = []
    dialog.unforeseen.connect(passed.append)
    dialog.open_text("Name\tSector\n" + "\n".join(f"Department {number}\tInternal" for number in range(500)))
    qtbot.waitUntil(lambda: passed == [error])
    assert dialog.said == console.desk.words("exchange.unreadable")


# --- other ways in and out ---


def test_a_file_dropped_on_the_console_is_read(console, tmp_path):
    path = tmp_path / "people.csv"
    path.write_text("Name,Sector\nClerk,Internal\n")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), copy, data, left, none)
    QApplication.sendEvent(console, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(console, QDropEvent(QPointF(9, 9), copy, data, left, none))
    dialog = console.work.importing.dialog
    assert dialog.recognized.startswith("people.csv: ")
    dialog.close()


def test_a_file_dropped_behind_the_dialog_is_for_the_dialog(console, open_import, tmp_path):
    path = tmp_path / "people.csv"
    path.write_text("Name,Sector\nClerk,Internal\n")
    dialog = open_import(EXCEL)
    console.work.importing.open(paths=[path])
    assert console.work.importing.dialog is dialog
    assert dialog.isVisible()
    assert dialog.recognized.startswith("people.csv: ")


def test_a_file_over_the_capture_line_is_for_the_window(console):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(Path("people.csv").absolute()))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), copy, data, left, none)
    console.panel.capture.line.dragEnterEvent(enter)
    assert not enter.isAccepted()


def test_what_was_not_taken_can_be_copied(open_import, qapp):
    dialog = open_import(BAD)
    QTest.mouseClick(dialog.outcome.copy_rejected, Qt.MouseButton.LeftButton)
    place, name, why = qapp.clipboard().text().split("\t")
    assert (place, name) == ("2", "Clerk")
    assert "is not a choice here" in why


def test_closing_the_console_tells_of_an_import_that_waits(console, open_import):
    open_import(EXCEL)
    assert console.work.settle() == [console.desk.words("exchange.pending")]


def test_a_board_that_takes_nothing_says_so_and_keeps_to_lists(make_console, make_desk):
    from box_board import records

    console = make_console(make_desk(*records()))
    console.work.importing.open()
    assert console.panel.capture.message == console.desk.words("exchange.not_here")
    console.work.paste(EXCEL)
    assert console.work.importing.dialog is None
    assert console.work.capturing.preview.isVisible()
    console.work.capturing.preview.close()


# --- workbooks ---


def test_the_sheets_of_a_workbook_are_offered_and_another_one_is_read(desk, console, open_import, tmp_path):
    path = tmp_path / "parties.xlsx"
    path.write_bytes(
        workbook(("A", [["Name"], ["Clerk"]]), ("B", [["Name"], ["Mayor"], ["Library"]]), ("C", [["x"]], "hidden"))
    )
    dialog = open_import(EXCEL)
    dialog.open_files([path])
    head = dialog.head
    assert [head.sheet.itemText(at) for at in range(head.sheet.count())] == ["A", "B"]
    assert (head.sheet.isVisible(), head.sheet.currentData()) == (True, "A")
    assert head.about == "Read from the sheet “A”; not read: “B”. 1 hidden sheet was not read."
    choose(head.sheet, "B")
    assert dialog.recognized == "parties.xlsx: a table, 2 rows, 1 column"
    dialog.do()
    assert names(desk) == ["Council", "Developers", "Library", "Mayor"]


def test_kumus_workbook_comes_with_both_sheets_and_one_of_them_can_be_chosen(desk, open_import, tmp_path):
    path = tmp_path / "kumu.xlsx"
    path.write_bytes(
        workbook(("Elements", [["Label"], ["Clerk"], ["Mayor"]]), ("Connections", [["From", "To"], ["Clerk", "Mayor"]]))
    )
    dialog = open_import(EXCEL)
    dialog.open_files([path])
    assert dialog.recognized == "kumu.xlsx: tables of Kumu, 2 rows, 1 link"
    assert [dialog.head.sheet.itemText(at) for at in range(3)] == [
        "Elements and Connections",
        "Elements",
        "Connections",
    ]
    choose(dialog.head.sheet, "Elements")
    assert dialog.recognized == "kumu.xlsx: tables of Kumu, 2 rows"
    choose(dialog.head.sheet, "")
    dialog.do()
    assert len(list(desk.document.every(Relationship))) == 1


def test_a_sheet_with_nothing_in_it_is_said_and_the_one_before_stays(open_import, tmp_path):
    path = tmp_path / "parties.xlsx"
    path.write_bytes(workbook(("A", [["Name"], ["Clerk"]]), ("B", [])))
    dialog = open_import(EXCEL)
    dialog.open_files([path])
    choose(dialog.head.sheet, "B")
    assert dialog.said.startswith("There is nothing in it to read")
    assert dialog.head.sheet.currentData() == "A"
