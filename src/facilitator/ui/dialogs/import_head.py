"""ImportHead: what is to be imported, where another source can be taken instead."""

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.boards.incoming import Incoming
from facilitator.content.words import Words
from facilitator.ui.buttons import button
from facilitator.ui.dialogs.import_source import ImportSource
from facilitator.ui.plain_label import ElidedLabel, PlainLabel


class ImportHead(QWidget):
    """Says what was read, or before that what can be; `has_header` asks for its first row to be read as names."""

    def __init__(self, choose: Callable[[], object], paste: Callable[[], object], words: Words) -> None:
        super().__init__()
        self._words = words
        self.open_button = button(words("exchange.open"), choose, icon_name="folder", key="Ctrl+O")
        self.paste_button = button(words("exchange.paste"), paste, key="Ctrl+V")
        for each in (self.open_button, self.paste_button):
            each.setAutoDefault(True)  # Enter on it is not to import
        self.has_header = QCheckBox(words("exchange.has_header"))
        self._about = PlainLabel(words("exchange.about"), wraps=True)
        self._recognized = ElidedLabel("")
        row = QHBoxLayout()
        row.addWidget(self._recognized, 1)
        for part in (self.has_header, self.open_button, self.paste_button):
            row.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._about)
        layout.addLayout(row)
        self.has_header.hide()

    @property
    def recognized(self) -> str:
        """What is said about the source, "" before there is one."""
        return self._recognized.text()

    def show_source(self, source: ImportSource, incoming: Incoming) -> None:
        """Say what was read, and what could be read along with it."""
        words = self._words
        self.has_header.setVisible(incoming.form == "csv")
        self.has_header.blockSignals(True)
        self.has_header.setChecked(incoming.has_header)
        self.has_header.blockSignals(False)
        sizes = [words("exchange.rows", count=len(incoming.rows))]
        sizes += [words("exchange.columns", count=len(incoming.columns))] if incoming.form == "csv" else []
        sizes += [words("exchange.ties_in", count=len(incoming.ties))] if incoming.ties else []
        name = words.list([each or words("exchange.pasted") for each in source.names])
        form = words(f"exchange.form_{incoming.form}")
        self._recognized.setText(words("exchange.recognized", source=name, form=form, sizes=", ".join(sizes)))
        lacks_ties = incoming.form == "kumu_csv" and not incoming.ties
        self._about.setText(words("exchange.connections_hint") if lacks_ties else "")
        self._about.setVisible(lacks_ties)
