"""What a message is by its own words: something said, a reaction, a coming or going; and the quote above a reply."""

import re

from facilitator.exchange.chat.message import What

_REPLIES = ('replying to "', "replying to “", "en réponse à «", 'en réponse à "', "en réponse à “", 'réponse à "')
_QUOTE_ENDS = ('"', "”", "»")
_QUOTED_LINES = 3  # programs shorten what they quote

_REACTED = (
    ('reacted to "', '" with '),
    ("reacted to “", "” with "),
    ("a réagi à «", "» avec "),
    ('a réagi à "', '" avec '),
)
_TAKEN_BACK = (
    ("removed a ", " reaction from "),
    ("a supprimé une réaction ", ""),
    ("a retiré une réaction ", ""),
    ("a retiré la réaction ", ""),
)
_EVENTS = (
    *("joined the meeting", "left the meeting", "joined the call", "left the call", "has joined", "has left"),
    *("joined the chat", "left the chat", "a rejoint la réunion", "a quitté la réunion", "s’est joint à la réunion"),
    *("s'est joint à la réunion", "s’est jointe à la réunion", "s'est jointe à la réunion"),
)
_EVENT_LENGTH, _EVENT_WORDS = 120, 8
_TALLY = re.compile(
    r"(?:like|heart|laugh|surprised|sad|angry|applause|thumbs ?up|j[’']aime|cœur|rire|surpris|triste|en colère|\W{1,8})"
    r" \d{1,3}",
    re.IGNORECASE,
)


def what_of(text: str) -> What:
    """What a message to everybody is by its words."""
    start = text[:400].lower()
    if any(start.startswith(begins) and then in text.lower() for begins, then in _REACTED):
        return "reaction"
    if any(start.startswith(begins) and then in start for begins, then in _TAKEN_BACK):
        return "reaction"
    bare = start.strip().rstrip(".")
    brief = len(text) <= _EVENT_LENGTH and "\n" not in text and len(bare.split()) <= _EVENT_WORDS
    return "event" if brief and bare.endswith(_EVENTS) else "said"


def without_quote(lines: list[str]) -> list[str]:
    """The lines without what a reply quotes of the message that it answers."""
    if not lines or not lines[0].lower().startswith(_REPLIES):
        return lines
    ends = (at for at, line in enumerate(lines[:_QUOTED_LINES]) if line.rstrip().endswith(_QUOTE_ENDS))
    rest = lines[next(ends, 0) + 1 :]
    while rest and not rest[0].strip():
        rest = rest[1:]
    return rest


def without_tallies(lines: list[str]) -> tuple[list[str], list[str]]:
    """The lines of a message, and those at its end that only count reactions ("like 1")."""
    end = len(lines)
    while end > 1 and (not lines[end - 1].strip() or _TALLY.fullmatch(lines[end - 1].strip()[:40])):
        end -= 1
    return lines[:end], [line.strip() for line in lines[end:] if line.strip()]
