"""The inspector's parts and the forms of fields that are chosen from or told."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QToolButton

from facilitator.boards.described import Field
from facilitator.content.words import Words
from facilitator.ui.console.field_editors import editor_for
from facilitator.ui.console.inspector import Inspected, Inspector
from typing_keys import press, type_text

Key = Qt.Key
FLAGS = (("gate", "Must approve"), ("bid", "May bid & win"), ("union", "Union"))


def fields(name="Clerk", flags="union gate", owner="", owners="Who"):
    return (
        Field("name", "Name", name, "line"),
        Field("flags", "Flags", flags, "many", choices=FLAGS),
        Field("owner", owners, owner, "line", part="Plan"),
        Field("due", "By when", "2027-01-14", "date", part="Plan"),
        Field("needs", "Needs", "", "text", part="Stake"),
        Field("note", "Note", "Call", "text", private=True),
        Field("because", "Suggested", "Involve, because stake is 3.", "told", private=True, part="Told"),
    )


@pytest.fixture
def inspector(qtbot):
    shown = Inspector(Words("en"))
    qtbot.addWidget(shown)
    shown.resize(290, 500)
    shown.asked = []
    shown.fieldEntered.connect(lambda *edit: shown.asked.append(edit))
    shown.show_one(Inspected("b1", "B1 Clerk", fields()))
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    return shown


def editor(inspector, key):
    return next(each for each in inspector.editors if each.key == key)


def heads(inspector):
    return {head.text(): head for head in inspector.findChildren(QToolButton, "part") if head.isVisible()}


# --- parts ---


def test_fields_stand_in_parts_that_are_folded_away_at_first(inspector):
    assert [each.key for each in inspector.editors] == ["name", "flags", "note"]
    assert list(heads(inspector)) == ["Plan", "Stake", "Told"]
    assert heads(inspector)["Plan"].accessibleName() == "Plan, 1 of 2, closed"
    assert inspector.findChild(QFrame, "private").isAncestorOf(heads(inspector)["Told"])


def test_a_part_is_opened_by_key_and_stays_open_for_other_items(inspector):
    heads(inspector)["Plan"].setFocus()
    press(Key.Key_Space)
    assert [each.key for each in inspector.editors] == ["name", "flags", "owner", "due", "note"]
    assert heads(inspector)["Plan"].accessibleName() == "Plan, 1 of 2, open"
    inspector.show_one(Inspected("b2", "B2 Council", fields("Council", owner="Dana")))
    assert editor(inspector, "owner").widget.isVisible()
    assert editor(inspector, "owner").widget.text() == "Dana"
    inspector.show_many(["b1", "b2"], [])
    inspector.show_one(Inspected("b1", "B1 Clerk", fields()))
    assert editor(inspector, "owner").widget.isVisible()
    heads(inspector)["Plan"].setFocus()
    press(Key.Key_Space)
    assert not editor(inspector, "owner").widget.isVisible()
    inspector.show_many(["b1", "b2"], [])
    inspector.show_one(Inspected("b1", "B1 Clerk", fields()))
    assert [each.key for each in inspector.editors] == ["name", "flags", "note"]


def test_a_field_is_gone_to_wherever_it_is(inspector):
    for key in ("owner", "needs", "because", "name"):
        inspector.focus_field(key)
        assert editor(inspector, key).widget.hasFocus()
    with pytest.raises(KeyError):
        inspector.focus_field("nothing")


def test_what_is_private_and_hidden_stays_hidden(inspector):
    inspector.hide_private(True)
    inspector.focus_field("note")
    assert not editor(inspector, "note").widget.isVisible()


def test_what_was_typed_is_saved_when_its_part_is_folded_away(inspector):
    inspector.focus_field("owner")
    type_text("Dana")
    heads(inspector)["Plan"].click()
    assert inspector.asked == [("b1", "owner", "Dana")]


def test_what_was_refused_opens_its_part_when_its_item_is_shown_again(inspector):
    inspector.focus_field("owner")
    type_text("Dana")
    inspector.show_one(Inspected("b2", "B2 Council", fields("Council")))
    heads(inspector)["Plan"].click()
    inspector.show_many(["b1", "b2"], [])
    inspector.show_one(Inspected("b1", "B1 Clerk", fields()))
    assert editor(inspector, "owner").widget.text() == "Dana"
    assert editor(inspector, "owner").widget.isVisible()


def test_editors_go_on_with_another_item_and_ask_for_that_one(inspector):
    line = editor(inspector, "name").widget
    line.setFocus()
    inspector.show_one(Inspected("b2", "B2 Council", fields("Council", flags="gate")))
    assert editor(inspector, "name").widget is line  # making them anew would be slow
    assert line.text() == "Council"
    assert inspector.asked == []
    line.selectAll()
    type_text("Mayor")
    press(Key.Key_Return)
    assert inspector.asked == [("b2", "name", "Mayor")]


def test_other_fields_and_labels_are_made_anew(inspector):
    inspector.focus_field("owner")
    inspector.show_one(Inspected("b2", "B2 Council", fields(owners="Who does it")))
    assert editor(inspector, "owner").widget.accessibleName() == "Who does it"
    inspector.show_one(Inspected("b3", "B3", fields()[:2]))
    assert [each.key for each in inspector.editors] == ["name", "flags"]
    assert heads(inspector) == {}
    assert inspector.findChild(QFrame, "private") is None or not inspector.findChild(QFrame, "private").isVisible()


# --- many ---


def test_several_are_told_on_the_button(inspector):
    button = editor(inspector, "flags").widget
    assert button.text() == "Must approve, Union"
    assert button.accessibleName() == "Flags: Must approve, Union"
    inspector.show_one(Inspected("b1", "B1 Clerk", fields(flags="")))
    assert button.accessibleName() == "Flags: None chosen"


def test_several_are_chosen_by_keys_and_entered_together(inspector):
    editor(inspector, "flags").widget.setFocus()
    press(Key.Key_Space)
    press(Key.Key_Space)  # unticks the first that is ticked
    press(Key.Key_Down)
    press(Key.Key_Space)
    assert inspector.asked == []
    press(Key.Key_Return)
    assert QApplication.activePopupWidget() is None
    assert inspector.asked == [("b1", "flags", "bid union")]
    assert editor(inspector, "flags").widget.text() == "May bid & win, Union"


def test_a_menu_in_which_nothing_was_changed_enters_nothing(inspector):
    editor(inspector, "flags").widget.setFocus()  # the saved order is another than the menu's
    press(Key.Key_Return)
    press(Key.Key_Escape)
    assert inspector.asked == []


def test_a_value_that_is_no_choice_stays(inspector):
    inspector.show_one(Inspected("b1", "B1 Clerk", fields(flags="newer gate")))
    editor(inspector, "flags").widget.setFocus()
    press(Key.Key_Space)
    press(Key.Key_Space)
    press(Key.Key_Return)
    assert inspector.asked == [("b1", "flags", "newer")]


# --- told ---


def test_what_is_told_can_be_reached_and_read_and_not_changed(inspector):
    inspector.focus_field("because")
    told = editor(inspector, "because").widget
    assert told.accessibleName() == "Suggested, private: Involve, because stake is 3."
    type_text("x")
    press(Key.Key_Return)
    inspector.commit()
    assert told.text() == "Involve, because stake is 3."
    assert inspector.asked == []


def test_tab_goes_through_fields_and_parts_as_they_stand(inspector):
    inspector.focus_field("name")
    told = []
    for _ in range(9):
        focused = QApplication.focusWidget()
        told.append(focused.accessibleName())
        if focused.objectName() == "part":
            press(Key.Key_Space)
        press(Key.Key_Tab)
    assert [name.split(",")[0].split(":")[0] for name in told] == [
        *("Name", "Flags", "Plan", "Who", "By when", "Stake", "Needs", "Note", "Told"),
    ]


# --- in sight ---


def is_in_sight(widget):
    seen = widget.visibleRegion().boundingRect()
    return widget.isVisible() and seen.height() == widget.height()


def many_fields():
    public = (Field(f"p{number}", f"Public {number}", "", "line", part=f"Part {number // 8}") for number in range(32))
    private = (
        Field(f"s{number}", f"Secret {number}", "", "line", private=True, part=f"Own {number // 8}")
        for number in range(32)
    )
    return (*public, *private)


def settle():
    for _ in range(5):
        QApplication.processEvents()  # until everything new has its place


@pytest.mark.parametrize("key", ["p31", "s31", "p2", "s2"])
def test_a_field_that_is_gone_to_is_in_sight(inspector, key):
    inspector.show_one(Inspected("b4", "B4", many_fields()))
    for each in (key, key[0] + "17", key):
        inspector.focus_field(each)
        settle()
        assert is_in_sight(editor(inspector, each).widget)


def test_a_part_that_is_opened_comes_into_sight(inspector):
    inspector.resize(290, 700)
    inspector.show_one(Inspected("b4", "B4", many_fields()[:32]))
    inspector.focus_field("p2")
    last = heads(inspector)["Part 3"]
    last.setFocus()
    press(Key.Key_Space)
    settle()
    assert is_in_sight(editor(inspector, "p31").widget)
    assert is_in_sight(last)


def test_what_was_saved_without_the_blank_at_its_end_waits_no_more_and_typing_goes_on(qapp):
    editor = editor_for(Field("note", "Note", "", "text"), Words("en"))
    editor.widget.setPlainText("Call Dana\n")
    assert editor.pending() == "Call Dana\n"
    editor.show_field(Field("note", "Note", "Call Dana", "text"))
    assert editor.pending() is None
    assert editor.widget.toPlainText() == "Call Dana\n"
