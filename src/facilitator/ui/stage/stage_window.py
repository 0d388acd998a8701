"""StageWindow: what is shared in the video call. One picture, nothing else: no menu, no tooltip, no message."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.domain.picture import Picture
from facilitator.graphics.picture_surface import PictureSurface

TITLE = "Facilitator – Stage"
"""Constant, so that it can be chosen in the video call's list of windows and says nothing about the client."""

SIZES = (QSize(1280, 720), QSize(1600, 900), QSize(1920, 1080))
"""Client sizes in pixels of the screen: 16:9, so that the call scales the picture as little as can be."""


class StageWindow(QWidget):
    """Shows the picture that it was last given, filling a client area of exactly one of SIZES.

    It is given pictures only, never a document. It can't be closed or minimised by itself: sharing would end or
    freeze in front of everybody. `closeRequested` says that somebody tried.
    """

    closeRequested = Signal()

    def __init__(self, picture: Picture, size: QSize) -> None:
        super().__init__(None)
        self.setWindowTitle(TITLE)
        self.setAccessibleName(TITLE)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setWindowFlag(Qt.WindowType.WindowMinimizeButtonHint, False)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, False)
        self._surface = PictureSurface(picture, self)
        self._surface.setAccessibleName(TITLE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._surface)
        self._closing = False
        self._size = size
        self.set_size(size)

    @property
    def picture(self) -> Picture:
        """What participants see."""
        return self._surface.picture

    @property
    def surface(self) -> PictureSurface:
        """The widget that fills the window."""
        return self._surface

    @property
    def stage_size(self) -> QSize:
        """The client size in pixels of the screen."""
        return self._size

    def show_picture(self, picture: Picture, *, glide: bool = False) -> None:
        """Show another picture at once, whatever else there is to do: a blanked stage is blank.

        With `glide` its items go from where they were to where they will be, which takes less than 0.6 s.
        """
        self._surface.show_picture(picture, glide=glide)
        self._surface.repaint()

    def set_size(self, size: QSize) -> None:
        """Make the client area `size` pixels of the screen; raises ValueError unless it is one of SIZES."""
        if size not in SIZES:
            raise ValueError(f"{size.width()} x {size.height()} is no stage size")
        self._size = size
        ratio = self.devicePixelRatioF()  # on a scaled screen a window is told its size in larger units
        self.setFixedSize(round(size.width() / ratio), round(size.height() / ratio))

    def end(self) -> None:
        """Close for good, with the app."""
        self._closing = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._closing:
            event.accept()
            return
        event.ignore()
        self.closeRequested.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.set_size(self._size)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange and self.isMinimized():
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        elif event.type() == QEvent.Type.DevicePixelRatioChange:
            self.set_size(self._size)
