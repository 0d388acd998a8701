"""BoardWork: ties canvas, outline, inspector and capture bar to the board that is being worked on."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facilitator.boards.capturing import Reading, captured, read_list, together
from facilitator.boards.cover import COVER_KEYS, cover_fields, set_cover
from facilitator.boards.kind import Direction, Item, Kind
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.refusal import EditRejected
from facilitator.domain.view import View
from facilitator.graphics.board_canvas import BoardCanvas
from facilitator.journal import Saved
from facilitator.ui.console.capture_bar import CaptureBar
from facilitator.ui.console.described import described
from facilitator.ui.console.inspector import Inspected, Inspector
from facilitator.ui.console.outline import Outline
from facilitator.ui.console.pasted import pasted_lines
from facilitator.ui.desk import Desk
from facilitator.ui.dialogs.paste_preview import PastePreview
from facilitator.ui.errors import sentence
from facilitator.workshop.capture import LinkLine

BoardEdit = Callable[[Kind, Document, str], Change]
"""An edit of a board: its kind, the document and the board's id lead to a change."""


class BoardWork(QObject):
    """The board on the console's canvas: what is asked for there becomes an edit of its kind, what was saved is shown.

    `opened` carries the id of the board, "" when there is none.
    """

    opened = Signal(str)

    def __init__(
        self, desk: Desk, canvas: BoardCanvas, outline: Outline, inspector: Inspector, capture: CaptureBar
    ) -> None:
        super().__init__(capture)
        self._desk = desk
        self._canvas, self._outline = canvas, outline
        self._inspector, self._capture = inspector, capture
        self._private_hidden = False
        self._items: tuple[Item, ...] = ()
        self.board_id = ""
        self.preview: PastePreview | None = None
        self._listen()
        desk.refused.connect(lambda text: capture.say(text, problem=True))
        desk.settled.connect(lambda: capture.say("", problem=False))
        desk.signals.documentChanged.connect(lambda change: self.refresh())

    def open(self, board_id: str) -> None:
        """Work on this board; while a name that was typed on the one before is refused, that one stays."""
        if board_id != self.board_id:
            if self.board_id and not self._left():
                self.opened.emit(self.board_id)
                return
            self._canvas.pick([])
        self.board_id = board_id
        self.refresh()
        self._show_picked(self._canvas.picked)
        self.opened.emit(board_id)

    def refresh(self) -> None:
        """Show the board as it is saved; a board that is gone gives way to the first one."""
        if not any(board.id == self.board_id for board in self._desk.boards()):
            boards = self._desk.boards()
            if self.board_id or boards:
                self.board_id = ""
                if boards:
                    self.open(boards[0].id)
                else:
                    self.opened.emit("")
            return
        kind, view = self._kind(), self._view()
        document, words = self._desk.document, self._desk.words
        badges = {} if self._private_hidden else kind.private_badges(document, self.board_id)
        groups = kind.groups(view, words)
        self._items = kind.items(view)
        self._canvas.show_board(self._desk.picture(view), {item.id: item.name for item in self._items}, badges)
        self._outline.show_items(self._items, groups, badges)
        self._outline.show_picked(self._canvas.picked)
        self._capture.show_groups(groups)
        self._inspect(self._canvas.picked)

    def hide_private(self, hidden: bool) -> None:
        """Take the private marks and fields out of sight, or bring them back."""
        self._private_hidden = hidden
        self._inspector.hide_private(hidden)
        if self.board_id:
            self.refresh()

    def capture(self, text: str, group: str) -> None:
        """Do what a capture line says, or say why not, with the text kept."""

        def refuse(refusal: EditRejected) -> None:
            column = refusal.values.get("column")
            said = sentence(refusal, self._desk.words)
            if not self._capture.line.text():  # it was tried later, and the line is free again
                self._capture.line.setText(text)
            self._capture.refuse(said, column if isinstance(column, int) else None)

        def done(saved: Saved) -> None:
            said = self._done(saved.change)
            if self._capture.line.text() == text:
                self._capture.take(said)
            else:  # it was saved later, and something else is being typed
                self._capture.say(said, problem=False)
            added = self._item_ids(saved.change)
            if added:
                self._canvas.pick(added)

        kind, board_id = self._kind(), self.board_id
        self._desk.ask(
            lambda document: captured(kind, document, board_id, text, group),
            refuse,
            done=done,
            about=("capture", board_id, group, text),
        )

    def paste(self, text: str, group: str = "") -> None:
        """Show what a pasted text would do; a single line goes into the capture bar."""
        lines = pasted_lines(text)
        if not self.board_id or not lines:
            return
        if len(lines) == 1:
            self._capture.line.insert(lines[0])
            self._capture.line.setFocus()
            return
        kind, board_id, group = self._kind(), self.board_id, group or self._capture.group

        def read(texts: Sequence[str]) -> tuple[Reading, ...]:
            return read_list(kind, self._desk.document, board_id, texts, group)

        def add(texts: Sequence[str]) -> bool:
            # Not kept: the preview keeps the lines, and must not add them after it was cancelled.
            saved = self._desk.ask(lambda d: together(read_list(kind, d, board_id, texts, group)), keep=False)
            if saved:
                self._capture.say(self._done(saved.change), problem=False)
            return saved is not None

        def describe(readings: Sequence[Reading]) -> list[str]:
            return described(readings, kind, board_id, self._desk)

        parent: QWidget = self._canvas.window()
        self.preview = PastePreview(lines, read, describe, add, self._desk.words, parent)
        self.preview.open()

    def pick(self, ids: tuple[str, ...]) -> None:
        """Pick these items everywhere."""
        self._canvas.pick(ids)

    def settle(self) -> list[str]:
        """Ask once more to save all that was typed or could not be saved; returns in words what still is not."""
        words, pending = self._desk.words, []
        if not self._canvas.commit_rename():
            pending.append(words("console.pending_name"))
        self._inspector.commit()
        self._desk.retry()
        there = {record.id for record in self._desk.document.records()}
        drafts = [heading for item_id, heading in self._inspector.drafts.items() if item_id in there]
        if drafts:
            pending.append(words("console.pending_details", names=words.list(drafts)))
        if self._capture.line.text().strip():
            pending.append(words("console.pending_capture"))
        if self.preview and self.preview.isVisible() and self.preview.lines():
            pending.append(words("console.pending_list"))
        if self._desk.unsaved:
            pending.append(words("console.pending_edits", count=self._desk.unsaved))
        return pending

    def end(self) -> None:
        """Ask for nothing more: the file is about to be closed, and fields that lose the focus would still speak."""
        self.board_id = ""

    def _listen(self) -> None:
        canvas, outline, inspector, capture = self._canvas, self._outline, self._inspector, self._capture
        canvas.selectionChanged.connect(self._show_picked)
        canvas.dropRequested.connect(
            lambda ids, x, y: self._edit(lambda kind, d, board: kind.drop(d, board, ids, x, y), ("place", ids))
        )
        canvas.renameRequested.connect(self._rename)
        canvas.nudgeRequested.connect(self._nudge)
        canvas.linkRequested.connect(
            lambda a, b: self._edit(lambda kind, d, board: kind.link(d, board, LinkLine(a, b)), ("link", a, b))
        )
        for source in (canvas, outline, inspector):
            source.deleteRequested.connect(self._delete)
        for list_or_canvas in (canvas, outline):
            list_or_canvas.editRequested.connect(self._begin_edit)
        canvas.captureRequested.connect(capture.line.setFocus)
        outline.picked.connect(canvas.pick)
        outline.renameRequested.connect(canvas.begin_rename)
        outline.linkRequested.connect(canvas.begin_linking)
        inspector.fieldEntered.connect(self._set_field)
        inspector.regroupRequested.connect(
            lambda ids, group: self._edit(lambda kind, d, _: kind.regroup(d, ids, group), ("group", ids))
        )
        capture.lineEntered.connect(self.capture)
        capture.listPasted.connect(self.paste)
        capture.left.connect(canvas.setFocus)
        for list_or_canvas in (canvas, outline):
            list_or_canvas.pressRequested.connect(self._press)

    def tidy(self) -> None:
        """Let the layout place everything on this board anew, as one step."""
        if self.board_id:
            self._edit(lambda kind, d, board: kind.tidy(d, board), ("tidy", self.board_id))

    def _press(self, ids: tuple[str, ...]) -> None:
        """Press the item picked last, where its kind knows what that means."""
        if self._kind().pressable:
            self._edit(lambda kind, d, _: kind.press(d, ids[-1]), ("press", ids))

    def _kind(self) -> Kind:
        return self._desk.kind(self.board_id)

    def _view(self) -> View:
        return self._desk.view(self.board_id)

    def _left(self) -> bool:
        """Save what was typed on this board; returns whether there is nothing on the canvas that keeps one here."""
        self._canvas.commit_rename()
        editor = self._canvas.editor
        if editor and not self._desk.waits_to_save(_rename_of(editor.item_id)):
            return False
        self._canvas.finish_rename()
        self._inspector.leave()
        return True

    def _edit(self, edit: BoardEdit, about: object = None, done: Callable[[Saved], object] | None = None) -> None:
        """Ask for an edit of the board that is open now, also if it can be saved only when another is."""
        if self.board_id:
            kind, board_id = self._kind(), self.board_id
            self._desk.ask(lambda document: edit(kind, document, board_id), done=done, about=about)

    def _set_field(self, item_id: str, key: str, value: str) -> None:
        self._edit(
            lambda kind, document, _: (
                set_cover(document, key, value) if key in COVER_KEYS else kind.set_field(document, item_id, key, value)
            ),
            ("field", item_id, key),
            lambda saved: self._inspector.saved(item_id, key, value),
        )

    def _rename(self, item_id: str, name: str) -> None:
        def done(saved: Saved) -> None:
            editor = self._canvas.editor
            if editor and (editor.item_id, editor.text()) == (item_id, name):
                self._canvas.finish_rename()

        self._edit(lambda kind, document, _: kind.rename(document, item_id, name), _rename_of(item_id), done)

    def _nudge(self, ids: tuple[str, ...], direction: Direction) -> None:
        self._edit(lambda kind, document, _: kind.nudge(document, ids, direction))

    def _delete(self, ids: tuple[str, ...]) -> None:
        self._edit(lambda kind, document, _: kind.delete(document, ids), ("delete", ids))

    def _begin_edit(self, ids: tuple[str, ...]) -> None:
        if self._canvas.linking:
            self._canvas.finish_linking(ids[-1])
        else:
            self._inspector.focus_first()

    def _show_picked(self, ids: tuple[str, ...]) -> None:
        self._outline.show_picked(ids)
        self._inspect(ids)

    def _inspect(self, ids: tuple[str, ...]) -> None:
        if not self.board_id:
            return
        if len(ids) > 1:
            self._inspector.show_many(ids, self._kind().groups(self._view(), self._desk.words))
            return
        shown = ids[0] if ids else self.board_id
        try:
            fields = self._kind().fields(self._desk.document, shown, self._desk.words)
        except EditRejected:  # a link or place of which there is nothing to tell
            fields = ()
        if shown == self.board_id:
            fields = (*fields, *cover_fields(self._desk.document, self._desk.words))
        self._inspector.show_one(Inspected(shown, self._heading(shown), fields))

    def _heading(self, shown: str) -> str:
        if shown == self.board_id:
            return self._view().title
        for item in self._items:
            if item.id == shown:
                return f"{item.code}  {item.name}" if item.code else item.name
        group = self._canvas.board.group(shown)
        return group.label if group else ""

    def _done(self, change: Change) -> str:
        codes = [item.code for item in self._items if item.id in self._item_ids(change) and item.code]
        if codes:
            return self._desk.words("console.added", codes=self._desk.words.list(codes[:12]))
        shown = {item.id: f"{item.code} {item.name}".strip() for item in self._items}
        for record in change.added():
            start, end = (shown.get(getattr(record, each, "")) for each in ("from_id", "to_id"))
            if start and end:
                return self._desk.words("edits.linked", start=start, end=end)
        return self._desk.words("console.done", step=self._desk.step(change.label))

    def _item_ids(self, change: Change) -> list[str]:
        known = {item.id for item in self._items}
        return [record.id for record in change.added() if record.id in known]


def _rename_of(item_id: str) -> object:
    return "rename", item_id
