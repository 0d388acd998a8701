"""HandoutOutput: a pack that is made becomes files or paper, on other threads."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facilitator.content.words import Words
from facilitator.exchange.writing import write_whole
from facilitator.handouts.made import MadeHandout
from facilitator.packs.sorts import HandoutOrder
from facilitator.ui.dialogs.handout_making import Make
from facilitator.ui.dialogs.handout_printing import Printing, asked_printer, file_printed_to, wanted_pages
from facilitator.ui.dialogs.latest import Latest

Write = Callable[[MadeHandout, Path, str], Sequence[Path]]
"""Writes a pack into a folder, as the name given or, for "", by its own beside older ones; returns its files.

Raises Refusal, and then there is none of them. Called on another thread.
"""


class HandoutOutput(QObject):
    """One thing at a time. `working` tells that it has begun, with what there is to say of it.

    Then `saved` gives the files, `unwritten` the error that hindered them, or `printed` what there is to say of the
    paper; `progressed` tells of pages (done, whole) while these are printed.
    """

    working = Signal(str)
    saved = Signal(tuple)
    unwritten = Signal(object)
    progressed = Signal(int, int)
    printed = Signal(str)

    def __init__(self, make: Make, write: Write, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._make, self._write, self._words, self._window = make, write, words, parent
        self._writing = Latest(self)
        self._printing: Printing | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something is being written or printed."""
        return self._writing.is_busy or self._printing is not None

    def save(self, made: MadeHandout, folder: Path, name: str = "") -> None:
        """Write the pack, as `Write` tells."""
        self._save(lambda: self._write(made, folder, name))

    def print(self, made: MadeHandout, order: HandoutOrder, current: int) -> None:
        """Ask for a printer, page `current` being looked at, and print; a file in place of paper is written whole."""
        printer = asked_printer(self._window, made, current)
        if printer is None:
            return
        path = file_printed_to(printer)
        if path:
            self._print_to_file(made, order, path, sorted(set(wanted_pages(printer, made.pages))))
            return
        self.working.emit("")
        printing = self._printing = Printing(made, printer, self)
        printing.progressed.connect(self.progressed)
        printing.printed.connect(lambda count: self._printed(self._words("handouts.printed", count=count)))
        printing.failed.connect(lambda: self._printed(self._words("handouts.not_printed")))
        printing.start()

    def end(self) -> None:
        """Stop what is being printed; a file that is being written is completed."""
        if self._printing:
            self._printing.cancel()
        self._writing.end()

    def _save(self, write: Callable[[], Sequence[Path]]) -> None:
        self.working.emit(self._words("handouts.saving"))
        self._writing.run(write, lambda files: self.saved.emit(tuple(files)), self.unwritten.emit, quick=False)

    def _print_to_file(self, made: MadeHandout, order: HandoutOrder, path: Path, wanted: Sequence[int]) -> None:
        """Write the pages wanted of a pack as the file that it is, tags and all; the printer's dialog has asked."""
        some = replace(order, pages=", ".join(str(made.numbers[number - 1]) for number in wanted))

        def write() -> Sequence[Path]:
            its = made if len(wanted) == made.pages else self._make(some, lambda *its: None, lambda: False)
            write_whole(path, its.pdf, replace=True)
            return (path,)

        if wanted:
            self._save(write)
        else:
            self._printed(self._words("handouts.not_printed"))

    def _printed(self, said: str) -> None:
        if self._printing:
            self._printing.wait()  # it has told of its end, and ends
            self._printing.deleteLater()
        self._printing = None
        self.printed.emit(said)
