"""A batch of PDFs written on a thread of its own, one for each person."""

import threading
from collections.abc import Callable, Sequence

from PySide6.QtCore import QThread, Signal

from facilitator.domain.refusal import Refusal
from facilitator.handouts.batch import Reached, Recipient, Summary, none_written

WriteBatch = Callable[[Callable[[Reached], None], Callable[[], bool], Callable[[Exception], None]], Summary]
"""Writes the files: told of progress, asked whether it was cancelled, and telling of errors that are no refusals."""


class BatchWriter(QThread):
    """Writes a batch; `reached` tells how far it is, `unforeseen` of errors, `ended` what became of each file.

    `ended` comes also where writing fell over as a whole: then none of these people has a file to count on.
    """

    reached = Signal(object)
    unforeseen = Signal(object)
    ended = Signal(object)

    def __init__(self, write: WriteBatch, people: Sequence[Recipient]) -> None:
        super().__init__()
        self._write, self._people = write, people
        self.cancelled = threading.Event()

    def run(self) -> None:
        """Write, and say what became of it."""
        try:
            summary = self._write(self.reached.emit, self.cancelled.is_set, self.unforeseen.emit)
        except Exception as error:
            if not isinstance(error, Refusal):
                self.unforeseen.emit(error)
            summary = none_written(self._people, error)
        self.ended.emit(summary)
