"""The console in a window of 1280 by 720: how much of each list is in sight, and what it is called there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from box_board import records
from facilitator.boards.described import Entry, EntryList, Field
from facilitator.content.words import Words
from facilitator.domain.engagement import Board, Segment, Session
from facilitator.ui.console.agenda_heading import AgendaHeading
from facilitator.ui.console.boards_list import BoardRow, BoardsList
from facilitator.ui.console.entries_panel import EntriesPanel
from facilitator.ui.console.field_area import FieldArea
from facilitator.ui.console.inspector import Inspected, Inspector
from facilitator.ui.console.side_lists import SideLists
from facilitator.ui.plain_label import PlainLabel

BOARDS = 32


@pytest.fixture(params=["en", "fr"])
def console(request, make_desk, make_console):
    """The console with thirty-two boards, two sessions, and one of them running for twelve segments."""
    boards = [Board(id=f"x{n}", number=n, kind="boxes", title=f"Board {n}") for n in range(3, BOARDS + 1)]
    more = [Segment(id=f"s{n}", session_id="session_1", number=n, minutes=9, title=f"Part {n}") for n in range(3, 13)]
    other = Session(id="t", number=2, title="Again")
    made = make_console(make_desk(*records(), *boards, *more, other, language=request.param))
    made.live.timing.start("s6")
    made.show_lists()
    QApplication.processEvents()
    return made


def rows_in_sight(shown):
    """The numbers of the rows that are in sight from top to bottom."""
    area = shown.viewport().rect()
    return [row for row in range(shown.count()) if area.contains(shown.visualItemRect(shown.item(row)))]


def test_four_boards_are_in_sight_and_the_running_segment_with_the_next_one(console):
    assert console.height() <= 720
    assert len(rows_in_sight(console.boards)) >= 4
    segments = console.live.agenda
    running = segments.list.currentRow()
    assert segments.segment.id == "s6"
    assert {running, running + 1} <= set(rows_in_sight(segments.list))


def test_the_open_board_is_in_sight_with_those_before_and_after_it(console):
    for number in (0, 9, 17, BOARDS - 1, 12):
        console.work.open(console.desk.boards()[number].id)
        around = {number - 1, number, number + 1} & set(range(BOARDS))
        assert around <= set(rows_in_sight(console.boards)), number


def test_it_stays_in_sight_in_a_window_that_gets_lower(console):
    console.resize(1280, 1000)
    QApplication.processEvents()
    console.work.open(console.desk.boards()[20].id)
    console.resize(1280, 700)
    QApplication.processEvents()
    assert 20 in rows_in_sight(console.boards)


def test_three_boards_take_no_more_than_three_rows(qtbot):
    shown = BoardsList(Words("en"))
    qtbot.addWidget(shown)
    heights = []
    for low in (True, False):
        shown.show_low(low=low)
        shown.show_rows([BoardRow(f"b{n}", f"Board {n}", "", "") for n in range(3)], "b0")
        heights.append(shown.sizeHint().height())
    assert heights == [3 * 34 + 8, 3 * 40 + 8]


@pytest.fixture
def heads(qtbot):
    """The names of lists in French, in a window of which the width can be set."""
    window = QWidget()
    qtbot.addWidget(window)
    made = SideLists(window)
    for name, key in (("Éléments", ""), ("Lacunes", "Ctrl+G"), ("Clavardage", "F7"), ("Conclusions", "F4")):
        made.add(name, QWidget(), key)
    made.add_elsewhere("Détails")
    window.show()
    yield made
    window.close()


def said(lists, width, counts):
    """What can be read on the heads in a row of this width, row by row."""
    lists.resize(width, 300)
    for place, count in enumerate(counts):
        lists.show_count(place, count)
    QApplication.processEvents()
    rows = {}
    for head in lists.heads:
        assert head.width() >= head.sizeHint().width()
        rows.setdefault(head.y(), []).append(head.shown)
    return list(rows.values())


def test_heads_have_one_row_and_only_the_longest_names_are_cut(heads):
    wide = said(heads, 500, (20, 11, 0, 2))
    assert wide == [["Éléments 20", "Lacunes 11", "Clavardage 0", "Conclusions 2", "Détails"]]
    (row,) = said(heads, 324, (20, 11, None, 2))
    assert row[:2] == ["Éléments 20", "Lacunes 11"]
    assert row[2].startswith("Clav")
    assert row[2].endswith("…")
    assert row[3].startswith("Conc")
    assert row[3].endswith("… 2")
    assert heads.heads[2].toolTip() == "Clavardage · F7"
    assert heads.heads[0].toolTip() == ""
    assert heads.heads[2].text() == "Clavardage"


def test_heads_of_which_nothing_would_be_left_have_a_second_row(heads):
    assert len(said(heads, 234, (20, 11, 12, 12))) == 2


def test_the_length_of_a_session_stands_below_the_heading_where_there_is_no_room_beside_it(qtbot):
    heading = AgendaHeading()
    qtbot.addWidget(heading)
    heading.setText("Ordre du jour · 120 min")
    heading.resize(400, 33)
    assert heading.lines == ("Ordre du jour · 120 min",)
    heading.resize(140, 33)
    assert heading.lines == ("Ordre du jour", "120 min")
    heading.resize(60, 33)
    assert heading.lines[0].endswith("…")


FIELDS = (
    Field("much", "How much", "", "choice", choices=(("", "not known"),)),
    Field("stand", "Where they stand", "", "choice", choices=(("", "not known"),)),
    Field("name", "Group", "x", "line"),
    Field("why", "Why that is so, and what it would take to change it in time", "", "line"),
)


@pytest.mark.parametrize("width", [220, 260, 310, 480])
def test_a_label_is_whole_beside_its_field_or_above_it(qtbot, width):
    inspector = Inspector(Words("en"))
    qtbot.addWidget(inspector)
    inspector.show_one(Inspected("i", "One", FIELDS))
    inspector.resize(width, 600)
    inspector.show()
    QApplication.processEvents()
    fields = {editor.key: editor.widget for editor in inspector.editors}
    for field in FIELDS:
        label = next(each for each in inspector.findChildren(PlainLabel) if each.text() == field.label)
        widget = fields[field.key]
        place, area = label.mapTo(inspector, label.rect().topLeft()), widget.mapTo(inspector, widget.rect().topLeft())
        lines = label.fontMetrics().boundingRect(label.rect(), Qt.TextFlag.TextWordWrap, field.label)
        assert lines.height() <= label.height() + 1
        assert lines.width() <= label.width()
        above = place.y() + label.height() <= area.y()
        assert above or place.x() + label.width() <= area.x()
        assert above == (field.key in ("stand", "why"))
        assert area.x() + widget.width() <= inspector.width()


def test_what_needs_more_width_than_there_is_never_spills_over_the_edge(qtbot):
    area = FieldArea()
    qtbot.addWidget(area)
    area.inside.addWidget(PlainLabel("x" * 200))
    area.resize(200, 200)
    area.show()
    QApplication.processEvents()
    assert area.widget().width() <= area.viewport().width()


def test_the_title_of_entries_has_one_line_beside_its_buttons_or_above_them(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    panel = EntriesPanel(Words("fr"), window)
    shown = EntryList("r", "Versions rendues publiques", FIELDS, (Entry("e", ("", "", "x", "")),))
    panel.show_lists([shown], private=True)
    window.show()
    (part,) = panel.parts
    heading = next(each for each in part.findChildren(PlainLabel) if each.text().startswith("Versions"))
    for width, above in ((300, True), (520, False)):
        for height in (300, max(panel.heightForWidth(width), panel.sizeHint().height())):
            panel.resize(width, height)
            QApplication.processEvents()
        assert heading.height() < 2 * heading.fontMetrics().lineSpacing()
        assert (heading.geometry().bottom() < part.add.y()) is above
        assert part.delete.geometry().right() <= part.width()
