"""The facilitator's agenda on paper."""

from datetime import date, time

import pytest

from agendas import segment
from facilitator.content.agendas import method_card
from facilitator.content.words import Words
from facilitator.domain.agenda_view import AgendaView, SegmentView
from facilitator.domain.engagement import Person
from facilitator.handouts.pack import PackAbout, Part
from facilitator.handouts.scripts import Script, script_pages
from paper import Handout
from written_packs import write_pack

DAY = date(2027, 1, 14)
SEGMENTS = (
    segment(1, 6, method="round", prompt="Who <b>are</b> you?", materials="Name cards", minimum=4),
    segment(2, 10, method="break"),
    segment(3, 20, method="round", cut_order=2, board_id="web"),
    segment(4, 8, method="", cut_order=1, fixed=True),
)


def script(*segments, dropped=(), people=(), begins=time(9, 30)):
    shown = tuple(SegmentView(each.title, each.minutes, each.method, each.prompt, begins) for each in segments)
    view = AgendaView("Who has a stake?", "", DAY, False, shown)
    return Script(view, segments, dropped, people, {"web": "The web"})


def tree_of(tmp_path, told, language="en"):
    about = PackAbout(title="Permits", organization="", made_on=DAY, private=True)
    path = tmp_path / "handout.pdf"
    part = Part("Script", lambda words, width: script_pages(told, words))
    write_pack(path, [part], about, "letter", language, with_cover=False)
    return Handout(path).tree()


def rows(table):
    return [[each.words() for each in row.every("TH", "TD")] for row in table.every("TR")]


def test_each_segment_tells_what_to_say_how_to_run_it_and_how_short_it_may_get(tmp_path):
    card = method_card("round")
    table = rows(tree_of(tmp_path, script(*SEGMENTS)).every("Table")[0])
    watch = f"Watch for: {card.watch_for.en}"
    assert table == [
        ["Start", "Segment", "Method", "Time"],
        [
            "9:30",
            "Part 1Who <b>are</b> you?Materials: Name cards",
            f"{card.name.en} · 6–12 min{card.how.en}{watch}",
            "6 minat least 4 min",
        ],
        ["9:30", f"Part 2{method_card('break').how.en}", "–", "10 minstays as long"],
        [
            "9:30",
            "Part 3Brings “The web” to the stage",
            f"{card.name.en} · 6–12 min{watch}",
            "20 minat least 10 min",
        ],
        ["9:30", "Part 4", "–", "8 minstays as long"],
    ]


def test_without_times_segments_have_their_numbers(tmp_path):
    table = rows(tree_of(tmp_path, script(*SEGMENTS, begins=None), "fr").every("Table")[0])
    assert [row[0] for row in table] == ["Nº", "1", "2", "3", "4"]


def test_what_goes_first_when_late_is_told_with_the_shortest_length(tmp_path):
    tree = tree_of(tmp_path, script(*SEGMENTS, dropped=[segment(5, 0), segment(6, 0)]))
    assert [each.words().lstrip("•") for each in tree.every("LI")] == [
        "Leave out in this order: Part 4 (8 min), Part 3 (20 min).",
        "With all else as short as it may get, the session takes 32 minutes.",
        "Left out already: Part 5 and Part 6.",
    ]
    fixed = tree_of(tmp_path, script(SEGMENTS[1]))
    assert fixed.every("LI") == fixed.every("H2") == []


@pytest.mark.parametrize(
    ("more", "columns"),
    [({}, ["Name"]), ({"note": "Leaves at 10"}, ["Name", "Note"]), ({"organization": "Library"}, ["Name", "From"])],
)
def test_people_stand_with_what_is_known_of_them(tmp_path, more, columns):
    people = [
        Person(id="p", name="Amina Roy"),
        Person(id="q", name="Joël", pronunciation="zho-EL", pronouns="he", **more),
    ]
    tree = tree_of(tmp_path, script(*SEGMENTS, people=people))
    assert tree.every("H2")[-1].text == "2 people take part"
    table = rows(tree.every("Table")[-1])
    assert table[0] == columns
    assert [row[0] for row in table[1:]] == ["Amina Roy", "Joëlzho-EL · he"]
    assert [row[1:] for row in table[1:]] == [["–"] * len(more), list(more.values())]


def test_it_says_that_it_is_private_even_where_it_is_empty(tmp_path):
    assert Words("fr")("handouts.private") in tree_of(tmp_path, script(), "fr").words()
