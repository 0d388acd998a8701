"""The row above the canvas: forms, spotlight, large text, moments, private layers, and what of it reaches the stage."""

from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from box_board import new_board, records, secrets
from facilitator.domain.view import Showing
from facilitator.ui.desk import Kinds
from facilitator.ui.live_keys import add_live_keys
from facilitator.workshop.capture import AddLine
from full_board import FULL
from look_board import LOOKS

LEFT = Qt.MouseButton.LeftButton
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
MOOD = frozenset({"mood"})
shown = partial(Showing, day=date(2027, 1, 14))


@pytest.fixture
def row(look_console):
    return look_console.panel.view_row


@pytest.fixture
def desk(look_desk):
    return look_desk


@pytest.fixture
def canvas(look_console):
    return look_console.panel.canvas


def switch(row, layer, on=True):
    for choice, action in zip(row.layers.choices, row.layers.menu().actions()[1:], strict=True):
        if choice.id == layer and choice.chosen != on:
            action.trigger()
            return


def names(segments):
    return [segment.accessibleName() for segment in segments]


def test_each_form_is_a_segment_with_a_lock_on_what_participants_do_not_see(look_console, desk, row):
    forms = row.forms.segments[:3]
    assert names(forms) == ["Boxes", "Rows", "Moods, private"]
    assert [form.icon().isNull() for form in forms] == [True, True, False]
    assert forms[0].isChecked()
    desk.showings.switch("one", "mood", on=True)
    assert names(row.forms.segments[:3]) == ["Boxes", "Rows", "Moods"]


def test_a_segment_changes_the_canvas_and_not_the_stage(look_console, desk, row, canvas):
    look_console.looking.to_stage()
    before = canvas.board.boxes()
    QTest.mouseClick(row.forms.segments[1], LEFT)
    assert canvas.board.boxes()["b1"].y == before["b1"].y + 400
    assert desk.feed.showing == shown()
    assert row.forms.segments[1].isChecked()
    QTest.keyClick(look_console, Qt.Key.Key_1, ALT)
    assert canvas.board.boxes() == before


def test_the_canvas_glides_to_another_look_unless_nothing_is_to_move(look_console, desk, row, canvas):
    desk.glides = True
    QTest.mouseClick(row.forms.segments[1], LEFT)
    assert canvas.gliding.active
    canvas.gliding.end()
    desk.glides = False
    QTest.mouseClick(row.forms.segments[0], LEFT)
    assert not canvas.gliding.active


def test_the_button_says_what_f5_would_do(look_console, desk, row):
    button, words = look_console.panel.to_stage, desk.words
    assert button.accessibleName() == f"{words('console.to_stage')} (F5)"
    QTest.keyClick(look_console, Qt.Key.Key_F5)
    assert button.accessibleName() == f"{words('console.is_on_stage')} (F5)"
    assert not button.isEnabled()
    look_console.looking.choose_segment(1)
    assert button.accessibleName() == f"{words('console.update_stage')} (F5)"
    QTest.keyClick(look_console, Qt.Key.Key_F5)
    assert desk.feed.showing == shown("rows")
    assert not button.isEnabled()


def test_a_private_form_is_refused_for_the_stage_in_one_sentence(look_console, desk, row):
    look_console.looking.choose_segment(2)
    assert "3 1" in look_console.panel.canvas.accessibleDescription()
    QTest.keyClick(look_console, Qt.Key.Key_F5)
    said = desk.words("console.layer_needed", form="Moods", layers="“Mood”")
    assert look_console.panel.capture.message == said
    assert desk.feed.mode == "blank"
    switch(row, "mood")
    QTest.keyClick(look_console, Qt.Key.Key_F5)
    assert desk.feed.showing == shown("moods", layers=MOOD)


def test_the_spotlight_goes_round_by_key_and_ends_with_esc(look_console, desk, canvas):
    canvas.setFocus()
    seen = []
    for _ in range(4):
        QTest.keyClick(canvas, Qt.Key.Key_S, ALT)
        seen.append(desk.showings.of("one").spotlight)
    assert seen == ["left", "right", "", "left"]
    QTest.keyClick(canvas, Qt.Key.Key_S, ALT | SHIFT)
    assert desk.showings.of("one").spotlight == ""
    QTest.keyClick(canvas, Qt.Key.Key_S, ALT | SHIFT)
    assert desk.showings.of("one").spotlight == "right"
    canvas.pick(["b1"])
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert (canvas.picked, desk.showings.of("one").spotlight) == ((), "right")
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert desk.showings.of("one").spotlight == ""


def test_the_spotlight_begins_at_what_is_picked_and_the_same_key_ends_it(full_console, full_desk):
    canvas, seen = full_console.panel.canvas, []
    canvas.setFocus()
    canvas.pick(["b2"])
    for _ in range(4):
        QTest.keyClick(canvas, Qt.Key.Key_S, ALT)
        seen.append(full_desk.showings.of("one").spotlight)
    assert seen == ["b2", "", "b2", ""]
    canvas.pick(["b1"])  # something else is meant now
    QTest.keyClick(canvas, Qt.Key.Key_S, ALT)
    assert full_desk.showings.of("one").spotlight == "b1"
    QTest.keyClick(canvas, Qt.Key.Key_S, ALT)
    assert full_desk.showings.of("one").spotlight == ""


def test_in_a_web_the_spotlight_begins_at_the_sector_of_what_is_picked(look_console, desk, canvas):
    canvas.setFocus()
    canvas.pick(["b3"])
    QTest.keyClick(canvas, Qt.Key.Key_S, ALT)
    assert desk.showings.of("one").spotlight == "right"


def test_the_spotlight_menu_offers_the_spots_of_the_kind(full_console):
    choices = full_console.panel.view_row.spotlight.choices
    assert [choice.name for choice in choices] == ["Whole board", "B1 Clerk", "B2 Council", "B3 Developers"]


def test_many_spots_are_offered_group_by_group(full_console, full_desk):
    for number in range(20):
        full_desk.ask(lambda document, name=f"Box {number}": FULL.add(document, "one", AddLine(name), "right"))
    menu = full_console.panel.view_row.spotlight.menu()
    assert [action.text() for action in menu.actions()] == ["Whole board", "Left side", "Right side"]
    left, right = (action.menu() for action in menu.actions()[1:])
    assert [action.text() for action in left.actions()] == ["B1 Clerk", "B2 Council"]
    assert len(right.actions()) == 21
    right.actions()[0].trigger()
    assert full_desk.showings.of("one").spotlight == "b3"
    marked = full_console.panel.view_row.spotlight.menu().actions()[2].menu().actions()
    assert [action.text() for action in marked if action.isChecked()] == ["B3 Developers"]


def test_a_spot_that_is_deleted_gives_way_to_the_whole_board(full_console, full_desk):
    full_desk.showings.choose("one", spotlight="b1")
    full_console.work.delete(["b1"])
    assert full_desk.showings.of("one").spotlight == ""


def test_the_spotlight_menu_offers_the_whole_board_and_each_group(look_console, desk, row):
    assert [choice.name for choice in row.spotlight.choices] == ["Whole board", "Left side", "Right side"]
    row.spotlight.menu().actions()[2].trigger()
    assert desk.showings.of("one").spotlight == "right"
    assert row.spotlight.property("on")
    look_console.resize(1900, 900)
    QTest.qWait(0)
    assert row.spotlight.text().strip() == row.spotlight.accessibleName() == "Spotlight: Right side"
    row.spotlight.menu().actions()[0].trigger()
    assert row.spotlight.text().strip() == "Spotlight"
    assert not row.spotlight.property("on")


def test_large_text_is_turned_on_and_off(look_console, desk, row):
    QTest.mouseClick(row.large, LEFT)
    assert desk.showings.of("one").large
    QTest.keyClick(look_console, Qt.Key.Key_L, ALT)
    assert not desk.showings.of("one").large
    assert not row.large.isChecked()


def test_comparing_is_offered_once_a_moment_was_kept(look_console, desk, row):
    assert row.compare.isHidden()
    kind = desk.kind("one")
    desk.ask(lambda document: kind.keep_moment(document, "one", "Spring", desk.today()))
    assert not row.compare.isHidden()
    assert [choice.name for choice in row.compare.choices] == ["Now only", "Spring, 14 January 2027"]
    row.compare.menu().actions()[1].trigger()
    assert desk.showings.of("one").then == "m1"


def test_a_kind_without_other_looks_offers_none(make_console, make_desk):
    console = make_console(make_desk(*records()))
    row = console.panel.view_row
    for each in (row.spotlight, row.large, row.compare, row.layers):
        assert each.isHidden()
    assert names(row.forms.segments)[0] == "Board"
    QTest.keyClick(console, Qt.Key.Key_S, ALT)
    assert console.desk.showings.of("one") == shown()


def test_a_layer_that_is_on_is_said_everywhere_and_one_key_turns_all_off(look_console, desk, row):
    add_live_keys(look_console, desk.showings.all_off, look_console.hold, look_console.blank)
    signs = look_console.bar.sign, look_console.panel.sign, look_console.stage.sign
    look_console.looking.to_stage()
    assert all(sign.isHidden() for sign in signs)
    switch(row, "mood")
    said = desk.words("console.layers_seen", layers="Mood")
    assert look_console.panel.sign.text == look_console.stage.sign.text == said
    assert said in look_console.bar.sign.accessibleName()
    assert row.layers.property("on")
    panel = look_console.inspector
    look_console.work.pick(("b1",))
    heads = [label.text() for label in panel.findChildren(QLabel) if label.objectName() == "heading"]
    assert desk.words("console.private_seen", layers="Mood") in heads
    QTest.keyClick(look_console, Qt.Key.Key_F8)
    assert desk.feed.shown.told == ()
    assert all(sign.isHidden() for sign in signs)


def private_heads(console):
    return [label.text() for label in console.inspector.findChildren(QLabel) if label.objectName() == "heading"]


@pytest.mark.parametrize("state", ["held", "elsewhere", "blank"])
def test_the_private_panel_tells_what_participants_see_now(look_console, desk, row, state):
    seen = desk.words("console.private_seen", layers="Mood")
    look_console.work.pick(("b1",))
    look_console.looking.to_stage()
    if state == "held":
        desk.feed.hold()
    switch(row, "mood")
    if state == "elsewhere":
        assert seen in private_heads(look_console)
        desk.show_on_stage("two")
    elif state == "blank":
        desk.feed.blank()
    assert seen not in private_heads(look_console)
    if state == "elsewhere":
        desk.show_on_stage("one")
    else:
        desk.feed.release()
        desk.feed.unblank()
    assert seen in private_heads(look_console)


def test_a_private_layer_needs_an_arrow_before_enter(look_console, desk, row):
    look_console.looking.to_stage()
    menu = row.layers.menu()
    row.layers.open_menu()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Space):
        QTest.keyClick(menu, key)
        assert desk.feed.layers_on("one") == frozenset()
    assert menu.isVisible()
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert desk.feed.layers_on("one") == {"mood"}


def test_what_is_on_but_not_seen_is_said_as_such(look_console, desk, row):
    switch(row, "mood")
    ready = desk.words("console.layers_ready", layers="Mood")
    assert look_console.panel.sign.text == ready
    assert ready in look_console.bar.sign.accessibleName()
    assert look_console.stage.sign.isHidden()
    look_console.looking.to_stage()
    look_console.work.open("two")
    assert look_console.panel.sign.isHidden()  # this board has none on
    assert desk.words("console.layers_seen", layers="Mood") in look_console.bar.sign.accessibleName()
    look_console.blank()
    assert ready in look_console.bar.sign.accessibleName()
    assert look_console.stage.sign.isHidden()


def test_what_comes_on_while_the_stage_is_held_is_said_not_to_be_seen(look_console, desk, row):
    look_console.looking.to_stage()
    look_console.hold()
    switch(row, "mood")
    assert desk.feed.shown.showing.layers == frozenset()
    assert look_console.panel.sign.text == desk.words("console.layers_ready", layers="Mood")
    look_console.hold()
    assert look_console.panel.sign.text == desk.words("console.layers_seen", layers="Mood")


def test_the_segment_of_a_page_is_left_when_something_turns_to_the_canvas(look_console, canvas):
    panel = look_console.panel
    table, first = panel.view_row.forms.segments[-1], panel.view_row.forms.segments[0]
    table.click()
    look_console.work.pick(["b1"])
    assert panel.centre is look_console.table
    assert table.isChecked()
    canvas.begin_linking()
    assert panel.centre is canvas
    assert first.isChecked()
    canvas.end_linking()
    look_console.work.refresh()
    assert first.isChecked()


@pytest.mark.parametrize("sign", ["panel", "bar"])
def test_a_click_turns_all_off(look_console, desk, row, sign):
    look_console.looking.to_stage()
    switch(row, "mood")
    where = look_console.panel.sign.findChild(type(look_console.panel.to_stage))
    QTest.mouseClick(where if sign == "panel" else look_console.bar.sign, LEFT)
    assert desk.feed.shown.showing.layers == frozenset()


def test_nothing_private_is_on_the_canvas_while_private_marks_are_hidden(look_console, canvas):
    look_console.looking.choose_segment(2)
    look_console.panel.private.click()
    assert "3 1" not in canvas.accessibleDescription()
    look_console.panel.private.click()
    assert "3 1" in canvas.accessibleDescription()


def test_items_are_moved_on_the_first_form_of_the_whole_board_only(look_console, desk, canvas):
    changes = []
    desk.signals.documentChanged.connect(changes.append)
    canvas.pick(["b1"])
    for look in ({"form": "rows"}, {"form": "boxes", "spotlight": "left"}):
        desk.showings.choose("one", **look)
        canvas.dropRequested.emit(("b1",), 700.0, 500.0)
        canvas.nudgeRequested.emit(("b1",), "up")
        assert changes == []
        assert look_console.panel.capture.message == desk.words("console.moves_elsewhere", form="Boxes")
    desk.showings.choose("one", spotlight="", large=True)
    canvas.dropRequested.emit(("b1",), 700.0, 500.0)
    assert len(changes) == 1


def test_in_a_form_that_takes_drops_items_are_dragged_but_not_moved_by_key(look_console, desk, canvas):
    changes = []
    desk.signals.documentChanged.connect(changes.append)
    desk.showings.choose("one", form="moods")
    canvas.nudgeRequested.emit(("b1",), "up")
    assert changes == []
    canvas.dropRequested.emit(("b1",), 700.0, 500.0)
    assert len(changes) == 1


def test_where_it_is_narrow_buttons_keep_their_icons_and_names(look_console, row):
    look_console.resize(1900, 900)
    QTest.qWait(0)
    assert row.large.text().strip() == "Large text"
    row.resize(row.minimumSizeHint().width(), row.height())
    assert row.large.text() == row.spotlight.text() == ""
    assert row.large.accessibleName() == row.large.toolTip() == "Large text"
    row.resize(1500, row.height())
    assert row.large.text().strip() == "Large text"


def test_a_canvas_that_shows_what_participants_do_not_see_says_so(look_console, desk, canvas):
    look_console.looking.choose_segment(2)
    assert canvas.property("private")
    assert canvas.accessibleName() == desk.words("console.canvas_private", layers="Mood")
    desk.showings.switch("one", "mood", on=True)
    assert not canvas.property("private")
    assert canvas.accessibleName() == desk.words("console.canvas")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_console_fits_into_a_small_screen_with_everything_on(make_console, make_desk, language):
    desk = make_desk(*records(), *secrets(), kinds=Kinds(lambda kind_id: LOOKS, (), new_board), language=language)
    console = make_console(desk)
    console.looking.to_stage()
    for layer in ("mood", "note"):
        desk.showings.switch("one", layer, on=True)
    console.lists.go_to_findings()
    least = console.minimumSizeHint()
    assert (least.width() <= 1280, least.height() <= 680) == (True, True), least


def test_what_the_table_shows_goes_to_the_stage_in_a_form_that_may(look_console, desk, row):
    words, panel = desk.words, look_console.panel
    desk.showings.choose("one", form="moods")
    row.forms.segments[-1].click()
    assert panel.centre is look_console.table
    assert panel.to_stage.accessibleName() == f"{words('console.to_stage')} (F5)"
    QTest.keyClick(look_console, Qt.Key.Key_F5)
    assert panel.capture.message == ""
    assert desk.feed.showing == shown("boxes")
    assert panel.to_stage.accessibleName() == f"{words('console.is_on_stage')} (F5)"
    assert desk.showings.form("one").id == "moods"


def test_the_form_that_was_chosen_is_there_again_after_the_table(look_console, desk, row, canvas):
    row.forms.segments[2].click()
    row.forms.segments[-1].click()
    QTest.keyClick(look_console, Qt.Key.Key_F5)
    look_console.work.pick(["b1"])
    canvas.begin_linking()
    assert look_console.panel.centre is canvas
    assert row.forms.segments[2].isChecked()
    assert desk.showings.of("one").form == "moods"
    assert desk.feed.showing == shown("boxes")
    canvas.end_linking()
    QTest.keyClick(look_console, Qt.Key.Key_F5)
    assert look_console.panel.capture.message == desk.words("console.layer_needed", form="Moods", layers="“Mood”")
    assert desk.feed.showing == shown("boxes")


def test_the_table_keeps_the_form_that_may_go_to_the_stage(look_console, desk, row):
    desk.showings.choose("one", form="rows")
    row.forms.segments[-1].click()
    QTest.keyClick(look_console, Qt.Key.Key_F5)
    assert desk.feed.showing == shown("rows")


def test_a_private_form_behind_the_table_leaves_the_stage_with_its_layer(look_console, desk, row):
    desk.showings.switch("one", "mood", on=True)
    desk.showings.choose("one", form="moods")
    row.forms.segments[-1].click()
    QTest.keyClick(look_console, Qt.Key.Key_F5)
    assert desk.feed.showing == shown("moods", layers=MOOD)
    desk.showings.all_off()
    assert desk.showings.form("one").id == "moods"
    QTest.keyClick(look_console, Qt.Key.Key_F5)
    assert look_console.panel.capture.message == ""
    assert desk.feed.showing.form in ("", "boxes")


def test_esc_ends_the_spotlight_while_a_button_has_the_focus(look_console, desk, row):
    for focused in (row.spotlight, look_console.panel.to_stage, row.forms.segments[0]):
        desk.showings.choose("one", spotlight="left")
        focused.setFocus()
        QTest.keyClick(focused, Qt.Key.Key_Escape)
        assert desk.showings.of("one").spotlight == ""


def test_the_private_layers_say_where_they_go(look_console, desk, row):
    said = desk.words("console.layers_said")
    assert row.layers.toolTip() == row.layers.accessibleName() == f"{said} (Alt+P)"
    heading = row.layers.menu().actions()[0]
    assert (heading.text(), heading.isEnabled()) == (said, False)
    assert row.layers.x() - row.large.geometry().right() > 10
