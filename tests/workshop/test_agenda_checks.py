"""What an agenda is asked to think over; every agenda that comes with the app has nothing."""

import pytest

from agendas import segment
from facilitator.content import agendas
from facilitator.content.words import Words
from facilitator.workshop.agenda_checks import energy_checks, hints
from facilitator.workshop.segments import segment_records
from facilitator.workshop.sessions import planned


def keys(*segments, agenda_id=""):
    return [hint.key for hint in hints(segments, agenda_id)]


OPEN, CLOSE = segment(1, 5, method="checkin"), segment(9, 5, method="plus_delta")


@pytest.mark.parametrize("agenda", agendas.agendas(), ids=lambda each: each.id)
def test_the_agendas_of_the_house_have_no_hints(agenda):
    assert hints(list(segment_records("s", planned(agenda.id, (), "en"))), agenda.id) == ()


def test_a_long_segment_that_is_no_break():
    assert keys(OPEN, segment(2, 30), CLOSE) == []
    assert keys(OPEN, segment(2, 31), CLOSE) == ["segment_long"]
    assert keys(OPEN, segment(2, 31, method="break"), CLOSE) == []
    assert hints([OPEN, segment(2, 31), CLOSE])[0].segment_ids == ("g2",)


def test_a_long_stretch_between_breaks():
    work = [segment(number, 30) for number in (2, 3, 4)]
    assert keys(OPEN, *work) == ["no_close"]
    assert keys(OPEN, *work, CLOSE) == ["stretch_long"]
    found = hints([OPEN, *work, CLOSE])[0]
    assert (found.values["count"], found.segment_ids) == (100, ("g1", "g2", "g3", "g4", "g9"))
    assert keys(OPEN, *work, segment(5, 10, method="break"), CLOSE) == []


def test_two_hours_need_a_break():
    work = [segment(number, 22) for number in range(2, 7)]
    assert "no_break" in keys(OPEN, *work, CLOSE)
    assert "no_break" not in keys(OPEN, *work[:4], CLOSE)


def test_everybody_speaks_early_but_where_there_are_two():
    assert keys(segment(1, 14), segment(2, 5, method="round"), CLOSE) == []
    assert keys(segment(1, 15), segment(2, 5, method="round"), CLOSE) == ["nobody_speaks"]
    assert keys(segment(1, 15), segment(2, 5, method="round"), CLOSE, agenda_id="capacity_1to1") == []


def test_what_was_left_out_does_not_count_and_nothing_has_no_hints():
    assert keys(OPEN, segment(2, 0), CLOSE, segment(10, 0)) == []
    assert keys() == keys(segment(1, 0)) == []


def test_the_energy_is_checked_after_a_break_and_after_an_hour():
    day = [
        *(segment(number, 20) for number in (1, 2, 3, 4)),
        segment(5, 10, method="break"),
        segment(6, 0),
        *(segment(number, 20) for number in (7, 8)),
    ]
    assert energy_checks(day) == {"g4", "g7"}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_hint_has_words(language):
    found = hints([segment(1, 60), segment(2, 60)])
    assert {hint.key for hint in found} == {"segment_long", "stretch_long", "no_break", "nobody_speaks", "no_close"}
    for hint in found:
        assert Words(language)(f"session.hint_{hint.key}", **hint.values)


def test_a_session_for_two_without_an_agenda_of_the_house_has_somebody_speaking_all_the_time():
    alone = [segment(1, 15), segment(2, 5, method="round"), CLOSE]
    assert hints(alone) != ()
    assert hints(alone, for_two=True) == ()
