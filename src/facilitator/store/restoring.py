"""Takes an engagement back to a backup. What was there before is kept, whatever state it is in."""

import os
import shutil
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa

from facilitator.domain.engagement import SUFFIX
from facilitator.domain.record import Record
from facilitator.domain.refusal import StoreError
from facilitator.store.backups import BackupFolder, Copy
from facilitator.store.connection import connect, disconnect, plain_errors
from facilitator.store.copying import PART, copied, kept, look_through, removed_if_failed, sync_folder
from facilitator.store.examination import ensure_file, examine
from facilitator.store.lock import EngagementLock
from facilitator.store.tables import tables_of

_BESIDE = ("-wal", "-shm", "-journal")
_LEFT_ALONE = ("in_use", "not_a_file", "foreign_file", "backup_disk_full")


def restore(path: Path, source: Path, backups: BackupFolder, record_types: Sequence[type[Record]]) -> Path | None:
    """Put what `source` holds in the place of the engagement at `path`, which may be missing or damaged.

    Returns where what was there before is kept, None if there was nothing. `source` stays as it is. Raises StoreError
    with `path` as it was: "in_use", "restore_itself", "restore_unfolded", what `look_through` raises, and others.
    """
    path, source = path.resolve(), source.resolve()
    ensure_file(source)
    if path == source:
        raise StoreError("restore_itself", path=str(path))
    if _beside(source, "-wal").exists():
        raise StoreError("restore_unfolded", path=str(source))
    if not path.parent.is_dir():
        raise StoreError("folder_missing", path=str(path.parent))
    lock = EngagementLock(path)
    try:
        return _restored(path, source, backups, tables_of(record_types))
    finally:
        lock.release()


def _restored(path: Path, source: Path, backups: BackupFolder, tables: Sequence[sa.Table]) -> Path | None:
    part = path.with_name(path.name + PART)
    with removed_if_failed(part):
        _copy_bytes(source, part)
        try:
            examine(part, tables)
            look_through(part)
        except StoreError as refusal:  # it is the backup that is damaged, not our copy of it
            raise StoreError(refusal.key, **{**refusal.values, "path": str(source)}) from refusal
        before = _put_by(path, backups, tables) if path.exists() else None
        # A -wal left of the old file would be folded into the new one: half of each, and no check would see it.
        for end in _BESIDE:
            _beside(path, end).unlink(missing_ok=True)
        sync_folder(path.parent)
        kept(part, path)
    return before


def _put_by(path: Path, backups: BackupFolder, tables: Sequence[sa.Table]) -> Path:
    """Keep what is there: as a backup, or where it is too damaged for that, its bytes with all that lies beside it."""
    try:
        backups.begin()
        ensure_file(path)
        examine(path, tables)
        return backups.publish(_copy(path, backups)).path
    except StoreError as refusal:
        other = refusal.key == "not_an_engagement" and path.suffix != SUFFIX
        if other or refusal.key in _LEFT_ALONE:
            raise
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
    aside = backups.path / f"damaged-{stamp}{path.suffix}"
    for end in ("", *_BESIDE):
        if _beside(path, end).exists():
            _copy_bytes(_beside(path, end), _beside(aside, end))
    sync_folder(backups.path)
    return aside


def _copy(path: Path, backups: BackupFolder) -> Copy:
    part = backups.path / f"replaced{PART}"
    connection = connect(path)
    try:
        with plain_errors(path):
            return Copy(part, copied(connection, part))
    finally:
        disconnect(connection)


def _copy_bytes(source: Path, target: Path) -> None:
    """Copy a file to one that only its owner can read, and that is on the disk after this; raises OSError."""
    target.unlink(missing_ok=True)
    number = os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600)
    with open(number, "wb") as written, source.open("rb") as read:
        shutil.copyfileobj(read, written)
        written.flush()
        os.fsync(written.fileno())


def _beside(path: Path, end: str) -> Path:
    return path.with_name(path.name + end)
