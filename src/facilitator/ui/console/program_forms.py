"""ProgramForms: all that can be said of a program, a cohort, a track, a study group or an enrolment, in forms."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from PySide6.QtWidgets import QWidget

from facilitator.boards.described import Field
from facilitator.boards.founding import board_like
from facilitator.boards.said_day import said_day
from facilitator.content.naming import plain
from facilitator.content.words import Words
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.engagement import Person
from facilitator.domain.participation import ENROLMENT_STATES, Enrolment, StudyGroup
from facilitator.domain.program import PROGRAM_KINDS, Cohort, Program, Track
from facilitator.ui.desk import Desk
from facilitator.ui.dialogs.entry_dialog import EntryDialog
from facilitator.workshop import programs, study_groups
from facilitator.workshop.duplicating import cohort_duplicated, first_session
from facilitator.workshop.enrolments import EnrolmentValues, enrolment_edited
from facilitator.workshop.programs import CohortValues, ProgramValues, tracks_of
from facilitator.workshop.study_groups import members_of, study_groups_of

Said = Mapping[str, str]
Choices = Sequence[tuple[str, str]]

_TEXTS = ("partners", "credit", "plan")
_DAYS = ("begins_on", "ends_on", "closes_on", "enrolled_on", "first_day")
_MAY_BE_PAST = ("begins_on", "enrolled_on")


class ProgramForms:
    """Each opens over the window that is given; `done` hears, once saved, the id of what was added, "" of none."""

    def __init__(self, desk: Desk, done: Callable[[str], object]) -> None:
        self._desk, self._done = desk, done
        self.form: EntryDialog | None = None

    def edit_program(self, program_id: str, over: QWidget) -> EntryDialog:
        """Ask for other words of a program; raises EditRejected("gone") where it is no more."""
        program, words = self._desk.document.get(Program, program_id), self._desk.words
        kinds = [(each, words(f"program.kind_{each}")) for each in PROGRAM_KINDS]
        keys = ("title", "kind", "code", "issuer", "signatory", "role", "partners", "credit")
        fields = [self._field(each, getattr(program, each), kinds if each == "kind" else ()) for each in keys]
        return self._ask(
            words("program.edit_program").rstrip("…"),
            fields,
            lambda document, said: programs.program_edited(document, program_id, ProgramValues(**said)),
            over,
        )

    def edit_cohort(self, cohort_id: str, over: QWidget) -> EntryDialog:
        """Ask for other words and days of a cohort; raises EditRejected("gone") where it is no more."""
        cohort, words = self._desk.document.get(Cohort, cohort_id), self._desk.words
        fields = [self._field("title", cohort.title), self._field("code", cohort.code, label="cohort_code")]
        fields += [self._field(each, _iso(getattr(cohort, each))) for each in ("begins_on", "ends_on", "closes_on")]
        fields.append(self._field("capacity", "" if cohort.capacity is None else str(cohort.capacity)))
        fields.append(self._field("facilitators", cohort.facilitators))

        def edit(document: Document, said: Said) -> Change:
            begins, ends, closes = (self._day(said[each]) for each in ("begins_on", "ends_on", "closes_on"))
            its = said["code"], begins, ends, closes, said["capacity"], said["facilitators"]
            values = CohortValues(said["title"], *its)
            return programs.cohort_edited(document, cohort_id, values)

        return self._ask(words("program.edit_cohort").rstrip("…"), fields, edit, over)

    def duplicate(self, cohort_id: str, over: QWidget) -> EntryDialog:
        """Ask what the cohort of the next season is called and when it begins; raises EditRejected("gone")."""
        document, words = self._desk.document, self._desk.words
        cohort, first = document.get(Cohort, cohort_id), first_session(document, cohort_id)
        about = words("program.duplicate_about")
        if first and first.held_on:
            about += " " + words("program.duplicate_days", when=weekday_told(first.held_on, words))
        fields = [
            self._field("title", cohort.title),
            self._field("first_day", ""),
            Field("about", words("program.duplicate_what"), about, "told"),
        ]

        def edit(document: Document, said: Said) -> Change:
            day = self._day(said["first_day"])
            kinds = self._desk.kinds
            return cohort_duplicated(
                document, cohort_id, said["title"], day, lambda at, like, title: board_like(at, like, title, kinds)
            )

        heading = words("program.duplicate_title", cohort=cohort.title)
        return self._ask(heading, fields, edit, over, new=True)

    def track(self, program_id: str, track_id: str, over: QWidget) -> EntryDialog:
        """Ask for the words of a track, of a new one for ""; raises EditRejected("gone")."""
        track = self._desk.document.get(Track, track_id) if track_id else None
        fields = [self._field(each, getattr(track, each, "")) for each in ("title", "audience")]

        def edit(document: Document, said: Said) -> Change:
            if track_id:
                return programs.track_edited(document, track_id, said["title"], said["audience"])
            return programs.track_added(document, program_id, said["title"], said["audience"])

        heading = track.title if track else self._desk.words("program.new_track")
        return self._ask(heading, fields, edit, over, new=not track)

    def study_group(self, cohort_id: str, group_id: str, over: QWidget) -> EntryDialog:
        """Ask for title, plan and host of a study group, of a new one for its title; raises EditRejected("gone")."""
        document, words = self._desk.document, self._desk.words
        group = document.get(StudyGroup, group_id) if group_id else None
        fields = [self._field("title", group.title if group else "")]
        if group:
            members = [document.get(Person, each.person_id) for each in members_of(document, group_id)]
            named = sorted(((each.id, each.name) for each in members), key=lambda each: plain(each[1]))
            hosts = [("", words("program.no_host")), *named]
            fields += [self._field("plan", group.plan), self._field("host", group.host_id or "", hosts)]

        def edit(document: Document, said: Said) -> Change:
            if group_id:
                its = said["title"], said["plan"], said["host"]
                return study_groups.study_group_edited(document, group_id, *its)
            return study_groups.study_group_added(document, cohort_id, said["title"])

        heading = group.title if group else words("program.new_group")
        return self._ask(heading, fields, edit, over, new=not group, private=True)

    def enrolment(self, enrolment_id: str, over: QWidget) -> EntryDialog:
        """Ask how somebody belongs to a cohort; raises EditRejected("gone") where they do no more."""
        document, words = self._desk.document, self._desk.words
        its = document.get(Enrolment, enrolment_id)
        cohort, person = document.get(Cohort, its.cohort_id), document.get(Person, its.person_id)
        tracks, groups = track_choices(self._desk, cohort.program_id), group_choices(self._desk, cohort.id)
        fields = [
            self._field("state", its.state, state_choices(self._desk)),
            self._field("track", its.track_id or "", tracks),
            self._field("group", its.study_group_id or "", groups),
            self._field("enrolled_on", _iso(its.enrolled_on)),
            self._field(
                "named", "yes" if its.named else "no", [(k, words(f"program.named_{k}")) for k in ("yes", "no")]
            ),
            self._field("certificate_name", its.certificate_name),
        ]

        def edit(document: Document, said: Said) -> Change:
            day, named = self._day(said["enrolled_on"]), said["named"] == "yes"
            values = EnrolmentValues(said["state"], said["track"], said["group"], day, named, said["certificate_name"])
            return enrolment_edited(document, enrolment_id, values)

        return self._ask(f"{person.name} · {cohort.title}", fields, edit, over, private=True)

    def _field(self, key: str, value: str, choices: Choices = (), *, label: str = "") -> Field:
        text = self._desk.words(f"program.field_{label or key}")
        if choices:
            return Field(key, text, value, "choice", choices=tuple(choices))
        form: Literal["date", "text", "line"] = "date" if key in _DAYS else "text" if key in _TEXTS else "line"
        return Field(key, text, value, form, near=key in _MAY_BE_PAST)

    def _ask(
        self,
        heading: str,
        fields: Sequence[Field],
        edit: Callable[[Document, Said], Change],
        over: QWidget,
        *,
        new: bool = False,
        private: bool = False,
    ) -> EntryDialog:
        shown = {field.key: field.value for field in fields if field.form != "told"}
        window = heading
        if private:  # no name in the title of a window
            window, fields = self._desk.words("program.title"), [replace(each, private=True) for each in fields]

        def save(given: Said) -> bool:
            said = shown | {key: value for key, value in given.items() if key in shown}
            saved = self._desk.ask_for(form.say, lambda document: edit(document, said))
            if saved:
                self._done(next((each.id for each in saved.change.added()), ""))
            return saved is not None

        form = EntryDialog(heading, fields, save, self._desk.words, over, new=new, today=self._desk.today)
        form.setWindowTitle(window)
        self.form = form
        form.open()
        return form

    def _day(self, text: str) -> date | None:
        return said_day(text, self._desk.today())


def state_choices(desk: Desk) -> Choices:
    """The states of an enrolment."""
    return [(each, desk.words(f"program.state_{each}")) for each in ENROLMENT_STATES]


def track_choices(desk: Desk, program_id: str) -> Choices:
    """The tracks of a program, none first."""
    its = [(each.id, each.title) for each in tracks_of(desk.document, program_id)]
    return [("", desk.words("program.no_track")), *its]


def group_choices(desk: Desk, cohort_id: str) -> Choices:
    """The study groups of a cohort, none first."""
    its = [(each.id, each.title) for each in study_groups_of(desk.document, cohort_id)]
    return [("", desk.words("program.no_group")), *its]


def weekday_told(day: date, words: Words) -> str:
    """A day with its day of the week: "Monday, 30 November 2026"."""
    return words("program.when", weekday=words(f"writing.weekday_{day.isoweekday()}"), day=words.date(day))


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
