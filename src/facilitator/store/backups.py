"""Backups of an engagement: whole files in a folder of their own, as many as are of use and no more."""

import hashlib
import os
import re
import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import blake2b
from itertools import islice
from pathlib import Path

from facilitator.domain.refusal import StoreError
from facilitator.store.copying import PART, Contents, head_of, kept, look_through, removed_if_failed
from facilitator.store.engagement_file import EngagementFile

RESERVE = 50_000_000
"""Bytes of the disk that no backup takes: edits need them."""

_NAME = re.compile(r"(\d{4,})-(\d{8}T\d{6}Z)-([0-9a-f]{16})\.facilitator")
_TIME = "%Y%m%dT%H%M%SZ"
_NEWEST, _DAYS, _WEEKS, _MONTHS = 3, 12, 10, 9


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup. `number` counts them up, whatever the clock does; `at` is when it was made (UTC).

    `digest` is that of its bytes when it was looked through: it is part of the name, so that one changed bit shows.
    """

    path: Path
    number: int
    at: datetime
    digest: str

    def is_whole(self) -> bool:
        """Whether it is as it was made."""
        try:
            return _digest(self.path) == self.digest
        except OSError:  # it can't be read, so it is of no use
            return False


@dataclass(frozen=True, slots=True)
class Newest:
    """The newest backup that is whole, None without one, and those made after it that are damaged."""

    backup: Backup | None
    damaged: tuple[Backup, ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that counts only once it has been looked through, with what must be in it."""

    part: Path
    contents: Contents


class BackupFolder:
    """The backups of one engagement. `today` decides which may go, `free` tells how many bytes a disk has left."""

    def __init__(
        self,
        folder: Path,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        free: Callable[[Path], int] = lambda folder: shutil.disk_usage(folder).free,
    ) -> None:
        self.path = folder
        self._now, self._free = now, free

    def begin(self) -> None:
        """Make the folder, closed to others, and remove what a killed process left; raises StoreError."""
        try:
            for folder in (self.path.parent, self.path):
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            for left in self.path.glob(f"*{PART}*"):
                left.unlink()
        except OSError as error:
            raise StoreError("backup_failed", path=str(self.path)) from error

    def listed(self) -> list[Backup]:
        """All backups, the newest first, whether they are whole or not; none where there is no folder."""
        try:
            found = [_backup(path) for path in self.path.iterdir()]
        except OSError:
            return []
        return sorted(filter(None, found), key=lambda backup: backup.number, reverse=True)

    def newest(self) -> Newest:
        """The newest backup that is whole, with those that are not; reads no more than it must."""
        damaged: list[Backup] = []
        for backup in self.listed():
            if backup.is_whole():
                return Newest(backup, tuple(damaged))
            damaged.append(backup)
        return Newest(None, tuple(damaged))

    def copy(self, file: EngagementFile) -> Copy:
        """Copy an open engagement; quick, so it can be done between two edits. Raises StoreError."""
        self.begin()
        part = self.path / f"backup{PART}"
        with removed_if_failed(part):
            if self._free(self.path) < RESERVE + file.path.stat().st_size:
                raise StoreError("backup_disk_full", path=str(self.path))
        return Copy(part, file.copied_to(part))

    def publish(self, copy: Copy) -> Backup:
        """Look the copy through, keep it as a backup and let old ones go. It may be called on any thread.

        Raises StoreError, with nothing kept of the copy and the older backups as they were.
        """
        with removed_if_failed(copy.part):
            if look_through(copy.part) != copy.contents:
                raise StoreError("backup_failed", path=str(self.path))
            at, digest = self._now().astimezone(UTC), _digest(copy.part)
            number = max((backup.number for backup in self.listed()), default=0) + 1
            path = self.path / f"{number:04}-{at.strftime(_TIME)}-{digest}.facilitator"
            kept(copy.part, path)
        self.thin()
        return Backup(path, number, at.replace(microsecond=0), digest)

    def thin(self) -> None:
        """Let go of what `worth_keeping` does not name, as long as three whole ones stay."""
        backups = self.listed()
        stay = worth_keeping(backups, self._now().astimezone().date())
        gone = [backup for backup in backups if backup not in stay]
        whole = (backup for backup in backups if backup in stay and backup.is_whole())
        if not gone or len(list(islice(whole, _NEWEST))) < _NEWEST:
            return
        for backup in gone:
            with suppress(OSError):  # it is in use or may not be deleted: one more stays
                backup.path.unlink()


class EngagementBackups:
    """The backups of an engagement that is open."""

    def __init__(self, file: EngagementFile, folder: BackupFolder) -> None:
        self.folder = folder
        self._file = file
        self._covered = ""

    def begin(self) -> None:
        """Clear what a killed process left, and find out whether the newest backup is of what is there now.

        Raises StoreError.
        """
        self.folder.begin()
        newest = self.folder.newest()
        if newest.backup and not newest.damaged:
            with suppress(StoreError):  # a backup that can't be read covers nothing
                self._covered = head_of(newest.backup.path)

    @property
    def due(self) -> bool:
        """Whether something was saved since the newest backup."""
        entry = self._file.last_entry()
        return entry is not None and entry.hash != self._covered

    def copy(self) -> Copy:
        """Copy what is there now; the first and quick half of a backup. Raises StoreError."""
        return self.folder.copy(self._file)

    def publish(self, copy: Copy) -> Backup:
        """The second half, which may take its time on another thread. Raises StoreError."""
        backup = self.folder.publish(copy)
        self._covered = copy.contents.head
        return backup


def folder_within(root: Path, path: Path) -> Path:
    """The folder in `root` for the backups of the engagement at `path`: named after it, and no other one's."""
    path = path.resolve()
    return root / f"{path.stem}-{blake2b(os.fsencode(path), digest_size=4).hexdigest()}"


def worth_keeping(backups: Sequence[Backup], today: date) -> set[Backup]:
    """All of today and yesterday; before that one of each of 12 days, then of 10 weeks, then of 9 months.

    `backups` are the newest first, and the three newest stay whatever day it is. Days are those of this computer.
    """
    stay = set(backups[:_NEWEST])
    recent = [each for each in backups if _day(each) >= today - timedelta(days=1)]
    older = [each for each in backups if each not in recent]
    stay.update(recent)
    for most, span in ((_DAYS, _day), (_WEEKS, _week), (_MONTHS, _month)):
        last: dict[object, Backup] = {}
        for backup in older:
            last.setdefault(span(backup), backup)
        chosen = list(last.values())[:most]
        stay.update(chosen)
        spans = {span(backup) for backup in chosen}
        older = [each for each in older if span(each) not in spans]
    return stay


def _day(backup: Backup) -> date:
    return backup.at.astimezone().date()


def _week(backup: Backup) -> tuple[int, int]:
    return _day(backup).isocalendar()[:2]


def _month(backup: Backup) -> tuple[int, int]:
    day = _day(backup)
    return day.year, day.month


def _backup(path: Path) -> Backup | None:
    name = _NAME.fullmatch(path.name)
    if name is None:
        return None
    try:
        at = datetime.strptime(name[2], _TIME).replace(tzinfo=UTC)
    except ValueError:  # no such day: not a name that we gave
        return None
    return Backup(path, int(name[1]), at, name[3])


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: blake2b(digest_size=8)).hexdigest()
