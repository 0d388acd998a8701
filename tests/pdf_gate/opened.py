"""A PDF taken apart once for all rules: the marked sequences of its pages and the elements of its tag tree."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

import pikepdf

from paper import PAINTS, read_letters

SHOWS_TEXT = ("Tj", "TJ", "'", '"')


class Fault(NamedTuple):
    """A broken rule, and where."""

    rule: str
    place: str


@dataclass
class Sequence:
    """A marked sequence of a page. `number` is its MCID, None for an artifact or another mark."""

    page: int
    tag: str
    number: int | None
    subtype: str = ""
    outer: "Sequence | None" = None
    paints: int = 0
    text: str = ""

    @property
    def is_artifact(self) -> bool:
        return self.tag == "Artifact"


class Mark(NamedTuple):
    """What a structure element holds of a page (0 for the first)."""

    page: int
    number: int


class Reference(NamedTuple):
    """An annotation that a structure element holds, as object number and generation."""

    target: tuple[int, int]


@dataclass(eq=False)
class Element:
    """A structure element with all that it holds, in the order of reading."""

    tag: str
    node: pikepdf.Object
    parent: "Element | None"
    kids: "list[Element | Mark | Reference]" = field(default_factory=list)

    @property
    def alt(self) -> str:
        return str(self.node.get("/Alt", ""))

    @property
    def elements(self) -> "list[Element]":
        return [kid for kid in self.kids if isinstance(kid, Element)]

    def all_below(self) -> "Iterator[Element | Mark | Reference]":
        for kid in self.kids:
            yield kid
            if isinstance(kid, Element):
                yield from kid.all_below()

    def elements_below(self) -> "Iterator[Element]":
        return (each for each in self.all_below() if isinstance(each, Element))

    def attribute(self, name: str) -> str:
        """One of its attributes as text, "" if it has none of that name."""
        given = self.node.get("/A", pikepdf.Array())
        for each in given if isinstance(given, pikepdf.Array) else [given]:
            if name in each:
                return str(each[name])
        return ""


class Opened:
    """One PDF with what the rules ask of it."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf
        self.pages = [page.obj for page in pdf.pages]
        self.sequences: list[Sequence] = []
        self.loose: list[Fault] = []
        self.unreadable: list[Fault] = []
        self.drawn: dict[tuple[int, int], tuple[pikepdf.Object, set[int]]] = {}  # fonts, with the codes they draw
        for number, page in enumerate(self.pages):
            self._read_page(number, page)

    @cached_property
    def elements(self) -> list[Element]:
        """All structure elements, in the order of reading."""
        root = self.pdf.Root.get("/StructTreeRoot", pikepdf.Dictionary())
        found: list[Element] = []
        for kid in _many(root.get("/K")):
            self._read_element(kid, None, found)
        return found

    @cached_property
    def owners(self) -> dict[Mark, Element]:
        """The element that holds each mark; of several, the last."""
        return {kid: each for each in self.elements for kid in each.kids if isinstance(kid, Mark)}

    @cached_property
    def texts(self) -> dict[Mark, str]:
        """What each mark draws as text."""
        return {Mark(each.page, each.number): each.text for each in self.sequences if each.number is not None}

    @cached_property
    def parent_tree(self) -> dict[int, pikepdf.Object]:
        """The entries of the ParentTree."""
        root = self.pdf.Root.get("/StructTreeRoot", pikepdf.Dictionary())
        return dict(_numbers(root.get("/ParentTree", pikepdf.Dictionary())))

    @property
    def annotations(self) -> Iterator[tuple[int, pikepdf.Object]]:
        """Each annotation with the place of its page."""
        for number, page in enumerate(self.pages):
            for each in page.get("/Annots", []):
                yield number, each

    def every(self, *tags: str) -> list[Element]:
        """All elements of these tags."""
        return [each for each in self.elements if each.tag in tags]

    def words(self, element: Element) -> str:
        """What is read of an element and all below, blanks made one; alternatives of what is inside count as words."""
        return " ".join(self.spoken(element).split())

    def spoken(self, element: Element) -> str:
        """What is read of an element and all below, with its blanks as they are."""
        said = ""
        for kid in element.kids:
            if isinstance(kid, Mark):
                said += self.texts.get(kid, "")
            elif isinstance(kid, Element):
                said += " " + (kid.alt or self.spoken(kid))
        return said

    def _read_page(self, number: int, page: pikepdf.Object) -> None:
        resources = page.get("/Resources", pikepdf.Dictionary())
        fonts = dict(resources.get("/Font", pikepdf.Dictionary()).items())
        letters = {name: _letters(font) for name, font in fonts.items()}
        where, font = f"page {number + 1}", ""
        inner: Sequence | None = None
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in ("BDC", "BMC"):
                properties = _properties(operands, resources)
                mcid = int(properties.MCID) if "/MCID" in properties else None
                subtype = str(properties.get("/Subtype", ""))
                inner = Sequence(number, str(operands[0])[1:], mcid, subtype, inner)
                self.sequences.append(inner)
            elif name == "EMC":
                if inner is None:
                    self.unreadable.append(Fault("01-005", f"{where}: EMC without a beginning"))
                inner = inner.outer if inner else None
            elif name == "Tf":
                font = str(operands[0])
            elif name in PAINTS or name == "INLINE IMAGE":
                said = self._shown(operands, letters.get(font, {}), f"{where}, {font}") if name in SHOWS_TEXT else ""
                self._note_painted(inner, name, said, where)
                if name in SHOWS_TEXT and font in fonts:
                    self.drawn.setdefault(fonts[font].objgen, (fonts[font], set()))[1].update(_codes(operands))
        if inner is not None:
            self.unreadable.append(Fault("01-005", f"{where}: {inner.tag} is not ended"))

    def _note_painted(self, inner: Sequence | None, operator: str, said: str, where: str) -> None:
        if inner is None:
            self.loose.append(Fault("01-005", f"{where}: {operator} outside of marked content"))
            return
        inner.paints += 1
        inner.text += said

    def _shown(self, operands: list[pikepdf.Object], letters: dict[int, str], where: str) -> str:
        said = ""
        for code in _codes(operands):
            letter = letters.get(code, "")
            if not letter or letter in "\0\ufeff\ufffe\ufffd":
                self.unreadable.append(Fault("10-001", f"{where}: code {code} stands for no letter"))
            said += letter
        return said

    def _read_element(self, node: pikepdf.Object, parent: Element | None, found: list[Element]) -> None:
        element = Element(str(node.get("/S", "/"))[1:], node, parent)
        found.append(element)
        if parent:
            parent.kids.append(element)
        for kid in _many(node.get("/K")):
            if isinstance(kid, int):
                element.kids.append(Mark(self._page_of(node.get("/Pg")), kid))
            elif kid.get("/Type") == "/MCR":
                element.kids.append(Mark(self._page_of(kid.get("/Pg", node.get("/Pg"))), int(kid.MCID)))
            elif kid.get("/Type") == "/OBJR":
                element.kids.append(Reference(kid.Obj.objgen))
            else:
                self._read_element(kid, element, found)

    def _page_of(self, page: pikepdf.Object | None) -> int:
        places = [number for number, each in enumerate(self.pages) if page is not None and each.objgen == page.objgen]
        return places[0] if places else -1


@contextmanager
def opened(data: bytes) -> Iterator[Opened]:
    """Take a PDF apart."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        yield Opened(pdf)


def _codes(operands: list[pikepdf.Object]) -> bytes:
    """The codes of the letters that an operator shows."""
    strings = operands[-1] if isinstance(operands[-1], pikepdf.Array) else [operands[-1]]
    return b"".join(bytes(string) for string in strings if isinstance(string, pikepdf.String))


def _many(kids: object) -> list:
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _numbers(tree: pikepdf.Object) -> Iterator[tuple[int, pikepdf.Object]]:
    numbers = list(tree.get("/Nums", []))
    yield from ((int(key), value) for key, value in zip(numbers[::2], numbers[1::2], strict=True))
    for kid in tree.get("/Kids", []):
        yield from _numbers(kid)


def _properties(operands: list[pikepdf.Object], resources: pikepdf.Object) -> pikepdf.Object:
    """What is said of a mark: its list of properties, given here or by name."""
    given = operands[1] if len(operands) > 1 else pikepdf.Dictionary()
    if isinstance(given, pikepdf.Name):
        return resources.get("/Properties", pikepdf.Dictionary()).get(given, pikepdf.Dictionary())
    return given


def _letters(font: pikepdf.Object) -> dict[int, str]:
    return read_letters(font) if "/ToUnicode" in font else {}
