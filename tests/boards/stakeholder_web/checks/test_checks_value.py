"""Whom the value board leaves out (V01)."""

import pytest

from boards.stakeholder_web.maps import found, items, map_of, person
from facilitator.boards.stakeholder_web.model import Served


def served(number: int, *, by: str = "card") -> Served:
    return Served(id=f"{by}{number}", card_id=by, name="Somebody", stakeholder_id=f"s{number}")


def test_v01_the_affected_whom_nothing_serves():
    people = [person(1, impact_on_them=4), person(2, impact_on_them=3), person(3, impact_on_them=2)]
    document = map_of(*people, more=[served(1)])
    assert items(document, "V01") == [("s2",)]
    (one,) = found(document, "V01")
    assert one.opens == ("s2", "needs")
    assert one.severity == "medium"
    assert items(map_of(*people, more=[served(1), served(2)]), "V01") == []


@pytest.mark.parametrize("facts", [{"impact_on_them": None}, {"impact_on_them": 2, "interest": 4}, {"ring": 1}])
def test_v01_goes_by_the_impact_on_them_alone(facts):
    people = [person(1, impact_on_them=4), person(2, **facts)]
    assert items(map_of(*people, more=[served(1)]), "V01") == []


def test_v01_keeps_still_on_a_map_that_no_board_refers_to():
    affected = person(1, impact_on_them=4)
    assert items(map_of(affected), "V01") == []
    nobody_s = Served(id="a", card_id="card", name="Night shift", stakeholder_id=None)
    of_another_map = Served(id="b", card_id="card", name="Clerk", stakeholder_id="elsewhere")
    assert items(map_of(affected, more=[nobody_s, of_another_map]), "V01") == []
