"""Records of the checklist. The items themselves are content; a record says how far one is."""

from datetime import date

from sqlmodel import Field

from facilitator.domain.record import Record

STATUSES = ("not_started", "under_way", "done", "not_for_us")


class ChecklistEntry(Record):
    """How far one item is: `item` is its id in the content (v1), `reason` why it is not for us."""

    board_id: str = Field(foreign_key="board.id", index=True)
    item: str
    status: str = "not_started"
    owner: str = ""
    due: date | None = None
    evidence: str = ""
    reason: str = ""


RECORDS: tuple[type[Record], ...] = (ChecklistEntry,)
