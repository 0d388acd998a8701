"""OpeningCard: what there is to open: a file, the sample, a rehearsal, what was open lately."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout

from facilitator.content.words import Words
from facilitator.domain.language import LANGUAGES, Language
from facilitator.ui.buttons import button
from facilitator.ui.console.rows import ASIDE, RowPainter
from facilitator.ui.plain_label import PlainLabel

ROW = 34
"""Pixels that a row of a list is high."""


class Card(QFrame):
    """A part of the window that stands apart."""

    def __init__(self, *, hidden: bool = False) -> None:
        super().__init__()
        self.setObjectName("card")
        if hidden:
            self.hide()

    def headed(self, heading: str, about: str) -> QVBoxLayout:
        """A layout in it, below its heading and what it is about."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 16)
        layout.setSpacing(8)
        layout.addWidget(PlainLabel(heading, "title"))
        layout.addWidget(PlainLabel(about, "quiet", wraps=True))
        return layout


class OpeningCard(Card):
    """Asks by signals for a file to be chosen, for one of the `recent` ones, a copy of the sample, or a rehearsal."""

    fileWanted = Signal()
    openRequested = Signal(object)
    sampleRequested = Signal(str)
    rehearsalRequested = Signal(str)

    def __init__(self, recent: Sequence[Path], words: Words) -> None:
        super().__init__()
        self.recent = QListWidget()
        self._rows = RowPainter(ROW)
        self._list_recent(recent, words)
        layout = self.headed(words("welcome.open"), words("welcome.open_about"))
        layout.addWidget(button(words("welcome.open_file"), self.fileWanted.emit, icon_name="folder"))
        layout.addSpacing(12)
        layout.addWidget(PlainLabel(words("welcome.sample"), "title"))
        layout.addWidget(PlainLabel(words("welcome.sample_about"), "quiet", wraps=True))
        for language in LANGUAGES:
            layout.addWidget(button(words(f"welcome.sample_{language}"), self._asking_for_sample(language)))
        layout.addSpacing(12)
        layout.addWidget(PlainLabel(words("welcome.rehearse"), "title"))
        layout.addWidget(PlainLabel(words("welcome.rehearse_about"), "quiet", wraps=True))
        rehearse = QHBoxLayout()
        for language in LANGUAGES:
            rehearse.addWidget(button(words(f"welcome.rehearse_{language}"), self._asking_to_rehearse(language)))
        layout.addLayout(rehearse)
        layout.addSpacing(12)
        layout.addWidget(PlainLabel(words("welcome.recent"), "title"))
        if recent:
            layout.addWidget(self.recent, 1)
        else:
            layout.addWidget(PlainLabel(words("welcome.no_recent"), "quiet", wraps=True))
            layout.addStretch(1)

    def _asking_for_sample(self, language: Language) -> Callable[[], None]:
        return lambda: self.sampleRequested.emit(language)

    def _asking_to_rehearse(self, language: Language) -> Callable[[], None]:
        return lambda: self.rehearsalRequested.emit(language)

    def _list_recent(self, recent: Sequence[Path], words: Words) -> None:
        self.recent.setAccessibleName(words("welcome.recent"))
        self.recent.setItemDelegate(self._rows)
        self.recent.setMouseTracking(True)
        for path in recent:
            item = QListWidgetItem(path.stem)
            item.setData(Qt.ItemDataRole.UserRole, path)
            item.setData(ASIDE, path.parent.name)
            self.recent.addItem(item)
        self.recent.itemActivated.connect(lambda item: self.openRequested.emit(item.data(Qt.ItemDataRole.UserRole)))
