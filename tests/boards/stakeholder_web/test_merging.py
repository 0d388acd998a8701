"""Merging keeps every word and every tie of both, and can be undone."""

import pytest

from engagements import founding
from facilitator.boards.stakeholder_web import edits
from facilitator.boards.stakeholder_web.kind import KIND
from facilitator.boards.stakeholder_web.merging import merge
from facilitator.boards.stakeholder_web.model import (
    MomentPlace,
    RaciRole,
    Relationship,
    RelationshipNote,
    Served,
    Stakeholder,
    StakeholderAttitude,
    StakeholderInfluence,
    StakeholderNote,
)
from facilitator.boards.stakeholder_web.raci import deliverables_of
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.refusal import EditRejected
from facilitator.workshop.capture import LinkLine, parse


class Town:
    """A web with two that are one, and a third."""

    def __init__(self) -> None:
        self.document = Document().after(founding())
        self.kept = self.add("Town clerk !3")
        self.other = self.add("Clerk, Town !1 ~-1 @1")
        self.third = self.add("Council")

    def do(self, change):
        self.document = self.document.after(change)
        return change

    def add(self, line):
        change = self.do(edits.add_stakeholder(self.document, "web", parse(line), "internal"))
        return next(record.id for record in change.added() if isinstance(record, Stakeholder))

    def set(self, item, key, value):
        self.do(KIND.set_field(self.document, item, key, value))

    def tie(self, a, b, kind="works_with"):
        change = self.do(edits.relate(self.document, "web", LinkLine(a, b, kind)))
        return next(change.added()).id

    def ties(self):
        return {(t.from_id, t.to_id, t.kind) for t in self.document.every(Relationship)}


@pytest.fixture
def town() -> Town:
    return Town()


def test_what_one_does_not_know_comes_from_the_other(town):
    town.set(town.kept, "needs", "Time")
    town.set(town.other, "needs", "Money")
    town.set(town.kept, "flags", "rights_holder")
    town.set(town.other, "flags", "formal_approver")
    town.set(town.other, "owner", "Planning")
    town.set(town.other, "note", "Careful")
    before = town.document
    change = town.do(merge(town.document, town.kept, town.other))
    both = town.document.get(Stakeholder, town.kept)
    assert (both.name, both.ring, both.owner) == ("Town clerk", 3, "Planning")
    assert both.needs == "Time\nMoney"
    assert set(both.flags.split()) == {"rights_holder", "formal_approver"}
    assert town.document.find(Stakeholder, town.other) is None
    assert town.document.get(StakeholderInfluence, town.kept).influence == 3
    assert town.document.get(StakeholderAttitude, town.kept).attitude == -1
    note = town.document.get(StakeholderNote, town.kept).text.splitlines()
    assert note == [
        "Careful",
        "Merged with S2 Clerk, Town",
        "Closeness: Core team",
        "Influence: 1 Little say",
    ]
    assert not [each for each in town.document.records() if each.id == town.other]
    assert town.document.after(change.reversed()) == before


def test_ties_of_both_stay_and_none_joins_one_with_itself(town):
    town.tie(town.kept, town.other, "alliance")
    town.tie(town.kept, town.third)
    same = town.tie(town.other, town.third)
    town.set(same, "note", "Mend it")
    town.tie(town.other, "web", "funds")
    town.do(merge(town.document, town.kept, town.other))
    assert town.ties() == {(town.kept, town.third, "works_with"), (town.kept, None, "funds")}
    assert [note.text for note in town.document.every(RelationshipNote)] == ["Mend it"]


def test_no_words_of_a_tie_that_goes_are_lost(town):
    between = town.tie(town.kept, town.other)
    town.set(between, "what_flows", "Minutes")
    town.set(between, "note", "Mend it")
    for each, flows in ((town.kept, "Reports"), (town.other, "Advice")):
        town.set(town.tie(each, town.third), "what_flows", flows)
    town.do(merge(town.document, town.kept, town.other))
    assert [tie.what_flows for tie in town.document.every(Relationship)] == ["Reports; Advice"]
    note = town.document.get(StakeholderNote, town.kept).text
    assert "Minutes" in note
    assert "Mend it" in note


def test_two_of_which_the_same_is_said_leave_no_note(town):
    twin = [town.add("Library"), town.add("Library")]
    town.do(merge(town.document, *twin))
    assert town.document.find(StakeholderNote, twin[0]) is None


def test_another_kind_of_tie_to_the_same_stays_too(town):
    town.tie(town.kept, town.third)
    town.tie(town.other, town.third, "tension")
    town.do(merge(town.document, town.kept, town.other))
    assert {kind for _, _, kind in town.ties()} == {"works_with", "tension"}


def test_roles_and_earlier_places_follow(town):
    town.set("web", "raci", "By-law\nBudget")
    first, second = deliverables_of(town.document, "web")
    town.set(town.kept, f"raci:{first.id}", "A")
    town.set(town.other, f"raci:{first.id}", "R")
    town.set(town.other, f"raci:{second.id}", "C")
    place = MomentPlace(id="p", moment_id="m", stakeholder_id=town.other, name="Clerk", category="internal", ring=1)
    town.document = Document.of([*town.document.records(), place])
    town.do(merge(town.document, town.kept, town.other))
    roles = {role.deliverable_id: role.role for role in town.document.every(RaciRole)}
    assert roles == {first.id: "A", second.id: "C"}
    assert next(town.document.every(MomentPlace)).stakeholder_id == town.kept


def test_one_is_not_merged_with_itself(town):
    with pytest.raises(EditRejected) as refusal:
        merge(town.document, town.kept, town.kept)
    assert refusal.value.key == "merge_itself"


def test_a_text_that_would_be_longer_than_its_field_goes_to_the_private_note(town):
    mine, more = "a" * 9_000, "b" * 5_000
    town.set(town.kept, "needs", mine)
    town.set(town.other, "needs", more)
    town.do(merge(town.document, town.kept, town.other))
    assert town.document.get(Stakeholder, town.kept).needs == mine
    assert f"What they hope for: {more}" in town.document.get(StakeholderNote, town.kept).text


def test_what_flows_that_would_be_too_long_goes_to_the_private_note(town):
    mine, more = "a" * 150, "b" * 150
    for each, flows in ((town.kept, mine), (town.other, more)):
        town.set(town.tie(each, town.third), "what_flows", flows)
    town.do(merge(town.document, town.kept, town.other))
    assert [tie.what_flows for tie in town.document.every(Relationship)] == [mine]
    assert more in town.document.get(StakeholderNote, town.kept).text


@pytest.mark.parametrize("where", ["note", "needs", "tie"])
def test_what_no_private_note_can_hold_is_refused_and_nothing_lost(town, where):
    pair = [town.kept, town.other]
    if where == "tie":
        pair = [town.tie(each, town.third) for each in pair]
    for each, letter in zip(pair, "ab", strict=True):
        town.set(each, "needs" if where == "needs" else "note", letter * 9_900)
    if where == "needs":
        town.set(town.kept, "note", "c" * 9_900)
    with pytest.raises(EditRejected) as refusal:
        merge(town.document, town.kept, town.other)
    assert refusal.value.key == "merge_too_long"
    assert refusal.value.values == {"name": "Town clerk", "other": "Clerk, Town", "limit": 10_000}


def test_every_field_of_what_was_merged_can_be_saved_again(town):
    for key in ("needs", "concerns", "note"):
        for each in (town.kept, town.other):
            town.set(each, key, f"{each} " * 90)
    town.do(merge(town.document, town.kept, town.other))
    for field in KIND.fields(town.document, town.kept, Words("en")):
        if field.form == "text":
            assert len(field.value) <= 10_000


def test_impacts_that_were_meant_for_either_are_meant_for_the_one(town):
    def served(its_id, card, whom):
        return Served(id=its_id, card_id=card, name="Clerk", stakeholder_id=whom)

    meant = [served("a", "c1", town.kept), served("b", "c1", town.other), served("c", "c2", town.other)]
    town.document = Document.of([*town.document.records(), *meant])
    town.do(merge(town.document, town.kept, town.other))
    assert {(each.card_id, each.stakeholder_id) for each in town.document.every(Served)} == {
        ("c1", town.kept),
        ("c2", town.kept),
    }
    assert len(list(town.document.every(Served))) == 2
