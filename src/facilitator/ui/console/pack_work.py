"""PackWork: asks for whom personal packs are wanted, and has them written."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from facilitator.domain.document import Document
from facilitator.domain.engagement import language_of
from facilitator.domain.refusal import StoreError
from facilitator.handouts.batch import Recipient
from facilitator.packs.recipients import recipients
from facilitator.packs.sorts import HandoutOrder
from facilitator.ui.console.board_work import BoardWork
from facilitator.ui.desk import Desk
from facilitator.ui.dialogs.personal_packs_dialog import PersonalPacksDialog
from facilitator.ui.dialogs.personal_writing import OfferedPeople, WriteAll
from facilitator.ui.errors import raise_again
from facilitator.workshop.agenda import sessions_of
from facilitator.workshop.session_names import session_names
from facilitator.workshop.sessions import cohorts_of, programs_of


class PackWork:
    """Opens the dialog with all people, each cohort and each session. `writer` makes what writes for a document.

    While what is private is hidden, or where there is nobody, nothing opens and a sentence says why.
    """

    def __init__(self, desk: Desk, work: BoardWork, folder: Path, writer: Callable[[Document], WriteAll]) -> None:
        self._desk, self._work, self._folder, self._writer = desk, work, folder, writer

    def open(
        self, parent: QWidget, order: HandoutOrder, ticked: Sequence[str] | None = None
    ) -> PersonalPacksDialog | None:
        """Ask for whom and how, beginning as in the order: with its session's people, or with everybody for "".

        `ticked` are the ids of some of them.
        """
        words, document = self._desk.words, self._desk.document
        offered = self._offered(document)
        if self._work.private_hidden or not offered:
            self._work.say(words("refusals.nobody_for_packs" if not offered else "people.hidden"), problem=True)
            return None
        wanted = order.session_id, order.cohort_id
        first = next((place for place, each in enumerate(offered) if (each.session_id, each.cohort_id) == wanted), 0)
        its = self._writer(document), offered, order, self._folder, words, parent
        dialog = PersonalPacksDialog(*its, first=first, ticked=ticked)
        dialog.unforeseen.connect(raise_again)
        dialog.open()
        return dialog

    def open_for(self, session_id: str, person_ids: Sequence[str], parent: QWidget) -> None:
        """Ask how, beginning with some of a session's people, or of all for ""; () for all but who withdrew."""
        order = HandoutOrder("letter", language_of(self._desk.document), "personal", session_id=session_id)
        self.open(parent, order, person_ids or None)

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
                every.append(OfferedPeople(title, people(cohort_id=cohort.id), cohort_id=cohort.id))
        named = session_names(document, today, words)
        for session in sessions_of(document):
            every.append(OfferedPeople(named[session.id], people(session_id=session.id), session.id))
        return [each for each in every if each.people]
