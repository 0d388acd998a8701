"""Finding what somebody means by a few typed letters: `#int`, `>fin>`, `#autres-gouv`."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from facilitator.content.reading import Bilingual

_SHORTEST_WORD = 3  # "de" or "or" inside a name says nothing about which one is meant


class UnknownNameError(LookupError):
    """Nothing is called that; `candidates` are the ids that there are."""

    def __init__(self, wanted: str, candidates: Iterable[str]) -> None:
        super().__init__(wanted)
        self.wanted = wanted
        self.candidates = tuple(candidates)


class AmbiguousNameError(LookupError):
    """Several could be meant; `candidates` are their ids."""

    def __init__(self, wanted: str, candidates: Iterable[str]) -> None:
        super().__init__(wanted)
        self.wanted = wanted
        self.candidates = tuple(candidates)


def match_name(wanted: str, candidates: Mapping[str, Bilingual]) -> str:
    """The id of the one candidate that `wanted` means, by id or by name in either language.

    The whole id or name wins over a beginning of it, and that over the beginning of a later word in it (three
    letters or more). Case, accents and punctuation do not count; `-` and `_` are as good as a space.
    Raises UnknownNameError or AmbiguousNameError.
    """
    typed = plain(wanted)
    if not typed:
        raise UnknownNameError(wanted, candidates)
    spellings = {candidate: tuple(map(plain, (candidate, name.en, name.fr))) for candidate, name in candidates.items()}
    ways: list[Callable[[str], bool]] = [lambda text: text == typed, lambda text: text.startswith(typed)]
    if len(typed) >= _SHORTEST_WORD:
        ways.append(lambda text: f" {typed}" in text)
    for fits in ways:
        found = [candidate for candidate, texts in spellings.items() if any(map(fits, texts))]
        if len(found) == 1:
            return found[0]
        if found:
            raise AmbiguousNameError(wanted, found)
    raise UnknownNameError(wanted, candidates)


def plain(text: str) -> str:
    """Lower case, without accents, words parted by one space each; an apostrophe parts words too."""
    return re.sub(r"[\W_]+", " ", bared(text)).strip()


def key_of(name: str) -> str:
    """What names are compared by: as `plain` tells, or as they stand where it leaves nothing of them ("++")."""
    return plain(name) or name.casefold()


@lru_cache(maxsize=4096)
def bare(letter: str) -> str:
    """One character in lower case without accents, as the letters of a name are compared; "" for marks and joiners."""
    text = unicodedata.normalize("NFKD", letter.casefold().replace("œ", "oe").replace("æ", "ae").replace("’", "'"))
    return "".join(each for each in text if unicodedata.category(each) not in ("Mn", "Cf"))


def bared(text: str) -> str:
    """A whole text so."""
    return text.lower() if text.isascii() else "".join(map(bare, text))
