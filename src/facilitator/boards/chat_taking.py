"""A line of the chat becomes an item of a board, by the way of a captured line; and what is told of a chat."""

from collections.abc import Sequence

from facilitator.boards.kind import Kind
from facilitator.content.words import Words
from facilitator.domain.change import Change, composed
from facilitator.domain.chat import ChatLine
from facilitator.domain.document import Document
from facilitator.domain.refusal import EditRejected
from facilitator.exchange.chat.message import SKIPPED, Chat
from facilitator.workshop.capture import AddLine
from facilitator.workshop.chat_tray import AT_ONCE, Spoken, lines_of, marked_taken


def taken_from_chat(
    kind: Kind, document: Document, board_id: str, line_ids: Sequence[str], text: str, group: str
) -> Change:
    """Add `text` to a group and note it on the chat lines that said it, in one step; also who did, where that is kept.

    The text stays literal: whoever writes "A >- B" in a chat unlinks nothing. Raises EditRejected as `Kind.add` does,
    "chat_has_authors" for a board that keeps nobody's name, and "gone" for a line that is no more.
    """
    if kind.nameless_form:
        raise EditRejected("chat_has_authors")
    added = kind.add(document, board_id, AddLine(text), group)
    items = {item.id for item in kind.items(kind.view(document.after(added), board_id, kind.own_showing()))}
    item_id = next((swap.after.id for swap in added.swaps if swap.after and swap.after.id in items), "")
    if not item_id:
        raise EditRejected("nothing_to_do")
    people = [document.get(ChatLine, line_id).author for line_id in line_ids]
    noted = kind.said_by(document.after(added), item_id, people)
    return composed("take_chat", [added, noted, marked_taken(document, line_ids, item_id)])


def told_chat(chat: Chat, new: int, words: Words) -> list[str]:
    """How a chat was read, how many lines are new or in the tray already, and what is left behind for which reason."""
    counts: list[tuple[str, int]] = [
        ("new", new),
        ("here", len(lines_of(chat.said)) - new),
        *((what, chat.count(what)) for what in SKIPPED),
        ("shortened", chat.shortened),
        ("later", max(0, new - AT_ONCE)),
    ]
    told = [words(f"chat.{name}", count=count) for name, count in counts if count]
    return [words("chat.read_as", shape=words(f"chat.shape_{chat.shape}")), *told]


def chat_facts(chat: Chat, lines: Sequence[Spoken], new: Sequence[Spoken]) -> dict[str, object]:
    """The same as data, each of its `lines` with whether it is `new`, for the facilitator's own scripts.

    Words of people are among it.
    """
    fresh = {id(line) for line in new}
    return {
        "form": "chat",
        "shape": chat.shape,
        "new": len(new),
        "here": len(lines) - len(new),
        "skipped": {what: chat.count(what) for what in SKIPPED},
        "shortened": chat.shortened,
        "later": max(0, len(new) - AT_ONCE),
        "lines": [
            {
                "author": line.author,
                "said_at": line.said_at,
                "text": line.text,
                "fate": "new" if id(line) in fresh else "here",
            }
            for line in lines
        ],
    }
