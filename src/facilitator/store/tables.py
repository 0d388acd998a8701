"""Tables: each record type's table is a `table=True` subclass made from the record itself."""

from collections.abc import Iterable
from functools import cache
from typing import Any, cast

import sqlalchemy as sa
from sqlmodel import SQLModel

from facilitator.domain.record import Record

APPLICATION_ID = 0x46434C54  # "FCLT": how SQLite, `file` and desktops tell an engagement file from others
SCHEMA_VERSION = 6

journal_table = sa.Table(
    "journal",
    SQLModel.metadata,
    sa.Column("seq", sa.Integer, primary_key=True),
    sa.Column("at", sa.String, nullable=False),
    sa.Column("step", sa.String, nullable=False),
    sa.Column("label", sa.String, nullable=False),
    sa.Column("swaps", sa.String, nullable=False),
    sa.Column("undo_top", sa.Integer, nullable=False),
    sa.Column("redo_top", sa.Integer, nullable=False),
    sa.Column("previous_hash", sa.String, nullable=False),
    sa.Column("hash", sa.String, nullable=False),
)


@cache
def table_of(record_type: type[Record]) -> sa.Table:
    """The table of a record type, named like the type: `Stakeholder` -> `stakeholder`."""
    members = {"__tablename__": record_type.type_name(), "__module__": record_type.__module__}
    model = cast(Any, type(record_type))(f"{record_type.__name__}Table", (record_type,), members, table=True)
    return cast(sa.Table, model.__table__)


def tables_of(record_types: Iterable[type[Record]]) -> list[sa.Table]:
    """The journal's table and those of the record types."""
    return [journal_table, *(table_of(record_type) for record_type in record_types)]
