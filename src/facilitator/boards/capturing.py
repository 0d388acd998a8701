"""From a line of text to a Change, for the capture bar, pasted lists and the command line alike."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from facilitator.boards.kind import Kind
from facilitator.domain.change import Change, composed
from facilitator.domain.document import Document
from facilitator.domain.refusal import EditRejected
from facilitator.workshop.capture import AddLine, parse


def captured(kind: Kind, document: Document, board_id: str, text: str, group: str, ring: int | None = None) -> Change:
    """What one capture line does; `group` and `ring` are where it adds unless the line says otherwise.

    Raises EditRejected.
    """
    line = parse(text)
    if isinstance(line, AddLine):
        line = replace(line, ring=ring) if line.ring is None else line
        return kind.add(document, board_id, line, group)
    return kind.link(document, board_id, line)


@dataclass(frozen=True, slots=True)
class Reading:
    """How one line of a pasted list was understood: what it does, or why it cannot."""

    text: str
    change: Change | None
    refusal: EditRejected | None


def read_list(
    kind: Kind, document: Document, board_id: str, texts: Sequence[str], group: str, ring: int | None = None
) -> tuple[Reading, ...]:
    """Each line on the document that the lines before it lead to, so that a list may link what it adds."""
    readings = []
    for text in texts:
        try:
            change = captured(kind, document, board_id, text, group, ring)
            document = document.after(change)
        except EditRejected as refusal:
            readings.append(Reading(text, None, refusal))
        else:
            readings.append(Reading(text, change, None))
    return tuple(readings)


def together(readings: Sequence[Reading]) -> Change:
    """All lines that could be read as one step; raises EditRejected("nothing_to_do") if there is none."""
    changes = [reading.change for reading in readings if reading.change]
    if not changes:
        raise EditRejected("nothing_to_do")
    return composed("capture_list", changes)
