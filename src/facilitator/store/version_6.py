"""From schema version 5 to 6: speaker series, question queues, change plans, case cards, feedback; certificates that
were taken back stay. Frozen, like those before: it must not follow the records.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import sqlalchemy as sa

if TYPE_CHECKING:
    from alembic.operations import Operations


def to_version_6(operations: "Operations") -> None:
    """Add the tables of version 6, and to each session whether it is for two, to each segment what is in the spotlight,
    and to each certificate when it was taken back; the rest keeps its values.
    """
    operations.add_column("session", sa.Column("for_two", sa.Boolean, server_default=sa.false(), nullable=False))
    operations.add_column("segment", sa.Column("spot", sa.String, server_default="", nullable=False))
    operations.add_column("certificate", sa.Column("revoked_on", sa.Date, nullable=True))
    _create_speaker_series(operations)
    _create_question_queue(operations)
    _create_change_plan(operations)
    operations.create_table(
        "case_card",
        *_card(),
        *_texts("theme", "title", "place", "years", "problem", "tried", "result", "lesson", "source"),
    )
    operations.create_table("case_note", _id("case_card.id"), *_texts("note"))
    _create_feedback(operations)


def _create_speaker_series(operations: "Operations") -> None:
    operations.create_table(
        "speaker",
        *_card(),
        *_texts("name", "position", "organization", "about", "principle"),
        sa.Column("speaks_on", sa.Date, nullable=True),
        _may_refer("session_id", "session"),
    )
    operations.create_table("speaker_note", _id("speaker.id"), *_texts("state", "contact", "note"))
    operations.create_table("take_away", *_card(), *_texts("principle", "text"), _may_refer("speaker_id", "speaker"))
    operations.create_table("take_away_note", _id("take_away.id"), *_texts("note"))


def _create_question_queue(operations: "Operations") -> None:
    operations.create_table(
        "question_frame", _id("board.id"), _number("budget"), sa.Column("shown", sa.Boolean, nullable=False)
    )
    operations.create_table("question", *_card(), *_texts("text", "state", "answer", "also"))
    operations.create_table("question_note", _id("question.id"), *_texts("asked_by", "note"))
    operations.create_table(
        "question_dots",
        _id(),
        _refers("board_id", "board"),
        _refers("question_id", "question"),
        *_texts("person"),
        _number("dots"),
    )
    operations.create_table("question_hands", _id("question.id"), _number("hands"))


def _create_change_plan(operations: "Operations") -> None:
    operations.create_table("team_role", *_card(), *_texts("role", "title", "who", "doing"))
    operations.create_table(
        "affected_group",
        *_card(),
        *_texts("name", "changes", "weight", "step", "action", "owner"),
        sa.Column("due", sa.Date, nullable=True),
    )
    operations.create_table(
        "early_win", *_card(), *_texts("text", "owner", "state", "seen"), sa.Column("due", sa.Date, nullable=True)
    )
    for table in ("team_role", "affected_group", "early_win"):
        operations.create_table(f"{table}_note", _id(f"{table}.id"), *_texts("note"))


def _create_feedback(operations: "Operations") -> None:
    operations.create_table(
        "feedback_form",
        _id("board.id"),
        _may_refer("session_id", "session"),
        sa.Column("shown", sa.Boolean, nullable=False),
    )
    for table in ("feedback_count", "feedback_shown"):
        operations.create_table(
            table, _id(), _refers("board_id", "board"), *_texts("statement"), *map(_number, ("level", "many"))
        )
    operations.create_table(
        "feedback_comment",
        _id(),
        _refers("board_id", "board"),
        *_texts("question", "text"),
        sa.Column("kept", sa.Boolean, nullable=False),
    )
    operations.create_table("feedback_sheet", _id(), _refers("board_id", "board"), *_texts("mark"))


def _card() -> "Iterable[sa.Column[object]]":
    return [_id(), _refers("board_id", "board"), _number("number"), *_texts("code")]  # type: ignore[list-item]


def _id(of: str = "") -> sa.Column[str]:
    return sa.Column("id", sa.String, *([sa.ForeignKey(of)] if of else []), primary_key=True, nullable=False)


def _texts(*names: str) -> Iterable[sa.Column[str]]:
    return [sa.Column(name, sa.String, nullable=False) for name in names]


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def _refers(name: str, table: str) -> sa.Column[str]:
    return sa.Column(name, sa.String, sa.ForeignKey(f"{table}.id"), nullable=False, index=True)


def _may_refer(name: str, table: str) -> sa.Column[str]:
    return sa.Column(name, sa.String, sa.ForeignKey(f"{table}.id"), nullable=True, index=True)
