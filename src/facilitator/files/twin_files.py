"""Twins as a list in a file, for whoever translates: written out, and read in again."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import language_of
from facilitator.domain.language import Language, other_language
from facilitator.domain.refusal import ImportRefused
from facilitator.exchange.csv_tables import csv_of, unguarded
from facilitator.exchange.reading import file_content
from facilitator.exchange.tables_in import read_table
from facilitator.workshop.twins import TwinPlace, split_id, twin_places, untranslated

_COLUMNS = ("id", "at", "source")


def where(place: TwinPlace, words: Words) -> str:
    """Where a text stands: on which board, in which session, beside the logo, else in the engagement."""
    return words("brand.logo") if split_id(place.id)[0] == "brand" else place.at or words("twin.engagement")


def left_told(document: Document, language: Language, words: Words) -> str:
    """How many texts have no twin in that language and how many an outdated one, in a sentence; "" for none."""
    states = Counter[str](place.state for place in untranslated(document, language))
    if not states:
        return ""
    keys = {"missing": f"twin.missing_{language}", "outdated": "twin.outdated"}
    counts = ", ".join(words(key, count=states[state]) for state, key in keys.items() if states[state])
    return words(f"twin.stand_in_{other_language(language)}", count=states.total(), counts=counts)


@dataclass(frozen=True, slots=True)
class TwinList:
    """What a list has to say: twins by the ids of their places, and how many lines are of texts that changed since."""

    texts: Mapping[str, str]
    skipped: int


def twin_list(document: Document, words: Words) -> bytes:
    """All texts that can have a twin, with those that have one, as CSV in the language of `words`."""
    language = other_language(language_of(document))
    heads = [words(f"twin.column_{each}") for each in (*_COLUMNS, language, "state")]
    rows = [
        (place.id, where(place, words), place.source, place.text, words(f"twin.state_{place.state}"))
        for place in twin_places(document)
    ]
    return csv_of([("", heads, rows)])


def read_twin_list(document: Document, path: Path) -> TwinList:
    """What a list says that the document does not; an empty cell says nothing.

    Lines of texts that were reworded since, or are gone, are passed over and counted. Raises OSError, ImportRefused:
    what `read_table` raises, "twins_no_list" for a table without the columns of `twin_list`.
    """
    table = read_table(file_content(path), has_header=True)
    if len(table.columns) < len(_COLUMNS) + 1:
        raise ImportRefused("twins_no_list")
    places = {place.id: place for place in twin_places(document)}
    texts, skipped, known = dict[str, str](), 0, 0
    for row in table.rows:
        its_id, _, source, text, *_ = map(unguarded, row.cells)
        place = places.get(its_id)
        known += "/" in its_id
        if place is None or place.source != source:
            skipped += bool(text.strip())
        elif text.strip() and (text.strip() != place.text or place.state == "outdated"):
            texts[its_id] = text
    if table.rows and not known:
        raise ImportRefused("twins_no_list")
    return TwinList(texts, skipped)
