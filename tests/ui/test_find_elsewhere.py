"""Finding beyond the open board: other boards, sessions, and what stands on other boards, by keys alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from box_board import Crate, CrateSecret, records, secrets
from facilitator import catalogue
from facilitator.domain.change import Change, adding
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Person
from facilitator.templates import new_board
from facilitator.ui.console.boards_list import board_rows
from facilitator.ui.desk import Kinds
from facilitator.ui.dialogs.find_dialog import FindDialog
from typing_keys import press, type_text, wait_for

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def two(make_console, make_desk):
    """The console on the first of two boards; the second one holds a library with a private note."""
    library = Crate(id="c1", board_id="two", code="B9", name="Library", column="left", x=400, y=150)
    note = CrateSecret(id="c1", note="the secret cousin")
    return make_console(make_desk(*records(), *secrets(), library, note))


def opened(console, qtbot):
    """The dialog, once it has read all that there is."""
    QTest.keyClick(console, Key.Key_F, CTRL)
    made = console.findChildren(FindDialog)[-1]
    wait_for(made, qtbot)
    qtbot.waitUntil(lambda: made.has_read_all)
    return made


def rows(dialog):
    said = Qt.ItemDataRole.AccessibleTextRole
    return [dialog.list.item(place).data(said) for place in range(dialog.list.count())]


def test_before_anything_is_typed_the_open_board_stands_before_other_boards_and_sessions(two, qtbot):
    assert rows(opened(two, qtbot)) == [
        *("B1  Clerk", "B2  Council", "B3  Developers"),
        "Second board, Board",
        *("Who has a stake?, Session", "Welcome, Who has a stake?", "Silent listing, Who has a stake?"),
    ]


def test_a_card_of_another_board_is_found_marked_with_its_board_and_gone_to(two, qtbot):
    dialog = opened(two, qtbot)
    type_text("libr")
    assert rows(dialog) == ["B9  Library, Second board"]
    assert dialog.note.text() == "On the board Second board\nColumn: Left"
    press(Key.Key_Return)
    assert two.work.board_id == "two"
    assert two.work.picked == ("c1",)


def test_a_board_is_gone_to_and_its_row_in_the_list_is_current(two, qtbot):
    opened(two, qtbot)
    type_text("second")
    press(Key.Key_Return)
    assert two.work.board_id == "two"
    assert two.boards.currentRow() == 1


def test_a_segment_is_found_by_its_prompt_and_chosen_in_its_agenda(two, qtbot):
    dialog = opened(two, qtbot)
    type_text("who else")
    assert rows(dialog) == ["Silent listing, Who has a stake?"]
    press(Key.Key_Return)
    assert two.live.agenda.segment.id == "g2"
    assert two.work.board_id == "one"


def test_the_open_board_stands_first_among_what_has_the_words(two, qtbot):
    two.desk.ask(
        lambda document: Change(
            "capture_list",
            adding((Crate(id="c2", board_id="two", code="B8", name="Clerk", column="left", x=400, y=300),)),
        )
    )
    dialog = opened(two, qtbot)
    type_text("clerk")
    assert rows(dialog) == ["B1  Clerk", "B8  Clerk, Second board"]


def test_nothing_private_of_another_board_is_found_while_it_is_hidden(two, qtbot):
    dialog = opened(two, qtbot)
    type_text("secret cousin")
    assert dialog.found == ("c1",)
    press(Key.Key_Escape)
    wait_for(two, qtbot)
    QTest.keyClick(two, Key.Key_H, CTRL)
    dialog = opened(two, qtbot)
    type_text("secret cousin")
    assert dialog.found == ()
    assert dialog.problem == two.desk.words("console.find_none")


def test_a_name_that_is_refused_keeps_the_board_and_nothing_else_is_picked(two, qtbot):
    two.work.pick(["b1"])
    two.panel.canvas.setFocus()
    press(Key.Key_F2)
    two.panel.canvas.editor.setText("")
    dialog = opened(two, qtbot)
    type_text("libr")
    press(Key.Key_Return)
    assert two.work.board_id == "one"
    assert two.work.picked == ("b1",)
    assert not dialog.isVisible()


@pytest.fixture
def one_to_ones(make_console, make_desk):
    """The console on a board of cases, with the 1:1s of two people on two boards of one name."""
    document = Document.of(records()[:1])
    for kind_id, title in (("case_cards", "Cases"), ("capacity", "Capacity"), ("capacity", "Capacity")):
        document = document.after(new_board(document, kind_id, title))
    kind = catalogue.kind_of("capacity")
    boards = [each.id for each in sorted(document.every(Board), key=lambda each: each.number)]
    for board_id, name in zip(boards[1:], ("Dana Reid", "Ola Wolf"), strict=True):
        person = Person(id=name[:4].strip().lower(), name=name)
        document = document.after(Change("add_board", adding((person,))))
        document = document.after(kind.put_respondent(document, board_id, person))
    kinds = Kinds(catalogue.kind_of, (), new_board)
    console = make_console(make_desk(*document.records(), kinds=kinds, types=catalogue.RECORD_TYPES))
    console.work.open(boards[0])
    return console


def test_boards_of_people_are_named_as_their_list_names_them(one_to_ones, qtbot):
    listed = [(row.title, row.private) for row in board_rows(one_to_ones.desk)][1:]
    assert listed == [("Capacity", "Dana Reid"), ("Capacity", "Ola Wolf")]
    dialog = opened(one_to_ones, qtbot)
    type_text("wolf")
    assert rows(dialog) == ["Capacity, Board, Ola Wolf"]
    assert dialog.note.text() == "Who answers: Ola Wolf"
    type_text(" budget")
    assert len(rows(dialog)) > 1
    assert all(row.endswith(", Capacity, Ola Wolf") for row in rows(dialog))


def test_who_answers_on_a_board_is_not_found_while_what_is_private_is_hidden(one_to_ones, qtbot):
    QTest.keyClick(one_to_ones, Key.Key_H, CTRL)
    dialog = opened(one_to_ones, qtbot)
    assert not any("Wolf" in row for row in rows(dialog))
    type_text("wolf")
    assert dialog.found == ()


@pytest.fixture
def many(make_console, make_desk):
    """Three thousand cards on five boards besides the open one, which is empty."""
    boards = [Board(id=f"m{number}", number=10 + number, kind="boxes", title=f"Board {number}") for number in range(5)]
    cards = [
        Crate(id=f"m{place}", board_id=f"m{place % 5}", code=f"M{place}", name=f"Card {place}", column="left", x=0, y=0)
        for place in range(10, 3010)
    ]
    return make_console(
        make_desk(*records()[:1], Board(id="empty", number=1, kind="boxes", title="E"), *boards, *cards)
    )


def test_of_thousands_a_part_is_listed_and_the_rest_counted(many, qtbot):
    dialog = opened(many, qtbot)
    type_text("card")
    assert dialog.list.count() == 200
    assert dialog.note.text().endswith("2800 more on other boards have these words; type more letters.")


def test_keys_get_through_while_thousands_are_still_read(many, qtbot):
    QTest.keyClick(many, Key.Key_F, CTRL)
    dialog = many.findChildren(FindDialog)[-1]
    assert not dialog.has_read_all, "nothing beyond the open board may be read before the window is there"
    wait_for(dialog, qtbot)
    type_text("card 2999")
    qtbot.waitUntil(lambda: dialog.has_read_all)
    assert rows(dialog) == ["M2999  Card 2999, Board 4"]


def test_what_was_current_stays_so_while_more_is_found(many, qtbot):
    QTest.keyClick(many, Key.Key_F, CTRL)
    dialog = many.findChildren(FindDialog)[-1]
    wait_for(dialog, qtbot)
    type_text("board")
    press(Key.Key_Down, times=2)
    before = dialog.list.currentItem().text()
    qtbot.waitUntil(lambda: dialog.has_read_all)
    assert dialog.list.currentItem().text() == before == "Board 2"


def test_no_row_moves_when_something_is_found_later_by_what_is_said_of_it(two, qtbot):
    two.desk.ask(lambda document: two.desk.kind("two").set_field(document, "c1", "note", "council knows"))
    QTest.keyClick(two, Key.Key_F, CTRL)
    dialog = two.findChildren(FindDialog)[-1]
    wait_for(dialog, qtbot)
    type_text("council")
    first = rows(dialog)[0]
    qtbot.waitUntil(lambda: dialog.has_read_all)
    assert rows(dialog) == [first, "B9  Library, Second board"]
    assert first == "B2  Council"
