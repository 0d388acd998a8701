"""What a backup promises: whole, private, checked, made while somebody edits; and no old one goes that should stay."""

import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagements import RECORD_TYPES, adding_stakeholder, journal_of, new_file
from facilitator.domain.refusal import StoreError
from facilitator.store.backups import Backup, BackupFolder, EngagementBackups, folder_within, worth_keeping
from facilitator.store.copying import look_through
from facilitator.store.engagement_file import EngagementFile

NOW = datetime(2027, 1, 14, 15, 0, tzinfo=UTC)


@pytest.fixture
def file(tmp_path):
    file = new_file(tmp_path / "town.facilitator")
    for number in range(1, 30):
        journal_of(file).do(adding_stakeholder(number, f"Stakeholder {number}"))
    yield file
    file.close()


@pytest.fixture
def folder(tmp_path):
    return BackupFolder(tmp_path / "backups" / "town", now=lambda: NOW)


def back_up(folder, file):
    return folder.publish(folder.copy(file))


def names(folder):
    return sorted(each.name for each in folder.path.iterdir())


def test_a_backup_is_all_there_is_and_the_engagement_goes_on(folder, file):
    backup = back_up(folder, file)
    journal_of(file).do(adding_stakeholder(99, "Afterwards"))
    kept = EngagementFile.open(backup.path, RECORD_TYPES)
    assert kept.is_in_place
    names = {getattr(record, "name", "") for record in kept.load().records()}
    assert {f"Stakeholder {number}" for number in range(1, 30)} <= names
    assert "Afterwards" not in names
    assert kept.scrutinize() == []
    kept.close()
    assert "Afterwards" in {getattr(record, "name", "") for record in file.load().records()}


def test_a_backup_is_one_file_that_only_its_owner_can_read(folder, file):
    backup = back_up(folder, file)
    assert names(folder) == [backup.path.name]
    assert stat.S_IMODE(backup.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.path.stat().st_mode) == stat.S_IMODE(folder.path.parent.stat().st_mode) == 0o700


def test_to_open_a_backup_and_look_leaves_it_whole_and_to_edit_it_makes_it_none(folder, file):
    backup = back_up(folder, file)
    EngagementFile.open(backup.path, RECORD_TYPES).close()
    assert backup.is_whole()
    opened = EngagementFile.open(backup.path, RECORD_TYPES)
    journal_of(opened).do(adding_stakeholder(99))
    opened.close()
    assert not backup.is_whole()


def test_backups_are_listed_the_newest_first_whatever_the_clock_does(folder, file, tmp_path):
    first = back_up(folder, file)
    earlier = BackupFolder(folder.path, now=lambda: NOW - timedelta(days=9000))
    second = back_up(earlier, file)
    (folder.path / "notes.txt").write_text("mine")
    assert folder.listed() == [second, first]
    assert folder.newest().backup == second
    assert (folder.path / "notes.txt").exists()


@pytest.mark.parametrize("place", [0.0, 0.3, 0.6, 0.999])
def test_one_changed_bit_is_seen_and_the_one_before_is_named(folder, file, place):
    whole, newest = back_up(folder, file), back_up(folder, file)
    assert folder.newest().backup == newest
    content = bytearray(newest.path.read_bytes())
    content[int(place * len(content))] ^= 0x10
    newest.path.write_bytes(content)
    assert folder.newest().backup == whole
    assert folder.newest().damaged == (newest,)


def test_without_a_folder_there_is_no_backup(folder):
    assert folder.listed() == []
    assert folder.newest().backup is None


@pytest.mark.parametrize("left", ["backup.part", "backup.part-wal", "replaced.part"])
def test_what_a_killed_process_left_goes(folder, file, left):
    folder.begin()
    (folder.path / left).write_bytes(b"half")
    backup = back_up(folder, file)
    assert names(folder) == [backup.path.name]


def test_a_copy_that_is_not_what_was_copied_never_becomes_a_backup(folder, file):
    """A row that is gone from the copy is seen, though SQLite finds nothing wrong."""
    copy = folder.copy(file)
    with closing(sqlite3.connect(copy.part)) as tool:
        tool.execute("DELETE FROM stakeholder WHERE id = 's7'")
        tool.commit()
    with pytest.raises(StoreError) as refusal:
        folder.publish(copy)
    assert refusal.value.key == "backup_failed"
    assert names(folder) == []


def test_a_broken_history_never_becomes_a_backup(folder, file):
    copy = folder.copy(file)
    with closing(sqlite3.connect(copy.part)) as tool:
        tool.execute("UPDATE journal SET label = 'other' WHERE seq = 4")
        tool.commit()
    with pytest.raises(StoreError) as refusal:
        folder.publish(copy)
    assert (refusal.value.key, refusal.value.values["seq"]) == ("history_damaged", 4)
    assert names(folder) == []


def test_a_nearly_full_disk_is_left_to_the_edits(tmp_path, file):
    folder = BackupFolder(tmp_path / "backups" / "town", free=lambda folder: 50_000_000)
    with pytest.raises(StoreError) as refusal:
        back_up(folder, file)
    assert refusal.value.key == "backup_disk_full"
    assert names(folder) == []
    journal_of(file).do(adding_stakeholder(99))


WRITE_TO_A_DISK_THAT_ENDS = """
import resource, sys
from pathlib import Path
from engagements import RECORD_TYPES, adding_stakeholder, journal_of
from facilitator.domain.refusal import StoreError
from facilitator.store.backups import BackupFolder
from facilitator.store.engagement_file import EngagementFile
file = EngagementFile.open(Path(sys.argv[1]), RECORD_TYPES)
folder = BackupFolder(Path(sys.argv[2]))
whole = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, whole[1]))
try:
    folder.copy(file)
except StoreError as refusal:
    print(refusal.key)
resource.setrlimit(resource.RLIMIT_FSIZE, whole)
journal_of(file).do(adding_stakeholder(99))
folder.publish(folder.copy(file))
file.close()
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="limits of the size of a file are POSIX")
def test_a_write_that_fails_half_way_leaves_no_stub_and_the_engagement_as_it_was(folder, tmp_path):
    path = tmp_path / "large.facilitator"
    new_file(path).close()
    assert in_a_process(WRITE_TO_A_DISK_THAT_ENDS, path, folder.path).split() == ["backup_failed"]
    assert names(folder) == [folder.listed()[0].path.name]
    assert look_through(folder.listed()[0].path).rows["stakeholder"] == 1


def in_a_process(script, *arguments):
    where = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    command = [sys.executable, "-c", script, *map(str, arguments)]
    done = subprocess.run(command, env=where, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


KILL_WHILE_BACKING_UP = """
import os, random, sys
from pathlib import Path
from calls_counted import calls_of, die_after
from engagements import RECORD_TYPES, adding_stakeholder, journal_of
from facilitator.store.backups import BackupFolder
from facilitator.store.engagement_file import EngagementFile
path, folder, chance, left, made = Path(sys.argv[1]), Path(sys.argv[2]), random.Random(20270114), 0, 0


def opened():
    file = EngagementFile.open(path, RECORD_TYPES)
    return file, journal_of(file), BackupFolder(folder)

def back_up(file, journal, backups, number):
    journal.do(adding_stakeholder(number))
    backups.publish(backups.copy(file))

its = opened()
whole = calls_of(lambda: back_up(*its, 999))
its[0].close()
for trial in range(int(sys.argv[3])):
    moment, child = chance.randrange(2 * whole), os.fork()
    if child == 0:
        its, number = opened(), 0
        die_after(moment)
        while True:
            number += 1
            back_up(*its, trial * 1000 + 1000 + number)
    os.waitpid(child, 0)
    left += bool(list(folder.glob("*.part*")))
    backups = BackupFolder(folder)
    for backup in backups.listed():
        assert backup.is_whole(), backup
    backups.begin()
    assert not list(folder.glob("*.part*"))
    made = max([made, *(backup.number for backup in backups.listed())])
EngagementFile.open(path, RECORD_TYPES).close()
print(left, made)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="forks, and kills with SIGKILL")
def test_no_backup_is_bad_when_the_process_is_killed_at_any_moment(folder, tmp_path):
    path, trials = tmp_path / "town.facilitator", 24
    new_file(path).close()
    left, made = map(int, in_a_process(KILL_WHILE_BACKING_UP, path, folder.path, trials).split())
    assert left > trials // 3, "the kills came too late to prove anything"
    assert made > trials // 4
    for backup in folder.listed():
        look_through(backup.path)


def test_a_backup_is_due_once_something_was_saved(folder, file):
    backups = EngagementBackups(file, folder)
    backups.begin()
    assert backups.due
    backups.publish(backups.copy())
    assert not backups.due
    journal_of(file).do(adding_stakeholder(99))
    assert backups.due
    backups.publish(backups.copy())
    again = EngagementBackups(file, folder)
    again.begin()
    assert not again.due
    folder.newest().backup.path.write_bytes(b"")
    once_more = EngagementBackups(file, folder)
    once_more.begin()
    assert once_more.due


def test_each_engagement_has_its_own_folder(tmp_path):
    root = tmp_path / "backups"
    first, second = (folder_within(root, tmp_path / place / "town.facilitator") for place in ("a", "b"))
    assert first != second
    assert {first.parent, second.parent} == {root}
    assert first.name.startswith("town-")


def made(at, number=1):
    return Backup(Path(f"{number}"), number, at, "")


def every(hours, of):
    """Backups, the newest first, each made so many hours before the one after it."""
    return [made(NOW - timedelta(hours=hours * index), of - index) for index in range(of)]


def test_today_and_yesterday_stay_and_before_that_one_a_day_a_week_a_month():
    backups = every(3, 8 * 500)
    stay = worth_keeping(backups, NOW.astimezone().date())
    days = [(NOW.astimezone().date() - backup.at.astimezone().date()).days for backup in backups if backup in stay]
    recent = [day for day in days if day <= 1]
    assert len(recent) == sum((NOW.astimezone().date() - each.at.astimezone().date()).days <= 1 for each in backups)
    older = [day for day in days if day > 1]
    assert older[:12] == list(range(2, 14))
    assert older[13:22] == list(range(older[13], older[13] + 63, 7))  # the first one ends a week begun by days
    assert all(28 <= after - before <= 31 for before, after in pairwise(older[23:31]))
    assert len(older) == 12 + 10 + 9


def test_the_three_newest_stay_however_old_they_are():
    backups = [made(NOW - timedelta(minutes=number), 9 - number) for number in range(9)]
    stay = worth_keeping(backups, date(2040, 1, 1))
    assert set(backups[:3]) <= stay
    assert len(stay) == 3


@given(st.lists(st.integers(-400 * 24, 2000 * 24), max_size=60), st.integers(-3000, 3000))
def test_thinning_twice_is_thinning_once_and_the_newest_stay(hours, days):
    backups = [made(NOW - timedelta(hours=hour), len(hours) - index) for index, hour in enumerate(hours)]
    today = NOW.date() + timedelta(days=days)
    stay = worth_keeping(backups, today)
    assert set(backups[:3]) <= stay
    assert worth_keeping([each for each in backups if each in stay], today) <= stay


def test_old_backups_go_when_a_new_one_is_there(folder, file):
    for day in range(40):
        back_up(BackupFolder(folder.path, now=lambda day=day: NOW - timedelta(days=40 - day)), file)
    back_up(folder, file)
    assert 17 <= len(folder.listed()) <= 22
    assert folder.newest().backup.at == NOW


def test_none_goes_while_those_that_would_stay_are_damaged(folder, file):
    for hour in range(6):
        back_up(BackupFolder(folder.path, now=lambda hour=hour: NOW - timedelta(days=5, hours=6 - hour)), file)
    six = folder.listed()
    for backup in six[:2]:
        os.truncate(backup.path, 100)
    later = BackupFolder(folder.path, now=lambda: NOW + timedelta(days=900))
    later.thin()
    assert later.listed() == six
    back_up(later, file)
    back_up(later, file)
    assert len(later.listed()) == 8
    back_up(later, file)
    assert len(later.listed()) < 9
