"""From bytes to text: every encoding that spreadsheets and call tools write, and a sentence for the rest."""

import pytest

from facilitator.exchange.reading import SIZE_LIMIT, shown, text_of
from refusing import refused

FRENCH = "Nom\tRôle\r\nÉlue\tMairie\r\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (FRENCH.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + FRENCH.encode(), "utf-8"),
        (b"\xff\xfe" + FRENCH.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + FRENCH.encode("utf-16-be"), "utf-16-be"),
        (FRENCH.encode("utf-16-le"), "utf-16-le"),
        (FRENCH.encode("utf-16-be"), "utf-16-be"),
        (b"\xff\xfe\x00\x00" + FRENCH.encode("utf-32-le"), "utf-32-le"),
        (FRENCH.encode("cp1252"), "cp1252"),
    ],
)
def test_the_same_text_comes_out_of_every_encoding(data, encoding):
    assert text_of(data, fallback="cp1252") == (FRENCH, encoding)


def test_a_pasted_text_needs_no_encoding():
    assert text_of("\ufeffÉlue") == ("Élue", "")


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe", "", "\n"])
def test_nothing_is_said_to_be_nothing(data):
    assert refused(text_of, data) == ("import_empty", {})


def test_letters_of_another_encoding_are_refused_with_their_line():
    assert refused(text_of, "{}\n{}\né".encode("cp1252")) == ("import_encoding", {"line": 3})
    assert refused(text_of, b"\xff\xfea\x00\x00", fallback="cp1252") == ("import_encoding", {"line": 1})


def test_what_is_no_text_is_refused():
    assert refused(text_of, bytes([0x89, 0x81, 0x8D]), fallback="cp1252")[0] == "import_not_text"
    assert refused(text_of, b"PK\x03\x04 sheet", fallback="cp1252")[0] == "import_workbook"
    assert refused(text_of, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", fallback="cp1252")[0] == "import_workbook"


def test_more_than_twenty_megabytes_are_not_read():
    assert text_of(b"a" * SIZE_LIMIT)[1] == "utf-8"
    assert refused(text_of, b"a" * (SIZE_LIMIT + 1)) == ("import_too_big", {"size": 21, "limit": 20})
    assert refused(text_of, "a" * (SIZE_LIMIT + 1))[0] == "import_too_big"


def test_what_a_sentence_shows_of_a_file_is_short_and_can_be_shown():
    assert shown("Mairie") == "Mairie"
    assert shown("a\x00\ud800") == "a\ufffd\ufffd"
    assert len(shown("a" * 10_000)) == 80
