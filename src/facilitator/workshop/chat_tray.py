"""The chat tray: lines of the meeting's chat that wait to be sent to a board. Pure edits of its records."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Protocol

from facilitator.domain.change import Change, Swap, adding
from facilitator.domain.chat import ChatLine
from facilitator.domain.document import Document
from facilitator.domain.engagement import Session
from facilitator.domain.record import new_id
from facilitator.domain.refusal import EditRejected

AT_ONCE = 1_000
"""Lines that one step takes: more would keep the window waiting. Pasting the same again takes the next ones."""


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


def lines_in(document: Document, session_id: str) -> list[ChatLine]:
    """The lines of a session ("" none), and those of none, in the order in which they came.

    A line belongs to no session where there was none yet, or where its session was removed: it is in sight wherever
    somebody looks.
    """
    lines = [line for line in document.every(ChatLine) if line.session_id in (session_id, None)]
    return sorted(lines, key=lambda line: (line.number, line.id))


def new_lines(document: Document, session_id: str, messages: Sequence[Spoken]) -> list[Spoken]:
    """Which of the messages are not in the tray yet, in their order.

    Author, time and words tell: of what was said several times as often as it is here already counts as here, the
    earliest first. So a longer chat adds its end, whatever became of the lines before.
    """
    here = Counter((line.author, line.said_at, line.text) for line in lines_in(document, session_id))
    found = []
    for message in messages:
        key = (message.author, message.said_at, message.text)
        if here[key] > 0:
            here[key] -= 1
        else:
            found.append(message)
    return found


def pasted(document: Document, session_id: str, messages: Sequence[Spoken]) -> Change:
    """Put what is new of a whole chat into the tray, at most `AT_ONCE` lines, as one step.

    Raises EditRejected: "chat_nothing_new"; "gone" for a session that is no more.
    """
    if session_id:
        document.get(Session, session_id)
    found = new_lines(document, session_id, messages)[:AT_ONCE]
    if not found:
        raise EditRejected("chat_nothing_new")
    last = max((line.number for line in document.every(ChatLine)), default=0)
    return Change(
        "paste_chat",
        adding(
            ChatLine(
                id=new_id(),
                session_id=session_id or None,
                number=number,
                author=message.author,
                said_at=message.said_at,
                text=message.text,
            )
            for number, message in enumerate(found, start=last + 1)
        ),
    )


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
