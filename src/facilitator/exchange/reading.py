"""What every reader of foreign files shares: the limits, the way from bytes to text, and rows that were rejected."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from facilitator.domain.refusal import ImportRefused

MEGABYTE = 1024 * 1024
SIZE_LIMIT = 20 * MEGABYTE
"""Bytes of a file, characters of a pasted text."""

ROW_LIMIT = 20_000
"""Rows of a table, elements or connections of a graph, recipients."""

_SHOWN = 80
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")  # .xlsx is a ZIP file, .xls an OLE one
_MARKS = (  # the longer mark first: that of UTF-32 begins with that of UTF-16
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_CANNOT_BE_KEPT = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """One row that was not taken, and why; the rows beside it were.

    `key` and `values` are those of a Refusal. `place` is a line of a table or of an XML file, counted from 1, or a
    path in a JSON file such as "elements[3].label", counted from 0.
    """

    key: str
    values: Mapping[str, object] = field(default_factory=dict)
    place: int | str = 0


def text_of(data: bytes | str, *, fallback: str = "", limit: int = SIZE_LIMIT) -> tuple[str, str]:
    """The text of a file without its byte order mark, and the name of its encoding ("" for a pasted text).

    UTF-8, UTF-16 and UTF-32 are told by their mark, UTF-16 also by its zero bytes; what is none of these and no
    valid UTF-8 is read as `fallback`. `limit` counts bytes, or characters of a pasted text.
    Raises ImportRefused: "import_empty", "import_too_big" (size, limit, in MB), "import_workbook", "import_encoding"
    (line) or, where the fallback failed, too, "import_not_text".
    """
    if len(data) > limit:
        raise ImportRefused("import_too_big", size=-(-len(data) // MEGABYTE), limit=limit // MEGABYTE)
    if isinstance(data, bytes):
        text, encoding = _decoded(data, fallback)
    else:
        text, encoding = data.removeprefix("\ufeff"), ""
    if not text.strip():
        raise ImportRefused("import_empty")
    return text, encoding


def file_content(path: Path) -> bytes:
    """What is in a file; raises OSError, and ImportRefused("import_too_big") (size, limit, in MB) before reading it."""
    size = path.stat().st_size
    if size > SIZE_LIMIT:
        raise ImportRefused("import_too_big", size=-(-size // MEGABYTE), limit=SIZE_LIMIT // MEGABYTE)
    return path.read_bytes()


def cannot_be_kept(text: str) -> str:
    """The first character that no file of ours can hold (NUL, half of a surrogate pair) as "U+0000", or ""."""
    found = _CANNOT_BE_KEPT.search(text)
    return f"U+{ord(found[0]):04X}" if found else ""


def shown(text: str) -> str:
    """Words out of a file, cut to what a sentence can hold; what cannot be shown is U+FFFD."""
    text = _CANNOT_BE_KEPT.sub("\ufffd", text)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _decoded(data: bytes, fallback: str) -> tuple[str, str]:
    if data.startswith(_WORKBOOKS):
        raise ImportRefused("import_workbook")
    mark, encoding = next((each for each in _MARKS if data.startswith(each[0])), (b"", ""))
    data = data.removeprefix(mark)
    encoding = encoding or _wide(data) or "utf-8"
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
    if mark or not fallback:
        raise ImportRefused("import_encoding", line=line)
    try:
        return data.decode(fallback), fallback
    except UnicodeDecodeError:
        raise ImportRefused("import_not_text") from None


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: every other byte of Latin letters is zero."""
    start = data[:4096]
    low, high = start[0::2].count(0), start[1::2].count(0)
    if high > len(start) // 4 and not low:
        return "utf-16-le"
    return "utf-16-be" if low > len(start) // 4 and not high else ""
