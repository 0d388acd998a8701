"""The one words mechanism: short texts of the app in both languages, where Qt's translations do not reach.

`resources/words/<area>.json` holds `{"name": {"en": "…", "fr": "…"}}`; the full key is `area.name`. Where a
text depends on a number, a language holds `{"one": "…", "other": "…"}` and the value `count` chooses: French
says "one" for 0 and 1, English for 1 only. `{name}` in a text is replaced by the value of that name. Values
are people's words and stay literal, whatever braces they hold. An OSError among them is told in the language, where
the system would speak its own, and of a Bilingual the side of the language.
"""

import datetime
import errno
import re
from collections.abc import Mapping, Sequence
from functools import cache, reduce

from facilitator.content.reading import Bilingual, read
from facilitator.domain.language import Language

_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_AREA = re.compile(r"[a-z][a-z0-9_]*")
_DECIMALS = 6
_OF_SYSTEM = {
    errno.EISDIR: "folder",
    errno.ENOENT: "missing",
    errno.ENOTDIR: "no_folder",
    errno.EACCES: "denied",
    errno.EPERM: "denied",
    errno.EEXIST: "there",
    errno.ENOSPC: "full",
    errno.EROFS: "read_only",
    errno.ENAMETOOLONG: "long",
    errno.EBUSY: "busy",
    errno.ETXTBSY: "busy",
}

Entry = str | dict[str, str]
"""The text of a key in one language, or its forms "one" and "other"."""


class Words:
    """The words of one language: `Words("fr")("console.held", count=3)`."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language

    def __call__(self, key: str, /, **values: object) -> str:
        """The text of `key` with its placeholders filled by `str(value)`.

        Raises KeyError naming the key that is not there, or the placeholder that no value was given for.
        """
        try:
            return phrase(_entry(key)[self.language], self.language, values)
        except KeyError as missing:
            raise KeyError(f"{key}: {missing.args[0]}") from None

    def date(self, day: datetime.date) -> str:
        """A day in full: "14 January 2027", "1er janvier 2027"."""
        month = self(f"writing.month_{day.month}")
        return self("writing.date", day=self._day(day), month=month, year=day.year)

    def short_date(self, day: datetime.date) -> str:
        """A day of a year that is clear from what stands around it: "5 Dec", "5 déc.", kept on one line."""
        month = self(f"writing.short_month_{day.month}")
        return self("writing.short_date", day=self._day(day), month=month)

    def number(self, value: float) -> str:
        """A number with at most six decimals: 1,234.5, in French 1 234,5 with U+202F; minus is U+2212."""
        text = f"{value:,.{_DECIMALS}f}".rstrip("0").rstrip(".") if isinstance(value, float) else f"{value:,}"
        if self.language == "fr":
            text = text.replace(",", "\u202f").replace(".", ",")
        return "0" if text == "-0" else text.replace("-", "\u2212")

    def quote(self, text: str) -> str:
        """The text in quotation marks: “…”, or « … » with U+202F inside."""
        return self("writing.quote", text=text)

    def list(self, items: Sequence[str]) -> str:
        """The items in one sentence, as in "a, b and c"; one item stays alone, none gives an empty text."""
        if len(items) < 2:
            return "".join(items)
        return self("writing.list", most=", ".join(items[:-1]), last=items[-1])

    def range(self, numbers: str) -> str:
        """Numbers from one to another, "3-4" as "3–4", in French "3 à 4"; what is no range stays as it is."""
        least, sign, most = numbers.partition("-")
        return self("writing.range", least=least, most=most) if sign else numbers

    def apart(self, items: Sequence[str]) -> str:
        """The items between semicolons, as in "a, b; c": each may have commas of its own."""
        return reduce(lambda before, item: self("writing.apart", before=before, next=item), items) if items else ""

    def _day(self, day: datetime.date) -> str:
        return self("writing.first_day") if day.day == 1 else str(day.day)


def phrase(entry: Entry, language: Language, values: Mapping[str, object]) -> str:
    """A text, or that form of it which `count` asks for, with its placeholders filled; raises KeyError."""
    text = entry if isinstance(entry, str) else entry[_form(language, values)]

    def filled(placeholder: re.Match[str]) -> str:
        if placeholder[1] not in values:
            raise KeyError(f"no value for {placeholder[0]}")
        value = values[placeholder[1]]
        if isinstance(value, Bilingual):
            return value.within(language)
        return _of_system(value, language) if isinstance(value, OSError) else str(value)

    return _PLACEHOLDER.sub(filled, text)


def _of_system(error: OSError, language: Language) -> str:
    name = _OF_SYSTEM.get(error.errno or 0, "number" if error.errno else "unknown")
    return Words(language)(f"system.{name}", number=error.errno)


def _form(language: Language, values: Mapping[str, object]) -> str:
    count = values.get("count")
    if not isinstance(count, int | float):
        raise KeyError("no value for {count}")
    one = count == 1 or (language == "fr" and 0 <= count < 2)
    return "one" if one else "other"


def _entry(key: str) -> dict[Language, Entry]:
    area, _, name = key.partition(".")
    try:
        return _area(area)[name]
    except (KeyError, FileNotFoundError):
        raise KeyError("there are no such words") from None


@cache
def _area(area: str) -> dict[str, dict[Language, Entry]]:
    if not _AREA.fullmatch(area):
        raise KeyError(area)
    entries: dict[str, dict[Language, Entry]] = read("words", f"{area}.json")
    return entries
