"""The facilitator's own library: what is kept comes back, nothing is lost, and a broken file says so."""

import errno
import json
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.boards.case_cards.library import FORM, KeptCase, forget, keep, keep_all, library
from facilitator.content.cases import PARTS
from facilitator.domain import words_of_people
from facilitator.domain.refusal import EditRejected, StoreError
from facilitator.exchange.own_files import MOST_FILES

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
        json.dumps({"form": FORM, "version": 1, "language": "en", "theme": "data", "title": " "}).encode(),
        json.dumps({"form": FORM, "version": 1, "language": "de", "theme": "data", "title": "T"}).encode(),
        json.dumps({"form": FORM, "version": 1, "language": "en", "theme": "data", "title": 3}).encode(),
        json.dumps({"form": FORM, "version": 1, "language": "en", "theme": "data", "title": "a\u202eb"}).encode(),
        json.dumps({"form": FORM, "version": 1, "language": "en", "theme": [], "title": "x" * 2_000_000}).encode(),
        json.dumps({"form": FORM, "version": 2, "language": "en", "theme": "data", "title": "T"}).encode(),
        json.dumps({"form": FORM, "language": "en", "theme": "data", "title": "T"}).encode(),
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
    told = {"form": FORM, "version": 1, "language": "en", "theme": "of tomorrow", "title": "T", "more": 1}
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


def test_a_case_of_a_newer_version_is_left_with_all_that_stands_in_it_and_what_is_kept_stands_beside(own):
    first = kept("Keys", card="c1")
    path = own / f"{first.id}.json"
    newer = json.dumps(json.loads(path.read_text("utf-8")) | {"version": 2, "pictures": ["map"]})
    path.write_text(newer, encoding="utf-8")
    beside = kept("Keys", card="c1")
    assert beside.id != first.id
    assert path.read_text("utf-8") == newer
    assert library().unread == (path.name,)
    assert library().cases == (beside,)


def wanted(title, card=""):
    return KeptCase("", "data", "en", {**PLAIN, "title": title}, card)


@pytest.fixture
def held(monkeypatch):
    """A file that this name is to become, and that is open elsewhere."""

    def hold(name):
        replaced, linked = os.replace, os.link

        def refusing(act):
            def acted(part, path):
                if Path(path).name == name:
                    raise PermissionError(errno.EACCES, "held")
                act(part, path)

            return acted

        monkeypatch.setattr(os, "replace", refusing(replaced))
        monkeypatch.setattr(os, "link", refusing(linked))

    return hold


def test_of_several_all_are_kept_or_none_and_older_words_come_back(own, held):
    kept("Bridges", card="c2", problem="old")
    before = {path.name: path.read_bytes() for path in own.iterdir()}
    held("snow.json")
    with pytest.raises(StoreError):
        keep_all([wanted("Keys", "c1"), wanted("Bridges", "c2"), wanted("Snow", "c3"), wanted("Trees", "c4")])
    assert {path.name: path.read_bytes() for path in own.iterdir()} == before


def test_of_several_that_are_the_same_one_is_kept(own):
    both = keep_all([wanted("Keys", "c1"), wanted("Keys", "c1"), wanted("Keys", "c2")])
    assert len({each.id for each in both}) == 1
    assert len(list(own.iterdir())) == 1


def test_the_folder_is_read_once_for_all(monkeypatch):
    keep_all([wanted(f"Case {number}") for number in range(5)])
    read, reading = [], Path.read_text
    monkeypatch.setattr(Path, "read_text", lambda path, **how: read.append(path) or reading(path, **how))
    keep_all([wanted(f"Other {number}") for number in range(5)])
    assert len(read) == len(set(read)) == 5


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such files")
def test_a_pipe_and_a_folder_are_no_cases_and_are_not_waited_for(own):
    kept("Whole")
    os.mkfifo(own / "pipe.json")
    (own / "folder.json").mkdir()
    assert ([each.title for each in library().cases], library().unread) == (["Whole"], ())


def test_a_full_library_takes_other_words_of_what_it_holds_and_nothing_new(own):
    kept("Zebra", card="c1")
    for number in range(MOST_FILES - 1):
        (own / f"a{number:03}.json").write_text("{")
    with pytest.raises(StoreError, match="own_folder_full"):
        kept("Snow", card="c2")
    kept("Zebras", card="c1")
    assert [each.title for each in library().cases] == ["Zebras"]
