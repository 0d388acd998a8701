import itertools
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.boards.assessment.rules.stripping import Hit, Name, amount_of, hits, stripped, word_key
from facilitator.content.words import Words

MAPLE = Name("Town of Maple", "organization")
MONTREAL = Name("Montréal", "place")


def found(text, *names):
    return [(hit.sort, hit.text) for hit in hits(text, names)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Write to j.d@ville.qc.ca.", [("email", "j.d@ville.qc.ca")]),
        ("A@B.CA", [("email", "A@B.CA")]),
        ("see https://a.ca/x?y=1, please", [("web", "https://a.ca/x?y=1")]),
        ("see www.maple.org.", [("web", "www.maple.org")]),
        ("ville.quebec/avis", [("web", "ville.quebec/avis")]),
        ("514-555-0199", [("phone", "514-555-0199")]),
        ("+1 (514) 555-0199", [("phone", "+1 (514) 555-0199")]),
        ("514 555 0199", [("phone", "514 555 0199")]),
        ("K1A 0B6 or k1a0b6", [("postal", "K1A 0B6"), ("postal", "k1a0b6")]),
        ("by-law 2023-45", [("number", "by-law 2023-45")]),
        ("Règlement no 12-B", [("number", "Règlement no 12-B")]),
        ("règlement n° 2024-7", [("number", "règlement n° 2024-7")]),
        ("contract #998", [("number", "contract #998")]),
        ("dossier 12-345", [("number", "dossier 12-345")]),
        ("Report PW-2023-11", [("number", "Report PW-2023-11")]),
        ("appel d’offres 24-001", [("number", "appel d’offres 24-001")]),
        ("ticket: A17", [("number", "ticket: A17")]),
        ("12 500 habitants", [("size", "12 500 habitants")]),
        ("12,500 residents", [("size", "12,500 residents")]),
        ("45 employés", [("size", "45 employés")]),
        ("a population of 8200", [("size", "population of 8200")]),
    ],
)
def test_what_tells_by_its_form(text, told):
    assert found(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "",
        "In 2024 we began again.",
        "We had 3 meetings and 2 reports.",
        "The contract is long; the by-law is old.",
        "Nous avons 4 systèmes.",
        "e.g. a list, i.e. a plan",
        "Maple trees may fall",
    ],
)
def test_what_tells_nothing_is_left(text):
    assert found(text, MAPLE) == []


@pytest.mark.parametrize(
    ("text", "part", "year"),
    [
        ("on 12 March 2024 we", "12 March 2024", "2024"),
        ("le 1er août 2023", "1er août 2023", "2023"),
        ("March 12th, 2024", "March 12th, 2024", "2024"),
        ("since March 2024", "March 2024", "2024"),
        ("depuis févr. 3", "", ""),
        ("2024-03-12", "2024-03-12", "2024"),
        ("12/03/2024", "12/03/2024", "2024"),
        ("03/12/24", "03/12/24", ""),
        ("on June 5", "June 5", ""),
        ("le 3 déc.", "3 déc", ""),
    ],
)
def test_dates_finer_than_a_year_leave_the_year(text, part, year):
    told = [(hit.text.rstrip("."), hit.year) for hit in hits(text) if hit.sort == "date"]
    assert told == ([(part, year)] if part else [])


@pytest.mark.parametrize(
    ("text", "amount", "size"),
    [
        ("$900", 900, "small"),
        ("$9,999.99", 9_999.99, "small"),
        ("$10,000", 10_000, "medium"),
        ("45 000 $", 45_000, "medium"),
        ("45\u202f000\u00a0$", 45_000, "medium"),
        ("249 999 $", 249_999, "medium"),
        ("250 000 $", 250_000, "large"),
        ("$2.5 million", 2_500_000, "large"),
        ("1,2 M$", 1_200_000, "large"),
        ("300k$", 300_000, "large"),
        ("9,5 k$", 9_500, "small"),
        ("CAD 12 000", 12_000, "medium"),
        ("2 millions de dollars", 2_000_000, "large"),
        ("12.50 dollars", 12.5, "small"),
    ],
)
def test_amounts_become_small_medium_or_large(text, amount, size):
    (hit,) = hits(f"about {text}, they said")
    assert (hit.sort, hit.text, hit.size) == ("money", text, size)
    assert amount_of(text) == amount


@pytest.mark.parametrize(
    "text",
    [
        "Town of Maple",
        "TOWN OF MAPLE",
        "towns of maple",
        "Town of Maple’s",
        "Town  of\nMaple",
        "Town-of-Maple",
        "TOM",
        "T.O.M.",
        "TM",
        "TOMs",
    ],
)
def test_a_name_is_found_in_any_case_in_the_plural_and_by_its_initials(text):
    assert found(f"({text})", MAPLE) == [("organization", text)]


@pytest.mark.parametrize("text", ["Montréal", "montreal", "MONTRÉAL", unicodedata.normalize("NFD", "Montréal")])
def test_a_name_is_found_with_and_without_accents(text):
    assert found(f"à {text}, oui", MONTREAL) == [("place", text)]
    assert found(f"d’{text}", MONTREAL) == [("place", text)]


def test_an_accent_that_stands_by_itself_belongs_to_the_letter_before_it():
    text = unicodedata.normalize("NFD", "la Cité, oui")
    assert found(text, Name("Cité", "place")) == [("place", unicodedata.normalize("NFD", "Cité"))]


@pytest.mark.parametrize("text", ["Montréaliste", "xmontréal", "Downtown of Maples2", "tom", "Tom", "ATOM", "town of"])
def test_a_name_is_found_as_a_whole_word_only(text):
    assert found(text, MAPLE, MONTREAL) == []


def test_initials_are_found_beside_letters_that_fold_into_two():
    assert found("Straße ﬁle TOM", MAPLE) == [("organization", "TOM")]


def test_french_plurals_and_names_with_marks_in_them():
    assert found("les Nations-Unies", Name("Nation Unie", "community")) == [("community", "Nations-Unies")]
    assert found("(C++) and C", Name("C++", "product")) == [("product", "C"), ("product", "C")]
    assert found("anything", Name("", "term"), Name("…", "term")) == []


def test_names_that_overlap_are_one_place_so_that_no_part_of_them_is_left():
    names = (Name("Maple Street", "place"), Name("Street Systems Inc", "supplier"))
    assert found("at Maple Street Systems Inc now", *names) == [("supplier", "Maple Street Systems Inc")]
    assert found("jane@maple.ca", Name("Maple", "place")) == [("email", "jane@maple.ca")]


def test_a_text_without_its_hits():
    text = "The Town of Maple paid 45 000 $ to Acme on 12 March 2024: see by-law 2023-45."
    names = (MAPLE, Name("Acme", "supplier"))
    words = Words("en")

    def said(hit):
        return words(f"group_summary.{key}") if (key := word_key(hit)) else hit.year

    told = stripped(text, hits(text, names), said)
    assert told == "The [organization] paid [medium amount] to [supplier] on 2024: see [number]."
    kept = [hit for hit in hits(text, names) if hit.sort != "supplier"]
    assert "Acme" in stripped(text, kept, said)


def test_every_sort_of_hit_has_its_words():
    sorts = [*("organization", "person", "place", "supplier", "product", "title", "community", "term")]
    sorts += ["email", "web", "phone", "postal", "date", "number", "size"]
    keys = [word_key(Hit(0, 1, "x", sort)) for sort in sorts]
    keys += [word_key(Hit(0, 1, "x", "money", size)) for size in ("small", "medium", "large")]
    for language in ("en", "fr"):
        assert len({Words(language)(f"group_summary.{key}") for key in keys}) == len(keys)


def test_hits_of_another_text_are_refused():
    with pytest.raises(ValueError, match="another text"):
        stripped("Nobody", hits("Town of Maple", [MAPLE]), lambda hit: "")


@given(st.text(), st.lists(st.builds(Name, st.text(max_size=12), st.just("person")), max_size=4))
def test_hits_are_places_in_the_text_from_left_to_right(text, names):
    told = hits(text, names)
    assert all(text[hit.start : hit.end] == hit.text for hit in told)
    assert all(one.end <= other.start for one, other in itertools.pairwise(told))
    assert stripped(text, told, lambda hit: hit.text) == text


@given(
    st.sampled_from(["Town of Maple", "montreal", "jane@maple.ca", "514-555-0199", "by-law 2023-45", "45 000 $"]),
    st.text("abc .,;:!?()\n«»", max_size=20),
    st.text(" .,;:!?()\n«»", max_size=20),
)
def test_what_was_stripped_is_gone(canary, before, after):
    text = f"{before} {canary} {after}"
    assert canary not in stripped(text, hits(text, [MAPLE, MONTREAL]), lambda hit: "[…]")


@pytest.mark.parametrize(
    "text", ["a" * 80_000, "1" * 20_000, "a." * 10_000, "1 " * 10_000, "$" * 20_000, "by-law " * 3_000, "1,000" * 4_000]
)
def test_long_texts_take_no_long_time(text):
    began = time.process_time()
    hits(text, [MAPLE])
    assert time.process_time() - began < 2
