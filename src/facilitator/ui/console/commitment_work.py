"""CommitmentWork: what somebody set out to do, as edits and dialogs. None of it leaves these dialogs."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import cast

from PySide6.QtWidgets import QWidget

from facilitator.boards.described import Field
from facilitator.boards.said_day import said_day
from facilitator.content.principles import principles
from facilitator.content.words import Words
from facilitator.domain.change import Change
from facilitator.domain.commitment import COMMITMENT_STATES, Commitment, CommitmentState
from facilitator.domain.document import Document
from facilitator.domain.engagement import Person
from facilitator.ui.desk import Desk
from facilitator.ui.dialogs.commitments_dialog import CommitmentsDialog
from facilitator.ui.dialogs.entry_dialog import EntryDialog
from facilitator.workshop import commitments
from facilitator.workshop.commitments import CommitmentValues, commitments_of


class CommitmentWork:
    """Opens the commitments of one person over the window `over`; new ones belong to the session that `session` names.

    `count` hears of every step that is done there, 1, and of every one that is taken back, -1.
    """

    def __init__(
        self, desk: Desk, over: Callable[[], QWidget | None], session: Callable[[], str], count: Callable[[int], object]
    ) -> None:
        self._desk, self._over, self._session, self._count = desk, over, session, count
        self._person_id = ""
        self.dialog: CommitmentsDialog | None = None
        self.form: EntryDialog | None = None

    def open(self, person_id: str) -> CommitmentsDialog | None:
        """Show what somebody set out to do; None where they are gone."""
        over, person = self._over(), self._desk.document.find(Person, person_id)
        if over is None or person is None:
            return None
        self._person_id = person_id
        self.dialog = CommitmentsDialog(person.name, self, self._desk.words, over)
        self._desk.notSaved.connect(self.dialog.say)
        self.dialog.finished.connect(self._forget)
        self.dialog.open()
        return self.dialog

    def refresh(self) -> None:
        """Show them as they are now."""
        if self.dialog:
            self.dialog.refresh()

    def commitments(self) -> Sequence[Commitment]:
        """Those of the person, in the order of time."""
        return commitments_of(self._desk.document, self._person_id)

    def add(self) -> None:
        """Ask for a new one."""
        person_id, session_id = self._person_id, self._session()
        self._ask(None, lambda document, values: commitments.commitment_added(document, person_id, session_id, values))

    def edit(self, commitment_id: str) -> None:
        """Ask for other words of one."""
        before = self._desk.document.find(Commitment, commitment_id)
        if before:
            self._ask(before, lambda document, values: commitments.commitment_edited(document, before.id, values))

    def put(self, commitment_id: str, state: CommitmentState) -> bool:
        """Note how one stands."""
        return self._do(lambda document: commitments.commitment_put(document, commitment_id, state))

    def remove(self, commitment_id: str) -> bool:
        """Take one out."""
        return self._do(lambda document: commitments.commitment_removed(document, commitment_id))

    def undo(self) -> bool:
        """Take the last step back."""
        undone = self._desk.undo() is not None
        self._count(-undone)
        return undone

    def _ask(self, before: Commitment | None, edit: Callable[[Document, CommitmentValues], Change]) -> None:
        words, today = self._desk.words, self._desk.today
        fields = commitment_fields(before, words)
        shown = {field.key: field.value for field in fields}

        def save(given: Mapping[str, str]) -> bool:
            said = {**shown, **given}
            saved = self._desk.ask_for(form.say, lambda document: edit(document, _values(said, today())))
            if saved and self.dialog:
                self.dialog.step_done()
                self._count(1)
            return saved is not None

        title = words("personal.commitment_edit" if before else "personal.commitment_new")
        form = EntryDialog(title, fields, save, words, cast(QWidget, self.dialog), new=before is None, today=today)
        self.form = form
        form.open()

    def _do(self, edit: Callable[[Document], Change]) -> bool:
        dialog = self.dialog
        done = dialog is not None and self._desk.ask_for(dialog.say, edit) is not None
        if done:
            self._count(1)
        return done

    def _forget(self) -> None:
        self.dialog = self.form = None


def commitment_fields(commitment: Commitment | None, words: Words) -> tuple[Field, ...]:
    """The fields of a commitment, of a new one for None; its day in ISO."""
    part = words("personal.commitment_private")
    chosen = [("", words("personal.no_principle")), *principles(words.language).items()]
    states = [(each, words(f"personal.state_{each}")) for each in COMMITMENT_STATES]
    known = commitment.principle if commitment else ""
    if known and known not in dict(chosen):
        chosen.append((known, known))  # from an instrument that is not there any more: it must not be lost

    def field(key: str, value: str, form: str, choices: Sequence[tuple[str, str]] = ()) -> Field:
        label = words(f"personal.field_{key}")
        return Field(key, label, value, form, part=part, choices=tuple(choices))  # type: ignore[arg-type]

    it = commitment
    return (
        field("text", it.text if it else "", "line"),
        field("with_whom", it.with_whom if it else "", "line"),
        field("sign", it.sign if it else "", "line"),
        field("due", it.due.isoformat() if it and it.due else "", "date"),
        field("principle", known, "choice", chosen),
        field("state", it.state if it else "open", "choice", states),
        field("result", it.result if it else "", "text"),
    )


def _values(said: Mapping[str, str], today: date) -> CommitmentValues:
    return CommitmentValues(
        text=said["text"],
        with_whom=said["with_whom"],
        sign=said["sign"],
        due=said_day(said["due"], today),
        principle=said["principle"],
        state=cast(CommitmentState, said["state"]),
        result=said["result"],
    )
