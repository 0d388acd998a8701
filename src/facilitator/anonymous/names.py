"""Who is named in a document, and the alias of each: the same wherever they stand, and nobody else's."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import cast

from facilitator.anonymous.bodies import is_called, place_in
from facilitator.anonymous.fields import Sort, sorts_of_text
from facilitator.boards.assessment.model import Respondent
from facilitator.boards.folded import Folded
from facilitator.boards.hidden_names import HiddenName
from facilitator.boards.stakeholder_web.exemplar.roles import person_part, role_of, without_contacts
from facilitator.boards.stakeholder_web.model import Stakeholder, Web
from facilitator.catalogue import RECORD_TYPES
from facilitator.content import methods
from facilitator.content.methods import CategorySet
from facilitator.content.naming import key_of
from facilitator.content.people import in_spoken_order, is_function, person_in, pieces_of
from facilitator.content.vocabulary import is_common
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import ENGAGEMENT_ID, Board, Engagement, Person, by_code
from facilitator.domain.record import Record
from facilitator.domain.twin import Twin

_BETWEEN = re.compile(r"\s*(?:[,;/&+|\n]|(?<!\w)(?:and|et)(?!\w))\s*", re.IGNORECASE)
_LEAST_LETTERS = 2


class Aliases:
    """The aliases of everybody whom a document names, in the language of `words`.

    `hidden` are the names as they are looked for in texts; `titles` are what the engagement and its maps are called, in
    several words, which may all be common. A role, and so an alias of the house, has none.
    """

    def __init__(self, document: Document, words: Words) -> None:
        self._document, self._words = document, words
        self._of: dict[str, str] = {}
        self._taken: set[str] = set()
        self._counts: Counter[str] = Counter()
        self._known_words: set[frozenset[str]] = set()
        self._client_words: set[str] = set()
        self.hidden: list[HiddenName] = []
        self.titles: set[str] = set()
        self._find()

    def of(self, name: str) -> str:
        """The alias of a whole name; the name itself where it has none."""
        return self._of.get(_key(name), name)

    def initials(self) -> dict[str, str]:
        """The aliases of persons by their initials in capitals, "" where several persons have the same."""
        found: dict[str, str] = {}
        for each in self.hidden:
            letters = "".join(word.key[0] for word in Folded(each.name).words).upper()
            if each.person and len(letters) >= _LEAST_LETTERS:
                found[letters] = each.instead if found.get(letters, each.instead) == each.instead else ""
        return found

    def _find(self) -> None:
        """What is told of a map before what is told of a session: a role says more than a number."""
        self._client()
        stakeholders = sorted(self._document.every(Stakeholder), key=self._place)
        self._taken |= {key_of(each.name) for each in stakeholders if not self._is_named(each)}
        self._taken |= {key_of(each.name) for each in self._document.every(Person) if _may_stay(each.name)}
        for each in stakeholders:
            self._stakeholder(each)
        for one in sorted(self._document.every(Person), key=lambda each: each.id):
            self._person(one.name)
        for body in self._bodies():
            self._called(body, lambda: self._next("organization"))
        sorts: tuple[Sort, ...] = ("person", "people", "body", "mapped")
        for sort in sorts:
            for value in self._values(sort):
                self._named(sort, value)
        self._twins()

    def _client(self) -> None:
        engagement = self._document.get(Engagement, ENGAGEMENT_ID)
        for name in (engagement.organization, *self._twins_of(engagement, "organization")):
            if names_somebody(name):
                self._add(name, self._words("anonymous.municipality"), person=False)
                self._client_words |= _telling(name)
            self._called(name, lambda: self._words("anonymous.municipality"))
        for word in sorted(self._client_words):
            self._add(word, self._words("anonymous.municipality"), person=True)
        project = self._words("anonymous.project")
        for title in self._every_title(engagement):
            if key_of(title) in (key_of(project), key_of(self._words("anonymous.title"))):
                continue
            if len(title.split()) > 1:
                self.titles.add(title)
            if names_somebody(title) and key_of(title) not in self._of:
                self.hidden.append(HiddenName(title, project, person=False, whole=True))

    def _bodies(self) -> Iterator[str]:
        """The organizations of participants and of those who answer, also what they are in the other language."""
        its: list[Person | Respondent] = [*self._document.every(Person), *self._document.every(Respondent)]
        for one in sorted(its, key=lambda each: (each.type_name(), each.id)):
            for name in (one.organization, *self._twins_of(one, "organization")):
                yield from (piece.strip() for piece in pieces_of(name))

    def _called(self, name: str, alias: Callable[[], str]) -> None:
        """An organization that is somebody's, though its words be common; also without "Town of"."""
        place, known = place_in(name), self._of.get(_key(name))
        if not place and (known or names_somebody(name) or not is_called(name)):
            return
        instead = known or self._of.get(_key(place), "") or alias()
        for each in filter(None, (name, place)):
            if _key(each) not in self._of:
                several = len(Folded(each).words) > 1
                self._add(each, instead, person=False, whole=several and not names_somebody(each))

    def _every_title(self, engagement: Engagement) -> Iterator[str]:
        yield from (engagement.title, *self._twins_of(engagement, "title"))
        for web in sorted(self._document.every(Web), key=lambda each: each.id):
            yield from (web.project, *self._twins_of(web, "project"))

    def _place(self, stakeholder: Stakeholder) -> tuple[int, tuple[str, int], str]:
        board = self._document.find(Board, stakeholder.board_id)
        return (board.number if board else 0, by_code(stakeholder.code), stakeholder.id)

    def _is_named(self, stakeholder: Stakeholder) -> bool:
        """Whether the name is more than a role or a group's in common words."""
        return bool(person_part(stakeholder)) or names_somebody(stakeholder.name)

    def _stakeholder(self, one: Stakeholder) -> None:
        part = person_part(one)
        if not self._is_named(one) or _key(one.name) in self._of:
            return
        if part:
            role = self._role(one, part)
            alias = self._of.get(_key(part)) or (self._free(role) if is_function(role) else self._numbered(role))
            self._add(part, alias, person=True)
            self._add(one.name, alias, person=False)
        else:
            web = self._document.find(Web, one.board_id)
            category_set = cast(CategorySet, web.category_set if web else "full")
            self._add(
                one.name,
                self._numbered(methods.category(one.category, category_set).name.within(self._words.language)),
                person=False,
            )

    def _role(self, one: Stakeholder, part: str) -> str:
        """The role beside the name, if it tells of nobody else; else what the map says of where they stand."""
        web = self._document.find(Web, one.board_id) or Web(id=one.board_id, project="", category_set="full")
        role = role_of(one, part, web, self._words)
        return role_of(one.having(name=part), part, web, self._words) if names_somebody(role) else role

    def _person(self, name: str) -> None:
        part = person_in(without_contacts(name)) or without_contacts(name)
        if _key(name) in self._of or _may_stay(name):
            return
        alias = self._of.get(_key(part)) or self._next("participant")
        if part:
            self._add(part, alias, person=True)
        self._of[_key(name)] = alias

    def _named(self, sort: Sort, value: str) -> None:
        """What a field of that sort says, which may be somebody who is known by now, or a role."""
        if sort == "person":
            self._person(value)
        elif sort == "people":
            self._people(value)
        else:
            for line in value.splitlines():
                self._body(sort, line)

    def _people(self, value: str) -> None:
        """Each of several people or roles."""
        for piece in _BETWEEN.split(in_spoken_order(value)):
            part = person_in(without_contacts(piece)) or without_contacts(piece)
            if names_somebody(part) and not self._is_part(part):
                self._person(part)

    def _body(self, sort: Sort, line: str) -> None:
        """An organization, of which a part may be that of a known one, or whom a map names."""
        person = person_in(without_contacts(line)) if sort == "mapped" else ""
        if person:
            if not self._is_part(person):
                self._person(line)
            return
        for piece in pieces_of(line) if sort == "body" else [line]:
            known = _key(piece) in self._of or self._is_of_client(piece)
            if names_somebody(piece) and not known:
                self._add(piece, self._next("organization" if sort == "body" else "group"), person=False)
            elif sort == "body" and not known:
                self._called(piece.strip(), lambda: self._next("organization"))

    def _is_of_client(self, name: str) -> bool:
        return not self._client_words.isdisjoint(_telling(name))

    def _twins(self) -> None:
        """What a name is in the other language has the alias of the name."""
        for twin in self._document.every(Twin):
            if sort_of(twin) in ("text", "title", "hub", "client"):
                continue
            for one, other in ((twin.source, twin.text), (twin.text, twin.source)):
                if _key(one) in self._of and _key(other) not in self._of:
                    self._add(other, self._of[_key(one)], person=False)

    def _twins_of(self, record: Record, field: str) -> Iterator[str]:
        kind = record.type_name()
        for twin in self._document.every(Twin):
            if (twin.of_type, twin.of_id, twin.field) == (kind, record.id, field):
                yield from (twin.source, twin.text)

    def _values(self, sort: Sort) -> Iterator[str]:
        """What stands in all fields of that sort, in an order that is the same whenever the document is."""
        for record_type in RECORD_TYPES:
            fields = [name for name, its in sorts_of_text(record_type).items() if its == sort]
            records = sorted(self._document.every(record_type), key=lambda each: each.id) if fields else ()
            for record in records:
                yield from (value for name in fields if (value := getattr(record, name)))

    def _add(self, name: str, alias: str, *, person: bool, whole: bool = False) -> None:
        """Look for a name from now on, a person's also by its parts in lower case, a `whole` one by none of them."""
        self._of.setdefault(_key(name), alias)
        self._taken.add(key_of(alias))
        spoken = in_spoken_order(name)
        self.hidden.append(HiddenName(spoken, alias, person, whole))
        self._known_words.add(frozenset(word.key for word in Folded(spoken).words))

    def _is_part(self, name: str) -> bool:
        """Whether the words of a name are among those of one that is known."""
        words = frozenset(word.key for word in Folded(name).words)
        return any(words <= known for known in self._known_words)

    def _free(self, alias: str) -> str:
        """The alias, with a number where somebody has it already."""
        return self._numbered(alias) if key_of(alias) in self._taken else alias

    def _numbered(self, name: str) -> str:
        while True:
            self._counts[name] += 1
            alias = self._words("anonymous.numbered", name=name, number=self._counts[name])
            if key_of(alias) not in self._taken:
                return alias

    def _next(self, key: str) -> str:
        while True:
            self._counts[key] += 1
            alias = self._words(f"anonymous.{key}", number=self._counts[key])
            if key_of(alias) not in self._taken:
                return alias


def sort_of(twin: Twin) -> Sort:
    """What the text holds that a twin stands for."""
    kinds = {each.type_name(): each for each in RECORD_TYPES}
    return sorts_of_text(kinds[twin.of_type]).get(twin.field, "text") if twin.of_type in kinds else "text"


def names_somebody(name: str) -> bool:
    """Whether a name tells who it is: it looks like a person's, or has a word that is no common one and no group's.

    A word in lower case counts only where it comes first, for the names of groups are written so ("fishers at the
    wharf").
    """
    return bool(person_in(name)) or bool(_telling(name))


def _may_stay(name: str) -> bool:
    """Whether what somebody is called is a role or an alias: people have common words for names, too ("Joy Rivers")."""
    role = is_function(name) or any(letter.isdigit() for letter in name)
    return role and not names_somebody(name)


def _telling(name: str) -> set[str]:
    folded = Folded(name)
    words = [word for word in folded.words if not word.key.isdigit() and not is_common(word.key)]
    return {word.key for word in words if folded.is_capital(word) or word == folded.words[0] or not word.key.isascii()}


def _key(name: str) -> str:
    return key_of(in_spoken_order(name))
