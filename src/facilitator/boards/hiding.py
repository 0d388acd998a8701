"""Taking people's names, mail addresses and telephone numbers out of texts, so that a group can read them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from facilitator.boards.folded import APOSTROPHES, Folded, Word
from facilitator.boards.strangers import officer_at, person_at
from facilitator.content.people import names_function, words_of

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
_PLURALS = ("s", "es", "x")
_SHORT = 2
_JOINED = 6  # letters: from here on a name without its space ("marietremblay") is no word


class _Span(NamedTuple):
    """A place in a text, and what comes there instead."""

    start: int
    end: int
    instead: str
    contact: bool = False
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class HiddenName:
    """A name to take out, and what to write instead.

    A `person` is also found by the family name or the given name alone, by initials and behind an honorific; another
    name by those of its words that are no common words, where they begin with a capital. One that counts as a `whole`
    is found only where all of it stands.
    """

    name: str
    instead: str
    person: bool
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Hidden:
    """A text as a group may read it, with the names and the addresses or numbers that were found, as they stood.

    `doubtful` are names that were left in: they are a person's or a part of an organization's name.
    """

    text: str
    names: tuple[str, ...]
    contacts: tuple[str, ...]
    doubtful: tuple[str, ...] = ()


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
        self._names = tuple(_Name(each) for each in names)
        self._by_word: dict[str, list[_Name]] = defaultdict(list)
        for name in self._names:
            for word in name.first_keys:
                self._by_word[word].append(name)
        self._someone, self._gone = someone, gone
        self._allowed = frozenset(word.key for name in allowed for word in Folded(name).words)
        self._of_bodies = frozenset(word.key for name in bodies for word in Folded(name).words)

    def hide(self, text: str) -> Hidden:
        """The text with everything taken out that was found, the longest first; a sentence begins with a capital."""
        folded = Folded(text)
        spans: list[_Span] = []
        found = sorted((*self._known(folded), *self._unknown(folded)), key=lambda span: span.start - span.end)
        for span in (*self._contacts(folded), *found):
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
        for name in self._names:
            for start, end in name.inside(text.letters):
                yield _Span(*text.place(start, end), name.instead)

    def _candidates(self, text: Folded, at: int) -> Iterator["_Name"]:
        """The names of which the word at this place is a part, or the one that honorifics and initials lead to."""
        words, leading = text.words, words_of("honorifics") | words_of("particles")
        yield from self._by_word.get(words[at].key, ())
        ahead = at
        while ahead < len(words) - 1 and (words[ahead].key in leading or len(words[ahead].key) == 1):
            ahead += 1
        if ahead > at:
            yield from (each for each in self._by_word.get(words[ahead].key, ()) if words[at].key not in each.keys)

    def _unknown(self, text: Folded) -> Iterator[_Span]:
        """People who are no stakeholders: an honorific or an office with a name, a given name, a whole name."""
        words, at = text.words, 0
        titles = words_of("honorifics") | words_of("offices")
        while at < len(words):
            office = words[at].key in words_of("offices")
            end = officer_at(text, at) if office else person_at(text, at)
            if end and not {word.key for word in words[at:end]} <= self._allowed | titles:
                instead = text.letters_of(words[at]) if office else self._someone
                doubtful = not office and self._is_doubtful(words[at:end])
                yield _Span(*text.place(words[at].start, words[end - 1].end), instead, doubtful=doubtful)
            at = end or at + 1

    def _contacts(self, text: Folded) -> Iterator[_Span]:
        for found in _CONTACT.finditer(text.letters):
            yield _Span(*text.place(found.start(), found.end()), self._gone, True)

    def _is_doubtful(self, words: Iterable[Word]) -> bool:
        return {word.key for word in words} <= self._of_bodies

    def _has_given(self, words: Iterable[Word]) -> bool:
        return not words_of("given").isdisjoint({word.key for word in words} - words_of("also_words"))


class _Name:
    """A hidden name, ready to be found."""

    def __init__(self, hidden: HiddenName) -> None:
        words = [word.key for word in Folded(hidden.name).words]
        if len(words) > 1 and words[0] in words_of("honorifics"):
            words = words[1:]
        self.instead, self.person, self._words = hidden.instead, hidden.person, words
        quiet = words_of("particles") | words_of("little") | words_of("honorifics")
        telling = {word for word in words if word not in quiet and len(word) >= _SHORT}
        common = {word for word in telling if word in words_of("also_words") or names_function(word)}
        short = {word for word in telling if len(word) == _SHORT}
        if hidden.whole:
            telling = common = short = set()
        self._shy = common | short if self.person else telling - common
        self._sure = telling - common - short if self.person else set[str]()
        self._further = frozenset[str]() if self.person else telling  # "Consulting", after "Acme"
        self._joined = self._all_joined() if self.person else frozenset[str]()
        self._plurals = {f"{word}{ending}": word for word in self._sure | self._shy for ending in _PLURALS}
        self.keys = frozenset(words) | self._joined | frozenset(self._plurals)
        initials = {word for word in words if len(word) == 1}
        self.first_keys = self._sure | self._shy | initials | set(words[:1]) | self._joined | set(self._plurals)
        unspaced, whole = "".join(words), Folded(hidden.name).letters.strip(" .,;:")
        anywhere = [whole if len(words) > 1 else "", "" if unspaced.isascii() else unspaced]
        self._anywhere = tuple(each for each in anywhere if each)

    def run(self, text: Folded, at: int) -> tuple[int, int] | None:
        """The words from `at` on that are this name or a part of it that tells who is meant."""
        words, end, left = text.words, at, list(self._words)
        if words[at].key in self._joined:
            return at, at + 1
        while end < len(words) and self._one(words[end]) in left and (end == at or text.near(end)):
            left.remove(self._one(words[end]))
            end += 1
        if len(self._words) > 1 and [word.key for word in words[at:end]] == self._words:
            return at, end
        last = self._last(text, at, end)
        if last == at or not self._begins(text, at, last):
            return self._led(text, at)
        return None if text.compound(at, last) else (at, last)

    def is_all(self, words: Iterable[Word]) -> bool:
        """Whether these words are the whole name."""
        return [self._one(word) for word in words] == self._words

    def inside(self, letters: str) -> Iterator[tuple[int, int]]:
        """Where the name stands as it is written, also inside of words, as scripts have it that do not part them."""
        for name in self._anywhere:
            start = letters.find(name)
            while start >= 0:
                yield start, start + len(name)
                start = letters.find(name, start + len(name))

    def _led(self, text: Folded, at: int) -> tuple[int, int] | None:
        """A part of a person's name behind an honorific, particles or initials: "Mme de la Tour", "J. Smith"."""
        words, initials = text.words, {word[0] for word in self._words}
        leading = words_of("honorifics") | (words_of("particles") & set(self._words)) | initials
        end = at
        while end < len(words) and words[end].key in leading and (end == at or text.near(end)):
            end += 1
        particle = words[at].key in words_of("particles") and len(words[at].key) > 1
        if not self.person or particle or not text.is_capital(words[at]):
            return None
        if not at < end < len(words) or words[end].key not in self.keys or not text.near(end):
            return None
        run = self.run(text, end)
        return (at, run[1]) if run else None

    def _begins(self, text: Folded, at: int, last: int) -> bool:
        """Whether the run begins with a word that tells, or with an initial that belongs to it ("O'Brien")."""
        first = text.words[at]
        if self._tells(text, first) or len(first.key) > 1 or last == at + 1:
            return self._tells(text, first)
        return text.is_capital(first) or text.between(first, text.words[at + 1]) in APOSTROPHES

    def _last(self, text: Folded, at: int, end: int) -> int:
        """The end of the run without what tells nothing at its end; `at` if nothing in it does."""
        words = text.words
        if not any(self._tells(text, word) for word in words[at:end]):
            return at
        while not (self._tells(text, words[end - 1]) or words[end - 1].key in self._further):
            end -= 1
        return end

    def _tells(self, text: Folded, word: Word) -> bool:
        key = self._one(word)
        if key == word.key and key in self._sure:
            return True
        return text.is_capital(word) and (key in self._sure or key in self._shy)

    def _one(self, word: Word) -> str:
        """The word in the singular where it is a word of this name in the plural: "the Tremblays"."""
        return word.key if word.key in self._words else self._plurals.get(word.key, word.key)

    def _all_joined(self) -> frozenset[str]:
        """Without the space, or shortened as in names of accounts: "marietremblay", "mtremblay"."""
        if len(self._words) < _SHORT:
            return frozenset()
        first, last = self._words[0], self._words[-1]
        made = ("".join(self._words), first[0] + last, last + first, last + first[0])
        return frozenset(each for each in made if len(each) >= _JOINED and not names_function(each))
