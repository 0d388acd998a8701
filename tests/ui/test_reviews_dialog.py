"""Planning review sessions in the window: what it tells before Enter, that it is one step, and what it refuses."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from box_board import records
from facilitator.domain.engagement import Session
from facilitator.domain.program import Cohort, Program
from facilitator.ui.dialogs.reviews_dialog import ReviewsDialog

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(params=["en"])
def console(request, make_desk, make_console):
    more = [
        Program(id="p", number=1, title="Leaders"),
        Cohort(id="c", program_id="p", number=1, title="Spring"),
        Session(id="t", number=2, title="Half day 1", cohort_id="c"),
    ]
    return make_console(make_desk(*records(), *more, language=request.param))


@pytest.fixture
def desk(console):
    return console.desk


@pytest.fixture
def sessions(console):
    dialog = console.live.sessions.open_sessions()
    dialog.choose("t")
    return dialog


@pytest.fixture
def dialog(sessions):
    sessions.buttons["reviews"].click()
    return next(each for each in sessions.children() if isinstance(each, ReviewsDialog))


def choose(dialog, *cadences, first="2027-02-01", until="2027-03-31", at=""):
    for its_id, tick in dialog.ticks.items():
        tick.setChecked(its_id in cadences)
    for line, text in ((dialog.first_day, first), (dialog.until, until), (dialog.begins, at)):
        line.selectAll()
        QTest.keyClicks(line, text) if text else line.clear()
    dialog.refresh()


def planned(desk):
    return [each for each in desk.document.every(Session) if each.agenda]


def test_it_begins_with_a_year_from_next_monday_and_in_no_cohort(dialog):
    assert (dialog.first_day.text(), dialog.until.text()) == ("2027-01-18", "2028-01-18")
    assert dialog.cohort.currentData() == ""
    assert dialog.cohort.findData("c") > 0
    assert [its_id for its_id, tick in dialog.ticks.items() if tick.isChecked()] == [
        "monthly",
        "quarterly",
        "half",
        "annual",
    ]
    assert dialog.ticks["pulse"].text() == "Team pulse: every 2 weeks, 20 min"
    assert dialog.ticks["pulse"].hasFocus()


def test_what_is_ticked_at_first_is_all_planned(dialog):
    made = {name for _, name, note in dialog.rows if not note}
    assert {dialog.ticks[each].text().split(":")[0] for each in dialog.fields().cadences} <= made


def test_the_list_tells_what_will_be_made_and_what_is_left_out(dialog):
    choose(dialog, "monthly", "quarterly", first="2027-02-01", until="2027-05-01")
    assert dialog.rows == (
        ("Monday, 1 February 2027", "Indicator check", ""),
        ("Monday, 1 March 2027", "Indicator check", ""),
        ("Thursday, 1 April 2027", "Indicator check", ""),
        ("Monday, 3 May 2027", "Learning review", "left out: its first day would come after the last one"),
    )
    choose(dialog, "monthly", "quarterly", first="2027-02-01", until="2027-05-03")
    assert dialog.rows[-2:] == (
        ("Monday, 3 May 2027", "Learning review", ""),
        ("Monday, 3 May 2027", "Indicator check", "left out: Learning review takes its place"),
    )
    assert dialog.enter_button.accessibleName() == "Plan 4 sessions (Enter)"
    assert dialog.told.text() == "4 sessions to plan, 1 left out."


@pytest.mark.parametrize("console", ["fr"], indirect=True)
def test_it_speaks_french(dialog):
    choose(dialog, "pulse", first="2027-02-01", until="2027-02-01")
    assert dialog.rows == (("lundi 1er février 2027", "Pouls d’équipe", ""),)
    assert dialog.enter_button.accessibleName().startswith("Prévoir 1 séance")


def test_enter_plans_all_in_one_step_that_one_undo_takes_back(dialog, desk, sessions):
    choose(dialog, "pulse", until="2027-02-15", at="9h30")
    before = desk.document
    QTest.keyClick(dialog.ticks["pulse"], Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert [(each.title, each.begins, each.cohort_id) for each in planned(desk)] == [
        ("Team pulse 1", "09:30", None),
        ("Team pulse 2", "09:30", None),
    ]
    assert sessions.node.id == planned(desk)[0].id, "the first new one is chosen in the list"
    desk.undo()
    assert set(desk.document.records()) == set(before.records())


def test_space_ticks_and_the_list_follows(dialog):
    choose(dialog, "monthly", until="2027-02-01")
    QTest.keyClick(dialog.ticks["monthly"], Qt.Key.Key_Space)
    assert dialog.rows == ()
    assert dialog.problem == "No review is chosen. Choose at least one."


@pytest.mark.parametrize(
    ("first", "until", "at", "key"),
    [
        ("", "2027-03-01", "", "reviews_days_missing"),
        ("2027-02-01", "2027-01-01", "", "reviews_reversed"),
        ("someday", "2027-03-01", "", "date_unreadable"),
        ("2027-02-01", "2027-03-01", "25:00", "time_unreadable"),
    ],
)
def test_what_cannot_be_planned_is_said_and_stays_to_be_mended(dialog, desk, first, until, at, key):
    choose(dialog, "pulse", first=first, until=until, at=at)
    assert dialog.problem == desk.words(f"refusals.{key}", first=first, until=until, text=at or first)
    dialog.enter()
    assert dialog.isVisible()
    assert planned(desk) == []
    choose(dialog, "pulse", until="2027-02-01")
    assert dialog.problem == ""
    dialog.enter()
    assert len(planned(desk)) == 1


def test_nothing_new_to_plan_is_said(dialog, sessions, desk):
    choose(dialog, "pulse", until="2027-02-01")
    dialog.enter()
    sessions.buttons["reviews"].click()
    again = next(each for each in sessions.children() if isinstance(each, ReviewsDialog) and each.isVisible())
    choose(again, "pulse", until="2027-02-01")
    assert "planned already, Team pulse 1" in again.rows[0][2]
    again.enter()
    assert again.problem == desk.words("refusals.reviews_nothing_new")


def test_escape_plans_nothing(dialog, desk):
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert planned(desk) == []


def test_the_menu_of_a_change_plan_opens_it(board_console, make_console, make_desk):
    def offered(console):
        actions = console.panel.menu.menu().actions()
        return next(each for each in actions if each.text().startswith("Review sessions"))

    plan = board_console("change_plan")
    assert offered(plan).isVisible()
    offered(plan).trigger()
    dialog = next(each for each in plan.children() if isinstance(each, ReviewsDialog))
    assert dialog.cohort.currentData() == ""
    choose(dialog, "pulse", until="2027-02-01")
    dialog.enter()
    assert plan.panel.capture.message == "1 review session planned."
    assert not offered(make_console(make_desk(*records()))).isVisible()


def test_a_day_that_comes_shows_on_the_plan(board_console):
    plan = board_console("change_plan")
    plan.live.sessions.open_sessions()
    dialog = plan.live.sessions.plan_reviews()
    choose(dialog, "pulse", until="2027-02-01")
    dialog.enter()
    view = plan.desk.view("change_plan", plan.desk.showings.of("change_plan"))
    assert [each.words for each in view.panels[-1].cards] == ["Team pulse"]
