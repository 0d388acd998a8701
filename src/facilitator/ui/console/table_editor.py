"""TableEditor: all items of a board in a table in which every field can be edited, by keys alone."""

from collections import Counter
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.boards.described import Field
from facilitator.boards.said_day import iso_day
from facilitator.boards.settings import Setting, SettingsRejected, set_together
from facilitator.content.words import Words
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.refusal import EditRejected, Refusal
from facilitator.journal import Saved
from facilitator.ui.console.board_work import BoardWork
from facilitator.ui.console.cell_texts import cells_in, shown, tab_separated, value_of
from facilitator.ui.console.column_chooser import ColumnChooser
from facilitator.ui.console.filter_chooser import FilterChooser
from facilitator.ui.console.group_chooser import GroupChooser, groups_apart
from facilitator.ui.console.shown_board import ShownBoard
from facilitator.ui.console.table_model import DRAFT, NAME, TableModel
from facilitator.ui.console.table_view import TableView
from facilitator.ui.console.typing_place import TypingPlace
from facilitator.ui.desk import Desk
from facilitator.ui.errors import sentence
from facilitator.ui.plain_label import ElidedLabel
from facilitator.workshop.capture import AddLine

_NAMED = 3  # refused cells that a message tells one by one


class TableEditor(QWidget):
    """The table with the button that chooses its columns; edits are those of the board that is open.

    Where groups have different fields it holds one of them at a time: the chosen one, or that of what is picked.
    """

    def __init__(self, desk: Desk, work: BoardWork) -> None:
        super().__init__()
        self._desk, self._work = desk, work
        self._words: Words = desk.words
        self._shown: ShownBoard | None = None
        self._stale = True
        self.model = TableModel(desk.words)
        self.view = TableView(self.model, desk.words)
        self.columns = ColumnChooser(desk.words)
        self.groups = GroupChooser(desk.words)
        self.filters = FilterChooser(desk.words)
        self._group = ""
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self.groups)
        top.addWidget(self.columns)
        top.addWidget(self.filters)
        top.addWidget(ElidedLabel(desk.words("console.table_keys"), "small"), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        layout.addLayout(top)
        layout.addWidget(self.view)
        self.setFocusProxy(self.view)
        self._listen()

    @property
    def typing(self) -> TypingPlace:
        """The cell that is being edited, for whoever asks before the board is left."""
        return TypingPlace("console.pending_cell", self.view.commit, self._about, self.view.finish_edit)

    def showEvent(self, event: QShowEvent) -> None:
        """What happened while the table was out of sight is read now."""
        super().showEvent(event)
        picked = self._group_of(self._work.picked)
        if picked:
            self.groups.want(self._work.board_id, picked)
        self._show(self._work.showing_now)
        if self._stale:
            self._stale = False
            self.model.forget_all()

    def _listen(self) -> None:
        work, view = self._work, self.view
        self.columns.chosen.connect(self._show_columns)
        self.groups.turned.connect(self._turn)
        self.filters.chosen.connect(self._filter)
        work.shown.connect(self._show)
        work.selected.connect(self._follow)
        self._desk.signals.documentChanged.connect(self._refresh)
        view.picked.connect(work.pick)
        view.entered.connect(self._enter)
        view.nameEntered.connect(self._add)
        view.deleteRequested.connect(lambda ids: work.delete(ids) if ids else None)
        view.clearRequested.connect(self._clear)
        view.copyRequested.connect(self._copy)
        view.pasteRequested.connect(self._paste)
        view.sortRequested.connect(self._sort)
        view.turnRequested.connect(self.groups.turn)
        view.refused.connect(lambda text: work.say(text, problem=True))
        view.mended.connect(lambda: work.say("", problem=False))

    # --- what is shown ---

    def _show(self, shown_board: ShownBoard | None) -> None:
        if not self.isVisible():
            self._stale = True
            return
        before, self._shown = self._shown, shown_board
        if shown_board is None:
            return
        fields_of, columns = partial(self._fields, shown_board), self.model.columns
        counts = Counter(item.group for item in shown_board.items)
        self.groups.offer(shown_board.board_id, groups_apart(shown_board.items, shown_board.groups, fields_of), counts)
        group = self.groups.group
        other = before is None or before.board_id != shown_board.board_id or group != self._group
        self._group = group
        of_group = [item for item in shown_board.items if group in ("", item.group)]
        self.filters.offer(
            shown_board.board_id, shown_board.kind.filters(shown_board.view, self._desk.today(), self._words)
        )
        passing = self.filters.passing
        items = [item for item in of_group if passing is None or item.id in passing]
        self.filters.tell(len(items), len(of_group))
        self.model.show_items(items, fields_of, anew=other)
        if other or columns != self.model.columns:
            self.columns.offer(shown_board.kind.id, self.model.columns[1:])
        self._show_columns()
        self._show_sorting()
        self.view.show_picked(self._work.picked)

    def _turn(self) -> None:
        """Show the group that is wanted now, unless what is being typed can't be saved; the keys stay in the table."""
        if not self.view.commit():
            self.groups.want(self._work.board_id, self._group)
        self._show(self._work.showing_now)
        if self.view.currentIndex().row() < 0 and self.model.rowCount():
            self.view.make_current(0, 0)

    def _filter(self) -> None:
        """Show what passes now, unless what is being typed can't be saved."""
        if self.view.commit():
            self._show(self._work.showing_now)
            none = not self.model.rowCount()
            self._work.say(self._words("console.table_filtered_out") if none else "", problem=False)

    def _follow(self, ids: Sequence[str]) -> None:
        """Show what was picked elsewhere, in its own group."""
        if not self.isVisible():
            return
        group = self._group_of(ids)
        if self._group and group not in ("", self._group) and self.view.commit():
            self.groups.want(self._work.board_id, group)
            self._show(self._work.showing_now)
        self.view.show_picked(ids)

    def _group_of(self, ids: Sequence[str]) -> str:
        """The group of what was picked last, "" for none."""
        shown = self._work.showing_now
        return next((item.group for item in shown.items if ids and item.id == ids[-1]), "") if shown else ""

    def _refresh(self, change: Change) -> None:
        if self.isVisible():
            self.model.forget(change)

    def _fields(self, shown_board: ShownBoard, item_id: str) -> Sequence[Field]:
        return shown_board.kind.fields(self._desk.document, item_id, self._words)

    def _show_columns(self) -> None:
        if self._shown is None:
            return
        on_show = 0
        for place, column in enumerate(self.model.columns):
            hidden = self.columns.leaves_out(column.key) or (column.private and self._shown.private_hidden)
            self.view.setColumnHidden(place, hidden)
            on_show += not hidden
        self.columns.tell(on_show, len(self.model.columns))
        at = self.view.currentIndex()
        if at.isValid() and self.view.isColumnHidden(at.column()):
            self.view.make_current(at.row(), 0)

    def _sort(self, place: int) -> None:
        """By this column; once more, the other way; a third time, in reading order again."""
        if not 0 <= place < len(self.model.columns):
            return
        key = self.model.columns[place].key
        if self.model.sorted_by == (key, True):
            self.model.unsort()
        else:
            self.model.sort_by(key, descending=self.model.sorted_by == (key, False))
        self._show_sorting()
        column = self.model.columns[place].label
        said = {None: "console.sorted_not", (key, False): "console.sorted_up", (key, True): "console.sorted_down"}
        self._work.say(self._words(said[self.model.sorted_by], column=column), problem=False)

    def _show_sorting(self) -> None:
        head, by = self.view.horizontalHeader(), self.model.sorted_by
        head.setSortIndicatorShown(by is not None)
        if by:
            order = Qt.SortOrder.DescendingOrder if by[1] else Qt.SortOrder.AscendingOrder
            head.setSortIndicator(self.model.column_of(by[0]) or 0, order)

    # --- edits ---

    def _enter(self, item_id: str, key: str, value: str) -> None:
        """One cell as one step; what is refused stays in its editor."""
        if self._shown is None:
            return
        kind, today = self._shown.kind, self._desk.today()
        dated = self.view.editing is not None and self.view.editing.form == "date"

        def edit(document: Document) -> Change:
            if key == NAME:
                return kind.rename(document, item_id, value)
            return kind.set_field(document, item_id, key, iso_day(value, today) if dated else value)

        def done(saved: Saved) -> None:
            editing = self.view.editing
            if editing and (editing.item_id, editing.key, editing.value()) == (item_id, key, value):
                self.view.finish_edit()

        def refused(refusal: EditRejected) -> None:
            said = sentence(refusal, self._words)
            self.view.keep_edit(item_id, key, said)
            self._work.say(said, problem=True)

        self._desk.ask(edit, refused, done=done, about=self._about())

    def _about(self) -> object:
        editing = self.view.editing
        if editing is None:
            return None
        if editing.item_id == DRAFT:
            return "new row", self.view.rows_begun
        return "field", editing.item_id, editing.key

    def _add(self, name: str, group: str) -> None:
        if self._shown is None:
            return
        kind, board_id = self._shown.kind, self._shown.board_id
        group = group or self._group or next((each.id for each in self._shown.groups), "")

        def done(saved: Saved) -> None:
            ids = {item.id for item in self._shown.items} if self._shown else set()
            added = [record.id for record in saved.change.added() if record.id in ids]
            if self.view.editing:
                self.view.finish_edit(added[-1] if added else "")
            elif added:  # the first item of a group brought columns with it, and they ended the edit
                self.view.go_to(added[-1])

        def refused(refusal: EditRejected) -> None:
            said = sentence(refusal, self._words)
            self.view.keep_edit(DRAFT, self.model.columns[0].key, said)
            self._work.say(said, problem=True)

        self._desk.ask(
            lambda document: kind.add(document, board_id, AddLine(name), group), refused, done=done, about=self._about()
        )

    def _clear(self, cells: list[tuple[int, int]]) -> None:
        self._set([(row, column, "") for row, column in cells], "clear_cells")

    def _copy(self, cells: list[tuple[int, int]]) -> None:
        """The selected cells as a block; a cell in it that is not selected is empty."""
        if cells:
            rows, columns = sorted({row for row, _ in cells}), sorted({column for _, column in cells})
            texts = {cell: shown(self.model.field_at(*cell)) for cell in cells}
            block = [[texts.get((row, column), "") for column in columns] for row in rows]
            QGuiApplication.clipboard().setText(tab_separated(block))

    def _paste(self, cells: list[tuple[int, int]]) -> None:
        """A block from the upper left cell on; a single value into all selected cells."""
        try:
            block = cells_in(QGuiApplication.clipboard().text())
        except Refusal as refusal:
            self._work.say(sentence(refusal, self._words), problem=True)
            return
        if not cells or not block:
            return
        wanted = [(row, column, block[0][0]) for row, column in cells]
        if len(block) > 1 or len(block[0]) > 1:
            (top, left), width = cells[0], len(self.model.columns)
            places = [each for each in range(left, width) if not self.view.isColumnHidden(each)]
            if top + len(block) > self.model.rowCount() or max(map(len, block)) > len(places):
                self._work.say(self._words("console.paste_too_large"), problem=True)
                return
            wanted = [
                (top + down, places[right], text)
                for down, texts in enumerate(block)
                for right, text in enumerate(texts)
            ]
        self._set(wanted, "paste_cells")

    def _set(self, wanted: Sequence[tuple[int, int, str]], label: str) -> None:
        """Several cells as one step, or none of them."""
        if self._shown is None or not wanted:
            return
        kind = self._shown.kind
        settings = []
        for row, column, text in wanted:
            field = self.model.field_at(row, column)
            settings.append(Setting(self.model.item_at(row), self.model.columns[column].key, value_of(field, text)))
        self._desk.ask(lambda document: set_together(kind, document, settings, label), self._say_refused)

    def _say_refused(self, refusal: EditRejected) -> None:
        """Name the cells that can't be had, a few of them one by one."""
        if not isinstance(refusal, SettingsRejected):
            self._work.say(sentence(refusal, self._words), problem=True)
            return
        labels = {column.key: column.label for column in self.model.columns}
        named = [
            self._words(
                "console.cell_refused",
                item=self.model.name_of(setting.item_id),
                column=labels[setting.key],
                why=sentence(why, self._words),
            )
            for setting, why in refusal.refused[:_NAMED]
        ]
        others = len(refusal.refused) - len(named)
        if others:
            named.append(self._words("console.cells_refused_too", count=others))
        self._work.say(" ".join([self._words("console.nothing_changed"), *named]), problem=True)
