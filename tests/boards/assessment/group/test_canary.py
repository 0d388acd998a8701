"""No answer, name, comment or number of one organization is in what a group gets of its summary."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from pypdfium2 import PdfDocument

from boards.assessment.group.towns import TODAY, community, released
from facilitator.boards.assessment.group.kind import KIND
from facilitator.boards.assessment.model import SummaryLine
from facilitator.boards.assessment.own.kind import CAPACITY, GOVERNANCE, PRINCIPLES
from facilitator.content.theme import theme
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.view import Showing
from facilitator.files.board_files import write_board, write_stage
from facilitator.packs.handing_out import write_handout
from facilitator.packs.sorts import HandoutOrder

TOKEN = "Zq"
EN = Words("en")


def without_private(held: Document) -> Document:
    """The document without any private record, and without the boards that they are of."""
    return Document.of(record for record in held.records() if not record.private)


@pytest.mark.parametrize("kind", [CAPACITY, GOVERNANCE, PRINCIPLES], ids=lambda kind: kind.id)
@pytest.mark.parametrize("count", [3, 5, 12])
def test_the_view_needs_no_private_record_and_names_nobody(kind, count):
    held = released(community(count, kind=kind))
    for form in ("figures", "talk"):
        one, other = (KIND.view(each, "s", Showing(form=form)) for each in (held, without_private(held)))
        assert one == other
        assert TOKEN not in repr(one)
        assert TOKEN not in repr(KIND.picture(one, theme()))
        assert TOKEN not in repr(KIND.tables(one, EN))


def test_lines_hold_no_id_of_an_answer_or_an_organization():
    held = released(community(8))
    for each in held.every(SummaryLine):
        assert TOKEN not in each.text
        assert not each.item.startswith("b")
        assert "b1" not in each.id


def test_files_and_packs_name_nobody(tmp_path, qapp):
    held = released(community(8))
    for suffix in (".svg", ".csv", ".html", ".xlsx"):
        write_board(held, "s", tmp_path / f"s{suffix}", suffix, EN, audience="participants", replace=False)
        assert TOKEN not in everything(tmp_path / f"s{suffix}")
    write_stage(held, "s", tmp_path / "s.png", "1280x720", tmp_path / "s.json", "light", Showing())
    assert TOKEN not in (tmp_path / "s.json").read_text("utf-8")
    assert TOKEN not in text_of(write_handout(held, tmp_path, HandoutOrder("letter", "en", day=TODAY)))


def test_the_private_report_says_who_is_in_and_what_was_hidden(tmp_path):
    held = released(community(8, level=lambda town, place: 3))
    path = write_handout(held, tmp_path, HandoutOrder("letter", "en", pack="report", board_id="s", day=TODAY))
    told = text_of(path)
    assert "PRIVATE" in path.name
    assert "Zqtown 8" in told
    assert "All, or all but one, answered alike" in told
    assert KIND.private_report(Document.of([*community(0).records()]), "s", TODAY, EN, 500) == []


def everything(path: Path) -> str:
    """The words of a file, also of one that is packed."""
    if path.suffix != ".xlsx":
        return path.read_text("utf-8")
    with ZipFile(path) as packed:
        return "\n".join(packed.read(name).decode("utf-8") for name in packed.namelist())


def text_of(path: Path) -> str:
    return "\n".join(page.get_textpage().get_text_bounded() for page in PdfDocument(path))
