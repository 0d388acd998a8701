"""The tag layer under every page: what is drawn is noted as part of a tree that screen readers follow.

ReportLab draws but knows no tags. `TaggedCanvas` puts each piece of the page between the marks of PDF/UA
(ISO 14289-1): either it belongs to a node of the tree, or it is an artifact, decoration that is not read. Nothing
becomes an artifact by itself, so that a checker finds what was forgotten.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfbase.pdfdoc import PDFString
from reportlab.pdfgen.canvas import Canvas

from facilitator.handouts.edge_lines import EdgeLines
from facilitator.handouts.pages_kept import KeptPages


class Mark(NamedTuple):
    """A marked piece of a page (pages count from 1)."""

    page: int
    number: int


class Annotation(NamedTuple):
    """A link: the place of its annotation among those of the page."""

    page: int
    place: int


class Widget(NamedTuple):
    """A form field: its place among those of the file."""

    page: int
    place: int


FieldKind = Literal["tick", "one", "line", "lines", "choice"]
"""A box to tick, one of several marks, a line or lines to type in, a line with a list to pick from."""


@dataclass(frozen=True, slots=True)
class Field:
    """A form field as a file holds it; `tip` says what to put there, and is read aloud for it.

    `name` is "group.part", once in a file. The `value` of a box to tick is "" or something. `size` is that of the
    letters in points. Of marks with one name only one can be chosen, each by its `option`. `drawn` is what the field
    shows of its value in the page's own fonts: operators of a content stream, the origin at its lower left corner.
    """

    name: str
    tip: str
    kind: FieldKind
    value: str = ""
    size: float = 10
    choices: tuple[str, ...] = ()
    option: str = ""
    drawn: str = ""


class PlacedField(NamedTuple):
    """A field with its page (from 1) and its box: left, bottom, right, top in points on the page."""

    field: Field
    page: int
    box: tuple[float, float, float, float]


@dataclass(eq=False)
class Node:
    """One element of the tag tree of one layout pass. `tag` is a standard type of PDF 1.7 (14.8.4).

    `alt` replaces what it holds; `box` is left, bottom, right, top in points on the page.
    """

    tag: str
    alt: str = ""
    scope: str = ""
    box: tuple[float, float, float, float] | None = None
    kids: "list[Node | Mark | Annotation | Widget]" = field(default_factory=list)
    parent: "Node | None" = None

    def add(self, tag: str, *, alt: str = "", scope: str = "") -> "Node":
        """A new element inside this one, after those that it has."""
        node = Node(tag, alt, scope, parent=self)
        self.kids.append(node)
        return node

    @property
    def shown(self) -> bool:
        """Whether anything of it is on a page."""
        return any(not isinstance(kid, Node) or kid.shown for kid in self.kids)


class TaggedCanvas(Canvas):  # type: ignore[misc]  # ReportLab publishes no types
    """A ReportLab canvas that must be told what each drawing is: `with mark(node)` or `with artifact()`.

    `inks` are colours of the house in whose place a client's stand: see `ink`. What is drawn on a page that is not
    `kept` comes to nothing; `places` and `headed` note for a later pass what would begin on which page, `edges` what
    is read at the edges of pages.
    """

    def __init__(self, *args: Any, **keywords: Any) -> None:
        self.inks: Mapping[str, str] = {}
        self.kept = KeptPages()
        self.places: dict[str, int] = {}
        self.headed: set[int] = set()
        self.edges = EdgeLines()
        self.root = Node("Document")
        self.section = self.root
        self.heading_level = 0
        self.headings = 0
        self.fields: list[PlacedField] = []
        self._marking = False
        self._repeating = False
        self._reading = False
        self._running: set[str] = set()
        self._marks: Counter[int] = Counter()
        self._annotations: Counter[int] = Counter()
        self._link: Node | None = None
        super().__init__(*args, **keywords)

    @property
    def page(self) -> int:
        """The number of the page being drawn, from 1."""
        number: int = self.getPageNumber()
        return number

    @property
    def is_kept(self) -> bool:
        """Whether the page being drawn will be in the file."""
        return self.kept.holds(self.page)

    @property
    def page_in_file(self) -> int:
        """Which page of the file the one being drawn is, from 1."""
        return self.kept.number_in_file(self.page)

    def marks_on(self, page: int) -> int:
        """How many marked pieces a page of the file has."""
        return self._marks[page]

    def begin_section(self) -> None:
        """What follows belongs to a new section of the document."""
        self.section = self.root.add("Sect")

    def ink(self, colour: str) -> Color:
        """What a colour of the house ("#0B6E99") is drawn in; colours in pictures mean something and stay."""
        return HexColor(self.inks.get(colour, colour))

    @contextmanager
    def mark(self, node: Node) -> Iterator[None]:
        """What is drawn inside is `node`'s content, read in the order of its drawing. Marks never nest."""
        if self._repeating:
            with self.artifact("Pagination"):
                yield
            return
        if not self.is_kept:
            with self._between("/Span BMC"):
                yield
            return
        self._place(node)
        mark = Mark(self.page_in_file, self._marks[self.page_in_file])
        self._marks[self.page_in_file] += 1
        node.kids.append(mark)
        with self._between(f"/{node.tag} <</MCID {mark.number}>> BDC"):
            self._reading = True
            try:
                yield
            finally:
                self._reading = False

    @contextmanager
    def artifact(self, kind: str = "Layout", subtype: str = "") -> Iterator[None]:
        """What is drawn inside is decoration: rules, boxes, page furniture. It is not read aloud."""
        subtype = f" /Subtype /{subtype}" if subtype else ""
        with self._between(f"/Artifact <</Type /{kind}{subtype}>> BDC"):
            yield

    def note_line(self, line: str, x: float, baseline: float, size: float) -> None:
        """A line of text is drawn from (x, baseline) on, in letters of `size`."""
        if self._reading:
            left, bottom = self.absolutePosition(x, baseline)
            self.edges.note(line, self.page, left, bottom, size, self._pagesize[1])

    def is_new(self, line: str) -> bool:
        """Whether a running line is on no page of the file yet; from now on it is."""
        new = line not in self._running
        if self.is_kept:
            self._running.add(line)
        return new

    @contextmanager
    def repeated(self) -> Iterator[None]:
        """What is marked inside was read on an earlier page, as a table's head was: now it is page furniture."""
        self._repeating = True
        try:
            yield
        finally:
            self._repeating = False

    def link(self, node: Node, box: tuple[float, float, float, float], label: str, *, to: str) -> None:
        """Make `box` (left, bottom, right, top from the origin) a link, part of the Link element `node`.

        `to` is an address, or "#name" for a place in this file; to one on a page that is left out it is none.
        """
        if not self.is_kept or not self.kept.leads(to):
            return
        self._place(node)
        self._link = node
        keywords: dict[str, Any] = {"relative": 1, "F": 4, "Border": "[0 0 0]"}
        if to.startswith("#"):
            self.linkRect(PDFString(label), to[1:], box, **keywords)
        else:
            del keywords["Border"]
            self.linkURL(to, box, Contents=PDFString(label), **keywords)
        self._link = None

    def field(self, node: Node, field: Field, x: float, y: float, width: float, height: float) -> None:
        """Put a form field with its lower left corner at (x, y) from the origin, part of the Form element `node`."""
        if not self.is_kept:
            return
        self._place(node)
        left, bottom = self.absolutePosition(x, y)
        node.kids.append(Widget(self.page_in_file, len(self.fields)))
        self.fields.append(PlacedField(field, self.page_in_file, (left, bottom, left + width, bottom + height)))

    def bookmarkPage(self, key: str, *arguments: Any, **keywords: Any) -> Any:
        self.places[key] = self.page
        return super().bookmarkPage(key, *arguments, **keywords) if self.is_kept else None

    def showPage(self) -> None:
        if self.is_kept:
            super().showPage()
        else:
            self._startPage()

    def _addAnnotation(self, annotation: Any, name: Any = None, addtopage: Any = 1) -> None:
        if self._link is None:
            raise ValueError("a link needs a Link element: use TaggedCanvas.link")
        self._link.kids.append(Annotation(self.page_in_file, self._annotations[self.page_in_file]))
        self._annotations[self.page_in_file] += 1
        super()._addAnnotation(annotation, name, addtopage)

    def _place(self, node: Node) -> None:
        """Hang the tree that `node` is part of under the current section, when its first piece is drawn."""
        while node.parent is not None:
            node = node.parent
        if node is not self.root:
            node.parent = self.section
            self.section.kids.append(node)

    @contextmanager
    def _between(self, opening: str) -> Iterator[None]:
        if self._marking:
            raise ValueError(f"{opening} inside other marked content")
        self._code.append(opening)
        self._marking = True
        try:
            yield
        finally:
            self._code.append("EMC")
            self._marking = False
