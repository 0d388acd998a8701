"""An attendance report by command: to a session, counted, each person once."""

import io
import json
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from facilitator.command_line import cli
from facilitator.domain.engagement import Person
from facilitator.domain.participation import Attendance
from facilitator.opening import open_engagement
from facilitator.workshop.agenda import segments_of, started
from facilitator.workshop.sessions import SessionValues, session_edited

DATA = Path(__file__).parents[1] / "data" / "attendance"


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
    assert run("demo", path, "--no-window")[0] == 0
    return path


def saved(path):
    with open_engagement(path) as engagement:
        document = engagement.journal.document
        return {
            document.get(Person, each.person_id).name: (each.presence, each.minutes, each.joins)
            for each in document.every(Attendance)
        }


@pytest.mark.parametrize("form", ["auto", "attendance"])
def test_a_report_is_recognized_and_taken_as_one_step(run, town, form):
    before = saved(town)
    code, out, err = run("import", town, DATA / "zoom.csv", "--as", form, "--json")
    told = json.loads(out)
    assert (code, err) == (0, "")
    assert (told["form"], told["shape"], told["new"], told["rejoins"], told["waiting"]) == (
        "attendance",
        "zoom",
        2,
        2,
        2,
    )
    assert [(each["name"], each["minutes"], each["joins"]) for each in told["people"]] == [
        ("Camille Roux", 50, 2),
        ("Idris Benali", 70, 2),
    ]
    assert "@" not in out
    assert told["seq"] > 0
    assert saved(town) == before | {"Camille Roux": ("partial", 50, 2), "Idris Benali": ("partial", 70, 2)}


def test_a_dry_run_changes_nothing_and_the_second_time_is_refused(run, town):
    before = saved(town)
    code, out, _ = run("import", town, DATA / "teams_english.csv", "--dry-run", "--json")
    assert (code, json.loads(out)["seq"]) == (0, None)
    assert saved(town) == before
    assert run("import", town, DATA / "teams_english.csv")[0] == 0
    code, _, err = run("import", town, DATA / "teams_english.csv")
    assert code == 1
    assert "already" in err


def test_a_list_goes_to_the_session_that_is_named_and_bad_lines_are_told(run, town):
    asked, told = ("import", town, "-", "--as", "attendance"), "Zoé Roy (elle)\nx@y.ca\n".encode()
    before = saved(town)
    code, out, err = run(*asked, stdin=told)
    assert (code, out.splitlines()) == (
        1,
        ["Nothing is changed; this would come of it:", "List", "1 new", "1 row is refused"],
    )
    assert err.startswith("Line 2: ")
    assert err.splitlines()[-1].startswith("1 row is refused, so nothing was imported.")
    assert saved(town) == before
    code, _, err = run(*asked, "--partly", stdin=told)
    assert code == 1
    assert len(err.splitlines()) == 1
    assert saved(town)["Zoé Roy"] == ("", None, 0)
    code, _, err = run("import", town, DATA / "people.csv", "--session", "session_9")
    assert code == 1
    assert "session_1" in err


def test_without_a_session_named_it_is_the_running_one_else_the_one_of_the_day(run, tmp_path):
    path = tmp_path / "course.facilitator"
    run("new", path, "--template", "leaders_program")

    def taken():
        return json.loads(run("import", path, DATA / "zoom.csv", "--json")[1])["session"]

    with open_engagement(path) as engagement:
        journal = engagement.journal
        journal.do(session_edited(journal.document, "session_2", SessionValues("Second", held_on=date.today())))
    assert taken() == "session_2"
    with open_engagement(path) as engagement:
        journal = engagement.journal
        first = segments_of(journal.document, "session_3")[0]
        journal.do(started(journal.document, first.id, datetime.now(UTC)))
    assert taken() == "session_3"


def test_what_only_tables_have_is_refused(run, town):
    code, _, err = run("import", town, DATA / "zoom.csv", "--as", "attendance", "--update")
    assert code == 1
    assert "--update" in err


def test_info_counts_participants(run, town):
    run("import", town, DATA / "teams_english.csv", "--session", "session_1")
    (session,) = json.loads(run("info", town, "--json")[1])["sessions"]
    assert session["participants"]["present"] == 2
    assert session["participants"]["partial"] == 1


def test_a_report_of_another_day_goes_in_only_when_told(run, town):
    with open_engagement(town) as engagement:
        journal = engagement.journal
        journal.do(session_edited(journal.document, "session_1", SessionValues("First", held_on=date(2027, 2, 2))))
    before = saved(town)
    asked = ("import", town, DATA / "zoom.csv", "--session", "session_1")
    code, out, err = run(*asked, "--dry-run")
    assert (code, out.splitlines()[0]) == (1, "Nothing is changed; this would come of it:")
    assert "The report is of 14 January 2027; “First” is on 2 February 2027." in err
    assert run(*asked)[0] == 1
    assert saved(town) == before
    assert run(*asked, "--any-day")[0] == 0
    assert saved(town) != before


def test_numbers_are_told_and_left_out(run, town):
    heads = "Name,Join Time,Leave Time\n"
    rows = "".join(
        f"{name},2027-01-14 09:00,2027-01-14 {end}\n" for name, end in (("Zoe", "09:05"), ("4165550199", "10:00"))
    )
    code, _, err = run("import", town, "-", "--as", "attendance", "--any-day", stdin=(heads + rows).encode())
    assert code == 1
    assert "4165550199: look at this" in err
    assert "Zoe: look at this: 5 min" in err
    assert saved(town)["Zoe"] == ("", 5, 1)
    assert "4165550199" not in saved(town)
