"""StageCanvas: the picture of the stage as something to take hold of. It shows nothing but the picture."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent

from facilitator.content.theme import Theme
from facilitator.domain.picture import Picture
from facilitator.graphics.board_canvas import BoardCanvas
from facilitator.graphics.picture_painter import SURFACE
from facilitator.graphics.pointer import PointerItem
from facilitator.ui.stage.public_only import PublicOnly
from facilitator.workshop.capture import without_private_marks


class StageCanvas(BoardCanvas):
    """A canvas that always shows all of the board, without private marks, tooltips or menus.

    While it does not take edits (`takes_edits`), it only shows. `privateTyped` tells that a private mark was typed
    into a name and taken out of it.
    """

    privateTyped = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setObjectName("onStage")
        self.setSceneRect(SURFACE)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.takes_edits = False
        self.board.let_ties_stand_back(False)  # for everybody else these are the board
        self._pointer = PointerItem()
        self._pointer.hide()
        self.board.addItem(self._pointer)

    def show_pointer(self, at: tuple[float, float] | None) -> None:
        """Lay the big pointer there (stage pixels), None for nowhere."""
        self._pointer.setVisible(at is not None)
        if at is not None:
            self._pointer.setPos(*at)

    def begin_rename(self, item_id: str, name: str = "", at: str = "") -> None:
        super().begin_rename(item_id, name, at)
        editor = self.editor
        if editor and not editor.validator() and without_private_marks(editor.text()) == editor.text():
            public = PublicOnly(editor)
            editor.setValidator(public)
            editor.textEdited.connect(lambda text: self.privateTyped.emit() if public.took() else None)

    def show_only(self, picture: Picture) -> tuple[str, str] | None:
        """Show a picture at once, of which nothing can be picked.

        Returns the id and the new name of what was being renamed, if anything was: its line is closed.
        """
        typed = (self.editor.item_id, self.editor.text()) if self.editor else None
        self.takes_edits = False
        self.cancel_gesture()
        self.finish_rename()
        self.end_linking()
        self.pick([])
        self.show_board(picture, {}, {})
        self.viewport().repaint()
        return typed

    def zoom(self, factor: float, at: QPoint | None = None) -> None:
        """Nothing: participants always see all of the board."""

    def viewportEvent(self, event: QEvent) -> bool:
        return event.type() == QEvent.Type.ToolTip or super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.takes_edits:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.takes_edits:
            super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.takes_edits or event.key() == Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        else:
            event.ignore()
