"""One board as a file: a private one says so, and is a table or a report; all boards as a workbook or a page."""

import io
from datetime import UTC, date, datetime
from xml.etree import ElementTree

import openpyxl
import pytest

from facilitator.boards.described import Table
from facilitator.boards.listed import boards_of
from facilitator.boards.redaction import RedactionAnswers
from facilitator.catalogue import KINDS, kind_of
from facilitator.content.theme import theme
from facilitator.content.words import Words
from facilitator.domain.change import Change, adding
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board
from facilitator.domain.refusal import StoreError
from facilitator.domain.view import Showing
from facilitator.exchange.svg import svg_of
from facilitator.files.board_files import mail_of, write_board, write_engagement
from facilitator.files.graph_files import formats_of, write_format
from facilitator.graphics.headless import png_of
from facilitator.packs import board_parts
from facilitator.sample import founding_of_sample
from facilitator.workshop.twins import in_language
from paper import Handout
from reading_html import ReadPage

EN = Words("en")
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def sample() -> Document:
    return Document().after(founding_of_sample("en"))


def refused(act, *arguments, **more) -> StoreError:
    with pytest.raises(StoreError) as refusal:
        act(*arguments, **more)
    return refusal.value


def test_a_private_pdf_of_a_board_must_be_called_so(sample, tmp_path):
    def write(name, board="stakeholder_web", replace=False):
        write_board(sample, board, tmp_path / name, ".pdf", EN, audience="facilitator", replace=replace)

    refusal = refused(write, "web.pdf")
    assert refusal.key == "private_unmarked"
    assert refusal.values["marked"] == str(tmp_path / "web-PRIVATE.pdf")
    assert list(tmp_path.iterdir()) == []
    for name in ("web-PRIVATE.pdf", "web-privé.pdf", "web-PRIVE\u0301.pdf"):
        write(name)
        pages = Handout(tmp_path / name).page_words()
        assert all("PRIVATE – for the facilitator only" in page for page in pages)
    assert refused(write, "web-PRIVATE.pdf").key == "output_exists"
    write("web-PRIVATE.pdf", replace=True)
    assert refused(write, "list-PRIVATE.pdf", "checklist").key == "nothing_private"


def test_the_facilitators_copy_is_a_table_or_a_report(sample, tmp_path):
    for suffix in (".png", ".svg"):
        out = tmp_path / f"web-PRIVATE{suffix}"
        refusal = refused(
            write_board, sample, "stakeholder_web", out, suffix, EN, audience="facilitator", replace=False
        )
        assert refusal.key == "facilitator_formats"


@pytest.fixture(scope="module")
def every_kind(sample) -> Document:
    """The sample with a board of each kind that it has none of."""
    there = {board.kind for board in boards_of(sample)}
    records = []
    for number, kind in enumerate((each for each in KINDS if each.id not in there), 10):
        board = Board(id=kind.id, number=number, kind=kind.id, title=kind.id)
        records += [board, *kind.found(board, date(2027, 1, 14), "Permits")]
    assert records
    return sample.after(Change("add_boards", adding(records)))


def test_a_picture_of_every_kind_in_every_form_tells_what_it_shows(every_kind):
    told = set()
    for board in boards_of(every_kind):
        kind = kind_of(board.kind)
        for form in ("", *(each.id for each in kind.forms(EN))):
            view = kind.view(every_kind, board.id, Showing(form=form, day=date(2027, 1, 14)))
            picture = kind.picture(view, theme())
            root = ElementTree.fromstring(svg_of(picture, view.title, view.language))
            assert (root.get("role"), root.get("aria-labelledby")) == ("img", "title desc")
            assert [root.find(f"{SVG}{tag}").get("id") for tag in ("title", "desc")] == ["title", "desc"]
            assert root.find(f"{SVG}title").text == board.title
            assert len(root.find(f"{SVG}desc").text) > 20
            words = {each.strip() for text in root.iter(f"{SVG}text") for each in text.itertext()}
            assert board.title in words
            told.add((board.id, form))
    assert len({board for board, _ in told}) == len(KINDS)
    assert len(told) > 10


@pytest.mark.slow
def test_every_kind_is_written_in_all_its_formats_and_twice_the_same(every_kind, tmp_path, monkeypatch, qapp):
    class Noon(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime(2027, 1, 14, 12, tzinfo=UTC)

    monkeypatch.setattr(board_parts, "datetime", Noon)  # a calendar says when it was written
    for language in ("en", "fr"):
        words = Words(language)
        for board in boards_of(every_kind):
            for form, suffix, private in formats_of(every_kind, board.id, words):
                for secret in {False, private}:
                    name = f"{board.id}-{form}-{language}{'-PRIVATE' if secret else ''}"
                    once, again = (
                        write_format(
                            *(every_kind, board.id, tmp_path / turn / f"{name}{suffix}", form, words),
                            **{"private": secret, "replace": False},
                        )
                        for turn in ("1", "2")
                    )
                    assert [each.read_bytes() for each in once] == [each.read_bytes() for each in again], name
                    assert all(each.stat().st_size for each in once)


def test_two_pictures_of_one_board_are_the_same_bytes(every_kind, qapp):
    kind = kind_of("value_board")
    picture = kind.picture(kind.view(every_kind, "value_board"), theme())
    assert png_of(picture, 960, 540) == png_of(picture, 960, 540)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_page_for_mail_has_all_that_the_tables_say(sample, language):
    words = Words(language)
    html, plain = mail_of(sample, "stakeholder_web", words)
    kind = kind_of("stakeholder_web")
    tables = kind.tables(kind.view(in_language(sample, language), "stakeholder_web"), words)
    page = ReadPage(html)
    assert [table.heads for table in page.tables] == [list(table.columns) for table in tables]
    assert [table.rows for table in page.tables] == [[list(row) for row in table.rows] for table in tables]
    assert dict(page.tags)["html"]["lang"] == {"en": "en-CA", "fr": "fr-CA"}[language]
    for row in tables[0].rows:
        assert row[1] in plain


def test_the_page_for_mail_is_in_the_language_asked_for(sample):
    html, plain = mail_of(sample, "", Words("fr"))
    for text in (html, plain):
        assert "Prochaines étapes" in text
        assert "Next steps" not in text
        assert "29 janvier 2027" in text


def test_what_is_kept_from_a_group_goes_into_nothing_that_all_get(sample, tmp_path):
    kind = kind_of("stakeholder_web")
    made = sample.after(kind.exemplar(sample, "stakeholder_web", RedactionAnswers(), date(2026, 11, 22)))
    assert kind.withheld(made, "stakeholder_web")
    web, exemplar = (each for each in boards_of(made) if each.kind == "stakeholder_web")
    titles = [text for tag, text in ReadPage(mail_of(made, "", EN)[0]).told if tag == "h2"]
    assert exemplar.title in titles
    assert titles.count(web.title) == 0
    for name, audience, there in (("all.xlsx", "participants", False), ("all-PRIVATE.xlsx", "facilitator", True)):
        write_engagement(made, tmp_path / name, ".xlsx", EN, audience=audience, replace=False)
        contents = openpyxl.load_workbook(tmp_path / name).worksheets[0]
        boards = {row[1] for row in contents.iter_rows(min_row=2, values_only=True)}
        assert (web.title in boards) == there
        assert exemplar.title in boards
    assert "h1" in mail_of(made, web.id, EN)[0]  # it can be asked for by itself


def test_nothing_to_tell_is_said(sample, tmp_path):
    empty = Document.of(record for record in sample.records() if record.id == "engagement")
    for suffix in (".xlsx", ".html"):
        refusal = refused(
            write_engagement, empty, tmp_path / f"x{suffix}", suffix, EN, audience="participants", replace=False
        )
        assert refusal.key == "no_board"
    assert list(tmp_path.iterdir()) == []


def test_a_page_for_mail_is_never_for_the_facilitator_alone(sample, tmp_path):
    out = tmp_path / "x-PRIVATE.html"
    assert refused(write_engagement, sample, out, ".html", EN, audience="facilitator", replace=False).key == (
        "facilitator_formats"
    )
    assert refused(
        write_board, sample, "stakeholder_web", out, ".html", EN, audience="facilitator", replace=False
    ).key == ("facilitator_formats")


@pytest.mark.parametrize(("language", "value"), [("en", "1,234.5"), ("fr", "1 234,5")])
def test_only_columns_of_numbers_and_days_hold_such(sample, tmp_path, monkeypatch, language, value):
    rows = ((value, "2027-01-14", "7"), ("about 5", "soon", "2027-01-14"), ("", "", ""))
    table = Table("Web", ("Value", "Day", "Words"), rows, frozenset({0}), frozenset({1}))
    kind = kind_of("checklist")
    monkeypatch.setattr(type(kind), "sheets", lambda *_: (table,))
    write_board(
        sample, "checklist", tmp_path / "x.xlsx", ".xlsx", Words(language), audience="participants", replace=False
    )
    page = openpyxl.load_workbook(io.BytesIO((tmp_path / "x.xlsx").read_bytes())).worksheets[0]
    assert [list(row) for row in page.iter_rows(min_row=2, values_only=True)] == [
        [1234.5, datetime(2027, 1, 14), "7"],
        ["about 5", "soon", "2027-01-14"],
        [None, None, None],
    ]


def test_registers_have_their_numbers_and_days_typed(sample):
    kind = kind_of("value_board")
    typed = {}
    for table in kind.sheets(kind.view(sample, "value_board"), EN):
        typed |= {(table.title, table.columns[place]): "number" for place in table.numbers}
        typed |= {(table.title, table.columns[place]): "day" for place in table.dates}
    register, readings = "Indicator register", "Readings"
    assert {key: typed[key] for key in typed if key[0] == readings} == {
        (readings, "Read on"): "day",
        (readings, "Value"): "number",
        (readings, "Rating (1–5)"): "number",
    }
    days = {column for (title, column), what in typed.items() if (title, what) == (register, "day")}
    assert days == {"Taken on", "Target date"}
    kind = kind_of("stakeholder_web")
    people = kind.private_sheets(sample, "stakeholder_web", EN)[0]
    assert {people.columns[place] for place in people.dates} == {"By when"}
    numbers = {"Closeness", "Interest", "Impact on them", "Influence", "Attitude"}
    assert {people.columns[place] for place in people.numbers} == numbers
