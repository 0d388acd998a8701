"""Undoing: steps taken back and done again, whichever board they were on."""

from collections.abc import Callable

from facilitator.journal import Saved
from facilitator.ui.desk import Desk


class Undoing:
    """`say` hears which step it was, and on which board: it may be one that is not on the canvas."""

    def __init__(self, desk: Desk, say: Callable[[str], object]) -> None:
        self._desk, self._say = desk, say

    def undo(self) -> None:
        """Take the last step back."""
        self._tell("edits.undone", self._desk.undo())

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        self._tell("edits.redone", self._desk.redo())

    def _tell(self, key: str, saved: Saved | None) -> None:
        if saved is None:
            return
        ids = {getattr(swap.record, "board_id", swap.record.id) for swap in saved.change.swaps}
        titles = [board.title for board in self._desk.boards() if board.id in ids]
        words, step = self._desk.words, self._desk.step(saved.change.label)
        self._say(words(key, step=step, board=words.list(titles)) if titles else words(f"{key}_step", step=step))
