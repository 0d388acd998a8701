"""The stage feed: blank at first, follows, holds, hides, and never lets an error through."""

from datetime import UTC, date, datetime, timedelta

import pytest

from box_board import KIND, Crate, crate, records, secrets
from facilitator.domain.change import Change, adding, removing
from facilitator.domain.document import Document
from facilitator.domain.refusal import EditRejected
from facilitator.domain.screens import ReadBackScreen, ScreenWanted, SpokenLine
from facilitator.domain.view import ClockView, Showing
from facilitator.workshop.shown import Blank, looks_other
from facilitator.workshop.stage_feed import StageFeed
from look_board import LOOKS


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


def test_the_clock_runs_over_what_is_held_and_no_blank_has_one(feed, document):
    five, four = ClockView("minutes", 5, "en"), ClockView("minutes", 4, "en")
    feed.show_clock(five)
    assert feed.clock is None
    feed.show(document, "one")
    assert feed.clock == five
    feed.hold()
    feed.show_clock(four)
    assert feed.clock == four
    feed.blank()
    assert feed.clock is None
    feed.unblank()
    assert feed.clock == four
    feed.show_clock(None)
    assert feed.clock is None


def test_only_who_wants_to_hear_of_the_clock_hears_of_it_and_only_when_it_looks_other(feed, document):
    feed.show(document, "one")
    ticks, tellings = [], []
    end = feed.subscribe_clock(lambda: ticks.append(feed.clock))
    feed.subscribe(lambda: tellings.append(feed.clock))
    for count in (5, 5, 4):
        feed.show_clock(ClockView("minutes", count, "en"))
    assert [each.count for each in ticks] == [5, 4]
    end()
    feed.show_clock(None)
    assert len(ticks) == 2
    assert tellings == []


def test_it_keeps_no_document(feed, document):
    feed.show(document, "one")
    feed.hold()
    feed.refresh(grown(document, 9))
    assert not any(isinstance(value, Document) for value in vars(feed).values())


# --- private layers ---

MOOD = frozenset({"mood"})


@pytest.fixture
def secretive():
    return Document.of([*records(), *secrets()])


@pytest.fixture
def looks(clock):
    return StageFeed(LOOKS.view, clock)


def told(feed):
    return getattr(feed.shown, "told", ())


def test_no_layer_is_on_until_it_is_switched_on_for_that_board(looks, secretive):
    looks.show(secretive, "one", Showing(form="moods", layers=MOOD))
    assert told(looks) == ()
    assert looks.showing == Showing(form="moods")
    looks.switch(secretive, "two", MOOD)
    assert told(looks) == ()
    looks.switch(secretive, "one", MOOD)
    assert told(looks) == ("3", "1")
    assert looks.shown.showing.layers == MOOD
    assert looks.boards_with_layers == ("two", "one")


def test_a_layer_stays_on_for_its_board_while_another_one_is_shown(looks, secretive):
    looks.switch(secretive, "one", MOOD)
    looks.show(secretive, "two")
    assert looks.shown.showing.layers == frozenset()
    looks.show(secretive, "one")
    assert looks.shown.showing.layers == MOOD


def test_a_layer_that_is_switched_off_is_gone_from_what_is_held_with_the_edits_since_still_unseen(looks, secretive):
    looks.switch(secretive, "one", MOOD)
    looks.show(secretive, "one")
    looks.hold()
    looks.refresh(grown(secretive, 9))
    looks.switch(grown(secretive, 9), "one", frozenset())
    assert told(looks) == ()
    assert looks.mode == "held"
    assert looks.shown == LOOKS.view(secretive, "one")
    assert looks.held_changes == 1
    looks.release()
    assert told(looks) == ()


def test_a_layer_goes_from_a_board_that_is_held_while_another_one_waits(looks, secretive):
    looks.switch(secretive, "one", MOOD)
    looks.show(secretive, "one")
    looks.hold()
    looks.show(secretive, "two")
    looks.switch(secretive, "one", frozenset())
    assert told(looks) == ()
    assert looks.shown.board_id == "one"


def test_a_layer_goes_behind_a_blank(looks, secretive):
    looks.switch(secretive, "one", MOOD)
    looks.show(secretive, "one")
    looks.blank()
    looks.switch(secretive, "one", frozenset())
    looks.unblank()
    assert told(looks) == ()


def test_one_of_two_layers_that_goes_takes_the_other_from_a_held_picture_only(looks, secretive):
    looks.switch(secretive, "one", frozenset({"mood", "note"}))
    looks.show(secretive, "one")
    looks.hold()
    looks.switch(secretive, "one", MOOD)
    assert told(looks) == ()
    looks.release()
    assert told(looks) == ("3", "1")


def test_a_layer_that_is_switched_on_does_not_change_what_is_held(looks, secretive):
    looks.show(secretive, "one")
    looks.hold()
    looks.switch(secretive, "one", MOOD)
    assert told(looks) == ()
    looks.release()
    assert told(looks) == ("3", "1")


@pytest.mark.parametrize("held", [False, True])
def test_a_board_that_comes_back_by_an_undo_comes_back_without_its_layers(looks, secretive, held):
    looks.switch(secretive, "one", MOOD)
    looks.show(secretive, "one")
    if held:
        looks.hold()
    gone = Document.of(record for record in secretive.records() if record.id != "one")
    looks.refresh(gone)
    assert told(looks) == ()
    looks.refresh(secretive)
    assert told(looks) == ()
    assert looks.boards_with_layers == ()


def test_what_is_another_look_at_the_same_things(secretive):
    def looked(board="one", **showing):
        return LOOKS.view(secretive, board, Showing(**showing))

    plain = looked()
    for other in (
        looked("two"),
        looked(form="rows"),
        looked(spotlight="left"),
        looked(large=True),
        looked(then="m1"),
        looked(form="moods", layers=MOOD),
    ):
        assert looks_other(plain, other)
    assert not looks_other(plain, LOOKS.view(grown(secretive, 9), "one"))  # an edit is at once
    assert not looks_other(plain, looked(layers=MOOD))
    assert not looks_other(looked(form="moods", layers=MOOD), plain)  # what is private is gone at once
    assert not looks_other(looked(layers=MOOD), looked("two"))
    assert not looks_other(plain, looked(day=date(2027, 1, 15)))
    assert not looks_other(plain, Blank("asked"))
    assert not looks_other(Blank("asked"), plain)


def read_back(document, wanted):
    """A screen of a crate, gone once the crate is."""
    return ReadBackScreen("en", (SpokenLine("B1", document.get(Crate, wanted.id).name),))


@pytest.fixture
def screened(clock, document):
    feed = StageFeed(KIND.view, clock, read_back)
    feed.show(document, "one")
    return feed


WANTED = ScreenWanted("read_back", "b1")


def test_a_screen_stands_in_place_of_the_board_until_it_is_put_away(screened, document):
    board = screened.shown
    screened.show_screen(document, WANTED)
    assert screened.shown == read_back(document, WANTED)
    assert (screened.screen, screened.mode) == (WANTED, "live")
    screened.end_screen(document)
    assert (screened.shown, screened.screen) == (board, None)


def test_a_board_that_is_shown_puts_the_screen_away(screened, document):
    screened.show_screen(document, WANTED)
    screened.show(document, "one")
    assert screened.screen is None
    assert screened.shown == KIND.view(document, "one")


def test_a_screen_waits_behind_what_is_held_and_behind_a_blank(screened, document):
    screened.hold()
    held = screened.shown
    screened.show_screen(document, WANTED)
    assert screened.shown == held
    screened.blank()
    assert screened.shown == Blank("asked")
    screened.unblank()
    screened.release()
    assert screened.shown == read_back(document, WANTED)


def test_a_screen_whose_subject_is_gone_makes_room_for_the_board(screened, document):
    screened.show_screen(document, WANTED)
    gone = document.after(Change("x", removing([document.get(Crate, "b1")])))
    screened.refresh(gone)
    assert screened.screen is None
    assert screened.shown == KIND.view(gone, "one")


def test_a_screen_about_nothing_is_refused_and_changes_nothing(screened, document):
    board = screened.shown
    with pytest.raises(EditRejected):
        screened.show_screen(document, ScreenWanted("read_back", "nobody"))
    assert (screened.shown, screened.screen) == (board, None)


def test_the_pointer_is_told_once_and_no_blank_has_one(screened):
    heard = []
    screened.subscribe_pointer(lambda: heard.append(screened.pointer))
    screened.point((10.0, 20.0))
    screened.point((10.0, 20.0))
    assert heard == [(10.0, 20.0)]
    screened.blank()
    assert screened.pointer is None
    screened.unblank()
    screened.point(None)
    assert heard[-1] is None
