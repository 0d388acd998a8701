"""A card that is ready to be taken onto a value board, before it is one."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from facilitator.content.reading import Bilingual


@dataclass(frozen=True, slots=True)
class ReadyCard:
    """A card for a column or strip. `heading` is in the language of the console, the rest in that of the engagement.

    `details` are fields of the column's record; `also` is what a card on the board may be called to be this one.
    `tends_to_serve` are the names of cards that it is linked to where they are on the board, by their column.
    """

    id: str
    heading: str
    column: str
    text: str
    note: str
    details: Mapping[str, object] = field(default_factory=dict)
    also: tuple[str, ...] = ()
    tends_to_serve: Mapping[str, tuple[Bilingual, ...]] = field(default_factory=dict)
