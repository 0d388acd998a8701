"""What the file promises: refused files stay as they were, bad moments lose nothing, one window at a time."""

import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from engagements import RECORD_TYPES, adding_stakeholder, journal_of, new_file, noting
from facilitator.boards.stakeholder_web.model import Stakeholder
from facilitator.domain.refusal import StoreError
from facilitator.store.engagement_file import EngagementFile
from facilitator.store.tables import SCHEMA_VERSION


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "town.facilitator"


@pytest.fixture
def closed(path) -> Path:
    file = new_file(path)
    journal = journal_of(file)
    for number in range(1, 30):
        journal.do(adding_stakeholder(number, f"Stakeholder {number}"))
    file.close()
    return path


def refused(path: Path) -> str:
    """The key of the refusal; proves that the file and its folder are as they were."""
    before = path.read_bytes() if path.is_file() else None
    beside = sorted(each.name for each in path.parent.iterdir()) if path.parent.is_dir() else None
    with pytest.raises(StoreError) as refusal:
        EngagementFile.open(path, RECORD_TYPES)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert (sorted(each.name for each in path.parent.iterdir()) if path.parent.is_dir() else None) == beside
    return refusal.value.key


ODD_NAMES = ["What next?", "b%41", "a#b", "ville & fils", "été 2027", "a?mode=memory", ":memory:", "'quoted'"]


@pytest.mark.parametrize("name", ODD_NAMES)
@pytest.mark.parametrize("relative", [True, False])
def test_odd_names_are_only_names(tmp_path, monkeypatch, name, relative):
    """Nothing in a name may be read as part of a URL: the edit would go into another file."""
    monkeypatch.chdir(tmp_path)
    path = Path(f"{name}.facilitator") if relative else tmp_path / f"{name}.facilitator"
    file = new_file(path)
    journal_of(file).do(adding_stakeholder(1))
    file.close()
    file = EngagementFile.open(path, RECORD_TYPES)
    assert len(list(file.load().every(Stakeholder))) == 1
    file.close()
    assert [each.name for each in tmp_path.iterdir()] == [f"{name}.facilitator"]
    assert stat.S_IMODE((tmp_path / f"{name}.facilitator").stat().st_mode) == 0o600


def test_a_link_is_the_file_it_leads_to(closed):
    link = closed.parent / "link.facilitator"
    link.symlink_to(closed)
    first = EngagementFile.open(closed, RECORD_TYPES)
    with pytest.raises(StoreError) as refusal:
        EngagementFile.open(link, RECORD_TYPES)
    assert refusal.value.key == "in_use"
    first.close()
    through = EngagementFile.open(link, RECORD_TYPES)
    journal_of(through).do(adding_stakeholder(99))
    through.close()
    assert sorted(each.name for each in closed.parent.iterdir()) == ["link.facilitator", closed.name]


def test_what_is_saved_is_there_again(closed):
    file = EngagementFile.open(closed, RECORD_TYPES)
    assert {each.name for each in file.load().every(Stakeholder)} == {f"Stakeholder {n}" for n in range(1, 30)}
    file.close()
    assert sorted(each.name for each in closed.parent.iterdir()) == [closed.name]


def test_only_its_owner_can_read_the_file(path):
    file = new_file(path)
    for each in path.parent.iterdir():
        assert stat.S_IMODE(each.stat().st_mode) == 0o600, each
    file.close()


def test_a_missing_file(path):
    assert refused(path) == "file_missing"


def test_a_folder(path):
    path.mkdir()
    assert refused(path) == "not_a_file"


def test_an_empty_file(path):
    path.touch()
    assert refused(path) == "file_empty"


@pytest.mark.parametrize("content", [b"hello", b"%PDF-1.7\n" * 100, b"SQLite format 3\x00"])
def test_a_file_that_is_no_database(path, content):
    path.write_bytes(content)
    assert refused(path) == "not_an_engagement"


def test_another_programs_database(path):
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE t (x)")
        other.commit()
    assert refused(path) == "foreign_file"


def test_a_newer_file(closed):
    with closing(sqlite3.connect(closed)) as tool:
        tool.execute(f"PRAGMA user_version={SCHEMA_VERSION + 1}")
    assert refused(closed) == "file_newer"


def test_a_truncated_file(closed):
    os.truncate(closed, closed.stat().st_size // 2)
    assert refused(closed) == "file_damaged"


def test_a_file_with_a_trigger(closed):
    """A trigger in a file from elsewhere could copy private notes into public names."""
    with closing(sqlite3.connect(closed)) as tool:
        tool.execute("CREATE TRIGGER leak AFTER INSERT ON stakeholder BEGIN DELETE FROM journal; END")
        tool.commit()
    assert refused(closed) == "file_altered"


def test_a_missing_table(closed):
    with closing(sqlite3.connect(closed)) as tool:
        tool.execute("DROP TABLE stakeholder_note")
        tool.commit()
    assert refused(closed) == "file_damaged"


@pytest.mark.parametrize("page", [2, 3, 5, 8])
def test_a_page_of_garbage(closed, page):
    content = bytearray(closed.read_bytes())
    content[page * 4096 : (page + 1) * 4096] = b"\xa5" * 4096
    closed.write_bytes(content)
    assert refused(closed) == "file_damaged"


def test_a_changed_bit_in_the_newest_history_is_found(closed):
    """SQLite reads a flipped bit in a text without complaint; the hash chain does not."""
    content = closed.read_bytes()
    assert content.count(b'"name":"Stakeholder 29"') == 1
    closed.write_bytes(content.replace(b'"name":"Stakeholder 29"', b'"name":"Stakeholder 28"'))
    with pytest.raises(StoreError) as refusal:
        EngagementFile.open(closed, RECORD_TYPES)
    assert refusal.value.key == "history_damaged"


def test_a_row_that_does_not_fit_its_type_is_named(closed):
    with closing(sqlite3.connect(closed)) as tool:
        tool.execute("UPDATE stakeholder SET ring = 9 WHERE id = 's3'")
        tool.commit()
    file = EngagementFile.open(closed, RECORD_TYPES)
    with pytest.raises(StoreError) as refusal:
        file.load()
    file.close()
    assert (refusal.value.key, refusal.value.values["table"]) == ("record_damaged", "stakeholder")


def test_an_existing_file_is_not_overwritten(closed):
    before = closed.read_bytes()
    with pytest.raises(StoreError) as refusal:
        EngagementFile.create(closed, RECORD_TYPES)
    assert refusal.value.key == "file_exists"
    assert closed.read_bytes() == before


def test_one_window_at_a_time(closed):
    first = EngagementFile.open(closed, RECORD_TYPES)
    with pytest.raises(StoreError) as refusal:
        EngagementFile.open(closed, RECORD_TYPES)
    assert refusal.value.key == "in_use"
    other = subprocess.run(
        [sys.executable, "-c", _OPEN_ELSEWHERE, str(closed)], capture_output=True, text=True, timeout=60, check=False
    )
    assert other.stdout.strip() == "in_use", other.stderr
    journal_of(first).do(adding_stakeholder(99))
    first.close()
    EngagementFile.open(closed, RECORD_TYPES).close()


_OPEN_ELSEWHERE = """
import sys
from pathlib import Path
from facilitator.domain.engagement import ENGAGEMENT_RECORDS
from facilitator.domain.refusal import StoreError
from facilitator.store.engagement_file import EngagementFile
try:
    EngagementFile.open(Path(sys.argv[1]), ENGAGEMENT_RECORDS)
except StoreError as refusal:
    print(refusal.key)
"""


def test_another_programs_lock_is_respected(closed):
    """A database browser holds the file: we say so within half a second and do not wait with a frozen window."""
    with closing(sqlite3.connect(closed)) as tool:
        tool.execute("PRAGMA locking_mode=EXCLUSIVE")
        tool.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreError) as refusal:
            EngagementFile.open(closed, RECORD_TYPES)
    assert refusal.value.key == "in_use"


def test_a_full_disk_loses_only_the_edit_that_did_not_fit(path):
    file = new_file(path)
    journal = journal_of(file)
    pages = file._connection.exec_driver_sql("PRAGMA page_count").scalar()
    file._connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 3}")
    with pytest.raises(StoreError) as refusal:  # noqa: PT012 - until one does not fit
        for number in range(1, 500):
            journal.do(adding_stakeholder(number, "x" * 150))
    assert refusal.value.key == "disk_full"
    saved = len(list(journal.document.every(Stakeholder)))
    assert 0 < saved < 499
    assert file.load() == journal.document
    file._connection.exec_driver_sql("PRAGMA max_page_count=100000")
    journal.do(adding_stakeholder(saved + 1))
    file.close()
    reopened = EngagementFile.open(path, RECORD_TYPES)
    assert len(list(reopened.load().every(Stakeholder))) == saved + 1
    reopened.close()


def test_a_deleted_note_leaves_no_words_in_the_tables(path):
    """secure_delete: what is no longer in a row is no longer in its page (the history keeps it, for undo)."""
    file = new_file(path)
    journal = journal_of(file)
    journal.do(adding_stakeholder(1))
    journal.do(noting(1, "met her in private"))
    journal.undo()
    file._connection.exec_driver_sql("DELETE FROM journal")
    file.close()
    assert b"met her in private" not in path.read_bytes()


def test_the_full_check_finds_an_edited_history(closed):
    """The damage lies further back than what every opening looks at."""
    file = EngagementFile.open(closed, RECORD_TYPES)
    journal = journal_of(file)
    for number in range(30, 90):
        journal.do(adding_stakeholder(number))
    assert file.scrutinize() == []
    file.close()
    with closing(sqlite3.connect(closed)) as tool:
        tool.execute("UPDATE journal SET label = 'other' WHERE seq = 2")
        tool.commit()
    file = EngagementFile.open(closed, RECORD_TYPES)
    assert file.scrutinize() == ["journal: 2"]
    file.close()
