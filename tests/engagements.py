"""Small engagements for tests: real records, real files."""

from pathlib import Path

from facilitator.boards.stakeholder_web.model import RECORDS as WEB_RECORDS
from facilitator.boards.stakeholder_web.model import Stakeholder, StakeholderNote, Web
from facilitator.boards.value_board.model import RECORDS as VALUE_RECORDS
from facilitator.domain.change import Change, Swap, adding
from facilitator.domain.codec import Codec
from facilitator.domain.engagement import ENGAGEMENT_RECORDS, Board, Engagement
from facilitator.domain.record import Record
from facilitator.journal import Journal
from facilitator.store.engagement_file import EngagementFile

RECORD_TYPES: tuple[type[Record], ...] = (*ENGAGEMENT_RECORDS, *WEB_RECORDS, *VALUE_RECORDS)


def founding() -> Change:
    """An engagement with one empty web, "web"."""
    return Change(
        "found_engagement",
        adding(
            (
                Engagement(id="engagement", title="Online permits"),
                Board(id="web", number=1, kind="stakeholder_web", title="Stakeholder web"),
                Web(id="web", project="Online permits", problem="Permits take 11 weeks"),
            )
        ),
    )


def stakeholder(number: int, name: str = "Clerk") -> Stakeholder:
    return Stakeholder(
        id=f"s{number}", board_id="web", code=f"S{number}", name=name, category="internal", ring=number % 4 + 1
    )


def adding_stakeholder(number: int, name: str = "Clerk") -> Change:
    return Change("add_stakeholder", adding((stakeholder(number, name),)))


def noting(number: int, text: str) -> Change:
    return Change("note", (Swap(None, StakeholderNote(id=f"s{number}", text=text)),))


def journal_of(file: EngagementFile) -> Journal:
    return Journal(file.load(), file, Codec(RECORD_TYPES))


def new_file(path: Path) -> EngagementFile:
    """A file with the founding change in it, open."""
    file = EngagementFile.create(path, RECORD_TYPES)
    journal_of(file).found(founding())
    return file
