"""Tables into a board of panels: what would come of each row, and all of it as one step."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from facilitator.boards.importing import ImportPlan, LeftOut, Mapped, PlannedRow
from facilitator.boards.incoming import Incoming
from facilitator.boards.kind import Kind
from facilitator.boards.panels.columns import (
    NAME,
    PANEL,
    Column,
    cells_of,
    code_column,
    columns_of,
    left_out,
    read_cell,
)
from facilitator.boards.panels.edits import panel_named
from facilitator.boards.panels.model import PanelCard
from facilitator.boards.panels.reading import cards_of, words_of
from facilitator.boards.panels.shape import Panel
from facilitator.content.words import Words
from facilitator.domain import words_of_people
from facilitator.domain.change import Change, Swap, composed
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, SpokenCode
from facilitator.domain.language import LANGUAGES
from facilitator.domain.refusal import EditRejected
from facilitator.workshop.capture import AddLine

_NUMBER = re.compile(r"[1-9][0-9]{0,5}", re.ASCII)


def plan_import(
    kind: Kind,
    panels: Sequence[Panel],
    document: Document,
    board_id: str,
    incoming: Incoming,
    mapped: Mapped,
    group: str,
    *,
    update: bool,
    words: Words,
) -> ImportPlan:
    """What an import would do; new cards go into the panel `group` unless a row says another one.

    A row is of a card that is there by its words or, if `update`, by its code, which may then get other words and stand
    in another panel. Cards that are there are left alone unless `update`; empty cells change nothing. A row with cells
    that can't be read is rejected whole, and each of them is named. Raises EditRejected("group_unknown") (group,
    known), "gone".
    """
    document.get(Board, board_id)
    default = panel_named(document, panels, group)
    planned = _Planned(kind, panels, document, board_id, default, words, update=update)
    places = [(mapped[column], at, column) for at, column in enumerate(incoming.columns) if column in mapped]
    heads = {key: column for key, _, column in places}
    codes = code_column(incoming, mapped)
    for row in incoming.rows:
        cells = cells_of(incoming, row.cells)
        said = {key: cells[at] for key, at, _ in places if cells[at].strip()}
        planned.take(row.place, said, heads, cells[codes].strip() if codes is not None else "")
    unread = (
        PlannedRow(each.place, "", "rejected", words(f"refusals.{each.key}", **each.values))
        for each in incoming.rejected
    )
    return ImportPlan(
        change=planned.change(),
        rows=(*planned.rows, *unread),
        ties=0,
        rejected_ties=(),
        left_out=(*left_out(panels, incoming, mapped), *(LeftOut(part, "unheld") for part in incoming.ignored)),
    )


class _Planned:
    """Rows taken one after the other; `rows` say what comes of each."""

    def __init__(
        self,
        kind: Kind,
        panels: Sequence[Panel],
        document: Document,
        board_id: str,
        default: Panel,
        words: Words,
        *,
        update: bool,
    ) -> None:
        self._kind, self._panels, self._default = kind, panels, default
        self._board_id, self._words, self._update = board_id, words, update
        self._columns = {each.key: each for each in columns_of(panels)}
        self._document = document
        self._changes: list[Change] = []
        self._there: dict[tuple[str, str], tuple[str, Panel]] = {}
        self._coded: dict[str, tuple[str, Panel]] = {}
        for panel in reversed(panels):
            for card in reversed(cards_of(document, board_id, panel)):
                self._there[panel.id, words_of(card, panel).casefold()] = card.id, panel
                self._coded[card.code.casefold()] = card.id, panel
        self._first: dict[str, int | str] = {}
        self._letters = {panel.letter: self._last(panel.letter) for panel in panels}
        self._given: set[str] = set()
        self.rows: list[PlannedRow] = []

    def change(self) -> Change | None:
        """All of it as one change; None where there is nothing to do."""
        change = composed("import", self._changes)
        return change if change.swaps else None

    def take(self, place: int | str, said: Mapping[str, str], heads: Mapping[str, str], code: str) -> None:
        """Plan what comes of a row that says this by the keys of targets, whose columns are called `heads`."""
        refused: list[str] = []
        name = self._read_name(said, refused)
        panel = self._read_panel(said, heads, refused)
        card_id, found = self._card(name, panel, code, refused)
        panel = panel or found or self._default
        if card_id and found and panel.record is not found.record:
            refused.append(self._told(EditRejected("card_of_other_sort", group=panel.name(self._words))))
        if not name or refused:
            self._reject(place, said, refused)
        elif card_id in self._first:
            why = self._words("panels.import_twice", line=self._first[card_id])
            self.rows.append(PlannedRow(place, name, "there", why))
        elif card_id and found:
            self._meet(place, card_id, name, found, panel, said, heads)
        else:
            self._add(place, name, panel, said, heads, code)

    def _read_name(self, said: Mapping[str, str], refused: list[str]) -> str:
        try:
            return words_of_people.name(said.get(NAME, ""))
        except EditRejected as refusal:
            refused.append(self._told(refusal))
            return ""

    def _read_panel(self, said: Mapping[str, str], heads: Mapping[str, str], refused: list[str]) -> Panel | None:
        if PANEL not in said:
            return None
        try:
            return panel_named(self._document, self._panels, said[PANEL])
        except EditRejected as refusal:
            refused.append(self._in_cell(heads[PANEL], refusal))
            return None

    def _card(self, name: str, panel: Panel | None, code: str, refused: list[str]) -> tuple[str, Panel | None]:
        """The card that a row is of, with the panel in which it stands; "" for a new one."""
        coded, named = self._coded.get(code.casefold()), self._named(name, panel)
        if coded and (self._update or self._text(coded[0]).casefold() == name.casefold()):
            if named and named[0] != coded[0] and self._text(coded[0]).casefold() != name.casefold():
                told = self._text(coded[0])
                refused.append(self._told(EditRejected("import_code_name", code=code, text=told, name=name)))
            return coded
        return named or ("", None)

    def _named(self, name: str, panel: Panel | None) -> tuple[str, Panel] | None:
        """The card of these words: in the panel that the row says; else one of its sort that no row was of yet."""
        words = name.casefold()
        if panel and (panel.id, words) in self._there:
            return self._there[panel.id, words]
        first = panel or self._default
        others = [each for each in (first, *self._panels) if panel is None or each.record is panel.record]
        found = [self._there[each.id, words] for each in others if (each.id, words) in self._there]
        return next((each for each in found if panel is None or each[0] not in self._first), None)

    def _add(
        self, place: int | str, name: str, panel: Panel, said: Mapping[str, str], heads: Mapping[str, str], code: str
    ) -> None:
        change = self._kind.add(self._document, self._board_id, AddLine(name, literal=True), panel.id)
        change, card = self._with_code(change, panel, code)
        filled = self._filled(self._document.after(change), card.id, panel, said, heads)
        if isinstance(filled, list):
            self._reject(place, said, filled)
            return
        self._adopt(change, *filled)
        given = card.code
        self._given.add(given)
        self._there[panel.id, name.casefold()] = card.id, panel
        self._first[card.id] = place
        was = self._words("panels.import_new_code", code=given, was=code) if code and code != given else ""
        self.rows.append(PlannedRow(place, name, "new", was))

    def _meet(
        self,
        place: int | str,
        card_id: str,
        name: str,
        stands: Panel,
        panel: Panel,
        said: Mapping[str, str],
        heads: Mapping[str, str],
    ) -> None:
        """A row of a card that is there."""
        changes: list[Change] = []
        if self._text(card_id).casefold() != name.casefold():
            changes.append(self._kind.rename(self._document, card_id, name))
        if panel.id != stands.id:
            after = self._document.after(changes[0]) if changes else self._document
            changes.append(self._kind.regroup(after, [card_id], panel.id))
        document = self._document
        for change in changes:
            document = document.after(change)
        filled = self._filled(document, card_id, panel, said, heads)
        if isinstance(filled, list):
            self._reject(place, said, filled)
            return
        self._first[card_id] = place
        code = self._record(card_id).code
        if not changes and not filled:
            self.rows.append(PlannedRow(place, name, "same"))
        elif not self._update:
            self.rows.append(PlannedRow(place, name, "there", self._words("panels.import_there", code=code)))
        else:
            self._adopt(*changes, *filled)
            self.rows.append(PlannedRow(place, name, "update", code))

    def _filled(
        self, document: Document, card_id: str, panel: Panel, said: Mapping[str, str], heads: Mapping[str, str]
    ) -> tuple[Change, ...] | list[str]:
        """The changes that put all cells of a row into a card; a list of what is wrong with any of them."""
        changes: list[Change] = []
        refused: list[str] = []
        for key, text in said.items():
            if key in (NAME, PANEL):
                continue
            try:
                for change in self._set(document, card_id, panel, self._columns[key], text):
                    changes.append(change)
                    document = document.after(change)
            except EditRejected as refusal:
                refused.append(self._in_cell(heads[key], refusal))
        return refused or tuple(changes)

    def _set(self, document: Document, card_id: str, panel: Panel, column: Column, text: str) -> Iterator[Change]:
        field = column.fields.get(panel.id)
        if field is None:
            raise EditRejected("field_elsewhere", column=panel.name(self._words))
        ours, other = (
            next(each for each in self._kind.fields(document, card_id, Words(language)) if each.key == field.key)
            for language in sorted(LANGUAGES, key=lambda each: each != self._words.language)
        )
        value = read_cell(text, ours, other)
        if value != ours.value:
            try:
                yield self._kind.set_field(document, card_id, field.key, value)
            except EditRejected as refusal:
                if refusal.key != "nothing_to_do":  # it was the same but for spaces
                    raise

    def _with_code(self, change: Change, panel: Panel, code: str) -> tuple[Change, PanelCard]:
        """The change with the code that the row says, where it never was given; and the card that it adds."""
        card = next(each for each in change.added() if isinstance(each, panel.record))
        letter, number = code[: len(panel.letter)], code[len(panel.letter) :]
        free = letter == panel.letter and _NUMBER.fullmatch(number) and code not in self._given
        if not free or int(number) <= self._letters[letter]:
            return change, card
        coded = card.having(code=code)
        last = max(self._last(letter), int(number))
        swaps = [_recoded(each, card, coded, letter, last) for each in change.swaps]
        return replace(change, swaps=tuple(each for each in swaps if each.before != each.after)), coded

    def _last(self, letter: str) -> int:
        before = self._document.find(SpokenCode, letter)
        return before.last if before else 0

    def _adopt(self, *changes: Change) -> None:
        for change in changes:
            self._document = self._document.after(change)
            self._changes.append(change)

    def _record(self, card_id: str) -> PanelCard:
        found = (self._document.find(each.record, card_id) for each in self._panels)
        return next(each for each in found if each)

    def _text(self, card_id: str) -> str:
        card = self._record(card_id)
        return words_of(card, next(each for each in self._panels if isinstance(card, each.record)))

    def _reject(self, place: int | str, said: Mapping[str, str], refused: Sequence[str]) -> None:
        self.rows.append(PlannedRow(place, " ".join(said.get(NAME, "").split()), "rejected", " ".join(refused)))

    def _in_cell(self, head: str, refusal: EditRejected) -> str:
        return self._told(EditRejected("cell_refused", column=head, why=self._told(refusal)))

    def _told(self, refusal: EditRejected) -> str:
        return self._words(f"refusals.{refusal.key}", **refusal.values)


def _recoded(swap: Swap, card: PanelCard, coded: PanelCard, letter: str, last: int) -> Swap:
    if swap.after == card:
        return Swap(swap.before, coded)
    if isinstance(swap.after, SpokenCode) and swap.after.id == letter:
        return Swap(swap.before, SpokenCode(id=letter, last=last))
    return swap
