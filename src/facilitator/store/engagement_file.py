"""EngagementFile: one engagement on disk. Everything is read here once and written here in whole steps."""

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa

from facilitator.domain.change import Change, adding
from facilitator.domain.codec import Codec
from facilitator.domain.document import Document
from facilitator.domain.entry import FIRST_HASH, Entry
from facilitator.domain.record import Record
from facilitator.domain.refusal import StoreError
from facilitator.store.connection import connect, disconnect, plain_errors, transaction
from facilitator.store.copying import Contents, copied
from facilitator.store.examination import ensure_file, examine
from facilitator.store.lock import EngagementLock
from facilitator.store.tables import APPLICATION_ID, SCHEMA_VERSION, journal_table, table_of, tables_of
from facilitator.store.upgrading import upgrade

_TAIL = 50  # journal entries whose hashes are checked at every opening; `check` looks at all of them


class EngagementFile:
    """An open `*.facilitator` file, locked for everybody else until `close`. One connection, never a second one."""

    def __init__(self, path: Path, record_types: Sequence[type[Record]], lock: EngagementLock) -> None:
        self.path = path
        self._types = record_types
        self._lock = lock
        self._connection = connect(path)
        found = os.stat(path)
        self._identity = (found.st_dev, found.st_ino)

    @classmethod
    def create(cls, path: Path, record_types: Sequence[type[Record]]) -> "EngagementFile":
        """A new, empty file that only its owner can read; raises StoreError ("file_exists", "read_only", ...)."""
        path = path.resolve()  # a lock beside a link would not be the file's
        if not path.parent.is_dir():
            raise StoreError("folder_missing", path=str(path.parent))
        lock = EngagementLock(path)
        try:
            return cls._made(path, record_types, lock)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def open(cls, path: Path, record_types: Sequence[type[Record]]) -> "EngagementFile":
        """Open a file after looking into it; raises StoreError with the file as it was, byte for byte."""
        path = path.resolve()  # a lock beside a link would not be the file's
        ensure_file(path)
        lock = EngagementLock(path)
        try:
            version = examine(path, tables_of(record_types))
            if version < SCHEMA_VERSION:
                upgrade(path, version)
            file = cls(path, record_types, lock)
        except BaseException:
            lock.release()
            raise
        try:
            file._check_tail()
            file._anchor()
        except BaseException:
            file.close()
            raise
        return file

    def load(self) -> Document:
        """Every record; raises StoreError("record_damaged", table, path) where a row does not fit its type."""
        return Document.of(record for record_type in self._types for record in self._records(record_type))

    def last_entry(self) -> Entry | None:
        """The newest journal entry, None in a new file."""
        rows = self._rows(sa.select(journal_table).order_by(journal_table.c.seq.desc()).limit(1))
        return _entry(rows[0]) if rows else None

    def entry(self, seq: int) -> Entry:
        """The journal entry with this number; raises StoreError("history_damaged") if it is not there."""
        rows = self._rows(sa.select(journal_table).where(journal_table.c.seq == seq))
        if not rows:
            raise StoreError("history_damaged", path=str(self.path), seq=seq)
        return _entry(rows[0])

    def entries(self) -> Iterator[Entry]:
        """The whole journal, oldest first."""
        with plain_errors(self.path):
            for row in self._connection.execute(sa.select(journal_table).order_by(journal_table.c.seq)):
                yield _entry(row)

    def append(self, entry: Entry, change: Change) -> None:
        """Write the rows and the entry in one transaction; returns after COMMIT, raises StoreError with no trace."""
        with plain_errors(self.path), transaction(self._connection):
            # Swaps come in the order of the edit; what refers to what is checked once, at COMMIT.
            self._connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
            for swap in change.swaps:
                self._write(swap.before, swap.after)
            self._connection.execute(sa.insert(journal_table).values(**_columns(entry)))

    def scrutinize(self) -> list[str]:
        """Every fault that can be found, in ids only: SQLite's own checks, the hash chain, journal against rows."""
        faults: list[str] = []
        with plain_errors(self.path):
            for pragma in ("integrity_check", "foreign_key_check"):
                rows = self._connection.exec_driver_sql(f"PRAGMA {pragma}").fetchall()
                faults += [f"{pragma}: {row[0]}" for row in rows if row[0] != "ok"]
        previous = FIRST_HASH
        for number, entry in enumerate(self.entries(), start=1):
            if entry.seq != number or entry.previous_hash != previous or not entry.is_whole():
                faults.append(f"journal: {entry.seq}")
            previous = entry.hash
        return faults

    def copied_to(self, part: Path) -> Contents:
        """Write all of it to `part`, for `copying.look_through`; returns what is in it. Raises StoreError."""
        return copied(self._connection, part)

    @property
    def is_in_place(self) -> bool:
        """Whether the file that is written to still bears its name: one deleted or replaced outside would be lost."""
        try:
            found = os.stat(self.path)
        except OSError:
            return False
        return (found.st_dev, found.st_ino) == self._identity

    def close(self) -> None:
        """Fold everything into the one file and give the lock back."""
        disconnect(self._connection)
        self._lock.release()

    @classmethod
    def _made(cls, path: Path, record_types: Sequence[type[Record]], lock: EngagementLock) -> "EngagementFile":
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError as error:
            raise StoreError("file_exists", path=str(path)) from error
        except OSError as error:
            raise StoreError("read_only", path=str(path)) from error
        try:
            file = cls(path, record_types, lock)
            file._lay_out()
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        return file

    def _lay_out(self) -> None:
        try:
            with plain_errors(self.path):
                with transaction(self._connection):
                    tables = tables_of(self._types)
                    tables[0].metadata.create_all(self._connection, tables=tables)
                    self._connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
                    self._connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION}")
                # The header must be in the file itself: a file is recognized by it even if we are killed just after.
                self._connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        except BaseException:
            with suppress(sa.exc.DBAPIError):  # the first error is the one to tell
                disconnect(self._connection)
            raise

    def _check_tail(self) -> None:
        newest = sa.select(journal_table).order_by(journal_table.c.seq.desc()).limit(_TAIL)
        previous: Entry | None = None
        for row in reversed(self._rows(newest)):
            entry = _entry(row)
            joined = previous is None or (entry.previous_hash == previous.hash and entry.seq == previous.seq + 1)
            if not joined or not entry.is_whole():
                raise StoreError("history_damaged", path=str(self.path), seq=entry.seq)
            previous = entry

    def _anchor(self) -> None:
        """Begin the journal of a file whose history was dropped with what is there, so that it can be checked."""
        if self.last_entry() is not None:
            return
        founding = adding(self.load().records())
        if not founding:
            return
        entry = Entry.sealed(
            None,
            at=datetime.now(UTC).isoformat(),
            step="do",
            label="found_engagement",
            swaps=Codec(self._types).encode(founding),
            undo_top=0,
            redo_top=0,
        )
        with plain_errors(self.path), transaction(self._connection):
            self._connection.execute(sa.insert(journal_table).values(**_columns(entry)))

    def _records(self, record_type: type[Record]) -> Iterator[Record]:
        for row in self._rows(sa.select(table_of(record_type))):
            try:
                yield record_type.model_validate(dict(row._mapping))
            except ValueError as error:
                table = record_type.type_name()
                raise StoreError("record_damaged", path=str(self.path), table=table) from error

    def _rows(self, query: sa.Select[tuple[object, ...]]) -> Sequence[sa.Row[tuple[object, ...]]]:
        with plain_errors(self.path):
            return self._connection.execute(query).fetchall()

    def _write(self, before: Record | None, after: Record | None) -> None:
        if before is None and after is not None:
            self._connection.execute(sa.insert(table_of(type(after))).values(**_columns(after)))
        elif before is not None:
            table = table_of(type(before))
            here = table.c.id == before.id
            what = sa.delete(table) if after is None else sa.update(table).values(**_columns(after))
            if self._connection.execute(what.where(here)).rowcount != 1:
                raise StoreError("file_changed_outside", path=str(self.path))


def _columns(row: Record | Entry) -> dict[str, object]:
    if isinstance(row, Entry):
        return {name: getattr(row, name) for name in Entry.__slots__}
    return dict(row)


def _entry(row: sa.Row[tuple[object, ...]]) -> Entry:
    return Entry(**row._mapping)
