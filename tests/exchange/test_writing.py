"""Files are written whole or not at all, and what is there is kept unless it may be replaced."""

from pathlib import Path

import pytest

from facilitator.domain.refusal import StoreError
from facilitator.exchange.writing import free_path, write_all, write_whole


def refused(path, content=b"new", *, replace):
    with pytest.raises(StoreError) as refusal:
        write_whole(path, content, replace=replace)
    return refusal.value.key


def test_a_file_that_is_there_is_kept_unless_it_is_to_be_replaced(tmp_path):
    path = tmp_path / "folder" / "web.csv"
    write_whole(path, b"mine", replace=False)
    assert refused(path, replace=False) == "output_exists"
    assert path.read_bytes() == b"mine"
    write_whole(path, b"new", replace=True)
    assert path.read_bytes() == b"new"
    assert list(path.parent.iterdir()) == [path]


def test_a_folder_that_takes_no_file_is_said_and_holds_no_stub(tmp_path):
    (tmp_path / "file").write_text("not a folder")
    (tmp_path / "folder.pdf").mkdir()
    for path in (tmp_path / "file" / "pack.pdf", tmp_path / "folder.pdf", Path("/proc/pack.pdf")):
        assert refused(path, replace=True) == "output_unwritable"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["file", "folder.pdf"]
    assert list((tmp_path / "folder.pdf").iterdir()) == []


def test_a_full_disk_leaves_the_old_file_and_no_stub(tmp_path):
    resource = pytest.importorskip("resource", reason="the limit that plays a full disk is known to Unix only")
    path = tmp_path / "pack.pdf"
    path.write_bytes(b"old")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, limits[1]))  # a write beyond it fails half way
    try:
        key = refused(path, b"x" * 50_000, replace=True)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert key == "output_unwritable"
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_free_name_tells_the_title_and_is_not_taken(tmp_path):
    assert free_path(tmp_path, "Ville de Montréal — permis", ".pdf").name == "ville-de-montreal-permis.pdf"
    assert free_path(tmp_path, "ᐊᐃ", ".pdf").name == "facilitator.pdf"
    (tmp_path / "town.pdf").touch()
    assert free_path(tmp_path, "Town", ".pdf").name == "town-2.pdf"


def test_a_name_is_free_only_where_all_its_endings_are(tmp_path):
    (tmp_path / "town.ics").touch()
    assert free_path(tmp_path, "Town", ".pdf").name == "town.pdf"
    assert free_path(tmp_path, "Town", ".pdf", ".ics").name == "town-2.pdf"


def test_several_files_are_all_written_or_none(tmp_path):
    first, second = tmp_path / "town.pdf", tmp_path / "town.ics"
    second.write_bytes(b"mine")
    with pytest.raises(StoreError) as refusal:
        write_all({first: b"new", second: b"new"})
    assert refusal.value.key == "output_exists"
    assert (first.exists(), second.read_bytes()) == (False, b"mine")
    (tmp_path / "folder").write_text("not a folder")
    with pytest.raises(StoreError) as refusal:
        write_all({first: b"new", tmp_path / "folder" / "town.ics": b"new"})
    assert refusal.value.key == "output_unwritable"
    assert not first.exists()
    write_all({first: b"new"})
    assert first.read_bytes() == b"new"
