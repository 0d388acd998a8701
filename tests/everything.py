"""All that anybody could read out of a file: its bytes, what is packed in it, and what its pages say."""

import io
import re
import zipfile
import zlib
from pathlib import Path

import pikepdf
from pypdfium2 import PdfDocument


def everything(file: Path) -> str:
    """The name of the file, its bytes, what they hold unpacked, the text of pages, their outline and metadata."""
    content = file.read_bytes()
    found = [file.name, content.decode("latin-1"), content.decode("utf-8", "replace")]
    if file.suffix == ".pdf":
        found += _of_pdf(file)
    elif file.suffix == ".xlsx":
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            found += [each.filename for each in packed.infolist()]
            found += [packed.read(each).decode("utf-8", "replace") for each in packed.infolist()]
    elif file.suffix == ".png":
        found += [_inflated(part) for part in content.split(b"IDAT")[1:]]
    elif file.suffix == ".ics":
        found.append(re.sub("\r\n[ \t]", "", content.decode("utf-8")))  # lines are folded
    return "\n".join(found)


def _of_pdf(file: Path) -> list[str]:
    pdf = PdfDocument(file)
    found = [page.get_textpage().get_text_bounded() for page in pdf]
    found += [str(pdf.get_metadata_dict()), *(mark.get_title() for mark in pdf.get_toc())]
    with pikepdf.open(file) as objects:
        for each in objects.objects:
            found += _strings(each)
    return found


def _strings(value: pikepdf.Object, depth: int = 0) -> list[str]:
    """Every text of an object: alternative text, bookmarks, names of form fields, XMP and page content."""
    if isinstance(value, pikepdf.String):
        return [str(value)]
    found = []
    if isinstance(value, pikepdf.Stream):
        found.append(value.read_bytes().decode("utf-8", "replace"))
    if isinstance(value, pikepdf.Dictionary | pikepdf.Stream) and depth < 9:
        for key, each in value.items():
            found += [key, *(_strings(each, depth + 1) if _is_inside(each) else [])]
    elif isinstance(value, pikepdf.Array) and depth < 9:
        found += [text for each in value if _is_inside(each) for text in _strings(each, depth + 1)]
    return found


def _is_inside(value: object) -> bool:
    return isinstance(value, pikepdf.Object) and not value.is_indirect


def _inflated(part: bytes) -> str:
    try:
        return zlib.decompressobj().decompress(part).decode("latin-1")
    except zlib.error:
        return ""
