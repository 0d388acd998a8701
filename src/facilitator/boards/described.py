"""What a kind of board tells of one as plain data: items, links, fields, tables, findings, moments."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Direction = Literal["left", "right", "up", "down"]


@dataclass(frozen=True, slots=True)
class ItemGroup:
    """A sector, column or phase that items can be captured into."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a board as lists show it: public words only."""

    id: str
    code: str
    name: str
    group: str


@dataclass(frozen=True, slots=True)
class ItemLink:
    """A link between two items (an end may also be the board's own id); `name` is what sort of link it is."""

    id: str
    from_id: str
    to_id: str
    name: str


@dataclass(frozen=True, slots=True)
class Field:
    """One line of the console's inspector. `value` is text ("" = not known); dates are ISO (2027-01-14).

    `choices` are (value, words) for the forms "choice" and "many"; the value of a "many" is the values chosen, with a
    space between. A "told" field can't be edited: its value is a sentence to read. `private` fields are shown in the
    private panel only. `part` heads the fields that belong together, "" for those that come first. `head` heads the
    column of the field in a table where the label is none for all items, "" where it is. A `near` day that is typed
    without its year is the nearest one, not the next one.
    """

    key: str
    label: str
    value: str
    form: Literal["line", "text", "choice", "date", "many", "told"]
    private: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    part: str = ""
    head: str = ""
    near: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A text twin of a picture: a title, column heads and rows of literal text.

    Of a sheet for spreadsheets, `numbers` and `dates` are the places of the columns that hold nothing else: numbers as
    they are typed, days in ISO form, "" where nothing is known.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[int] = field(default=frozenset(), compare=False)
    dates: frozenset[int] = field(default=frozenset(), compare=False)


@dataclass(frozen=True, slots=True)
class Form:
    """One way of drawing a board's records (by closeness, as a grid). `needs` are the private layers that it shows.

    `takes_drops` says that items can be dragged in it; in the first form of a board they always can.
    """

    id: str
    name: str
    needs: frozenset[str] = frozenset()
    takes_drops: bool = False


@dataclass(frozen=True, slots=True)
class Layer:
    """Something private that the facilitator may switch on for the stage; `name` says what participants would see.

    What is `looked_at` stands on her own canvas and in her lists in any case, unless what is private is hidden there.
    """

    id: str
    name: str
    looked_at: bool = False


Severity = Literal["high", "medium", "low"]

LINK = "link"
"""What a finding opens in place of a field where a link is missing."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found.

    `check` is its published id (A01); `items` are the ids of what it is about, () for the whole board; `message` names
    them, `why` says why it matters. `action` says in words what to do: where `sets` is not empty, doing it sets these
    (item id, field key, value) as one step, else it opens the field `opens` of the item (id, key), or where the key is
    LINK, begins a link at the item.
    """

    check: str
    severity: Severity
    items: tuple[str, ...]
    message: str
    why: str
    action: str
    opens: tuple[str, str]
    sets: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class KeptMoment:
    """An earlier moment of a board that can be compared with."""

    id: str
    title: str
    kept_on: date


@dataclass(frozen=True, slots=True)
class Offer:
    """Something ready-made that can be taken onto a board: a starter value, a finding of an audit.

    `heading` is what it stands under in a list of offers, `note` what it means in a sentence or two. `taken` ones are
    on the board already. `own` ones come from this person's own library and can be taken out of it. `also` are further
    words that a search finds it by.
    """

    id: str
    heading: str
    name: str
    note: str = ""
    taken: bool = False
    own: bool = False
    also: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a list of entries: its id and a text for each field, in the order of the list's fields."""

    id: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EntryList:
    """Dated rows that hang on an item or on a board: the readings of an indicator, the reviews of a register.

    `fields` say what a row is made of, in the forms of the inspector; their `value`s are those of a new row. `rows`
    come in the order of time, but what is still to come stands last, the next of all.
    """

    id: str
    title: str
    fields: tuple[Field, ...]
    rows: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Ballot:
    """How a board's items are weighed with dots. For the facilitator: who gave what is private.

    `budget` is how many dots a person may give; `people` are (name, dots by item id) in the order of names; `hands` are
    counted hands by item id; `totals` add both up. `shown` tells whether everybody may see the totals. Items that are
    `closed` keep what they got, and get no more by votes; `also` are further codes, with the ids that they stand for.
    """

    items: tuple[Item, ...]
    budget: int
    shown: bool
    people: tuple[tuple[str, Mapping[str, int]], ...]
    hands: Mapping[str, int]
    totals: Mapping[str, int]
    closed: frozenset[str] = frozenset()
    also: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far whoever fills in a board has come: how many items have an answer, and whether one was carried out.

    Carried out counts only with something written down that shows it.
    """

    answered: int
    carried_out: bool


@dataclass(frozen=True, slots=True)
class Dated:
    """A day to keep, as a calendar gets it: public words only. `id` stays the same when the day moves."""

    id: str
    day: date
    title: str
    note: str = ""
