"""A saved chat by command: into the tray, counted, and only what is new the second time."""

import io
import json
import sys
from pathlib import Path

import pytest

from facilitator.command_line import cli
from facilitator.domain.chat import ChatLine
from facilitator.opening import open_engagement

DATA = Path(__file__).parents[1] / "data" / "chat"
NONE_SKIPPED = {"direct": 0, "reaction": 0, "event": 0, "unsigned": 0}
SAMPLES = {
    "zoom_new.txt": ("zoom", 4, {"direct": 1, "reaction": 2}),
    "zoom_old.txt": ("zoom", 2, {"direct": 1}),
    "zoom_french.txt": ("zoom", 1, {}),
    "zoom_cloud.txt": ("zoom_cloud", 2, {}),
    "teams.txt": ("teams", 2, {"reaction": 1}),
    "meet.sbv": ("meet", 2, {}),
}


@pytest.fixture
def run(capsys, monkeypatch, qapp):
    monkeypatch.setenv("FACILITATOR_LANG", "en")

    def command(*arguments, stdin=b""):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = cli.run([str(each) for each in arguments])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return command


@pytest.fixture
def town(run, tmp_path):
    path = tmp_path / "town.facilitator"
    assert run("new", path, "--template", "stakeholder_1to1")[0] == 0
    return path


def kept(path):
    with open_engagement(path) as engagement:
        assert engagement.faults() == []
        return list(engagement.journal.document.every(ChatLine))


@pytest.mark.parametrize("name", sorted(SAMPLES))
@pytest.mark.parametrize("form", ["chat", "auto"])
def test_every_sample_is_told_and_a_dry_run_changes_nothing(run, town, name, form):
    before = town.read_bytes()
    code, out, err = run("import", town, DATA / name, "--as", form, "--dry-run", "--json")
    told = json.loads(out)
    shape, new, skipped = SAMPLES[name]
    assert (code, err, told["form"], told["shape"], told["new"], told["here"]) == (0, "", "chat", shape, new, 0)
    assert told["skipped"] == {**NONE_SKIPPED, **skipped}
    assert (len(told["lines"]), told["seq"]) == (new, None)
    assert told["lines"][0] == {
        "author": "Camille Roux",
        "said_at": told["lines"][0]["said_at"],
        "text": "Mairie de Valbourg",
        "fate": "new",
    }
    assert "budget" not in out
    assert kept(town) == []
    assert town.read_bytes() == before


def test_what_is_new_goes_into_the_tray_as_one_step(run, town):
    code, out, _ = run("import", town, DATA / "zoom_new.txt", "--as", "chat")
    assert code == 0
    assert out.splitlines() == ["Read as: Zoom", "4 new", "1 direct message skipped", "2 reactions skipped"]
    lines = kept(town)
    assert [line.text for line in lines] == [
        "Mairie de Valbourg",
        "Collectif des riverains",
        "Association Vélo pour tous",
        "et les commerçants ?",
    ]
    assert {line.session_id for line in lines} != {None}
    longer = (DATA / "zoom_new.txt").read_bytes() + "10:06:00 From Ana to Everyone:\n\tMédias\n".encode()
    code, out, _ = run("import", town, "-", "--as", "chat", "--json", stdin=longer)
    told = json.loads(out)
    assert (told["new"], told["here"], [line["fate"] for line in told["lines"]][-1]) == (1, 4, "new")
    code, out, _ = run("import", town, "-", "--as", "chat", stdin=longer)
    assert (code, "5 here already" in out) == (0, True)
    with open_engagement(town) as engagement:
        engagement.journal.undo()
        engagement.journal.undo()
        assert list(engagement.journal.document.every(ChatLine)) == []


def test_what_is_said_again_comes_in_again(run, town):
    said = b"[10:02] Ana\nyes\n"
    for times in (1, 2, 3):
        told = json.loads(run("import", town, "-", "--as", "chat", "--json", stdin=said * times)[1])
        assert (told["new"], told["here"]) == (1, times - 1)
    assert [line.text for line in kept(town)] == ["yes"] * 3


def test_what_only_tables_have_is_refused(run, town):
    for option in (["--update"], ["--partly"], ["--map", "a=name"], ["--board", "web"], ["--group", "internal"]):
        code, out, err = run("import", town, DATA / "zoom_new.txt", "--as", "chat", *option)
        assert (code, out, len(err.splitlines())) == (1, "", 1)
    code, _, err = run("import", town, "-", "--as", "chat", stdin=b"a\n" * 30_000)
    assert (code, err) == (1, "This chat has more than 20000 messages. Paste it in parts.\n")
    assert kept(town) == []
