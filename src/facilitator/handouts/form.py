"""The form of a PDF that can be filled in: fields, how they look, the font in which people type.

After PDF 1.7 (ISO 32000-1, 12.7), with what PDF/A-2a forbids left out: no NeedAppearances, no looks but the usual one,
no font that isn't embedded.
"""

import re
from collections.abc import Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics

from facilitator.content import typeface
from facilitator.content.faces import FACES
from facilitator.content.resources import resource
from facilitator.handouts import fonts
from facilitator.handouts.styles import ACCENT, FIELD_EDGE, FIELD_PAPER, INK
from facilitator.handouts.tagging import Field, PlacedField

_FONT_USED = re.compile(rb"/(F\d+(?:\+\d+)?) [\d.]+ Tf")
_TYPED = "Typed"  # the name that the font for typing has in the form
_PRINTS = 4
_MULTILINE, _RADIO, _COMBO, _EDITABLE = 1 << 12, 1 << 15, 1 << 17, 1 << 18
_ON = Name.Yes
_EDGE = 0.9
_CORNER = 2.5
_ROUND = 0.5523  # how far the handles of a curve stand out that comes near to a quarter of a circle


def write_fields(pdf: pikepdf.Pdf, placed: Sequence[PlacedField]) -> list[pikepdf.Object]:
    """Give the file its form: one widget a field, in their order. Nothing is written for no fields.

    Each also keeps what was in it from the start (DV), so that what somebody filled in can be told from that. A field
    "v1.owner" is the field "owner" of the group "v1"; marks with one name are one field, of which one mark is chosen.
    Raises ValueError for a name that is there twice, or an option of such a field.
    """
    return _Form(pdf).written(placed) if placed else []


def fonts_used(code: bytes, known: pikepdf.Object) -> Dictionary:
    """Those of the `known` fonts of ReportLab that operators ask for, by name."""
    used = {f"/{name.decode()}" for name in _FONT_USED.findall(code)}
    return Dictionary({name: font for name, font in known.items() if name in used})


class _Form:
    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._groups: dict[str, pikepdf.Object] = {}
        self._names: set[tuple[str, str]] = set()
        self._several: dict[str, pikepdf.Object] = {}
        self._looks: dict[tuple[str, float, float], pikepdf.Object] = {}
        self._lists: dict[tuple[str, ...], pikepdf.Object] = {}

    def written(self, placed: Sequence[PlacedField]) -> list[pikepdf.Object]:
        widgets = [self._placed(each) for each in placed]
        typed = self._pdf.make_indirect(_typing_font(self._pdf))
        self._pdf.Root.AcroForm = Dictionary(
            Fields=Array(self._groups.values()),
            DR=Dictionary(Font=Dictionary({f"/{_TYPED}": typed})),
            DA=String(_appearance(10)),
        )
        return widgets

    def _placed(self, placed: PlacedField) -> pikepdf.Object:
        """The widget of a field, as one of its group and one of the marks upon its page."""
        field, sheet = placed.field, self._pdf.pages[placed.page - 1].obj
        if {(field.name, ""), (field.name, field.option)} & self._names:
            raise ValueError(f"two fields are called {field.name}")
        self._names.add((field.name, field.option))
        widget = self._pdf.make_indirect(self._widget(field, placed.box, sheet.Resources.Font))
        widget.P = sheet
        if field.kind == "one":
            widget.Parent = self._one_of_several(field)
            widget.Parent.Kids.append(widget)
        else:
            self._hang(widget, field.name)
        if "/Annots" not in sheet:
            sheet.Annots = Array()
        sheet.Annots.append(widget)
        return widget

    def _hang(self, kid: pikepdf.Object, name: str) -> None:
        """Make something the field of that name, in its group."""
        group, _, part = name.partition(".")
        if group not in self._groups:
            self._groups[group] = self._pdf.make_indirect(Dictionary(T=String(group), Kids=Array()))
        kid.T, kid.Parent = String(part), self._groups[group]
        self._groups[group].Kids.append(kid)

    def _one_of_several(self, field: Field) -> pikepdf.Object:
        """The field whose marks these are, of which none is chosen yet."""
        if field.name not in self._several:
            found = Dictionary(FT=Name.Btn, Ff=_RADIO, V=Name.Off, DV=Name.Off, Kids=Array())
            self._several[field.name] = self._pdf.make_indirect(found)
            self._hang(self._several[field.name], field.name)
        return self._several[field.name]

    def _widget(self, field: Field, box: tuple[float, float, float, float], fonts: pikepdf.Object) -> Dictionary:
        left, bottom, right, top = (round(edge, 2) for edge in box)
        wide, high = round(right - left, 1), round(top - bottom, 1)
        widget = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            Rect=Array([left, bottom, right, top]),
            F=_PRINTS,
            TU=String(field.tip),
            MK=Dictionary(BC=Array(_rgb(FIELD_EDGE)), BG=Array(_rgb(FIELD_PAPER))),
            BS=Dictionary(W=1, S=Name.S),
        )
        if field.kind == "one":
            chosen, left_out = (self._look(_round(wide, high, dot=dot), wide, high, fonts) for dot in (True, False))
            widget.AS = Name.Off
            widget.AP = Dictionary(N=Dictionary({f"/{field.option}": chosen, "/Off": left_out}))
            return widget
        empty = _box(wide, high)
        if field.kind == "tick":
            widget.FT = Name.Btn
            widget.V = widget.DV = widget.AS = _ON if field.value else Name.Off
            ticked = self._look(empty + _tick(wide, high), wide, high, fonts)
            widget.AP = Dictionary(N=Dictionary(Yes=ticked, Off=self._look(empty, wide, high, fonts)))
            return widget
        widget.FT = Name.Ch if field.kind == "choice" else Name.Tx
        widget.V = widget.DV = String(field.value)
        widget.DA = String(_appearance(field.size))
        if field.kind == "lines":
            widget.Ff = _MULTILINE
        if field.kind == "choice":
            widget.Ff = _COMBO | _EDITABLE
            widget.Opt = self._list(field.choices)
        inside = f"1 1 {wide - 2:.2f} {high - 2:.2f} re W n"
        code = f"{empty}\n/Tx BMC\nq {inside}\n{field.drawn}\nQ\nEMC"
        widget.AP = Dictionary(N=self._look(code, wide, high, fonts))
        return widget

    def _look(self, code: str, wide: float, high: float, fonts: pikepdf.Object) -> pikepdf.Object:
        """What is drawn, once in the file however many fields look like it."""
        key = (code, wide, high)
        if key not in self._looks:
            form = pikepdf.Stream(self._pdf, code.encode("latin-1"))
            form.Type, form.Subtype = Name.XObject, Name.Form
            form.BBox = Array([0, 0, wide, high])
            form.Resources = Dictionary(Font=fonts_used(code.encode("latin-1"), fonts))
            self._looks[key] = self._pdf.make_indirect(form)
        return self._looks[key]

    def _list(self, choices: tuple[str, ...]) -> pikepdf.Object:
        if choices not in self._lists:
            self._lists[choices] = self._pdf.make_indirect(Array([String(choice) for choice in choices]))
        return self._lists[choices]


def _box(wide: float, high: float) -> str:
    """A box with round corners, in the colours of fields."""
    low, right, top, bend = _EDGE / 2, wide - _EDGE / 2, high - _EDGE / 2, _CORNER
    hand = bend * (1 - _ROUND)
    points = [
        f"{low + bend:.2f} {low:.2f} m",
        f"{right - bend:.2f} {low:.2f} l",
        f"{right - hand:.2f} {low:.2f} {right:.2f} {low + hand:.2f} {right:.2f} {low + bend:.2f} c",
        f"{right:.2f} {top - bend:.2f} l",
        f"{right:.2f} {top - hand:.2f} {right - hand:.2f} {top:.2f} {right - bend:.2f} {top:.2f} c",
        f"{low + bend:.2f} {top:.2f} l",
        f"{low + hand:.2f} {top:.2f} {low:.2f} {top - hand:.2f} {low:.2f} {top - bend:.2f} c",
        f"{low:.2f} {low + bend:.2f} l",
        f"{low:.2f} {low + hand:.2f} {low + hand:.2f} {low:.2f} {low + bend:.2f} {low:.2f} c",
    ]
    colours = f"{_numbers(FIELD_PAPER)} rg {_numbers(FIELD_EDGE)} RG {_EDGE} w"
    return "\n".join(["q", colours, *points, "b", "Q"])


def _round(wide: float, high: float, *, dot: bool) -> str:
    """A ring in the colours of fields; with a `dot` in it, it is chosen."""
    colours = f"{_numbers(FIELD_PAPER)} rg {_numbers(FIELD_EDGE)} RG {_EDGE} w"
    middle, radius = (wide / 2, high / 2), min(wide, high) / 2 - _EDGE / 2
    ring = f"q\n{colours}\n{_circle(middle, radius)}\nb\nQ"
    return f"{ring}\nq {_numbers(ACCENT)} rg\n{_circle(middle, radius / 2)}\nf Q" if dot else ring


def _circle(middle: tuple[float, float], radius: float) -> str:
    x, y, hand = *middle, radius * _ROUND
    points = [
        (x + radius, y + hand, x + hand, y + radius, x, y + radius),
        (x - hand, y + radius, x - radius, y + hand, x - radius, y),
        (x - radius, y - hand, x - hand, y - radius, x, y - radius),
        (x + hand, y - radius, x + radius, y - hand, x + radius, y),
    ]
    curves = (" ".join(f"{edge:.2f}" for edge in each) + " c" for each in points)
    return "\n".join([f"{x + radius:.2f} {y:.2f} m", *curves])


def _tick(wide: float, high: float) -> str:
    """A check mark, drawn: no font is needed for it."""
    corners = ((0.25, 0.50), (0.43, 0.29), (0.77, 0.74))
    start, *others = (f"{x * wide:.2f} {y * high:.2f}" for x, y in corners)
    line = " ".join([f"{start} m", *(f"{point} l" for point in others)])
    return f"\nq {_numbers(ACCENT)} RG {wide / 8:.2f} w 1 J 1 j {line} S Q"


def _typing_font(pdf: pikepdf.Pdf) -> Dictionary:
    """The house font, whole, so that what is typed stays in it: Latin letters by Windows' code page 1252."""
    face = pdfmetrics.getFont(fonts.body()).face
    file = pikepdf.Stream(pdf, resource("fonts", FACES[0].regular).read_bytes())
    file.Length1 = len(file.read_bytes())
    name = Name(f"/{fonts.body()}")
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=name,
        Flags=32,  # Latin letters only
        FontBBox=Array([round(edge) for edge in face.bbox]),
        ItalicAngle=0,
        Ascent=round(face.ascent),
        Descent=round(face.descent),
        CapHeight=round(face.capHeight),
        StemV=round(face.stemV),
        FontFile2=pdf.make_indirect(file),
    )
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.TrueType,
        BaseFont=name,
        FirstChar=32,
        LastChar=255,
        Widths=Array([_width(code) for code in range(32, 256)]),
        Encoding=Name.WinAnsiEncoding,
        FontDescriptor=pdf.make_indirect(descriptor),
    )


def _width(code: int) -> int:
    """How wide a character of the code page is in thousandths; codes that mean nothing are drawn as a bullet."""
    char = bytes([code]).decode("cp1252", errors="replace").replace("\ufffd", "•")
    return round(typeface.width(char, 1000)) if code != 127 else round(typeface.width("•", 1000))


def _appearance(size: float) -> str:
    return f"/{_TYPED} {size:g} Tf {_numbers(INK)} rg"


def _rgb(colour: str) -> list[float]:
    found = HexColor(colour)
    return [round(part, 4) for part in (found.red, found.green, found.blue)]


def _numbers(colour: str) -> str:
    return " ".join(f"{part:g}" for part in _rgb(colour))
