"""Workbooks hold text as text, numbers as numbers, days as days, and nothing else; read back by another library."""

import datetime
import io
import re
import zipfile
from datetime import date

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.content.words import Words
from facilitator.exchange.xlsx import CELL_LIMIT, SHEET_NAME_LIMIT, Sheet, sheet_names, xlsx_of

EN, FR = Words("en"), Words("fr")
HOSTILE = (
    *("=cmd|'/c calc'!A0", "+1", "-2+3", "@SUM(A1)", "\t=1", "'=1", " =1", '=HYPERLINK("http://x")'),
    *("http://example.org", "mailto:a@b.ca", "external:x", "internal:Sheet1!A1", "\\\\server\\share"),
    *("007", "1e5", "2027-01-14", "TRUE", "#N/A", "_x0041_", "{=1}", "<b>&amp;</b>", "]]>", "&P"),
    *("👩🏽‍💻 équipe", "مرحبا بالعالم", "שלום", "\u202egnp.exe", "ᐃᓄᒃ", "a\nb\n=c", "x" * 300),
)


def book_of(*sheets, title="Town", words=EN, private=False):
    data = xlsx_of(title, sheets, words, private=private)
    return openpyxl.load_workbook(io.BytesIO(data), rich_text=False)


def rows_of(page, first=1):
    return [[cell.value for cell in row] for row in page.iter_rows(min_row=first)]


def test_text_numbers_and_days_come_back_as_such():
    rows = [("Clerk", 3, date(2027, 1, 14), 2.5), ("", "", "", -0.25), ("Old", 0, date(1899, 12, 31), 10**15)]
    page = book_of(Sheet("Web", ("Name", "Rank", "By when", "Value"), rows))["Web"]
    assert rows_of(page) == [
        ["Name", "Rank", "By when", "Value"],
        ["Clerk", 3, datetime.datetime(2027, 1, 14), 2.5],
        [None, None, None, -0.25],
        ["Old", 0, "1899-12-31", 10**15],
    ]
    assert [cell.data_type for cell in page[2]] == ["s", "n", "d", "n"]


@pytest.mark.parametrize(("words", "code"), [(EN, "1009"), (FR, "C0C")])
def test_days_are_written_in_the_language(words, code):
    page = book_of(Sheet("Web", ("By when",), [(date(2027, 1, 14),)]), words=words)["Web"]
    assert page["A2"].number_format == f"[$-{code}]d mmmm yyyy"


def test_what_people_typed_is_never_run_nor_followed():
    data = xlsx_of("Town", [Sheet("Web", ("Words",), [(each,) for each in HOSTILE])], EN)
    page = openpyxl.load_workbook(io.BytesIO(data))["Web"]
    cells = [row[0] for row in page.iter_rows(min_row=2)]
    assert [cell.value for cell in cells] == list(HOSTILE)
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.hyperlink is None for cell in cells)
    runs = [cell.value for cell in cells if re.match(r"\s*[=+\-@']", cell.value)]
    assert len(runs) == 8
    assert all(cell.quotePrefix == (cell.value in runs) for cell in cells)  # not run when somebody edits it, either
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        names = parts.namelist()
        assert not any(b"<f>" in parts.read(name) or b'TargetMode="External"' in parts.read(name) for name in names)


def test_what_xml_cannot_hold_is_left_out_and_lines_are_lines():
    page = book_of(Sheet("Web", ("Words",), [("a\x00b\x08c\ud800d\uffffe\r\nf\rg",)]))["Web"]
    assert page["A2"].value == "abcde\nf\ng"
    assert page["A2"].alignment.wrap_text


@pytest.mark.parametrize("letter", ["x", "🙂"])
def test_a_text_longer_than_a_cell_is_cut_and_says_so(letter):
    fits, over = letter * (CELL_LIMIT // len(letter.encode("utf-16-le")) * 2), letter * CELL_LIMIT + "end"
    page = book_of(Sheet("Web", ("Words",), [(fits,), (over,)]))["Web"]
    assert page["A2"].value == fits
    assert page["A3"].value.endswith(
        "… [Cut here: a cell of a spreadsheet holds 32,767 characters, the whole text has 32,770.]"
    )
    assert CELL_LIMIT - 1 <= len(page["A3"].value.encode("utf-16-le")) // 2 <= CELL_LIMIT
    assert page["A3"].value.startswith(letter * 1000)


def test_each_sheet_is_a_table_with_a_fixed_header_a_filter_and_wide_enough_columns():
    rows = [("S1", "Town clerk of the whole region"), ("S2", "x " * 200)]
    page = book_of(Sheet("Web", ("Code", "name", "Name", ""), [(*row, "", "") for row in rows]))["Web"]
    table = next(iter(page.tables.values()))
    assert (table.ref, table.headerRowCount, table.autoFilter.ref) == ("A1:D3", 1, "A1:D3")
    assert [column.name for column in table.tableColumns] == ["Code", "name", "Name (2)", "–"]
    assert page.freeze_panes == "A2"
    assert page["A1"].font.bold
    widths = [page.column_dimensions[letter].width for letter in "AB"]
    assert 8 <= widths[0] <= 12
    assert widths[1] >= 60
    assert (page.print_title_rows, page.print_title_cols, page.page_setup.fitToHeight) == ("$1:$1", None, 0)


def test_a_wide_table_is_printed_side_by_side_and_each_page_says_whose_row_it_is():
    page = book_of(Sheet("Web", [f"c{number}" for number in range(13)], []))["Web"]
    assert (page.print_title_rows, page.print_title_cols) == ("$1:$1", "$A:$B")
    assert not page.sheet_properties.pageSetUpPr.fitToPage


def test_an_empty_table_keeps_its_heads():
    page = book_of(Sheet("Web", ("Code", "Name"), []))["Web"]
    assert rows_of(page)[0] == ["Code", "Name"]
    assert next(iter(page.tables.values())).ref == "A1:B2"


def test_names_of_sheets_are_legal_and_each_is_its_own():
    titles = [
        "a/b\\c?d*e[f]g:h",
        "History",
        "'quoted'",
        "",
        "Town",
        "town",
        "x" * 40,
        "x" * 41,
        "🙂" * 30,
        "Tab\tend\x07",
    ]
    names = sheet_names(titles)
    assert names[:6] == ["a b c d e f g h", "History (2)", "quoted", "–", "Town", "town (2)"]
    assert names[6:8] == ["x" * 31, "x" * 27 + " (2)"]
    assert names[8] == "🙂" * 15
    assert names[9] == "Tab end"
    assert book_of(*(Sheet(each, ("Code",), []) for each in titles)).sheetnames[1:] == names


def test_of_several_sheets_the_first_lists_them_with_their_whole_titles():
    long = "Iterate, refine and sustain what works"
    book = book_of(Sheet("Web", ("Code",), [("S1",), ("S2",)], "Board"), Sheet(long, ("Code",), [], "Other"))
    assert book.sheetnames == ["Contents", "Web", "Iterate, refine and sustain wha"]
    assert rows_of(book["Contents"]) == [
        ["Sheet", "Board", "Table", "Rows"],
        ["Web", "Board", "Web", 2],
        ["Iterate, refine and sustain wha", "Other", long, 0],
    ]


@pytest.mark.parametrize(("words", "mark"), [(EN, "PRIVATE"), (FR, "PRIVÉ")])
def test_a_private_workbook_says_so_on_every_sheet(words, mark):
    sheets = [Sheet("Web", ("Code",), [("S1",)]), Sheet("x" * 40, ("Code",), [])]
    book = book_of(*sheets, words=words, private=True)
    assert len(book.worksheets) == 3
    for page in book:
        assert page.title.startswith(f"{mark} ")
        assert len(page.title) <= SHEET_NAME_LIMIT
        assert page["A1"].value == words("handouts.private")
        assert mark in page.oddHeader.center.text
        assert page.freeze_panes == "A3"
        assert next(iter(page.tables.values())).ref.startswith("A2:")
    assert not any(mark in page.title for page in book_of(*sheets, words=words))


def test_properties_tell_title_and_language_and_nothing_of_who_and_when():
    data = xlsx_of("Town & <co>\x00", [Sheet("Web", ("Code",), [("S1",)])], FR)
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        core = parts.read("docProps/core.xml").decode()
        assert {info.date_time for info in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert "<dc:title>Town &amp; &lt;co&gt;</dc:title><dc:language>fr-CA</dc:language>" in core
    assert not any(tag in core for tag in ("creator", "created", "modified"))


def test_two_builds_are_the_same_bytes():
    sheets = [Sheet("Web", ("Code", "Day"), [("S1", date(2027, 1, 14))]), Sheet("Ties", ("From",), [])]
    assert xlsx_of("Town", sheets, EN) == xlsx_of("Town", sheets, EN)
    assert xlsx_of("Town", sheets, EN) != xlsx_of("Town", sheets, FR)


_HELD = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_texts = st.text(st.characters(), max_size=30)


@given(st.lists(st.tuples(_texts, _texts), max_size=5), _texts)
def test_any_text_comes_back_whole(rows, title):
    book = book_of(Sheet(title, ("Code", "Words"), rows), title=title)
    read = rows_of(book.worksheets[0], 2)
    expected = [[_HELD.sub("", cell).replace("\r\n", "\n").replace("\r", "\n") or None for cell in row] for row in rows]
    assert read == expected
    assert all(cell.data_type in "sn" for row in book.worksheets[0].iter_rows() for cell in row)
