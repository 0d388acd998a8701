"""Dots given in a chat as spoken codes: "K3 K3 S7". See `votes`."""

import re
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from types import MappingProxyType

from facilitator.content.naming import bared
from facilitator.workshop.chat_tray import Spoken
from facilitator.workshop.votes import (
    DIGIT,
    NOTHING_SETTLED,
    READ_LIMIT,
    Nameless,
    Said,
    Settled,
    VotesRead,
    read_votes,
    short,
)

NOTHING_SPENT: Mapping[str, Mapping[str, int]] = MappingProxyType({})


def read_dots(
    messages: Sequence[Spoken],
    codes: Mapping[str, str],
    budget: int,
    *,
    spent: Mapping[str, Mapping[str, int]] = NOTHING_SPENT,
    before: Container[int] = (),
    settled: Settled = NOTHING_SETTLED,
    nameless: Nameless = str,
) -> VotesRead:
    """Who gives which dots. `codes` are what can be voted for: ids by spoken code.

    Messages at the places `before` do not count, unless they are `settled`. A code may be in any case, several times,
    or with how often ("K3x2", "2 x K3", "K3 (2)"); blanks, commas, semicolons, slashes, + and & part them.
    What somebody has `spent` on what can be voted for no more, by their name in lower case (casefold), stays theirs.
    """
    known = {bared(code): item_id for code, item_id in codes.items()}

    def read(message: Spoken) -> Said | None:
        if not DIGIT.search(message.text, 0, READ_LIMIT):
            return None
        text = short(_RAISED.sub(" ? ", message.text[:READ_LIMIT]))
        counts = _codes_only(text) if len(message.text) <= READ_LIMIT else None
        if counts is None:
            named = (letter + number for letter, number in _CODE.findall(text))
            return Said("unclear") if any(code in known for code in named) else None
        gives: Counter[str] = Counter()
        for code, count in counts.items():
            if code in known:
                gives[known[code]] += count
        if gives:
            gives.update(spent.get(message.author.strip().casefold(), {}))
        strange = tuple(code.upper() for code in counts if code not in known)
        over = sum(gives.values()) > budget
        return Said("over" if over else "taken" if gives else "unknown", gives, strange)

    return read_votes(messages, read, before, settled, nameless)


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
