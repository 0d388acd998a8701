"""What the graphics tests share: Qt without a screen, and a picture of a real board."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtGui import QImage

from box_board import KIND, records
from facilitator.content.theme import theme
from facilitator.domain.document import Document
from facilitator.graphics.board_canvas import BoardCanvas


@pytest.fixture
def document():
    return Document.of(records())


@pytest.fixture
def picture(document):
    return KIND.picture(KIND.view(document, "one"), theme())


@pytest.fixture
def ink():
    """A function that finds the box (left, top, right, bottom; pixels) of what is dark on a white image."""

    def found(image, threshold=200):
        grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
        stride, width = grey.bytesPerLine(), grey.width()
        data = bytes(grey.constBits())
        rows = [data[y * stride : y * stride + width] for y in range(grey.height())]
        dark = [y for y, row in enumerate(rows) if min(row) < threshold]
        columns = [x for x in range(width) if min(data[x::stride]) < threshold]
        return columns[0], dark[0], columns[-1] + 1, dark[-1] + 1

    return found


@pytest.fixture
def canvas(qtbot, picture, document):
    made = BoardCanvas(theme())
    qtbot.addWidget(made)
    made.resize(1000, 600)
    names = {item.id: item.name for item in KIND.items(KIND.view(document, "one"))}
    made.show_board(picture, names, {"b1": "!3"})
    with qtbot.waitExposed(made):
        made.show()
    made.setFocus()
    return made


@pytest.fixture
def asked(canvas):
    """All that the canvas asks for, in order."""
    heard = []
    for name in (
        "dropRequested",
        "renameRequested",
        "nudgeRequested",
        "linkRequested",
        "deleteRequested",
        "editRequested",
        "captureRequested",
        "selectionChanged",
    ):
        getattr(canvas, name).connect(lambda *values, name=name: heard.append((name, *values)))
    return heard
