import pytest

from boards.assessment.own.interviews import EN, FR, TODAY, after, document, full, with_field
from facilitator.boards.assessment.own.kind import CAPACITY, GOVERNANCE, PRINCIPLES


def found(held, kind=CAPACITY, words=EN):
    return [(each.check, each.items) for each in kind.findings(held, "b", TODAY, words)]


def test_nothing_is_found_where_nothing_was_said():
    assert all(found(document(kind), kind) == [] for kind in (CAPACITY, GOVERNANCE, PRINCIPLES))


def test_a_gate_item_at_one_is_to_be_settled_and_at_two_is_not():
    assert found(after(document(GOVERNANCE), "T1 1", kind=GOVERNANCE), GOVERNANCE) == [("K01", ("b.dg_t1",))]
    assert found(after(document(GOVERNANCE), "T1 2", kind=GOVERNANCE), GOVERNANCE) == []


def test_what_nobody_knows_is_found_where_it_is_critical_until_a_step_is_there():
    held = with_field(after(document(), "P1 ?"), "b.cap_p1", "importance", "2")
    assert found(held) == []
    held = with_field(held, "b.cap_p1", "importance", "3")
    assert found(held) == [("K02", ("b.cap_p1",))]
    held = held.after(CAPACITY.take(held, "b", ["find_out:cap_p1"], EN))
    assert found(held) == []


def test_a_gate_item_that_nobody_knows_is_found_whatever_its_importance_until_it_is_known():
    held = after(document(GOVERNANCE), "T1 ?", kind=GOVERNANCE)
    assert found(held, GOVERNANCE) == [("K07", ("b.dg_t1",))]
    critical = with_field(held, "b.dg_t1", "importance", "3", GOVERNANCE)
    assert found(critical, GOVERNANCE) == [("K07", ("b.dg_t1",))]
    planned = held.after(GOVERNANCE.take(held, "b", ["find_out:dg_t1"], EN))
    assert found(planned, GOVERNANCE) == [("K07", ("b.dg_t1",))]
    assert found(after(planned, "T1 3", kind=GOVERNANCE), GOVERNANCE) == []


def test_data_governance_about_which_nobody_knows_anything_has_a_finding_for_each_gate_item():
    held = after(document(GOVERNANCE), *(f"{area.code} ?" for area in GOVERNANCE.asked.areas), kind=GOVERNANCE)
    gates = [f"b.{area.id}" for area in GOVERNANCE.asked.areas if area.gate]
    assert [each for _, (each,) in found(held, GOVERNANCE)] == gates
    assert len(gates) == 10


def test_what_does_not_apply_needs_a_reason():
    assert found(after(document(), "P1 n/a")) == [("K03", ("b.cap_p1",))]
    assert found(after(document(), "P1 n/a no staff")) == []


@pytest.mark.parametrize(("level", "importance", "fires"), [(1, 3, True), (0, 2, True), (1, 2, False), (2, 3, False)])
def test_a_gap_of_priority_six_needs_a_next_step(level, importance, fires):
    held = with_field(after(document(), f"P1 {level}"), "b.cap_p1", "importance", str(importance))
    assert found(held) == ([("K04", ("b.cap_p1",))] if fires else [])


def test_a_principle_without_an_example_is_hollow():
    held = after(document(PRINCIPLES), "L1 3", kind=PRINCIPLES)
    assert found(held, PRINCIPLES) == [("K05", ("b.user",))]
    assert found(with_field(held, "b.user", "example", "At the desk", PRINCIPLES), PRINCIPLES) == []


def test_a_red_light_is_a_talking_point():
    held = with_field(after(document(), "R1 1"), "b.cap_r1", "importance", "3")
    (light,) = [each for each in CAPACITY.findings(held, "b", TODAY, EN) if each.check == "K06"]
    assert light.message.startswith("Ready to buy? Settle first: ")
    assert "not a verdict" in light.message


@pytest.mark.parametrize("words", [EN, FR], ids=["en", "fr"])
@pytest.mark.parametrize("kind", [CAPACITY, GOVERNANCE, PRINCIPLES], ids=lambda kind: kind.id)
def test_the_most_severe_comes_first_and_opens_a_field_that_is_there(kind, words):
    held = full(kind)
    findings = kind.findings(held, "b", TODAY, words)
    order = ["high", "medium", "low"]
    assert [order.index(each.severity) for each in findings] == sorted(order.index(each.severity) for each in findings)
    for each in findings:
        item_id, key = each.opens
        assert key in {field.key for field in kind.fields(held, item_id, words)}
        assert each.message
        assert each.why
        assert each.action
