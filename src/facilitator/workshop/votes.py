"""Votes read from the messages of a chat: dots as spoken codes ("K3 K3 S7"), answers to a poll as numbers.

A message is a vote if it holds nothing but codes (or one answer), how often, and a few small words such as "my vote:".
Whatever else names a code is `unclear`: nobody guesses what was meant. Of each person the last vote counts, whole, in
place of those before; people are told apart by their names without regard to capitals, and a message without a name is
a voter of its own. A vote that is over the budget is not taken: the one before it stands.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from facilitator.content.naming import bared, plain
from facilitator.domain.words_of_people import NAME_LIMIT
from facilitator.workshop.chat_tray import Spoken

Verdict = Literal["taken", "superseded", "over", "unknown", "unclear"]
"""A vote that counts; one that a later vote of the same person replaces; one over the budget; one in which nothing is
there to be voted for; a message that names something that is, and is no vote."""

Nameless = Callable[[int], str]
"""What the n-th message without a name (from 1) is called as a voter."""

AT_ONCE = 1_000
"""Votes that one step takes: more would keep the window waiting. Reading the same again takes the next ones."""

READ_LIMIT = 500
"""Characters that a vote may have; what is longer is talk."""


@dataclass(frozen=True, slots=True)
class VoteLine:
    """A message about a vote. `place` is its place among all messages, from 0; `person` who wrote it.

    `gives` says how many dots go to what, by id; `unknown` are the codes or numbers in it that are not there.
    """

    place: int
    person: str
    said_at: str
    text: str
    verdict: Verdict
    gives: Mapping[str, int] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()

    @property
    def given(self) -> int:
        """How many dots it gives in all."""
        return sum(self.gives.values())


@dataclass(frozen=True, slots=True)
class VotesRead:
    """All messages about a vote, in the order in which they were said."""

    lines: tuple[VoteLine, ...] = ()

    @property
    def votes(self) -> dict[str, Mapping[str, int]]:
        """What each person gives, by name."""
        return {line.person: line.gives for line in self.of("taken")}

    @property
    def unknown(self) -> tuple[tuple[str, str], ...]:
        """Who typed what that is not there: (person, code or number)."""
        heard = (line for line in self.lines if line.verdict != "superseded")
        return tuple((line.person, code) for line in heard for code in line.unknown)

    def of(self, verdict: Verdict) -> tuple[VoteLine, ...]:
        """The messages of which this is to be said."""
        return tuple(line for line in self.lines if line.verdict == verdict)


def read_dots(
    messages: Sequence[Spoken],
    codes: Mapping[str, str],
    budget: int,
    *,
    start: int = 0,
    nameless: Nameless = str,
) -> VotesRead:
    """Who gives which dots. `codes` are what can be voted for: ids by spoken code.

    `start` is the place of the first message that counts. A code may be in any case, several times, or with how often
    ("K3x2", "2 x K3", "K3 (2)"); blanks, commas, semicolons, slashes, + and & part them.
    """
    known = {bared(code): item_id for code, item_id in codes.items()}

    def read(message: Spoken) -> "_Said | None":
        if not _DIGIT.search(message.text, 0, READ_LIMIT):
            return None
        text = _short(_RAISED.sub(" ? ", message.text[:READ_LIMIT]))
        counts = _codes_only(text) if len(message.text) <= READ_LIMIT else None
        if counts is None:
            named = (letter + number for letter, number in _CODE.findall(text))
            return _Said("unclear") if any(code in known for code in named) else None
        gives = {known[code]: count for code, count in counts.items() if code in known}
        strange = tuple(code.upper() for code in counts if code not in known)
        over = sum(gives.values()) > budget
        return _Said("over" if over else "taken" if gives else "unknown", gives, strange)

    return _read(messages, read, start, nameless)


def read_answers(
    messages: Sequence[Spoken],
    options: Sequence[tuple[str, str]],
    *,
    scale: bool = False,
    start: int = 0,
    nameless: Nameless = str,
) -> VotesRead:
    """Who chooses which of `options`, (id, words) in their order; each answer gives 1 to one of them.

    An answer is a number from 1 ("2", "#2", "option 2", "2 - its words"), a letter from A ("B", "b)") or the words of
    an option, whatever their case and accents. On a `scale` letters mean nothing, and "3/5" is a 3.
    """
    longest = max([_LONGEST_MARK, *(2 * len(words) for _, words in options)])
    worded = {plain(words): option_id for option_id, words in options if plain(words)}

    def read(message: Spoken) -> "_Said | None":
        if len(message.text) > min(longest, READ_LIMIT):
            return None
        text = _short(message.text)
        chosen = worded.get(plain(text))
        if chosen:
            return _Said("taken", {chosen: 1})
        number, mark, rest = _marked(text, letters=not scale)
        if 1 <= number <= len(options) and _says_no_more(rest, options[number - 1][1], len(options) if scale else 0):
            return _Said("taken", {options[number - 1][0]: 1})
        if number >= 0 and not 1 <= number <= len(options) and _says_no_more(rest, "", 0):
            return _Said("unknown", {}, (mark,))
        return _Said("unclear") if _DIGIT.search(text) and len(text) <= _LONGEST_MARK else None

    return _read(messages, read, start, nameless)


@dataclass(frozen=True, slots=True)
class _Said:
    verdict: Verdict
    gives: Mapping[str, int] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()


_LONGEST_MARK = 24
_LETTERS = 6
_DIGIT = re.compile(r"\d")
_RAISED = re.compile("[²³¹⁰-₉]")  # K3² is no K32

_CODE = re.compile(r"(?<![a-wyz])([a-z])[\s-]?([0-9]{1,4})(?![0-9])")  # wherever it stands, also as "K 3"
# A code is never part of a longer word; how often stands before it, behind it, or in brackets.
_TIMES = r"[1-9][0-9]{0,2}"
_PIECE = re.compile(
    rf"(?:(?P<before>{_TIMES})\s?[x×*]\s?)?(?P<code>[a-z][0-9]{{1,4}})"
    rf"(?:\s?[x×*=]\s?(?P<after>{_TIMES})|\s?\((?P<inside>{_TIMES})\))?(?!\w)"
    r"|(?P<word>[^\W\d_]+)|[\s,;+&/.!:·•]+"
)
_ENGLISH_CODES = "i my mine me vote votes dots choice choices for is are to goes"
_FRENCH_CODES = "je mon ma mes voix points choix pour est sont va vont a c"
_BEFORE_CODES = frozenset(f"{_ENGLISH_CODES} {_FRENCH_CODES}".split())
_BETWEEN_CODES = frozenset(("and", "et"))
_AFTER_CODES = frozenset(("please", "thanks", "merci", "svp"))
_ENGLISH_ANSWER = "i my vote for option number choice answer is it s"
_FRENCH_ANSWER = "je mon ma pour choix reponse numero c est la le"
_BEFORE_ANSWER = frozenset(f"{_ENGLISH_ANSWER} {_FRENCH_ANSWER}".split())
_WORD = re.compile(r"([a-z]+)(?:[\s:='’]+)(?=\S)")
_MARK = re.compile(r"[(\[#]{0,2}([0-9]{1,9}|[a-z])(?![a-z0-9])(.*)", re.DOTALL)
_END = re.compile(r"[)\].!:,\s]*")
_BULLET = re.compile(r"^\s*[-–*•]\s+", re.MULTILINE)
_KEYCAP = "\u20e3"
_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)


def _short(text: str) -> str:
    """As much of a message as can be a vote, in small letters without accents and without what can't be seen."""
    return bared(_BULLET.sub("", text)).replace(_KEYCAP, "").strip()


def _codes_only(text: str) -> Counter[str] | None:
    """How often each code stands in a text of nothing but codes; None for any other text."""
    counts: Counter[str] = Counter()
    at, allowed = 0, _BEFORE_CODES
    while at < len(text):
        piece = _PIECE.match(text, at)
        if piece is None:
            return None
        if piece["word"] in _AFTER_CODES and counts:
            allowed = _AFTER_CODES
        elif (piece["word"] and piece["word"] not in allowed) or (piece["code"] and allowed is _AFTER_CODES):
            return None
        if piece["code"]:
            if piece["before"] and (piece["after"] or piece["inside"]):
                return None
            counts[piece["code"]] += int(piece["before"] or piece["after"] or piece["inside"] or 1)
            allowed = _BETWEEN_CODES
        at = piece.end()
    return counts or None


def _marked(text: str, *, letters: bool) -> tuple[int, str, str]:
    """What a message begins with, small words apart, as a number (-1: none) and as typed, and what follows."""
    while (word := _WORD.match(text)) and word[1] in _BEFORE_ANSWER:
        text = text[word.end() :]
    found = _MARK.match(text)
    if found is None:
        return -1, "", ""
    mark, rest = found.groups()
    if mark.isdigit():
        return int(mark), mark, rest
    number = ord(mark) - ord("a") + 1
    return (number if letters and number <= _LETTERS else -1), mark.upper(), rest


def _says_no_more(rest: str, words: str, out_of: int) -> bool:
    """Whether after its number a message goes on with the option's own words at most, or on a scale with "/5"."""
    if _END.fullmatch(rest):
        return True
    if out_of and rest.replace(" ", "") == f"/{out_of}":
        return True
    return bool(plain(words)) and rest[:1] in " -–—:.)]," and plain(rest) == plain(words)


def _read(
    messages: Sequence[Spoken], read: Callable[[Spoken], _Said | None], start: int, nameless: Nameless
) -> VotesRead:
    lines: list[VoteLine] = []
    voters: list[object] = []
    unnamed = 0
    for place, message in enumerate(messages):
        person = _person(message.author)
        unnamed += not person  # counted over all messages, so that a longer chat names the same voters the same
        said = read(message) if place >= start else None
        if said:
            voters.append(person.casefold() or unnamed)
            lines.append(
                VoteLine(
                    place,
                    person or nameless(unnamed),
                    message.said_at,
                    message.text[:READ_LIMIT],
                    said.verdict,
                    said.gives,
                    said.unknown,
                )
            )
    return VotesRead(tuple(_last_ones(lines, voters)))


def _last_ones(lines: Iterable[VoteLine], voters: Iterable[object]) -> list[VoteLine]:
    """The same lines, those superseded that a later vote of the same voter replaces."""
    found, told = [], set[object]()
    counted = set[object]()
    for line, voter in reversed(list(zip(lines, voters, strict=True))):
        is_vote = line.verdict in ("taken", "over")
        replaced = is_vote and (voter in counted or (line.verdict == "over" and voter in told))
        if line.verdict == "taken":
            counted.add(voter)
        elif line.verdict == "over":
            told.add(voter)
        found.append(replace(line, verdict="superseded") if replaced else line)
    return found[::-1]


def _person(author: str) -> str:
    """A name that can be kept, "" for none."""
    words = unicodedata.normalize("NFC", _HIDDEN.sub("", author[: 4 * NAME_LIMIT])).split()
    name = " ".join(words)[:NAME_LIMIT].strip()
    return name if any(unicodedata.category(letter)[0] not in "CZ" for letter in name) else ""
