"""What a gesture on a checklist means: the arrow keys step through the statuses, and items cannot be dragged."""

from collections.abc import Sequence

from facilitator.boards.checklist.edits import step_status
from facilitator.boards.kind import Direction
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.refusal import EditRejected


def nudge(document: Document, entry_ids: Sequence[str], direction: Direction) -> Change:
    """Right: one status on; left: one back. Raises EditRejected("nothing_to_do") for up and down, and at the ends."""
    if direction in ("up", "down"):
        raise EditRejected("nothing_to_do")
    return step_status(document, entry_ids, 1 if direction == "right" else -1)


def drop(document: Document, board_id: str, entry_ids: Sequence[str], x: float, y: float) -> Change:
    """Always raises EditRejected("nothing_to_do"): every item has its place."""
    raise EditRejected("nothing_to_do")
