"""SVG: well-formed whatever people type, with real text of the measured width, and nothing that runs or loads."""

import xml.etree.ElementTree as ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.content import typeface
from facilitator.domain.picture import Box, Group, Oval, Path, Picture, Rect, Text
from facilitator.exchange.svg import svg_of

NAME = "{http://www.w3.org/2000/svg}"


def picture_of(*shapes, label="", alt="Alt"):
    return Picture("#FAF9F5", (Group("s1", "item", Rect(0, 0, 10, 10), shapes, label=label),), alt)


def parsed(picture, title="Title", language="en"):
    return ElementTree.fromstring(svg_of(picture, title, language))


def test_it_says_what_it_shows_and_in_which_language():
    root = parsed(picture_of(label="S1 Clerk", alt="One stakeholder."), "Stakeholder web", "fr")
    assert root.get("viewBox") == "0 0 1920 1080"
    assert root.get("lang") == "fr-CA"
    assert root.find(f"{NAME}title").text == "Stakeholder web"
    assert root.find(f"{NAME}desc").text == "One stakeholder."
    assert root.find(f"{NAME}g/{NAME}title").text == "S1 Clerk"


def test_shapes_keep_their_numbers():
    root = parsed(
        picture_of(
            Box(Rect(1, 2, 3.25, 4), radius=2, fill="#FF0000", stroke="#00FF00", stroke_width=2.5, dash=(4, 2)),
            Oval(Rect(10, 20, 30, 40), fill="#0000FF", opacity=0.5),
            Path((("M", 0, 0), ("C", 1, 2, 3, 4, 5, 6), ("Z",)), stroke="#000000"),
        )
    )
    box, oval, path = root.find(f"{NAME}g")
    assert box.attrib == {
        "x": "1",
        "y": "2",
        "width": "3.25",
        "height": "4",
        "rx": "2",
        "fill": "#FF0000",
        "stroke": "#00FF00",
        "stroke-width": "2.5",
        "stroke-linejoin": "round",
        "stroke-dasharray": "4 2",
    }
    assert (oval.get("cx"), oval.get("cy"), oval.get("rx"), oval.get("ry")) == ("25", "40", "15", "20")
    assert oval.get("opacity") == "0.5"
    assert path.get("d") == "M 0 0 C 1 2 3 4 5 6 Z"
    assert path.get("fill") == "none"


def test_every_line_is_text_of_its_measured_width():
    root = parsed(picture_of(Text(("Mairie de", "Saint-Étienne"), 100, 50, 20, "#1F2933", bold=True, anchor="middle")))
    lines = root.findall(f".//{NAME}text")
    assert [line.text for line in lines] == ["Mairie de", "Saint-Étienne"]
    assert float(lines[1].get("textLength")) == pytest.approx(typeface.width("Saint-Étienne", 20, bold=True), abs=0.01)
    assert float(lines[1].get("y")) - float(lines[0].get("y")) == pytest.approx(24)
    assert float(lines[0].get("y")) == pytest.approx(50 + typeface.baseline(20), abs=0.01)
    assert lines[0].get("text-anchor") == "middle"


@given(st.text())
def test_whatever_is_typed_stays_text(words):
    root = parsed(picture_of(Text((words,), 0, 0, 20, "#000000"), label=words, alt=words), words)
    allowed = {"svg", "title", "desc", "style", "rect", "g", "text"}
    assert {element.tag.removeprefix(NAME) for element in root.iter()} <= allowed


def test_markup_and_addresses_are_shown_literally():
    words = '</text><script href="http://x.test/">alert(1)</script> & <image/>'
    root = parsed(picture_of(Text((words,), 0, 0, 20, "#000000")))
    assert root.find(f".//{NAME}text").text == words
    assert root.find(f".//{NAME}script") is None
