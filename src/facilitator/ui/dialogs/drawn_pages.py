"""PageDrawing: pages of a PDF as images for windows, drawn on the one thread that may."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from facilitator.handouts.pages_drawn import DrawnPage, drawn_page


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page to look at, and its text."""

    image: QImage
    text: str


class PageDrawing(QObject):
    """Draws one page after another; only the one that was asked for last is told of.

    It has no parent: its thread may hold it a little longer than the window that asked.
    """

    _landed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._future: Future[DrawnPage] | None = None
        self._then: Callable[[PageImage], object] = lambda drawn: None
        self._failed: Callable[[BaseException], object] = lambda error: None
        self._landed.connect(self._land)

    def draw(
        self,
        pdf: bytes,
        number: int,
        dots_per_inch: float,
        then: Callable[[PageImage], object],
        failed: Callable[[BaseException], object],
    ) -> None:
        """Draw page `number`, from 1, and tell `then`; `failed` where it can't be drawn."""
        self.drop()
        self._then, self._failed = then, failed
        self._future = drawn_page(pdf, number, dots_per_inch)
        self._future.add_done_callback(self._landed.emit)

    def drop(self) -> None:
        """Want nothing more."""
        future, self._future = self._future, None
        if future:
            future.cancel()

    def _land(self, future: "Future[DrawnPage]") -> None:
        if future is not self._future:
            return
        self._future = None
        error = future.exception()
        if error:
            self._failed(error)
            return
        drawn = future.result()
        self._then(PageImage(image_of(drawn), drawn.text))


def image_of(drawn: DrawnPage) -> QImage:
    """A drawn page as an image that keeps its own pixels."""
    form = QImage.Format.Format_RGB32
    return QImage(drawn.pixels, drawn.width, drawn.height, drawn.stride, form).copy()
