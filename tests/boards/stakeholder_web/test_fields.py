"""The inspector's lines: every field of a stakeholder, a tie and the hub can be read, set and cleared again."""

from datetime import date

import pytest

from engagements import founding
from facilitator.boards.stakeholder_web import edits, raci
from facilitator.boards.stakeholder_web.kind import KIND
from facilitator.boards.stakeholder_web.model import (
    RaciRole,
    Relationship,
    RelationshipNote,
    SharingAgreement,
    Stakeholder,
    StakeholderAttitude,
    StakeholderInfluence,
    StakeholderSalience,
    StrategyReason,
    Web,
)
from facilitator.boards.stakeholder_web.view import ATTITUDE, GRID, INFLUENCE, WEB, form_of, view_of
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.refusal import EditRejected
from facilitator.domain.view import Showing
from facilitator.workshop.capture import LinkLine, parse


class Board:
    """One web that is edited by its fields."""

    def __init__(self) -> None:
        self.document = Document().after(founding())

    def do(self, change):
        self.document = self.document.after(change)
        return change

    def add(self, line: str, group: str = "internal") -> str:
        change = self.do(edits.add_stakeholder(self.document, "web", parse(line), group))
        return next(record.id for record in change.added() if isinstance(record, Stakeholder))

    def set(self, item_id: str, key: str, value: str) -> None:
        self.do(KIND.set_field(self.document, item_id, key, value))

    def field(self, item_id: str, key: str):
        return next(f for f in KIND.fields(self.document, item_id, Words("en")) if f.key == key)

    def value(self, item_id: str, key: str) -> str:
        return self.field(item_id, key).value


@pytest.fixture
def board() -> Board:
    return Board()


def other_value(field) -> str:
    """A value of the field's form that it does not have."""
    if field.form == "choice":
        return next(value for value, _ in reversed(field.choices) if value != field.value)
    if field.form == "many":
        return " ".join(value for value, _ in field.choices[:2])
    return "2027-01-14" if field.form == "date" else "Something else"


def test_every_line_of_a_stakeholder_is_set_and_cleared(board):
    one = board.add("Town clerk")
    board.set("web", "raci", "By-law")
    for before in KIND.fields(board.document, one, Words("en")):
        if before.form == "told":
            continue
        value = other_value(board.field(one, before.key))
        board.set(one, before.key, value)
        assert board.value(one, before.key) == value, before.key
        if before.key in ("name", "category", "ring"):
            continue
        board.set(one, before.key, "")
        assert board.value(one, before.key) == "", before.key
    for kind in (StakeholderAttitude, StakeholderInfluence, StakeholderSalience, StrategyReason, RaciRole):
        assert not list(board.document.every(kind)), kind


def test_every_line_of_a_tie_and_of_the_hub_is_set(board):
    one, other = board.add("Town clerk"), board.add("Town council")
    board.do(edits.relate(board.document, "web", LinkLine(one, other)))
    tie = next(board.document.every(Relationship)).id
    for item in (tie, "web"):
        for field in KIND.fields(board.document, item, Words("fr")):
            value = other_value(field)
            board.set(item, field.key, value)
            assert board.value(item, field.key) == value, field.key
    board.set(tie, "note", "")
    assert not list(board.document.every(RelationshipNote))


def test_what_is_not_known_is_none_and_never_nought(board):
    one = board.add("Town clerk")
    board.set(one, "sources", "law money")
    influence = board.document.get(StakeholderInfluence, one)
    assert (influence.influence, influence.sources) == (None, "money law")  # in the method's order
    board.set(one, "urgency", "no")
    salience = board.document.get(StakeholderSalience, one)
    assert (salience.urgency, salience.legitimacy) == (False, None)
    assert board.value(one, "attitude") == ""


def test_a_chosen_strategy_fills_what_was_open_and_changes_nothing_else(board):
    one = board.add("Town clerk")
    board.set(one, "strategy_id", "enlist")
    record = board.document.get(Stakeholder, one)
    assert (record.level_wanted, record.cadence) == ("collaborate", "weekly")
    board.set(one, "strategy_id", "keep_view")
    record = board.document.get(Stakeholder, one)
    assert (record.strategy_id, record.level_wanted, record.cadence) == ("keep_view", "collaborate", "weekly")


def test_a_subcategory_files_more_finely_and_brings_its_flag(board):
    one = board.add("The nation", "othergov")
    board.set(one, "flags", "formal_approver")
    board.set(one, "subcategory", "first_nations")
    record = board.document.get(Stakeholder, one)
    assert (record.category, record.flags) == ("indigenous", "rights_holder formal_approver")
    assert board.value(one, "category") == "othergov"
    board.set(one, "category", "private")
    assert board.value(one, "subcategory") == ""


@pytest.mark.parametrize(
    ("key", "value"), [("flags", "rights_holder wrong"), ("influence", "5"), ("basis", "told"), ("cadence", "never")]
)
def test_an_answer_that_is_none_is_refused(board, key, value):
    one = board.add("Town clerk")
    with pytest.raises(EditRejected) as refusal:
        board.set(one, key, value)
    assert refusal.value.key == "choice_unknown"


def test_ties_with_the_hub(board):
    one = board.add("Town clerk")
    board.do(edits.relate(board.document, "web", LinkLine(one, "web", "funds")))
    tie = next(board.document.every(Relationship))
    assert (tie.from_id, tie.to_id) == (one, None)
    assert view_of(board.document, "web").relationships[0].to_id == "web"
    project = board.document.get(Web, "web").project
    with pytest.raises(EditRejected):
        edits.relate(board.document, "web", LinkLine(project, project))
    board.do(edits.relate(board.document, "web", LinkLine(project, "Town clerk", remove=True)))
    assert not list(board.document.every(Relationship))


def test_deleting_takes_all_that_hangs_on_it(board):
    one, other = board.add("Town clerk !3 ~-1"), board.add("Town council")
    board.do(edits.relate(board.document, "web", LinkLine(one, other)))
    tie = next(board.document.every(Relationship)).id
    board.set(tie, "note", "Mend it")
    board.set("web", "raci", "By-law\nBudget")
    deliverable = raci.deliverables_of(board.document, "web")[0].id
    board.set(one, f"raci:{deliverable}", "A")
    for key in ("urgency", "legitimacy"):
        board.set(one, key, "yes")
    board.set(one, "strategy_reason", "They asked for it")
    board.do(edits.delete(board.document, [one]))
    left = {record.type_name() for record in board.document.records() if record.private}
    assert not left & {"stakeholder_attitude", "stakeholder_influence", "stakeholder_salience", "strategy_reason"}
    assert not list(board.document.every(RelationshipNote))
    assert not list(board.document.every(RaciRole))


def test_deliverables_keep_their_roles(board):
    one = board.add("Town clerk")
    board.set("web", "raci", "By-law\nBudget")
    first, second = raci.deliverables_of(board.document, "web")
    board.set(one, f"raci:{second.id}", "R")
    board.set("web", "raci", "By-law\nYearly budget")
    assert board.value(one, f"raci:{second.id}") == "R"
    board.set("web", "raci", "Yearly budget")
    assert [each.id for each in raci.deliverables_of(board.document, "web")] == [second.id]
    assert board.value(one, f"raci:{second.id}") == "R"
    board.set("web", "raci", "")
    assert not list(board.document.every(RaciRole))
    assert first.id not in str(KIND.fields(board.document, one, Words("en")))


def test_roles_go_with_their_deliverable_when_the_lines_change_places(board):
    one = board.add("Town clerk")
    board.set("web", "raci", "By-law\nBudget\nPilot")
    by_law, budget, pilot = (each.id for each in raci.deliverables_of(board.document, "web"))
    board.set(one, f"raci:{budget}", "R")
    board.set(one, f"raci:{pilot}", "A")
    for lines in ("Pilot\nBudget\nBy-law", "Budget\nPilot\nReport"):
        board.set("web", "raci", lines)
        assert (board.value(one, f"raci:{budget}"), board.value(one, f"raci:{pilot}")) == ("R", "A")
    assert [each.id for each in raci.deliverables_of(board.document, "web")] == [budget, pilot, by_law]


def test_looking_a_map_through_notes_its_phase(board):
    board.set("web", "phase", "Pilot")
    board.set("web", "reviewed_on", "2026-12-01")
    web = board.document.get(Web, "web")
    assert (web.reviewed_on, web.reviewed_phase) == (date(2026, 12, 1), "Pilot")


def test_a_category_is_empty_on_purpose_until_somebody_is_there(board):
    board.set("web", "none:private", "No supplier yet")
    assert view_of(board.document, "web").none_apply == (("private", "No supplier yet"),)
    board.add("Chamber", "private")
    assert not [f for f in KIND.fields(board.document, "web", Words("en")) if f.key == "none:private"]


def test_private_layers_are_in_a_view_only_when_switched_on(board):
    board.add("Town clerk !4 ~-2")
    plain = view_of(board.document, "web").stakeholders[0]
    assert (plain.influence, plain.attitude) == (None, None)
    for layer in (INFLUENCE, ATTITUDE):
        shown = view_of(board.document, "web", Showing(layers=frozenset({layer}))).stakeholders[0]
        assert (shown.influence, shown.attitude) == ((4, None) if layer == INFLUENCE else (None, -2))
    assert form_of(view_of(board.document, "web", Showing(form=GRID))) == WEB
    assert form_of(view_of(board.document, "web", Showing(form=GRID, layers=frozenset({INFLUENCE})))) == GRID


def test_what_may_be_shown_of_a_1to1_is_noted_privately_and_forgotten_when_empty(board):
    board.set("web", "may_be_shown", "Roles, no names\nNothing on money")
    assert board.field("web", "may_be_shown").private
    assert board.document.get(SharingAgreement, "web").text == "Roles, no names\nNothing on money"
    board.set("web", "may_be_shown", "")
    assert board.document.find(SharingAgreement, "web") is None
