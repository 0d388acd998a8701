"""GivenItems: what kinds have in common whose items are given, by a checklist, say, or by an instrument."""

from abc import ABC
from collections.abc import Sequence

from facilitator.boards.kind import Kind
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.refusal import EditRejected
from facilitator.domain.view import PLAIN, Showing
from facilitator.workshop.capture import LinkLine


class GivenItems(Kind, ABC):
    """Its items are not linked, renamed or dragged; `fixed` is the key of the refusal that says so of their words."""

    fixed: str
    links_items = False

    def link(self, document: Document, board_id: str, line: LinkLine) -> Change:
        """Always raises EditRejected("no_links_here")."""
        raise EditRejected("no_links_here")

    def rename(self, document: Document, item_id: str, name: str) -> Change:
        """Raises EditRejected(`fixed`)."""
        raise EditRejected(self.fixed)

    def drop(
        self,
        document: Document,
        board_id: str,
        item_ids: Sequence[str],
        x: float,
        y: float,
        showing: Showing = PLAIN,
    ) -> Change:
        """Raises EditRejected("nothing_to_do"): what stands where says nothing."""
        raise EditRejected("nothing_to_do")
