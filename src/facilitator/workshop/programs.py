"""Programs with their tracks, and what is said of their cohorts: pure edits."""

from dataclasses import asdict, dataclass
from datetime import date

from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.learning import Activity
from facilitator.domain.participation import Enrolment
from facilitator.domain.program import PROGRAM_KINDS, Cohort, Program, Track
from facilitator.domain.record import new_id
from facilitator.domain.refusal import EditRejected
from facilitator.domain.words_of_people import name, note

CODE_LIMIT = 10
"""The most characters of a code: as many as a certificate's number has room for."""


@dataclass(frozen=True, slots=True)
class ProgramValues:
    """What can be said of a program, as `Program` has it."""

    title: str
    kind: str = "community_of_practice"
    code: str = ""
    issuer: str = ""
    signatory: str = ""
    role: str = ""
    partners: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class CohortValues:
    """What can be said of a cohort, as `Cohort` has it; `capacity` as it is typed, "" where nobody says."""

    title: str
    code: str = ""
    begins_on: date | None = None
    ends_on: date | None = None
    closes_on: date | None = None
    capacity: str = ""
    facilitators: str = ""


def program_edited(document: Document, program_id: str, values: ProgramValues) -> Change:
    """Say other things of a program.

    Raises EditRejected: "gone", "nothing_to_do", "choice_unknown" (choice, known) for its kind, "code_letters" (code),
    "name_too_long" for a code over CODE_LIMIT, or what a text may not be.
    """
    program = document.get(Program, program_id)
    if values.kind not in PROGRAM_KINDS:
        raise EditRejected("choice_unknown", choice=values.kind, known=", ".join(PROGRAM_KINDS))
    fields = {
        **{field: _line(getattr(values, field)) for field in ("issuer", "signatory", "role")},
        "title": name(values.title),
        "kind": values.kind,
        "code": _code(values.code),
        "partners": note(values.partners),
        "credit": note(values.credit),
    }
    return changed("edit_program", [(program, program.having(**fields))])


def cohort_edited(document: Document, cohort_id: str, values: CohortValues) -> Change:
    """Say other things of a cohort.

    Raises EditRejected: "gone", "nothing_to_do", "cohort_ends" (begins, ends) where it ends before it begins,
    "cohort_closes" (day, closes) where it closes before it ends or begins, "capacity_number" (text), and for title and
    code as `program_edited` does.
    """
    cohort = document.get(Cohort, cohort_id)
    return changed("edit_cohort", [(cohort, cohort.having(**_checked(values)))])


def tracks_of(document: Document, program_id: str) -> tuple[Track, ...]:
    """The tracks of a program in their order."""
    its = (each for each in document.every(Track) if each.program_id == program_id)
    return tuple(sorted(its, key=lambda each: (each.number, each.id)))


def track_added(document: Document, program_id: str, title: str, audience: str = "") -> Change:
    """Add a track after the last one of a program; raises EditRejected: "gone", or what a text may not be."""
    document.get(Program, program_id)
    number = max((each.number for each in tracks_of(document, program_id)), default=0) + 1
    its = {"title": name(title), "audience": _line(audience)}
    return changed("add_track", [(None, Track(id=new_id(), program_id=program_id, number=number, **its))])


def track_edited(document: Document, track_id: str, title: str, audience: str) -> Change:
    """Give a track other words; raises EditRejected: "gone", "nothing_to_do", or what a text may not be."""
    track = document.get(Track, track_id)
    return changed("edit_track", [(track, track.having(title=name(title), audience=_line(audience)))])


def track_removed(document: Document, track_id: str) -> Change:
    """Remove a track; whoever was on it stays enrolled, on none.

    Raises EditRejected: "gone", "track_has_activities" (title, count) while lessons hold something for it alone.
    """
    track = document.get(Track, track_id)
    count = sum(each.track_id == track_id for each in document.every(Activity))
    if count:
        raise EditRejected("track_has_activities", title=track.title, count=count)
    on_it = [each for each in document.every(Enrolment) if each.track_id == track_id]
    return changed("remove_track", [*((each, each.having(track_id=None)) for each in on_it), (track, None)])


def _checked(values: CohortValues) -> dict[str, object]:
    begins, ends, closes = values.begins_on, values.ends_on, values.closes_on
    if begins and ends and ends < begins:
        raise EditRejected("cohort_ends", begins=begins.isoformat(), ends=ends.isoformat())
    last = ends or begins
    if last and closes and closes < last:
        raise EditRejected("cohort_closes", day=last.isoformat(), closes=closes.isoformat())
    fields = asdict(values) | {"title": name(values.title), "code": _code(values.code)}
    return fields | {"capacity": _count(values.capacity), "facilitators": _line(values.facilitators)}


def _count(text: str) -> int | None:
    typed = text.strip()
    if not typed:
        return None
    if not (typed.isdecimal() and len(typed) <= 4 and int(typed)):
        raise EditRejected("capacity_number", text=typed)
    return int(typed)


def _code(text: str) -> str:
    """A code with something in it that a certificate's number keeps."""
    code = name(text, limit=CODE_LIMIT) if text.strip() else ""
    if code and not any(letter.isalnum() for letter in code):
        raise EditRejected("code_letters", code=code)
    return code


def _line(text: str) -> str:
    return name(text) if text.strip() else ""
