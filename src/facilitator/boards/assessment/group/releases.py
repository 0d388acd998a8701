"""The log of released summaries, as the list in which a further one is released."""

from collections.abc import Iterator, Mapping
from datetime import date

from facilitator.boards.assessment.group.collecting import divisions
from facilitator.boards.assessment.group.edits import summarize
from facilitator.boards.assessment.group.told import check_told, said_of
from facilitator.boards.assessment.group.view import view_of
from facilitator.boards.assessment.model import Assessment, SummaryRelease
from facilitator.boards.assessment.view import instrument_of
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
    "compare_by": literally(str),
}


def entry_lists(document: Document, item_id: str, words: Words) -> tuple[EntryList, ...]:
    """The releases of a summary; () for a question."""
    if document.find(Board, item_id) is None:
        return ()
    fields, asked = _fields(document, item_id, words), instrument_of(document, item_id)
    rows = []
    for each in _releases(document, item_id):
        known = {
            "released_on": each.released_on.isoformat(),
            "band": said_of(asked, "assessment.release_from", words, band=words.range(each.band)),
            "group_least": str(each.group_least),
            "cell_least": str(each.cell_least),
        }
        rows.append(Entry(each.id, tuple(known.get(field.key, "") for field in fields)))
    return (EntryList(RELEASES, words("assessment.releases"), fields, tuple(rows)),)


def put_entry(document: Document, board_id: str, entry_id: str, values: Mapping[str, str], words: Words) -> Change:
    """Release a summary on a day, by default that of the board; raises EditRejected as `summarize` does.

    Raises EditRejected: "release_kept" for one that was released, "release_undated" where no day is known,
    "cell_refused" (column, why).
    """
    if entry_id:
        raise EditRejected("release_kept")
    day, limits, figures, compare_by = _wanted(document, board_id, values, words)
    least = {"group_least": limits.group, "cell_least": limits.cell}
    return summarize(document, board_id, day, **least, figures=figures, compare_by=compare_by)


def check_entry(document: Document, board_id: str, values: Mapping[str, str], words: Words) -> EntryCheck:
    """The board as a release of these values would leave it, and what to check before."""
    try:
        day, limits, figures, compare_by = _wanted(document, board_id, values, words)
    except EditRejected as refused:
        return EntryCheck(None, (), refused)
    told = tuple(check_told(document, board_id, day, words, limits, figures=figures, compare_by=compare_by))
    try:
        change = put_entry(document, board_id, "", values, words)
    except EditRejected as refused:
        return EntryCheck(None, told, refused)
    return EntryCheck(view_of(document.after(change), board_id), told)


def _wanted(
    document: Document, board_id: str, values: Mapping[str, str], words: Words
) -> tuple[date, Thresholds, bool | None, str]:
    """The day, thresholds, mode and what is compared, the usual ones where nothing is asked for."""
    fields = _fields(document, board_id, words)
    compare_by = values.get("compare_by", "")
    if compare_by and "compare_by" not in {field.key for field in fields}:
        raise EditRejected("choice_unknown", choice=compare_by, known=words("assessment.compare_nothing"))
    usual = {field.key: field.value for field in fields if field.form != "told"}
    wanted = {key: value for key, value in values.items() if key != "compare_by" or value}
    said = read_values(fields, usual | wanted, _READ, words)
    day = said["released_on"] or document.get(Assessment, board_id).assessed_on
    if not isinstance(day, date):
        raise EditRejected("release_undated")
    group_least, cell_least = (int(str(said[key])) for key in ("group_least", "cell_least"))
    return day, Thresholds(group_least, cell_least), _MODES[str(said["mode"])], str(said.get("compare_by", ""))


def log(document: Document, board_id: str, words: Words) -> tuple[Table, ...]:
    """When what was released under which thresholds; () where nothing was."""
    found, asked = tuple(_releases(document, board_id)), instrument_of(document, board_id)
    named = ("released_on", "band", "group_least", "cell_least")
    heads = tuple(said_of(asked, f"assessment.release_{head}", words) for head in named)
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


def _fields(document: Document, board_id: str, words: Words) -> tuple[Field, ...]:
    usual = Thresholds()
    groups = _least("release_figure_from", _MOST_GROUP, words)
    cells = _least("release_part_from", _MOST_CELL, words)
    modes = (
        ("", words("assessment.usual_mode")),
        *((each, words(f"group_summary.mode_{each}")) for each in _MODES if each),
    )
    asked = instrument_of(document, board_id)
    offered = divisions(document, asked)
    by = (("", words("assessment.compare_nothing")), *((each, words(f"assessment.compare_{each}")) for each in offered))
    heads = {key: said_of(asked, f"assessment.release_{key}", words) for key in (*_READ, "band")}
    return (
        Field("released_on", heads["released_on"], "", "date", private=True),
        Field("band", heads["band"], "", "told", private=True),
        Field("group_least", heads["group_least"], str(usual.group), "choice", private=True, choices=groups),
        Field("cell_least", heads["cell_least"], str(usual.cell), "choice", private=True, choices=cells),
        Field("mode", heads["mode"], "", "choice", private=True, choices=modes),
        *((Field("compare_by", heads["compare_by"], "", "choice", private=True, choices=by),) if offered else ()),
    )


def _least(key: str, most: int, words: Words) -> tuple[tuple[str, str], ...]:
    """The thresholds that can be chosen, each saying what it is: a release stands in the list without its labels."""
    return tuple((str(each), words(f"assessment.{key}", number=each)) for each in range(LEAST, most + 1))
