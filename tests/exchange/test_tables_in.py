"""Tables from every spreadsheet: guesses that hold for real files, a line number for every row left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calls_counted import calls_of
from facilitator.domain.refusal import ImportRefused
from facilitator.exchange.reading import ROW_LIMIT
from facilitator.exchange.tables_in import CELL_LIMIT, read_table
from refusing import reasons, refused

TEAMS = "\r\n".join(
    [
        "1. Summary",
        "Meeting title\tAtelier mobilité",
        "Attended participants\t2",
        "",
        "2. Participants",
        "Name\tFirst Join\tEmail",
        "Camille Roux\t11/22/26, 9:00:11 AM\tcamille@example.org",
        "Idris Benali\t11/22/26, 9:02:00 AM\tidris@example.org",
        "",
        "3. In-Meeting Activities",
        "",
    ]
)


def rows(table):
    return [(row.line, *row.cells) for row in table.rows]


def test_a_french_spreadsheet_is_read_as_it_was_written():
    table = read_table(
        "Nom;Type;Pouvoir\r\nMétropole;Institution;5\r\nŒuvre – Été;Association;2,5\r\n".encode("cp1252")
    )
    assert (table.delimiter, table.encoding, table.has_header) == (";", "cp1252", True)
    assert table.columns == ("Nom", "Type", "Pouvoir")
    assert rows(table) == [(2, "Métropole", "Institution", "5"), (3, "Œuvre – Été", "Association", "2,5")]
    assert table.rejected == ()


def test_cells_copied_from_a_spreadsheet_keep_their_lines():
    table = read_table('Nom\tPouvoir\tIntérêt\r\n"Mairie\nde Valbourg"\t5\t4\r\nRiverains\t2\t5\r\n')
    assert (table.delimiter, table.encoding) == ("\t", "")
    assert rows(table) == [(2, "Mairie\nde Valbourg", "5", "4"), (4, "Riverains", "2", "5")]


def test_a_list_of_attendance_in_utf16_has_its_table_found_below_its_title():
    table = read_table(b"\xff\xfe" + TEAMS.encode("utf-16-le"))
    assert table.columns == ("Name", "First Join", "Email")
    assert [row.cells[0] for row in table.rows] == ["Camille Roux", "Idris Benali"]
    assert reasons(table.rejected) == [(line, "row_above_header") for line in (1, 2, 3, 5)] + [(10, "row_cells")]


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a,b\nc,d", ","),
        ("Name,Parts\nA,x|y\nB,z", ","),
        ("Nom;Poids\nA;2,5\nB;3,5", ";"),
        ("Nom|Type\nA|b, c", "|"),
        ('Name,Note\n"A; B",c; d\nE,f; g', ","),
        ("Town clerk\nParks, recreation\nMayor", ""),
        ("Parks, recreation\nMayor\nClerk", ""),
        ("Label\na;b\nc;d", ""),
    ],
)
def test_the_delimiter_is_the_one_that_parts_the_first_line_as_it_parts_most(text, delimiter):
    assert read_table(text).delimiter == delimiter


def test_a_guess_can_be_overruled():
    table = read_table("Parks, recreation\nRoads, sewers", delimiter="", has_header=False)
    assert rows(table) == [(1, "Parks, recreation"), (2, "Roads, sewers")]
    assert read_table("Mayor\nClerk", has_header=True).columns == ("Mayor",)


@pytest.mark.parametrize(
    ("text", "has_header"),
    [
        ("Label\nMayor", True),
        ("Nom;Commentaire\nMairie;Élue", True),
        ("Who,How much\nMayor,4", True),
        ("Mayor\nClerk", False),
        ("Mayor,internal\nClerk,internal", False),
        ("Mayor,4\nClerk,3", False),
        ("Mayor,m@example.org\nClerk,c@example.org", False),
        ("Mayor,\nClerk,x", False),
    ],
)
def test_headings_are_told_from_data(text, has_header):
    table = read_table(text)
    assert table.has_header is has_header
    if not has_header:
        assert table.columns == ("A", "B")[: len(table.columns)]
        assert table.rows[0].line == 1


def test_rows_of_other_widths_are_rejected_by_line_and_the_rest_is_taken():
    table = read_table("Nom;Type;Rôle\nA;x;1\nB,y,2\nC;z;3;4\n\nD;w;5;;\n")
    assert rows(table) == [(2, "A", "x", "1"), (6, "D", "w", "5")]
    assert reasons(table.rejected) == [(3, "row_cells"), (4, "row_cells")]
    assert table.rejected[0].values == {"count": 1, "columns": 3}


def test_a_cell_of_200_kb_is_rejected_with_its_line_and_column():
    table = read_table(f"Name,Note\nA,{'x' * 200_000}\nB,{'x' * CELL_LIMIT}\n")
    assert [row.line for row in table.rows] == [3]
    assert reasons(table.rejected) == [(2, "row_cell_long")]
    assert table.rejected[0].values == {"column": 2, "found": 200_000, "limit": CELL_LIMIT}


def test_what_no_file_can_hold_is_rejected_with_its_place():
    table = read_table("Name,Note\nA,b\x00c\nB\ud800,c\nC,d")
    assert [row.line for row in table.rows] == [4]
    assert [(row.place, *row.values.values()) for row in table.rejected] == [(2, 2, "U+0000"), (3, 1, "U+D800")]


@pytest.mark.parametrize("formula", ["=1+1", "+1 819 555-0100", "-2", "@SUM(A1)", "=cmd|' /C calc'!A0"])
def test_formulas_are_text(formula):
    assert read_table(f"Name;Note\nA;{formula}").rows[0].cells == ("A", formula)


def test_an_unclosed_quotation_mark_is_refused_with_the_line_where_it_opened():
    text = "Name,Note\n" + "A,b\n" * 500 + 'C,"d\n' + "E,f\n" * 500
    assert refused(read_table, text) == ("import_quote", {"line": 502})


def test_two_columns_of_one_name_are_refused_with_both():
    values = {"name": "nom", "first": 1, "second": 3}
    assert refused(read_table, "Nom,Type, nom \nA,b,c") == ("import_header_twice", values)


def test_a_heading_that_cannot_be_used_is_refused_with_its_column():
    assert refused(read_table, "Name,No\x00te\nA,b") == ("import_header", {"line": 1, "column": 2})


def test_columns_without_a_heading_are_called_by_their_letter():
    table = read_table("Name,,c,\nA,b,x,\nB,d,y,\n", has_header=True)
    assert table.columns == ("Name", "B", "c")
    assert rows(table) == [(2, "A", "b", "x"), (3, "B", "d", "y")]
    assert read_table("Name,,B\nA,b,c", has_header=True).columns == ("Name", "B'", "B")
    assert read_table(",".join(["7"] * 28)).columns[25:] == ("Z", "AA", "AB")


def test_headings_alone_are_a_table_without_rows():
    table = read_table("Label,Type\r\n")
    assert (table.columns, table.rows, table.rejected) == (("Label", "Type"), (), ())


def test_a_million_rows_are_refused_with_no_more_work_than_one_too_many():
    def refuse(rows):
        assert refused(read_table, "Name,Note\n" + "A,b\n" * rows) == ("import_rows", {"limit": ROW_LIMIT})

    assert calls_of(lambda: refuse(1_000_000)) < 1.1 * calls_of(lambda: refuse(ROW_LIMIT + 1))


@pytest.mark.slow
def test_empty_rows_are_passed_over_but_not_without_end():
    assert len(read_table("Name,Note\nA,b\n" + ",\n" * 100_000).rows) == 1
    assert refused(read_table, "Name,Note\nA,b\n" + "\n" * 1_100_000) == ("import_rows", {"limit": ROW_LIMIT})


@given(st.one_of(st.binary(), st.text(), st.text('",;\t|\r\nab= ')), st.sampled_from([None, "", ",", "\t"]))
def test_whatever_comes_is_a_table_or_refused(data, delimiter):
    for has_header in (None, True, False):
        try:
            table = read_table(data, delimiter=delimiter, has_header=has_header)
        except ImportRefused:
            continue
        assert all(len(row.cells) == len(table.columns) for row in table.rows)
        assert len(set(table.columns)) == len(table.columns)
        reasons(table.rejected)


@given(st.lists(st.text("ab \n\r\t;,|\"'=é", min_size=1).filter(str.strip), min_size=1))
def test_every_line_of_a_list_is_taken_or_told(names):
    text = "Label\n" + "\n".join('"' + name.replace('"', '""') + '"' for name in names)
    table = read_table(text, delimiter="", has_header=True)
    assert [row.cells[0] for row in table.rows] == names
