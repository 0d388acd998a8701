"""A mail's recipients, in the ways mail programs write them."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.refusal import ImportRefused
from facilitator.exchange.reading import ROW_LIMIT
from facilitator.exchange.recipients import Recipient, read_recipients
from refusing import refused


def pairs(text):
    return [(each.name, each.address) for each in read_recipients(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Camille Roux <camille@example.org>; 'Benali, Idris' <idris@example.org>; nora@example.org\n",
            [("Camille Roux", "camille@example.org"), ("Benali, Idris", "idris@example.org"), ("", "nora@example.org")],
        ),
        (
            "Tremblay, Josée <josee@x.ca>; 'Bob' <bob@x>; carol@x.ca",
            [("Tremblay, Josée", "josee@x.ca"), ("Bob", "bob@x"), ("", "carol@x.ca")],
        ),
        (
            "Tremblay, Josée <josee@x.ca>, Bob <bob@x.ca>, carol@x.ca, Dan <dan@x.ca>",
            [("Tremblay, Josée", "josee@x.ca"), ("Bob", "bob@x.ca"), ("", "carol@x.ca"), ("Dan", "dan@x.ca")],
        ),
        (
            '"Roy; Luc, Mr." <luc@x.ca>, "Ann O\'Neil" <ann@x.ca>',
            [("Roy; Luc, Mr.", "luc@x.ca"), ("Ann O'Neil", "ann@x.ca")],
        ),
        ("Bob <BOB@x.ca>\r\nCarol\r\n\r\ndan@x.ca", [("Bob", "BOB@x.ca"), ("Carol", ""), ("", "dan@x.ca")]),
        ("To: Bob <bob@x.ca>\nÀ\u00a0: Carol <carol@x.ca>", [("Bob", "bob@x.ca"), ("Carol", "carol@x.ca")]),
        ("Bob <mailto:bob@x.ca>; mailto:c@x.ca; 'd@x.ca'", [("Bob", "bob@x.ca"), ("", "c@x.ca"), ("", "d@x.ca")]),
        ("Bob, bob@x.ca; Carol", [("Bob", ""), ("", "bob@x.ca"), ("Carol", "")]),
        ("Works <Group>; a@x.ca;;, ;", [("Works <Group>", ""), ("", "a@x.ca")]),
        ('Half "open <a@x.ca', [('Half "open <a@x.ca', "")]),
    ],
)
def test_names_and_addresses_are_told_apart(text, expected):
    if not any(address for _, address in expected):
        text, expected = f"{text}; b@x.ca", [*expected, ("", "b@x.ca")]
    assert pairs(text) == expected


def test_each_knows_its_line():
    assert read_recipients(b"Bob <b@x.ca>;\r\nCarol <c@x.ca>")[1] == Recipient("Carol", "c@x.ca", 2)


def test_a_text_without_addresses_is_refused():
    assert refused(read_recipients, "Mayor; Clerk") == ("import_no_recipients", {})
    assert refused(read_recipients, "")[0] == "import_empty"


def test_more_than_anybody_writes_to_is_refused():
    assert refused(read_recipients, "a@x.ca\n" * (ROW_LIMIT + 1)) == ("import_rows", {"limit": ROW_LIMIT})
    assert refused(read_recipients, "a@x.ca;" * 150_000) == ("import_too_big", {"size": 2, "limit": 1})


@pytest.mark.parametrize("start", ["", "<", '"'])
@pytest.mark.parametrize("text", ["<", '"', "<a@", "a@", "a@b<", "'", "\xa0", ",", '",<'])
def test_a_hostile_text_is_read_or_refused_like_any_other(start, text):
    """A pattern that tries all ways to part it would not come to an end."""
    with suppress(ImportRefused):
        assert all(each.name or each.address for each in read_recipients(start + text * 100_000))


@given(st.one_of(st.binary(), st.text(), st.text("<>@;,\"' \nab.:")))
def test_whatever_comes_is_read_or_refused(data):
    with suppress(ImportRefused):
        assert all(each.name or each.address for each in read_recipients(data))
