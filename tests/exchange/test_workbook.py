"""Sheets of workbooks are read as people see them, and what we wrote comes back as it was."""

import datetime
import io

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange.workbooks import part, saved, with_part, workbook
from facilitator.boards.incoming import own_sheets
from facilitator.content.words import Words
from facilitator.domain.refusal import ImportRefused
from facilitator.exchange.attendance.reading import read_attendance
from facilitator.exchange.tables_in import read_table
from facilitator.exchange.workbook import as_text, sheet_text
from facilitator.exchange.xlsx import Sheet, xlsx_of

EN = Words("en")
DAY = datetime.datetime(2026, 11, 3)
LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn"))
WORDS = st.text(LETTERS, max_size=40)


def cells_of(data, sheet=""):
    table = read_table(sheet_text(data, sheet).text, has_header=False)
    return [list(row.cells) for row in table.rows]


@pytest.mark.parametrize(
    ("value", "number_format", "seen"),
    [
        (3.0, "General", "3"),
        (3, "0.00", "3"),
        (0.1 + 0.2, "General", "0.3"),
        (-2.5, "General", "-2.5"),
        (1e-7, "General", "0.0000001"),
        (1e20, "General", "100000000000000000000"),
        (0.45, "0%", "45%"),
        (0.07 * 3, "0.0%", "21%"),
        (7, '0" %"', "7"),
        (DAY, "yyyy-mm-dd", "2026-11-03"),
        (DAY, "yyyy-mm-dd hh:mm", "2026-11-03 00:00"),
        (DAY.replace(hour=9, minute=30), "yyyy-mm-dd hh:mm", "2026-11-03 09:30"),
        (DAY.replace(hour=9, minute=30, second=5), "dd/mm/yy", "2026-11-03 09:30:05"),
        (datetime.time(9, 30), "h:mm", "09:30"),
        (datetime.timedelta(hours=26, minutes=5), "[h]:mm:ss", "26:05:00"),
        (True, "General", "TRUE"),
        ("007", "General", "007"),
        ("  two  ", "General", "  two  "),
        ("=1+1", "@", "=1+1"),
        ("a\nb", "General", "a\nb"),
        ("#N/A", "General", "#N/A"),
    ],
)
def test_a_cell_is_read_as_people_see_it(value, number_format, seen):
    book = openpyxl.Workbook()
    book.active.append(["a", "b"])
    cell = book.active["B2"]
    cell.value = value
    if value == "=1+1":
        cell.data_type = "s"
    if number_format != "General":
        cell.number_format = number_format
    book.active["A2"] = "x"
    assert cells_of(saved(book))[1] == ["x", seen]


def test_a_formula_counts_by_its_result_and_without_one_its_cell_is_named():
    plain = workbook(("Sums", [["a", "b"], ["x", 5]]))
    inside = part(plain)
    told = inside.replace("<v>5</v>", "<f>2+3</f><v>5</v>")
    assert told != inside
    assert cells_of(with_part(plain, "xl/worksheets/sheet1.xml", told))[1] == ["x", "5"]
    with pytest.raises(ImportRefused) as refusal:
        sheet_text(workbook(("Sums", [["a", "b"], ["x", "=2+3"]])))
    assert (refusal.value.key, dict(refusal.value.values)) == ("workbook_formula", {"cell": "B2", "sheet": "Sums"})


def test_lines_are_rows_of_the_sheet_whatever_stands_in_cells():
    data = workbook(("A", [[], ["Name", "Note"], ["Clerk", "a\nb\r\nc"], [], ["Library", "d"]]))
    table = read_table(data)
    assert [(row.line, row.cells) for row in table.rows] == [(3, ("Clerk", "a\nb\nc")), (5, ("Library", "d"))]


def test_empty_columns_on_the_left_a_title_and_what_is_formatted_below_are_no_part_of_the_table():
    book = openpyxl.Workbook()
    page = book.active
    page["C2"] = "Who takes part"
    for column, head in zip("CDE", ("Name", "Role", "Since"), strict=True):
        page[f"{column}4"] = head
        page[f"{column}5"] = head.lower()
    page["Z900"].number_format = "0%"
    table = read_table(saved(book))
    assert table.columns == ("Name", "Role", "Since")
    assert [row.cells for row in table.rows] == [("name", "role", "since")]


def test_a_million_empty_rows_below_cost_no_memory():
    data = workbook(("A", [["Name", "Note"], ["Clerk", "x"]]))
    rows = "".join(f'<row r="{at}" ht="15"/>' for at in range(3, 60_000)) + '<row r="1048576" ht="15"/>'
    assert cells_of(
        with_part(data, "xl/worksheets/sheet1.xml", part(data).replace("</sheetData>", rows + "</sheetData>"))
    ) == [
        ["Name", "Note"],
        ["Clerk", "x"],
    ]


def test_the_first_sheet_with_cells_is_read_and_told_beside_those_that_are_not():
    data = workbook(("Cover", []), ("Old (ignore)", [["n"]]), ("Parties", [["Name"], ["Clerk"]]), ("More", [["x"]]))
    found = sheet_text(data)
    assert (found.name, found.text) == ("Parties", '"Name"\n"Clerk"\n')
    assert found.told(EN) == ["Read from the sheet “Parties”; not read: “Cover”, “Old (ignore)” and “More”."]
    assert sheet_text(data, "more").text == '"x"\n'
    with pytest.raises(ImportRefused) as refusal:
        sheet_text(data, "Els")
    assert dict(refusal.value.values) == {"name": "Els", "known": "Cover, Old (ignore), Parties, More"}


def test_what_is_hidden_is_not_read_unless_asked_for_and_hidden_rows_are_counted():
    data = workbook(("Salaries", [["secret"]], "hidden"), ("Deep", [["secret"]], "veryHidden"), ("A", [["a"], ["b"]]))
    found = sheet_text(data)
    assert (found.name, found.sheets, found.hidden) == ("A", ("A",), ("Salaries", "Deep"))
    assert found.told(EN)[1:] == ["2 hidden sheets were not read."]
    assert "secret" not in found.text
    asked = sheet_text(data, "salaries")
    assert (asked.name, asked.text, asked.hidden) == ("Salaries", '"secret"\n', ("Deep",))
    book = openpyxl.load_workbook(io.BytesIO(data))
    book["A"].row_dimensions[2].hidden = True
    found = sheet_text(saved(book))
    assert (found.text, found.hidden_rows) == ('"a"\n"b"\n', 1)
    assert found.told(EN)[2:] == ["1 hidden row of the sheet is among what was read."]


def test_what_merged_cells_say_is_said_in_each_row_that_they_reach_but_not_across():
    book = openpyxl.Workbook()
    rows = (["Who"], ["Sector", "Name"], ["Internal", "Clerk"], [None, "Library"], [], ["Private", "Shops"])
    for row in rows:
        book.active.append(row)
    for merged in ("A1:B1", "A3:A5", "A6:A60"):
        book.active.merge_cells(merged)
    assert cells_of(saved(book)) == [
        ["Sector", "Name"],
        ["Internal", "Clerk"],
        ["Internal", "Library"],
        ["Private", "Shops"],
    ]


@pytest.mark.parametrize("private", [False, True])
def test_all_tables_of_a_board_come_back_from_a_workbook_of_ours_as_they_were(private):
    people = [("=1+1", "'=quoted"), ("'", "@SUM\n+1"), ("Clerk", "")]
    sheets = [
        Sheet("Parties", ("Name", "Note"), people, "Web"),
        Sheet("Ties", ("From", "To", "Kind"), [("a", "b", "-c")], "Web"),
        Sheet("Parties", ("Name", "Note"), [("Other", "board")], "Second web"),
    ]
    data = xlsx_of("Town", sheets, EN, private=private)
    found = own_sheets(sheet_text(data).text)
    assert [(each.title, each.columns) for each in found.sheets] == [
        ("Parties", ("Name", "Note")),
        ("Ties", ("From", "To", "Kind")),
    ]
    assert [row.cells for row in found.sheets[0].rows] == people
    assert [row.cells for row in found.sheets[1].rows] == [("a", "b", "-c")]
    last = sheet_text(data).sheets[-1]
    assert cells_of(data, last)[-1] == ["Other", "board"]


def test_a_sheet_of_names_is_read_as_a_list_of_people():
    data = workbook(("People", [["Roux, Camille"], ["Idris Benali (he/him)"]]))
    assert [each.name for each in read_attendance(data).people] == ["Camille Roux", "Idris Benali"]
    assert as_text(b"Roux, Camille") == b"Roux, Camille"


def test_how_a_sheet_begins_is_enough_to_tell_what_it_is():
    book = openpyxl.Workbook()
    for at in range(500):
        book.active.append(["Name", at])
    book.active.merge_cells("A300:A310")
    assert as_text(saved(book)).count("\n") == 200
    assert sheet_text(saved(book)).text.count("\n") == 500


@given(st.lists(st.tuples(WORDS, WORDS, st.integers(-(10**9), 10**9)), min_size=1, max_size=8))
def test_any_text_and_number_that_we_write_comes_back(rows):
    data = xlsx_of("Town", [Sheet("Web", ("Name", "Note", "Rank"), rows)], EN)
    found = cells_of(data)
    assert found[0] == ["Name", "Note", "Rank"]
    assert found[1:] == [[name, note, str(rank)] for name, note, rank in rows]


@given(st.floats(allow_nan=False, allow_infinity=False, width=32).map(lambda value: float(format(value, ".15g"))))
def test_a_number_is_written_in_full_and_stays_what_it_is(value):
    text = cells_of(workbook(("A", [["n", "x"], [value, "y"]])))[1][0]
    assert float(text) == value
    assert "e" not in text
