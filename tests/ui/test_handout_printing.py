"""Printing, onto a PDF file in place of paper: the pages that were asked for, each on its own paper."""

import threading

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageRanges
from PySide6.QtPrintSupport import QPrinter

from facilitator.content.words import Words
from facilitator.handouts.made import MadeHandout
from facilitator.ui.dialogs import handout_output
from facilitator.ui.dialogs.handout_choices import OfferedBoards, OfferedSessions
from facilitator.ui.dialogs.handout_dialog import HandoutDialog
from facilitator.ui.dialogs.handout_printing import Printing, printer_for, wanted_pages
from pages_made import PDF

MADE = MadeHandout("Town", "-en-letter", PDF, (1, 2, 3), 3)
SIZES = ((612.0, 792.0), (792.0, 612.0), (612.0, 792.0))
WORDS = Words("en")


@pytest.fixture
def printer(tmp_path):
    made = printer_for(MADE, SIZES)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setResolution(72)  # coarse and quick
    made.setOutputFileName(str(tmp_path / "printed.pdf"))
    return made


def printed_pages(path):
    with pypdfium2.PdfDocument(path) as pdf:
        return [tuple(round(edge) for edge in page.get_size()) for page in pdf]


def print_all(qtbot, printer, made=MADE):
    printing = Printing(made, printer)
    told = []
    printing.progressed.connect(lambda done, whole: told.append((done, whole)))
    with qtbot.waitSignal(printing.printed, timeout=20_000) as count:
        printing.start()
    printing.wait()
    return count.args[0], told


def test_every_page_is_printed_on_paper_of_its_own_size_and_direction(qtbot, printer, tmp_path):
    count, told = print_all(qtbot, printer)
    assert (count, told) == (3, [(0, 3), (1, 3), (2, 3)])
    assert printed_pages(tmp_path / "printed.pdf") == [(612, 792), (792, 612), (612, 792)]


def test_what_is_printed_looks_as_the_page_does(qtbot, printer, tmp_path):
    print_all(qtbot, printer)

    def ink(source, page):
        with pypdfium2.PdfDocument(source) as pdf:
            return bytes(pdf[page].render(scale=1, grayscale=True).buffer)

    for page in range(3):
        before, after = ink(PDF, page), ink(tmp_path / "printed.pdf", page)
        far = sum(abs(a - b) > 90 for a, b in zip(before, after, strict=True))
        dark = sum(each < 100 for each in before)
        assert dark > 50
        assert far < dark


def test_the_pages_that_the_printer_was_asked_for_are_printed(qtbot, printer, tmp_path):
    printer.setPageRanges(QPageRanges.fromString("2-3"))
    assert print_all(qtbot, printer)[0] == 2
    assert printed_pages(tmp_path / "printed.pdf") == [(792, 612), (612, 792)]


def test_pages_come_in_the_printers_order(printer):
    printer.setPageRanges(QPageRanges.fromString("1,3"))
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert wanted_pages(printer, 3) == [3, 1]
    printer.setPageRanges(QPageRanges.fromString("7"))
    assert wanted_pages(printer, 3) == []


def test_a_printer_that_takes_nothing_is_told_of(qtbot, printer, tmp_path):
    printer.setOutputFileName(str(tmp_path / "no" / "such" / "folder.pdf"))
    printing = Printing(MADE, printer)
    with qtbot.waitSignal(printing.failed):
        printing.start()
    printing.wait()


def test_cancel_prints_no_further(qtbot, printer):
    printing = Printing(MADE, printer)
    told, done = [], []
    printing.printed.connect(told.append)
    printing.failed.connect(lambda: told.append("failed"))
    printing.progressed.connect(lambda place, whole: done.append(place) or printing.cancel())
    with qtbot.waitSignal(printing.finished):
        printing.start()
    printing.wait()
    assert told == []
    assert 2 not in done


@pytest.fixture
def dialog(qtbot, tmp_path):
    made = HandoutDialog(
        lambda *_: MADE, lambda *_: (), tmp_path, "en", OfferedBoards(), OfferedSessions(), WORDS, None
    )
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def on_paper(monkeypatch):
    """A printer that prints, though it prints onto a file here."""
    monkeypatch.setattr(handout_output, "file_printed_to", lambda printer: None)


def test_the_dialog_prints_what_is_seen_and_says_so(qtbot, dialog, printer, tmp_path, monkeypatch, on_paper):
    asked = []
    monkeypatch.setattr(handout_output, "asked_printer", lambda *its: asked.append(its[1:]) or printer)
    qtbot.waitUntil(lambda: not dialog.is_busy)
    dialog.shown.preview.turn(1)
    dialog.shown.print.click()
    qtbot.waitUntil(lambda: not dialog.is_busy)
    assert dialog.said == "✓ 3 pages sent to the printer"
    assert asked == [(MADE, 2)]
    assert len(printed_pages(tmp_path / "printed.pdf")) == 3
    assert dialog.shown.save.isEnabled()


def test_printed_to_a_file_it_is_the_pack_itself_and_can_be_opened(qtbot, dialog, printer, tmp_path, monkeypatch):
    monkeypatch.setattr(handout_output, "asked_printer", lambda *its: printer)
    (tmp_path / "printed.pdf").write_bytes(b"older")  # the printer's dialog has asked
    dialog.print()
    qtbot.waitUntil(lambda: dialog.files != ())
    assert (tmp_path / "printed.pdf").read_bytes() == PDF
    assert dialog.said == WORDS("console.handout_saved", name="printed.pdf")
    assert dialog.shown.open_file.isVisible()


def test_some_pages_printed_to_a_file_are_made_as_such(qtbot, printer, tmp_path, monkeypatch):
    asked = []

    def make(order, *its):
        asked.append(order.pages)
        return MadeHandout("Town", "-en-letter", b"some" if order.pages == "5, 8" else PDF, (2, 5, 8), 9)

    dialog = HandoutDialog(make, lambda *_: (), tmp_path, "en", OfferedBoards(), OfferedSessions(), WORDS, None)
    qtbot.addWidget(dialog)
    dialog.show()
    monkeypatch.setattr(handout_output, "asked_printer", lambda *its: printer)
    printer.setPageRanges(QPageRanges.fromString("2-3"))
    dialog.print()
    qtbot.waitUntil(lambda: dialog.files != ())
    assert asked == ["", "5, 8"]
    assert (tmp_path / "printed.pdf").read_bytes() == b"some"


def test_a_file_that_can_not_be_printed_to_is_said(qtbot, dialog, printer, tmp_path, monkeypatch):
    monkeypatch.setattr(handout_output, "asked_printer", lambda *its: printer)
    (tmp_path / "file").touch()
    printer.setOutputFileName(str(tmp_path / "file" / "printed.pdf"))
    dialog.print()
    qtbot.waitUntil(lambda: not dialog.is_busy)
    assert str(tmp_path / "file") in dialog.said
    assert dialog.files == ()


def test_a_printer_that_is_not_chosen_changes_nothing(qtbot, dialog, monkeypatch):
    monkeypatch.setattr(handout_output, "asked_printer", lambda *_: None)
    dialog.print()
    qtbot.waitUntil(lambda: not dialog.is_busy)
    assert dialog.said == ""
    assert dialog.shown.print.isEnabled()


def test_closing_in_the_middle_prints_no_further(qtbot, dialog, printer, monkeypatch, on_paper):
    monkeypatch.setattr(handout_output, "asked_printer", lambda *_: printer)
    qtbot.waitUntil(lambda: not dialog.is_busy)
    dialog.print()
    looked = threading.Event()  # the thread waits until the dialog has been looked at
    dialog._output._printing.progressed.connect(lambda *_: looked.wait(5), Qt.ConnectionType.DirectConnection)
    qtbot.waitUntil(lambda: dialog.said.startswith("Printing page"))
    looked.set()
    dialog.close()
    assert dialog.said.startswith("Printing page")
    assert not dialog.isVisible()
