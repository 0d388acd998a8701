"""ProgramLists: the tracks of a program and the study groups of a cohort, in a list over the overview."""

from collections.abc import Callable, Sequence
from random import Random, SystemRandom

from PySide6.QtWidgets import QWidget

from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.engagement import Person
from facilitator.domain.program import Cohort, Program
from facilitator.ui.console.program_forms import Choices, ProgramForms
from facilitator.ui.desk import Desk
from facilitator.ui.dialogs.lines_dialog import LinesDialog
from facilitator.workshop import programs, study_groups


class ProgramLists:
    """`saved` hears of each step, with the id of what it added or "". `random` decides who comes into which group."""

    def __init__(self, desk: Desk, forms: ProgramForms, saved: Callable[[str], None]) -> None:
        self._desk, self._forms, self._saved = desk, forms, saved
        self.random: Random = SystemRandom()
        self.lines: LinesDialog | None = None

    def refresh(self, added: str) -> None:
        """Show what there is now, where a list is open; what was `added` becomes the current line."""
        if self.lines:
            self.lines.refresh(added)

    def show_tracks(self, program_id: str, over: QWidget) -> None:
        """Show the tracks of a program over a window."""
        words = self._desk.words

        def lines() -> Choices:
            its = programs.tracks_of(self._desk.document, program_id)
            return [(each.id, " · ".join(filter(None, (each.title, each.audience)))) for each in its]

        self._show(
            words("program.tracks_of", program=self._desk.document.get(Program, program_id).title),
            lines,
            lambda its_id, window: self._forms.track(program_id, its_id, window),
            programs.track_removed,
            over,
        )

    def show_groups(self, cohort: Cohort, over: QWidget) -> None:
        """Show the study groups of a cohort over a window."""
        words = self._desk.words

        def lines() -> Choices:
            return [
                (each.id, self._group_told(each.id, each.title, each.host_id or ""))
                for each in study_groups.study_groups_of(self._desk.document, cohort.id)
            ]

        def titled(number: int) -> str:
            return words("program.group_titled", number=number)

        def spread(document: Document) -> Change:
            return study_groups.people_spread(document, cohort.id, titled, self.random)

        self._show(
            words("program.groups_of", cohort=cohort.title),
            lines,
            lambda its_id, window: self._forms.study_group(cohort.id, its_id, window),
            study_groups.study_group_removed,
            over,
            about=words("program.group_about"),
            private=words("program.groups_private"),
            further=((words("program.spread"), lambda: self._do(spread)),),
        )

    def _group_told(self, group_id: str, title: str, host_id: str) -> str:
        document, words = self._desk.document, self._desk.words
        members = study_groups.members_of(document, group_id)
        names = sorted(person.name for each in members if (person := document.find(Person, each.person_id)))
        host = document.find(Person, host_id)
        count = words("program.members", count=len(names))
        told = [title, words("program.members_are", count=count, names=", ".join(names)) if names else count]
        return " · ".join([*told, *([words("program.hosted", name=host.name)] if host else [])])

    def _show(
        self,
        heading: str,
        lines: Callable[[], Choices],
        edit: Callable[[str, QWidget], object],
        removed: Callable[[Document, str], Change],
        over: QWidget,
        *,
        about: str = "",
        private: str = "",
        further: Sequence[tuple[str, Callable[[], object]]] = (),
    ) -> None:
        words = self._desk.words
        self.lines = LinesDialog(
            words("program.title"),
            heading,
            lines,
            edit,
            lambda its_id: self._do(lambda document: removed(document, its_id)),
            words,
            over,
            about=about,
            private=private,
            further=further,
        )
        self.lines.finished.connect(self._forget)
        self.lines.open()

    def _do(self, edit: Callable[[Document], Change]) -> None:
        if self.lines is None:
            return
        self.lines.say("")
        if self._desk.ask_for(self.lines.say, edit):
            self._saved("")

    def _forget(self) -> None:
        self.lines = None
