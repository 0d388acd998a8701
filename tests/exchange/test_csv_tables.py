"""What a spreadsheet would run is guarded, and the guard can be taken away again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.exchange.csv_tables import csv_of, guarded, unguarded


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-2", "@SUM(A1)", " =1", "\u00a0=1", "\u202f=1", "\t=1", "\rA", "'=1"])
def test_a_cell_that_would_run_is_text(cell):
    assert guarded(cell) == "'" + cell
    assert guarded(f"Mairie\n{cell}") == f"Mairie\n'{cell}"


@pytest.mark.parametrize("cell", ["", "Mairie", "a=b", "l'été", "'Bob'", "’=1"])
def test_other_cells_stay_as_they_are(cell):
    assert guarded(cell) == unguarded(cell) == cell


@given(st.one_of(st.text(), st.text("'=+-@\t\r\n a")))
def test_the_guard_is_taken_away_and_nothing_else(cell):
    assert unguarded(guarded(cell)) == cell


def test_a_table_begins_with_the_mark_that_excel_needs():
    assert csv_of([("Title", ["Nom"], [["=1"]])]) == b"\xef\xbb\xbfNom\r\n'=1\r\n"
