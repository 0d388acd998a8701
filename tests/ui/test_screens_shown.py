"""A screen on the stage: the console says which one participants see, and turns its pages by key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from box_board import KIND, journal_with, records
from facilitator.content.theme import theme
from facilitator.content.words import Words
from facilitator.domain.screens import OutcomeLine, OutcomesScreen, PollAnswer, PollScreen, ReadBackScreen, ScreenWanted
from facilitator.ui.desk import Desk, Kinds
from facilitator.ui.plain_label import PlainLabel
from facilitator.workshop.stage_feed import StageFeed

LINES = tuple(
    OutcomeLine("decision", f"D{n}", "Open the counter on Saturdays, too " * 6, "", None, True) for n in range(40)
)


def screen_of(document, wanted):
    """Screens of every kind, whatever is in the document."""
    match wanted.kind:
        case "outcomes":
            return OutcomesScreen("en", "", LINES if wanted.id == "many" else (), wanted.page)
        case "poll":
            answers = (PollAnswer(1, "Yes", None), PollAnswer(2, "No", None))
            return PollScreen("en", "Shall we?", wanted.id == "scale", answers, 0)
        case _:
            return ReadBackScreen("en", ())


@pytest.fixture
def console(qapp, make_console):
    feed = StageFeed(lambda document, board_id, showing: KIND.view(document, board_id, showing), screen_of=screen_of)
    kinds = Kinds(lambda kind_id: KIND, (), lambda document, kind, title: None)
    return make_console(Desk(journal_with(*records()), feed, kinds, Words("en"), theme()))


def heading(console):
    return console.stage.findChildren(PlainLabel)[0].text()


def test_the_preview_says_what_stands_in_place_of_a_board(console):
    console.looking.to_stage()
    assert heading(console) == "What participants see · live"
    named = {
        ScreenWanted("poll", "p"): "poll",
        ScreenWanted("poll", "scale"): "temperature",
        ScreenWanted("to_confirm", ""): "read back",
        ScreenWanted("outcomes", ""): "outcomes",
    }
    for wanted, name in named.items():
        console.desk.show_screen(wanted)
        assert heading(console) == f"Participants see: {name}"
    console.blank()
    assert heading(console) == "What participants see · blank"


def next_page(console):
    return next(each for each in console.live.menu.actions() if each.text() == "Next page on the stage")


def press(console, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(console, key, modifier)


def test_pages_are_turned_by_key_and_only_where_there_are_some(console):
    desk = console.desk
    desk.show_screen(ScreenWanted("outcomes", "few"))
    assert not next_page(console).isVisible()
    desk.show_screen(ScreenWanted("outcomes", "many"))
    assert next_page(console).isVisible()
    pages, first = console.live.screens.pages, desk.stage_picture()
    assert pages > 2
    seen = [first]
    for _ in range(pages):
        press(console, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
        seen.append(desk.stage_picture())
    assert seen[-1] == first
    assert len({picture.alt for picture in seen}) == pages


def test_esc_leaves_a_screen_on_the_stage_and_f3_and_f5_bring_the_board_back(console):
    console.looking.to_stage()
    board = console.desk.stage_picture()
    for back in (Qt.Key.Key_F3, Qt.Key.Key_F5):
        press(console, Qt.Key.Key_F3)
        shown = console.desk.stage_picture()
        assert shown != board
        press(console, Qt.Key.Key_Escape)
        assert console.desk.stage_picture() == shown
        assert console.panel.to_stage.isEnabled()
        press(console, back)
        assert console.desk.stage_picture() == board
