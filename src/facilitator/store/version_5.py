"""From schema version 4 to 5: programs whole, lessons, commitments, 1:1 assessments, twins. Frozen, like those before.

It must not follow the records.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import sqlalchemy as sa

if TYPE_CHECKING:
    from alembic.operations import Operations


def to_version_5(operations: "Operations") -> None:
    """Add the columns and tables of version 5; what was there keeps its values."""
    operations.create_table("brand", _id("engagement.id"), *_texts("colour", "logo", "logo_text"))
    operations.create_table("twin", _id(), *_texts("of_type", "of_id", "field", "source", "text"))
    _create_programs(operations)
    _create_learning(operations)
    _create_assessments(operations)


def _create_programs(operations: "Operations") -> None:
    _add_texts(operations, "program", "code", "issuer", "signatory", "role", "partners", "credit")
    operations.add_column(
        "program", sa.Column("kind", sa.String, server_default="community_of_practice", nullable=False)
    )
    operations.create_table("track", _id(), _refers("program_id", "program"), _number(), *_texts("title", "audience"))
    _add_texts(operations, "cohort", "code", "facilitators")
    for day in ("begins_on", "ends_on", "closes_on"):
        operations.add_column("cohort", sa.Column(day, sa.Date, nullable=True))
    operations.add_column("cohort", sa.Column("capacity", sa.Integer, nullable=True))
    operations.create_table(
        "study_group",
        _id(),
        _refers("cohort_id", "cohort"),
        _number(),
        *_texts("title", "plan"),
        _may_refer("host_id", "person"),
    )
    for column, to in (("track_id", "track"), ("study_group_id", "study_group")):  # Alembic adds no references
        operations.execute(f"ALTER TABLE enrolment ADD COLUMN {column} VARCHAR REFERENCES {to} (id)")
        operations.create_index(f"ix_enrolment_{column}", "enrolment", [column])
    operations.add_column("enrolment", sa.Column("state", sa.String, server_default="active", nullable=False))
    operations.add_column("enrolment", sa.Column("enrolled_on", sa.Date, nullable=True))
    operations.add_column("enrolment", sa.Column("named", sa.Boolean, server_default=sa.true(), nullable=False))
    _add_texts(operations, "enrolment", "certificate_name")
    operations.create_table("one_to_one", _id("session.id"), _refers("person_id", "person"))
    operations.create_table(
        "commitment",
        _id(),
        _refers("person_id", "person"),
        _may_refer("session_id", "session"),
        _number(),
        *_texts("text", "principle", "with_whom", "sign", "state", "result"),
        _day("due"),
    )


def _create_learning(operations: "Operations") -> None:
    operations.create_table(
        "lesson",
        _id(),
        _refers("program_id", "program"),
        _number(),
        _number("week"),
        *_texts("outline", "title", "objectives", "card", "credit"),
        _day("released_on"),
    )
    operations.create_table(
        "activity",
        _id(),
        _refers("lesson_id", "lesson"),
        _may_refer("track_id", "track"),
        _number(),
        *_texts("kind", "outline", "text", "proof"),
        _number("minutes"),
        *(sa.Column(name, sa.Boolean, nullable=False) for name in ("core", "withdrawn")),
    )
    operations.create_table(
        "completion",
        _id(),
        _refers("activity_id", "activity"),
        _refers("person_id", "person"),
        _on("on"),
        *_texts("evidence"),
    )
    operations.create_table(
        "kept_badge",
        _id(),
        _refers("lesson_id", "lesson"),
        _refers("person_id", "person"),
        _number("level"),
        _on("earned_on"),
    )
    operations.create_table(
        "certificate",
        _id(),
        _refers("cohort_id", "cohort"),
        _refers("person_id", "person"),
        _number("serial"),
        *_texts("sort", "name", "language", "check_code"),
        _on("issued_on"),
    )


def _create_assessments(operations: "Operations") -> None:
    operations.add_column("assessment", sa.Column("summary", sa.Boolean, server_default=sa.false(), nullable=False))
    operations.create_table(
        "respondent",
        _id("board.id"),
        _may_refer("person_id", "person"),
        *_texts("organization", "subject", "consent"),
    )
    operations.create_table(
        "own_answer",
        _id(),
        _of_board(),
        *_texts("statement", "scored", "reason", "evidence", "example", "comment"),
        *(sa.Column(name, sa.Integer, nullable=True) for name in ("level", "target", "importance")),
    )
    operations.create_table("answer_tag", _id(), _refers("answer_id", "own_answer"), *_texts("tag", "within"))
    operations.create_table(
        "next_step",
        _id(),
        _of_board(),
        _number(),
        *_texts("step", "statement", "text", "why", "owner", "effort", "first_action", "status"),
        _day("due"),
    )
    operations.create_table(
        "dataset",
        _id(),
        _of_board(),
        _number(),
        *_texts("name", "purpose", "about_people", "community", "source", "kept_where"),
        *_texts("owner", "shared_with", "kept_until"),
    )
    operations.create_table(
        "summary_release",
        _id(),
        _of_board(),
        *map(_number, ("number", "group_least", "cell_least")),
        _on("released_on"),
        *_texts("band", "members", "answers", "changed"),
    )
    operations.create_table(
        "summary_line",
        _id(),
        _of_board(),
        _number(),
        *_texts("sort", "item", "text"),
        sa.Column("median", sa.Float, nullable=True),
    )


def _add_texts(operations: "Operations", table: str, *names: str) -> None:
    for name in names:
        operations.add_column(table, sa.Column(name, sa.String, server_default="", nullable=False))


def _id(of: str = "") -> sa.Column[str]:
    return sa.Column("id", sa.String, *([sa.ForeignKey(of)] if of else []), primary_key=True, nullable=False)


def _texts(*names: str) -> Iterable[sa.Column[str]]:
    return [sa.Column(name, sa.String, nullable=False) for name in names]


def _number(name: str = "number") -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def _day(name: str) -> "sa.Column[object]":
    return sa.Column(name, sa.Date, nullable=True)


def _on(name: str) -> "sa.Column[object]":
    return sa.Column(name, sa.Date, nullable=False)


def _refers(name: str, table: str) -> sa.Column[str]:
    return sa.Column(name, sa.String, sa.ForeignKey(f"{table}.id"), nullable=False, index=True)


def _may_refer(name: str, table: str) -> sa.Column[str]:
    return sa.Column(name, sa.String, sa.ForeignKey(f"{table}.id"), nullable=True, index=True)


def _of_board() -> sa.Column[str]:
    return _refers("board_id", "board")
