"""Which fields of records hold words of people: all text that is no id and no code of the house.

A field that is not named here is taken for words, so that nobody can forget a new one.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from facilitator.domain.record import Record

NO_WORDS: Mapping[str, str] = {
    "engagement": "language",
    "brand": "colour logo",
    "twin": "of_type field",
    "program": "kind",
    "session": "agenda begins segment_started_at started_at ends_at",
    "segment": "method form spot",
    "board": "kind",
    "lesson": "outline",
    "activity": "kind outline proof",
    "certificate": "sort language check_code",
    "outcome": "kind code",
    "chat_line": "said_at taken_as",
    "commitment": "principle state",
    "enrolment": "state",
    "attendance": "presence",
    "checklist_entry": "item status",
    "assessment": "instrument",
    "answer": "area mark",
    "respondent": "consent",
    "own_answer": "statement scored evidence",
    "answer_tag": "tag within",
    "next_step": "step statement effort status",
    "dataset": "about_people",
    "summary_release": "band members answers changed",
    "summary_line": "sort item",
    "web": "category_set level_labels state",
    "none_apply": "category",
    "stakeholder": "code category level_now level_wanted subcategory kind flags strategy_id cadence channel confidence"
    " origin",
    "relationship": "kind quality direction confidence",
    "raci_role": "role",
    "moment_place": "category level_now level_wanted",
    "stakeholder_attitude": "basis",
    "stakeholder_influence": "sources",
    "value_frame": "valuable authorised doable",
    "card_group": "column",
    "card": "code column",
    "card_link": "kind",
    "guiding_value": "source",
    "desired_impact": "kind level direction",
    "approach": "stage",
    "kpi": "nature measures timing better_is mode frequency cost_to_collect status",
    "review": "cadence",
    "speaker": "code principle",
    "speaker_note": "state",
    "take_away": "code principle",
    "question": "code state also",
    "team_role": "code role",
    "affected_group": "code weight step",
    "early_win": "code state",
    "case_card": "code theme",
    "feedback_count": "statement",
    "feedback_shown": "statement",
    "feedback_comment": "question",
    "feedback_sheet": "mark",
}
"""By the name of a record type, its fields that hold ids and codes of the house; those called id or …_id besides."""


_QUESTION = "question"


@cache
def text_fields(record_type: type[Record]) -> tuple[str, ...]:
    """The names of the fields of a record type in which people's words stand, in their order."""
    codes = NO_WORDS.get(record_type.type_name(), "").split()
    return tuple(
        name
        for name, field in record_type.model_fields.items()
        if field.annotation in (str, str | None) and name != "id" and not name.endswith("_id") and name not in codes
    )


def words_in(record: Record) -> Iterator[tuple[str, str]]:
    """The fields of a record in which somebody's words stand, with these words; those that say nothing are left out.

    Of a summary's lines only the questions are words: the text of the others holds codes of the house.
    """
    if getattr(record, "sort", _QUESTION) != _QUESTION and record.type_name() == "summary_line":
        return
    for name in text_fields(type(record)):
        if text := getattr(record, name):
            yield name, text
