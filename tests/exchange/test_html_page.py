"""A page for mail says what it was given, in real headings, lists and tables, and nothing of it is markup."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.content.words import Words
from facilitator.exchange.html_page import WIDEST, PageList, PageSection, PageTable, html_of, plain_of
from reading_html import ReadPage

EN, FR = Words("en"), Words("fr")
HOSTILE = ("<script>alert(1)</script>", '"><img src=x onerror=y>', "a & b &lt; &amp;", "</td></table>", "<!-- x", "]]>")
SECTIONS = (
    PageSection("What came out", (), [PageList("Decisions", ["D1 Paper stays", "D2 <b>"])]),
    PageSection(
        "Web",
        ("Who do we need?", "A web with 2."),
        [
            PageTable("Web", ("Code", "Name", "How"), [("S1", "Clerk", "Weekly\nin person"), ("S2", "", "")]),
            PageTable("Ties", ("From", "To"), [("S1", "S2")]),
        ],
    ),
)


def read(*sections, title="Online permits", about=("Town",), words=EN):
    return ReadPage(html_of(title, about, sections, words))


def test_the_structure_is_what_was_given():
    page = read(*SECTIONS)
    assert page.told == [
        ("title", "Online permits"),
        ("h1", "Online permits"),
        ("p", "Town"),
        ("h2", "What came out"),
        ("h3", "Decisions"),
        ("li", "D1 Paper stays"),
        ("li", "D2 <b>"),
        ("h2", "Web"),
        ("p", "Who do we need?"),
        ("p", "A web with 2."),
        ("h3", "Ties"),
    ]
    web, ties = page.tables
    assert (web.caption, web.heads) == ("Web: 2 rows", ["Code", "Name", "How"])
    assert web.rows == [["S1", "Clerk", "Weekly\nin person"], ["S2", "", ""]]
    assert (ties.caption, ties.heads, ties.rows) == ("Ties: 1 row", ["From", "To"], [["S1", "S2"]])
    assert page.stray == []


def test_a_page_of_one_section_is_called_like_it():
    page = read(SECTIONS[1])
    assert page.told[:2] == [("title", "Web"), ("h1", "Web")]
    assert ("h2", "Ties") in page.told


@pytest.mark.parametrize(
    ("words", "locale", "caption"), [(EN, "en-CA", "Ties: 1 row"), (FR, "fr-CA", "Ties\u202f: 1 ligne")]
)
def test_it_says_its_language(words, locale, caption):
    page = read(*SECTIONS, words=words)
    marks = dict(page.tags)
    assert marks["html"]["lang"] == marks["body"]["lang"] == locale
    assert page.tables[1].caption == caption


def test_every_cell_has_its_heads_and_every_table_its_caption():
    page = read(*SECTIONS)
    scopes = [marks["scope"] for tag, marks in page.tags if tag == "th"]
    assert scopes == ["col", "col", "col", "row", "row", "col", "col", "row"]
    tables = [tag for tag, _ in page.tags if tag in ("table", "caption", "thead", "tbody")]
    assert tables == ["table", "caption", "thead", "tbody"] * 2


def test_nothing_is_fetched_run_or_fixed_in_size():
    text = html_of("Town", (), SECTIONS, EN)
    tags = {tag for tag, _ in ReadPage(text).tags}
    assert not tags & {"script", "style", "link", "img", "a", "iframe", "object", "form", "svg", "base"}
    assert not re.search(r"\d(px|pt)\b|url\(|http:|https:|@import|position:|float:", text)
    assert "default-src 'none'" in text


def test_contrast_is_enough_everywhere():
    """Each colour of text on each ground that the page has: 4.5 : 1 or more (WCAG 2.2, 1.4.3)."""
    text = html_of("Town", ("x",), SECTIONS, EN)
    inks = set(re.findall(r"[;\"]color:(#\w{6})", text))
    grounds = set(re.findall(r"background:(#\w{6})|bgcolor=\"(#\w{6})\"", text))
    assert len(inks) == 2
    assert len(grounds) == 2
    for ink in inks:
        for ground in ("".join(each) for each in grounds):
            assert contrast(ink, ground) >= 4.5


def contrast(one: str, other: str) -> float:
    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


def test_of_a_wide_table_each_row_is_a_table_of_what_is_known():
    columns = ["Code", "Name", *(f"H{number}" for number in range(WIDEST))]
    rows = [("K1", "Days", "a", *[""] * (WIDEST - 2), "<z>"), ("K2", "", *[""] * WIDEST)]
    page = read(PageSection("Register", (), [PageTable("Register", columns, rows)]))
    assert [table.caption for table in page.tables] == ["K1 Days", "K2"]
    assert page.tables[0].rows == [["H0", "a"], [f"H{WIDEST - 1}", "<z>"]]
    assert [marks["scope"] for tag, marks in page.tags if tag == "th"] == ["row", "row"]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_people_typed_is_no_markup(text):
    sections = [
        PageSection(text, (text,), [PageList(text + "1", [text]), PageTable(text + "2", (text, "b"), [(text, text)])]),
        SECTIONS[0],
    ]
    page = read(*sections, title=text, about=(text,))
    plain = read(
        *(
            PageSection("t", ("t",), [PageList("t1", ["t"]), PageTable("t2", ("t", "b"), [("t", "t")])]),
            SECTIONS[0],
        ),
        title="t",
        about=("t",),
    )
    assert [tag for tag, _ in page.tags] == [tag for tag, _ in plain.tags]
    assert page.tables[0].rows == [[text, text]]
    assert ("li", text) in page.told
    assert page.told[0] == ("title", text)


def test_words_from_right_to_left_are_read_so_and_stay_in_their_cell():
    page = read(PageSection("مكتبة", (), [PageTable("Web", ("Code", "Name"), [("S1", "שלום"), ("S2", "\u202egnp")])]))
    assert [marks.get("dir") for tag, marks in page.tags if tag in ("td", "h1")] == ["auto", "auto", "auto"]
    assert all("dir" not in marks for tag, marks in read(*SECTIONS).tags)


def test_two_builds_are_the_same():
    assert html_of("Town", (), SECTIONS, FR) == html_of("Town", (), SECTIONS, FR)


def test_plain_text_says_the_same_line_by_line():
    assert plain_of("Online permits", ["Town"], SECTIONS, EN).split("\n\n") == [
        "Online permits",
        "Town",
        "WHAT CAME OUT",
        "Decisions\n- D1 Paper stays\n- D2 <b>",
        "WEB",
        "Who do we need?",
        "A web with 2.",
        "Web\n- S1; Name: Clerk; How: Weekly in person\n- S2",
        "Ties\n- S1; To: S2\n",
    ]


_GONE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


@given(st.text(st.characters(), max_size=40))
def test_any_text_comes_back_whole(text):
    cell = read(PageSection("Web", (), [PageTable("Web", ("Code", "Name"), [("S1", text)])])).tables[0].rows[0][1]
    assert cell.split("\n") == [_GONE.sub("", line) for line in text.splitlines() or [""]]
    html_of(text, (text,), [PageSection(text, (text,), [PageList(text, [text])])], FR).encode()
