"""What is to be shown is looked through first: exactly the picture, beside what is private, and a tick before it."""

import pytest
from PySide6.QtCore import Qt

from boards.assessment.group.test_comparing import divided
from boards.assessment.group.towns import TODAY, community, spread
from facilitator import catalogue, templates
from facilitator.boards.assessment.model import Respondent, SummaryRelease
from facilitator.content.words import Words
from facilitator.domain.change import Change, Swap
from facilitator.ui.desk import Kinds
from facilitator.ui.dialogs.check_dialog import CheckDialog
from facilitator.ui.stage.stage_window import SIZES, StageWindow
from privacy_probe import said_by
from typing_keys import press, type_text, wait_for

Key, ALT, CTRL = Qt.Key, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def open_check(make_desk, make_console, qtbot):
    """A function that opens the check of a community's summary with Ctrl+N: the console and the window."""

    def make(count=8, language="en", level=spread):
        kinds = Kinds(catalogue.kind_of, (), templates.new_board)
        held = community(count, language=language, level=level)
        desk = make_desk(*held.records(), language=language, kinds=kinds, types=catalogue.RECORD_TYPES)
        desk.glides = False
        desk.today = lambda: TODAY
        console = make_console(desk)
        console.work.open("s")
        press(Key.Key_N, CTRL)
        window = console.findChildren(CheckDialog)[-1]
        wait_for(window, qtbot)
        return console, window

    return make


def releases(console):
    return list(console.desk.document.every(SummaryRelease))


def told(window):
    return dict(window.check.told)


def test_nothing_is_shown_before_somebody_ticked_that_they_looked(open_check):
    console, window = open_check()
    press(Key.Key_Return, CTRL)
    assert releases(console) == []
    assert window.problem == Words("en")("check.look_first")
    assert window.looked.hasFocus()
    press(Key.Key_Space)
    press(Key.Key_Return, CTRL)
    assert [(each.group_least, each.cell_least) for each in releases(console)] == [(5, 3)]


def test_the_stage_shows_the_very_picture_that_was_looked_at_in_each_of_its_forms(open_check, qtbot):
    console, window = open_check()
    figures = window.picture.picture
    press(Key.Key_2, ALT)
    talk = window.picture.picture
    assert figures != talk
    window.looked.setChecked(True)
    window.enter()
    stage = StageWindow(console.desk.stage_picture(), SIZES[0], lambda size: SIZES[2])
    for form, picture in (("figures", figures), ("talk", talk)):
        console.desk.showings.choose("s", form=form)
        console.desk.show_on_stage("s")
        stage.show_picture(console.desk.stage_picture())
        assert stage.picture == picture
        assert "Zq" not in repr(stage.picture) + said_by(stage)
    stage.end()


def test_who_is_in_what_is_hidden_and_what_could_be_guessed_stand_beside_it(open_check):
    _, window = open_check(5)
    assert told(window)["Agreed, and included"].startswith("5: Zqtown 1")
    assert "fewer than 3 organizations" in told(window)["Hidden, and why"]
    assert "as small as it may be" in told(window)["What a peer could guess"]
    assert "Zqtown 5" in said_by(window.private)
    assert "Zqtown" not in repr(window.picture.picture)


def test_other_thresholds_are_another_picture_that_is_to_be_looked_at_anew(open_check):
    console, window = open_check(8)
    before = window.picture.picture
    window.looked.setChecked(True)
    choose(window, "group_least", "9")
    assert not window.looked.isChecked()
    assert window.picture.picture != before  # themes only
    assert "Themes only" in told(window)["Will be shown, on the stage and in the handout"]
    window.looked.setChecked(True)
    window.enter()
    assert [each.group_least for each in releases(console)] == [9]


def test_no_threshold_can_be_below_three(open_check):
    _, window = open_check()
    for key in ("group_least", "cell_least"):
        box = window.editors[key]
        assert min(int(box.itemData(place)) for place in range(box.count())) == 3


def test_what_cannot_be_shown_is_said_and_cannot_be_released(open_check):
    console, window = open_check(2)
    assert window.problem
    assert not window.release.isEnabled()
    assert not window.looked.isEnabled()
    press(Key.Key_Return, CTRL)
    assert releases(console) == []


def test_a_cell_above_the_group_is_said_and_can_be_mended(open_check):
    _, window = open_check()
    choose(window, "group_least", "3")
    choose(window, "cell_least", "4")
    assert window.problem
    assert not window.release.isEnabled()
    choose(window, "cell_least", "3")
    assert window.problem == ""
    assert window.release.isEnabled()


def test_a_day_that_cannot_be_read_is_said_and_another_one_is_another_summary(open_check):
    console, window = open_check()
    window.looked.setChecked(True)
    day = window.editors["released_on"]
    day.setFocus()
    day.selectAll()
    type_text("nonsense")
    press(Key.Key_Return, CTRL)
    assert window.problem
    assert releases(console) == []
    day.selectAll()
    type_text("2027-05-04")
    press(Key.Key_Tab)
    assert "May 2027" in window.picture.picture.alt
    window.looked.setChecked(True)
    window.enter()
    assert [each.released_on.isoformat() for each in releases(console)] == ["2027-05-04"]


def test_what_changes_meanwhile_is_looked_at_anew(open_check):
    console, window = open_check()
    window.looked.setChecked(True)
    one = console.desk.document.get(Respondent, "b1")
    console.desk.ask(lambda document: Change("edit_respondent", (Swap(one, one.having(consent="leave_out")),)))
    window.enter()
    assert releases(console) == []
    assert window.problem == Words("en")("check.changed")
    assert "Zqtown 1" in told(window)["Left out by their own wish"]


def test_escape_shows_nothing_to_anybody(open_check):
    console, window = open_check()
    window.looked.setChecked(True)
    press(Key.Key_Escape)
    assert releases(console) == []
    assert not window.isVisible()


def test_it_does_not_open_while_what_is_private_is_hidden(open_check, qtbot):
    console, window = open_check()
    window.reject()
    console.work.hide_private(hidden=True)
    wait_for(console, qtbot)
    console.panel.capture.line.setFocus()
    press(Key.Key_N, CTRL)
    assert [each for each in console.findChildren(CheckDialog) if each.isVisible()] == []
    assert console.panel.capture.message == Words("en")("check.hidden")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_it_fits_a_small_screen_in_both_languages(open_check, language):
    _, window = open_check(language=language)
    assert window.minimumSizeHint().width() <= 1240
    assert window.minimumSizeHint().height() <= 640
    assert window.release.width() >= window.release.sizeHint().width()


def choose(window, key, value):
    box = window.editors[key]
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def test_where_nothing_can_be_shown_the_reason_stands_in_place_of_the_picture(open_check):
    _, window = open_check(count=2)
    assert not window.picture.isVisible()
    assert window.reason.isVisible()
    assert window.reason.text() == window.problem != ""
    _, window = open_check()
    assert window.picture.isVisible()
    assert not window.reason.isVisible()


def test_a_comparison_is_looked_at_anew_before_it_is_released(make_desk, make_console, qtbot):
    held = divided(*["small"] * 6, *["large"] * 6)
    kinds = Kinds(catalogue.kind_of, (), templates.new_board)
    desk = make_desk(*held.records(), kinds=kinds, types=catalogue.RECORD_TYPES)
    desk.today = lambda: TODAY
    console = make_console(desk)
    console.work.open("s")
    press(Key.Key_N, CTRL)
    window = console.findChildren(CheckDialog)[-1]
    wait_for(window, qtbot)
    window.looked.setChecked(True)
    box = window.editors["compare_by"]
    assert box.currentText() == "not compared"
    box.setCurrentIndex(box.findData("track"))
    box.activated.emit(box.currentIndex())
    assert not window.looked.isChecked()
    assert "Small municipalities: " in repr(window.picture.picture)
    window.looked.setChecked(True)
    window.enter()
    shown = catalogue.kind_of("group_summary").view(desk.document, "s")
    assert all(len(each.parts) == 2 for each in shown.dimensions)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_day_can_be_read_whole_beside_the_other_choices(open_check, language):
    _, window = open_check(language=language)
    window.resize(window.minimumSizeHint().width(), 690)
    line = window.editors["released_on"]
    assert line.width() >= line.fontMetrics().horizontalAdvance("2027-12-31") + 12
