"""How people belong to a cohort: pure edits. All of it is private."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.engagement import Person
from facilitator.domain.participation import ENROLMENT_STATES, Enrolment, StudyGroup
from facilitator.domain.program import Cohort, Track
from facilitator.domain.record import Record
from facilitator.domain.refusal import EditRejected
from facilitator.domain.words_of_people import name
from facilitator.workshop.study_groups import MOST_IN_STUDY_GROUP, members_of

_Pair = tuple[Record | None, Record | None]


@dataclass(frozen=True, slots=True)
class EnrolmentValues:
    """What can be said of an enrolment, as `Enrolment` has it; "" for no track and no group."""

    state: str = "active"
    track_id: str = ""
    study_group_id: str = ""
    enrolled_on: date | None = None
    named: bool = True
    certificate_name: str = ""


def enrolment_edited(document: Document, enrolment_id: str, values: EnrolmentValues) -> Change:
    """Say other things of an enrolment.

    Raises EditRejected: "gone", "nothing_to_do", "enrolled_late" (day, closes) for a day after the cohort has closed,
    what a name may not be, and as `put_in_state`, `put_on_track` and `put_in_group` do.
    """
    before = document.get(Enrolment, enrolment_id)
    closes = document.get(Cohort, before.cohort_id).closes_on
    if values.enrolled_on and closes and values.enrolled_on > closes:
        raise EditRejected("enrolled_late", day=values.enrolled_on.isoformat(), closes=closes.isoformat())
    group = "" if values.state == "withdrawn" else values.study_group_id
    _check_state(values.state)
    _check_track(document, before, values.track_id)
    _check_room(document, group, [before])
    after = before.having(
        state=values.state,
        track_id=values.track_id or None,
        study_group_id=group or None,
        enrolled_on=values.enrolled_on,
        named=values.named,
        certificate_name=name(values.certificate_name) if values.certificate_name.strip() else "",
    )
    return changed("edit_enrolment", [(before, after), *_hosts_left(document, [after])])


def put_in_state(document: Document, enrolment_ids: Iterable[str], state: str) -> Change:
    """Note that people are invited, active and so on; who withdraws leaves their study group, and hosts none.

    Raises EditRejected: "gone", "nothing_to_do", "choice_unknown" (choice, known).
    """
    _check_state(state)
    leaves = {"study_group_id": None} if state == "withdrawn" else {}
    return _each(document, enrolment_ids, {"state": state, **leaves})


def put_on_track(document: Document, enrolment_ids: Iterable[str], track_id: str) -> Change:
    """Put people on a track of their program, "" on none; raises EditRejected: "gone", "nothing_to_do"."""
    ids = tuple(enrolment_ids)
    for each in ids:
        _check_track(document, document.get(Enrolment, each), track_id)
    return _each(document, ids, {"track_id": track_id or None})


def put_in_group(document: Document, enrolment_ids: Iterable[str], group_id: str) -> Change:
    """Put people into a study group of their cohort, "" into none; whoever hosted one that they leave does no more.

    Raises EditRejected: "gone", "nothing_to_do", "study_group_full" (title, most), "group_withdrawn" (name) for
    somebody who withdrew.
    """
    ids = tuple(dict.fromkeys(enrolment_ids))
    before = [document.get(Enrolment, each) for each in ids]
    for each in before:
        if group_id and each.state == "withdrawn":
            raise EditRejected("group_withdrawn", name=document.get(Person, each.person_id).name)
    _check_room(document, group_id, before)
    return _each(document, ids, {"study_group_id": group_id or None})


def state_counts(document: Document, cohort_id: str) -> dict[str, int]:
    """How many people are enrolled in a cohort in each of ENROLMENT_STATES."""
    states = [each.state for each in document.every(Enrolment) if each.cohort_id == cohort_id]
    return {state: states.count(state) for state in ENROLMENT_STATES}


def _each(document: Document, enrolment_ids: Iterable[str], fields: dict[str, object]) -> Change:
    before = [document.get(Enrolment, each) for each in dict.fromkeys(enrolment_ids)]
    after = [each.having(**fields) for each in before]
    return changed("edit_enrolment", [*zip(before, after, strict=True), *_hosts_left(document, after)])


def _hosts_left(document: Document, after: Iterable[Enrolment]) -> list[_Pair]:
    """Study groups without their host, where that one is not a member any more."""
    pairs: list[_Pair] = []
    for each in after:
        pairs += [
            (group, group.having(host_id=None))
            for group in document.every(StudyGroup)
            if group.cohort_id == each.cohort_id and group.host_id == each.person_id and group.id != each.study_group_id
        ]
    return pairs


def _check_state(state: str) -> None:
    if state not in ENROLMENT_STATES:
        raise EditRejected("choice_unknown", choice=state, known=", ".join(ENROLMENT_STATES))


def _check_track(document: Document, enrolment: Enrolment, track_id: str) -> None:
    if track_id:
        program_id = document.get(Cohort, enrolment.cohort_id).program_id
        if document.get(Track, track_id).program_id != program_id:
            raise EditRejected("gone", id=track_id)


def _check_room(document: Document, group_id: str, joining: Iterable[Enrolment]) -> None:
    if not group_id:
        return
    group, ids = document.get(StudyGroup, group_id), set()
    for each in joining:
        if each.cohort_id != group.cohort_id:
            raise EditRejected("gone", id=group_id)
        ids.add(each.id)
    there = {each.id for each in members_of(document, group_id)}
    if not ids <= there and len(there | ids) > MOST_IN_STUDY_GROUP:
        raise EditRejected("study_group_full", title=group.title, most=MOST_IN_STUDY_GROUP)
