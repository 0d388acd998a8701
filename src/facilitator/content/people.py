"""How names of people look: telling "Marie Tremblay" from "Town clerk", in English and in French.

From `resources/content/people.json`: common given names, honorifics, and words that name offices and bodies, all in
lower case without accents. Nobody can tell names by a list: where it is not sure this sees a person, as somebody
looks at every line of an exemplar, and taking a name out by mistake is mended with a tick.
"""

import re
from functools import cache, lru_cache

from facilitator.content import methods
from facilitator.content.naming import bared
from facilitator.content.reading import read

_PARTS = re.compile(r"\s*[,;:()/|·•–—]\s*|\s+-\s+")
_WORD = re.compile(r"[^\W\d_](?:[^\W_]|['’.\-\u0300-\u036f])*")
_TURNED = re.compile(r"\s*([^,;:()<>/|·•–—\n]+?)\s*,\s*((?:(?!\s+-\s)[^,;:()<>/|·•–—\n])+)")
_MOST_WORDS = 5
_SEEN = 4096  # names that are looked at again and again, of which this remembers what it found


@cache
def words_of(group: str) -> frozenset[str]:
    """Words in lower case without accents.

    `group` is "honorifics" ("mme"), "offices" that stand before a name ("mayor"), "particles" ("de", "van"), "given"
    names, names that are "also_words" ("rose") or are words where they begin "small" ("jan."), words that come
    "after_names" in a sentence ("said"), "functions" that name offices and bodies ("library"), "groups" that may
    follow another name ("users"), "places" that follow a town ("ontario"), "little" words ("with"), or "sorts" of
    people and places that names of groups hold ("cottagers"); raises KeyError for another.
    """
    words = read("content", "people.json")[group]
    return frozenset((words if isinstance(words, str) else " ".join(words.values())).split())


@lru_cache(maxsize=_SEEN)
def person_in(text: str) -> str:
    """The piece of a stakeholder's name that looks like a person's name, with its honorific; "" if none does.

    "Marie Tremblay, directrice" -> "Marie Tremblay"; "Tremblay, Marie" -> the same; "Mayor Brown" -> "Brown";
    "Public library" -> "".
    """
    if turned := _turned(text):
        return turned[0].strip()
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


def in_spoken_order(name: str) -> str:
    """The name with the given name first: "Tremblay, Marie" -> "Marie Tremblay"; any other as it stands."""
    turned = _turned(name)
    if not turned:
        return name
    rest = name[turned.end() :].strip()
    return f"{turned[2].strip()} {turned[1]}" + (f" {rest}" if rest else "")


def is_surely_person(person: str) -> bool:
    """Whether what `person_in` found has more of a person than two capitals: "Kwame Osei" may be a shop as well.

    An honorific, initials, a given name, the family name first with a comma, or one word after an office.
    """
    if _turned(person):
        return True
    keys = [part for word in _WORD.findall(person) for part in _plain(word).split("-") if part]
    if not keys or len(keys) == 1 or keys[0] in words_of("honorifics") or any(len(key) == 1 for key in keys):
        return bool(keys)
    given = words_of("given") - words_of("little")
    return keys[0] in given or not given.isdisjoint(set(keys) - words_of("also_words"))


def _turned(text: str) -> re.Match[str] | None:
    """A family name, a comma and a given name: some given name among them, or single words that are no place."""
    found = _TURNED.match(text)
    if not found or any(letter.isdigit() for letter in found[0]):
        return None
    family, first = (_WORD.findall(part) for part in found.groups())
    words = [part for word in (*family, *first) for part in _plain(word).split("-") if part]
    if not family or not first or any(names_function(word) or word in words_of("offices") for word in words):
        return None
    if len(first) > 2 or _plain(first[-1]) in words_of("places") or not words_of("honorifics").isdisjoint(words):
        return None
    if not _is_surname(family) or not all(map(_is_capital, first)):
        return None
    given = words_of("given") - words_of("little")
    alone = len(family) == 1 and len(first) == 1
    led = _plain(first[0]).split("-")[0] in given and (len(family) == 1 or _plain(family[0]) not in given)
    return found if alone or led else None


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
