"""Lists to choose from are easy to hit, wherever they open."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView

import facilitator.ui
from facilitator.ui.choosing import ChoiceBox, choice_box

LEAST = 28  # pixels


@pytest.fixture
def box(qtbot):
    made = ChoiceBox()
    qtbot.addWidget(made)
    made.addItems(["Not known", "1 Little say", "Une réponse assez longue pour une seule ligne"])
    return made


def test_every_row_is_high_enough(box):
    box.show()
    box.showPopup()
    rows = box.findChild(QAbstractItemView)
    heights = {rows.visualRect(rows.model().index(place, 0)).height() for place in range(3)}
    assert min(heights) >= LEAST
    box.hidePopup()


def test_the_closed_box_is_high_enough(box):
    assert box.sizeHint().height() >= LEAST


def test_every_box_of_the_app_is_one_of_these():
    """Qt's own has rows as low as the letters: only choosing.py may build on it."""
    for path in Path(facilitator.ui.__file__).parent.rglob("*.py"):
        names = {node.id for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Name)}
        assert "QComboBox" not in names or path.name == "choosing.py", path


AGENDAS = [
    "Empty",
    "As in “Workshop 1: capturing needs”",
    "Entretien sur l’énoncé",
    "Interview on capacity",
    "Capstone",
]


@pytest.fixture
def agendas(qtbot):
    made = ChoiceBox()
    qtbot.addWidget(made)
    made.addItems(AGENDAS)
    made.show()
    made.setFocus()
    return made


@pytest.mark.parametrize(
    ("typed", "found"),
    [("cap", 4), ("on cap", 3), ("CAPACITY", 3), ("enonce", 2), ("É", 2), ("workshop 1", 1), ("zzz", 0)],
)
def test_typing_finds_a_choice_by_what_stands_anywhere_in_it(agendas, qtbot, typed, found):
    heard = []
    agendas.activated.connect(heard.append)
    qtbot.keyClicks(agendas, typed)
    assert agendas.currentIndex() == found
    assert heard[-1:] == ([found] if found else [])


def test_a_choice_that_only_begins_like_the_first_letter_does_not_hold_on_to_the_word(qtbot):
    made = ChoiceBox()
    qtbot.addWidget(made)
    made.addItems(["Empty", "Talk on capacity, 90 minutes", "Copy of “Talk on capacity”"])
    qtbot.keyClicks(made, "cap")
    assert made.currentIndex() == 1


def test_a_space_while_a_word_is_typed_does_not_open_the_list(agendas, qtbot):
    qtbot.keyClicks(agendas, "on ")
    assert not agendas.view().isVisible()


def test_typing_finds_it_in_the_open_list_too(agendas, qtbot):
    agendas.showPopup()
    qtbot.keyClicks(agendas.view(), "on cap")
    assert agendas.view().currentIndex().row() == 3
    qtbot.keyClick(agendas.view(), Qt.Key.Key_Return)
    assert agendas.currentIndex() == 3


def test_an_empty_box_takes_letters_and_finds_nothing(qtbot):
    made = ChoiceBox()
    qtbot.addWidget(made)
    qtbot.keyClicks(made, "a")
    assert made.currentIndex() == -1


def test_a_choice_that_is_longer_than_the_box_ends_with_an_ellipsis(agendas):
    agendas.setCurrentIndex(1)
    agendas.resize(120, agendas.height())
    assert agendas.shown.endswith("…")
    agendas.resize(900, agendas.height())
    assert agendas.shown == AGENDAS[1]


def test_whose_something_is_stays_in_sight_where_it_stands_first(qtbot):
    title = "Winter B · 2 Feb · Half day 1: art of the possible and vision"
    box = choice_box([("s", title)], names_first=True)
    qtbot.addWidget(box)
    box.resize(260, 32)
    box.show()
    assert box.shown.startswith("Winter B · 2 Feb · H")
    assert box.shown.endswith("…")
    box.resize(150, 32)
    assert box.shown.startswith("Win")
    assert "…" in box.shown[1:-1]
    box.showPopup()
    assert box.view().width() > 150
    box.hidePopup()
