"""People in a text whom nobody on the board is: where a name ends that a word begins."""

from facilitator.boards.folded import HYPHENS, Folded
from facilitator.content.people import names_function, words_of

_VERBS = ("will", "may", "hope")  # names that a capital follows in many sentences: "will Acme deliver?"
_SHORT = 2


def person_at(text: Folded, at: int) -> int:
    """Where the name ends of a person whom the word `at` begins to name, 0 if it names none."""
    words, first = text.words, text.words[at]
    if not text.is_capital(first):
        return _small_person_at(text, at)
    honorific = first.key in words_of("honorifics")
    given = first.key in words_of("given") and first.key not in words_of("little")
    if not honorific and not given:
        return 0
    word_too = not honorific and (first.key in words_of("also_words") or names_function(first.key))
    end = at + 1
    while end < len(words) and end < at + 5 and text.near(end) and _continues(text, at, end):
        end += 1
    while end > at + 1 and words[end - 1].key in words_of("particles"):
        end -= 1
    alone = end == at + 1 and (honorific or word_too or _names_group(text, end))
    verb = word_too and end > at + 1 and words[at + 1].key in words_of("given")  # "Will Marie come?"
    return 0 if alone or verb or text.compound(at, end) else end


def _small_person_at(text: Folded, at: int) -> int:
    """Where a name ends that is typed without capitals ("bob smith"), 0 if the word `at` is no given name or any other.

    What follows a given name is the family name, unless it is known for a word. A given name that is a word as well
    counts before a capital only ("mark Smith").
    """
    words, key = text.words, text.words[at].key
    if key not in words_of("given") or key in words_of("little") or names_function(key) or text.inside(at):
        return 0
    end = at + 1
    while end < len(words) and end < at + 4 and text.near(end) and _is_small_given(words[end].key):
        end += 1
    family = end
    while family < len(words) and words[family].key in words_of("particles") and _goes_on(text, family):
        family += 1
    if family < len(words) and _goes_on(text, family) and _may_be_family_name(words[family].key):
        end = family + 1
        while end < len(words) and text.between(words[end - 1], words[end]) in HYPHENS:
            end += 1
    if not _is_small_given(key):
        leads = end == at + 2 and text.is_capital(words[at + 1]) and words[at + 1].key not in words_of("places")
        return end if leads and key not in _VERBS else 0
    return 0 if end == at + 1 and _names_group(text, end) else end


def _is_small_given(key: str) -> bool:
    words_too = ("little", "also_words", "small")
    return key in words_of("given") and not any(key in words_of(group) for group in words_too)


def _may_be_family_name(key: str) -> bool:
    known = any(key in words_of(group) for group in ("little", "after_names", "groups", "offices"))
    return key.isalpha() and len(key) >= _SHORT and not known and not names_function(key)


def _goes_on(text: Folded, at: int) -> bool:
    """Whether nothing but a space parts a word from the one before it."""
    return text.between(*text.words[at - 1 : at + 1]).isspace()


def _names_group(text: Folded, at: int) -> bool:
    """Whether the word `at` makes a group's name of the one before it: "Marina users"."""
    words = text.words
    follows = at < len(words) and text.between(words[at - 1], words[at]).isspace()
    return follows and words[at].key in words_of("groups")


def officer_at(text: Folded, at: int) -> int:
    """Where the name ends of a person whose office stands before it ("Mayor Brown"), 0 if there is no name."""
    words, end = text.words, at + 1
    while end < len(words) and end < at + 4 and text.between(words[end - 1], words[end]).isspace():
        if not text.is_capital(words[end]) or len(words[end].key) == 1 or not _continues(text, at, end):
            break
        end += 1
    return 0 if end == at + 1 or text.compound(at, end) else end


def _continues(text: Folded, first: int, at: int) -> bool:
    """Whether a word may go on with a person's name; commas and ends of sentences part names, hyphens some of them."""
    before, word = text.words[at - 1 : at + 1]
    gap = text.between(before, word)
    if "," in gap or ("." in gap and len(before.key) > _SHORT + 1):
        return False
    if gap in HYPHENS and word.key not in words_of("given") and at == first + 1:
        return False
    if word.key in words_of("particles"):
        return True
    if len(word.key) == 1 or not text.is_capital(word):
        return text.is_capital(word)
    return not names_function(word.key) and word.key not in words_of("little")
