"""The words of a handout's cover: shown with every board, edited like them, in the pack afterwards."""

from datetime import date

import pytest

from facilitator.boards.cover import COVER_KEYS, cover_fields, session_on_cover, set_cover
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement, Segment, Session
from facilitator.domain.refusal import EditRejected
from facilitator.sample import founding_of_sample
from facilitator.workshop.cohort_boards import board_of_session


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


def test_the_day_is_that_of_the_session_that_works_on_the_board():
    sessions = [Session(id=f"s{n}", number=n, title="Half day", held_on=date(2027, n, 1)) for n in (1, 2, 3)]
    boards = [Board(id=each, number=1, kind="value_board", title="Values") for each in ("a", "b")]
    turns = [Segment(id=s, session_id=s, number=1, minutes=9, title="Work", board_id="a") for s in ("s2", "s3")]
    document = Document.of([Engagement(id="engagement", title="T"), *sessions, *boards, *turns])
    assert [session_on_cover(document, "a", shown) for shown in ("", "s1", "s2", "s3")] == ["s2", "s2", "s2", "s3"]
    assert [session_on_cover(document, "b", shown) for shown in ("", "s3")] == ["", "s3"]
    assert cover_fields(document, Words("en"), "s3")[-1].value == "2027-03-01"
    changed = document.after(set_cover(document, "held_on", "2027-05-05", "s3"))
    assert [changed.get(Session, f"s{n}").held_on.month for n in (1, 2, 3)] == [1, 2, 5]
    assert board_of_session(document, "s3") == "a"
    assert board_of_session(document, "s1") == ""
