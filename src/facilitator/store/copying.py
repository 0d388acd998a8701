"""Whole copies of an engagement file: made in one step by the one connection, looked through before they count."""

import errno
import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from facilitator.domain.entry import FIRST_HASH, Entry
from facilitator.domain.refusal import StoreError
from facilitator.store.connection import plain_errors
from facilitator.store.examination import examine

PART = ".part"
"""How the names of copies end that nobody has looked through yet."""

_ENTRIES = "SELECT seq, at, step, label, swaps, undo_top, redo_top, previous_hash, hash FROM journal ORDER BY seq"
_FULL = (errno.ENOSPC, errno.EDQUOT)


@dataclass(frozen=True, slots=True)
class Contents:
    """What tells one state of an engagement from another: how many rows each table has, and the newest step's hash."""

    rows: Mapping[str, int]
    head: str


def copied(connection: sa.Connection, part: Path) -> Contents:
    """Write all that the connection sees into `part`, a new file that only its owner can read; returns what is in it.

    One step by the same connection: in several steps a backup begins anew with each edit and may never end, and a
    second connection could damage the file (SQLite's WAL-reset race). Nothing waits for the disk here: `kept` does.
    Raises StoreError("backup_disk_full", "backup_failed"), with no `part` left and the engagement as it was.
    """
    with removed_if_failed(part):
        _remove(part)
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        source = connection.connection.driver_connection
        assert isinstance(source, sqlite3.Connection)
        with closing(sqlite3.connect(part)) as target:
            target.execute("PRAGMA synchronous=OFF")
            source.backup(target)
        return _contents(source)


def look_through(path: Path) -> Contents:
    """What is in a file that nobody has open; raises StoreError ("file_damaged", "history_damaged", ...)."""
    examine(path, ())
    with plain_errors(path), closing(_read_only(path)) as connection:
        whole = connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)
        if not whole or connection.execute("PRAGMA foreign_key_check").fetchone():
            raise StoreError("file_damaged", path=str(path))
        _ensure_chain(path, connection)
        return _contents(connection)


def head_of(path: Path) -> str:
    """The hash of the newest step in a file that nobody has open; raises StoreError."""
    with plain_errors(path), closing(_read_only(path)) as connection:
        return _head(connection)


def kept(part: Path, path: Path) -> None:
    """Give a finished copy its name: after this it is on the disk whatever happens. Raises OSError."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    os.replace(part, path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """See to it that the names in a folder are on the disk; Windows does so by itself."""
    if os.name == "posix":
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


@contextmanager
def removed_if_failed(part: Path) -> Iterator[None]:
    """Leave no `part` behind where something fails, and say why as a StoreError."""
    try:
        yield
    except BaseException as error:
        with suppress(OSError):  # the first error is the one to tell
            _remove(part)
        if isinstance(error, sqlite3.Error | sa.exc.DBAPIError | OSError):
            key = "backup_disk_full" if _is_full(error) else "backup_failed"
            raise StoreError(key, path=str(part.parent)) from error
        raise


def _ensure_chain(path: Path, connection: sqlite3.Connection) -> None:
    previous = FIRST_HASH
    for number, row in enumerate(connection.execute(_ENTRIES), start=1):
        entry = Entry(*row)
        try:
            whole = entry.is_whole()
        except TypeError:  # a column holds what no column of a journal holds
            whole = False
        if entry.seq != number or entry.previous_hash != previous or not whole:
            raise StoreError("history_damaged", path=str(path), seq=number)
        previous = entry.hash


def _remove(part: Path) -> None:
    for path in (part, *(part.with_name(part.name + end) for end in ("-journal", "-wal", "-shm"))):
        path.unlink(missing_ok=True)


def _is_full(error: BaseException) -> bool:
    if isinstance(error, OSError):
        return error.errno in _FULL
    return getattr(error, "sqlite_errorname", "") == "SQLITE_FULL"


def _contents(connection: sqlite3.Connection) -> Contents:
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    quoted = {name: name.replace('"', '""') for name in names}
    rows = {name: connection.execute(f'SELECT count(*) FROM "{quoted[name]}"').fetchone()[0] for name in names}
    return Contents(rows, _head(connection))


def _head(connection: sqlite3.Connection) -> str:
    newest = connection.execute("SELECT hash FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    return str(newest[0]) if newest else FIRST_HASH


def _read_only(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
