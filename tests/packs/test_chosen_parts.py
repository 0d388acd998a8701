"""A pack's parts left out and put elsewhere, some of its pages, and files that can't be written."""

import errno
import json
import os

import pikepdf
import pytest

from facilitator.command_line import cli
from facilitator.domain.document import Document
from facilitator.domain.refusal import StoreError
from facilitator.packs.catalogue import PACKS
from facilitator.packs.handing_out import make_handout, parts_offered, write_handout, written
from facilitator.packs.sorts import HandoutOrder
from facilitator.sample import founding_of_sample
from paper import Handout
from pdf_gate import faults
from pdf_gate.cases import CASES, DAY

KEYS = (
    "agenda:session_1",
    "outcomes:session_1",
    "board:stakeholder_web",
    "board:value_board",
    "board:checklist",
    "methods",
)


@pytest.fixture(scope="module")
def sample() -> Document:
    return Document().after(founding_of_sample("en"))


def refused(act, *arguments, **more) -> StoreError:
    with pytest.raises(StoreError) as refusal:
        act(*arguments, **more)
    return refusal.value


def heads(path):
    return [each.text for each in Handout(path).tree().every("H1")]


def bookmarks(path):
    with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
        return [each.title for each in outline.root]


@pytest.mark.parametrize("pack", [pack for pack, sort in PACKS.items() if not sort.of_person])
@pytest.mark.parametrize("case", ["typical", "hostile"])
def test_each_part_has_a_key_of_its_own_that_is_the_same_in_both_languages(case, pack):
    document = CASES[case]("en")
    if pack == "certificate":
        pytest.skip("nobody in these engagements has earned one")
    keys = [
        [part.key for part in parts_offered(document, HandoutOrder("letter", language, pack=pack, day=DAY))]
        for language in ("en", "fr")
    ]
    assert keys[0] == keys[1]
    assert all(keys[0])
    assert len(set(keys[0])) == len(keys[0]) > 0
    assert not any(letter in key for key in keys[0] for letter in ", \t\n")


def test_parts_come_in_the_order_asked_for_on_the_cover_in_the_bookmarks_and_in_the_file(sample, tmp_path):
    assert tuple(part.key for part in parts_offered(sample, HandoutOrder("letter", "en"))) == KEYS
    out = write_handout(sample, tmp_path, HandoutOrder("letter", "en", parts=("board:checklist", "agenda:session_1")))
    titles = ["Digital transformation checklist", "Purpose and agenda as held"]
    assert heads(out) == bookmarks(out) == ["Online permits", *titles]
    cover = Handout(out).page_words()[0]
    assert 0 < cover.index(titles[0]) < cover.index(titles[1])
    assert "Stakeholder web" not in cover
    assert faults(out.read_bytes()) == []


def test_all_parts_by_name_are_the_whole_pack(sample):
    whole = make_handout(sample, HandoutOrder("letter", "en", day=DAY))
    assert whole.taken == KEYS == tuple(part.key for part in whole.offered)
    assert make_handout(sample, HandoutOrder("letter", "en", day=DAY, parts=KEYS)).pdf == whole.pdf


def test_what_is_left_out_can_still_be_taken(sample):
    some = make_handout(sample, HandoutOrder("letter", "en", parts=("methods",)))
    assert some.taken == ("methods",)
    assert tuple(part.key for part in some.offered) == KEYS


def test_a_part_that_is_not_there_is_named_and_so_are_those_that_are(sample, tmp_path):
    unknown = refused(write_handout, sample, tmp_path, HandoutOrder("letter", "en", parts=("methods", "nope")))
    assert (unknown.key, unknown.values["part"]) == ("part_unknown", "nope")
    assert "board:stakeholder_web" in str(unknown.values["parts"])
    assert refused(write_handout, sample, tmp_path, HandoutOrder("letter", "en", parts=())).key == "no_parts"
    assert list(tmp_path.iterdir()) == []


def test_the_calendar_holds_no_days_of_a_board_that_is_left_out(sample):
    def days(parts):
        made = make_handout(sample, HandoutOrder("letter", "en", pack="value", parts=parts))
        return made.calendar.count(b"BEGIN:VEVENT") if made.calendar else 0

    assert days(None) == days(("board:value_board",)) > 0
    document = CASES["typical"]("en")
    boards = [part.key for part in parts_offered(document, HandoutOrder("letter", "en", pack="value"))]
    each = [make_handout(document, HandoutOrder("letter", "en", pack="value", parts=(key,))).calendar for key in boards]
    assert all(each)


def test_the_name_of_a_file_of_some_pages_says_which(sample, tmp_path):
    some = write_handout(sample, tmp_path, HandoutOrder("letter", "en", pages="7, 2-4"))
    assert some.name == "online-permits-en-letter-p2-4+7.pdf"
    assert (
        write_handout(sample, tmp_path, HandoutOrder("letter", "en", pages="all")).name
        == "online-permits-en-letter.pdf"
    )
    assert len(Handout(some).page_words()) == 4


def test_a_full_disk_leaves_the_old_file_and_nothing_half(sample, tmp_path, monkeypatch):
    made = make_handout(sample, HandoutOrder("letter", "en", pages="1"))
    old = written(made, tmp_path)
    before = old.read_bytes()

    def full(handle):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert refused(written, made, tmp_path).key == "output_full"
    assert [(each, each.read_bytes()) for each in tmp_path.iterdir()] == [(old, before)]


def test_a_name_that_is_taken_is_never_written_over(sample, tmp_path):
    made = make_handout(sample, HandoutOrder("letter", "en", pages="1"))
    (tmp_path / "mine.pdf").write_bytes(b"older")
    assert refused(written, made, tmp_path, "mine.pdf").key == "name_taken"
    assert (tmp_path / "mine.pdf").read_bytes() == b"older"
    assert written(made, tmp_path, "other") == tmp_path / "other.pdf"


@pytest.mark.parametrize(("folder", "key"), [("file/in a file", "output_no_folder"), ("x" * 300, "output_name")])
def test_a_folder_that_cannot_be_is_one_sentence(sample, tmp_path, folder, key):
    (tmp_path / "file").write_bytes(b"")
    made = make_handout(sample, HandoutOrder("letter", "en", pages="1"))
    assert refused(written, made, tmp_path / folder).key == key
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


@pytest.fixture
def file(tmp_path, sample):
    path = tmp_path / "town.facilitator"
    cli.run(["demo", str(path), "--no-window", "--out", str(tmp_path / "shown")])
    return path


@pytest.mark.slow
def test_the_command_line_lists_parts_and_takes_them(file, tmp_path, capsys):
    capsys.readouterr()
    assert cli.run(["handout", str(file), "--list-parts", "--json"]) == 0
    assert tuple(each["key"] for each in json.loads(capsys.readouterr().out)["parts"]) == KEYS
    assert cli.run(["handout", str(file), "--list-parts", "--pack", "value"]) == 0
    assert capsys.readouterr().out == "board:value_board\tCivic value board\n"
    out = tmp_path / "out"
    chosen = ["--parts", "methods, board:checklist", "--pages", "2-"]
    assert cli.run(["handout", str(file), "--out", str(out), *chosen]) == 0
    (made,) = out.iterdir()
    assert heads(made) == ["Methods we used", "Digital transformation checklist"]
    assert cli.run(["handout", str(file), "--out", str(out), "--pages", "two"]) == 1
    assert "two" in capsys.readouterr().err
    assert cli.run(["handout", str(file)]) == 2
