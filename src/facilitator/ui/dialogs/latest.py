"""Latest: work that may take long, on a thread of its own, of which only what was asked for last counts."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal

from facilitator.domain.refusal import Refusal

QUICK = 50_000
"""Characters or bytes of a text that are read at once; more are read on another thread."""

T = TypeVar("T")


class _Task(QThread):
    made = Signal(object)
    failed = Signal(object)

    def __init__(self, act: Callable[[], object]) -> None:
        super().__init__()
        self._act = act

    def run(self) -> None:
        try:
            found = self._act()
        except Exception as error:  # a thread has nobody above it: the window says what went wrong
            self.failed.emit(error)
        else:
            self.made.emit(found)


_dropped: set[_Task] = set()
"""What nobody waits for: a thread must be kept until it has ended, longer than the window that began it."""


class Latest(QObject):
    """Does one piece of work after another. `busy` says whether something is under way on another thread."""

    busy = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task: _Task | None = None
        self._running: set[_Task] = set()

    @property
    def is_busy(self) -> bool:
        """Whether something is under way that still counts."""
        return self._task is not None

    def run(
        self, act: Callable[[], T], then: Callable[[T], object], failed: Callable[[Exception], object], *, quick: bool
    ) -> None:
        """Do `act` and tell `then` what it returned, or `failed` what it raised; what was under way comes to nothing.

        What is `quick` is done at once, and raises what is no Refusal. Else `act` runs on another thread: it must
        touch nothing that changes.
        """
        self._adopt(None)
        if quick:
            try:
                found = act()
            except Refusal as refusal:
                failed(refusal)
            else:
                then(found)
            return
        task = _Task(act)
        task.made.connect(lambda found: self._land(task, lambda: then(found)))
        task.failed.connect(lambda error: self._land(task, lambda: failed(error)))
        task.finished.connect(lambda: self._running.discard(task))
        self._running.add(task)
        self._adopt(task)
        task.start()

    def end(self) -> None:
        """Want nothing more, and wait for what is under way: it can't be broken off."""
        self._adopt(None)
        for task in list(self._running):
            task.wait()

    def drop(self) -> None:
        """Want nothing more, and wait for nothing: what is under way comes to its end unheard.

        Only for work that leaves nothing behind.
        """
        self._adopt(None)
        app = QCoreApplication.instance()
        assert app is not None  # whoever has windows has one
        for task in self._running:
            _dropped.add(task)
            task.finished.connect(lambda task=task: _dropped.discard(task))
            app.aboutToQuit.connect(task.wait)
            if task.isFinished():  # before anybody listened
                _dropped.discard(task)
        self._running.clear()

    def _adopt(self, task: _Task | None) -> None:
        if (task is None) != (self._task is None):
            self._task = task
            self.busy.emit(task is not None)
        self._task = task

    def _land(self, task: _Task, then: Callable[[], object]) -> None:
        if task is self._task:
            self._adopt(None)
            then()
