"""How names of people look: telling "Marie Tremblay" from "Town clerk", in English and in French.

From `resources/content/people.json`: common given names, honorifics, and words that name offices and bodies, all in
lower case without accents. Nobody can tell names by a list: where it is not sure this sees a person, as somebody
looks at every line of an exemplar, and taking a name out by mistake is mended with a tick.
"""

import re
from functools import cache

from facilitator.content import methods
from facilitator.content.naming import bared
from facilitator.content.reading import read

_PARTS = re.compile(r"\s*[,;:()/|·•–—]\s*|\s+-\s+")
_WORD = re.compile(r"[^\W\d_](?:[^\W_]|['’.\-\u0300-\u036f])*")
_MOST_WORDS = 5


@cache
def words_of(group: str) -> frozenset[str]:
    """Words in lower case without accents.

    `group` is "honorifics" ("mme"), "offices" that stand before a name ("mayor"), "particles" ("de", "van"), "given"
    names, names that are "also_words" ("rose"), "functions" that name offices and bodies ("library"), or "little"
    words ("with"); raises KeyError for another.
    """
    words = read("content", "people.json")[group]
    return frozenset((words if isinstance(words, str) else " ".join(words.values())).split())


def person_in(text: str) -> str:
    """The piece of a stakeholder's name that looks like a person's name, with its honorific; "" if none does.

    "Marie Tremblay, directrice" -> "Marie Tremblay"; "Mayor Brown" -> "Brown"; "Public library" -> "".
    """
    for part in pieces_of(text):
        words = _WORD.findall(part)
        offices = [word for word in words[:2] if _plain(word) in words_of("offices")]
        if words and offices and words[0] == offices[0] and words[len(offices) :]:
            words = words[len(offices) :]
            if _is_surname(words):
                return " ".join(words)
        elif _is_name(words, part):
            return part
    return ""


def pieces_of(text: str) -> list[str]:
    """What commas, brackets, slashes and dashes part a name into."""
    return [part for part in _PARTS.split(text) if part.strip()]


def is_function(text: str) -> bool:
    """Whether every word says what somebody does or which body it is, so that it can name nobody."""
    words = [part for word in _WORD.findall(text) for part in re.split(r"['\-]", _plain(word)) if part]
    known = words_of("offices") | words_of("little") | words_of("particles")
    return bool(words) and all(word in known or names_function(word) for word in words)


@cache
def names_function(word: str) -> bool:
    """Whether a word, written as in `words_of`, says what somebody does or which body it is; also in the plural."""
    singular = word[:-1] if word[-1:] in ("s", "x", "e") else word
    return not _functions().isdisjoint((word, singular, singular.removesuffix("e")))


@cache
def _functions() -> frozenset[str]:
    """The words listed, and those that the methods name categories with."""
    sets: tuple[methods.CategorySet, ...] = ("short", "full")
    categories = [each for one in sets for each in methods.categories(one)]
    names = [each.name for each in categories]
    names += [part.name for each in categories for part in each.subcategories]
    told = re.findall(r"[^\W\d_]{2,}", bared(" ".join(f"{name.en} {name.fr}" for name in names)))
    return (words_of("functions") | frozenset(told)) - words_of("little") - words_of("particles")


def _is_name(words: list[str], part: str) -> bool:
    """Two words or more that begin with capitals, or begin with a given name, and say nothing of an office."""
    if any(letter.isdigit() for letter in part) or not words:
        return False
    if _plain(words[0]) in words_of("honorifics") and len(words) > 1:
        return _is_surname(words[1:])
    if len(words) == 1:
        too = words_of("also_words") | words_of("little")
        return _plain(part) in words_of("given") - too and not names_function(_plain(part))
    if len(words) > _MOST_WORDS:
        return False
    given = _plain(words[0]) in words_of("given") or _plain(words[0]).split("-")[0] in words_of("given")
    rest = words[1:] if given else words
    if any(names_function(_plain(word)) for word in rest):
        return False
    telling = [word for word in rest if _plain(word) not in words_of("particles") | words_of("little")]
    if given:
        return bool(telling)
    return len(telling) >= 2 and len(telling) == len(rest) - _particles(rest) and all(map(_is_capital, telling))


def _is_surname(words: list[str]) -> bool:
    """Up to four words with capitals, none of an office."""
    telling = [word for word in words if _plain(word) not in words_of("particles")]
    telling = [word for word in telling if len(_plain(word)) > 1]  # no initials: "A." is no little word
    fits = bool(telling) and len(words) < _MOST_WORDS and all(map(_is_capital, telling))
    return fits and not any(names_function(_plain(word)) or _plain(word) in words_of("little") for word in telling)


def _is_capital(word: str) -> bool:
    """ "Roy", "O'Brien" and "J.", but no abbreviation such as "MRC"."""
    letters = re.sub(r"[^\w]", "", word)
    return word[:1].isupper() and (len(letters) == 1 or not letters.isupper())


def _particles(words: list[str]) -> int:
    return sum(_plain(word) in words_of("particles") for word in words)


def _plain(word: str) -> str:
    return bared(word).strip(".'-")
