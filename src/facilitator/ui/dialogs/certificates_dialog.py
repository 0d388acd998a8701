"""CertificatesDialog: who of a cohort has earned a certificate, issued and written here. For the facilitator alone."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from facilitator.content.words import Words
from facilitator.domain.language import LANGUAGES, Language
from facilitator.domain.learning import Certificate
from facilitator.domain.refusal import Refusal
from facilitator.exchange.paths import typed_path
from facilitator.handouts.batch import Reached, Recipient, Summary
from facilitator.handouts.paper import PAPERS, Paper
from facilitator.learning.certifying import Candidate
from facilitator.ui.buttons import button, set_text
from facilitator.ui.choosing import choice_box
from facilitator.ui.dialogs.batch_writing import BatchWriter
from facilitator.ui.dialogs.certificate_table import CertificateTable
from facilitator.ui.dialogs.saying_dialog import fit_to_screen
from facilitator.ui.dialogs.writing_dialog import WritingDialog
from facilitator.ui.errors import sentence
from facilitator.ui.plain_label import PlainLabel
from facilitator.ui.private_part import PrivatePart

_WIDTH, _HEIGHT = 1180, 660

WriteFiles = Callable[
    [
        Path,
        Paper,
        tuple[tuple[str, str], ...],
        bool,
        Callable[[Reached], None],
        Callable[[], bool],
        Callable[[Exception], None],
    ],
    Summary,
]
"""Writes certificates (their ids with names) into a folder on a paper, with Open Badges beside or not.

Told of progress, asked whether it was cancelled, and telling of errors that are no refusals. Called on another thread.
"""


class CertificateActs(Protocol):
    """What the dialog asks for; an edit says whether it was saved."""

    def candidates(self) -> Sequence[Candidate]: ...
    def ahead(self) -> str: ...
    def told(self, certificate: Certificate) -> str: ...
    def issue(self, person_ids: Sequence[str], language: Language) -> bool: ...
    def revoke(self, certificate_ids: Sequence[str]) -> bool: ...
    def undo(self) -> bool: ...
    def writer(self) -> WriteFiles: ...


class CertificatesDialog(WritingDialog):
    """Ticked people are issued what they have earned; of the chosen rows what was issued is written, or taken back.

    Before the course is over it says so, and nobody is ticked by itself.

    Esc ends what is being written, what is written stays; a second one closes. `failed` hears of errors that are no
    refusals.
    """

    failed = Signal(object)

    def __init__(
        self, title: str, acts: CertificateActs, folder: Path, language: Language, words: Words, parent: QWidget
    ) -> None:
        super().__init__(words("lesson.certificates_title"), folder, words, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._acts, self._steps = acts, 0
        self._title = PlainLabel(title, "title", wraps=True)
        self._ahead = PlainLabel("", "caution", wraps=True)
        self.table = CertificateTable(acts.told, words)
        self.language = choice_box([(each, words(f"console.language_{each}")) for each in LANGUAGES], chosen=language)
        self.language.setAccessibleName(words("lesson.certificate_language"))
        self.paper = choice_box([(each, words(f"console.paper_{each}")) for each in PAPERS], chosen="letter")
        self.paper.setAccessibleName(words("console.paper"))
        for box in (self.language, self.paper):
            box.setMinimumContentsLength(max(len(box.itemText(place)) for place in range(box.count())))
        self.badges = QCheckBox(words("lesson.with_badges"))
        self.progress = QProgressBar()
        self.progress.setAccessibleName(words("console.progress"))
        self.progress.hide()
        self._said = PlainLabel(words("lesson.certificates_hint"), "small", wraps=True)
        self.issue_button = button("", self.issue, main=True)
        self.issue_button.setDefault(True)
        self.revoke_button = button(words("lesson.revoke"), self.revoke, key=words("console.key_delete"))
        self.write_button = button("", self.write, icon_name="handout")
        self.undo_button = button(words("console.undo"), self.undo, icon_name="undo", key="Ctrl+Z")
        self.end = button(words("console.close"), self.reject, key=words("console.key_escape"))
        self._lay_out()
        self.table.ticked.connect(self._tell)
        self.table.removeRequested.connect(self.revoke)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self).activated.connect(self.undo)
        self.refresh()
        fit_to_screen(self, _WIDTH, _HEIGHT)
        self.table.setFocus()

    @property
    def said(self) -> str:
        """What the dialog says was done, or how to go on."""
        return self._said.text()

    @property
    def ahead(self) -> str:
        """That the course is not over yet, "" where it is."""
        return self._ahead.text()

    @property
    def steps(self) -> int:
        """How many steps were done here and not taken back."""
        return self._steps

    def refresh(self) -> None:
        """Show everybody as they stand now."""
        ahead = self._acts.ahead()
        self._ahead.setText(ahead)
        self._ahead.setVisible(bool(ahead))
        self.table.show_candidates(self._acts.candidates(), ticks=not ahead)
        self._tell()

    def issue(self) -> None:
        """Issue to those who are ticked what they have earned, in one step."""
        people = self.table.ticked_people
        if not people:
            self.say(self._words("lesson.tick_somebody"))
            return
        if self._do(lambda: self._acts.issue(people, self.language.currentData())):
            self.table.clearSelection()
            self.table.choose(people)
            self._said.setText(self._words("lesson.issued", count=len(people)))

    def revoke(self) -> None:
        """Take back what was issued to the chosen; undo brings it back."""
        ids = [each.id for candidate in self.table.chosen for each in candidate.issued]
        if ids and self._do(lambda: self._acts.revoke(ids)):
            self._said.setText(self._words("lesson.revoked", count=len(ids)))

    def undo(self) -> None:
        """Take the last step back that was done here."""
        if self._steps and self._acts.undo():
            self._steps -= 1
        self.refresh()

    def write(self) -> None:
        """Write what was issued to the chosen, on a thread of its own."""
        if self._writer:
            return
        wanted = self._wanted()
        if not wanted:
            self.say(self._words("lesson.choose_issued"))
            return
        try:
            folder = typed_path(self.folder.text())
        except Refusal as refusal:
            self.say(sentence(refusal, self._words))
            self.folder.setFocus()
            return
        self.say("")
        write, paper, badges = self._acts.writer(), self.paper.currentData(), self.badges.isChecked()
        self._writer = BatchWriter(partial(write, folder, paper, wanted, badges), [Recipient(*each) for each in wanted])
        self._writer.reached.connect(self._show_reached)
        self._writer.ended.connect(lambda summary: self._ended(summary, folder))
        self._writer.unforeseen.connect(self.failed)
        self.progress.setRange(0, len(wanted))
        self.progress.setValue(0)
        self._let(writing=True)
        self._writer.start()

    def reject(self) -> None:
        """End what is being written; close where nothing is."""
        if self._writer:
            self._writer.cancelled.set()
        else:
            super().reject()

    def _wanted(self) -> tuple[tuple[str, str], ...]:
        return tuple((each.id, candidate.name) for candidate in self.table.chosen for each in candidate.issued)

    def _do(self, act: Callable[[], bool]) -> bool:
        self.say("")
        done = act()
        self._steps += done
        self.refresh()
        return done

    def _tell(self) -> None:
        wanted = len(self._wanted())
        set_text(self.issue_button, self._words("lesson.issue", count=len(self.table.ticked_people)))
        set_text(self.write_button, self._words("lesson.write_files", count=wanted))
        self._let(writing=self.is_writing)

    def _let(self, *, writing: bool) -> None:
        wanted = len(self._wanted())
        self.issue_button.setEnabled(not writing and bool(self.table.ticked_people))
        self.revoke_button.setEnabled(not writing and wanted > 0)
        self.write_button.setEnabled(not writing and wanted > 0)
        self.undo_button.setEnabled(not writing and self._steps > 0)
        self.progress.setVisible(writing)
        set_text(
            self.end,
            self._words("console.cancel" if writing else "console.close"),
            self._words("console.key_escape"),
        )

    def _show_reached(self, reached: Reached) -> None:
        self.progress.setValue(reached.number - 1)
        self._said.setText(self._words("personal.reached", number=reached.number, all=reached.count, name=reached.name))

    def _ended(self, summary: Summary, folder: Path) -> None:
        self._forget_writer()
        words, told = self._words, list[str]()
        if written := summary.of("written"):
            told.append(words("lesson.files_written", count=len(written), folder=folder))
        if summary.cancelled:
            told.append(words("personal.cancelled"))
        self._said.setText(" ".join(told) or words("lesson.certificates_hint"))
        self.say("\n".join(f"{each.name}: {sentence(each.why, words)}" for each in summary.of("failed") if each.why))

    def _forget_writer(self) -> None:
        if self._writer:
            self._writer.wait()
        self._writer = None
        self._let(writing=False)

    def _lay_out(self) -> None:
        words = self._words
        private = PrivatePart(words("lesson.private_certificates"), "fieldLabel")
        private.inside.addWidget(self.table, 1)
        issue, files, below = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        label = PlainLabel(words("lesson.certificate_language"), "fieldLabel")
        for each in (label, self.language, self.issue_button, self.revoke_button):
            issue.addWidget(each)
        issue.addStretch(1)
        private.inside.addLayout(issue)
        files.addWidget(PlainLabel(words("console.folder"), "fieldLabel"))
        files.addWidget(self.folder, 1)
        for widget in (self.choose, self.paper, self.badges, self.write_button):
            files.addWidget(widget)
        below.addWidget(self._said, 1)
        for widget in (self.undo_button, self.end):
            below.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._ahead)
        layout.addWidget(private, 1)
        layout.addLayout(files)
        layout.addWidget(self.progress)
        layout.addWidget(self._problem)
        layout.addLayout(below)
