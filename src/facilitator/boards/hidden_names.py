"""Names that are to be taken out of texts, ready to be found there."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from facilitator.boards.folded import APOSTROPHES, Folded, Word
from facilitator.content.people import names_function, words_of

_PLURALS = ("s", "es", "x")
_SHORT = 2
_JOINED = 6  # letters: from here on a name without its space ("marietremblay") is no word


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


class SoughtName:
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
        self.anywhere = tuple(each for each in anywhere if each)

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


class NamesAnywhere:
    """Names that are looked for as they are written, also inside of words, as scripts have it that do not part them.

    Found by how they begin: there may be a thousand names, and a text has a few beginnings only.
    """

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self._names = tuple(names)
        self._long = min((len(whole) for whole, _ in self._names), default=0)
        self._by_beginning: dict[str, list[int]] = defaultdict(list)
        for number, (whole, _) in enumerate(self._names):
            self._by_beginning[whole[: self._long]].append(number)

    def those_in(self, letters: str) -> Iterator[tuple[str, str]]:
        """Those that stand in a text, with what comes instead, in the order in which they were given."""
        begins = {letters[at : at + self._long] for at in range(len(letters))} if self._names else set[str]()
        numbers = sorted(number for each in begins & self._by_beginning.keys() for number in self._by_beginning[each])
        return (self._names[number] for number in numbers if self._names[number][0] in letters)
