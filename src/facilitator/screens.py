"""What participants may see of a screen that stands in place of a board: public words, named one by one."""

from facilitator.catalogue import kind_of
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, language_of
from facilitator.domain.screens import ReadBackScreen, Screen, ScreenWanted, SpokenLine
from facilitator.workshop.outcomes import outcomes_screen, to_confirm_screen
from facilitator.workshop.polls import poll_screen

NEWEST = 3
"""How many items are read back at once."""


def screen_of(document: Document, wanted: ScreenWanted) -> Screen:
    """The screen as it is now; raises EditRejected("gone") if what it is about is no more."""
    match wanted.kind:
        case "read_back":
            return _read_back(document, wanted.id)
        case "to_confirm":
            return to_confirm_screen(document, wanted.id, NEWEST)
        case "poll":
            return poll_screen(document, wanted.id)
        case "outcomes":
            return outcomes_screen(document, wanted.id, wanted.page)


def _read_back(document: Document, board_id: str) -> ReadBackScreen:
    kind = kind_of(document.get(Board, board_id).kind)
    view = kind.view(document, board_id)
    names = {group.id: group.name for group in kind.groups(view, Words(view.language))}
    items = {item.id: item for item in kind.items(view)}
    newest = [item_id for item_id in kind.in_time(document, board_id) if item_id in items][-NEWEST:]
    lines = (SpokenLine(item.code, item.name, names.get(item.group, "")) for item in map(items.__getitem__, newest))
    return ReadBackScreen(language_of(document), tuple(lines))
