"""DOT: whatever people type is one quoted string that dot shows as it was typed."""

import html
import re
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.exchange.dot import write
from facilitator.exchange.graph import Connection, Element, Graph
from graphs import graphs

NASTY = [
    'dite "la Ville"',
    "back\\slash",
    "ends in \\",
    'ends in \\"',
    "\\N \\G \\L \\n",
    "<b>bold</b>",
    "R&D &amp; &lt; &#65; &x",
    "two\nlines",
    "}; graph [",
    "ᐃᓄᐃᑦ é 🙂",
]
STRING = r'"(?:[^"\\]|\\.)*"'
ATTRIBUTE = rf"(?:[a-z]+|{STRING})={STRING}"
STATEMENT = re.compile(rf"  n\d+(?: -> n\d+)? \[(?:{ATTRIBUTE}(?:, {ATTRIBUTE})*)?\];")


def statements(graph):
    first, *middle, last, end = write(graph).decode().split("\n")
    assert (first, last, end) == ("digraph {", "}", "")
    return middle


def labels(graph):
    """The labels as dot reads them: first the string, then the escapes in it, then the entities."""
    found = [re.search(rf"label=({STRING})", line)[1][1:-1] for line in statements(graph)]
    unescaped = [re.sub(r"\\(.)", lambda escape: {"n": "\n"}.get(escape[1], escape[1]), label) for label in found]
    return [re.sub(r"&#?\w+;", lambda entity: html.unescape(entity[0]), label) for label in unescaped]


def test_a_graph_is_a_list_of_statements():
    fields = (("Power", 5), ("image", "x.png"), ("Known", True), ("None", None))
    elements = (Element("Mairie", "s-1", "Institution", "Élue", ("a", "b"), fields), Element("Riverains"))
    connections = (
        Connection("s-1", "Riverains", "c-1", "Influence", "directed", "consults", (("Strength", 2),)),
        Connection("Riverains", "s-1", direction="mutual"),
        Connection("Riverains", "s-1", direction="undirected"),
        Connection("Riverains", "Riverains"),
    )
    assert statements(Graph(elements, connections)) == [
        '  n1 [label="Mairie", id="s-1", type="Institution", description="Élue", tags="a|b", "field:Power"="5", '
        '"field:image"="x.png", "field:Known"="true"];',
        '  n2 [label="Riverains"];',
        '  n1 -> n2 [label="consults", id="c-1", type="Influence", dir="forward", "field:Strength"="2"];',
        '  n2 -> n1 [dir="both"];',
        '  n2 -> n1 [dir="none"];',
        "  n2 -> n2 [];",
    ]


def test_what_people_type_is_shown_as_it_is():
    assert labels(Graph(tuple(map(Element, NASTY)))) == NASTY


def test_control_characters_are_marked():
    assert labels(Graph((Element("a\x00\x1b\ud800\r\nb"),))) == ["a\ufffd\ufffd\ufffd\nb"]


def test_an_end_that_is_no_element_is_an_error():
    with pytest.raises(KeyError):
        write(Graph((Element("A"),), (Connection("A", "B"),)))


@given(graphs(text=st.text(max_size=12) | st.sampled_from(NASTY), values=st.text(max_size=12)))
def test_whatever_is_typed_stays_in_its_string(graph):
    lines = statements(graph)
    assert len(lines) == len(graph.elements) + len(graph.connections)
    assert [line for line in lines if not STATEMENT.fullmatch(line)] == []


@pytest.mark.skipif(not shutil.which("dot"), reason="Graphviz is not installed")
def test_dot_shows_what_was_typed():
    graph = Graph(tuple(map(Element, NASTY)))
    svg = subprocess.run(["dot", "-Tsvg"], input=write(graph), capture_output=True, check=True, timeout=60).stdout
    shown = "".join(text.text for text in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text"))
    for label in NASTY:
        assert label.replace("\n", "") in shown
