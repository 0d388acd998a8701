"""Printing a pack: the printer that is asked for, and the pages painted onto its paper one after another.

Onto a file in place of paper nothing is painted: that is written as the pack is (`file_printed_to`).
"""

import threading
from pathlib import Path

from PySide6.QtCore import QMarginsF, QObject, QRectF, QSizeF, QThread, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from facilitator.handouts.made import MadeHandout
from facilitator.handouts.pages_drawn import drawn_page, page_sizes
from facilitator.ui.dialogs.drawn_pages import image_of

_FINEST = 300
"""Dots per inch that a page is drawn with at most: letters stay crisp, and an image of it fits into memory."""


def printer_for(made: MadeHandout, sizes: tuple[tuple[float, float], ...]) -> QPrinter:
    """A printer set up for a pack's own paper, without margins: the pages bring theirs."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(f"{made.title}{made.ending}")
    printer.setFullPage(True)
    printer.setPageLayout(_layout(*sizes[0]))
    return printer


def asked_printer(parent: QWidget, made: MadeHandout, current: int) -> QPrinter | None:
    """The printer chosen for a pack of which page `current` is looked at, None where it is cancelled."""
    printer = printer_for(made, page_sizes(made.pdf).result())
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, made.pages)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintCurrentPage)
    taken = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    if taken and printer.printRange() == QPrinter.PrintRange.CurrentPage:
        printer.setFromTo(current, current)
    return printer if taken else None


def file_printed_to(printer: QPrinter) -> Path | None:
    """The PDF file that was chosen in place of paper, None for paper."""
    to_file = printer.outputFormat() == QPrinter.OutputFormat.PdfFormat and printer.outputFileName()
    return Path(printer.outputFileName()) if to_file else None


class Printing(QThread):
    """Prints the pages that the printer was asked for on a thread of its own; the window lives on meanwhile.

    `progressed` tells of pages (done, whole), then `printed` or `failed`; nothing does once it is cancelled.
    """

    progressed = Signal(int, int)
    printed = Signal(int)
    failed = Signal()

    def __init__(self, made: MadeHandout, printer: QPrinter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pdf, self._printer = made.pdf, printer
        self._sizes = page_sizes(made.pdf).result()
        self._pages = wanted_pages(printer, made.pages)
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Print no further, and wait for the page at hand; what the printer has already may come out."""
        self._cancelled.set()
        self.wait()

    def run(self) -> None:
        painter = QPainter()
        try:
            done = self._begun(painter) and self._painted(painter)
            ended = painter.isActive() and painter.end()
        except (IndexError, RuntimeError):  # PDFium can't read it
            done = ended = False
        if self._cancelled.is_set():
            return
        if done and ended and self._printer.printerState() != QPrinter.PrinterState.Error:
            self.printed.emit(len(self._pages))
        else:
            self.failed.emit()

    def _begun(self, painter: QPainter) -> bool:
        if not self._pages:
            return False
        self._printer.setPageLayout(_layout(*self._sizes[self._pages[0] - 1]))
        return painter.begin(self._printer)

    def _painted(self, painter: QPainter) -> bool:
        """Whether all pages went to the printer."""
        dots = min(self._printer.resolution(), _FINEST)
        for place, number in enumerate(self._pages):
            self.progressed.emit(place, len(self._pages))
            if place:
                self._printer.setPageLayout(_layout(*self._sizes[number - 1]))
                if not self._printer.newPage():
                    return False
            if self._cancelled.is_set():
                self._printer.abort()
                return False
            image, scale = image_of(drawn_page(self._pdf, number, dots).result()), self._printer.resolution() / dots
            painter.drawImage(QRectF(0, 0, image.width() * scale, image.height() * scale), image)  # whole: no seams
        return True


def wanted_pages(printer: QPrinter, count: int) -> list[int]:
    """The numbers of the pages that a printer was asked for, in its order, as often as it can't repeat by itself."""
    ranges = printer.pageRanges()
    numbers = [n for n in range(1, count + 1) if ranges.isEmpty() or ranges.contains(n)]
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        numbers.reverse()
    return numbers * (1 if printer.supportsMultipleCopies() else max(printer.copyCount(), 1))


def _layout(wide: float, high: float) -> QPageLayout:
    upright = QSizeF(min(wide, high), max(wide, high))
    turned = QPageLayout.Orientation.Landscape if wide > high else QPageLayout.Orientation.Portrait
    size = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    return QPageLayout(size, turned, QMarginsF(0, 0, 0, 0))
