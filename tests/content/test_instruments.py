from collections import Counter

import pytest

from facilitator.content.instruments import instrument, instruments, scale

AUDIT = instrument("digital_audit")


def test_the_audit_has_ten_areas_to_look_at_on_five_levels():
    assert [area.id for area in AUDIT.areas] == [
        "aud_service",
        "aud_ux",
        "aud_content",
        "aud_process",
        "aud_systems",
        "aud_data",
        "aud_security",
        "aud_people",
        "aud_gov",
        "aud_culture",
    ]
    assert [level.value for level in AUDIT.scale.levels] == [0, 1, 2, 3, 4]
    assert [level.name.fr for level in AUDIT.scale.levels] == [
        "Absent",
        "En démarrage",
        "Partiel",
        "Établi",
        "Soutenu",
    ]
    assert {mark.id: mark.most for mark in AUDIT.marks} == {"quick": 3, "foundation": 1}


@pytest.mark.parametrize("asked", instruments(), ids=lambda asked: asked.id)
def test_every_instrument_is_whole(asked):
    for names in (
        [area.id for area in asked.areas],
        [area.code for area in asked.areas],
        [mark.id for mark in asked.marks],
        [level.value for level in asked.scale.levels],
    ):
        assert max(Counter(names).values()) == 1
    assert instrument(asked.id) is asked
    assert asked.steps
    assert all(step.prompts for step in asked.steps)
    assert asked.needs_work_to < asked.strength_from


@pytest.mark.parametrize(
    ("level", "strength", "needs_work"),
    [(None, False, False), (0, False, True), (1, False, True), (2, False, False), (3, True, False), (4, True, False)],
)
def test_what_is_not_known_is_neither_a_strength_nor_a_weakness(level, strength, needs_work):
    assert (AUDIT.is_strength(level), AUDIT.needs_work(level)) == (strength, needs_work)


def test_not_known_has_a_word_of_its_own():
    assert AUDIT.scale.name_of(None).en == "Not known"
    assert AUDIT.scale.name_of(0).en == "Absent"


@pytest.mark.parametrize(
    "asked",
    [
        lambda: instrument("no such instrument"),
        lambda: instrument("../checklist"),
        lambda: scale("no such scale"),
        lambda: AUDIT.area("no such area"),
        lambda: AUDIT.mark("no such mark"),
        lambda: AUDIT.scale.name_of(5),
    ],
)
def test_what_is_not_there_is_no_key(asked):
    with pytest.raises(KeyError):
        asked()
