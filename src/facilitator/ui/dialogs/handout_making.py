"""HandoutMaker: makes packs on another thread, one at a time; only what was asked for last counts."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, Signal

from facilitator.handouts.made import MadeHandout
from facilitator.packs.sorts import HandoutOrder

Make = Callable[[HandoutOrder, Callable[[int, int], None], Callable[[], bool]], MadeHandout]
"""Makes a pack; told of progress (done, whole) and asked whether it was cancelled.

Raises Refusal. Called on another thread, with the document as it is then.
"""


class _Making(QThread):
    progressed = Signal(int, int)

    def __init__(self, make: Make, order: HandoutOrder) -> None:
        super().__init__()
        self._make, self.order = make, order
        self.cancelled = threading.Event()
        self.made: MadeHandout | None = None
        self.error: Exception | None = None

    def run(self) -> None:
        try:
            self.made = self._make(self.order, self.progressed.emit, self.cancelled.is_set)
        except Exception as error:  # a thread has nobody above it: the window says what went wrong
            self.error = error


class HandoutMaker(QObject):
    """`made` and `failed` tell of the order that was asked for last, `busy` whether it is being made."""

    made = Signal(object)
    failed = Signal(object)
    progressed = Signal(int, int)
    busy = Signal(bool)

    def __init__(self, make: Make, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._running: _Making | None = None
        self._next: HandoutOrder | None = None
        self.ready: tuple[HandoutOrder, MadeHandout] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something is being made that is still wanted."""
        return self._next is not None or (self._running is not None and not self._running.cancelled.is_set())

    def ask(self, order: HandoutOrder) -> None:
        """Make this; what was asked for before is broken off. What is made already is told of at once."""
        if self.ready and self.ready[0] == order:
            self._break_off()
            self.busy.emit(False)
            self.made.emit(self.ready[1])
            return
        if self._running and self._running.order == order and not self._running.cancelled.is_set():
            return
        self._break_off()
        self._next = order
        self.busy.emit(True)
        self._go_on()

    def forget(self) -> None:
        """What was made counts no longer: the document is another one."""
        self._break_off()
        self.ready = None

    def cancel(self) -> None:
        """Break off what is being made, and wait for it, a moment at most: it looks up between two parts."""
        self._break_off()
        if self._running:
            self._running.wait()

    def _break_off(self) -> None:
        self._next = None
        if self._running:
            self._running.cancelled.set()

    def _go_on(self) -> None:
        """Begin with what is wanted once nothing else runs: two packs are never laid out at the same time."""
        if self._running or not self._next:
            return
        order, self._next = self._next, None
        making = self._running = _Making(self._make, order)
        making.progressed.connect(lambda *its: None if making.cancelled.is_set() else self.progressed.emit(*its))
        making.finished.connect(lambda: self._end(making))
        making.start()

    def _end(self, making: _Making) -> None:
        making.wait()
        self._running = None
        if making.cancelled.is_set():
            self._go_on()
            return
        self.ready = (making.order, making.made) if making.made else None
        self.busy.emit(False)
        if making.made:
            self.made.emit(making.made)
        else:
            self.failed.emit(making.error)
