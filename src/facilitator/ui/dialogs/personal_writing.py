"""What personal packs are asked for with."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

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
