"""The words of a handout's cover: shown with every board, edited like them, in the pack afterwards."""

import pytest

from facilitator.boards.cover import COVER_KEYS, cover_fields, set_cover
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Engagement
from facilitator.domain.refusal import EditRejected
from facilitator.sample import founding_of_sample


def sample() -> Document:
    return Document().after(founding_of_sample("en"))


def test_every_line_can_be_set_and_reads_back():
    document = sample()
    values = dict(zip(COVER_KEYS, ("Permits <b> & more", "Town of Elsewhere", "2027-02-03"), strict=True))
    for key, value in values.items():
        document = document.after(set_cover(document, key, value))
    assert {field.key: field.value for field in cover_fields(document, Words("fr"))} == values
    document = document.after(set_cover(document, "held_on", ""))
    document = document.after(set_cover(document, "organization", " "))
    assert [field.value for field in cover_fields(document, Words("en"))] == ["Permits <b> & more", "", ""]


@pytest.mark.parametrize(
    ("key", "value", "refusal"),
    [
        ("engagement_title", " ", "name_empty"),
        ("held_on", "31/12/2026", "date_unreadable"),
        ("organization", "Town of Willowmarch", "nothing_to_do"),
    ],
)
def test_what_cannot_stand_is_refused(key, value, refusal):
    with pytest.raises(EditRejected) as refused:
        set_cover(sample(), key, value)
    assert refused.value.key == refusal


def test_without_a_session_there_is_no_date():
    document = Document.of([Engagement(id="engagement", title="T")])
    assert [field.key for field in cover_fields(document, Words("en"))] == ["engagement_title", "organization"]
