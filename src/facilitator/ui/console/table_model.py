"""TableModel: the items of a board as rows and their fields as columns, read only where somebody looks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from facilitator.boards.described import Field, Item
from facilitator.content.words import Words
from facilitator.domain.change import Change
from facilitator.ui import style
from facilitator.ui.console.cell_texts import shown, sort_key
from facilitator.ui.console.field_part import parts_of
from facilitator.ui.icons import pixmap
from facilitator.ui.literal_tip import literal_tip

NAME = ""
"""The key of the first column, which holds the items' names, where the names are none of their fields."""
DRAFT = ""
"""The id of a row that is being added and has no item yet."""

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_MANY = 100  # rows that come or go one by one; more make a new table
_LOCK = 14


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the key of its field, what heads it, and what its cells have in common."""

    key: str
    label: str
    form: str
    private: bool = False
    part: str = ""


class TableModel(QAbstractTableModel):
    """Rows stay where they are while values change: sorting is asked for, and new items come after those before them.

    `fields_of` is asked for an item's fields when one of its cells is first looked at, and again after `forget`.
    """

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._rows: list[str] = []
        self._items: dict[str, Item] = {}
        self._fields: dict[str, dict[str, Field]] = {}
        self._fields_of: Callable[[str], Sequence[Field]] = lambda _: ()
        self.columns: tuple[Column, ...] = ()
        self.sorted_by: tuple[str, bool] | None = None
        self.full_heads = False

    # --- what is shown ---

    def show_items(self, items: Sequence[Item], fields_of: Callable[[str], Sequence[Field]], *, anew: bool) -> None:
        """Show these items, in this order where they are new; `anew` for another board."""
        self._fields_of = fields_of
        wanted = {item.id: item for item in items}
        gone = [row for row in self._rows if row not in wanted and row != DRAFT]
        come = [item for item in items if item.id not in self._items]
        columns = self._columns(items, anew=anew)
        if anew or columns != self.columns or len(gone) + len(come) > _MANY:
            self._begin_anew(items, columns)
            return
        for row in gone:
            place = self._rows.index(row)
            self.beginRemoveRows(_NOWHERE, place, place)
            del self._rows[place]
            self._fields.pop(row, None)
            self.endRemoveRows()
        self._items = wanted
        for item in come:
            self._insert(self._place_for(item, items), item.id)

    def forget(self, change: Change) -> None:
        """Read anew what this change may have touched: the items that its records are of or refer to, else all."""
        touched: set[str] = set()
        for swap in change.swaps:
            about = {swap.record.id} & self._items.keys() or self._named_in(swap.before) | self._named_in(swap.after)
            if not about:
                self.forget_all()
                return
            touched |= about
        for row, item_id in enumerate(self._rows):
            if item_id in touched:
                self._fields.pop(item_id, None)
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))

    def forget_all(self) -> None:
        """Read everything anew where somebody looks at it."""
        self._fields = {}
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self.columns) - 1))

    def sort_by(self, key: str, *, descending: bool) -> None:
        """Order the rows by a column; items of which it is not known come last, whichever way."""
        place = self.column_of(key) or 0
        ids = [item_id for item_id in self._rows if item_id != DRAFT]
        fields = {item_id: self._field(item_id, place) for item_id in ids}
        known = [item_id for item_id in ids if fields[item_id].value]
        known.sort(key=lambda item_id: sort_key(fields[item_id]), reverse=descending)
        self._order([*known, *(item_id for item_id in ids if not fields[item_id].value)])
        self.sorted_by = (key, descending)

    def unsort(self) -> None:
        """Back into reading order."""
        self._order([item_id for item_id in self._items if item_id in set(self._rows)])
        self.sorted_by = None

    def begin_row(self, row: int) -> None:
        """Make room at `row` for an item that is being added."""
        self.end_row()
        self._insert(row, DRAFT)

    def end_row(self) -> None:
        """Take that room away again, unless an item has it by now."""
        if DRAFT in self._rows:
            place = self._rows.index(DRAFT)
            self.beginRemoveRows(_NOWHERE, place, place)
            del self._rows[place]
            self.endRemoveRows()

    def show_full_heads(self, full: bool) -> None:
        """Whether the heads of the rows tell names, or codes alone."""
        if full != self.full_heads:
            self.full_heads = full
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self._rows) - 1)

    # --- cells ---

    def item_at(self, row: int) -> str:
        """The id of the item in a row; DRAFT where there is none yet."""
        return self._rows[row]

    def row_of(self, item_id: str) -> int | None:
        """The row of an item, None where it is not here."""
        return self._rows.index(item_id) if item_id in self._rows else None

    def column_of(self, key: str) -> int | None:
        """The place of a column, None where there is none with this key."""
        return next((place for place, column in enumerate(self.columns) if column.key == key), None)

    def group_at(self, row: int) -> str:
        """The group of the item in a row."""
        return self._items[self._rows[row]].group

    def name_of(self, item_id: str) -> str:
        """Code and name, as one speaks of an item."""
        item = self._items[item_id]
        return f"{item.code} {item.name}".strip()

    def field_at(self, row: int, column: int) -> Field:
        """The field that a cell shows; one to read only where the item has no such field."""
        return self._field(self._rows[row], column)

    # --- what Qt asks for ---

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.BackgroundRole:
            return QColor(style.AMBER_GROUND) if column.private else None
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        field = self.field_at(index.row(), index.column())
        text = shown(field)
        if role == Qt.ItemDataRole.AccessibleTextRole and not text:
            return dict(field.choices).get("", "")
        if role == Qt.ItemDataRole.ToolTipRole:
            return literal_tip(text)
        return " ".join(text.split()) if role == Qt.ItemDataRole.DisplayRole else text

    def flags(self, index: _Index) -> Qt.ItemFlag:
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        told = self.columns[index.column()].form == "told"
        return plain if told else plain | Qt.ItemFlag.ItemIsEditable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal:
            return self._column_head(self.columns[section], role)
        item = self._items.get(self._rows[section])
        if item is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        full = self.full_heads or role == Qt.ItemDataRole.AccessibleTextRole
        return self.name_of(item.id) if full else item.code

    def _column_head(self, column: Column, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return column.label
        if role == Qt.ItemDataRole.DecorationRole and column.private:
            return pixmap("lock", style.AMBER, _LOCK)
        if role == Qt.ItemDataRole.ForegroundRole and column.private:
            return QColor(style.AMBER)
        if role == Qt.ItemDataRole.AccessibleTextRole and column.private:
            return self._words("console.private_field", field=column.label)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            said = f"{column.label} ({column.part})" if column.part else column.label
            return literal_tip(said) if role == Qt.ItemDataRole.ToolTipRole else said
        return None

    # --- inside ---

    def _columns(self, items: Sequence[Item], *, anew: bool) -> tuple[Column, ...]:
        """The columns: the name, and the fields of the items. All of these items have the same, so one is asked."""
        if not items:
            return (not anew and self.columns) or (Column(NAME, self._words("console.table_name"), "line"),)
        fields = self._fields_of(items[0].id)
        own = next((field for field in fields if field.form == "line" and field.value == items[0].name), None)
        name = Column(own.key, own.label, "line") if own else Column(NAME, self._words("console.table_name"), "line")
        in_order = (each for _, _, of_part in parts_of(fields) for each in of_part)
        return (name, *(_column(each) for each in in_order if each is not own))

    def _begin_anew(self, items: Sequence[Item], columns: tuple[Column, ...]) -> None:
        self.beginResetModel()
        self._items = {item.id: item for item in items}
        self._rows = [item.id for item in items]
        self._fields = {}
        self.columns = columns
        self.sorted_by = None
        self.endResetModel()

    def _known(self, item_id: str) -> dict[str, Field]:
        if item_id not in self._fields:
            self._fields[item_id] = {field.key: field for field in self._fields_of(item_id)}
        return self._fields[item_id]

    def _field(self, item_id: str, place: int) -> Field:
        column = self.columns[place]
        if item_id == DRAFT:
            return Field(column.key, column.label, "", "told" if place else "line")
        if column.key == NAME:
            return Field(NAME, column.label, self._items[item_id].name, "line")
        return self._known(item_id).get(column.key) or Field(column.key, column.label, "", "told", column.private)

    def _place_for(self, item: Item, items: Sequence[Item]) -> int:
        """Where a new item goes: to the room that was made for it, else after the one before it."""
        if DRAFT in self._rows:
            place = self._rows.index(DRAFT)
            self.end_row()
            return place
        before = ""
        for each in items:
            if each.id == item.id:
                break
            before = each.id
        return self._rows.index(before) + 1 if before in self._rows else 0

    def _insert(self, place: int, item_id: str) -> None:
        self.beginInsertRows(_NOWHERE, place, place)
        self._rows.insert(place, item_id)
        self.endInsertRows()

    def _order(self, ids: list[str]) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        places = {item_id: row for row, item_id in enumerate(ids)}
        places.setdefault(DRAFT, len(ids))
        after = [self.index(places[self._rows[index.row()]], index.column()) for index in before]
        self._rows = [*ids, DRAFT] if DRAFT in self._rows else ids
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _named_in(self, record: object) -> set[str]:
        values = getattr(record, "__dict__", {}).values()
        return {value for value in values if isinstance(value, str)} & self._items.keys()


def _column(field: Field) -> Column:
    return Column(field.key, field.head or field.label, field.form, field.private, field.part)
