"""A list of who completed what of a microcourse, as people keep it in a spreadsheet: read, matched, told, taken."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from facilitator.boards.said_day import day_behind
from facilitator.content.lesson_told import activity_heading, kind_name
from facilitator.content.naming import key_of, plain
from facilitator.content.reading import read
from facilitator.content.words import Words
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.engagement import Person, language_of
from facilitator.domain.language import LANGUAGES, Language
from facilitator.domain.learning import Activity, Completion, Lesson
from facilitator.domain.participation import Enrolment
from facilitator.domain.program import Cohort
from facilitator.domain.refusal import EditRejected, ImportRefused
from facilitator.domain.words_of_people import note
from facilitator.exchange.csv_tables import unguarded
from facilitator.exchange.reading import RejectedRow, shown
from facilitator.exchange.tables_in import Table, read_table
from facilitator.exchange.workbook import SheetText
from facilitator.learning.completing import EVIDENCE_LIMIT, Fate, Reported, offered, reported
from facilitator.learning.lessons import activities_of, activity_view, lesson_title, lessons_of

FATES: tuple[Fate, ...] = ("new", "update", "same", "there")
"""What can become of a row that could be read, in the order in which it is told."""

_NEEDED = ("person", "lesson", "activity", "day")
_MOST_TOLD = 12
_CORE = ("core", "base")
"""What people write for what has to be done, in either language."""
_NUMBERED = re.compile(r"(?:no? )?(?P<number>\d{1,4})(?: (?P<name>.+))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class CompletionPlan:
    """What a list would do: `change` is the one step, None for nothing new; `rejected` rows are told and not in it.

    `of` is the sheet of a workbook that it was read from.
    """

    change: Change | None
    fates: Mapping[Fate, int]
    rejected: tuple[RejectedRow, ...]
    of: SheetText | None = None


@dataclass(frozen=True, slots=True)
class _Row:
    place: int
    person: str
    lesson: str
    activity: str
    day: str
    evidence: str


def is_surely_completions(text: str) -> bool:
    """Whether a text is a table with the columns of such a list, which no other import of ours has."""
    try:
        table = read_table(text, has_header=True)
    except ImportRefused:
        return False
    return not _missing(_columns(table))


def completions_in(
    document: Document,
    data: bytes | str,
    today: date,
    cohort_id: str = "",
    *,
    update: bool = False,
    language: Language = "en",
) -> CompletionPlan:
    """What a file (UTF-8, UTF-16 or cp1252, any delimiter) or a pasted table says of who completed what.

    Headings are in either language. People are told by their names among those of the cohort ("" of any); a lesson by
    its number or title, an activity by its number, kind, title or words, a day as people say what lies behind
    `today`. Raises ImportRefused: what `read_table` raises, "completions_columns" (columns, as they are called in
    `language`) where some are missing; EditRejected("gone") for a cohort that is not there.
    """
    table = read_table(data, has_header=True)
    columns = _columns(table)
    if missing := _missing(columns):
        raise ImportRefused("completions_columns", columns=", ".join(_names()[each][language][0] for each in missing))
    course = _Course(document, today, cohort_id)
    rejected, found = list(table.rejected), list[Reported]()
    for row in _rows(table, columns):
        try:
            found.append(course.report(row))
        except EditRejected as refusal:
            rejected.append(RejectedRow(refusal.key, refusal.values, row.place))
    change, fates = reported(document, found, update=update)
    rejected.sort(key=lambda each: int(each.place))
    return CompletionPlan(change, Counter(fates), tuple(rejected), table.of)


def told_completions(plan: CompletionPlan, words: Words) -> list[str]:
    """How many rows are new, add to what is there, say the same, or are left, and how many can't be read."""
    counts = [*((each, plan.fates.get(each, 0)) for each in FATES), ("rejected", len(plan.rejected))]
    told = [words(f"lesson.list_{each}", count=count) for each, count in counts if count]
    return [*(plan.of.told(words) if plan.of else ()), *(told or [words("lesson.list_empty")])]


def rejected_completions(plan: CompletionPlan, words: Words) -> list[str]:
    """A sentence for each row that can't be read, with its line."""
    return [
        words("refusals.line_refused", line=row.place, why=words(f"refusals.{row.key}", **row.values))
        for row in plan.rejected
    ]


def completion_facts(plan: CompletionPlan) -> dict[str, object]:
    """The same as data, for the facilitator's own scripts."""
    return {
        "form": "completions",
        **{each: plan.fates.get(each, 0) for each in FATES},
        "rejected": [{"line": row.place, "why": row.key} for row in plan.rejected],
    }


class _Course:
    """Finds whom and what rows mean, among the people of a cohort, or of all, and their lessons."""

    def __init__(self, document: Document, today: date, cohort_id: str) -> None:
        self._document, self._today, self._words = document, today, Words(language_of(document))
        cohorts = [document.get(Cohort, cohort_id)] if cohort_id else list(document.every(Cohort))
        self._programs = {each.id: each.program_id for each in cohorts}
        self._enrolled: dict[str, set[str]] = {}
        for each in document.every(Enrolment):
            if each.cohort_id in self._programs:
                self._enrolled.setdefault(each.person_id, set()).add(self._programs[each.cohort_id])
        self._people: dict[str, list[Person]] = {}
        for person_id in self._enrolled:
            person = document.get(Person, person_id)
            self._people.setdefault(key_of(person.name), []).append(person)
        self._lessons = {each: tuple(_lessons(document, each)) for each in sorted(set(self._programs.values()))}
        self._activities: dict[str, tuple[tuple[Activity, frozenset[str]], ...]] = {}
        self._there = {(each.activity_id, each.person_id) for each in document.every(Completion)}

    def report(self, row: _Row) -> Reported:
        """What a row says; raises EditRejected."""
        person = self._person(row.person)
        lesson = self._lesson(row.lesson, person)
        activity = self._activity(row.activity, lesson, person)
        day = day_behind(row.day, self._today)
        if day is None:
            raise EditRejected("completion_no_day")
        if day > self._today:
            raise EditRejected("completion_day_ahead", day=day.isoformat())
        if (activity.id, person.id) not in self._there:
            offered(self._document, activity.id, person.id)
        return Reported(activity.id, person.id, day, note(row.evidence, limit=EVIDENCE_LIMIT))

    def _person(self, name: str) -> Person:
        found = self._people.get(key_of(name), []) if name else []
        if len(found) != 1:
            raise EditRejected("completion_person_twice" if found else "completion_person_unknown", name=shown(name))
        return found[0]

    def _lesson(self, text: str, person: Person) -> Lesson:
        theirs = [each for program in sorted(self._enrolled[person.id]) for each in self._lessons[program]]
        wanted = plain(text)
        found = [lesson for lesson, spellings in theirs if wanted and wanted in spellings]
        if len(found) != 1:
            known = _some(lesson_title(lesson, self._words) for lesson, _ in theirs)
            key = "completion_lesson_twice" if found else "completion_lesson_unknown"
            raise EditRejected(key, text=shown(text), known=known)
        return found[0]

    def _activity(self, text: str, lesson: Lesson, person: Person) -> Activity:
        """What is offered to them goes before what is not; a whole name goes before its number, that before the
        beginning of a name.
        """
        theirs = self._spelled(lesson)
        wanted, found = plain(text), list[Activity]()
        whole = [each for each, spellings in theirs if wanted in spellings]
        begun = [each for each, spellings in theirs if any(one.startswith(wanted) for one in spellings)]
        for some in (whole, _numbered(wanted, theirs), begun) if wanted else ():
            found = [each for each in some if self._can(each, person)] or some
            if found:
                break
        if len(found) != 1:
            kinds = (kind_name(each.kind, self._words) for each, _ in theirs if not each.withdrawn)
            key = "completion_activity_twice" if found else "completion_activity_unknown"
            raise EditRejected(key, text=shown(text), known=_some(dict.fromkeys(kinds)))
        return found[0]

    def _can(self, activity: Activity, person: Person) -> bool:
        if (activity.id, person.id) in self._there:
            return True
        try:
            offered(self._document, activity.id, person.id)
        except EditRejected:
            return False
        return True

    def _spelled(self, lesson: Lesson) -> tuple[tuple[Activity, frozenset[str]], ...]:
        if lesson.id not in self._activities:
            its = activities_of(self._document, lesson.id)
            self._activities[lesson.id] = tuple((each, frozenset(_spellings(each))) for each in its)
        return self._activities[lesson.id]


def _lessons(document: Document, program_id: str) -> Iterator[tuple[Lesson, frozenset[str]]]:
    """The lessons of a program with all that they may be called."""
    for number, lesson in enumerate(lessons_of(document, program_id), start=1):
        both = [Words(language) for language in LANGUAGES]
        numbers = (str(number), *(words("learning.lesson_number", number=number) for words in both))
        yield lesson, frozenset(map(plain, (*numbers, *(lesson_title(lesson, words) for words in both))))


def _numbered(wanted: str, spelled: Sequence[tuple[Activity, frozenset[str]]]) -> list[Activity]:
    """The activity that stands at "1" among those of its lesson, or at "1 Reading" if it is called so."""
    said = _NUMBERED.fullmatch(wanted)
    its = spelled[int(said["number"]) - 1 : int(said["number"])] if said and int(said["number"]) else ()
    name = (said and said["name"]) or ""
    return [each for each, spellings in its if any(one.startswith(name) for one in spellings)]


def _spellings(activity: Activity) -> Iterator[str]:
    yield from (plain(activity.kind), *(_CORE if activity.core else ()))
    for words in map(Words, LANGUAGES):
        view = activity_view(activity, words)
        names = (kind_name(activity.kind, words), activity_heading(view, words), view.title, view.text)
        yield from (plain(each) for each in names if each)


def _columns(table: Table) -> dict[str, int]:
    """The place of the column for each thing that a list says: the first that is called so."""
    heads = [plain(each) for each in table.columns]
    found: dict[str, int] = {}
    for key, both in _names().items():
        names = [name for language in LANGUAGES for name in both[language]]
        its = next((heads.index(plain(name)) for name in names if plain(name) in heads), None)
        if its is not None and its not in found.values():
            found[key] = its
    return found


def _missing(columns: Mapping[str, int]) -> list[str]:
    return [each for each in _NEEDED if each not in columns]


def _rows(table: Table, columns: Mapping[str, int]) -> Iterator[_Row]:
    for row in table.rows:
        said = {key: unguarded(row.cells[place]).strip() for key, place in columns.items()}
        yield _Row(row.line, **{"evidence": "", **said})


def _some(names: Iterable[str]) -> str:
    told = list(names)
    return ", ".join((*told[:_MOST_TOLD], "…") if len(told) > _MOST_TOLD else told)


@cache
def _names() -> Mapping[str, Mapping[Language, Sequence[str]]]:
    """What columns are called in either language, the usual name first."""
    found: dict[str, dict[Language, list[str]]] = read("exchange", "completion_names.json")
    return found
