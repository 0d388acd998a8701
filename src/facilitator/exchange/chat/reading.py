"""From pasted or saved text to a chat. The shape is recognized; time and memory grow with the text, no faster."""

from collections.abc import Iterator
from itertools import islice

from facilitator.domain.refusal import ImportRefused
from facilitator.exchange.chat.content import what_of, without_quote, without_tallies
from facilitator.exchange.chat.heads import HEADS, Head, name_on_line
from facilitator.exchange.chat.lines import lines_of, says_something, single
from facilitator.exchange.chat.message import SURE, TEXT_LIMIT, Chat, Message, Shape
from facilitator.exchange.reading import ROW_LIMIT, text_of

_START = 20_000
_MOSTLY = 0.6
_INDENTS = ("\t", "    ")
_KEPT_LINES = 2_000  # of one message: more than TEXT_LIMIT has room for


def read_chat(data: bytes | str, shape: Shape | None = None) -> Chat:
    """Read a chat, in the shape that it has unless one is named.

    Raises ImportRefused: as `text_of` does (empty, too big, no text), or "chat_too_long" (limit) for more than
    `ROW_LIMIT` messages.
    """
    text, _ = text_of(data, fallback="cp1252")
    shape = shape or recognized(text)
    messages: list[Message] = []
    shortened = 0
    for head, lines in _blocks(lines_of(text), shape):
        for message in _messages(head, lines, shape):
            shortened += len(message.text) > TEXT_LIMIT
            messages.append(_cut(message))
        if len(messages) > ROW_LIMIT:
            raise ImportRefused("chat_too_long", limit=ROW_LIMIT)
    return Chat(shape, tuple(messages), shortened)


def recognized(text: str) -> Shape:
    """The shape of a chat by its beginning; a line for each message where nothing else fits."""
    lines = [line for line in lines_of(text[:_START]) if line.strip()]
    counts = {shape: sum(HEADS[shape](line) is not None for line in lines) for shape in (*SURE, "timed", "named")}
    best = max(SURE, key=lambda shape: counts[shape])
    if counts[best] and counts[best] >= counts["timed"] // 2:
        return best
    if counts["timed"] and HEADS["timed"](lines[0]):
        return "timed"
    return "named" if len(lines) > 1 and counts["named"] >= _MOSTLY * len(lines) else "plain"


def is_surely_chat(text: str) -> bool:
    """Whether a pasted text can be nothing but a chat: several lines, the first one that says something a head."""
    start = [line for line in islice(lines_of(text[:_START]), 50) if line.strip()]
    return len(start) > 1 and any(HEADS[shape](start[0]) for shape in SURE)


def _blocks(lines: Iterator[str], shape: Shape) -> Iterator[tuple[Head | None, list[str]]]:
    """Each head with the lines below it, up to the next one; None for what stands before the first."""
    is_head = HEADS[shape]
    head: Head | None = None
    below: list[str] = []
    for line in lines:
        found = is_head(line) if line else None
        if found is None:
            if len(below) < _KEPT_LINES and (line.strip() or below or head):
                below.append(line)
            continue
        if head or below:
            yield head, below
        head, below = found, []
    if head or below:
        yield head, below


def _messages(head: Head | None, below: list[str], shape: Shape) -> Iterator[Message]:
    lines = [_outdented(line) for line in below]
    if head is None:
        text = _text(lines)
        if text:
            yield Message("", "", text, "unsigned")
        return
    author, first = head.author, [head.text] if head.text else []
    if shape == "meet":
        author, text = name_on_line(lines[0] if lines else "")
        first, lines = [text], lines[1:]
    if head.direct:
        yield Message(author, head.said_at, _text([*first, *lines]), "direct")
        return
    tallies: list[str] = []
    lines = [*first, *lines]
    if shape == "teams":
        lines, tallies = without_tallies(lines)
    text = _text(without_quote(lines))
    if text:
        yield Message(single(author), head.said_at, text, what_of(text))
    yield from (Message("", head.said_at, tally, "reaction") for tally in tallies)


def _outdented(line: str) -> str:
    indent = next((indent for indent in _INDENTS if line.startswith(indent)), "")
    return line.removeprefix(indent).rstrip()


def _text(lines: list[str]) -> str:
    text = "\n".join(lines).strip()[: TEXT_LIMIT + 1]  # one more, so that it is told that it was cut
    return text if says_something(text) else ""


def _cut(message: Message) -> Message:
    if len(message.text) <= TEXT_LIMIT:
        return message
    return Message(message.author, message.said_at, message.text[: TEXT_LIMIT - 1] + "…", message.what)
