"""Pasted text as capture lines. No Qt."""

import re

from facilitator.domain.refusal import ImportRefused
from facilitator.exchange.chat.reading import is_surely_chat
from facilitator.exchange.recipients import read_recipients
from facilitator.exchange.recognized import recognize

_BULLET = re.compile(r"^\s*(?:[-*•‣◦·–—]\s+|\(?\d{1,3}[.)]\s+)")


def pasted_lines(text: str) -> list[str]:
    """The lines that say something, without the bullets and numbers that lists carry; otherwise as they are."""
    lines = (_BULLET.sub("", line).strip() for line in text.splitlines())
    return [line for line in lines if line]


def is_for_import(text: str) -> bool:
    """Whether a text is no list of lines: cells of a spreadsheet, the recipients of a mail, a map of another program.

    Cells have tabs between them, in at least half of the lines; a tab after a bullet parts no cells.
    """
    lines = pasted_lines(text)
    if lines and 2 * sum("\t" in line for line in lines) >= len(lines):
        return True
    try:
        form = recognize(text).name
        return len(read_recipients(text)) > 1 if form == "recipients" else form != "csv"
    except ImportRefused:
        return False


_LONG, _START = 200_000, 2_000


def is_chat(text: str) -> bool:
    """Whether a text is the chat of a meeting.

    One that is far too long for a list of lines and has no cells is taken for one: its preview reads it on another
    thread.
    """
    return is_surely_chat(text) or (len(text) > _LONG and "\t" not in text[:_START] and text.count("\n", 0, _LONG) > 9)
