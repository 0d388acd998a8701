"""Inspecting: what is picked on the board that is open, in the inspector."""

from collections.abc import Callable

from facilitator.boards.cover import cover_fields, session_on_cover
from facilitator.boards.kind import Kind
from facilitator.domain.refusal import EditRejected
from facilitator.ui.console.entry_work import EntryWork
from facilitator.ui.console.inspector import Inspected, Inspector
from facilitator.ui.console.shown_board import ShownBoard
from facilitator.ui.desk import Desk

_PAIR = 2


class Inspecting:
    """Shows the fields of what is picked; of the board itself while nothing is.

    `named` finds the words for what is drawn but is none of the board's items: a link, say. `session` tells which
    session is looked at, "" for none.
    """

    def __init__(self, desk: Desk, inspector: Inspector, named: Callable[[str], str]) -> None:
        self._desk, self._inspector, self._named = desk, inspector, named
        self.session: Callable[[], str] = lambda: ""
        self.entries = EntryWork(desk, inspector.entries)

    def show(self, shown: ShownBoard, ids: tuple[str, ...]) -> None:
        """Show the fields of one, or what can be done with several."""
        if len(ids) > 1:
            items = sum(item.id in ids for item in shown.items)
            merges = len(ids) == items == _PAIR and type(shown.kind).merge is not Kind.merge
            self._inspector.show_many(ids, shown.groups, merges=merges)
            self.entries.show(shown, "")
            return
        item_id = ids[0] if ids else shown.board_id
        try:
            fields = shown.kind.fields(self._desk.document, item_id, self._desk.words)
        except EditRejected:  # a link or place of which there is nothing to tell
            fields = ()
        if item_id == shown.board_id:
            session_id = session_on_cover(self._desk.document, item_id, self.session())
            fields = (*fields, *cover_fields(self._desk.document, self._desk.words, session_id))
        heading = shown.heading_of(item_id) or self._named(item_id)
        self.entries.show(shown, item_id)
        self._inspector.show_one(Inspected(item_id, heading, fields))
