import io
from contextlib import suppress

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.refusal import ImportRefused
from facilitator.exchange.filled_form import FormValue, document_mark, is_pdf, mark_of, read_filled
from facilitator.handouts.metadata import DOCUMENT_KEY, DOCUMENT_SPACE


def form(fields, *, key="checklist/1/c", space="", **options) -> bytes:
    """A PDF with these fields: name, value, first value; names with a dot stand in a group."""
    pdf, groups = pikepdf.new(), {}
    pdf.add_blank_page()
    for name, now, first in fields:
        group, _, part = name.partition(".")
        kid = pikepdf.Dictionary(T=pikepdf.String(part), V=now, DV=first)
        groups.setdefault(group, []).append(pdf.make_indirect(kid))
    made = [pikepdf.Dictionary(T=pikepdf.String(group), Kids=pikepdf.Array(kids)) for group, kids in groups.items()]
    pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array(made))
    if key:
        pdf.docinfo[DOCUMENT_KEY] = pikepdf.String(key)
    if space:
        with pdf.open_metadata() as metadata:
            metadata.register_xml_namespace(DOCUMENT_SPACE, "facilitator")
            metadata[f"{{{DOCUMENT_SPACE}}}document"] = space
    whole = io.BytesIO()
    pdf.save(whole, **options)
    return whole.getvalue()


def scripted(where: str) -> bytes:
    """A filled form to which somebody added a script, or a part that is huge once it is unpacked."""
    runs = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
    with pikepdf.open(io.BytesIO(form([("a.b", text("x"), text(""))]))) as pdf:
        if where == "Names":
            pdf.Root.Names = pikepdf.Dictionary(JavaScript=pikepdf.Dictionary(Names=pikepdf.Array(["x", runs])))
        elif where == "OpenAction":
            pdf.Root.OpenAction = runs
        elif where == "field":
            mark = pikepdf.Dictionary(Subtype=pikepdf.Name.Widget, AA=pikepdf.Dictionary(K=runs))
            pdf.pages[0].obj.Annots = pikepdf.Array([pdf.make_indirect(mark)])
        else:
            pdf.Root.Much = pdf.make_indirect(pikepdf.Array([text("x" * 1000)] * 100_000))
        whole = io.BytesIO()
        pdf.save(whole, object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=True)
    return whole.getvalue()


def text(said: str) -> pikepdf.String:
    return pikepdf.String(said)


SOUND = form([("v1.done", pikepdf.Name.Yes, pikepdf.Name.Off), ("v1.owner", text("x"), text(""))])


def test_fields_are_read_by_their_whole_names_with_what_was_in_them_first():
    read = read_filled(
        form(
            [
                ("v1.done", pikepdf.Name.Yes, pikepdf.Name.Off),
                ("v1.owner", text("« Œuvre »\r – €"), text("")),
                ("v2.comment", text("a\rb\r\nc\n"), text("x")),
            ]
        )
    )
    assert (read.kind, read.version, read.board_id) == ("checklist", "1", "c")
    assert read.values == {
        "v1.done": FormValue("1", "", is_mark=True),
        "v1.owner": FormValue("« Œuvre »\n – €", ""),
        "v2.comment": FormValue("a\nb\nc", "x"),
    }


def test_a_file_is_known_by_its_xmp_where_its_plain_entries_are_gone():
    assert read_filled(form([("a.b", text("x"), text(""))], key="", space="checklist/1/d/2")).board_id == "d/2"


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"%PDF-1.7 and then nothing", "filled_unreadable"),
        (form([("a.b", text("x"), text(""))], encryption=pikepdf.Encryption(user="u", owner="o")), "filled_unreadable"),
        (form([("a.b", text("x"), text(""))], key=""), "filled_foreign"),
        (form([("a.b", text("x"), text(""))], key="checklist"), "filled_foreign"),
        (form([]), "filled_foreign"),
        (scripted("Names"), "filled_scripts"),
        (scripted("OpenAction"), "filled_scripts"),
        (scripted("field"), "filled_scripts"),
        (scripted("bomb"), "filled_unreadable"),
    ],
)
def test_what_is_no_file_of_ours_is_refused_in_a_sentence(data, key):
    with pytest.raises(ImportRefused) as refusal:
        read_filled(data)
    assert refusal.value.key == key


def test_groups_that_hold_themselves_come_to_an_end():
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.docinfo[DOCUMENT_KEY] = pikepdf.String("checklist/1/c")
    loop = pdf.make_indirect(pikepdf.Dictionary(T=text("a")))
    loop.Kids = pikepdf.Array([loop, 3, pikepdf.Dictionary(T=text("b"), V=pikepdf.Array([]))])
    pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([loop]))
    whole = io.BytesIO()
    pdf.save(whole)
    assert read_filled(whole.getvalue()).values["a.b"] == FormValue("", "")


def test_the_engagement_is_told_by_a_mark_of_its_title_that_does_not_tell_the_title():
    mark = document_mark("checklist", "1", "Permits", "d/2")
    read = read_filled(form([("a.b", text("x"), text(""))], key=mark))
    assert (read.kind, read.version, read.board_id) == ("checklist", "1", "d/2")
    assert read.engagement == mark_of("Permits") != mark_of("Permit")
    assert "Permits" not in mark
    assert read_filled(form([("a.b", text("x"), text(""))])).engagement == ""  # as files were before


@given(st.lists(st.tuples(st.integers(0, len(SOUND) - 1), st.integers(0, 255)), max_size=12), st.integers(0, 400))
def test_whatever_befell_a_file_it_is_read_or_refused(marks, cut):
    data = bytearray(SOUND)
    for place, byte in marks:
        data[place] = byte
    with suppress(ImportRefused):
        assert read_filled(bytes(data[: len(data) - cut])).values


def test_a_pdf_begins_like_one():
    assert is_pdf(b"\n%PDF-1.7\n")
    assert not is_pdf(b"name,role\n%PDF-1.7")
