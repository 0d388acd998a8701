"""What may still tell who it is: unknown names and numbers are found with their places; what is usual is not."""

import time

import pytest

from engagements import founding
from facilitator.anonymous.leftovers import leftovers
from facilitator.anonymous.making import made_anonymous
from facilitator.boards.value_board.model import Card
from facilitator.catalogue import RECORD_TYPES
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Person
from facilitator.domain.outcome import Outcome
from facilitator.domain.twin import Twin, twin_id
from facilitator.sample import founding_of_sample
from pdf_gate.cases import huge

EN, FR = Words("en"), Words("fr")


def found(text, language="en", *more):
    one = Outcome(id="o1", number=1, kind="decision", code="D7", text=text)
    document = Document.of([*founding().added(), one, *more])
    return [each for each in leftovers(document, language, Words(language)) if "D7" in each.place]


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("the road along Wilno Creek floods", ["Wilno Creek"]),
        ("in Wilno it floods. Wilno floods", ["Wilno", "Wilno"]),
        ("Quenby floods. Wilno Creek floods", ["Wilno Creek"]),
        ("MZQ asks", ["MZQ"]),
        ("the bay of Golden Lake", ["Golden Lake"]),
        ("the MZQ asks", ["MZQ"]),
        ("by-law 2019-113 forbids it", ["by-law 2019-113"]),
        ("le règlement no 1204 l’interdit", ["règlement no 1204"]),
        ("it costs $1,250,000, and 40 hours", ["$1,250,000"]),
        ("il en coûte 12\u202f500\u202f$ par an", ["12\u202f500\u202f$"]),
        ("2.5 million dollars", ["2.5 million dollars"]),
        ("all 4830 households", ["4830"]),
        ("post to K0J 2N0", ["K0J 2N0"]),
        ("file 23-0417", ["file 23-0417"]),
    ],
)
def test_what_may_tell_who_it_is_is_found(text, hits):
    assert [each.hit for each in found(text)] == hits


@pytest.mark.parametrize(
    "text",
    [
        "Residents test the form in 2027, in 12 weeks, on 29 January",
        "Council approves the KPI register; GIS and IT help",
        "40 % of requests come by phone",
        "the Town Council and the Public Library Board",
        "Punjabi forms were added. Parcourez chaque branche",
        "",
    ],
)
def test_what_is_usual_is_no_hit(text):
    assert found(text) == []


def test_a_word_that_is_written_small_elsewhere_only_begins_its_sentence():
    assert [each.hit for each in found("Zorbling helps. We want zorbling")] == []
    assert [each.hit for each in found("Zorbling helps. We want Zorbling")] == ["Zorbling", "Zorbling"]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_first_words_of_sentences_of_the_sample_are_no_hits(language):
    sample = Document().after(founding_of_sample(language))
    assert {each.hit for each in leftovers(sample, language, Words(language))} <= {"Tagalog", "LSQ"}


def test_a_hit_on_a_board_says_on_which_and_at_what():
    card = Card(id="c", board_id="b", column="guiding", code="G9", text="the road along Wilno Creek")
    document = Document.of([*founding().added(), Board(id="b", number=2, kind="value", title="Roads"), card])
    (one,) = leftovers(document, "en", EN)
    assert one.place == "On the board “Roads”: Card G9"


def test_a_hit_stands_in_its_words_and_says_where():
    told = found("a long beginning that nobody needs to read, the road along Wilno Creek floods each spring and autumn")
    assert told[0].place == f"{EN('anonymous.place_outcome')} D7"
    assert told[0].sort == "name"
    assert told[0].excerpt == "…needs to read, the road along Wilno Creek floods each spring and autumn"
    document = Document.of([*founding().added(), Board(id="b", number=2, kind="checklist", title="The Zorb list")])
    assert [each.place for each in leftovers(document, "fr", FR)] == [FR("anonymous.place_board")]


def test_names_that_are_known_are_no_hits_for_they_are_gone():
    person = Person(id="p", name="Quenby Zorblaxe")
    assert found("Quenby Zorblaxe and Mme Zorblaxe", "en", person) == []
    assert found("Quenby Zorblaxe et Mme Zorblaxe", "fr", person) == []


def test_it_reads_the_words_of_the_language_that_is_handed_out():
    its = {"of_type": "outcome", "of_id": "o1", "field": "text"}
    twin = Twin(id=twin_id(*its.values()), source="the Wilno road", text="le chemin Golden Lake", **its)
    assert [each.hit for each in found("the Wilno road", "en", twin)] == ["Wilno"]
    assert [each.hit for each in found("the Wilno road", "fr", twin)] == ["Golden Lake"]


def test_every_record_that_a_pack_may_tell_of_has_a_word_for_its_place():
    for record_type in RECORD_TYPES:
        if not record_type.private and record_type.type_name() not in ("engagement", "brand", "twin"):
            for words in (EN, FR):
                assert words(f"anonymous.place_{record_type.type_name()}")


@pytest.mark.slow
def test_a_large_engagement_takes_a_few_seconds():
    document = huge("en")
    began = time.process_time()
    assert leftovers(document, "en", EN)
    assert time.process_time() - began < 4
    assert made_anonymous(document, "en") != document
