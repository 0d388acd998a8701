"""What can be done with the segments of an agenda: values, order, the running one, and that numbers count from 1."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendas import START, agenda_of, at, begun, segment
from facilitator.content.agendas import MOST_MINUTES
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Segment, Session
from facilitator.domain.refusal import EditRejected
from facilitator.workshop.agenda import FORGOTTEN, segments_of
from facilitator.workshop.segments import (
    SegmentValues,
    segment_added,
    segment_edited,
    segment_moved,
    segment_removed,
)

VALUES = SegmentValues("Part 2", 20)


@pytest.fixture
def document():
    web = Board(id="web", number=1, kind="stakeholder_web", title="Web")
    return Document.of([*agenda_of(segment(1, 10), segment(2, 20), segment(3, 5)).records(), web])


def titles(document):
    segments = segments_of(document, "s")
    assert [each.number for each in segments] == list(range(1, len(segments) + 1))
    return [each.title for each in segments]


def test_all_of_a_segment_is_edited_in_one_step(document):
    values = SegmentValues(
        "  Silent   listing ", 15, "silent", " Who else?\nAnd who not? ", "Cards", True, 4, 2, "web", "levels", True
    )
    change = segment_edited(document, "g2", values)
    after = document.after(change)
    kept = replace(values, title="Silent listing", prompt="Who else?\nAnd who not?")
    assert SegmentValues.of(after.get(Segment, "g2")) == kept
    assert change.label == "edit_segment"
    assert after.after(change.reversed()) == document


@pytest.mark.parametrize(
    ("values", "key"),
    [
        ({"minutes": -1}, "segment_minutes"),
        ({"minutes": MOST_MINUTES + 1}, "segment_minutes"),
        ({"minimum": 0}, "segment_minimum"),
        ({"minimum": 21}, "segment_minimum"),
        ({"cut_order": 0}, "segment_cut_order"),
        ({"cut_order": 21}, "segment_cut_order"),
        ({"method": "seance"}, "choice_unknown"),
        ({"board_id": "nowhere"}, "gone"),
        ({"title": " "}, "name_empty"),
        ({"prompt": "\u202e"}, "name_control"),
        ({}, "nothing_to_do"),
    ],
)
def test_what_can_not_be_is_refused(document, values, key):
    with pytest.raises(EditRejected) as refused:
        segment_edited(document, "g2", replace(VALUES, **values))
    assert refused.value.key == key


def test_one_that_was_left_out_keeps_how_short_it_may_get(document):
    after = document.after(segment_edited(document, "g2", SegmentValues("Part 2", 0, minimum=9)))
    assert (after.get(Segment, "g2").minutes, after.get(Segment, "g2").minimum) == (0, 9)


def test_a_form_needs_a_board(document):
    values = SegmentValues("Part 2", 21, form="levels", large=True)
    after = document.after(segment_edited(document, "g2", values)).get(Segment, "g2")
    assert (after.board_id, after.form, after.large) == (None, "", False)


def test_a_method_of_a_newer_version_may_stay():
    document = agenda_of(segment(1, 10, method="seance"))
    after = document.after(segment_edited(document, "g1", SegmentValues("Called", 10, "seance")))
    assert after.get(Segment, "g1").method == "seance"


@pytest.mark.parametrize(
    ("where", "order"),
    [
        ({"at": "g1"}, ["Part 1", "New", "Part 2", "Part 3"]),
        ({"at": "g1", "before": True}, ["New", "Part 1", "Part 2", "Part 3"]),
        ({"at": "g3"}, ["Part 1", "Part 2", "Part 3", "New"]),
        ({}, ["Part 1", "Part 2", "Part 3", "New"]),
        ({"at": "gone"}, ["Part 1", "Part 2", "Part 3", "New"]),
    ],
)
def test_a_segment_is_added_beside_another_one(document, where, order):
    change = segment_added(document, "s", SegmentValues("New", 5, "round"), **where)
    assert titles(document.after(change)) == order
    assert document.after(change).after(change.reversed()) == document


def test_nothing_is_added_to_a_session_that_is_no_more(document):
    with pytest.raises(EditRejected) as refused:
        segment_added(document, "gone", VALUES)
    assert refused.value.key == "gone"


def test_one_moves_as_far_as_the_agenda_goes(document):
    assert titles(document.after(segment_moved(document, "g1", 1))) == ["Part 2", "Part 1", "Part 3"]
    assert titles(document.after(segment_moved(document, "g3", -9))) == ["Part 3", "Part 1", "Part 2"]
    for segment_id, by in (("g1", -1), ("g3", 1)):
        with pytest.raises(EditRejected) as refused:
            segment_moved(document, segment_id, by)
        assert refused.value.key == "nothing_to_do"


def test_what_runs_is_not_removed(document):
    document = begun(document, "g2")
    with pytest.raises(EditRejected) as refused:
        segment_removed(document, "g2", at(3))
    assert refused.value.key == "segment_runs_on"
    assert titles(document.after(segment_removed(document, "g1", at(3)))) == ["Part 2", "Part 3"]


def test_what_nobody_ended_can_be_removed_once_it_is_forgotten(document):
    document = begun(document, "g2")
    change = segment_removed(document, "g2", at(25) + FORGOTTEN)
    after = document.after(change)
    assert titles(after) == ["Part 1", "Part 3"]
    assert after.get(Session, "s").running_segment_id == ""
    assert after.after(change.reversed()) == document


deeds = st.lists(
    st.tuples(st.sampled_from(["add", "before", "move", "remove"]), st.integers(0, 8), st.integers(-4, 4)), max_size=12
)


@given(deeds)
def test_whatever_is_done_numbers_count_from_one_and_undo_brings_all_back(done):
    document = agenda_of(segment(1, 10), segment(2, 20), segment(3, 5))
    refusals = set()
    for name, place, by in done:
        ids = [each.id for each in segments_of(document, "s")]
        at_id = ids[place % len(ids)] if ids else ""
        try:
            if name in ("add", "before"):
                change = segment_added(document, "s", VALUES, at=at_id, before=name == "before")
            elif name == "move":
                change = segment_moved(document, at_id, by)
            else:
                change = segment_removed(document, at_id, START)
        except EditRejected as refused:
            refusals.add(refused.key)
            continue
        after = document.after(change)
        assert after.after(change.reversed()) == document
        new = [each.id for each in segments_of(after, "s")]
        assert [each.number for each in segments_of(after, "s")] == list(range(1, len(new) + 1))
        expected = list(ids)
        if name == "move":
            expected.insert(max(0, min(len(ids) - 1, ids.index(at_id) + by)), expected.pop(ids.index(at_id)))
        elif name == "remove":
            expected.remove(at_id)
        else:
            added = next(each for each in new if each not in ids)
            expected.insert((ids.index(at_id) + (name == "add")) if ids else 0, added)
        assert new == expected
        document = after
    assert refusals <= {"nothing_to_do", "gone"}
