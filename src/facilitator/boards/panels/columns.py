"""The cards of a board of panels as one table that can be read back, and where the columns of any table go."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from facilitator.boards.clear_day import clear_day
from facilitator.boards.described import Field, Table
from facilitator.boards.importing import LeftOut, LeftOutWhy, Mapped, Target, field_called, guessed
from facilitator.boards.incoming import Incoming
from facilitator.boards.panels.reading import cards_of, note_of, told_of, words_of
from facilitator.boards.panels.shape import FieldForm, Panel, RowField
from facilitator.boards.panels.view import PanelsView
from facilitator.content.naming import plain
from facilitator.content.reading import Bilingual
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.language import LANGUAGES
from facilitator.domain.refusal import EditRejected
from facilitator.exchange.csv_tables import unguarded

NAME, PANEL, CODE = "name", "panel", "code"
_TABLES = ("csv", "own_csv", "recipients")
_MOSTLY = 2 / 3  # of the cells of a column
_ALSO_PANEL = ("group", "groupe", "theme", "thème", "column", "colonne", "category", "catégorie")


@dataclass(frozen=True, slots=True)
class Column:
    """A field that cards of some panels have, under one name: `fields` by the id of the panel."""

    key: str
    name: Bilingual
    private: bool
    fields: Mapping[str, RowField]

    @property
    def form(self) -> FieldForm:
        """How it is typed."""
        return next(iter(self.fields.values())).form


def columns_of(panels: Sequence[Panel]) -> tuple[Column, ...]:
    """The fields of all panels, public ones first; those with one key and one name are one column."""
    found: dict[tuple[str, str], Column] = {}
    taken: set[str] = set()
    for private in (False, True):
        for panel in panels:
            for field in panel.fields:
                if field.private != private:
                    continue
                named = (field.key, field.label)
                if named not in found:
                    key = field.key if field.key not in taken else f"{field.key}_{panel.id}"
                    taken.add(key)
                    found[named] = Column(key, bilingual(field.label), private, {})
                column = found[named]
                found[named] = Column(column.key, column.name, private, {**column.fields, panel.id: field})
    return tuple(found.values())


def targets(panels: Sequence[Panel]) -> tuple[Target, ...]:
    """The words of a card, its panel, and all its fields."""
    own = (Target(NAME, bilingual("panels.head_card")), Target(PANEL, bilingual("panels.head_panel")))
    return (*own, *(Target(each.key, each.name, each.private) for each in columns_of(panels)))


def sheet(view: PanelsView, panels: Sequence[Panel], words: Words) -> Table:
    """All public words of a view, a row a card; days in ISO form, dots where they are shown.

    What a view shows in panels that are none of these, told from other records, can't be read back and is left out.
    """
    known = {each.id for each in panels}
    columns = [each for each in columns_of(panels) if not each.private]
    dotted = any(card.dots is not None for panel in view.panels for card in panel.cards)
    rows = []
    for panel in (each for each in view.panels if each.id in known):
        for card in panel.cards:
            told = {key: text for key, _, text in card.parts}
            cells = [_cell(each, panel.id, told) for each in columns]
            dots = ["" if card.dots is None else str(card.dots)] if dotted else []
            rows.append((panel.name, card.code, card.words, *cells, *dots))
    heads = [*_heads(columns, words), *([words("panels.head_dots")] if dotted else [])]
    numbers = frozenset({len(heads) - 1} if dotted else ())
    return Table(view.title, tuple(heads), tuple(rows), numbers=numbers, dates=_dates(columns))


def private_sheet(document: Document, board_id: str, title: str, panels: Sequence[Panel], words: Words) -> Table:
    """The same of all cards of a board with what is noted of them; no row where there is no card."""
    columns = columns_of(panels)
    rows = []
    for panel in panels:
        for card in cards_of(document, board_id, panel):
            note = note_of(document, card, panel)
            told = {each.key: told_of(document, note if each.private else card, each, words) for each in panel.fields}
            cells = [_cell(each, panel.id, told) for each in columns]
            rows.append((panel.name(words), card.code, words_of(card, panel), *cells))
    return Table(title, tuple(_heads(columns, words)), tuple(rows), dates=_dates(columns))


def _heads(columns: Sequence[Column], words: Words) -> Iterator[str]:
    yield from (words("panels.head_panel"), words("panels.head_code"), words("panels.head_card"))
    yield from (each.name.within(words.language) for each in columns)


def _cell(column: Column, panel_id: str, told: Mapping[str, str]) -> str:
    field = column.fields.get(panel_id)
    text = told.get(field.key, "") if field else ""
    return _day(text) if text and column.form == "date" else text


def _day(text: str) -> str:
    day = clear_day(text)
    return day.isoformat() if day else ""


def _dates(columns: Sequence[Column]) -> frozenset[int]:
    return frozenset(at for at, each in enumerate(columns, start=3) if each.form == "date")


def guess_columns(panels: Sequence[Panel], incoming: Incoming) -> dict[str, str]:
    """Where the columns of a source are likely to go; the words of a card by what they are called in any panel, too."""

    def fits(column: str, key: str) -> bool:
        at = incoming.columns.index(column)
        said = [row.cells[at] for row in incoming.rows if row.cells[at].strip()]
        dated = any(each.key == key and each.form == "date" for each in columns_of(panels))
        return not dated or sum(map(_is_day, said)) >= _MOSTLY * len(said)

    found = guessed(incoming.columns, targets(panels), fits, foreign=incoming.form not in _TABLES)
    called = {plain(Words(each)(panel.words_label)) for panel in panels for each in LANGUAGES}
    for key, names in ((NAME, called), (PANEL, set(map(plain, _ALSO_PANEL)))):
        first = next((each for each in incoming.columns if plain(each) in names and each not in found), None)
        if key not in found.values() and first is not None:
            found[first] = key
    return found


def left_out(panels: Sequence[Panel], incoming: Incoming, mapped: Mapped) -> Iterator[LeftOut]:
    """The columns that go nowhere although something stands in them."""
    known = targets(panels)
    for at, column in enumerate(incoming.columns):
        filled = any(row.cells[at].strip() for row in incoming.rows)
        if column in mapped or not filled or plain(column) == CODE:
            continue
        key = field_called(column, known)
        why: LeftOutWhy = "unknown" if key is None else "taken" if key in mapped.values() else "asked"
        yield LeftOut(column, why)


def code_column(incoming: Incoming, mapped: Mapped) -> int | None:
    """Where the codes of cards stand; None where they don't."""
    found = (at for at, column in enumerate(incoming.columns) if plain(column) == CODE and column not in mapped)
    return next(found, None)


def is_own(incoming: Incoming) -> bool:
    """Whether it is a table that `sheet` wrote, in either language: its cells are guarded against being run."""
    keys = ("panels.head_panel", "panels.head_code", "panels.head_card")
    return any(incoming.columns[:3] == tuple(Words(each)(key) for key in keys) for each in LANGUAGES)


def cells_of(incoming: Incoming, cells: Iterable[str]) -> tuple[str, ...]:
    """The cells of a row as they were typed."""
    return tuple(map(unguarded, cells)) if is_own(incoming) else tuple(cells)


def read_cell(text: str, field: Field, other: Field) -> str:
    """The value for a field of a card that a cell means; `other` is the same field in the other language.

    Raises EditRejected: "choice_unknown" (choice, known), "name_ambiguous" (name, codes), or what `clear_day` refuses.
    """
    if field.form == "date":
        return _day(text)
    if field.form != "choice":
        return text
    wanted = plain(text)
    named = [value for value, told in (*field.choices, *other.choices) if plain(told) == wanted or value == text]
    coded = [value for value, told in field.choices if plain(told.split(" ", 1)[0]) == wanted]
    found = set(filter(None, named or coded))
    if len(found) > 1:
        raise EditRejected("name_ambiguous", name=text.strip(), codes=", ".join(sorted(found)))
    if not found:
        known = ", ".join(told for value, told in field.choices if value)
        raise EditRejected("choice_unknown", choice=text.strip(), known=known)
    return found.pop()


def _is_day(text: str) -> bool:
    try:
        clear_day(text)
    except EditRejected as refusal:
        return refusal.key == "date_ambiguous"
    return True


def bilingual(key: str) -> Bilingual:
    """Words in both languages."""
    return Bilingual(*(Words(each)(key) for each in LANGUAGES))
