"""Pictures painted by Qt: fonts that measure as promised, pixels where they belong, no leaks."""

import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter

from facilitator.content import typeface
from facilitator.domain.picture import Box, Group, Oval, Path, Picture, Rect, Text
from facilitator.graphics.fonts import stage_font
from facilitator.graphics.picture_painter import baselines, changed_groups, extent, paint, prepared
from facilitator.graphics.render import fitting, rendered, repaint

RED = "#FF0000"


def picture_of(*shapes, box=None):
    return Picture("#FFFFFF", (Group("", "scenery", box or Rect(0, 0, 1, 1), shapes),), "test")


def colour_at(image, x, y):
    return QColor(image.pixel(x, y)).name().upper()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("italic", [False, True])
@pytest.mark.parametrize("text", ["Tenants’ association", "Élue à Saint-Étienne, AVAV To", "ᐊᐃᓐᓇᖅ Łódź Ω"])
def test_qt_is_never_wider_than_the_typeface_says(text, bold, italic):
    for size in (18, 20, 34):
        wide = QFontMetricsF(stage_font(size, bold=bold, italic=italic)).horizontalAdvance(text)
        promised = typeface.width(text, size, bold=bold, italic=italic)
        assert promised * 0.99 <= wide <= promised + 0.01


@pytest.mark.usefixtures("qapp")
def test_shapes_lie_where_the_picture_says():
    picture = picture_of(
        Box(Rect(100, 100, 200, 100), fill=RED),
        Oval(Rect(400, 100, 100, 100), fill="#00FF00"),
        Path((("M", 600, 100), ("L", 700, 100), ("L", 700, 200), ("Z",)), fill="#0000FF"),
        Path((("M", 800, 150), ("L", 900, 150)), stroke="#00FFFF", stroke_width=6),
    )
    image = rendered(picture, QSize(1920, 1080))
    assert [colour_at(image, x, 150) for x in (99, 101, 298, 301)] == ["#FFFFFF", RED, RED, "#FFFFFF"]
    assert colour_at(image, 450, 150) == "#00FF00"
    assert colour_at(image, 402, 102) == "#FFFFFF"
    assert [colour_at(image, 690, 110), colour_at(image, 610, 190)] == ["#0000FF", "#FFFFFF"]
    assert [colour_at(image, 850, y) for y in (145, 150, 155)] == ["#FFFFFF", "#00FFFF", "#FFFFFF"]


@pytest.mark.usefixtures("qapp")
def test_dashes_count_in_pixels_of_the_stage():
    line = Path((("M", 100, 50), ("L", 200, 50)), stroke=RED, stroke_width=4, dash=(20, 10))
    image = rendered(picture_of(line), QSize(1920, 1080))
    assert [colour_at(image, x, 50) for x in (105, 125, 135, 155)] == [RED, "#FFFFFF", RED, "#FFFFFF"]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("anchor", ["start", "middle", "end"])
@pytest.mark.parametrize("size", [20, 27.5])
def test_text_stands_on_its_baseline_between_its_edges(anchor, size, ink):
    text = Text(("HHH", "HH"), 500, 300, size, "#000000", anchor=anchor)
    left, first, width = baselines(text)[0]
    assert left == pytest.approx({"start": 500, "middle": 500 - width / 2, "end": 500 - width}[anchor])
    assert first == pytest.approx(300 + typeface.baseline(size))
    found = ink(rendered(picture_of(text), QSize(1920, 1080)), 128)
    assert left - 1 <= found[0]
    assert found[2] <= left + width + 1
    assert found[3] == pytest.approx(first + typeface.line_height(size), abs=1)
    one = ink(rendered(picture_of(replace(text, lines=("HHH",))), QSize(1920, 1080)), 128)
    assert one[3] == pytest.approx(first, abs=1)
    assert one[1] == pytest.approx(first - typeface.cap_height(size), abs=1)


@pytest.mark.usefixtures("qapp")
def test_markup_in_text_is_literal():
    plain = rendered(picture_of(Text(("<b>A</b> &amp;",), 100, 100, 40, "#000000")), QSize(1920, 1080))
    bold = rendered(picture_of(Text(("A &",), 100, 100, 40, "#000000", bold=True)), QSize(1920, 1080))
    assert plain != bold
    edge = 100 + typeface.width("<b>A</b> &am", 40)
    assert any(QColor(plain.pixel(x, y)).lightness() < 128 for x in range(int(edge), 420) for y in range(100, 150))


@pytest.mark.usefixtures("qapp")
def test_other_sizes_are_fitted_without_distortion(picture):
    small = rendered(picture, QSize(640, 500))
    assert fitting(QSize(640, 500)) == (1 / 3, 0, 70)
    assert colour_at(small, 5, 5) == picture.background
    assert rendered(picture, QSize(1280, 720)).size() == QSize(1280, 720)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("size", [QSize(1920, 1080), QSize(1280, 720), QSize(260, 146)])
def test_repainting_a_part_gives_the_same_pixels_as_painting_all(picture, size):
    image = rendered(picture, size)
    fewer = Picture(picture.background, picture.groups[:-1], picture.alt)
    changed = changed_groups(picture, fewer)
    assert changed == {picture.groups[-1]}
    painted = repaint(image, fewer, changed)
    assert painted.boundingRect().width() < size.width() / 4
    assert image == rendered(fewer, size)
    repaint(image, picture, changed)
    assert image == rendered(picture, size)


def test_what_differs_in_more_than_groups_is_painted_whole(picture):
    turned = Picture(picture.background, tuple(reversed(picture.groups)), picture.alt)
    dark = Picture("#000000", picture.groups, picture.alt)
    assert changed_groups(picture, turned) is None
    assert changed_groups(picture, dark) is None
    assert changed_groups(picture, picture) == set()


@pytest.mark.usefixtures("qapp")
def test_nothing_is_painted_outside_the_extent_of_a_group(picture):
    for group in picture.groups:
        image = rendered(Picture("#FFFFFF", (group,), ""), QSize(1920, 1080))
        blank = rendered(Picture("#FFFFFF", (), ""), QSize(1920, 1080))
        cover = QPainter(image)
        cover.fillRect(extent(group), QColor("#FFFFFF"))
        cover.end()
        assert image == blank, group.label


@pytest.mark.usefixtures("qapp")
def test_painting_does_not_use_up_none(picture):
    """PySide6 6.12 on Python 3.11 lost a reference to None at every call that returns nothing, and aborted."""
    shapes = prepared(shape for group in picture.groups for shape in group.shapes)
    image = QImage(QSize(1920, 1080), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint(painter, shapes)
    before = sys.getrefcount(None)
    for _ in range(1000):
        paint(painter, shapes)
        painter.setOpacity(1)
        painter.resetTransform()
    painter.end()
    assert abs(sys.getrefcount(None) - before) < 200
