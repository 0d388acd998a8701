"""Cards of neighbouring columns are linked with at most four keys; undo and redo by keys, too."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.boards.value_board.model import Card, CardGroup, CardLink
from facilitator.content.words import Words
from typing_keys import press, type_text

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
WORDS = Words("en")


@pytest.fixture
def console(board_console):
    """The console on a value board with three values, twelve approaches and two impacts; the canvas has the focus."""
    window = board_console("value_board")
    for column, count in (("guiding", 3), ("approach", 12), ("impact", 2)):
        for number in range(count):
            type_text(f"{column} {number + 1} #{column}\n")
    press(Key.Key_Escape)
    return window


def links(console):
    codes = {card.id: card.code for card in console.desk.document.every(Card)}
    return sorted((codes[each.from_id], codes[each.to_id]) for each in console.desk.document.every(CardLink))


def pick(console, code):
    console.work.pick([next(card.id for card in console.desk.document.every(Card) if card.code == code)])


def picked(console):
    return [console.desk.document.get(Card, each).code for each in console.work.picked]


@pytest.mark.parametrize(
    ("start", "typed", "link"),
    [
        ("G1", "a2", ("G1", "A2")),
        ("G1", "12", ("G1", "A12")),  # the number alone, of the column to the right
        ("A11", "g3", ("G3", "A11")),
        ("A11", "2", ("A11", "I2")),
        ("I2", "12", ("A12", "I2")),  # no column to the right has a twelfth
    ],
)
def test_a_code_or_its_number_links_with_four_keys(console, start, typed, link):
    pick(console, start)
    press(Key.Key_L, CTRL)
    type_text(typed)
    press(Key.Key_Return)
    assert 2 + len(typed) <= 4
    assert links(console) == [link]
    (made,) = console.desk.document.every(CardLink)
    assert console.work.picked == (made.id,)
    assert {"kind", "note"} <= {editor.key for editor in console.inspector.editors}
    assert console.panel.canvas.hasFocus()


def test_keys_go_on_from_where_the_link_that_was_just_made_began(console):
    pick(console, "G1")
    for code in ("a1\n", "a2\n"):
        press(Key.Key_L, CTRL)
        type_text(code)
    assert links(console) == [("G1", "A1"), ("G1", "A2")]
    press(Key.Key_Right)
    assert picked(console) == ["A1"]
    console.work.pick([next(each.id for each in console.desk.document.every(CardLink))])
    press(Key.Key_L, CTRL)  # it was picked by hand: it begins nowhere
    assert console.panel.canvas.linking is None


def test_arrows_link_to_the_nearest_card_of_the_next_column_with_three_keys(console):
    pick(console, "G2")
    press(Key.Key_L, CTRL)
    press(Key.Key_Right)
    column = {console.desk.document.get(Card, each).column for each in console.work.picked}
    assert column == {"approach"}
    reached = picked(console)[0]
    press(Key.Key_Return)
    assert links(console) == [("G2", reached)]


def test_links_are_undone_and_redone_by_keys(console):
    pick(console, "G1")
    press(Key.Key_L, CTRL)
    type_text("a2\n")
    press(Key.Key_Z, CTRL)
    assert links(console) == []
    press(Key.Key_Y, CTRL)
    assert links(console) == [("G1", "A2")]
    press(Key.Key_Z, CTRL)
    press(Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert links(console) == [("G1", "A2")]


def test_a_capture_line_links_by_codes_in_small_letters(console):
    type_text("g1 > a2\n")
    assert links(console) == [("G1", "A2")]


def test_what_is_typed_is_told_and_a_letter_that_leads_nowhere_is_not_taken(console):
    pick(console, "G1")
    press(Key.Key_L, CTRL)
    hint = console.panel.say_linking.__self__._hint
    assert hint.text() == WORDS("console.linking")
    type_text("a")
    assert hint.text() == WORDS("console.linking_to", typed="A…")
    type_text("1")
    assert hint.text() == WORDS("console.linking_to", typed="A1 approach 1")
    type_text("9")
    assert hint.text() == WORDS("console.linking_unknown", typed="A19")
    press(Key.Key_Backspace)
    type_text("2\n")
    assert links(console) == [("G1", "A2")]
    assert len(list(console.desk.document.every(Card))) == 17


def test_backspace_and_delete_never_delete_while_a_link_is_sought(console):
    pick(console, "G1")
    press(Key.Key_L, CTRL)
    press(Key.Key_Backspace)
    press(Key.Key_Delete)
    assert len(list(console.desk.document.every(Card))) == 17
    press(Key.Key_Escape)
    assert console.panel.canvas.linking is None
    type_text("x")
    assert QApplication.focusWidget() is console.panel.capture.line
    assert console.panel.capture.line.text() == "x"


def test_a_new_link_begins_with_nothing_typed(console):
    pick(console, "G1")
    press(Key.Key_L, CTRL)
    type_text("a")
    QTest.keyClick(console.panel.canvas, Key.Key_Escape)
    pick(console, "G1")
    press(Key.Key_L, CTRL)
    type_text("a1\n")
    assert links(console) == [("G1", "A1")]


def test_a_card_dropped_on_another_founds_a_group_whose_name_is_typed_at_once(console):
    canvas, by_code = console.panel.canvas, {card.code: card.id for card in console.desk.document.every(Card)}
    x, y = canvas.board.boxes()[by_code["G2"]].centre
    canvas.dropRequested.emit((by_code["G1"],), x, y)
    assert canvas.editor.hasFocus()
    press(Key.Key_A, CTRL)
    type_text("Openness\n")
    assert [group.name for group in console.desk.document.every(CardGroup)] == ["Openness"]
    assert canvas.editor is None
    assert canvas.hasFocus()
    x, y = canvas.board.boxes()[by_code["G1"]].centre
    canvas.dropRequested.emit((by_code["G3"],), x, y)  # joins it: nothing is founded
    assert canvas.editor is None
    assert [group.name for group in console.desk.document.every(CardGroup)] == ["Openness"]


def test_a_group_is_picked_on_its_ground_renamed_in_the_inspector_and_deleted_without_its_cards(console):
    canvas, by_code = console.panel.canvas, {card.code: card.id for card in console.desk.document.every(Card)}
    x, y = canvas.board.boxes()[by_code["G2"]].centre
    canvas.dropRequested.emit((by_code["G1"],), x, y)
    canvas.finish_rename()
    (group,) = console.desk.document.every(CardGroup)
    ground = canvas.board.group(group.id).box
    at = canvas.mapFromScene(ground.x + 4, ground.y + 4)
    QTest.mouseDClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert console.work.picked == (group.id,)
    press(Key.Key_A, CTRL)
    type_text("Openness\n")
    assert [each.name for each in console.desk.document.every(CardGroup)] == ["Openness"]
    canvas.setFocus()
    press(Key.Key_Delete)
    assert list(console.desk.document.every(CardGroup)) == []
    assert len(list(console.desk.document.every(Card))) == 17


@pytest.mark.parametrize("kind_id", ["checklist", "assessment"])
def test_a_board_without_links_offers_none_and_says_so_at_once(board_console, kind_id):
    console = board_console(kind_id)
    canvas = console.panel.canvas
    canvas.setFocus()
    console.work.pick([canvas.order[0]])
    assert canvas.board.handle is None
    assert not console.panel.link.isEnabled()
    press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert canvas.linking is None
    assert console.panel.capture.message == console.desk.words("refusals.no_links_here")
