"""Writes files whole or not at all, and says in a sentence why one could not be written.

What is written goes first into a file of its own beside the place, which then takes the name: whoever looks, or a kill
or a full disk in the middle, finds the old file or the new one. What a kill leaves behind is called
".facilitator-….part", and is cleared away when something is written to the same folder later.
"""

import errno
import os
import re
import tempfile
import time
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from facilitator.domain.engagement import SUFFIX
from facilitator.domain.refusal import StoreError

STEM_LIMIT = 60
"""The most characters of a title in the name of a file."""

_PREFIX, _PART = ".facilitator-", ".part"
_ABANDONED = 3600
"""Seconds after which a part belongs to nobody: writing one takes a few."""

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_NAME = (errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ)
_NO_RIGHTS = (errno.EACCES, errno.EPERM, errno.EROFS)
_NO_FOLDER = (errno.ENOENT, errno.ENOTDIR, errno.EEXIST, errno.ELOOP)
_HELD = (errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY)


def free_path(folder: Path, title: str, suffix: str, *others: str) -> Path:
    """A file name in `folder` that tells the title in plain letters and is not taken: "title.pdf", "title-2.pdf".

    Nor is it with any of the `others` in place of the suffix. Raises what `write_whole` does where nobody can look.
    """
    stem = plain_stem(title) or "facilitator"
    name, number = stem, 2
    with _told(folder / f"{name}{suffix}"):
        while any((folder / f"{name}{each}").exists() for each in (suffix, *others)):
            name = f"{stem}-{number}"
            number += 1
    return folder / f"{name}{suffix}"


def plain_stem(text: str) -> str:
    """A text as the beginning of a file name: small plain letters, at most STEM_LIMIT; "" where it has none."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")[:STEM_LIMIT]


def refuse_existing(path: Path, *, replace: bool) -> None:
    """Raise StoreError("output_exists") if there is a file that may not be replaced: before long work begins.

    An engagement, its log and its lock are never replaced: StoreError("output_engagement"). For a place at which
    nobody can look, it raises what `write_whole` does.
    """
    with _told(path):
        if path.resolve().name.endswith((SUFFIX, f"{SUFFIX}-wal", f"{SUFFIX}.lock")):
            raise StoreError("output_engagement", path=str(path))
        if path.exists() and not replace:
            raise StoreError("output_exists", path=str(path))


def write_whole(path: Path, content: bytes, *, replace: bool) -> None:
    """Put `content` at `path`, making its folder if need be; readers see the old file or the new one, never a part.

    Raises StoreError, with nothing changed: "output_exists" (unless `replace`), "output_engagement", "output_full" (no
    room), "output_no_rights" and "output_no_folder" (folder), "output_name" (name: too long, or with letters that the
    drive does not take), "output_held" (other: a free name beside it; the file there is open elsewhere or protected),
    else "output_unwritable" (why). All have the `path`.
    """
    write_all({path: content}, replace=replace)


def write_all(files: Mapping[Path, bytes], *, replace: bool = False) -> None:
    """Put each content at its path, or none; raises as `write_whole` does.

    None takes its place before all are on the disk. Where older files are replaced and one of them is held, those
    before it are the new ones.
    """
    for path in files:
        refuse_existing(path, replace=replace)
    parts: dict[Path, str] = {}
    placed: list[Path] = []
    folders: list[Path] = []
    try:
        for path, content in files.items():
            with _told(path):
                folders += _make_folder(path.parent)
                _clear_abandoned(path.parent)
                handle, parts[path] = tempfile.mkstemp(dir=path.parent, prefix=_PREFIX, suffix=_PART)
                _fill(handle, content)
        for path, part in parts.items():
            with _told(path, placing=True):
                _place(part, path, replace=replace)
                placed.append(path)
    except BaseException:
        _take_back([*map(Path, parts.values()), *(() if replace else placed)], folders)
        raise


def _make_folder(folder: Path) -> list[Path]:
    """Make the folder and what it stands in; returns what was not there, from the outermost."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]


def _fill(handle: int, content: bytes) -> None:
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _place(part: str, path: Path, *, replace: bool) -> None:
    """Give what is written its name; what came to have that name meanwhile stays unless it may be replaced."""
    if not replace:
        try:
            os.link(part, path)
        except FileExistsError as error:
            raise StoreError("output_exists", path=str(path)) from error
        except OSError:  # drives without links are many: then whoever came a moment ago is looked for, and not met
            refuse_existing(path, replace=False)
        else:
            os.unlink(part)
            return
    os.replace(part, path)


def _take_back(files: list[Path], folders: list[Path]) -> None:
    for file in files:
        with suppress(OSError):  # the first error is the one to tell
            file.unlink()
    for folder in reversed(folders):
        with suppress(OSError):
            folder.rmdir()


def _clear_abandoned(folder: Path) -> None:
    """Remove what a kill left behind here."""
    with suppress(OSError), os.scandir(folder) as entries:  # it is in nobody's way
        for entry in entries:
            if entry.name.startswith(_PREFIX) and entry.name.endswith(_PART):
                with suppress(OSError):
                    if time.time() - entry.stat(follow_symlinks=False).st_mtime > _ABANDONED:
                        os.unlink(entry)


@contextmanager
def _told(path: Path, *, placing: bool = False) -> Iterator[None]:
    """Tell in a sentence what the system says in numbers."""
    try:
        yield
    except ValueError as error:  # a zero byte, or half a character, which no name can hold
        raise StoreError("output_name", path=str(path), name=path.name) from error
    except OSError as error:
        key, values = _cause(error, path, placing)
        raise StoreError(key, path=str(path), **values) from error


def _cause(error: OSError, path: Path, placing: bool) -> tuple[str, dict[str, object]]:
    if error.errno in _FULL:
        return "output_full", {}
    if error.errno in _NAME:
        return "output_name", {"name": path.name}
    if placing and error.errno in _HELD and path.is_file():
        return "output_held", {"other": str(_other_name(path))}
    if error.errno in _NO_RIGHTS:
        return "output_no_rights", {"folder": str(path.parent)}
    if error.errno in _NO_FOLDER:
        return "output_no_folder", {"folder": str(path.parent)}
    return "output_unwritable", {"why": error}


def _other_name(path: Path) -> Path:
    """The first free name beside a file's: "title-2.pdf"."""
    number, stem = 2, path.stem[:60]  # shorter than any drive's limit, with the number
    while (other := path.with_stem(f"{stem}-{number}")).exists():
        number += 1
    return other
