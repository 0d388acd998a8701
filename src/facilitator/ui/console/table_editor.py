"""TableEditor: all items of a board in a table in which every field can be edited, by keys alone."""

from collections import Counter
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.boards.described import Field
from facilitator.content.words import Words
from facilitator.domain.change import Change
from facilitator.ui.console.board_work import BoardWork
from facilitator.ui.console.column_chooser import ColumnChooser
from facilitator.ui.console.filter_chooser import FilterChooser
from facilitator.ui.console.group_chooser import GroupChooser, groups_apart
from facilitator.ui.console.shown_board import ShownBoard
from facilitator.ui.console.table_edits import TableEdits
from facilitator.ui.console.table_model import TableModel
from facilitator.ui.console.table_view import TableView
from facilitator.ui.console.typing_place import TypingPlace
from facilitator.ui.desk import Desk
from facilitator.ui.plain_label import ElidedLabel


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
        self.edits = TableEdits(desk, work, self.view, lambda: self._shown, lambda: self._group)
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
        return TypingPlace("console.pending_cell", self.view.commit, self.edits.about, self.view.finish_edit)

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
        work, view, edits = self._work, self.view, self.edits
        self.columns.chosen.connect(self._show_columns)
        self.groups.turned.connect(self._turn)
        self.filters.chosen.connect(self._filter)
        work.shown.connect(self._show)
        work.selected.connect(self._follow)
        self._desk.signals.documentChanged.connect(self._refresh)
        view.picked.connect(work.pick)
        view.entered.connect(edits.enter)
        view.nameEntered.connect(edits.add)
        view.deleteRequested.connect(lambda ids: work.delete(ids) if ids else None)
        view.clearRequested.connect(edits.clear)
        view.copyRequested.connect(edits.copy)
        view.pasteRequested.connect(edits.paste)
        view.sortRequested.connect(self._sort)
        view.turnRequested.connect(self.groups.turn)
        view.refused.connect(lambda text: work.say(text, problem=True))
        view.mended.connect(lambda: work.say("", problem=False))

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
