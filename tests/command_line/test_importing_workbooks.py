"""Workbooks by command: what we wrote comes back, Kumu's two sheets, and the sheet that is asked for."""

import datetime
import io
import json
import sys

import openpyxl
import pytest

from exchange.workbooks import workbook
from facilitator.boards.stakeholder_web.model import Relationship, Stakeholder
from facilitator.boards.value_board.model import Reading
from facilitator.command_line import cli
from facilitator.domain.participation import Attendance
from facilitator.opening import open_engagement


@pytest.fixture(autouse=True)
def english(monkeypatch, qapp):
    monkeypatch.setenv("FACILITATOR_LANG", "en")


@pytest.fixture
def run(capsys, monkeypatch):
    """Run a command in this process; returns (exit code, stdout, stderr)."""

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


@pytest.fixture
def sample(run, tmp_path):
    path = tmp_path / "sample.facilitator"
    assert run("demo", path, "--no-window", "--lang", "en")[0] == 0
    return path


@pytest.fixture
def bring(run, tmp_path):
    def imported(engagement, data, *more, name="in.xlsx"):
        (tmp_path / name).write_bytes(data)
        return run("import", engagement, tmp_path / name, *more)

    return imported


def every(path, sort):
    with open_engagement(path) as engagement:
        return list(engagement.journal.document.every(sort))


PARTIES = workbook(
    ("Read me", [["Ask Nora"]]),
    ("Parties", [["Name", "Sector", "Influence"], ["Clerk", "Internal", 3.0], ["=1+1", "Community", 1]]),
    ("Pay", [["Name"], ["Secret Person"]], "hidden"),
)


def test_the_sheet_that_is_asked_for_is_read_and_hidden_ones_are_said_to_be_left(bring, town):
    code, out, err = bring(town, workbook(("Parties", [["Name", "Influence"], ["Clerk", 3.0]])), "--json")
    assert (code, json.loads(out)["sheet"], err) == (0, "Parties", "")
    data = workbook(("A", [["Name"], ["Library"]]), ("B", [["Name"], ["Mayor"]]), ("C", [["Name"], ["X"]], "hidden"))
    assert bring(town, data, "--sheet", "B")[1].startswith(
        "Read from the sheet “B”; not read: “A”.\n1 hidden sheet was not read.\n"
    )
    assert sorted(each.name for each in every(town, Stakeholder)) == ["Clerk", "Mayor"]
    code, _, err = bring(town, data, "--sheet", "D")
    assert (code, err) == (1, "There is no sheet “D” in this workbook; those that can be read are: A, B.\n")
    code, _, err = bring(town, b"Name\nX\n", "--sheet", "D", name="in.csv")
    assert (code, "--sheet" in err, len(every(town, Stakeholder))) == (1, True, 2)


def test_a_formula_without_its_result_is_named_and_nothing_comes(bring, town):
    code, _, err = bring(town, PARTIES, "--sheet", "Parties")
    assert (code, "Cell A3 of the sheet “Parties”" in err, every(town, Stakeholder)) == (1, True, [])


def test_kumus_two_sheets_come_together(bring, town):
    data = workbook(
        ("Notes (ignore)", [["Label"], ["Nobody"]]),
        ("Elements", [["Label", "Type", "Influence"], ["Clerk", "Person", 3], ["Library", "Place", 1]]),
        ("Connections", [["From", "To", "Type"], ["Clerk", "Library", "funds"]]),
    )
    code, out, err = bring(town, data)
    assert (code, err) == (0, "")
    assert out.startswith("Read from Kumu’s sheets Elements and Connections.\n")
    assert {each.name for each in every(town, Stakeholder)} == {"Clerk", "Library"}
    assert len(every(town, Relationship)) == 1


@pytest.mark.parametrize("audience", ["participants", "facilitator"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_our_own_workbook_is_read_back_as_our_own_csv_is(run, tmp_path, language, audience):
    path = tmp_path / "a.facilitator"
    assert run("demo", path, "--no-window", "--lang", language)[0] == 0
    texts = []
    for ending in ("csv", "xlsx"):
        out, again = tmp_path / f"a-PRIVATE.{ending}", tmp_path / f"b-{ending}-PRIVATE.csv"
        town = tmp_path / f"{ending}.facilitator"
        run("new", town, "--template", "stakeholder_1to1", "--lang", language)
        more = ("--board", "stakeholder_web", "--audience", audience)
        assert run("export", path, "--out", out, *more)[0] == 0
        code, said, err = run("import", town, out, "--json")
        assert (code, json.loads(said)["left_out"], err) == (0, [], "")
        assert run("export", town, "--out", again, *more)[0] == 0
        texts.append(sorted(again.read_text("utf-8-sig").split("\n")))  # ties stand in no order
    assert texts[0] == texts[1]


def test_text_that_looks_like_a_formula_goes_out_and_comes_back_as_text(run, bring, town, tmp_path):
    names = ["=1+1", "@SUM", "'=quoted", "+1 555", "https://example.org/x", "007", "a\nb"]
    table = "Name\n" + "".join(f'"{name}"\n' for name in names)
    assert bring(town, table.encode(), name="in.csv")[0] == 0
    out, again = tmp_path / "out.xlsx", tmp_path / "again.facilitator"
    assert run("export", town, "--out", out)[0] == 0
    run("new", again, "--template", "stakeholder_1to1")
    assert run("import", again, out)[0] == 0
    assert [each.name for each in every(again, Stakeholder)] == [each.name for each in every(town, Stakeholder)]


def test_one_board_of_a_workbook_of_all_is_taken_by_its_sheet(run, sample, tmp_path):
    out, town = tmp_path / "all.xlsx", tmp_path / "town.facilitator"
    assert run("export", sample, "--out", out, "--format", "xlsx")[0] == 0
    run("new", town, "--template", "civic_value_120")
    sheet = next(name for name in openpyxl.load_workbook(out).sheetnames if "alue board" in name)
    assert run("import", town, out, "--board", "value_board", "--sheet", sheet)[0] == 0
    assert len(every(town, Reading)) == len(every(sample, Reading)) > 0


def test_readings_are_taken_with_days_as_cells_hold_them(bring, sample):
    before = len(every(sample, Reading))
    data = workbook(
        ("Readings", [["Card", "Date", "Value", "Source"], ["K1", datetime.datetime(2026, 3, 9), 61.0, "Log"]])
    )
    assert bring(sample, data, "--board", "value_board")[0] == 0
    found = every(sample, Reading)
    assert len(found) == before + 1
    assert (datetime.date(2026, 3, 9), 61) in [(each.read_on, each.value) for each in found]


def test_an_attendance_report_in_a_workbook(bring, sample):
    came = datetime.datetime(2026, 11, 22, 9, 0, 11)
    rows = [["Name", "Join time", "Leave time"], ["Roux, Camille", came, came + datetime.timedelta(hours=2)]]
    code, out, err = bring(sample, workbook(("Attendance", [["1. Summary"], *rows])), "--any-day")
    assert (code, err) == (0, "")
    assert "Read from the sheet “Attendance”." in out
    assert any(each.minutes == 120 for each in every(sample, Attendance))
