"""What could tell who said something: found in a text, for a person to decide. Pure; the rules are our own.

Names are matched ignoring case and accents, as whole words, in the plural and by their initials. Addresses, numbers,
dates and amounts are matched by their form, in English and French. Nobody can promise that nothing is left.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

NameSort = Literal["organization", "person", "place", "supplier", "product", "title", "community", "term"]
Sort = Literal[
    "organization",
    "person",
    "place",
    "supplier",
    "product",
    "title",
    "community",
    "term",
    "email",
    "web",
    "phone",
    "postal",
    "money",
    "date",
    "number",
    "size",
]
Size = Literal["", "small", "medium", "large"]

MEDIUM_FROM = 10_000
LARGE_FROM = 250_000
"""Dollars from which an amount is medium, and large."""

_SMALL_WORDS = {"of", "the", "and", "for", "de", "la", "le", "les", "du", "des", "et", "d", "l", "a", "au", "aux", "en"}
"""Words, folded, that initials may leave out."""

_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre"
    "|jan|feb|fev|mar|apr|avr|jun|jul|juil|aug|sept|sep|oct|nov|dec"
)
_KEPT = "°º\u00a0\u202f"
"""Letters that a form looks for, and that folding would turn into others."""

_BETWEEN = r"[\s\-–—.'/&,]+"
"""What may stand between the words of a name, whatever stands there in the name as it is written."""

_SPACE = "[ \u00a0\u202f]"
_FIGURES = rf"\d{{1,3}}(?:[,.']\d{{3}}|{_SPACE}\d{{3}})+(?:[.,]\d{{1,2}})?(?!\d)|\d+(?:[.,]\d{{1,2}})?"
_SCALES = r"(?:millions?|milliards?|billions?|thousand|mille|bn|mio|k|m|g)\b"
_DOLLARS = r"(?:us|ca|can|c)?\$|\bcad\b|\busd\b|\bdollars?\b|€|\beuros?\b"

_FORMS: tuple[tuple[Sort, str], ...] = (
    ("email", r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    (
        "web",
        r"\b(?:https?://|www\.)[^\s<>]+[^\s<>.,;:!?)]"
        r"|(?<![\w.-])[\w-]+(?:\.[\w-]+)*\.(?:ca|com|org|net|gov|gc|info|quebec|io)\b(?:/[^\s<>]*[^\s<>.,;:!?)])?",
    ),
    (
        "money",
        rf"(?:{_DOLLARS}){_SPACE}?(?:{_FIGURES})(?:{_SPACE}?{_SCALES})?"
        rf"|(?<!\d)(?:{_FIGURES}){_SPACE}?(?:{_SCALES}{_SPACE}?)?(?:de{_SPACE})?(?:{_DOLLARS})",
    ),
    ("phone", r"(?<![\w-])(?:\+?1[ .\-]?)?(?:\(\d{3}\)|\d{3})[ .\-\u00a0\u202f]?\d{3}[ .\-]\d{4}(?!\d)"),
    ("postal", r"\b[abceghj-nprstvxy]\d[abceghj-nprstv-z][ \-]?\d[abceghj-nprstv-z]\d\b"),
    (
        "number",
        r"\b(?:by-?law|contract|file|report|rfp|rfq|rft|tender|invoice|case|ticket|permit|po|purchase order|resolution"
        r"|reglement|contrat|dossier|rapport|facture|permis|resolution|appel d.offres|bon de commande|arrete)s?"
        rf"{_SPACE}*(?:(?:no|n|num|number|numero|nos)\b[.°º]?|n[°º]|\#|:)?{_SPACE}*"
        r"(?=[\w./-]*\d)[\w][\w./-]*[\w]|\#\d{2,}\b",
    ),
    (
        "date",
        rf"\b(?:\d{{1,2}}(?:st|nd|rd|th|er)?{_SPACE}(?:of{_SPACE})?)(?:{_MONTHS})\b\.?(?:,?{_SPACE}\d{{4}}\b)?"
        rf"|\b(?:{_MONTHS})\.?{_SPACE}\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?{_SPACE}\d{{4}}\b)?"
        rf"|\b(?:{_MONTHS})\.?,?{_SPACE}\d{{4}}\b"
        r"|\b(?:19|20)\d{2}[-/.]\d{1,2}(?:[-/.]\d{1,2})?\b|\b\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)?\d{2}\b",
    ),
    (
        "size",
        rf"\b(?:{_FIGURES}){_SPACE}(?:residents?|inhabitants?|people|citizens?|households?|employees?|staff|ftes?"
        r"|habitants?|habitantes?|residents?|citoyens?|menages?|employes?|personnes?|postes?|etp)\b"
        rf"|\bpopulation(?:{_SPACE}(?:of|de|is|est(?:{_SPACE}de)?))?{_SPACE}:?{_SPACE}?(?:{_FIGURES})",
    ),
)
_PATTERNS = tuple((sort, re.compile(form)) for sort, form in _FORMS)


@dataclass(frozen=True, slots=True)
class Name:
    """Something to find: a name as it is written, and what it is the name of; "term": of the facilitator's list."""

    text: str
    sort: NameSort


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in a text that could tell who it was: `text[start:end]`. `size` is that of an amount, `year` a date's."""

    start: int
    end: int
    text: str
    sort: Sort
    size: Size = ""
    year: str = ""


def hits(text: str, names: Iterable[Name] = ()) -> tuple[Hit, ...]:
    """All places in a text that a person should look at, from left to right, none of them overlapping.

    What overlaps is one place, called what its longest part is.
    """
    folded = _Folded.of(text)
    found = [
        *(
            (*folded.place(*match.span()), sort)
            for sort, pattern in _PATTERNS
            for match in pattern.finditer(folded.letters)
        ),
        *((start, end, name.sort) for name in names for start, end in _spans(name.text, text, folded)),
    ]
    kept: list[Hit] = []
    longest = 0
    for start, end, sort in sorted(found, key=lambda each: (each[0], -each[1])):
        if not kept or start >= kept[-1].end:
            kept.append(_hit(text, start, end, sort))
            longest = end - start
        elif end > kept[-1].end:
            sort = sort if end - start > longest else kept[-1].sort
            longest = max(longest, end - start)
            kept[-1] = _hit(text, kept[-1].start, end, sort)
    return tuple(kept)


def stripped(text: str, found: Iterable[Hit], said: Callable[[Hit], str]) -> str:
    """The text with each of these hits said as `said` tells ("[supplier]"); raises ValueError for hits of another text.

    Hits may come in any order, those that a person wants kept being left out.
    """
    told = text
    for hit in sorted(found, key=lambda each: each.start, reverse=True):
        if text[hit.start : hit.end] != hit.text:
            raise ValueError("a hit of another text")
        told = told[: hit.start] + said(hit) + told[hit.end :]
    return told


def word_key(hit: Hit) -> str:
    """The key in `words/group_summary.json` of what stands in place of a hit: "strip_supplier", "strip_money_small".

    For a date with a year there is none: the year itself stands there, so the key is "".
    """
    if hit.sort == "money":
        return f"strip_money_{hit.size}"
    return "" if hit.year else f"strip_{hit.sort}"


def amount_of(text: str) -> float:
    """The amount in letters like "2,5 M$", "$45,000" or "45 000 $", in dollars; 0.0 where there is none."""
    folded = _Folded.of(text).letters
    match = re.search(_FIGURES, folded)
    if not match:
        return 0.0
    figures = re.sub(rf"{_SPACE}|'", "", match[0])
    figures = re.sub(r"[,.](?=\d{3}(?:\D|$))", "", figures).replace(",", ".")
    scale = re.match(rf"{_SPACE}?(?:de{_SPACE})?({_SCALES}|[kmg]\$)", folded[match.end() :])
    return float(figures) * _TIMES.get(scale[1].rstrip("$").rstrip("s") if scale else "", 1)


_TIMES: Mapping[str, int] = {
    **dict.fromkeys(("thousand", "mille", "k"), 1_000),
    **dict.fromkeys(("million", "mio", "m"), 1_000_000),
    **dict.fromkeys(("milliard", "billion", "bn", "g"), 1_000_000_000),
}


def _hit(text: str, start: int, end: int, sort: Sort) -> Hit:
    part = text[start:end]
    year = re.search(r"(?<!\d)(?:19|20)\d{2}(?!\d)", part) if sort == "date" else None
    return Hit(start, end, part, sort, _size(amount_of(part)) if sort == "money" else "", year[0] if year else "")


def _size(amount: float) -> Size:
    if amount < MEDIUM_FROM:
        return "small"
    return "medium" if amount < LARGE_FROM else "large"


@dataclass(frozen=True, slots=True)
class _Folded:
    """A text without case and accents, and for each of its letters from where to where it stands in the text."""

    letters: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> "_Folded":
        letters: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        for place, letter in enumerate(text):
            if unicodedata.combining(letter):
                if ends:
                    ends[-1] = place + 1
                continue
            parts = letter if letter in _KEPT else unicodedata.normalize("NFKD", letter).casefold()
            for part in parts:
                if not unicodedata.combining(part):
                    letters.append("'" if part == "’" else part)
                    starts.append(place)
                    ends.append(place + 1)
        return cls("".join(letters), tuple(starts), tuple(ends))

    def place(self, start: int, end: int) -> tuple[int, int]:
        return self.starts[start], self.ends[end - 1]


def _spans(name: str, text: str, folded: _Folded) -> Iterator[tuple[int, int]]:
    """Where a name stands in a text: as it is, with any of its words in the plural, or as its initials."""
    parts = re.findall(r"\w+", _Folded.of(name).letters)
    if not parts:
        return
    whole = _BETWEEN.join(rf"{re.escape(part)}(?:e?s|x|'s)?" for part in parts)
    for match in re.finditer(rf"(?<!\w){whole}(?!\w)", folded.letters):
        yield folded.place(*match.span())
    for letters in _initials(parts):
        dotted = r"\.?".join(letters.upper())
        for match in re.finditer(rf"(?<!\w){dotted}s?\.?(?!\w)", text):
            yield match.span()


def _initials(parts: list[str]) -> set[str]:
    """The initials of two words or more, with and without small words; as capitals only, or every “is” would be one."""
    large = [part for part in parts if part not in _SMALL_WORDS]
    return {"".join(part[0] for part in some) for some in (parts, large) if len(some) > 1}
