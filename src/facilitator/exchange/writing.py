"""Writes a file whole or not at all."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from facilitator.domain.refusal import StoreError


def refuse_existing(path: Path, *, replace: bool) -> None:
    """Raise StoreError("output_exists") if there is a file that may not be replaced: before long work begins."""
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
    except OSError as error:
        with suppress(OSError):  # the first error is the one to tell
            os.unlink(part)
        raise StoreError("output_unwritable", path=str(path), why=error.strerror) from error
