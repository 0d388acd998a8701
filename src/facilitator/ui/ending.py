"""How the app ends when it is told to from outside: as if its windows had been closed by hand."""

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSocketNotifier


def close_on_signals(close: Callable[[], object]) -> None:
    """Let Ctrl+C, `kill` and the end of the desktop session call `close`, so that typing is saved first.

    A signal may arrive in the middle of an edit, and Python hears of it only when some Python runs. So each one is
    written to a socket that Qt watches: `close` is called between two events, never within one.
    """
    app = QCoreApplication.instance()
    assert app is not None  # the caller has made one
    reading, writing = socket.socketpair()
    reading.setblocking(False)
    writing.setblocking(False)
    signal.set_wakeup_fd(writing.fileno())
    notifier = QSocketNotifier(reading.fileno(), QSocketNotifier.Type.Read, app)
    before = {number: signal.signal(number, lambda *_: None) for number in (signal.SIGINT, signal.SIGTERM)}

    def hear() -> None:
        if before.keys() & set(reading.recv(64)):
            close()

    notifier.activated.connect(hear)

    def leave() -> None:
        signal.set_wakeup_fd(-1)
        for number, handler in before.items():
            signal.signal(number, handler)
        writing.close()

    app.aboutToQuit.connect(leave)
