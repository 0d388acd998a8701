"""PackWork: asks for whom personal packs are wanted, and has them written."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

from PySide6.QtWidgets import QWidget

from facilitator.domain.document import Document
from facilitator.domain.engagement import language_of
from facilitator.domain.language import Language
from facilitator.domain.refusal import StoreError
from facilitator.handouts.batch import Recipient
from facilitator.recipients import recipients
from facilitator.ui.console.board_work import BoardWork
from facilitator.ui.desk import Desk
from facilitator.ui.dialogs.personal_packs_dialog import PersonalPacksDialog
from facilitator.ui.dialogs.personal_writing import OfferedPeople, WriteAll
from facilitator.ui.errors import raise_again
from facilitator.workshop.agenda import sessions_of
from facilitator.workshop.sessions import cohorts_of, programs_of


class PackWork:
    """Opens the dialog with all people, each cohort and each session. `writer` makes what writes for a document.

    While what is private is hidden, or where there is nobody, nothing opens and a sentence says why.
    """

    def __init__(self, desk: Desk, work: BoardWork, folder: Path, writer: Callable[[Document], WriteAll]) -> None:
        self._desk, self._work, self._folder, self._writer = desk, work, folder, writer

    def open(
        self,
        parent: QWidget,
        *,
        session_id: str = "",
        ticked: Sequence[str] | None = None,
        paper: Literal["letter", "a4"] = "letter",
        language: Language | None = None,
        parts: tuple[str, ...] | None = None,
        pages: str = "",
        anonymous: bool = False,
    ) -> PersonalPacksDialog | None:
        """Ask for whom, beginning with a session's people, or with everybody for ""; `ticked` are the ids of some.

        `parts` and `pages` are as in `personal_packs.write_personal_packs`.
        """
        words, document = self._desk.words, self._desk.document
        offered = self._offered(document)
        if self._work.private_hidden or not offered:
            self._work.say(words("refusals.nobody_for_packs" if not offered else "people.hidden"), problem=True)
            return None
        first = next((place for place, each in enumerate(offered) if session_id and each.session_id == session_id), 0)
        its = self._writer(document), offered, self._folder, language or language_of(document), words, parent
        dialog = PersonalPacksDialog(
            *its, paper=paper, first=first, ticked=ticked, parts=parts, pages=pages, anonymous=anonymous
        )
        dialog.unforeseen.connect(raise_again)
        dialog.open()
        return dialog

    def _offered(self, document: Document) -> list[OfferedPeople]:
        words, today = self._desk.words, self._desk.today()

        def people(**asked: str) -> tuple[Recipient, ...]:
            try:
                return recipients(document, today, **asked)
            except StoreError:  # there is nobody
                return ()

        every = [OfferedPeople(words("personal.everybody"), people())]
        for program in programs_of(document):
            for cohort in cohorts_of(document, program.id):
                title = words("session.cohort_of", cohort=cohort.title, program=program.title)
                every.append(OfferedPeople(title, people(cohort_id=cohort.id)))
        for session in sessions_of(document):
            every.append(OfferedPeople(session.title, people(session_id=session.id), session.id))
        return [each for each in every if each.people]
