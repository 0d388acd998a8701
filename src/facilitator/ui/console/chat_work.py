"""ChatWork: what is pasted of a chat goes into the tray, and from there to the board that is open."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from facilitator.boards.chat_taking import taken_from_chat
from facilitator.content.words import Words
from facilitator.domain.chat import ChatLine
from facilitator.domain.outcome import Outcome
from facilitator.domain.refusal import EditRejected, Refusal
from facilitator.exchange.chat.alike import alike
from facilitator.exchange.chat.lines import single
from facilitator.exchange.chat.message import Shape
from facilitator.exchange.chat.reading import is_surely_chat, read_chat
from facilitator.exchange.reading import file_content, text_of
from facilitator.journal import Saved
from facilitator.ui.console.board_work import BoardWork
from facilitator.ui.console.capture_bar import CaptureBar
from facilitator.ui.console.chat_tray import ChatTray, TrayRow
from facilitator.ui.console.typing_place import TypingPlace
from facilitator.ui.desk import Desk
from facilitator.ui.dialogs.chat_preview import ChatPreview, ChatReading
from facilitator.ui.dialogs.latest import QUICK
from facilitator.ui.errors import sentence
from facilitator.workshop.chat_tray import Spoken, left_out, lines_in, lines_of, new_lines, pasted

VotesFirst = Callable[[str, Callable[[], object]], bool]
"""Offers the votes in a chat, if participants see a poll and there may be some, and then does what it is told."""


class ChatWork(QObject):
    """Shows the chat of the session that `session` names ("": of none) and makes edits of what is asked for there.

    `counted` carries how many rows wait, None while nothing was pasted; `filled` says that lines came into the tray.
    """

    counted = Signal(object)
    filled = Signal()

    def __init__(
        self,
        desk: Desk,
        work: BoardWork,
        tray: ChatTray,
        capture: CaptureBar,
        session: Callable[[], str],
        votes_first: VotesFirst,
    ) -> None:
        super().__init__(tray)
        self._desk, self._work, self._tray, self._capture = desk, work, tray, capture
        self._session, self._votes_first = session, votes_first
        self._of = ""
        self._state: tuple[list[ChatLine], dict[str, str], bool] = ([], {}, False)
        self.preview: ChatPreview | None = None
        tray.sendRequested.connect(self.send)
        tray.leaveRequested.connect(self.leave)
        tray.pasteRequested.connect(self.paste)
        capture.groupChanged.connect(self._show_groups)
        work.capturing.chatPasted.connect(self.take)
        work.typing.append(TypingPlace("chat.pending", lambda: not self._previews()))
        work.typing.append(TypingPlace("chat.pending_edit", lambda: not tray.editing))

    def refresh(self) -> None:
        """Bring the tray up to date."""
        shown, self._of = self._work.showing_now, self._session()
        lines = lines_in(self._desk.document, self._of)
        known = {line.taken_as for line in lines}
        codes = {item.id: item.code or item.name for item in shown.items if item.id in known} if shown else {}
        codes |= {each.id: each.code for each in self._desk.document.every(Outcome) if each.id in known}
        state = (lines, codes, shown is not None and shown.private_hidden)
        if state != self._state:
            self._state = state
            rows = tray_rows(lines, codes, self._desk.words, names=not state[2])
            self._tray.show_rows(rows)
            self.counted.emit(sum(row.waits for row in rows) if rows else None)
        self._show_groups()

    def follow_session(self) -> None:
        """Show the chat of the session whose agenda is shown, if that is another one now."""
        if self._session() != self._of:
            self.refresh()

    def paste(self) -> None:
        """Open the preview with the chat in the clipboard, whatever its shape."""
        self.open(QGuiApplication.clipboard().text())

    def open_file(self, paths: Sequence[Path]) -> bool:
        """Open the preview with a saved chat; False where these files are something else."""
        if len(paths) != 1:
            return False
        try:
            text, _ = text_of(file_content(paths[0]), fallback="cp1252")
        except (OSError, Refusal):  # the import says why it can't be read
            return False
        if is_surely_chat(text):
            self.open(text)
        return is_surely_chat(text)

    def take(self, text: str) -> None:
        """Open the preview with this chat; where it may have votes for the poll on the stage, after these are taken."""
        if not self._votes_first(text, lambda: self._open_rest(QGuiApplication.clipboard().text())):
            self.open(text)

    def _open_rest(self, text: str) -> None:
        """Open the preview with a chat, unless all of it was dealt with as votes or is in the tray."""
        if len(text) <= QUICK:
            try:
                said = read_chat(text).said
            except Refusal:  # something else was copied meanwhile
                return
            if not new_lines(self._desk.document, self._session(), lines_of(said)):
                return
        self.open(text)

    def open(self, text: str) -> None:
        """Open the preview with this chat."""
        desk, session_id, document = self._desk, self._session(), self._desk.document

        def read(shape: Shape | None) -> ChatReading:
            chat = read_chat(text, shape)
            return ChatReading(chat, new_lines(document, session_id, lines_of(chat.said)))

        def put(messages: Sequence[Spoken]) -> bool:
            saved = desk.ask_for(dialog.say, lambda now: pasted(now, session_id, messages))
            if saved:
                self._work.say(desk.words("chat.done", count=len(saved.change.swaps)), problem=False)
                self.filled.emit()
            return saved is not None

        if self.preview:
            self.preview.reject()
            self.preview.deleteLater()
        shown = self._work.showing_now
        names = not (shown and shown.private_hidden)
        dialog = ChatPreview(len(text), read, put, desk.words, self._work.window, names=names)
        self.preview = dialog
        dialog.open()

    def send(self, row: TrayRow, text: str, number: int) -> None:
        """Add these words to the group that is chosen, or to the n-th one, and note it on the lines of the row."""
        shown, words = self._work.showing_now, self._desk.words
        if shown is None:
            self._work.say(words("console.no_board"), problem=True)
            return
        if number > len(shown.groups):
            self._work.say(words("chat.no_group", number=number), problem=True)
            return
        group = shown.groups[number - 1].id if number else self._capture.group
        kind, board_id, was_edited = shown.kind, shown.board_id, self._tray.editing

        def refused(refusal: EditRejected) -> None:
            self._work.say(sentence(refusal, words), problem=True)
            if not was_edited:
                self._tray.begin_edit()

        def done(saved: Saved) -> None:
            if was_edited:
                self._tray.end_edit()
            self._say_added(saved)
            self.refresh()  # a key that waits already is for the next row

        self._desk.ask(
            lambda document: taken_from_chat(kind, document, board_id, row.ids, single(text), group),
            refused,
            done=done,
            about=("chat", row.ids),
        )

    def leave(self, row: TrayRow) -> None:
        """Leave a row out, or bring it back."""
        words, out = self._desk.words, row.waits
        self._desk.ask(
            lambda document: left_out(document, row.ids, out=out),
            done=lambda saved: self._work.say(words("chat.left"), problem=False) if out else None,
            about=("leave", row.ids),
        )

    def _previews(self) -> bool:
        """Whether a chat is on show that would be lost."""
        preview = self.preview
        return bool(preview and preview.isVisible() and (preview.is_busy or (preview.reading and preview.reading.new)))

    def _show_groups(self) -> None:
        shown, chosen = self._work.showing_now, self._capture.group
        groups = shown.groups if shown else ()
        name = next((group.name for group in groups if group.id == chosen), "")
        self._tray.show_groups([group.name for group in groups], name if shown else None)

    def _say_added(self, saved: Saved) -> None:
        shown = self._work.showing_now
        added = {record.id for record in saved.change.added()}
        items = [item for item in shown.items if item.id in added] if shown else []
        if items:
            self._work.pick([item.id for item in items])
            codes = self._desk.words.list([item.code or item.name for item in items])
            self._work.say(self._desk.words("console.added", codes=codes), problem=False)


def tray_rows(lines: Sequence[ChatLine], codes: Mapping[str, str], words: Words, *, names: bool) -> list[TrayRow]:
    """The lines as rows: those that say the same and met the same fate together; `codes` are those of items."""
    rows = []
    for places in alike(line.text for line in lines):
        together = [lines[place] for place in places]
        taken = next((line.taken_as for line in together if line.taken_as), "")
        fates = dict.fromkeys((line.taken_as, line.left_out) for line in together)
        for fate in fates:
            same = [line for line in together if (line.taken_as, line.left_out) == fate]
            rows.append(
                TrayRow(
                    tuple(line.id for line in same),
                    single(same[0].text),
                    _who(same) if names else "",
                    _fate(same, taken, codes, words),
                    same[0].waits,
                )
            )
    return rows


def _who(lines: Sequence[ChatLine]) -> str:
    said = dict.fromkeys(f"{line.author} {line.said_at}".strip() for line in lines)
    return ", ".join(filter(None, said))


def _fate(lines: Sequence[ChatLine], taken: str, codes: Mapping[str, str], words: Words) -> str:
    """What became of these lines, and of others that say the same."""
    if lines[0].left_out:
        return words("chat.left_out")
    told = [words("chat.times", count=len(lines))] if len(lines) > 1 else []
    if taken:
        told.append(words("chat.taken_as", code=codes[taken]) if taken in codes else words("chat.taken"))
    return ", ".join(told)
