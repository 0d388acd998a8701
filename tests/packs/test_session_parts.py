"""What a pack tells of sessions: nothing of a 1:1 to a group, and no poll whose totals are hidden."""

import pytest

from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Engagement, Session
from facilitator.domain.outcome import Outcome
from facilitator.domain.poll import Poll, PollOption
from facilitator.handouts.blocks import Heading
from facilitator.packs.session_parts import every_session, session_parts, sessions_for_participants


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


SAID = Outcome(id="o", session_id="s1", number=1, kind="decision", code="D1", text="Open on Saturdays")


@pytest.mark.parametrize(
    ("records", "shown", "title", "heads"),
    [
        ([SAID], True, "outcome.part_title", ["outcome.decision_many", "poll.part_title", "Which?"]),
        ([SAID], False, "outcome.part_title", ["outcome.decision_many"]),
        ([], True, "poll.part_title", ["Which?"]),
    ],
)
def test_what_came_out_of_a_session_and_its_revealed_polls_are_one_part(records, shown, title, heads):
    words = Words("en")
    [part] = session_parts(document(session(1), *records, *poll(1, shown=shown)), ("s1", ""), words)
    assert part.title == words(title)
    headings = [each for each in part.flowables(words, 500) if isinstance(each, Heading)]
    assert [each.level for each in headings] == [1, 2, 2, 3][: len(headings)]
    assert [each.text for each in headings][1:] == [words(each) if "." in each else each for each in heads]


def test_where_nothing_came_out_there_is_no_part():
    assert session_parts(document(session(1), *poll(1, shown=False)), ("s1", ""), Words("en")) == []
