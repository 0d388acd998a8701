"""Taking people's names, mail addresses and telephone numbers out of texts, so that a group can read them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from facilitator.boards.folded import Folded, Word
from facilitator.boards.hidden_names import HiddenName, NamesAnywhere, SoughtName
from facilitator.boards.strangers import officer_at, person_at
from facilitator.content.people import words_of

GONE = "[…]"
"""What stands where an address or a number was: an omission, as editors mark it."""

_MAIL = r"[\w.+'\-]+(?:@| ?[(\[] ?(?:at|a|arobase|arobas) ?[)\]] ?)[\w\-]+(?:\.[\w\-]+)*"
_HANDLE = r"(?<![\w.])@(?=\w*[^\W\d])\w{3,}"
_SPACE = r"[\s.\-‐‑–/]"
_PHONE = (
    rf"(?<![\d.,])(?:\+?1{_SPACE}?)?(?:\([2-9]\d\d\)|[2-9]\d\d){_SPACE}{{0,2}}[2-9]\d\d{_SPACE}?\d{{4}}(?!\d)"
    rf"|(?<![\d.,\-])[2-9]\d\d[\-‐‑]\d{{4}}(?![\d\-])"
    rf"|\+\d(?:[\s.()\-‐‑]?\d){{7,14}}(?!\d)"
)
_EXTENSION = r"(?:,? ?(?:ext|poste|x)\.? ?\d{1,6})?"
_CONTACT = re.compile(rf"{_MAIL}|{_HANDLE}|(?:{_PHONE}){_EXTENSION}")
_SENTENCE_ENDS = ".!?\n"


class _Span(NamedTuple):
    """A place in a text, and what comes there instead."""

    start: int
    end: int
    instead: str
    contact: bool = False
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Hidden:
    """A text as a group may read it, with the names and the addresses or numbers that were found, as they stood.

    `doubtful` are names that were left in: they are a person's or a part of an organization's name.
    """

    text: str
    names: tuple[str, ...]
    contacts: tuple[str, ...]
    doubtful: tuple[str, ...] = ()


def contacts_in(text: str) -> tuple[str, ...]:
    """The addresses and numbers in a text, as they stand."""
    return tuple(text[span.start : span.end] for span in _contacts(Folded(text), GONE))


def _contacts(text: Folded, gone: str) -> Iterator[_Span]:
    for found in _CONTACT.finditer(text.letters):
        yield _Span(*text.place(found.start(), found.end()), gone, True)


@cache
def _leading() -> frozenset[str]:
    return words_of("honorifics") | words_of("particles")


@cache
def _titles() -> frozenset[str]:
    return words_of("honorifics") | words_of("offices")


class Hiding:
    """Finds `names` in texts, and whatever else looks like a person: `someone` is written there instead.

    Case, accents and the order of a name's words do not count; only whole words do. Names in `allowed` stay. So do
    words that `bodies`, too, have in their names, where no given name of a known person stands with them. `gone` stands
    where an address or a number was.
    """

    def __init__(
        self,
        names: Iterable[HiddenName],
        someone: str,
        allowed: Iterable[str] = (),
        bodies: Iterable[str] = (),
        *,
        gone: str = GONE,
    ) -> None:
        sought = tuple(SoughtName(each) for each in names)
        self._by_word: dict[str, list[SoughtName]] = defaultdict(list)
        for name in sought:
            for word in name.first_keys:
                self._by_word[word].append(name)
        self._anywhere = NamesAnywhere((whole, name.instead) for name in sought for whole in name.anywhere)
        self._someone, self._gone = someone, gone
        self._allowed = frozenset(word.key for name in allowed for word in Folded(name).words)
        self._of_bodies = frozenset(word.key for name in bodies for word in Folded(name).words)

    def hide(self, text: str) -> Hidden:
        """The text with everything taken out that was found, the longest first; a sentence begins with a capital."""
        folded = Folded(text)
        spans: list[_Span] = []
        found = sorted((*self._known(folded), *self._unknown(folded)), key=lambda span: span.start - span.end)
        for span in (*_contacts(folded, self._gone), *found):
            if not any(span.start < other.end and other.start < span.end for other in spans):
                spans.append(span)
        doubtful = tuple(text[span.start : span.end] for span in sorted(spans) if span.doubtful)
        spans = [span for span in spans if not span.doubtful]
        pieces, at = [], 0
        for span in sorted(spans):
            begins = (text[: span.start].strip(" ") or "\n")[-1] in _SENTENCE_ENDS
            pieces += [text[at : span.start], span.instead[:1].upper() + span.instead[1:] if begins else span.instead]
            at = span.end
        return Hidden(
            "".join((*pieces, text[at:])),
            tuple(text[span.start : span.end] for span in sorted(spans) if not span.contact),
            tuple(text[span.start : span.end] for span in sorted(spans) if span.contact),
            doubtful,
        )

    def _known(self, text: Folded) -> Iterator[_Span]:
        """The longest run of a name's words at each place, rather all of one name than a part of another.

        Where several names fit, nobody is told apart.
        """
        words, at = text.words, 0
        while at < len(words):
            found = [(run, name) for name in self._candidates(text, at) if (run := name.run(text, at))]
            if not found:
                at += 1
                continue
            most = max(run[1] - run[0] for run, _ in found)
            best = [(run, name) for run, name in found if run[1] - run[0] == most]
            best = [(run, name) for run, name in best if name.is_all(words[run[0] : run[1]])] or best
            first, last = best[0][0]
            several = len({name.instead for _, name in best}) > 1
            instead = self._someone if several else best[0][1].instead
            doubtful = self._is_doubtful(words[first:last]) and not self._has_given(words[first:last])
            yield _Span(*text.place(words[first].start, words[last - 1].end), instead, doubtful=doubtful)
            at = last
        for whole, instead in self._anywhere.those_in(text.letters):
            for stands in re.finditer(re.escape(whole), text.letters):
                yield _Span(*text.place(*stands.span()), instead)

    def _candidates(self, text: Folded, at: int) -> Iterator["SoughtName"]:
        """The names of which the word at this place is a part, or the one that honorifics and initials lead to."""
        words, leading = text.words, _leading()
        yield from self._by_word.get(words[at].key, ())
        ahead = at
        while ahead < len(words) - 1 and (words[ahead].key in leading or len(words[ahead].key) == 1):
            ahead += 1
        if ahead > at:
            yield from (each for each in self._by_word.get(words[ahead].key, ()) if words[at].key not in each.keys)

    def _unknown(self, text: Folded) -> Iterator[_Span]:
        """People who are no stakeholders: an honorific or an office with a name, a given name, a whole name."""
        words, at = text.words, 0
        titles = _titles()
        while at < len(words):
            office = words[at].key in words_of("offices")
            end = officer_at(text, at) if office else person_at(text, at)
            if end and not {word.key for word in words[at:end]} <= self._allowed | titles:
                instead = text.letters_of(words[at]) if office else self._someone
                doubtful = not office and self._is_doubtful(words[at:end])
                yield _Span(*text.place(words[at].start, words[end - 1].end), instead, doubtful=doubtful)
            at = end or at + 1

    def _is_doubtful(self, words: Iterable[Word]) -> bool:
        return {word.key for word in words} <= self._of_bodies

    def _has_given(self, words: Iterable[Word]) -> bool:
        return not words_of("given").isdisjoint({word.key for word in words} - words_of("also_words"))
