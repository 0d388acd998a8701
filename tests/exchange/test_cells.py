"""Records and cells: what spreadsheets write comes back, and a quotation mark that is left open is found."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.exchange.cells import COLUMN_LIMIT, LINE_END_WITHIN, records
from refusing import refused


def cells(text, delimiter=","):
    return [(record.line, *record.cells) for record in records(text, delimiter)]


def test_cells_are_what_stands_between_delimiters():
    assert cells("a,b\n,\nc,d") == [(1, "a", "b"), (2, "", ""), (3, "c", "d")]
    assert cells("a,b,") == [(1, "a", "b", "")]
    assert cells("a,b", "") == [(1, "a,b")]
    assert cells("") == []


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_counts_as_one_line(end):
    assert cells(f"a{end}{end}b{end}") == [(1, "a"), (2, ""), (3, "b")]


def test_a_quoted_cell_holds_delimiters_line_ends_and_marks():
    text = '"Mairie\r\nde, Valbourg",5\r\n"dite ""la Ville""",2\r\n'
    assert cells(text) == [(1, "Mairie\r\nde, Valbourg", "5"), (3, 'dite "la Ville"', "2")]
    assert cells('a, "b, c" ,d') == [(1, "a", "b, c", "d")]


def test_a_mark_that_does_not_begin_a_cell_is_literal():
    assert cells('6" pipe,dite "la Ville"') == [(1, '6" pipe', 'dite "la Ville"')]
    assert cells('"Les amis" du parc,b') == [(1, '"Les amis" du parc', "b")]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('a,b\nc,"d\ne,f\n', 2),
        ('a,b\n"c\nd",e\nf,"g\n', 4),
        ('a,b\n"c,d\n"e",f\n', 2),  # the mark that closes the cell was to open the next
        ('"a""', 1),
    ],
)
def test_a_mark_that_is_not_closed_is_refused_with_the_line_where_it_opened(text, line):
    assert refused(cells, text) == ("import_quote", {"line": line})


def test_a_row_of_too_many_cells_is_refused():
    assert len(cells("," * (COLUMN_LIMIT - 1))[0]) == COLUMN_LIMIT + 1
    assert refused(cells, "a\n" + "," * 5_000_000) == ("import_columns", {"line": 2, "limit": COLUMN_LIMIT})


@given(
    st.lists(
        st.lists(
            st.text(st.characters(exclude_categories=["Cs"], exclude_characters=LINE_END_WITHIN)),
            min_size=2,
            max_size=4,
        ),
        max_size=5,
    ),
    st.sampled_from(",;\t|"),
)
def test_what_the_csv_module_writes_comes_back(rows, delimiter):
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(rows)
    assert [record.cells for record in records(out.getvalue(), delimiter)] == [tuple(row) for row in rows]
