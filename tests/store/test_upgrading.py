"""An upgrade is whole or did not happen, and leaves a backup that opens."""

import sqlite3
from contextlib import closing

import pytest
import sqlalchemy as sa

from engagements import RECORD_TYPES, adding_stakeholder, journal_of, new_file
from facilitator.domain.change import Change
from facilitator.domain.codec import Codec
from facilitator.domain.document import Document
from facilitator.domain.refusal import StoreError
from facilitator.store.engagement_file import EngagementFile
from facilitator.store.tables import SCHEMA_VERSION
from facilitator.store.upgrading import STEPS, upgrade

NEXT = SCHEMA_VERSION + 1


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "town.facilitator"
    file = new_file(path)
    journal_of(file).do(adding_stakeholder(1))
    file.close()
    return path


def add_a_column(operations):
    operations.add_column("stakeholder", sa.Column("pronoun", sa.String, server_default="", nullable=False))


def add_a_column_and_fail(operations):
    add_a_column(operations)
    raise sa.exc.OperationalError("half way", None, Exception("half way"))


def columns_and_version(path):
    with closing(sqlite3.connect(path)) as tool:
        columns = {row[1] for row in tool.execute("PRAGMA table_info(stakeholder)")}
        return columns, tool.execute("PRAGMA user_version").fetchone()[0]


def test_steps_and_version_come_together(path):
    backup = upgrade(path, SCHEMA_VERSION, {NEXT: add_a_column}, NEXT)
    columns, version = columns_and_version(path)
    assert "pronoun" in columns
    assert version == NEXT
    with closing(sqlite3.connect(path)) as tool:
        assert tool.execute("SELECT count(*) FROM journal").fetchone() == (0,)
    kept = EngagementFile.open(backup, RECORD_TYPES)
    assert kept.last_entry().label == "add_stakeholder"
    kept.close()


def test_an_upgraded_file_begins_its_history_with_what_is_there(path):
    """The undo steps are gone, but the full check can still hold rows and journal against each other."""
    with closing(sqlite3.connect(path)) as tool:
        tool.execute("DELETE FROM journal")
        tool.commit()
    file = EngagementFile.open(path, RECORD_TYPES)
    entry = file.last_entry()
    assert (entry.seq, entry.undo_top, entry.is_whole()) == (1, 0, True)
    replayed = Document().after(Change("x", Codec(RECORD_TYPES).decode(entry.swaps)))
    assert replayed == file.load()
    file.close()


def test_a_failed_step_leaves_the_old_file(path):
    before = columns_and_version(path)
    with pytest.raises(StoreError):
        upgrade(path, SCHEMA_VERSION, {NEXT: add_a_column_and_fail}, NEXT)
    assert columns_and_version(path) == before
    EngagementFile.open(path, RECORD_TYPES).close()


def test_a_version_without_steps_is_refused(path):
    before = path.read_bytes()
    with pytest.raises(StoreError) as refusal:
        upgrade(path, SCHEMA_VERSION, {}, NEXT)
    assert refusal.value.key == "file_too_old"
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_every_released_version_has_its_step():
    assert sorted(STEPS) == list(range(2, SCHEMA_VERSION + 1))
