"""ImportOutcome: what an import would do: counted, row by row, and what is left out."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.boards.importing import ImportPlan
from facilitator.content.words import Words
from facilitator.ui.buttons import button
from facilitator.ui.dialogs.import_order import counted
from facilitator.ui.dialogs.import_preview import ImportPreview
from facilitator.ui.plain_label import PlainLabel


class ImportOutcome(QWidget):
    """The rows of a plan with what comes of them; those that are not taken can be copied, to be mended elsewhere."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._rejected: list[tuple[str, str, str]] = []
        self._summary = PlainLabel("", "title")
        self.only_rejected = QCheckBox(words("exchange.only_rejected"))
        self.copy_rejected = button(words("exchange.copy_rejected"), self._copy)
        self.copy_rejected.setAutoDefault(True)  # Enter on it is not to import
        self.preview = ImportPreview(words)
        self.only_rejected.toggled.connect(self.preview.show_rejected_only)
        self._left_out = PlainLabel("", "small", wraps=True)
        above = QHBoxLayout()
        above.addWidget(self._summary, 1)
        above.addWidget(self.only_rejected)
        above.addWidget(self.copy_rejected)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(above)
        layout.addWidget(self.preview, 1)
        layout.addWidget(self._left_out)

    @property
    def summary(self) -> str:
        """What would come of it, in numbers."""
        return self._summary.text()

    @property
    def left_out(self) -> str:
        """What is said to be left out."""
        return self._left_out.text()

    def show_plan(self, plan: ImportPlan) -> None:
        """Show what this plan would do."""
        words = self._words
        self.preview.show_plan(plan)
        self._summary.setText(" · ".join(counted(plan, words)) or words("exchange.nothing_new"))
        self._left_out.setText(" ".join(plan.told_left_out(words)) or words("exchange.nothing_left_out"))
        rows = (*plan.rows, *plan.rejected_ties)
        self._rejected = [(str(row.place), row.name, row.why) for row in rows if row.fate == "rejected"]
        self.only_rejected.setVisible(bool(self._rejected))
        self.copy_rejected.setVisible(bool(self._rejected))
        if not self._rejected:
            self.only_rejected.setChecked(False)

    def _copy(self) -> None:
        """Put place, name and reason of what is not taken on the clipboard, as rows of a table."""
        lines = ["\t".join(" ".join(text.split()) for text in line) for line in self._rejected]
        QGuiApplication.clipboard().setText("\n".join(lines))
        self._left_out.setText(self._words("exchange.copied"))
