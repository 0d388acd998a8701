"""StagePanel: what participants see, live and small, in a frame that tells its state, with what can be done there."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from facilitator.content.words import Words
from facilitator.domain.picture import Picture
from facilitator.graphics.picture_surface import PictureSurface
from facilitator.ui.console.layer_sign import LayerSign
from facilitator.ui.console.stage_controls import StageControls
from facilitator.ui.plain_label import PlainLabel
from facilitator.workshop.stage_feed import Mode, Point

_FRAMES = {"live": "frameLive", "held": "frameHeld", "blank": "frameBlank"}
_EDGE, _GAP = 4, 6


class StagePanel(QWidget):
    """The stage's own picture painted by the stage's own painter, so the two can't differ."""

    def __init__(self, picture: Picture, words: Words) -> None:
        super().__init__()
        self._words, self._low = words, False
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
        layout.setSpacing(_GAP)
        layout.addWidget(self._heading)
        layout.addWidget(self.sign)
        self._beside = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._beside.setSpacing(_GAP)
        self._beside.addWidget(self._frame, 1)
        self._beside.addWidget(self.controls)
        layout.addLayout(self._beside)
        self.show_stage(picture, "blank")

    def show_stage(
        self, picture: Picture, mode: Mode, pointer: Point | None = None, what: str = "", *, holding: bool = False
    ) -> None:
        """Show what the stage shows, and in which state it is; `what` names what stands in place of a board.

        `holding` tells that a picture is held, be it behind a blank.
        """
        self.surface.show_picture(picture)
        self.surface.show_pointer(pointer)
        words, behind = self._words, "_held" if mode == "blank" and holding else ""
        self._heading.setText(
            words("console.they_see_screen", what=what) if what else words(f"console.they_see_{mode}{behind}")
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

    def show_low(self, *, low: bool) -> None:
        """In a low window the buttons stand beside a narrower preview, so that the lists below have room."""
        if low == self._low:
            return
        self._low = low
        self._beside.setDirection(QBoxLayout.Direction.LeftToRight if low else QBoxLayout.Direction.TopToBottom)
        self.controls.stand(upright=low)
        if self.isVisible():  # else its width is not known yet
            self._fit()

    def resizeEvent(self, event: object) -> None:
        self._fit()

    def _fit(self) -> None:
        """Keep the preview at 16:9."""
        beside = self.controls.sizeHint().width() + _GAP if self._low else 0
        width = self.width() - 2 * _EDGE - beside
        self.surface.setFixedHeight(round(width * 9 / 16))
