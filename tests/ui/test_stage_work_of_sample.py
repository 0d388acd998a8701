"""Work on the stage in the app put together: real boards, a real file, and private records that leave no trace."""

from random import Random

import pytest
from PySide6.QtCore import QPointF, QSettings, Qt
from PySide6.QtTest import QTest

from facilitator.app import App
from facilitator.boards.stakeholder_web.model import Stakeholder
from facilitator.catalogue import KINDS, RECORD_TYPES, kind_of
from facilitator.content.words import Words
from facilitator.domain.change import Change, removing
from facilitator.domain.document import Document
from facilitator.opening import found_engagement, open_engagement
from facilitator.sample import founding_of_sample
from facilitator.ui.console.stage_work import StageWork
from facilitator.ui.desk import Kinds
from facilitator.ui.preferences import Preferences
from facilitator.ui.stage.stage_window import SIZES, TITLE, StageWindow
from typing_keys import wait_for

Key, Modifier = Qt.Key, Qt.KeyboardModifier
WEB = "stakeholder_web"


@pytest.fixture
def app(tmp_path):
    preferences = Preferences(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    preferences.keep_glides(False)
    made = App(Words("en"), "light", "1280x720", preferences)
    yield made
    made.close()
    made.close()


@pytest.mark.slow
def test_a_line_typed_on_the_stage_is_on_disk_and_in_the_console(app, tmp_path, qtbot):
    path = tmp_path / "sample.facilitator"
    found_engagement(path, founding_of_sample("fr")).close()
    app.open(path)
    workshop = app.workshop
    console, stage = workshop.console, workshop.stage
    console.work.open(WEB)
    console.looking.to_stage()
    wait_for(console, qtbot)
    QTest.keyClick(console, Key.Key_F12)
    wait_for(stage, qtbot)
    work = workshop.stage_work
    line = work.surface.bar.line
    assert line.accessibleName() == Words("fr")("console.capture_line")  # the group's language, not the app's
    QTest.keyClicks(line, "Heritage committee @2")
    QTest.keyClick(line, Key.Key_Return)
    assert "Heritage" in repr(stage.picture)
    assert "Heritage committee" in [item.name for item in console.work.showing_now.items]
    canvas = work.surface.canvas
    added = canvas.picked[0]
    x, y = canvas.board.group(added).box.centre
    start, end = canvas.mapFromScene(QPointF(x, y)), canvas.mapFromScene(QPointF(300, 300))
    button = Qt.MouseButton.LeftButton
    QTest.mousePress(canvas.viewport(), button, Modifier.NoModifier, start)
    QTest.mouseMove(canvas.viewport(), (start + end) / 2)
    QTest.mouseMove(canvas.viewport(), end)
    QTest.mouseRelease(canvas.viewport(), button, Modifier.NoModifier, end)
    sector = workshop.desk.document.get(Stakeholder, added).category
    QTest.keyClick(stage, Key.Key_F12)
    assert work.surface is None
    app.close()
    with open_engagement(path) as engagement:
        saved = engagement.journal.document.get(Stakeholder, added)
        assert (saved.name, saved.category) == ("Heritage committee", sector)
        assert saved.category != "internal"


@pytest.mark.slow
def test_two_engagements_that_differ_in_private_things_look_the_same_at_work(make_desk, make_console, monkeypatch):
    document = Document().after(founding_of_sample("en"))
    bare = document.after(Change("delete", removing(reversed([each for each in document.records() if each.private]))))
    images = []
    for each in (document, bare):
        monkeypatch.setattr("facilitator.domain.record.secrets.choice", Random(1).choice)  # ids decide between likes
        desk = make_desk(*each.records(), kinds=Kinds(kind_of, (), lambda *_: None), types=RECORD_TYPES)
        desk.glides = False
        console = make_console(desk)
        stage = StageWindow(desk.stage_picture(), SIZES[0], lambda window: SIZES[2])
        desk.signals.feedChanged.connect(lambda stage=stage, desk=desk: stage.show_picture(desk.stage_picture()))
        stage.show()
        console.work.open(WEB)
        console.looking.to_stage()
        work = StageWork(desk, stage, console.pointing, console.activateWindow)
        work.begin()
        surface = work.surface
        for text in ("Library #internal", "Mayor !3", "S1 > S2", "S1 >- S2", "S1 > Library"):
            surface.bar.line.setText(text)
            QTest.keyClick(surface.bar.line, Key.Key_Return)
            surface.canvas.setFocus()
            images.append(stage.grab().toImage())
        surface.canvas.deleteRequested.emit((next(iter(surface.canvas.names)),))
        surface.canvas.setFocus()
        images.append(stage.grab().toImage())
        work.end()
        stage.end()
        stage.deleteLater()
    assert len(images) == 12
    assert images[:6] == images[6:]
    assert len({bytes(image.constBits()) for image in images[:6]}) > 3


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_every_kind_of_board_can_be_worked_on(kind, board_console):
    console = board_console(kind.id)
    desk = console.desk
    stage = StageWindow(desk.stage_picture(), SIZES[0], lambda window: SIZES[2])
    stage.show()
    work = StageWork(desk, stage, console.pointing, console.activateWindow)
    work.begin()
    bar, canvas = work.surface.bar, work.surface.canvas
    assert bar.message == Words("en")("stage.work_nothing")
    assert not bar.is_open
    console.looking.to_stage()
    if kind.captures_privately:
        assert not bar.is_open
        assert bar.message == Words("en")("stage.work_private")
        work.end()
        stage.end()
        stage.deleteLater()
        return
    assert bar.is_open
    assert bar.message == ""
    assert canvas.names.keys() == {item.id for item in console.work.showing_now.items}
    assert bar.target.group == next((group.id for group in console.work.showing_now.groups), "")
    QTest.keyClicks(bar.line, "Library")
    QTest.keyClick(bar.line, Key.Key_Return)
    assert bar.message  # added, or why not
    assert canvas.accessibleName() == stage.windowTitle() == TITLE
    work.end()
    stage.end()
    stage.deleteLater()
