import os
from datetime import date

import pikepdf
import pytest

from facilitator.domain.refusal import Refusal
from facilitator.handouts import kit
from facilitator.handouts.pack import PackAbout, Part
from written_packs import write_pack


def stakeholders(words, width):
    return [
        kit.kicker("Mapping"),
        kit.heading("Who we need with us", 1),
        kit.heading("What we agreed", 2),
        kit.table(["Who", "How"], [[f"Group {n}", "words " * 20] for n in range(60)]),
    ]


def checklist(words, width):
    entries = [kit.ChecklistEntry(f"Item {n}", "not_started") for n in range(20)]
    return [kit.heading("Checklist 😀 <b>", 1), *kit.checklist(entries, words)]


PARTS = [Part("Who we need with us", stakeholders), Part("Checklist", checklist)]


def test_the_cover_says_whose_pack_it_is_and_where_its_parts_begin(tmp_path, about, opened):
    summary = write_pack(tmp_path / "pack.pdf", PARTS, about, "letter", "en")
    assert [title for title, _ in summary.parts] == ["Who we need with us", "Checklist"]
    pages = opened(tmp_path / "pack.pdf").page_words()
    assert summary.pages == len(pages)
    cover = pages[0].split("\r\n")
    assert cover[:3] == ["MAPPING · 14 JANUARY 2027", "Online permits", "City of Thunder Bay"]
    for title, first in summary.parts:
        assert title in pages[first - 1]
        assert f"{title} {first}" in pages[0].replace("\r\n", " ")
    for number, page in enumerate(pages[1:], start=2):
        assert f"Page {number} of {len(pages)}" in page
        assert "City of Thunder Bay · Online permits" in page
    assert "Page 1" not in pages[0]


def test_the_same_pack_of_the_same_day_has_the_same_bytes(tmp_path, about):
    files = [tmp_path / "one.pdf", tmp_path / "two.pdf"]
    for file in files:
        write_pack(file, PARTS, about, "a4", "fr")
    assert files[0].read_bytes() == files[1].read_bytes()


def test_title_language_and_dates_are_there_and_nothing_of_the_machine(tmp_path, opened):
    about = PackAbout("Permis <b> & Œuvre 😀\ud800", "Ville", date(2027, 1, 15))
    path = tmp_path / "pack.pdf"
    write_pack(path, PARTS, about, "a4", "fr")
    with pikepdf.open(path) as pdf:
        assert str(pdf.Root.Lang) == "fr-CA"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert {key: str(value) for key, value in pdf.docinfo.items()} == {
            "/Title": "Permis <b> & Œuvre 😀",
            "/Subject": "Ville · Permis <b> & Œuvre 😀",
            "/Producer": "Facilitator",
            "/Creator": "Facilitator",
            "/CreationDate": "D:20270115000000Z",
            "/ModDate": "D:20270115000000Z",
        }
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == "Permis <b> & Œuvre 😀"
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:language"] == {"fr-CA"}
    whole = path.read_bytes()
    assert str(tmp_path).encode() not in whole
    assert os.environ["HOME"].encode() not in whole
    assert "Page 2 sur" in opened(path).page_words()[1]


def test_bookmarks_are_the_headings_of_the_tag_tree(tmp_path, about, opened):
    path = tmp_path / "pack.pdf"
    write_pack(path, PARTS, about, "letter", "en")
    with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
        titles = [[item.title, *(child.title for child in item.children)] for item in outline.root]
    assert titles == [
        ["Online permits", "In this pack"],
        ["Who we need with us", "What we agreed"],
        ["Checklist [grinning face] <b>"],
    ]
    tree = opened(path).tree()
    headings = [(each.tag, each.text) for each in tree.every("H1", "H2")]
    assert headings[-1] == ("H1", "Checklist [grinning face] <b>")
    assert [tag for tag, _ in headings] == ["H1", "H2", "H1", "H2", "H1"]
    assert [each.tag for each in tree.kids][-2:] == ["Sect", "Sect"]


def test_levels_of_headings_are_never_skipped(written):
    tree = written(lambda words, width: [kit.heading(f"L{level}", level) for level in (3, 1, 3, 2, 9)]).tree()
    assert [each.tag for each in tree.every("H1", "H2", "H3")] == ["H1", "H1", "H2", "H2", "H3"]


def test_every_mark_and_link_finds_its_way_back_to_the_tag_tree(tmp_path, about):
    path = tmp_path / "pack.pdf"
    write_pack(path, PARTS, about, "letter", "en")
    with pikepdf.open(path) as pdf:
        numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        owners = {int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=True)}
        for page in pdf.pages:
            assert page.obj.Tabs == "/S"
            for mark, node in enumerate(owners[int(page.obj.StructParents)]):
                assert any(kid.get("/MCID") == mark and kid.Pg.objgen == page.obj.objgen for kid in node.K)
            for link in page.obj.get("/Annots", []):
                node = owners[int(link.StructParent)]
                assert node.S == "/Link"
                assert any(kid.get("/Type") == "/OBJR" and kid.Obj.objgen == link.objgen for kid in node.K)
        (to_checklist,) = [link for link in pdf.pages[0].obj.Annots if str(link.Contents) == "Checklist"]
        assert "Dest" in str(to_checklist.keys())


def test_every_font_is_embedded_and_known_by_its_letters(tmp_path, about):
    path = tmp_path / "pack.pdf"
    write_pack(path, PARTS, about, "letter", "en")
    with pikepdf.open(path) as pdf:
        fonts = [font for page in pdf.pages for font in page.obj.Resources.Font.values()]
        assert fonts
        assert all("/FontFile2" in font.FontDescriptor and "/ToUnicode" in font for font in fonts)


def sideways(words, width):
    return [
        kit.new_page(wide=True),
        kit.kicker("Who we need"),
        kit.heading("Map", 1),
        kit.table(["A", "B"], [[f"row {n}", "b"] for n in range(25)]),
        kit.new_page(),
        kit.kicker("Who we need"),
        kit.page_title("In words"),
        kit.page_section("Ties"),
        kit.paragraph("words"),
        kit.new_page(wide=True),
        kit.kicker("Who we need"),
        kit.page_title("Plan"),
    ]


@pytest.mark.parametrize("with_cover", [True, False])
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_pages_lie_on_their_side_where_they_are_asked_to(tmp_path, about, opened, paper, with_cover):
    path = tmp_path / "pack.pdf"
    parts = [Part("Web", sideways), Part("Checklist", checklist)]
    pack = write_pack(path, parts, about, paper, "en", with_cover=with_cover)
    with pikepdf.open(path) as pdf:
        boxes = [[float(edge) for edge in page.mediabox] for page in pdf.pages]
    wide = [box[2] > box[3] for box in boxes]
    assert wide == [*[False] * with_cover, True, True, False, True, *[False] * (pack.pages - 4 - with_cover)]
    assert pack.parts == (("Web", 1 + with_cover), ("Checklist", 5 + with_cover))
    pages = opened(path).page_words()
    assert ["Page" in page for page in pages] == [not with_cover, *[True] * (len(pages) - 1)]
    assert [each.text for each in opened(path).tree().every("H3")] == ["Ties"]


def test_the_contents_list_the_pages_of_a_part_and_lead_there(tmp_path, about, opened):
    path = tmp_path / "pack.pdf"
    write_pack(path, [Part("Web", sideways), Part("Checklist", checklist)], about, "letter", "en")
    lines = [each.words() for each in opened(path).tree().every("Link")]
    assert lines == ["Web2", "In words4", "Plan5", "Checklist6"]
    with pikepdf.open(path) as pdf:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        leads = {str(link.Contents): numbers[link.Dest[0].objgen] for link in pdf.pages[0].obj.Annots}
    assert leads == {"Web": 2, "In words": 4, "Plan": 5, "Checklist": 6}


def test_a_line_that_heads_many_pages_is_read_once(tmp_path, about, opened):
    path = tmp_path / "pack.pdf"
    write_pack(path, [Part("Web", sideways)], about, "letter", "en")
    assert [each.text for each in opened(path).tree().every("P")].count("WHO WE NEED") == 1
    assert sum("WHO WE NEED" in page for page in opened(path).page_words()) == 3


@pytest.mark.parametrize("with_cover", [True, False])
def test_a_private_pack_says_so_on_every_page_and_in_its_title(tmp_path, opened, with_cover):
    about = PackAbout("Online permits", "", date(2027, 1, 15), private=True)
    path = tmp_path / "pack.pdf"
    write_pack(path, [Part("Web", sideways), *PARTS], about, "a4", "fr", with_cover=with_cover)
    pages = opened(path).page_words()
    assert len(pages) > 6
    for page in pages:
        assert page.count("PRIVÉ – réservé à la personne qui anime") == 1
    said = [each.text for each in opened(path).tree().every("P")]
    assert said[0] == "PRIVÉ – réservé à la personne qui anime"
    assert said.count(said[0]) == 1
    with pikepdf.open(path) as pdf:
        assert str(pdf.docinfo["/Title"]) == "PRIVÉ – Online permits"


def test_progress_is_told_and_a_cancelled_pack_is_not_written(tmp_path, about):
    told = []
    path = tmp_path / "pack.pdf"
    write_pack(path, PARTS, about, "letter", "en", progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 4), (2, 4), (3, 6), (4, 6), (5, 6), (6, 6)]  # its rows are alike at the edges of pages
    with pytest.raises(Refusal) as refused:
        write_pack(tmp_path / "other.pdf", PARTS, about, "letter", "en", cancelled=lambda: len(told) == 6)
    assert refused.value.key == "handout_cancelled"
    assert list(tmp_path.iterdir()) == [path]


def test_a_pack_without_parts_or_words_is_a_cover(tmp_path, opened):
    summary = write_pack(tmp_path / "pack.pdf", [], PackAbout("T", "", date(2027, 1, 15)), "letter", "en")
    assert summary.pages == 1
    assert "T" in opened(tmp_path / "pack.pdf").copied()
