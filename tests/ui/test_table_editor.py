"""The table: every field of every item can be edited by keys alone, and nothing that is typed is lost."""

import itertools

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget

from box_board import KIND, Crate, CrateSecret, crate, records, secrets
from facilitator.boards.described import Field
from facilitator.ui import style
from facilitator.ui.console.console_window import ConsoleWindow
from typing_keys import press, type_text

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CONTROL, SHIFT = Modifier.ControlModifier, Modifier.ShiftModifier
NAME, COLUMN, MOOD, NOTE = range(4)


@pytest.fixture
def table(console):
    """The table of the first board, with the focus in the name of B1."""
    console.panel.show_centre(console.table)
    console.table.setFocus()
    console.table.view.go_to("b1")
    return console.table


def at(table):
    cell = table.view.currentIndex()
    return cell.row(), cell.column()


def go_to(table, row, column):
    table.view.make_current(row, column)


def texts(table, column):
    return [table.model.index(row, column).data() for row in range(table.model.rowCount())]


def select(table, *cells):
    chosen = QItemSelection()
    for cell in cells:
        chosen.select(table.model.index(*cell), table.model.index(*cell))
    table.view.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def names(desk):
    return [item.name for item in KIND.items(desk.view("one"))]


def message(console):
    return console.panel.capture.message


# --- what is shown ---


def test_items_are_rows_and_their_fields_columns(table):
    assert [column.label for column in table.model.columns] == ["Name", "Column", "Influence", "Note"]
    assert texts(table, NAME) == ["Clerk", "Council", "Developers"]
    assert texts(table, COLUMN) == ["Left", "Left", "Right"]
    assert texts(table, MOOD) == ["Strong say", "", "Little say"]


def test_what_is_private_has_a_lock_an_amber_ground_and_its_name(table):
    head = table.model.headerData
    across = Qt.Orientation.Horizontal
    assert head(NOTE, across, Qt.ItemDataRole.AccessibleTextRole) == "Note, private"
    assert not head(NOTE, across, Qt.ItemDataRole.DecorationRole).isNull()
    assert head(NAME, across, Qt.ItemDataRole.DecorationRole) is None
    assert table.model.index(0, NOTE).data(Qt.ItemDataRole.BackgroundRole).name().upper() == style.AMBER_GROUND
    assert table.model.index(0, NAME).data(Qt.ItemDataRole.BackgroundRole) is None


def test_a_screen_reader_hears_rows_columns_and_what_is_not_known(table):
    down, spoken = Qt.Orientation.Vertical, Qt.ItemDataRole.AccessibleTextRole
    assert table.model.headerData(0, down) == "B1"
    assert table.model.headerData(0, down, spoken) == "B1 Clerk"
    assert table.model.index(1, MOOD).data(spoken) == "Not known"
    assert table.view.accessibleName() == "Table of all items"
    table.view.begin_edit()
    assert table.view.editing.widget.accessibleName() == "Name, B1 Clerk"


def test_where_names_are_out_of_sight_the_heads_of_the_rows_tell_them(qtbot, table):
    table.window().resize(900, 600)
    bar = table.view.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    assert table.model.headerData(0, Qt.Orientation.Vertical) == "B1 Clerk"
    bar.setValue(0)
    assert table.model.headerData(0, Qt.Orientation.Vertical) == "B1"


def test_private_columns_go_out_of_sight_with_what_else_is_private(console, table):
    go_to(table, 0, NOTE)
    console.panel.private.click()
    assert [table.view.isColumnHidden(place) for place in range(4)] == [False, False, True, True]
    assert at(table) == (0, NAME)
    console.panel.private.click()
    assert not table.view.isColumnHidden(NOTE)


def test_columns_are_chosen_in_a_menu_by_keys(table):
    table.columns.setFocus()
    press(Key.Key_Return)
    menu = table.columns.choices
    assert menu.isVisible()
    press(Key.Key_Space)
    press(Key.Key_Down)
    press(Key.Key_Space)
    assert menu.isVisible()
    press(Key.Key_Return)
    assert not menu.isVisible()
    assert [table.view.isColumnHidden(place) for place in range(4)] == [False, True, True, False]
    assert table.columns.text() == "Columns: 2 of 4"


def test_the_columns_of_a_part_are_chosen_together(console, table, monkeypatch):
    with_more_fields(monkeypatch, console)
    part = next(action for action in table.columns.choices.actions() if action.text() == "Told")
    assert part.isChecked()
    part.trigger()
    assert table.view.isColumnHidden(table.model.column_of("told"))
    part.trigger()
    assert not table.view.isColumnHidden(table.model.column_of("told"))


# --- editing ---


def test_typing_takes_the_place_of_a_value_and_enter_goes_on_down(desk, table, changes):
    type_text("Mayor")
    assert names(desk)[0] == "Clerk"
    press(Key.Key_Return)
    assert names(desk)[0] == "Mayor"
    assert len(changes) == 1
    assert at(table) == (1, NAME)
    assert table.view.hasFocus()


def test_enter_and_f2_edit_what_there_is(desk, table):
    for key in (Key.Key_Return, Key.Key_F2):
        go_to(table, 0, NAME)
        press(key)
        press(Key.Key_End)
        type_text("s")
        press(Key.Key_Return)
    assert names(desk)[0] == "Clerkss"


def test_escape_leaves_the_value_and_then_the_table(console, table, changes):
    type_text("Mayor")
    press(Key.Key_Escape)
    assert table.view.editing is None
    assert table.view.hasFocus()
    assert changes == []
    press(Key.Key_Escape)
    assert console.panel.capture.line.hasFocus()
    press(Key.Key_Escape)
    assert table.view.hasFocus()


def test_tab_saves_and_goes_to_the_next_cell_and_row_and_leaves_past_the_last(desk, table):
    type_text("Mayor")
    press(Key.Key_Tab)
    assert names(desk)[0] == "Mayor"
    assert at(table) == (0, COLUMN)
    go_to(table, 0, NOTE)
    press(Key.Key_Tab)
    assert at(table) == (1, NAME)
    press(Key.Key_Backtab, SHIFT)
    assert at(table) == (0, NOTE)
    go_to(table, 2, NOTE)
    press(Key.Key_Tab)
    assert not table.view.hasFocus()


def test_a_choice_is_made_by_letter_or_arrows(desk, table):
    go_to(table, 0, MOOD)
    type_text("l")
    assert isinstance(table.view.editing.widget, QListWidget)
    press(Key.Key_Return)
    assert desk.document.get(CrateSecret, "b1").mood == "1"
    go_to(table, 0, MOOD)
    press(Key.Key_Return)
    press(Key.Key_Up)
    press(Key.Key_Tab)
    assert desk.document.get(CrateSecret, "b1").mood == "3"
    assert at(table) == (0, NOTE)


@pytest.mark.parametrize(("typed", "value"), [("little", "1"), ("STRONG S", "3"), ("say", "3"), ("1", "1")])
def test_a_choice_is_made_by_the_beginning_of_its_words_or_its_number(desk, table, typed, value):
    go_to(table, 1, MOOD)
    type_text(typed)
    press(Key.Key_Return)
    assert desk.document.get(CrateSecret, "b2").mood == value


def test_letters_that_begin_no_choice_are_told_and_change_nothing(console, desk, table):
    go_to(table, 0, MOOD)
    type_text("top")
    said = desk.words("console.no_such_choice", typed="“top”")
    assert message(console) == said
    assert table.view.editing.widget.accessibleDescription() == said
    press(Key.Key_Return)
    assert message(console) == said
    assert desk.document.get(CrateSecret, "b1").mood == "3"
    go_to(table, 0, MOOD)
    type_text("lx")
    press(Key.Key_Backspace)
    assert message(console) == ""
    press(Key.Key_Return)
    assert desk.document.get(CrateSecret, "b1").mood == "1"


def test_a_choice_is_made_by_click(desk, table):
    go_to(table, 0, MOOD)
    table.view.begin_edit()
    shown = table.view.editing.widget
    place = shown.visualItemRect(shown.item(2)).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.document.get(CrateSecret, "b1").mood == "1"
    assert table.view.editing is None


def test_a_text_has_several_lines(desk, table):
    go_to(table, 0, NOTE)
    type_text("Call")
    press(Key.Key_Return, SHIFT)
    type_text("Dana")
    press(Key.Key_Return)
    assert desk.document.get(CrateSecret, "b1").note == "Call\nDana"
    assert texts(table, NOTE)[0] == "Call Dana"


def test_an_accent_that_is_composed_begins_to_edit(table):
    composed = QInputMethodEvent()
    composed.setCommitString("É")
    QApplication.sendEvent(table.view, composed)
    assert table.view.editing.value() == "É"


def test_double_click_edits(table):
    cell = table.view.visualRect(table.model.index(1, NAME)).center()
    QTest.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    QTest.mouseDClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    assert table.view.editing.item_id == "b2"


def test_going_elsewhere_saves(desk, console, table):
    type_text("Mayor")
    console.outline.setFocus(Qt.FocusReason.MouseFocusReason)
    assert names(desk)[0] == "Mayor"
    assert table.view.editing is None
    assert console.outline.hasFocus()


def test_a_refused_value_stays_in_its_cell_and_the_reason_is_said(desk, console, table, changes):
    press(Key.Key_Delete)
    assert message(console).startswith("Nothing was changed. B1 Clerk, Name:")
    table.view.begin_edit("\u202e")
    press(Key.Key_Return)
    editing = table.view.editing
    assert editing.value() == "\u202e"
    assert message(console) == editing.widget.accessibleDescription() != ""
    assert editing.widget.property("wrong")
    assert changes == []
    console.boards.boardChosen.emit("two")  # nothing is lost for another board or cell
    assert console.work.board_id == "one"
    go_to(table, 2, NAME)
    table.view.begin_edit()
    assert table.view.editing is editing
    assert editing.widget.hasFocus()
    editing.widget.selectAll()
    type_text("Mayor")
    press(Key.Key_Return)
    assert names(desk)[0] == "Mayor"
    assert message(console) == ""


def test_a_refused_value_that_is_given_up_says_nothing_more(console, table):
    table.view.begin_edit("\u202e")
    press(Key.Key_Return)
    assert message(console)
    press(Key.Key_Escape)
    assert message(console) == ""


def test_closing_the_window_asks_for_the_cell(desk, console, table):
    table.view.begin_edit("\u202e")
    assert not console.close()
    assert "a cell of the table" in console.banner.text
    table.view.editing.widget.setText("Mayor")
    assert console.close()
    assert names(desk)[0] == "Mayor"


def test_what_could_not_be_saved_is_saved_by_trying_again(desk, console, table, ledger):
    ledger.full = True
    type_text("Mayor")
    press(Key.Key_Return)
    assert table.view.editing.value() == "Mayor"
    console.work.open("two")  # it waits to be saved, so it keeps nobody here
    assert console.work.board_id == "two"
    assert table.view.editing is None
    ledger.full = False
    desk.retry()
    assert desk.document.get(Crate, "b1").name == "Mayor"


def test_typing_survives_what_happens_meanwhile(desk, table):
    type_text("Mayor")
    desk.ask(lambda document: KIND.rename(document, "b2", "Council of the town"))
    desk.ask(lambda document: KIND.delete(document, ["b3"]))
    assert table.view.editing.value() == "Mayor"
    desk.ask(lambda document: KIND.delete(document, ["b1"]))
    assert table.view.editing is None


# --- several cells ---


def test_delete_empties_the_selected_cells_as_one_step(desk, table, changes):
    select(table, (0, NOTE), (0, MOOD), (2, NOTE))
    press(Key.Key_Delete)
    assert len(changes) == 1
    assert [secret.note for secret in desk.document.every(CrateSecret)] == ["", ""]
    assert desk.document.get(CrateSecret, "b1").mood == ""
    desk.undo()
    assert texts(table, NOTE) == ["Met Dana in 1:1", "", "Fears delay"]


def test_cells_are_copied_as_a_spreadsheet_takes_them(table):
    select(table, (0, NAME), (0, COLUMN), (2, NAME), (2, COLUMN))
    press(Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "Clerk\tLeft\nDevelopers\tRight\n"


def test_hidden_columns_are_not_copied(console, table):
    console.panel.private.click()
    table.view.selectAll()
    press(Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "Clerk\tLeft\nCouncil\tLeft\nDevelopers\tRight\n"


def test_a_block_is_pasted_as_one_step(desk, table, changes):
    go_to(table, 1, NAME)
    QGuiApplication.clipboard().setText("Mayor\tRight\tLittle say\nBuilders\tleft\t\n")
    press(Key.Key_V, CONTROL)
    assert [change.label for change in changes] == ["paste_cells"]
    assert texts(table, NAME) == ["Clerk", "Mayor", "Builders"]
    assert texts(table, COLUMN) == ["Left", "Right", "Left"]
    assert texts(table, MOOD) == ["Strong say", "Little say", ""]
    desk.undo()
    assert texts(table, NAME) == ["Clerk", "Council", "Developers"]
    assert texts(table, MOOD) == ["Strong say", "", "Little say"]


def test_refused_cells_are_named_and_nothing_is_pasted(desk, console, table, changes):
    QGuiApplication.clipboard().setText("Mayor\n\u202e\n \n")
    press(Key.Key_V, CONTROL)
    assert changes == []
    assert "Nothing was changed." in message(console)
    assert "B2 Council, Name:" in message(console)
    assert "B3 Developers, Name:" in message(console)
    assert "B1" not in message(console)


def test_a_value_is_pasted_into_all_selected_cells(table):
    QGuiApplication.clipboard().setText("Call\n")
    select(table, (0, NOTE), (1, NOTE), (2, NOTE))
    press(Key.Key_V, CONTROL)
    assert texts(table, NOTE) == ["Call", "Call", "Call"]


@pytest.mark.parametrize("block", ["a\nb\nc\n", "a\tb\tc\td\n"])
def test_a_block_that_is_too_large_is_refused(console, table, changes, block):
    QGuiApplication.clipboard().setText(block)
    go_to(table, 1, COLUMN)
    press(Key.Key_V, CONTROL)
    assert changes == []
    assert "larger than the table" in message(console)


def test_a_block_with_a_quotation_left_open_is_refused(console, table, changes):
    QGuiApplication.clipboard().setText('"Mayor\tx\n')
    press(Key.Key_V, CONTROL)
    assert changes == []
    assert message(console)


# --- rows ---


@pytest.mark.parametrize(("key", "modifier"), [(Key.Key_Insert, Modifier.NoModifier), (Key.Key_Return, CONTROL)])
def test_a_new_row_goes_into_the_group_of_the_current_one(desk, console, table, changes, key, modifier):
    go_to(table, 0, COLUMN)
    press(key, modifier)
    type_text("Mayor")
    press(Key.Key_Return)
    assert len(changes) == 1
    added = KIND.items(desk.view("one"))[-1]
    assert (added.name, added.group) == ("Mayor", "left")
    assert texts(table, NAME) == ["Clerk", "Mayor", "Council", "Developers"]
    assert at(table) == (1, NAME)
    assert console.work.picked == (added.id,)


def test_tab_from_a_new_name_goes_on_to_its_next_cell(table):
    press(Key.Key_Insert)
    type_text("Mayor")
    press(Key.Key_Tab)
    assert at(table) == (1, COLUMN)


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_Return])
def test_a_row_without_a_name_is_given_up(table, changes, key):
    press(Key.Key_Insert)
    press(key)
    assert changes == []
    assert table.model.rowCount() == 3


def test_a_refused_name_of_a_new_row_stays(desk, console, table):
    press(Key.Key_Insert)
    table.view.editing.widget.setText("\u202e")
    press(Key.Key_Return)
    assert message(console)
    assert table.view.editing.value() == "\u202e"
    table.view.editing.widget.setText("Mayor")
    press(Key.Key_Return)
    assert "Mayor" in names(desk)


def test_new_rows_that_wait_to_be_saved_are_all_kept(desk, console, table, ledger):
    ledger.full = True
    for name, board in (("Mayor", "two"), ("Library", "one")):
        press(Key.Key_Insert)
        type_text(name)
        press(Key.Key_Return)
        console.work.open(board)
        table.setFocus()
    ledger.full = False
    desk.retry()
    assert {"Mayor", "Library"} <= {each.name for each in desk.document.every(Crate)}


def test_rows_are_deleted_together(desk, table, changes):
    select(table, (0, NAME), (1, NOTE))
    press(Key.Key_Delete, CONTROL)
    assert names(desk) == ["Developers"]
    assert len(changes) == 1
    desk.undo()
    assert sorted(texts(table, NAME)) == ["Clerk", "Council", "Developers"]


# --- sorting ---


def test_sorting_by_a_key_goes_up_down_and_back_and_edits_nothing(console, table, changes):
    go_to(table, 0, MOOD)
    for expected in (
        ["Strong say", "Little say", ""],
        ["Little say", "Strong say", ""],
        ["Strong say", "", "Little say"],
    ):
        press(Key.Key_S, CONTROL | SHIFT)
        assert texts(table, MOOD) == expected  # in the order of the scale; what is not known comes last
    assert changes == []
    assert message(console) == "In reading order again."


def test_sorting_by_a_click_keeps_the_current_cell_with_its_item(table):
    head = table.view.horizontalHeader()
    place = QPoint(head.sectionViewportPosition(NAME) + 20, head.height() // 2)
    for order in (["Clerk", "Council", "Developers"], ["Developers", "Council", "Clerk"]):
        QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert texts(table, NAME) == order
    assert table.view.ids() == ("b1",)
    assert at(table)[0] == 2
    assert head.isSortIndicatorShown()


def test_rows_stay_where_they_are_while_values_change(desk, table):
    table.model.sort_by("name", descending=True)
    desk.ask(lambda document: KIND.rename(document, "b3", "Aardvarks"))
    assert texts(table, NAME) == ["Aardvarks", "Council", "Clerk"]


# --- with the rest of the console ---


def test_canvas_and_table_pick_the_same(console, table):
    go_to(table, 1, COLUMN)
    assert console.work.picked == console.outline.ids() == ("b2",)
    console.work.pick(("b1", "b3"))
    assert table.view.ids() == ("b1", "b3")
    assert at(table) == (2, COLUMN)


def test_ctrl_z_takes_back_the_step_of_a_cell(desk, table):
    type_text("Mayor")
    press(Key.Key_Return)
    press(Key.Key_Z, CONTROL)
    assert names(desk)[0] == "Clerk"
    assert texts(table, NAME)[0] == "Clerk"


def test_another_board_shows_its_own_items(console, table):
    console.work.open("two")
    assert table.model.rowCount() == 0
    console.work.open("one")
    assert texts(table, NAME) == ["Clerk", "Council", "Developers"]


def test_what_happens_while_it_is_out_of_sight_is_read_when_it_is_shown(desk, console, table, monkeypatch):
    console.panel.show_centre(console.panel.canvas)
    asked = counting(monkeypatch)
    desk.ask(lambda document: KIND.rename(document, "b1", "Mayor"))
    assert len(asked) <= 1  # the inspector's, of what is picked
    console.panel.show_centre(table)
    assert texts(table, NAME)[0] == "Mayor"


def with_more_fields(monkeypatch, console):
    """Every box has a further field that only tells something, from now on."""
    before = type(KIND).fields

    def more(kind, document, item_id, words):
        fields = before(kind, document, item_id, words)
        told = Field("told", "Suggested", f"Talk to {item_id}", "told", head="Idea", part="Told")
        return fields if item_id == "one" else (fields[0], told, *fields[1:])

    monkeypatch.setattr(type(KIND), "fields", more)
    console.work.refresh()


def test_other_columns_keep_the_cell_and_what_is_being_typed(console, table, monkeypatch):
    go_to(table, 1, NOTE)
    type_text("Half a thou")
    with_more_fields(monkeypatch, console)
    assert [column.label for column in table.model.columns] == ["Name", "Column", "Idea", "Influence", "Note"]
    assert table.view.editing.value() == "Half a thou"
    assert at(table) == (1, 4)
    press(Key.Key_Return)
    assert texts(table, 4)[1] == "Half a thou"


def test_what_is_told_can_be_read_and_not_edited(console, table, changes, monkeypatch):
    with_more_fields(monkeypatch, console)
    go_to(table, 1, 2)
    assert table.model.index(1, 2).data() == "Talk to b2"
    press(Key.Key_Return)
    assert table.view.editing is None
    assert "can’t be typed" in message(console)
    press(Key.Key_Delete)
    assert message(console).startswith("Nothing was changed. B2 Council, Idea:")
    assert changes == []


def test_letters_where_nothing_can_be_typed_go_to_the_capture_line(console, table, monkeypatch):
    with_more_fields(monkeypatch, console)
    go_to(table, 1, 2)
    type_text("Library")
    assert console.panel.capture.line.text() == "Library"


def counting(monkeypatch):
    """A list that tells for which items fields were read since."""
    asked = []
    fields = type(KIND).fields

    def counted(kind, document, item_id, words):
        asked.append(item_id)
        return fields(kind, document, item_id, words)

    monkeypatch.setattr(type(KIND), "fields", counted)
    return asked


@pytest.fixture
def large(qtbot, make_desk, clock, monkeypatch):
    """The console with a table of 2,000 items, painted."""
    desk = make_desk(*records(), *secrets(), *(crate(number, f"Somebody {number}") for number in range(4, 2001)))
    monkeypatch.setattr(
        "facilitator.graphics.board_scene.BoardScene.refresh", lambda *_, **__: 0
    )  # the canvas is not meant
    window = ConsoleWindow(desk, clock)
    qtbot.addWidget(window)
    window.show()
    window.panel.show_centre(window.table)
    window.table.view.grab()
    return window


def test_of_2000_items_only_those_in_sight_are_read(large, monkeypatch):
    asked = counting(monkeypatch)
    table = large.table
    assert table.model.rowCount() == 2000
    table.view.scrollToBottom()
    table.view.grab()
    assert 0 < len(set(asked)) < 60
    asked.clear()
    large.desk.ask(lambda document: KIND.rename(document, "b1990", "Mayor"))
    table.view.grab()
    assert len(asked) - asked.count("b1990") < 5  # the one that was changed, and what the columns and the inspector ask
    assert table.model.index(table.model.row_of("b1990"), NAME).data() == "Mayor"


def test_a_change_tells_of_its_own_rows_only(large):
    told = []
    large.table.model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    large.desk.ask(lambda document: KIND.set_field(document, "b1000", "note", "Call"))
    assert told == [(999, 999)]
    told.clear()
    large.desk.ask(lambda document: KIND.set_field(document, "one", "title", "Another"))
    assert told == [(0, 1999)]


def test_keys_alone_lead_out_of_the_table_and_back(table):
    press(Key.Key_Backtab, SHIFT)
    assert table.columns.hasFocus()
    press(Key.Key_Tab)
    assert table.view.hasFocus()


def test_every_editor_stands_over_its_cell_and_in_sight(table):
    for row, column in itertools.product(range(3), range(4)):
        go_to(table, row, column)
        table.view.begin_edit()
        editing = table.view.editing
        cell = table.view.visualRect(table.model.index(row, column))
        assert editing.widget.geometry().intersects(cell)
        assert table.view.viewport().rect().contains(editing.widget.geometry())
        press(Key.Key_Escape)


@pytest.mark.parametrize("column", range(4))
def test_keys_that_mean_nothing_in_an_editor_mean_nothing_in_the_table(table, column):
    go_to(table, 1, column)
    press(Key.Key_F2)
    editing = table.view.editing
    for key in (Key.Key_Home, Key.Key_Up, Key.Key_Home, Key.Key_Left, Key.Key_Down, Key.Key_Down, Key.Key_Down):
        press(key)
    for key in (Key.Key_PageDown, Key.Key_End, Key.Key_Right, Key.Key_Insert, Key.Key_F14):
        press(key)
    assert at(table) == (1, column)
    assert table.view.editing is editing
    assert table.model.rowCount() == 3
