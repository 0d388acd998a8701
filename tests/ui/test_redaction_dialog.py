"""The redaction screen: every line is read, mended and decided on with keys alone, before a copy is made."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPlainTextEdit

from box_board import MemoryLedger
from facilitator.boards.redaction import UNTOUCHED
from facilitator.boards.stakeholder_web.kind import KIND
from facilitator.boards.stakeholder_web.model import Relationship, SharingAgreement, Stakeholder, StakeholderNote, Web
from facilitator.catalogue import RECORD_TYPES, kind_of
from facilitator.content.theme import theme
from facilitator.content.words import Words
from facilitator.domain.codec import Codec
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement
from facilitator.journal import Journal
from facilitator.ui.console.console_window import ConsoleWindow
from facilitator.ui.console.exemplar_work import make_exemplar
from facilitator.ui.desk import Desk, Kinds
from facilitator.ui.dialogs.redaction_dialog import RedactionDialog
from facilitator.ui.dialogs.redaction_table import BECOMES, KEEP, WAS, WHERE, WHY
from facilitator.workshop.stage_feed import StageFeed

DAY = date(2027, 1, 14)
NAME, NEEDS = ("p1", "name"), ("p1", "needs")


def somebody(number, name, **fields):
    its = {"code": f"S{number}", "category": "internal", **fields}
    return Stakeholder(id=f"p{number}", board_id="web", name=name, **its)


RECORDS = (
    Engagement(id="engagement", title="T"),
    Board(id="web", number=1, kind="stakeholder_web", title="Web of Marie Roy"),
    Web(id="web", project="Permits"),
    somebody(1, "Marie Roy", subcategory="cao", needs="Marie waits\nand waits"),
    somebody(2, "Library"),
    StakeholderNote(id="p1", text="secret"),
)
TIES = (
    Relationship(id="t1", board_id="web", from_id="p1", to_id="p2", kind="tension"),
    Relationship(id="t2", board_id="web", from_id="p2", to_id=None, kind="funds"),
    SharingAgreement(id="web", text="Not the vote"),
)


@pytest.fixture
def made():
    """The answers that the dialog asked to make an exemplar with."""
    return []


@pytest.fixture
def dialog(open_dialog):
    return open_dialog(RECORDS)


@pytest.fixture
def open_dialog(qtbot, made):
    return lambda records: dialog_over(Document.of(records), qtbot, made)


def dialog_over(document, qtbot, made):

    def redact(answers):
        return KIND.redaction(document, "web", Words("en"), answers)

    def make(answers):
        made.append(answers)
        return True

    shown = RedactionDialog(redact(UNTOUCHED), redact, make, Words("en"), None)
    shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(shown)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    return shown


def row(dialog, place):
    return next(number for number, line in enumerate(dialog.redaction.lines) if line.place == place)


def cells(dialog, place):
    return [dialog.table.item(row(dialog, place), column).text() for column in (WHERE, WAS, BECOMES, WHY)]


def tick(dialog, place):
    return dialog.table.item(row(dialog, place), KEEP).checkState() == Qt.CheckState.Checked


def press(widget, *keys):
    for key in keys:
        QTest.keyClick(widget, key)
        QApplication.processEvents()


def type_into(dialog, place, text):
    """Change a line with keys alone: F2, the text, Enter (Ctrl+Enter where there are several lines)."""
    dialog.table.go_to(place)
    press(dialog.table, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit | QPlainTextEdit)
    editor.selectAll()
    QTest.keyClicks(editor, text)
    if isinstance(editor, QPlainTextEdit):
        QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    else:
        QTest.keyClick(editor, Qt.Key.Key_Return)
    for _ in range(2):
        QApplication.processEvents()


def test_every_line_tells_what_it_was_what_it_becomes_and_why(dialog):
    assert cells(dialog, NAME) == [
        "S1 Name",
        "Marie Roy",
        "CAO / city manager",
        "Changed: A person’s name becomes a role",
    ]
    assert cells(dialog, NEEDS)[2:] == ["CAO / city manager waits\nand waits", "Changed: Mentions Marie"]
    assert cells(dialog, ("p2", "name")) == ["S2 Name", "Library", "Library", "As it was"]
    assert not dialog.table.item(row(dialog, NAME), WHY).icon().isNull()
    assert dialog.table.item(row(dialog, ("p2", "name")), WHY).icon().isNull()
    labels = [label.text() for label in dialog.findChildren(type(dialog._counted))]
    assert "The participant has not approved this map yet: the copy will be a draft." in labels
    assert "Left behind: 1 private note." in labels
    assert "4 lines, 2 changed" in labels
    assert dialog.title.text() == "Exemplar: Web of CAO / city manager"


def test_only_what_changed_can_be_shown(dialog):
    press(dialog.changed_only, Qt.Key.Key_Space)
    hidden = [dialog.table.isRowHidden(number) for number in range(dialog.table.rowCount())]
    assert hidden == [not line.changes for line in dialog.redaction.lines]
    assert any(hidden)
    press(dialog.changed_only, Qt.Key.Key_Space)
    assert not any(dialog.table.isRowHidden(number) for number in range(dialog.table.rowCount()))


def test_what_is_typed_for_a_name_stands_in_every_text(dialog):
    type_into(dialog, NAME, "The boss")
    assert cells(dialog, NAME)[2:] == ["The boss", "Changed: Changed by you"]
    assert cells(dialog, NEEDS)[2] == "The boss waits\nand waits"
    type_into(dialog, NAME, "CAO / city manager")
    assert dialog.answers == UNTOUCHED


def test_several_lines_can_be_typed(dialog):
    dialog.table.go_to(NEEDS)
    press(dialog.table, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert editor.toPlainText() == "CAO / city manager waits\nand waits"
    press(editor, Qt.Key.Key_Escape)
    type_into(dialog, NEEDS, "They wait")
    assert cells(dialog, NEEDS)[2] == "They wait"


def test_a_name_that_is_typed_needs_a_tick_of_its_own(dialog, made):
    type_into(dialog, ("p2", "name"), "Marie's library")
    assert cells(dialog, ("p2", "name"))[3] == "Still mentions Marie"
    press(dialog.make_button, Qt.Key.Key_Return)
    assert made == []
    assert dialog.said == "S2 Name still mentions Marie. Change the line, or tick “Keep this name”."
    assert dialog.table.hasFocus()
    assert dialog.table.currentRow() == row(dialog, ("p2", "name"))
    press(dialog.table, Qt.Key.Key_Space)
    assert tick(dialog, ("p2", "name"))
    assert dialog.said == ""
    press(dialog.make_button, Qt.Key.Key_Return)
    assert [answers.kept for answers in made] == [frozenset({("p2", "name")})]
    assert not dialog.isVisible()


def test_a_name_can_be_kept_and_given_up_again(dialog):
    dialog.table.go_to(NAME)
    press(dialog.table, Qt.Key.Key_Space)
    assert cells(dialog, NAME)[2:] == ["Marie Roy", "As it was: Kept by you"]
    assert tick(dialog, NAME)
    assert cells(dialog, NEEDS)[2] == "Marie waits\nand waits"
    press(dialog.table, Qt.Key.Key_Space)
    assert dialog.answers == UNTOUCHED
    assert cells(dialog, NAME)[2] == "CAO / city manager"
    type_into(dialog, NAME, "Marie")
    dialog.table.go_to(NAME)
    press(dialog.table, Qt.Key.Key_Space, Qt.Key.Key_Space)
    assert not tick(dialog, NAME)
    assert cells(dialog, NAME)[2:] == ["Marie", "Still mentions Marie"]


def test_ties_are_taken_along_or_left_out_by_a_tick(open_dialog, made):
    dialog, tension, funds = open_dialog((*RECORDS, *TIES)), ("t1", "tie"), ("t2", "tie")
    assert dialog.agreed.toPlainText() == "Not the vote"
    assert dialog.agreed.isVisible()
    assert dialog.agreed.isReadOnly()
    was = "Marie Roy – Tension or conflict – Library"
    assert cells(dialog, tension)[1:] == [was, "", "Left out: Tells of a conflict"]
    assert (tick(dialog, tension), tick(dialog, funds)) == (False, True)
    assert dialog.table.item(row(dialog, funds), KEEP).text() == "Take along"
    dialog.table.go_to(tension)
    press(dialog.table, Qt.Key.Key_F2)
    assert dialog.table.hasFocus()  # there is nothing to type
    press(dialog.table, Qt.Key.Key_Space)
    assert tick(dialog, tension)
    assert cells(dialog, tension)[2] == "CAO / city manager – Tension or conflict – Library"
    dialog.table.go_to(funds)
    press(dialog.table, Qt.Key.Key_Space)
    assert cells(dialog, funds)[3] == "Left out"
    dialog.make()
    assert [answers.taken for answers in made] == [{tension: True, funds: False}]


def test_nothing_stands_on_top_where_nothing_was_agreed(dialog):
    assert not dialog.agreed.isVisible()


def test_a_line_that_passes_as_it_was_has_nothing_to_keep(dialog):
    dialog.table.go_to(("p2", "name"))
    press(dialog.table, Qt.Key.Key_Space)
    assert dialog.answers == UNTOUCHED


def test_what_cannot_stand_is_said_and_not_taken(dialog, made):
    type_into(dialog, NAME, "   ")
    assert dialog.said == Words("en")("refusals.name_empty")
    assert cells(dialog, NAME)[2] == "CAO / city manager"
    dialog.title.clear()
    press(dialog.title, Qt.Key.Key_Return)
    assert made == []
    assert dialog.isVisible()


def test_the_title_is_looked_at_like_every_line(dialog, made):
    assert not dialog.keep_title.isVisible()
    dialog.title.setText("Marie’s map")
    dialog.make()
    assert made == []
    assert dialog.said.startswith("Title of the copy still mentions Marie")
    assert dialog.title.hasFocus()
    press(dialog.keep_title, Qt.Key.Key_Space)
    press(dialog.title, Qt.Key.Key_Return)
    assert [answers.typed for answers in made] == [{("web", "title"): "Marie’s map"}]


def test_switches_take_along_or_leave_behind(dialog):
    assert [name for name, box in dialog.switches.items() if not box.isChecked()] == ["attitude"]
    press(dialog.switches["voices"], Qt.Key.Key_Space)
    assert NEEDS not in {line.place for line in dialog.redaction.lines}
    assert dialog.table.rowCount() == len(dialog.redaction.lines)
    press(dialog.switches["voices"], Qt.Key.Key_Space)
    assert cells(dialog, NEEDS)[0] == "S1 What they hope for"


def test_escape_makes_nothing(dialog, made):
    press(dialog.table, Qt.Key.Key_Escape)
    assert made == []
    assert not dialog.isVisible()


def test_everything_can_be_reached_by_tab(dialog):
    wanted = {dialog.title, dialog.table, dialog.make_button, dialog.cancel, dialog.changed_only}
    wanted |= set(dialog.switches.values())
    assert all(isinstance(each, QCheckBox) and each.text() for each in dialog.switches.values())
    dialog.title.setFocus()
    reached = set()
    for _ in range(20):
        reached.add(dialog.focusWidget())
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert wanted <= reached


@pytest.fixture
def ledger():
    return MemoryLedger()


@pytest.fixture
def console(qtbot, clock, ledger):
    kinds = Kinds(kind_of, (), lambda document, kind_id, title: None)
    feed = StageFeed(KIND.view, clock)
    desk = Desk(
        Journal(Document.of(RECORDS), ledger, Codec(RECORD_TYPES)), feed, kinds, Words("en"), theme(), today=lambda: DAY
    )
    window = ConsoleWindow(desk, clock)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def opened(console):
    dialog = console.findChild(RedactionDialog)
    assert dialog.isVisible()
    return dialog


def test_the_exemplar_is_made_and_opened_from_the_keys_and_one_undo_takes_it_back(console):
    before = console.desk.document
    QTest.keyClick(console, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    press(opened(console).make_button, Qt.Key.Key_Return)
    assert console.work.board_id == "stakeholder_web"
    assert "Made the exemplar “Exemplar: Web of CAO / city manager”" in console.panel.capture.message
    assert console.desk.document.get(Web, "stakeholder_web").reviewed_on == DAY
    console.undo()
    assert console.desk.document == before
    assert console.work.board_id == "web"


def test_what_cannot_be_saved_is_said_and_the_decisions_stay(console, ledger):
    make_exemplar(console.desk, console.work)
    dialog = opened(console)
    ledger.full = True
    dialog.make()
    assert dialog.isVisible()
    assert dialog.said
    ledger.full = False
    dialog.make()
    assert len(console.desk.boards()) == 2


def test_a_moment_compared_with_can_be_deleted_from_the_menu(console):
    desk = console.desk
    desk.ask(lambda document: KIND.keep_moment(document, "web", "Then", DAY))
    action = next(each for each in console.panel.menu.menu().actions() if "Delete the moment" in each.text())
    assert not action.isVisible()
    desk.showings.choose("web", then=KIND.moments(desk.document, "web")[0].id)
    assert action.isVisible()
    action.trigger()
    assert KIND.moments(desk.document, "web") == ()
    assert desk.showings.of("web").then == ""
    desk.undo()
    assert len(KIND.moments(desk.document, "web")) == 1


def test_the_state_of_the_map_stands_beside_its_title_and_in_the_list(console):
    console.show_lists()
    assert console.panel._status.text() == "Draft"
    assert console.boards._rows[0].aside == "Draft · 2"
    console.desk.ask(lambda document: KIND.set_field(document, "web", "state", "validated"))
    console.show_lists()
    assert console.panel._status.text() == "Validated"
    assert console.boards._rows[0].aside == "Validated · 2"
