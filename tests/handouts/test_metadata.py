from datetime import date

import pikepdf
import pytest

from facilitator.content.resources import resource
from facilitator.handouts import kit
from facilitator.handouts.metadata import DOCUMENT_KEY, DOCUMENT_SPACE
from facilitator.handouts.pack import PackAbout, Part, pack_of

ABOUT = PackAbout("Permits & <plans>", "Town", date(2027, 1, 15))


@pytest.fixture
def opened(tmp_path):
    """Opens a file of these parts."""

    def write(*documents: str) -> pikepdf.Pdf:
        parts = [Part("Part", lambda words, width: [kit.heading("Title", 1)], document) for document in documents]
        path = tmp_path / "pack.pdf"
        path.write_bytes(pack_of(parts, ABOUT, "letter", "fr", with_cover=False).data)
        return pikepdf.open(path)

    return write


def test_a_file_names_the_standards_that_it_keeps_to(opened):
    with opened("").open_metadata() as said:
        assert (said["pdfaid:part"], said["pdfaid:conformance"], said["pdfuaid:part"]) == ("2", "A", "1")
        assert said["dc:title"] == "Permits & <plans>"


def test_colours_are_meant_by_a_profile_that_is_the_same_every_day(opened):
    pdf = opened("")
    (intent,) = pdf.Root.OutputIntents
    profile = intent.DestOutputProfile.read_bytes()
    assert profile == resource("colour", "sRGB.icc").read_bytes()
    assert profile[36:40] == b"acsp"
    assert profile[16:20] == b"RGB "
    assert int(intent.DestOutputProfile.N) == 3
    assert profile[24:30] == bytes([7, 234, 0, 1, 0, 1])  # its date is fixed


def test_a_file_to_fill_in_says_what_it_is(opened):
    pdf = opened("", "checklist/1/b&3")
    with pdf.open_metadata() as said:
        assert said[f"{{{DOCUMENT_SPACE}}}document"] == "checklist/1/b&3"
        schemas = str(said)
    assert DOCUMENT_SPACE in schemas
    assert str(pdf.docinfo[DOCUMENT_KEY]) == "checklist/1/b&3"


def test_any_other_file_says_nothing_of_the_sort(opened):
    pdf = opened("", "")
    assert DOCUMENT_KEY not in pdf.docinfo
    with pdf.open_metadata() as said:
        assert f"{{{DOCUMENT_SPACE}}}document" not in said
