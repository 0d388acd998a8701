"""What the keys mean on the canvas: everything that the mouse can do, without one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QKeySequence

from facilitator.graphics.neighbours import Direction, beside, following, nearest

if TYPE_CHECKING:
    from facilitator.graphics.board_canvas import BoardCanvas

_ARROWS: dict[int, Direction] = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}


_FULL_SIZE = -1
_WITH_CONTROL: dict[int, int] = {Qt.Key.Key_0: _FULL_SIZE, Qt.Key.Key_9: Qt.Key.Key_0}


class CanvasKeys:
    """Reads key presses for a canvas.

    Tab and arrows move to the next and nearest item (Shift with an arrow adds it), Alt and arrows nudge, F2 renames,
    Enter edits, Ctrl+L links, Space presses (ticks), Delete deletes, Esc lets go, Ctrl+9 fits, Ctrl+0 shows full size,
    Ctrl with + and - zooms. Letters mean nothing here: they are the beginning of what somebody says, or of the code of
    the other end of a link; while that is sought, nothing can be deleted.
    """

    def __init__(self, canvas: "BoardCanvas") -> None:
        self._canvas = canvas

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means; returns whether it meant anything here."""
        canvas, key = self._canvas, event.key()
        if key in _ARROWS:
            self._arrow(_ARROWS[key], event.modifiers())
        elif key == Qt.Key.Key_Escape:
            return self._let_go()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            canvas.board.pick(list(canvas.board.boxes()))
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return self._with_control(key)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key == Qt.Key.Key_F2 and canvas.picked:
            canvas.begin_rename(canvas.picked[-1])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and canvas.picked and not canvas.linking:
            canvas.deleteRequested.emit(canvas.picked)
        else:
            return False
        return True

    def _with_control(self, key: int) -> bool:
        if key == Qt.Key.Key_L:
            self._canvas.begin_linking()
            return True
        return self._zoom(_WITH_CONTROL.get(key, key))

    def step(self, places: int) -> bool:
        """Go to the next or previous item in reading order; returns whether there was one."""
        canvas = self._canvas
        target = following(canvas.order, canvas.standing, places)
        if target is None:
            return False
        self._go_to(target)
        return True

    def _arrow(self, direction: Direction, modifiers: Qt.KeyboardModifier) -> None:
        canvas = self._canvas
        if modifiers & Qt.KeyboardModifier.AltModifier:
            if canvas.picked:
                canvas.nudgeRequested.emit(canvas.picked, direction)
            return
        boxes = canvas.board.boxes()
        current = canvas.standing
        if current not in boxes:
            self.step(1)
            return
        target = (beside if canvas.linking else nearest)(boxes, current, direction)
        if target is None:
            return
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            canvas.pick([*(item_id for item_id in canvas.picked if item_id != target), target])
        else:
            self._go_to(target)

    def _go_to(self, item_id: str) -> None:
        self._canvas.pick([item_id])
        group = self._canvas.board.group(item_id)
        if group and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._canvas, group.label))

    def _enter(self) -> None:
        canvas = self._canvas
        if canvas.linking and canvas.picked:
            canvas.finish_linking(canvas.picked[-1])
        elif canvas.picked:
            canvas.editRequested.emit(canvas.picked)

    def _let_go(self) -> bool:
        canvas = self._canvas
        if canvas.cancel_gesture():
            return True
        if canvas.linking:
            canvas.end_linking()
            return True
        if canvas.picked:
            canvas.board.pick([])
            return True
        canvas.letGo.emit()
        return False

    def _zoom(self, key: int) -> bool:
        canvas = self._canvas
        if key == Qt.Key.Key_0:
            canvas.fit()
        elif key == _FULL_SIZE:
            canvas.actual_size()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            canvas.zoom(1.25)
        elif key == Qt.Key.Key_Minus:
            canvas.zoom(0.8)
        else:
            return False
        return True
