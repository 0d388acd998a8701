"""From schema version 2 to 3: the value board, assessments, the clock. Frozen: it must not follow the records."""

from typing import TYPE_CHECKING

import sqlalchemy as sa

if TYPE_CHECKING:
    from alembic.operations import Operations


def to_version_3(operations: "Operations") -> None:
    """Add the columns and tables of version 3; what was there keeps its values."""
    operations.create_table(
        "card_group",
        _id(),
        _refers("board_id", "board"),
        _text("column"),
        sa.Column("number", sa.Integer, nullable=False),
        _text("name"),
    )
    operations.add_column("card_link", sa.Column("note", sa.String, server_default="", nullable=False))
    # Recreating a table that others refer to would leave their rows without it, and Alembic adds no references here.
    operations.execute("ALTER TABLE card ADD COLUMN group_id VARCHAR REFERENCES card_group (id)")
    operations.create_index("ix_card_group_id", "card", ["group_id"])
    _create_details(operations)
    _create_records_of_boards(operations)
    _add_the_clock(operations)
    _create_chat(operations)


def _add_the_clock(operations: "Operations") -> None:
    for name in ("running_segment_id", "segment_started_at", "started_at", "ends_at"):
        operations.add_column("session", sa.Column(name, sa.String, server_default="", nullable=False))
    fixed = sa.Column("fixed", sa.Boolean, server_default=sa.false(), nullable=False)
    operations.add_column("segment", fixed)
    operations.add_column("segment", sa.Column("minimum", sa.Integer, nullable=True))


_KPI_TEXTS = (
    "question_answered",
    "definition",
    "nature",
    "measures",
    "timing",
    "unit",
    "better_is",
    "mode",
    "target_reason",
    "source",
    "method",
    "frequency",
    "split_by",
    "owner",
    "cost_to_collect",
    "gaming_risk",
    "decision_it_informs",
    "status",
    "privacy_note",
    "rubric_1",
    "rubric_3",
    "rubric_5",
)


def _create_details(operations: "Operations") -> None:
    details = {
        "guiding_value": ("means_here", "looks_like", "broken_when", "source"),
        "desired_impact": ("statement", "kind", "level", "direction", "evidence_today"),
        "approach": ("description", "stage", "riskiest_assumption", "smallest_test", "owner"),
    }
    for table, names in details.items():
        operations.create_table(table, _id("card.id"), *map(_text, names))
    operations.create_table(
        "kpi",
        _id("card.id"),
        *map(_text, _KPI_TEXTS),
        *(sa.Column(name, sa.Float, nullable=True) for name in ("baseline", "target", "target_high")),
        *(sa.Column(name, sa.Date, nullable=True) for name in ("baseline_date", "target_date")),
        sa.Column("personal_data", sa.Boolean, nullable=True),
    )
    operations.create_table(
        "reading",
        _id(),
        _refers("kpi_id", "card"),
        sa.Column("read_on", sa.Date, nullable=False),
        sa.Column("value", sa.Float, nullable=True),
        sa.Column("rating", sa.Integer, nullable=True),
        *map(_text, ("narrative", "voices", "evidence")),
    )


def _create_records_of_boards(operations: "Operations") -> None:
    operations.create_table(
        "value_frame",
        _id("board.id"),
        *map(_text, ("valuable", "authorised", "doable")),
        sa.Column("dot_budget", sa.Integer, nullable=False),
        sa.Column("dots_shown", sa.Boolean, nullable=False),
    )
    answers = ("expected", "happened", "reasons", "surprises", "keep", "adjust", "stop", "start", "tell", "next_look")
    operations.create_table(
        "review",
        _id(),
        _refers("board_id", "board"),
        _text("cadence"),
        sa.Column("planned_on", sa.Date, nullable=False),
        sa.Column("held_on", sa.Date, nullable=True),
        *map(_text, answers),
    )
    operations.create_table(
        "person_dots",
        _id(),
        _refers("board_id", "board"),
        _refers("card_id", "card"),
        _text("person"),
        sa.Column("dots", sa.Integer, nullable=False),
    )
    operations.create_table("counted_hands", _id("card.id"), sa.Column("hands", sa.Integer, nullable=False))
    operations.create_table("sharing_agreement", _id("board.id"), _text("text"))
    operations.create_table(
        "served",
        _id(),
        sa.Column("card_id", sa.String, nullable=False, index=True),
        _text("name"),
        sa.Column("stakeholder_id", sa.String, sa.ForeignKey("stakeholder.id"), nullable=True, index=True),
        sa.Column("meant", sa.Boolean, nullable=False),
    )
    operations.create_table(
        "assessment", _id("board.id"), _text("instrument"), sa.Column("assessed_on", sa.Date, nullable=True)
    )
    operations.create_table(
        "answer",
        _id(),
        _refers("board_id", "board"),
        _text("area"),
        sa.Column("level", sa.Integer, nullable=True),
        *map(_text, ("strengths", "weaknesses", "evidence", "mark", "action")),
    )


def _create_chat(operations: "Operations") -> None:
    operations.create_table(
        "chat_line",
        _id(),
        sa.Column("session_id", sa.String, sa.ForeignKey("session.id"), nullable=True, index=True),
        sa.Column("number", sa.Integer, nullable=False),
        *map(_text, ("author", "said_at", "text", "taken_as")),
        sa.Column("left_out", sa.Boolean, nullable=False),
    )


def _id(of: str = "") -> sa.Column[str]:
    return sa.Column("id", sa.String, *([sa.ForeignKey(of)] if of else []), primary_key=True, nullable=False)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String, nullable=False)


def _refers(name: str, table: str) -> sa.Column[str]:
    return sa.Column(name, sa.String, sa.ForeignKey(f"{table}.id"), nullable=False, index=True)
