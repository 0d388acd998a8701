"""StagePanel: what participants see, live and small, in a frame that tells its state, with what can be done there."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from facilitator.content.words import Words
from facilitator.domain.picture import Picture
from facilitator.graphics.picture_surface import PictureSurface
from facilitator.ui.console.layer_sign import LayerSign
from facilitator.ui.console.stage_controls import StageControls
from facilitator.ui.plain_label import PlainLabel
from facilitator.workshop.stage_feed import Mode, Point

_FRAMES = {"live": "frameLive", "held": "frameHeld", "blank": "frameBlank"}
_EDGE = 4


class StagePanel(QWidget):
    """The stage's own picture painted by the stage's own painter, so the two can't differ."""

    def __init__(self, picture: Picture, words: Words) -> None:
        super().__init__()
        self._words = words
        self.surface = PictureSurface(picture)
        self.surface.setAccessibleName(words("console.what_they_see"))
        self._heading = PlainLabel(words("console.what_they_see"), "heading")
        self.sign = LayerSign(words)
        self.controls = StageControls(words)
        self._frame = QFrame()
        self.surface.installEventFilter(self)
        inside = QVBoxLayout(self._frame)
        inside.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        inside.addWidget(self.surface)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._heading)
        layout.addWidget(self.sign)
        layout.addWidget(self._frame)
        layout.addWidget(self.controls)
        self.show_stage(picture, "blank")

    def show_stage(self, picture: Picture, mode: Mode, pointer: Point | None = None, what: str = "") -> None:
        """Show what the stage shows, and in which state it is; `what` names what stands in place of a board."""
        self.surface.show_picture(picture)
        self.surface.show_pointer(pointer)
        words = self._words
        self._heading.setText(
            words("console.they_see_screen", what=what) if what else words(f"console.they_see_{mode}")
        )
        if self._frame.objectName() != _FRAMES[mode]:
            self._frame.setObjectName(_FRAMES[mode])
            self._frame.style().polish(self._frame)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The preview is painted to its edges, so its frame shows that it has the focus."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._frame.setProperty("focused", event.type() == QEvent.Type.FocusIn)
            self._frame.style().polish(self._frame)
        return False

    def resizeEvent(self, event: object) -> None:
        """Keep the preview at 16:9."""
        width = self.width() - 2 * _EDGE
        self.surface.setFixedHeight(round(width * 9 / 16))
