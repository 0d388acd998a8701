"""WritingDialog: what dialogs have in common that write a batch of files into a folder."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from facilitator.content.words import Words
from facilitator.ui.buttons import button
from facilitator.ui.dialogs.batch_writing import BatchWriter
from facilitator.ui.dialogs.files import folder_to_use
from facilitator.ui.dialogs.saying_dialog import SayingDialog
from facilitator.ui.editors import LineField


class WritingDialog(SayingDialog):
    """The files go into `folder`, which `choose` asks for; closing ends what is being written, and waits for that."""

    def __init__(self, title: str, folder: Path, words: Words, parent: QWidget | None) -> None:
        super().__init__(title, parent)
        self._words = words
        self._writer: BatchWriter | None = None
        self.folder = LineField(str(folder))
        self.folder.setAccessibleName(words("console.folder"))
        self.choose = button(words("console.choose_folder"), self._choose, icon_name="folder")

    @property
    def is_writing(self) -> bool:
        """Whether files are being written."""
        return self._writer is not None

    def done(self, result: int) -> None:
        if self._writer:
            self._writer.cancelled.set()
            self._writer.wait()
        super().done(result)

    def _choose(self) -> None:
        folder = folder_to_use(self, self._words("console.choose_folder"), Path(self.folder.text()))
        if folder:
            self.folder.setText(str(folder))
