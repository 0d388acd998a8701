"""A PDF of ours that somebody filled in: what its fields hold now, and what was in them from the start."""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from facilitator.domain.refusal import ImportRefused

_MOST, _DEEPEST = 5000, 8  # fields, and groups within groups: a file that has more is none of ours


class FormValue(NamedTuple):
    """What a field holds `now` and held at `first`; of a box to tick "1" or ""."""

    now: str
    first: str


@dataclass(frozen=True, slots=True)
class FilledForm:
    """What was filled in: the id of the kind of board that the file is of, its version, the board, and the fields."""

    kind: str
    version: str
    board_id: str
    values: Mapping[str, FormValue]


def is_pdf(data: bytes) -> bool:
    """Whether bytes begin as a PDF does."""
    return data[:1024].lstrip().startswith(b"%PDF-")


def read_filled(data: bytes) -> FilledForm:
    """The form of a PDF, whatever program saved it last.

    Raises ImportRefused: "filled_unreadable" where it is damaged or has a password, "filled_foreign" where it is not
    one to fill in that Facilitator made.
    """
    import pikepdf  # slow to load and seldom needed

    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            kind, version, board_id = _document(pdf)
            root = pdf.Root.get("/AcroForm")
            fields = root.get("/Fields") if isinstance(root, pikepdf.Dictionary) else None
            values = dict(_values(fields, "", 0))
    except (pikepdf.PdfError, pikepdf.PasswordError):
        raise ImportRefused("filled_unreadable") from None
    if not values:
        raise ImportRefused("filled_foreign")
    return FilledForm(kind, version, board_id, values)


def _document(pdf: Any) -> tuple[str, str, str]:
    """What the file says that it is, in its XMP or, where a program dropped that, among its plain entries."""
    from facilitator.handouts.metadata import DOCUMENT_KEY, DOCUMENT_SPACE

    said = str(pdf.docinfo.get(DOCUMENT_KEY, ""))
    if not said:
        with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
            said = str(metadata.get(f"{{{DOCUMENT_SPACE}}}document", ""))
    parts = said.split("/", 2)
    if len(parts) != 3:
        raise ImportRefused("filled_foreign")
    return parts[0], parts[1], parts[2]


def _values(fields: Any, group: str, depth: int) -> Iterator[tuple[str, FormValue]]:
    """The fields by their whole names."""
    import pikepdf

    if not isinstance(fields, pikepdf.Array) or len(fields) > _MOST or depth > _DEEPEST:
        return
    for field in fields:
        if not isinstance(field, pikepdf.Dictionary) or not isinstance(field.get("/T"), pikepdf.String):
            continue
        name = ".".join(filter(None, (group, str(field.T))))
        if "/Kids" in field:
            yield from _values(field.Kids, name, depth + 1)
        else:
            yield name, FormValue(_held(field.get("/V")), _held(field.get("/DV")))


def _held(value: Any) -> str:
    import pikepdf

    if isinstance(value, pikepdf.Name):
        return "" if value == "/Off" else "1"
    if isinstance(value, pikepdf.String):
        return str(value).replace("\r\n", "\n").replace("\r", "\n").strip()
    return ""
