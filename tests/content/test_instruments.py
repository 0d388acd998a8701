from collections import Counter

import pytest

from facilitator.boards.assessment.model import SCORED, Dataset, OwnAnswer
from facilitator.content.instruments import instrument, instruments, scale, terms

AUDIT = instrument("digital_audit")
CAPACITY = instrument("capacity")
GOVERNANCE = instrument("governance")
PRINCIPLES = instrument("principles")
ADOPTION = instrument("adoption")
WITH_A_LIBRARY = (CAPACITY, GOVERNANCE, PRINCIPLES, ADOPTION)


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
        assert max(Counter(names).values(), default=1) == 1
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


def test_the_instruments_are_those_of_the_house_with_as_many_statements_as_they_promise():
    counts = {asked.id: len(asked.areas) for asked in instruments()}
    assert counts == {"adoption": 5, "capacity": 28, "digital_audit": 10, "governance": 24, "principles": 8}


def test_only_what_is_said_one_to_one_is_private():
    assert {asked.id for asked in instruments() if asked.one_to_one} == {"capacity", "governance", "principles"}


def test_capacity_has_seven_dimensions_of_four_statements():
    assert [(each.id, len(CAPACITY.areas_of(each.id))) for each in CAPACITY.dimensions] == [
        ("people", 4),
        ("tech", 4),
        ("money", 4),
        ("risk", 4),
        ("structures", 4),
        ("policies", 4),
        ("practices", 4),
    ]
    assert all(area.may_be_na for area in CAPACITY.areas)
    assert CAPACITY.ready
    assert CAPACITY.ready.areas == ("cap_r1", "cap_s1", "cap_p2", "cap_m1")
    assert [light.id for light in CAPACITY.ready.lights] == ["red", "amber", "green", "open"]
    assert CAPACITY.ready.light("red").name.en == "Settle first"


def test_governance_has_eight_dimensions_and_three_profiles_over_them():
    sizes = [len(GOVERNANCE.areas_of(each.id)) for each in GOVERNANCE.dimensions]
    assert sizes == [3, 3, 4, 3, 3, 2, 3, 3]
    profiles = {each.id: [area.id for area in GOVERNANCE.areas_for(each.id)] for each in GOVERNANCE.profiles}
    assert profiles == {
        "transparency": ["dg_t1", "dg_t2", "dg_t3", "dg_q1", "dg_l1"],
        "accountability": ["dg_a1", "dg_a2", "dg_a3", "dg_o1", "dg_o2", "dg_c2", "dg_l2"],
        "responsibility": ["dg_r1", "dg_r2", "dg_r3", "dg_r4", "dg_c1", "dg_p1", "dg_p2", "dg_p3"],
    }


def test_governance_knows_what_to_settle_before_launch_and_what_may_not_apply():
    gates = {area.id for area in GOVERNANCE.areas if area.gate}
    letters = ("t1", "a1", "a3", "r1", "r3", "c1", "c2", "p1", "p3", "l2")
    assert gates == {f"dg_{letter}" for letter in letters}
    assert {area.id for area in GOVERNANCE.areas if area.may_be_na} == {"dg_r3", "dg_r4"}
    assert GOVERNANCE.group_view == "themes"
    assert len(GOVERNANCE.group_prompts) == 3


def test_the_inventory_asks_for_what_a_record_of_it_keeps():
    inventory = GOVERNANCE.inventory
    assert inventory
    assert inventory.most == 8
    kept = set(Dataset.model_fields) - {"id", "board_id", "number"}
    assert {column.id for column in inventory.columns} == kept
    assert [choice.id for choice in inventory.columns[2].choices] == ["no", "indirectly", "yes", "sensitive"]


def test_principles_ask_three_questions_each_and_say_what_0_and_4_look_like():
    assert [len(area.prompts) for area in PRINCIPLES.areas] == [3] * 8
    for area in PRINCIPLES.areas:
        assert [anchor.level for anchor in area.anchors] == [0, 4]
        assert area.anchor(4)
        assert area.anchor(2) is None
    assert PRINCIPLES.follow_up.fr.count("___") == PRINCIPLES.follow_up.en.count("___") == 3
    assert "Ontario" in PRINCIPLES.credit.en
    assert PRINCIPLES.scale.name_of(4).en == "It is how we work"


def test_each_adoption_step_has_one_action_of_its_own():
    assert [area.name.en for area in ADOPTION.areas] == [
        "Know why",
        "Want it",
        "Know how",
        "Can do it",
        "Keep doing it",
    ]
    assert [step.area for step in ADOPTION.library] == [area.id for area in ADOPTION.areas]
    assert ADOPTION.needs_work_to == 2


@pytest.mark.parametrize("asked", WITH_A_LIBRARY, ids=lambda asked: asked.id)
def test_every_statement_has_a_step_and_every_step_its_statement(asked):
    assert {step.area for step in asked.library} == {area.id for area in asked.areas}
    for step in asked.library:
        assert asked.library_step(step.id) is step
        assert step in asked.steps_for(step.area)
        assert step.days in {30, 90, 365}
        assert step.effort in {term.id for term in terms().efforts}


@pytest.mark.parametrize("asked", WITH_A_LIBRARY, ids=lambda asked: asked.id)
def test_every_statement_has_its_anchors_and_a_sentence(asked):
    for area in asked.areas:
        assert tuple(anchor.level for anchor in area.anchors) == asked.anchors_at
        assert area.text.en
        assert len(area.name.en) <= 45  # it stands on a board
        assert len(area.name.fr) <= 50
    assert asked.default_target == 3


def test_steps_are_as_long_and_as_hard_as_the_library_of_capacity_says():
    efforts = Counter(step.effort for step in CAPACITY.library)
    assert efforts == {"S": 15, "M": 12, "L": 1}
    assert CAPACITY.library_step("cap_step_o1").days == 365


def test_what_answers_choose_from():
    words = terms()
    assert [each.value for each in words.importances] == [1, 2, 3]
    assert [each.id for each in words.evidence_sorts] == ["opinion", "example", "document", "measured"]
    assert [each.id for each in words.reaches] == ["control", "influence", "accept"]
    assert (len(words.constraints), len(words.opportunities)) == (11, 9)


def test_the_words_without_a_level_are_those_that_an_answer_keeps():
    for each in (AUDIT.scale, PRINCIPLES.scale, ADOPTION.scale):
        ids = {each.unanswered.id, each.dont_know.id, each.not_applicable.id, "level"}
        assert ids == set(SCORED)


def test_what_a_private_instrument_asks_is_kept_in_its_answers():
    kept = {*OwnAnswer.model_fields, "unknown", "not_applicable", "constraint", "opportunity"}
    for asked in WITH_A_LIBRARY[:3]:
        assert set(asked.asks) <= kept


@pytest.mark.parametrize("asked", instruments(), ids=lambda asked: asked.id)
def test_every_instrument_is_named_in_both_languages_and_in_each_its_own_way(asked):
    for one, other in ((asked.name, asked.lead), *((area.name, area.text) for area in asked.areas)):
        assert one.en
        assert one.fr
        assert other.en
        assert other.fr
    texts = [area.text.en for area in asked.areas]
    assert len(set(texts)) == len(texts)
