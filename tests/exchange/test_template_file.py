"""Template files: what is written is read, and whatever else is in a file is refused plainly, with its place."""

import copy
import json
import random
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.catalogue import kind_of
from facilitator.content.reading import Bilingual
from facilitator.content.words import Words
from facilitator.domain.refusal import ImportRefused
from facilitator.exchange.template_file import TEMPLATE_LIMIT, VERSION, read_template, template_bytes
from facilitator.templates import house_templates, known_kinds
from facilitator.workshop.session_templates import without_names
from own_templates import own_templates

SMALL = {
    "format": "facilitator-template",
    "version": 1,
    "name": {"en": "Permits"},
    "purpose": {"fr": "Qui attend"},
    "boards": [{"kind": "stakeholder_web", "title": {"en": "Web"}}],
    "sessions": [
        {
            "title": {"en": "Morning"},
            "for_two": True,
            "segments": [
                {"title": {"en": "Look"}, "minutes": 10, "method": "dots", "board": 1, "form": "grid", "minimum": 5}
            ],
        }
    ],
}


def read(data):
    text = data if isinstance(data, bytes) else json.dumps(data).encode()
    return read_template(text, "own:x", known_kinds())


def changed(path, value):
    whole = copy.deepcopy(SMALL)
    at = whole
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    return whole


def without(path):
    whole = copy.deepcopy(SMALL)
    at = whole
    for step in path[:-1]:
        at = at[step]
    del at[path[-1]]
    return whole


def normal(template):
    """As texts come out of the door for words of people: in NFC."""
    return without_names(template, lambda text: unicodedata.normalize("NFC", text))


@given(own_templates())
def test_what_is_written_is_read_again(template):
    template = normal(template)
    assert read_template(template_bytes(template), template.id, known_kinds()) == template


@pytest.mark.parametrize("template", house_templates(), ids=lambda each: each.id)
def test_every_template_of_the_house_can_be_a_file(template):
    found = read_template(template_bytes(template), template.id, known_kinds())
    sessions = tuple(replace(each, agenda="") for each in template.sessions)
    assert template_bytes(found) == template_bytes(replace(template, sessions=sessions))
    assert found.program == template.program
    assert (found.cohort is None) == (template.cohort is None)


def test_a_small_file_says_all_that_it_says():
    found = read(SMALL)
    (session,) = found.sessions
    assert session.for_two
    (segment,) = session.segments
    assert (segment.minutes, segment.board, segment.form, segment.minimum) == (10, 0, "grid", 5)
    assert found.purpose.within("en") == "Qui attend"


SETTINGS = ("boards", 0, "choices")
SEGMENT = ("sessions", 0, "segments", 0)


@pytest.mark.parametrize(
    ("whole", "key", "place"),
    [
        (changed(("format",), "kumu"), "template_not_one", ""),
        (changed(("version",), VERSION + 1), "template_newer", ""),
        (changed(("version",), True), "template_part", "Version"),
        (changed(("version",), 1.5), "template_part", "Version"),
        (changed(("secret",), 1), "template_key", "“secret”"),
        (without(("name",)), "template_part", "Name"),
        (changed(("name",), {}), "template_part", "Name"),
        (changed(("name",), {"de": "Ja"}), "template_key", "Name, “de”"),
        (changed(("name", "en"), 7), "template_part", "Name, in English"),
        (changed(("name", "en"), "x" * 201), "template_text_name_too_long", "Name, in English"),
        (changed(("name", "en"), "a\u202eb"), "template_text_name_control", "Name, in English"),
        (changed(("name", "en"), "   "), "template_text_name_empty", "Name, in English"),
        (changed(("boards",), {}), "template_part", "Boards"),
        (changed(("boards",), [3]), "template_part", "Board 1"),
        (changed(("boards", 0, "kind"), "hologram"), "template_unknown_part", "Board 1, kind of board"),
        (
            changed(("boards", 0, "choices"), {"category_set": "huge"}),
            "template_unknown_part",
            "Board 1, “category_set”",
        ),
        (changed(("boards", 0, "choices"), {"project": "x"}), "template_unknown_part", "Board 1, “project”"),
        (changed(("boards", 0, "choices"), {"category_set": 3}), "template_part", "Board 1, “category_set”"),
        (changed(("boards",), SMALL["boards"] * 41), "template_count", "Boards"),
        (changed(("sessions", 0, "for_two"), "yes"), "template_part", "Session 1, 1:1 or not"),
        (changed(("sessions",), [SMALL["sessions"]]), "template_part", "Session 1"),
        (changed((*SEGMENT, "minutes"), 601), "template_minutes", "Session 1, segment 1, length in minutes"),
        (changed((*SEGMENT, "minutes"), -1), "template_part", "Session 1, segment 1, length in minutes"),
        (changed((*SEGMENT, "minutes"), float("nan")), "template_part", "Session 1, segment 1, length in minutes"),
        (changed((*SEGMENT, "minutes"), float("inf")), "template_part", "Session 1, segment 1, length in minutes"),
        (changed((*SEGMENT, "minutes"), 10**12), "template_part", "Session 1, segment 1, length in minutes"),
        (changed((*SEGMENT, "minutes"), "10"), "template_part", "Session 1, segment 1, length in minutes"),
        (changed((*SEGMENT, "method"), "telepathy"), "template_unknown_part", "Session 1, segment 1, method"),
        (changed((*SEGMENT, "form"), "cloud"), "template_unknown_part", "Session 1, segment 1, form of the board"),
        (changed((*SEGMENT, "board"), 2), "template_board", "Session 1, segment 1, board on the stage"),
        (changed((*SEGMENT, "board"), 0), "template_board", "Session 1, segment 1, board on the stage"),
        (without((*SEGMENT, "board")), "template_unknown_part", "Session 1, segment 1, form of the board"),
        (changed((*SEGMENT, "minimum"), 11), "template_minimum", "Session 1, segment 1, least minutes"),
        (changed((*SEGMENT, "cut_order"), 21), "template_cut_order", "Session 1, segment 1, what is shortened first"),
        (changed(("cohort",), {"en": "First"}), "template_part", "Sort of program"),
    ],
)
def test_what_is_wrong_is_refused_with_its_place(whole, key, place):
    with pytest.raises(ImportRefused) as refused:
        read(whole)
    assert refused.value.key == key
    told = refused.value.values.get("place", Bilingual("", ""))
    assert told.en == place
    for language in ("en", "fr"):
        assert Words(language)(f"refusals.{key}", **refused.value.values)


def test_a_place_is_told_in_words_of_either_language():
    with pytest.raises(ImportRefused) as refused:
        read(changed(("boards", 0, "question"), {"a": "b"}))
    said = [Words(language)("refusals.template_key", **refused.value.values) for language in ("en", "fr")]
    assert said == [
        "Board 1, question, “a”: this means nothing here; delete it, or update Facilitator.",
        "Tableau 1, question, «\u202fa\u202f»\u202f: cela ne veut rien dire ici\u202f; "
        "supprimez-le ou mettez Facilitator à jour.",
    ]


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "import_empty"),
        (b"{", "template_json"),
        (b"[]", "template_not_one"),
        (b"PK\x03\x04", "import_workbook"),
        (b'{"a": "\xff"}', "import_encoding"),
        (b"[" * 200_000, "template_nested"),
        (b'{"format": ' + b"9" * 5000 + b"}", "template_not_one"),
        (b" " * (TEMPLATE_LIMIT + 1), "template_size"),
        (b'{"format": "facilitator-template", "version": 1, "version": 1}', "template_twice"),
    ],
)
def test_what_is_no_template_at_all_is_refused(data, key):
    with pytest.raises(ImportRefused) as refused:
        read(data)
    assert refused.value.key == key
    assert Words("fr")(f"refusals.{key}", **refused.value.values)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=8), inside, max_size=3),
    max_leaves=6,
)


def places(at, path=()):
    yield path
    for key, value in at.items() if isinstance(at, dict) else enumerate(at) if isinstance(at, list) else ():
        yield from places(value, (*path, key))


PLACES = [path for path in places(SMALL) if path]


def read_or_refused(data):
    """Reads it, or refuses it in a sentence that can be said."""
    try:
        found = read(data)
    except ImportRefused as refusal:
        Words("en")(f"refusals.{refusal.key}", **refusal.values)  # raises KeyError for what can't be said
        return
    assert read_template(template_bytes(found), found.id, known_kinds()) == found


@given(st.sampled_from(PLACES), values)
def test_anything_anywhere_is_read_or_refused(path, value):
    read_or_refused(json.dumps(changed(path, value)).encode())


@given(st.integers(0, 2**32))
def test_a_file_that_was_damaged_is_read_or_refused(seed):
    dice = random.Random(seed)
    data = bytearray(json.dumps(SMALL).encode())
    for _ in range(dice.randint(1, 8)):
        at = dice.randrange(len(data))
        data[at : at + dice.randint(0, 3)] = dice.randbytes(dice.randint(0, 3))
    read_or_refused(bytes(data))


HOSTILE = ("", " ", "0", "-1", "1e999", "NaN", "9" * 5000, "x" * 20_000, "a\x00b", "\ud800", "<b>", "capacity ", "true")


@pytest.mark.parametrize("kind", sorted(known_kinds()))
def test_settings_take_no_hostile_value(kind):
    its = kind_of(kind)
    for key in its.settings:
        assert not any(known_kinds()[kind].accepts(key, value) for value in HOSTILE if len(value) > 4)
        for value in HOSTILE:
            known_kinds()[kind].accepts(key, value)  # raises nothing
    assert not known_kinds()[kind].accepts("title", "Web")
