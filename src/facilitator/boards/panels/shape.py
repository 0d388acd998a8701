"""The shape of a board of panels, as data: which panels there are, what record a card of each is, and its fields."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from facilitator.boards.panels.model import PanelCard
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.record import Record

FieldForm = Literal["line", "text", "choice", "date"]
Choices = Callable[[Document, Words], tuple[tuple[str, str], ...]]
"""What can be chosen for a field, as (value, words), "" for none among them where that may be."""


@dataclass(frozen=True, slots=True)
class RowField:
    """One field of a card: `key` is the name of the record's field, `label` the key of its words.

    `form` is the inspector's. `private` ones are fields of the panel's note record. Where `on_card` it stands below the
    words of the card on the stage; public ones that are filled in stand in the enlarged card and on paper in any case,
    those that are `foot` small and quiet at its end, a line a paragraph.
    """

    key: str
    label: str
    form: FieldForm = "line"
    choices: Choices | None = None
    private: bool = False
    on_card: bool = False
    foot: bool = False


@dataclass(frozen=True, slots=True)
class Panel:
    """One panel: `name` heads it, `record` is the type of its cards.

    `words` is the field in which a card's own words stand, `words_label` the key of what that field is called, and
    `letter` begins its spoken code. `sets` are the fields that say of a card of that type that it stands in this panel
    and not in another ({"state": "answered"}), {} where it is the only panel of the type. `note` is the private record
    type of its cards (same id). `done` says whether a card is struck: it stays readable. `hint` says what belongs here.
    """

    id: str
    name: Callable[[Words], str]
    record: type[PanelCard]
    letter: str
    words: str
    words_label: str
    fields: tuple[RowField, ...]
    note: type[Record]
    sets: Mapping[str, str] = field(default_factory=dict)
    done: Callable[[PanelCard], bool] = lambda card: False
    hint: Callable[[Words], str] = lambda words: ""
