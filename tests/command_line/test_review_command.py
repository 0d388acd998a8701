"""Reviews planned by command: one step or nothing, and a sentence for what is left out."""

import json
from datetime import date, timedelta

import pytest

from facilitator.command_line import cli
from facilitator.domain.editing import changed
from facilitator.domain.engagement import Session
from facilitator.opening import open_engagement


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("FACILITATOR_LANG", "en")


@pytest.fixture
def run(capsys):
    """Run a command in this process; returns (exit code, stdout, stderr)."""

    def command(*arguments):
        code = cli.run([str(each) for each in arguments])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return command


@pytest.fixture
def town(run, tmp_path):
    path = tmp_path / "town.facilitator"
    assert run("new", path, "--template", "civic_value_120")[0] == 0
    return path


def sessions(path):
    with open_engagement(path) as engagement:
        document = engagement.journal.document
    return {each.title: (each.held_on.isoformat(), each.begins) for each in document.every(Session) if each.held_on}


def test_reviews_become_sessions_once(run, town):
    asked = ("reviews", town, "--from", "2026-12-01", "--until", "2027-03-01", "--cadence", "monthly,quarterly")
    code, out, _ = run(*asked, "--at", "9h30")
    assert code == 0
    assert out.splitlines()[-2:] == [
        "1 March 2027  Indicator check, left out: Learning review takes its place",
        "4 review sessions planned.",
    ]
    assert sessions(town) == {
        "Indicator check 1": ("2026-12-01", "09:30"),
        "Indicator check 2": ("2027-01-01", "09:30"),
        "Indicator check 3": ("2027-02-01", "09:30"),
        "Learning review 1": ("2027-03-01", "09:30"),
    }
    code, _, err = run(*asked)
    assert code == 1
    assert "planned already" in err
    assert len(sessions(town)) == 4


def test_a_dry_run_changes_nothing(run, town):
    before = town.read_bytes()
    code, out, _ = run("reviews", town, "--from", "2026-12-01", "--until", "2026-12-15", "--dry-run")
    assert code == 0
    assert "2 sessions would be planned" in out
    assert sessions(town) == {}
    assert town.read_bytes()[:100] == before[:100]


def test_a_review_is_named_in_either_language(run, town):
    asked = ("reviews", town, "--from", "2026-12-01", "--until", "2027-03-01", "--dry-run", "--json", "--cadence")
    for said in (
        "monthly,quarterly",
        "Indicator check,learning",
        "Suivi des indicateurs,trimestrielle",
        "mensuelle,every quarter",
    ):
        planned = json.loads(run(*asked, said)[1])["planned"]
        assert {each["review"] for each in planned} == {"monthly", "quarterly"}, said


def test_a_dry_run_names_the_reviews_and_the_sessions_that_get_a_day(run, town):
    asked = ("reviews", town, "--from", "2026-12-01", "--until", "2027-01-01", "--cadence", "monthly")
    assert run(*asked)[0] == 0
    with open_engagement(town) as engagement:
        journal = engagement.journal
        first = next(each for each in journal.document.every(Session) if each.held_on)
        journal.do(changed("edit_session", [(first, first.having(held_on=None))]))
    out = run(*asked, "--dry-run")[1]
    assert out.splitlines()[0] == f"1 December 2026  Indicator check (monthly)  gives a day to “{first.title}”"


def test_what_was_planned_as_json(run, town):
    asked = ("reviews", town, "--from", "2026-12-01", "--until", "2027-01-01", "--json")
    told = json.loads(run(*asked)[1])
    assert told["dry_run"] is False
    assert [(each["review"], each["day"], each["session"]) for each in told["planned"]] == [
        ("pulse", "2026-12-01", "session_2"),
        ("pulse", "2026-12-15", "session_3"),
        ("pulse", "2026-12-29", "session_4"),
        ("monthly", "2027-01-01", "session_5"),
    ]
    again = json.loads(run(*asked, "--dry-run")[1])
    assert again["planned"] == []
    left = {each["review"]: each["left_out"] for each in again["left_out"]}
    assert left == {"pulse": "planned", "monthly": "planned", "quarterly": "after", "half": "after", "annual": "after"}


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--from", "2026-12-01", "--until", "2026-11-01"), "before that"),
        (("--from", "soon", "--until", "2026-11-01"), "soon"),
        (("--from", "", "--until", "2026-11-01"), "the first day"),
        (("--from", "2026-12-01", "--until", "2099-12-01"), "120"),
        (("--from", "2026-12-01", "--until", "2027-01-01", "--cadence", "weekly"), "pulse, monthly"),
        (("--from", "2026-12-01", "--until", "2027-01-01", "--cadence", ","), "planned"),
        (("--from", "2026-12-01", "--until", "2027-01-01", "--at", "25:00"), "25:00"),
        (("--from", "2026-12-01", "--until", "2027-01-01", "--cohort", "nobody"), "no longer"),
    ],
)
def test_what_cannot_be_planned_is_said_in_one_line(run, town, more, said):
    code, out, err = run("reviews", town, *more)
    if more[-1] == ",":  # nothing named is all of them
        assert (code, said in out) == (0, True)
        return
    assert (code, out) == (1, "")
    assert said in err
    assert len(err.strip().splitlines()) == 1
    assert sessions(town) == {}


def test_days_are_taken_as_people_say_them(run, town):
    asked = ("reviews", town, "--cadence", "pulse", "--dry-run", "--json")
    told = json.loads(run(*asked, "--from", "tomorrow", "--until", "in 8 weeks")[1])
    days = [date.fromisoformat(each["day"]) for each in told["planned"]]
    assert days
    assert date.today() < days[0] <= days[-1] <= date.today() + timedelta(weeks=8)
    said = json.loads(run(*asked, "--from", "1er déc. 2026", "--until", "le 3 janv. 2027")[1])
    assert said == json.loads(run(*asked, "--from", "2026-12-01", "--until", "2027-01-03")[1])
    code, _, err = run(*asked, "--from", "3/4", "--until", "2099-01-01")
    assert (code, "3/4" in err) == (1, True)
