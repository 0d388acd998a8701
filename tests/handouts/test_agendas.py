"""Agendas and method notes on paper."""

from datetime import date, time

import pytest

from facilitator.content.agendas import method_card
from facilitator.content.words import Words
from facilitator.domain.agenda_view import AgendaView, SegmentView
from facilitator.handouts.agendas import agenda_pages, cards_of, method_pages, told_time, told_when, usual_minutes
from facilitator.handouts.pack import PackAbout, Part
from paper import Handout
from written_packs import write_pack

DAY = date(2027, 1, 14)


def view(*segments, day=DAY):
    return AgendaView("Who has a stake?", "To see who is there.", day, True, segments)


def timed(*, begins=time(9, 30)):
    return view(
        SegmentView("Welcome <b>all</b>", 6, "checkin", "Who are you?", begins),
        SegmentView("Break", 10, "break", "", begins and time(9, 36)),
        SegmentView("Own way", 1, "later_version", "", begins and time(9, 46)),
    )


def made(tmp_path, language, pages):
    about = PackAbout(title="Permits", organization="", made_on=DAY)
    path = tmp_path / "handout.pdf"
    pack = write_pack(path, [Part("Agenda", pages)], about, "letter", language, with_cover=False)
    return pack, Handout(path).tree()


def cells(tree):
    return [[each.words() for each in row.every("TH", "TD")] for row in tree.every("TR")]


def test_each_segment_has_its_time_its_method_and_what_is_asked(tmp_path):
    pack, tree = made(
        tmp_path, "en", lambda words, width: agenda_pages(timed(), words, kicker="Agenda", title="Who has a stake?")
    )
    assert pack.pages == 1
    assert [each.text for each in tree.every("H1")] == ["Who has a stake?"]
    assert cells(tree) == [
        ["Start", "What we do", "How", "Minutes"],
        ["9:30", "Welcome <b>all</b>Who are you?", "Check-in", "6"],
        ["9:36", f"Break{method_card('break').how.en}", "–", "10"],
        ["9:46", "Own way", "–", "1"],
    ]
    assert "To see who is there." in tree.words()


def test_without_times_there_is_no_column_of_them(tmp_path):
    plan = timed(begins=None)
    _, tree = made(tmp_path, "fr", lambda words, width: agenda_pages(plan, words, kicker="", title="Qui ?"))
    assert cells(tree)[:2] == [
        ["Ce que nous faisons", "Comment", "Minutes"],
        ["Welcome <b>all</b>Who are you?", "Mot d’ouverture", "6"],
    ]


def test_a_session_of_a_usual_length_stands_on_one_page(tmp_path):
    long = view(*(SegmentView(f"Part {n}", 10, "round", "What would help most?", time(9 + n // 6)) for n in range(14)))
    pack, _ = made(tmp_path, "fr", lambda words, width: agenda_pages(long, words, kicker="Agenda", title="Long"))
    assert pack.pages == 1


def test_an_agenda_without_segments_is_a_page_without_a_table(tmp_path):
    _, tree = made(tmp_path, "en", lambda words, width: agenda_pages(view(), words, kicker="", title="Empty"))
    assert tree.every("Table") == []
    assert "minutes" not in tree.words()


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "14 January 2027 · 9:30 to 9:47 · 17 minutes"),
        ("fr", "14 janvier 2027 · de 9\u00a0h\u00a030 à 9\u00a0h\u00a047 · 17 minutes"),
    ],
)
def test_day_times_and_length_are_told_in_one_line(language, told):
    assert told_when(timed(), Words(language)) == told
    assert told_when(view(day=None), Words(language)) == ""


def test_a_full_hour_is_written_as_one():
    assert [told_time(time(9), Words(language)) for language in ("en", "fr")] == ["9:00", "9\u00a0h"]
    assert told_time(None, Words("en")) == ""


def test_notes_tell_each_method_once(tmp_path):
    methods = ["round", "break", "checkin", "round", "parking"]
    _, tree = made(tmp_path, "fr", lambda words, width: method_pages(methods, words))
    rows = cells(tree)[1:]
    assert [row[0] for row in rows] == [method_card(each).name.fr for each in ("round", "checkin", "parking")]
    assert [row[2] for row in rows] == ["6–12", "5–8", "–"]
    assert method_card("checkin").watch_for.fr not in tree.words()  # that is for who facilitates
    assert method_pages(["break", "x"], Words("fr")) == []


def test_the_usual_minutes_of_a_method_are_one_number_where_they_are_the_same():
    assert [usual_minutes(each) for each in cards_of(["one_two_four", "round", "parking"])] == ["12", "6–12", ""]
