"""Renaming: the line over an item of the canvas in which its name is typed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt

from facilitator.domain.picture import Text
from facilitator.graphics.name_editor import NameEditor

if TYPE_CHECKING:
    from facilitator.graphics.board_canvas import BoardCanvas

_SIZE = 20  # stage pixels: of letters, where an item shows none


class Renaming:
    """Opens, places and closes the line, which is `editor`; the canvas asks for the new name by its signal."""

    def __init__(self, canvas: "BoardCanvas") -> None:
        self._canvas = canvas
        self.editor: NameEditor | None = None
        self._at = ""

    def begin(self, item_id: str, name: str, at: str) -> None:
        """Open it, as `BoardCanvas.begin_rename` tells."""
        canvas = self._canvas
        at, name = at or item_id, name or canvas.names.get(item_id, "")
        if at not in canvas.names or not self.commit():
            return
        self._at = at
        self.editor = NameEditor(canvas.viewport(), item_id, name)
        self.editor.setAccessibleName(name)
        self.editor.nameEntered.connect(canvas.renameRequested)
        self.editor.abandoned.connect(self.finish)
        self.place()
        self.editor.show()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Close it: the new name was saved, or is not wanted."""
        if self.editor:
            editor, self.editor = self.editor, None
            if editor.hasFocus():
                self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
            editor.hide()
            editor.deleteLater()

    def commit(self) -> bool:
        """Ask to save the name that is being typed; returns whether it is closed, else it has the focus."""
        if self.editor:
            self.editor.commit()
        if self.editor:
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return self.editor is None

    def end_of_gone(self) -> None:
        """Close it where its item is no more."""
        if self.editor and self._at not in self._canvas.names:
            self.finish()

    def place(self) -> None:
        """Keep it over its item."""
        canvas = self._canvas
        if self.editor is None:
            return
        group, room = canvas.board.group(self._at), canvas.viewport().rect()
        if group is None:  # folded away: the line stands in the middle
            self.editor.place(QRect(room.center(), QSize(1, 1)), room, _SIZE)
            return
        area = QRectF(group.box.x, group.box.y, group.box.width, group.box.height)
        around = canvas.mapFromScene(area).boundingRect()
        sizes = [shape.size for shape in group.shapes if isinstance(shape, Text)]
        self.editor.place(around, room, max(sizes, default=_SIZE) * canvas.transform().m11())
