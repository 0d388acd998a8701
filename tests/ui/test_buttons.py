"""Buttons with words and keys: what is cut first where there is little room."""

import pytest

from facilitator.ui.buttons import StepButton


@pytest.fixture
def shown(qtbot):
    made = StepButton(lambda: None, "undo")
    qtbot.addWidget(made)
    made.show_step("Undo: Answer <b> & so on", "Ctrl+Z", "Answer <b> & so on")
    made.show()
    return made


def test_a_step_is_named_with_its_key_where_there_is_room(shown):
    shown.resize(shown.sizeHint())
    assert shown.text() == " Undo: Answer <b> && so on  Ctrl+Z"


def test_the_key_goes_before_the_words_of_a_step_do(shown):
    shown.resize(shown.sizeHint().width() - 20, shown.height())
    assert shown.text() == " Undo: Answer <b> && so on"


def test_the_tip_tells_all_of_it_where_words_are_cut(shown):
    shown.resize(shown.minimumSizeHint())
    assert shown.text().startswith(" Ans"), "the icon says that it is undone"
    assert shown.text().endswith("…")
    assert "Undo: Answer &lt;b&gt; &amp; so on (Ctrl+Z)" in shown.toolTip()
