"""Names that may mean the same are suggested, in time, and names that differ are left alone."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.exchange.duplicates import Pair, likely_duplicates


def why(a, b):
    """Why the two are suggested, or ""; the order in which they come makes no difference."""
    there, back = likely_duplicates([("a", a), ("b", b)]), likely_duplicates([("b", b), ("a", a)])
    assert [(pair.id_a, pair.id_b) for pair in there] == [("a", "b")] * len(there)
    assert [pair.why for pair in there] == [pair.why for pair in back]
    return there[0].why if there else ""


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Town clerk", "Town clerk", "same"),
        ("Town clerk", " Town  clerk", "same"),
        ("Mairie de Québec", "Mairie de Que\u0301bec", "same"),
        ("Town Clerk", "town clerk", "spelling"),
        ("Ville de Québec", "ville de quebec", "spelling"),
        ("Tenants’ association", "Tenants association", "spelling"),
        ("Co-op", "Coop", "spelling"),
        ("Œuvre sociale", "Oeuvre sociale", "spelling"),
        ("Ville de Québec – TI", "TI Ville de Quebec", "order"),
        ("Association of tenants", "Tenants’ association", "order"),
        ("Direction générale de la Ville", "Ville, direction générale", "order"),
        ("Health unit", "Health units", "near"),
        ("Réseau local", "Réseaux local", "near"),
        ("Chamber of Commerce", "Chamber of Comerce", "near"),
        ("Chamber of Commerce", "Chamber of Commecre", "near"),
        ("Neighbourhood association", "Neighborhood assocation", ""),  # two words differ
        ("Neighbourhood association", "Neighborhood association", "near"),
        ("Neighbourhood", "Nieghborhood", "near"),
        ("Ward 1", "Ward 2", ""),
        ("Ward 1", "Ward 11", ""),
        ("Zone2b", "Zone2c", ""),
        ("Ward A", "Ward B", ""),
        ("Health unit", "Health units north", ""),
        ("Health unit", "Health unit north", ""),
        ("Fire service", "Hire service", ""),
        ("Residents", "Presidents", ""),
        ("Internal audit", "External audit", ""),
        ("Police", "Politics", ""),
        ("Mayor", "Major", ""),
        ("ᐃᓄᐃᑦ", "ᐃᓄᐃᑎᑐᑦ", ""),
        ("🙂", "🙃", ""),
    ],
)
def test_what_two_names_have_in_common(a, b, expected):
    assert why(a, b) == expected


def test_of_several_each_is_paired_with_the_first():
    names = [("1", "Clerk"), ("2", "Mayor"), ("3", "CLERK"), ("4", "Clerk"), ("5", "mayor")]
    assert likely_duplicates(names) == [Pair("1", "3", "spelling"), Pair("1", "4", "same"), Pair("2", "5", "spelling")]


def test_no_more_are_suggested_than_anybody_reads():
    assert len(likely_duplicates([(str(number), "Clerk") for number in range(500)])) == 200
    assert len(likely_duplicates([("a", "Clerk"), ("b", "Clerk"), ("c", "Clerk")], limit=1)) == 1


WORDS = ["Municipal", "Regional", "Federal", "Centre", "Association", "Residents", "Library", "Engineering"]


def mistyped(draw):
    """All of them meet without two letters, and few are near."""
    letters = ["a"] * 24
    for at in draw.sample(range(1, 24), 2):
        letters[at] = draw.choice("bcdefghijklmnopqrstuvwxyz")
    return "".join(letters)


def seconds(make):
    """What two thousand names take."""
    draw = random.Random(7)
    names = [(str(number), make(draw)) for number in range(2000)]
    started = time.process_time()
    likely_duplicates(names)
    return time.process_time() - started


def test_two_thousand_names_take_less_than_a_second():
    assert seconds(lambda draw: " ".join(draw.choices(WORDS, k=3)) + f" {draw.randrange(10_000)}") < 1


@pytest.mark.slow
@pytest.mark.parametrize(
    "make",
    [
        mistyped,
        lambda draw: "a" + "".join(draw.choices("ab", k=23)),
        lambda draw: "a" * 180 + "".join(draw.choices("abcdefghij", k=20)),
    ],
)
def test_names_made_to_take_long_take_a_few(make):
    assert seconds(make) < 6


@given(st.lists(st.text(max_size=30) | st.text("ab é-1", max_size=8)))
def test_every_suggestion_names_two_of_those_that_are_there(names):
    numbered = [(str(number), name) for number, name in enumerate(names)]
    pairs = [(int(pair.id_a), int(pair.id_b)) for pair in likely_duplicates(numbered)]
    assert all(a < b < len(names) for a, b in pairs)
    assert len(set(pairs)) == len(pairs)
    assert pairs == sorted(pairs)
