"""From names to roles: who on a web is named as a person, and which role is proposed instead."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from string import ascii_uppercase
from typing import cast

from facilitator.boards.hiding import GONE, Hiding, contacts_in
from facilitator.boards.stakeholder_web.model import Stakeholder, Web
from facilitator.content import methods
from facilitator.content.methods import CategorySet
from facilitator.content.naming import bared
from facilitator.content.people import is_function, is_surely_person, names_function, person_in
from facilitator.content.words import Words

PERSON = "person"
"""The kind of a stakeholder that is one person."""

_EDGES = " \t\n,;:()/|·•–—-"


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """A stakeholder who is named as a person: the part of the name that must not pass, and the role instead.

    `surely` tells that the part looks like a person's name, so that its words alone give the person away, too.
    """

    part: str
    role: str
    surely: bool


@lru_cache(maxsize=4096)
def without_contacts(text: str) -> str:
    """The text without mail addresses and telephone numbers, and without what stood around them."""
    hidden = text
    for contact in contacts_in(text):
        hidden = hidden.replace(contact, " ")
    return re.sub(r"\s+", " ", hidden.replace(GONE, " ").replace("<>", " ").replace("()", " ")).strip(_EDGES)


def perhaps_person(stakeholder: Stakeholder) -> str:
    """The name where it may be a person's or a body's, so that somebody has to say: "" for what is clear."""
    return stakeholder.name if not stakeholder.kind and _is_doubtful(stakeholder) else ""


def named_persons(
    web: Web, stakeholders: Sequence[Stakeholder], words: Words, *, strict: bool = False
) -> Mapping[str, NamedPerson]:
    """The stakeholders that are named as persons, by id, with roles in the language of `words` that differ.

    A role that stands beside the name is taken ("Marie Tremblay, directrice des TI"), so is the body before it ("Acme
    (Anne Roy)"), else the subcategory's name, else "Someone in …" the category; letters tell apart what is alike.
    Whom `perhaps_person` tells is among them only where it is `strict`.
    """
    sure = [each for each in stakeholders if each.kind == PERSON or strict or not _is_doubtful(each)]
    parts = {each.id: part for each in sure if (part := person_part(each))}
    roles = {each.id: role_of(each, parts[each.id], web, words) for each in stakeholders if each.id in parts}
    others = [each.name for each in stakeholders if each.id not in parts]
    unique = _told_apart(roles, others, words)
    return {its_id: NamedPerson(part, unique[its_id], _is_sure(part)) for its_id, part in parts.items()}


def _is_doubtful(stakeholder: Stakeholder) -> bool:
    """Whether the whole name looks like a person's by its capitals only."""
    part = person_in(stakeholder.name)
    return part == stakeholder.name.strip() != "" and not is_surely_person(part)


def person_part(stakeholder: Stakeholder) -> str:
    """What of the name is a person's: "" for a role, an organization or a group."""
    name = without_contacts(stakeholder.name)
    part = person_in(name)
    if part or stakeholder.kind != PERSON:
        return part if name else stakeholder.name
    return "" if is_function(name) else name


def _is_sure(part: str) -> bool:
    """Whether it looks like a name, or is one word alone for somebody who was said to be a person ("Tremblay")."""
    return bool(person_in(part)) or (" " not in part.strip() and part[:1].isupper())


def role_of(stakeholder: Stakeholder, part: str, web: Web, words: Words) -> str:
    """The role of somebody named as a person, `part` being what of the name is theirs; others may have the same."""
    beside = without_contacts(stakeholder.name).replace(part, " ").strip(_EDGES)
    if any(names_function(word) for word in bared(beside).split()) and is_function(beside):
        return beside[:1].upper() + beside[1:]
    if beside and stakeholder.kind != PERSON and not stakeholder.name.strip().startswith(part):
        return Hiding((), words("redaction.someone")).hide(beside).text
    names = {each.id: each.name for each in _subcategories()}
    if stakeholder.subcategory in names:
        return names[stakeholder.subcategory].within(words.language)
    category = methods.category(stakeholder.category, cast(CategorySet, web.category_set))
    return words("redaction.someone_in", category=category.name.within(words.language))


def _subcategories() -> Iterable[methods.Subcategory]:
    return (part for category in methods.categories("full") for part in category.subcategories)


def _told_apart(roles: Mapping[str, str], others: Sequence[str], words: Words) -> dict[str, str]:
    """The roles with a letter each where several would be alike, or like somebody who keeps the name."""
    taken = {name.casefold() for name in others}
    alike = Counter(role.casefold() for role in roles.values())
    unique: dict[str, str] = {}
    for its_id, role in roles.items():
        made = role
        if alike[role.casefold()] > 1 or role.casefold() in taken:
            lettered = (words("redaction.lettered", role=role, letter=_letter(number)) for number in count())
            made = next(each for each in lettered if each.casefold() not in taken)
        taken.add(made.casefold())
        unique[its_id] = made
    return unique


def _letter(number: int) -> str:
    """A, B … Z, AA, AB …"""
    more, last = divmod(number, len(ascii_uppercase))
    return (_letter(more - 1) if more else "") + ascii_uppercase[last]
