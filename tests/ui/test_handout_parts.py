"""The list of a pack's parts: by keys, by buttons and by dragging."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from facilitator.content.words import Words
from facilitator.handouts.made import PartOffered
from facilitator.ui.dialogs.handout_parts import HandoutParts

PARTS = tuple(PartOffered(key, key.upper()) for key in ("a", "b", "c"))


@pytest.fixture
def parts(qtbot):
    made = HandoutParts(Words("en"))
    qtbot.addWidget(made)
    made.show()
    made.offer(PARTS)
    return made


def told(parts):
    heard = []
    parts.changed.connect(lambda: heard.append(parts.wanted))
    return heard


def test_all_parts_as_they_are_offered_are_nothing_special(parts):
    heard = told(parts)
    parts.offer(PARTS)
    assert parts.wanted is None
    assert heard == []


def test_keys_move_a_part_and_it_stays_where_it_is_at_an_end(parts):
    heard = told(parts)
    alt = Qt.KeyboardModifier.AltModifier
    QTest.keyClick(parts.list, Qt.Key.Key_Up, alt)
    assert heard == []
    QTest.keyClick(parts.list, Qt.Key.Key_Down, alt)
    QTest.keyClick(parts.list, Qt.Key.Key_Down, alt)
    assert heard == [("b", "a", "c"), ("b", "c", "a")]
    QTest.keyClick(parts.list, Qt.Key.Key_Down, alt)
    assert len(heard) == 2
    assert parts.list.currentItem().text() == "A"


def test_buttons_move_a_part_and_rest_at_an_end(parts):
    assert [each.isEnabled() for each in (parts.up, parts.down)] == [False, True]
    parts.down.click()
    parts.down.click()
    assert parts.wanted == ("b", "c", "a")
    assert [each.isEnabled() for each in (parts.up, parts.down)] == [True, False]
    parts.up.click()
    parts.up.click()
    assert parts.wanted is None
    assert "Alt+↑" in parts.up.accessibleName()


def test_space_leaves_a_part_out_and_takes_it_back(parts):
    heard = told(parts)
    QTest.keyClick(parts.list, Qt.Key.Key_Space)
    QTest.keyClick(parts.list, Qt.Key.Key_Space)
    assert heard == [("b", "c"), None]


def test_with_all_left_out_nothing_is_wanted(parts):
    for row in range(3):
        parts.list.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert parts.wanted == ()


def test_a_click_on_the_box_leaves_a_part_out(parts):
    row = parts.list.visualItemRect(parts.list.item(1))
    QTest.mouseClick(parts.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(row.left() + 12, row.center().y()))
    assert parts.wanted == ("a", "c")


def test_a_part_that_is_dragged_lies_where_it_was_dropped(parts):
    heard = told(parts)
    model = parts.list.model()
    assert model.moveRow(parts.list.rootIndex(), 2, parts.list.rootIndex(), 0)  # what a drop inside the list does
    assert parts.wanted == ("c", "a", "b")
    assert heard == [("c", "a", "b")]
    assert all(parts.list.item(row).flags() & Qt.ItemFlag.ItemIsDragEnabled for row in range(3))
    assert not any(parts.list.item(row).flags() & Qt.ItemFlag.ItemIsDropEnabled for row in range(3))


def test_the_same_parts_in_another_language_stay_as_they_were_chosen(parts):
    parts.down.click()
    parts.list.item(2).setCheckState(Qt.CheckState.Unchecked)
    heard = told(parts)
    parts.offer(tuple(PartOffered(each.key, f"fr {each.key}") for each in PARTS))
    assert parts.wanted == ("b", "a")
    assert [parts.list.item(row).text() for row in range(3)] == ["fr b", "fr a", "fr c"]
    assert heard == []


def test_other_parts_begin_anew(parts):
    parts.down.click()
    parts.offer(PARTS[:2])
    assert parts.wanted is None
    assert parts.list.count() == 2


APART = (*PARTS, PartOffered("d", "Map", "Autumn A", apart=True))


def test_what_is_of_another_cohort_is_offered_with_its_name_and_not_ticked(parts):
    parts.offer(APART)
    row = parts.list.item(3)
    assert row.text() == "Autumn A: Map (another cohort’s)"
    assert parts.wanted is None
    row.setCheckState(Qt.CheckState.Checked)
    assert parts.wanted == ("a", "b", "c", "d")
    parts.offer(APART)
    assert parts.wanted == ("a", "b", "c", "d")


def test_ticks_do_not_stay_where_the_same_part_is_of_another_cohort_now(parts):
    parts.offer(APART)
    parts.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    parts.offer((PartOffered("a", "A", "Winter B", apart=True), *PARTS[1:], PartOffered("d", "Map", "Autumn A")))
    ticked = [parts.list.item(place).checkState() == Qt.CheckState.Checked for place in range(4)]
    assert ticked == [False, True, True, True]
    assert parts.wanted is None
