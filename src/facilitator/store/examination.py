"""Looks into a file before it is opened for writing, in ways that cannot change one byte of it."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import sqlalchemy as sa

from facilitator.domain.refusal import StoreError
from facilitator.store.connection import plain_errors
from facilitator.store.tables import APPLICATION_ID, SCHEMA_VERSION

_MAGIC = b"SQLite format 3\x00"


def examine(path: Path, tables: Iterable[sa.Table]) -> int:
    """Whether the file is a whole engagement; returns its schema version (1 or more, at most ours).

    Raises StoreError: "file_empty", "not_an_engagement", "foreign_file", "file_newer" (version), "file_damaged",
    "file_altered" (name), "read_only".
    """
    version = _read_header(path)
    wal = _wal_of(path)
    if not wal.exists() or wal.stat().st_size == 0:
        _examine_inside(path, path, tables, version)
        return version
    # After a crash the newest edits are in the -wal. SQLite would fold it into the file on closing, so a copy is
    # looked at: a file that is then refused stays as it was. The copy lies beside it: as private, on the same disk.
    try:
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".examined-") as folder:
            copy = Path(folder) / "examined"
            shutil.copyfile(path, copy)
            shutil.copyfile(wal, _wal_of(copy))
            with plain_errors(path), closing(sqlite3.connect(copy)) as connection:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            _examine_inside(path, copy, tables, version)
    except OSError as error:
        raise StoreError("disk_error", path=str(path)) from error
    return version


def ensure_file(path: Path) -> None:
    """Raise StoreError "file_missing", "not_a_file" or "read_only" unless there is a file that can be looked at."""
    try:
        if not path.exists():
            raise StoreError("file_missing", path=str(path))
        if not path.is_file():
            raise StoreError("not_a_file", path=str(path))
    except OSError as error:  # a folder on the way that may not be searched, a name that is too long
        raise StoreError("read_only", path=str(path)) from error


def _wal_of(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def _read_header(path: Path) -> int:
    """The schema version; the SQLite file format keeps it at byte 60 and the application id at byte 68."""
    if not os.access(path, os.W_OK):
        raise StoreError("read_only", path=str(path))
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except OSError as error:
        raise StoreError("read_only", path=str(path)) from error
    if not header:
        raise StoreError("file_empty", path=str(path))
    if len(header) < 100 or not header.startswith(_MAGIC):
        raise StoreError("not_an_engagement", path=str(path))
    if int.from_bytes(header[68:72]) != APPLICATION_ID:
        raise StoreError("foreign_file", path=str(path))
    version = int.from_bytes(header[60:64])
    if version > SCHEMA_VERSION:
        raise StoreError("file_newer", path=str(path), version=version)
    return version


def _examine_inside(path: Path, copy: Path, tables: Iterable[sa.Table], version: int) -> None:
    uri = f"{copy.resolve().as_uri()}?mode=ro&immutable=1"
    with plain_errors(path), closing(sqlite3.connect(uri, uri=True)) as connection:
        if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise StoreError("file_damaged", path=str(path))
        found = connection.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
    names = {name for kind, name, _ in found if kind == "table"}
    for kind, name, sql in found:
        # Triggers and views of a hostile file would run on our own reads and writes, even with trusted_schema off.
        if kind not in ("table", "index") or (sql or "").upper().startswith("CREATE VIRTUAL"):
            raise StoreError("file_altered", path=str(path), name=name)
    wanted = {table.name for table in tables}
    if version == SCHEMA_VERSION and not wanted <= names:
        raise StoreError("file_damaged", path=str(path))
