"""Numbers as people type them in either language, and as the inspector shows them."""

import re
from decimal import Decimal

from facilitator.domain.language import Language, other_language
from facilitator.domain.refusal import EditRejected

DIGITS = 15
"""More digits would not come back as they were typed."""

_SPACES = re.compile("(?<=[0-9])[ \u00a0\u2009\u202f](?=[0-9]{3}(?![0-9]))")
_PATTERNS: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"[+-]?(?P<whole>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]*)(?:\.(?P<part>[0-9]+))?"),
    "fr": re.compile(r"[+-]?(?P<whole>[0-9]*)(?:,(?P<part>[0-9]+))?"),
}
_EXAMPLES: dict[Language, str] = {"en": "1,234.5", "fr": "1\u00a0234,5"}


def typed_number(text: str, language: Language) -> float | None:
    """The number that somebody typed, None if blank: "1,234.5", in French "1 234,5".

    What makes no sense in `language` is read as the other language writes it; "1,234" makes sense in both and is
    1234 in English, 1.234 in French. Raises EditRejected: "number_percent" (text), "number_long" (text, limit), and
    "number_unreadable" (text, example: a number as it is written in `language`).
    """
    typed = text.strip()
    if not typed:
        return None
    if "%" in typed:
        raise EditRejected("number_percent", text=typed)
    plain = _SPACES.sub("", typed.replace("\u2212", "-"))
    other = other_language(language)
    for pattern in (_PATTERNS[language], _PATTERNS[other]):
        found = pattern.fullmatch(plain)
        if found and (found["whole"] or found["part"]):
            digits = found["whole"].replace(",", "")
            if len(digits.lstrip("0")) + len(found["part"] or "") > DIGITS:
                raise EditRejected("number_long", text=typed, limit=DIGITS)
            sign = "-" if plain.startswith("-") else ""
            return float(f"{sign}{digits or 0}.{found['part'] or 0}") + 0.0
    raise EditRejected("number_unreadable", text=typed, example=_EXAMPLES[language])


def as_typed(value: float | None, language: Language) -> str:
    """A number as `typed_number` reads it back, whole and without separators between thousands; "" for None."""
    if value is None:
        return ""
    text = f"{Decimal(repr(value)):f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace(".", ",") if language == "fr" else text
