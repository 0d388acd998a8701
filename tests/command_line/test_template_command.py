"""`facilitator templates`: what there is, what has these words, and own ones kept, taken in, written and deleted."""

import json

import pytest

from facilitator.command_line import cli
from facilitator.content.own_folder import VARIABLE
from facilitator.domain.change import Change, adding
from facilitator.domain.document import Document
from facilitator.domain.engagement import Engagement, Person, Segment, Session
from facilitator.opening import found_engagement, open_engagement

HELD = (
    Engagement(id="engagement", title="Dock permits", organization="Town of Quenbla"),
    Person(id="a", name="Zormir Vexgna"),
    Session(id="session_1", number=1, title="At the counter", for_two=True),
    Segment(
        id="session_1.1",
        session_id="session_1",
        number=1,
        minutes=10,
        title="Opening",
        method="checkin",
        prompt="What did Zormir Vexgna see?",
    ),
)


@pytest.fixture(autouse=True)
def folder(monkeypatch, tmp_path):
    monkeypatch.setenv(VARIABLE, str(tmp_path / "own"))
    monkeypatch.setenv("FACILITATOR_LANG", "en")
    return tmp_path / "own" / "templates"


@pytest.fixture
def held(tmp_path):
    path = tmp_path / "held.facilitator"
    found_engagement(path, Change("found", adding(HELD))).close()
    return path


@pytest.fixture
def run(capsys):
    def command(*arguments):
        code = cli.run(["templates", *map(str, arguments)])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return command


def listed(run, *more):
    return {each["id"]: each for each in json.loads(run("--json", *more)[1])["templates"]}


def test_a_session_is_kept_without_names_and_makes_one_again(run, held, tmp_path, capsys):
    code, out, _ = run(
        "--keep", held, "--session", "session_1", "--name", "Counter 1:1", "--purpose", "See the counter."
    )
    assert code == 0
    assert "Zormir Vexgna" in out.splitlines()[0]
    assert out.splitlines()[1] == "own:counter-1-1  Counter 1:1"
    row = listed(run)["own:counter-1-1"]
    assert (row["own"], row["minutes"], row["sessions"], row["description"]) == (True, 10, 1, "See the counter.")
    new = tmp_path / "new.facilitator"
    assert cli.run(["new", str(new), "--template", "own:counter-1-1"]) == 0
    with open_engagement(new) as engagement:
        document: Document = engagement.journal.document
    (session,) = document.every(Session)
    (segment,) = document.every(Segment)
    assert (session.title, session.for_two, session.agenda) == ("At the counter", True, "")
    assert segment.prompt == "What did […] see?"
    assert next(iter(document.every(Engagement))).title == "Counter 1:1"


def test_names_stay_where_that_is_wanted(run, held, folder):
    assert run("--keep", held, "--with-names")[0] == 0
    (path,) = folder.iterdir()
    assert "Zormir Vexgna" in path.read_text("utf-8")


def test_those_with_these_words_are_found(run, held):
    run("--keep", held, "--name", "Ferry counter")
    assert set(listed(run, "--find", "FERRY check")) == {"own:ferry-counter"}
    assert "capacity_1to1" in listed(run, "--find", "capac one-to-one")
    code, out, _ = run("--find", "xylophone")
    assert (code, out) == (1, "No template has these words; shorten them.\n")
    assert run("--find", "xylophone", "--json")[:2] == (1, '{"templates": []}\n')


def test_a_file_goes_out_and_comes_in_on_another_computer(run, held, tmp_path, folder, monkeypatch):
    out = tmp_path / "counter.facilitator-template"
    run("--keep", held)
    assert run("--export", "own:at-the-counter", "--out", out)[0] == 0
    code, _, err = run("--export", "own:at-the-counter", "--out", out)
    assert (code, str(out) in err) == (1, True)
    assert run("--export", "own:at-the-counter", "--out", out, "--replace")[0] == 0
    monkeypatch.setenv(VARIABLE, str(tmp_path / "elsewhere"))
    its_id = json.loads(run("--import", out, "--json")[1])["id"]
    assert [each for each, row in listed(run).items() if row["own"]] == [its_id]
    assert len(list(folder.iterdir())) == 1


def test_the_same_file_comes_in_once_and_another_of_its_name_gets_a_number(run, held, tmp_path, folder):
    out = tmp_path / "counter.facilitator-template"
    run("--keep", held)
    run("--export", "own:at-the-counter", "--out", out)
    assert run("--import", out) == (
        0,
        "“At the counter” is there already, and nothing was changed.\nown:at-the-counter  At the counter\n",
        "",
    )
    assert len(list(folder.iterdir())) == 1
    out.write_text(out.read_text("utf-8").replace('"minutes": 10', '"minutes": 20'), "utf-8")
    beside = "There is another template called “At the counter”; this one is kept beside it as “At the counter (2)”.\n"
    assert run("--import", out)[1].startswith(beside)
    assert run("--import", out)[1].startswith("“At the counter (2)” is there already")
    assert len(list(folder.iterdir())) == 2


def test_what_the_house_has_is_not_taken_in_again(run, tmp_path, folder):
    out = tmp_path / "capacity.facilitator-template"
    run("--export", "capacity_1to1", "--out", out)
    assert json.loads(run("--import", out, "--json")[1])["id"] == "capacity_1to1"
    assert not folder.exists()


def test_what_is_no_template_is_refused_and_nothing_is_taken(run, tmp_path, folder):
    wrong = tmp_path / "wrong.facilitator-template"
    wrong.write_text('{"format": "facilitator-template", "version": 9}')
    code, _, err = run("--import", wrong)
    assert code == 1
    assert "newer version of Facilitator (format 9)" in err
    assert not folder.exists() or not list(folder.iterdir())


def test_a_file_too_large_for_a_template_is_refused_before_it_is_read(run, tmp_path):
    large = tmp_path / "large.facilitator-template"
    with large.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    code, _, err = run("--import", large)
    assert (code, "no more than 1024 kB" in err, "split" in err) == (1, True, False)


def test_own_ones_are_deleted_and_those_of_the_house_stay(run, held, folder):
    run("--keep", held)
    assert run("--delete", "own:at-the-counter")[1] == "“At the counter” is deleted.\n"
    assert not list(folder.iterdir())
    code, _, err = run("--delete", "blank")
    assert (code, "stays" in err) == (1, True)
    assert run("--delete", "own:at-the-counter")[0] == 1
    assert "--out" in run("--export", "blank")[2]
    assert run("--export", "blank", "--delete", "blank")[0] == 2
