"""Lists to choose from are easy to hit, wherever they open."""

import ast
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractItemView

import facilitator.ui
from facilitator.ui.choosing import ChoiceBox

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
