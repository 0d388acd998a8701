"""Names that may mean the same: a suggestion, for a person to decide."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from facilitator.content.naming import plain

Why = Literal["same", "spelling", "order", "near"]
"""The same text; but for case, accents, punctuation and blanks; the same words in another order; one word mistyped."""

_SMALL_WORDS = {
    *("the", "of", "and", "for", "at", "in", "to", "a", "an"),
    *("le", "la", "les", "l", "de", "du", "des", "d", "et", "un", "une", "au", "aux", "en", "pour"),
}
_MOST = 5_000  # pairs of words that are measured; a list of real names has some hundreds
_PLURAL, _ONE_EDIT, _TWO_EDITS, _LONGEST = 4, 6, 9, 24  # letters that a word needs; the longest that is looked at


@dataclass(frozen=True, slots=True)
class Pair:
    """Two that may be one; the first is the one that came first."""

    id_a: str
    id_b: str
    why: Why


def likely_duplicates(names: Sequence[tuple[str, str]], *, limit: int = 200) -> list[Pair]:
    """Pairs of (id, name) that are likely to mean the same, in the order of the names; no more than `limit`.

    Of several that are the same but for spelling or order, each is paired with the first only; small words (of, de)
    do not count in the order. Two names are near when all their words but one are the same and that one differs by
    an "s" or "x" at its end or, from six letters on, by one edit, from nine on by two, not in its first letter; words
    with digits never do (Ward 1, Ward 2). An edit is a letter too many, too few or wrong, or two that changed places:
    the optimal string alignment distance (after F. Damerau, Communications of the ACM 7(3), 1964).
    """
    first_of: dict[tuple[str, ...], int] = {}
    pairs: list[tuple[int, int, Why]] = []
    alone: list[int] = []
    for number, (_, name) in enumerate(names):
        spellings = _spellings(name)
        for why, spelling in spellings:
            if spelling in first_of:
                pairs.append((first_of[spelling], number, why))
                break
        else:
            alone.append(number)
        for _, spelling in spellings:
            first_of.setdefault(spelling, number)
    for a, b in _near(names, alone):
        if len(pairs) >= limit:
            break
        pairs.append((a, b, "near"))
    return [Pair(names[a][0], names[b][0], why) for a, b, why in sorted(pairs)[:limit]]


def _spellings(name: str) -> tuple[tuple[Why, tuple[str, ...]], ...]:
    """What two names have in common that are the same, the strictest first; each marked with what it is."""
    text = " ".join(unicodedata.normalize("NFC", name).split())
    bare = plain(name)
    return (
        ("same", ("same", text)),
        ("spelling", ("spelling", bare.replace(" ", "") or text)),
        ("order", ("order", *(_words(name) or [text]))),
    )


def _words(name: str) -> list[str]:
    """The words of a name in the order of the alphabet, without the small ones unless there are no others."""
    words = plain(name).split()
    return sorted([word for word in words if word not in _SMALL_WORDS] or words)


def _near(names: Sequence[tuple[str, str]], numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pairs of names that are near, found among those which have all words but one in common."""
    sharing: defaultdict[tuple[str, ...], list[tuple[int, str]]] = defaultdict(list)
    for number in numbers:
        words = _words(names[number][1])
        for at, word in enumerate(words):
            if _PLURAL <= len(word) <= _LONGEST and not any(letter.isdigit() for letter in word):
                rest = (word[0], *words[:at], *words[at + 1 :])
                sharing[rest].append((number, word))
    alike = (pair for group in sharing.values() if len(group) > 1 for pair in _alike(group))
    for (a, word), (b, other) in islice(alike, _MOST):
        if _mistyped(word, other):
            yield a, b


def _alike(group: Sequence[tuple[int, str]]) -> Iterator[tuple[tuple[int, str], tuple[int, str]]]:
    """Each two whose words are the same without a letter or two: what `_mistyped` finds are some of these."""
    seen: set[tuple[int, int]] = set()
    meeting: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for number, word in group:
        for shorter in _shortened(word):
            for other in meeting[shorter]:
                pair = (other[0], number)
                if other[0] != number and pair not in seen:
                    seen.add(pair)
                    yield other, (number, word)
            meeting[shorter].append((number, word))


def _shortened(word: str) -> list[str]:
    """The word, and what is left of it without any letter or two (symmetric delete: W. Garbe, SymSpell, 2012)."""
    found = {word: None}  # a set would have another order in each run
    for _ in range(2 if len(word) >= _TWO_EDITS else 1):
        found |= {each[:at] + each[at + 1 :]: None for each in list(found) for at in range(len(each))}
    return list(found)


def _mistyped(a: str, b: str) -> bool:
    shorter, longer = sorted((a, b), key=len)
    if longer in (shorter + "s", shorter + "x"):
        return True
    edits = 2 if len(shorter) >= _TWO_EDITS else 1 if len(shorter) >= _ONE_EDIT else 0
    return 0 < _distance(shorter, longer) <= edits


def _distance(a: str, b: str) -> int:
    """Optimal string alignment distance."""
    before: list[int] = []
    last, row = before, list(range(len(b) + 1))
    for i, letter in enumerate(a, start=1):
        before, last, row = last, row, [i]
        for j, other in enumerate(b, start=1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
    return row[-1]
