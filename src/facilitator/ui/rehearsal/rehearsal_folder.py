"""RehearsalFolder: where all that a rehearsal makes lives, until it ends."""

import os
import shutil
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLockFile

_PREFIX = "facilitator-rehearsal-"
_LOCK = "lock"
_NEW = 60.0  # seconds


class RehearsalFolder:
    """A new folder within `root` (by default that for temporary files) that nobody else can read; `end` removes it.

    It holds a lock while it is used, so that one whose app was killed can be told from it.
    """

    def __init__(self, root: Path | None = None) -> None:
        self.path = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=root))  # readable by its owner only
        self._lock = _lock_of(self.path)
        self._lock.tryLock(0)

    def end(self) -> None:
        """Remove it with all that is in it; raises OSError where the computer refuses."""
        self._lock.unlock()
        shutil.rmtree(self.path)


def remove_abandoned(root: Path | None = None) -> int:
    """Remove the folders of rehearsals whose app was killed, as far as can be; returns how many are gone."""
    removed = 0
    for path in Path(root or tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with suppress(OSError):  # gone meanwhile, or not ours to look into
            removed += _is_abandoned(path) and _remove(path)
    return removed


def _is_abandoned(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink() and _is_ours(path) and not _is_new(path)


def _remove(path: Path) -> bool:
    """Remove it unless somebody who lives holds its lock; returns whether it is gone."""
    lock = _lock_of(path)
    if lock.tryLock(0):
        lock.unlock()
        shutil.rmtree(path)
    return not path.exists()


def _lock_of(path: Path) -> QLockFile:
    lock = QLockFile(str(path / _LOCK))
    lock.setStaleLockTime(0)  # however old it is: only a dead process gives it up
    return lock


def _is_new(path: Path) -> bool:
    """Whether it may have been made just now, and has no lock yet."""
    return not (path / _LOCK).exists() and time.time() - path.stat().st_mtime < _NEW


def _is_ours(path: Path) -> bool:
    return not hasattr(os, "getuid") or path.stat().st_uid == os.getuid()
