"""The widget of stage and preview shows exactly what `rendered` gives."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QSize
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QApplication

from box_board import KIND
from facilitator.content.theme import contrast, theme
from facilitator.graphics.picture_surface import PictureSurface
from facilitator.graphics.render import rendered
from facilitator.workshop.capture import AddLine


@pytest.fixture
def surface(qtbot, picture):
    made = PictureSurface(picture)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    return made


def test_it_shows_the_picture_pixel_for_pixel(surface, picture):
    shown = surface.grab().toImage().convertToFormat(surface.image.format())
    assert shown == rendered(picture, QSize(1280, 720))


def test_after_a_small_edit_too(surface, document):
    _ = surface.image
    later = document.after(KIND.add(document, "one", AddLine("Library"), "right"))
    picture = KIND.picture(KIND.view(later, "one"), theme())
    surface.show_picture(picture)
    assert surface.image == rendered(picture, QSize(1280, 720))
    assert surface.accessibleDescription() == "4 boxes"


def test_after_another_board_and_another_size_too(surface, picture):
    dark = replace(picture, background="#000000", groups=picture.groups[:2])
    surface.show_picture(dark)
    surface.resize(640, 360)
    assert surface.image == rendered(dark, QSize(640, 360))


# --- the big pointer ---


def pixels(surface):
    return surface.grab().toImage().convertToFormat(surface.image.format())


def differing(one, other):
    """The box (left, top, right, bottom) of the pixels in which two images differ."""
    places = [
        (x, y)
        for y in range(0, one.height(), 2)
        for x in range(0, one.width(), 2)
        if one.pixel(x, y) != other.pixel(x, y)
    ]
    columns, rows = zip(*places, strict=True)
    return min(columns), min(rows), max(columns), max(rows)


def test_the_pointer_lies_over_the_picture_where_it_points_and_nowhere_else(surface, picture):
    bare = rendered(picture, QSize(1280, 720))
    surface.show_pointer((960, 540))
    left, top, right, bottom = differing(pixels(surface), bare)
    assert (left + right) / 2 == pytest.approx(640, abs=2)
    assert (top + bottom) / 2 == pytest.approx(360, abs=2)
    assert 56 <= right - left <= 64  # 90 stage pixels
    assert surface.image == bare  # it is no part of the picture
    surface.show_pointer(None)
    assert pixels(surface) == bare


def test_a_move_leaves_nothing_behind(surface, picture):
    for at in ((10, 10), (1900, 1070), (300, 200), (310, 205)):
        surface.show_pointer(at)
        surface.repaint()
    fresh = PictureSurface(picture)
    fresh.resize(surface.size())
    fresh.show_pointer((310, 205))
    assert pixels(surface) == pixels(fresh)
    fresh.deleteLater()


def test_a_move_paints_anew_where_it_was_and_is_and_little_else(qtbot, surface):
    painted = []

    class Watch(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Paint:
                painted.append(QRegion(event.region()))
            return False

    surface.show_pointer((300, 300))
    QApplication.processEvents()
    watch = Watch()
    surface.installEventFilter(watch)
    surface.show_pointer((600, 300))
    qtbot.waitUntil(lambda: bool(painted))
    region = sum(painted, QRegion())
    assert region.contains(QPoint(200, 200))  # where it was
    assert region.contains(QPoint(400, 200))  # and where it is
    assert sum(rect.width() * rect.height() for rect in region) < 0.02 * surface.width() * surface.height()


@pytest.mark.parametrize("ground", ["#000000", "#FFFFFF", "#C2185B", "#808080", "#0B6E98"])
def test_on_any_ground_something_of_it_stands_out(qtbot, picture, ground):
    surface = PictureSurface(replace(picture, background=ground, groups=()))
    qtbot.addWidget(surface)
    surface.resize(1280, 720)
    surface.show_pointer((960, 540))
    shown = pixels(surface)
    across = {shown.pixelColor(x, 360).name().upper() for x in range(600, 680)}
    assert max(contrast(colour, ground) for colour in across) > 4.5


def test_places_of_the_widget_are_stage_pixels(surface):
    assert surface.stage_point(QPointF(640, 360)) == (960, 540)
    surface.resize(1280, 800)
    assert surface.stage_point(QPointF(640, 400)) == (960, 540)
    assert surface.stage_point(QPointF(640, 20)) is None
