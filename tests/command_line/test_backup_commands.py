"""`facilitator backup` and `facilitator restore`: what they say, what they leave, and when they refuse."""

import json
import os
import stat
from pathlib import Path

import pytest

from facilitator.command_line.cli import run
from facilitator.opening import backups_of, found_engagement, open_engagement
from facilitator.templates import founding


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "town.facilitator"
    found_engagement(path, founding("stakeholder_1to1", "en")).close()
    return path


def records(path):
    with open_engagement(path) as engagement:
        assert engagement.faults() == []
        return set(engagement.journal.document.records())


def add(path, name):
    assert run(["add", str(path), "--board", "stakeholder_web", f"{name} #internal"]) == 0


def backed_up(path, capsys, *arguments):
    capsys.readouterr()
    assert run(["backup", str(path), "--json", *arguments]) == 0
    return Path(json.loads(capsys.readouterr().out)["path"])


def test_a_backup_goes_to_the_engagements_own_folder_and_is_whole(path, capsys):
    made = backed_up(path, capsys)
    assert made.parent == backups_of(path).path
    assert backups_of(path).newest().backup.path == made
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert run(["backup", str(path), "--lang", "fr"]) == 0
    assert str(backups_of(path).newest().backup.path) in capsys.readouterr().out


def test_a_backup_can_go_to_another_disk(path, tmp_path, capsys):
    made = backed_up(path, capsys, "--out", str(tmp_path / "stick"))
    assert made.parent.parent == tmp_path / "stick"
    assert backups_of(path).listed() == []


def test_a_restored_engagement_is_equal_and_what_was_there_is_kept(path, capsys):
    wanted = records(path)
    made = backed_up(path, capsys)
    add(path, "Said afterwards")
    before = records(path)
    assert run(["restore", str(path), "--from", str(made)]) == 0
    kept = Path(capsys.readouterr().out.splitlines()[-1].partition("kept as ")[2])
    assert records(path) == wanted
    assert records(kept) == before


def test_without_a_backup_named_the_newest_whole_one_is_and_nothing_changes(path, capsys):
    older = backed_up(path, capsys)
    add(path, "Said afterwards")
    newest = backed_up(path, capsys)
    os.truncate(newest, newest.stat().st_size - 1)
    before = path.read_bytes()
    assert run(["restore", str(path)]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == f"Damaged: {newest}"
    assert said[1].endswith(str(older))
    assert path.read_bytes() == before


def test_a_lost_engagement_comes_back(path, capsys):
    wanted = records(path)
    made = backed_up(path, capsys)
    path.unlink()
    assert run(["restore", str(path)]) == 0
    assert str(made) in capsys.readouterr().out
    assert run(["restore", str(path), "--from", str(made)]) == 0
    assert records(path) == wanted


def refused(capsys, *arguments):
    capsys.readouterr()
    assert run(arguments) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    return said.err


def test_what_cannot_be_done_is_said_in_one_line(path, tmp_path, capsys):
    made = backed_up(path, capsys)
    assert "is the engagement itself" in refused(capsys, "restore", str(path), "--from", str(path))
    with open_engagement(path):
        assert "open in another window" in refused(capsys, "restore", str(path), "--from", str(made))
        assert "open in another window" in refused(capsys, "backup", str(path))
    assert "does not exist" in refused(capsys, "restore", str(path), "--from", str(tmp_path / "none"))
    other = tmp_path / "other.facilitator"
    assert "no whole backup" in refused(capsys, "restore", str(other))
    assert "aucune sauvegarde intacte" in refused(capsys, "restore", str(other), "--lang", "fr")
    (tmp_path / "a file").write_text("")
    assert "No copy could be kept" in refused(capsys, "backup", str(path), "--out", str(tmp_path / "a file" / "x"))
