"""A checklist goes out as a PDF, is filled in, and comes back."""

import io
import json
import sys
from datetime import date, timedelta

import pytest

from facilitator.boards.checklist.model import ChecklistEntry
from facilitator.command_line import cli
from facilitator.opening import open_engagement
from filling_in import filled


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("FACILITATOR_LANG", "en")


@pytest.fixture
def run(capsys, monkeypatch):
    """Run a command in this process; returns (exit code, stdout, stderr)."""

    def command(*arguments):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
        code = cli.run([str(each) for each in arguments])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return command


@pytest.fixture
def town(run, tmp_path):
    """An engagement with a checklist on which one line was noted."""
    path = tmp_path / "town.facilitator"
    assert run("new", path, "--template", "capacity_1to1")[0] == 0
    assert run("add", path, "--board", "checklist", "v2")[0] == 0
    return path


@pytest.fixture
def out(run, town, tmp_path):
    """The file to fill in, in French."""
    folder = tmp_path / "out"
    folder.mkdir()
    assert run("handout", town, "--out", folder, "--pack", "checklist", "--lang", "fr")[0] == 0
    (path,) = folder.iterdir()
    return path


ANSWERS = {
    "about.name": "Zoë",
    "v1.done": "1",
    "v1.owner": "« œuvre – été € »",
    "v2.done": "",
    "d3.due": "14 janvier 2027",
    "d3.comment": "Deux lignes\rici",
    "own1.step": "Mine alone",
}


def entries(town) -> dict[str, ChecklistEntry]:
    with open_engagement(town) as engagement:
        return {each.item: each for each in engagement.journal.document.every(ChecklistEntry)}


def bring(run, town, path, answers, *more):
    path.write_bytes(filled(path.read_bytes(), answers))
    return run("import", town, path, *more)


def test_a_dry_run_tells_every_answer_and_changes_nothing(run, town, out):
    before = entries(town)
    code, printed, _ = bring(run, town, out, ANSWERS, "--dry-run", "--json")
    told = json.loads(printed)
    assert (code, told["form"], told["board"], told["person"]) == (0, "checklist", "checklist", "Zoë")
    said = {each["id"]: (each["here"], each["said"], each["fate"]) for each in told["answers"]}
    assert said == {
        "v1.done": ("", "1", "new"),
        "v1.owner": ("", "« œuvre – été € »", "new"),
        "v2.done": ("1", "", "new"),
        "d3.due": ("", "14 janvier 2027", "new"),
        "d3.comment": ("", "Deux lignes\nici", "new"),
    }
    assert told["seq"] is None
    assert entries(town) == before


def test_what_was_filled_in_is_one_step(run, town, out):
    code, printed, _ = bring(run, town, out, ANSWERS, "--comments", "signed")
    assert code == 0
    assert printed.splitlines()[0] == "Filled in by Zoë"
    assert "v2 Write what will be better, for whom, in two years · In place: not ticked" in printed
    found = entries(town)
    assert (found["v1"].status, found["v1"].owner) == ("done", "« œuvre – été € »")
    assert "v2" not in found
    assert (found["d3"].due.isoformat(), found["d3"].evidence) == ("2027-01-14", "Zoë: Deux lignes\nici")
    with open_engagement(town) as engagement:
        engagement.journal.undo()
        assert {each.item for each in engagement.journal.document.every(ChecklistEntry)} == {"v2"}
    assert run("import", town, out)[1].count("\n") == 6  # it comes again after the undo


def test_an_untouched_file_says_nothing_new(run, town, out):
    code, printed, _ = run("import", town, out)
    assert (code, printed.strip()) == (0, "There was nothing to import.")


def test_what_was_changed_here_since_stays_unless_asked_for(run, town, out):
    assert run("add", town, "--board", "checklist", "v1 #under_way")[0] == 0
    with open_engagement(town) as engagement:
        from facilitator.boards.checklist.edits import set_entry

        engagement.journal.do(set_entry(engagement.journal.document, "checklist.v1", "owner", "Council"))
    code, printed, _ = bring(run, town, out, {"v1.owner": "Clerk"})
    assert code == 0
    assert "“Clerk”, but it was changed here since: “Council”" in printed
    assert entries(town)["v1"].owner == "Council"
    assert run("import", town, out, "--update")[0] == 0
    assert entries(town)["v1"].owner == "Clerk"


def test_what_cannot_stand_is_left_behind_with_its_reason(run, town, out):
    code, printed, _ = bring(run, town, out, {"v1.due": "soon", "v1.owner": "Clerk"})
    assert code == 1
    assert "“soon” is left out." in printed
    assert (entries(town)["v1"].due, entries(town)["v1"].owner) == (None, "Clerk")


def test_comments_stay_behind_unless_asked_for_and_need_no_names(run, town, out):
    code, printed, _ = bring(run, town, out, {"about.name": "Zoë", "v3.comment": "Non", "v4.owner": "Clerk"})
    assert code == 0
    assert "“Non” is left, as everybody reads comments; --comments unsigned" in printed
    assert set(entries(town)) == {"v2", "v4"}
    assert run("import", town, out, "--comments", "unsigned")[0] == 0
    assert entries(town)["v3"].evidence == "Non"


def test_a_day_as_people_say_it_is_taken_and_told(run, town, out):
    code, printed, _ = bring(run, town, out, {"v1.due": "tomorrow"})
    tomorrow = date.today() + timedelta(days=1)
    assert code == 0
    assert f"“tomorrow”, that is {tomorrow.isoformat()}" in printed
    assert entries(town)["v1"].due == tomorrow


def test_a_file_of_another_engagement_and_a_foreign_one_are_refused(run, town, out, tmp_path):
    other = tmp_path / "other.facilitator"
    assert run("new", other, "--template", "stakeholder_1to1")[0] == 0
    code, _, said = run("import", other, out)
    assert code == 1
    assert "“checklist”, which is not in this engagement" in said
    assert "--board" in said
    assert run("import", other, out, "--board", "stakeholder_web")[0] == 1
    code, _, said = run("import", town, out, "--board", "nowhere")
    assert code == 1
    (tmp_path / "x.pdf").write_bytes(b"%PDF-1.7")
    code, _, said = run("import", town, tmp_path / "x.pdf")
    assert code == 1
    assert "damaged or has a password" in said


def sent_back(out, tmp_path, **people):
    """A folder with a file of each person."""
    folder = tmp_path / "back"
    folder.mkdir()
    for name, answers in people.items():
        (folder / f"{name}.pdf").write_bytes(filled(out.read_bytes(), answers))
    return folder


def test_a_folder_of_several_people_is_one_step_and_what_they_dispute_is_left(run, town, out, tmp_path):
    zoe = {"about.name": "Zoë", "v1.owner": "Clerk", "v3.comment": "Oui", "v4.done": "1"}
    folder = sent_back(out, tmp_path, a=zoe, idris={"v1.owner": "Council", "v3.comment": "Non"}, c={})
    (folder / "d.pdf").write_bytes(b"%PDF-1.7 and nothing")
    (folder / "notes.txt").write_text("not looked at")
    code, printed, said = run("import", town, folder, "--comments", "signed")
    assert code == 1
    assert said.splitlines() == [
        "d.pdf: This PDF can’t be read; it is damaged or has a password. Save it anew, without a password."
    ]
    assert [line for line in printed.splitlines() if line.startswith("Filled")] == [
        "Filled in by Zoë",
        "Filled in by idris",
    ]
    assert printed.count("is left, as not all say the same (Zoë: Clerk · idris: Council)") == 2
    found = entries(town)
    assert (found["v3"].evidence, found["v4"].status) == ("Zoë: Oui\nidris: Non", "done")
    assert "v1" not in found
    with open_engagement(town) as engagement:
        assert engagement.journal.undo_label == "take_answers"
        engagement.journal.undo()
        assert {each.item for each in engagement.journal.document.every(ChecklistEntry)} == {"v2"}


def test_several_files_may_be_named_and_are_told_as_data(run, town, out, tmp_path):
    folder = sent_back(out, tmp_path, a={"v1.owner": "Clerk"}, b={"v5.owner": "Council"})
    code, printed, _ = run("import", town, folder / "a.pdf", folder / "b.pdf", "--json")
    told = json.loads(printed)
    assert code == 0
    assert [(each["source"], each["person"], len(each["answers"])) for each in told["files"]] == [
        ("a.pdf", "a", 1),
        ("b.pdf", "b", 1),
    ]
    assert told["problems"] == []
    assert (entries(town)["v1"].owner, entries(town)["v5"].owner) == ("Clerk", "Council")


def test_a_file_of_another_client_with_the_same_board_is_refused_unless_the_board_is_named(run, town, tmp_path):
    other, folder = tmp_path / "other.facilitator", tmp_path / "theirs"
    folder.mkdir()
    assert run("new", other, "--template", "capacity_1to1", "--title", "Somebody else")[0] == 0
    assert run("handout", other, "--out", folder, "--pack", "checklist")[0] == 0
    (path,) = folder.iterdir()
    code, _, said = bring(run, town, path, {"v1.owner": "Clerk"})
    assert code == 1
    assert "engagement of another title" in said
    assert set(entries(town)) == {"v2"}
    assert run("import", town, path, "--board", "checklist")[0] == 0
    assert entries(town)["v1"].owner == "Clerk"


def test_what_comes_through_a_pipe_is_from_nobody(town, out, capsys, monkeypatch):
    data = filled(out.read_bytes(), {"v3.comment": "Oui"})
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert cli.run(["import", str(town), "-", "--comments", "signed"]) == 0
    assert "Filled in by" not in capsys.readouterr().out
    assert entries(town)["v3"].evidence == "Oui"
