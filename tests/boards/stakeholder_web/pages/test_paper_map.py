"""The map on paper: no label stands on another, however many there are and however long they are."""

from itertools import combinations

import pytest

from boards.stakeholder_web.people import texts
from boards.stakeholder_web.webs import rows_of, web
from facilitator.boards.drawing import HEADER
from facilitator.boards.stakeholder_web.pages.paper_map import paper_map
from facilitator.content.words import Words
from facilitator.domain.picture import Picture

LONG = {
    "en": "Ministry of Municipal Affairs and Housing, Regional Office for the North Shore {}",
    "fr": "Direction générale de l’aménagement du territoire et de l’habitation du Nord-Ouest {}",
}


def on_paper(rows, language) -> Picture:
    figure = paper_map(web(rows, language=language), Words(language))
    return figure._figure.picture


@pytest.mark.parametrize("long", [False, True], ids=["usual", "long"])
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("count", [1, 20, 60, pytest.param(120, marks=pytest.mark.slow), 200, 500])
def test_no_label_stands_on_another(count, language, long):
    rows = rows_of(3, count, "short")
    if long:
        rows = [(LONG[language].format(number), *row[1:]) for number, row in enumerate(rows, 1)]
    labels = [group for group in on_paper(rows, language).groups if texts(group) and group.box != HEADER]
    assert len(labels) > 4
    for one, other in combinations(labels, 2):
        assert not one.box.overlaps(other.box), f"{one.label} / {other.label}"
