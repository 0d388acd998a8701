"""What an audit and an adoption check show of the checklist's items."""

from boards.assessment.audits import AUDIT, after, document
from facilitator.boards.assessment.kind import ADOPTION, KIND
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement

EN = Words("en")


def shown(held, kind=KIND):
    return [(each.item, each.done, each.sentence) for each in kind.evidence(held, "a", EN)]


def test_an_audit_is_done_once_every_area_has_a_level():
    assert shown(document()) == []
    codes = [area.code for area in AUDIT.areas]
    most = after(document(), *(f"{code} #2" for code in codes[1:]))
    assert shown(most) == [("v7", False, "digital audit, 9 of 10 areas rated, 1 March 2027")]
    assert shown(after(most, f"{codes[0]} #0"))[0][:2] == ("v7", True)


def test_quick_results_are_a_beginning_of_early_wins():
    first = AUDIT.areas[0]
    held = after(document(), f"{first.code} #1")
    held = held.after(KIND.set_field(held, f"a.{first.id}", "mark", "quick"))
    assert ("c7", False, "1 quick result chosen") in shown(held)


def test_an_adoption_check_is_another_item():
    board = Board(id="a", number=1, kind="adoption", title="Clerks")
    held = Document.of([Engagement(id="engagement", title="T"), board, *ADOPTION.found(board, None)])
    for area in ADOPTION.asked.areas:
        held = held.after(ADOPTION.regroup(held, [f"a.{area.id}"], "3"))
    assert shown(held, ADOPTION) == [("c8", True, "adoption check, 5 of 5 steps rated")]
