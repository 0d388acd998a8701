"""The gate can fail: single faults put into a good PDF, each caught by the rule that names it."""

import io
from collections.abc import Callable
from functools import cache

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, String

from facilitator.domain.picture import Box, Group, Picture, Rect
from facilitator.handouts import kit
from facilitator.handouts.form_pages import Labelled, LabelledFields
from facilitator.handouts.pack import PackAbout, Part, pack_of
from facilitator.handouts.scale_rows import ScaleRow, ScaleRows
from pdf_gate import faults
from pdf_gate.cases import DAY
from pdf_gate.opened import Opened

ALT = "A box in the middle of an empty page"
Fault = Callable[[pikepdf.Pdf], None]


def story(words, width):
    box = Group("", "scenery", Rect(0, 0, 1, 1), (Box(Rect(100, 200, 400, 80), 40, "#FFFFFF", "#2850B4", 3),))
    return [
        kit.heading("Who we need", 1),
        kit.heading("On one page", 2),
        kit.paragraph("A paragraph that has more than enough words to be missed when nobody reads it."),
        *kit.bullets(["First", "Second"]),
        kit.table(["Code", "Who", "How"], [["S1", "Clerk", "Call"], ["S2", "Mayor", "Meet"]]),
        kit.figure(Picture("#FAF9F5", (box,), ALT), width),
        kit.link("Ontario", "https://www.ontario.ca/page"),
        LabelledFields(
            [Labelled("Who", "a.who", "Who does it"), Labelled("When", "a.when", "By when")],
            tick=Labelled("Done", "a.done", "It is done"),
        ),
        ScaleRows([ScaleRow("F1", "It was useful.", "no", "yes", "f1.level", (("1", "1 of 2"), ("2", "2 of 2")))]),
    ]


@cache
def good() -> bytes:
    return pack_of([Part("Who we need", story)], PackAbout("Permits", "City", DAY), "letter", "en").data


def test_the_file_without_a_fault_passes():
    assert faults(good()) == []


def nodes(pdf: pikepdf.Pdf, tag: str) -> list[pikepdf.Object]:
    return [each.node for each in Opened(pdf).every(tag)]


def notes(pdf: pikepdf.Pdf, subtype: str) -> list[pikepdf.Object]:
    return [each for _, each in Opened(pdf).annotations if each.Subtype == subtype]


def rewrite(pdf: pikepdf.Pdf, old: bytes, new: bytes, page: int = 1) -> None:
    """Replace the first occurrence in a page's content; there must be one."""
    code = pdf.pages[page].obj.Contents.read_bytes()
    assert old in code
    pdf.pages[page].obj.Contents = pdf.make_stream(code.replace(old, new, 1))


def retell(pdf: pikepdf.Pdf, old: bytes, new: bytes) -> None:
    """Replace something in the metadata; it must be there."""
    packet = pdf.Root.Metadata.read_bytes()
    assert old in packet
    pdf.Root.Metadata.write(packet.replace(old, new))


def drop(node: pikepdf.Object, name: str) -> None:
    assert name in node
    del node[name]


def without_kids(node: pikepdf.Object, kind: str) -> None:
    """Take the content of one sort out of an element; there must be some."""
    kept = [kid for kid in node.K if kid.get("/Type") != kind]
    assert len(kept) < len(node.K)
    node.K = Array(kept)


def put(node: pikepdf.Object, name: str, value: object) -> None:
    node[name] = value


def orphaned(pdf):
    parent = nodes(pdf, "P")[-3].P
    parent.K = Array([kid for kid in parent.K if kid.get("/S") != "/P"])


def held_twice(pdf):
    first, second = nodes(pdf, "LBody")[:2]
    second.K = Array([*second.K, first.K[0]])


def read_backwards(pdf):
    items = nodes(pdf, "L")[0]
    items.K = Array(reversed(list(items.K)))


def parents_swapped(pdf):
    owners = pdf.Root.StructTreeRoot.ParentTree.Nums[3]
    owners[0], owners[1] = owners[1], owners[0]


def codes_mean_nothing(pdf):
    for font in pdf.pages[1].obj.Resources.Font.values():
        told = font.ToUnicode.read_bytes()
        font.ToUnicode.write(told.replace(b"<0061>", b"<0000>"))


def outside(node):
    node.A.BBox = Array([-5, 0, 100, 100])


def a_bookmark_less(pdf):
    with pdf.open_outline() as outline:
        outline.root[-1].children.clear()


def an_item_has_no_list(pdf):
    items = nodes(pdf, "L")[0]
    items.S = Name.Sect


def an_id_twice(pdf):
    for each in nodes(pdf, "P")[:2]:
        each.ID = String("note-1")


def a_cell_less(pdf):
    row = nodes(pdf, "TR")[1]
    row.K = Array(list(row.K)[:-1])


def a_comment(pdf):
    page = pdf.pages[1].obj
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([0, 0, 9, 9]), Contents=String("Hm"), F=4)
    page.Annots.append(pdf.make_indirect(note))


def a_script(pdf):
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def a_file_inside(pdf):
    pdf.attachments["note.txt"] = b"hello"


def a_form_xobject(pdf):
    form = pdf.make_stream(b"0 0 9 9 re f")
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 9, 9])
    pdf.pages[1].obj.Resources.XObject = Dictionary(X=form)


def a_field_not_listed(pdf):
    pdf.Root.AcroForm.Fields = Array()


def fonts_left_out(pdf):
    for font in pdf.pages[1].obj.Resources.Font.values():
        drop(font.FontDescriptor, "/FontFile2")


def a_letter_less(pdf):
    for font in pdf.pages[1].obj.Resources.Font.values():
        face, cut = TTFont(io.BytesIO(font.FontDescriptor.FontFile2.read_bytes())), io.BytesIO()
        face["cmap"].tables[0].cmap.pop(ord("a"), None)
        face.save(cut)
        font.FontDescriptor.FontFile2.write(cut.getvalue())


def fonts_without_letters(pdf):
    for font in pdf.pages[1].obj.Resources.Font.values():
        drop(font, "/ToUnicode")


FOOTER = b"/Artifact <</Type /Pagination /Subtype /Footer>> BDC"
PARAGRAPH = b"/P <</MCID 2>> BDC"
FAULTS: dict[str, tuple[str, Fault]] = {
    "a figure without alternative": ("13-004", lambda pdf: drop(nodes(pdf, "Figure")[0], "/Alt")),
    "a blank alternative": ("13-004", lambda pdf: put(nodes(pdf, "Figure")[0], "/Alt", String("  "))),
    "an alternative of one word": ("13-004", lambda pdf: put(nodes(pdf, "Figure")[0], "/Alt", String("Map"))),
    "a blank alternative elsewhere": ("13-004", lambda pdf: put(nodes(pdf, "P")[0], "/Alt", String(""))),
    "a figure outside of its page": ("ISO 14289-1 7.3", lambda pdf: outside(nodes(pdf, "Figure")[0])),
    "a figure without box": ("ISO 14289-1 7.3", lambda pdf: drop(nodes(pdf, "Figure")[0], "/A")),
    "other words than those shown": ("house text", lambda pdf: put(nodes(pdf, "P")[0], "/ActualText", String("x"))),
    "a table head of usual cells": ("15-001", lambda pdf: put(nodes(pdf, "TH")[0], "/S", Name.TD)),
    "a head of nothing": ("15-003", lambda pdf: drop(nodes(pdf, "TH")[0], "/A")),
    "a short row": ("ISO 14289-1 7.2", a_cell_less),
    "a row outside of a table": ("09-004", lambda pdf: put(nodes(pdf, "Table")[0], "/S", Name.Sect)),
    "an item outside of a list": ("09-005", an_item_has_no_list),
    "an item without body": ("16-001", lambda pdf: put(nodes(pdf, "LBody")[0], "/S", Name.Lbl)),
    "no language": ("11-001", lambda pdf: drop(pdf.Root, "/Lang")),
    "another language": ("11-006", lambda pdf: retell(pdf, b">en-CA<", b">de-DE<")),
    "no tab order": ("28-008", lambda pdf: drop(pdf.pages[1].obj, "/Tabs")),
    "tab order by rows": ("28-009", lambda pdf: put(pdf.pages[1].obj, "/Tabs", Name.R)),
    "a shape without tag": ("01-005", lambda pdf: rewrite(pdf, b"EMC", b"EMC 0 0 9 9 re f")),
    "an image without tag": ("01-005", lambda pdf: rewrite(pdf, b"EMC", b"EMC /Image1 Do")),
    "a tag without number": ("01-005", lambda pdf: rewrite(pdf, PARAGRAPH, b"/P BMC")),
    "a tag that is not ended": ("01-005", lambda pdf: rewrite(pdf, b"EMC", b"")),
    "words as decoration": ("01-002", lambda pdf: rewrite(pdf, PARAGRAPH, b"/Artifact BMC")),
    "a mark as something else": ("01-006", lambda pdf: rewrite(pdf, PARAGRAPH, b"/TD <</MCID 2>> BDC")),
    "a mark inside a mark": ("09-002", lambda pdf: rewrite(pdf, b"/MCID 2>> BDC", b"/MCID 2>> BDC /Span BMC EMC")),
    "decoration inside a mark": ("01-003", lambda pdf: rewrite(pdf, PARAGRAPH, PARAGRAPH + b" /Artifact BMC EMC")),
    "a mark inside decoration": ("01-004", lambda pdf: rewrite(pdf, FOOTER, FOOTER + b" /P <</MCID 99>> BDC EMC")),
    "a mark drawn twice": ("01-005", lambda pdf: rewrite(pdf, PARAGRAPH, b"/P <</MCID 0>> BDC")),
    "a form of content": ("30-001", a_form_xobject),
    "an element out of the tree": ("01-005", orphaned),
    "a mark held twice": ("01-005", held_twice),
    "another order of reading": ("09-001", read_backwards),
    "no way back": ("ISO 32000 14.7.4.4", lambda pdf: put(pdf.Root.StructTreeRoot.ParentTree, "/Nums", Array())),
    "a wrong way back": ("ISO 32000 14.7.4.4", parents_swapped),
    "pages with one key": ("ISO 32000 14.7.4.4", lambda pdf: put(pdf.pages[1].obj, "/StructParents", 0)),
    "a link without key": ("ISO 32000 14.7.4.4", lambda pdf: drop(notes(pdf, "/Link")[0], "/StructParent")),
    "another parent": ("ISO 32000 14.7.2", lambda pdf: put(nodes(pdf, "TR")[0], "/P", nodes(pdf, "L")[0])),
    "no tag tree": ("ISO 14289-1 7.1", lambda pdf: drop(pdf.Root, "/StructTreeRoot")),
    "not said to be tagged": ("ISO 14289-1 7.1", lambda pdf: drop(pdf.Root, "/MarkInfo")),
    "suspects": ("01-007", lambda pdf: put(pdf.Root.MarkInfo, "/Suspects", True)),
    "an unknown tag": ("02-001", lambda pdf: put(nodes(pdf, "P")[0], "/S", Name("/Paragraph"))),
    "an empty paragraph": ("house empty", lambda pdf: without_kids(nodes(pdf, "P")[-1], "/MCR")),
    "a link that holds no annotation": ("28-011", lambda pdf: without_kids(nodes(pdf, "Link")[-1], "/OBJR")),
    "a link in a paragraph": ("28-011", lambda pdf: put(nodes(pdf, "Link")[-1], "/S", Name.Span)),
    "a link without Contents": ("28-012", lambda pdf: drop(notes(pdf, "/Link")[-1], "/Contents")),
    "a link without words": ("house links", lambda pdf: without_kids(nodes(pdf, "Link")[-1], "/MCR")),
    "a link that runs": ("house links", lambda pdf: put(notes(pdf, "/Link")[-1].A, "/URI", String("javascript:x"))),
    "a link to nowhere": ("house links", lambda pdf: drop(notes(pdf, "/Link")[0], "/Dest")),
    "a comment": ("28-002", a_comment),
    "a link that is not printed": ("ISO 19005-2 6.3.2", lambda pdf: put(notes(pdf, "/Link")[0], "/F", 2)),
    "no title": ("06-003", lambda pdf: retell(pdf, b"Permits", b"")),
    "another title": ("06-004", lambda pdf: retell(pdf, b"Permits", b"Licences")),
    "the title not shown": ("07-001", lambda pdf: drop(pdf.Root, "/ViewerPreferences")),
    "the file name shown": ("07-002", lambda pdf: put(pdf.Root.ViewerPreferences, "/DisplayDocTitle", False)),
    "no metadata": ("06-001", lambda pdf: drop(pdf.Root, "/Metadata")),
    "not said to be PDF/UA": ("06-002", lambda pdf: retell(pdf, b"<pdfuaid:part>1", b"<pdfuaid:part>")),
    "not said to be PDF/A": ("ISO 19005-2 6.6.4", lambda pdf: retell(pdf, b"<pdfaid:part>2", b"<pdfaid:part>")),
    "colours without profile": ("ISO 19005-2 6.2.4.3", lambda pdf: drop(pdf.Root, "/OutputIntents")),
    "a font left out": ("31-009", fonts_left_out),
    "a font without letters": ("31-027", fonts_without_letters),
    "a letter that is a box": ("house boxes", a_letter_less),
    "a letter that means nothing": ("10-001", codes_mean_nothing),
    "a level skipped": ("14-003", lambda pdf: put(nodes(pdf, "H2")[-1], "/S", Name.H3)),
    "a first heading below": ("14-002", lambda pdf: put(nodes(pdf, "H1")[0], "/S", Name.H2)),
    "a heading without level": ("14-007", lambda pdf: put(nodes(pdf, "H2")[0], "/S", Name.H)),
    "a bookmark less": ("house bookmarks", a_bookmark_less),
    "a note without ID": ("19-003", lambda pdf: put(nodes(pdf, "P")[0], "/S", Name.Note)),
    "two elements of one ID": ("19-004", an_id_twice),
    "a script": ("29-001", a_script),
    "a file inside": ("21-001", a_file_inside),
    "layers": ("20-001", lambda pdf: put(pdf.Root, "/OCProperties", Dictionary())),
    "a form of the XFA kind": ("25-001", lambda pdf: put(pdf.Root.AcroForm, "/XFA", String("x"))),
    "a field without name": ("28-005", lambda pdf: drop(notes(pdf, "/Widget")[0], "/TU")),
    "a field with a name for machines": ("28-005", lambda pdf: put(notes(pdf, "/Widget")[0], "/TU", String("a.done"))),
    "two fields of one name": ("28-005", lambda pdf: put(notes(pdf, "/Widget")[0], "/TU", String("By when"))),
    "a mark without a state": ("ISO 32000 12.7.3", lambda pdf: drop(notes(pdf, "/Widget")[-1].AP.N, "/2")),
    "a mark chosen that its field does not name": (
        "ISO 32000 12.7.4",
        lambda pdf: put(notes(pdf, "/Widget")[-1], "/AS", Name("/2")),
    ),
    "two fields of one key": ("ISO 32000 12.7.3", lambda pdf: put(notes(pdf, "/Widget")[0], "/T", String("when"))),
    "a field in a paragraph": ("28-010", lambda pdf: put(nodes(pdf, "Form")[0], "/S", Name.Span)),
    "a Form without field": ("28-010", lambda pdf: without_kids(nodes(pdf, "Form")[0], "/OBJR")),
    "a field that is not listed": ("ISO 32000 12.7.2", a_field_not_listed),
    "looks left to the viewer": (
        "ISO 19005-2 6.4.1",
        lambda pdf: put(pdf.Root.AcroForm, "/NeedAppearances", True),
    ),
    "a field without looks": ("ISO 19005-2 6.3.3", lambda pdf: drop(notes(pdf, "/Widget")[0], "/AP")),
    "a state without look": ("ISO 19005-2 6.3.3", lambda pdf: put(notes(pdf, "/Widget")[0], "/AS", Name.Maybe)),
}


@pytest.mark.filterwarnings("ignore:This document has")  # pikepdf sees some faults itself
@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_caught_by_its_rule(fault):
    rule, spoil = FAULTS[fault]
    spoilt = io.BytesIO()
    with pikepdf.open(io.BytesIO(good())) as pdf:
        spoil(pdf)
        pdf.save(spoilt)
    assert rule in {each.rule for each in faults(spoilt.getvalue())}


def test_a_locked_file_is_caught():
    locked = io.BytesIO()
    with pikepdf.open(io.BytesIO(good())) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="secret"))
    assert "26-002" in {each.rule for each in faults(locked.getvalue())}
