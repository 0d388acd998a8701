"""Cards out of rows: what would come of each, and all of it as swaps."""

import re
from collections.abc import Collection, Mapping

from facilitator.boards.importing import PlannedRow
from facilitator.boards.value_board import serving
from facilitator.boards.value_board.card_fields import LINES
from facilitator.boards.value_board.exchange.columns import COLUMN, GROUP, NAME, SERVES, lines_of, read_line
from facilitator.boards.value_board.folded import folded
from facilitator.boards.value_board.groups import group_cards
from facilitator.boards.value_board.model import DETAIL_OF, Card, CardGroup
from facilitator.boards.value_board.places import CODE_LETTERS, column_named
from facilitator.content import value_board as content
from facilitator.content.words import Words
from facilitator.domain import words_of_people
from facilitator.domain.change import Change, Swap, composed
from facilitator.domain.document import Document
from facilitator.domain.engagement import SpokenCode
from facilitator.domain.record import Record, new_id
from facilitator.domain.refusal import EditRejected

_BETWEEN = ";"
_NUMBER = re.compile(r"[1-9][0-9]{0,5}", re.ASCII)


class PlannedCards:
    """Rows taken one after the other, for cards of `column` unless a row says another one.

    `rows` say what comes of each; `ids` are the cards' ids by the keys of the rows that were taken, `refused` the keys
    of the others. Keys among the codes that it `keeps` stay those of new cards where they are free.
    """

    def __init__(
        self,
        document: Document,
        board_id: str,
        column: str,
        words: Words,
        *,
        update: bool,
        keeps: Collection[str] = (),
    ) -> None:
        self._document, self._board_id, self._column = document, board_id, column
        self._update, self._words, self._keeps = update, words, keeps
        self._codes = {each.code for each in document.every(Card)}
        there = [each for each in document.every(Card) if each.board_id == board_id]
        self._by_code = there
        self._there = {(each.column, each.text.casefold()): each for each in reversed(there)}
        self._anywhere = {each.text.casefold(): each for each in reversed(there)}
        self._first: dict[tuple[str, str], tuple[int | str, str]] = {}
        self._last: dict[str, int] = {}
        self._swaps: list[Swap] = []
        self._more: list[tuple[str, str, str]] = []
        self.rows: list[PlannedRow] = []
        self.ids: dict[str, str] = {}
        self.refused: set[str] = set()

    def take(
        self, place: int | str, key: str, said: Mapping[str, str], heads: Mapping[str, str], code: str = ""
    ) -> None:
        """Plan what comes of a row that says this by the keys of fields; `heads` are what their columns are called.

        A row may not have the `code` of another card of the board than the one that it names.
        """
        said = {field: text for field, text in said.items() if text.strip()}
        name = said.get(NAME, "")
        try:
            self._take(place, key, said, heads, code)
        except EditRejected as refusal:
            self.refused.add(key)
            why = self._words(f"refusals.{refusal.key}", **refusal.values)
            self.rows.append(PlannedRow(place, " ".join(name.split()), "rejected", why))

    def change(self) -> Change | None:
        """All of it as one change; None where there is nothing to do."""
        swaps = list(self._swaps)
        for letter, last in self._last.items():
            before = self._document.find(SpokenCode, letter)
            swaps.append(Swap(before, SpokenCode(id=letter, last=last)))
        changes = [Change("import", tuple(swaps))] if swaps else []
        document = self._document.after(changes[0]) if changes else self._document
        for card_id, group, serves in self._more:
            for change in self._hung(document, card_id, group, serves):
                changes.append(change)
                document = document.after(change)
        return composed("import", changes) if changes else None

    def _take(self, place: int | str, key: str, said: Mapping[str, str], heads: Mapping[str, str], code: str) -> None:
        name = words_of_people.name(said.get(NAME, ""))
        column = column_named(self._document, said[COLUMN]) if COLUMN in said else ""
        lowered = name.casefold()
        there = self._there.get((column, lowered)) if column else self._anywhere.get(lowered)
        if code and there:
            self._ensure_same(code, there)
        column = column or (there.column if there else self._column)
        details = self._details(column, said, heads)
        group, serves = said.get(GROUP, ""), said.get(SERVES, "")
        self._ensure_can_hang(column, group, serves, heads)
        if first := self._first.get((column, lowered)):
            line, self.ids[key] = first
            self.rows.append(PlannedRow(place, name, "there", self._words("value.import_twice", line=line)))
            return
        if there is None:
            given = self._code(column, key)
            self.ids[key] = self._add(name, given, column, details, group, serves)
            told = key in self._keeps and given != key
            why = self._words("value.import_new_code", code=given, was=key) if told else ""
            self.rows.append(PlannedRow(place, name, "new", why))
        else:
            self.ids[key] = there.id
            self._meet(place, there, details, group, serves)
        self._first[column, lowered] = place, self.ids[key]

    def _details(self, column: str, said: Mapping[str, str], heads: Mapping[str, str]) -> dict[str, object]:
        lines, found = lines_of(column), dict[str, object]()
        for field, text in said.items():
            if field in (NAME, COLUMN, GROUP, SERVES):
                continue
            try:
                if field not in lines:
                    raise EditRejected("field_elsewhere", column=_called(column, self._words))
                found[field] = read_line(lines[field], text, self._words.language)
            except EditRejected as refusal:
                raise self._in_cell(heads[field], refusal) from refusal
        return found

    def _ensure_can_hang(self, column: str, group: str, serves: str, heads: Mapping[str, str]) -> None:
        for field, text in ((GROUP, group), (SERVES, serves)):
            try:
                for name in text.split(_BETWEEN) if field == SERVES else [text]:
                    if name.strip():
                        words_of_people.name(name)
                if field == SERVES and text and SERVES not in {line.key for line in LINES.get(column, ())}:
                    raise EditRejected("field_elsewhere", column=_called(column, self._words))
            except EditRejected as refusal:
                raise self._in_cell(heads[field], refusal) from refusal

    def _in_cell(self, head: str, refusal: EditRejected) -> EditRejected:
        why = self._words(f"refusals.{refusal.key}", **refusal.values)
        return EditRejected("cell_refused", column=head, why=why)

    def _code(self, column: str, wanted: str) -> str:
        """A code of the column that no card has: the wanted one if it is such, else the next."""
        letter = CODE_LETTERS[column]
        if letter not in self._last:
            before = self._document.find(SpokenCode, letter)
            kept = (each[1:] for each in self._keeps if each[:1] == letter and _NUMBER.fullmatch(each[1:]))
            self._last[letter] = max([before.last if before else 0, *map(int, kept)])
        keeps = wanted in self._keeps and wanted[:1] == letter and _NUMBER.fullmatch(wanted[1:])
        if keeps and wanted not in self._codes:
            self._codes.add(wanted)
            return wanted
        self._last[letter] += 1
        return f"{letter}{self._last[letter]}"

    def _ensure_same(self, code: str, there: Card) -> None:
        coded = next((each for each in self._by_code if each.code.casefold() == code.casefold()), there)
        if coded.text.casefold() != there.text.casefold():
            raise EditRejected("import_code_name", code=coded.code, text=coded.text, name=there.text)

    def _add(self, name: str, code: str, column: str, details: Mapping[str, object], group: str, serves: str) -> str:
        card = Card(id=new_id(), board_id=self._board_id, code=code, column=column, text=name)
        self._swaps.append(Swap(None, card))
        self._swaps += self._detail_swaps(card, details)
        if group or serves:
            self._more.append((card.id, group, serves))
        return card.id

    def _meet(self, place: int | str, there: Card, details: Mapping[str, object], group: str, serves: str) -> None:
        swaps = self._detail_swaps(there, details)
        hung = bool(list(self._hung(self._document, there.id, group, serves)))
        if not swaps and not hung:
            self.rows.append(PlannedRow(place, there.text, "same"))
        elif not self._update:
            why = self._words("value.import_there", code=there.code)
            self.rows.append(PlannedRow(place, there.text, "there", why))
        else:
            self._swaps += swaps
            if hung:
                self._more.append((there.id, group, serves))
            self.rows.append(PlannedRow(place, there.text, "update", there.code))

    def _detail_swaps(self, card: Card, details: Mapping[str, object]) -> list[Swap]:
        if not details:
            return []
        kind = DETAIL_OF[card.column]
        before: Record | None = self._document.find(kind, card.id)
        blank = kind.model_validate({"id": card.id})
        after = (before or blank).having(**details)
        return [] if after == (before or blank) else [Swap(before, after)]

    def _hung(self, document: Document, card_id: str, group: str, serves: str) -> list[Change]:
        """What puts a card into a group and names whom it serves, in addition to those whom it serves already."""
        found, card = [], document.get(Card, card_id)
        if group:
            now = document.find(CardGroup, card.group_id) if card.group_id else None
            if now is None or folded(now.name) != folded(group):
                found.append(group_cards(document, [card_id], group))
        if serves:
            after = document.after(found[0]) if found else document
            if named := serving.add_named(after, card_id, serves):
                found.append(named)
        return found


def _called(column: str, words: Words) -> str:
    return content.column(column).name.within(words.language)
