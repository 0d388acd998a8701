"""Work on the stage: gestures and lines become edits of the board that everybody sees, and nothing pops up."""

import secrets as random

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCompleter, QDialog, QMenu, QWidget

from box_board import Crate, CrateSecret, CrateTie, records
from facilitator.content.words import Words
from facilitator.domain.screens import ScreenWanted
from facilitator.graphics.picture_surface import PictureSurface
from facilitator.graphics.render import rendered
from facilitator.ui.console.stage_work import StageWork
from facilitator.ui.stage.stage_window import SIZES, TITLE, StageWindow
from privacy_probe import said_by

Key, Modifier = Qt.Key, Qt.KeyboardModifier
WORDS = Words("en")


@pytest.fixture
def at_work(qtbot, make_console):
    """A function that gives desk, console, stage and the work on it, with the first board on the stage."""
    stages = []

    def make(desk):
        console = make_console(desk)
        stage = StageWindow(desk.stage_picture(), SIZES[0], lambda window: SIZES[2])
        stages.append(stage)
        desk.signals.feedChanged.connect(lambda: stage.show_picture(desk.stage_picture()))
        work = StageWork(desk, stage, console.pointing, console.activateWindow)
        work.turned.connect(lambda on: console.stage.controls.show_on(work=on))
        console.stageWorkRequested.connect(work.turn)
        console.work.typing.append(work.typing)
        stage.show()
        console.looking.to_stage()
        work.console = console
        work.begin()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is stage)
        return work

    yield make
    for stage in stages:
        stage.end()
        stage.deleteLater()


@pytest.fixture
def work(desk, at_work):
    return at_work(desk)


@pytest.fixture
def stage(work):
    return work.surface.window()


@pytest.fixture
def canvas(work):
    return work.surface.canvas


@pytest.fixture
def line(work):
    return work.surface.bar.line


def place_of(canvas, item_id):
    x, y = canvas.board.group(item_id).box.centre
    return canvas.mapFromScene(QPointF(x, y))


def drag(canvas, start, by):
    """Press, move and release the left button."""
    button = Qt.MouseButton.LeftButton
    QTest.mousePress(canvas.viewport(), button, Modifier.NoModifier, start)
    for share in (0.3, 0.7, 1):
        QTest.mouseMove(canvas.viewport(), start + by * share)
    QTest.mouseRelease(canvas.viewport(), button, Modifier.NoModifier, start + by)


def enter(line, text, modifier=Modifier.NoModifier):
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Key.Key_Return, modifier)


def names(desk):
    return [each.name for each in desk.document.every(Crate)]


def plain(stage):
    return stage.grab().toImage().convertToFormat(stage.surface.image.format())


# --- what is done there ---


def test_a_dragged_item_is_saved_where_it_is_dropped(desk, work, canvas):
    drag(canvas, place_of(canvas, "b1"), QPoint(90, 120))
    moved = desk.document.get(Crate, "b1")
    assert moved.x == pytest.approx(400 + 90 / canvas.transform().m11(), abs=3)
    assert moved.y == pytest.approx(150 + 120 / canvas.transform().m11(), abs=3)
    assert canvas.picked == ("b1",)


def test_all_of_the_board_is_there_above_the_line(work, canvas, line):
    corner = canvas.mapFromScene(QPointF(1920, 1080))
    assert canvas.viewport().rect().contains(corner)
    assert canvas.mapTo(work.surface, corner).y() <= work.surface.bar.y()
    QTest.keyClick(canvas, Key.Key_Plus, Modifier.ControlModifier)
    assert canvas.mapFromScene(QPointF(1920, 1080)) == corner


def test_keys_move_rename_delete_and_undo(desk, work, canvas):
    canvas.setFocus()
    QTest.keyClick(canvas, Key.Key_Tab)
    assert canvas.picked == ("b1",)
    QTest.keyClick(canvas, Key.Key_Right, Modifier.AltModifier)
    assert desk.document.get(Crate, "b1").x == 420
    QTest.keyClick(canvas, Key.Key_F2)
    QTest.keyClicks(canvas.editor, "Town clerk")
    QTest.keyClick(canvas.editor, Key.Key_Return)
    assert desk.document.get(Crate, "b1").name == "Town clerk"
    assert canvas.editor is None
    QTest.keyClick(canvas, Key.Key_Delete)
    assert names(desk) == ["Council", "Developers"]
    QTest.keyClick(canvas, Key.Key_Z, Modifier.ControlModifier)
    assert "Town clerk" in names(desk)
    assert work.surface.bar.message == WORDS("stage.work_undo")
    QTest.keyClick(canvas, Key.Key_Y, Modifier.ControlModifier)
    assert "Town clerk" not in names(desk)


def test_enter_on_an_item_renames_it_for_there_are_no_details_here(work, canvas):
    canvas.pick(["b2"])
    canvas.setFocus()
    QTest.keyClick(canvas, Key.Key_Return)
    assert canvas.editor.item_id == "b2"


def test_a_link_is_made_by_keys(desk, work, canvas):
    canvas.setFocus()
    canvas.pick(["b1"])
    QTest.keyClick(canvas, Key.Key_L, Modifier.ControlModifier)
    QTest.keyClick(canvas, Key.Key_Down)
    QTest.keyClick(canvas, Key.Key_Return)
    assert {(each.from_id, each.to_id) for each in desk.document.every(CrateTie)} == {("b1", "b3"), ("b1", "b2")}


def test_lines_add_to_the_group_shown_and_tab_changes_it(desk, work, canvas, line):
    assert line.hasFocus()
    enter(line, "Library")
    assert line.text() == ""
    assert "B4" in work.surface.bar.message
    assert canvas.picked == (list(desk.document.every(Crate))[-1].id,)
    QTest.keyClick(line, Key.Key_Tab)
    enter(line, "Residents", Modifier.ControlModifier)
    enter(line, "Mayor")
    assert [(each.name, each.column) for each in list(desk.document.every(Crate))[-3:]] == [
        ("Library", "left"),
        ("Residents", "right"),
        ("Mayor", "left"),
    ]


def test_letters_on_the_canvas_go_into_the_line(work, canvas, line):
    canvas.setFocus()
    QTest.keyClick(canvas, Key.Key_L)
    assert line.hasFocus()
    assert line.text() == "l"


def test_the_board_on_stage_is_meant_whatever_the_console_shows(desk, work, line):
    work.console.work.open("two")
    enter(line, "Library")
    assert list(desk.document.every(Crate))[-1].board_id == "one"


# --- what is refused ---


def says_nothing_of(stage, *values):
    said = said_by(stage)
    return not any(value in said for value in values)


@pytest.mark.parametrize("mark", ["!4", "~-2", "~+1", "~ -1", "!9"])
def test_a_private_mark_is_gone_with_the_key_that_completes_it(desk, work, stage, line, mark):
    painted = Painted(line)
    QTest.keyClicks(line, f"Mayor {mark[:-1]}")
    stage.grab()
    QTest.keyClicks(line, mark[-1])
    assert line.text() == "Mayor "
    assert work.surface.bar.message == WORDS("stage.work_private")
    stage.grab()
    assert painted.texts[-1] == "Mayor "
    assert not any(mark in text for text in painted.texts)
    assert says_nothing_of(stage, mark)
    undone = []
    work.surface.undoRequested.connect(lambda: undone.append(True))
    QTest.keyClick(line, Key.Key_Z, Modifier.ControlModifier)
    assert line.text() == "Mayor "
    assert undone == []
    QTest.keyClicks(line, "of all")
    assert work.surface.bar.message == WORDS("stage.work_private")
    QTest.keyClick(line, Key.Key_Return)
    assert names(desk)[-1] == "Mayor of all"
    assert work.surface.bar.message == WORDS("console.added", codes="B4")
    assert not any(each.mood or each.note for each in desk.document.every(CrateSecret) if each.id not in ("b1", "b3"))


def test_a_private_mark_that_is_pasted_is_never_painted(desk, work, stage, line):
    painted = Painted(line)
    QGuiApplication.clipboard().setText("Fish auction !4 ~-2")
    QTest.keyClick(line, Key.Key_V, Modifier.ControlModifier)
    stage.grab()
    assert line.text() == "Fish auction  "
    assert work.surface.bar.message == WORDS("stage.work_private")
    assert painted.texts
    assert set(painted.texts) <= {"", "Fish auction  "}
    QTest.keyClick(line, Key.Key_Return)
    assert names(desk)[-1] == "Fish auction"


def test_a_private_mark_is_taken_out_of_a_name_too(desk, work, stage, canvas):
    canvas.begin_rename("b1")
    QTest.keyClicks(canvas.editor, "Mayor !3")
    assert canvas.editor.text() == "Mayor "
    assert work.surface.bar.message == WORDS("stage.work_private")
    assert says_nothing_of(stage, "!3")
    QTest.keyClick(canvas.editor, Key.Key_Return)
    assert desk.document.get(Crate, "b1").name == "Mayor"


def test_quotation_marks_keep_what_only_looks_private(desk, work, line):
    enter(line, '"Wait !3 days"')
    assert names(desk)[-1] == "Wait !3 days"


def test_a_private_mark_without_a_value_is_refused(desk, work, line):
    before = names(desk)
    enter(line, "Mayor ~-")
    assert names(desk) == before
    assert line.text() == "Mayor ~-"
    assert work.surface.bar.message == WORDS("stage.work_private")
    assert line.selectedText()
    QTest.keyClick(line, Key.Key_Backspace)
    QTest.keyClick(line, Key.Key_Return)
    assert names(desk) == [*before, "Mayor"]


def test_what_a_refusal_may_say_here_is_said_and_all_else_in_the_console(desk, work, line):
    heard = []
    desk.refused.connect(heard.append)
    enter(line, "A > ")
    assert work.surface.bar.message == WORDS("refusals.capture_end", column=3)
    assert heard == []
    line.clear()
    enter(line, "Nobody > Clerk")  # the boxes say "gone", with what was typed
    assert work.surface.bar.message == WORDS("stage.work_refused")
    assert len(heard) == 1


def test_a_line_that_cannot_be_saved_stays_and_waits(desk, ledger, work, line):
    ledger.full = True
    enter(line, "Library")
    assert work.surface.bar.message == WORDS("stage.work_waits")
    assert line.text() == "Library"
    ledger.full = False
    desk.retry()
    assert line.text() == ""
    assert "Library" in names(desk)


def test_a_pasted_list_is_for_the_console(desk, work, line):
    QGuiApplication.clipboard().setText("Library\nMayor\nTenants")
    before = names(desk)
    QTest.keyClick(line, Key.Key_V, Modifier.ControlModifier)
    assert names(desk) == before
    assert line.text() == ""
    assert work.surface.bar.message == WORDS("stage.work_paste")


def hold(desk):
    desk.feed.hold()


def blank(desk):
    desk.feed.blank()


def screen(desk):
    desk.feed.show_screen(desk.document, ScreenWanted("outcomes", "session_1"))


@pytest.mark.parametrize(("begin", "said"), [(hold, "work_held"), (blank, "work_blank"), (screen, "work_screen")])
def test_nothing_is_taken_while_participants_see_something_else(desk, work, canvas, line, begin, said):
    QTest.keyClicks(line, "Libr")
    begin(desk)
    before = list(desk.document.records())
    assert work.surface.bar.message == WORDS(f"stage.{said}")
    assert not work.surface.bar.is_open
    drag(canvas, QPoint(200, 100), QPoint(90, 120))
    for key in (Key.Key_Tab, Key.Key_Delete, Key.Key_F2, Key.Key_M):
        QTest.keyClick(canvas, key)
    assert list(desk.document.records()) == before
    assert canvas.picked == ()
    desk.feed.unblank()
    desk.feed.release()
    desk.feed.end_screen(desk.document)
    assert work.surface.bar.is_open
    assert line.text() == "Libr"


def test_a_name_that_is_being_typed_is_saved_before_the_stage_is_blanked(desk, work, canvas):
    canvas.begin_rename("b1")
    QTest.keyClicks(canvas.editor, "Town clerk")
    desk.feed.blank()
    assert canvas.editor is None
    assert "Town clerk" in names(desk)


def test_a_form_that_takes_no_drops_takes_no_edits(look_desk, at_work):
    look_desk.showings.choose("one", form="rows")
    work = at_work(look_desk)
    assert work.surface.bar.message == WORDS("stage.work_fixed")
    before = list(look_desk.document.records())
    canvas = work.surface.canvas
    drag(canvas, place_of(canvas, "b1"), QPoint(90, 120))
    assert list(look_desk.document.records()) == before
    assert canvas.picked == ()
    enter(work.surface.bar.line, "Library")  # it can be said all the same
    assert "Library" in names(look_desk)


# --- the end ---


def test_esc_twice_ends_it(work, line):
    QTest.keyClick(line, Key.Key_Escape)
    assert work.surface.bar.message == WORDS("stage.work_end")
    QTest.keyClick(work.surface.canvas, Key.Key_Escape)
    assert work.surface is None


def test_another_key_in_between_does_not(work, canvas, line):
    QTest.keyClick(line, Key.Key_Escape)
    QTest.keyClick(canvas, Key.Key_Tab)
    QTest.keyClick(canvas, Key.Key_Escape)
    QTest.keyClick(canvas, Key.Key_Escape)
    assert work.surface.bar.message == WORDS("stage.work_end")


def test_the_key_begins_and_ends_it_in_both_windows(qtbot, work, stage):
    assert work.console.stage.controls.work.isChecked()
    QTest.keyClick(stage, Key.Key_F12)
    assert work.surface is None
    assert not work.console.stage.controls.work.isChecked()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is work.console)
    QTest.keyClick(work.console, Key.Key_F12)
    assert work.surface is not None
    work.console.stage.controls.work.click()
    assert work.surface is None


def test_then_the_stage_is_as_it_was(qtbot, desk, work, stage, line):
    enter(line, "Library")
    work.console.pointing.turn()
    work.console.pointing.turn()
    QTest.keyClick(stage, Key.Key_F12)
    fresh = StageWindow(desk.stage_picture(), SIZES[0], lambda window: SIZES[2])
    qtbot.waitUntil(lambda: len(stage.findChildren(QWidget)) == 1)
    assert [type(child) for child in stage.findChildren(QWidget)] == [PictureSurface]
    fresh.show()
    assert stage.size() == fresh.size()
    assert plain(stage) == plain(fresh) == rendered(desk.stage_picture(), SIZES[0])
    assert (stage.accessibleName(), stage.windowTitle()) == (TITLE, TITLE)
    assert stage.surface.accessibleDescription() == fresh.surface.accessibleDescription()
    fresh.end()
    fresh.deleteLater()


def test_what_was_typed_is_there_again_and_is_asked_for_before_closing(work, line):
    QTest.keyClicks(line, "Libr")
    work.end()
    assert WORDS("console.pending_stage") in work.console.work.settle()
    work.begin()
    assert work.surface.bar.line.text() == "Libr"
    work.surface.bar.line.clear()
    work.end()
    assert work.console.work.settle() == []


# --- the pointer ---


def test_the_pointer_is_seen_here_too(desk, work, canvas):
    work.console.pointing.turn()
    bare = canvas.grab().toImage()
    desk.feed.point((960, 540))
    assert canvas.grab().toImage() != bare
    desk.feed.point(None)
    assert canvas.grab().toImage() == bare


# --- nothing pops up, nothing is private ---


class Shows(QObject):
    """Remembers every widget that was shown as a window of its own."""

    def __init__(self):
        super().__init__()
        self.windows = []

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(type(watched).__name__)
        return False


def test_no_menu_tooltip_or_dialog_comes_of_anything(work, stage, canvas, line):
    shows = Shows()
    QApplication.instance().installEventFilter(shows)
    canvas.begin_rename("b1")
    for widget in (canvas.viewport(), canvas.editor, line, work.surface.bar, work.surface, stage):
        middle = widget.rect().center()
        there = widget.mapToGlobal(middle)
        for kind in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
            QApplication.sendEvent(widget, QContextMenuEvent(kind, middle, there))
        QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, middle, there))
        QTest.mouseClick(widget, Qt.MouseButton.RightButton, Modifier.NoModifier, middle)
    enter(line, "Mayor !3")
    enter(line, "x" * 500)
    QTest.keyClick(stage, Key.Key_F1)
    QApplication.instance().removeEventFilter(shows)
    assert shows.windows == []
    for kind in (QMenu, QDialog, QCompleter):
        assert stage.findChildren(kind) == []
    assert all(child.toolTip() == child.statusTip() == "" for child in stage.findChildren(QWidget))
    assert [each for each in QApplication.topLevelWidgets() if each.parentWidget() in (stage, work.surface)] == []


def test_f1_brings_the_console_forward(qtbot, work, stage):
    QTest.keyClick(stage, Key.Key_F1)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is work.console)
    assert work.surface is not None


class Painted(QObject):
    """Remembers what a line held whenever it was painted."""

    def __init__(self, line):
        super().__init__()
        self.texts = []
        line.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            self.texts.append(watched.text())
        return False


def story(work):
    """Work that touches all that has private sides, with what the stage says and shows after each step."""
    canvas, line, stage = work.surface.canvas, work.surface.bar.line, work.surface.window()
    line.setCursorPosition(0)
    steps = [
        lambda: canvas.pick(["b1"]),
        lambda: canvas.pick(["b3", "b1"]),
        lambda: enter(line, "Library"),
        lambda: enter(line, "Mayor !3"),
        lambda: line.clear(),
        lambda: enter(line, "Clerk > Council"),
        lambda: canvas.deleteRequested.emit(("b3",)),
        lambda: work.surface.undoRequested.emit(),
        lambda: work.surface.undoRequested.emit(),
        lambda: work.surface.redoRequested.emit(),
    ]
    for step in steps:
        step()
        canvas.setFocus()  # no caret that blinks
        yield said_by(stage), stage.grab().toImage()


def test_nothing_private_is_in_its_words_or_pixels(make_desk, at_work):
    tokens = [f"Zq{random.token_hex(6)}" for _ in range(6)]
    bugged = [CrateSecret(id=f"b{n + 1}", note=tokens[2 * n], mood=tokens[2 * n + 1]) for n in range(3)]
    told = []
    for private in (bugged, []):
        work = at_work(make_desk(*records(), *private))
        told.append(list(story(work)))
        work.end()
        work.console.work.end()
    assert len(told[0]) == len(told[1]) == 10
    for (said, image), (_, clean) in zip(*told, strict=True):
        assert not any(token in said for token in tokens)
        assert image == clean


def test_undoing_something_private_does_not_name_it(desk, work):
    desk.ask(lambda document: desk.kind("one").set_field(document, "b1", "mood", "1"))
    work.surface.undoRequested.emit()
    assert work.surface.bar.message == WORDS("stage.work_undo")
    assert desk.document.get(CrateSecret, "b1").mood == "3"
