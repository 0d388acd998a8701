"""The scene: replaces only what differs and keeps what is picked."""

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from box_board import KIND
from facilitator.content.theme import theme
from facilitator.domain.picture import Group, Path, Picture, Rect
from facilitator.graphics.board_scene import BoardScene, GroupItem
from facilitator.graphics.marks import Badge, Handle
from facilitator.graphics.picture_painter import prepared_group, qrect
from facilitator.graphics.render import rendered
from facilitator.workshop.capture import AddLine, LinkLine


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


# --- ties that are lifted, and marks of what was found ---


def links(scene):
    return {item.shown.item_id: item for item in scene.items() if isinstance(item, GroupItem) and item.shown.ends}


@pytest.fixture
def tied(scene, document):
    """A scene with two ties: b1 to b3, b2 to b3."""
    change = KIND.link(document, "one", LinkLine("b2", "b3"))
    scene.refresh(pictured(document.after(change)))
    return scene, next(change.added()).id


def test_the_ties_of_what_is_picked_stand_out_and_the_others_back(tied):
    scene, other = tied
    plain = painted(scene)
    scene.pick(["b1"])
    lifted, back = links(scene)["t1"], links(scene)[other]
    assert lifted.opacity() == 1 > back.opacity()
    assert lifted.zValue() > back.zValue()
    assert lifted.boundingRect().height() > prepared_group(lifted.shown).extent.height()  # its line is stronger
    first = min(item.zValue() for item in scene.items() if isinstance(item, GroupItem) and item.shown.role == "item")
    assert lifted.zValue() < first  # never over a name
    scene.pick(["b3"])
    assert [each.opacity() for each in links(scene).values()] == [1, 1]
    scene.pick([])
    assert painted(scene) == plain


def test_lifting_survives_an_edit(tied, document):
    scene, _ = tied
    scene.pick(["b1"])
    renamed = document.after(KIND.rename(document, "b2", "Mayor"))
    linked = renamed.after(KIND.link(renamed, "one", LinkLine("b2", "b3")))
    scene.refresh(pictured(linked))
    assert {item_id: item.opacity() == 1 for item_id, item in links(scene).items()}.pop("t1")
    assert sum(item.opacity() < 1 for item in links(scene).values()) == 1


def test_a_tie_that_is_picked_itself_fades_no_other(tied):
    scene, _ = tied
    scene.pick(["t1"])
    assert [each.opacity() for each in links(scene).values()] == [1, 1]


def test_a_picked_tie_is_ringed_along_its_line_not_by_a_box_across_others(qapp):
    line = Path((("M", 200.0, 200.0), ("L", 800.0, 800.0)), stroke="#888888", stroke_width=3)
    tie = Group("t", "link", Rect(200, 200, 600, 600), (line,), ends=("a", "b"))
    scene = BoardScene(theme())
    scene.refresh(Picture(background="#FFFFFF", groups=(tie,), alt=""))
    plain = painted(scene)
    scene.pick(["t"])
    picked = painted(scene)
    assert picked.pixel(500, 502) != plain.pixel(500, 502)
    across = [(x, y) for x in range(190, 811, 5) for y in range(190, 811, 5) if abs(x - y) > 40]
    assert all(picked.pixel(*at) == plain.pixel(*at) for at in across)


def test_where_the_picture_says_which_ties_matter_none_stands_back(tied):
    scene, _ = tied
    scene.pick(["b1"])
    scene.let_ties_stand_back(False)
    assert [each.opacity() for each in links(scene).values()] == [1, 1]
    scene.let_ties_stand_back(True)
    assert sum(item.opacity() < 1 for item in links(scene).values()) == 1


def badges(scene):
    return [each for each in scene.items() if isinstance(each, Badge)]


def test_a_warning_stands_beside_the_private_mark_or_alone(scene):
    scene.show_badges({"b1": "!3"})
    plain = badges(scene)[0].boundingRect().width()
    scene.show_warned(["b1", "b2", "nobody"])
    marks = sorted(badges(scene), key=lambda badge: badge.y())
    assert [mark.warns for mark in marks] == [True, True]
    assert marks[0].boundingRect().width() > plain > marks[1].boundingRect().width()
    scene.show_warned([])
    assert [mark.warns for mark in badges(scene)] == [False]


def test_a_badge_that_would_lie_on_a_neighbour_is_a_lock_until_its_item_is_picked(qapp):
    pills = {"low": Rect(300, 400, 180, 40), "above": Rect(300, 352, 180, 40), "free": Rect(900, 400, 180, 40)}
    groups = tuple(Group(item_id, "item", box, (), item_id) for item_id, box in pills.items())
    scene = BoardScene(theme())
    scene.refresh(Picture("#ffffff", groups, ""))
    scene.fold_badges(False, 0.8)
    scene.show_badges(dict.fromkeys(pills, "!3 ~1"))
    widths = {(badge.x(), badge.y()): badge.boundingRect().width() for badge in badges(scene)}
    assert widths[480, 400] < widths[480, 352] == widths[1080, 400]
    for badge in badges(scene):
        if badge.boundingRect().width() > widths[480, 400]:
            assert not any(on_screen(badge, 0.8).intersects(qrect(box)) for box in pills.values() if box.y < badge.y())
    scene.pick(["low"])
    assert len({badge.boundingRect().width() for badge in badges(scene)}) == 1
    scene.pick([])
    scene.fold_badges(False, 4.0)
    assert len({badge.boundingRect().width() for badge in badges(scene)}) == 1
