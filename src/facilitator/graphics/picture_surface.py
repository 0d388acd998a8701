"""PictureSurface: a widget that shows one picture and nothing else, for the stage and for its preview."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from facilitator.domain.picture import Picture
from facilitator.graphics.picture_painter import PicturePainter
from facilitator.graphics.render import rendered, repaint


class PictureSurface(QWidget):
    """Shows a picture fitted to the widget, pixel for pixel what `rendered` gives for its size.

    A new picture is painted only where it differs from the one before, so a small edit costs little here and in the
    video call.
    """

    def __init__(self, picture: Picture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._painter = PicturePainter()
        self._picture = picture
        self._image = QImage()
        self.setAccessibleDescription(picture.alt)

    @property
    def picture(self) -> Picture:
        """What is shown."""
        return self._picture

    @property
    def image(self) -> QImage:
        """The pixels on show, those of the screen where it has more of them than the widget."""
        if self._image.isNull():
            ratio = self.devicePixelRatioF()
            size = QSize(max(1, round(self.width() * ratio)), max(1, round(self.height() * ratio)))
            self._image = rendered(self._picture, size, self._painter)
        return self._image

    def show_picture(self, picture: Picture) -> None:
        """Show another picture."""
        before, self._picture = self._picture, picture
        if before == picture:
            return
        self.setAccessibleDescription(picture.alt)
        changed = self._painter.changed(before, picture)
        if changed is None or self._image.isNull():
            self._image = QImage()
            self.update()
        elif not changed.isEmpty():
            pixels = repaint(self._image, picture, self._painter, changed)
            ratio = self.devicePixelRatioF()
            left, top = pixels.left() / ratio, pixels.top() / ratio
            spot = QRectF(left, top, pixels.width() / ratio, pixels.height() / ratio)
            self.update(spot.toAlignedRect())

    def paintEvent(self, event: QPaintEvent) -> None:
        image = self.image
        image.setDevicePixelRatio(self.devicePixelRatioF())
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        painter.drawImage(QPoint(0, 0), image)
        painter.end()
        image.setDevicePixelRatio(1)  # pixels of the image count when it is painted on

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._image = QImage()
        super().resizeEvent(event)
