"""The lines of a rehearsal come in their time, which runs, stops, hurries and jumps."""

from datetime import UTC, datetime, timedelta

import pytest

from facilitator.content.rehearsal import script
from facilitator.ui.rehearsal.playing import Playing


class Clock:
    def __init__(self):
        self.time = datetime(2027, 1, 14, 10, 0, tzinfo=UTC)

    def __call__(self):
        return self.time

    def wait(self, seconds):
        self.time += timedelta(seconds=seconds)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def playing(clock):
    return Playing(script().lines, clock)


def last(playing):
    return playing.come[-1].at if playing.come else None


def test_nothing_comes_before_the_start(playing, clock):
    clock.wait(100)
    assert playing.come == ()
    playing.start()
    assert last(playing) is None or last(playing) == 0


def test_lines_come_in_their_time_and_not_while_it_stands_still(playing, clock):
    playing.start()
    clock.wait(40)
    assert last(playing) == 34
    playing.stop()
    clock.wait(1000)
    assert playing.seconds == 40
    playing.start()
    clock.wait(6)
    assert last(playing) == 46


def test_four_times_as_fast_begins_now_and_not_earlier(playing, clock):
    playing.start()
    clock.wait(10)
    playing.turn_speed()
    assert playing.seconds == 10
    clock.wait(10)
    assert playing.seconds == 50
    playing.turn_speed()
    clock.wait(10)
    assert playing.seconds == 60


def test_the_next_line_comes_at_once_running_or_not(playing, clock):
    playing.next()
    assert [line.at for line in playing.come] == [0]
    playing.next()
    playing.next()
    assert last(playing) == 2
    playing.start()
    playing.next()
    assert last(playing) == 6
    clock.wait(8)
    assert last(playing) == 14


def test_a_clock_that_is_set_back_takes_no_line_away(playing, clock):
    playing.start()
    clock.wait(-60)
    assert playing.seconds == 0


def test_it_ends_with_the_last_line(playing):
    for _ in script().lines:
        assert not playing.is_over
        playing.next()
    assert playing.is_over
    before = playing.seconds
    playing.next()
    assert playing.seconds == before
