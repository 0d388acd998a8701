"""Somebody's 1:1 and the stage: nobody else sees it by mistake, and F10 and Enter do what they say."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from facilitator import catalogue, templates
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement, Person, Segment, Session
from facilitator.domain.screens import ScreenWanted
from facilitator.ui.console import find_work
from facilitator.ui.console.showing_to_others import shown_to_others
from facilitator.ui.desk import Kinds
from facilitator.ui.dialogs.find_dialog import Findable
from facilitator.ui.dialogs.help_sheet import HelpSheet
from facilitator.ui.preflight import own_line
from facilitator.workshop.agenda import segments_of
from facilitator.workshop.shown import Blank
from typing_keys import wait_for

Key, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier
GROUP, FIRST = "group", "group_1"


@pytest.fixture
def console(make_desk, make_console, qtbot):
    """A console with a session for a group, whose first segment brings no board, and with a 1:1 with its own board."""
    held = [Session(id=GROUP, title="Workshop 3", number=1), Session(id="alone", title="Alone", number=0)]
    first = Segment(id=FIRST, session_id=GROUP, number=1, minutes=10, title="Welcome")
    there = [Engagement(id="engagement", title="E"), Person(id="ana", name="Ana", organization="Elm"), *held, first]
    document = Document.of(there)
    document = document.after(templates.new_board(document, "checklist", "Checklist"))
    second = Segment(id="group_2", session_id=GROUP, number=2, minutes=10, title="Go on", board_id="checklist")
    kinds = Kinds(catalogue.kind_of, (("checklist", "Checklist"),), templates.new_board)
    desk = make_desk(*document.records(), second, kinds=kinds, types=catalogue.RECORD_TYPES)
    desk.glides = False
    made = make_console(desk)
    dialog = made.live.sessions.new_session()
    dialog.agenda.setCurrentIndex(dialog.agenda.findData("agenda:capacity_1to1"))
    dialog.title.setText("With Elm")
    dialog.people.setCurrentIndex(dialog.people.findData("ana"))
    dialog.enter()
    wait_for(made, qtbot)
    return made


def own(console):
    return next(each for each in console.desk.document.every(Board) if each.kind == "capacity").id


def of_ana(console):
    return next(each for each in console.desk.document.every(Session) if each.title == "With Elm").id


def run(console, session_id):
    """Let a session run, with its first segment that brings a board, else with its first one."""
    segments = segments_of(console.desk.document, session_id)
    console.live.agenda.open_session(session_id)
    console.live.timing.start(next((each for each in segments if each.board_id), segments[0]).id)


def asked(console):
    found = (each for each in console.children() if type(each).__name__ == "QuestionDialog" and each.isVisible())
    return next(found, None)


def on_stage(console):
    return getattr(console.desk.feed.shown, "board_id", "")


def test_the_session_that_was_chosen_starts_and_the_1_to_1_leaves_the_stage(console):
    run(console, of_ana(console))
    assert on_stage(console) == own(console)
    console.live.agenda.open_session(GROUP)
    QTest.keyClick(console, Key.Key_N, ALT)
    dialog = asked(console)
    assert dialog.question == "“With Elm” is running: end it and start “Workshop 3”?"
    assert on_stage(console) == own(console)
    QTest.keyClick(dialog, Key.Key_Return)
    assert console.live.timing.clock.running.segment.id == FIRST
    assert isinstance(console.desk.feed.shown, Blank)
    assert console.work.board_id == "checklist"


@pytest.mark.parametrize("how", ["held", "behind a blank", "read back", "outcomes"])
def test_also_after_a_stop_nothing_of_the_1_to_1_stays_for_the_group(console, how):
    desk, one = console.desk, of_ana(console)
    run(console, one)
    if how == "held":
        desk.feed.hold()
    elif how == "behind a blank":
        desk.feed.blank()
    elif how == "read back":
        desk.show_screen(ScreenWanted("read_back", own(console)))
    else:
        desk.show_screen(ScreenWanted("outcomes", one))
    console.live.timing.stop()
    run_first(console)
    if how == "behind a blank":
        desk.feed.unblank()
    assert isinstance(desk.feed.shown, Blank)


def run_first(console):
    console.live.agenda.open_session(GROUP)
    QTest.keyClick(console, Key.Key_N, ALT)
    assert asked(console) is None


def test_a_board_for_everybody_stays_on_the_stage_when_a_session_starts(console):
    console.work.open("checklist")
    console.looking.to_stage()
    run_first(console)
    assert on_stage(console) == "checklist"


def test_somebodys_1_to_1_is_shown_in_a_session_for_a_group_once_it_was_asked(console):
    run_first(console)
    console.work.open(own(console))
    QTest.keyClick(console, Key.Key_F5)
    dialog = asked(console)
    assert console.desk.document.get(Board, own(console)).title in dialog.question
    QTest.keyClick(dialog, Key.Key_Escape)
    assert isinstance(console.desk.feed.shown, Blank)
    QTest.keyClick(console, Key.Key_F5)
    QTest.keyClick(asked(console), Key.Key_Return)
    assert on_stage(console) == own(console)
    console.desk.show_on_stage("checklist")
    QTest.keyClick(console, Key.Key_F5)
    assert on_stage(console) == own(console)


def test_without_a_session_for_them_somebodys_1_to_1_is_asked_about_too(console):
    console.live.agenda.open_session("alone")
    console.work.open(own(console))
    QTest.keyClick(console, Key.Key_F5)
    assert asked(console) is not None


def test_during_their_own_1_to_1_and_for_what_is_everybodys_nothing_is_asked(console):
    console.live.agenda.open_session(of_ana(console))
    console.work.open(own(console))
    QTest.keyClick(console, Key.Key_F5)
    assert (asked(console), on_stage(console)) == (None, own(console))
    console.live.agenda.open_session(GROUP)
    console.work.open("checklist")
    QTest.keyClick(console, Key.Key_F5)
    assert (asked(console), on_stage(console)) == (None, "checklist")


def test_enter_in_the_list_opens_a_board_and_leaves_the_stage_alone(console):
    console.show_lists()
    console.work.open("checklist")
    console.boards.setFocus()
    QTest.keyClick(console.boards, Key.Key_Return)
    assert isinstance(console.desk.feed.shown, Blank)
    assert console.panel.centre.hasFocus()


def button_words(console):
    return console.bar._blank.accessibleName()


def test_one_f10_shows_the_open_board_where_the_stage_has_nothing_yet(console):
    words = console.desk.words
    console.work.open("checklist")
    assert (console.bar.state, button_words(console)) == (words("console.state_blank"), "Show (F10)")
    console.blank()
    assert (on_stage(console), button_words(console)) == ("checklist", "Blank (F10)")
    console.blank()
    assert (isinstance(console.desk.feed.shown, Blank), button_words(console)) == (True, "Show (F10)")
    console.blank()
    assert on_stage(console) == "checklist"


def test_what_waits_behind_a_blank_is_said_only_while_it_does(console):
    console.work.open("checklist")
    console.looking.to_stage()
    console.blank()
    console.looking.to_stage()
    assert console.panel.capture.message == console.desk.words("console.waits_behind_blank")
    console.blank()
    assert console.panel.capture.message == ""


def test_before_sharing_it_is_named_and_taken_off(console):
    desk = console.desk
    console.live.agenda.open_session(of_ana(console))
    desk.show_on_stage(own(console))
    assert shown_to_others(desk, of_ana(console)) == ()
    assert shown_to_others(desk, GROUP) == (own(console),)
    named = own_line(["With Elm"], desk.words)
    assert (named.state, named.mend) == ("bad", "put_away")
    assert "“With Elm”" in named.said
    assert own_line([], desk.words).state == "good"


def test_what_was_said_of_one_board_does_not_stand_below_another(console):
    console.work.open("checklist")
    console.work.say("28 answers", problem=False)
    console.work.open(own(console))
    assert console.panel.capture.message == ""


def test_a_board_that_is_undone_gives_way_to_the_one_that_was_open_before(console):
    console.work.open(own(console))
    console.new_board.menu().actions()[0].trigger()
    assert console.work.board_id not in (own(console), "checklist")
    console.undo()
    assert console.work.board_id == own(console)


def test_what_is_found_is_shown(console):
    """Where statements are in the spotlight it turns to the one that was found; else to its part of the board."""
    work, showings = console.work, console.desk.showings
    work.open(own(console))
    statement = work.showing_now.items[5].id
    find_work._go(Findable(statement, "", tuple), console.desk, work, lambda *_: None)
    assert (work.picked, showings.of(work.board_id).spotlight) == ((statement,), statement)
    work.open("checklist")
    items = work.showing_now.items
    shown = work.showing_now
    first, last = (shown.kind.spot_of(shown.view, items[place].id) for place in (0, -1))
    assert first != last
    showings.choose("checklist", spotlight=first)
    find_work._go(Findable(items[-1].id, "", tuple), console.desk, work, lambda *_: None)
    assert showings.of("checklist").spotlight == last
    showings.choose("checklist", spotlight="")
    find_work._go(Findable(items[0].id, "", tuple), console.desk, work, lambda *_: None)
    assert showings.of("checklist").spotlight == ""


def test_adding_a_row_is_called_by_the_list_that_it_goes_to(console):
    console.work.open(own(console))
    menu = console.panel.menu.menu()
    menu.aboutToShow.emit()
    shown = [each.text() for each in menu.actions() if each.isVisible()]
    assert "Add to Next steps" in shown


def test_boards_and_the_session_menu_have_keys(console, qtbot):
    QTest.keyClick(console, Key.Key_B, ALT | Qt.KeyboardModifier.ShiftModifier)
    assert console.new_board.menu().isVisible()
    console.new_board.menu().close()
    sheet = {"Alt+M, E, C, P", "Ctrl+Tab, Alt+(Shift+)B"}
    assert sheet <= {each.text() for each in HelpSheet(console.desk.words, console).findChildren(QLabel)}


def test_the_list_of_sessions_says_whom_a_1_to_1_is_with_unless_what_is_private_is_hidden(console):
    def titles():
        tree = console.live.sessions.open_sessions().tree
        return {each.text(0) for each in tree.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)}

    assert "With Elm · with Ana" in titles()
    console.work.hide_private(True)
    assert {"With Elm", "Workshop 3"} <= titles()
    assert not any("Ana" in each for each in titles())


def test_a_board_that_leaves_the_stage_comes_back_with_nothing_private_on(console):
    desk, board = console.desk, own(console)
    run(console, of_ana(console))
    desk.showings.switch(board, "answers", on=True)
    assert desk.feed.layers_on(board)
    desk.feed.put_away(desk.document, board)
    assert (desk.feed.layers_on(board), desk.feed.boards) == (frozenset(), ())
    assert isinstance(desk.feed.shown, Blank)
