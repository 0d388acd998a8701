"""Feedback forms at the command line: handed out, filled in, brought back, and never told one by one."""

import io
import json
import sys

import pytest

from facilitator.boards.feedback.model import FeedbackSheet
from facilitator.boards.feedback.reading import tallies
from facilitator.boards.listed import boards_of
from facilitator.command_line import cli
from facilitator.opening import open_engagement
from facilitator.templates import new_board
from filling_in import filled
from test_privacy import everything


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
    path = tmp_path / "town.facilitator"
    assert run("new", path, "--template", "blank")[0] == 0
    with open_engagement(path) as engagement:
        engagement.journal.do(new_board(engagement.journal.document, "feedback", "How was it"))
    return path


@pytest.fixture
def paper(run, town, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    assert run("handout", town, "--out", folder, "--pack", "feedback", "--lang", "fr", "--paper", "a4")[0] == 0
    (path,) = folder.iterdir()
    assert "retroaction" in path.name
    return path.read_bytes()


@pytest.fixture
def folder(tmp_path, paper):
    """Six people's files, one of them blank and one sent twice, and something else."""
    made = tmp_path / "Sent by mail"
    made.mkdir()
    for number in range(6):
        words = {"take.comment": f"Thought {number}"} if number % 2 else {}
        data = filled(paper, {"useful.level": str(number % 2 + 3)} | words)
        (made / f"Person {number}.pdf").write_bytes(data + b"%% saved at %d" % number)  # as every viewer does
    (made / "Again.pdf").write_bytes((made / "Person 3.pdf").read_bytes())
    (made / "Blank.pdf").write_bytes(paper)
    (made / "Other.pdf").write_bytes(b"%PDF-1.4 nothing")
    return made


def useful(town):
    with open_engagement(town) as engagement:
        document = engagement.journal.document
        return tallies(document, "feedback")["useful"], len(list(document.every(FeedbackSheet)))


def test_a_folder_comes_in_as_one_step_of_sums(run, town, folder):
    code, out, err = run("import", town, folder)
    assert code == 1
    assert "6 forms without a name are counted." in out
    assert "Person 3.pdf: The same as another file here. It is left; --update counts it all the same." in out
    assert "Blank.pdf: Nothing is filled in." in out
    assert "Other.pdf" in err
    assert "Thought" not in out + err
    assert useful(town) == ((0, 0, 3, 3, 0), 6)
    code, out, _ = run("import", town, folder)
    assert useful(town) == ((0, 0, 3, 3, 0), 6)
    assert "This file was counted already." in out
    assert "counted." not in out.splitlines()[0]


def test_few_at_once_are_warned_of_and_twice_is_asked_for(run, town, folder):
    code, out, _ = run("import", town, folder / "Person 1.pdf")
    assert code == 0
    assert "1 form without a name is counted." in out
    assert "Of fewer than 3 forms at once" in out
    code, out, _ = run("import", town, folder / "Person 1.pdf", "--update")
    assert useful(town) == ((0, 0, 0, 2, 0), 2)


def test_the_plain_data_tells_no_answer(run, town, folder):
    _, out, _ = run("import", town, folder, "--json", "--dry-run")
    facts = json.loads(out)
    assert facts["seq"] is None
    assert {key for file in facts["files"] for each in file["answers"] for key in each} == {"id", "fate", "why"}
    assert "person" not in facts["files"][0]
    assert "Thought" not in out
    assert useful(town) == ((0, 0, 0, 0, 0), 0)


def test_the_form_is_no_checklist(run, town, tmp_path):
    code, _, err = run("handout", town, "--out", tmp_path, "--pack", "checklist")
    assert code == 1
    assert err
    with open_engagement(town) as engagement:
        assert [board.kind for board in boards_of(engagement.journal.document)][-1] == "feedback"


def test_the_file_keeps_no_name_of_a_file(run, town, folder):
    run("import", town, folder)
    assert b"Person 1" not in town.read_bytes()


def test_nothing_of_few_answers_is_in_any_file_for_participants(run, town, tmp_path, qapp):
    assert run("add", town, "--board", "feedback", "F1 1 5x2", "F6 Zqxj the map")[0] == 0
    out = tmp_path / "made"
    out.mkdir()
    for suffix in ("csv", "html", "svg", "pdf", "xlsx"):
        assert run("export", town, "--board", "feedback", "--out", out / f"board.{suffix}")[0] == 0
    assert run("handout", town, "--out", out, "--board", "feedback")[0] == 0
    files = sorted(out.iterdir())
    assert len(files) == 6
    for file in files:
        told = everything(file)
        assert "What we did is useful" in told or file.suffix == ".svg"
        assert "Zqxj" not in told, file.name
        assert "median" not in told
