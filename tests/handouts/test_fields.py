import re

import pikepdf
import pytest

from facilitator.handouts import fields
from facilitator.handouts.fields import FieldBox
from facilitator.handouts.piece import Piece
from facilitator.handouts.tagging import Node

HOSTILE = "</para> <b>x</b> (\\) %s {0} \u202eœuvre – été € Nguyễn ᐊᓂᔑ \U0001f600\x00\ud800"


class Fields(Piece):
    """One field below the other, 20 points high or 50 for several lines."""

    def __init__(self, *boxes: tuple[str, str, str]) -> None:
        super().__init__()
        self.node = Node("Div")
        self.boxes = [FieldBox(kind, name, f"Tip of {name}", self.node, value) for kind, name, value in boxes]
        self.highs = [50 if kind == "lines" else 20 for kind, _, _ in boxes]

    def height_for(self, width: float) -> float:
        return sum(self.highs)

    def draw(self) -> None:
        top = self.height
        for box, high in zip(self.boxes, self.highs, strict=True):
            top -= high
            box.draw_at(self.canv, 0, top, 20 if high == 20 and box._kind == "tick" else 120, high)


@pytest.fixture
def filled(written):
    """Writes these fields on one page and opens the file."""

    opened = []  # pikepdf's objects live as long as their file

    def write(*boxes):
        opened.append(pikepdf.open(written(lambda words, width: [Fields(*boxes)]).path))
        return opened[-1]

    return write


def widgets(pdf):
    return [mark for page in pdf.pages for mark in page.obj.get("/Annots", []) if mark.Subtype == "/Widget"]


def drawn(widget) -> bytes:
    return widget.AP.N.read_bytes()


def sizes(widget) -> set[str]:
    return set(re.findall(r"/F\S+ ([\d.]+) Tf", drawn(widget).decode("latin-1")))


def test_a_field_has_its_place_its_name_and_its_element(filled):
    pdf = filled(("tick", "v1.done", "1"), ("line", "v1.owner", "Clerk"), ("lines", "v2.comment", ""))
    assert [(str(group.T), [str(kid.T) for kid in group.Kids]) for group in pdf.Root.AcroForm.Fields] == [
        ("v1", ["done", "owner"]),
        ("v2", ["comment"]),
    ]
    assert [str(each.TU) for each in widgets(pdf)] == ["Tip of v1.done", "Tip of v1.owner", "Tip of v2.comment"]
    assert all(pdf.pages[0].obj == each.P and each.F == 4 for each in widgets(pdf))
    (fields,) = [kid for kid in pdf.Root.StructTreeRoot.K[0].K[1].K if kid.S == "/Div"]
    forms = list(fields.K)
    assert [form.K[0].Obj for form in forms] == widgets(pdf)
    assert all(form.Pg == each.P for form, each in zip(forms, widgets(pdf), strict=True))
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    keys = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    assert [keys[int(each.StructParent)] for each in widgets(pdf)] == forms
    assert [str(form.Alt) for form in forms] == ["Tip of v1.done", "Tip of v1.owner – Clerk", "Tip of v2.comment"]
    assert pdf.pages[0].obj.Tabs == "/S"


def test_a_box_is_ticked_or_not_and_looks_like_it(filled):
    ticked, empty = widgets(filled(("tick", "a.done", "1"), ("tick", "b.done", "")))
    assert (ticked.V, ticked.AS, empty.V, empty.AS) == ("/Yes", "/Yes", "/Off", "/Off")
    assert set(ticked.AP.keys()) == {"/N"}
    assert len(ticked.AP.N.Yes.read_bytes()) > len(ticked.AP.N.Off.read_bytes())
    assert ticked.AP.N.Off.objgen == empty.AP.N.Off.objgen  # drawn once in the file
    assert fields.TICK >= 16


def test_what_was_in_a_field_from_the_start_stays_known(filled):
    values = [
        ("tick", "a.done", "1"),
        ("tick", "b.done", ""),
        ("line", "a.owner", "Clerk"),
        ("lines", "a.comment", "x\ny"),
    ]
    pdf = filled(*values)
    assert [str(each.DV) for each in widgets(pdf)] == ["/Yes", "/Off", "Clerk", "x\ny"]


def test_what_is_typed_has_a_whole_embedded_font_for_french(filled):
    pdf = filled(("lines", "a.comment", ""))
    assert "/NeedAppearances" not in pdf.Root.AcroForm
    (font,) = pdf.Root.AcroForm.DR.Font.values()
    assert font.Encoding == "/WinAnsiEncoding"
    assert font.Subtype == "/TrueType"
    file = font.FontDescriptor.FontFile2
    assert len(file.read_bytes()) == int(file.Length1) > 40_000
    widths = {
        bytes([code]).decode("cp1252"): int(width) for code, width in zip(range(32, 129), font.Widths, strict=False)
    }
    assert widths["W"] > widths["i"] > 0
    assert len(font.Widths) == 224
    (widget,) = widgets(pdf)
    assert str(widget.DA).startswith("/Typed 10 Tf")
    assert widget.Ff == 1 << 12


@pytest.mark.parametrize("kind", ["line", "lines"])
def test_a_value_is_held_and_shown_as_it_was_written(filled, kind):
    (widget,) = widgets(filled((kind, "a.owner", HOSTILE)))
    shown = HOSTILE.replace("\u202e", "").replace("\x00", "").replace("\ud800", "")
    assert str(widget.V) == shown
    assert all(
        "/FontFile2" in font.DescendantFonts[0].FontDescriptor for font in fonts(widget) if "/DescendantFonts" in font
    )
    assert fonts(widget)
    assert "/Helvetica" not in {str(font.BaseFont) for font in fonts(widget)}


def fonts(widget) -> list[pikepdf.Object]:
    return list(widget.AP.N.Resources.Font.values())


def test_lines_are_kept_in_a_field_of_several_and_made_one_in_a_field_of_one(filled):
    one, several = widgets(filled(("line", "a.owner", "a\nb"), ("lines", "a.comment", "a\r\nb\n")))
    assert (str(one.V), str(several.V)) == ("a b", "a\nb")
    assert drawn(several).count(b"Tj") == 2


def test_letters_get_smaller_before_anything_is_cut_and_nothing_is_lost(filled):
    long = "Responsible for data and privacy"
    short, smaller, cut = widgets(
        filled(("line", "a.owner", "Clerk"), ("line", "b.owner", long[:26]), ("line", "c.owner", long * 4))
    )
    assert (sizes(short), sizes(smaller), sizes(cut)) == ({"10"}, {"9"}, {"8"})
    assert str(cut.V) == long * 4
    assert str(smaller.DA).startswith("/Typed 9 Tf")


def test_two_fields_of_one_name_are_refused(filled):
    with pytest.raises(ValueError, match=r"a\.owner"):
        filled(("line", "a.owner", ""), ("line", "a.owner", ""))


def test_without_fields_there_is_no_form(written):
    from facilitator.handouts import kit

    with pikepdf.open(written(lambda words, width: [kit.heading("Title", 1)]).path) as pdf:
        assert "/AcroForm" not in pdf.Root


def test_of_marks_with_one_name_one_can_be_chosen(written):
    node = Node("Div")

    class Marks(Fields):
        def __init__(self, *options):
            super().__init__()
            self.boxes = [FieldBox("one", "f1.level", f"Level {each}", node, option=each) for each in options]
            self.highs = [20 for _ in options]

    with pikepdf.open(written(lambda words, width: [Marks("1", "2", "3")]).path) as pdf:
        ((field,),) = [list(group.Kids) for group in pdf.Root.AcroForm.Fields]
        assert (str(field.T), str(field.V), int(field.Ff)) == ("level", "/Off", 1 << 15)
        assert [mark.AP.N.keys() for mark in field.Kids] == [{"/Off", f"/{each}"} for each in "123"]
        assert [str(mark.TU) for mark in field.Kids] == ["Level 1", "Level 2", "Level 3"]
        assert all("/T" not in mark and pdf.pages[0].obj == mark.P for mark in field.Kids)
    with pytest.raises(ValueError, match="two fields"):
        written(lambda words, width: [Marks("1", "1")])
