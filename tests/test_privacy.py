"""The canary: what is private occurs in nothing that participants can get, whoever writes the next view."""

import zipfile
import zlib
from datetime import date
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from facilitator.catalogue import RECORD_TYPES, kind_of
from facilitator.command_line import cli
from facilitator.content.theme import theme
from facilitator.content.words import Words
from facilitator.domain.change import Change, adding
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board
from facilitator.domain.record import Record
from facilitator.domain.view import Showing
from facilitator.opening import found_engagement
from facilitator.sample import founding_of_sample

TOKEN = "Zqxj"
DAY = date(2027, 1, 14)


def bugged(record: Record, number: int) -> Record:
    """The record with a token of its own in every text field that no other record refers to."""
    if not record.private:
        return record
    refers = {name for name, field in type(record).model_fields.items() if getattr(field, "foreign_key", None)}
    texts = [n for n, v in record.model_dump().items() if isinstance(v, str) and n != "id" and n not in refers]
    return record.having(**{name: f"{TOKEN}{number}{name}" for name in texts})


@pytest.fixture(scope="module")
def documents() -> tuple[Document, Document]:
    """The sample with a token in every private text, and the sample without any private record."""
    records = list(founding_of_sample("en").added())
    return (
        Document.of(bugged(record, number) for number, record in enumerate(records)),
        Document.of(record for record in records if not record.private),
    )


def test_there_is_something_to_hide(documents):
    private = [record for record in documents[0].records() if record.private]
    assert len(private) > 40
    assert sum(TOKEN in str(record) for record in private) > 20
    assert len([each for each in RECORD_TYPES if each.private]) >= 4


@pytest.mark.parametrize("language", ["en", "fr"])
def test_views_pictures_and_tables_are_the_same_without_private_records(documents, language):
    words = Words(language)
    for board in documents[0].every(Board):
        kind = kind_of(board.kind)
        for showing in (Showing(), *(Showing(form=form.id, day=DAY) for form in kind.forms(words))):
            seen, clean = (kind.view(document, board.id, showing) for document in documents)
            assert seen == clean
            assert TOKEN not in repr(seen)
            for name in ("light", "dark"):
                assert TOKEN not in repr(kind.picture(seen, theme(name)))
        for told in (kind.tables, kind.sheets, kind.graph, kind.groups, kind.spots, kind.links):
            assert TOKEN not in repr(told(seen, words))
        assert TOKEN not in repr(kind.items(seen))
        dates, clean_dates = (kind.dates(document, board.id, words) for document in documents)
        assert dates == clean_dates
        assert TOKEN not in repr(dates)


@pytest.mark.parametrize("board_id", [each.id for each in founding_of_sample("en").added() if isinstance(each, Board)])
def test_a_layer_shows_its_own_values_and_nothing_else_that_is_private(documents, board_id):
    """Switching a layer on brings that layer: with its record types gone, too, the view is the plain one."""
    kind = kind_of(board_id)
    for layer in kind.layers(Words("en")):
        for form in ("", *(each.id for each in kind.forms(Words("en")))):
            showing = Showing(form=form, layers=frozenset({layer.id}))
            seen = kind.view(documents[0], board_id, showing)
            assert TOKEN not in repr(seen)
            assert TOKEN not in repr(kind.picture(seen, theme()))
            others = {other.id for other in kind.layers(Words("en"))} - {layer.id}
            assert all(getattr(item, other) is None for item in seen.stakeholders for other in others)
            assert any(getattr(item, layer.id) is not None for item in seen.stakeholders)
        assert all(getattr(item, layer.id) is None for item in kind.view(documents[0], board_id).stakeholders)


def test_files_for_participants_hold_no_token(documents, tmp_path, monkeypatch, qapp):
    monkeypatch.setenv("FACILITATOR_LANG", "en")
    path = tmp_path / "town.facilitator"
    found_engagement(path, Change("found_engagement", adding(documents[0].records()))).close()
    assert TOKEN.encode() in path.read_bytes()
    out = tmp_path / "out"
    out.mkdir()
    for suffix in ("pdf", "png", "svg", "csv", "xlsx", "html", "kumu", "kumu-csv", "graphml", "dot", "ics"):
        assert cli.run(["export", str(path), "--out", str(out), "--format", suffix]) == 0
    for pack in ("participants", "value"):
        assert cli.run(["handout", str(path), "--out", str(out), "--pack", pack]) == 0
    files = sorted(out.iterdir())
    assert len(files) == 23
    for file in files:
        assert TOKEN not in everything(file), file.name


def test_revealed_dots_tell_totals_and_no_names(documents, tmp_path, monkeypatch, qapp):
    monkeypatch.setenv("FACILITATOR_LANG", "en")
    shown = documents[0].after(kind_of("value_board").set_ballot(documents[0], "value_board", shown=True))
    kind, words = kind_of("value_board"), Words("en")
    for form in kind.forms(words):
        view = kind.view(shown, "value_board", Showing(form=form.id))
        assert TOKEN not in repr(view)
        assert TOKEN not in repr(kind.picture(view, theme()))
    path, out = tmp_path / "town.facilitator", tmp_path / "out"
    found_engagement(path, Change("found_engagement", adding(shown.records()))).close()
    out.mkdir()
    for suffix in ("pdf", "png", "svg", "csv", "xlsx", "html", "ics"):
        asked = ["export", str(path), "--board", "value_board", "--out", str(out / f"board.{suffix}")]
        assert cli.run(asked) == 0
    assert cli.run(["handout", str(path), "--out", str(out), "--board", "value_board"]) == 0
    files = sorted(out.iterdir())
    assert len(files) == 8
    for file in files:
        assert TOKEN not in everything(file), file.name


def everything(file: Path) -> str:
    """The bytes, the inflated streams and the extracted text of a file."""
    content = file.read_bytes()
    found = [content.decode("latin-1")]
    if file.suffix == ".xlsx":
        with zipfile.ZipFile(file) as parts:
            found += [parts.read(name).decode() for name in parts.namelist()]
    if file.suffix == ".pdf":
        for start in content.split(b"stream\r\n")[1:] + content.split(b"stream\n")[1:]:
            try:
                found.append(zlib.decompressobj().decompress(start).decode("latin-1"))
            except zlib.error:
                continue
        pdf = PdfDocument(file)
        found += [page.get_textpage().get_text_bounded() for page in pdf]
        found.append(str(pdf.get_metadata_dict()))
    return "\n".join(found)
