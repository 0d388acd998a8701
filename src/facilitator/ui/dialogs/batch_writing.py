"""A batch of PDFs written on a thread of its own, one for each person."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QThread, Signal

from facilitator.handouts.batch import Reached, Summary

WriteBatch = Callable[[Callable[[Reached], None], Callable[[], bool], Callable[[Exception], None]], Summary]
"""Writes the files: told of progress, asked whether it was cancelled, and telling of errors that are no refusals."""


class BatchWriter(QThread):
    """Writes a batch; `reached` tells how far it is, `unforeseen` of errors, `ended` what became of each file."""

    reached = Signal(object)
    unforeseen = Signal(object)
    ended = Signal(object)

    def __init__(self, write: WriteBatch) -> None:
        super().__init__()
        self._write = write
        self.cancelled = threading.Event()

    def run(self) -> None:
        """Write, and say what became of it."""
        self.ended.emit(self._write(self.reached.emit, self.cancelled.is_set, self.unforeseen.emit))
