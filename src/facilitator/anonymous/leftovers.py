"""What may still tell who it is in a document without names: for somebody to look at before it is handed on.

Nobody can find all of it: what everybody in the region knows, no program knows.
"""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Literal

from facilitator.anonymous.making import as_handed_out
from facilitator.boards.assessment.model import NextStep, OwnAnswer
from facilitator.catalogue import RECORD_TYPES
from facilitator.content.naming import bared
from facilitator.content.people import names_function, words_of
from facilitator.content.vocabulary import abbreviations, is_common
from facilitator.content.words import Words
from facilitator.domain.brand import Brand
from facilitator.domain.commitment import Commitment
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement
from facilitator.domain.language import Language
from facilitator.domain.record import Record
from facilitator.domain.text_fields import words_in
from facilitator.domain.twin import Twin

_SENTENCE_ENDS = ".!?:\n"
_AROUND = 30
_PERSONAL = (Commitment, OwnAnswer, NextStep)  # private, and told in somebody's own pack
_NOT_TOLD = (Engagement, Brand, Twin)
_WORD = re.compile(r"[^\W\d_](?:[^\W_]|[\-‑](?=\w))*")
_DIGITS = r"\d(?:[.,\u00a0\u202f ]?\d)*"
_NUMBER = re.compile(
    rf"\$ ?{_DIGITS}(?: ?(?:k|m|million|billion)(?!\w))?"
    rf"|{_DIGITS}[ \u00a0\u202f]?(?:k|m|million|millions)?(?: de)?[ \u00a0\u202f]?(?:\$|dollars)"
    r"|(?<!\w)[a-z]\d[a-z] ?\d[a-z]\d(?!\w)"
    r"|(?<!\w)(?:by-?law|règlement|contract|contrat|file|dossier|report|rapport|resolution|résolution)s?"
    r" ?(?:no\.?|n[o°º]|#|number|numéro)? ?[\w/\-]*\d[\w/\-]*"
    r"|(?<![\w/\-])\d+[/\-]\d[\d/\-]*(?!\w)"
    rf"|(?<![\w/\-]){_DIGITS}\d(?!\w)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_LEAST_DIGITS = 3

LeftoverSort = Literal["name", "number"]


@dataclass(frozen=True, slots=True)
class Leftover:
    """A place that may still tell who it is: a `hit`, which is a name or a number, in its `excerpt`.

    `place` says where it stands in words ("Stakeholder S7").
    """

    hit: str
    sort: LeftoverSort
    place: str
    excerpt: str


def leftovers(document: Document, language: Language, words: Words) -> tuple[Leftover, ...]:
    """The words with capitals that nobody knows, and the numbers, that a document holds once it is anonymous.

    In what packs in that language tell of it, in the order of the records; places are told in `words`. Amounts, codes
    and numbers of three digits or more count, years alone do not; nor does a word that only begins a sentence, unless
    it stands with a capital within one elsewhere, or is a given name.
    """
    document = as_handed_out(document, language, anonymous=True)
    texts = [(record, value) for record in _told(document) for value in _texts(record)]
    small = {bared(word) for _, text in texts for word in _WORD.findall(text) if word[:1].islower()}
    aliases = _of_house(Words(language))
    names = words_of("given") | {bared(word[0]) for _, text in texts for word in _within(text)}
    found = []
    for record, text in texts:
        hits = sorted((*_names(text, small, aliases, names), *_numbers(text)))
        place = _place(document, record, words) if hits else ""
        found += [Leftover(text[start:end], sort, place, _around(text, start, end)) for start, end, sort in hits]
    return tuple(found)


def _told(document: Document) -> Iterator[Record]:
    for record_type in RECORD_TYPES:
        if (not record_type.private or record_type in _PERSONAL) and record_type not in _NOT_TOLD:
            yield from document.every(record_type)


def _texts(record: Record) -> Iterator[str]:
    return (text for _, text in words_in(record))


def _within(text: str) -> Iterator[re.Match[str]]:
    """The words with capitals that begin no sentence."""
    return (word for word in _WORD.finditer(text) if word[0][:1].isupper() and not _begins(text, word))


def _names(
    text: str, small: set[str], aliases: frozenset[str], names: AbstractSet[str]
) -> Iterator[tuple[int, int, LeftoverSort]]:
    """Runs of words with capitals of which one is unknown, or within a sentence several that name no office or body.

    An unknown word that begins a sentence counts as known if it is written small elsewhere, or stands alone and is
    among no `names`.
    """
    run: list[tuple[re.Match[str], bool]] = []
    for word in (*_WORD.finditer(text), None):
        weight = _weight(text, word, small, aliases) if word else None
        if run and (weight is None or word is None or text[run[-1][0].end() : word.start()] != " "):
            alone = len(run) == 1 and _only_begins(text, run[0][0], names)
            if not alone and (any(unknown for _, unknown in run) or _tells_together([each[0] for each in run])):
                yield (run[0][0].start(), run[-1][0].end(), "name")
            run = []
        if word and weight is not None:
            run.append((word, weight))


def _weight(text: str, word: re.Match[str], small: set[str], aliases: frozenset[str]) -> bool | None:
    """Whether a word is unknown; None for one without a capital, for a common one that begins a sentence, or ours."""
    key = bared(word[0])
    if not word[0][:1].isupper() or key in aliases or any(letter.isdigit() for letter in key):
        return None
    unknown = word[0] not in abbreviations() and not all(map(is_common, re.split("[-‑]", key)))
    if _begins(text, word) and (not unknown or key in small):
        return None
    return unknown


def _begins(text: str, word: re.Match[str]) -> bool:
    """Whether a word begins a sentence."""
    before = text[: word.start()].rstrip(" “«\u202f\u00a0\"'’(-–•")
    return (before or "\n")[-1] in _SENTENCE_ENDS


def _only_begins(text: str, word: re.Match[str], names: AbstractSet[str]) -> bool:
    """Whether a word has its capital for no other reason than that it begins a sentence; initials have them all."""
    return _begins(text, word) and not word[0].isupper() and bared(word[0]) not in names


def _tells_together(words: Sequence[re.Match[str]]) -> bool:
    """Whether several common words with capitals are more than the name of an office: "Golden Lake"."""
    return len(words) > 1 and not all(names_function(bared(word[0])) for word in words)


def _numbers(text: str) -> Iterator[tuple[int, int, LeftoverSort]]:
    for found in _NUMBER.finditer(text):
        digits, amount = sum(letter.isdigit() for letter in found[0]), re.search(r"\$|dollars|million", found[0], re.I)
        if (digits >= _LEAST_DIGITS or amount) and not _YEAR.fullmatch(found[0].strip(" .,")):
            yield (*found.span(), "number")


def _of_house(words: Words) -> frozenset[str]:
    """The words of which aliases are made."""
    keys = ("title", "municipality", "project", "someone", "address")
    numbered = ("participant", "organization", "group")
    texts = [words(f"anonymous.{key}") for key in keys]
    texts += [words(f"anonymous.{key}", number="") for key in numbered]
    return frozenset(bared(word) for text in texts for word in _WORD.findall(text))


def _place(document: Document, record: Record, words: Words) -> str:
    name, code = words(f"anonymous.place_{type(record).type_name()}"), getattr(record, "code", "")
    board = document.find(Board, getattr(record, "board_id", "") or record.id)
    told = " ".join(filter(None, (name, code)))
    return words("anonymous.place", place=told, board=board.title) if board and board is not record else told


def _around(text: str, start: int, end: int) -> str:
    """The hit with a few words around it, on one line."""
    before, after = max(0, start - _AROUND), min(len(text), end + _AROUND)
    cut = " ".join(text[before:after].split())
    return f"{'…' if before else ''}{cut}{'…' if after < len(text) else ''}"
