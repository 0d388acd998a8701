"""Import and export by command: one step or nothing, a sentence with the place, the same map back."""

import datetime
import io
import json
import sys

import openpyxl
import pytest

from disks import small_disk
from facilitator.boards.stakeholder_web.model import Relationship, Stakeholder
from facilitator.boards.value_board.model import Reading
from facilitator.command_line import cli
from facilitator.opening import open_engagement
from reading_html import ReadPage


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


def counted(path):
    with open_engagement(path) as engagement:
        document = engagement.journal.document
        steps = engagement.journal.undo_label
        return len(list(document.every(Stakeholder))), len(list(document.every(Relationship))), steps


def bring(run, tmp_path, town, data: bytes, *more, name="in.csv"):
    source = tmp_path / name
    source.write_bytes(data)
    return run("import", town, source, *more)


@pytest.mark.parametrize("form", ["kumu", "graphml"])
def test_the_sample_goes_out_and_comes_back(run, sample, town, tmp_path, form):
    out = tmp_path / "map.json" if form == "kumu" else tmp_path / "map.graphml"
    assert run("export", sample, "--out", out, "--board", "stakeholder_web")[0] == 0
    code, said, _ = run("import", town, out, "--json")
    told = json.loads(said)
    assert code == 0
    assert (told["new"], told["left_out"]) == (20, [])
    assert counted(town) == (20, told["ties"], "import")
    assert told["ties"] == counted(sample)[1]


def test_the_second_table_of_kumu_alone_says_that_both_go_together_once_a_row(run, town, tmp_path):
    assert bring(run, tmp_path, town, b"Label,ID\nTown clerk,s-1\nMayor,s-2\n")[0] == 0
    code, _, err = bring(run, tmp_path, town, b"From,To,Type\ns-1,Town clerk|Mayor,funds\n")
    assert code == 1
    assert err.count("--connections") == 1
    assert "s-1" in err


def test_a_row_that_would_show_a_private_mark_in_a_name_is_rejected_by_its_line(run, town, tmp_path):
    code, _, err = bring(run, tmp_path, town, b"Name\nClerk\nPoet ~-2\nTreasurer!4\n", "--partly")
    assert (code, counted(town)[0]) == (1, 1)
    assert "Line 3" in err
    assert "Line 4" in err
    literal = b'Name\n"""Poet ~-2"""\n'
    assert bring(run, tmp_path, town, literal)[0] == 0
    assert bring(run, tmp_path, town, literal.replace(b'"""', b""))[0] == 0  # it is there
    assert counted(town)[0] == 2


@pytest.mark.parametrize("form", ["csv", "kumu", "kumu-csv", "graphml", "dot"])
def test_every_private_file_must_be_called_so(run, town, tmp_path, form):
    assert bring(run, tmp_path, town, b"Name,Note\nTown clerk,Zqxj\n")[0] == 0
    out, there = tmp_path / "innocent.x", set(tmp_path.iterdir())
    asked = ("export", town, "--board", "stakeholder_web", "--format", form, "--audience", "facilitator", "--out")
    code, _, err = run(*asked, out)
    assert code == 1
    assert "innocent-PRIVATE." in err
    assert set(tmp_path.iterdir()) == there
    assert run(*asked, tmp_path / "mine-PRIVATE.x")[0] == 0


def test_the_two_tables_of_kumu(run, sample, town, tmp_path):
    out = tmp_path / "map"
    assert run("export", sample, "--out", out, "--format", "kumu-csv", "--board", "stakeholder_web")[0] == 0
    elements, ties = tmp_path / "map-elements.csv", tmp_path / "map-connections.csv"
    assert run("import", town, elements, "--connections", ties)[0] == 0
    assert counted(town)[:2] == counted(sample)[:2]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("audience", ["participants", "facilitator"])
def test_our_own_csv_is_read_back_whole(run, tmp_path, language, audience):
    path, out, again = tmp_path / "a.facilitator", tmp_path / "a-PRIVATE.csv", tmp_path / "b-PRIVATE.csv"
    assert run("demo", path, "--no-window", "--lang", language)[0] == 0
    town = tmp_path / "b.facilitator"
    assert run("new", town, "--template", "stakeholder_1to1", "--lang", language)[0] == 0
    more = ("--board", "stakeholder_web", "--audience", audience)
    assert run("export", path, "--out", out, *more)[0] == 0
    code, said, _ = run("import", town, out, "--json")
    assert (code, json.loads(said)["left_out"]) == (0, [])
    assert run("export", town, "--out", again, *more)[0] == 0
    first, second = (sorted(each.read_text("utf-8-sig").split("\n")[1:]) for each in (out, again))
    assert [line for line in first if "Toile" not in line] == [line for line in second if "Toile" not in line]


def test_dot_is_written(run, sample, tmp_path):
    out = tmp_path / "map.dot"
    assert run("export", sample, "--out", out)[0] == 0
    assert "Town Council" in out.read_text(encoding="utf-8")
    assert run("export", sample, "--out", out)[0] == 1  # it is there already


def test_a_dry_run_changes_nothing_and_tells_all(run, town, tmp_path):
    before = town.read_bytes()
    code, said, _ = bring(run, tmp_path, town, b"Name,Shoe\nTown clerk,42\n", "--dry-run", "--json")
    told = json.loads(said)
    said = bring(run, tmp_path, town, b"Name,Shoe\nTown clerk,42\n", "--dry-run")[1]
    assert "no field of this board is called so: Shoe." in said
    assert "--map COLUMN=FIELD" in said
    assert (code, told["new"], told["left_out"], told["seq"]) == (0, 1, [{"name": "Shoe", "why": "unknown"}], None)
    assert town.read_bytes() == before


def test_rows_that_cannot_be_read_hold_the_others_back_unless_asked(run, town, tmp_path):
    data = b"Name,Closeness\nTown clerk,9\nCouncil,1\nLibrary,2\n"
    code, _, err = bring(run, tmp_path, town, data)
    assert code == 1
    assert err.startswith("Line 2: Closeness")
    assert counted(town)[0] == 0
    code, said, _ = bring(run, tmp_path, town, data, "--partly")
    assert (code, counted(town)[0]) == (1, 2)
    assert "2 new" in said


def test_columns_are_put_where_asked(run, town, tmp_path):
    data = b"Who is it;Power\nTown clerk;4\n"
    assert bring(run, tmp_path, town, data)[0] == 1
    more = ("--map", "Who is it=Nom", "--map", "Power=", "--group", "private")
    code, _, _ = bring(run, tmp_path, town, data, *more)
    assert code == 0
    with open_engagement(town) as engagement:
        assert [each.category for each in engagement.journal.document.every(Stakeholder)] == ["private"]


@pytest.mark.parametrize(
    ("more", "named"),
    [
        (["--map", "Nobody=name"], "Nobody"),
        (["--map", "Name=shoe"], "shoe"),
        (["--board", "nothing"], "nothing"),
        (["--group", "nowhere"], "nowhere"),
    ],
)
def test_what_is_asked_for_must_be_there(run, town, tmp_path, more, named):
    code, _, err = bring(run, tmp_path, town, b"Name,Who\nTown clerk,Ann\n", *more)
    assert code == 1
    assert named in err
    assert counted(town)[0] == 0


HOSTILE = {
    "unclosed quote": (b'Name,x\n"abc,1\nd,2\n', "line 2"),
    "mixed separators": (b"Name;Who\nTown clerk;Ann\nCouncil,Bob,1,2\n", "Line 3"),
    "long cell": (b"Name,Who\n" + b"a" * 200_000 + b",1\n", "Line 2"),
    "headers twice": (b"Name,Name\na,b\n", "Name"),
    "deep nesting": (b"[" * 100_000, "column"),
    "deep nesting in Kumu": (b'{"elements":' + b"[" * 100_000, "column"),
    "dangling end": (b'{"elements":[{"label":"A"}],"connections":[{"from":"A","to":"B"}]}', "connections[0]"),
    "labels twice": (
        b'{"elements":[{"label":"A"},{"label":"A"},{"label":"B"}],"connections":[{"from":"A","to":"B"}]}',
        "connections[0]",
    ),
    "wrong types": (b'{"elements":[{"label":7},{"label":"B","tags":{}}],"connections":[]}', "elements[0]"),
    "not a list": (b'{"elements":7}', "elements"),
    "no JSON": (b'{"elements":[', "1"),
    "nothing": (b"", ""),
    "NUL": (b"Name\nTown\x00clerk\n", "2"),
    "a workbook": (b"PK\x03\x04" + bytes(100), ""),
    "bytes": (bytes(range(128, 256)) * 3, ""),
    "a bomb": (b'<!DOCTYPE x [<!ENTITY a "b">]><graphml>&a;</graphml>', ""),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_bad_files_are_refused_with_their_place(run, town, tmp_path, what):
    data, place = HOSTILE[what]
    before = counted(town)
    name = "in.json" if data[:1] in b"{[" and data else "in.csv"
    code, _, err = bring(run, tmp_path, town, data, name=name)
    assert code == 1
    assert place in err
    assert "Traceback" not in err
    assert "foreseen" not in err
    assert counted(town) == before


@pytest.mark.parametrize(
    "data",
    ["Name,Who\nMairie de Québec,Zoë\n".encode(each) for each in ("utf-8-sig", "cp1252", "utf-16", "utf-8")],
)
def test_encodings(run, town, tmp_path, data):
    assert bring(run, tmp_path, town, data)[0] == 0
    with open_engagement(town) as engagement:
        found = next(engagement.journal.document.every(Stakeholder))
    assert (found.name, found.owner) == ("Mairie de Québec", "Zoë")


def test_a_formula_is_a_name_like_any_other(run, town, tmp_path):
    assert bring(run, tmp_path, town, b'Name,Who\n"=HYPERLINK(""x"")",@SUM\n')[0] == 0
    out = tmp_path / "out.csv"
    assert run("export", town, "--out", out)[0] == 0
    assert "'=HYPERLINK" in out.read_text(encoding="utf-8-sig")


def test_standard_input(run, town):
    assert run("import", town, "-", stdin=b"Name\nTown clerk\n")[0] == 0
    assert counted(town)[0] == 1


def test_private_fields_go_out_only_for_the_facilitator(run, town, tmp_path):
    assert bring(run, tmp_path, town, b"Name,Note\nTown clerk,Zqxj\n")[0] == 0
    for form in ("kumu", "kumu-csv", "graphml", "dot"):
        for audience, there in (("participants", False), ("facilitator", True)):
            folder = tmp_path / f"{form}-{audience}"
            folder.mkdir()
            assert run("export", town, "--out", folder, "--format", form, "--audience", audience)[0] == 0
            assert (b"Zqxj" in b"".join(each.read_bytes() for each in folder.iterdir())) == there


READINGS = b"KPI,Date,Value\nK1,2027-07-01,41\nK1,03/04/2027,40\nK9,2027-08-01,39\n"


def test_readings_come_in_from_a_table(run, sample, tmp_path):
    code, out, err = bring(run, tmp_path, sample, READINGS, "--board", "value_board")
    assert code == 1
    assert err.splitlines()[0].startswith("Line 3: ")
    assert err.splitlines()[1].startswith("Line 4: ")
    with open_engagement(sample) as engagement:
        before = len(list(engagement.journal.document.every(Reading)))
    code, out, err = bring(run, tmp_path, sample, READINGS, "--board", "value_board", "--partly", "--json")
    assert [row["fate"] for row in json.loads(out)["rows"]] == ["new", "rejected", "rejected"]
    with open_engagement(sample) as engagement:
        assert len(list(engagement.journal.document.every(Reading))) == before + 1
    good = READINGS[: READINGS.index(b"K1,03")]
    said = bring(run, tmp_path, sample, good, "--board", "value_board")
    assert said[:2] == (0, "1 there already, nothing to change\n")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_value_board_goes_out_as_csv_and_comes_back(run, tmp_path, language):
    sample, town, out = tmp_path / "sample.facilitator", tmp_path / "town.facilitator", tmp_path / "board.csv"
    run("demo", sample, "--no-window", "--lang", language)
    assert run("export", sample, "--board", "value_board", "--out", out)[0] == 0
    run("new", town, "--template", "civic_value_120")
    assert run("import", town, out, "--board", "value_board")[0] == 0
    again = tmp_path / "again.csv"
    with open_engagement(town) as engagement:
        assert len(list(engagement.journal.document.every(Reading))) > 0
    assert run("export", town, "--board", "value_board", "--out", again)[0] == 0
    code, printed, _ = run("import", town, again, "--board", "value_board", "--update")
    assert (code, "new" in printed, "updated" in printed) == (0, False, False)


def test_dates_go_out_for_a_calendar(run, sample, town, tmp_path):
    out = tmp_path / "dates.ics"
    assert run("export", sample, "--out", out)[0] == 0
    content = out.read_bytes().decode()
    assert "SUMMARY:Indicator check: " in content
    assert "SUMMARY:Next contact: " in content
    assert run("export", sample, "--out", out, "--board", "value_board")[0] == 1  # it is there
    assert run("export", sample, "--out", out, "--board", "value_board", "--replace")[0] == 0
    assert "Next contact" not in out.read_bytes().decode()
    assert run("export", sample, "--out", tmp_path, "--format", "ics")[0] == 0
    assert (tmp_path / "calendar.ics").is_file()
    code, _, err = run("export", town, "--out", tmp_path / "none.ics")
    assert (code, err.count("\n")) == (1, 1)
    assert not (tmp_path / "none.ics").exists()


def test_all_boards_go_into_one_workbook(run, sample, tmp_path):
    out = tmp_path / "town.xlsx"
    assert run("export", sample, "--out", out) == (0, f"Written: {out}\n", "")
    book = openpyxl.load_workbook(out)
    names = ["Contents", "Stakeholder web", "Relationships", "Civic value board", "Guiding values"]
    assert book.sheetnames[:5] == names
    assert not any("PRIVATE" in name or "Dots" in name for name in book.sheetnames)
    assert run("export", sample, "--out", out)[0] == 1  # it is there
    assert run("export", sample, "--out", out, "--replace")[0] == 0
    assert run("export", sample, "--out", tmp_path, "--format", "xlsx")[0] == 0
    assert (tmp_path / "sample.xlsx").read_bytes() == out.read_bytes()  # two builds are the same


def test_the_facilitators_workbook_says_that_it_is_private(run, sample, tmp_path):
    code, _, err = run("export", sample, "--out", tmp_path / "town.xlsx", "--audience", "facilitator")
    assert (code, err.count("\n"), "town-PRIVATE.xlsx" in err) == (1, 1, True)
    assert run("export", sample, "--out", tmp_path, "--format", "xlsx", "--audience", "facilitator")[0] == 0
    book = openpyxl.load_workbook(tmp_path / "sample-PRIVATE.xlsx")
    assert all(name.startswith("PRIVATE ") for name in book.sheetnames)
    assert "PRIVATE Dots by person" in book.sheetnames
    assert "Attitude" in [cell.value for cell in book["PRIVATE Stakeholder web"][2]]
    assert run("export", sample, "--out", tmp_path / "x-PRIVATE.html", "--audience", "facilitator")[0] == 1


def test_one_board_goes_into_a_workbook_of_its_own(run, sample, tmp_path):
    out = tmp_path / "list.xlsx"
    assert run("export", sample, "--out", out, "--board", "checklist")[0] == 0
    book = openpyxl.load_workbook(out)
    assert len(book.sheetnames) == 6
    page = book["Vision"]
    column = [cell.value for cell in page[1]].index("By when")
    assert page[2][column].value == datetime.datetime(2026, 10, 2)


def test_what_came_out_and_all_boards_go_into_one_page_for_mail(run, sample, tmp_path):
    out = tmp_path / "town.html"
    assert run("export", sample, "--out", out)[0] == 0
    page = ReadPage(out.read_text("utf-8"))
    assert page.told[:4] == [
        ("title", "Online permits"),
        ("h1", "Online permits"),
        ("p", "Town of Willowmarch"),
        ("h2", "What came out: Stakeholder workshop"),
    ]
    heads = [text for tag, text in page.told if tag == "h2"]
    assert heads[-3:] == ["Stakeholder web", "Civic value board", "Digital transformation checklist"]
    assert page.tables[0].rows[0][0] == "N1"
    assert len(out.read_bytes()) < 102_000  # mail programs cut longer ones
    board = tmp_path / "web.html"
    assert run("export", sample, "--out", board, "--board", "stakeholder_web")[0] == 0
    assert ("h1", "Stakeholder web") in ReadPage(board.read_text("utf-8")).told


@pytest.mark.parametrize("command", ["export", "handout"])
def test_a_full_disk_is_one_sentence_and_leaves_all_as_it_was(run, sample, tmp_path, command):
    disk = tmp_path / "disk"
    with small_disk(disk, "40k"):
        older = disk / "older.txt"
        older.write_text("mine")
        asked = {
            "export": ("--out", disk / "new" / "town.html"),
            "handout": ("--out", disk, "--pack", "participants"),
        }
        code, out, err = run(command, sample, *asked[command])
        assert (code, out, err.count("\n")) == (1, "", 1)
        assert err.startswith("There is no room on the drive for ")
        assert [each.name for each in disk.iterdir()] == ["older.txt"]
        assert older.read_text() == "mine"


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("command", ["export", "handout"])
def test_a_folder_that_cannot_be_is_one_sentence_that_names_it(run, sample, tmp_path, command, language):
    (tmp_path / "file").write_text("mine")
    out = tmp_path / "file" / "deeper"
    asked = ("--out", out / "town.xlsx") if command == "export" else ("--out", out)
    code, _, err = run(command, sample, *asked, "--lang", language)
    assert (code, err.count("\n"), str(out) in err) == (1, 1, True)
    assert (tmp_path / "file").read_text() == "mine"


def test_a_name_that_is_too_long_is_one_sentence(run, sample, tmp_path):
    code, _, err = run("export", sample, "--out", tmp_path / f"{'x' * 300}.csv", "--board", "checklist")
    assert (code, err.count("\n"), "Choose a shorter" in err) == (1, 1, True)


def test_of_the_tables_of_a_map_none_is_written_where_one_has_no_room(run, sample, tmp_path):
    disk = tmp_path / "disk"
    with small_disk(disk, "8k"):
        (disk / "web-elements.csv").touch()  # takes no room
        more = ("--board", "stakeholder_web", "--format", "kumu-csv", "--replace")
        code, _, err = run("export", sample, "--out", disk / "web.csv", *more)
        assert (code, err.count("\n")) == (1, 1)
        assert [(each.name, each.read_text()) for each in disk.iterdir()] == [("web-elements.csv", "")]
