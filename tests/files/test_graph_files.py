"""A board in every format on offer: as files that say what they are, and with nothing private unless asked for."""

import zipfile

import pytest

from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.refusal import StoreError
from facilitator.files.graph_files import formats_of, whole_formats, write_format
from facilitator.sample import founding_of_sample

pytestmark = pytest.mark.usefixtures("qapp")  # before a picture makes an application that has no windows

EN = Words("en")
SECRET = b"Wants a first visible win"


def content_of(path):
    """What is in a file, unpacked."""
    if not zipfile.is_zipfile(path):
        return path.read_bytes()
    with zipfile.ZipFile(path) as parts:
        return b"".join(parts.read(name) for name in parts.namelist())


@pytest.fixture(scope="module")
def sample():
    return Document().after(founding_of_sample("en"))


def test_what_is_on_offer_depends_on_the_board(sample):
    assert formats_of(sample, "stakeholder_web", EN) == [
        ("pdf", ".pdf", True),
        ("png", ".png", False),
        ("svg", ".svg", False),
        ("html", ".html", False),
        ("xlsx", ".xlsx", True),
        ("csv", ".csv", True),
        ("kumu", ".json", True),
        ("graphml", ".graphml", True),
        ("dot", ".dot", True),
        ("kumu-csv", ".csv", True),
        ("ics", ".ics", False),
    ]
    assert formats_of(sample, "checklist", EN) == [
        ("pdf", ".pdf", False),
        ("png", ".png", False),
        ("svg", ".svg", False),
        ("html", ".html", False),
        ("xlsx", ".xlsx", False),
        ("csv", ".csv", False),
    ]


@pytest.mark.parametrize("form", ["png", "svg", "html", "xlsx", "csv", "kumu", "graphml", "dot", "kumu-csv", "ics"])
def test_every_format_is_written_with_nothing_private(sample, tmp_path, form):
    suffix = next(suffix for its, suffix, _ in formats_of(sample, "stakeholder_web", EN) if its == form)
    out = tmp_path / f"web{suffix}"
    files = write_format(sample, "stakeholder_web", out, form, EN, private=False, replace=False)
    assert sorted(files) == sorted(tmp_path.iterdir())
    assert len(files) == (2 if form == "kumu-csv" else 1)
    assert all(path.stat().st_size and SECRET not in content_of(path) for path in files)


@pytest.mark.parametrize("form", ["xlsx", "csv", "kumu", "graphml", "dot", "kumu-csv"])
def test_the_private_copy_says_so_in_its_name(sample, tmp_path, form):
    with pytest.raises(StoreError) as refusal:
        write_format(sample, "stakeholder_web", tmp_path / "web.csv", form, EN, private=True, replace=False)
    assert refusal.value.key == "private_unmarked"
    assert list(tmp_path.iterdir()) == []
    out = tmp_path / "web-PRIVATE.csv"
    files = write_format(sample, "stakeholder_web", out, form, EN, private=True, replace=False)
    assert any(SECRET in content_of(path) for path in files)
    assert all("PRIVATE" in path.name for path in files)


def test_of_two_files_none_is_written_where_one_is_there(sample, tmp_path):
    there = tmp_path / "web-connections.csv"
    there.write_text("mine")
    with pytest.raises(StoreError) as refusal:
        write_format(sample, "stakeholder_web", tmp_path / "web.csv", "kumu-csv", EN, private=False, replace=False)
    assert refusal.value.key == "output_exists"
    assert list(tmp_path.iterdir()) == [there]
    assert there.read_text() == "mine"


@pytest.mark.parametrize(("form", "private"), [("xlsx-all", False), ("xlsx-all", True), ("html-all", False)])
def test_all_boards_are_one_file(sample, tmp_path, form, private):
    assert (form, f".{form[:4]}", form == "xlsx-all") in whole_formats()
    out = tmp_path / f"all{'-PRIVATE' * private}.{form[:4]}"
    assert write_format(sample, "checklist", out, form, EN, private=private, replace=False) == (out,)
    content = content_of(out)
    assert b"Chief administrative officer" in content
    assert b"Transparency" in content
    assert (SECRET in content) == private
