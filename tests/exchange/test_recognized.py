"""What kind of file something is shows in what it holds, and only then in its name."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.refusal import ImportRefused
from facilitator.exchange.graph import Graph
from facilitator.exchange.recognized import IMPORTERS, recognize
from facilitator.exchange.tables_in import Table
from refusing import refused


@pytest.mark.parametrize(
    ("data", "file_name", "name"),
    [
        ('{"elements": []}', "", "kumu_json"),
        ('\n{"connections": []}', "map.txt", "kumu_json"),
        ("{", "", "kumu_json"),
        ("elements", "map.JSON", "kumu_json"),
        ('<?xml version="1.0"?>\n<graphml/>', "map.xml", "graphml"),
        ("<graphml/>", "", "graphml"),
        ("<html>", "map.graphml", "graphml"),
        ("Label,Type\nA,b", "", "kumu_csv"),
        ("From\tTo\nA\tB", "", "kumu_csv"),
        ("Nom;Type\nMairie;Institution", "liste.csv", "csv"),
        ("Name,Email\nBob,bob@x.ca\nAnn,ann@x.ca", "", "csv"),
        ("Mayor\nClerk", "", "csv"),
        ("Camille Roux <c@x.ca>; 'Benali, Idris' <i@x.ca>; nora@x.ca", "", "recipients"),
        ("<bob@x.ca>\n<ann@x.ca>", "", "recipients"),
        ("bob@x.ca, ann@x.ca", "", "recipients"),
    ],
)
def test_every_format_is_recognized(data, file_name, name):
    assert recognize(data, file_name).name == name
    assert recognize(data.encode("utf-16"), file_name).name == name


def test_what_was_recognized_can_be_read():
    assert isinstance(recognize("From,To\nA,B").read("From,To\nA,B"), Graph)
    assert isinstance(recognize("Label\nA").read("Label\nA"), Graph)
    assert isinstance(recognize("Nom,Type\nA,b").read("Nom,Type\nA,b"), Table)


def test_what_nothing_reads_is_refused():
    assert refused(recognize, b"PK\x03\x04", "map.csv")[0] == "import_workbook"
    assert refused(recognize, b"", "map.json")[0] == "import_empty"
    assert refused(recognize, 'digraph workshop {\n  "a" -> "b";\n}')[0] == "import_dot"
    assert recognize("Graphic designers\nGraph {users}").name == "csv"


def test_every_importer_has_its_own_name():
    assert len({importer.name for importer in IMPORTERS}) == len(IMPORTERS)


@given(st.one_of(st.binary(), st.text(), st.text('{}<>@",;\nLabelFromTo')), st.text(".jsongraphmlx", max_size=9))
def test_whatever_comes_is_recognized_and_read_or_refused(data, file_name):
    with suppress(ImportRefused):
        recognize(data, file_name).read(data)
