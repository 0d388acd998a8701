"""Readings of indicators out of rows: what would come of each. The same reading is never added twice."""

from collections.abc import Callable, Mapping
from datetime import date

from facilitator.boards.importing import PlannedRow
from facilitator.boards.value_board.exchange.columns import NAME, READING, read_reading
from facilitator.boards.value_board.model import Card, Kpi, Reading
from facilitator.boards.value_board.readings import ensure_says_enough, reading_of
from facilitator.content.words import Words
from facilitator.domain.change import Change, Swap
from facilitator.domain.document import Document
from facilitator.domain.refusal import EditRejected


class PlannedReadings:
    """Rows taken one after the other; `find` gives the indicator that a name or a code means, or refuses.

    A reading of the same indicator, day and number as one that is there is that one; another number for that day is a
    changed one, which is taken only with `update`. `rows` say what comes of each row.
    """

    def __init__(self, document: Document, find: Callable[[str], Card], words: Words, *, update: bool) -> None:
        self._document, self._find, self._words, self._update = document, find, words, update
        self._there: dict[tuple[str, date], list[Reading]] = {}
        for each in document.every(Reading):
            self._there.setdefault((each.kpi_id, each.read_on), []).append(each)
        self._taken: dict[tuple[str, date], list[tuple[int | str, Reading]]] = {}
        self._swaps: list[Swap] = []
        self.rows: list[PlannedRow] = []

    def take(self, place: int | str, said: Mapping[str, str], heads: Mapping[str, str], code: str = "") -> None:
        """Plan what comes of a row that says this by the keys of fields; `heads` are what their columns are called.

        A row that has a `code` besides the name must mean the same indicator by both.
        """
        name = " ".join(said.get(NAME, "").split())
        try:
            self._take(place, said, heads, code)
        except EditRejected as refusal:
            told = self._words("value.import_reading", name=name, day=said.get("read_on", "").strip())
            why = self._words(f"refusals.{refusal.key}", **refusal.values)
            self.rows.append(PlannedRow(place, told, "rejected", why))

    def change(self) -> Change | None:
        """All of it as one change; None where there is nothing to do."""
        return Change("import", tuple(self._swaps)) if self._swaps else None

    def _take(self, place: int | str, said: Mapping[str, str], heads: Mapping[str, str], code: str) -> None:
        if not said.get(NAME, "").strip():
            raise EditRejected("reading_whose")
        card = self._find(said[NAME].strip())
        if code and (coded := self._find(code)).id != card.id:
            raise EditRejected("import_code_name", code=coded.code, text=coded.text, name=card.text)
        kpi = self._document.find(Kpi, card.id) or Kpi(id=card.id)
        new = reading_of(None, card.id, self._values(said, kpi, heads))
        ensure_says_enough(kpi, new)
        told = self._words("value.import_reading", name=card.text, day=new.read_on.isoformat())
        key = card.id, new.read_on
        for line, earlier in self._taken.get(key, ()):
            if not _same(earlier, new):
                raise EditRejected("reading_twice", line=line)
            self.rows.append(PlannedRow(place, told, "there", self._words("value.import_twice", line=line)))
            return
        self._taken.setdefault(key, []).append((place, new))
        there = self._there.get(key, [])
        if not there:
            self._swaps.append(Swap(None, new))
            self.rows.append(PlannedRow(place, told, "new"))
            return
        same = [each for each in there if _same(each, new)]
        if not same and len(there) > 1:
            raise EditRejected("reading_several", count=len(there))
        self._meet(place, told, (same or there)[0], new, card)

    def _meet(self, place: int | str, told: str, there: Reading, new: Reading, card: Card) -> None:
        given = new.model_dump(exclude={"id", "kpi_id"})
        after = there.having(**{key: value for key, value in given.items() if value not in (None, "")})
        if after == there:
            self.rows.append(PlannedRow(place, told, "same"))
        elif self._update:
            self._swaps.append(Swap(there, after))
            self.rows.append(PlannedRow(place, told, "update", card.code))
        else:
            self.rows.append(PlannedRow(place, told, "there", self._words("value.import_reading_there")))

    def _values(self, said: Mapping[str, str], kpi: Kpi, heads: Mapping[str, str]) -> dict[str, object]:
        found: dict[str, object] = {}
        for key in READING:
            try:
                found[key] = read_reading(key, said.get(key, ""), kpi, self._words.language)
            except EditRejected as refusal:
                why = self._words(f"refusals.{refusal.key}", **refusal.values)
                raise EditRejected("cell_refused", column=heads[key], why=why) from refusal
        return found


def _same(one: Reading, other: Reading) -> bool:
    return (one.value, one.rating) == (other.value, other.rating)
