"""What belongs to somebody's 1:1 and the stage: asked before it is shown to others, put away when others come."""

from facilitator.boards.whose import is_for_others
from facilitator.domain.engagement import Board, Session
from facilitator.ui.desk import Desk


def shows_to_others(desk: Desk, board_id: str, session_id: str) -> bool:
    """Whether showing this board in a session would show somebody's 1:1 to others."""
    there = desk.document.find(Board, board_id)
    return there is not None and is_for_others(desk.kind(board_id), desk.document, board_id, session_id)


def shown_to_others(desk: Desk, session_id: str) -> tuple[str, ...]:
    """The ids of the boards on the stage, held there or behind a blank, that are of another 1:1 than this session."""
    return tuple(board_id for board_id in desk.feed.boards if shows_to_others(desk, board_id, session_id))


def clear_of_others(desk: Desk, session_id: str) -> None:
    """Take off the stage whatever is of another 1:1 than this session: boards, read-backs and what came out of it."""
    feed = desk.feed
    for board_id in shown_to_others(desk, session_id):
        feed.put_away(desk.document, board_id)
    screen = feed.screen
    about = screen.id if screen else ""
    if (
        screen
        and about != session_id
        and (desk.document.find(Session, about) or shows_to_others(desk, about, session_id))
    ):
        feed.end_screen(desk.document)
