"""Programs, cohorts and sessions: the tree, what its keys and buttons do, and that nobody's words are lost."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from box_board import records
from facilitator.domain.change import Change, adding
from facilitator.domain.chat import ChatLine
from facilitator.domain.editing import changed
from facilitator.domain.engagement import Board, Person, Segment, Session
from facilitator.domain.outcome import Outcome
from facilitator.domain.participation import Attendance, OneToOne
from facilitator.domain.program import Cohort, Program
from facilitator.ui.console.field_part import FieldPart
from facilitator.ui.dialogs.sessions_dialog import Node
from facilitator.ui.plain_label import PlainLabel
from facilitator.workshop.agenda import segments_of

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(params=["en"])
def console(request, make_desk, make_console):
    more = [
        Program(id="p", number=1, title="Leaders"),
        Cohort(id="c", program_id="p", number=1, title="Spring"),
        Session(id="t", number=2, title="Half day 1", cohort_id="c", held_on=date(2027, 3, 7), begins="09:00"),
        Segment(id="h1", session_id="t", number=1, minutes=12, title="Check-in", method="checkin"),
    ]
    window = make_console(make_desk(*records(), *more, language=request.param))
    window.live.agenda.open_session("session_1")
    return window


@pytest.fixture
def desk(console):
    return console.desk


@pytest.fixture
def dialog(console):
    return console.live.sessions.open_sessions()


def tree(dialog):
    """The rows with how deep they lie."""
    found = []

    def walk(item, depth):
        found.append((depth, *(item.text(column) for column in range(3))))
        for row in range(item.childCount()):
            walk(item.child(row), depth + 1)

    for row in range(dialog.tree.topLevelItemCount()):
        walk(dialog.tree.topLevelItem(row), 0)
    return found


def over(dialog, name):
    """The dialog of this class that is open over another one."""
    return next(each for each in dialog.children() if type(each).__name__ == name and each.isVisible())


def line(form, key):
    return next(each.widget for part in form.parts for each in part.editors if each.key == key)


def press(dialog, key):
    QTest.keyClick(dialog.tree, key)


def test_the_key_opens_the_tree_with_sessions_without_a_cohort_first(qtbot, console):
    QTest.keyClick(console, Qt.Key.Key_O, CTRL | SHIFT)
    dialog = console.live.sessions.dialog
    assert tree(dialog) == [
        (0, "Who has a stake?", "", "30 min"),
        (0, "Leaders", "", ""),
        (1, "Spring", "", ""),
        (2, "Half day 1", "7 March 2027, 09:00", "12 min"),
    ]
    assert dialog.node == Node("session", "session_1")


@pytest.mark.parametrize("console", ["fr"], indirect=True)
def test_days_are_in_the_language_of_the_app(dialog):
    assert tree(dialog)[-1] == (2, "Half day 1", "7 mars 2027, 09:00", "12 min")


def test_enter_opens_the_agenda_of_a_session(console, dialog):
    dialog.choose("t")
    press(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert console.live.session_id == "t"
    assert [console.live.agenda.list.item(row).text() for row in range(1)] == ["Check-in"]
    assert console.live.sessions.dialog is None


def test_a_program_and_a_cohort_are_made_and_renamed(desk, dialog):
    dialog.buttons["new_program"].click()
    asking = over(dialog, "TitleDialog")
    asking.enter()
    assert asking.problem == desk.words("refusals.name_empty")
    asking.line.setText("Community of practice")
    asking.enter()
    assert dialog.node.kind == "program"
    dialog.buttons["new_cohort"].click()
    asking = over(dialog, "TitleDialog")
    asking.line.setText("2027")
    asking.enter()
    assert tree(dialog)[-2:] == [(0, "Community of practice", "", ""), (1, "2027", "", "")]
    press(dialog, Qt.Key.Key_F2)
    asking = over(dialog, "EntryDialog")
    assert asking.values()["title"] == "2027"
    line(asking, "title").setText("2028")
    line(asking, "begins_on").setText("2028-05-01")
    line(asking, "ends_on").setText("2028-04-01")
    asking.save()
    assert asking.problem == desk.words("refusals.cohort_ends", begins="2028-05-01", ends="2028-04-01")
    line(asking, "ends_on").setText("2028-06-01")
    asking.save()
    assert tree(dialog)[-1] == (1, "2028", "", "")
    QTest.keyClick(dialog.tree, Qt.Key.Key_Up)
    press(dialog, Qt.Key.Key_F2)
    asking = over(dialog, "EntryDialog")
    line(asking, "title").setText("Community of practice, 2028")
    asking.save()
    assert tree(dialog)[-2] == (0, "Community of practice, 2028", "", "")


def test_a_cohort_is_made_anew_for_the_next_season_and_is_the_current_row(desk, dialog):
    dialog.choose("p")
    assert not dialog.buttons["duplicate"].isEnabled()
    dialog.choose("t")
    dialog.buttons["duplicate"].click()
    asking = over(dialog, "EntryDialog")
    line(asking, "title").setText("Fall")
    line(asking, "first_day").setText("2027-09-05")
    asking.save()
    assert tree(dialog)[-2:] == [(1, "Fall", "", ""), (2, "Half day 1", "5 September 2027, 09:00", "12 min")]
    assert dialog.node.kind == "cohort"
    desk.undo()
    assert [each.id for each in desk.document.every(Cohort)] == ["c"]


def test_a_new_session_gets_an_agenda_a_day_and_the_cohort_of_the_row(qtbot, console, desk, dialog):
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    dialog.choose("c")
    QTest.keyClick(dialog, Qt.Key.Key_N, CTRL | SHIFT)
    asking = over(dialog, "SessionDialog")
    assert asking.cohort.currentText() == "Leaders · Spring"
    asking.agenda.setCurrentIndex(asking.agenda.findData("agenda:civic_value_120"))
    asking.agenda.activated.emit(asking.agenda.currentIndex())
    assert asking.title.text() == "Civic value workshop, 120 minutes"
    asking.title.setText("Half day 2")
    asking.day.setText("soon")
    assert asking.day_read == desk.words("session.day_how")
    asking.enter()
    assert asking.problem == desk.words("refusals.date_unreadable", text="soon")
    asking.day.setText("14 mars")
    assert asking.day_read == "14 March 2027"
    asking.begins.setText("noon")
    asking.enter()
    assert asking.problem == desk.words("refusals.time_unreadable", text="noon")
    asking.begins.setText("9h30")
    asking.enter()
    assert not asking.isVisible()
    assert tree(dialog)[-1] == (2, "Half day 2", "14 March 2027, 09:30", "120 min")
    assert console.live.agenda.session_title == "Half day 2"
    desk.undo()
    assert len(list(desk.document.every(Session))) == 2


def test_a_new_session_can_begin_with_the_agenda_of_another_one(console, desk):
    QTest.keyClick(console, Qt.Key.Key_N, CTRL | SHIFT)
    asking = over(console, "SessionDialog")
    asking.agenda.setCurrentIndex(asking.agenda.findData("session:t"))
    asking.title.setText("Half day 2")
    asking.enter()
    made = console.live.session_id
    assert made not in ("session_1", "t")
    assert [(each.title, each.method) for each in segments_of(desk.document, made)] == [("Check-in", "checkin")]


def test_a_new_session_does_not_turn_to_the_board_of_somebody_elses_one_to_one(console, desk):
    board = next(desk.document.every(Board))
    first = next(each for each in segments_of(desk.document, "t"))
    known = [(None, Person(id="ana", name="Ana")), (None, OneToOne(id="t", person_id="ana"))]
    desk.ask(lambda document: changed("edit_session", [*known, (first, first.having(board_id=board.id))]))
    QTest.keyClick(console, Qt.Key.Key_N, CTRL | SHIFT)
    asking = over(console, "SessionDialog")
    asking.agenda.setCurrentIndex(asking.agenda.findData("session:t"))
    asking.title.setText("Half day 2")
    asking.enter()
    assert [each.board_id for each in segments_of(desk.document, "t")] == [board.id]
    assert [each.board_id for each in segments_of(desk.document, console.live.session_id)] == [None]


def test_a_session_is_moved_and_dated(desk, dialog):
    dialog.choose("session_1")
    press(dialog, Qt.Key.Key_F2)
    asking = over(dialog, "SessionDialog")
    assert not asking.agenda.isVisible()
    asking.cohort.setCurrentIndex(1)
    asking.day.setText("2027-01-14")
    asking.enter()
    assert (2, "Who has a stake?", "14 January 2027", "30 min") in tree(dialog)
    press(dialog, Qt.Key.Key_F2)
    again = over(dialog, "SessionDialog")
    before = desk.document
    again.enter()
    assert desk.document is before


def test_a_day_without_its_year_lies_in_the_cohort_and_one_outside_is_said(console, desk):
    desk.today = lambda: date(2026, 11, 22)
    cohort = desk.document.get(Cohort, "c")
    runs = cohort.having(begins_on=date(2026, 11, 10), ends_on=date(2026, 12, 1))
    desk.ask(lambda document: changed("edit_cohort", [(cohort, runs)]))
    form = console.live.sessions.edit_session("t")
    form.day.setText("10 Nov")
    assert form.day_read == "10 November 2026"
    form.day.setText("2 Dec")
    assert form.day_read == ("2 December 2026: outside the cohort’s days, 10 November 2026 to 1 December 2026")
    form.cohort.setCurrentIndex(0)
    assert form.day_read == "2 December 2026"
    form.day.setText("10 Nov")
    form.enter()
    assert desk.document.get(Session, "t").held_on == date(2026, 11, 10)


def test_sessions_of_several_cohorts_are_told_apart_in_the_agenda(console, desk):
    more = (
        Cohort(id="d", program_id="p", number=2, title="Winter B"),
        Session(id="u", number=3, title="Half day 1", cohort_id="d", held_on=date(2026, 11, 2)),
    )
    desk.ask(lambda document: Change("add_session", adding(more)))
    console.live.refresh()
    named = [console.live.agenda._sessions.itemText(place).replace("\u00a0", " ") for place in range(3)]
    assert named[1].startswith("Spring · 7 Mar · Half day 1")
    assert named[2].startswith("Winter B · 2 Nov 2026 · ")
    console.live.agenda.open_session("u")
    page = console.live.closing.open()
    shown = [each.text().replace("\u00a0", " ") for each in page.findChildren(PlainLabel)]
    assert named[2] in shown


def test_what_was_typed_is_not_lost_by_one_escape(desk, dialog):
    dialog.buttons["new_session"].click()
    asking = over(dialog, "SessionDialog")
    asking.title.setText("Half day 2")
    asking.reject()
    assert (asking.isVisible(), asking.problem) == (True, desk.words("console.entry_not_saved"))
    asking.reject()
    assert not asking.isVisible()


def test_what_holds_sessions_says_so_and_stays(desk, dialog):
    for its_id, key in (("p", "program_holds"), ("c", "cohort_holds")):
        dialog.choose(its_id)
        press(dialog, Qt.Key.Key_Delete)
        assert dialog.said == desk.words(f"refusals.{key}", count=1)
    dialog.choose("t")
    press(dialog, Qt.Key.Key_Delete)
    press(dialog, Qt.Key.Key_Delete)
    assert desk.document.find(Session, "t") is None
    for its_id in ("c", "p"):
        dialog.choose(its_id)
        press(dialog, Qt.Key.Key_Delete)
        assert dialog.said == ""
    assert tree(dialog) == [(0, "Who has a stake?", "", "30 min")]
    for _ in range(3):
        desk.undo()
    assert desk.document.find(Session, "t").cohort_id == "c"


def test_a_session_with_words_in_it_goes_when_asked_twice_and_they_stay(desk, dialog):
    desk.ask(lambda document: _spoken())
    dialog.choose("t")
    press(dialog, Qt.Key.Key_Delete)
    assert dialog.said == (
        "Press Del once more to remove “Half day 1”. What goes with it: 1 segment of the agenda. "
        "What stays, without a session: 1 chat line and 1 outcome. Boards stay."
    )
    dialog.choose("session_1")
    assert dialog.said == ""
    dialog.choose("t")
    press(dialog, Qt.Key.Key_Delete)
    assert desk.document.find(Session, "t") is not None
    press(dialog, Qt.Key.Key_Delete)
    assert desk.document.find(Session, "t") is None
    assert [each.session_id for kind in (ChatLine, Outcome) for each in desk.document.every(kind)] == [None, None]
    desk.undo()
    assert [each.session_id for kind in (ChatLine, Outcome) for each in desk.document.every(kind)] == ["t", "t"]


def test_a_held_session_says_what_goes_and_its_window_brings_it_back(desk, dialog):
    there = Attendance(id="a", session_id="t", person_id="ana", presence="present")
    again = Session(id="u", number=3, title="Half day 2", cohort_id="c")
    desk.ask(lambda document: Change("add_session", adding((Person(id="ana", name="Ana"), there, again))))
    dialog.refresh("t")
    press(dialog, Qt.Key.Key_Delete)
    assert "1 segment of the agenda and the attendance of 1 person" in dialog.said
    press(dialog, Qt.Key.Key_Delete)
    assert desk.document.find(Attendance, "a") is None
    assert dialog.told == "Removed: “Half day 1”. Ctrl+Z brings it back."
    assert (dialog.said, dialog.node) == ("", Node("session", "u"))
    QTest.keyClick(dialog, Qt.Key.Key_Z, CTRL)
    assert desk.document.find(Attendance, "a") == there
    assert (dialog.node.id, dialog.told) == ("t", "Undone: Remove a session")


def test_what_was_done_before_the_window_is_not_undone_in_it(console, desk):
    desk.ask(lambda document: _spoken())
    dialog = console.live.sessions.open_sessions()
    dialog.undoRequested.emit()
    assert desk.document.find(Outcome, "o")
    assert dialog.told == desk.words("session.nothing_done")


def _spoken():
    line = ChatLine(id="l", session_id="t", number=1, text="Hello")
    return Change(
        "paste_chat", adding((line, Outcome(id="o", session_id="t", number=1, kind="decision", code="D1", text="Go")))
    )


def test_a_session_that_runs_stays(console, desk, dialog):
    console.live.timing.start("h1")
    dialog.choose("t")
    press(dialog, Qt.Key.Key_Delete)
    assert dialog.said == desk.words("refusals.session_runs")


def test_the_console_opens_at_the_session_of_the_day(make_desk, make_console, clock):
    later = Session(id="u", number=3, title="Today", held_on=clock.time.date())
    assert make_console(make_desk(*records(), later)).live.session_id == "u"


def test_a_new_session_is_in_the_only_cohort_and_says_how_somebody_for_a_one_to_one_gets_known(console, desk):
    form = console.live.sessions.new_session()
    assert form.cohort.currentData() == "c"
    assert form.people.currentText() == "– nobody registered yet: Participants (Ctrl+U)"
    form.reject()
    desk.journal.do(changed("add_cohort", [(None, Cohort(id="d", program_id="p", number=2, title="Autumn"))]))
    assert console.live.sessions.new_session().cohort.currentData() == ""


def test_the_console_opens_on_a_board_of_the_session_of_the_day_and_shows_its_day(make_desk, make_console, clock):
    today = clock.time.date()
    later = [
        Session(id="u", number=3, title="Today", held_on=today),
        Board(id="box_2", number=9, kind="boxes", title="Theirs"),
        Segment(id="u1", session_id="u", number=1, minutes=9, title="Break"),
        Segment(id="u2", session_id="u", number=2, minutes=9, title="Work", board_id="box_2"),
    ]
    console = make_console(make_desk(*records(), *later))
    assert (console.live.session_id, console.work.board_id) == ("u", "box_2")
    assert line_of(console, "held_on").text() == today.isoformat()


def test_a_session_of_another_cohort_brings_a_board_of_its_own(console, desk):
    more = [
        Cohort(id="d", program_id="p", number=2, title="Winter B"),
        Session(id="u", number=3, title="Half day 1", cohort_id="d"),
        Board(id="box_2", number=9, kind="boxes", title="Theirs"),
        Segment(id="u2", session_id="u", number=2, minutes=9, title="Work", board_id="box_2"),
        Segment(id="t2", session_id="t", number=2, minutes=9, title="Work", board_id="one"),
    ]
    desk.ask(lambda document: Change("add_session", adding(more)))
    console.live.refresh()
    assert console.work.board_id == "one"
    dialog = console.live.sessions.open_sessions()
    dialog.choose("u")
    press(dialog, Qt.Key.Key_Return)
    assert (console.live.session_id, console.work.board_id) == ("u", "box_2")
    console.live.agenda.choose_session("t")
    assert console.work.board_id == "one"


def line_of(console, key):
    """The editor of a field of the board, in the details."""
    return next(
        each.widget for part in console.inspector.findChildren(FieldPart) for each in part.editors if each.key == key
    )
