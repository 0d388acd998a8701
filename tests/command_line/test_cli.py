"""The command line's contract: what is printed, exit codes, one plain sentence, nothing changed on a refusal."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from facilitator.boards.stakeholder_web.model import Stakeholder
from facilitator.command_line import arguments, cli
from facilitator.content.agendas import templates
from facilitator.content.words import Words
from facilitator.opening import open_engagement


@pytest.fixture(autouse=True)
def english(monkeypatch, qapp):
    """English messages; and the application object that other tests need, before a command makes a smaller one."""
    monkeypatch.setenv("FACILITATOR_LANG", "en")


@pytest.fixture
def run(capsys, monkeypatch):
    """Run a command in this process; returns (exit code, stdout, stderr)."""

    def command(*arguments, stdin=""):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode("utf-8", "surrogateescape"))))
        code = cli.run([str(each) for each in arguments])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return command


@pytest.fixture
def sample(run, tmp_path) -> Path:
    path = tmp_path / "sample.facilitator"
    assert run("demo", path, "--no-window", "--lang", "en")[0] == 0
    return path


def info(run, path):
    return json.loads(run("info", path, "--json")[1])


def names(path):
    with open_engagement(path) as engagement:
        return [each.name for each in engagement.journal.document.every(Stakeholder)]


def refused(run, path, *arguments, **more):
    """The one line on stderr; proves exit 1 and that the file is as it was."""
    before = path.read_bytes()
    code, _, err = run(*arguments, **more)
    assert code == 1
    assert err.count("\n") == 1, err
    assert "Traceback" not in err
    assert path.read_bytes() == before
    return err


def test_the_sample_has_what_the_readme_promises(run, sample):
    found = info(run, sample)
    boards = {board["id"]: board for board in found["boards"]}
    assert boards["stakeholder_web"]["counts"]["stakeholders"] == 20
    assert boards["value_board"]["counts"]["cards"] == 20
    assert boards["checklist"]["kind"] == "checklist"
    assert found["sessions"][0]["minutes"] == 120
    assert len(found["people"]) == 11
    assert found["outcomes"] == {"count": 6, "to_confirm": 2}


def test_info_tells_programs_cohorts_and_days(run, tmp_path, sample):
    path = tmp_path / "course.facilitator"
    run("new", path, "--template", "leaders_program")
    found = info(run, path)
    cohort = found["programs"][0]["cohorts"][0]
    assert (found["programs"][0]["title"], cohort["title"]) == ("Leaders’ program", "First cohort")
    assert [session["cohort_id"] for session in found["sessions"]] == [cohort["id"]] * 4
    lines = run("info", path)[1].splitlines()
    assert lines[1:4] == [
        "  Leaders’ program",
        "    First cohort",
        "      session_1  Half day 1: art of the possible and vision",
    ]
    assert "  session_1  Stakeholder workshop  14 January 2027" in run("info", sample)[1].splitlines()


@pytest.mark.parametrize("command", ["templates", "info", "check", "findings"])
@pytest.mark.parametrize("told", [["--lang", "fr"], ["--lang=fr"]])
def test_the_language_is_told_before_or_after_every_command(run, sample, command, told):
    rest = [] if command == "templates" else [sample]
    before, after = run(*told, command, *rest), run(command, *rest, *told)
    assert before == after
    assert run(command, *told, *rest) == after
    assert before[0] in (0, 1)
    if command != "info":  # which says what is in the file, in its own words
        assert before != run(command, *rest)


@pytest.mark.parametrize(
    "asked", [["--lang", "fr", "info", "none"], ["info", "none", "--lang", "fr"], ["--lang=fr", "info", "none"]]
)
def test_what_is_refused_is_told_in_that_language(run, asked):
    code, _, err = run(*asked)
    assert code == 1
    assert "n’existe pas" in err or "introuvable" in err, err


def test_help_and_mistakes_are_told_in_the_language_before_the_command(run):
    assert "langue\u202f: anglais ou français" in run("--lang", "fr", "info", "--help")[1]
    code, _, err = run("--lang", "fr", "info")
    assert code == 2
    assert "FILE" in err
    assert err != run("info")[2]


@pytest.mark.parametrize("asked", [["--lang"], ["--lang", "de", "info", "x"], ["info", "x", "--lang", "de"]])
def test_a_language_that_there_is_not_is_not_understood(run, asked):
    assert run(*asked)[0] == 2


def test_a_capture_line_may_look_like_a_language(run, sample):
    assert run("add", sample, "--board", "stakeholder_web", "--", "--lang fr")[0] == 0
    assert "--lang fr" in names(sample)


def test_demo_never_overwrites(run, sample):
    assert "exists already" in refused(run, sample, "demo", sample, "--no-window")


def test_findings_are_told_and_make_it_return_1(run, sample):
    before = sample.read_bytes()
    code, out, err = run("findings", sample)
    assert (code, err) == (1, "")
    assert "A01 high S15 Homeowners who renovate: a strong or decisive say" in out
    assert "B03 high G4 Privacy:" in out
    rows = json.loads(run("findings", sample, "--json")[1])["findings"]
    assert len(rows) == len(out.splitlines()) - 2  # two boards are headed by their titles
    assert rows[0] | {"message": "", "why": "", "action": ""} == {
        "check": "A01",
        "severity": "high",
        "board": "stakeholder_web",
        "items": ["homeowners"],
        "message": "",
        "why": "",
        "action": "",
    }
    assert all(row["message"] and row["why"] and row["action"] for row in rows)
    assert sample.read_bytes() == before


def test_findings_of_one_board_in_the_language_of_the_person(run, sample, monkeypatch):
    monkeypatch.setenv("FACILITATOR_LANG", "fr")
    code, out, _ = run("findings", sample, "--board", "value_board")
    assert code == 1
    assert [line.split()[:3] for line in out.splitlines()] == [
        ["B01", "élevé", "I4"],
        ["B03", "élevé", "G4"],
        ["B07", "moyen", "I3"],
        ["B25", "moyen", "I1"],
        ["B08", "faible", "I1"],
    ]
    assert run("findings", "--help")[1].startswith("utilisation\u202f: facilitator findings [-h]")
    assert "code de sortie 1" in run("findings", "--help")[1].replace("\n", " ").replace("  ", " ")
    assert "nope" in refused(run, sample, "findings", sample, "--board", "nope")


def test_no_findings_is_said_and_returns_0(run, tmp_path):
    path = tmp_path / "new.facilitator"
    assert run("new", path, "--template", "blank")[0] == 0
    assert run("findings", path) == (0, "The checks find nothing.\n", "")
    assert run("findings", path, "--json") == (0, '{"findings": []}\n', "")


@pytest.mark.parametrize("template", [each.id for each in templates()])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_template_makes_an_engagement(run, tmp_path, template, language):
    path = tmp_path / "new.facilitator"
    assert run("new", path, "--template", template, "--lang", language, "--categories", "full")[0] == 0
    found = info(run, path)
    assert found["engagement"]["language"] == language
    assert found["boards"]
    assert run("check", path)[0] == 0


def test_templates_are_listed(run):
    listed = json.loads(run("templates", "--json")[1])["templates"]
    assert [each["id"] for each in listed] == [each.id for each in templates()]
    assert len(run("templates")[1].splitlines()) == len(listed)


def test_a_folder_that_is_not_there_is_not_made(run, tmp_path):
    code, _, err = run("new", tmp_path / "typo" / "x.facilitator", "--template", "blank")
    assert code == 1
    assert "no folder" in err
    assert list(tmp_path.iterdir()) == []


def test_a_missing_file_is_said_before_a_missing_screen(run, tmp_path):
    assert "does not exist" in run(tmp_path / "frob")[2]


def test_an_unknown_template_names_those_there_are(run, tmp_path):
    code, _, err = run("new", tmp_path / "x.facilitator", "--template", "nope")
    assert code == 1
    assert "civic_value_120" in err
    assert list(tmp_path.iterdir()) == []


def test_add_acknowledges_each_line_after_its_commit(run, sample):
    stdin = "Harbour board #othergov @2 !3 ~-1\n\nHarbour board > Town Council\n"
    code, out, _ = run("add", sample, "--board", "stakeholder_web", stdin=stdin)
    first, second = (json.loads(line) for line in out.splitlines())
    assert code == 0
    assert (first["line"], first["seq"], first["code"]) == (1, 2, "S21")
    assert (second["line"], second["seq"], second["code"]) == (3, 3, None)
    assert len(first["ids"]) == len(second["ids"]) == 1
    assert "Harbour board" in names(sample)


def test_add_takes_lines_as_arguments(run, sample):
    code, out, _ = run("add", sample, "--board", "value_board", "Courage #guiding", "Courage > Publish")
    assert code == 0
    assert [json.loads(line)["code"] for line in out.splitlines()] == ["G5", None]


def test_a_refused_line_is_named_and_the_others_are_kept(run, sample):
    code, out, err = run("add", sample, "--board", "stakeholder_web", stdin="One\nTwo @9\nThree\n")
    assert code == 1
    assert [json.loads(line)["line"] for line in out.splitlines()] == [1, 3]
    assert err.startswith("Line 2: Column 5:")
    assert err.count("\n") == 1
    assert {"One", "Three"} <= set(names(sample))


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("x" * 10_000, "10000 characters"),
        ("a\x07b", "position 2"),
        ("Clerk #nowhere", "nowhere"),
        ("Town Council > Town Council", "itself"),
        ("Town Council > Nobody at all", "Nobody at all"),
        ('Clerk "old', "quotation mark"),
        ("#internal", "no name"),
        ("", "no name"),
    ],
)
def test_bad_lines_get_one_plain_sentence(run, sample, line, says):
    assert says in refused(run, sample, "add", sample, "--board", "stakeholder_web", line)


def test_bytes_that_are_no_text_are_refused(run, sample):
    err = refused(run, sample, "add", sample, "--board", "stakeholder_web", stdin="caf\udce9\n")
    assert "position 4" in err


@pytest.mark.parametrize("text", ["<img src=x onerror=1>", "<b", "R&D", "=1+1", "</text>"])
def test_text_from_people_is_literal_in_every_output(run, sample, tmp_path, text):
    assert run("add", sample, "--board", "stakeholder_web", f'"{text}"')[0] == 0
    for suffix in ("csv", "svg", "pdf"):
        assert run("export", sample, "--board", "stakeholder_web", "--out", tmp_path / f"o.{suffix}")[0] == 0
    rows = list(csv.reader(io.StringIO((tmp_path / "o.csv").read_text("utf-8-sig"))))
    assert any(cell in (text, "'" + text) for row in rows for cell in row)
    pdf = PdfDocument(tmp_path / "o.pdf")
    pages = "".join(page.get_textpage().get_text_bounded() for page in pdf)
    assert text in pages.replace("\r\n", " ").replace("\n", " ")
    svg = (tmp_path / "o.svg").read_text("utf-8")
    assert "<img" not in svg
    assert svg.count("<svg") == svg.count("</svg>") == 1


@pytest.mark.parametrize("suffix", ["pdf", "png", "svg", "csv"])
def test_every_board_exports(run, sample, tmp_path, suffix):
    folder = tmp_path / "all"
    folder.mkdir()
    assert run("export", sample, "--out", folder, "--format", suffix)[0] == 0
    assert sorted(each.name for each in folder.iterdir()) == [
        f"{board}.{suffix}" for board in ("checklist", "stakeholder_web", "value_board")
    ]


def test_an_existing_export_is_kept_unless_told_otherwise(run, sample, tmp_path):
    out = tmp_path / "web.csv"
    out.write_text("mine")
    command = ("export", sample, "--board", "stakeholder_web", "--out", out)
    assert "--replace" in refused(run, sample, *command)
    assert out.read_text() == "mine"
    assert run(*command, "--replace")[0] == 0
    assert out.read_text() != "mine"


@pytest.mark.parametrize("option", ["--out", "--labels"])
def test_an_engagement_is_never_overwritten_by_a_picture(run, sample, tmp_path, option):
    other = tmp_path / "other.facilitator"
    other.write_bytes(b"another client")
    arguments = {"--out": tmp_path / "x.png", "--labels": tmp_path / "x.json", option: other}
    pairs = [word for pair in arguments.items() for word in pair]
    assert "is an engagement" in refused(run, sample, "stage", sample, "--board", "value_board", *pairs)
    replacing = ("export", sample, "--board", "value_board", "--format", "svg", "--out", sample, "--replace")
    assert "is an engagement" in refused(run, sample, *replacing)
    assert other.read_bytes() == b"another client"
    assert not (tmp_path / "x.png").exists()
    assert not (tmp_path / "x.json").exists()


def test_an_export_that_may_not_be_finished_is_not_begun(run, sample, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    (out / "checklist.csv").write_text("mine")
    refused(run, sample, "export", sample, "--out", out, "--format", "csv")
    assert [each.name for each in out.iterdir()] == ["checklist.csv"]


def test_the_facilitators_copy_of_all_boards_is_that_of_boards_with_something_private(run, sample, tmp_path):
    asked = ("export", sample, "--out", tmp_path, "--format", "csv", "--audience", "facilitator")
    assert run(*asked)[0] == 0
    written = {path.name: path.read_text("utf-8-sig") for path in tmp_path.glob("*.csv")}
    assert set(written) == {"stakeholder_web-PRIVATE.csv", "value_board-PRIVATE.csv"}
    assert "Attitude" in written["stakeholder_web-PRIVATE.csv"]
    assert "Amara Dosanjh" in written["value_board-PRIVATE.csv"]


@pytest.mark.parametrize("path", [".", "/", "x" * 300, "a\nb"])
def test_paths_that_are_none_are_refused(run, path):
    code, _, err = run("info", path)
    assert code == 1
    assert "Traceback" not in err
    assert len(err.splitlines()) <= 2


def test_a_row_with_an_unknown_id_is_refused_not_crashed(run, sample):
    import sqlite3

    connection = sqlite3.connect(sample)
    connection.execute("UPDATE stakeholder SET category = 'zzz' WHERE code = 'S3'")
    connection.commit()
    connection.close()
    assert "damaged" in refused(run, sample, "info", sample)


def test_a_file_that_was_never_finished_is_said_and_our_own_sample_is_made_again(run, tmp_path, monkeypatch):
    from facilitator.catalogue import RECORD_TYPES
    from facilitator.store.engagement_file import EngagementFile

    EngagementFile.create(tmp_path / "half.facilitator", RECORD_TYPES).close()
    assert "never finished" in run("info", tmp_path / "half.facilitator")[2]
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    for spoil in (None, b""):
        assert run("demo", "--no-window", "--lang", "en")[0] == 0
        own = tmp_path / "facilitator" / "Sample-en.facilitator"
        assert own.stat().st_size > 10_000
        if spoil is None:
            own.write_bytes(b"")


def test_an_unforeseen_error_is_one_line_without_words_of_people(run, sample, monkeypatch):
    def fail(asked, words):
        raise RuntimeError("secret words")

    from facilitator.command_line import commands

    monkeypatch.setitem(commands.RUN, "info", fail)
    code, _, err = run("info", sample)
    assert code == 1
    assert err.count("\n") == 1
    assert "RuntimeError" in err
    assert "secret" not in err


def test_private_columns_are_for_the_facilitator_only(run, sample, tmp_path):
    for audience in ("participants", "facilitator"):
        out = tmp_path / f"{audience}-PRIVATE.csv"
        run("export", sample, "--board", "stakeholder_web", "--out", out, "--audience", audience)
    note = "Wants a first visible win"
    assert note in (tmp_path / "facilitator-PRIVATE.csv").read_text("utf-8-sig")
    assert note not in (tmp_path / "participants-PRIVATE.csv").read_text("utf-8-sig")
    asked = ("export", sample, "--board", "stakeholder_web", "--audience", "facilitator", "--out")
    assert "x-PRIVATE.pdf" in refused(run, sample, *asked, tmp_path / "x.pdf")
    assert run(*asked, tmp_path / "x-PRIVATE.pdf")[0] == 0
    assert "already" in refused(run, sample, *asked, tmp_path / "x-PRIVATE.pdf")
    assert all(each in refused(run, sample, *asked, tmp_path / "x.png") for each in ("csv", "pdf", "kumu-csv", "dot"))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_help_of_export_names_every_format(run, language):
    told = " ".join(run("--lang", language, "export", "--help")[1].split())
    what, which = Words(language)("cli.export"), Words(language)("cli.format")
    assert what in told
    assert all(each in which for each in arguments.FORMATS)
    assert all(each in what for each in ("PDF", "PNG", "SVG", "CSV", "iCalendar", "Kumu", "GraphML", "DOT"))


def test_private_files_of_all_boards_are_called_so(run, sample, tmp_path):
    asked = ("export", sample, "--audience", "facilitator", "--format", "pdf", "--out", tmp_path)
    assert run(*asked)[0] == 0
    names = ["stakeholder_web-PRIVATE.pdf", "value_board-PRIVATE.pdf"]
    assert sorted(path.name for path in tmp_path.glob("*.pdf")) == names


def test_packs_are_asked_for_by_name(run, sample, tmp_path):
    folder = tmp_path / "packs"
    for pack, name in (("participants", "online-permits-en-letter"), ("report", "online-permits-PRIVATE-en-letter")):
        asked = ("handout", sample, "--out", folder, "--pack", pack, "--board", "stakeholder_web")
        assert name in run(*asked)[1]
    full = ("handout", sample, "--out", folder, "--pack", "value", "--day", "2026-11-22")
    told = run(*full)[1].split()
    assert [Path(each).name for each in told if folder.name in each] == [
        "online-permits-value-en-letter.pdf",
        "online-permits-value-en-letter.ics",
    ]
    assert "no value board" in refused(run, sample, *full, "--board", "stakeholder_web")
    assert "2026-11-31" in refused(run, sample, *full[:-1], "2026-11-31")
    assert "value" in refused(run, sample, "handout", sample, "--out", folder, "--board", "x")
    nothing = ("handout", sample, "--out", folder, "--pack", "report", "--board", "checklist")
    assert "participants" in refused(run, sample, *nothing)
    assert run("handout", sample, "--out", folder, "--pack", "diary")[0] == 2
    assert "session_1" in refused(run, sample, "handout", sample, "--out", folder, "--session", "x")
    for of_another in (("value", "--session", "session_1"), ("script", "--board", "checklist")):
        assert of_another[0] in refused(run, sample, "handout", sample, "--out", folder, "--pack", *of_another)
    assert run("handout", sample, "--out", folder, "--pack", "agenda", "--session", "session_1")[0] == 0


@pytest.mark.parametrize(("language", "paper", "width"), [("en", "letter", 612), ("fr", "a4", 595)])
def test_handout_packs(run, sample, tmp_path, language, paper, width):
    folder = tmp_path / "packs"
    for expected in (1, 2):  # a second pack does not overwrite the first
        assert run("handout", sample, "--out", folder, "--lang", language, "--paper", paper)[0] == 0
        assert len(list(folder.iterdir())) == expected
    found_draft = {"en": "Still a draft, with every name", "fr": "Encore une ébauche, avec tous les noms"}[language]
    assert found_draft in run("handout", sample, "--out", folder, "--lang", language)[1]
    assert found_draft not in run("handout", sample, "--out", folder, "--lang", language, "--pack", "report")[1]
    pdf = PdfDocument(sorted(folder.iterdir())[0])
    assert int(pdf[0].get_width()) == width
    text = "".join(page.get_textpage().get_text_bounded() for page in pdf)
    assert {"en": "Engagement plan", "fr": "Plan de mobilisation"}[language] in text
    assert {"en": "State the problem", "fr": "Énoncer le problème"}[language] in text


def test_the_stage_and_its_labels(run, sample, tmp_path):
    out, labels = tmp_path / "web.png", tmp_path / "web.json"
    assert run("stage", sample, "--board", "stakeholder_web", "--out", out, "--labels", labels)[0] == 0
    found = json.loads(labels.read_text())
    assert min(label["xheight_px"] for label in found["labels"]) >= 18 * 0.49
    for label in found["labels"]:
        x, y, width, height = label["bbox"]
        assert x >= 0
        assert y >= 0
        assert x + width <= 1920
        assert y + height <= 1080


def test_a_screen_of_the_stage_in_place_of_a_board(run, sample, tmp_path):
    out, labels = tmp_path / "s.png", tmp_path / "s.json"
    asked = ("stage", sample, "--out", out, "--labels", labels, "--screen")
    assert run(*asked, "read_back:stakeholder_web")[0] == 0
    said = [each["text"] for each in json.loads(labels.read_text("utf-8"))["labels"]]
    assert said[0] == "Did I get this right?"
    assert len(said) > 3
    assert run(*asked, "outcomes", "--page", "3")[0] == 0
    assert "Outcomes" in labels.read_text("utf-8")
    assert "to_confirm, poll" in refused(run, sample, *asked, "nope")
    assert "value_board" in refused(run, sample, *asked, "read_back:nope")
    assert run("stage", sample, "--out", out)[0] == 2
    assert run(*asked, "outcomes", "--board", "value_board")[0] == 2
    assert run(*asked, "outcomes", "--page", "0")[0] == 2


def test_the_stage_of_a_day(run, sample, tmp_path):
    out = tmp_path / "values.png"
    arguments = ("stage", sample, "--board", "value_board", "--out", out, "--form", "measures", "--spotlight", "g1")
    assert run(*arguments, "--day", "2027-03-01")[0] == 0
    assert "soon" in refused(run, sample, *arguments, "--day", "soon")


def test_an_unknown_board_names_those_there_are(run, sample, tmp_path):
    err = refused(run, sample, "stage", sample, "--board", "nope", "--out", tmp_path / "x.png")
    assert "value_board" in err


def test_a_second_instance_is_refused(run, sample):
    with open_engagement(sample):
        code, _, err = run("add", sample, "--board", "stakeholder_web", "One")
    assert code == 1
    assert "open in another window" in err
    assert "One" not in names(sample)


def test_a_full_disk_is_one_sentence_and_loses_nothing_acknowledged(run, sample):
    resource = pytest.importorskip("resource", reason="the limit that plays a full disk is known to Unix only")
    script = (
        "import resource, sys; from facilitator.command_line.cli import run;"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({sample.stat().st_size + 60_000},) * 2);"
        "sys.exit(run(sys.argv[1:]))"
    )
    assert resource
    lines = "".join(f"Name {number} {'x' * 100}\n" for number in range(500))
    result = subprocess.run(
        [sys.executable, "-c", script, "add", str(sample), "--board", "stakeholder_web"],
        input=lines,
        capture_output=True,
        text=True,
        check=False,
    )
    acknowledged = [json.loads(line)["line"] for line in result.stdout.splitlines()]
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1, result.stderr
    assert "not saved" in result.stderr
    assert 0 < len(acknowledged) < 500
    assert {f"Name {line - 1} {'x' * 100}" for line in acknowledged} <= set(names(sample))
    assert run("check", sample)[0] == 0


def test_a_file_that_is_no_engagement(run, tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("Dear all")
    for command in (("info", path), ("check", path), ("handout", path, "--out", tmp_path / "p")):
        assert "not an engagement" in refused(run, path, *command)


def test_check_names_faults(run, sample):
    import sqlite3

    assert run("check", sample)[0] == 0
    connection = sqlite3.connect(sample)
    connection.execute("UPDATE stakeholder SET name = 'Somebody else' WHERE code = 'S3'")
    connection.commit()
    connection.close()
    assert "rows differ" in refused(run, sample, "check", sample)


@pytest.mark.parametrize("arguments", [["info"], ["stage", "x", "--size", "4x3"], ["--nope"], ["new", "x"]])
def test_usage_errors(run, arguments):
    code, _, err = run(*arguments)
    assert code == 2
    assert "facilitator" in err


def test_messages_are_in_french_where_the_person_is(run, tmp_path, monkeypatch):
    monkeypatch.setenv("FACILITATOR_LANG", "fr_CA.UTF-8")
    assert "n’existe pas" in run("info", tmp_path / "x")[2]
    assert run("--help")[1].startswith("utilisation")


def test_help_is_light():
    """Neither Qt nor SQLAlchemy nor ReportLab for a page of text."""
    listing = (
        "import sys; from facilitator.command_line.cli import run; code = run(['--help']);"
        "print([m for m in ('PySide6', 'sqlalchemy', 'reportlab', 'alembic', 'pydantic') if m in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", listing], capture_output=True, text=True, check=True)
    assert result.stdout.splitlines()[-1] == "[]"


def test_a_folder_that_cannot_be_written(run, sample, tmp_path):
    """As somebody who is not root: a read-only folder, for the file itself and for what is written."""
    if os.name == "nt":
        pytest.skip("POSIX permissions")
    locked = tmp_path / "locked"
    locked.mkdir()
    (locked / "town.facilitator").write_bytes(sample.read_bytes())
    locked.chmod(0o555)
    (locked / "town.facilitator").chmod(0o444)
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_uid == os.getuid() and folder != Path("/"):
            folder.chmod(folder.stat().st_mode | 0o055)
    script = (
        "import os, sys\n"
        "import facilitator.command_line.commands, facilitator.handouts.pack\n"
        "if os.getuid() == 0: os.setgid(65534); os.setuid(65534)\n"
        "from facilitator.command_line.cli import run\n"
        "sys.exit(run(sys.argv[1:]))\n"
    )
    for command in (
        ["info", str(locked / "town.facilitator")],
        ["new", str(locked / "other.facilitator"), "--template", "blank"],
    ):
        result = subprocess.run(
            [sys.executable, "-c", script, *command], capture_output=True, text=True, check=False, timeout=60
        )
        assert result.returncode == 1, result
        assert result.stderr.count("\n") == 1, result.stderr
        assert "cannot be written" in result.stderr
    assert [each.name for each in locked.iterdir()] == ["town.facilitator"]


@pytest.mark.parametrize("command", ["export", "handout", "stage"])
def test_a_home_that_nobody_has_is_refused_in_a_sentence(run, sample, command):
    out = "~nobody_at_all/x.png" if command != "handout" else "~nobody_at_all/x"
    more = ("--board", "checklist") if command != "handout" else ()
    assert "Nobody here has the home folder" in refused(run, sample, command, sample, "--out", out, *more)
    assert not Path("~nobody_at_all").exists()
