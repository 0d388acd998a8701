"""How the app ends when it is told to from outside: as if its windows had been closed by hand."""

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSocketNotifier


def close_on_signals(close: Callable[[], object]) -> None:
    """Let Ctrl+C, `kill` and the end of the desktop session call `close`, so that typing is saved first.

    Python hears of a signal only when some Python runs, so each one is also written to a socket that Qt watches.
    """
    app = QCoreApplication.instance()
    assert app is not None  # the caller has made one
    reading, writing = socket.socketpair()
    reading.setblocking(False)
    writing.setblocking(False)
    signal.set_wakeup_fd(writing.fileno())
    notifier = QSocketNotifier(reading.fileno(), QSocketNotifier.Type.Read, app)
    notifier.activated.connect(lambda: reading.recv(64))
    before = {number: signal.signal(number, lambda *_: close()) for number in (signal.SIGINT, signal.SIGTERM)}

    def leave() -> None:
        signal.set_wakeup_fd(-1)
        for number, handler in before.items():
            signal.signal(number, handler)
        writing.close()

    app.aboutToQuit.connect(leave)
