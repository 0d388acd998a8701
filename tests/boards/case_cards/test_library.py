"""The facilitator's own library: what is kept comes back, nothing is lost, and a broken file says so."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.boards.case_cards.library import FORM, forget, keep, library
from facilitator.content.cases import PARTS
from facilitator.domain import words_of_people
from facilitator.domain.refusal import EditRejected, StoreError

PLAIN = dict.fromkeys(PARTS, "")


def kept(title="A case", card="", **more):
    return keep("data", "en", {**PLAIN, "title": title, **more}, card)


def test_an_empty_library_is_no_fault(own):
    assert library().cases == library().unread == ()
    assert not own.exists()


def test_what_is_kept_comes_back_in_the_order_of_titles():
    kept("Zebra crossings", problem="Two\nlines & <b>")
    kept("Élections en ligne", place="Québec")
    first, last = library().cases
    assert (first.title, first.parts["place"], first.theme) == ("Élections en ligne", "Québec", "data")
    assert last.parts["problem"] == "Two\nlines & <b>"


def test_newer_words_of_the_same_card_take_the_place_of_the_older_ones():
    first = kept("Keys", card="c1", problem="old")
    again = kept("Keys for all", card="c1", problem="new")
    assert again.id == first.id
    assert library().cases == (again,)


def test_another_card_of_the_same_title_stands_beside_and_the_very_same_words_stand_once():
    kept("Keys", card="c1", problem="one")
    kept("Keys", card="c2", problem="other")
    kept("Keys", problem="third")
    kept("Keys", card="c3", problem="third")
    keep("data", "fr", {**PLAIN, "title": "Keys", "problem": "third"}, "c3")
    told = [(each.language, each.parts["problem"]) for each in library().cases]
    assert sorted(told) == [("en", "one"), ("en", "other"), ("fr", "third")]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe\x00",
        b'{"form": "something else"}',
        b"[" * 100_000,
        json.dumps({"form": FORM, "language": "en", "theme": "data", "title": " "}).encode(),
        json.dumps({"form": FORM, "language": "de", "theme": "data", "title": "T"}).encode(),
        json.dumps({"form": FORM, "language": "en", "theme": "data", "title": 3}).encode(),
        json.dumps({"form": FORM, "language": "en", "theme": "data", "title": "a\u202eb"}).encode(),
        json.dumps({"form": FORM, "language": "en", "theme": [], "title": "x" * 2_000_000}).encode(),
    ],
)
def test_a_broken_file_is_named_and_left_and_the_others_are_there(own, content):
    kept("Whole")
    broken = own / "broken.json"
    broken.write_bytes(content)
    assert [each.title for each in library().cases] == ["Whole"]
    assert library().unread == ("broken.json",)
    kept("Broken")
    assert broken.read_bytes() == content
    assert {each.title for each in library().cases} == {"Whole", "Broken"}


def test_a_case_of_a_theme_that_is_unknown_here_stands_with_the_other_ones(own):
    own.mkdir(parents=True)
    told = {"form": FORM, "language": "en", "theme": "of tomorrow", "title": "T", "more": 1}
    (own / "t.json").write_text(json.dumps(told))
    (case,) = library().cases
    assert (case.theme, case.parts["source"]) == ("other", "")


def test_a_case_is_taken_out_and_only_that_one(own):
    kept("Stays")
    gone = kept("Goes")
    (own / "notes.txt").write_text("mine")
    assert forget(gone.id).title == "Goes"
    assert [each.title for each in library().cases] == ["Stays"]
    assert (own / "notes.txt").exists()
    for unknown in (gone.id, "../case", "notes"):
        with pytest.raises(EditRejected, match="gone"):
            forget(unknown)


def test_a_folder_that_can_not_be_is_told_and_nothing_is_there(own):
    own.parent.mkdir(parents=True)
    own.write_text("a file in the way")
    assert library().unread == (str(own),)
    with pytest.raises(StoreError):
        kept()


def _may_stand(text):
    try:
        return words_of_people.name(text) == text
    except EditRejected:
        return False


@given(st.text(min_size=1, max_size=60).filter(_may_stand))
def test_any_title_comes_back_as_it_was(title):
    kept(title)
    assert title in {each.title for each in library().cases}
