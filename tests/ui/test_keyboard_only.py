"""Keyboard alone builds the sample's stakeholder web: key events to whatever has the focus, and nothing else."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from facilitator.boards.stakeholder_web.model import Relationship, Stakeholder
from facilitator.catalogue import kind_of
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.sample import founding_of_sample
from typing_keys import press, type_text

Key, Modifier = Qt.Key, Qt.KeyboardModifier
BOARD = "stakeholder_web"
WORDS = Words("en")
MARKS = (("!", "influence"), ("~", "attitude"))


@pytest.fixture
def sample():
    return Document.of(founding_of_sample("en").added())


@pytest.fixture
def console(board_console):
    """The console on an engagement with one empty web."""
    return board_console(BOARD)


# --- what there is and what there should be; ids are chance, so codes and labels stand for them ---


def stakeholders(document):
    """All stakeholders in the order of their codes."""
    return sorted(document.every(Stakeholder), key=lambda each: int(each.code[1:]))


def name_of(key, label):
    """What a field is called whatever the ids: roles are fields of a deliverable each."""
    return f"raci:{label}" if key.startswith("raci:") else key


def fields(document, item_id):
    """The fields of an item that can be edited, by what they are called."""
    found = kind_of(BOARD).fields(document, item_id, WORDS)
    return {name_of(field.key, field.label): field for field in found if field.form != "told"}


def values(document, item_id):
    return {name: field.value for name, field in fields(document, item_id).items()}


def differing(console, item_id, wanted):
    """Those of the fields wanted that an item of the console's board has with another value."""
    built = values(console.desk.document, item_id)
    return {name: field for name, field in wanted.items() if name in built and built[name] != field.value}


def ties(document):
    """The ids of all ties by the codes of their ends."""
    codes = {each.id: each.code for each in document.every(Stakeholder)}
    return {(codes[tie.from_id], codes[tie.to_id]): tie.id for tie in document.every(Relationship)}


# --- keys ---


def enter_field(field):
    """A value into the editor that has the focus, as its form wants it."""
    if field.form == "choice":
        press(Key.Key_Home)
        press(Key.Key_Down, times=[value for value, _ in field.choices].index(field.value))
    elif field.form == "many":
        press(Key.Key_Home)
        for value, _ in field.choices:
            if value in field.value.split():
                press(Key.Key_Space)
            press(Key.Key_Down)
    else:
        press(Key.Key_A, Modifier.ControlModifier)
        type_text(field.value)


def capture(line):
    type_text(line)
    press(Key.Key_Return)


def capture_people_and_ties(sample):
    codes = {}
    for each in stakeholders(sample):
        codes[each.id] = each.code
        known = values(sample, each.id)
        marks = "".join(f" {sign}{known[key]}" for sign, key in MARKS if known[key])
        capture(f"{each.name} #{each.category} @{each.ring}{marks}")
    for tie in sample.every(Relationship):
        capture(f"{codes[tie.from_id]} >{tie.kind}> {codes[tie.to_id]}")


def fill_hub(console, sample):
    """The board's own details, field by field and part by part, until Tab leads out of them."""
    wanted = fields(sample, BOARD)
    press(Key.Key_F6)
    press(Key.Key_Home)
    press(Key.Key_Return)
    while console.inspector.isAncestorOf(focused := QApplication.focusWidget()):
        field = next((wanted.get(each.key) for each in console.inspector.editors if each.widget is focused), None)
        if field and field.key in differing(console, console.work.board_id, wanted):
            enter_field(field)
        elif focused.objectName() == "part":
            press(Key.Key_Space)
        press(Key.Key_Tab)


def fill_table(console, sample):
    """Row by row and cell by cell, whatever the capture lines left open."""
    heads = [segment.accessibleName() for segment in console.panel.view_row.forms.segments]
    place = next(place for place, head in enumerate(heads) if WORDS("console.as_table") in head)
    press(Key.Key_1 + place, Modifier.AltModifier)
    press(Key.Key_K, Modifier.ControlModifier)
    press(Key.Key_Escape)
    press(Key.Key_Home, Modifier.ControlModifier)
    table = console.table
    for _ in range(table.model.rowCount()):
        item_id = table.model.item_at(table.view.currentIndex().row())
        code = console.desk.document.get(Stakeholder, item_id).code
        wanted = fields(sample, next(each.id for each in stakeholders(sample) if each.code == code))
        for column in table.model.columns:
            field = differing(console, item_id, wanted).get(name_of(column.key, column.label))
            if field:
                press(Key.Key_F2)
                enter_field(field)
            press(Key.Key_Tab)


def fill_ties(console, sample):
    """Each tie in the list of all items, below the stakeholder where it begins, and then its details."""
    names = {each.code: each.name for each in stakeholders(sample)}
    for (start, end), tie in ties(sample).items():
        wanted = fields(sample, tie)
        press(Key.Key_F6)
        press(Key.Key_Home)
        go_down(console, lambda line, start=start: line.startswith(f"{start} "))
        press(Key.Key_Right)
        go_down(console, lambda line, end=end: line.endswith(f"→ {names[end]}"))
        press(Key.Key_Return)
        for editor in console.inspector.editors:
            field = differing(console, console.work.picked[0], wanted).get(editor.key)
            if field:
                enter_field(field)
            press(Key.Key_Tab)


def go_down(console, wanted):
    """To the next line of the list that is wanted."""
    for _ in range(100):
        if wanted(console.outline.currentItem().text(0)):
            return
        press(Key.Key_Down)
    raise AssertionError(console.outline.currentItem().text(0))


@pytest.mark.slow
def test_keyboard_alone_builds_the_sample(console, sample):
    assert console.panel.capture.line.hasFocus()
    capture_people_and_ties(sample)
    fill_hub(console, sample)
    fill_table(console, sample)
    fill_ties(console, sample)
    built, board_id = console.desk.document, console.work.board_id
    assert len(stakeholders(built)) == 20
    assert [values(built, each.id) for each in stakeholders(built)] == [
        values(sample, each.id) for each in stakeholders(sample)
    ]
    assert {ends: values(built, tie) for ends, tie in ties(built).items()} == {
        ends: values(sample, tie) for ends, tie in ties(sample).items()
    }
    assert values(built, board_id) == values(sample, BOARD)
