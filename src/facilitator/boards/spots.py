"""What a segment can name that stands in the spotlight of its board, so that it says the same of another such board.

What every board of a kind has by itself, such as the statements of an instrument, has the board's id before its own:
a segment names it without.
"""

from facilitator.boards.kind import Kind
from facilitator.content.words import Words
from facilitator.domain.document import Document


def spots_of(kind: Kind, document: Document, board_id: str, words: Words) -> tuple[tuple[str, str], ...]:
    """What a segment calls each thing that can stand in the spotlight on a board with nothing private, and its name."""
    spots = kind.spots(kind.view(document, board_id), words)
    return tuple((each.id.removeprefix(f"{board_id}."), each.name) for each in spots)


def spot_on(kind: Kind, document: Document, board_id: str, called: str) -> str:
    """The id of what a segment calls so on a board; "" where that has no such thing."""
    ids = [each.id for each in kind.spots(kind.view(document, board_id), Words("en"))] if called else []
    return next((each for each in (called, f"{board_id}.{called}") if each in ids), "")
