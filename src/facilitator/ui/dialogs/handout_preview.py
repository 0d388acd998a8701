"""HandoutPreview: the pages of a pack as they will be written, one at a time."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from facilitator.content.words import Words
from facilitator.handouts.made import MadeHandout
from facilitator.handouts.pages_drawn import close_pages, page_sizes
from facilitator.ui.buttons import button
from facilitator.ui.dialogs.drawn_pages import PageDrawing, PageImage
from facilitator.ui.plain_label import PlainLabel

_POINTS = 72
_MARGIN = 10
_SHARPEST = 200
"""Dots per inch beyond which nothing gets better to see, and a wide window would ask for huge images."""
_SOON = 60  # milliseconds until a new size is drawn anew
_TOLD = 1500
"""How many characters of a page its description holds."""

TURNS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class _Sheet(QScrollArea):
    """The page, whole or as wide as there is room; `turned` asks for another one."""

    turned = Signal(int)
    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.page = QLabel()
        self.page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWidget(self.page)
        self.setWidgetResizable(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setObjectName("sheet")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        ends = {Qt.Key.Key_Home: -(10**6), Qt.Key.Key_End: 10**6}
        if event.key() in TURNS or event.key() in ends:
            key = Qt.Key(event.key())
            self.turned.emit(TURNS.get(key) or ends[key])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not bar.maximum():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page and, at its end or where all of it is seen, turn to the next."""
        bar, up = self.verticalScrollBar(), event.angleDelta().y() > 0
        if event.angleDelta().y() and bar.value() == (bar.minimum() if up else bar.maximum()):
            self.turned.emit(-1 if up else 1)
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def room(self) -> QSize:
        """What a page can fill without being scrolled."""
        frame = 2 * (self.frameWidth() + _MARGIN)
        return self.size() - QSize(frame, frame)


class HandoutPreview(QWidget):
    """A page, which one it is of how many, and the ways to others. `failed` hears of a page that can't be drawn."""

    failed = Signal(object)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._made: MadeHandout | None = None
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._number = 1
        self._drawing = PageDrawing()
        self.destroyed.connect(self._drawing.drop)
        self.sheet = _Sheet()
        self.place = PlainLabel("")
        self.before = button("‹", lambda: self.turn(-1))
        self.after = button("›", lambda: self.turn(1))
        for each, key, name in ((self.before, "PgUp", "page_before"), (self.after, "PgDn", "page_after")):
            each.setAccessibleName(f"{words(f'handouts.{name}')} ({key})")
            each.setToolTip(each.accessibleName())
            each.setFixedWidth(38)
            each.setAutoDefault(True)
        self.wide = QCheckBox(words("handouts.page_wide"))
        self.wide.toggled.connect(lambda _: self._draw())
        self.progress = QProgressBar()
        self.progress.setAccessibleName(words("console.progress"))
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(8)
        self._lay_out()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self._draw)
        self.sheet.turned.connect(self.turn)
        self.sheet.resized.connect(self._soon.start)
        self.show_progress(None)
        self.show_pages(None)

    @property
    def number(self) -> int:
        """The page of the file that is looked at, from 1."""
        return self._number

    @property
    def said(self) -> str:
        """Which page it says that is."""
        return self.place.text()

    @property
    def image(self) -> QPixmap:
        """What is shown of the page; a null one before it is drawn."""
        return self.sheet.page.pixmap()

    def show_pages(self, made: MadeHandout | None) -> None:
        """Show a pack, at the page that was looked at as far as there is one; or nothing."""
        self._made = made
        self._drawing.drop()
        try:
            self._sizes = page_sizes(made.pdf).result() if made else ()
        except RuntimeError as error:  # PDFium can't read it
            self._made = None
            self.failed.emit(error)
        if not self._made:
            self.sheet.page.clear()
            self._tell("")
            return
        self._number = min(self._number, self._made.pages)
        self._draw()

    def hide_pages(self, why: str) -> None:
        """Show no page, and say why."""
        self.show_pages(None)
        self.place.setText(why)
        self.sheet.setAccessibleName(why)

    def show_progress(self, share: tuple[int, int] | None) -> None:
        """Show how far the making is, (0, 0) where nobody knows, None for none."""
        keeps = self.progress.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        self.progress.setSizePolicy(keeps)
        self.progress.setVisible(share is not None)
        if share is not None:
            self.progress.setRange(0, share[1])
            self.progress.setValue(share[0])

    def turn(self, step: int) -> None:
        """Look at a page further on, or back; beyond an end at the last there is."""
        if self._made:
            number = min(max(self._number + step, 1), self._made.pages)
            if number != self._number:
                self._number = number
                self.sheet.verticalScrollBar().setValue(0)
                self._draw()

    def end(self) -> None:
        """Draw nothing more, and let go of the file."""
        self._soon.stop()
        self._drawing.drop()
        close_pages()

    def _draw(self) -> None:
        if not self._made or not self.isVisible():
            return
        self._tell(
            self._words("handouts.preview_page", page=self._made.numbers[self._number - 1], pages=self._made.whole)
        )
        self._drawing.draw(self._made.pdf, self._number, self._dots_per_inch(), self._show, self.failed.emit)

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self._soon.start()

    def _dots_per_inch(self) -> float:
        wide, high = self._sizes[self._number - 1]
        room = self.sheet.room()
        across = (
            room.width() - (self.sheet.verticalScrollBar().sizeHint().width() if self.wide.isChecked() else 0)
        ) / wide
        scale = across if self.wide.isChecked() else min(across, room.height() / high)
        return min(max(scale, 0.1) * self.devicePixelRatioF() * _POINTS, _SHARPEST * self.devicePixelRatioF())

    def _show(self, drawn: PageImage) -> None:
        shown = QPixmap.fromImage(drawn.image)
        shown.setDevicePixelRatio(self.devicePixelRatioF())
        self.sheet.page.setPixmap(shown)
        self.sheet.page.setMinimumSize(shown.deviceIndependentSize().toSize())
        self.sheet.setAccessibleDescription(drawn.text[:_TOLD])

    def _tell(self, place: str) -> None:
        pages = self._made.pages if self._made else 0
        if place != self.place.text():
            self.sheet.setAccessibleDescription("")  # until it is drawn
        self.place.setText(place)
        self.sheet.setAccessibleName(": ".join(filter(None, (self._words("handouts.preview"), place))))
        self.before.setEnabled(self._number > 1 and pages > 0)
        self.after.setEnabled(self._number < pages)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        for each in (self.before, self.after, self.place):
            head.addWidget(each)
        head.addStretch(1)
        head.addWidget(self.wide)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self.sheet, 1)
        layout.addWidget(self.progress)
