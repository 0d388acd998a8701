"""EntryWork: the dated rows of what is picked: readings of an indicator, reviews of a register."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject

from facilitator.boards.described import EntryList, Field
from facilitator.boards.entry_check import EntryCheck
from facilitator.domain.picture import Picture
from facilitator.domain.refusal import EditRejected
from facilitator.ui.console.entries_panel import EntriesPanel
from facilitator.ui.console.shown_board import ShownBoard
from facilitator.ui.desk import Desk
from facilitator.ui.dialogs.check_dialog import CheckDialog
from facilitator.ui.dialogs.entry_dialog import EntryDialog


class EntryWork(QObject):
    """Shows the lists of one item, or of the board, and makes edits of what is asked for there."""

    def __init__(self, desk: Desk, panel: EntriesPanel) -> None:
        super().__init__(panel)
        self._desk, self._panel = desk, panel
        self._shown: ShownBoard | None = None
        self._item_id = ""
        self._lists: dict[str, EntryList] = {}
        panel.addRequested.connect(self.add)
        panel.editRequested.connect(self.edit)
        panel.deleteRequested.connect(self.delete)

    def show(self, shown: ShownBoard, item_id: str) -> None:
        """Show the lists of this item; "" for none."""
        self._shown, self._item_id = shown, item_id
        lists: Sequence[EntryList] = ()
        if item_id:
            try:
                lists = shown.kind.entry_lists(self._desk.document, item_id, self._desk.words)
            except EditRejected:  # something is picked that is on the board no more, or a link
                lists = ()
        self._lists = {each.id: each for each in lists}
        self._panel.show_lists(lists, private=not shown.private_hidden)

    @property
    def first_title(self) -> str:
        """The title of the list that `add` adds to unless another is named, "" where there is none."""
        return next((each.title for each in self._lists.values()), "")

    @property
    def any_lists(self) -> bool:
        """Whether there is a list that a row can be added to."""
        return bool(self._lists)

    def add(self, list_id: str = "") -> EntryDialog | CheckDialog | None:
        """Open the form for a new row, of the first list unless another is named; None where there is no list.

        One that shows participants something new is looked through first, but not while what is private is hidden.
        """
        wanted = self._lists.get(list_id) or next(iter(self._lists.values()), None)
        if wanted is None or self._shown is None:
            return None
        fields, desk = self._dated_today(wanted.fields), self._desk
        values = {field.key: field.value for field in fields if field.form != "told"}
        check = self._shown.kind.check_entry(desk.document, self._item_id, wanted.id, values, desk.words)
        if check is None:
            return self._open(wanted, "", fields)
        if self._shown.private_hidden:
            desk.refused.emit(desk.words("check.hidden"))
            return None
        return self._look_through(self._shown, wanted, fields)

    def edit(self, list_id: str, entry_id: str) -> EntryDialog | None:
        """Open the form for a row that is there; None where it is no more."""
        wanted = self._lists[list_id]
        entry = next((each for each in wanted.rows if each.id == entry_id), None)
        if entry is None:
            return None
        fields = [replace(field, value=value) for field, value in zip(wanted.fields, entry.values, strict=True)]
        return self._open(wanted, entry_id, fields)

    def delete(self, list_id: str, entry_id: str) -> None:
        """Remove a row; undo brings it back."""
        if self._shown:
            kind, item_id = self._shown.kind, self._item_id
            self._desk.ask(lambda document: kind.delete_entry(document, item_id, list_id, entry_id))

    def _look_through(self, shown: ShownBoard, wanted: EntryList, fields: Sequence[Field]) -> CheckDialog:
        desk, kind, item_id = self._desk, shown.kind, self._item_id

        def check(values: Mapping[str, str]) -> EntryCheck:
            found = kind.check_entry(desk.document, item_id, wanted.id, values, desk.words)
            if found is None:
                raise EditRejected("gone", id=item_id)
            return found

        def save(values: Mapping[str, str]) -> bool:
            saved = desk.ask_for(
                dialog.say,
                lambda document: kind.put_entry(document, item_id, wanted.id, "", values, desk.words),
            )
            return saved is not None

        dialog = CheckDialog(
            desk.words("check.title", board=shown.heading_of(item_id)),
            fields,
            check,
            kind.forms(desk.words),
            desk.picture,
            Picture(desk.theme.paper, (), alt=""),
            save,
            desk.words,
            self._panel.window(),
            today=desk.today,
        )
        dialog.open()
        return dialog

    def _dated_today(self, fields: Sequence[Field]) -> Sequence[Field]:
        """The fields of a new row: one that begins with its day is likely to be of today."""
        first, *others = fields
        if first.form != "date" or first.value:
            return fields
        return [replace(first, value=self._desk.today().isoformat()), *others]

    def _open(self, wanted: EntryList, entry_id: str, fields: Sequence[Field]) -> EntryDialog | None:
        shown, item_id, desk = self._shown, self._item_id, self._desk
        if shown is None:
            return None

        def save(values: Mapping[str, str]) -> bool:
            saved = desk.ask_for(
                dialog.say,
                lambda document: shown.kind.put_entry(document, item_id, wanted.id, entry_id, values, desk.words),
            )
            return saved is not None

        offered = [field for field in fields if not (field.private and shown.private_hidden)]
        title = desk.words("console.entry_of", list=wanted.title, item=shown.heading_of(item_id))
        dialog = EntryDialog(title, offered, save, desk.words, self._panel.window(), new=not entry_id, today=desk.today)
        dialog.open()
        return dialog
