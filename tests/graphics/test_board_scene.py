"""The scene: replaces only what differs and keeps what is picked."""

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from box_board import KIND
from facilitator.content.theme import theme
from facilitator.domain.picture import Picture, Rect
from facilitator.graphics.board_scene import BoardScene
from facilitator.graphics.marks import Badge, Handle
from facilitator.graphics.render import rendered
from facilitator.workshop.capture import AddLine


@pytest.fixture
def scene(qapp, picture):
    made = BoardScene(theme())
    made.refresh(picture)
    return made


def pictured(document):
    return KIND.picture(KIND.view(document, "one"), theme())


def painted(scene):
    image = QImage(QSize(1920, 1080), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scene.render(painter, QRectF(0, 0, 1920, 1080), QRectF(0, 0, 1920, 1080))
    painter.end()
    return image


def test_it_paints_what_the_stage_paints(scene, picture):
    one, other = painted(scene), rendered(picture, QSize(1920, 1080))
    different = sum(one.pixel(x, y) != other.pixel(x, y) for x in range(0, 1920, 3) for y in range(0, 1080, 3))
    assert different < 0.002 * 640 * 360


def test_only_groups_that_differ_are_made_anew(scene, picture, document):
    assert scene.refresh(picture) == 0
    assert scene.refresh(pictured(document.after(KIND.rename(document, "b2", "Mayor")))) == 1
    assert scene.refresh(pictured(document.after(KIND.add(document, "one", AddLine("Library"), "left")))) == 2


def test_what_is_picked_stays_picked_as_long_as_it_is_there(scene, document):
    heard = []
    scene.selectionPicked.connect(heard.append)
    scene.pick(["b1", "b3"])
    scene.refresh(pictured(document.after(KIND.rename(document, "b1", "Mayor"))))
    assert scene.picked == ("b1", "b3")
    scene.refresh(pictured(document.after(KIND.delete(document, ["b3"]))))
    assert scene.picked == ("b1",)
    assert heard == [("b1", "b3"), ("b1",)]


def test_items_that_are_folded_away_can_be_picked(scene, picture):
    scene.pick(["folded"])
    assert scene.picked == ()
    scene.refresh(picture, ["b1", "folded"])
    scene.pick(["folded"])
    assert scene.picked == ("folded",)


def test_items_lie_over_links(scene):
    assert [group.item_id for group in scene.groups_at(QPointF(400, 150))] == ["b1", "t1"]
    middle = QPointF((400 + 1400) / 2, (150 + 450) / 2)
    assert [group.item_id for group in scene.groups_at(middle)] == ["t1"]
    assert scene.groups_at(QPointF(60, 900)) == []
    assert scene.groups_at(QPointF(100, 60)) == []  # scenery cannot be picked


def test_a_band_finds_items_only(scene):
    assert scene.items_within(QRectF(0, 0, 700, 1080)) == ("b1", "b2")


def test_private_badges_are_on_the_canvas_and_not_in_the_picture(scene, picture):
    clean = painted(scene)
    scene.show_badges({"b1": "!3", "gone": "!4"})
    assert painted(scene) != clean
    scene.show_badges({})
    assert painted(scene) == clean


def test_another_background_is_shown(scene, picture):
    scene.refresh(Picture("#101010", (), ""))
    assert painted(scene).pixelColor(900, 900).name() == "#101010"


def on_screen(badge, zoom):
    """Where a mark that is as large at any zoom lies, in stage pixels."""
    area = badge.boundingRect().adjusted(2, 2, -2, -2)
    return QRectF(badge.x() + area.x() / zoom, badge.y() + area.y() / zoom, area.width() / zoom, area.height() / zoom)


@pytest.mark.parametrize("folded", [True, False])
@pytest.mark.parametrize("y", [0.0, 30.0, 400.0, 1030.0])
def test_a_badge_leaves_the_words_of_its_item_free_however_small_the_board(qapp, folded, y):
    words = QRectF(307, y + 7, 166, 36)  # an item keeps its rim free
    for zoom in (0.3, 0.41, 1.0, 2.0):
        area = on_screen(Badge(Rect(300, y, 180, 50), "!3 ~−1", folded=folded), zoom)
        assert not area.intersects(words), zoom
        assert area.top() > -14, zoom  # what lies outside the margin is never seen


@pytest.mark.parametrize(("x", "side"), [(300.0, "right"), (1740.0, "left")])
def test_the_handle_stands_beside_its_item(qapp, x, side):
    box = Rect(x, 400, 180, 50)
    handle = Handle(box, "#0b6e98", "#ffffff")
    assert handle.x() == (box.right + 24 if side == "right" else box.x - 24)
    assert 0 < handle.x() < 1920
