"""The row below the board: what is cut first where there is little room, and that no word is cut through a letter."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from facilitator.ui.buttons import KeyButton, StepButton
from facilitator.ui.console.action_row import ActionRow
from facilitator.ui.literal_tip import literal_tip


@pytest.fixture
def row(qtbot):
    undo, redo = StepButton(lambda: None, "undo"), StepButton(lambda: None, "redo")
    undo.show_step("Annuler : Ajouter une séance", "Ctrl+Z", "Ajouter une séance")
    redo.show_step("Rétablir : Ajouter une séance", "Ctrl+Y", "Ajouter une séance")
    deeds = [
        KeyButton("Renommer", lambda: None, icon_name="pencil", key="F2"),
        KeyButton("Relier", lambda: None, icon_name="link", key="Ctrl+L"),
        KeyButton("Supprimer", lambda: None, icon_name="delete"),
    ]
    made = ActionRow(undo, redo, deeds, [QPushButton("Ranger")])
    window = QWidget()  # by itself a window would never be narrower than what its parts have now
    qtbot.addWidget(window)
    made.setParent(window)
    window.show()
    yield made
    window.close()


def texts(row, width):
    """The words that stand on the buttons when the row is so wide."""
    row.resize(width, row.height())
    QApplication.sendPostedEvents()
    return [each.text().strip() for each in row.findChildren(QPushButton)]


def test_a_wide_row_tells_all_words_and_keys(row):
    undo, redo, *deeds = texts(row, 1300)
    assert undo == "Annuler : Ajouter une séance  Ctrl+Z"
    assert redo == "Rétablir : Ajouter une séance  Ctrl+Y"
    assert deeds == ["Renommer  F2", "Relier  Ctrl+L", "Supprimer", "Ranger"]


def test_where_it_gets_narrow_redo_is_an_icon_and_keys_are_dropped_whole(row):
    undo, redo, *deeds = texts(row, 560)
    assert undo.startswith("Ajouter une s")
    assert redo == ""
    assert deeds == ["Renommer", "Relier", "Supprimer", "Ranger"]


@pytest.mark.parametrize("width", range(440, 1300, 13))
def test_at_no_width_is_a_word_cut_through_a_letter_or_put_outside_the_row(row, width):
    least = row.minimumSizeHint().width()
    for shown, text in zip(row.findChildren(QPushButton), texts(row, max(width, least)), strict=True):
        metrics = shown.fontMetrics()
        icon = 0 if shown.icon().isNull() else shown.iconSize().width()
        assert metrics.horizontalAdvance(text) + icon <= shown.width()
        assert text == "" or text.endswith(("…", "Ranger")) or any(text.startswith(word) for word in WHOLE)
        assert shown.geometry().right() <= row.width()


WHOLE = ("Annuler : Ajouter une séance", "Ajouter une séance", "Rétablir :", "Renommer", "Relier", "Supprimer")


def test_the_key_goes_whole_before_the_words_do_and_the_tip_keeps_both(qtbot):
    shown = KeyButton("Relier & nouer", lambda: None, icon_name="link", key="Ctrl+L")
    qtbot.addWidget(shown)
    shown.show()
    shown.resize(shown.sizeHint())
    assert shown.text() == " Relier && nouer  Ctrl+L"
    shown.resize(shown.sizeHint().width() - 1, shown.height())
    assert shown.text() == " Relier && nouer"
    shown.resize(shown.width_of_words - 10, shown.height())
    assert shown.text().startswith(" Rel")
    assert shown.text().endswith("…")
    assert shown.toolTip() == literal_tip("Relier & nouer (Ctrl+L)")
    assert shown.accessibleName() == "Relier & nouer (Ctrl+L)"


def test_without_a_redo_the_room_is_for_the_others(row):
    with_redo = texts(row, 615)
    row._redo.hide()
    without = texts(row, 615)
    assert with_redo[2] == "Renommer"
    assert without[2] == "Renommer  F2"
