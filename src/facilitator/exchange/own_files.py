"""A folder among what is a person's own, in which each file holds one thing that was kept."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from facilitator.content.own_folder import own_folder
from facilitator.domain.refusal import ImportRefused, Refusal, StoreError
from facilitator.exchange.reading import cannot_be_kept
from facilitator.exchange.writing import free_path, write_whole

MOST_FILES = 500
"""How many files of a folder are looked at, and so how many things can be kept there."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Held(Generic[T]):
    """What a folder holds, in the order of file names, and what of it can't be read, each with why.

    The folder itself stands among these where nobody may look into it, or where it holds too much.
    """

    found: tuple[T, ...]
    unread: tuple[tuple[Path, Refusal], ...]


Write = Callable[[Path, bytes], None]


@dataclass(frozen=True, slots=True)
class OwnFiles:
    """The files in the folder of this `name` that end in `suffix`; the folder may not exist yet."""

    name: str
    suffix: str

    @property
    def folder(self) -> Path:
        """Where they are."""
        return own_folder(self.name)

    def file(self, its_id: str) -> Path:
        """The file of this id, which is its name without the ending; it may not exist."""
        return self.folder / f"{its_id}{self.suffix}"

    def id_of(self, path: Path) -> str:
        """The id of a file."""
        return path.name.removesuffix(self.suffix)

    def read(self, read: Callable[[Path], T]) -> Held[T]:
        """What `read` makes of each file; one for which it raises a Refusal keeps none of the others away."""
        found, unread = list[T](), list[tuple[Path, Refusal]]()
        try:
            files = self._files()
        except OSError as error:
            return Held((), ((self.folder, unreadable(self.folder, error)),))
        for path in files[:MOST_FILES]:
            try:
                found.append(read(path))
            except Refusal as refusal:
                unread.append((path, refusal))
        if len(files) > MOST_FILES:
            unread.append((self.folder, self._full()))
        return Held(tuple(found), tuple(unread))

    def free(self, title: str) -> Path:
        """A path for something new, which tells the title.

        Raises StoreError: "own_folder_full" (path, most), and as `free_path`.
        """
        try:
            count = len(self._files())
        except OSError:
            count = 0  # where nobody can look, nothing can be written, which tells why
        if count >= MOST_FILES:
            raise self._full()
        return free_path(self.folder, title, self.suffix)

    @contextmanager
    def all_or_none(self) -> Iterator[Write]:
        """A function that writes a file, in place of one that is there; when the block raises, all is as it was.

        The function raises StoreError as `write_whole` does, and for an older file that can't be read.
        """
        older = dict[Path, bytes | None]()

        def write(path: Path, content: bytes) -> None:
            try:
                before = path.read_bytes() if path.exists() else None
            except OSError as error:
                raise StoreError("template_unreadable", **unreadable(path, error).values) from error
            write_whole(path, content, replace=before is not None)
            older.setdefault(path, before)

        try:
            yield write
        except BaseException:
            for path, before in older.items():
                with suppress(OSError, StoreError):  # the first error is the one to tell
                    if before is None:
                        path.unlink()
                    else:
                        write_whole(path, before, replace=True)
            raise

    def _full(self) -> StoreError:
        return StoreError("own_folder_full", path=str(self.folder), most=MOST_FILES)

    def _files(self) -> list[Path]:
        """None where there is no folder yet. Raises OSError where nobody may look into it."""
        try:
            inside = sorted(self.folder.iterdir())
        except FileNotFoundError:
            return []
        named = (path for path in inside if path.name.endswith(self.suffix) and not cannot_be_kept(path.name))
        return [path for path in named if path.is_file()]  # no folder, nor a pipe, which would never end


def unreadable(path: Path, error: OSError) -> ImportRefused:
    """Why the system can't read a file or folder."""
    return ImportRefused("template_unreadable", path=str(path), why=error)
