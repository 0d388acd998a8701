"""The shipped icons for buttons, in any colour and sharp on any screen."""

from functools import cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QTransform

from facilitator.content.icons import icon_path
from facilitator.graphics.picture_painter import outline

_SIZES = (16, 20, 24, 32, 48)


@cache
def icon(name: str, colour: str, faint: str) -> QIcon:
    """An icon of `content.icons` in #RRGGBB, `faint` where its button is disabled; raises KeyError without one."""
    made = QIcon()
    for size in _SIZES:
        made.addPixmap(pixmap(name, colour, size))
        made.addPixmap(pixmap(name, faint, size), QIcon.Mode.Disabled)
    return made


def pixmap(name: str, colour: str, size: int) -> QPixmap:
    """The icon as a square of `size` pixels on a clear ground."""
    image = QPixmap(QSize(size, size))
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    area = QRectF(0, 0, size, size)
    painter.fillPath(QTransform().scale(area.width(), area.height()).map(outline(icon_path(name))), QColor(colour))
    painter.end()
    return image
