"""What a pack tells of sessions: nothing of a 1:1 to a group, and no poll whose totals are hidden."""

import pytest

from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Engagement, Session
from facilitator.domain.outcome import Outcome
from facilitator.domain.poll import Poll, PollOption
from facilitator.session_parts import every_session, session_parts, sessions_for_participants


def session(number, agenda=""):
    return Session(id=f"s{number}", number=number, title=f"Session {number}", agenda=agenda)


def document(*records):
    return Document.of([Engagement(id="engagement", title="Town"), *records])


@pytest.mark.parametrize(
    ("agendas", "told"),
    [
        (("stakeholder_1to1", "stakeholder_workshop_120", ""), ("s2", "s3", "")),
        (("stakeholder_1to1", "capacity_1to1"), ("s1", "s2", "")),
        (("an agenda of a later version",), ("s1", "")),
        ((), ("",)),
    ],
)
def test_what_was_said_between_two_is_not_for_a_group(agendas, told):
    sessions = [session(number, agenda) for number, agenda in enumerate(agendas, start=1)]
    assert sessions_for_participants(document(*sessions)) == told
    assert every_session(document(*sessions)) == (*(each.id for each in sessions), "")


def poll(number, *, shown):
    return [
        Poll(id=f"p{number}", session_id="s1", number=number, question="Which?", shown=shown),
        *(PollOption(id=f"p{number}x{n}", poll_id=f"p{number}", number=n, text=f"Way {n}") for n in (1, 2)),
    ]


@pytest.mark.parametrize(("shown", "count"), [(True, 2), (False, 1)])
def test_a_session_has_a_part_for_its_outcomes_and_one_for_revealed_polls(shown, count):
    said = Outcome(id="o", session_id="s1", number=1, kind="decision", code="D1", text="Open on Saturdays")
    parts = session_parts(document(session(1), said, *poll(1, shown=shown)), ("s1", ""), Words("en"))
    assert len(parts) == count
