"""PictureSurface: a widget that shows one picture and nothing else, for the stage and for its preview."""

import time
from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from facilitator.domain.picture import Picture
from facilitator.graphics.gliding import Gliding
from facilitator.graphics.picture_painter import SURFACE, changed_groups
from facilitator.graphics.pointer import POINTER_REACH, paint_pointer
from facilitator.graphics.render import fitting, rendered, repaint

_MUCH = 0.4  # where more than this share of the groups is new, painting all of them is quicker


class PictureSurface(QWidget):
    """Shows a picture fitted to the widget, pixel for pixel what `rendered` gives for its size.

    A new picture is painted only where it differs from the one before, so a small edit costs little here and in the
    video call. Where another look at the same things is shown, it can glide there; `clock` tells seconds. The big
    pointer lies over the picture and is no part of it.
    """

    def __init__(
        self, picture: Picture, parent: QWidget | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._picture = picture
        self._painted = picture
        self._image = QImage()
        self._pointer: tuple[float, float] | None = None
        self.gliding = Gliding(clock, self)
        self.gliding.stepped.connect(self.update)
        self.setAccessibleDescription(picture.alt)

    @property
    def picture(self) -> Picture:
        """What is shown, or will be when the glide to it has ended."""
        return self._picture

    @property
    def image(self) -> QImage:
        """The pixels on show, those of the screen where it has more of them than the widget."""
        if self.gliding.active:
            return self.gliding.frame()
        if self._painted is not self._picture:
            self._bring_up_to_date()
        if self._image.isNull():
            self._image = rendered(self._picture, self._pixels())
        return self._image

    def show_picture(self, picture: Picture, *, glide: bool = False) -> None:
        """Show another picture with the next painting; `repaint()` makes that now.

        With `glide` the items go there within 0.6 s. Any other picture that comes on the way is shown at once.
        """
        before, self._picture = self._picture, picture
        if picture == before:
            return
        self.setAccessibleDescription(picture.alt)
        if glide and self.isVisible():
            self.gliding.begin(before, picture, self._pixels())
        else:
            self.gliding.end()
        self.update()

    @property
    def pointer(self) -> tuple[float, float] | None:
        """Where the big pointer is, in stage pixels; None where there is none."""
        return self._pointer

    def show_pointer(self, at: tuple[float, float] | None) -> None:
        """Lay the big pointer there over the picture, None for nowhere; only what it touches is painted anew."""
        if at == self._pointer:
            return
        before, self._pointer = self._pointer, at
        for place in (before, at):
            if place is not None:
                self.update(self._touched(place))

    def stage_point(self, place: QPointF) -> tuple[float, float] | None:
        """The stage pixel at a place of the widget, None beside the picture."""
        scale, left, top = fitting(self.size())
        at = QPointF((place.x() - left) / scale, (place.y() - top) / scale)
        return (at.x(), at.y()) if SURFACE.contains(at) else None

    def paintEvent(self, event: QPaintEvent) -> None:
        image = self.image
        image.setDevicePixelRatio(self.devicePixelRatioF())
        painter = QPainter(self)
        painter.drawImage(QPoint(0, 0), image)
        if self._pointer is not None:
            scale, left, top = fitting(self.size())
            painter.translate(left + self._pointer[0] * scale, top + self._pointer[1] * scale)
            painter.scale(scale, scale)
            paint_pointer(painter)
        painter.end()
        image.setDevicePixelRatio(1)  # pixels of the image count when it is painted on

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._image = QImage()
        self.gliding.end()
        super().resizeEvent(event)

    def _touched(self, at: tuple[float, float]) -> QRect:
        """The pixels of the widget that the pointer there touches."""
        scale, left, top = fitting(self.size())
        size = 2 * POINTER_REACH * scale
        corner = QPointF(left + (at[0] - POINTER_REACH) * scale, top + (at[1] - POINTER_REACH) * scale)
        return QRectF(corner.x(), corner.y(), size, size).toAlignedRect().adjusted(-1, -1, 1, 1)

    def _pixels(self) -> QSize:
        ratio = self.devicePixelRatioF()
        return QSize(max(1, round(self.width() * ratio)), max(1, round(self.height() * ratio)))

    def _bring_up_to_date(self) -> None:
        changed = changed_groups(self._painted, self._picture)
        self._painted = self._picture
        if changed is None or len(changed) > len(self._picture.groups) * _MUCH:
            self._image = QImage()
        elif changed and not self._image.isNull():
            repaint(self._image, self._picture, changed)
