"""The lock beside an engagement file, so that it is open in one window at a time."""

from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from facilitator.domain.refusal import StoreError


class EngagementLock:
    """Held from construction to `release`; the system gives it back when the process dies.

    It comes before the first look into the file: on POSIX, opening and closing a file a second time in one process
    would drop SQLite's own locks on it. Raises StoreError: "in_use", "read_only".
    """

    def __init__(self, path: Path) -> None:
        self._path = path.with_name(path.name + ".lock")
        self._lock = FileLock(self._path, mode=0o600, is_singleton=False)
        try:
            self._lock.acquire(timeout=0)
        except Timeout as error:
            raise StoreError("in_use", path=str(path)) from error
        except OSError as error:
            raise StoreError("read_only", path=str(path)) from error

    def release(self) -> None:
        """Give the lock back and leave no file behind."""
        # While still held: whoever waits notices that the file it locked is gone and takes a new one.
        with suppress(OSError):  # Windows keeps an open file; the empty file that stays there is harmless
            self._path.unlink()
        self._lock.release()
