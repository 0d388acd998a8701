"""The last step of a PDF: what ReportLab cannot write. Tag tree, language, metadata, only the fonts in use.

After PDF 1.7 (ISO 32000-1, 14.7 and 14.8) and PDF/UA-1 (ISO 14289-1, 7.1 to 7.18).
"""

import io
import re
from datetime import date
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from facilitator.domain.language import Language
from facilitator.handouts.tagging import Annotation, Mark, Node, TaggedCanvas
from facilitator.handouts.text import plain

_PRODUCER = "Facilitator"
_FONT_USED = re.compile(rb"/(F\d+(?:\+\d+)?) [\d.]+ Tf")

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer><xmp:CreatorTool>{producer}</xmp:CreatorTool>
<xmp:CreateDate>{day}T00:00:00Z</xmp:CreateDate><xmp:ModifyDate>{day}T00:00:00Z</xmp:ModifyDate>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def finished(data: bytes, canvas: TaggedCanvas, *, title: str, subject: str, language: Language, day: date) -> bytes:
    """The file that `canvas` drew, complete. The same input gives the same bytes."""
    locale = f"{language}-CA"
    whole = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.Root.Lang = String(locale)
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        _TagTree(pdf, canvas).write()
        _write_metadata(pdf, plain(title), plain(subject), locale, day)
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

    def __init__(self, pdf: pikepdf.Pdf, canvas: TaggedCanvas) -> None:
        self._pdf = pdf
        self._canvas = canvas
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

    def _kid(self, kid: Node | Mark | Annotation, element: pikepdf.Object) -> pikepdf.Object:
        if isinstance(kid, Node):
            return self._element(kid, element)
        page = self._pages[kid.page - 1]
        if isinstance(kid, Mark):
            self._owners[kid] = element
            return Dictionary(Type=Name.MCR, Pg=page, MCID=kid.number)
        annotation = page.Annots[kid.place]
        annotation.StructParent = len(self._pages) + len(self._links)
        self._links.append(element)
        return Dictionary(Type=Name.OBJR, Pg=page, Obj=annotation)


def _write_metadata(pdf: pikepdf.Pdf, title: str, subject: str, locale: str, day: date) -> None:
    """Title, language and dates; nobody's name and no path."""
    packet = _XMP.format(
        title=escape(title), subject=escape(subject), language=locale, producer=_PRODUCER, day=day.isoformat()
    )
    metadata = pikepdf.Stream(pdf, packet.encode())
    metadata.Type, metadata.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = pdf.make_indirect(metadata)
    stamp = f"D:{day:%Y%m%d}000000Z"
    for key in list(pdf.docinfo.keys()):
        del pdf.docinfo[key]
    entries = {"Title": title, "Subject": subject, "Producer": _PRODUCER, "Creator": _PRODUCER}
    for key, value in {**entries, "CreationDate": stamp, "ModDate": stamp}.items():
        pdf.docinfo[f"/{key}"] = String(value)


def _drop_unused_fonts(pdf: pikepdf.Pdf) -> None:
    """Keep the fonts in use: ReportLab lists all on every page, also its Helvetica, which is not embedded."""
    for page in pdf.pages:
        used = {f"/{name.decode()}" for name in _FONT_USED.findall(page.obj.Contents.read_bytes())}
        fonts = {name: font for name, font in page.obj.Resources.Font.items() if name in used}
        kept = dict(page.obj.Resources.items())
        page.obj.Resources = Dictionary({**kept, "/Font": Dictionary(fonts)})
