"""Opens and founds engagements: the one place where the store and the journal meet."""

from pathlib import Path
from types import TracebackType

from facilitator.catalogue import RECORD_TYPES, kind_of
from facilitator.content.own_folder import own_folder
from facilitator.domain.change import Change
from facilitator.domain.codec import Codec
from facilitator.domain.document import Document
from facilitator.domain.engagement import ENGAGEMENT_ID, Board, Engagement
from facilitator.domain.refusal import EditRejected, Refusal, StoreError
from facilitator.journal import Journal
from facilitator.store.backups import Backup, BackupFolder, EngagementBackups, folder_within
from facilitator.store.engagement_file import EngagementFile
from facilitator.store.restoring import restore

_LOST = ("file_missing", "file_empty", "file_damaged", "file_unfinished", "history_damaged", "record_damaged")


class OpenEngagement:
    """An engagement file with its journal, open until `close` (or the end of a `with`)."""

    def __init__(self, file: EngagementFile) -> None:
        self.path = file.path
        self._file = file
        self.journal = Journal(file.load(), file, Codec(RECORD_TYPES))

    def ensure_whole(self) -> None:
        """Raise StoreError if the file was never finished ("file_unfinished") or a board cannot be seen."""
        document = self.journal.document
        if document.find(Engagement, ENGAGEMENT_ID) is None:
            raise StoreError("file_unfinished", path=str(self.path))
        try:
            for board in document.every(Board):
                kind_of(board.kind).view(document, board.id)
        except (LookupError, ValueError, EditRejected) as error:  # an id that is none, a code that is not one
            raise StoreError("record_damaged", path=str(self.path), table=Board.type_name()) from error

    def faults(self) -> list[str]:
        """What a full check finds, in ids: damage that SQLite sees, a broken journal, rows that differ from it."""
        faults = self._file.scrutinize()
        codec, replayed = Codec(RECORD_TYPES), Document()
        try:
            for entry in self._file.entries():
                replayed = replayed.after(Change(entry.label, codec.decode(entry.swaps)))
        except (ValueError, KeyError, Refusal) as error:
            return [*faults, f"journal: {type(error).__name__}"]
        return faults if replayed == self.journal.document else [*faults, "rows differ from the journal"]

    @property
    def is_in_place(self) -> bool:
        """Whether the file still is where it was opened: one that was deleted or replaced takes edits in vain."""
        return self._file.is_in_place

    def backups(self, root: Path | None = None) -> EngagementBackups:
        """Its backups within `root`, by default in the app's own folder."""
        return EngagementBackups(self._file, backups_of(self.path, root))

    def close(self) -> None:
        """Close the file; what was done is saved already."""
        self._file.close()

    def __enter__(self) -> "OpenEngagement":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_engagement(path: Path) -> OpenEngagement:
    """Open a file; raises StoreError with the file as it was."""
    file = EngagementFile.open(path, RECORD_TYPES)
    try:
        engagement = OpenEngagement(file)
        engagement.ensure_whole()
    except BaseException:
        file.close()
        raise
    return engagement


def found_engagement(path: Path, founding: Change) -> OpenEngagement:
    """Make a new file that starts with what `founding` brings; raises StoreError and leaves no file if it fails."""
    file = EngagementFile.create(path, RECORD_TYPES)
    try:
        engagement = OpenEngagement(file)
        engagement.journal.found(founding)
    except BaseException:
        file.close()
        file.path.unlink(missing_ok=True)
        raise
    return engagement


def restore_engagement(path: Path, source: Path) -> Path | None:
    """Take the engagement at `path` back to a backup; see `store.restoring.restore`."""
    return restore(path, source, backups_of(path), RECORD_TYPES)


def backups_of(path: Path, root: Path | None = None) -> BackupFolder:
    """The folder of the backups of an engagement, within `root` or the app's own folder; it may not exist yet."""
    return BackupFolder(folder_within(root or own_folder("backups"), path))


def backup_instead(refusal: Refusal) -> Backup | None:
    """The newest whole backup of an engagement that could not be opened because it is damaged or gone, if any."""
    if refusal.key not in _LOST:
        return None
    return backups_of(Path(str(refusal.values["path"]))).newest().backup
