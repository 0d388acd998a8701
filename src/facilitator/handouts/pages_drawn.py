"""Pages of a finished PDF as images, drawn by PDFium as a viewer would, with what stands in their fields.

PDFium is not thread-safe: everything here runs on one thread of its own, which also closes what it opened.
"""

from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_POINTS = 72
_thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="pages")
_open: "list[tuple[bytes, PdfDocument]]" = []
"""The one file that is open, with its bytes; only the thread looks here."""


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """A page as rows of `stride` bytes: blue, green, red and one that means nothing for each pixel; and its `text`."""

    width: int
    height: int
    stride: int
    pixels: bytes
    text: str


def drawn_page(pdf: bytes, number: int, dots_per_inch: float) -> "Future[DrawnPage]":
    """Page `number`, from 1; the future fails with IndexError where there is none."""
    return _thread.submit(_drawn, pdf, number, dots_per_inch)


def page_sizes(pdf: bytes) -> "Future[tuple[tuple[float, float], ...]]":
    """Width and height of each page in points."""
    return _thread.submit(_sizes, pdf)


def close_pages() -> "Future[None]":
    """Let go of the file that was drawn from last."""
    return _thread.submit(_close)


def _drawn(pdf: bytes, number: int, dots_per_inch: float) -> DrawnPage:
    document = _opened(pdf)
    if not 1 <= number <= len(document):
        raise IndexError(number)
    page = document[number - 1]
    bitmap = page.render(scale=dots_per_inch / _POINTS, prefer_bgrx=True, may_draw_forms=True)
    words = page.get_textpage()
    try:
        text = " ".join(words.get_text_range().replace("\ufffe", "").split())
        return DrawnPage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer), text)
    finally:
        for each in (words, bitmap, page):
            each.close()


def _sizes(pdf: bytes) -> tuple[tuple[float, float], ...]:
    document = _opened(pdf)
    return tuple(document.get_page_size(place) for place in range(len(document)))


def _opened(pdf: bytes) -> "PdfDocument":
    if _open and _open[0][0] is pdf:
        return _open[0][1]
    _close()
    from pypdfium2 import PdfDocument

    document = PdfDocument(pdf)
    document.init_forms()  # before any page is looked at, else its fields stay empty
    _open.append((pdf, document))
    return document


def _close() -> None:
    while _open:
        _open.pop()[1].close()
