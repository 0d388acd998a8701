"""What a kind of board says of a person's own library, which outlives the engagement."""

from collections.abc import Sequence
from typing import Protocol

from facilitator.domain.document import Document


class OwnLibrary(Protocol):
    """Things kept from boards of one kind, which `offers` offers on every such board; sentences are in one language."""

    def keep(self, document: Document, item_ids: Sequence[str]) -> str:
        """Put the public words of items into the library.

        They are on disk when this returns a sentence that names them. Raises EditRejected for items that can't be
        kept, StoreError where they can't be written; then none is kept.
        """

    def caution(self) -> str:
        """What to know before anything is kept for the first time; "" where it was told."""

    def forget(self, offer_id: str) -> str:
        """Take an offer that is this person's own out of the library, for good; returns a sentence that names it.

        Raises EditRejected("gone") if there is none.
        """

    def unread(self) -> str:
        """A sentence about what should be among the offers and can't be read; "" for nothing."""
