"""A board's own sheets read back: the cards with all their fields, the links between them, the readings."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from facilitator.boards.incoming import Incoming, IncomingRow, Sheet
from facilitator.boards.value_board.exchange.columns import COLUMN, GROUP, NAME, READING, SERVES, lines_of
from facilitator.boards.value_board.folded import folded
from facilitator.content import value_board as content
from facilitator.content.words import Words
from facilitator.domain.language import LANGUAGES
from facilitator.domain.refusal import EditRejected

Said = Mapping[str, str]
"""What a row says, by the keys of fields."""


@dataclass(frozen=True, slots=True)
class OwnLink:
    """A link by the codes that its cards have in the file."""

    place: int | str
    start: str
    kind: str
    end: str
    note: str


@dataclass(frozen=True, slots=True)
class Contradicted:
    """A row whose code is that of a card with other words."""

    place: int | str
    code: str
    name: str
    why: EditRejected


@dataclass(frozen=True, slots=True)
class OwnBoard:
    """What the sheets hold: cards and readings as (place, code in the file, what is said), links.

    `unheld` are other sheets and columns. `heads` are what the columns of fields are called in the file. Rows that are
    `contradicted` are not among the cards and readings.
    """

    cards: tuple[tuple[int | str, str, Said], ...]
    links: tuple[OwnLink, ...]
    readings: tuple[tuple[int | str, str, Said], ...]
    contradicted: tuple[Contradicted, ...]
    unheld: tuple[str, ...]
    heads: Said


def own_board(incoming: Incoming) -> OwnBoard | None:
    """The board that a file of ours holds; None for any other source."""
    if not incoming.sheets:
        return None
    first = incoming.sheets[0]
    for words in map(Words, LANGUAGES):
        if first.columns[:3] == tuple(words(f"value.head_{head}") for head in ("column", "code", "card")):
            return _read(first, incoming.sheets[1:], words)
    return None


def _read(first: Sheet, others: tuple[Sheet, ...], words: Words) -> OwnBoard:
    columns = {each.name.within(words.language): each.id for each in content.columns_and_strips()}
    columns[words("value.register")] = "kpi"
    names = {SERVES: words("value.head_serves"), NAME: words("value.head_card"), COLUMN: words("value.head_column")}
    heads = names | {GROUP: words("value.field_group")} | {key: words(f"value.head_{key}") for key in READING}
    names = {row.cells[1]: row.cells[2] for row in first.rows}
    details: dict[str, tuple[int | str, Said]] = {}
    links: list[OwnLink] = []
    readings: list[tuple[int | str, str, Said]] = []
    contradicted: list[Contradicted] = []
    unheld: list[str] = []
    for sheet in others:
        if sheet.title in columns:
            column = columns[sheet.title]
            labels = {line.label(column, words): key for key, line in lines_of(column).items()}
            labels |= {heads[key]: key for key in (GROUP, SERVES)}
            heads |= {key: label for label, key in labels.items()}
            details |= {row.cells[0]: (row.place, _said(sheet, row, labels)) for row in sheet.rows}
            contradicted += _contradicted(sheet, names)
            unheld += (each for each in sheet.columns[2:] if each not in labels and each not in unheld)
        elif sheet.title == words("value.readings"):
            labels = {heads[key]: key for key in READING}
            wrong = _contradicted(sheet, names)
            contradicted += wrong
            places = {each.place for each in wrong}
            rows = (row for row in sheet.rows if row.place not in places)
            readings += [(row.place, row.cells[0], _said(sheet, row, labels)) for row in rows]
        elif sheet.title == words("value.links") and len(sheet.columns) == 4:
            links += [OwnLink(row.place, *row.cells) for row in sheet.rows]
        else:
            unheld.append(sheet.title)
    wrong_cards = {each.place for each in contradicted}
    cards = tuple(each for each in _cards(first, details) if each[0] not in wrong_cards)
    return OwnBoard(cards, tuple(links), tuple(readings), tuple(contradicted), tuple(unheld), heads)


def _contradicted(sheet: Sheet, names: Said) -> list[Contradicted]:
    """The rows of a sheet that begins with codes and the words of cards, but not those that the first sheet has."""
    found = []
    for row in sheet.rows:
        code, name = row.cells[0], row.cells[1]
        if code in names and name.strip() and folded(name) != folded(names[code]):
            why = EditRejected("import_code_name", code=code, text=names[code], name=name)
            found.append(Contradicted(row.place, code, name, why))
    return found


def _cards(first: Sheet, details: Mapping[str, tuple[int | str, Said]]) -> Iterator[tuple[int | str, str, Said]]:
    for row in first.rows:
        column, code, text, *_ = row.cells
        place, more = details.get(code, (row.place, {}))
        yield place, code, {NAME: text, COLUMN: column, **more}


def _said(sheet: Sheet, row: IncomingRow, labels: Said) -> Said:
    return {labels[head]: cell for head, cell in zip(sheet.columns, row.cells, strict=True) if head in labels}
