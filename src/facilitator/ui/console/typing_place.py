"""TypingPlace: a line that opens over what it edits, in which something may still be typed when one wants to leave."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from facilitator.graphics.name_editor import NameEditor


def _nothing() -> None:
    """Where nothing that is typed can be saved, or closed, from outside."""


@dataclass(frozen=True, slots=True)
class TypingPlace:
    """What the board's work needs to know of such a line.

    `commit` asks to save what is typed and returns whether the line is closed, `about` is what that edit is about (see
    `Desk.ask`; None while nothing is typed), `finish` closes the line. `told` is the key of the words for what is
    typed there.
    """

    told: str
    commit: Callable[[], bool]
    about: Callable[[], object] = _nothing
    finish: Callable[[], object] = _nothing


class RenamesInPlace(Protocol):
    """Whatever opens a line over an item to rename it."""

    @property
    def editor(self) -> NameEditor | None: ...

    def commit_rename(self) -> bool: ...

    def finish_rename(self) -> None: ...


def naming(told: str, where: RenamesInPlace) -> TypingPlace:
    """The line in which an item is renamed there."""

    def about() -> object:
        return rename_of(where.editor.item_id) if where.editor else None

    return TypingPlace(told, where.commit_rename, about, where.finish_rename)


def rename_of(item_id: str) -> object:
    """What the edit is about that gives this item another name; see `Desk.ask`."""
    return "rename", item_id
