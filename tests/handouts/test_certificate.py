"""The page of a certificate: all of it there, on one page in its frame, whatever people are called."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from facilitator.content.words import Words
from facilitator.domain.certificate_view import CertificateView
from facilitator.handouts.certificate import certificate_pages, told_badges, told_dates, told_facts
from facilitator.handouts.pack import PackAbout, Part, pack_of
from paper import element, marked_text

ENGLISH, FRENCH = Words("en"), Words("fr")
ABOUT = PackAbout("Online permits", "City of Thunder Bay", date(2027, 2, 15))
VIEW = CertificateView(
    sort="dist",
    issuer="School of public service",
    learner="Zoë Élise Nguyễn-O’Brien",
    program="A culture that learns",
    track="Leaders",
    cohort="Winter 2027",
    begins_on=date(2027, 1, 11),
    ends_on=date(2027, 2, 5),
    lessons_done=7,
    lessons=8,
    of_sessions=False,
    gold=3,
    silver=2,
    bronze=2,
    hours=12.25,
    objectives=("Share work", "Meet users", "Ask", "Count", "Keep it going", "One too many"),
    issued_on=date(2027, 2, 15),
    number="CULT-W27-007",
    signatory="Joël Tremblay",
    role="Director, Learning",
    language="en",
    check_code="YVZ6-S2XV",
)


def printed(view: CertificateView, paper: str = "letter", logo: bytes = b""):
    """The pack and its tag tree."""
    alt = "The school’s logo" if logo else ""
    parts = [Part("Certificate", lambda words, width: certificate_pages(view, words, logo, alt))]
    pack = pack_of(parts, ABOUT, paper, view.language, with_cover=False)
    with pikepdf.open(BytesIO(pack.data)) as pdf:
        return pack, element(pdf.Root.StructTreeRoot.K[0], marked_text(pdf))


def texts(tree) -> list[str]:
    return [each.text for each in tree.every("P", "H1", "H2", "Lbl", "LBody")]


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_a_certificate_is_one_page_on_its_side_with_all_that_it_tells(paper):
    pack, tree = printed(VIEW, paper)
    assert pack.pages == 1
    with pypdfium2.PdfDocument(pack.data) as pdf:
        assert pdf[0].get_width() > pdf[0].get_height()
    said = texts(tree)
    for each in (
        "School of public service",
        "Certificate of completion with distinction",
        "This certifies that",
        "Zoë Élise Nguyễn-O’Brien",
        "completed with distinction",
        "A culture that learns",
        "Winter 2027 · Track: Leaders",
        "11 January 2027 to 5 February 2027",
        "7 of 8",
        "3 Gold · 2 Silver · 2 Bronze",
        "12.25 hours",
        "15 February 2027",
        "CULT-W27-007",
        "YVZ6-S2XV",
        "English",
        "Joël Tremblay",
        "Director, Learning",
        "Records effort in this program; not a professional licence.",
        "Keep it going",
    ):
        assert each in said
    assert "One too many" not in said  # five objectives at most
    assert [each.text for each in tree.every("H1")] == ["Certificate of completion with distinction"]
    assert said.index("Certificate of completion with distinction") < said.index(VIEW.learner) < said.index("7 of 8")


@pytest.mark.parametrize("sort", ["part", "comp", "dist"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_sort_has_its_own_title_and_sentence(sort, language):
    words = Words(language)
    _, tree = printed(replace(VIEW, sort=sort, language=language))
    said = texts(tree)
    assert {words(f"learning.sort_{sort}"), words(f"learning.took_part_{sort}"), words("learning.no_licence")} <= set(
        said
    )


def test_french_certificates_are_called_attestations():
    titles = [FRENCH(f"learning.sort_{sort}") for sort in ("part", "comp", "dist")]
    assert titles == [
        "Attestation de participation",
        "Attestation de réussite",
        "Attestation de réussite avec distinction",
    ]


def test_what_is_not_known_is_left_out():
    bare = replace(
        VIEW,
        issuer="",
        track="",
        cohort="",
        begins_on=None,
        ends_on=None,
        gold=0,
        silver=0,
        bronze=0,
        hours=0,
        objectives=(),
        signatory="",
        role="",
        check_code="",
    )
    _, tree = printed(bare)
    said = texts(tree)
    assert not {"Badges", "Learning time", "Check code", "Objectives met", ""} & set(said)
    assert "Signature" in said
    assert tree.every("H2") == []


def test_sessions_of_a_series_are_counted_in_halves():
    facts = dict(told_facts(replace(VIEW, of_sessions=True, lessons_done=2.5, lessons=4), FRENCH))
    assert facts["Séances suivies"] == "2,5 sur 4"
    assert "Leçons terminées" not in facts


def test_badges_dates_and_hours_are_told_in_words():
    assert told_badges(replace(VIEW, gold=1, silver=0, bronze=12), FRENCH) == "1 or · 12 bronze"
    assert told_dates(date(2027, 1, 1), None, FRENCH) == "à partir du 1er janvier 2027"
    assert told_dates(None, date(2027, 1, 31), ENGLISH) == "until 31 January 2027"
    assert told_dates(None, None, ENGLISH) == ""
    assert dict(told_facts(replace(VIEW, hours=1.0), ENGLISH))["Learning time"] == "1 hour"


def test_a_logo_takes_the_place_of_the_seal():
    picture = BytesIO()
    Image.new("RGB", (400, 100), "navy").save(picture, "PNG")
    pack, tree = printed(VIEW, logo=picture.getvalue())
    assert [each.alt for each in tree.every("Figure")] == ["The school’s logo"]
    assert pack.pages == 1
    assert printed(VIEW)[1].every("Figure") == []


LONG = "Wilhelmina Anastasia Featherstonehaugh-Cholmondeley de la Rivière du Loup "


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_longest_names_stay_on_the_page(paper, language):
    long = replace(
        VIEW,
        issuer=(LONG * 3)[:200],
        learner=(LONG * 3)[:200],
        program=(LONG * 3)[:120],
        signatory=LONG,
        role=LONG,
        language=language,
    )
    pack, tree = printed(long, paper)
    assert pack.pages == 1
    assert {long.learner.strip(), long.program.strip()} <= {each.strip() for each in texts(tree)}


def boxes(data: bytes):
    """The box of every piece of text, and the page's: left, bottom, right, top."""
    with pypdfium2.PdfDocument(data) as pdf:
        page = pdf[0]
        shown = page.get_textpage()
        return [shown.get_rect(n) for n in range(shown.count_rects())], (page.get_width(), page.get_height())


def test_no_text_of_a_full_certificate_runs_into_another_or_over_the_frame():
    full = replace(VIEW, learner=LONG * 2, program=LONG, objectives=(LONG,) * 5, signatory=LONG, role=LONG)
    pack, _ = printed(full)
    found, (wide, high) = boxes(pack.data)
    assert pack.pages == 1
    inside = [(left, bottom, right, top) for left, bottom, right, top in found if bottom > 62]  # above the footer
    assert all(left > 36 and right < wide - 36 and top < high - 40 for left, bottom, right, top in inside)
    for place, (left, bottom, right, top) in enumerate(inside):
        for other_left, other_bottom, other_right, other_top in inside[place + 1 :]:
            across = min(right, other_right) - max(left, other_left)
            down = min(top, other_top) - max(bottom, other_bottom)
            assert across <= 0.5 or down <= 2.5


def test_what_is_too_long_for_a_page_goes_on_overleaf():
    pack, tree = printed(replace(VIEW, objectives=("word " * 900,) * 5))
    assert pack.pages > 1
    assert VIEW.learner in texts(tree)
    assert "Director, Learning" in texts(tree)


anything = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80)


@settings(max_examples=20)
@given(anything, anything, anything, st.lists(anything, max_size=5))
def test_whatever_people_are_called_a_certificate_is_made(learner, program, issuer, objectives):
    view = replace(VIEW, learner=learner, program=program, issuer=issuer, objectives=tuple(objectives))
    pack, tree = printed(view)
    assert pack.pages >= 1
    assert "CULT-W27-007" in texts(tree)
