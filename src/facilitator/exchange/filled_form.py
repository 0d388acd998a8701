"""A PDF of ours that somebody filled in: what its fields hold now, and what was in them from the start."""

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any, NamedTuple

from facilitator.domain.refusal import ImportRefused

_MOST, _DEEPEST = 5000, 8  # fields, and groups within groups: a file that has more is none of ours
_UNPACKED = 64 * 1024 * 1024  # bytes of one part of a file: ours have no tenth of it
_DOCUMENT = re.compile(r"([^/]+)/([^/]+)/(?:@([0-9a-f]{8})/)?(.+)")
_SCRIPTS = ("/JavaScript", "/Launch", "/Rendition", "/SubmitForm", "/ImportData")


class FormValue(NamedTuple):
    """What a field holds `now` and held at `first`; of a box to tick "1" or "", of several marks the one chosen.

    `is_mark` says that this is such a sign and no words.
    """

    now: str
    first: str
    is_mark: bool = False


@dataclass(frozen=True, slots=True)
class FilledForm:
    """What was filled in: the id of the kind of board that the file is of, its version, the board, and the fields.

    `engagement` is the `mark_of` the title of the engagement that the file was made in, "" where it does not say;
    `person` is who filled it in, as far as anybody knows. Days such as "Friday" are counted from the day `taken_in_on`;
    without it only whole dates can be read. `mark` is made of the file as it came: the same file has the same one.
    """

    kind: str
    version: str
    board_id: str
    values: Mapping[str, FormValue]
    engagement: str = ""
    person: str = ""
    taken_in_on: date | None = None
    mark: str = ""


def mark_of(title: str) -> str:
    """What a form says of the title of its engagement, so that it is not taken for one of another client's."""
    return sha256(title.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def document_mark(kind: str, version: str, title: str, board_id: str) -> str:
    """What stands in a file to fill in of the board that it is of, for `read_filled`."""
    return f"{kind}/{version}/@{mark_of(title)}/{board_id}"


def is_pdf(data: bytes) -> bool:
    """Whether bytes begin as a PDF does."""
    return data[:1024].lstrip().startswith(b"%PDF-")


def read_filled(data: bytes) -> FilledForm:
    """The form of a PDF, whatever program saved it last.

    Raises ImportRefused: "filled_unreadable" where it is damaged or has a password, "filled_foreign" where it is not
    one to fill in that Facilitator made, "filled_scripts" where there are scripts in it, which ours never have.
    """
    import pikepdf  # slow to load and seldom needed

    pikepdf.settings.set_qpdf_limits(flate_max_memory=_UNPACKED, run_length_max_memory=_UNPACKED)
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            kind, version, engagement, board_id = _document(pdf)
            _refuse_scripts(pdf)
            root = pdf.Root.get("/AcroForm")
            fields = root.get("/Fields") if isinstance(root, pikepdf.Dictionary) else None
            values = dict(_values(fields, "", 0))
    except pikepdf.PikepdfError:
        raise ImportRefused("filled_unreadable") from None
    if not values:
        raise ImportRefused("filled_foreign")
    return FilledForm(kind, version, board_id, values, engagement, mark=sha256(data).hexdigest())


def _document(pdf: Any) -> tuple[str, str, str, str]:
    """What the file says that it is, in its XMP or, where a program dropped that, among its plain entries."""
    from facilitator.handouts.metadata import DOCUMENT_KEY, DOCUMENT_SPACE

    said = str(pdf.docinfo.get(DOCUMENT_KEY, ""))
    if not said:
        with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
            said = str(metadata.get(f"{{{DOCUMENT_SPACE}}}document", ""))
    parts = _DOCUMENT.fullmatch(said)
    if parts is None:
        raise ImportRefused("filled_foreign")
    return parts[1], parts[2], parts[3] or "", parts[4]


def _refuse_scripts(pdf: Any) -> None:
    """Nothing in a PDF is ever run here; one that has scripts is no longer what was sent out."""
    import pikepdf

    def acts(holder: Any) -> bool:
        action = holder.get("/A")
        return "/AA" in holder or (isinstance(action, pikepdf.Dictionary) and action.get("/S") in _SCRIPTS)

    root, names = pdf.Root, pdf.Root.get("/Names")
    opening = root.get("/OpenAction")
    found = "/AA" in root or (isinstance(names, pikepdf.Dictionary) and "/JavaScript" in names)
    found = found or (isinstance(opening, pikepdf.Dictionary) and opening.get("/S") in _SCRIPTS)
    lists = [page.obj.get("/Annots") for page in pdf.pages]
    marks = [mark for each in lists if isinstance(each, pikepdf.Array) for mark in each]
    if found or any(isinstance(mark, pikepdf.Dictionary) and acts(mark) for mark in marks):
        raise ImportRefused("filled_scripts")


def _values(fields: Any, group: str, depth: int) -> Iterator[tuple[str, FormValue]]:
    """The fields by their whole names."""
    import pikepdf

    if not isinstance(fields, pikepdf.Array) or len(fields) > _MOST or depth > _DEEPEST:
        return
    for field in fields:
        if not isinstance(field, pikepdf.Dictionary) or not isinstance(field.get("/T"), pikepdf.String):
            continue
        name = ".".join(filter(None, (group, str(field.T))))
        kids = field.get("/Kids")
        if isinstance(kids, pikepdf.Array) and any(isinstance(kid, pikepdf.Dictionary) and "/T" in kid for kid in kids):
            yield from _values(kids, name, depth + 1)
        else:  # a field, or several marks of which one is chosen: such kids have no names
            several, value = kids is not None, field.get("/V")
            is_mark = isinstance(value, pikepdf.Name)
            yield name, FormValue(_held(value, several), _held(field.get("/DV"), several), is_mark)


def _held(value: Any, several: bool) -> str:
    import pikepdf

    if isinstance(value, pikepdf.Name):
        chosen = str(value).removeprefix("/") if several else "1"
        return "" if value == "/Off" else chosen
    if isinstance(value, pikepdf.String):
        return str(value).replace("\r\n", "\n").replace("\r", "\n").strip()
    return ""
