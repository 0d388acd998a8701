"""ImportHead: what is to be imported, where another source can be taken instead."""

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.boards.incoming import Incoming
from facilitator.content.words import Words
from facilitator.ui.buttons import button
from facilitator.ui.choosing import ChoiceBox
from facilitator.ui.dialogs.import_source import ImportSource
from facilitator.ui.plain_label import ElidedLabel, PlainLabel


class ImportHead(QWidget):
    """Says what was read, or before that what can be; `has_header` asks for its first row to be read as names.

    `sheet` offers the sheets of a workbook by name, "" for both of Kumu's.
    """

    def __init__(self, choose: Callable[[], object], paste: Callable[[], object], words: Words) -> None:
        super().__init__()
        self._words = words
        self.open_button = button(words("exchange.open"), choose, icon_name="folder", key="Ctrl+O")
        self.paste_button = button(words("exchange.paste"), paste, key="Ctrl+V")
        for each in (self.open_button, self.paste_button):
            each.setAutoDefault(True)  # Enter on it is not to import
        self.has_header = QCheckBox(words("exchange.has_header"))
        self.sheet = ChoiceBox()
        self.sheet.setAccessibleName(words("exchange.sheet"))
        self._about = PlainLabel(words("exchange.about"), wraps=True)
        self._recognized = ElidedLabel("")
        row = QHBoxLayout()
        row.addWidget(self._recognized, 1)
        above = QHBoxLayout()
        above.addWidget(self._about, 1)
        above.addWidget(self.sheet)
        for part in (self.has_header, self.open_button, self.paste_button):
            row.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(above)
        layout.addLayout(row)
        self.has_header.hide()
        self.sheet.hide()

    @property
    def recognized(self) -> str:
        """What is said about the source, "" before there is one."""
        return self._recognized.text()

    @property
    def about(self) -> str:
        """What more is said of it: what can be read, or what of a workbook was not."""
        return self._about.text()

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
        self._show_sheets(incoming)
        told = incoming.of.told(words) if incoming.of else []
        told += [words("exchange.connections_hint")] if incoming.form == "kumu_csv" and not incoming.ties else []
        self._about.setText(" ".join(told))
        self._about.setVisible(bool(told))

    def _show_sheets(self, incoming: Incoming) -> None:
        """Offer what else there is in a workbook; a hidden sheet is not among it."""
        sheet = incoming.of
        self.sheet.blockSignals(True)
        self.sheet.clear()
        if sheet and sheet.are_of_kumu:
            self.sheet.addItem(self._words("exchange.sheets_both"), "")
        for name in sheet.sheets if sheet else ():
            self.sheet.addItem(name, name)
        self.sheet.setCurrentIndex(self.sheet.findData(sheet.name if sheet and sheet.connections is None else ""))
        self.sheet.setVisible(self.sheet.count() > 1)
        self.sheet.blockSignals(False)
