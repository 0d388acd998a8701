"""What kind of file or pasted text something is: the table of all importers."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from facilitator.domain.refusal import ImportRefused
from facilitator.exchange import graphml_in, kumu_csv, kumu_json
from facilitator.exchange.graph import Graph
from facilitator.exchange.reading import text_of
from facilitator.exchange.recipients import Recipient, read_recipients
from facilitator.exchange.tables_in import Table, read_table

_START = 20_000
_DOT = re.compile(r"\s*(?:strict\s+)?(?:di)?graph\b[^{}\n]*\{")
_MOSTLY = 0.8


@dataclass(frozen=True, slots=True)
class Importer:
    """One format that can be read.

    `sniff` says from 0 to 1 how much a text looks like it, given the ending of the file's name in small letters (""
    for a pasted text). `read` raises ImportRefused, as its module says.
    """

    name: str
    sniff: Callable[[str, str], float]
    read: Callable[[bytes | str], Graph | Table | tuple[Recipient, ...]]


def recognize(data: bytes | str, file_name: str = "") -> Importer:
    """The importer for a file or a pasted text; what looks like nothing else is a table.

    Raises ImportRefused: as `text_of` does (empty, too big, a workbook, no text), "import_dot" for a map in DOT, which
    is written only and would pass for a list of lines.
    """
    text, _ = text_of(data, fallback="cp1252")
    if _DOT.match(text):
        raise ImportRefused("import_dot")
    ending = PurePath(file_name).suffix.lower()
    return max(IMPORTERS, key=lambda importer: importer.sniff(text, ending))


def _kumu_json(text: str, ending: str) -> float:
    if text.lstrip().startswith("{"):
        return 1.0 if '"elements"' in text or '"connections"' in text else 0.6
    return 0.7 if ending == ".json" else 0.0


def _graphml(text: str, ending: str) -> float:
    if text.lstrip().startswith(("<?xml", "<!", "<graphml")):
        return 1.0 if "<graphml" in text[:_START] else 0.6
    return 0.7 if ending in (".graphml", ".xml") else 0.0


def _kumu_csv(text: str, _: str) -> float:
    return 0.9 if kumu_csv.is_elements(text) or kumu_csv.is_connections(text) else 0.0


def _recipients(text: str, _: str) -> float:
    try:
        found = read_recipients(text[:_START])
    except ImportRefused:
        return 0.0
    return 0.5 if sum(bool(each.address) for each in found) >= _MOSTLY * len(found) else 0.0


def _kumu_tables(data: bytes | str) -> Graph:
    return kumu_csv.read(connections=data) if kumu_csv.is_connections(data) else kumu_csv.read(elements=data)


IMPORTERS = (
    Importer("kumu_json", _kumu_json, kumu_json.read),
    Importer("graphml", _graphml, graphml_in.read),
    Importer("kumu_csv", _kumu_csv, _kumu_tables),
    Importer("recipients", _recipients, read_recipients),
    Importer("csv", lambda text, ending: 0.1, read_table),
)
