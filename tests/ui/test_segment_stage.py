"""A segment that starts brings its board to the stage, shown as it says, and nothing private with it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator.domain.engagement import Session
from facilitator.domain.screens import OutcomesScreen, ScreenWanted
from facilitator.domain.view import Showing
from facilitator.workshop.segments import SegmentValues, segment_edited

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def desk(look_desk):
    return look_desk


@pytest.fixture
def console(look_console):
    return look_console


@pytest.fixture
def bring(desk):
    """A function that lets a segment bring a board."""

    def bring(segment_id, board_id, **more):
        values = SegmentValues.of(next(each for each in _segments(desk) if each.id == segment_id))
        given = {"title": values.title, "minutes": values.minutes, "board_id": board_id, **more}
        desk.ask(lambda document: segment_edited(document, segment_id, SegmentValues(**given)))

    return bring


def _segments(desk):
    from facilitator.workshop.agenda import segments_of

    return segments_of(desk.document, "session_1")


def on_stage(desk):
    shown = desk.feed.shown
    return getattr(shown, "board_id", ""), getattr(shown, "showing", Showing()).form


def runs(desk):
    return desk.document.get(Session, "session_1").running_segment_id


def test_the_next_segment_brings_its_board_in_its_form(console, desk, bring):
    bring("g1", "two", form="rows", large=True)
    assert desk.feed.mode == "blank"
    QTest.keyClick(console, Qt.Key.Key_N, ALT)
    assert (runs(desk), on_stage(desk), desk.feed.mode) == ("g1", ("two", "rows"), "live")
    assert desk.feed.shown.showing.large
    assert console.work.board_id == "two"
    assert console.panel.view_row.forms.segments[1].isChecked()


def test_the_segment_says_what_stands_in_the_spotlight(console, desk, bring):
    bring("g1", "one", spot="left")
    bring("g2", "one", spot="gone")
    console.live.timing.next()
    assert desk.feed.shown.showing.spotlight == "left"
    console.live.timing.next()
    assert (runs(desk), desk.feed.shown.showing.spotlight) == ("g2", "")


def test_the_dialog_offers_what_can_be_spotlit_and_keeps_what_is_no_more(console, desk, bring):
    dialog = console.live.timing.edit("g1")
    assert not dialog.spot.isEnabled()
    dialog.board.setCurrentIndex(1)
    offered = [dialog.spot.itemData(place) for place in range(dialog.spot.count())]
    assert offered[0] == ""
    assert "left" in offered
    dialog.spot.setCurrentIndex(dialog.spot.findData("left"))
    dialog.enter()
    assert _segments(desk)[0].spot == "left"
    bring("g2", "one", spot="gone")
    again = console.live.timing.edit("g2")
    assert again.spot.currentText() == desk.words("session.spot_gone")
    assert again.values().spot == "gone"


def test_enter_in_the_list_does_the_same(console, desk, bring):
    bring("g2", "two", form="rows")
    console.live.agenda.list.setFocus()
    console.live.agenda.list.setCurrentRow(1)
    QTest.keyClick(console.live.agenda.list, Qt.Key.Key_Return)
    assert (runs(desk), on_stage(desk)) == ("g2", ("two", "rows"))


def test_a_segment_without_a_board_leaves_the_stage(console, desk, bring):
    bring("g1", "two", form="rows")
    console.live.timing.next()
    before = desk.feed.shown
    console.work.open("one")
    console.live.timing.next()
    assert (runs(desk), desk.feed.shown) == ("g2", before)
    assert console.work.board_id == "one"


def test_the_first_form_comes_back_where_a_segment_names_none(console, desk, bring):
    bring("g1", "one", form="rows", large=True)
    bring("g2", "one")
    console.live.timing.next()
    desk.showings.choose("one", spotlight="left")
    console.live.timing.next()
    assert on_stage(desk) == ("one", "")
    assert (desk.feed.shown.showing.large, desk.feed.shown.showing.spotlight) == (False, "")


def test_a_form_that_needs_something_private_is_refused_and_the_clock_starts(console, desk, bring):
    told = []
    desk.refused.connect(told.append)
    bring("g1", "one")
    bring("g2", "one", form="moods")
    console.live.timing.next()
    before = desk.feed.shown
    console.live.timing.next()
    assert runs(desk) == "g2"
    assert desk.feed.shown == before
    assert len(told) == 1
    assert "Moods" in told[0]
    assert desk.showings.form("one").id == "moods"
    assert desk.feed.layers_on("one") == frozenset()


def test_a_form_that_is_no_more_is_the_first_one(console, desk, bring):
    bring("g1", "one", form="bubbles")
    console.live.timing.next()
    assert on_stage(desk) == ("one", "")


def test_a_screen_gives_way_to_the_board(console, desk, bring):
    bring("g1", "one")
    desk.show_screen(ScreenWanted("outcomes", "session_1"))
    assert isinstance(desk.feed.shown, OutcomesScreen)
    console.live.timing.next()
    assert desk.feed.screen is None
    assert on_stage(desk) == ("one", "")


def test_held_and_blanked_stages_keep_their_picture_and_it_is_said(console, desk, bring):
    said = []
    desk.waits.connect(said.append)
    bring("g1", "one")
    bring("g2", "two", form="rows")
    console.live.timing.next()
    console.hold()
    before = desk.feed.shown
    console.live.timing.next()
    assert (desk.feed.shown, desk.feed.board_id) == (before, "two")
    assert said == [desk.words("console.waits_behind_hold")]
    console.hold()
    assert on_stage(desk) == ("two", "rows")
    console.blank()
    console.live.timing.start("g1")
    assert desk.feed.mode == "blank"
    assert said[1:] == [desk.words("console.waits_behind_blank")]


def test_ending_the_session_leaves_the_stage_and_a_full_disk_brings_nothing(console, desk, bring, ledger):
    bring("g1", "one")
    ledger.full = True
    console.live.timing.next()
    assert (runs(desk), desk.feed.mode) == ("", "blank")
    ledger.full = False
    for _ in range(3):
        console.live.timing.next()
    assert (runs(desk), on_stage(desk)) == ("", ("one", ""))


def test_the_dialog_offers_the_forms_of_the_chosen_board(console, desk):
    dialog = console.live.timing.edit("g1")
    assert [dialog.board.itemText(place) for place in range(3)] == [
        desk.words("session.no_board"),
        "First board",
        "Second board",
    ]
    assert not dialog.form.isEnabled()
    assert not dialog.large.isEnabled()
    dialog.board.setCurrentIndex(2)
    assert [dialog.form.itemText(place) for place in range(3)] == ["Boxes", "Rows", "Moods (shows something private)"]
    dialog.form.setCurrentIndex(1)
    dialog.large.setChecked(True)
    dialog.enter()
    console.live.timing.next()
    assert (on_stage(desk), desk.feed.shown.showing.large) == (("two", "rows"), True)
