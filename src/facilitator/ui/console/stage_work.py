"""StageWork: the board that participants see is worked on in the stage window itself, on one-screen laptops."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from facilitator.boards.capturing import captured
from facilitator.content.words import Words
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.engagement import language_of
from facilitator.domain.refusal import EditRejected
from facilitator.domain.view import View
from facilitator.journal import Saved
from facilitator.ui.console.canvas_requests import BoardEdit, CanvasRequests
from facilitator.ui.console.pointing import Pointing
from facilitator.ui.console.shown_board import ShownBoard
from facilitator.ui.console.stage_controls import POINTER_KEY, STAGE_WORK_KEY
from facilitator.ui.console.typing_place import TypingPlace, rename_of
from facilitator.ui.desk import Desk
from facilitator.ui.errors import sentence
from facilitator.ui.stage.stage_window import TITLE, StageWindow
from facilitator.ui.stage.working_surface import WorkingSurface
from facilitator.workshop.capture import AddLine, parse, private_mark_in
from facilitator.workshop.shown import Blank

_PRIVATE = frozenset({"capture_mark", "name_mark"})
_PRIVATE_SIGNS = frozenset("!~")
_PUBLIC = frozenset(
    {
        *("nothing_to_do", "nothing_to_undo", "nothing_to_redo", "no_links_here", "checklist_fixed"),
        *("capture_empty", "capture_quote", "capture_scale", "capture_twice", "capture_group", "capture_end"),
        *("capture_arrows", "capture_no_scale", "group_unknown", "group_taken", "hub_stays", "marks_full"),
        *("name_empty", "name_too_long", "name_control", "name_unknown", "name_ambiguous", "name_of_hub"),
        *("link_self", "link_exists", "link_missing", "link_columns", "link_strip", "link_kind"),
    }
)
"""Refusals whose sentences speak of the board and of what was typed there. All others are said in the console."""


class StageWork(QObject):
    """While it is on, the stage window takes what the console's canvas and capture bar take, for the board on stage.

    Everything there may be read by everybody: it works on the view that participants have, says what it has to say in
    their language, and knows nothing private. `come_back` brings the console forward; `turned` tells whether it is on.
    """

    turned = Signal(bool)

    def __init__(self, desk: Desk, stage: StageWindow, pointing: Pointing, come_back: Callable[[], object]) -> None:
        super().__init__(stage)
        self._desk, self._stage, self._pointing, self._come_back = desk, stage, pointing, come_back
        self._words = desk.words
        self._drafts = ("", "")  # what was typed here and not taken
        self.surface: WorkingSurface | None = None
        self.showing_now: ShownBoard | None = None
        for key, act in ((STAGE_WORK_KEY, self.turn), (POINTER_KEY, pointing.turn), ("F1", come_back)):
            QShortcut(QKeySequence(key), stage).activated.connect(act)
        for signal in (desk.signals.feedChanged, desk.signals.clockChanged):
            signal.connect(self._refresh)
        desk.signals.pointerChanged.connect(self._show_pointer)
        self.typing = TypingPlace("console.pending_stage", self._settle)

    @property
    def words(self) -> Words:
        """The words of what is said there: those of participants."""
        return self._words

    def turn(self) -> None:
        """Begin, or end."""
        if self.surface:
            self.end()
        else:
            self.begin()

    def begin(self) -> None:
        """Let the stage be worked on, in its own window."""
        self._words = Words(language_of(self._desk.document))
        surface = self.surface = WorkingSurface(self._words, self._desk.theme, TITLE)
        canvas, bar = surface.canvas, surface.bar
        CanvasRequests(self._desk, self, canvas, self._words)
        canvas.editRequested.connect(lambda ids: canvas.begin_rename(ids[-1]))
        bar.lineEntered.connect(self._capture)
        surface.undoRequested.connect(lambda: self._step("undo"))
        surface.redoRequested.connect(lambda: self._step("redo"))
        surface.endRequested.connect(self.end)
        self._pointing.watch(canvas.viewport(), canvas.stage_point)
        bar.put(self._drafts)
        self._stage.begin_work(surface)
        self._refresh()
        self._show_pointer()
        self._stage.raise_()
        self._stage.activateWindow()
        surface.go_to_line()
        self.turned.emit(True)

    def end(self) -> None:
        """Give the stage back as it is without; a line that was typed and not taken is there again the next time.

        While a name that was typed is refused, it stays.
        """
        surface = self.surface
        if surface is None or not surface.canvas.commit_rename():
            return
        self._drafts = surface.bar.drafts
        self.surface = self.showing_now = None
        self._pointing.unwatch(surface.canvas.viewport())
        self._stage.end_work()
        self._come_back()
        self.turned.emit(False)

    def forget(self, text: str) -> None:
        """What was typed before the end is saved by now: it does not come back."""
        board, outcome = (draft if draft != text else "" for draft in self._drafts)
        self._drafts = board, outcome

    def say(self, text: str, *, problem: bool) -> None:
        """Say something short below the picture; it looks the same whether it is a problem or not: calm."""
        if self.surface:
            self.surface.bar.say(text)

    def edit(
        self, edit: BoardEdit, about: object = None, done: Callable[[Saved], object] | None = None
    ) -> Saved | None:
        """Ask for an edit of the board on stage; see `BoardWork.edit`."""
        return self._ask(edit, about, done, self._refuse)

    def rename(self, item_id: str, name: str, done: Callable[[Saved], object] | None = None) -> None:
        """Give an item another name."""
        self.edit(lambda kind, document, _: kind.rename(document, item_id, name), rename_of(item_id), done)

    def delete(self, ids: Sequence[str]) -> None:
        """Remove items or links, with what hangs on them."""
        self.edit(lambda kind, document, _: kind.delete(document, ids), ("delete", tuple(ids)))

    def _ask(
        self,
        edit: BoardEdit,
        about: object,
        done: Callable[[Saved], object] | None,
        refused: Callable[[EditRejected], None],
    ) -> Saved | None:
        shown = self.showing_now
        if shown is None:
            return None

        def act(document: Document) -> Change:
            return edit(shown.kind, document, shown.board_id)

        before = self._desk.unsaved
        saved = self._desk.ask(act, refused, done=done, about=about)
        if saved is None and self._desk.unsaved > before:
            self.say(self._words("stage.work_waits"), problem=True)
        return saved

    def _capture(self, text: str) -> None:
        surface = self.surface
        if surface is None:
            return
        bar, target = surface.bar, surface.bar.target
        group, ring = target.group, target.ring

        def refuse(refusal: EditRejected) -> None:
            column = refusal.values.get("column")
            self._refuse(refusal, column if isinstance(column, int) else None)

        def done(saved: Saved) -> None:
            added = {record.id for record in saved.change.added()}
            items = [item for item in self.showing_now.items if item.id in added] if self.showing_now else []
            codes = [item.code for item in items if item.code]
            words = self._words
            said = words("console.added", codes=words.list(codes)) if codes else words("stage.work_done")
            if self.surface is not surface:  # it was saved only after the end
                self.forget(text)
                return
            if not bar.catching and bar.line.text() == text:
                bar.take(said)
            surface.canvas.pick([item.id for item in items])

        if _says_private(text):
            mark = private_mark_in(text)
            bar.refuse(self._words("stage.work_private"), text.find(mark) + 1, len(mark))
            return
        self._ask(
            lambda kind, document, board_id: captured(kind, document, board_id, text, group, ring),
            ("capture", self.showing_now and self.showing_now.board_id, group, text),
            done,
            refuse,
        )

    def _refuse(self, refusal: EditRejected, column: int | None = None) -> None:
        if refusal.key in _PRIVATE:
            said = self._words("stage.work_private")
        elif refusal.key in _PUBLIC:
            said = sentence(refusal, self._words)
        else:
            said = self._words("stage.work_refused")
            self._desk.refused.emit(sentence(refusal, self._desk.words))
        self.say(said, problem=True)
        if self.surface and column is not None:
            self.surface.bar.refuse(said, column)

    def _step(self, which: str) -> None:
        """Undo or redo. The console says what it was: that may be something that is private."""
        journal = self._desk.journal
        label, act = (journal.undo_label, self._desk.undo) if which == "undo" else (journal.redo_label, self._desk.redo)
        if label is None:
            self.say(self._words(f"refusals.nothing_to_{which}"), problem=True)
        elif act():
            self.say(self._words(f"stage.work_{which}"), problem=False)

    def _refresh(self) -> None:
        surface, feed = self.surface, self._desk.feed
        if surface is None:
            return
        picture, shown = self._desk.stage_picture(), feed.shown
        if feed.mode != "live" or not isinstance(shown, View) or self._desk.kind(shown.board_id).captures_privately:
            typed = surface.canvas.show_only(picture)
            surface.bar.close_line(self._words(self._why_not()))
            surface.go_to_line()
            if typed:
                self.rename(*typed)
            self.showing_now = None
            return
        kind = self._desk.kind(shown.board_id)
        groups, links = kind.groups(shown, self._words), kind.links(shown, self._words)
        before = self.showing_now
        now = self.showing_now = ShownBoard(shown.board_id, kind, shown, kind.items(shown), groups, links, True)
        canvas, was_open = surface.canvas, surface.bar.is_open
        canvas.board.links_items = kind.links_items
        canvas.takes_edits = self._takes_edits(now)
        if before is None or before.board_id != now.board_id:
            canvas.pick([])
        canvas.show_board(picture, {item.id: item.name for item in now.items}, {}, [link.id for link in links])
        surface.bar.open_line(groups, kind.rings(self._words), marks=bool(kind.capture_hint(self._words)))
        if not canvas.takes_edits:
            surface.bar.say(self._words("stage.work_fixed"))
        if not was_open:
            surface.go_to_line()

    def _takes_edits(self, shown: ShownBoard) -> bool:
        """Whether items can be dragged in the form that participants see."""
        forms = shown.kind.forms(self._words)
        form = next((each for each in forms[1:] if each.id == shown.view.showing.form), None)
        return form is None or form.takes_drops

    def _why_not(self) -> str:
        feed = self._desk.feed
        if feed.blanked:
            return "stage.work_blank"
        if feed.holding:
            return "stage.work_held"
        if isinstance(feed.shown, View):
            return "stage.work_private"
        return "stage.work_nothing" if isinstance(feed.shown, Blank) else "stage.work_screen"

    def _show_pointer(self) -> None:
        if self.surface:
            self.surface.canvas.show_pointer(self._desk.feed.pointer)

    def _settle(self) -> bool:
        """Ask to save what is being typed there; returns whether nothing is left."""
        if self.surface is None:
            return not "".join(self._drafts).strip()
        return self.surface.canvas.commit_rename() and not "".join(self.surface.bar.drafts).strip()


def _says_private(text: str) -> bool:
    """Whether a line says, or tries to say, something that only the facilitator may know."""
    try:
        line = parse(text)
    except EditRejected as refusal:
        return refusal.key == "capture_mark" or refusal.values.get("mark") in _PRIVATE_SIGNS
    return isinstance(line, AddLine) and (line.influence is not None or line.attitude is not None)
