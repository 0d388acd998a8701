"""The keys of the capture line: what is said goes to its column, sector and ring in at most three strokes more."""

from itertools import groupby

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.boards.stakeholder_web.model import Stakeholder
from facilitator.boards.value_board.model import Card
from facilitator.content import methods
from facilitator.content.words import Words
from typing_keys import press, type_text

Key, Modifier = Qt.Key, Qt.KeyboardModifier
WORDS = Words("en")
HELD = {Key.Key_Shift, Key.Key_Control, Key.Key_Alt}


class Strokes(QObject):
    """Counts the keys that are pressed, also those that a shortcut takes; those that are only held are no strokes."""

    def __init__(self):
        super().__init__()
        self.count = 0

    def eventFilter(self, watched, event):
        pressed = event.type() == QEvent.Type.ShortcutOverride and watched is QApplication.focusWidget()
        if pressed and Qt.Key(event.key()) not in HELD:
            self.count += 1
        return False


@pytest.fixture
def web(board_console):
    return board_console("stakeholder_web")


@pytest.fixture
def line(web):
    return web.panel.capture.line


def placed(console):
    """Name, sector and ring of everybody, as they were added."""
    return [(each.name, each.category, each.ring) for each in console.desk.document.every(Stakeholder)]


def sectors(console):
    return [group.id for group in console.work.showing_now.groups]


def test_ctrl_enter_adds_and_goes_on_to_the_next_group(web, line):
    first, second, *_, last = sectors(web)
    type_text("Mayor")
    press(Key.Key_Return, Modifier.ControlModifier)
    assert web.panel.capture.group == second
    type_text("Ministry")
    press(Key.Key_Return, Modifier.ControlModifier | Modifier.ShiftModifier)
    assert web.panel.capture.group == first
    type_text("Clerk")
    press(Key.Key_Return, Modifier.ControlModifier | Modifier.ShiftModifier)
    assert web.panel.capture.group == last
    assert [(name, sector) for name, sector, _ in placed(web)] == [
        ("Mayor", first),
        ("Ministry", second),
        ("Clerk", first),
    ]


def test_what_is_refused_goes_nowhere(web, line):
    first = sectors(web)[0]
    type_text("Mayor @9")
    press(Key.Key_Return, Modifier.ControlModifier)
    assert web.panel.capture.group == first
    press(Key.Key_End)
    press(Key.Key_Backspace)
    type_text("2")
    press(Key.Key_Return)
    assert placed(web) == [("Mayor", first, 2)]
    assert web.panel.capture.group == first


def test_alt_and_an_arrow_choose_the_ring_of_the_next_lines(web, line):
    first = sectors(web)[0]
    press(Key.Key_Down, Modifier.AltModifier)
    assert web.panel.capture.ring == 1
    assert methods.rings()[0].name.within("en") in web.panel.capture.message
    type_text("Mayor\nClerk\nMinistry @4\n")
    press(Key.Key_Up, Modifier.AltModifier)
    assert web.panel.capture.ring is None
    type_text("Library\n")
    press(Key.Key_Up, Modifier.AltModifier)
    assert web.panel.capture.ring == 4
    assert placed(web) == [("Mayor", first, 1), ("Clerk", first, 1), ("Ministry", first, 4), ("Library", first, 3)]


def test_a_pasted_list_goes_to_the_ring_that_is_chosen(web, line):
    press(Key.Key_2, Modifier.AltModifier | Modifier.ShiftModifier)
    web.work.paste("Mayor\nMinistry @4")
    web.work.capturing.preview.add_button.click()
    assert [(name, ring) for name, _, ring in placed(web)] == [("Mayor", 2), ("Ministry", 4)]


def test_the_bar_says_where_the_next_line_goes(web, line):
    press(Key.Key_Down, Modifier.AltModifier, times=2)
    group = web.work.showing_now.groups[0].name
    assert line.accessibleDescription() == WORDS("console.add_to_ring", group=group, ring=2)
    press(Key.Key_Tab)
    group = web.work.showing_now.groups[1].name
    assert line.accessibleDescription() == WORDS("console.add_to_ring", group=group, ring=2)


def test_a_board_without_rings_has_none_to_choose(board_console):
    console = board_console("value_board")
    press(Key.Key_Down, Modifier.AltModifier)
    assert console.panel.capture.ring is None
    assert console.panel.capture.message == ""


# --- forty items in a journey, counted ---


@pytest.fixture
def strokes(qapp):
    counted = Strokes()
    qapp.installEventFilter(counted)
    yield counted
    qapp.removeEventFilter(counted)


class Journey:
    """Types items where the bar stands, and counts what each of them took beyond the letters of its own."""

    def __init__(self, console, strokes, order):
        self.console, self._strokes, self._order = console, strokes, order
        self.beyond = []

    def say(self, text, group, ring=None):
        before = self._strokes.count
        self._go_to(group, ring)
        type_text(text)
        press(Key.Key_Return)
        self.beyond.append(self._strokes.count - before - len(text))

    def _go_to(self, group, ring):
        bar = self.console.panel.capture
        ahead = (self._order.index(group) - self._order.index(bar.group)) % len(self._order)
        back = len(self._order) - ahead
        if ahead <= back:
            press(Key.Key_Tab, times=ahead)
        else:
            press(Key.Key_Backtab, times=back)
        if ring is not None:
            down = (ring - (bar.ring or 0)) % 5
            key, times = (Key.Key_Down, down) if down <= 2 else (Key.Key_Up, 5 - down)
            press(key, Modifier.AltModifier, times)


@pytest.mark.slow
def test_forty_stakeholders_in_six_sectors_and_four_rings(web, strokes):
    """As they come in a round of silent listing: sector by sector, each from the middle outwards and back."""
    order = sectors(web)
    journey = Journey(web, strokes, order)
    wanted = []
    for number, sector in enumerate(order):
        rings = [1, 1, 2, 2, 3, 4, 4] if number % 2 == 0 else [4, 3, 3, 2, 2, 1, 1]
        wanted += [(f"Body {number} {place}", sector, ring) for place, ring in enumerate(rings)]
    wanted = wanted[:40]
    assert len({sector for _, sector, _ in wanted}) == 6
    for name, sector, ring in wanted:
        journey.say(name, sector, ring)
    assert placed(web) == wanted
    assert len(journey.beyond) == 40
    assert min(journey.beyond) >= 1
    assert max(journey.beyond) <= 3
    assert sum(journey.beyond) <= 80


@pytest.mark.slow
def test_forty_stakeholders_in_whatever_order_they_are_called_out(web, strokes):
    """Every one into another sector and ring than the one before, by the keys that go straight there."""
    order = sectors(web)
    wanted = [(f"Body {number}", order[5 * number % 6], 1 + (3 * number + number // 4) % 4) for number in range(40)]
    assert len({(sector, ring) for _, sector, ring in wanted}) > 10
    beyond, ring_now = [], None
    for name, sector, ring in wanted:
        before = strokes.count
        press(Key.Key_1 + order.index(sector), Modifier.ControlModifier | Modifier.ShiftModifier)
        if ring != ring_now:
            press(Key.Key_0 + ring, Modifier.AltModifier | Modifier.ShiftModifier)
            ring_now = ring
        type_text(name)
        press(Key.Key_Return)
        beyond.append(strokes.count - before - len(name))
    assert placed(web) == wanted
    assert (min(beyond), max(beyond)) == (2, 3)


def test_the_key_of_a_ring_that_is_chosen_gives_it_up(web, line):
    for wanted in (2, None):
        press(Key.Key_2, Modifier.AltModifier | Modifier.ShiftModifier)
        assert web.panel.capture.ring == wanted


def test_from_anywhere_the_key_of_a_group_goes_to_the_line(web, line):
    web.outline.setFocus()
    press(Key.Key_3, Modifier.ControlModifier | Modifier.ShiftModifier)
    assert line.hasFocus()
    assert web.panel.capture.group == sectors(web)[2]
    press(Key.Key_9, Modifier.ControlModifier | Modifier.ShiftModifier)
    assert web.panel.capture.group == sectors(web)[2]  # there are fewer


@pytest.mark.slow
def test_forty_cards_in_four_columns(board_console, strokes):
    console = board_console("value_board")
    groups = console.work.showing_now.groups
    columns = [group.id for group in groups[:4]]
    journey = Journey(console, strokes, [group.id for group in groups])
    wanted = [(f"Card {number}", columns[number // 10]) for number in range(40)]
    for name, column in wanted:
        journey.say(name, column)
    found = [(each.text, each.column) for each in console.desk.document.every(Card)]
    assert found == wanted
    assert (min(journey.beyond), max(journey.beyond)) == (1, 2)
    assert [len(list(some)) for _, some in groupby(found, key=lambda each: each[1])] == [10, 10, 10, 10]


@pytest.mark.slow
def test_an_item_into_each_column_in_turn_takes_one_stroke(board_console, strokes):
    console = board_console("value_board")
    count = len(console.work.showing_now.groups)
    for number in range(2 * count):
        before = strokes.count
        type_text(f"Card {number}")
        press(Key.Key_Return, Modifier.ControlModifier)
        assert strokes.count - before - len(f"Card {number}") == 1
    columns = [each.column for each in console.desk.document.every(Card)]
    assert columns[:count] == columns[count:]
    assert len(set(columns)) == count
    assert QApplication.focusWidget() is console.panel.capture.line
    QTest.keyClick(console.panel.capture.line, Key.Key_Z, Modifier.ControlModifier)
    assert len(list(console.desk.document.every(Card))) == 2 * count - 1
