"""Random agendas that run, for the tests of the clock."""

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from facilitator.domain.document import Document
from facilitator.domain.engagement import Segment, Session
from facilitator.workshop.agenda import started

START = datetime(2027, 1, 14, 10, 0, tzinfo=UTC)


def at(minutes, seconds=0):
    return START + timedelta(minutes=minutes, seconds=seconds)


def segment(number, minutes, **more):
    return Segment(id=f"g{number}", session_id="s", number=number, minutes=minutes, title=f"Part {number}", **more)


def agenda_of(*segments):
    return Document.of([Session(id="s", number=1, title="Who has a stake?"), *segments])


def begun(document, segment_id="g1", now=START):
    return document.after(started(document, segment_id, now))


@st.composite
def running_agendas(draw):
    """A document with a session that runs, and a moment of it."""
    rows = draw(
        st.lists(
            st.tuples(
                st.integers(0, 30),
                st.sampled_from(["", "", "round", "break"]),
                st.booleans(),
                st.none() | st.integers(1, 12),
                st.none() | st.integers(1, 4),
            ),
            min_size=1,
            max_size=9,
        )
    )
    segments = [
        segment(number, minutes, method=method, fixed=fixed, minimum=minimum, cut_order=cut_order)
        for number, (minutes, method, fixed, minimum, cut_order) in enumerate(rows, start=1)
    ]
    document = begun(agenda_of(*segments))
    place = draw(st.integers(1, len(segments)))
    late = timedelta(seconds=draw(st.integers(0, 60 * 90)))
    if place > 1:
        document = begun(document, f"g{place}", START + late)
        late += timedelta(seconds=draw(st.integers(0, 60 * 40)))
    return document, START + late
