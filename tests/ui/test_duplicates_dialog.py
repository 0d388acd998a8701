"""What may be the same is decided on pair by pair, with keys or the mouse; every merging can be undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from facilitator.boards.stakeholder_web.kind import KIND
from facilitator.boards.stakeholder_web.model import Relationship, Stakeholder, StakeholderNote, Web
from facilitator.catalogue import RECORD_TYPES
from facilitator.domain.engagement import Board, Engagement
from facilitator.ui.console.merge_work import MergeWork
from facilitator.ui.desk import Kinds
from facilitator.ui.dialogs.duplicates_dialog import DuplicatesDialog


def somebody(number, name, category="internal"):
    return Stakeholder(id=f"p{number}", board_id="web", code=f"S{number}", name=name, category=category)


RECORDS = (
    Engagement(id="engagement", title="T"),
    Board(id="web", number=1, kind="stakeholder_web", title="Web"),
    Web(id="web", project="Permits"),
    somebody(1, "Town clerk"),
    somebody(2, "Clerk, town"),
    somebody(3, "Métropole", "othergov"),
    somebody(4, "metropole", "othergov"),
    somebody(5, "Library", "community"),
    StakeholderNote(id="p2", text="met on Monday"),
    Relationship(id="t1", board_id="web", from_id="p2", to_id="p5", kind="works_with"),
)


@pytest.fixture
def desk(make_desk):
    return make_desk(*RECORDS, kinds=Kinds(lambda _: KIND, (), None), types=RECORD_TYPES)


@pytest.fixture
def merging(desk, console):
    return MergeWork(desk, console.work)


def rows(dialog):
    return [[dialog.table.item(row, column).text() for column in range(3)] for row in range(dialog.table.rowCount())]


def there(desk):
    return sorted(each.id for each in desk.document.every(Stakeholder))


def test_each_pair_says_who_and_why(merging):
    dialog = merging.find_duplicates()
    assert rows(dialog) == [
        ["S1 Town clerk (Internal)", "S2 Clerk, town (Internal)", "The same words in another order"],
        [
            "S3 Métropole (Other government)",
            "S4 metropole (Other government)",
            "The same but for accents, capitals or blanks",
        ],
    ]
    dialog.close()


def test_with_the_mouse_one_is_kept_with_all_that_was_known(desk, console, changes, merging):
    dialog = merging.find_duplicates()
    QTest.mouseClick(dialog.keep_left, Qt.MouseButton.LeftButton)
    assert [change.label for change in changes] == ["merge"]
    assert there(desk) == ["p1", "p3", "p4", "p5"]
    assert desk.document.get(StakeholderNote, "p1").text.splitlines()[0] == "met on Monday"
    assert desk.document.get(Relationship, "t1").from_id == "p1"
    assert console.work.picked == ("p1",)
    assert dialog.said == "S2 Clerk, town is part of S1 Town clerk now."
    assert len(rows(dialog)) == 1
    QTest.mouseClick(dialog.undo_button, Qt.MouseButton.LeftButton)
    assert there(desk) == ["p1", "p2", "p3", "p4", "p5"]
    assert desk.document.get(Relationship, "t1").from_id == "p2"
    assert len(rows(dialog)) == 2
    assert not dialog.undo_button.isVisible()
    dialog.close()


def test_with_keys_alone(desk, console):
    """Ctrl+D; Right keeps the right one, Delete tells two apart, Esc leaves."""
    QTest.keyClick(console, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    dialog = console.findChild(DuplicatesDialog)
    QTest.keyClick(dialog.table, Qt.Key.Key_Right)
    assert there(desk) == ["p2", "p3", "p4", "p5"]
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert rows(dialog) == []
    assert there(desk) == ["p2", "p3", "p4", "p5"]
    assert not dialog.keep_left.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_enter_over_the_list_merges_nothing(desk, merging):
    before = there(desk)
    dialog = merging.find_duplicates()
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert there(desk) == before
    assert not dialog.isVisible()


def test_what_is_not_the_same_is_remembered_while_the_engagement_is_open(desk, console, merging):
    dialog = merging.find_duplicates()
    QTest.mouseClick(dialog.distinct, Qt.MouseButton.LeftButton)
    dialog.close()
    again = merging.find_duplicates()
    assert [row[0] for row in rows(again)] == ["S3 Métropole (Other government)"]
    again.close()
    anew = MergeWork(desk, console.work).find_duplicates()
    assert len(rows(anew)) == 2
    anew.close()


def test_two_that_are_picked_can_be_merged_however_they_are_called(desk, console, merging):
    console.work.pick(["p5", "p1"])
    dialog = merging.merge_picked()
    assert rows(dialog) == [["S1 Town clerk (Internal)", "S5 Library (Community and residents)", "Picked by you"]]
    assert dialog.keep_right.accessibleName() == "Keep S5 (→)"
    dialog.keep_right.click()
    assert there(desk) == ["p2", "p3", "p4", "p5"]
    assert rows(dialog) == []
    dialog.close()


@pytest.mark.parametrize("picked", [[], ["p1"], ["p1", "p2", "p3"]])
def test_only_two_can_be_merged(console, merging, picked):
    console.work.pick(picked)
    assert merging.merge_picked() is None
    assert console.panel.capture.message == "Pick exactly two items to merge them."


def test_a_merging_that_cannot_be_saved_changes_nothing(desk, ledger, changes, merging):
    dialog = merging.find_duplicates()
    ledger.full = True
    QTest.keyClick(dialog.table, Qt.Key.Key_Left)
    assert dialog.said == desk.words("refusals.disk_full")
    assert len(rows(dialog)) == 2
    assert changes == []
    dialog.close()


def test_where_nothing_is_twice_that_is_said(make_desk, make_console):
    desk = make_desk(*RECORDS[:4], kinds=Kinds(lambda _: KIND, (), None), types=RECORD_TYPES)
    dialog = MergeWork(desk, make_console(desk).work).find_duplicates()
    assert rows(dialog) == []
    assert dialog.said == "No two items on this board look the same."
    dialog.close()


def test_ctrl_d_with_two_picked_is_about_these_two(desk, console):
    console.work.pick(["p5", "p1"])
    QTest.keyClick(console, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert [row[2] for row in rows(console.findChild(DuplicatesDialog))] == ["Picked by you"]


def test_the_panel_of_two_that_are_picked_has_a_button_that_merges_them(console):
    def offered():
        buttons = console.inspector.findChildren(QPushButton)
        return [
            each
            for each in buttons
            if each.accessibleName().startswith("Merge the two picked") and each.isVisibleTo(console.inspector)
        ]

    console.work.pick(["p5", "p1", "p2"])
    assert offered() == []
    console.work.pick(["p5", "p1"])
    offered()[0].click()
    assert len(rows(console.findChild(DuplicatesDialog))) == 1
