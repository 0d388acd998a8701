"""Gliding: from one picture to another in less than six tenths of a second, so that eyes can follow."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QObject, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from facilitator.domain.picture import Group, Picture, Text
from facilitator.graphics.marks import GLIDE_LAYER
from facilitator.graphics.picture_painter import SURFACE, paint_group
from facilitator.graphics.render import fitting, rendered

GLIDE_SECONDS = 0.45
"""From the first frame to the last; with the time that painting one takes, it stays below 0.6 s."""

_FRAME = 16  # milliseconds; a slow computer shows fewer frames, the way takes no longer
_MOST = 400  # items that move; more would be too slow to paint, they fade instead


class Glide:
    """The way from one picture to another, in images of `size` pixels.

    An item that both show goes from its old box to the new one and grows or shrinks on the way; everything else
    fades from what it was to what it will be.
    """

    def __init__(self, before: Picture, after: Picture, size: QSize) -> None:
        old, new = _items(before), _items(after)
        moving = [item_id for item_id in new if item_id in old]
        if len(moving) > _MOST:
            moving = []
        self._pairs = [(old[item_id], new[item_id]) for item_id in moving]
        self._size = size
        self._from = rendered(_without(before, moving), size)
        self._to = rendered(_without(after, moving), size)

    def frame(self, share: float) -> QImage:
        """What is seen when this share of the way is done, 0 to 1; at neither end more than a hair off the picture."""
        image = self._from.copy()
        scale, left, top = fitting(self._size)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(share)
        painter.drawImage(0, 0, self._to)
        painter.translate(left, top)
        painter.scale(scale, scale)
        coming, going = min(1.0, 2 * share), min(1.0, 2 * (1 - share))  # one of them is always solid
        for old, new in self._pairs:
            if going > 0:
                _paint_between(painter, old, old, new, share, going)
            if coming > 0:
                _paint_between(painter, new, old, new, share, coming)
        painter.end()
        return image


class Gliding(QObject):
    """Leads along a glide by the clock (seconds); `stepped` asks whoever paints to paint again."""

    stepped = Signal()

    def __init__(self, clock: Callable[[], float] = time.monotonic, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._glide: Glide | None = None
        self._began = 0.0
        self._curve = QEasingCurve(QEasingCurve.Type.InOutCubic)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_FRAME)
        self._timer.timeout.connect(self.step)

    @property
    def active(self) -> bool:
        """Whether the way is not done yet."""
        return self._glide is not None

    def begin(self, before: Picture, after: Picture, size: QSize) -> None:
        """Set out from one picture to another; a glide that was under way ends here."""
        self._glide = Glide(before, after, size)
        self._began = self._clock()  # only now: preparing takes a moment, in which nothing is seen to stand still
        self._timer.start()

    def end(self) -> None:
        """Be there at once."""
        if self.active:
            self._glide = None
            self._timer.stop()
            self.stepped.emit()

    def step(self) -> None:
        """Go on by the clock, or end where the time is over."""
        if self._share() >= 1:
            self.end()
        else:
            self.stepped.emit()

    def frame(self) -> QImage:
        """The image of this moment; only while `active`."""
        assert self._glide is not None
        return self._glide.frame(self._curve.valueForProgress(min(1.0, self._share())))

    def _share(self) -> float:
        return (self._clock() - self._began) / GLIDE_SECONDS


class GlideLayer(QGraphicsItem):
    """Hides a scene behind the glide to what it shows, as long as that takes."""

    def __init__(self, gliding: Gliding) -> None:
        super().__init__()
        self._gliding = gliding
        gliding.stepped.connect(self.update)
        self.setZValue(GLIDE_LAYER)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def boundingRect(self) -> QRectF:
        return SURFACE

    def shape(self) -> QPainterPath:
        return QPainterPath()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self._gliding.active:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(SURFACE, self._gliding.frame())


def _items(picture: Picture) -> dict[str, Group]:
    return {group.item_id: group for group in picture.groups if group.role == "item" and group.item_id}


def _without(picture: Picture, item_ids: list[str]) -> Picture:
    gone = set(item_ids)
    groups = tuple(group for group in picture.groups if group.role != "item" or group.item_id not in gone)
    return Picture(picture.background, groups, picture.alt)


def _size(group: Group) -> float:
    """How large an item is drawn, in any unit: by its words, which may be broken into other lines, else by its box."""
    sizes = [shape.size for shape in group.shapes if isinstance(shape, Text)]
    return max(sizes, default=0) or group.box.height or 1


def _paint_between(painter: QPainter, shown: Group, old: Group, new: Group, share: float, opacity: float) -> None:
    """Paint one of the two versions of an item where it is on its way, and as large."""
    start, end = QPointF(*old.box.centre), QPointF(*new.box.centre)
    size = _size(old) + (_size(new) - _size(old)) * share
    scale = size / _size(shown)
    painter.save()
    painter.setOpacity(opacity)
    painter.translate(start + (end - start) * share)
    painter.scale(scale, scale)
    painter.translate(-QPointF(*shown.box.centre))
    paint_group(painter, shown)
    painter.restore()
