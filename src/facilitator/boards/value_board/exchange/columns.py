"""Where the columns of a table go on a value board, and how their cells are read."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial

from facilitator.boards.clear_day import clear_day
from facilitator.boards.importing import LeftOut, LeftOutWhy, Mapped, Target, field_called, guessed
from facilitator.boards.incoming import Incoming
from facilitator.boards.numbers import typed_number
from facilitator.boards.typed import optional_line
from facilitator.boards.value_board.card_fields import LINES, Line
from facilitator.boards.value_board.model import Kpi
from facilitator.boards.value_board.readings import RATINGS, rating_name
from facilitator.content import methods
from facilitator.content import value_board as content
from facilitator.content.methods import Choice
from facilitator.content.naming import plain
from facilitator.content.reading import Bilingual
from facilitator.content.words import Words
from facilitator.domain import words_of_people
from facilitator.domain.language import LANGUAGES, Language
from facilitator.domain.refusal import EditRejected

NAME, COLUMN, GROUP, SERVES = "name", "column", "group", "serves_also"
READING = ("read_on", "value", "rating", "narrative", "voices", "evidence")
"""The keys of what only a reading has."""

_CODE = "code"  # in both languages
_TABLES = ("csv", "own_csv", "recipients")
_MOSTLY = 2 / 3  # of the cells of a column
_RATING = re.compile(r"([1-5])(?:[.,]0+)?(?:\s*(?:/|of|sur)\s*5|\s+[^\d/]+)?", re.ASCII | re.IGNORECASE)
"""What follows the number may be words, as of the rubric, but not another number: "4 of 10" is no 4."""
_TRUTH = {"true": True, "false": False, "vrai": True, "faux": False, "x": True}


def lines_of(column: str) -> dict[str, Line]:
    """What can be read for a card of a column besides text, column, group and whom it serves, by key."""
    return {line.key: line for line in LINES.get(column, ()) if line.form not in ("serves", "serves_also")}


@cache
def targets() -> tuple[Target, ...]:
    """Text, column, group and all fields of cards, then those of readings."""
    found = {
        NAME: _bilingual("value.head_card"),
        COLUMN: _bilingual("value.head_column"),
        GROUP: _bilingual("value.field_group"),
        SERVES: _bilingual("value.head_serves"),
    }
    for column in LINES:
        for key, line in lines_of(column).items():
            found.setdefault(key, Bilingual(*(line.label(column, Words(each)) for each in LANGUAGES)))
    found |= {key: _bilingual(f"value.head_{key}") for key in READING}
    return tuple(Target(key, name) for key, name in found.items())


def guess_columns(incoming: Incoming) -> dict[str, str]:
    """Where the columns are likely to go: into readings only where one of them tells days."""

    def fits(column: str, key: str) -> bool:
        at = incoming.columns.index(column)
        said = [row.cells[at] for row in incoming.rows if row.cells[at].strip()]
        return sum(_can_read(key, cell) for cell in said) >= _MOSTLY * len(said)

    found = guessed(incoming.columns, targets(), fits, foreign=incoming.form not in _TABLES)
    if NAME not in found.values():
        found |= {column: NAME for column in incoming.columns if plain(column) == _CODE}
    if READING[0] not in found.values():
        found = {column: key for column, key in found.items() if key not in READING}
    return found


def tells_readings(mapped: Mapped) -> bool:
    """Whether rows are readings of indicators, not cards."""
    return any(key in READING for key in mapped.values())


def left_out(incoming: Incoming, mapped: Mapped) -> Iterator[LeftOut]:
    """The columns that go nowhere although something stands in them."""
    taking = {NAME, *READING} if tells_readings(mapped) else {each.key for each in targets()}
    for at, column in enumerate(incoming.columns):
        if mapped.get(column) in taking or not any(row.cells[at].strip() for row in incoming.rows):
            continue
        if plain(column) == _CODE:
            yield LeftOut(column, "code")
        else:
            key = field_called(column, targets())
            why: LeftOutWhy = "unknown" if key not in taking else "taken" if key in mapped.values() else "asked"
            yield LeftOut(column, why)


def code_column(incoming: Incoming, mapped: Mapped) -> int | None:
    """Where the codes of cards stand that are named in another column; None where they don't."""
    found = (at for at, column in enumerate(incoming.columns) if plain(column) == _CODE and column not in mapped)
    return next(found, None)


def read_line(line: Line, text: str, language: Language) -> object:
    """What a record holds for a cell; raises EditRejected for what can't be read as this field."""
    if line.form == "choice":
        return _chosen(text, content.choices(line.key), language)
    if line.form == "yes_no":
        truth = _TRUTH.get(plain(text))
        return truth if truth is not None else _chosen(text, methods.choices("yes_no"), language) == "yes"
    if line.form == "number":
        return typed_number(text, language)
    if line.form == "date":
        return clear_day(text)
    return words_of_people.note(text) if line.form == "text" else optional_line(text)


def read_reading(key: str, text: str, kpi: Kpi, language: Language) -> object:
    """What a reading of an indicator holds for a cell; the indicator's unit may stand behind a value."""
    if key == "read_on":
        return clear_day(text)
    if key == "value":
        bare = text.strip()
        return typed_number(bare.removesuffix(kpi.unit).strip() if kpi.unit else bare, language)
    if key == "rating":
        return _rating(text.strip(), kpi, language)
    return words_of_people.note(text) if key == "narrative" else optional_line(text)


def _rating(text: str, kpi: Kpi, language: Language) -> int | None:
    """A rating by its number, or by the words of the rubric or the usual ones."""
    if not text:
        return None
    if found := _RATING.fullmatch(text):
        return int(found[1])
    names = {
        rating: [rating_name(of, rating, Words(each)) for of in (kpi, Kpi(id="")) for each in LANGUAGES]
        for rating in RATINGS
    }
    for rating, said in names.items():
        if plain(text) in {plain(name) for each in said for name in (each, each.split(" ", 1)[-1])}:
            return rating
    known = ", ".join(rating_name(kpi, rating, Words(language)) for rating in RATINGS)
    raise EditRejected("choice_unknown", choice=text, known=known)


def _chosen(text: str, choices: Iterable[Choice], language: Language) -> str:
    choices = tuple(choices)
    known = {plain(each): choice.id for choice in choices for each in (choice.id, choice.name.fr, choice.name.en)}
    if plain(text) not in known:
        names = ", ".join(choice.name.within(language) for choice in choices)
        raise EditRejected("choice_unknown", choice=text.strip(), known=names)
    return known[plain(text)]


def _can_read(key: str, text: str) -> bool:
    """Whether a cell is likely to be meant for a field, in whatever column of the board and language."""
    lines = [line for column in LINES if (line := lines_of(column).get(key))]
    for language in LANGUAGES:
        reads: list[Callable[[], object]] = [partial(read_line, line, text, language) for line in lines]
        if key in READING:
            reads.append(partial(read_reading, key, text, Kpi(id=""), language))
        if not reads or any(map(_reads, reads)):
            return True
    return False


def _reads(read: Callable[[], object]) -> bool:
    try:
        read()
    except EditRejected as refusal:
        return refusal.key == "date_ambiguous"
    return True


def _bilingual(key: str) -> Bilingual:
    return Bilingual(*(Words(each)(key) for each in LANGUAGES))
