"""Pointing: while it is on, the mouse over the console's canvas or preview, or keys, lead the big pointer."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QCursor, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.domain.picture import STAGE_HEIGHT, STAGE_WIDTH
from facilitator.graphics.board_canvas import BoardCanvas
from facilitator.graphics.picture_surface import PictureSurface
from facilitator.ui.console.board_work import BoardWork
from facilitator.ui.desk import Desk
from facilitator.workshop.stage_feed import Point

PointOf = Callable[[QPointF], Point | None]
"""The stage pixel at a place of a widget, None where participants have no such pixel before their eyes."""

_STEP, _SMALL_STEP = 40.0, 8.0
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Pointing(QObject):
    """Leads the big pointer of the stage. It tells places on the picture and nothing else.

    The canvas counts only while participants see the same there. Where its items are picked by keys, on it or in
    `outline`, the pointer goes to them. `turned` tells whether it is on.
    """

    turned = Signal(bool)

    def __init__(
        self, desk: Desk, work: BoardWork, canvas: BoardCanvas, preview: PictureSurface, outline: QWidget
    ) -> None:
        super().__init__(work)
        self._desk, self._work, self._canvas, self._preview = desk, work, canvas, preview
        self._by_keys = (canvas, outline)
        self._watched: dict[QObject, PointOf] = {}
        self._at_canvas = False  # whether the pointer is where something of the canvas is
        self._same: bool | None = None  # None: to be found out when it is needed
        self.on = False
        self.watch(canvas.viewport(), self._on_canvas)
        self.watch(preview, preview.stage_point)
        canvas.selectionChanged.connect(self._follow_picked)
        desk.signals.feedChanged.connect(self._look_again)
        desk.showings.changed.connect(lambda board_id: self._look_again())
        work.opened.connect(lambda board_id: self._look_again())

    def watch(self, widget: QWidget, point_of: PointOf) -> None:
        """Let mouse moves over this widget lead the pointer, too."""
        self._watched[widget] = point_of
        widget.installEventFilter(self)
        widget.setMouseTracking(self.on)

    def unwatch(self, widget: QWidget) -> None:
        """Mouse moves over this widget lead it no longer; if they did, it goes."""
        widget.removeEventFilter(self)
        if self._watched.pop(widget, None) and widget.underMouse():
            self._point(None)

    def turn(self) -> None:
        """Turn it on, or off."""
        self.on = not self.on
        for widget in self._watched:
            assert isinstance(widget, QWidget)
            widget.setMouseTracking(self.on)
        self._preview.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self.on else Qt.FocusPolicy.NoFocus)
        self._point(None)
        if self.on:
            self._begin()
        elif self._preview.hasFocus():
            self._canvas.setFocus()
        self.turned.emit(self.on)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self.on or watched not in self._watched:
            return False
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._point(self._watched[watched](event.position()), at_canvas=watched is self._canvas.viewport())
        elif event.type() == QEvent.Type.Leave:
            self._point(None)
        elif watched is self._preview and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._press(event)
        return False

    def _begin(self) -> None:
        for widget, point_of in self._watched.items():
            assert isinstance(widget, QWidget)
            if widget.underMouse():
                at_canvas = widget is self._canvas.viewport()
                self._point(point_of(QPointF(widget.mapFromGlobal(QCursor.pos()))), at_canvas=at_canvas)
                return
        self._follow_picked(self._canvas.picked)

    def _press(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self._point(None)
        elif event.key() in _ARROWS:
            x, y = self._desk.feed.pointer or (STAGE_WIDTH / 2, STAGE_HEIGHT / 2)
            right, down = _ARROWS[Qt.Key(event.key())]
            step = _SMALL_STEP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _STEP
            self._point((_within(x + right * step, STAGE_WIDTH), _within(y + down * step, STAGE_HEIGHT)))
        else:
            return False
        return True

    def _follow_picked(self, ids: tuple[str, ...]) -> None:
        by_keys = QApplication.focusWidget() in self._by_keys and not QApplication.mouseButtons()
        group = self._canvas.board.group(ids[-1]) if ids else None
        if self.on and by_keys and group and self._is_same():
            self._point(group.box.centre, at_canvas=True)

    def _on_canvas(self, place: QPointF) -> Point | None:
        at = self._canvas.stage_point(place)
        return at if at and self._is_same() else None

    def _is_same(self) -> bool:
        """Whether participants have before their eyes what the canvas shows."""
        if self._same is None:
            feed, board_id = self._desk.feed, self._work.board_id
            live = bool(board_id) and feed.mode == "live" and feed.screen is None
            self._same = live and self._desk.showings.on_stage(board_id) == "same"
        return self._same

    def _look_again(self) -> None:
        self._same = None
        if self._at_canvas and not self._is_same():
            self._point(None)

    def _point(self, at: Point | None, *, at_canvas: bool = False) -> None:
        self._at_canvas = at_canvas and at is not None
        self._desk.feed.point(at)


def _within(value: float, most: float) -> float:
    return min(max(value, 0.0), float(most))
