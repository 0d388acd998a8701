"""Lists of texts for whoever translates: what is written, what is taken, what is passed over."""

import csv
import io

import pytest

from facilitator.command_line import cli
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.engagement import Board
from facilitator.domain.refusal import ImportRefused
from facilitator.domain.twin import Twin
from facilitator.files.twin_files import read_twin_list, twin_list
from facilitator.opening import found_engagement, open_engagement
from facilitator.sample import founding_of_sample
from facilitator.workshop.twins import in_language, set_twins, twin_places

FR = Words("fr")


@pytest.fixture(scope="module")
def sample() -> Document:
    return Document().after(founding_of_sample("en"))


def rows_of(data):
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))


def filed(rows, path):
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def test_a_list_has_every_text_and_says_nothing_new_when_it_is_read(sample, tmp_path):
    data = twin_list(sample, FR)
    heads, *rows = rows_of(data)
    assert heads[3] == "Français"
    assert [row[0] for row in rows] == [place.id for place in twin_places(sample)]
    path = tmp_path / "list.csv"
    path.write_bytes(data)
    found = read_twin_list(sample, path)
    assert (dict(found.texts), found.skipped) == ({}, 0)


def test_what_was_written_into_a_list_is_taken(sample, tmp_path):
    rows = rows_of(twin_list(sample, FR))
    rows[1][3] = "Les permis, en ligne"
    rows[2][3] = ""
    found = read_twin_list(sample, filed(rows, tmp_path / "list.csv"))
    assert dict(found.texts) == {rows[1][0]: "Les permis, en ligne"}
    said = in_language(sample.after(set_twins(sample, found.texts)), "fr")
    assert said.get(type(next(said.every(Board))), "value_board")
    assert "Les permis, en ligne" in {record.title for record in said.records() if hasattr(record, "title")}


def test_what_was_reworded_since_is_passed_over_and_counted(sample, tmp_path):
    rows = rows_of(twin_list(sample, FR))
    for row in rows[1:]:
        row[3] = f"{row[3]} !"
    board = sample.get(Board, "value_board")
    reworded = sample.after(changed("edit", [(board, board.having(title="What we stand for"))]))
    found = read_twin_list(reworded, filed([*rows, ["card/none/text", "", "x", "y", ""]], tmp_path / "list.csv"))
    assert found.skipped == 2
    assert len(found.texts) == len(rows) - 2


@pytest.mark.parametrize("text", ["=1+1", "+33 1 23", "-Oui", "@tous", "a\n=b"])
def test_what_a_spreadsheet_would_run_comes_back_as_it_was(sample, tmp_path, text):
    place = twin_places(sample)[0]
    document = sample.after(set_twins(sample, {place.id: text}))
    path = tmp_path / "list.csv"
    path.write_bytes(twin_list(document, FR))
    assert dict(read_twin_list(document, path).texts) == {}
    assert dict(read_twin_list(sample, path).texts) == {place.id: text}


@pytest.mark.parametrize("rows", [[["Nom"], ["Alice"]], [["a", "b", "c", "d"], ["1", "2", "3", "4"]]])
def test_another_table_is_refused(sample, tmp_path, rows):
    with pytest.raises(ImportRefused) as refused:
        read_twin_list(sample, filed(rows, tmp_path / "list.csv"))
    assert refused.value.key == "twins_no_list"


def test_the_command_saves_no_twins_where_the_list_may_not_be_written(sample, tmp_path, capsys):
    path, there = tmp_path / "town.facilitator", tmp_path / "there.csv"
    found_engagement(path, founding_of_sample("en")).close()
    there.write_text("mine")
    rows = rows_of(twin_list(sample, FR))
    rows[1][3] = "Les permis, en ligne"
    given = filed(rows, tmp_path / "list.csv")
    assert cli.run(["twins", str(path), "--from", str(given), "--out", str(there), "--lang", "en"]) == 1
    assert "there.csv" in capsys.readouterr().err
    assert there.read_text() == "mine"
    with open_engagement(path) as engagement:
        assert "Les permis, en ligne" not in {each.text for each in engagement.journal.document.every(Twin)}


def test_the_command_writes_over_an_older_list_only_when_told(sample, tmp_path, capsys):
    path, out = tmp_path / "town.facilitator", tmp_path / "list.csv"
    found_engagement(path, founding_of_sample("en")).close()
    out.write_text("mine")
    asked = ["twins", str(path), "--out", str(out), "--lang", "en"]
    assert cli.run(asked) == 1
    assert "add --replace" in capsys.readouterr().err
    assert out.read_text() == "mine"
    assert cli.run([*asked, "--replace"]) == 0
    assert b"Online permits" in out.read_bytes()
