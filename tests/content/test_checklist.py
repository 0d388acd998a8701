"""The digital transformation checklist."""

from facilitator.content import checklist


def test_five_phases_hold_45_items() -> None:
    sizes = {phase.id: len(phase.items) for phase in checklist.phases()}
    assert sizes == {"vision": 9, "deliver": 11, "sustain": 8, "change": 9, "procure": 8}
    assert len({item.id for item in checklist.items()}) == len(checklist.items()) == 45


def test_items_know_their_phase_and_an_owner_that_there_is() -> None:
    roles = {role.id for role in checklist.owner_roles()}
    assert len(roles) == len(checklist.owner_roles()) == 14
    for phase in checklist.phases():
        for item in phase.items:
            assert item.phase == phase.id
            assert checklist.item(item.id) is item
            assert item.owner in roles
            assert item.text.en
            assert item.why.en
            assert item.evidence.en


def test_four_statuses_with_a_mark_beside_the_word() -> None:
    assert [status.id for status in checklist.statuses()] == [
        "not_started",
        "under_way",
        "done",
        "not_for_us",
    ]
    assert len({status.mark for status in checklist.statuses()}) == 4
    assert checklist.status("done").name.fr == "Fait"


def test_standards_name_items_that_exist():
    (standards,) = checklist.tag_sets()
    assert len(standards.tags) == 10
    for tag in standards.tags:
        assert tag.name.en != tag.name.fr
        assert tag.items == tuple(checklist.item(item).id for item in tag.items)
