"""A document without names: every text of every record, with an alias for each name that is known of or found."""

import re
from functools import cache

from facilitator.anonymous.fields import Sort, sorts_of_text
from facilitator.anonymous.names import Aliases, sort_of
from facilitator.boards.hiding import Hiding
from facilitator.content.naming import bared
from facilitator.content.vocabulary import abbreviations
from facilitator.content.words import Words
from facilitator.domain.brand import Brand
from facilitator.domain.document import Document
from facilitator.domain.language import Language
from facilitator.domain.record import Record
from facilitator.domain.refusal import StoreError
from facilitator.domain.text_fields import words_in
from facilitator.domain.twin import Twin
from facilitator.workshop.twins import in_language

_WEB = re.compile(
    r"(?:https?://|www\.)[^\s<>\"']*[^\s<>\"').,;:!?\]]"
    r"|(?<![\w@.\-])(?:[\w\-]+\.)+(?:ca|com|org|net|info|io|gov|quebec|fr|edu)(?![\w@\-])(?:/[^\s<>\"']*[^\s<>\"').,;:!?\]])?",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(?<![\w.])(?:[^\W\d_]\.[ \-‑]?){1,3}[^\W\d_]\.?(?!\w)|(?<!\w)[^\W\d_]{2,4}(?!\w)")

_MOST_LOOKS = 5


def as_handed_out(
    document: Document, language: Language, *, anonymous: bool = False, private: bool = False
) -> Document:
    """The document as a file of it is made: in that language, then, for an `anonymous` one, without names.

    Only once for each file: what is in the language may be a text of the house that has another one for it. Raises
    StoreError("anonymous_private") for an anonymous one with what is `private`.
    """
    if anonymous and private:
        raise StoreError("anonymous_private")
    document = in_language(document, language)
    return made_anonymous(document, language) if anonymous else document


def made_anonymous(document: Document, language: Language) -> Document:
    """The document with an alias in place of every name of a person, a body or the client, in that language.

    Records, ids, dates and numbers stay as they are, but for the client's colour and logo, which are left out. The
    same name has the same alias everywhere, two names never the same, and a document that is anonymous stays as it
    is. Nobody can promise that nothing is left by which somebody can be told: see `leftovers`.
    """
    return _Making(document, Words(language)).made()


class _Making:
    """One document being made anonymous."""

    def __init__(self, document: Document, words: Words) -> None:
        self._document, self._words = document, words
        self._aliases = Aliases(document, words)
        self._initials = self._aliases.initials()
        self._someone, self._address = words("anonymous.someone"), words("anonymous.address")
        self._hiding = Hiding(self._aliases.hidden, self._someone, gone=self._address)
        titles = "|".join(map(re.escape, sorted(self._aliases.titles, key=len, reverse=True)))
        self._titles = re.compile(rf"(?<!\w)(?:{titles})(?!\w)") if titles else None
        self._hidden = cache(self._hide)

    def made(self) -> Document:
        """The document so."""
        records = (self._record(each) for each in self._document.records() if not isinstance(each, Brand))
        return Document.of(records)

    def _record(self, record: Record) -> Record:
        said = {name for name, _ in words_in(record)}
        fields = {name: sort for name, sort in sorts_of_text(type(record)).items() if name in said}
        if isinstance(record, Twin):
            fields = {"source": sort_of(record), "text": sort_of(record)}
        was = {name: getattr(record, name) for name in fields}
        becomes = {name: self._text(fields[name], value) for name, value in was.items() if value}
        changed = {name: value for name, value in becomes.items() if value != was[name]}
        return record.having(**changed) if changed else record

    def _text(self, sort: Sort, value: str) -> str:
        if sort == "title":
            return self._words("anonymous.title")
        if sort == "hub":
            return self._project(begins=True)
        if sort == "said":
            return ""
        alias = self._aliases.of(value) if sort in ("person", "mapped", "body", "client", "people") else value
        return alias[:1].upper() + alias[1:] if alias != value else self._hidden(value)

    def _hide(self, text: str) -> str:
        """The text without names: looked through again while something is found, for names may overlap."""
        found = self._once(text)
        for _ in range(_MOST_LOOKS):
            if found == text:
                break
            text, found = found, self._once(found)
        return found

    def _once(self, text: str) -> str:
        text = _WEB.sub(self._address, text)
        if self._titles:
            text = self._titles.sub(lambda found: self._project(begins=not text[: found.start()].strip()), text)
        found = self._hiding.hide(text).text
        return _INITIALS.sub(self._initialled, found) if self._initials else found

    def _project(self, *, begins: bool) -> str:
        """The alias of what the engagement is about."""
        alias = self._words("anonymous.project")
        return alias[:1].upper() + alias[1:] if begins else alias

    def _initialled(self, found: re.Match[str]) -> str:
        letters = re.sub(r"[^\w]", "", found[0])
        if not letters.isupper() or letters in abbreviations():
            return found[0]
        alias = self._initials.get(bared(letters).upper())
        return found[0] if alias is None else alias or self._someone
