"""What comes out of a session: caught by one key from anywhere, confirmed, read back, wrapped up."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from box_board import records
from facilitator.domain.change import Change, removing
from facilitator.domain.chat import ChatLine
from facilitator.domain.outcome import Outcome
from facilitator.domain.screens import OutcomesScreen, ReadBackScreen, ScreenWanted
from facilitator.ui.stage.stage_window import SIZES, StageWindow
from facilitator.workshop.outcomes import caught, outcomes_of
from typing_keys import press, type_text, wait_for

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SESSION = "session_1"
KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)


@pytest.fixture
def desk(make_desk):
    chat = ChatLine(id="c1", session_id=SESSION, number=1, author="Ana", said_at="10:00", text="Paper stays")
    return make_desk(*records(), chat)


@pytest.fixture
def line(console):
    return console.live.catch_line


def outcomes(console):
    return outcomes_of(console.desk.document, SESSION)


def having(console, *texts, kind="decision"):
    for text in texts:
        console.desk.ask(lambda document, text=text: caught(document, SESSION, kind, text))
    console.lists.go_to_outcomes()
    return outcomes(console)


def shown_codes(console):
    shown = console.desk.feed.shown
    return [each.code for each in shown.lines] if isinstance(shown, ReadBackScreen) else None


def rows(listed):
    return [listed.item(row).text() for row in range(listed.count())]


def test_one_key_words_and_enter_and_the_keys_go_back_to_where_they_were(console, line):
    for part in (console.panel.capture.line, console.panel.canvas, console.outline, console.live.agenda.list):
        part.setFocus()
        press(Qt.Key.Key_1, CTRL)
        assert line.text.hasFocus()
        type_text("Begin small\n")
        assert not line.isVisible()
        assert part.hasFocus()
    assert [each.text for each in outcomes(console)] == ["Begin small"] * 4
    assert console.panel.capture.message == "D4 is caught as: Decision. To confirm (F4)."
    assert console.panel.capture.line.text() == ""


def test_the_four_keys_catch_the_four_kinds_and_what_stands_in_the_capture_bar_stays(console, line):
    console.panel.capture.line.setText("half a na")
    for key in KEYS:
        press(key, CTRL)
        type_text("Said\n")
    assert [each.code for each in outcomes(console)] == ["D1", "N1", "Q1", "P1"]
    assert console.panel.capture.line.text() == "half a na"


def test_a_next_step_has_who_and_by_when_behind_tab(console, line):
    press(Qt.Key.Key_2, CTRL)
    type_text("Draft the plan")
    press(Qt.Key.Key_Tab)
    type_text("Priya")
    press(Qt.Key.Key_Tab)
    type_text("soon\n")
    assert line.problem == console.desk.words("refusals.date_unreadable", text="soon")
    assert line.text.text() == "Draft the plan"
    press(Qt.Key.Key_Backspace)
    assert line.problem == ""  # what is typed now was not refused yet
    line.due.clear()
    console.desk.today = lambda: date(2027, 1, 30)  # a Saturday
    type_text("vendredi\n")
    (step,) = outcomes(console)
    assert (step.text, step.who, step.due) == ("Draft the plan", "Priya", date(2027, 2, 5))
    press(Qt.Key.Key_1, CTRL)
    assert not line.who.isVisible()


def test_the_open_line_leaves_the_console_on_a_screen_of_1280_by_720(console, line):
    press(Qt.Key.Key_2, CTRL)
    line.say(console.desk.words("refusals.date_unreadable", text="soon"))
    needed = console.minimumSizeHint()
    assert (needed.width() <= 1280, needed.height() <= 680) == (True, True)


def test_escape_keeps_the_words_for_the_next_time_of_any_kind(console, line):
    press(Qt.Key.Key_1, CTRL)
    type_text("Begin sm")
    press(Qt.Key.Key_Escape)
    assert (line.isVisible(), outcomes(console)) == (False, ())
    assert console.work.settle() == [console.desk.words("outcome.pending")]
    press(Qt.Key.Key_3, CTRL)
    type_text("all?\n")
    assert [(each.kind, each.text) for each in outcomes(console)] == [("question", "Begin small?")]
    assert console.work.settle() == []
    press(Qt.Key.Key_1, CTRL)
    press(Qt.Key.Key_Return)  # nothing typed: it closes
    assert not line.isVisible()


def test_another_of_the_keys_makes_it_another_kind_while_the_line_is_open(console, line):
    console.outline.setFocus()
    press(Qt.Key.Key_1, CTRL)
    type_text("Later")
    press(Qt.Key.Key_4, CTRL)
    press(Qt.Key.Key_Return)
    assert [(each.kind, each.text) for each in outcomes(console)] == [("parking", "Later")]
    assert console.outline.hasFocus()


def test_what_is_picked_is_caught_without_typing_and_a_chat_line_waits_no_more(console, line):
    console.panel.canvas.setFocus()
    console.work.pick(["b2"])
    press(Qt.Key.Key_4, CTRL)
    press(Qt.Key.Key_Return)
    console.lists.go_to_chat()
    press(Qt.Key.Key_1, CTRL)
    assert line.text.text() == "Paper stays"
    press(Qt.Key.Key_Return)
    assert [each.text for each in outcomes(console)] == ["Council", "Paper stays"]
    assert "Ana" not in repr(outcomes(console))
    (said,) = console.desk.document.every(ChatLine)
    assert (said.waits, said.taken_as) == (False, outcomes(console)[1].id)


def test_words_that_were_put_off_are_not_lost_to_what_is_picked(console, line):
    press(Qt.Key.Key_1, CTRL)
    type_text("Begin small")
    press(Qt.Key.Key_Escape)
    console.lists.go_to_chat()
    press(Qt.Key.Key_1, CTRL)
    assert line.text.text() == "Paper stays"
    press(Qt.Key.Key_Return)
    console.panel.capture.line.setFocus()
    press(Qt.Key.Key_1, CTRL)
    assert line.text.text() == "Begin small"


def test_the_keys_work_while_the_stage_has_them_and_do_nothing_behind_a_dialog(qtbot, console, line):
    stage = StageWindow(console.desk.stage_picture(), SIZES[0])
    try:
        with qtbot.waitActive(stage):
            stage.show()
            stage.activateWindow()
        QTest.keyClick(stage, Qt.Key.Key_1, CTRL)
        assert line.isVisible()
        line.left.emit()
        wait_for(console, qtbot)
        console.help()
        QTest.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_1, CTRL)
        assert not line.isVisible()
    finally:
        stage.end()
        stage.deleteLater()


def test_what_can_not_be_saved_stays_in_the_line_until_it_is(console, line, ledger):
    ledger.full = True
    press(Qt.Key.Key_1, CTRL)
    type_text("Begin small\n")
    assert (line.isVisible(), line.text.text()) == (True, "Begin small")
    ledger.full = False
    console.desk.retry()
    assert not line.isVisible()
    assert [each.text for each in outcomes(console)] == ["Begin small"]


def test_the_list_is_worked_on_by_keys(qtbot, console):
    having(console, "Yes", "No")
    listed = console.live.outcomes.list
    QTest.keyClick(console, Qt.Key.Key_F4)
    assert listed.hasFocus()
    assert rows(listed) == ["1  Decisions", "Yes", "No"]
    press(Qt.Key.Key_Space)
    assert [each.confirmed for each in outcomes(console)] == [True, False]
    QApplication.processEvents()
    assert console.lists.heads[3].text().strip() == "Outcomes 1"
    press(Qt.Key.Key_Space)
    assert not any(each.confirmed for each in outcomes(console))
    press(Qt.Key.Key_3)
    QApplication.processEvents()
    assert rows(listed) == ["1  Decisions", "No", "3  Open questions", "Yes"]
    assert listed.picked == (outcomes(console)[0].id,)
    press(Qt.Key.Key_Delete)
    assert [each.text for each in outcomes(console)] == ["No"]
    console.undo()
    assert len(outcomes(console)) == 2
    type_text("L")
    assert console.panel.capture.line.text() == "L"


def test_f2_opens_the_form_which_says_why_a_date_is_refused(qtbot, console):
    (one,) = having(console, "Yes", kind="next_step")
    dialog = console.live.catching.edit(one.id, console)
    wait_for(dialog, qtbot)
    who, due = dialog.parts[0].editors[1].widget, dialog.parts[0].editors[2].widget
    who.setText("Clerk")
    due.setText("soon")
    dialog.save()
    assert dialog.problem == console.desk.words("refusals.date_unreadable", text="soon")
    due.setText("5 févr.")
    assert dialog.problem == ""  # what is typed now was not refused yet
    console.desk.today = lambda: date(2027, 1, 30)
    press(Qt.Key.Key_Return, CTRL)
    (after,) = outcomes(console)
    assert (after.who, after.due, dialog.isVisible()) == ("Clerk", date(2027, 2, 5), False)


def test_reading_back_confirms_exactly_what_is_on_the_stage_and_the_next_come_up(console):
    having(console, "one", "two", "three", "four")
    panel = console.live.outcomes
    press(Qt.Key.Key_F3)
    assert shown_codes(console) == ["D2", "D3", "D4"]
    assert panel.list.hasFocus()
    assert console.desk.words("outcome.by_group") in panel.confirm.text()
    press(Qt.Key.Key_Space)
    assert [each.confirmed for each in outcomes(console)] == [False, True, True, True]
    assert shown_codes(console) == ["D1"]
    press(Qt.Key.Key_Space)
    assert all(each.confirmed for each in outcomes(console))
    assert console.desk.feed.screen is None
    assert console.panel.capture.message == console.desk.words("outcome.all_confirmed")
    press(Qt.Key.Key_F3)
    assert console.panel.capture.message == console.desk.words("outcome.none_waits")


def test_while_held_only_what_the_group_reads_is_confirmed(console):
    having(console, "one", "two")
    press(Qt.Key.Key_F3)
    console.hold()
    console.desk.ask(lambda document: caught(document, SESSION, "decision", "three"))
    assert shown_codes(console) == ["D1", "D2"]
    console.lists.go_to_outcomes()
    assert console.live.catching.reading == tuple(each.id for each in outcomes(console)[:2])
    press(Qt.Key.Key_Space)
    assert [each.confirmed for each in outcomes(console)] == [True, True, False]


def test_wrapping_up_lists_what_is_left_and_goes_on_to_stage_chat_and_handout(qtbot, console):
    asked = []
    console.handoutRequested.connect(lambda: asked.append("handout"))
    having(console, "Yes")
    having(console, "Draft", kind="next_step")
    press(Qt.Key.Key_W, ALT)
    page = console.live.closing.page
    wait_for(page, qtbot)
    words = console.desk.words
    heads = [words("outcome.close_confirm", count=2), words("outcome.close_steps", count=1)]
    assert rows(page.list) == [heads[0], "Yes", "Draft", heads[1], "Draft"]
    assert page.chat_told == words("outcome.close_chat", count=1)
    press(Qt.Key.Key_Space)
    assert [each.confirmed for each in outcomes(console)] == [True, False]
    press(Qt.Key.Key_F5)
    assert isinstance(console.desk.feed.shown, OutcomesScreen)
    press(Qt.Key.Key_F5)
    assert console.desk.feed.screen is None
    press(Qt.Key.Key_F7)
    assert not page.isVisible()
    page = console.live.closing.open()
    page.handout.click()
    assert (asked, page.isVisible(), console.live.closing.page) == (["handout"], False, None)


def test_the_group_can_nod_on_the_closing_page_too(qtbot, console):
    having(console, "one", "two", "three", "four")
    page = console.live.closing.open()
    wait_for(page, qtbot)
    press(Qt.Key.Key_F3)
    press(Qt.Key.Key_Space)
    assert [each.code for each in outcomes(console) if not each.confirmed] == ["D1"]


def test_pages_on_the_stage_turn_by_keys_and_stop_at_the_ends(qtbot, console):
    having(console, *(f"A decision of quite some length, number {number}, with more to say" for number in range(40)))
    page = console.live.closing.open()
    wait_for(page, qtbot)
    press(Qt.Key.Key_F5)
    assert page.page_told.startswith("Page 1 of ")
    press(Qt.Key.Key_PageUp, ALT)
    assert console.desk.feed.screen.page == 0
    for _ in range(20):
        press(Qt.Key.Key_PageDown, ALT)
    last = console.desk.feed.screen.page
    assert page.page_told == f"Page {last + 1} of {last + 1}"
    assert 0 < last < 20


def test_one_key_before_the_words_and_one_behind_them_are_enough(console):
    console.panel.canvas.setFocus()
    for number in range(10):
        press(KEYS[number % 4], CTRL)
        type_text(f"Said {number}")
        press(Qt.Key.Key_Return)
    assert {each.text for each in console.desk.document.every(Outcome)} == {f"Said {number}" for number in range(10)}


def test_something_comes_out_where_there_is_no_board_too(make_desk, make_console):
    console = make_console(make_desk(*(each for each in records() if not hasattr(each, "board_id"))))
    for board in console.desk.boards():
        console.desk.ask(lambda document, board=board: Change("delete", removing((board,))))
    press(Qt.Key.Key_1, CTRL)
    assert console.live.catch_line.text.hasFocus()
    type_text("Begin small\n")
    assert [each.text for each in outcomes(console)] == ["Begin small"]
    console.undo()
    for _ in range(2):
        console.undo()
    press(Qt.Key.Key_1, CTRL)
    assert console.live.catch_line.isVisible()


def test_the_arrows_pass_by_the_headings(console):
    having(console, "Yes")
    having(console, "Draft", kind="next_step")
    listed = console.live.outcomes.list
    press(Qt.Key.Key_Home)
    texts = []
    for _ in range(3):
        texts.append(listed.currentItem().text())
        press(Qt.Key.Key_Down)
    assert texts == ["Yes", "Draft", "Draft"]
    press(Qt.Key.Key_Up)
    assert listed.currentItem().text() == "Yes"
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Home)
    assert listed.currentItem().text() == "Yes"


def test_a_read_back_of_another_session_is_not_taken_for_this_one(console):
    having(console, "Yes")
    console.desk.ask(lambda document: caught(document, "", "decision", "No session"))
    console.desk.show_screen(ScreenWanted("to_confirm", ""))
    assert console.live.catching.reading is None
    assert console.desk.words("outcome.read_back") in console.live.outcomes.read_back.text()


def test_what_waits_is_counted_as_soon_as_the_console_is_open(make_desk, make_console):
    waiting = Outcome(id="o1", session_id=SESSION, number=1, kind="decision", code="D1", text="Yes")
    console = make_console(make_desk(*records(), waiting))
    assert console.lists.heads[3].text().strip() == "Outcomes 1"
    assert rows(console.live.outcomes.list) == ["1  Decisions", "Yes"]


def test_what_belongs_to_no_session_stands_in_the_list_and_is_read_back_too(console):
    console.desk.ask(lambda document: caught(document, "", "decision", "Said between sessions"))
    having(console, "Said today")
    assert rows(console.live.outcomes.list) == ["1  Decisions", "Said between sessions", "Said today"]
    console.live.catching.read_back()
    assert shown_codes(console) == ["D1", "D2"]


def test_words_that_were_picked_give_way_to_what_is_typed_and_their_chat_line_goes_on_waiting(console, line):
    console.lists.go_to_chat()
    press(Qt.Key.Key_3, CTRL)
    assert line.text.selectedText() == "Paper stays"
    type_text("Who calls them?\n")
    assert [each.text for each in outcomes(console)] == ["Who calls them?"]
    assert all(said.waits for said in console.desk.document.every(ChatLine))


def test_words_of_a_chat_line_that_are_changed_are_still_that_line(console, line):
    console.lists.go_to_chat()
    press(Qt.Key.Key_1, CTRL)
    press(Qt.Key.Key_End)
    type_text(" for those who want it\n")
    assert [each.text for each in outcomes(console)] == ["Paper stays for those who want it"]
    assert not any(said.waits for said in console.desk.document.every(ChatLine))


def test_escape_leaves_a_picked_line_where_it_was(console, line):
    console.lists.go_to_chat()
    press(Qt.Key.Key_1, CTRL)
    press(Qt.Key.Key_Escape)
    assert console.work.settle() == []
    console.panel.capture.line.setFocus()
    press(Qt.Key.Key_3, CTRL)
    assert line.text.text() == ""
    press(Qt.Key.Key_Escape)
    console.lists.go_to_chat()
    press(Qt.Key.Key_1, CTRL)
    press(Qt.Key.Key_End)
    type_text(" so")
    press(Qt.Key.Key_Escape)
    console.panel.capture.line.setFocus()
    press(Qt.Key.Key_3, CTRL)
    type_text("?\n")
    assert [each.text for each in outcomes(console)] == ["Paper stays so?"]
    assert all(said.waits for said in console.desk.document.every(ChatLine))


def test_the_head_counts_only_what_is_to_be_confirmed(console):
    (only,) = having(console, "Begin small")
    assert console.lists.heads[3].text().strip() == "Outcomes 1"
    console.live.catching.confirm([only.id])
    QApplication.processEvents()
    assert console.lists.heads[3].text().strip() == "Outcomes"
