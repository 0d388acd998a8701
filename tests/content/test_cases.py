"""The themes of case cards and the examples that ship."""

import re

from facilitator.content.cases import PARTS, cases, themes
from facilitator.content.known_texts import known_in
from facilitator.domain.words_of_people import name, note


def test_seven_themes_the_last_for_what_fits_nowhere_else():
    ids = [theme.id for theme in themes()]
    assert len(set(ids)) == len(ids) == 7
    assert ids[-1] == "other"


def test_two_examples_say_each_part_with_a_source_that_names_year_and_address():
    assert [case.id for case in cases()] == ["helsinki_playbook", "la_cyber_lab"]
    for case in cases():
        assert case.theme in {theme.id for theme in themes()}
        assert set(case.parts) == set(PARTS)
        for part, text in case.parts.items():
            for said in (text.en, text.fr):
                assert (name if part in ("title", "place", "years") else note)(said) == said
        for source in (case.parts["source"].en, case.parts["source"].fr):
            for one in source.splitlines():
                assert re.search(r"\b(20\d\d|no date|sans date)\b", one)
                assert re.search(r" https://[a-z.]+\.(com|fi)\b\S*$", one)
        assert "not known to us" in case.parts["result"].en


def test_an_example_has_its_twin_by_itself():
    for case in cases():
        for text in case.parts.values():
            assert text.en == text.fr or known_in(text.en, "fr") == text.fr
            assert text.en == text.fr or known_in(text.fr, "en") == text.en
