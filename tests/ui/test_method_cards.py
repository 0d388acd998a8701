"""The method cards: beside the console, the segment's own first, found by typing, never of the stage."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from box_board import records
from facilitator.content.agendas import method_cards
from facilitator.domain.engagement import Segment

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture(params=["en"])
def console(request, make_desk, make_console):
    more = [
        Segment(id="g3", session_id="session_1", number=3, minutes=10, title="Break", method="break"),
        Segment(
            id="g4",
            session_id="session_1",
            number=4,
            minutes=12,
            title="Strategies",
            method="one_two_four",
            prompt="Who came round?",
            materials="Strategy cards",
        ),
    ]
    return make_console(make_desk(*records(), *more, language=request.param))


@pytest.fixture
def cards(qtbot, console):
    window = console.live.methods
    with qtbot.waitActive(window):
        QTest.keyClick(console, Qt.Key.Key_H, ALT)
    return window


def said(cards):
    QApplication.processEvents()
    return [label.text() for label in cards.area.widget().findChildren(QLabel) if label.isVisibleTo(cards)]


def test_the_key_opens_all_cards_and_the_console_goes_on_working(console, cards):
    assert set(cards.shown) == {card.id for card in method_cards()}
    assert not cards.isModal()
    assert cards.window() is not console
    assert cards.search.hasFocus()
    QTest.keyClick(cards.search, Qt.Key.Key_N, ALT)
    assert console.live.timing.clock.running.segment.id == "g1"
    QTest.keyClick(cards, Qt.Key.Key_Escape)
    assert not cards.isVisible()


def test_the_card_of_the_segment_comes_first_with_what_it_asks_and_needs(console, cards):
    console.live.agenda.choose("g4")
    assert cards.shown[:2] == ("one_two_four", "energy")
    texts = said(cards)
    assert texts[:4] == [
        "Strategies",
        "Who came round?",
        "Materials: Strategy cards",
        "Begin with an energy check, 1 minute.",
    ]
    assert texts[4:6] == ["1-2-4-All", "12 min · 6 or more"]


def test_it_follows_the_segment_that_starts(console, cards):
    console.live.agenda.choose("g1")
    assert said(cards)[0] == "Welcome"
    console.live.timing.start("g4")
    assert said(cards)[0] == "Strategies"


def test_typing_finds_names_before_texts_without_accents_and_capitals(cards):
    QTest.keyClicks(cards.search, "BREAK")
    assert cards.shown[0] == "break"
    assert "energy" in cards.shown
    cards.search.setText("nothing like this")
    assert cards.shown == ()
    assert said(cards) == ["No method is described like this."]


@pytest.mark.parametrize("console", ["fr"], indirect=True)
def test_they_are_in_french_too(cards):
    cards.search.setText("demonstration")
    assert cards.shown == ("demo",)
    assert said(cards)[0] == "Démonstration commentée"
    assert cards.windowTitle() == "Facilitator – Méthodes"


def test_pressing_the_key_again_closes_them(console, cards):
    cards.turn()
    assert not cards.isVisible()


def test_they_lie_over_the_console_and_belong_to_it(console, cards):
    assert console.frameGeometry().contains(cards.frameGeometry())
    assert cards.parentWidget().window() is console
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in cards.findChildren(QLabel))
