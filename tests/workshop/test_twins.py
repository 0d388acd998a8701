"""Twins: which texts need one, what an outdated one does, and that a document in the other language says all of it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagements import founding
from facilitator.boards.assessment.model import SummaryLine
from facilitator.boards.stakeholder_web.model import Stakeholder, StakeholderNote
from facilitator.boards.value_board.model import Card
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.engagement import Board, Engagement, Person, Session, language_of
from facilitator.domain.outcome import Outcome
from facilitator.domain.refusal import EditRejected
from facilitator.domain.twin import Twin
from facilitator.sample import founding_of_sample
from facilitator.workshop.twins import in_language, set_twins, split_id, twin_places, untranslated

FRENCH = "Accueil et mot d’ouverture"


@pytest.fixture(scope="module")
def sample() -> Document:
    return Document().after(founding_of_sample("en"))


def edited(document: Document, record, **fields) -> Document:
    return document.after(changed("edit", [(record, record.having(**fields))]))


def at(document, text):
    return next(place for place in twin_places(document) if place.source == text)


def test_the_sample_in_french_says_what_the_french_sample_says(sample):
    french = Document().after(founding_of_sample("fr"))
    said = in_language(sample, "fr")
    for record_type in (Board, Session, Stakeholder, Card, Outcome):
        assert {each.id: each for each in said.every(record_type)} == {
            each.id: each for each in french.every(record_type)
        }
    assert untranslated(sample, "fr") == ()


def test_a_name_needs_no_twin_and_a_role_may_have_one():
    outcome = Outcome(id="o", number=1, kind="next_step", code="N1", text="Idea", who="Clerk")
    document = Document().after(founding())
    document = document.after(changed("add", [(None, outcome)]))
    assert at(document, "Clerk").state == "name"
    assert "Clerk" not in {place.source for place in untranslated(document, "fr")}
    document = document.after(set_twins(document, {"outcome/o/who": "Greffe"}))
    assert in_language(document, "fr").get(Outcome, "o").who == "Greffe"


def test_in_its_own_language_it_is_the_same_document(sample):
    assert in_language(sample, "en") is sample
    assert untranslated(sample, "en") == ()


def test_what_is_private_has_no_twin_and_stays_as_it_is(sample):
    notes = list(sample.every(StakeholderNote))
    assert notes
    assert list(in_language(sample, "fr").every(StakeholderNote)) == notes
    assert list(in_language(sample, "fr").every(Person)) == list(sample.every(Person))
    assert not {split_id(place.id)[0] for place in twin_places(sample)} & {"person", "stakeholder_note", "twin"}


def test_a_text_that_was_reworded_stands_as_it_is_and_is_listed(sample):
    board = sample.get(Board, "value_board")
    reworded = edited(sample, board, title="What we stand for")
    assert at(reworded, "What we stand for").state == "outdated"
    assert [place.source for place in untranslated(reworded, "fr")] == ["What we stand for"]
    assert in_language(reworded, "fr").get(Board, "value_board").title == "What we stand for"
    mended = reworded.after(set_twins(reworded, {at(reworded, "What we stand for").id: "Ce que nous défendons"}))
    assert in_language(mended, "fr").get(Board, "value_board").title == "Ce que nous défendons"
    assert untranslated(mended, "fr") == ()


def test_a_text_of_the_house_needs_no_twin_until_somebody_rewords_it():
    document = Document().after(founding())
    session = Session(id="s", number=1, title="Welcome and check-in")
    document = document.after(changed("add", [(None, session)]))
    assert (at(document, session.title).state, at(document, session.title).text) == (
        "known",
        "Accueil et mot d’ouverture",
    )
    assert in_language(document, "fr").get(Session, "s").title == FRENCH
    document = edited(document, session, title="Welcome, all")
    assert at(document, "Welcome, all").state == "missing"
    assert in_language(document, "fr").get(Session, "s").title == "Welcome, all"


def test_an_own_twin_goes_before_that_of_the_house():
    document = Document().after(founding())
    document = document.after(changed("add", [(None, Session(id="s", number=1, title="Welcome and check-in"))]))
    document = document.after(set_twins(document, {"session/s/title": "Bienvenue"}))
    assert in_language(document, "fr").get(Session, "s").title == "Bienvenue"


def test_several_are_set_and_taken_away_in_one_step(sample):
    first, second = (at(sample, text) for text in ("Online permits", "Town of Willowmarch"))
    change = set_twins(sample, {first.id: "Les permis", second.id: " "})
    document = sample.after(change)
    assert document.get(Twin, first.id).text == "Les permis"
    assert document.find(Twin, second.id) is None
    assert [place.source for place in untranslated(document, "fr")] == ["Town of Willowmarch"]
    assert len(change.swaps) == 2


@pytest.mark.parametrize(
    ("texts", "key"),
    [
        ({"board/none/title": "x"}, "gone"),
        ({"person/p1/name": "x"}, "gone"),
        ({"engagement/engagement/title": "Permis en ligne"}, "nothing_to_do"),
        ({"engagement/engagement/title": "a\x00b"}, "name_control"),
    ],
)
def test_what_can_have_no_twin_is_refused(sample, texts, key):
    with pytest.raises(EditRejected) as refused:
        set_twins(sample, texts)
    assert refused.value.key == key


def test_texts_stand_in_the_order_of_the_engagement_its_sessions_and_its_boards(sample):
    ats = list(dict.fromkeys(place.at for place in twin_places(sample)))
    boards = sorted(sample.every(Board), key=lambda board: board.number)
    assert ats == ["", next(sample.every(Session)).title, *(board.title for board in boards)]


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_any_id_of_a_record_is_found_again_in_the_id_of_its_place(its_id):
    assert split_id(f"card/{its_id}/text") == ("card", its_id, "text")


def test_an_engagement_in_french_has_twins_in_english(sample):
    french = Document().after(founding_of_sample("fr"))
    assert in_language(french, "en").get(Engagement, "engagement").title == "Online permits"
    assert untranslated(french, "en") == ()
    assert replace(at(french, "Permis en ligne"), id="") == replace(
        at(sample, "Online permits"), id="", source="Permis en ligne", text="Online permits"
    )


def test_codes_of_a_summary_are_no_words_and_its_questions_are():
    lines = [
        SummaryLine(id=sort, board_id="b", number=1, sort=sort, text=text)
        for sort, text in (("sentence", "5-9 2026-11 5 3 figures"), ("question", "What surprises us?"))
    ]
    document = Document().after(founding())
    document = document.after(changed("add", [(None, Board(id="b", number=1, kind="group_summary", title="Summary"))]))
    document = document.after(changed("add", [(None, line) for line in lines]))
    told = [place.source for place in twin_places(document)]
    assert "What surprises us?" in told
    assert "5-9 2026-11 5 3 figures" not in told


def test_a_document_in_the_other_language_is_one_of_an_engagement_in_it(sample):
    assert language_of(in_language(sample, "fr")) == "fr"
    assert language_of(in_language(sample, "en")) == "en"
