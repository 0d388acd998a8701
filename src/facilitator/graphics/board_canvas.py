"""BoardCanvas: the board as the facilitator edits it. Mouse and keys become requests; it never edits by itself."""

import time
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from facilitator.content.theme import Theme
from facilitator.domain.picture import STAGE_HEIGHT, STAGE_WIDTH, Picture
from facilitator.graphics.board_scene import BoardScene
from facilitator.graphics.canvas_keys import CanvasKeys
from facilitator.graphics.gestures import Gesture, PanTool, gesture_at
from facilitator.graphics.gliding import GlideLayer, Gliding
from facilitator.graphics.name_editor import NameEditor
from facilitator.graphics.renaming import Renaming
from facilitator.graphics.zoomed_view import ZoomedView

_TOO_MANY_TO_SMOOTH = 1000  # groups: smooth edges would make zooming stutter
_ROOM_FOR_BADGES = 0.55  # below this, 13 px are as high as the items they mark


class BoardCanvas(ZoomedView):
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
        self.linking: str | None = None
        self.names: Mapping[str, str] = {}
        self.order: tuple[str, ...] = ()
        self._keys = CanvasKeys(self)
        self.gliding = Gliding(clock, self)
        self.board.addItem(GlideLayer(self.gliding))
        self._linked = "", ""  # the link that was made last, and where it began
        self._gesture: Gesture | None = None
        self._button = Qt.MouseButton.NoButton  # the one that the gesture was begun with and ends with
        self._renaming = Renaming(self)
        self._picture: Picture | None = None
        self._space = self._panned = False
        self.zoomed.connect(self._follow_zoom)

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
        self._renaming.end_of_gone()
        self._follow_zoom()

    @property
    def picked(self) -> tuple[str, ...]:
        """The ids of what is picked, the current one last."""
        return self.board.picked

    def pick(self, ids: Sequence[str]) -> None:
        """Pick these items and bring the current one into sight."""
        self.board.pick(ids)
        group = self.board.group(self.picked[-1]) if self.picked else None
        if group and not self.is_fitted:
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

    def begin_rename(self, item_id: str, name: str = "", at: str = "") -> None:
        """Open the line in which an item is renamed; nothing happens for what has no name.

        What is no item itself, a group of items, say, is told by its `name`, and its line stands where the item `at`
        is. A name that is being typed is asked to be saved first; while it can't be, its line stays.
        """
        self._renaming.begin(item_id, name, at)

    def finish_rename(self) -> None:
        """Close the line: the new name was saved, or is not wanted."""
        self._renaming.finish()

    def commit_rename(self) -> bool:
        """Ask to save the name that is being typed; returns whether the line is closed, else it has the focus."""
        return self._renaming.commit()

    @property
    def editor(self) -> NameEditor | None:
        """The line in which an item is being renamed, if one is."""
        return self._renaming.editor

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
        self._renaming.place()
