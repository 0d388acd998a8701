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


ROOMY = QSize(2560, 1440)


@pytest.fixture
def stage(qtbot, picture):
    window = StageWindow(picture, SIZES[0], lambda window: ROOMY)
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


@pytest.mark.parametrize(
    ("room", "size"),
    [((1272, 680), (1200, 675)), ((1280, 720), (1280, 720)), ((1272, 400), (704, 396)), ((600, 680), (592, 333))],
)
def test_where_the_screen_has_less_room_all_of_it_fits(qtbot, picture, room, size):
    window = StageWindow(picture, SIZES[0], lambda window: QSize(*room))
    told = []
    window.sized.connect(told.append)
    window.show()
    assert window.size() == window.fitted_size == QSize(*size)
    assert window.surface.size() == QSize(*size)
    assert window.stage_size == SIZES[0]
    assert told[-1] == QSize(*size)
    assert 9 * window.width() == 16 * window.height()
    window.end()
    window.deleteLater()


def test_by_itself_it_leaves_room_for_a_frame_on_its_screen(qtbot, picture):
    window = StageWindow(picture, SIZES[2])
    window.show()
    there = window.screen().availableSize()
    assert window.width() <= there.width()
    assert window.height() <= there.height() - 40
    window.end()
    window.deleteLater()


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


def test_it_cannot_be_closed_or_minimized_by_itself(qtbot, stage):
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
