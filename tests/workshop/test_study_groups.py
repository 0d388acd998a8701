"""Study groups: who hosts, and that everybody is in one of four to six."""

from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.document import Document
from facilitator.domain.engagement import Person
from facilitator.domain.participation import Enrolment, StudyGroup
from facilitator.domain.program import Cohort, Program
from facilitator.domain.refusal import EditRejected
from facilitator.workshop.study_groups import (
    members_of,
    people_spread,
    study_group_added,
    study_group_edited,
    study_group_removed,
    study_groups_of,
)


def town(count, organizations=(), states=()):
    people = [f"p{number:02}" for number in range(count)]
    of = dict(zip(people, organizations, strict=False))
    state = dict(zip(people, states, strict=False))
    return Document.of(
        [
            Program(id="p", number=1, title="Leaders"),
            Cohort(id="c", program_id="p", number=1, title="Spring"),
            *(Person(id=each, name=each, organization=of.get(each, "")) for each in people),
            *(
                Enrolment(id=f"e{each}", cohort_id="c", person_id=each, state=state.get(each, "active"))
                for each in people
            ),
        ]
    )


def groups(document):
    return [{each.person_id for each in members_of(document, group.id)} for group in study_groups_of(document, "c")]


def spread(document, seed=1):
    return people_spread(document, "c", "Group {}".format, Random(seed))


@settings(max_examples=40, deadline=None)
@given(st.integers(4, 60), st.integers())
def test_everybody_is_in_one_group_of_four_to_six_but_seven_people(count, seed):
    document = town(count)
    made = groups(document.after(spread(document, seed)))
    assert sum(map(len, made)) == len(set().union(*made)) == count
    assert sorted(map(len, made)) == [3, 4] if count == 7 else all(4 <= len(each) <= 6 for each in made)


def test_colleagues_come_apart_where_that_works():
    document = town(12, ["Laval", "Laval", "Gaspé", "GASPÉ", "Alma", "Alma"])
    for seed in range(5):
        for group in groups(document.after(spread(document, seed))):
            assert not any({f"p{each:02}", f"p{each + 1:02}"} <= group for each in (0, 2, 4))


def test_people_without_an_organization_are_nobodys_colleagues():
    document = town(10)
    together = {
        pair
        for seed in range(12)
        for group in groups(document.after(spread(document, seed)))
        for pair in combinations(sorted(group), 2)
    }
    assert len(together) > 40


def test_groups_that_are_there_keep_plan_and_those_over_go_and_undo_brings_all_back():
    document = town(13)
    first = document.after(spread(document))
    assert [each.title for each in study_groups_of(first, "c")] == ["Group 1", "Group 2", "Group 3"]
    group = study_groups_of(first, "c")[0]
    host = members_of(first, group.id)[0].person_id
    first = first.after(study_group_edited(first, group.id, "Early birds", "Tuesdays at 7", host))
    fewer = Document.of(
        each if not isinstance(each, Enrolment) or each.person_id >= "p05" else each.having(state="withdrawn")
        for each in first.records()
    )
    change = spread(fewer, 3)
    after = fewer.after(change)
    assert [(each.title, each.plan) for each in study_groups_of(after, "c")] == [
        ("Early birds", "Tuesdays at 7"),
        ("Group 2", ""),
    ]
    kept = study_groups_of(after, "c")[0]
    assert kept.host_id in {None, *(each.person_id for each in members_of(after, kept.id))}
    assert set().union(*groups(after)) == {f"p{each:02}" for each in range(5, 13)} | {
        each.person_id
        for each in fewer.every(Enrolment)
        if each.state == "withdrawn"
        and each.study_group_id
        and each.study_group_id in {group.id for group in study_groups_of(after, "c")}
    }
    assert after.after(change.reversed()) == fewer


def test_three_are_too_few_and_those_who_left_do_not_count():
    with pytest.raises(EditRejected) as refused:
        spread(town(5, states=["withdrawn", "completed"]))
    assert (refused.value.key, refused.value.values["count"]) == ("study_group_few", 3)


def test_a_host_is_a_member_and_a_group_that_goes_leaves_its_people():
    document = town(4)
    document = document.after(study_group_added(document, "c", " Early  birds "))
    (group,) = study_groups_of(document, "c")
    assert group.title == "Early birds"
    with pytest.raises(EditRejected) as refused:
        study_group_edited(document, group.id, "Early birds", "", "p01")
    assert refused.value.key == "host_not_member"
    full = document.after(spread(document))
    full = full.after(study_group_edited(full, group.id, "Early birds", "", "p01"))
    assert full.get(StudyGroup, group.id).host_id == "p01"
    change = study_group_removed(full, group.id)
    after = full.after(change)
    assert [each.study_group_id for each in after.every(Enrolment)] == [None] * 4
    assert after.after(change.reversed()) == full
