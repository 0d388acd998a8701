"""The outline: the board as a tree that can be gone through, read aloud and edited by keys alone."""

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from box_board import KIND, Crate, CrateTie
from facilitator.boards.described import Item, ItemGroup, ItemLink
from facilitator.content.words import Words
from facilitator.domain.engagement import Board
from facilitator.ui.console.outline import Outline
from typing_keys import press, type_text

Key, Modifier = Qt.Key, Qt.KeyboardModifier
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def outline(console):
    console.outline.setFocus()
    return console.outline


def lines(outline):
    """What is on show, line by line, indented as it stands."""
    told, row = [], outline.topLevelItem(0)
    while row:
        depth, above = 0, row.parent()
        while above:
            depth, above = depth + 1, above.parent()
        told.append("  " * depth + row.text(0))
        row = outline.itemBelow(row)
    return told


def current(outline):
    return outline.currentItem().text(0)


def row(outline, text):
    found = outline.findItems(text, Qt.MatchFlag.MatchRecursive | Qt.MatchFlag.MatchExactly)
    return found[0]


def test_it_shows_the_board_its_groups_and_items(outline):
    assert lines(outline) == [
        "First board",
        "  Left side",
        "    B1  Clerk",
        "    B2  Council",
        "  Right side",
        "    B3  Developers",
    ]


def test_arrows_unfold_links_and_fold_groups(console, outline):
    console.work.pick(("b1",))
    press(Key.Key_Right)
    assert lines(outline)[2:4] == ["    B1  Clerk", "      → tied to → Developers"]
    console.work.pick(("b3",))
    press(Key.Key_Right)
    assert lines(outline)[-1] == "      ← tied to ← Clerk"
    press(Key.Key_Left)
    press(Key.Key_Left)
    press(Key.Key_Left)
    assert current(outline) == "Right side"
    assert lines(outline)[-1] == "  Right side"


def test_what_was_unfolded_stays_so_after_an_edit(desk, console, outline):
    console.work.pick(("b1",))
    press(Key.Key_Right)
    desk.ask(lambda document: KIND.rename(document, "b3", "Builders"))
    assert "      → tied to → Builders" in lines(outline)
    desk.ask(lambda document: KIND.regroup(document, ["b1"], "right"))
    assert lines(outline)[4:] == ["    B1  Clerk", "      → tied to → Builders", "    B3  Builders"]


def test_a_link_is_picked_like_an_item(console, outline):
    console.work.pick(("b1",))
    press(Key.Key_Right)
    press(Key.Key_Down)
    assert console.work.picked == ("t1",)
    console.work.pick(("b2",))
    assert current(outline) == "B2  Council"
    console.work.pick(("t1",))
    assert current(outline) == "→ tied to → Developers"


def test_a_link_that_the_picture_does_not_draw_can_be_picked(console, outline, monkeypatch):
    drawn = type(KIND).picture

    def without_links(kind, view, theme):
        picture = drawn(kind, view, theme)
        groups = tuple(group for group in picture.groups if group.role != "link")
        return type(picture)(picture.background, groups, picture.alt, picture.category_colours)

    monkeypatch.setattr(type(KIND), "picture", without_links)
    console.work.refresh()
    console.work.pick(("t1",))
    assert console.work.picked == ("t1",)


def test_it_is_read_aloud_whole(outline):
    assert row(outline, "B1  Clerk").data(0, SPOKEN) == "B1 Clerk, Left side"
    assert row(outline, "Left side").data(0, SPOKEN) == "Left side, 2"
    assert row(outline, "→ tied to → Developers").data(0, SPOKEN) == "link: Clerk, tied to, Developers"


def test_the_board_and_groups_pick_nothing_and_show_the_board(console, outline):
    console.work.pick(("b1",))
    press(Key.Key_Up)
    assert current(outline) == "Left side"
    assert console.work.picked == ()
    assert console.inspector.editors[0].widget.text() == "First board"
    press(Key.Key_Home)
    assert current(outline) == "First board"
    assert console.work.picked == ()


def test_f2_renames_in_place(desk, console, outline):
    console.work.pick(("b2",))
    press(Key.Key_F2)
    assert outline.editor.accessibleName() == "Council"
    type_text("Town Council")
    press(Key.Key_Return)
    assert desk.document.get(Crate, "b2").name == "Town Council"
    assert outline.hasFocus()
    assert current(outline) == "B2  Town Council"


def test_f2_renames_the_board_and_no_group(desk, outline):
    press(Key.Key_Home)
    press(Key.Key_F2)
    type_text("Who has a stake?")
    press(Key.Key_Return)
    assert desk.document.get(Board, "one").title == "Who has a stake?"
    press(Key.Key_Down)
    press(Key.Key_F2)
    assert outline.editor is None


def test_a_refused_name_stays_and_keeps_one_on_the_board(desk, console, outline):
    console.work.pick(("b2",))
    outline.begin_rename("b2")
    outline.editor.setText("\u202e")
    press(Key.Key_Return)
    assert console.panel.capture.message
    assert outline.editor.text() == "\u202e"
    console.work.open("two")
    assert console.work.board_id == "one"
    assert not console.close()
    assert "a name in the list" in console.banner.text
    press(Key.Key_Escape)
    assert outline.editor.hasFocus()
    press(Key.Key_Escape)
    assert outline.hasFocus()
    console.work.open("two")
    assert lines(outline)[0] == "Second board"


def test_a_name_that_is_being_typed_survives_an_edit_and_goes_with_its_item(desk, outline):
    outline.begin_rename("b2")
    outline.editor.setText("Half a thou")
    desk.ask(lambda document: KIND.rename(document, "b1", "Mayor"))
    assert outline.editor.text() == "Half a thou"
    desk.ask(lambda document: KIND.delete(document, ["b2"]))
    assert outline.editor is None


def test_insert_captures_into_the_group_of_the_current_row(desk, console, outline):
    console.work.pick(("b3",))
    press(Key.Key_Insert)
    assert console.panel.capture.line.hasFocus()
    type_text("Library")
    press(Key.Key_Return)
    added = KIND.items(desk.view("one"))[-1]
    assert (added.name, added.group) == ("Library", "right")
    assert current(outline) == "B4  Library"


def test_alt_and_arrows_move_and_delete_removes(desk, console, outline):
    console.work.pick(("b1",))
    press(Key.Key_Down, Modifier.AltModifier)
    assert desk.document.get(Crate, "b1").y == 170
    press(Key.Key_Right)
    press(Key.Key_Down)
    press(Key.Key_Delete)
    assert list(desk.document.every(CrateTie)) == []
    console.work.pick(("b1",))
    press(Key.Key_Delete)
    assert lines(outline)[2] == "    B2  Council"


def test_enter_goes_to_the_details_and_space_presses(console, outline):
    pressed = []
    outline.pressRequested.connect(pressed.append)
    console.work.pick(("b1",))
    press(Key.Key_Space)
    assert pressed == [("b1",)]
    press(Key.Key_Return)
    assert console.inspector.editors[0].widget.hasFocus()


def test_letters_go_to_the_capture_line(console, outline):
    console.work.pick(("b1",))
    press(Key.Key_B)
    assert console.panel.capture.line.hasFocus()
    assert console.panel.capture.line.text() == "b"


def test_double_click_renames(outline):
    place = outline.visualItemRect(row(outline, "B2  Council")).center()
    QTest.mouseClick(outline.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(outline.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert outline.editor.item_id == "b2"


def test_a_triangle_folds_by_click(outline):
    head = outline.visualItemRect(row(outline, "Left side"))
    QTest.mouseClick(outline.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(head.left() - 7, head.center().y()))
    assert "    B1  Clerk" not in lines(outline)


def test_only_rows_that_are_other_are_made_anew(qtbot):
    shown = Outline(Words("en"))
    qtbot.addWidget(shown)
    groups = [ItemGroup("a", "A"), ItemGroup("b", "B")]
    items = [Item(f"i{number}", f"S{number}", f"Item {number}", "ab"[number % 2]) for number in range(8)]
    links = [ItemLink("l1", "i0", "i1", "funds")]
    shown.show_board(("one", "Web"), items, groups, links, {})
    before = {text: row(shown, text) for text in ("S0  Item 0", "S1  Item 1", "→ funds → Item 1")}
    items[2] = Item("i2", "S2", "Another", "a")
    shown.show_board(("one", "Web"), items, groups, links, {"i0": "!3"})
    assert all(row(shown, text) is each for text, each in before.items())
    del items[3]
    shown.show_board(("one", "Web"), items, groups, links, {})
    assert row(shown, "S0  Item 0") is before["S0  Item 0"]
    assert len(lines(shown)) == 1 + 2 + 7
    shown.show_board(("one", "Web"), [], groups, [], {})
    assert lines(shown) == ["Web", "  A", "  B"]


def test_an_item_whose_group_is_not_on_offer_is_shown_all_the_same(qtbot):
    shown = Outline(Words("en"))
    qtbot.addWidget(shown)
    shown.show_board(("one", "Web"), [Item("i1", "S1", "Item", "newer")], [ItemGroup("a", "A")], [], {})
    assert lines(shown) == ["Web", "  A", "  newer", "    S1  Item"]


def test_the_line_for_a_name_stands_over_its_row(console, outline):
    outline.begin_rename("b3")
    QApplication.processEvents()
    assert outline.editor.geometry().intersects(outline.visualItemRect(row(outline, "B3  Developers")))
    outline.resize(QSize(260, 90))
    assert outline.viewport().rect().contains(outline.editor.geometry())
