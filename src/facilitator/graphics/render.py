"""Pictures as images, without a window: for PNG files, the stage's pixels and tests."""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from facilitator.domain.picture import STAGE_HEIGHT, STAGE_WIDTH, Picture
from facilitator.graphics.picture_painter import SURFACE, PicturePainter


def rendered(picture: Picture, size: QSize, painter_of: PicturePainter | None = None) -> QImage:
    """The picture fitted to `size` pixels without distortion; where the sides differ, the background fills up.

    Needs a QGuiApplication (any platform, "offscreen" too).
    """
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(picture.background)
    _paint(image, picture, painter_of or PicturePainter(), SURFACE)
    return image


def repaint(image: QImage, picture: Picture, painter_of: PicturePainter, area: QRectF) -> QRect:
    """Paint what of `picture` lies in `area` (stage pixels) over an image that `rendered` made.

    Returns the pixels that were painted; they are those that `rendered` would give, to the last bit.
    """
    scale, left, top = fitting(image.size())
    spot = QRectF(area.x() * scale + left, area.y() * scale + top, area.width() * scale, area.height() * scale)
    pixels = spot.toAlignedRect().adjusted(-1, -1, 1, 1).intersected(image.rect())
    # Qt strokes a line that is clipped a little differently, so the part is painted unclipped beside and copied.
    beside = QImage(image.size(), image.format())
    painter = QPainter(beside)
    painter.fillRect(pixels, QColor(picture.background))
    painter.end()
    within = QRectF(pixels).translated(-left, -top)
    corner, size = within.topLeft() / scale, within.size() / scale
    _paint(beside, picture, painter_of, QRectF(corner, size))
    painter = QPainter(image)
    painter.drawImage(pixels.topLeft(), beside, pixels)
    painter.end()
    return pixels


def fitting(size: QSize) -> tuple[float, float, float]:
    """Scale, left and top (pixels) that put the stage surface into the middle of `size`."""
    scale = min(size.width() / STAGE_WIDTH, size.height() / STAGE_HEIGHT)
    return scale, (size.width() - scale * STAGE_WIDTH) / 2, (size.height() - scale * STAGE_HEIGHT) / 2


def _paint(image: QImage, picture: Picture, painter_of: PicturePainter, area: QRectF) -> None:
    scale, left, top = fitting(image.size())
    painter = QPainter(image)
    painter.translate(left, top)
    painter.scale(scale, scale)
    painter_of.paint(painter, picture, area)
    painter.end()
