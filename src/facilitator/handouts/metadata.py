"""What a file says of itself: title, language, dates, the standards that it keeps to, how its colours are meant.

XMP after ISO 16684-1; what PDF/A-2a (ISO 19005-2, 6.2.4 and 6.6) asks for.
"""

from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from facilitator.content.resources import resource

DOCUMENT_SPACE = "urn:facilitator:handout#"
"""The XMP name space of `document`, which says what a file is that can be filled in and read back."""
DOCUMENT_KEY = "/FacilitatorDocument"
"""The same among the plain entries of a file, for programs that drop its XMP."""

_PRODUCER = "Facilitator"

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:facilitator="{space}">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer><xmp:CreatorTool>{producer}</xmp:CreatorTool>
<xmp:CreateDate>{day}T00:00:00Z</xmp:CreateDate><xmp:ModifyDate>{day}T00:00:00Z</xmp:ModifyDate>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>{document}
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag>{schemas}</rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""

# PDF/A wants every property described that its own standard does not know.
_SCHEMA = """
<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>{schema}</pdfaSchema:schema>
<pdfaSchema:namespaceURI>{space}</pdfaSchema:namespaceURI><pdfaSchema:prefix>{prefix}</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>{name}</pdfaProperty:name>
<pdfaProperty:valueType>{type}</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>{description}</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>"""
_UA_SCHEMA = _SCHEMA.format(
    schema="PDF/UA identification schema",
    space="http://www.aiim.org/pdfua/ns/id/",
    prefix="pdfuaid",
    name="part",
    type="Integer",
    description="PDF/UA version identifier",
)
_DOCUMENT_SCHEMA = _SCHEMA.format(
    schema="Facilitator handout",
    space=DOCUMENT_SPACE,
    prefix="facilitator",
    name="document",
    type="Text",
    description="What is filled in, its version and its id",
)


@dataclass(frozen=True, slots=True)
class About:
    """What a file says of itself: nobody's name and no path. `locale` is such as "fr-CA"."""

    title: str
    subject: str
    locale: str
    day: date
    document: str = ""


def write_metadata(pdf: pikepdf.Pdf, about: About) -> None:
    """Title, language, dates and standards, in XMP and as plain entries."""
    document = f"\n<facilitator:document>{escape(about.document)}</facilitator:document>" if about.document else ""
    packet = _XMP.format(
        title=escape(about.title),
        subject=escape(about.subject),
        language=about.locale,
        producer=_PRODUCER,
        day=about.day.isoformat(),
        space=DOCUMENT_SPACE,
        document=document,
        schemas=_UA_SCHEMA + (_DOCUMENT_SCHEMA if document else ""),
    )
    metadata = pikepdf.Stream(pdf, packet.encode())
    metadata.Type, metadata.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = pdf.make_indirect(metadata)
    stamp = f"D:{about.day:%Y%m%d}000000Z"
    for key in list(pdf.docinfo.keys()):
        del pdf.docinfo[key]
    entries = {"/Title": about.title, "/Subject": about.subject, "/Producer": _PRODUCER, "/Creator": _PRODUCER}
    entries |= {"/CreationDate": stamp, "/ModDate": stamp}
    entries |= {DOCUMENT_KEY: about.document} if about.document else {}
    for key, value in entries.items():
        pdf.docinfo[key] = String(value)


def write_colours(pdf: pikepdf.Pdf) -> None:
    """Say that colours are meant as sRGB (IEC 61966-2-1), by a profile inside the file."""
    profile = pikepdf.Stream(pdf, resource("colour", "sRGB.icc").read_bytes())
    profile.N = 3
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        Info=String("sRGB IEC61966-2.1"),
        DestOutputProfile=pdf.make_indirect(profile),
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])
