"""The stage feed: blank at first, follows, holds, hides, and never lets an error through."""

from datetime import UTC, datetime, timedelta

import pytest

from box_board import KIND, crate, records
from facilitator.domain.change import Change, adding
from facilitator.domain.document import Document
from facilitator.workshop.stage_feed import Blank, StageFeed


class Clock:
    def __init__(self):
        self.time = datetime(2027, 1, 14, 10, 0, tzinfo=UTC)

    def __call__(self):
        return self.time


@pytest.fixture
def document():
    return Document.of(records())


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def feed(clock):
    return StageFeed(KIND.view, clock)


def grown(document, number):
    return document.after(Change("x", adding((crate(number, f"New {number}"),))))


def test_it_starts_blank_and_stays_so_while_nothing_was_chosen(feed, document):
    assert feed.shown == Blank("start")
    feed.refresh(document)
    assert feed.shown == Blank("start")
    assert feed.mode == "blank"
    assert feed.board_id is None


def test_it_follows_the_document(feed, document):
    feed.show(document, "one")
    assert feed.mode == "live"
    feed.refresh(grown(document, 9))
    assert feed.shown == KIND.view(grown(document, 9), "one")


def test_holding_keeps_what_the_audience_has_and_counts_what_it_misses(feed, document, clock):
    feed.show(document, "one")
    feed.hold()
    clock.time += timedelta(seconds=42)
    feed.refresh(document)  # a private edit: nothing that the audience could see
    feed.refresh(grown(document, 8))
    feed.refresh(grown(grown(document, 8), 9))
    assert feed.mode == "held"
    assert feed.shown == KIND.view(document, "one")
    assert feed.held_changes == 2
    assert clock.time - feed.held_since == timedelta(seconds=42)


def test_holding_again_does_not_begin_anew(feed, document, clock):
    feed.show(document, "one")
    feed.hold()
    since = feed.held_since
    feed.refresh(grown(document, 8))
    clock.time += timedelta(minutes=1)
    feed.hold()
    assert feed.held_since == since
    assert feed.held_changes == 1


def test_releasing_shows_what_was_done_meanwhile(feed, document):
    feed.show(document, "one")
    feed.hold()
    feed.refresh(grown(document, 9))
    feed.release()
    assert feed.mode == "live"
    assert feed.shown == KIND.view(grown(document, 9), "one")
    assert feed.held_changes == 0
    assert feed.held_since is None


def test_another_board_waits_behind_a_held_one(feed, document):
    feed.show(document, "one")
    feed.hold()
    feed.show(document, "two")
    assert feed.shown.board_id == "one"
    feed.release()
    assert feed.shown.board_id == "two"


def test_blank_hides_a_held_view_and_gives_it_back(feed, document):
    feed.show(document, "one")
    feed.hold()
    feed.blank()
    assert feed.shown == Blank("asked")
    feed.refresh(grown(document, 9))
    assert feed.shown == Blank("asked")
    feed.unblank()
    assert feed.mode == "held"
    assert feed.shown == KIND.view(document, "one")


def test_holding_behind_a_blank_keeps_what_would_be_seen_without_it(feed, document):
    feed.show(document, "one")
    feed.blank()
    feed.show(document, "two")
    feed.hold()
    feed.show(document, "one")
    feed.unblank()
    assert feed.mode == "held"
    assert feed.shown == KIND.view(document, "two")


def test_a_view_that_cannot_be_built_blanks_the_stage_until_one_can(document, clock, caplog):
    broken = {"now": True}

    def view_of(of, board_id, showing):
        if broken["now"]:
            raise ValueError("Dana is resistant")
        return KIND.view(of, board_id)

    feed = StageFeed(view_of, clock)
    feed.show(document, "one")
    assert feed.shown == Blank("failed")
    assert "ValueError" in caplog.text
    assert "Dana" not in caplog.text
    broken["now"] = False
    feed.refresh(document)
    assert feed.mode == "live"


def test_a_board_that_is_gone_blanks_the_stage(feed, document):
    feed.show(document, "one")
    feed.refresh(Document.of(record for record in records() if record.id != "one"))
    assert feed.shown == Blank("failed")


def test_listeners_hear_of_every_step_until_they_leave(feed, document):
    heard = []
    leave = feed.subscribe(lambda: heard.append(feed.mode))
    feed.show(document, "one")
    feed.hold()
    feed.blank()
    feed.unblank()
    feed.release()
    leave()
    feed.blank()
    assert heard == ["live", "held", "blank", "held", "live"]


def test_it_keeps_no_document(feed, document):
    feed.show(document, "one")
    feed.hold()
    feed.refresh(grown(document, 9))
    assert not any(isinstance(value, Document) for value in vars(feed).values())
