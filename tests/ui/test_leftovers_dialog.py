"""The window with what may still tell who it is, over a real journal: read by keys, closed by Enter or Esc."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from facilitator.content.words import Words
from facilitator.domain.outcome import Outcome
from facilitator.domain.refusal import Refusal
from facilitator.packs.sorts import HandoutOrder
from facilitator.sample import founding_of_sample
from facilitator.ui.console.leftover_work import LeftoverWork

EN = Words("en")
KEPT = HandoutOrder("letter", "en", "participants")
ORDER = HandoutOrder("letter", "en", "participants", anonymous=True)


@pytest.fixture
def work(make_desk):
    records = list(founding_of_sample("en").added())
    records.append(Outcome(id="o", number=9, kind="decision", code="D77", text="mend the road along Wilno Creek"))
    types = tuple(dict.fromkeys(map(type, records)))
    return LeftoverWork(make_desk(*records, types=types))


@pytest.fixture
def told(work, qtbot):
    """What is said of the order once it is known."""
    with qtbot.waitSignal(work.looked):
        assert work.told(ORDER) == ""
    return work.told(ORDER)


@pytest.fixture
def dialog(work, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = work.dialog(ORDER, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    dialog.show()
    yield dialog
    dialog.reject()


def test_how_many_places_there_are_is_said_only_of_a_pack_without_names(work, told):
    assert work.told(KEPT) == ""
    assert work.told(HandoutOrder("letter", "en", "report", anonymous=True)) == ""
    count = int(told.split()[0])
    assert count > 1
    assert told == EN("anonymous.left", count=count)


def test_the_window_waits_for_no_look_and_what_another_language_leaves_is_looked_for_anew(work, told, qtbot):
    other = replace(ORDER, language="fr")
    with qtbot.waitSignal(work.looked):
        assert work.told(other) == ""
        assert work.told(other) == ""  # it is under way
    assert work.told(other)
    with qtbot.waitSignal(work.looked):
        assert work.told(ORDER) == ""


def test_a_look_that_nobody_waits_for_is_begun_again_when_it_is_wanted(work, qtbot):
    assert work.told(ORDER) == ""
    work.drop()
    with qtbot.waitSignal(work.looked):
        assert work.told(ORDER) == ""
    assert work.told(ORDER)


def test_each_place_stands_in_a_row(dialog, told):
    rows = [[dialog.table.item(row, at).text() for at in range(3)] for row in range(dialog.table.rowCount())]
    assert ["Wilno Creek", "mend the road along Wilno Creek", "Outcome D77"] in rows
    assert dialog.counted == told == EN("anonymous.left", count=len(rows))
    assert dialog.table.accessibleName()
    assert dialog.table.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_enter_and_esc_close_it(dialog, key):
    QTest.keyClick(dialog.table, key)
    assert dialog.isHidden()


def test_it_fits_a_small_screen(dialog):
    assert dialog.minimumSizeHint().width() <= 1240
    assert dialog.minimumSizeHint().height() <= 640


def test_no_place_is_shown_while_what_is_private_is_hidden(make_desk, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    with pytest.raises(Refusal, match="leftovers_hidden"):
        LeftoverWork(make_desk(), lambda: True).open(ORDER, parent)
    assert parent.findChildren(QDialog) == []
