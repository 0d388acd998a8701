"""The chat tray: lines of the meeting's chat that wait to be sent to a board. Pure edits of its records."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from facilitator.domain.change import Change, Swap, adding
from facilitator.domain.chat import ChatLine
from facilitator.domain.document import Document
from facilitator.domain.engagement import Session
from facilitator.domain.record import new_id
from facilitator.domain.refusal import EditRejected

AT_ONCE = 1_000
"""Lines that one step takes: more would keep the window waiting. Pasting the same again takes the next ones."""


_LIST, _LIST_LINE = range(2, 13), 80
_BULLET = re.compile(r"^\s*(?:[-*•‣◦·–—]\s+|\(?\d{1,2}[.)]\s+)")


class Spoken(Protocol):
    """A message as it was read."""

    @property
    def author(self) -> str:
        """Who wrote it, "" if that is not known."""

    @property
    def said_at(self) -> str:
        """When, as written there."""

    @property
    def text(self) -> str:
        """The words."""


@dataclass(frozen=True, slots=True)
class _Line:
    author: str
    said_at: str
    text: str


def lines_of(messages: Iterable[Spoken]) -> list[Spoken]:
    """The messages as the tray has them: a list of 2 to 12 short lines comes as so many lines, without its bullets."""
    found: list[Spoken] = []
    for message in messages:
        lines = [line.strip() for line in message.text.split("\n") if line.strip()] if "\n" in message.text else []
        if len(lines) in _LIST and all(len(line) <= _LIST_LINE for line in lines):
            texts = (_BULLET.sub("", line) or line for line in lines)
            found += (_Line(message.author, message.said_at, text) for text in texts)
        else:
            found.append(message)
    return found


def lines_in(document: Document, session_id: str) -> list[ChatLine]:
    """The lines of a session ("" none), and those of none, in the order in which they came.

    A line belongs to no session where there was none yet, or where its session was removed: it is in sight wherever
    somebody looks.
    """
    lines = [line for line in document.every(ChatLine) if line.session_id in (session_id, None)]
    return sorted(lines, key=lambda line: (line.number, line.id))


def new_lines(document: Document, session_id: str, lines: Iterable[Spoken]) -> list[Spoken]:
    """Which of these lines (see `lines_of`) are not in the tray yet, in their order.

    Author, time and words tell: of what was said several times as often as it is here already counts as here, the
    earliest first. So a longer chat adds its end, whatever became of the lines before.
    """
    here = Counter(map(_key, lines_in(document, session_id)))
    found = []
    for line in lines:
        if here[_key(line)] > 0:
            here[_key(line)] -= 1
        else:
            found.append(line)
    return found


def pasted(document: Document, session_id: str, messages: Iterable[Spoken]) -> Change:
    """Put what is new of a whole chat into the tray, at most `AT_ONCE` lines, as one step.

    Raises EditRejected: "chat_nothing_new"; "gone" for a session that is no more.
    """
    if session_id:
        document.get(Session, session_id)
    found = new_lines(document, session_id, lines_of(messages))[:AT_ONCE]
    if not found:
        raise EditRejected("chat_nothing_new")
    return Change("paste_chat", adding(_records(document, session_id, found)))


def dealt_with(document: Document, session_id: str, messages: Iterable[Spoken]) -> Change:
    """Leave these messages out, whether they wait in the tray or are not there yet; what was made an item stays.

    Raises EditRejected("gone") for a session that is no more. The change may be empty.
    """
    if session_id:
        document.get(Session, session_id)
    lines = lines_of(messages)
    new = new_lines(document, session_id, lines)
    fresh = Counter(map(_key, new))
    known = Counter(map(_key, lines)) - fresh
    swaps = []
    for line in lines_in(document, session_id):
        if known[_key(line)] > 0:
            known[_key(line)] -= 1
            if line.waits:
                swaps.append(Swap(line, line.having(left_out=True)))
    added = adding(_records(document, session_id, new[:AT_ONCE], out=True))
    return Change("leave_out_chat", (*swaps, *added))


def marked_taken(document: Document, line_ids: Iterable[str], item_id: str) -> Change:
    """Say that an item was made of these lines; raises EditRejected("gone")."""
    lines = [document.get(ChatLine, line_id) for line_id in line_ids]
    swaps = (Swap(line, line.having(taken_as=item_id, left_out=False)) for line in lines)
    return Change("take_chat", tuple(swaps))


def left_out(document: Document, line_ids: Iterable[str], *, out: bool = True) -> Change:
    """Leave lines out, or bring them back; raises EditRejected: "gone", "nothing_to_do"."""
    lines = [document.get(ChatLine, line_id) for line_id in line_ids]
    swaps = tuple(Swap(line, line.having(left_out=out)) for line in lines if line.left_out != out)
    if not swaps:
        raise EditRejected("nothing_to_do")
    return Change("leave_out_chat" if out else "bring_back_chat", swaps)


def _key(line: Spoken) -> tuple[str, str, str]:
    return line.author, line.said_at, line.text


def _records(document: Document, session_id: str, lines: Sequence[Spoken], *, out: bool = False) -> list[ChatLine]:
    """These lines as the last ones of the tray."""
    last = max((line.number for line in document.every(ChatLine)), default=0)
    return [
        ChatLine(
            id=new_id(),
            session_id=session_id or None,
            number=number,
            author=line.author,
            said_at=line.said_at,
            text=line.text,
            left_out=out,
        )
        for number, line in enumerate(lines, start=last + 1)
    ]
