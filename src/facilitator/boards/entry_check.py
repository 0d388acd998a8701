"""EntryCheck: what a new row of a list would show to participants, for the facilitator to look through before."""

from dataclasses import dataclass

from facilitator.domain.refusal import EditRejected
from facilitator.domain.view import View


@dataclass(frozen=True, slots=True)
class EntryCheck:
    """`view` is the board exactly as participants would see it, None where the row is `refused`.

    `told` are private paragraphs (heading, text): who is in it, what is hidden and why, what could be guessed.
    """

    view: View | None
    told: tuple[tuple[str, str], ...]
    refused: EditRejected | None = None
