"""Filters: which items of a board are shown in a list, by what the kind knows of them. Pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FilterChoice:
    """Something that items have in common, and the ids of those that have it."""

    id: str
    name: str
    items: frozenset[str]


@dataclass(frozen=True, slots=True)
class Filter:
    """A question of which one or several choices can be ticked: whose is it, when is it due. `id` is the kind's."""

    id: str
    name: str
    choices: tuple[FilterChoice, ...]


Ticked = Collection[tuple[str, str]]
"""What is ticked: ids of a filter and of one of its choices."""


def passing(filters: Sequence[Filter], ticked: Ticked) -> frozenset[str] | None:
    """The ids of the items that pass: one of the ticked choices of each filter of which any is; None: all pass.

    What is ticked and not there any more, such as an owner who is none now, asks for nothing.
    """
    found: frozenset[str] | None = None
    for each in filters:
        chosen = [choice.items for choice in each.choices if (each.id, choice.id) in ticked]
        if chosen:
            either = frozenset[str]().union(*chosen)
            found = either if found is None else found & either
    return found
