"""Where the columns of a source go, why others go nowhere, and the row that stands for the hub."""

import re

from facilitator.boards.importing import LeftOut, LeftOutWhy, Mapped, field_called, guessed
from facilitator.boards.incoming import TYPE, Incoming, IncomingRow
from facilitator.boards.stakeholder_web.exchange.cells import Cells
from facilitator.content.naming import plain
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.language import LANGUAGES

HUB = "hub"
"""The key of the row that stands for the hub, in maps that we wrote ourselves."""

_OUR_KEY = re.compile(r"s-\d+")  # of all other rows there
_CODE_COLUMN = "code"  # in both languages
_MOSTLY = 2 / 3  # of the cells of a column

TABLES = ("csv", "recipients")
"""The forms in which nothing but a name tells a row from another one."""


def guess_columns(document: Document, board_id: str, incoming: Incoming) -> dict[str, str]:
    """Where the columns are likely to go; what only may be meant must be readable for the most part."""
    cells, hub = Cells(document, board_id), hub_row(incoming)

    def fits(column: str, key: str) -> bool:
        at = incoming.columns.index(column)
        said = [row.cells[at] for row in incoming.rows if row.cells[at].strip() and row is not hub]
        return sum(cells.can_read(key, cell) for cell in said) >= _MOSTLY * len(said)

    return guessed(incoming.columns, cells.targets, fits, foreign=incoming.form not in TABLES)


def left_out(incoming: Incoming, mapped: Mapped, cells: Cells) -> list[LeftOut]:
    """The columns that go nowhere although something stands in them."""
    found, hub = [], hub_row(incoming)
    for at, column in enumerate(incoming.columns):
        said = [row.cells[at] for row in incoming.rows if row.cells[at].strip() and row is not hub]
        if said and column not in mapped and plain(column) != _CODE_COLUMN:  # a new one gets a code of its own
            key = field_called(column, cells.targets)
            readable = key is not None and all(cells.can_read(key, cell) for cell in said)
            taken = key in mapped.values()
            why: LeftOutWhy = "unknown" if key is None else "taken" if taken else "asked" if readable else "unreadable"
            found.append(LeftOut(column, why))
    return found


def hub_row(incoming: Incoming) -> IncomingRow | None:
    """The row that stands for the hub of a map that we wrote: in a foreign one, what is called so is like any other."""
    if TYPE not in incoming.columns:
        return None
    at, ours = incoming.columns.index(TYPE), {Words(language)("web.hub") for language in LANGUAGES}
    rows = [row for row in incoming.rows if not _OUR_KEY.fullmatch(row.key)]
    return rows[0] if [(row.key, row.cells[at] in ours) for row in rows] == [(HUB, True)] else None
