"""Starting, going on and stopping: what an agenda's edits do to its records."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from agendas import START, agenda_of, at, begun, segment
from facilitator.domain.document import Document
from facilitator.domain.engagement import Segment, Session
from facilitator.domain.refusal import EditRejected
from facilitator.workshop.agenda import next_started, running, segments_of, started, stopped


@pytest.fixture
def document():
    return agenda_of(segment(2, 20), segment(1, 10), segment(3, 5))


def test_segments_come_in_their_order(document):
    assert [each.id for each in segments_of(document, "s")] == ["g1", "g2", "g3"]


def test_starting_the_first_segment_starts_the_session(document):
    runs = running(begun(document), at(0))
    assert (runs.segment.id, runs.since, runs.ends_at) == ("g1", at(0), at(35))
    assert [each.id for each in runs.later] == ["g2", "g3"]


def test_a_session_that_begins_in_the_middle_ends_after_what_is_left(document):
    assert running(begun(document, "g2"), at(0)).ends_at == at(25)


def planned(document, begins="10:00", **more):
    session = document.get(Session, "s").having(begins=begins, **more)
    return Document.of([session, *document.every(Segment)])


@pytest.mark.parametrize(("began", "end"), [(0, 35), (12, 35), (-60, 35), (34, 35), (-61, -26), (35, 70)])
@pytest.mark.parametrize("held_on", [None, START.date()])
def test_a_session_started_around_its_planned_time_ends_when_it_was_planned_to(document, began, end, held_on):
    runs = running(begun(planned(document, held_on=held_on), "g1", at(began)), at(began))
    assert (runs.since, runs.ends_at) == (at(began), at(end))


def test_in_the_middle_it_ends_then_too(document):
    assert running(begun(planned(document), "g2", at(12)), at(12)).ends_at == at(35)


def test_planned_for_another_day_it_ends_after_what_is_left(document):
    another = START.date() + timedelta(days=1)
    assert running(begun(planned(document, held_on=another), "g1", at(12)), at(12)).ends_at == at(47)


@pytest.mark.parametrize(("begins", "began", "end"), [("23:50", (0, 5), 20), ("00:10", (23, 30), 75)])
def test_midnight_may_lie_between_the_plan_and_the_start(document, begins, began, end):
    now = START.replace(hour=began[0], minute=began[1])
    runs = running(begun(planned(document, begins), "g1", now), now)
    assert runs.ends_at == now + timedelta(minutes=end)


def test_the_planned_time_is_that_of_the_place(document):
    now = at(12).astimezone(ZoneInfo("America/Toronto"))
    assert running(begun(planned(document, "05:00"), "g1", now), now).ends_at == at(35)


def test_the_next_segment_leaves_the_end_as_it_was(document):
    document = begun(document)
    runs = running(document.after(next_started(document, "s", at(14))), at(14))
    assert (runs.segment.id, runs.since, runs.ends_at) == ("g2", at(14), at(35))
    assert runs.session.started_at == "2027-01-14T10:00:00+00:00"


def test_next_starts_a_session_that_rests_and_ends_it_after_the_last_segment(document):
    for wanted in ("g1", "g2", "g3", None):
        document = document.after(next_started(document, "s", START))
        runs = running(document, START)
        assert (runs.segment.id if runs else None) == wanted
    assert document.get(Session, "s") == Session(id="s", number=1, title="Who has a stake?")


def test_next_leaves_out_what_was_dropped():
    document = begun(agenda_of(segment(1, 10), segment(2, 0), segment(3, 5)))
    document = document.after(next_started(document, "s", at(10)))
    assert running(document, at(10)).segment.id == "g3"


def test_there_has_to_be_a_segment_to_start():
    for document in (agenda_of(), agenda_of(segment(1, 0))):
        with pytest.raises(EditRejected) as refused:
            next_started(document, "s", START)
        assert refused.value.key == "no_segments"


def test_a_segment_that_runs_is_not_started_again(document):
    document = begun(document)
    with pytest.raises(EditRejected) as refused:
        started(document, "g1", at(5))
    assert refused.value.key == "segment_runs"


def test_only_one_session_runs(document):
    other = [Session(id="t", number=0, title="Before"), Segment(id="h", session_id="t", number=1, minutes=5, title="A")]
    document = begun(Document.of([*document.records(), *other]))
    change = started(document, "h", at(3))
    after = document.after(change)
    assert running(after, at(3)).session.id == "t"
    assert after.get(Session, "s").running_segment_id == ""
    assert after.after(change.reversed()) == document


def test_stopping_needs_a_clock_that_runs(document):
    with pytest.raises(EditRejected) as refused:
        stopped(document, "s")
    assert refused.value.key == "no_clock"
    document = begun(document)
    assert running(document.after(stopped(document, "s")), at(1)) is None


def test_a_session_that_nobody_ended_runs_no_longer_the_next_day(document):
    document = begun(document)
    assert running(document, at(35) + timedelta(hours=11, minutes=59))
    tomorrow = at(35) + timedelta(hours=12)
    assert running(document, tomorrow) is None
    runs = running(begun(document, "g1", tomorrow), tomorrow)
    assert (runs.since, runs.ends_at) == (tomorrow, tomorrow + timedelta(minutes=35))


def test_nothing_runs_whose_segment_is_gone(document):
    document = begun(document)
    rest = [record for record in document.records() if record.id != "g1"]
    assert running(Document.of(rest), at(1)) is None


@pytest.mark.parametrize(
    ("minutes", "more", "shortest"),
    [
        (20, {}, 10),
        (9, {}, 5),
        (4, {}, 3),
        (2, {}, 2),
        (0, {}, 0),
        (20, {"minimum": 1}, 1),
        (20, {"minimum": 30}, 20),
        (20, {"fixed": True}, 20),
        (20, {"method": "break", "minimum": 5}, 20),
    ],
)
def test_how_far_a_segment_can_be_cut(minutes, more, shortest):
    assert segment(1, minutes, **more).shortest == shortest
