"""The findings in the console: listed, counted, marked on the canvas, acted on, and hidden with what is private."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from box_board import Crate, CrateSecret, new_board, records, secrets
from facilitator.boards.described import Finding
from facilitator.domain.engagement import Board
from facilitator.domain.refusal import EditRejected
from facilitator.graphics.marks import Badge
from facilitator.ui.desk import Kinds
from look_board import LOOKS
from typing_keys import type_text

LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(look_desk):
    return look_desk


@pytest.fixture
def console(look_console):
    QApplication.processEvents()
    return look_console


@pytest.fixture
def panel(console):
    return console.findings


def messages(panel):
    return [panel.list.item(row).text() for row in range(panel.list.count())]


def head(console):
    return console.lists.heads[1].text().split("  ")[0].strip()


def rename(desk, item_id, name):
    desk.ask(lambda document: LOOKS.rename(document, item_id, name))
    QApplication.processEvents()


def marked(console):
    return {badge.pos().y() for badge in console.panel.canvas.board.items() if isinstance(badge, Badge) and badge.warns}


def test_they_are_listed_with_their_severity_and_counted(console, panel):
    assert messages(panel) == ["Council: no note."]
    said = panel.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "High: Council: no note. It helps."
    assert head(console) == "Gaps 1"
    assert console.lists.heads[1].toolTip() == "Ctrl+G"


def test_they_follow_every_change(console, panel, desk):
    rename(desk, "b1", "clerk")
    assert messages(panel) == ["Council: no note.", "clerk: no capital letter."]
    assert head(console) == "Gaps 2"
    desk.undo()
    QApplication.processEvents()
    assert messages(panel) == ["Council: no note."]


def test_the_checks_run_once_for_a_change(console, desk, monkeypatch):
    runs = []
    real = LOOKS.findings
    monkeypatch.setattr(LOOKS, "findings", lambda *given: (runs.append(1), real(*given))[1])
    desk.ask(lambda document: LOOKS.rename(document, "b1", "clerk"))
    assert runs == []  # canvas and stage have been painted anew before any check runs
    QApplication.processEvents()
    desk.feed.hold()
    desk.feed.release()
    desk.showings.choose("one", large=True)
    QApplication.processEvents()
    assert runs == [1]


def test_choosing_one_picks_what_it_is_about_and_tells_why(console, panel):
    console.lists.go_to_findings()
    panel.list.setCurrentRow(0)
    assert console.panel.canvas.picked == ("b2",)
    said = [panel._why.text(), panel._action.text(), panel.action.text().strip()]
    assert said == ["It helps.", "Write a note.", "Open  Enter"]


def test_enter_opens_the_field_in_which_it_can_be_mended(console, panel):
    QTest.keyClick(console, Qt.Key.Key_G, CONTROL)
    assert panel.list.hasFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    editor = {each.key: each for each in console.inspector.editors}["note"]
    assert editor.widget.hasFocus()


def test_an_action_that_sets_fields_is_one_step(console, panel, desk):
    rename(desk, "b1", "clerk")
    changes = []
    desk.signals.documentChanged.connect(changes.append)
    panel.list.setCurrentRow(1)
    QTest.mouseClick(panel.action, LEFT)
    assert [change.label for change in changes] == ["act_on_finding"]
    assert desk.document.get(Crate, "b1").name == "Clerk"
    secret = desk.document.get(CrateSecret, "b1")
    assert (secret.note, secret.mood) == ("Had no capital letter.", "2")
    assert console.panel.capture.message == desk.words("console.done", step="Call it Clerk, and note why.")
    QApplication.processEvents()
    assert messages(panel) == ["Council: no note."]
    desk.undo()
    assert desk.document.get(Crate, "b1").name == "clerk"


class Untouchable(type(LOOKS)):
    """A kind that lets no field be set."""

    def set_field(self, document, item_id, key, value):
        raise EditRejected("nothing_to_do")


def test_an_action_that_is_saved_later_is_done_by_the_kind_of_its_own_board(make_console, make_desk, ledger):
    kinds = Kinds(lambda kind_id: {"boxes": LOOKS, "other": Untouchable()}[kind_id], (), new_board)
    boards = [each for each in records() if each.id != "two"]
    desk = make_desk(*boards, *secrets(), Board(id="two", number=2, kind="other", title="Other"), kinds=kinds)
    console = make_console(desk)
    rename(desk, "b1", "clerk")
    console.findings.list.setCurrentRow(1)
    ledger.full = True
    QTest.mouseClick(console.findings.action, LEFT)
    console.work.open("two")
    ledger.full = False
    desk.retry()
    assert desk.document.get(Crate, "b1").name == "Clerk"


def test_the_chosen_one_stays_chosen_while_others_come_and_go(console, panel, desk):
    rename(desk, "b1", "clerk")
    panel.list.setCurrentRow(1)
    rename(desk, "b3", "developers")
    assert panel.current.items == ("b1",)


def test_what_was_found_is_marked_on_the_canvas_and_never_in_a_picture(console, desk):
    box = console.panel.canvas.board.boxes()["b2"]
    assert marked(console) == {box.y}
    assert "no note" not in repr(desk.picture(desk.view("one")))


def test_they_are_hidden_with_what_is_private(console, panel, desk):
    console.panel.private.click()
    assert messages(panel) == []
    assert panel._said.text() == desk.words("console.findings_hidden")
    assert head(console) == "Gaps"
    assert marked(console) == set()
    rename(desk, "b1", "clerk")
    assert messages(panel) == []
    console.panel.private.click()
    assert len(messages(panel)) == 2
    assert marked(console)


def test_a_board_on_which_nothing_is_found_says_so(console, panel, desk):
    console.work.open("two")
    assert messages(panel) == []
    assert panel._said.text() == desk.words("console.findings_none")
    assert head(console) == "Gaps 0"
    assert panel._card.isHidden()


def test_thousands_are_cut_to_the_most_urgent(console, panel, desk):
    panel.show_findings([Finding("B1", "high", (str(n),), f"{n}", "", "", ("b1", "note")) for n in range(1500)])
    assert panel.list.count() == 200
    assert panel._said.text() == desk.words("console.findings_more", count=1300)


def test_every_row_is_as_high_as_its_words(console, panel):
    console.lists.go_to_findings()
    long = "Homeowners who renovate: a strong or decisive say, and nobody looks after the relationship."
    panel.show_findings([Finding("B1", "medium", (), text, "", "", ("b1", "note")) for text in ("Short.", long)])
    QApplication.processEvents()
    short, tall = (panel.list.visualItemRect(panel.list.item(row)).height() for row in (0, 1))
    assert tall >= short + 2 * panel.fontMetrics().lineSpacing() - 4


def test_a_missing_link_is_begun_where_it_is_missing_also_from_the_table(board_console):
    console = board_console("value_board")
    for line in ("Fairness #guiding", "Permit desk #approach"):
        type_text(f"{line}\n")
    QApplication.processEvents()
    console.panel.show_centre(console.table)
    found = console.findings._findings
    finding = next(each for each in found if each.check == "B03")
    console.checking.act(finding)
    canvas = console.panel.canvas
    assert canvas.linking == finding.items[0]
    assert canvas.hasFocus()
    type_text("a1\n")
    QApplication.processEvents()
    assert "B03" not in {each.check for each in console.findings._findings}
