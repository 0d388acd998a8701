"""What personal packs are asked for with."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from facilitator.handouts.batch import Reached, Recipient, Summary
from facilitator.packs.sorts import HandoutOrder


@dataclass(frozen=True, slots=True)
class OfferedPeople:
    """Some people to choose from, under a title.

    The packs tell of the session `session_id`, of the sessions of the cohort `cohort_id`, or where both are "", of all
    of theirs.
    """

    title: str
    people: tuple[Recipient, ...]
    session_id: str = ""
    cohort_id: str = ""


WriteAll = Callable[
    [
        HandoutOrder,
        Sequence[Recipient],
        Path,
        Callable[[Reached], None],
        Callable[[], bool],
        Callable[[Exception], None],
    ],
    Summary,
]
"""Writes a pack for each of these people into a folder, as ordered.

It is told of progress, asked whether it was cancelled, and tells of errors that are no refusals.

Called on another thread, with the document as it was when the dialog opened.
"""
