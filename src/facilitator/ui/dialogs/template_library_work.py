"""TemplateShelf: opens the library of templates and does with one what is asked for, wherever it is opened."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from facilitator.boards.described import Field, Form
from facilitator.catalogue import kind_of
from facilitator.content.whole_templates import OwnText, WholeTemplate
from facilitator.content.words import Words
from facilitator.domain import words_of_people
from facilitator.domain.language import LANGUAGES, other_language
from facilitator.domain.refusal import Refusal, StoreError
from facilitator.exchange import template_folder
from facilitator.exchange.template_file import TEMPLATE_SUFFIX, template_bytes
from facilitator.exchange.template_folder import TakenIn
from facilitator.exchange.writing import free_path, write_whole
from facilitator.templates import board_kinds, every_template, house_templates, known_kinds, told_taken_in
from facilitator.ui.dialogs.entry_dialog import EntryDialog
from facilitator.ui.dialogs.files import file_to_save, files_to_open
from facilitator.ui.dialogs.template_library import Listed, TemplateLibrary
from facilitator.ui.errors import sentence


def are_templates(paths: Sequence[Path]) -> bool:
    """Whether all files are called templates."""
    return bool(paths) and all(path.name.endswith(TEMPLATE_SUFFIX) for path in paths)


class TemplateShelf(QObject):
    """`use` begins with a template and says whether it did; the button says `use_words`; files go to `folder`."""

    def __init__(
        self,
        use: Callable[[WholeTemplate], bool],
        use_words: str,
        words: Words,
        folder: Callable[[], Path],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.use_words = use_words
        self._use, self._words, self._folder = use, words, folder
        self._deleted: tuple[str, bytes] | None = None
        self._to_replace: Path | None = None
        self.dialog: TemplateLibrary | None = None
        self.form: EntryDialog | None = None

    def open(self, parent: QWidget) -> TemplateLibrary:
        """Show the library over this window."""
        if self.dialog:
            return self.dialog
        self._deleted = self._to_replace = None
        dialog = TemplateLibrary(self, board_kinds(self._words), self.forms, self._words, parent)
        self.dialog = dialog
        dialog.finished.connect(self._forget)
        dialog.open()
        return dialog

    def forms(self, kind_id: str) -> Sequence[Form]:
        """The forms of a kind of board."""
        return kind_of(kind_id).forms(self._words)

    def listed(self) -> Listed:
        words, own = self._words, template_folder.own_templates(known_kinds())
        unread = [
            words("templates.unread_file", file=path.name, why=sentence(why, words).rstrip("."))
            for path, why in own.unread
        ]
        told = words("templates.unread", count=len(unread), files=", ".join(unread)) if unread else ""
        return Listed((*own.templates, *house_templates()), told)

    def use(self, template: WholeTemplate) -> None:
        dialog = self.dialog
        if dialog and self._use(template):
            dialog.accept()

    def choose_files(self) -> None:
        if self.dialog:
            words = self._words
            kinds = f"{words('templates.files')} (*{TEMPLATE_SUFFIX})"
            self.take_in(files_to_open(self.dialog, words("templates.import_title"), kinds))

    def take_in(self, paths: Sequence[Path]) -> None:
        if not self.dialog or not paths:
            return
        words, taken, refused = self._words, list[TakenIn](), list[str]()
        for path in paths:
            try:
                taken.append(template_folder.take_in(path, known_kinds(), every_template()))
            except Refusal as refusal:
                refused.append(words("templates.not_imported", file=path.name, why=sentence(refusal, words)))
        if taken:
            self.dialog.refresh(taken[0].template.id)
            self.dialog.tell(" ".join(told_taken_in(taken, words)))
        if refused:
            self.dialog.say(" ".join(refused))

    def export(self, template: WholeTemplate) -> None:
        if not self.dialog:
            return
        words = self._words
        try:
            proposed = free_path(self._folder(), template.name.within(words.language), TEMPLATE_SUFFIX)
        except StoreError as refusal:
            self.dialog.say(sentence(refusal, words))
            return
        path = file_to_save(self.dialog, words("templates.export_title"), proposed, TEMPLATE_SUFFIX)
        if path is None:
            return
        if not path.name.endswith(TEMPLATE_SUFFIX):
            path = path.with_name(f"{path.name}{TEMPLATE_SUFFIX}")
        if path.exists() and path != self._to_replace:
            self._to_replace = path
            self.dialog.say(words("templates.replace", path=path))
            return

        def write() -> None:
            write_whole(path, template_bytes(template), replace=path == self._to_replace)

        if self._try(write):
            self._to_replace = None
            self.dialog.tell(words("templates.exported", path=path))

    def edit(self, template: WholeTemplate) -> None:
        if not self.dialog:
            return
        words = self._words
        sides = (words.language, other_language(words.language))
        shown = {f"name_{side}": getattr(template.name, side) for side in sides}
        shown |= {f"purpose_{side}": getattr(template.purpose, side) for side in sides}
        fields = tuple(
            Field(key, words(f"templates.{key}"), value, "line" if key.startswith("name") else "text")
            for key, value in shown.items()
        )

        def save(given: Mapping[str, str]) -> bool:
            said = {**shown, **given}
            name = OwnText(said["name_en"].strip(), said["name_fr"].strip())
            its = replace(template, name=name, purpose=OwnText(said["purpose_en"], said["purpose_fr"]))

            def write() -> None:
                words_of_people.name(name.within(words.language))
                template_folder.put_in_place(its, known_kinds())

            saved = self._try(write, form.say)
            if saved and self.dialog:
                self.dialog.refresh(template.id)
            return saved

        form = EntryDialog(words("templates.edit_title"), fields, save, words, self.dialog, new=False)
        self.form = form
        form.open()

    def duplicate(self, template: WholeTemplate) -> None:
        its = template_folder.as_new(template)
        name = OwnText(*(self._copy_of(getattr(template.name, side), Words(side)) for side in LANGUAGES))

        def write() -> None:
            made = template_folder.keep(replace(its, name=name), known_kinds())
            if self.dialog:
                self.dialog.refresh(made.id)
                self.dialog.list.setFocus()

        self._try(write)

    def delete(self, template: WholeTemplate) -> None:
        def act() -> None:
            self._deleted = template.id, template_folder.delete(template.id)

        if self._try(act) and self.dialog:
            self.dialog.refresh()
            self.dialog.tell(self._words("templates.deleted", name=template.name.within(self._words.language)))
            self.dialog.offer_back(True)

    def put_back(self) -> None:
        if self._deleted and self.dialog:
            its_id, data = self._deleted
            if self._try(lambda: template_folder.put_back(its_id, data)):
                self._deleted = None
                self.dialog.tell("")
                self.dialog.offer_back(False)
                self.dialog.refresh(its_id)

    def _copy_of(self, name: str, words: Words) -> str:
        return words("templates.copy_of", name=name[: words_of_people.NAME_LIMIT - 10]) if name else ""

    def _try(self, act: Callable[[], object], say: Callable[[str], None] | None = None) -> bool:
        """Do it, or say why not; says whether it was done."""
        try:
            act()
        except Refusal as refusal:
            if say or self.dialog:
                (say or self.dialog.say)(sentence(refusal, self._words))  # type: ignore[union-attr]
            return False
        return True

    def _forget(self) -> None:
        self.dialog = self.form = None
