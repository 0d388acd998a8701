"""Brings a file of an older schema version up to date, whole or not at all, after a backup that was checked."""

import os
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.domain.refusal import StoreError
from facilitator.store.connection import connect, disconnect, plain_errors, transaction
from facilitator.store.tables import SCHEMA_VERSION
from facilitator.store.version_2 import to_version_2
from facilitator.store.version_3 import to_version_3
from facilitator.store.version_4 import to_version_4
from facilitator.store.version_5 import to_version_5
from facilitator.store.version_6 import to_version_6

if TYPE_CHECKING:
    from alembic.operations import Operations

Step = Callable[["Operations"], None]

STEPS: Mapping[int, Step] = {
    2: to_version_2,
    3: to_version_3,
    4: to_version_4,
    5: to_version_5,
    6: to_version_6,
}
"""What leads to a schema version from the one before. Version 1 is the first one released."""


def upgrade(path: Path, version: int, steps: Mapping[int, Step] = STEPS, wanted: int = SCHEMA_VERSION) -> Path:
    """Take `path` from `version` to `wanted`; returns the backup beside it.

    All steps and the new user_version are one transaction: a failure or a kill leaves the old version. Undo steps of
    the older version are dropped, since their records may no longer fit. Raises StoreError.
    """
    # Alembic takes 0.1 s to import, and almost no opening needs it.
    from alembic.migration import MigrationContext
    from alembic.operations import Operations

    missing = [number for number in range(version + 1, wanted + 1) if number not in steps]
    if missing:
        raise StoreError("file_too_old", path=str(path), version=version)
    backup = _back_up(path, version)
    connection = connect(path)
    try:
        with plain_errors(path), transaction(connection):
            operations = Operations(MigrationContext.configure(connection))
            for number in range(version + 1, wanted + 1):
                steps[number](operations)
            connection.exec_driver_sql("DELETE FROM journal")
            connection.exec_driver_sql(f"PRAGMA user_version={wanted}")
    finally:
        disconnect(connection)
    return backup


def _back_up(path: Path, version: int) -> Path:
    backup = path.with_name(f"{path.stem}.version-{version}{path.suffix}")
    number = 2
    while backup.exists():
        backup = path.with_name(f"{path.stem}.version-{version}-{number}{path.suffix}")
        number += 1
    try:
        os.close(os.open(backup, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        raise StoreError("read_only", path=str(path)) from error
    try:
        with plain_errors(path), closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(backup)) as target:
            source.backup(target)
            if target.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                raise StoreError("file_damaged", path=str(path))
    except BaseException:
        backup.unlink()
        raise
    return backup
