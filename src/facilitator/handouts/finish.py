"""The last step of a PDF: what ReportLab cannot write. Tag tree, form, language, metadata, only the fonts in use.

After PDF 1.7 (ISO 32000-1, 14.7 and 14.8), PDF/UA-1 (ISO 14289-1, 7.1 to 7.18) and PDF/A-2a (ISO 19005-2).
"""

import io
from collections.abc import Sequence
from datetime import date

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from facilitator.domain.language import Language
from facilitator.handouts.form import fonts_used, write_fields
from facilitator.handouts.metadata import About, write_colours, write_metadata
from facilitator.handouts.tagging import Annotation, Mark, Node, TaggedCanvas, Widget
from facilitator.handouts.text import plain


def finished(
    data: bytes,
    canvas: TaggedCanvas,
    *,
    title: str,
    subject: str,
    language: Language,
    day: date,
    document: str = "",
) -> bytes:
    """The file that `canvas` drew, complete. The same input gives the same bytes.

    `document` says of a file that can be filled in and read back what it is; it names nobody.
    """
    about = About(plain(title), plain(subject), f"{language}-CA", day, document)
    whole = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.Root.Lang = String(about.locale)
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        widgets = write_fields(pdf, canvas.fields)
        _TagTree(pdf, canvas, widgets).write()
        write_metadata(pdf, about)
        write_colours(pdf)
        _drop_unused_fonts(pdf)
        pdf.save(
            whole,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            force_version="1.7",
        )
    return whole.getvalue()


class _TagTree:
    """Writes the nodes of a canvas as structure elements, and the way back from each page to them."""

    def __init__(self, pdf: pikepdf.Pdf, canvas: TaggedCanvas, widgets: Sequence[pikepdf.Object]) -> None:
        self._pdf = pdf
        self._canvas = canvas
        self._widgets = widgets
        self._pages = [page.obj for page in pdf.pages]
        self._owners: dict[Mark, pikepdf.Object] = {}
        self._links: list[pikepdf.Object] = []

    def write(self) -> None:
        """Give the file its StructTreeRoot and ParentTree."""
        root = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self._pdf.Root.StructTreeRoot = root
        root.K = Array([self._element(self._canvas.root, root)])
        numbers: list[object] = []
        for number, page in enumerate(self._pages):
            page.StructParents = number
            page.Tabs = Name.S
            marks = range(self._canvas.marks_on(number + 1))
            owners = Array([self._owners[Mark(number + 1, mark)] for mark in marks])
            numbers += [number, self._pdf.make_indirect(owners)]
        for key, element in enumerate(self._links, start=len(self._pages)):
            numbers += [key, element]
        root.ParentTree = self._pdf.make_indirect(Dictionary(Nums=Array(numbers)))
        root.ParentTreeNextKey = len(self._pages) + len(self._links)

    def _element(self, node: Node, parent: pikepdf.Object) -> pikepdf.Object:
        element = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{node.tag}"), P=parent))
        if node.alt:
            element.Alt = String(node.alt)
        if node.box:
            box = Array([round(edge, 2) for edge in node.box])
            element.A = Dictionary(O=Name.Layout, BBox=box, Placement=Name.Block)
        if node.scope:
            element.A = Dictionary(O=Name.Table, Scope=Name(f"/{node.scope}"))
        shown = (kid for kid in node.kids if not isinstance(kid, Node) or kid.shown)
        element.K = Array([self._kid(kid, element) for kid in shown])
        return element

    def _kid(self, kid: Node | Mark | Annotation | Widget, element: pikepdf.Object) -> pikepdf.Object:
        if isinstance(kid, Node):
            return self._element(kid, element)
        page = self._pages[kid.page - 1]
        if isinstance(kid, Mark):
            self._owners[kid] = element
            return Dictionary(Type=Name.MCR, Pg=page, MCID=kid.number)
        if isinstance(kid, Widget):
            element.Pg = page
        annotation = self._widgets[kid.place] if isinstance(kid, Widget) else page.Annots[kid.place]
        annotation.StructParent = len(self._pages) + len(self._links)
        self._links.append(element)
        return Dictionary(Type=Name.OBJR, Pg=page, Obj=annotation)


def _drop_unused_fonts(pdf: pikepdf.Pdf) -> None:
    """Keep the fonts in use: ReportLab lists all on every page, also its Helvetica, which is not embedded."""
    for page in pdf.pages:
        fonts = fonts_used(page.obj.Contents.read_bytes(), page.obj.Resources.Font)
        kept = dict(page.obj.Resources.items())
        page.obj.Resources = Dictionary({**kept, "/Font": fonts})
