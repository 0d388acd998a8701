"""BoardCanvas: the board as the facilitator edits it. Mouse and keys become requests; it never edits by itself."""

import time
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QGraphicsView, QWidget

from facilitator.content.theme import Theme
from facilitator.domain.picture import STAGE_HEIGHT, STAGE_WIDTH, Picture, Text
from facilitator.graphics.board_scene import BoardScene
from facilitator.graphics.canvas_keys import CanvasKeys
from facilitator.graphics.gestures import Gesture, PanTool, gesture_at
from facilitator.graphics.gliding import GlideLayer, Gliding
from facilitator.graphics.name_editor import NameEditor
from facilitator.graphics.picture_painter import SURFACE

_ZOOM_LEAST, _ZOOM_MOST = 0.15, 6.0
_TOO_MANY_TO_SMOOTH = 1000  # groups: smooth edges would make zooming stutter
_ROOM_FOR_BADGES = 0.55  # below this, 13 px are as high as the items they mark


class BoardCanvas(QGraphicsView):
    """Shows a picture, lets items be picked, and asks for edits by signals; ids are those of the groups.

    `letGo` is Esc with nothing here to let go of; `groundClicked` a click where no item is. Positions are
    stage pixels (1920 x 1080).

    While `linking` is not None, the next item chosen is the other end of a link from that item. On a board without
    links (see `board.links_items`) `noLinksHere` says that one was asked for.
    """

    dropRequested = Signal(tuple, float, float)
    renameRequested = Signal(str, str)
    nudgeRequested = Signal(tuple, str)
    linkRequested = Signal(str, str)
    deleteRequested = Signal(tuple)
    pressRequested = Signal(tuple)
    editRequested = Signal(tuple)
    captureRequested = Signal()
    groundClicked = Signal(float, float)
    letGo = Signal()
    selectionChanged = Signal(tuple)
    linkingChanged = Signal(bool)
    noLinksHere = Signal()

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.board = BoardScene(theme, self)
        self.setScene(self.board)
        self.board.selectionPicked.connect(self.selectionChanged)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.linking: str | None = None
        self.names: Mapping[str, str] = {}
        self.order: tuple[str, ...] = ()
        self._keys = CanvasKeys(self)
        self.gliding = Gliding(clock, self)
        self.board.addItem(GlideLayer(self.gliding))
        self._linked = "", ""  # the link that was made last, and where it began
        self._gesture: Gesture | None = None
        self._button = Qt.MouseButton.NoButton  # the one that the gesture was begun with and ends with
        self._editor: NameEditor | None = None
        self._editor_at = ""
        self._fitted = True
        self._picture: Picture | None = None
        self._space = self._panned = False

    def show_board(
        self,
        picture: Picture,
        names: Mapping[str, str],
        badges: Mapping[str, str],
        links: Sequence[str] = (),
        *,
        glide: bool = False,
    ) -> None:
        """Show a picture; `names` are what renaming begins with, in reading order, `badges` the private marks.

        `links` are the ids of all links, which can be picked elsewhere even where the picture draws none. With
        `glide` the items go where they now stand, while what is asked for already counts for there.
        """
        self._glide(picture, glide=glide)
        self.names = names
        self.order = tuple(names)
        self.setRenderHint(QPainter.RenderHint.Antialiasing, len(picture.groups) < _TOO_MANY_TO_SMOOTH)
        self.board.refresh(picture, (*names, *links))
        self.board.show_badges(badges)
        self.setAccessibleDescription(picture.alt)
        if self.linking and self.linking not in names:
            self.end_linking()
        if self._editor and self._editor_at not in names:
            self.finish_rename()
        self._follow_zoom()

    def stage_point(self, place: QPointF) -> tuple[float, float] | None:
        """The stage pixel at a place of the viewport, None beside the picture."""
        at = self.viewportTransform().inverted()[0].map(place)
        return (at.x(), at.y()) if SURFACE.contains(at) else None

    @property
    def picked(self) -> tuple[str, ...]:
        """The ids of what is picked, the current one last."""
        return self.board.picked

    def pick(self, ids: Sequence[str]) -> None:
        """Pick these items and bring the current one into sight."""
        self.board.pick(ids)
        group = self.board.group(self.picked[-1]) if self.picked else None
        if group and not self._fitted:
            self.ensureVisible(QRectF(group.box.x, group.box.y, group.box.width, group.box.height), 40, 40)

    def pick_link(self, link_id: str, from_id: str) -> None:
        """Pick a link that was just made; keys go on from the item where it began."""
        self._linked = link_id, from_id
        self.pick([link_id])

    @property
    def standing(self) -> str | None:
        """What keys go on from: the current item, or the beginning of the link that was just made and is picked."""
        current = self.picked[-1] if self.picked else None
        link_id, from_id = self._linked
        return from_id if current == link_id and from_id in self.names else current

    def fit(self) -> None:
        """Show the whole board as large as there is room for, and keep doing so when the window changes."""
        self._fitted = True
        self.fitInView(self.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)
        self._follow_zoom()

    def zoom(self, factor: float, at: QPoint | None = None) -> None:
        """Enlarge by `factor`, between 15 % and 600 % of a stage pixel; what is at `at` (else the middle) stays there.

        Near its edges the paper stays in the window rather than under the pointer.
        """
        at = at or self.viewport().rect().center()
        kept, now = self.mapToScene(at), self.transform().m11()
        factor = min(max(now * factor, _ZOOM_LEAST), _ZOOM_MOST) / now
        self._fitted = False
        self.scale(factor, factor)
        moved = self.mapFromScene(kept) - at
        for bar, by in ((self.horizontalScrollBar(), moved.x()), (self.verticalScrollBar(), moved.y())):
            bar.setValue(bar.value() + by)
        self._follow_zoom()

    def actual_size(self) -> None:
        """One stage pixel to one pixel of the screen."""
        self.zoom(1 / self.transform().m11())

    def begin_rename(self, item_id: str, name: str = "", at: str = "") -> None:
        """Open the line in which an item is renamed; nothing happens for what has no name.

        What is no item itself, a group of items, say, is told by its `name`, and its line stands where the item `at`
        is. A name that is being typed is asked to be saved first; while it can't be, its line stays.
        """
        at, name = at or item_id, name or self.names.get(item_id, "")
        if at not in self.names or not self.commit_rename():
            return
        self._editor_at = at
        self._editor = NameEditor(self.viewport(), item_id, name)
        self._editor.setAccessibleName(name)
        self._editor.nameEntered.connect(self.renameRequested)
        self._editor.abandoned.connect(self.finish_rename)
        self._place_editor(self._editor)
        self._editor.show()
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish_rename(self) -> None:
        """Close the line: the new name was saved, or is not wanted."""
        if self._editor:
            editor, self._editor = self._editor, None
            if editor.hasFocus():
                self.setFocus(Qt.FocusReason.OtherFocusReason)
            editor.hide()
            editor.deleteLater()

    def commit_rename(self) -> bool:
        """Ask to save the name that is being typed; returns whether the line is closed, else it has the focus."""
        if self._editor:
            self._editor.commit()
        if self._editor:
            self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return self._editor is None

    @property
    def editor(self) -> NameEditor | None:
        """The line in which an item is being renamed, if one is."""
        return self._editor

    def begin_linking(self) -> None:
        """The one picked item becomes the beginning of a link; the next item chosen is its other end."""
        if not self.board.links_items:
            self.noLinksHere.emit()
        elif len(self.picked) == 1 and self.standing in self.names:
            self.linking = self.standing
            self.board.mark_link_start(self.linking)
            self.linkingChanged.emit(True)

    def finish_linking(self, to_id: str) -> None:
        """Ask for the link that was begun, to this item."""
        begun = self.linking
        self.end_linking()
        if begun and begun != to_id:
            self.board.pick([begun])
            self.linkRequested.emit(begun, to_id)

    def end_linking(self) -> None:
        """Forget the link that was begun."""
        if self.linking is not None:
            self.linking = None
            self.board.mark_link_start(None)
            self.linkingChanged.emit(False)

    def cancel_gesture(self) -> bool:
        """Take back what the mouse is doing; returns whether there was anything to take back."""
        if self._gesture is None:
            return False
        gesture, self._gesture = self._gesture, None
        begun = gesture.begun
        gesture.cancel()
        return begun

    # --- mouse ---

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at, button = event.position().toPoint(), event.button()
        event.accept()
        if self._gesture:
            if button != self._button:
                return
            self.cancel_gesture()  # its release went elsewhere, to a dialog perhaps
        self._button = button
        if button == Qt.MouseButton.MiddleButton or (self._space and button == Qt.MouseButton.LeftButton):
            self._gesture, self._panned = PanTool(self, at), True
        elif button == Qt.MouseButton.LeftButton:
            self._gesture = gesture_at(self, at, event.modifiers())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._gesture:
            self._gesture.move(event.position().toPoint())
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if self._gesture and event.button() == self._button:
            gesture, self._gesture = self._gesture, None
            gesture.release(event.position().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        found = self.board.groups_at(self.mapToScene(event.position().toPoint()))
        if event.button() != Qt.MouseButton.LeftButton or self._gesture:
            return
        if not found:
            self.captureRequested.emit()
        elif found[0].role != "link":
            self.board.pick([found[0].item_id])
            named = found[0].item_id in self.names
            self.begin_rename(self.picked[-1]) if named else self.editRequested.emit(self.picked)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1.0015 ** event.angleDelta().y(), event.position().toPoint())
            event.accept()
            return
        super().wheelEvent(event)
        self._follow_zoom()

    # --- keys and focus ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space, self._panned = True, False
        elif not self._keys.press(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            if self._space and not self._panned and self.picked:
                self.pressRequested.emit(self.picked)
            self._space = False
        super().keyReleaseEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes to the next item; past the last one it leaves the canvas as everywhere else."""
        return self._keys.step(1 if next else -1) or super().focusNextPrevChild(next)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._space = False
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitted:
            self.fit()

    def _glide(self, picture: Picture, *, glide: bool) -> None:
        before, self._picture = self._picture, picture
        if before and glide and before != picture and self.isVisible():
            scale = min(1.0, self.transform().m11() * self.devicePixelRatioF())
            self.gliding.begin(before, picture, QSize(round(STAGE_WIDTH * scale), round(STAGE_HEIGHT * scale)))
        elif before != picture:
            self.gliding.end()

    def _follow_zoom(self) -> None:
        zoom = self.transform().m11()
        self.board.fold_badges(zoom < _ROOM_FOR_BADGES, zoom)
        if self._editor:
            self._place_editor(self._editor)

    def _place_editor(self, editor: NameEditor) -> None:
        group = self.board.group(self._editor_at)
        if group is None:  # folded away: the line stands in the middle
            editor.place(QRect(self.viewport().rect().center(), QSize(1, 1)), self.viewport().rect(), 20)
            return
        area = QRectF(group.box.x, group.box.y, group.box.width, group.box.height)
        around = self.mapFromScene(area).boundingRect()
        sizes = [shape.size for shape in group.shapes if isinstance(shape, Text)]
        editor.place(around, self.viewport().rect(), max(sizes, default=20) * self.transform().m11())
