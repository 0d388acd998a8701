"""A speaker series for tests: L1 agreed, L2 is invited, L3 an idea, L4 somebody of whom nothing was noted."""

from datetime import date

from facilitator.boards.speaker_series.model import Speaker, SpeakerNote, TakeAway, TakeAwayNote
from facilitator.domain.change import Change, adding
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement, Session
from facilitator.domain.outcome import Outcome

BOARD = "b"
DAY = date(2027, 2, 9)


def series(*more) -> Document:
    records = [
        Engagement(id="engagement", title="T"),
        Session(id="s1", number=1, title="Principle 1", held_on=DAY),
        Session(id="s2", number=2, title="Coffee with Ana Qzwx", agenda="capacity_1to1"),
        Board(id=BOARD, number=1, kind="speaker_series", title="Series"),
        Speaker(
            id="l1",
            board_id=BOARD,
            number=1,
            code="L1",
            name="Mia Roy",
            position="Chief clerk",
            organization="Lakeshore",
            about="Watching people fill in forms",
            principle="user",
            speaks_on=DAY,
            session_id="s1",
        ),
        SpeakerNote(id="l1", state="confirmed", contact="mia@example.org", note="no slides"),
        Speaker(id="l2", board_id=BOARD, number=2, code="L2", name="Ivo Invited", speaks_on=DAY),
        SpeakerNote(id="l2", state="invited"),
        Speaker(id="l3", board_id=BOARD, number=3, code="L3", name="Ida Idea", principle="open"),
        SpeakerNote(id="l3", state="idea"),
        Speaker(id="l4", board_id=BOARD, number=4, code="L4", name="Nobody Noted"),
        TakeAway(
            id="t1", board_id=BOARD, number=1, code="T1", principle="user", text="Sit beside people", speaker_id="l1"
        ),
        TakeAway(id="t2", board_id=BOARD, number=2, code="T2", principle="user", text="Ask why twice", speaker_id="l2"),
        TakeAwayNote(id="t2", note="said in the break"),
        *more,
    ]
    return Document().after(Change("found_engagement", adding(records)))


def outcome(its_id: str, kind: str, text: str, session_id: str | None = "s1", code: str = "D1") -> Outcome:
    return Outcome(id=its_id, session_id=session_id, number=1, kind=kind, code=code, text=text)
