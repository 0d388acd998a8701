"""What goes out in the other language says what people said there: each format as from an engagement in it."""

from pathlib import Path

import pytest

from engagements import founding
from everything import everything
from facilitator.boards.stakeholder_web.model import Stakeholder, Web
from facilitator.command_line import cli
from facilitator.content.words import Words
from facilitator.domain.change import Change, adding
from facilitator.domain.editing import changed
from facilitator.domain.engagement import Board
from facilitator.domain.twin import Twin, twin_id
from facilitator.files.board_files import mail_of
from facilitator.files.graph_files import GRAPH_FORMATS
from facilitator.opening import found_engagement, open_engagement

FORMATS = ("pdf", "png", "svg", "csv", "xlsx", "html", "ics")


@pytest.fixture(scope="module")
def samples(tmp_path_factory, qapp) -> dict[str, Path]:
    """The sample founded in each language."""
    found = {language: tmp_path_factory.mktemp(language) / "town.facilitator" for language in ("en", "fr")}
    for language, path in found.items():
        assert cli.run(["demo", str(path), "--no-window", "--lang", language]) == 0
    return found


@pytest.fixture
def export(samples, tmp_path):
    """What the sample founded in `given` is written as, in `wanted`: names of files with their content."""

    def written(given: str, wanted: str, *more: str) -> dict[str, bytes]:
        folder = tmp_path / f"{given}-{wanted}"
        folder.mkdir()
        assert cli.run(["export", str(samples[given]), "--out", str(folder), "--lang", wanted, *more]) == 0
        return {each.name: without_stamp(each.read_bytes()) for each in folder.iterdir()}

    return written


def without_stamp(content: bytes) -> bytes:
    """A calendar says when it was written."""
    return b"\r\n".join(line for line in content.split(b"\r\n") if not line.startswith(b"DTSTAMP"))


@pytest.mark.slow
@pytest.mark.parametrize(("given", "wanted"), [("en", "fr"), ("fr", "en")])
@pytest.mark.parametrize("form", [*FORMATS, *GRAPH_FORMATS])
def test_every_format_is_the_same_as_from_an_engagement_in_that_language(export, given, wanted, form):
    more = ("--board", "stakeholder_web") if form in GRAPH_FORMATS else ()
    made, own = export(given, wanted, "--format", form, *more), export(wanted, wanted, "--format", form, *more)
    assert made.keys() == own.keys()
    for name, content in made.items():
        assert content == own[name], name


def test_without_a_language_it_is_that_of_the_engagement(samples, tmp_path, monkeypatch):
    monkeypatch.setenv("FACILITATOR_LANG", "fr")
    out = tmp_path / "web.csv"
    assert cli.run(["export", str(samples["en"]), "--board", "stakeholder_web", "--out", str(out)]) == 0
    assert "Chief administrative officer" in out.read_text("utf-8-sig")


def test_a_name_without_a_twin_stays_as_it_is(samples, tmp_path):
    with open_engagement(samples["en"]) as engagement:
        document = engagement.journal.document
    first = next(iter(document.every(Stakeholder)))
    renamed = document.after(changed("rename", [(first, first.having(name="Zqxj clinic"))]))
    page, _ = mail_of(renamed, "stakeholder_web", Words("fr"))
    assert "Zqxj clinic" in page


@pytest.mark.parametrize("form", ["csv", "html", "xlsx", "kumu", "svg"])
def test_a_twin_that_is_also_a_text_of_the_house_stands_as_it_was_written(tmp_path, form, qapp):
    """It would not if what is in French already were taken for English once more."""
    path, file = tmp_path / "town.facilitator", tmp_path / f"map.{'json' if form == 'kumu' else form}"
    web = Board(id="map", number=9, kind="stakeholder_web", title="Map")
    group = Stakeholder(id="s", board_id="map", code="S1", name="Secrecy club", category="internal", ring=1)
    its = {"of_type": "stakeholder", "of_id": "s", "field": "name"}
    twin = Twin(id=twin_id(*its.values()), source="Secrecy club", text="Privacy", **its)
    records = [*founding().added(), web, Web(id="map", project="Permits"), group, twin]
    found_engagement(path, Change("found_engagement", adding(records))).close()
    assert cli.run(["export", str(path), "--out", str(file), "--format", form, "--lang", "fr", "--board", "map"]) == 0
    found = everything(file)
    assert "Privacy" in found
    assert "Vie privée" not in found
