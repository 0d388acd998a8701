"""The stage window: one picture, exact sizes, no chrome, and it stays."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QCompleter, QDialog, QLabel, QMenu, QMenuBar, QStatusBar, QWidget

from box_board import KIND, records
from facilitator.content.theme import theme
from facilitator.domain.document import Document
from facilitator.graphics.picture_surface import PictureSurface
from facilitator.graphics.render import rendered
from facilitator.ui.stage.stage_window import SIZES, TITLE, StageWindow


@pytest.fixture
def picture():
    return KIND.picture(KIND.view(Document.of(records()), "one"), theme())


@pytest.fixture
def stage(qtbot, picture):
    window = StageWindow(picture, SIZES[0])
    window.closeRequested.connect(lambda: None)
    yield window
    window.end()
    window.deleteLater()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: str(size.width()))
def test_the_client_area_is_exactly_the_size_chosen(stage, picture, size):
    stage.show()
    stage.set_size(size)
    assert stage.size() == size
    assert stage.minimumSize() == stage.maximumSize() == size
    assert stage.surface.size() == size
    assert stage.grab().toImage().convertToFormat(stage.surface.image.format()) == rendered(picture, size)


def test_no_other_size(stage):
    with pytest.raises(ValueError, match="no stage size"):
        stage.set_size(QSize(1024, 768))
    assert stage.stage_size == SIZES[0]


def test_there_is_nothing_in_it_but_the_picture(stage):
    stage.show()
    assert [type(child) for child in stage.findChildren(QWidget)] == [PictureSurface]
    for kind in (QMenu, QMenuBar, QStatusBar, QDialog, QCompleter, QLabel):
        assert stage.findChildren(kind) == []
    assert stage.toolTip() == stage.surface.toolTip() == stage.statusTip() == ""
    assert stage.contextMenuPolicy() == Qt.ContextMenuPolicy.NoContextMenu


def test_the_title_is_constant(stage, picture):
    assert stage.windowTitle() == TITLE == "Facilitator – Stage"
    stage.show_picture(picture)
    stage.set_size(SIZES[2])
    assert stage.windowTitle() == TITLE


def test_it_cannot_be_closed_or_minimised_by_itself(qtbot, stage):
    stage.show()
    with qtbot.waitSignal(stage.closeRequested):
        stage.close()
    assert stage.isVisible()
    stage.setWindowState(Qt.WindowState.WindowMinimized)
    assert not stage.isMinimized()
    assert not stage.windowFlags() & Qt.WindowType.WindowMinimizeButtonHint


def test_what_is_read_aloud_is_the_public_picture(stage, picture):
    assert stage.surface.accessibleDescription() == picture.alt
    assert stage.accessibleName() == stage.surface.accessibleName() == TITLE
