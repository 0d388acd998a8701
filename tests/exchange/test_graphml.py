"""GraphML both ways, and the files that must not do any harm."""

import xml.etree.ElementTree as ElementTree
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.refusal import ImportRefused
from facilitator.exchange.graph import Connection, Element, Graph
from facilitator.exchange.graphml import write
from facilitator.exchange.graphml_in import TAG_LIMIT, read
from graphs import graphs
from refusing import reasons, refused

SPACE = "{http://graphml.graphdrawing.org/xmlns}"
HEAD = '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">'
TAIL = "</graph></graphml>"
KEYS = (
    '<key id="l" for="node" attr.name="label" attr.type="string"/>'
    '<key id="p" for="node" attr.name="power" attr.type="int"/>'
    '<key id="s" for="node" attr.name="share" attr.type="double"/>'
    '<key id="k" for="node" attr.name="known" attr.type="boolean"/>'
    '<key id="c" for="edge" attr.name="label" attr.type="string"/><key id="d" for="edge" attr.name="direction"/>'
)
XML_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=12)
LINES = st.builds("{}{}{}".format, XML_TEXT, st.sampled_from(["", "\n", "\t", "\r", "\r\n", "<&\"'>]]>"]), XML_TEXT)
VALUES = LINES.filter(bool) | st.integers(-(2**53) + 1, 2**53 - 1) | st.booleans()


def of_nodes(nodes, edges="", attributes='edgedefault="directed"'):
    return read(f"{HEAD}{KEYS}<graph {attributes}>{nodes}{edges}{TAIL}")


def test_nodes_and_edges_are_read_with_their_types():
    graph = of_nodes(
        '<node id="s-1"><data key="l">Mairie &amp; élus</data><data key="p"> 5 </data><data key="s">2.5</data>'
        '<data key="k">true</data></node>\n<node id="s-2"/>',
        '<edge id="c-1" source="s-1" target="s-2"><data key="c">consults</data></edge>'
        '<edge source="s-2" target="s-1" directed="false"/>'
        '<edge source="s-2" target="s-2"><data key="d">mutual</data></edge>',
    )
    assert graph.elements == (
        Element("Mairie & élus", "s-1", fields=(("power", 5), ("share", 2.5), ("known", True))),
        Element("s-2", "s-2"),
    )
    assert graph.connections == (
        Connection("s-1", "s-2", "c-1", direction="directed", label="consults"),
        Connection("s-2", "s-1", direction="undirected"),
        Connection("s-2", "s-2", direction="mutual"),
    )
    assert [each.place for each in graph.elements] == [1, 2]
    undirected = of_nodes('<node id="a"/>', '<edge source="a" target="a"/>', 'edgedefault="undirected"')
    assert undirected.connections[0].direction == "undirected"


def test_the_labels_of_yed_are_read_and_its_drawing_is_told():
    drawing = "<data key='g'><y:ShapeNode><y:Geometry x='1'/><y:NodeLabel>Mairie</y:NodeLabel></y:ShapeNode></data>"
    graph = of_nodes(f'<node id="n0">{drawing}<port name="p"/></node><hyperedge/>')
    assert graph.elements == (Element("Mairie", "n0"),)
    assert graph.ignored == ("g", "port", "hyperedge")


def test_bad_nodes_and_edges_are_rejected_by_line():
    graph = of_nodes(
        '<node/>\n<node id="a"><data key="p">much</data></node>\n<node id="b"><data key="p">1e999</data></node>\n'
        '<node id="c"/>\n<node id="c"/>\n',
        '<edge source="c"/>\n<edge source="c" target="x"/>\n<edge source="c" target="c"><data key="d">up</data></edge>',
    )
    assert reasons(graph.rejected) == [
        (1, "row_no_label"),
        (2, "row_number"),
        (3, "row_number"),
        (6, "row_no_end"),
        (8, "row_direction"),
        (5, "row_id_twice"),
        (7, "row_dangling"),
    ]
    assert [each.id for each in graph.elements] == ["c"]


def test_a_document_type_is_refused_before_anything_is_opened():
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>\n'
    assert refused(read, f"{bomb}{HEAD}<graph/></graphml>") == ("import_doctype", {"line": 1})
    outside = '<?xml version="1.0"?>\n<!DOCTYPE a SYSTEM "file:///etc/passwd">'
    assert refused(read, f"{outside}{HEAD}</graphml>") == ("import_doctype", {"line": 2})


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("<graphml>\n<graph></graphml>", ("import_xml", {"line": 2, "column": 10})),
        ("<graphml>", ("import_xml", {"line": 1, "column": 10})),
        ("<graphml>\x00</graphml>", ("import_xml", {"line": 1, "column": 10})),
        ("<graphml>\ud800</graphml>", ("import_xml", {"line": 1, "column": 10})),
        ("<graphml>&unknown;</graphml>", ("import_xml", {"line": 1, "column": 10})),
        ("<html/>", ("import_not_graphml", {})),
        ("Label,Type", ("import_xml", {"line": 1, "column": 1})),
        (HEAD + "<graph>" + "<a/>" * TAG_LIMIT, ("import_rows", {"limit": TAG_LIMIT})),
        (HEAD + "\n" + "<graph>" * 100_000, ("import_nested", {"line": 2, "column": 99 * 7 + 1})),
    ],
)
def test_what_is_no_graphml_is_refused_with_its_place(text, refusal):
    assert refused(read, text) == refusal


def test_what_xml_cannot_hold_is_marked_and_its_file_is_well_formed():
    nasty = "a\x00\x08\x1b\ud800\ufffe<b>&amp;]]>"
    graph = Graph((Element(nasty, nasty, fields=((nasty, nasty),)),), (Connection(nasty, nasty),))
    root = ElementTree.fromstring(write(graph))
    texts = [data.text for data in root.iter(f"{SPACE}data")]
    assert texts == ["a\ufffd\ufffd\ufffd\ufffd\ufffd<b>&amp;]]>"] * 3 + [None]
    assert {element.tag.removeprefix(SPACE) for element in root.iter()} == {
        *("graphml", "key", "graph", "node", "edge", "data")
    }


def test_numbers_are_declared_as_what_they_are():
    fields = (("n", 5), ("x", 2.5), ("b", False), ("t", ("a", "b")), ("none", None), ("mixed", "a"))
    root = ElementTree.fromstring(write(Graph((Element("A", fields=fields), Element("B", fields=(("mixed", 1),))))))
    types = {key.get("attr.name"): key.get("attr.type") for key in root.iter(f"{SPACE}key")}
    assert {name: types[name] for name, _ in fields} == {
        **{"n": "long", "x": "double", "b": "boolean"},
        **{"t": "string", "none": "string", "mixed": "string"},
    }


def test_an_end_that_is_no_element_is_an_error():
    with pytest.raises(KeyError):
        write(Graph((Element("A"),), (Connection("A", "B"),)))


@given(
    graphs(
        text=LINES, values=VALUES, names=XML_TEXT.filter(bool), tags=XML_TEXT.filter(lambda tag: tag and "|" not in tag)
    )
)
def test_what_was_written_is_read_again(graph):
    again = read(write(graph))
    assert again.rejected == ()
    shape = [(each.label, each.id, each.type, each.description, each.tags) for each in graph.elements]
    assert [(each.label, each.id, each.type, each.description, each.tags) for each in again.elements] == shape
    ties = [(each.from_, each.to, each.type, each.label) for each in graph.connections]
    assert [(each.from_, each.to, each.type, each.label) for each in again.connections] == ties
    directions = [each.direction or "directed" for each in graph.connections]
    assert [each.direction for each in again.connections] == directions
    for before, after in zip(graph.elements, again.elements, strict=True):
        assert [(name, as_text(value)) for name, value in after.fields] == [
            (name, as_text(value)) for name, value in before.fields
        ]


def as_text(value):
    """A field that is a number for one and a text for another is text for both."""
    return str(value).lower() if isinstance(value, bool) else str(value)


@given(st.one_of(st.binary(), st.text(), st.text('<>/&;"= graphmlnodegt')))
def test_whatever_comes_is_a_graph_or_refused(data):
    for start in ("", HEAD + KEYS + "<graph><node id='a'>"):
        with suppress(ImportRefused):
            reasons(read(start.encode() + data if isinstance(data, bytes) else start + data).rejected)
