"""What an assessment that everybody may see shows of the items of the checklist: an audit (v7, c7), adoption (c8)."""

from collections.abc import Iterator

from facilitator.boards.assessment.view import view_of
from facilitator.boards.evidence import Evidence
from facilitator.content.words import Words
from facilitator.domain.document import Document

_ITEMS = {"digital_audit": "v7", "adoption": "c8"}
"""By the id of the instrument."""


def evidence_of(document: Document, board_id: str, words: Words) -> tuple[Evidence, ...]:
    """How many areas have a level, all of them being done; and the quick results that were chosen.

    Raises EditRejected("gone") if the board is no more.
    """
    return tuple(_evidence(document, board_id, words))


def _evidence(document: Document, board_id: str, words: Words) -> Iterator[Evidence]:
    view = view_of(document, board_id)
    rated, item = sum(each.level is not None for each in view.areas), _ITEMS.get(view.instrument, "")
    if not (rated and item):
        return
    told = words(f"checklist.says_{view.instrument}", rated=rated, all=len(view.areas))
    if view.assessed_on:
        told = words("checklist.says_on", said=told, day=words.date(view.assessed_on))
    yield Evidence(item, rated == len(view.areas), told)
    quick = len(view.marked("quick"))
    if quick:
        yield Evidence("c7", False, words("checklist.says_quick", count=quick))
