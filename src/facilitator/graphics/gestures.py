"""Gestures as objects: what the mouse does between press and release. They preview; the canvas asks for the edit."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtWidgets import QApplication, QRubberBand

from facilitator.graphics.marks import Ghost, Thread

if TYPE_CHECKING:
    from facilitator.graphics.board_canvas import BoardCanvas


class Gesture(ABC):
    """A drag with a beginning; ends by `release` or is taken back by `cancel`, never both. Points are the view's."""

    def __init__(self, canvas: "BoardCanvas", start: QPoint) -> None:
        self.canvas = canvas
        self.start = start

    @property
    def begun(self) -> bool:
        """Whether something would be lost if it were cancelled now."""
        return True

    @abstractmethod
    def move(self, to: QPoint) -> None:
        """Preview what a release here would do."""

    @abstractmethod
    def release(self, at: QPoint) -> None:
        """End it and ask the canvas for what was meant."""

    @abstractmethod
    def cancel(self) -> None:
        """Take the preview away and ask for nothing."""


def gesture_at(canvas: "BoardCanvas", at: QPoint, modifiers: Qt.KeyboardModifier) -> Gesture | None:
    """What a press of the left button at this point begins; None where it has done all that it means."""
    adding = bool(modifiers & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier))
    board, point = canvas.board, canvas.mapToScene(at)
    handle = board.handle
    if handle and (canvas.mapFromScene(handle.pos()) - at).manhattanLength() <= handle.REACH:
        return LinkTool(canvas, at, canvas.picked[0])
    found = board.groups_at(point)
    if not found:
        canvas.end_linking()
        return BandTool(canvas, at, canvas.picked if adding else ())
    pressed = found[0].item_id
    if canvas.linking:
        if found[0].role == "item":
            canvas.finish_linking(pressed)
        return None
    if adding:
        kept = [item_id for item_id in canvas.picked if item_id != pressed]
        board.pick(kept if pressed in canvas.picked else [*kept, pressed])
        return None
    if pressed not in canvas.picked:
        board.pick([pressed])
    mark = found[0].mark
    if mark and mark.contains(point.x(), point.y()):
        canvas.pressRequested.emit((pressed,))
        return None
    return MoveTool(canvas, at, pressed, canvas.picked) if found[0].role == "item" else None


class MoveTool(Gesture):
    """Drag the picked items: their ghosts follow the pointer, the board stays as it is until the drop is saved."""

    def __init__(self, canvas: "BoardCanvas", start: QPoint, pressed: str, ids: Sequence[str]) -> None:
        super().__init__(canvas, start)
        self._pressed = pressed
        self._ids = [pressed, *(item_id for item_id in ids if item_id != pressed)]
        self._ghost: Ghost | None = None

    @property
    def begun(self) -> bool:
        return self._ghost is not None

    def move(self, to: QPoint) -> None:
        if self._ghost is None and (to - self.start).manhattanLength() < QApplication.startDragDistance():
            return
        if self._ghost is None:
            scene = self.canvas.board
            groups = [group for group in map(scene.group, self._ids) if group and group.role == "item"]
            self._ghost = Ghost(groups)
            scene.addItem(self._ghost)
        self._ghost.setPos(self._offset(to))

    def release(self, at: QPoint) -> None:
        if self._ghost is None:
            self.canvas.board.pick([self._pressed])  # a click on one of several picked items picks that one
            return
        self.cancel()
        group = self.canvas.board.group(self._pressed)
        if group:  # it may have gone while it was dragged
            x, y = group.box.centre
            offset = self._offset(at)
            self.canvas.dropRequested.emit(tuple(self._ids), x + offset.x(), y + offset.y())

    def cancel(self) -> None:
        if self._ghost:
            self.canvas.board.removeItem(self._ghost)
            self._ghost = None

    def _offset(self, to: QPoint) -> QPointF:
        return self.canvas.mapToScene(to) - self.canvas.mapToScene(self.start)


class LinkTool(Gesture):
    """Draw a link from one item to another; released over nothing, it asks for nothing."""

    def __init__(self, canvas: "BoardCanvas", start: QPoint, from_id: str) -> None:
        super().__init__(canvas, start)
        self._from_id = from_id
        self._thread = Thread(canvas.mapToScene(start), canvas.theme.focus)
        canvas.board.addItem(self._thread)
        canvas.board.mark_link_start(from_id)

    def move(self, to: QPoint) -> None:
        self._thread.reach(self.canvas.mapToScene(to))

    def release(self, at: QPoint) -> None:
        self.cancel()
        found = [group for group in self.canvas.board.groups_at(self.canvas.mapToScene(at)) if group.role == "item"]
        if found and found[0].item_id != self._from_id:
            self.canvas.linkRequested.emit(self._from_id, found[0].item_id)

    def cancel(self) -> None:
        self.canvas.board.removeItem(self._thread)
        self.canvas.board.mark_link_start(None)


class BandTool(Gesture):
    """Pull a band over the items to pick; what was picked before stays where Shift is held."""

    def __init__(self, canvas: "BoardCanvas", start: QPoint, kept: Sequence[str]) -> None:
        super().__init__(canvas, start)
        self._kept = tuple(kept)
        self._band = QRubberBand(QRubberBand.Shape.Rectangle, canvas.viewport())
        self._band.setGeometry(QRect(start, QSize()))
        self._band.show()

    def move(self, to: QPoint) -> None:
        self._band.setGeometry(QRect(self.start, to).normalized())

    def release(self, at: QPoint) -> None:
        self.cancel()
        corners = self.canvas.mapToScene(self.start), self.canvas.mapToScene(at)
        area = QRectF(*corners).normalized()
        found = self.canvas.board.items_within(area) if area.width() + area.height() > 4 else ()
        self.canvas.board.pick([*self._kept, *found])
        if at == self.start and not self._kept:
            point = self.canvas.mapToScene(at)
            self.canvas.groundClicked.emit(point.x(), point.y())

    def cancel(self) -> None:
        self._band.hide()
        self._band.deleteLater()


class PanTool(Gesture):
    """Push the paper about under the window."""

    def __init__(self, canvas: "BoardCanvas", start: QPoint) -> None:
        super().__init__(canvas, start)
        self._last = start
        canvas.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def move(self, to: QPoint) -> None:
        step, self._last = to - self._last, to
        for bar, by in (
            (self.canvas.horizontalScrollBar(), step.x()),
            (self.canvas.verticalScrollBar(), step.y()),
        ):
            bar.setValue(bar.value() - by)

    def release(self, at: QPoint) -> None:
        self.cancel()

    def cancel(self) -> None:
        self.canvas.viewport().unsetCursor()
