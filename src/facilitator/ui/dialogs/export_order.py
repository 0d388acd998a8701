"""What the export dialog offers, what is wanted of it, and what writes that."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A format on offer: `id` as in the words, the ending of the file's name, whether there is a private copy in it.

    `whole`: the file is of the whole engagement, not of the one board; of one `cohort` of it where that is named.
    """

    id: str
    suffix: str
    private: bool
    whole: bool = False
    cohort: str = ""


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """What is wanted: `private` is the facilitator's copy; an older file is written over only if `replace`.

    An `anonymous` file names nobody; it is never a private one.
    """

    path: Path
    format: str
    private: bool
    replace: bool
    anonymous: bool = False


Write = Callable[[ExportOrder], Sequence[Path]]
"""Writes the board and returns the files; raises Refusal: "output_exists" (path) unless an older one is replaced.

Called on another thread, with the document as it was when the dialog opened.
"""

Copy = Callable[[ExportFormat, bool], tuple[str, str]]
"""What goes into a mail, as HTML and as plain text; whether without names. Public words only, on another thread."""

Propose = Callable[[ExportFormat, bool, bool], Path]
"""The file to propose for a format, whether it is private, whether without names: its name then says so."""

CountLeft = Callable[[], int]
"""How many places may still tell who it is in a file without names. Called on another thread."""
