"""Fonts: every one is inside the file and says which letters it draws."""

import io
from collections.abc import Iterator

import pikepdf
from fontTools.ttLib import TTFont

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


def letters_have_a_shape(paper: Opened) -> Iterator[Fault]:
    """House: what is drawn is the letter, never the box that fonts draw for letters that they do not have."""
    for font, codes in paper.drawn.values():
        file = font.get("/FontDescriptor", pikepdf.Dictionary()).get("/FontFile2")
        if file is None or font.Subtype != "/TrueType":
            continue  # not embedded: see above
        face = TTFont(io.BytesIO(file.read_bytes()), lazy=True)
        shapes, box = face["cmap"].tables[0].cmap, face.getGlyphOrder()[0]
        for code in sorted(codes):
            if shapes.get(code, box) == box or _same(face, shapes[code], box):
                yield Fault("house boxes", f"{font.BaseFont}: code {code} is drawn as a box")


def _same(face: TTFont, shape: str, box: str) -> bool:
    """Whether two shapes of a font are one, and not a blank."""
    outlines = face["glyf"]
    return outlines[shape].numberOfContours != 0 and outlines[shape] == outlines[box]


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


RULES = (fonts_are_embedded, fonts_tell_their_letters, letters_have_a_shape)
