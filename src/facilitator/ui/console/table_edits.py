"""TableEdits: what is typed, pasted and cleared in the table of a board, as edits."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QGuiApplication

from facilitator.boards.said_day import iso_day
from facilitator.boards.settings import Setting, SettingsRejected, set_together
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.refusal import EditRejected, Refusal
from facilitator.journal import Saved
from facilitator.ui.console.board_work import BoardWork
from facilitator.ui.console.cell_texts import cells_in, shown, tab_separated, value_of
from facilitator.ui.console.shown_board import ShownBoard
from facilitator.ui.console.table_model import DRAFT, NAME
from facilitator.ui.console.table_view import TableView
from facilitator.ui.desk import Desk
from facilitator.ui.errors import sentence
from facilitator.workshop.capture import AddLine

_NAMED = 3  # refused cells that a message tells one by one


class TableEdits:
    """Edits of the cells of `view`, which shows a group ("" all) of the board that is `shown`."""

    def __init__(
        self,
        desk: Desk,
        work: BoardWork,
        view: TableView,
        shown: Callable[[], ShownBoard | None],
        group: Callable[[], str],
    ) -> None:
        self._desk, self._work, self._view, self._shown, self._group = desk, work, view, shown, group
        self._words = desk.words

    def enter(self, item_id: str, key: str, value: str) -> None:
        """One cell as one step; what is refused stays in its editor."""
        shown_board = self._shown()
        if shown_board is None:
            return
        kind, today = shown_board.kind, self._desk.today()
        dated = self._view.editing is not None and self._view.editing.form == "date"

        def edit(document: Document) -> Change:
            if key == NAME:
                return kind.rename(document, item_id, value)
            return kind.set_field(document, item_id, key, iso_day(value, today) if dated else value)

        def done(saved: Saved) -> None:
            editing = self._view.editing
            if editing and (editing.item_id, editing.key, editing.value()) == (item_id, key, value):
                self._view.finish_edit()

        def refused(refusal: EditRejected) -> None:
            said = sentence(refusal, self._words)
            self._view.keep_edit(item_id, key, said)
            self._work.say(said, problem=True)

        self._desk.ask(edit, refused, done=done, about=self.about())

    def about(self) -> object:
        """What the cell that is being edited is, None for none."""
        editing = self._view.editing
        if editing is None:
            return None
        if editing.item_id == DRAFT:
            return "new row", self._view.rows_begun
        return "field", editing.item_id, editing.key

    def add(self, name: str, group: str) -> None:
        """A new item; a refused one stays in its editor."""
        shown_board = self._shown()
        if shown_board is None:
            return
        kind, board_id = shown_board.kind, shown_board.board_id
        group = group or self._group() or next((each.id for each in shown_board.groups), "")

        def done(saved: Saved) -> None:
            now = self._shown()
            ids = {item.id for item in now.items} if now else set()
            added = [record.id for record in saved.change.added() if record.id in ids]
            if self._view.editing:
                self._view.finish_edit(added[-1] if added else "")
            elif added:  # the first item of a group brought columns with it, and they ended the edit
                self._view.go_to(added[-1])

        def refused(refusal: EditRejected) -> None:
            said = sentence(refusal, self._words)
            self._view.keep_edit(DRAFT, self._view.cells.columns[0].key, said)
            self._work.say(said, problem=True)

        self._desk.ask(
            lambda document: kind.add(document, board_id, AddLine(name), group), refused, done=done, about=self.about()
        )

    def clear(self, cells: list[tuple[int, int]]) -> None:
        """Empty these cells as one step, or none of them."""
        self._set([(row, column, "") for row, column in cells], "clear_cells")

    def copy(self, cells: list[tuple[int, int]]) -> None:
        """The selected cells as a block; a cell in it that is not selected is empty."""
        if cells:
            rows, columns = sorted({row for row, _ in cells}), sorted({column for _, column in cells})
            texts = {cell: shown(self._view.cells.field_at(*cell)) for cell in cells}
            block = [[texts.get((row, column), "") for column in columns] for row in rows]
            QGuiApplication.clipboard().setText(tab_separated(block))

    def paste(self, cells: list[tuple[int, int]]) -> None:
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
            (top, left), width = cells[0], len(self._view.cells.columns)
            places = [each for each in range(left, width) if not self._view.isColumnHidden(each)]
            if top + len(block) > self._view.cells.rowCount() or max(map(len, block)) > len(places):
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
        shown_board = self._shown()
        if shown_board is None or not wanted:
            return
        kind = shown_board.kind
        settings = []
        for row, column, text in wanted:
            field = self._view.cells.field_at(row, column)
            settings.append(
                Setting(self._view.cells.item_at(row), self._view.cells.columns[column].key, value_of(field, text))
            )
        self._desk.ask(lambda document: set_together(kind, document, settings, label), self._say_refused)

    def _say_refused(self, refusal: EditRejected) -> None:
        """Name the cells that can't be had, a few of them one by one."""
        if not isinstance(refusal, SettingsRejected):
            self._work.say(sentence(refusal, self._words), problem=True)
            return
        labels = {column.key: column.label for column in self._view.cells.columns}
        named = [
            self._words(
                "console.cell_refused",
                item=self._view.cells.name_of(setting.item_id),
                column=labels[setting.key],
                why=sentence(why, self._words),
            )
            for setting, why in refusal.refused[:_NAMED]
        ]
        others = len(refusal.refused) - len(named)
        if others:
            named.append(self._words("console.cells_refused_too", count=others))
        self._work.say(" ".join([self._words("console.nothing_changed"), *named]), problem=True)
