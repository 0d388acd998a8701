"""From schema version 1 to 2: all fields of the stakeholder web. Frozen: it must not follow what records become."""

from typing import TYPE_CHECKING

import sqlalchemy as sa

if TYPE_CHECKING:
    from alembic.operations import Operations


def to_version_2(operations: "Operations") -> None:
    """Add the columns and tables of version 2; what was there keeps its values."""
    for table, names in _TEXTS.items():
        for name in names:
            default = {"level_labels": "iap2", "state": "draft"}.get(name, "")
            operations.add_column(table, sa.Column(name, sa.String, server_default=default, nullable=False))
    for table, name in (("web", "decision_date"), ("web", "reviewed_on")):
        operations.add_column(table, sa.Column(name, sa.Date, nullable=True))
    for name in ("interest", "impact_on_them"):
        operations.add_column("stakeholder", sa.Column(name, sa.Integer, nullable=True))
    operations.add_column("relationship", sa.Column("strength", sa.Integer, server_default="2", nullable=False))
    with operations.batch_alter_table("relationship") as batch:  # an end may be the hub
        batch.alter_column("from_id", existing_type=sa.String, nullable=True)
        batch.alter_column("to_id", existing_type=sa.String, nullable=True)
    for name in ("influence", "attitude"):
        with operations.batch_alter_table(f"stakeholder_{name}") as batch:
            batch.alter_column(name, existing_type=sa.Integer, nullable=True)
    _create_tables(operations)


_TEXTS = {
    "web": (
        "change_sought",
        "out_of_scope",
        "decision",
        "level_labels",
        "state",
        "made_from",
        "made_from_id",
        "phase",
        "reviewed_phase",
    ),
    "stakeholder": (
        "subcategory",
        "kind",
        "flags",
        "needs",
        "concerns",
        "contribution",
        "strategy_id",
        "cadence",
        "channel",
        "access_plan",
        "confidence",
        "origin",
    ),
    "relationship": ("quality", "direction", "what_flows", "confidence"),
    "stakeholder_attitude": ("basis",),
    "stakeholder_influence": ("sources",),
}


def _create_tables(operations: "Operations") -> None:
    operations.create_table("none_apply", _id(), _refers("board_id", "board"), _text("category"), _text("reason"))
    operations.create_table("deliverable", _id(), _refers("board_id", "board"), _whole("number"), _text("name"))
    operations.create_table(
        "raci_role", _id(), _refers("deliverable_id", "deliverable"), _refers("stakeholder_id"), _text("role")
    )
    operations.create_table(
        "moment", _id(), _refers("board_id", "board"), _text("title"), sa.Column("kept_on", sa.Date, nullable=False)
    )
    operations.create_table(
        "moment_place",
        _id(),
        _refers("moment_id", "moment"),
        *(_text(name) for name in ("stakeholder_id", "name", "category")),
        _whole("ring"),
        *(sa.Column(name, sa.String, nullable=True) for name in ("level_now", "level_wanted")),
    )
    yes_no = (sa.Column(name, sa.Boolean, nullable=True) for name in ("urgency", "legitimacy"))
    operations.create_table("stakeholder_salience", _id("stakeholder.id"), *yes_no)
    operations.create_table("strategy_reason", _id("stakeholder.id"), _text("text"))
    operations.create_table("relationship_note", _id("relationship.id"), _text("text"))


def _id(of: str = "") -> sa.Column[str]:
    return sa.Column("id", sa.String, *([sa.ForeignKey(of)] if of else []), primary_key=True, nullable=False)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String, nullable=False)


def _whole(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def _refers(name: str, table: str = "stakeholder") -> sa.Column[str]:
    return sa.Column(name, sa.String, sa.ForeignKey(f"{table}.id"), nullable=False, index=True)
