"""A text in lower case without accents, whose letters know where they came from; and its words."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from facilitator.content.naming import bare

_TOKEN = re.compile(r"[^\W_]+")
_GAP = re.compile(r"[\s.,'’&\-‐‑]{1,3}|'s ")
HYPHENS = ("-", "‐", "‑")
_JOINTS = (*HYPHENS, *"._/@#\\")
APOSTROPHES = ("'", "’")


class Word(NamedTuple):
    """A word of a text: its letters without case and accents, and where it begins and ends there."""

    key: str
    start: int
    end: int


class Folded:
    """A text in lower case without accents, that knows where each letter came from.

    `letters` is the text so, `words` are its words in order; apostrophes and hyphens part them.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.letters, self._from = _folded(text)
        self.words = [Word(found[0], found.start(), found.end()) for found in _TOKEN.finditer(self.letters)]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where in the text these letters came from, with the marks that follow the last one."""
        last = bisect_right(self._from, self._from[end - 1])
        after = self._from[last] if last < len(self._from) else len(self.text)
        stop = self._from[end - 1] + 1
        while stop < after and not bare(self.text[stop]):
            stop += 1
        return self._from[start], stop

    def is_capital(self, word: Word) -> bool:
        """Whether the word begins with a capital; letters of scripts without case are none."""
        return self.text[self._from[word.start]].isupper()

    def letters_of(self, word: Word) -> str:
        """The word as it is written."""
        return self.text[self._from[word.start] : self._from[word.end - 1] + 1]

    def between(self, one: Word, other: Word) -> str:
        """What stands between two words."""
        return self.letters[one.end : other.start]

    def near(self, at: int) -> bool:
        """Whether the word at this place follows the one before it within one name."""
        return bool(_GAP.fullmatch(self.between(self.words[at - 1], self.words[at])))

    def inside(self, at: int) -> bool:
        """Whether a word is a part of something longer, as in an address or with hyphens: "ste-marie", "ann.html"."""
        word = self.words[at]
        before, after = self.letters[: word.start][-1:], self.letters[word.end : word.end + 2]
        return (bool(before) and before in _JOINTS) or (after[:1] in _JOINTS and after[1:].isalnum())

    def compound(self, start: int, end: int) -> bool:
        """Whether a hyphen ties the words from `start` to `end` to another name: "Sainte-Marie", "Marie-Victorin"."""
        words = self.words
        before = start > 0 and self.between(words[start - 1], words[start]) in HYPHENS
        after = end < len(words) and self.between(words[end - 1], words[end]) in HYPHENS
        return (before and self.is_capital(words[start - 1])) or (after and self.is_capital(words[end]))


def _folded(text: str) -> tuple[str, Sequence[int]]:
    """The letters so, and from which place in the text each came."""
    if text.isascii():
        return text.lower(), range(len(text))
    plain = [bare(letter) for letter in text]
    return "".join(plain), [place for place, letters in enumerate(plain) for _ in letters]
