"""What the cover of a handout says of the engagement: how the console shows it with every board, and edits it."""

from facilitator.boards.described import Field
from facilitator.boards.typed import optional_day, optional_line
from facilitator.content.words import Words
from facilitator.domain import words_of_people
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.engagement import ENGAGEMENT_ID, Engagement, Session
from facilitator.workshop.cohort_boards import sessions_of_board

COVER_KEYS = ("engagement_title", "organization", "held_on")


def cover_fields(document: Document, words: Words, session_id: str = "") -> tuple[Field, ...]:
    """Title and organization of the engagement, and the day of a session, "" for the first one, where there is any."""
    engagement, session = document.get(Engagement, ENGAGEMENT_ID), _session(document, session_id)
    fields = (
        Field("engagement_title", words("board.field_engagement_title"), engagement.title, "line"),
        Field("organization", words("board.field_organization"), engagement.organization, "line"),
    )
    if session is None:
        return fields
    day = session.held_on.isoformat() if session.held_on else ""
    return (*fields, Field("held_on", words("board.field_held_on"), day, "date", near=True))


def set_cover(document: Document, key: str, value: str, session_id: str = "") -> Change:
    """Edit one of `cover_fields`; raises EditRejected for what a name may not be or a date that can't be read."""
    engagement, session = document.get(Engagement, ENGAGEMENT_ID), _session(document, session_id)
    if key == "held_on" and session:
        return changed("edit_cover", [(session, session.having(held_on=optional_day(value)))])
    if key == "organization":
        return changed("edit_cover", [(engagement, engagement.having(organization=optional_line(value)))])
    return changed("edit_cover", [(engagement, engagement.having(title=words_of_people.name(value)))])


def session_on_cover(document: Document, board_id: str, shown: str) -> str:
    """The id of the session whose day stands with a board: the one that is `shown` where it works on the board or none
    does, else the first that works on it; "" for none."""
    works = sessions_of_board(document, board_id)
    return shown if shown in works or not works else works[0]


def _session(document: Document, session_id: str) -> Session | None:
    first = min(document.every(Session), key=lambda session: session.number, default=None)
    return document.find(Session, session_id) or first
