"""ChatLine: what somebody wrote in a meeting's chat, as the facilitator keeps it."""

from typing import ClassVar

from sqlmodel import Field

from facilitator.domain.record import Record


class ChatLine(Record):
    """One message to everybody, in the tray until it is sent to a board or left out. Private: it has an author.

    `number` is its place in the tray, `session_id` the session it was said in (None where there is none), `said_at` the
    time as the meeting's program wrote it, "" if it wrote none. `taken_as` is the id of the item that was made of it,
    "" if none was.
    """

    private: ClassVar[bool] = True

    session_id: str | None = Field(default=None, foreign_key="session.id", index=True)
    number: int
    author: str = ""
    said_at: str = ""
    text: str
    taken_as: str = ""
    left_out: bool = False

    @property
    def waits(self) -> bool:
        """Whether nothing has been done about it yet."""
        return not self.taken_as and not self.left_out
