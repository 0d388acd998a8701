"""Reads handouts back as a screen reader and as a person copying text would, with pikepdf and pypdfium2 alone."""

import re
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pypdfium2

PAINTS = {"Tj", "TJ", "'", '"', "f", "f*", "F", "S", "s", "B", "B*", "b", "b*", "Do", "sh"}
MARKS = re.compile(r"begin(bfchar|bfrange)(.*?)end", re.DOTALL)


@dataclass(frozen=True)
class Element:
    """A structure element with the text of its own marked pieces."""

    tag: str
    alt: str
    text: str
    kids: "tuple[Element, ...]"

    def every(self, *tags: str) -> "list[Element]":
        """All elements of these tags below, in reading order."""
        own = [self] if self.tag in tags else []
        return own + [found for kid in self.kids for found in kid.every(*tags)]

    def words(self) -> str:
        """Its text and that of all below."""
        return self.text + "".join(kid.words() for kid in self.kids)


@dataclass(frozen=True)
class Handout:
    """A written handout."""

    path: Path

    def copied(self) -> str:
        """The text of all pages as a viewer copies it, blanks made one."""
        with pypdfium2.PdfDocument(self.path) as pdf:
            text = "\n".join(page.get_textpage().get_text_range() for page in pdf)
        return re.sub(r"[\s\ufffe]+", " ", text)

    def page_words(self) -> list[str]:
        """The text of each page."""
        with pypdfium2.PdfDocument(self.path) as pdf:
            return [page.get_textpage().get_text_range() for page in pdf]

    def tree(self) -> Element:
        """The tag tree with its text."""
        with pikepdf.open(self.path) as pdf:
            return element(pdf.Root.StructTreeRoot.K[0], marked_text(pdf))


def element(node: pikepdf.Object, texts: dict[tuple[int, int], str]) -> Element:
    kids = list(node.K)
    own = [kid for kid in kids if kid.get("/Type") == "/MCR"]
    return Element(
        tag=str(node.S)[1:],
        alt=str(node.get("/Alt", "")),
        text="".join(texts[kid.Pg.objgen[0], int(kid.MCID)] for kid in own),
        kids=tuple(element(kid, texts) for kid in kids if kid.get("/Type") == "/StructElem"),
    )


def marked_text(pdf: pikepdf.Pdf) -> dict[tuple[int, int], str]:
    """Text by page object and mark. Fails where something is painted outside of a mark, or marks nest."""
    texts: dict[tuple[int, int], str] = {}
    for page in pdf.pages:
        letters = {name: read_letters(font) for name, font in page.obj.Resources.Font.items()}
        font, inside, mark = "", False, None
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name == "BDC":
                assert not inside, "marked content nests"
                inside = True
                mark = int(operands[1].MCID) if "/MCID" in operands[1] else None
                if mark is not None:
                    texts[page.obj.objgen[0], mark] = ""
            elif name == "EMC":
                inside, mark = False, None
            elif name == "Tf":
                font = str(operands[0])
            elif name in PAINTS:
                assert inside, f"{name} paints outside of marked content"
                if name == "Tj" and mark is not None:
                    texts[page.obj.objgen[0], mark] += "".join(letters[font][code] for code in bytes(operands[0]))
    return texts


def read_letters(font: pikepdf.Object) -> dict[int, str]:
    """What each code of a font stands for, from its ToUnicode map."""
    letters: dict[int, str] = {}
    for kind, body in MARKS.findall(font.ToUnicode.read_bytes().decode("latin-1")):
        codes = re.findall(r"<([0-9A-Fa-f]+)>", body)
        assert kind == "bfchar" or "[" in body, "a range this reader does not know"
        if kind == "bfchar":
            pairs = zip(codes[::2], codes[1::2], strict=True)
        else:
            start = int(codes[0], 16)
            pairs = ((f"{start + place:02x}", code) for place, code in enumerate(codes[2:]))
        letters |= {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}
    return letters
