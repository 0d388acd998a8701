"""CertificateWork: the certificates of a cohort as edits and a dialog. None of it goes to the stage."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from facilitator.boards.overview import own_progress
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.engagement import language_of
from facilitator.domain.language import Language
from facilitator.domain.learning import Certificate
from facilitator.domain.program import Cohort, Program
from facilitator.learning import certifying
from facilitator.learning.certifying import Candidate, Progress
from facilitator.learning.learners import certificate_view, counted
from facilitator.ui.desk import Desk
from facilitator.ui.dialogs.certificates_dialog import CertificatesDialog, WriteFiles
from facilitator.ui.errors import raise_again
from facilitator.workshop.twins import in_language


class CertificateWork:
    """Opens the certificates of one cohort. `writer` makes what writes files for a document.

    `count` hears of every step that is done there, 1, and of every one that is taken back, -1.
    """

    def __init__(
        self, desk: Desk, folder: Path, writer: Callable[[Document], WriteFiles], count: Callable[[int], object]
    ) -> None:
        self._desk, self._folder, self._writer, self._count = desk, folder, writer, count
        self._cohort_id = ""
        self.dialog: CertificatesDialog | None = None
        desk.signals.documentChanged.connect(lambda change: self._refresh())

    def open(self, cohort_id: str, parent: QWidget) -> CertificatesDialog | None:
        """Show who of a cohort has earned what; None where it is gone."""
        document, words = self._desk.document, self._desk.words
        cohort = document.find(Cohort, cohort_id)
        if cohort is None:
            return None
        self._cohort_id = cohort_id
        program = document.get(Program, cohort.program_id)
        title = words("session.cohort_of", cohort=cohort.title, program=program.title)
        its = title, self, self._folder, language_of(document), words, parent
        self.dialog = CertificatesDialog(*its)
        self._desk.notSaved.connect(self.dialog.say)
        self.dialog.failed.connect(raise_again)
        self.dialog.finished.connect(self._forget)
        self.dialog.open()
        return self.dialog

    def candidates(self) -> Sequence[Candidate]:
        """Everybody in the cohort as they stand today."""
        desk = self._desk
        return certifying.candidates(desk.document, self._cohort_id, desk.today(), desk.words, self._progress())

    def ahead(self) -> str:
        """That the cohort's last day is still to come, "" where it is over or nobody said when it is."""
        document, words = self._desk.document, self._desk.words
        cohort = document.find(Cohort, self._cohort_id)
        if cohort is None:
            return ""
        held = [each.held_on for each in counted(document, cohort.id)]
        last = max((each for each in (*held, cohort.ends_on) if each), default=None)
        return words("lesson.course_ends", day=words.date(last)) if last and last > self._desk.today() else ""

    def told(self, certificate: Certificate) -> str:
        """What was issued, and when."""
        words = self._desk.words
        number = certificate_view(self._desk.document, certificate.id).number
        return words("lesson.issued_told", number=number, day=words.date(certificate.issued_on))

    def issue(self, person_ids: Sequence[str], language: Language) -> bool:
        """Issue to these people what they have earned by today."""
        today, progress = self._desk.today(), self._progress()

        def edit(document: Document) -> Change:
            printed = in_language(document, language)
            return certifying.certificates_issued(printed, self._cohort_id, person_ids, today, language, progress)

        return self._do(edit)

    def revoke(self, certificate_ids: Sequence[str]) -> bool:
        """Take certificates back."""
        today = self._desk.today()
        return self._do(lambda document: certifying.certificates_revoked(document, certificate_ids, today))

    def undo(self) -> bool:
        """Take the last step back."""
        undone = self._desk.undo() is not None
        self._count(-undone)
        return undone

    def writer(self) -> WriteFiles:
        """What writes the files, of the document as it is now."""
        return self._writer(self._desk.document)

    def _progress(self) -> Progress:
        its = own_progress(self._desk.document, self._desk.kinds.of)

        def progress(person_id: str) -> tuple[int, bool]:
            found = its(person_id)
            return (found.answered, found.carried_out) if found else (0, False)

        return progress

    def _do(self, edit: Callable[[Document], Change]) -> bool:
        done = self.dialog is not None and self._desk.ask_for(self.dialog.say, edit) is not None
        if done:
            self._count(1)
        return done

    def _refresh(self) -> None:
        if self.dialog:
            self.dialog.refresh()

    def _forget(self) -> None:
        self.dialog = None
