"""Fonts: every one is inside the file and says which letters it draws."""

from collections.abc import Iterator

import pikepdf

from pdf_gate.opened import Fault, Opened

FILES = ("/FontFile", "/FontFile2", "/FontFile3")


def fonts_are_embedded(paper: Opened) -> Iterator[Fault]:
    """Matterhorn 31-009: the font program is in the file; also that of fields to fill in."""
    for where, font in _fonts(paper):
        for each in font.get("/DescendantFonts", [font]):
            descriptor = each.get("/FontDescriptor", pikepdf.Dictionary())
            if font.get("/Subtype") != "/Type3" and not any(name in descriptor for name in FILES):
                yield Fault("31-009", f"{where}: {font.get('/BaseFont')} is not embedded")


def fonts_tell_their_letters(paper: Opened) -> Iterator[Fault]:
    """Matterhorn 31-027: a map to Unicode, or one of the encodings that need none."""
    for where, font in _fonts(paper):
        known = font.get("/Encoding") in ("/WinAnsiEncoding", "/MacRomanEncoding", "/MacExpertEncoding")
        if "/ToUnicode" not in font and not known:
            yield Fault("31-027", f"{where}: {font.get('/BaseFont')} has no map to Unicode")


def _fonts(paper: Opened) -> Iterator[tuple[str, pikepdf.Object]]:
    seen: set[tuple[int, int]] = set()
    places = [(f"page {number + 1}", page) for number, page in enumerate(paper.pages)]
    places += [("the form", {"/Resources": paper.pdf.Root.get("/AcroForm", pikepdf.Dictionary()).get("/DR", {})})]
    for number, annotation in paper.annotations:
        places += [(f"page {number + 1}, a field", stream) for stream in _appearances(annotation)]
    for where, holder in places:
        resources = holder.get("/Resources", pikepdf.Dictionary())
        for _, font in resources.get("/Font", pikepdf.Dictionary()).items():
            if font.is_indirect and font.objgen in seen:
                continue
            seen.add(font.objgen)
            yield where, font


def _appearances(annotation: pikepdf.Object) -> Iterator[pikepdf.Object]:
    normal = annotation.get("/AP", pikepdf.Dictionary()).get("/N")
    if isinstance(normal, pikepdf.Stream):
        yield normal
    elif isinstance(normal, pikepdf.Dictionary):
        yield from (stream for _, stream in normal.items())


RULES = (fonts_are_embedded, fonts_tell_their_letters)
