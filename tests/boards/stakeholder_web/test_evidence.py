"""What a stakeholder web shows of the checklist's items."""

from datetime import date

import pytest

from facilitator.boards.stakeholder_web.evidence import evidence_of
from facilitator.boards.stakeholder_web.model import (
    Deliverable,
    RaciRole,
    Stakeholder,
    Web,
)
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement
from facilitator.domain.refusal import EditRejected

EN = Words("en")
DAY = date(2027, 1, 14)


def someone(number, **known):
    return Stakeholder(id=f"s{number}", board_id="w", code=f"S{number}", name=f"Name {number}", **known)


def shown(*records, words=EN, **of_web):
    board = Board(id="w", number=1, kind="stakeholder_web", title="Who?")
    web = Web(id="w", project="Permits", **of_web)
    held = Document.of([Engagement(id="engagement", title="T"), board, web, *records])
    return {each.item: (each.done, each.sentence) for each in evidence_of(held, "w", words)}


def test_an_empty_web_shows_nothing_and_one_that_is_gone_is_refused():
    assert shown() == {}
    with pytest.raises(EditRejected):
        evidence_of(Document.of([Engagement(id="engagement", title="T")]), "w", EN)


def test_a_map_is_done_once_it_was_reviewed_and_nothing_weighty_is_missing():
    people = [someone(number, category="internal") for number in (1, 2)]
    assert shown(*people)["v5"] == (False, "2 stakeholders on the map, not reviewed yet")
    reviewed = shown(*people, reviewed_on=DAY)["v5"]
    assert not reviewed[0]
    assert reviewed[1].startswith("map reviewed on 14 January 2027, 2 stakeholders, ")
    assert reviewed[1].endswith("of high importance")


def test_gaps_of_medium_importance_do_not_keep_a_map_from_being_done():
    served = someone(1, category="community", impact_on_them=3, level_now="involve", level_wanted="involve")
    fine = "map reviewed on 14 January 2027, 1 stakeholder, no gap of high importance"
    assert shown(served, reviewed_on=DAY)["v5"] == (True, fine)
    only_told = served.having(level_now="inform")
    gap = "map reviewed on 14 January 2027, 1 stakeholder, 1 gap of high importance"
    assert shown(only_told, reviewed_on=DAY)["v5"] == (False, gap)


def test_the_problem_the_team_and_who_is_accountable_are_beginnings():
    core = [someone(number, category="internal", ring=1) for number in (1, 2)]
    tasks = [Deliverable(id=f"d{number}", board_id="w", number=number, name="Launch") for number in (1, 2)]
    roles = [
        RaciRole(id="r1", deliverable_id="d1", stakeholder_id="s1", role="A"),
        RaciRole(id="r2", deliverable_id="d2", stakeholder_id="s1", role="R"),
    ]
    found = shown(*core, *tasks, *roles, problem="Permits take months")
    assert found["v1"] == (False, "the problem is stated")
    assert found["d1"] == (False, "2 in the core team")
    assert found["v9"] == (False, "one role is accountable for 1 of 2 decisions and deliverables")
    twice = RaciRole(id="r3", deliverable_id="d1", stakeholder_id="s2", role="A")
    assert "v9" not in shown(*core, *tasks, *roles, twice)
    assert "d1" not in shown(core[0])


def test_what_is_planned_for_whom_is_counted_and_nobody_is_named():
    people = [
        someone(1, category="community", flags="harder_to_reach", access_plan="evening visits", impact_on_them=3),
        someone(2, category="community", flags="harder_to_reach money"),
        someone(3, category="internal", flags="represented_staff", next_contact=DAY),
    ]
    found = shown(*people)
    assert found["d7"][1] == "an access plan for 1 of 2 who are harder to reach"
    assert found["c3"] == (False, "how much it affects them is noted for 1 of 3 stakeholders")
    assert found["c4"][1] == "a next contact is planned with 1 of 1 unions and staff associations"
    assert not any("Name" in sentence for _, sentence in found.values())
    all_known = [each.having(impact_on_them=1) for each in people]
    assert shown(*all_known)["c3"][0]
