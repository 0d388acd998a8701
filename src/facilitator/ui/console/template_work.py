"""TemplateWork: the library of templates in the console, sessions from it, and sessions kept as templates."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from facilitator.anonymous.named import names_in
from facilitator.content.whole_templates import WholeTemplate
from facilitator.domain.engagement import language_of
from facilitator.domain.refusal import Refusal
from facilitator.exchange import template_folder
from facilitator.templates import board_kinds, every_template, known_kinds, template_from
from facilitator.ui.console.board_work import BoardWork
from facilitator.ui.desk import Desk
from facilitator.ui.dialogs.template_library import TemplateLibrary
from facilitator.ui.dialogs.template_library_keep import TemplateKeepDialog
from facilitator.ui.dialogs.template_library_work import TemplateShelf, are_templates
from facilitator.ui.errors import sentence


class TemplateWork(QObject):
    """`begin` asks what the new session from a template is to be; `session` names the session whose agenda is shown.

    While what is private is hidden, no session is kept: who is named in it would be shown.
    """

    def __init__(
        self,
        desk: Desk,
        work: BoardWork,
        session: Callable[[], str],
        begin: Callable[[WholeTemplate], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk, self._work, self._session = desk, work, session
        self.folder = Path.home()
        self._begin = begin
        self.shelf = TemplateShelf(self._use, "templates.use", desk.words, lambda: self.folder, self)
        self.dialog: TemplateKeepDialog | None = None

    def open_library(self) -> TemplateLibrary:
        """Show all templates."""
        return self.shelf.open(self._work.window)

    def open_files(self, paths: Sequence[Path]) -> bool:
        """Take template files into the library, which says what became of them; False where these are others."""
        if not are_templates(paths):
            return False
        self.open_library()
        self.shelf.take_in(paths)
        return True

    def keep_shown(self) -> TemplateKeepDialog | None:
        """Keep the session whose agenda is shown; None, and a sentence, where there is none."""
        if not self._session():
            self._work.say(self._desk.words("refusals.no_session"), problem=True)
            return None
        return self.keep(self._session(), self._work.window, lambda said: self._work.say(said, problem=True))

    def keep(self, session_id: str, over: QWidget, say: Callable[[str], object]) -> TemplateKeepDialog | None:
        """Show what would be kept of a session, and keep it when asked; None where that is refused, which is said."""
        words, document = self._desk.words, self._desk.document
        if self._work.private_hidden:
            say(words("templates.hidden"))
            return None
        try:
            template = template_from(document, session_id)
        except Refusal as refusal:
            say(sentence(refusal, words))
            return None
        known = every_template()

        def save(wanted: WholeTemplate) -> bool:
            try:
                kept = template_folder.keep(wanted, known_kinds())
            except Refusal as refusal:
                dialog.say(sentence(refusal, words))
                return False
            self._work.say(words("templates.kept", name=kept.name.within(words.language)), problem=False)
            return True

        language = language_of(document)
        dialog = TemplateKeepDialog(
            template,
            language,
            names_in(document, words),
            lambda wanted: template_folder.same_name(wanted, known),
            save,
            board_kinds(words),
            self.shelf.forms,
            words,
            over,
        )
        self.dialog = dialog
        dialog.finished.connect(self._forget)
        dialog.open()
        return dialog

    def _use(self, template: WholeTemplate) -> bool:
        """Begin with it; the library stays where it has no session."""
        if template.sessions:
            self._begin(template)
        elif self.shelf.dialog:
            self.shelf.dialog.say(self._desk.words("refusals.template_empty"))
        return bool(template.sessions)

    def _forget(self) -> None:
        self.dialog = None
