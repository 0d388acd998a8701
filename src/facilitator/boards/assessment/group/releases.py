"""The log of released summaries, as the list in which a further one is released."""

from collections.abc import Iterator, Mapping
from datetime import date

from facilitator.boards.assessment.group.edits import summarize
from facilitator.boards.assessment.group.told import check_told
from facilitator.boards.assessment.group.view import view_of
from facilitator.boards.assessment.model import Assessment, SummaryRelease
from facilitator.boards.described import Entry, EntryList, Field, Table
from facilitator.boards.entry_check import EntryCheck
from facilitator.boards.grouped.shapes import LEAST, Thresholds
from facilitator.boards.typed import optional_day
from facilitator.boards.typed_rows import Read, literally, read_values
from facilitator.content.words import Words
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board
from facilitator.domain.refusal import EditRejected

RELEASES = "releases"
_MOST_CELL, _MOST_GROUP = 5, 10
_MODES: Mapping[str, bool | None] = {"": None, "figures": True, "themes": False}
_READ: Mapping[str, Read] = {
    "released_on": literally(optional_day),
    "group_least": literally(int),
    "cell_least": literally(int),
    "mode": literally(str),
}


def entry_lists(document: Document, item_id: str, words: Words) -> tuple[EntryList, ...]:
    """The releases of a summary; () for a question."""
    if document.find(Board, item_id) is None:
        return ()
    rows = tuple(
        Entry(
            each.id,
            (each.released_on.isoformat(), str(each.group_least), str(each.cell_least), "", words.range(each.band)),
        )
        for each in _releases(document, item_id)
    )
    return (EntryList(RELEASES, words("assessment.releases"), _fields(words), rows),)


def put_entry(document: Document, board_id: str, entry_id: str, values: Mapping[str, str], words: Words) -> Change:
    """Release a summary on a day, by default that of the board; raises EditRejected as `summarize` does.

    Raises EditRejected: "release_kept" for one that was released, "release_undated" where no day is known,
    "cell_refused" (column, why).
    """
    if entry_id:
        raise EditRejected("release_kept")
    day, limits, figures = _wanted(document, board_id, values, words)
    least = {"group_least": limits.group, "cell_least": limits.cell}
    return summarize(document, board_id, day, **least, figures=figures)


def check_entry(document: Document, board_id: str, values: Mapping[str, str], words: Words) -> EntryCheck:
    """The board as a release of these values would leave it, and what to check before."""
    try:
        day, limits, figures = _wanted(document, board_id, values, words)
    except EditRejected as refused:
        return EntryCheck(None, (), refused)
    told = tuple(check_told(document, board_id, day, words, limits, figures=figures))
    try:
        change = put_entry(document, board_id, "", values, words)
    except EditRejected as refused:
        return EntryCheck(None, told, refused)
    return EntryCheck(view_of(document.after(change), board_id), told)


def _wanted(
    document: Document, board_id: str, values: Mapping[str, str], words: Words
) -> tuple[date, Thresholds, bool | None]:
    """The day, thresholds and mode that are asked for, the usual ones where nothing is."""
    usual = {field.key: field.value for field in _fields(words) if field.form != "told"}
    said = read_values(_fields(words), usual | dict(values), _READ, words)
    day = said["released_on"] or document.get(Assessment, board_id).assessed_on
    if not isinstance(day, date):
        raise EditRejected("release_undated")
    group_least, cell_least = (int(str(said[key])) for key in ("group_least", "cell_least"))
    return day, Thresholds(group_least, cell_least), _MODES[str(said["mode"])]


def log(document: Document, board_id: str, words: Words) -> tuple[Table, ...]:
    """When what was released under which thresholds; () where nothing was."""
    found = tuple(_releases(document, board_id))
    heads = tuple(words(f"assessment.release_{head}") for head in ("released_on", "band", "group_least", "cell_least"))
    rows = tuple(
        (
            words.date(each.released_on),
            words.range(each.band),
            words.number(each.group_least),
            words.number(each.cell_least),
        )
        for each in found
    )
    return (Table(words("assessment.releases"), heads, rows),) if rows else ()


def _releases(document: Document, board_id: str) -> Iterator[SummaryRelease]:
    found = (each for each in document.every(SummaryRelease) if each.board_id == board_id)
    return iter(sorted(found, key=lambda each: each.number))


def _fields(words: Words) -> tuple[Field, ...]:
    usual = Thresholds()
    groups = tuple((str(each), words.number(each)) for each in range(LEAST, _MOST_GROUP + 1))
    cells = tuple((str(each), words.number(each)) for each in range(LEAST, _MOST_CELL + 1))
    modes = (
        ("", words("assessment.usual_mode")),
        *((each, words(f"group_summary.mode_{each}")) for each in _MODES if each),
    )
    heads = {key: words(f"assessment.release_{key}") for key in (*_READ, "band")}
    return (
        Field("released_on", heads["released_on"], "", "date", private=True),
        Field("group_least", heads["group_least"], str(usual.group), "choice", private=True, choices=groups),
        Field("cell_least", heads["cell_least"], str(usual.cell), "choice", private=True, choices=cells),
        Field("mode", heads["mode"], "", "choice", private=True, choices=modes),
        Field("band", heads["band"], "", "told", private=True),
    )
