"""Pictures as images, without a window: for PNG files, previews and tests."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from facilitator.domain.picture import STAGE_HEIGHT, STAGE_WIDTH, Picture
from facilitator.graphics.picture_painter import paint_picture


def rendered(picture: Picture, size: QSize) -> QImage:
    """The picture fitted to `size` pixels without distortion; where the sides differ, the background fills up.

    Needs a QGuiApplication (any platform, "offscreen" too).
    """
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(picture.background)
    scale, left, top = fitting(size)
    painter = QPainter(image)
    painter.translate(left, top)
    painter.scale(scale, scale)
    painter.setClipRect(QRectF(0, 0, STAGE_WIDTH, STAGE_HEIGHT))
    paint_picture(painter, picture)
    painter.end()
    return image


def fitting(size: QSize) -> tuple[float, float, float]:
    """Scale, left and top (pixels) that put the stage surface into the middle of `size`."""
    scale = min(size.width() / STAGE_WIDTH, size.height() / STAGE_HEIGHT)
    return scale, (size.width() - scale * STAGE_WIDTH) / 2, (size.height() - scale * STAGE_HEIGHT) / 2
