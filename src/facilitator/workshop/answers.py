"""Answers to a poll in a chat: a number, a letter, or the words of an option. See `votes`."""

import re
from collections.abc import Container, Iterable, Mapping, Sequence

from facilitator.content.naming import plain
from facilitator.workshop.chat_tray import Spoken
from facilitator.workshop.votes import (
    DIGIT,
    NOTHING_SETTLED,
    READ_LIMIT,
    Nameless,
    Said,
    Settled,
    VotesRead,
    read_votes,
    short,
)


def read_answers(
    messages: Sequence[Spoken],
    options: Sequence[tuple[str, str]],
    *,
    scale: bool = False,
    before: Container[int] = (),
    settled: Settled = NOTHING_SETTLED,
    nameless: Nameless = str,
) -> VotesRead:
    """Who chooses which of `options`, (id, words) in their order; each answer gives 1 to one of them.

    An answer is a number from 1 ("2", "#2", "option 2", "two", "2 - its words"), a letter from A ("B", "b)") or the
    words of an option, whatever their case and accents; more words may follow a number or letter behind a bracket,
    stop, colon, comma or dash. A short message that only begins as one ("C please") is unclear. On a `scale` letters
    mean nothing, and "3/5" is a 3. Every message is among the lines, but for those `before`.
    """
    out_of = re.compile(rf"\s?(?:/|of|out of|sur)\s?{len(options)}(?!\d)" if scale else "(?!)")
    longest = max([_LONGEST_MARK, *(2 * len(words) for _, words in options)])
    worded = {plain(words): option_id for option_id, words in options if plain(words)}

    def read(message: Spoken) -> Said | None:
        if len(message.text) > READ_LIMIT:
            return Said("talk")
        text = short(message.text)
        chosen = worded.get(plain(text))
        if chosen:
            return Said("taken", {chosen: 1})
        number, mark, rest = _marked(text, letters=not scale)
        rest = rest[found.end() :] if (found := out_of.match(rest)) else rest
        if not 1 <= number <= len(options):
            is_mark = number >= 0 and len(text) <= longest and _says_no_more(rest, "")
            return Said("unknown", {}, (mark,)) if is_mark else _unclear(text, worded)
        option_id, words = options[number - 1]
        if len(text) <= longest and _says_no_more(rest, words):
            return Said("taken", {option_id: 1})
        others = [each for each in worded if worded[each] != option_id]
        alone, goes_on = not _names_another(rest, others, letters=not scale), _GOES_ON.match(rest)
        if goes_on and alone:
            return Said("taken", {option_id: 1}, sure=False)
        if goes_on or (mark.isdigit() and rest[:1] in " ?") or _seems_a_letter(mark, rest, text):
            return Said("unclear", {option_id: 1} if alone else {})
        return _unclear(text, worded)

    return read_votes(messages, read, before, settled, nameless)


_LONGEST_MARK = 24
_LETTERS = 6
_ENGLISH_ANSWER = "i my vote for option number choice answer is it s"
_FRENCH_ANSWER = "je mon ma pour choix reponse numero c est la le"
_BEFORE_ANSWER = frozenset(f"{_ENGLISH_ANSWER} {_FRENCH_ANSWER}".split())
_POLITE = "please for me too thanks thank you svp stp merci pour moi aussi s il vous te plait"
_ASKING = frozenset(_POLITE.split())
_WORD = re.compile(r"([a-z]+)(?:[\s:='’]+)(?=\S)")
_MARK = re.compile(r"[(\[#]{0,2}([0-9]{1,9}|[a-z])(?![a-z0-9])(.*)", re.DOTALL)
_END = re.compile(r"[)\].!:,\s]*")
_GOES_ON = re.compile(r"(?:\s?[)\]]+\s*|\s?[.:,;!]+\s+|\s[-–—]+\s*|[-–—]+\s)(?=.)", re.DOTALL)
_ENGLISH_NUMBERS = "one two three four five six seven eight nine ten"
_FRENCH_NUMBERS = "un deux trois quatre cinq six sept huit neuf dix"
_NUMBERS = {
    word: number for words in (_ENGLISH_NUMBERS, _FRENCH_NUMBERS) for number, word in enumerate(words.split(), start=1)
} | {"une": 1}
_NUMBER_WORD = re.compile(rf"\b(?:{'|'.join(_NUMBERS)})\b")
_COUNTING_WORD = re.compile(rf"\b(?:{'|'.join(word for word in _NUMBERS if _NUMBERS[word] > 1)})\b")
_LETTER = re.compile(r"(?<![\w'’])[b-f](?![\w'’])|^\W*a\W*$")  # an "a" is a word in most sentences, a "c'" begins many


def _marked(text: str, *, letters: bool) -> tuple[int, str, str]:
    """What a message begins with, small words apart, as a number (-1: none) and as typed, and what follows."""
    while (word := _WORD.match(text)) and word[1] in _BEFORE_ANSWER:
        rest = text[word.end() :]
        if word[1] == "c" and not rest.startswith("est"):
            break  # the letter, not « c’est »
        text = rest
    spelled = _NUMBER_WORD.match(text)
    if spelled:
        return _NUMBERS[spelled[0]], spelled[0], text[spelled.end() :]
    found = _MARK.match(text)
    if found is None:
        return -1, "", ""
    mark, rest = found.groups()
    if mark.isdigit():
        return int(mark), mark, rest
    number = ord(mark) - ord("a") + 1
    return (number if letters and number <= _LETTERS else -1), mark.upper(), rest


def _says_no_more(rest: str, words: str) -> bool:
    """Whether after its number a message goes on with the option's own words at most."""
    if _END.fullmatch(rest):
        return True
    return bool(plain(words)) and rest[:1] in " -–—:.)]," and plain(rest) == plain(words)


def _seems_a_letter(mark: str, rest: str, text: str) -> bool:
    """Whether a short message begins with a letter that may be a vote: "C please", "b svp"; an "a" is mostly a word."""
    is_word = mark == "A" and not set(plain(rest).split()) <= _ASKING
    return len(text) <= _LONGEST_MARK and mark.isalpha() and len(mark) == 1 and rest[:1] in (" ", "?") and not is_word


def _names_another(rest: str, others: Iterable[str], *, letters: bool) -> bool:
    """Whether what follows a number or letter names another answer, too."""
    if DIGIT.search(rest) or _COUNTING_WORD.search(rest) or (letters and _LETTER.search(rest)):
        return True
    return any(f" {each} " in f" {plain(rest)} " for each in others)


def _unclear(text: str, worded: Mapping[str, str]) -> Said:
    """What a message without a number or letter of its own comes to: it may still name an answer."""
    words = plain(text)
    named = {option_id for each, option_id in worded.items() if len(each) > 2 and f" {each} " in f" {words} "}
    if len(named) == 1:
        return Said("unclear", dict.fromkeys(named, 1))
    brief = len(text) <= _LONGEST_MARK
    return Said("unclear" if named or (brief and (DIGIT.search(text) or _COUNTING_WORD.search(text))) else "talk")
