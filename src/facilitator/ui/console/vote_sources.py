"""Where votes are read: the chat in the clipboard, and the lines of the chat tray."""

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication

from facilitator.content.words import Words
from facilitator.domain.chat import ChatLine
from facilitator.domain.document import Document
from facilitator.exchange.chat.message import Shape
from facilitator.exchange.chat.reading import read_chat
from facilitator.ui.dialogs.vote_taking import Heard, Source
from facilitator.workshop.chat_tray import lines_in


def vote_sources(lines: Sequence[ChatLine], words: Words) -> list[Source]:
    """The chat in the clipboard, and these lines of the chat tray where there are any."""
    return [clipboard_source(words), *([tray_source(lines, words)] if lines else [])]


def clipboard_source(words: Words) -> Source:
    """The chat in the clipboard, whatever its shape; reading it raises ImportRefused."""
    return text_source(QGuiApplication.clipboard().text(), words)


def text_source(text: str, words: Words) -> Source:
    """The same of a chat that was copied before."""

    def read(shape: Shape | None) -> Heard:
        chat = read_chat(text, shape)
        return Heard(chat.said, chat.shape, chat.count("direct"))

    return Source(words("poll.source_clipboard"), len(text), read)


def tray_source(lines: Sequence[ChatLine], words: Words) -> Source:
    """The lines of the chat tray, whatever became of them there."""
    length = sum(len(line.text) for line in lines)
    return Source(words("poll.source_tray", count=len(lines)), length, lambda shape: Heard(lines))


def newest_lines(document: Document) -> list[ChatLine]:
    """The lines of the chat tray of that session to which the last one came."""
    last = max(document.every(ChatLine), key=lambda line: line.number, default=None)
    return lines_in(document, last.session_id or "") if last else []
