"""Files of some pages of a pack: as accessible as the whole, and complete in themselves."""

import io

import pikepdf
import pytest

from facilitator.handouts import kit
from facilitator.handouts.pack import Part, pack_of
from facilitator.packs.catalogue import PACKS
from facilitator.packs.handing_out import make_handout
from facilitator.packs.sorts import HandoutOrder
from paper import Handout
from pdf_gate import faults, opened
from pdf_gate.cases import CASES, DAY

ROWS = [[f"Group {n}", "words " * 20] for n in range(60)]


def long_table(words, width):
    return [kit.kicker("Mapping"), kit.heading("Who we need", 1), kit.table(["Who", "How"], ROWS)]


def deep(words, width):
    pages = [kit.new_page(), kit.heading("Below", 3), kit.paragraph("Further down.")]
    return [kit.heading("Deep", 1), kit.heading("Deeper", 2), *pages, kit.new_page(), kit.kicker("Mapping")]


PARTS = [Part("Who we need", long_table), Part("Deep", deep)]


@pytest.fixture
def kept(about):
    """A function that makes a file of some pages of those parts, or of others."""

    def make(pages, parts=PARTS, **options):
        return pack_of(parts, about, "letter", "en", pages=pages, **options)

    return make


def words_of(data):
    with opened(data) as paper:
        return [paper.words(each) for each in paper.elements]


def heads_of(data):
    with opened(data) as paper:
        return [(each.tag, paper.words(each)) for each in paper.every("H1", "H2", "H3")]


def test_a_file_of_some_pages_has_these_and_counts_all(kept, tmp_path):
    whole = kept("")
    some = kept("2-3, 5")
    assert (some.numbers, some.pages) == ((2, 3, 5), whole.pages)
    path = tmp_path / "some.pdf"
    path.write_bytes(some.data)
    shown = Handout(path).page_words()
    assert [f"Page {number} of {whole.pages}" in page for number, page in zip((2, 3, 5), shown, strict=True)] == [
        True
    ] * 3
    assert len(some.data) < len(whole.data)
    assert faults(some.data) == []


def test_all_pages_are_the_same_file_whether_asked_for_or_not(kept):
    assert kept("1-99" if kept("").pages == 99 else f"1-{kept('').pages}").data == kept("").data


def test_the_head_of_a_table_is_read_where_its_first_page_is_left_out(kept):
    with opened(kept("3").data) as paper:
        assert [paper.words(each) for each in paper.every("TH") if each.attribute("/Scope") == "/Column"] == [
            "Who",
            "How",
        ]
        first = paper.words(paper.every("TR")[1])
    assert first.startswith("Group ")
    assert not first.startswith("Group 0 ")


def test_a_page_without_a_heading_is_headed_by_whose_it_is(kept, about):
    assert heads_of(kept("3").data) == [("H1", about.owner())]
    assert faults(kept("3").data) == []


def test_headings_begin_with_the_first_level_also_in_the_middle_of_a_part(kept):
    whole = kept("")
    deeper = next(page for title, page in whole.parts if title == "Deep") + 1
    data = kept(str(deeper)).data
    assert heads_of(data) == [("H1", "Below")]
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_outline() as outline:
        assert [each.title for each in outline.root] == ["Below"]


def test_a_line_that_heads_several_pages_is_read_on_the_first_that_is_there(kept):
    last = kept("").pages
    assert "MAPPING" not in words_of(kept("3").data)
    assert "MAPPING" in words_of(kept(f"{last}").data)
    assert "MAPPING" in words_of(kept("2").data)


def test_no_link_leads_to_a_page_that_is_left_out(kept):
    whole = kept("")
    with opened(kept("1").data) as alone, opened(kept("1-2").data) as both, opened(whole.data) as all_of_it:
        assert [len(list(each.annotations)) for each in (alone, both, all_of_it)] == [0, 1, 2]
        assert [paper.words(each) for paper in (alone,) for each in paper.every("Link")] == []
        said = " ".join(alone.words(each) for each in alone.every("P"))
    assert "Who we need2" in said
    assert faults(kept("1").data) == faults(kept("1-2").data) == []


def test_a_row_that_goes_on_overleaf_has_as_many_cells_as_the_head(kept):
    rows = [["Short", "words " * 1500, "end"]]
    part = Part("High", lambda words, width: [kit.heading("High", 1), kit.table(["A", "B", "C"], rows)])
    data = kept("3", [part]).data
    with opened(data) as paper:
        assert [paper.words(each)[:5].strip() for each in paper.every("TR")[-1].elements] == ["…", "words", "…"]
    assert faults(data) == []
    assert "…" not in words_of(kept("", [part]).data)


def test_fields_of_pages_left_out_are_not_in_the_form():
    document = CASES["typical"]("en")
    its = {"pack": "checklist", "day": DAY}
    whole = make_handout(document, HandoutOrder("letter", "en", **its))
    some = make_handout(document, HandoutOrder("letter", "en", pages="2", **its))

    def names(data):
        with pikepdf.open(io.BytesIO(data)) as pdf:
            return {f"{group.T}.{each.T}" for group in pdf.Root.AcroForm.Fields for each in group.Kids}

    assert names(some.pdf) < names(whole.pdf)
    assert names(some.pdf)
    assert faults(some.pdf) == []


@pytest.mark.parametrize("case", ["typical", "hostile"])
@pytest.mark.parametrize("pages", ["1", "2-3", "4-"])
def test_pages_of_the_participants_pack_pass_the_gate(case, pages):
    assert faults(make_handout(CASES[case]("fr"), HandoutOrder("a4", "fr", day=DAY, pages=pages)).pdf) == []


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.parametrize("case", ["typical", "hostile"])
@pytest.mark.parametrize("pack", [pack for pack, sort in PACKS.items() if not sort.of_person])
def test_each_page_alone_passes_the_gate(case, pack):
    document = CASES[case]("en")
    whole = make_handout(document, HandoutOrder("letter", "en", pack=pack, day=DAY)).whole
    found = {
        page: faults(make_handout(document, HandoutOrder("letter", "en", pack=pack, day=DAY, pages=str(page))).pdf)
        for page in range(1, whole + 1)
    }
    assert {page: each for page, each in found.items() if each} == {}
