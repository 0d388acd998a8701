"""What personal packs are asked for with, and the thread that writes them."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QThread, Signal

from facilitator.domain.language import Language
from facilitator.handouts.batch import Reached, Recipient, Summary


@dataclass(frozen=True, slots=True)
class OfferedPeople:
    """Some people to choose from, under a title; the packs tell of the session `session_id`, "" of all of theirs."""

    title: str
    people: tuple[Recipient, ...]
    session_id: str = ""


@dataclass(frozen=True, slots=True)
class PersonalOrder:
    """For whom packs are wanted, how, and where; `parts` and `pages` as in `handing_out.make_handout`."""

    folder: Path
    paper: Literal["letter", "a4"]
    language: Language
    people: tuple[Recipient, ...]
    session_id: str = ""
    parts: tuple[str, ...] | None = None
    pages: str = ""
    anonymous: bool = False


WriteAll = Callable[
    [PersonalOrder, Callable[[Reached], None], Callable[[], bool], Callable[[Exception], None]],
    Summary,
]
"""Writes the packs: told of progress, asked whether it was cancelled, and telling of errors that are no refusals.

Called on another thread, with the document as it was when the dialog opened.
"""


class PackWriter(QThread):
    """Writes the packs of an order on a thread of its own; `ended` tells what became of each."""

    reached = Signal(object)
    unforeseen = Signal(object)
    ended = Signal(object)

    def __init__(self, write: WriteAll, order: PersonalOrder) -> None:
        super().__init__()
        self._write, self._order = write, order
        self.cancelled = threading.Event()

    def run(self) -> None:
        """Write, and say what became of it."""
        ended = self.cancelled.is_set
        self.ended.emit(self._write(self._order, self.reached.emit, ended, self.unforeseen.emit))
