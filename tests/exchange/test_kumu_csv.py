"""Kumu's tables both ways: what a table can hold comes back, also when a spreadsheet would run it."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.refusal import ImportRefused
from facilitator.exchange.graph import Connection, Element, Graph
from facilitator.exchange.kumu_csv import is_connections, is_elements, read, write_connections, write_elements
from graphs import ANY_TEXT, graphs
from refusing import reasons, refused

ELEMENTS = (
    "ID,Label,Type,Description,Tags,Power\r\n"
    "s-1,Mairie de Valbourg,Institution,Élu | référent,public | décideur,5\r\n"
    "s-2,Collectif des riverains,Community,,local,a|b\r\n"
)
CONNECTIONS = "ID,From,To,Type,Direction,Label,Strength\nc-1,s-1,s-2,Influence,Directed,consults,2\n"

# One cell holds several values parted by `|`; blanks around them, an empty cell and the case of a heading are lost.
PART = ANY_TEXT.map(lambda text: text.replace("|", "").strip()).filter(bool)
CELL = st.one_of(
    ANY_TEXT.filter(lambda text: text and "|" not in text), st.lists(PART, min_size=2, max_size=3).map(tuple)
)
RUNS = st.builds("{}{}{}".format, st.sampled_from(["", "'", "''", " ", "\n"]), st.sampled_from("=+-@\t\r'"), ANY_TEXT)
TEXT = st.one_of(ANY_TEXT, RUNS)
HEADING = st.sampled_from(["Power", "=SUM(A1)", "-2", "'=x", "Notes; more", "Rôle", "a\nb", "@home"])


def test_both_tables_make_a_graph():
    graph = read(ELEMENTS.encode(), CONNECTIONS.encode())
    assert graph.elements == (
        Element(
            "Mairie de Valbourg", "s-1", "Institution", "Élu | référent", ("public", "décideur"), (("Power", "5"),)
        ),
        Element("Collectif des riverains", "s-2", "Community", "", ("local",), (("Power", ("a", "b")),)),
    )
    assert graph.connections == (
        Connection("s-1", "s-2", "c-1", "Influence", "directed", "consults", (("Strength", "2"),)),
    )
    assert graph.rejected == ()


def test_connections_alone_keep_their_ends_as_they_are_written():
    graph = read(connections="From,To,Type\nMairie,Riverains|Métropole,Influence\n")
    assert graph.connections == (
        Connection("Mairie", "Riverains", type="Influence"),
        Connection("Mairie", "Métropole", type="Influence"),
    )
    assert graph.connections[1].place == 2


def test_an_id_belongs_to_one_connection_only():
    graph = read(connections="ID,From,To\nc-1,A,B|C\nc-2,A,B\n")
    assert [each.id for each in graph.connections] == ["", "", "c-2"]


def test_a_label_with_a_bar_is_one_end_where_it_is_known():
    graph = read("Label\nA|B\nC\n", "From,To\nC,A|B\n")
    assert [(each.from_, each.to) for each in graph.connections] == [("C", "A|B")]


def test_tables_saved_by_a_french_spreadsheet_are_read():
    graph = read("Label;Type;Poids\r\nMairie, élus;Institution;2,5\r\n".encode("cp1252"))
    assert graph.elements == (Element("Mairie, élus", type="Institution", fields=(("Poids", "2,5"),)),)


def test_a_list_of_labels_may_hold_commas():
    assert [each.label for each in read("Label\nTremblay, Josée\n\nRoy\n").elements] == ["Tremblay, Josée", "Roy"]


def test_bad_rows_are_rejected_by_line():
    elements = "Label,ID\nA,1\n,2\nB,1\nC\n"
    connections = "From,To,Direction\nA,B\nA,A,up\n,A,\nA,Nobody|1,\nA,|,\n"
    assert reasons(read(elements).rejected) == [(5, "row_cells"), (3, "row_no_label"), (4, "row_id_twice")]
    graph = read("Label,ID\nA,1\n", connections)
    assert reasons(graph.rejected) == [
        ("connections:2", "row_cells"),
        ("connections:3", "row_direction"),
        ("connections:4", "row_no_end"),
        ("connections:6", "row_no_end"),
        ("connections:5", "row_dangling"),
    ]
    assert [(each.from_, each.to) for each in graph.connections] == [("1", "1")]


def test_a_table_without_kumus_columns_is_refused():
    assert refused(read, "Nom,Type\nA,b") == ("import_no_column", {"column": "Label"})
    assert refused(read, None, "From,Type\nA,b") == ("import_no_column", {"column": "To"})
    assert refused(read, "Label,Power,power\nA,1,2")[0] == "import_header_twice"


def test_which_table_it_is_shows_in_its_headings():
    assert is_elements(ELEMENTS)
    assert not is_elements(CONNECTIONS)
    assert is_connections(CONNECTIONS)
    assert not is_connections(ELEMENTS)
    assert is_elements("\n label ;Type\nA;b")
    assert not is_elements("Nom,Type\nA,b")
    assert not is_elements('"Label')


def test_what_is_written_begins_as_kumu_asks():
    graph = Graph((Element("=A"), Element("B", fields=(("Power", -2), ("Known", True), ("Not", None)))))
    assert write_elements(graph).decode() == (
        "Label,Type,Description,Tags,Power,Known,Not\r\n'=A,,,,,,\r\nB,,,,-2,true,\r\n"
    )
    connection = Connection("=A", "B", direction="mutual")
    assert write_connections(Graph(graph.elements, (connection,))).decode() == (
        "From,To,Type,direction,Label\r\n'=A,B,,mutual,\r\n"
    )
    assert write_elements(Graph((Element("A", "s-1"),))).startswith(b"ID,Label,")


@given(graphs(text=TEXT, values=CELL, names=HEADING, tags=PART))
def test_what_was_written_is_read_again_without_loss(graph):
    again = read(write_elements(graph), write_connections(graph))
    assert again.rejected == ()
    assert [with_sorted_fields(each) for each in again.elements] == list(map(with_sorted_fields, graph.elements))
    assert [with_sorted_fields(each) for each in again.connections] == list(map(with_sorted_fields, graph.connections))


def with_sorted_fields(each):
    """Columns have one order for all rows."""
    return (*(getattr(each, name) for name in each.__slots__ if name not in ("fields", "place")), sorted(each.fields))


@pytest.mark.parametrize("side", ["elements", "connections"])
@given(st.one_of(st.binary(), st.text(), st.text('",;|\r\nab= Label From To')))
def test_whatever_comes_is_a_graph_or_refused(side, data):
    for start in ("", "Label,Tags\n", "ID;From;To;Direction\n"):
        both = start.encode() + data if isinstance(data, bytes) else start + data
        with suppress(ImportRefused):
            reasons(read(**{side: both}).rejected)
