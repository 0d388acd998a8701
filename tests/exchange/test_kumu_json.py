"""Kumu JSON both ways: nothing is lost that both can hold, and every bad row or file has its place and its sentence."""

import json
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.refusal import ImportRefused
from facilitator.exchange.graph import Connection, Element, Graph
from facilitator.exchange.kumu_json import LARGEST, OBJECT_LIMIT, read, write
from facilitator.exchange.reading import ROW_LIMIT
from graphs import ANY_TEXT, graphs
from refusing import reasons, refused

VALUES = st.one_of(
    ANY_TEXT,
    st.integers(-LARGEST, LARGEST),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.none(),
    st.lists(ANY_TEXT, max_size=3).map(tuple),
)


def file(**parts):
    return json.dumps(parts).encode()


def of_elements(*elements, **parts):
    return read(file(elements=elements, **parts))


def test_a_blueprint_is_read_with_its_types():
    graph = read(
        """{"elements": [
            {"id": "s-1", "label": "Mairie de Valbourg", "type": "Institution", "description": "Élu référent",
             "tags": ["public", "décideur"], "Power": 5, "Share": 0.5, "Known": true, "Since": null, "In": ["a", "b"]},
            {"id": "s-2", "label": "Collectif des riverains"}],
           "connections": [{"id": "c-1", "from": "s-1", "to": "s-2", "type": "Influence", "direction": "directed",
             "label": "consults", "Strength": 2}]}""".encode()
    )
    fields = (("Power", 5), ("Share", 0.5), ("Known", True), ("Since", None), ("In", ("a", "b")))
    tags = ("public", "décideur")
    assert graph == Graph(
        (
            Element("Mairie de Valbourg", "s-1", "Institution", "Élu référent", tags, fields),
            Element("Collectif des riverains", "s-2"),
        ),
        (Connection("s-1", "s-2", "c-1", "Influence", "directed", "consults", (("Strength", 2),)),),
    )
    assert [each.place for each in (*graph.elements, *graph.connections)] == [
        "elements[0]",
        "elements[1]",
        "connections[0]",
    ]


def test_ends_may_be_labels():
    graph = of_elements({"label": "A"}, {"id": 7, "label": "B"}, connections=[{"from": "A ", "to": "B"}])
    assert graph.connections == (Connection("A", "7"),)


def test_an_export_of_kumu_is_read_and_what_has_no_place_is_told():
    graph = read(
        file(
            elements=[
                {"_id": "elem-1", "attributes": {"label": "Mairie", "element type": "Institution", "Power": 5}},
                {"_id": "elem-2", "attributes": {"label": "Riverains", "tags": ["local"]}, "position": {"x": 1}},
            ],
            connections=[
                {
                    "_id": "conn-1",
                    "from": "elem-1",
                    "to": "elem-2",
                    "direction": "mutual",
                    "delayed": False,
                    "attributes": {"connection type": "Influence"},
                }
            ],
            maps=[],
            views=[{"name": "x" * 1000}],
        )
    )
    assert graph.elements == (
        Element("Mairie", "elem-1", "Institution", fields=(("Power", 5),)),
        Element("Riverains", "elem-2", tags=("local",)),
    )
    assert graph.connections == (Connection("elem-1", "elem-2", "conn-1", "Influence", "mutual"),)
    assert graph.rejected == ()
    assert graph.ignored == ("maps", "views", "elements[].position", "connections[].delayed")


def test_a_field_that_no_graph_holds_is_told_and_its_element_kept():
    graph = of_elements({"label": "A", "Where": {"x": 1}}, {"label": "B", "Where": [1, 2], "Power": 1})
    assert [element.label for element in graph.elements] == ["A", "B"]
    assert graph.elements[1].fields == (("Power", 1),)
    assert graph.ignored == ("elements[].Where",)


@pytest.mark.parametrize(
    ("element", "place", "key"),
    [
        ("Mairie", "elements[1]", "row_not_object"),
        ({}, "elements[1].label", "row_no_label"),
        ({"label": " "}, "elements[1].label", "row_no_label"),
        ({"label": 5}, "elements[1].label", "row_type"),
        ({"label": {"a": 1}}, "elements[1].label", "row_type"),
        ({"label": "A", "type": []}, "elements[1].type", "row_type"),
        ({"label": "A", "description": True}, "elements[1].description", "row_type"),
        ({"label": "A", "id": 1.5}, "elements[1].id", "row_type"),
        ({"label": "A", "tags": "public"}, "elements[1].tags", "row_tags"),
        ({"label": "A", "tags": [1]}, "elements[1].tags", "row_tags"),
        ({"label": "A\ud800"}, "elements[1].label", "row_control"),
        ({"label": "A", "tags": ["\x00"]}, "elements[1].tags", "row_control"),
        ({"label": "A", "N\udfff": 1}, "elements[1].N\ufffd", "row_control"),
        ({"label": "A", "Power": LARGEST + 1}, "elements[1].Power", "row_number"),
        ({"label": "A", "Power": float("nan")}, "elements[1].Power", "row_number"),
        ({"label": "A", "Power": float("-inf")}, "elements[1].Power", "row_number"),
        ({"label": "A", "id": "s-0"}, "elements[1].id", "row_id_twice"),
    ],
)
def test_a_bad_element_is_rejected_with_its_place_and_the_rest_is_taken(element, place, key):
    graph = of_elements({"label": "First", "id": "s-0"}, element, {"label": "Last"})
    assert reasons(graph.rejected) == [(place, key)]
    assert [each.label for each in graph.elements] == ["First", "Last"]


@pytest.mark.parametrize(
    ("connection", "place", "key"),
    [
        (None, "connections[1]", "row_not_object"),
        ({"to": "A"}, "connections[1].from", "row_no_end"),
        ({"from": "A", "to": ""}, "connections[1].to", "row_no_end"),
        ({"from": "A", "to": ["A"]}, "connections[1].to", "row_type"),
        ({"from": "A", "to": "Nobody"}, "connections[1].to", "row_dangling"),
        ({"from": "Twin", "to": "A"}, "connections[1].from", "row_ambiguous"),
        ({"from": "A", "to": "A", "direction": "sideways"}, "connections[1].direction", "row_direction"),
        ({"from": "A", "to": "A", "label": 1}, "connections[1].label", "row_type"),
        ({"from": "A", "to": "A", "id": "c-0"}, "connections[1].id", "row_id_twice"),
    ],
)
def test_a_bad_connection_is_rejected_with_its_place_and_the_rest_is_taken(connection, place, key):
    good = {"from": "A", "to": "t-1", "id": "c-0"}
    labels = [{"label": "A"}, {"label": "Twin", "id": "t-1"}, {"label": "Twin", "id": "t-2"}]
    graph = of_elements(*labels, connections=[good, connection, {"from": "A", "to": "A"}])
    assert reasons(graph.rejected) == [(place, key)]
    assert [(each.from_, each.to) for each in graph.connections] == [("A", "t-1"), ("A", "A")]


def test_elements_of_one_label_are_taken_as_long_as_nothing_names_them_by_it():
    graph = of_elements({"label": "Twin"}, {"label": "Twin"})
    assert len(graph.elements) == 2
    assert graph.rejected == ()


@pytest.mark.parametrize(
    ("number", "taken"), [("1e999", False), ("9" * 5000, False), ("-1e-999", True), ("NaN", False), ("1e3", True)]
)
def test_numbers_that_cannot_be_kept_are_rejected_by_place(number, taken):
    graph = read(f'{{"elements": [{{"label": "A", "Power": {number}}}]}}')
    assert reasons(graph.rejected) == ([] if taken else [("elements[0].Power", "row_number")])


def test_a_key_that_stands_twice_is_told():
    graph = read('{"elements": [{"label": "A", "label": "B"}, {"_id": "1", "attributes": {"x": 1, "x": 2}}]}')
    assert reasons(graph.rejected) == [("elements[0].label", "row_key_twice"), ("elements[1].x", "row_key_twice")]
    assert refused(read, '{"elements": [], "maps": 1, "elements": []}') == ("import_twice", {"place": "elements"})


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ('{"elements": [\n  {"label": }]}', ("import_json", {"line": 2, "column": 13})),
        ('{"elements": [', ("import_json", {"line": 1, "column": 15})),
        ('{"elements": []} x', ("import_json", {"line": 1, "column": 18})),
        ("[]", ("import_not_kumu", {})),
        ("null", ("import_not_kumu", {})),
        ('{"maps": []}', ("import_not_kumu", {})),
        ('{"elements": {"label": "A"}}', ("import_not_list", {"place": "elements"})),
        ('{"elements": [], "connections": "none"}', ("import_not_list", {"place": "connections"})),
    ],
)
def test_a_file_that_is_no_blueprint_is_refused_with_its_place(text, refusal):
    assert refused(read, text) == refusal


def test_more_than_anybody_draws_is_refused():
    text = '{"elements": [' + ",".join(['{"label":"A"}'] * (ROW_LIMIT + 1)) + "]}"
    assert refused(read, text) == ("import_rows", {"limit": ROW_LIMIT})
    text = '{"elements": [], "maps": [' + "{}," * OBJECT_LIMIT + "{}]}"
    assert refused(read, text) == ("import_rows", {"limit": OBJECT_LIMIT})


@pytest.mark.parametrize("opening", ["[", '{"a":', '[{"b": "[[[\\"", "c":'])
def test_a_file_that_is_nested_too_deeply_is_refused_with_its_place(opening):
    text = '{"elements": [],\n "deep": ' + opening * 100_000
    key, values = refused(read, text)
    assert (key, values["line"]) == ("import_nested", 2)
    assert 10 < values["column"] < 500


def test_every_encoding_of_json_is_read_and_no_other():
    text = '{"elements": [{"label": "Élue"}]}'
    for data in (text.encode(), b"\xef\xbb\xbf" + text.encode(), text.encode("utf-16"), text.encode("utf-16-be")):
        assert read(data).elements[0].label == "Élue"
    assert refused(read, text.encode("cp1252")) == ("import_encoding", {"line": 1})


def test_what_is_written_is_plain_utf8():
    data = write(Graph((Element("Élue"),)))
    assert data.decode() == '{\n  "elements": [\n    {\n      "label": "Élue"\n    }\n  ],\n  "connections": []\n}\n'


@settings(max_examples=200)
@given(graphs(values=VALUES))
def test_what_was_written_is_read_again_without_loss(graph):
    again = read(write(graph))
    assert again == graph
    assert repr(again.elements) == repr(read(write(again)).elements)
    kinds = [[type(value) for _, value in each.fields] for each in (*graph.elements, *graph.connections)]
    assert [[type(value) for _, value in each.fields] for each in (*again.elements, *again.connections)] == kinds


KEYS = st.sampled_from(["id", "_id", "label", "type", "tags", "from", "to", "direction", "attributes", "x"])
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=10,
)


@given(st.one_of(st.binary(), st.text(), st.text('{}[]":,\\u0dE9 elmnts')))
def test_whatever_comes_is_a_graph_or_refused(data):
    with suppress(ImportRefused):
        reasons(read(data).rejected)


@given(st.lists(JSON), st.lists(JSON))
def test_whatever_stands_in_the_lists_is_taken_or_rejected(elements, connections):
    graph = read(file(elements=elements, connections=connections))
    reasons(graph.rejected)
    bad = {str(row.place).partition("]")[0] for row in graph.rejected}
    assert len(graph.elements) + len(graph.connections) + len(bad) == len(elements) + len(connections)
