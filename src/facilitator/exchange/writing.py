"""Writes a file whole or not at all."""

import os
import re
import tempfile
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from facilitator.domain.engagement import SUFFIX
from facilitator.domain.refusal import StoreError


def free_path(folder: Path, title: str, suffix: str, *others: str) -> Path:
    """A file name in `folder` that tells the title in plain letters and is not taken: "title.pdf", "title-2.pdf".

    Nor is it with any of the `others` in place of the suffix.
    """
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    stem = re.sub("[^a-z0-9]+", "-", plain).strip("-")[:60] or "facilitator"
    name, number = stem, 2
    while any((folder / f"{name}{each}").exists() for each in (suffix, *others)):
        name = f"{stem}-{number}"
        number += 1
    return folder / f"{name}{suffix}"


def refuse_existing(path: Path, *, replace: bool) -> None:
    """Raise StoreError("output_exists") if there is a file that may not be replaced: before long work begins.

    An engagement, its log and its lock are never replaced: StoreError("output_engagement").
    """
    if path.resolve().name.endswith((SUFFIX, f"{SUFFIX}-wal", f"{SUFFIX}.lock")):
        raise StoreError("output_engagement", path=str(path))
    if path.exists() and not replace:
        raise StoreError("output_exists", path=str(path))


def write_whole(path: Path, content: bytes, *, replace: bool) -> None:
    """Put `content` at `path`; readers see the old file or the new one, never a part.

    Raises StoreError: "output_exists" (unless `replace`), "output_unwritable". No stub stays behind.
    """
    refuse_existing(path, replace=replace)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, part = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    except OSError as error:
        raise StoreError("output_unwritable", path=str(path), why=error.strerror) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)
    except BaseException as error:
        with suppress(OSError):  # the first error is the one to tell
            os.unlink(part)
        if isinstance(error, OSError):
            raise StoreError("output_unwritable", path=str(path), why=error.strerror) from error
        raise


def write_all(files: Mapping[Path, bytes]) -> None:
    """Put each content at its path, none of which may be taken; or none: raises as `write_whole` does."""
    for path in files:
        refuse_existing(path, replace=False)
    written: list[Path] = []
    try:
        for path, content in files.items():
            write_whole(path, content, replace=False)
            written.append(path)
    except BaseException:
        for path in written:
            with suppress(OSError):  # the first error is the one to tell
                path.unlink()
        raise
