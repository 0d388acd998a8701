"""The fonts are whole, may be shipped, and hold what is written with them."""

import re
import struct
from itertools import product
from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFont

from facilitator.content.faces import FACES, drawn_by, face_for
from facilitator.content.resources import resource

FILES = sorted(resource("fonts").glob("*.ttf"))
STYLES = list(product((False, True), repeat=2))
FRENCH = "àâæçéèêëîïôœùûüÿÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ«»‹›’“”–—…€°\u00a0\u202f\u2011" + "".join(map(chr, range(0x20, 0x7F)))


def os2(path: Path) -> bytes:
    """The OS/2 table of a TrueType file."""
    data = path.read_bytes()
    count = struct.unpack_from(">H", data, 4)[0]
    tables = {data[at : at + 4]: struct.unpack_from(">II", data, at + 8) for at in range(12, 12 + 16 * count, 16)}
    start, length = tables[b"OS/2"]
    return data[start : start + length]


def test_every_named_file_ships_and_no_other() -> None:
    named = {face.file(bold=bold, italic=italic) for face in FACES for bold, italic in STYLES}
    assert {path.name for path in FILES} == named


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_font_may_be_embedded_and_its_licence_lies_beside_it(path: Path) -> None:
    assert struct.unpack_from(">H", os2(path), 8) == (0,), "fsType 0: no limits on embedding"
    family = re.sub(r"[ -]", "", path.stem.split("-")[0])
    licences = {re.sub(r"[ -]|^OFL", "", text.stem): text for text in resource("fonts").glob("OFL-*.txt")}
    assert "SIL OPEN FONT LICENSE Version 1.1" in licences[family].read_text(encoding="utf-8")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_reportlab_reads_each_font_and_the_same_advances(path: Path) -> None:
    read = TTFont(path.stem, str(path)).face.charWidths
    measured = drawn_by(path.name)
    assert set(measured) == {chr(code) for code in read if 0x20 <= code != 0xFFFF}  # the mark of a table's end
    assert {char: read[ord(char)] for char in measured} == pytest.approx(measured, abs=0.5)


def test_no_altered_font_bears_a_reserved_name() -> None:
    for path in FILES:
        face = TTFont(path.stem, str(path)).face
        assert b"Source" not in face.name, path.name
        assert b"Source" not in face.familyName, path.name


@pytest.mark.parametrize(
    "path", [path for path in FILES if path.stem.startswith("Atkinson")], ids=lambda path: path.stem
)
def test_french_never_leaves_the_house_face(path: Path) -> None:
    assert set(FRENCH) - set(drawn_by(path.name)) == set()


def test_each_character_goes_to_the_first_face_that_has_it() -> None:
    assert [face_for(char) for char in "aéễ✓☐☑≤≥→№ᐃ😀"] == [FACES[0]] * 2 + [FACES[1]] * 8 + [FACES[2], None]
