"""A board in every format on offer: as files that say what they are, and with nothing private unless asked for."""

import pytest

from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.refusal import StoreError
from facilitator.graph_files import formats_of, write_format
from facilitator.sample import founding_of_sample

EN = Words("en")
SECRET = b"Wants a first visible win"


@pytest.fixture(scope="module")
def sample():
    return Document().after(founding_of_sample("en"))


def test_what_is_on_offer_depends_on_the_board(sample):
    assert formats_of(sample, "stakeholder_web", EN) == [
        ("pdf", ".pdf", True),
        ("png", ".png", False),
        ("svg", ".svg", False),
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
        ("csv", ".csv", False),
    ]


@pytest.mark.parametrize("form", ["png", "svg", "csv", "kumu", "graphml", "dot", "kumu-csv", "ics"])
def test_every_format_is_written_with_nothing_private(sample, tmp_path, form):
    suffix = next(suffix for its, suffix, _ in formats_of(sample, "stakeholder_web", EN) if its == form)
    out = tmp_path / f"web{suffix}"
    files = write_format(sample, "stakeholder_web", out, form, EN, private=False, replace=False)
    assert sorted(files) == sorted(tmp_path.iterdir())
    assert len(files) == (2 if form == "kumu-csv" else 1)
    assert all(path.stat().st_size and SECRET not in path.read_bytes() for path in files)


@pytest.mark.parametrize("form", ["csv", "kumu", "graphml", "dot", "kumu-csv"])
def test_the_private_copy_says_so_in_its_name(sample, tmp_path, form):
    with pytest.raises(StoreError) as refusal:
        write_format(sample, "stakeholder_web", tmp_path / "web.csv", form, EN, private=True, replace=False)
    assert refusal.value.key == "private_unmarked"
    assert list(tmp_path.iterdir()) == []
    out = tmp_path / "web-PRIVATE.csv"
    files = write_format(sample, "stakeholder_web", out, form, EN, private=True, replace=False)
    assert any(SECRET in path.read_bytes() for path in files)
    assert all("PRIVATE" in path.name for path in files)


def test_of_two_files_none_is_written_where_one_is_there(sample, tmp_path):
    there = tmp_path / "web-connections.csv"
    there.write_text("mine")
    with pytest.raises(StoreError) as refusal:
        write_format(sample, "stakeholder_web", tmp_path / "web.csv", "kumu-csv", EN, private=False, replace=False)
    assert refusal.value.key == "output_exists"
    assert list(tmp_path.iterdir()) == [there]
    assert there.read_text() == "mine"
