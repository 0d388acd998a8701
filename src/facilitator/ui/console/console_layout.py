"""How the parts of the console stand side by side."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from facilitator.ui.plain_label import PlainLabel

_LEFT, _RIGHT = 270, 340
_WIDTH = 1280
_TITLE_BAR = 40  # pixels that window managers put above a window; what they take is known only once it is shown

_APART = 9
"""Pixels between the parts of a column: enough to tell them apart, and none that lists could use in a low window."""

COLUMN_MARGIN = 10
"""Pixels above and below what stands in a column."""


def fitting_size() -> QSize:
    """The size in which the console opens: what its parts need, as far as the screen has room."""
    screen = QGuiApplication.primaryScreen().availableSize()
    return QSize(1440, 900).boundedTo(QSize(screen.width(), screen.height() - _TITLE_BAR))


def columns(left: QWidget, centre: QWidget, right: QWidget) -> QSplitter:
    """Three columns with the centre taking what room there is; their edges can be dragged."""
    beside = QSplitter(Qt.Orientation.Horizontal)
    for part in (left, centre, right):
        beside.addWidget(part)
    beside.setStretchFactor(1, 1)
    beside.setChildrenCollapsible(False)
    beside.setSizes([_LEFT, _WIDTH - _LEFT - _RIGHT, _RIGHT])
    left.setMinimumWidth(240)
    right.setMinimumWidth(250)
    return beside


def centred(panel: QWidget, prompt: QWidget) -> QWidget:
    """The board with the prompt below it."""
    centre = QWidget()
    layout = QVBoxLayout(centre)
    layout.setContentsMargins(10, 8, 10, 10)
    layout.setSpacing(6)
    layout.addWidget(panel, 1)
    layout.addWidget(prompt)
    centre.setMinimumWidth(440)
    return centre


def headed(heading: str, part: QWidget, *beside: QWidget) -> QWidget:
    """A part under its heading, with buttons at the end of that line."""
    whole = QWidget()
    layout = QVBoxLayout(whole)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(5)
    head = QHBoxLayout()
    head.addWidget(PlainLabel(heading, "heading"), 1)
    for each in beside:
        head.addWidget(each)
    layout.addLayout(head)
    layout.addWidget(part)
    return whole


def column(*parts: QWidget, stretched: QWidget | None = None, beside: int = 12) -> QWidget:
    """Parts one below the other, `beside` pixels from the edges; `stretched` takes what room is left."""
    whole = QWidget()
    layout = QVBoxLayout(whole)
    layout.setContentsMargins(beside, COLUMN_MARGIN, beside, COLUMN_MARGIN)
    layout.setSpacing(_APART)
    for part in parts:
        layout.addWidget(part, int(part is stretched))
    return whole


def stacked(*parts: QWidget, stretched: QWidget) -> QWidget:
    """Parts from edge to edge, one below the other; `stretched` takes what room is left."""
    ground = QWidget()
    ground.setObjectName("ground")
    layout = QVBoxLayout(ground)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for part in parts:
        layout.addWidget(part, int(part is stretched))
    return ground
