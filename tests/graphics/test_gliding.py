"""Gliding from one look to another: where items are on the way, how long it takes, and that it ends exactly there."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor

from facilitator.content.theme import theme
from facilitator.domain.picture import STAGE_HEIGHT, STAGE_WIDTH, Box, Group, Picture, Rect, Text
from facilitator.graphics.board_canvas import BoardCanvas
from facilitator.graphics.gliding import GLIDE_SECONDS, Glide
from facilitator.graphics.picture_surface import PictureSurface
from facilitator.graphics.render import rendered

SIZE = QSize(960, 540)
RED, BLUE, PAPER = "#C83C78", "#2850B4", "#FBFAF6"


def item(item_id, x, y, width=200.0, height=80.0, colour=RED):
    rect = Rect(x, y, width, height)
    return Group(item_id, "item", rect, (Box(rect, 0, colour),), label=item_id)


def picture(*groups):
    return Picture(PAPER, groups, "boxes")


HERE = picture(item("a", 100, 100), item("gone", 1500, 900))
THERE = picture(item("a", 1100, 500, 400, 160), item("new", 100, 900, colour=BLUE))


class Clock:
    def __init__(self):
        self.now = 7.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def surface(qtbot, clock):
    made = PictureSurface(HERE, clock=clock)
    qtbot.addWidget(made)
    made.resize(SIZE)
    made.show()
    return made


def colour(image, x, y):
    return image.pixelColor(round(x / 2), round(y / 2)).name().upper()


def test_the_first_frame_is_where_it_began_and_the_last_where_it_ends(qapp):
    glide = Glide(HERE, THERE, SIZE)
    assert glide.frame(0) == rendered(HERE, SIZE)
    end, there = glide.frame(1), rendered(THERE, SIZE)
    for x, y in ((1300, 580), (1110, 510), (200, 940), (1600, 940), (200, 140), (960, 300)):
        assert colour(end, x, y) == colour(there, x, y)


def test_half_way_an_item_stands_half_way_and_is_half_as_much_larger(qapp):
    image = Glide(HERE, THERE, SIZE).frame(0.5)
    # its centre goes from (200, 140) to (1300, 580), its height from 80 to 160
    assert colour(image, 750, 360) == RED
    assert colour(image, 750, 360 + 56) == RED
    assert colour(image, 750, 360 + 66) == PAPER.upper()
    assert colour(image, 200, 140) == PAPER.upper()
    assert colour(image, 1300, 580) == PAPER.upper()


def test_what_is_in_one_picture_only_fades(qapp):
    image = Glide(HERE, THERE, SIZE).frame(0.5)
    for x, y, full in ((1600, 940, RED), (200, 940, BLUE)):
        shade = QColor(colour(image, x, y)).lightness()
        assert QColor(full).lightness() < shade < QColor(PAPER).lightness()


def test_a_surface_glides_for_less_than_six_tenths_of_a_second_and_ends_exactly(surface, clock):
    assert GLIDE_SECONDS < 0.6
    surface.show_picture(THERE, glide=True)
    assert surface.picture == THERE
    assert surface.accessibleDescription() == "boxes"
    assert surface.gliding.active
    assert surface.image == rendered(HERE, SIZE)
    clock.now += GLIDE_SECONDS / 2
    surface.gliding.step()
    middle = surface.image
    assert middle not in (rendered(HERE, SIZE), rendered(THERE, SIZE))
    clock.now += GLIDE_SECONDS / 2 + 0.001
    surface.gliding.step()
    assert not surface.gliding.active
    assert surface.image == rendered(THERE, SIZE)


def test_it_never_goes_back_and_goes_slowly_at_both_ends(surface, clock):
    surface.show_picture(picture(item("a", 1700, 100)), glide=True)
    places = []
    for _ in range(10):
        clock.now += GLIDE_SECONDS / 10.001
        image = surface.image
        places.append(min(x for x in range(0, 960, 2) if image.pixelColor(x, 70).lightness() < 145))
    steps = [after - before for before, after in pairwise(places)]
    assert min(steps) >= 0
    assert steps[0] < max(steps) > steps[-1]
    assert len(set(places)) > 5


def test_any_other_picture_that_comes_on_the_way_is_shown_at_once(surface, clock):
    surface.show_picture(THERE, glide=True)
    clock.now += 0.1
    surface.show_picture(THERE)  # told again of the same: it goes on
    assert surface.gliding.active
    blank = picture()
    surface.show_picture(blank)
    assert not surface.gliding.active
    assert surface.image == rendered(blank, SIZE)


def test_a_surface_that_nobody_sees_does_not_glide(qtbot, clock):
    hidden = PictureSurface(HERE, clock=clock)
    qtbot.addWidget(hidden)
    hidden.resize(SIZE)
    hidden.show_picture(THERE, glide=True)
    assert not hidden.gliding.active
    assert hidden.image == rendered(THERE, SIZE)


def test_another_size_ends_it(surface):
    surface.show_picture(THERE, glide=True)
    surface.resize(480, 270)
    assert surface.image == rendered(THERE, QSize(480, 270))


def test_a_canvas_glides_while_what_is_asked_for_counts_for_where_it_goes(qtbot, clock):
    canvas = BoardCanvas(theme(), clock=clock)
    qtbot.addWidget(canvas)
    canvas.resize(STAGE_WIDTH // 2, STAGE_HEIGHT // 2)
    canvas.show()
    canvas.show_board(HERE, {"a": "A", "gone": "Gone"}, {})
    canvas.show_board(THERE, {"a": "A", "new": "New"}, {}, glide=True)
    assert canvas.gliding.active
    assert canvas.board.boxes()["a"].x == 1100
    hidden = canvas.grab().toImage()
    clock.now += GLIDE_SECONDS + 0.001
    canvas.gliding.step()
    assert not canvas.gliding.active
    assert canvas.grab().toImage() != hidden
    canvas.show_board(HERE, {"a": "A"}, {})
    assert not canvas.gliding.active


def test_words_that_are_broken_into_other_lines_keep_their_size(qapp):
    def pill(y, height, lines):
        words = Text(lines, 500, y + 10, 20, RED)
        return picture(Group("a", "item", Rect(400, y, 200, height), (words,), label="a"))

    image = Glide(pill(100, 150, ("Homeowners", "who", "renovate")), pill(100, 50, ("Homeowners",)), QSize(1920, 1080))
    middle = image.frame(0.5)
    inked = [
        y for y in range(1080) if any(middle.pixelColor(x, y).name() != PAPER.lower() for x in range(400, 1000, 2))
    ]
    assert max(inked) - min(inked) < 3 * 30  # three lines of 20 px, not 20 px blown up to the height of the box
