"""A board as files for other programs: maps as Kumu's JSON, its two tables, GraphML or DOT; its dates as iCalendar."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from facilitator.anonymous.making import as_handed_out
from facilitator.boards.listed import board_with
from facilitator.catalogue import kind_of
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board
from facilitator.domain.refusal import StoreError
from facilitator.exchange import dot, graphml, kumu_csv, kumu_json
from facilitator.exchange.graph import Graph
from facilitator.exchange.writing import write_all, write_whole
from facilitator.files.board_files import WHOLE_SUFFIXES, Audience, ensure_says_private, write_board, write_engagement
from facilitator.packs.board_parts import calendar_of_boards
from facilitator.workshop.cohort_sessions import EVERYBODY, of_cohort

GRAPH_SUFFIXES: Mapping[str, str] = {".json": "kumu", ".graphml": "graphml", ".dot": "dot", ".gv": "dot"}
"""The format that the ending of a file's name stands for."""

GRAPH_FORMATS = (*dict.fromkeys(GRAPH_SUFFIXES.values()), "kumu-csv")
"""All formats; Kumu's tables are two files, and have to be asked for."""

CALENDAR = "ics"

OF_COHORT = "-cohort"
"""How formats end that hold the boards of one cohort."""

_ALL = "-all"

_WRITERS: Mapping[str, Mapping[str, Callable[[Graph], bytes]]] = {
    "kumu": {".json": kumu_json.write},
    "kumu-csv": {"-elements.csv": kumu_csv.write_elements, "-connections.csv": kumu_csv.write_connections},
    "graphml": {".graphml": graphml.write},
    "dot": {".dot": dot.write},
}


def graph_files(
    document: Document, board: Board, out: Path, form: str, words: Words, *, private: bool
) -> dict[Path, bytes]:
    """The files of a board of a document as it is handed out, in one of GRAPH_FORMATS, with their content.

    Their names begin like `out`, which keeps its own ending where there is one file. Raises StoreError: "no_graph" for
    a kind of board that is none, "private_unmarked" where the name of a private copy does not say so.
    """
    if private:
        ensure_says_private(out, out.suffix, words)
    kind = kind_of(board.kind)
    public = kind.graph(kind.view(document, board.id), words)
    graph = kind.private_graph(document, board.id, words) if private else public
    if graph is None:
        raise StoreError("no_graph")
    writers = _WRITERS[form]
    if len(writers) == 1:
        ending, write = next(iter(writers.items()))
        return {(out if out.suffix else out.with_name(out.name + ending)): write(graph)}
    stem = out.with_suffix("") if out.suffix == ".csv" else out
    return {stem.with_name(stem.name + ending): write(graph) for ending, write in writers.items()}


def calendar(document: Document, boards: Sequence[Board], words: Words) -> bytes:
    """The days to keep of these boards of a document as it is handed out, as one calendar.

    Raises StoreError("no_dates") where there are none.
    """
    found = calendar_of_boards(document, boards, words)
    if found is None:
        raise StoreError("no_dates")
    return found


def formats_of(document: Document, board_id: str, words: Words) -> list[tuple[str, str, bool]]:
    """What a board can be written as: the format, the ending of the file's name, whether there is a private copy.

    See `whole_formats` for what all boards can be.
    """
    board = board_with(document, board_id)
    kind = kind_of(board.kind)
    private = bool(kind.private_tables(document, board_id, words))
    forms = ("pdf", "png", "svg", "html", "xlsx", "csv")
    found = [(form, f".{form}", private and form in ("pdf", "xlsx", "csv")) for form in forms]
    if kind.graph(kind.view(document, board_id), words) is not None:
        endings = {form: ending for ending, form in reversed(list(GRAPH_SUFFIXES.items()))} | {"kumu-csv": ".csv"}
        has_private = kind.private_graph(document, board_id, words) is not None
        found += [(form, endings[form], private and has_private) for form in GRAPH_FORMATS]
    if kind.dates(document, board_id, words):
        found.append((CALENDAR, f".{CALENDAR}", False))
    return found


def whole_formats(ending: str = _ALL) -> list[tuple[str, str, bool]]:
    """The same for a whole engagement; ending in OF_COHORT for the boards of one cohort."""
    return [(f"{suffix[1:]}{ending}", suffix, suffix == ".xlsx") for suffix in WHOLE_SUFFIXES]


def write_format(
    document: Document,
    board_id: str,
    out: Path,
    form: str,
    words: Words,
    *,
    private: bool,
    replace: bool,
    anonymous: bool = False,
    cohort_id: str = "",
) -> tuple[Path, ...]:
    """Write a board in one of `formats_of` and return the files; all or none, as `write_all` does.

    In one of `whole_formats` it is all boards, or those of `cohort_id`. In the language of `words`, twins included; an
    `anonymous` one names nobody. Raises StoreError: "private_unmarked" where the name does not say so,
    "anonymous_private", "cohort_unknown", and as writing does.
    """
    whose = of_cohort(document, cohort_id) if form.endswith(OF_COHORT) else EVERYBODY
    document = as_handed_out(document, words.language, anonymous=anonymous, private=private)
    if form == CALENDAR:
        board = board_with(document, board_id)
        write_whole(out, calendar(document, [board], words), replace=replace)
        return (out,)
    audience: Audience = "facilitator" if private else "participants"
    if form.endswith((_ALL, OF_COHORT)):
        suffix = f".{form.rpartition('-')[0]}"
        write_engagement(document, out, suffix, words, audience=audience, replace=replace, whose=whose)
        return (out,)
    if form not in GRAPH_FORMATS:
        write_board(document, board_id, out, f".{form}", words, audience=audience, replace=replace)
        return (out,)
    found = graph_files(document, board_with(document, board_id), out, form, words, private=private)
    write_all(found, replace=replace)
    return tuple(found)
