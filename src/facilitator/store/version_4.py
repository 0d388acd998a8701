"""From schema version 3 to 4: programs, outcomes, polls, participants. Frozen: it must not follow the records."""

from typing import TYPE_CHECKING

import sqlalchemy as sa

if TYPE_CHECKING:
    from alembic.operations import Operations


def to_version_4(operations: "Operations") -> None:
    """Add the columns and tables of version 4; what was there keeps its values."""
    operations.create_table("program", _id(), _number(), _text("title"))
    operations.create_table("cohort", _id(), _refers("program_id", "program"), _number(), _text("title"))
    _widen(operations)
    operations.create_table(
        "outcome",
        _id(),
        _of_session(),
        _number(),
        *map(_text, ("kind", "code", "text", "who")),
        sa.Column("due", sa.Date, nullable=True),
        sa.Column("confirmed", sa.Boolean, nullable=False),
    )
    _create_polls(operations)
    _create_participation(operations)


def _widen(operations: "Operations") -> None:
    """Alembic adds no references to tables that are there, so those columns are added in SQL."""
    for table, column, to in (("session", "cohort_id", "cohort"), ("segment", "board_id", "board")):
        operations.execute(f"ALTER TABLE {table} ADD COLUMN {column} VARCHAR REFERENCES {to} (id)")
        operations.create_index(f"ix_{table}_{column}", table, [column])
    for table, column in (
        ("session", "begins"),
        ("segment", "form"),
        ("person", "pronunciation"),
        ("person", "pronouns"),
        ("person", "note"),
    ):
        operations.add_column(table, sa.Column(column, sa.String, server_default="", nullable=False))
    operations.add_column("segment", sa.Column("large", sa.Boolean, server_default=sa.false(), nullable=False))


def _create_polls(operations: "Operations") -> None:
    operations.create_table(
        "poll",
        _id(),
        _of_session(),
        _number(),
        _text("question"),
        *(sa.Column(name, sa.Boolean, nullable=False) for name in ("scale", "shown")),
    )
    operations.create_table("poll_option", _id(), _refers("poll_id", "poll"), _number(), _text("text"))
    operations.create_table(
        "poll_vote", _id(), _refers("poll_id", "poll"), _refers("option_id", "poll_option"), _text("person")
    )
    operations.create_table("counted_votes", _id("poll_option.id"), _number("hands"))


def _create_participation(operations: "Operations") -> None:
    operations.create_table("enrolment", _id(), _refers("cohort_id", "cohort"), _refers("person_id", "person"))
    operations.create_table(
        "attendance",
        _id(),
        _refers("session_id", "session"),
        _refers("person_id", "person"),
        _text("presence"),
        sa.Column("minutes", sa.Integer, nullable=True),
        _number("joins"),
    )
    operations.create_table("shuffle", _id(), _refers("session_id", "session"), _number(), _number("size"))
    operations.create_table(
        "shuffled_person",
        _id(),
        _refers("shuffle_id", "shuffle"),
        _refers("person_id", "person"),
        _number("group"),
        _number("place"),
    )


def _id(of: str = "") -> sa.Column[str]:
    return sa.Column("id", sa.String, *([sa.ForeignKey(of)] if of else []), primary_key=True, nullable=False)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String, nullable=False)


def _number(name: str = "number") -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def _refers(name: str, table: str) -> sa.Column[str]:
    return sa.Column(name, sa.String, sa.ForeignKey(f"{table}.id"), nullable=False, index=True)


def _of_session() -> sa.Column[str]:
    return sa.Column("session_id", sa.String, sa.ForeignKey("session.id"), nullable=True, index=True)
