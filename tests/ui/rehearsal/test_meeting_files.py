"""What the made-up meeting hands out is read by the app as a real meeting's files are."""

from datetime import UTC, datetime, timedelta

import pytest

from facilitator.content.rehearsal import script
from facilitator.exchange.attendance.reading import read_attendance
from facilitator.exchange.chat.message import Message
from facilitator.exchange.chat.reading import is_surely_chat, read_chat
from facilitator.ui.rehearsal.meeting_files import attendance_file, chat_text, is_written

BEGAN = datetime(2027, 1, 14, 9, 58, 30, tzinfo=UTC)
WHAT = {"chat": "said", "reply": "said", "direct": "direct", "reaction": "reaction"}


def expected(line, language):
    text = line.text.within(language)
    if line.what == "reaction":
        text = f'Reacted to "{line.about.within(language)}" with {line.sign}'
    at = (BEGAN + timedelta(seconds=line.at)).strftime("%H:%M:%S")
    return Message(line.who.name, at, text, WHAT[line.what])


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("count", [6, 12, 20, len(script().lines)])
def test_our_own_reader_takes_the_chat_back_exactly(language, count):
    lines = script().lines[:count]
    text = chat_text(lines, script(), language, BEGAN)
    assert is_surely_chat(text)
    chat = read_chat(text)
    assert chat.shape == "zoom"
    assert chat.messages == tuple(expected(line, language) for line in lines if is_written(line))


def test_the_chat_has_the_shape_in_which_zoom_saves_it():
    text = chat_text(script().lines[:14], script(), "en", BEGAN)
    assert text.startswith("09:58:44 From Amara Dosanjh to Everyone:\n\tGood morning from Planning\n")
    assert "\tReal estate lawyers\n\tLand surveyors\n" in text
    assert "From Hélène Castelroux to Facilitator(Direct Message):\n\tBetween us" in text
    assert '\tReacted to "Home builders’ association" with 👍\n' in text


def test_nothing_is_written_of_a_meeting_in_which_nobody_writes():
    assert chat_text(script().lines[:4], script(), "en", BEGAN) == ""


def attendance(lines, after):
    return read_attendance(attendance_file(lines, script(), "fr", BEGAN, BEGAN + timedelta(seconds=after)))


def test_our_own_reader_takes_the_attendance_back():
    found = attendance(script().lines, 360)
    assert found.form == "teams"
    assert not found.rejected
    people = {each.name: (each.minutes, each.joins) for each in found.people}
    assert list(people) == [who.name for who in script().people]
    assert people["Priya Vanterpool"] == (4, 2)  # 3:42 and 0:38
    assert people["Amara Dosanjh"] == (6, 1)
    assert people["Noor Al-Rafidi"] == (3, 1)


def test_who_has_not_come_yet_is_not_in_the_attendance():
    found = attendance(script().lines[:5], 30)
    assert len(found.people) == 4
    assert "Noor Al-Rafidi" not in {each.name for each in found.people}


def test_the_attendance_is_as_teams_writes_it():
    data = attendance_file(script().lines, script(), "en", BEGAN.replace(hour=13), BEGAN.replace(hour=14, second=31))
    assert data.startswith(b"\xff\xfe")
    lines = data.decode("utf-16").split("\r\n")
    assert lines[0] == "1. Summary"
    assert "Start time\t1/14/27, 1:58:30 PM" in lines
    assert "Meeting duration\t1h 0m 1s" in lines
    assert "Amara Dosanjh\t1/14/27, 1:58:30 PM\t1/14/27, 2:58:31 PM\t1h 0m 1s\tamara@example.org\tPresenter" in lines
