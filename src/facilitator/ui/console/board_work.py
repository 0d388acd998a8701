"""BoardWork: ties canvas, outline, inspector and capture bar to the board that is being worked on."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facilitator.boards.cover import COVER_KEYS, session_on_cover, set_cover
from facilitator.boards.kind import Kind
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.graphics.board_canvas import BoardCanvas
from facilitator.journal import Saved
from facilitator.ui.console.board_requests import BoardRequests
from facilitator.ui.console.canvas_requests import BoardEdit
from facilitator.ui.console.capture_bar import CaptureBar
from facilitator.ui.console.capture_work import CaptureWork
from facilitator.ui.console.entry_work import EntryWork
from facilitator.ui.console.import_work import ImportWork
from facilitator.ui.console.inspecting import Inspecting
from facilitator.ui.console.inspector import Inspector
from facilitator.ui.console.outline import Outline
from facilitator.ui.console.shown_board import ShownBoard
from facilitator.ui.console.typing_place import naming, rename_of
from facilitator.ui.desk import Desk
from facilitator.workshop.shown import looks_other


class BoardWork(QObject):
    """The board on the console's canvas: what is asked for there becomes an edit of its kind, what was saved is shown.

    `opened` carries the id of the board, "" when there is none; `shown` a ShownBoard after every refresh, None when
    there is none; `selected` the ids of what is picked, the current one last; `mergeRequested` asks to make one of the
    two that are picked. `typing` are the lines over the board and its lists in which something may be typed.
    """

    opened = Signal(str)
    shown = Signal(object)
    selected = Signal(tuple)
    mergeRequested = Signal()

    def __init__(
        self, desk: Desk, canvas: BoardCanvas, outline: Outline, inspector: Inspector, capture: CaptureBar
    ) -> None:
        super().__init__(capture)
        self._desk = desk
        self._canvas, self._outline = canvas, outline
        self._inspector, self._capture = inspector, capture
        self._inspecting = Inspecting(desk, inspector, self._drawn_label)
        self.importing = ImportWork(desk, capture, lambda: self.showing_now, self.pick, lambda: self.private_hidden)
        self._capturing = CaptureWork(desk, capture, lambda: self.showing_now, self.pick, self.importing)
        self._private_hidden = False
        self.showing_now: ShownBoard | None = None
        self.board_id = self._came_from = ""
        self.typing = [naming("console.pending_name", canvas), naming("console.pending_list_name", outline)]
        self._requests = BoardRequests(desk, self, canvas, outline, inspector, capture)
        canvas.selectionChanged.connect(self._show_picked)
        inspector.mergeRequested.connect(self.mergeRequested)
        desk.refused.connect(lambda text: self.say(text, problem=True))
        desk.settled.connect(lambda: self.say("", problem=False))
        desk.signals.documentChanged.connect(lambda change: self.refresh())
        desk.showings.changed.connect(lambda board_id: self.refresh() if board_id == self.board_id else None)

    @property
    def window(self) -> QWidget:
        """The window that dialogs about this board belong to."""
        return self._capture.window()

    @property
    def private_hidden(self) -> bool:
        """Whether nothing private may be in sight, on a board or elsewhere in the console."""
        return self._private_hidden

    @property
    def picked(self) -> tuple[str, ...]:
        """The ids of what is picked, the current one last."""
        return self._canvas.picked

    @property
    def capturing(self) -> CaptureWork:
        """What makes items of typed and pasted lines."""
        return self._capturing

    @property
    def entries(self) -> EntryWork:
        """What adds and changes the dated rows of what is picked, or of the board."""
        return self._inspecting.entries

    @property
    def drafts(self) -> dict[str, str]:
        """What has details that were typed and are not saved: ids with their headings."""
        there = {record.id for record in self._desk.document.records()}
        return {item_id: heading for item_id, heading in self._inspector.drafts.items() if item_id in there}

    def go_to_draft(self) -> None:
        """Go to the first details that were typed and are not saved."""
        item_id = next(iter(self.drafts), "")
        if item_id:
            records = self._desk.document.records()
            board_id = next(getattr(each, "board_id", each.id) for each in records if each.id == item_id)
            self.open(board_id)
            self.pick([] if item_id == board_id else [item_id])
            self._inspector.focus_draft(item_id)

    def open(self, board_id: str) -> None:
        """Work on this board; while a name that was typed on the one before is refused, that one stays."""
        if board_id != self.board_id:
            if self.board_id and not self._left():
                self.opened.emit(self.board_id)
                return
            self._canvas.pick([])
            self._came_from = self.board_id or self._came_from
        self.board_id = board_id
        self.refresh()
        self._show_picked(self._canvas.picked)
        self.opened.emit(board_id)

    def turn(self, by: int) -> None:
        """Work on the next board of the list, or with -1 on the one before."""
        ids = [board.id for board in self._desk.boards()]
        if self.board_id in ids:
            self.open(ids[(ids.index(self.board_id) + by) % len(ids)])

    def refresh(self) -> None:
        """Show the board as it is saved; one that is gone gives way to the one open before, or the first."""
        desk = self._desk
        boards = desk.boards()
        if not any(board.id == self.board_id for board in boards):
            was_open, self.board_id, self.showing_now = bool(self.board_id), "", None
            if boards:
                there = [board.id for board in boards]
                self.open(self._came_from if self._came_from in there else there[0])
                return
            self._capture.turn_to("")
            self.shown.emit(None)
            if was_open:
                self.opened.emit("")
            return
        before, shown = self.showing_now, self._look()
        self.showing_now = shown
        badges = {} if self._private_hidden else shown.kind.private_badges(desk.document, self.board_id)
        names = {item.id: item.name for item in shown.items}
        other_look = before is not None and before.board_id == shown.board_id and looks_other(before.view, shown.view)
        links = [link.id for link in shown.links]
        self._canvas.board.links_items = shown.kind.links_items
        self._canvas.board.let_ties_stand_back(shown.view.showing.spotlight not in names)
        self._canvas.show_board(desk.picture(shown.view), names, badges, links, glide=other_look and desk.glides)
        board = (shown.board_id, shown.view.title)
        self._outline.show_board(board, shown.items, shown.groups, shown.links, badges)
        self._outline.show_picked(self._canvas.picked)
        hint, answers = shown.kind.capture_hint(desk.words), shown.kind.captures_privately
        self._capture.turn_to(shown.board_id)
        self._capture.show_groups(shown.groups, shown.kind.rings(desk.words), hint, answers=answers)
        if before is None or before.board_id != shown.board_id:
            self._capturing.turn_to_asked()
        self._inspecting.show(shown, self._canvas.picked)
        self.shown.emit(shown)

    def follow(self, session: Callable[[], str]) -> None:
        """Show with boards the day of the session that this tells of, from now on."""
        self._inspecting.session = session
        if self.showing_now:
            self._inspecting.show(self.showing_now, self._canvas.picked)

    def hide_private(self, hidden: bool) -> None:
        """Take the private marks and fields out of sight, or bring them back."""
        self._private_hidden = hidden
        self._inspector.hide_private(hidden)
        if self.board_id:
            self.refresh()

    def paste(self, text: str) -> None:
        """Show what a pasted text would do; a single line goes into the capture bar."""
        self._capturing.paste(text)

    def pick(self, ids: Sequence[str]) -> None:
        """Pick these items everywhere."""
        self._canvas.pick(ids)

    def say(self, text: str, *, problem: bool) -> None:
        """Say something brief below the capture line."""
        self._capture.say(text, problem=problem)

    def settle(self) -> list[str]:
        """Ask once more to save all that was typed or could not be saved; returns in words what still is not."""
        words = self._desk.words
        pending = [words(place.told) for place in self.typing if not place.commit()]
        self._inspector.commit()
        self._desk.retry()
        if self.drafts:
            pending.append(words("console.pending_details", names=words.list(list(self.drafts.values()))))
        pending.extend(self._capturing.pending())
        if self._desk.unsaved:
            pending.append(words("console.pending_edits", count=self._desk.unsaved))
        return pending

    def end(self) -> None:
        """Ask for nothing more: the file is about to be closed, and fields that lose the focus would still speak."""
        self.board_id, self.showing_now = "", None

    def tidy(self) -> None:
        """Let the layout place everything on this board anew, as one step."""
        self.edit(lambda kind, d, board: kind.tidy(d, board), ("tidy", self.board_id))

    def edit(
        self, edit: BoardEdit, about: object = None, done: Callable[[Saved], object] | None = None
    ) -> Saved | None:
        """Ask for an edit of the board that is open now, also if it can be saved only when another is.

        `about`, `done` and what is returned are those of `Desk.ask`; None, too, where no board is open.
        """
        if not self.board_id:
            return None
        kind, board_id = self._desk.kind(self.board_id), self.board_id
        return self._desk.ask(lambda document: edit(kind, document, board_id), done=done, about=about)

    def set_field(self, item_id: str, key: str, value: str, done: Callable[[Saved], object] | None = None) -> None:
        """Give one field of an item, or of the board, another value."""

        def saved(step: Saved) -> None:
            self._inspector.saved(item_id, key, value)
            if done:
                done(step)

        def put(kind: Kind, document: Document, board_id: str) -> Change:
            if key not in COVER_KEYS:
                return kind.set_field(document, item_id, key, value)
            return set_cover(document, key, value, session_on_cover(document, board_id, self._inspecting.session()))

        self.edit(put, ("field", item_id, key), saved)

    def rename(self, item_id: str, name: str, done: Callable[[Saved], object] | None = None) -> None:
        """Give an item, or the board, another name."""

        def renamed(kind: Kind, document: Document, board_id: str) -> Change:
            if item_id == board_id:
                return kind.set_field(document, item_id, "title", name)
            return kind.rename(document, item_id, name)

        self.edit(renamed, rename_of(item_id), done)

    def delete(self, ids: Sequence[str]) -> None:
        """Remove items or links, with what hangs on them."""
        self.edit(lambda kind, document, _: kind.delete(document, ids), ("delete", tuple(ids)))

    def begin_edit(self, ids: tuple[str, ...]) -> None:
        """Go to the details of what is picked, or end the link that was begun at the last of it."""
        self._requests.begin_edit(ids)

    def _look(self) -> ShownBoard:
        desk, board_id = self._desk, self.board_id
        kind = desk.kind(board_id)
        view = desk.view(board_id, desk.showings.of(board_id, private=not self._private_hidden))
        groups = kind.groups(view, desk.words)
        links = kind.links(view, desk.words)
        return ShownBoard(board_id, kind, view, kind.items(view), groups, links, self._private_hidden)

    def _left(self) -> bool:
        """Save what was typed on this board; returns whether nothing that was refused keeps one here."""
        for place in self.typing:
            place.commit()
            about = place.about()
            if about is not None and not self._desk.waits_to_save(about):
                return False
        for place in self.typing:
            place.finish()
        self._inspector.leave()
        return True

    def _show_picked(self, ids: tuple[str, ...]) -> None:
        self._outline.show_picked(ids)
        if self.showing_now:
            self._inspecting.show(self.showing_now, ids)
        self.selected.emit(ids)

    def _drawn_label(self, item_id: str) -> str:
        group = self._canvas.board.group(item_id)
        return group.label if group else ""
