"""The dialog for logo and colour: what it says of a colour, and that nothing is lost by a slip."""

import base64

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.content.words import Words
from facilitator.domain.brand import Brand
from facilitator.exchange.logo import logo_of
from facilitator.exchange.reading import SIZE_LIMIT
from facilitator.ui.dialogs import brand_dialog
from facilitator.ui.dialogs.brand_dialog import BrandDialog
from pictures import picture

EN = Words("en")
LOGO = logo_of(picture(), "arms.png")


@pytest.fixture
def opened(qtbot):
    """Opens the dialog; what it saves is in `saved`, and `accepts` says whether it is."""
    parent = QWidget()
    qtbot.addWidget(parent)
    saved = []

    def open_dialog(brand=None, accepts=True, words=EN):
        def save(*values):
            saved.append(values)
            return accepts

        dialog = BrandDialog(brand or Brand(id="engagement"), save, words, parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        dialog.show()
        return dialog, saved

    return open_dialog


def test_a_dark_colour_is_taken_as_it_is_and_a_light_one_is_darkened_for_words(opened, qtbot):
    dialog, saved = opened()
    assert dialog.told == EN("brand.house")
    qtbot.keyClicks(dialog.colour, "#7A1F5C")
    assert dialog.told == EN("brand.enough", ratio="9.6")
    dialog.colour.clear()
    qtbot.keyClicks(dialog.colour, "fc0")
    assert "1.5:1" in dialog.told
    assert "#796A1F" in dialog.told.upper()
    qtbot.keyClick(dialog.colour, Qt.Key.Key_Return)
    assert saved == [("fc0", "", "")]
    assert not dialog.isVisible()


def test_what_is_no_colour_is_said_while_it_is_typed(opened, qtbot):
    dialog, _ = opened()
    qtbot.keyClicks(dialog.colour, "blue")
    assert dialog.told == EN("refusals.colour_unreadable", text="blue")


def test_a_logo_is_taken_named_and_removed(opened, qtbot):
    dialog, saved = opened()
    assert not dialog.remove_logo.isEnabled()
    dialog.take_logo(picture(), "arms.png")
    dialog.logo_text.setText("The arms")
    dialog.enter()
    assert saved == [("", LOGO, "The arms")]
    dialog, saved = opened(Brand(id="engagement", logo=LOGO, logo_text="The arms"))
    dialog.remove_logo.click()
    dialog.enter()
    assert saved[-1][1] == ""


def test_a_file_that_is_no_picture_is_said_and_the_logo_stays(opened):
    dialog, saved = opened(Brand(id="engagement", colour="#7a1f5c", logo=LOGO, logo_text="The arms"))
    dialog.take_logo(b"%PDF-1.7", "letter.pdf")
    assert dialog.problem == EN("refusals.logo_unreadable", name="letter.pdf")
    dialog.logo_text.setText("Other words")
    dialog.enter()
    assert base64.b64decode(saved[0][1]) == base64.b64decode(LOGO)


def test_what_was_changed_goes_at_the_second_escape_only(opened, qtbot):
    dialog, saved = opened()
    qtbot.keyClicks(dialog.colour, "#123456")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.problem == EN("console.entry_not_saved")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert saved == []


def test_it_stays_open_where_it_could_not_be_saved(opened, qtbot):
    dialog, _ = opened(accepts=False)
    qtbot.keyClicks(dialog.colour, "#123456")
    qtbot.keyClick(dialog.colour, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_a_file_that_is_too_big_for_a_logo_is_not_read(opened, tmp_path, monkeypatch):
    huge = tmp_path / "arms.png"
    with huge.open("wb") as file:
        file.truncate(SIZE_LIMIT + 1)
    monkeypatch.setattr(brand_dialog, "files_to_open", lambda *its: [huge])
    monkeypatch.setattr(type(huge), "read_bytes", lambda path: pytest.fail("it was read"))
    dialog, _ = opened()
    dialog.choose_logo.click()
    assert dialog.problem == EN("refusals.import_too_big", size=21, limit=20)


def test_enter_presses_the_button_that_has_the_focus(opened, qtbot, monkeypatch):
    asked = []
    monkeypatch.setattr(brand_dialog, "files_to_open", lambda *its: asked.append("file") or [])
    dialog, saved = opened()
    dialog.choose_logo.setFocus()
    qtbot.keyClick(dialog.choose_logo, Qt.Key.Key_Return)
    assert asked == ["file"]
    assert dialog.isVisible()
    assert saved == []
