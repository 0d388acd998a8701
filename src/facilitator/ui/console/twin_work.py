"""TwinWork: people's words in the other language, given text by text or as a list."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from facilitator.domain.engagement import language_of
from facilitator.domain.language import Language, other_language
from facilitator.domain.refusal import StoreError
from facilitator.exchange.writing import free_path, write_whole
from facilitator.files.twin_files import left_told, read_twin_list, twin_list
from facilitator.ui.desk import Desk
from facilitator.ui.dialogs.twins_dialog import TwinsDialog
from facilitator.workshop.twins import TwinPlace, set_twins, twin_places


class TwinWork:
    """What the dialog asks for. `folder` is where lists are proposed."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self._desk, self._folder = desk, folder
        self._dialog: TwinsDialog | None = None

    @property
    def language(self) -> Language:
        """The language that texts are given in."""
        return other_language(language_of(self._desk.document))

    def open(self, parent: QWidget) -> TwinsDialog:
        """Show the texts, and wait until that is closed."""
        self._dialog = TwinsDialog(self, self.language, self._desk.words, parent)
        dialog = self._dialog
        dialog.finished.connect(lambda result: setattr(self, "_dialog", None))
        dialog.exec()
        return dialog

    def told(self, language: Language) -> str:
        """How many texts stand as they are in a handout in that language, in a sentence; "" for none."""
        return left_told(self._desk.document, language, self._desk.words)

    def places(self) -> Sequence[TwinPlace]:
        """All texts that can have a twin."""
        return twin_places(self._desk.document)

    def set(self, its_id: str, text: str) -> bool:
        """Give a text its twin; whether it was saved."""
        return self._desk.ask_for(self._say, partial(set_twins, texts={its_id: text})) is not None

    def proposed(self) -> Path:
        """Where a list may be written."""
        return free_path(self._folder, self._desk.words(f"twin.file_name_{self.language}"), ".csv")

    def write(self, path: Path) -> str:
        """Write the list; what is to be said of that. Raises StoreError as `write_whole` does, "file_exists"."""
        if path.exists():
            raise StoreError("file_exists", path=path)
        write_whole(path, twin_list(self._desk.document, self._desk.words), replace=False)
        return self._desk.words("twin.list_written", name=path.name)

    def read(self, path: Path) -> str:
        """Take what a list says; what is to be said of that, "" where the dialog says already why it is not.

        Raises as `read_twin_list` does.
        """
        words, found = self._desk.words, read_twin_list(self._desk.document, path)
        if found.texts and self._desk.ask_for(self._say, partial(set_twins, texts=found.texts)) is None:
            return ""
        told = [words("twin.list_read", name=path.name, count=len(found.texts))]
        if found.skipped:
            told.append(words("twin.list_skipped", count=found.skipped))
        return " ".join(told)

    def _say(self, problem: str) -> None:
        if self._dialog:
            self._dialog.say(problem)
