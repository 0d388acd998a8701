"""Pictures as images, without a window: for PNG files, the stage's pixels and tests."""

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QRegion

from facilitator.domain.picture import STAGE_HEIGHT, STAGE_WIDTH, Group, Picture
from facilitator.graphics.picture_painter import paint_group, prepared_group


def rendered(picture: Picture, size: QSize) -> QImage:
    """The picture fitted to `size` pixels without distortion; where the sides differ, the background fills up.

    Needs a QGuiApplication (any platform, "offscreen" too).
    """
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(picture.background)
    _paint(image, picture.groups)
    return image


def repaint(image: QImage, picture: Picture, changed: Iterable[Group]) -> QRegion:
    """Paint `picture` over an image that `rendered` made of another one, of which it differs by `changed` groups.

    Returns the pixels that were painted; the image is then what `rendered` gives, to the last bit.
    """
    region = QRegion()
    for group in changed:
        region += _pixels(group, image)
    # Qt strokes a line that is clipped a little differently, so the parts are painted unclipped beside and copied.
    beside = QImage(image.size(), image.format())
    painter = QPainter(beside)
    rects = list(cast(Iterable[QRect], region))  # the stubs do not know that a region can be gone through
    for rect in rects:
        painter.fillRect(rect, QColor(picture.background))
    painter.end()
    _paint(beside, [group for group in picture.groups if region.intersects(_pixels(group, image))])
    painter = QPainter(image)
    for rect in rects:
        painter.drawImage(rect.topLeft(), beside, rect)
    painter.end()
    return region


def fitting(size: QSize) -> tuple[float, float, float]:
    """Scale, left and top (pixels) that put the stage surface into the middle of `size`."""
    scale = min(size.width() / STAGE_WIDTH, size.height() / STAGE_HEIGHT)
    return scale, (size.width() - scale * STAGE_WIDTH) / 2, (size.height() - scale * STAGE_HEIGHT) / 2


def _paint(image: QImage, groups: Iterable[Group]) -> None:
    scale, left, top = fitting(image.size())
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(left, top)
    painter.scale(scale, scale)
    for group in groups:
        paint_group(painter, group)
    painter.end()


def _pixels(group: Group, image: QImage) -> QRect:
    """The pixels of the image that painting a group may touch."""
    scale, left, top = fitting(image.size())
    area = prepared_group(group).extent
    spot = QRectF(area.x() * scale + left, area.y() * scale + top, area.width() * scale, area.height() * scale)
    return spot.toAlignedRect().adjusted(-1, -1, 1, 1).intersected(image.rect())
