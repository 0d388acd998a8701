"""A leadership series from its template to the handout: speakers found, take-aways caught, nobody named too early."""

import json

import pytest
from pypdfium2 import PdfDocument

from facilitator.boards.speaker_series.model import Speaker
from facilitator.catalogue import kind_of
from facilitator.command_line import cli
from facilitator.domain.engagement import Session
from facilitator.opening import open_engagement
from facilitator.workshop.agenda import segments_of

BOARD = "speaker_series"


@pytest.fixture
def run(capsys, monkeypatch, qapp):
    monkeypatch.setenv("FACILITATOR_LANG", "en")

    def command(*arguments):
        assert cli.run([str(each) for each in arguments]) in (0, 1)
        return capsys.readouterr().out

    return command


def text_of(path):
    return " ".join("\n".join(page.get_textpage().get_text_range() for page in PdfDocument(path)).split())


@pytest.mark.slow
def test_from_the_template_to_the_handout(run, tmp_path):
    path = tmp_path / "lead.facilitator"
    run("new", path, "--template", "leadership_series", "--title", "Leaders")
    lines = ["Sit by people #user", "Show a draft #agile", "Mia Roy #Speakers and guests", "Ivo Zqinvited #speakers"]
    codes = [json.loads(each)["code"] for each in run("add", path, "--board", BOARD, *lines).splitlines()]
    assert codes == ["T1", "T2", "L1", "L2"]
    with open_engagement(path) as opened:
        document, journal = opened.journal.document, opened.journal
        its_id = next(each.id for each in document.every(Speaker) if each.name == "Mia Roy")
        for key, value in (("state", "confirmed"), ("speaks_on", "2027-02-09"), ("session_id", "session_1")):
            journal.do(kind_of(BOARD).set_field(journal.document, its_id, key, value))
        by_agenda = {each.agenda: each.id for each in document.every(Session)}
        turned = {name: [each.board_id for each in segments_of(document, its)] for name, its in by_agenda.items()}
    assert set(turned) == {"leadership_talk_90", "leadership_panel_90"}
    for boards in turned.values():
        assert [each for each in boards if each in (BOARD, "question_queue")] == [BOARD, "question_queue", BOARD]
    out = tmp_path / "out"
    run("handout", path, "--out", out, "--board", BOARD)
    run("handout", path, "--out", out, "--board", BOARD, "--pack", "report")
    private, public = (text_of(each) for each in sorted(out.glob("*.pdf")))
    assert "PRIVATE" in private
    assert "Zqinvited" in private
    for said in ("Sit by people", "Show a draft", "Mia Roy", "9 February 2027"):
        assert said in public
    assert "Zqinvited" not in public
    run("export", path, "--board", BOARD, "--out", out / "series.csv")
    run("export", path, "--board", BOARD, "--out", out / "series.ics")
    run("export", path, "--board", BOARD, "--out", out / "series.html")
    files = {each.suffix: each.read_text("utf-8") for each in out.glob("series.*")}
    assert set(files) == {".csv", ".ics", ".html"}
    assert not any("Zqinvited" in each for each in files.values())
    assert "Mia Roy speaks" in files[".ics"].replace("\r\n ", "")
    assert "SP4" not in (found := run("findings", path, "--board", BOARD))
    assert "SP6 low" in found
