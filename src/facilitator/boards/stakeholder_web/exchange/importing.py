"""Stakeholders and ties out of tables, recipients and foreign maps: what would come of them, as one step."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import cast

from facilitator.boards.importing import (
    ImportPlan,
    LeftOut,
    Mapped,
    PlannedRow,
    Target,
)
from facilitator.boards.incoming import DESCRIPTION, LABEL, Incoming, IncomingRow
from facilitator.boards.stakeholder_web.edits import CODE_LETTER, category_named, stakeholder_name
from facilitator.boards.stakeholder_web.exchange.cells import Cells
from facilitator.boards.stakeholder_web.exchange.columns import TABLES, hub_row, left_out
from facilitator.boards.stakeholder_web.exchange.importing_ties import planned_ties
from facilitator.boards.stakeholder_web.model import Stakeholder, Web
from facilitator.boards.stakeholder_web.reading import PRIVATE, public_value
from facilitator.boards.stakeholder_web.stakeholder_fields import subcategory_named
from facilitator.content import methods
from facilitator.content.methods import CategorySet
from facilitator.content.words import Words
from facilitator.domain import words_of_people
from facilitator.domain.change import Change, Swap, composed
from facilitator.domain.document import Document
from facilitator.domain.engagement import SpokenCode
from facilitator.domain.record import Record, new_id
from facilitator.domain.refusal import EditRejected
from facilitator.exchange.duplicates import likely_duplicates


def targets(document: Document, board_id: str) -> tuple[Target, ...]:
    """The fields that columns can go into."""
    return Cells(document, board_id).targets


def plan_import(
    document: Document, board_id: str, incoming: Incoming, mapped: Mapped, group: str, *, update: bool, words: Words
) -> ImportPlan:
    """What an import would do; the rows whose names are on the board already are left alone unless `update`.

    A row with a cell that can't be read is rejected whole. New stakeholders go into `group` unless a column says
    otherwise. The hub of a map that we wrote fills that of a board without stakeholders; elsewhere it is told that the
    board keeps its own. Raises EditRejected("group_unknown") (group, known).
    """
    group = category_named(document, document.get(Web, board_id), group)
    work = _Work(document, board_id, incoming, mapped, group, update, words)
    for row in incoming.rows:
        work.take(row)
    _hinted(work.rows, work.names, work.new, words)
    rejected = [
        PlannedRow(each.place, "", "rejected", _why(each.key, each.values, words)) for each in incoming.rejected
    ]
    ties = planned_ties(document, board_id, incoming, work.ids, work.turned_away, words)
    changes = [*work.changes(), *ties.changes]
    return ImportPlan(
        change=composed("import", changes) if changes else None,
        rows=(*work.rows, *rejected),
        ties=len(ties.changes),
        rejected_ties=ties.rejected,
        left_out=(
            *left_out(incoming, mapped, work.cells),
            *(LeftOut(column, "unknown_tie") for column in ties.left_out),
            *(LeftOut(part, "unheld") for part in incoming.ignored),
        ),
    )


class _Work:
    def __init__(
        self,
        document: Document,
        board_id: str,
        incoming: Incoming,
        mapped: Mapped,
        group: str,
        update: bool,
        words: Words,
    ) -> None:
        self._document, self._board_id, self._group = document, board_id, group
        self._update, self._words = update, words
        self._web = document.get(Web, board_id)
        self.cells = Cells(document, board_id, words.language)
        self._all_columns = incoming.columns
        self._hub = hub_row(incoming)
        self._ours = self._hub is not None or bool(incoming.sheets)
        self._keyed = bool(incoming.ties) or incoming.form not in TABLES
        self._columns = [(column, mapped[column], at) for at, column in enumerate(incoming.columns) if column in mapped]
        there = [each for each in document.every(Stakeholder) if each.board_id == board_id]
        self._there = {each.name.casefold(): each for each in reversed(there)}
        self._empty = not there
        self._first: dict[str, IncomingRow] = {}
        code = document.find(SpokenCode, CODE_LETTER)
        self._codes_before, self._last_code = code, code.last if code else 0
        self._swaps: list[Swap] = []
        self._changed: dict[tuple[type[Record], str], Record | None] = {}
        self.rows: list[PlannedRow] = []
        self.ids: dict[str, str | None] = {}
        self.turned_away: set[str] = set()
        self.names = [(each.id, each.name) for each in there]
        self.new: dict[str, int] = {}

    def take(self, row: IncomingRow) -> None:
        """Plan what comes of a row."""
        is_hub = row is self._hub
        called = LABEL if is_hub else next((column for column, key, _ in self._columns if key == "name"), "")
        name = row.cells[self._all_columns.index(called)] if called else ""
        try:
            if is_hub:
                self._take_hub(row, name)
            else:
                self._take(row, name)
        except EditRejected as refusal:
            self.turned_away.add(row.key)
            self.rows.append(PlannedRow(row.place, name, "rejected", _why(refusal.key, refusal.values, self._words)))

    def changes(self) -> Iterable[Change]:
        """All that was planned for rows."""
        if self._last_code > (self._codes_before.last if self._codes_before else 0):
            self._swaps.append(Swap(self._codes_before, SpokenCode(id=CODE_LETTER, last=self._last_code)))
        return [Change("import", tuple(self._swaps))] if self._swaps else []

    def _take(self, row: IncomingRow, said: str) -> None:
        try:
            name = words_of_people.name(said)
            if not self._ours and name.casefold() not in self._there:  # a name that we wrote was looked at before
                name = stakeholder_name(said)
        except EditRejected as refusal:
            _, refused = self._values(row)
            raise self._joined(refused if "name" in refused else {"name": refusal, **refused}) from refusal
        there = self._there.get(name.casefold())
        first = None if self._keyed else self._first.setdefault(name.casefold(), row)
        if first and first is not row:
            why = self._words("web.import_twice", line=first.place)
            self.rows.append(PlannedRow(row.place, name, "there", why))
            return
        values, refused = self._values(row)
        if refused:
            raise self._joined(refused)
        if there is None:
            self._add(row, {**values, "name": name})
        else:
            self.ids[row.key] = there.id
            self._meet(row, there, values)

    def _values(self, row: IncomingRow) -> tuple[dict[str, str], dict[str, EditRejected]]:
        """What the cells of a row say, by field, and why those that can't be read can't."""
        values, refused = dict[str, str](), dict[str, EditRejected]()
        for _, key, at in self._columns:
            try:
                value = self.cells.read(key, row.cells[at])
                if value:
                    _ensure_readable(key, value)
                    values[key] = value
            except EditRejected as refusal:
                refused[key] = refusal
        return values, refused

    def _joined(self, refused: Mapping[str, EditRejected]) -> EditRejected:
        """One sentence for all cells of a row that can't be read, each with its column."""
        columns = {key: column for column, key, _ in self._columns}
        if "name" in refused and (len(refused) == 1 or "name" not in columns):
            return refused["name"]
        told = [(columns[key], _why(each.key, each.values, self._words)) for key, each in refused.items()]
        column, why = told.pop()
        joined = EditRejected("cell_refused", column=column, why=why)
        while told:
            more = _why(joined.key, joined.values, self._words)
            column, why = told.pop()
            joined = EditRejected("cells_refused", column=column, why=why.rstrip("."), more=more)
        return joined

    def _add(self, row: IncomingRow, values: Mapping[str, str]) -> None:
        its_id = new_id()
        self._last_code += 1
        fields: dict[str, object] = {
            "id": its_id,
            "board_id": self._board_id,
            "code": f"{CODE_LETTER}{self._last_code}",
            "category": self._group,
            "origin": "group" if self._web.made_from else "",
        }
        record = Stakeholder.model_validate(fields | self._public(values, self._group))
        self._swaps += [Swap(None, record), *self._private(its_id, values)]
        self.ids[row.key] = its_id
        self.names.append((its_id, record.name))
        self.new[its_id] = len(self.rows)
        self.rows.append(PlannedRow(row.place, record.name, "new"))

    def _meet(self, row: IncomingRow, there: Stakeholder, values: Mapping[str, str]) -> None:
        public = {key: value for key, value in values.items() if key != "name"}
        after = there.having(**self._public(public, there.category))
        swaps = [Swap(there, after)] if after != there else []
        swaps += self._private(there.id, values)
        if not swaps:
            self.rows.append(PlannedRow(row.place, there.name, "same"))
        elif self._update:
            self._swaps += swaps
            self._there[there.name.casefold()] = after  # another row of a map may be called so, too
            self._changed |= {(type(swap.record), there.id): swap.after for swap in swaps}
            self.rows.append(PlannedRow(row.place, there.name, "update", there.code))
        else:
            self.rows.append(
                PlannedRow(row.place, there.name, "there", self._words("web.import_there", code=there.code))
            )

    def _public(self, values: Mapping[str, str], category: str) -> dict[str, object]:
        """The columns of `Stakeholder` that values set, for one who else stands in `category`."""
        fields = {key: public_value(key, value) for key, value in values.items() if key not in PRIVATE}
        if subcategory := values.get("subcategory"):
            finer, _ = subcategory_named(subcategory)
            shown = cast(CategorySet, self._web.category_set)
            wanted = methods.display_category(values.get("category", finer), shown)
            if methods.display_category(finer, shown) != wanted:
                raise EditRejected("subcategory_elsewhere", subcategory=subcategory)
            fields["category"] = finer
        elif "category" in values and _same(values["category"], category, self._web):
            del fields["category"]
        return fields

    def _private(self, its_id: str, values: Mapping[str, str]) -> list[Swap]:
        """What the private values change in the records about a stakeholder."""
        befores: dict[type[Record], Record | None] = {}
        columns: dict[type[Record], dict[str, object]] = {}
        for key, value in values.items():
            if key in PRIVATE:
                kind, column, read = PRIVATE[key]
                now = self._changed.get((kind, its_id)) or self._document.find(kind, its_id)
                before = befores.setdefault(kind, now)
                known = columns.setdefault(kind, before.model_dump() if before else {"id": its_id})
                known[column] = read(value)
        afters = {kind: kind.model_validate(known) for kind, known in columns.items()}
        return [Swap(befores[kind], after) for kind, after in afters.items() if after != befores[kind]]

    def _take_hub(self, row: IncomingRow, name: str) -> None:
        self.ids[row.key] = None
        said = dict(zip(self._all_columns, row.cells, strict=True))
        project = words_of_people.name(name)
        after = self._web.having(project=project, problem=words_of_people.note(said.get(DESCRIPTION, "")))
        if after == self._web:
            return
        if self._empty:
            self._swaps.append(Swap(self._web, after))
        else:
            self.rows.append(PlannedRow(row.place, project, "there", self._words("web.import_hub_stays")))


def _ensure_readable(key: str, value: str) -> None:
    if key in PRIVATE:
        PRIVATE[key][2](value)
    else:
        public_value(key, value)


def _same(category: str, now: str, web: Web) -> bool:
    """Whether a category shows as the one that somebody is filed under, maybe more finely."""
    shown = cast(CategorySet, web.category_set)
    return methods.display_category(category, shown) == methods.display_category(now, shown)


def _why(key: str, values: Mapping[str, object], words: Words) -> str:
    return words(f"refusals.{key}", **values)


def _hinted(rows: list[PlannedRow], names: Sequence[tuple[str, str]], new: Mapping[str, int], words: Words) -> None:
    """Say of a new one whom it may be, where a name is nearly the same."""
    called = dict(names)
    for pair in likely_duplicates(names):
        at = new.get(pair.id_b)
        if at is not None:
            rows[at] = replace(rows[at], why=words("web.import_like", name=called[pair.id_a]))
