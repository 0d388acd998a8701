"""A mail's recipients, as they are pasted from its To and Cc."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from facilitator.domain.refusal import ImportRefused
from facilitator.exchange.reading import MEGABYTE, ROW_LIMIT, text_of

_TOKEN = re.compile(r"""(?P<text>(?:"[^"]*"|<[^<>]*>|[^";,<]+|["<])+)|(?P<end>[;,])""")
_BRACKETED = re.compile(r"<\s*+(?:mailto:)?([^<>\s@]++@[^<>\s@]++)\s*+>", re.IGNORECASE)
_BARE = re.compile(r"(?:mailto:)?([^<>\s@\"']++@[^<>\s@\"']++)", re.IGNORECASE)
_FIELD = re.compile(r"\s*(?:to|cc|bcc|from|à|cci|de)\s*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Recipient:
    """One person or list; `name` or `address` is "" where it was not given. `place` is the line.

    An address is personal data: it helps to tell people apart in a preview, and is not to be kept.
    """

    name: str
    address: str
    place: int = 0


def read_recipients(data: bytes | str) -> tuple[Recipient, ...]:
    """The recipients in their order; semicolons and line ends part them, and commas that follow an address.

    A comma elsewhere stands in a name: "Tremblay, Josée <jt@example.org>". Quotation marks around a name are taken
    away. Raises ImportRefused: what `text_of` raises (for more than a megabyte, too), "import_rows" (limit), and
    "import_no_recipients" where there is no address at all.
    """
    text, _ = text_of(data, fallback="cp1252", limit=MEGABYTE)
    found: list[Recipient] = []
    for line, content in enumerate(re.split(r"\r\n|\r|\n", text), start=1):
        found += _of_line(_FIELD.sub("", content, count=1) if _FIELD.match(content) else content, line)
        if len(found) > ROW_LIMIT:
            raise ImportRefused("import_rows", limit=ROW_LIMIT)
    if not any(recipient.address for recipient in found):
        raise ImportRefused("import_no_recipients")
    return tuple(found)


def _of_line(content: str, line: int) -> Iterator[Recipient]:
    waiting: list[str] = []  # parts of a name that has commas
    for token in _TOKEN.finditer(content + ";"):
        part = token["text"]
        if part is not None:
            waiting.append(part)
            bracketed, bare = _BRACKETED.search(part), _BARE.fullmatch(_unquoted(part))
            if bare and waiting[:-1]:
                yield Recipient(_unquoted(",".join(waiting[:-1])), "", line)
            if bracketed:
                name = ",".join([*waiting[:-1], part[: bracketed.start()]])
                yield Recipient(_unquoted(name), bracketed[1], line)
            elif bare:
                yield Recipient("", bare[1], line)
            if bracketed or bare:
                waiting = []
        elif token["end"] == ";":
            name = _unquoted(",".join(waiting))
            if name:
                yield Recipient(name, "", line)
            waiting = []


def _unquoted(name: str) -> str:
    """The name without blanks and one pair of quotation marks around it."""
    name = name.strip()
    quoted = len(name) > 1 and name[0] == name[-1] and name[0] in "\"'"
    return name[1:-1].strip() if quoted else name
