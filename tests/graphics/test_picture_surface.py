"""The widget of stage and preview shows exactly what `rendered` gives."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize

from box_board import KIND
from facilitator.content.theme import theme
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
