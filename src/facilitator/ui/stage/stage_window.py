"""StageWindow: what is shared in the video call. One picture, nothing else: no menu, no tooltip, no message."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.domain.picture import Picture
from facilitator.graphics.picture_surface import PictureSurface
from facilitator.ui.typed_text import typed_text

TITLE = "Facilitator – Stage"
"""Constant, so that it can be chosen in the video call's list of windows and says nothing about the client."""

SIZES = (QSize(1280, 720), QSize(1600, 900), QSize(1920, 1080))
"""Client sizes in pixels of the screen: 16:9, so that the call scales the picture as little as can be."""

_FRAME = QSize(0, 40)
"""What window managers put above a window; what they do take is known only once it is shown."""


def room_on_screen(window: QWidget) -> QSize:
    """The client size that a window can have at most with all of its frame on its screen, in the units of windows."""
    return window.screen().availableSize() - _FRAME


class StageWindow(QWidget):
    """Shows the picture that it was last given, filling a client area of one of SIZES.

    Where the screen has no room for that and a frame, `room` says so: then it is as large as it can be at 16:9, as
    what hangs off a screen may be missing from the call. `sized` tells of the client size that it has.

    It is given pictures only, never a document. While it is worked on, `begin_work` has put a canvas and a capture line
    in the picture's place. It can't be closed or minimized by itself: sharing would end or
    freeze in front of everybody. `closeRequested` says that somebody tried. `typed` carries letters that were typed
    while the window had the keys and was not worked on: it shows nothing of them.
    """

    closeRequested = Signal()
    sized = Signal(QSize)
    typed = Signal(str)

    def __init__(self, picture: Picture, size: QSize, room: Callable[[QWidget], QSize] = room_on_screen) -> None:
        super().__init__(None)
        self._room = room
        self.setWindowTitle(TITLE)
        self.setAccessibleName(TITLE)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setWindowFlag(Qt.WindowType.WindowMinimizeButtonHint, False)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, False)
        self._surface = PictureSurface(picture, self)
        self._surface.setAccessibleName(TITLE)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addWidget(self._surface)
        self._work: QWidget | None = None
        self._closing = self._placed = False
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
        """The client size that was chosen, in pixels of the screen."""
        return self._size

    @property
    def fitted_size(self) -> QSize:
        """The client size that it has, in pixels of the screen: the one chosen, or a smaller one of the same shape."""
        room = self._room(self) * self.devicePixelRatioF()
        if self._size.boundedTo(room) == self._size:
            return self._size
        by = max(1, min(room.width() // 16, room.height() // 9))
        return QSize(16 * by, 9 * by)

    def show_picture(self, picture: Picture, *, glide: bool = False) -> None:
        """Show another picture at once, whatever else there is to do: a blanked stage is blank.

        With `glide` its items go from where they were to where they will be, which takes less than 0.6 s.
        """
        self._surface.show_picture(picture, glide=glide)
        self._surface.repaint()

    def show_pointer(self, at: tuple[float, float] | None) -> None:
        """Lay the big pointer there over the picture (stage pixels), None for nowhere."""
        self._surface.show_pointer(at)

    def begin_work(self, work: QWidget) -> None:
        """Let `work` fill the window in the picture's place; it becomes the window's own."""
        self._work = work
        self._surface.hide()
        self._whole.addWidget(work)
        work.show()

    def end_work(self) -> None:
        """Show the picture again and nothing else; nothing happens where nothing is worked on."""
        if self._work:
            work, self._work = self._work, None
            self._whole.removeWidget(work)
            work.hide()
            work.deleteLater()
            self._surface.show()

    def set_size(self, size: QSize) -> None:
        """Make the client area `size` pixels of the screen, or as near to it as there is room.

        Raises ValueError unless `size` is one of SIZES.
        """
        if size not in SIZES:
            raise ValueError(f"{size.width()} x {size.height()} is no stage size")
        self._size = size
        fitted, ratio = self.fitted_size, self.devicePixelRatioF()
        # On a scaled screen a window is told its size in larger units.
        self.setFixedSize(round(fitted.width() / ratio), round(fitted.height() / ratio))
        self.sized.emit(fitted)

    def end(self) -> None:
        """Close for good, with the app."""
        self._closing = True
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = "" if self._work else typed_text(event)
        if text:
            self.typed.emit(text)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._closing:
            event.accept()
            return
        event.ignore()
        self.closeRequested.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.set_size(self._size)
        if not self._placed:
            self._placed = True
            self.windowHandle().screenChanged.connect(lambda screen: self.set_size(self._size))
            if self.fitted_size != self._size:
                self.move(self.screen().availableGeometry().topLeft())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange and self.isMinimized():
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        elif event.type() == QEvent.Type.DevicePixelRatioChange:
            self.set_size(self._size)
