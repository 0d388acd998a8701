"""Whatever calls itself a workbook is looked through first: one plain sentence, and no memory for bombs."""

import io
import tracemalloc
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange.workbooks import part, with_part, workbook
from facilitator.content.words import Words
from facilitator.domain.refusal import ImportRefused
from facilitator.exchange import workbook_parts
from facilitator.exchange.reading import MEGABYTE
from facilitator.exchange.workbook import sheet_text

SHEET = "xl/worksheets/sheet1.xml"
GOOD = workbook(("Parties", [["Name", "Influence"], ["Clerk", 3]]))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
    '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>&c;</t></si></sst>'
)


def refused(data, sheet=""):
    with pytest.raises(ImportRefused) as refusal:
        sheet_text(data, sheet)
    for language in ("en", "fr"):
        said = Words(language)(f"refusals.{refusal.value.key}", **refusal.value.values)
        assert said.endswith(".")
        assert "{" not in said
    return refusal.value.key


def packed(out):
    return zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1)


def zipped(**parts):
    out = io.BytesIO()
    with packed(out) as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "/").replace("_xml", ".xml").replace("_bin", ".bin"), content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (OLE, "workbook_old"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "workbook_locked"),
        (zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet", content_xml="<x/>"), "workbook_ods"),
        (zipped(xl__workbook_bin=b"\x83\x01"), "workbook_binary"),
        (zipped(photo="x", letter="y"), "workbook_zip"),
        (b"PK\x03\x04 nothing of the kind", "workbook_broken"),
        (GOOD[: len(GOOD) // 2], "workbook_broken"),
        (GOOD[:-30], "workbook_broken"),
        (GOOD + bytes(50 * MEGABYTE), "import_too_big"),
        (with_part(GOOD, "xl/workbook.xml", "<workbook>"), "workbook_broken"),
        (with_part(GOOD, "xl/workbook.xml", "<nothing/>"), "import_empty"),
        (with_part(GOOD, "xl/sharedStrings.xml", LAUGHS), "workbook_broken"),
        (with_part(GOOD, "xl/sharedStrings.xml", LAUGHS.encode("utf-16")), "workbook_broken"),
        (with_part(GOOD, "xl/styles.xml", "<!DOCTYPE x SYSTEM 'file:///etc/passwd'><x/>"), "workbook_broken"),
        (with_part(GOOD, SHEET, "<worksheet><sheetData><row r='1'"), "workbook_broken"),
        (with_part(GOOD, SHEET, part(GOOD).replace('t="n"', 't="s"')), "workbook_broken"),
        (workbook(("Empty", [])), "import_empty"),
        (workbook(("Blank", [["  ", " "], ["\n"]])), "import_empty"),
        (with_part(GOOD, SHEET, part(GOOD).replace("/spreadsheetml/2006/main", "/strict")), "workbook_broken"),
        (workbook(("Wide", [["x"] * 1001])), "workbook_columns"),
    ],
)
def test_what_is_no_workbook_that_can_be_read_is_refused_in_a_sentence(data, key):
    assert refused(data) == key


@pytest.mark.parametrize("row", ["99999999999999999999", "0", "-1", "x", "1048577", "1"])
def test_a_row_where_no_sheet_has_one_is_refused_at_once(row):
    assert refused(with_part(GOOD, SHEET, part(GOOD).replace('r="2"', f'r="{row}"'))) == ("workbook_broken")


@pytest.mark.parametrize("cell", ["ZZZ1", "1", "A99999999", "A1:B2", "é1"])
def test_a_cell_where_no_sheet_has_one_is_refused(cell):
    assert refused(with_part(GOOD, SHEET, part(GOOD).replace('r="A2"', f'r="{cell}"'))) == ("workbook_broken")


@pytest.mark.parametrize("merged", ["", "A1:", "A0:A5", "A1:A5:A6", "=1"])
def test_merged_cells_that_are_nowhere_are_refused(merged):
    behind = f'</sheetData><mergeCells><mergeCell ref="{merged}"/></mergeCells>'
    assert refused(with_part(GOOD, SHEET, part(GOOD).replace("</sheetData>", behind))) == "workbook_broken"


def test_merged_cells_over_one_another_without_end_are_refused():
    book = workbook(("A", [[at] for at in range(600)]))
    behind = "</sheetData><mergeCells>" + '<mergeCell ref="A1:A600"/>' * 400 + "</mergeCells>"
    assert refused(with_part(book, SHEET, part(book).replace("</sheetData>", behind))) == "workbook_broken"


@pytest.mark.parametrize("size", ["A1:XFD1048576", "A1", "A1:A1"])
def test_what_a_sheet_says_of_its_own_size_is_not_believed(size):
    lying = part(GOOD).replace('ref="A1:B2"', f'ref="{size}"')
    assert lying != part(GOOD)
    assert sheet_text(with_part(GOOD, SHEET, lying)).text == sheet_text(GOOD).text


@pytest.mark.parametrize(
    ("name", "size"), [("xl/sharedStrings.xml", 60), ("xl/media/photo.png", 60), ("xl/worksheets/sheet9.xml", 270)]
)
def test_a_bomb_is_refused_before_it_is_unpacked(name, size):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD)) as old, packed(out) as new:
        for each in old.namelist():
            if each != name:
                new.writestr(each, old.read(each))
        with new.open(name, "w") as file:
            for _ in range(size):
                file.write(bytes(MEGABYTE))
    bomb = out.getvalue()
    tracemalloc.start()
    try:
        assert refused(bomb) == "workbook_unpacked"
        assert tracemalloc.get_traced_memory()[1] < 16 * MEGABYTE
    finally:
        tracemalloc.stop()


def test_more_rows_than_can_be_read_are_refused_without_being_kept(monkeypatch):
    monkeypatch.setattr(workbook_parts, "ROW_LIMIT", 3)
    assert sheet_text(workbook(("A", [["x"]] * 3))).text
    assert refused(workbook(("A", [["x"]] * 4))) == "import_rows"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_part_that_is_there_twice_is_refused():
    out = io.BytesIO(GOOD)
    with zipfile.ZipFile(out, "a") as file:
        file.writestr(SHEET, "<worksheet/>")
    assert refused(out.getvalue()) == "workbook_broken"


def test_macros_and_pictures_are_not_looked_at():
    with_macros = with_part(GOOD, "xl/vbaProject.bin", OLE, also={"xl/media/image1.png": b"\x89PNG not"}.items())
    assert sheet_text(with_macros).text == sheet_text(GOOD).text


@given(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=4))
def test_a_damaged_workbook_is_read_or_refused_and_nothing_else(at, damage):
    damaged = GOOD[:at] + damage + GOOD[at + len(damage) :]
    if damaged[:4] != GOOD[:4]:
        return
    with suppress(ImportRefused):
        assert sheet_text(damaged).name
