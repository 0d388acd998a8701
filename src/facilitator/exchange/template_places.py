"""Where something stands in a template file, in words that people know from the app."""

from collections.abc import Sequence

from facilitator.content.reading import Bilingual
from facilitator.content.words import Words
from facilitator.domain.language import Language
from facilitator.exchange.reading import shown

_KNOWN = frozenset(
    (
        *("format", "version", "name", "purpose", "cohort", "program", "boards", "sessions", "title", "for_two"),
        *("segments", "kind", "question", "choices", "minutes", "method", "prompt", "materials", "fixed", "minimum"),
        *("cut_order", "board", "form", "large", "spot", "en", "fr"),
    )
)


def told_place(path: Sequence[str]) -> Bilingual:
    """The place at the end of a path such as ("sessions 1", "segments 3", "title"): "Session 1, segment 3, title".

    A key that no template has stands as it is, in quotation marks.
    """
    return Bilingual(en=_told(path, "en"), fr=_told(path, "fr"))


def _told(path: Sequence[str], language: Language) -> str:
    words = Words(language)
    parts = [_part(each, words) for each in path] or [words("templates.place_file")]
    return ", ".join((parts[0][:1].upper() + parts[0][1:], *parts[1:]))


def _part(key: str, words: Words) -> str:
    name, _, number = key.rpartition(" ")
    if number.isdigit() and name in ("boards", "sessions", "segments"):
        return words(f"templates.place_one_of_{name}", number=number)
    return words(f"templates.place_{key}") if key in _KNOWN else words.quote(shown(key))
