"""What the cells of the table say: to read, to copy into a spreadsheet, and back from what is typed or pasted."""

import re
from collections.abc import Sequence

from facilitator.boards.described import Field
from facilitator.content.naming import bared, plain
from facilitator.exchange.cells import records

_SEVERAL = "; "
_NEEDS_QUOTES = re.compile(r'[\t\r\n]|^ *"')
_WORDS = re.compile(r"\w+")
_LEVEL = re.compile(r"[+-][0-9]*")
_NUMBERS = re.compile(r"(\d+)")

SortKey = tuple[tuple[int, int, str], ...]


def shown(field: Field) -> str:
    """The value as a person reads it; "" where it is not known."""
    if field.form == "many":
        words = dict(field.choices)
        return _SEVERAL.join(words.get(each, each) for each in field.value.split())
    if field.form == "choice" and field.value:
        return dict(field.choices).get(field.value, field.value)
    return field.value


def value_of(field: Field, text: str) -> str:
    """The value that a text means in the place of `field`; a choice that there is not stays as it was written."""
    text = text.strip()
    if field.form == "choice":
        return _choice(field, text)
    if field.form == "many":
        parts = [part for part in re.split(r"[;\n]", text) if part.strip()]
        chosen = {_choice(field, part.strip()) for part in parts}
        ordered = [value for value, _ in field.choices if value in chosen]
        return " ".join([*ordered, *sorted(chosen - set(ordered))])
    return text


def chosen_by(typed: str, choices: Sequence[tuple[str, str]]) -> int | None:
    """The place of the choice, given as words and value, that begins with what is typed; None where none does.

    A choice that begins exactly so comes first, then the one whose value is the number that was typed (1 is +1), then
    one whose words begin so, whatever their accents, then one of which another word does, and one whose value does. A
    number with a sign is never taken for the other.
    """
    exact, sought = _signed(typed), plain(typed)
    for place, (words, _) in enumerate(choices):
        if exact and _signed(words).startswith(exact):
            return place
    for place, (_, value) in enumerate(choices):
        if exact and _signed(value) == exact.removeprefix("+"):
            return place
    if exact and not sought:
        return None
    whole = [[plain(_LEVEL.sub("", _signed(words)))] for words, _ in choices]
    within = [[text[word.start() :] for word in _WORDS.finditer(text)] for [text] in whole]
    values = [[plain(value)] if not _LEVEL.match(value) else [] for _, value in choices]
    for texts in (whole, within, values) if not _LEVEL.match(exact) else ():
        for place, beginnings in enumerate(texts):
            if any(text.startswith(sought) for text in beginnings):
                return place
    return None


def sort_key(field: Field) -> SortKey:
    """Sorts values of one field: levels in their order, numbers and dates by size, words as people look them up."""
    if field.form == "choice":
        values = [value for value, _ in field.choices]
        if field.value in values:
            return ((0, values.index(field.value), ""),)
    parts = _NUMBERS.split(plain(shown(field)))
    return tuple((0, int(part), "") if part.isdigit() else (1, 0, part) for part in parts if part)


def tab_separated(rows: Sequence[Sequence[str]]) -> str:
    """Rows of cells as spreadsheets take them from the clipboard."""
    return "".join("\t".join(map(_quoted, row)) + "\n" for row in rows)


def cells_in(text: str) -> list[list[str]]:
    """The rows of cells in what was copied from a spreadsheet; raises ImportRefused for a quotation left open."""
    return [list(record.cells) for record in records(text, "\t")]


def _choice(field: Field, text: str) -> str:
    if text in dict(field.choices):
        return text
    number, minus = _signed(text).removeprefix("+"), _signed(text).startswith("-")
    for value, words in field.choices:
        if _signed(value) == number or (plain(words) == plain(text) and _signed(words).startswith("-") == minus):
            return value
    return text


def _signed(text: str) -> str:
    """In lower case without accents, with the one minus that keys have."""
    return bared(text).strip().replace("\u2212", "-")


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if _NEEDS_QUOTES.search(text) else text
