from datetime import date
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.content import typeface
from facilitator.domain.picture import Box, Group, Oval, Path, Picture, Rect, Text
from facilitator.handouts import kit, styles
from facilitator.handouts.cells import cell_of
from facilitator.handouts.pack import PackAbout, Part, pack_of
from facilitator.handouts.paper import SIZES
from facilitator.handouts.tagging import Node
from paper import element, marked_text

ABOUT = PackAbout("Online permits", "City of Thunder Bay", date(2027, 1, 15))
HOSTILE = [
    '<img src="file:///etc/passwd"/>',
    "<b",
    "R&D &amp; &nbsp;",
    "=1+1",
    "</para>",
    '<font name="Nope">',
    "<seq/> <onDraw>",
]


def test_hostile_text_is_printed_letter_by_letter_in_every_part(written):
    def parts(words, width):
        for text in HOSTILE:
            yield from (kit.heading(text, 1), kit.heading(text, 2), kit.lead(text), kit.paragraph(text))
            yield from kit.bullets([text])
            yield kit.table([text, text], [[text, text]])
            yield from kit.checklist([kit.ChecklistEntry(text, "done", text, text)], words)
            yield kit.link(text, "https://example.org")
            yield kit.progress_heading(text, 1, 2, words)
            yield kit.card(text, text, text, (text, [text]), (text, [text]))
            yield kit.large_figure(picture(), [kit.Sign((), Rect(0, 0, 1, 1), text)], text)

    handout = written(parts)
    tree = handout.tree()
    for tag in ("H1", "H2", "H3", "P", "LBody", "TH", "TD"):
        found = {each.words() for each in tree.every(tag)}
        assert set(HOSTILE) <= found, tag
    assert handout.copied().count("</para>") == 22
    with pikepdf.open(handout.path) as pdf:
        assert all("/XObject" not in page.obj.Resources for page in pdf.pages)


@pytest.mark.parametrize(
    "text",
    [
        "Lettre à Zoë Élise Nguyễn-O’Brien",
        "«\u202fQui\u202f?\u202f» œuvre – 5 €",
        "Nokiiwin ᐊᓂᔑᓈᐯ → ≤ 3",
        "x̱ʷməθkʷəy̓əm",
    ],
)
def test_text_is_read_back_as_it_was_typed(written, text):
    tree = written(lambda words, width: [kit.heading("T", 1), kit.paragraph(text), *kit.bullets([text])]).tree()
    assert text in [each.text for each in tree.every("P")]
    assert text in [each.text for each in tree.every("LBody")]


def test_what_has_no_glyph_is_named_and_the_rest_is_kept(written):
    handout = written(lambda words, width: [kit.heading("Bravo 😀", 1), kit.paragraph("\ud800a שלום")])
    tree = handout.tree()
    assert [each.text for each in tree.every("H1")] == ["Bravo [grinning face]"]
    assert [each.text for each in tree.every("P")][1:] == ["a [hebrew letter shin, lamed, vav, final mem]"]


@pytest.mark.slow
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_a_word_of_ten_thousand_letters_goes_on_over_pages_in_every_part(written, paper):
    word = "anticonstitutionnellement" * 400

    def parts(words, width):
        yield from (kit.kicker(word), kit.heading(word, 1), kit.lead(word), kit.heading(word, 2))
        yield from (kit.progress_heading(word, 1, 2, words), *kit.bullets([word]), kit.link(word, "https://a.ca"))
        yield kit.table(["A", "B", word], [[word, "b", "c"], ["a", word, ""], ["", "", ""]])
        yield from kit.checklist([kit.ChecklistEntry(word, "done", word, word)], words)
        yield kit.table(["A", "B"], [[kit.Cell(word, lead=word, note=word), word], ["a", "b"]])
        yield kit.card(word, word, word, (word, [word, word]), (word, [word]))

    handout = written(parts, paper=paper)
    tree = handout.tree()
    for tag in ("H1", "H2", "LBody", "TD"):
        assert word in [each.words()[: len(word)] for each in tree.every(tag)], tag
    inside(handout.path, paper)


def inside(path, paper):
    """All letters are within the margins, and page furniture below them."""
    width, height = SIZES[paper]
    with pypdfium2.PdfDocument(path) as pdf:
        for page in pdf:
            assert page.get_size() == pytest.approx((width, height), abs=0.01)
            text = page.get_textpage()
            for place in range(text.count_rects()):
                left, bottom, right, top = text.get_rect(place)
                assert left >= styles.SIDE - 1
                assert right <= width - styles.SIDE + 3  # a space may stick out
                assert bottom >= 20
                assert top <= height - styles.TOP + 4


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_a_long_table_repeats_its_head_and_is_one_table(written, paper):
    rows = [[f"S{n}", f"Stakeholder number {n} with a name of some length", "" if n % 3 else "yes"] for n in range(120)]
    handout = written(
        lambda words, width: [kit.heading("All", 1), kit.table(["Code", "Who", "Agreed"], rows)], paper=paper
    )
    pages = handout.page_words()
    assert len(pages) > 3
    assert all("Agreed" in page for page in pages)
    (table,) = handout.tree().every("Table")
    assert [[cell.text for cell in row.kids] for row in table.every("TR")] == [
        ["Code", "Who", "Agreed"],
        *[[code, who, agreed or "–"] for code, who, agreed in rows],
    ]
    assert [cell.tag for cell in table.every("TR")[1].kids] == ["TH", "TD", "TD"]
    inside(handout.path, paper)


def test_table_columns_take_shares_or_fit_their_words(written):
    def columns(handout):
        with pypdfium2.PdfDocument(handout.path) as pdf:
            text = pdf[0].get_textpage()
            return [text.get_charbox(text.search(name).get_next()[0])[0] for name in ("Aaa", "Bbb", "Ccc")]

    head, rows = ["Aaa", "Bbb", "Ccc"], [["x", "A name of several words", "x"]]
    shared = columns(written(lambda words, width: [kit.table(head, rows, [1, 1, 2])]))
    assert shared[1] - shared[0] == pytest.approx(126, abs=2)
    assert shared[2] - shared[1] == pytest.approx(126, abs=2)
    fitted = columns(written(lambda words, width: [kit.table(head, rows)]))
    assert fitted[2] - fitted[1] > 2 * (fitted[1] - fitted[0])


def test_a_table_of_the_wrong_shape_is_refused():
    for columns, rows, widths in (["A"], [["1", "2"]], None), (["A"], [], [1, 2]), ([], [], None):
        with pytest.raises(ValueError, match="column"):
            kit.table(columns, rows, widths)


def test_a_cell_says_what_matters_first_and_what_is_missing_apart(written):
    rows = [
        [kit.Cell("Half an hour", lead="Brief them", note="No surprises"), kit.Cell("To decide", missing=True)],
        [kit.Cell(note="Only this"), kit.Cell()],
    ]
    handout = written(lambda words, width: [kit.heading("T", 1), kit.table(["How", "Who"], rows)])
    (table,) = handout.tree().every("Table")
    first, second = table.every("TR")[1:]
    assert [each.text for each in first.kids[0].kids] == ["Brief them", "Half an hour", "No surprises"]
    assert [cell.text for cell in (first.kids[1], *second.kids)] == ["To decide", "Only this", "–"]
    with pypdfium2.PdfDocument(handout.path) as pdf:
        text = pdf[0].get_textpage()
        sizes = {name: text.get_charbox(text.search(name).get_next()[0]) for name in ("Brief", "Half", "surprises")}
    assert sizes["Brief"][1] > sizes["Half"][1] > sizes["surprises"][1]


def test_rows_have_heads_only_where_these_tell_them_apart(written):
    tables = (
        written(
            lambda words, width: [
                kit.table(["A", "B"], [["one", "x"]]),
                kit.table(["A", "B"], [["one", "x"], ["two", "y"]]),
                kit.table(["A", "B", "C"], [["one", "x", "y"], ["two", "y", "z"]]),
            ]
        )
        .tree()
        .every("Table")
    )
    assert [[len(table.every(tag)) for tag in ("TH", "TD")] for table in tables] == [[2, 2], [2, 4], [5, 4]]


def test_a_card_lists_what_to_do_and_stays_whole(written):
    cards = [(f"Card {n}", [f"Move {n}.{m}" for m in range(8)]) for n in range(20)]

    def parts(words, width):
        yield kit.heading("Cards", 1)
        yield kit.heading("All", 2)
        for title, moves in cards:
            yield kit.card(title, "In one line", "A note", ("Moves", moves), ("For", ["", "Town clerk"]))
        yield kit.card("Bare", "", "", ("Moves", []), ("For", [" "]))

    handout = written(parts)
    assert [each.text for each in handout.tree().every("H3")] == [*(title for title, _ in cards), "Bare"]
    lists = handout.tree().every("L")
    assert [each.text for each in lists[0].every("LBody")] == cards[0][1]
    assert [each.text for each in lists[1].every("LBody")] == ["Town clerk"]
    assert len(lists) == 2 * len(cards)
    pages = handout.page_words()
    for title, moves in cards:
        assert sum(f"{title}\r" in page for page in pages) == 1
        assert sum(f"{title}\r" in page and f"{moves[-1]}\r" in page for page in pages) == 1


def test_a_note_stands_beside_the_title_where_both_have_room_and_one_list_alone_takes_the_whole_width():
    def high(title, line, note, moves=("Go there",)):
        return kit.card(title, line, note, ("Moves", moves), ("For", ["Town clerk " * 12])).wrap(468, 700)[1]

    assert high("Card", "", "A note") == high("Card", "", "")
    assert high("Card " * 20, "", "A note") > high("Card " * 20, "", "")
    assert high("Card", "In one line", "A note") > high("Card", "In one line", "")
    assert high("Card", "", "", ()) < high("Card", "", "")


def test_a_very_long_card_goes_on_overleaf_without_losing_anybody(written):
    names = [f"Stakeholder number {n}." for n in range(150)]
    handout = written(
        lambda words, width: [
            kit.heading("Cards", 1),
            kit.paragraph("line\n" * 30),
            kit.card("Long", "In one line", "", ("Moves", ["Go there"]), ("For", names)),
        ]
    )
    assert [each.text for each in handout.tree().every("LBody")] == ["Go there", *names]
    assert len(handout.page_words()) > 3
    inside(handout.path, "letter")


@pytest.mark.slow
@given(
    st.integers(0, 44),
    st.lists(st.integers(1, 25), max_size=90),
    st.lists(st.integers(1, 900), max_size=12),
    st.booleans(),
)
@settings(max_examples=30)
def test_whatever_stands_above_cards_and_rows_are_cut_to_fit(above, left, right, wide):
    texts = [["word " * count for count in counts] for counts in (left, right)]

    def parts(words, width):
        return [
            kit.new_page(wide=wide),
            kit.paragraph("line\n" * above),
            kit.card("Card", "In one line", "", ("Moves", texts[0]), ("For", texts[1])),
            kit.table(
                ["A", "B"], [[kit.Cell(text, lead="Lead", note=text), text] for text in texts[1]] or [["a", "b"]]
            ),
        ]

    pack = pack_of([Part("Part", parts)], ABOUT, "a4", "en", with_cover=False)
    with pikepdf.open(BytesIO(pack.data)) as pdf:
        told = element(pdf.Root.StructTreeRoot.K[0], marked_text(pdf))
    assert [each.words().split() for each in told.every("LBody")] == [text.split() for text in (*texts[0], *texts[1])]
    assert told.words().count("word") == sum(left) + 4 * sum(right)


def test_what_can_not_be_drawn_leaves_its_cell_and_a_figure_is_never_without_words(written):
    (table,) = written(lambda words, width: [kit.table(["\x00", "B"], [["\ud800", ""]])]).tree().every("Table")
    assert [[cell.text for cell in row.kids] for row in table.every("TR")] == [["–", "B"], ["–", "–"]]
    with pytest.raises(ValueError, match="text alternative"):
        kit.figure(Picture("#FAF9F5", (), "\x00"), 400, "\ud800")


def test_blank_parts_draw_nothing_and_leave_no_element(written):
    tree = written(
        lambda words, width: [
            kit.kicker(""),
            kit.heading("", 2),
            kit.lead(" "),
            kit.paragraph("\n"),
            *kit.bullets(["", " "]),
            *kit.checklist([kit.ChecklistEntry(" ", "done")], words),
            kit.heading("Shown", 1),
        ]
    ).tree()
    assert tree.words() == "City of Thunder Bay · Online permitsShown"
    assert [each.tag for each in tree.every("P", "L", "LI", "H1", "H2")] == ["P", "H1"]


def test_a_checklist_says_each_state_in_words_and_leaves_boxes_to_fill_in(written):
    entries = [
        kit.ChecklistEntry("Stated", "done", "memo", "Amina"),
        kit.ChecklistEntry("Sponsored", "under_way", "minute", "", date(2027, 3, 2)),
        kit.ChecklistEntry("Tested", "not_started"),
        kit.ChecklistEntry("Bought", "not_for_us", reason="nothing to buy"),
    ]

    def parts(words, width):
        return [kit.heading("T", 1), kit.progress_heading("1 · Vision", 1, 4, words), *kit.checklist(entries, words)]

    tree = written(parts).tree()
    (checklist,) = tree.every("L")
    assert [each.alt for each in checklist.every("Lbl")] == ["Done", "Under way", "Not started", "Not for us"]
    assert [[part.text for part in item.every("P")] for item in checklist.kids] == [
        ["Stated", "Evidence: memo", "Amina", "done"],
        ["Sponsored", "Under way · Evidence: minute", "Owner", "2 Mar"],
        ["Tested", "Owner", "By when"],
        ["Bought", "Not for us · nothing to buy"],
    ]
    assert [each.text for each in tree.every("H2")] == ["1 · Vision"]
    assert "1 of 4 in place" in [each.text for each in tree.every("P")]
    french = written(parts, language="fr").tree()
    assert [each.alt for each in french.every("Lbl")] == ["Fait", "En cours", "Pas commencé", "Ne s’applique pas"]
    assert "Preuve\u202f: memo" in [each.text for each in french.every("P")]


def test_a_checklist_item_is_not_torn_between_pages(written):
    entries = [kit.ChecklistEntry(f"Item {n}", "done", f"Evidence {n}") for n in range(60)]
    pages = written(lambda words, width: kit.checklist(entries, words)).page_words()
    for n in range(60):
        assert sum(f"Item {n}\r" in page and f"Evidence {n}\r" in page for page in pages) == 1


@pytest.mark.parametrize("longer", [0, 29, 53, 61])  # rows of two lines; high ones, that are not cut
def test_a_heading_is_never_left_at_the_foot_of_a_page(written, longer):
    def parts(words, width):
        for n in range(40):
            yield kit.heading(f"Heading {n} ends", 2)
            yield kit.heading(f"Smaller {n} ends", 3)
            yield kit.table(["A", "B"], [[f"row {n} ends", "words " * (9 + longer * n % 160)], ["x", "y"]], [1, 4])

    for page in written(parts).page_words():
        for n in range(40):
            assert (f"Heading {n} ends" in page) == (f"Smaller {n} ends" in page) == (f"row {n} ends" in page)


def test_a_label_is_never_left_at_the_foot_of_a_page_and_is_no_heading(written):
    def parts(words, width):
        for n in range(60):
            yield kit.label(f"Label {n} ends")
            yield kit.paragraph(f"text {n} ends " + "words " * (13 * n % 90))

    handout = written(parts)
    assert not handout.tree().every("H1", "H2", "H3")
    for page in handout.page_words():
        for n in range(60):
            assert f"Label {n} ends" not in page or f"text {n} ends" in page


def picture():
    shapes = (
        Box(Rect(100, 200, 400, 80), 40, "#FFFFFF", "#2850B4", 3, (12, 6)),
        Oval(Rect(760, 440, 400, 200), "#1F2933", opacity=0.5),
        Path((("M", 0, 0), ("L", 100, 100), ("C", 150, 150, 180, 100, 200, 0), ("Z",)), "#00503C"),
        Text(("IT Services", "and R&D <b>"), 300, 206, 30, "#1F2933", True, anchor="middle"),
        Text(("😀",), 960, 520, 40, "#FFFFFF", anchor="middle"),
        Text(("outside",), 1900, 1060, 40, "#1F2933"),
    )
    return Picture("#FAF9F5", (Group("", "scenery", Rect(0, 0, 1, 1), shapes),), "One pill.")


def test_a_figure_is_vectors_with_real_text_where_the_stage_has_it(written):
    handout = written(lambda words, width: [kit.heading("T", 1), kit.figure(picture(), width, "A <pill>\n 😀.")])
    (figure,) = handout.tree().every("Figure")
    assert figure.alt == "A <pill> 😀."
    assert "IT Services" in figure.text
    assert "and R&D <b>" in figure.text
    with pikepdf.open(handout.path) as pdf:
        left, bottom, right, top = (float(edge) for edge in found(pdf, "/Figure").A.BBox)
        assert "/XObject" not in pdf.pages[0].obj.Resources
    assert (left, right) == pytest.approx((styles.SIDE, 612 - styles.SIDE), abs=0.01)
    assert (right - left) / (top - bottom) == pytest.approx(1920 / 1080, abs=0.001)
    with pypdfium2.PdfDocument(handout.path) as pdf:
        text = pdf[0].get_textpage()
        place = text.search("IT Services").get_next()[0]
        first, last = text.get_charbox(place), text.get_charbox(place + 10)
        scale = (right - left) / 1920
        assert (first[0] + last[2]) / 2 == pytest.approx(left + 300 * scale, abs=0.5)
        assert first[1] == pytest.approx(top - (206 + 30 * 1.2 / 2 + typeface.cap_height(30) / 2) * scale, abs=1.5)
        image = pdf[0].render(scale=3).to_pil()
    assert image.getpixel((3 * (left + 200 * scale), 3 * (792 - top + 1))) != (255, 255, 255)
    assert image.getpixel((round(3 * (right + 10)), round(3 * (792 - bottom - 8)))) == (255, 255, 255)  # clipped
    blended = image.getpixel((round(3 * (left + 800 * scale)), round(3 * (792 - top + 540 * scale))))
    assert blended[0] == pytest.approx((0x1F + 0xFA) / 2, abs=3)


def found(pdf, tag):
    """The only element of a tag."""
    (node,) = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == tag]
    return node


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("count", [0, 3, 25])
def test_a_large_figure_fills_the_rest_of_its_page_and_keeps_its_legend_below(written, paper, count):
    signs = [kit.Sign((Oval(Rect(0, 0, 40, 20), "#00503C"),), Rect(0, 0, 40, 20), f"Sign {n}.") for n in range(count)]

    def parts(words, width):
        part = Rect(0, 72, 1920, 1008)
        return [kit.new_page(wide=True), kit.heading("Map", 1), kit.large_figure(picture(), signs, "A map.", part)]

    handout = written(parts, paper=paper)
    with pypdfium2.PdfDocument(handout.path) as pdf:
        assert len(pdf) == 1
        wide, high = pdf[0].get_size()
        assert (high, wide) == pytest.approx(SIZES[paper], abs=0.01)
    with pikepdf.open(handout.path) as pdf:
        left, bottom, right, top = (float(edge) for edge in found(pdf, "/Figure").A.BBox)
    assert (right - left) / (top - bottom) == pytest.approx(1920 / 1008, abs=0.001)
    assert left + right == pytest.approx(wide, abs=0.1)
    assert right - left > (700 if count < 5 else 600)
    assert bottom > styles.BOTTOM - 0.1
    assert [each.text for each in handout.tree().every("LBody")] == [sign.meaning for sign in signs]


def test_part_of_a_picture_leaves_out_the_header_strip(written):
    handout = written(lambda words, width: [kit.figure(picture(), width, part=Rect(0, 180, 1920, 900))])
    with pikepdf.open(handout.path) as pdf:
        node = found(pdf, "/Figure")
        assert str(node.Alt) == "One pill."
        left, bottom, right, top = (float(edge) for edge in node.A.BBox)
    assert (right - left) / (top - bottom) == pytest.approx(1920 / 900, abs=0.001)


def test_only_safe_addresses_become_links(written):
    handout = written(
        lambda words, width: [
            kit.heading("T", 1),
            kit.link("Ontario", "https://www.ontario.ca/page"),
            kit.link("Evil", "javascript:alert(1)"),
        ]
    )
    assert [each.text for each in handout.tree().every("Link")] == ["Ontario"]
    with pikepdf.open(handout.path) as pdf:
        (link,) = pdf.pages[0].obj.Annots
        assert str(link.A.URI) == "https://www.ontario.ca/page"
        assert str(link.Contents) == "Ontario"


def test_only_the_lead_of_a_cell_that_names_its_row_is_bold():
    def bold(cell):
        return [block.style.bold for block in cell_of(cell, Node("TH"), heads=True).blocks]

    assert bold("Clerk") == bold(kit.Cell("Clerk")) == [True]
    assert bold(kit.Cell("Who?", lead="Check-in", note="Name cards")) == [True, False, False]
