"""A pasted chat as clean lines, and what may stand in one."""

import re
import unicodedata
from collections.abc import Iterator

# Half letters, controls, and marks that turn the direction or show nothing: they could make text read as another.
_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u200b\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)
# Some programs break lines here. No chat does: a message must not be able to begin another one.
_NO_BREAK = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_FEEDS = re.compile("\n+")
_BLANKS = re.compile(r"\s+")


LINE_LIMIT = 20_000
"""Characters of a line that are read. No step may take long: a window lives beside the thread that reads."""


def lines_of(text: str) -> Iterator[str]:
    """The lines one by one, without their ends, of several empty ones the first.

    Only line feeds and carriage returns end a line.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    start, length = 0, len(text)
    while start < length:
        end = text.find("\n", start)
        end = length if end < 0 else end
        if end > start:
            yield _clean(text[start : min(end, start + LINE_LIMIT)])
            start = end + 1
        else:
            yield ""
            feeds = _FEEDS.match(text, start)
            assert feeds is not None  # there is one at `start`
            start = feeds.end()


def _clean(line: str) -> str:
    clean = _NO_BREAK.sub(" ", _DROPPED.sub("", line))
    return clean if clean.isascii() else unicodedata.normalize("NFC", clean)


def single(text: str) -> str:
    """The text in one line, its words parted by one space each."""
    return _BLANKS.sub(" ", text).strip()


def says_something(text: str) -> bool:
    """Whether there is anything to see in it."""
    return any(unicodedata.category(letter)[0] not in "CZ" for letter in text)
