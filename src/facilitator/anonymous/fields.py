"""What stands in the fields of records that hold people's words: names, and else free text."""

from collections.abc import Mapping
from functools import cache
from typing import Literal

from facilitator.domain.record import Record
from facilitator.domain.text_fields import text_fields

Sort = Literal["text", "title", "hub", "client", "person", "people", "body", "mapped", "said"]
"""What a field holds: free text; the engagement's title; what a map is about; whose engagement it is; one person;
people or their roles; an organization; what a map calls somebody; how a person is spoken of, which has no place in an
anonymous pack."""

NAMES: Mapping[tuple[str, str], Sort] = {
    ("engagement", "title"): "title",
    ("engagement", "organization"): "client",
    ("person", "name"): "person",
    ("person", "organization"): "body",
    ("person", "pronunciation"): "said",
    ("person", "pronouns"): "said",
    ("poll_vote", "person"): "person",
    ("person_dots", "person"): "person",
    ("chat_line", "author"): "person",
    ("certificate", "name"): "person",
    ("enrolment", "certificate_name"): "person",
    ("program", "signatory"): "person",
    ("program", "issuer"): "body",
    ("program", "partners"): "body",
    ("lesson", "credit"): "body",
    ("cohort", "facilitators"): "people",
    ("commitment", "with_whom"): "people",
    ("outcome", "who"): "people",
    ("checklist_entry", "owner"): "people",
    ("respondent", "organization"): "body",
    ("next_step", "owner"): "people",
    ("dataset", "owner"): "people",
    ("dataset", "shared_with"): "body",
    ("web", "project"): "hub",
    ("stakeholder", "name"): "mapped",
    ("stakeholder", "owner"): "people",
    ("moment_place", "name"): "mapped",
    ("served", "name"): "mapped",
    ("approach", "owner"): "people",
    ("kpi", "owner"): "people",
    ("speaker", "name"): "person",
    ("speaker", "organization"): "body",
    ("question_note", "asked_by"): "person",
    ("question_dots", "person"): "person",
    ("team_role", "who"): "people",
    ("affected_group", "name"): "mapped",
    ("affected_group", "owner"): "people",
    ("early_win", "owner"): "people",
}
"""The fields that hold names, by the name of their record type."""


@cache
def sorts_of_text(record_type: type[Record]) -> Mapping[str, Sort]:
    """The fields of a record type in which people's words stand, and what each of them holds."""
    kind = record_type.type_name()
    return {name: NAMES.get((kind, name), "text") for name in text_fields(record_type)}
