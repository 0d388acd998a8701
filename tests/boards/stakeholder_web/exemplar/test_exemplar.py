"""From a 1:1 map to a copy that a group may see: names to roles, and nothing private passes."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.boards.redaction import UNTOUCHED, RedactionAnswers
from facilitator.boards.stakeholder_web.checks.strategies import TELL_OF_DOUBTS, suggestion
from facilitator.boards.stakeholder_web.checks.values import Known
from facilitator.boards.stakeholder_web.kind import KIND
from facilitator.boards.stakeholder_web.model import (
    Deliverable,
    Moment,
    MomentPlace,
    NoneApply,
    RaciRole,
    Relationship,
    RelationshipNote,
    Served,
    SharingAgreement,
    Stakeholder,
    StakeholderAttitude,
    StakeholderInfluence,
    StakeholderNote,
    StakeholderSalience,
    StrategyReason,
    Web,
)
from facilitator.content.naming import bared
from facilitator.content.theme import theme
from facilitator.content.words import Words
from facilitator.domain.change import Change, adding
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement, Person, SpokenCode
from facilitator.domain.refusal import EditRejected
from facilitator.domain.view import Showing
from facilitator.exchange.csv_tables import csv_of
from facilitator.exchange.svg import svg_of
from facilitator.opening import found_engagement, open_engagement
from facilitator.workshop.capture import AddLine

DAY = date(2027, 1, 14)
EN = Words("en")
SECRET = "Zqxj"
TEXTS = ("needs", "concerns", "contribution", "strategy", "owner", "access_plan")


def person(number, name, **fields):
    code = {"code": f"S{number}", "category": "internal", **fields}
    return Stakeholder(id=f"p{number}", board_id="web", name=name, **code)


def one_to_one(*records, language="en", **web):
    """A 1:1 web about Marie Tremblay and others, with everything private that there can be."""
    hub = {"project": "Permits", "problem": "Marie Tremblay waits", "change_sought": "Less for marie", **web}
    return Document.of(
        [
            Engagement(id="engagement", title="T", language=language),
            Board(id="web", number=3, kind="stakeholder_web", title="Marie’s web", question="Who, Tremblay?"),
            Web(id="web", **hub),
            SpokenCode(id="S", last=40),
            Person(id="guest", name="Olga Ivanova"),
            *(records or PEOPLE),
        ]
    )


PEOPLE = (
    person(1, "Marie Tremblay", kind="person", subcategory="cao", needs="Marie and Olga agree", owner="Luc Gagnon"),
    person(2, "Town clerk", kind="person", concerns="M. Tremblay said no; call 514-555-0123", ring=2),
    person(3, "Library", placed_x=300.0, placed_y=500.0, strategy="Ask Mme Tremblay", strategy_id="partner"),
    person(
        10, "Acme (Anne Roy)", category="private", next_contact=date(2027, 2, 1), cadence="weekly", channel="survey"
    ),
    Relationship(id="t1", board_id="web", from_id="p1", to_id=None, kind="funds", what_flows="Money from Marie"),
    Relationship(id="t2", board_id="web", from_id="p2", to_id="p3", strength=3, quality="good", confidence="guess"),
    NoneApply(id="n", board_id="web", category="community", reason="Tremblay decided"),
    Deliverable(id="d", board_id="web", number=1, name="Plan of Marie Tremblay"),
    RaciRole(id="r", deliverable_id="d", stakeholder_id="p1", role="A"),
    Moment(id="m", board_id="web", title="Then", kept_on=DAY),
    MomentPlace(id="mp", moment_id="m", stakeholder_id="p1", name="Marie Tremblay", category="internal", ring=1),
    StakeholderAttitude(id="p1", attitude=-1, basis="assumed"),
    StakeholderAttitude(id="p2", basis="assumed"),
    StakeholderInfluence(id="p1", influence=4, sources="money law"),
    StakeholderSalience(id="p1", urgency=True),
    StakeholderNote(id="p1", text="secret"),
    StrategyReason(id="p3", text="secret"),
    RelationshipNote(id="t1", text="secret"),
)


def lines(document, answers=UNTOUCHED, words=EN):
    return {line.place: line for line in KIND.redaction(document, "web", words, answers).lines}


def made(document, answers=UNTOUCHED):
    """The new board's id and the document with it."""
    change = KIND.exemplar(document, "web", answers, DAY)
    after = document.after(change)
    assert after.after(change.reversed()) == document
    return next(record.id for record in change.added() if isinstance(record, Board)), after


def of_board(document, board_id):
    return {each.name: each for each in document.every(Stakeholder) if each.board_id == board_id}


def test_the_copy_is_a_new_board_with_new_ids_and_codes():
    document = one_to_one()
    board_id, after = made(document)
    board, web = after.get(Board, board_id), after.get(Web, board_id)
    assert (board_id, board.number, board.kind) == ("stakeholder_web", 4, "stakeholder_web")
    assert board.title == "Exemplar: CAO / city manager’s web"
    assert (web.state, web.made_from, web.reviewed_on) == ("draft", "CAO / city manager’s web", DAY)
    copies = of_board(after, board_id)
    assert [each.code for each in copies.values()] == ["S41", "S42", "S43", "S44"]
    assert {each.origin for each in copies.values()} == {"exemplar"}
    assert not {each.id for each in copies.values()} & {"p1", "p2", "p3", "p10"}
    assert after.get(SpokenCode, "S").last == 44
    assert document.get(Web, "web") == after.get(Web, "web")


def test_what_is_public_is_copied_as_it_stands():
    board_id, after = made(one_to_one())
    copies = of_board(after, board_id)
    library, acme = copies["Library"], copies["Acme"]
    assert (library.placed_x, library.placed_y, library.strategy_id) == (300.0, 500.0, "partner")
    assert (acme.category, acme.next_contact, acme.cadence, acme.channel) == (
        "private",
        date(2027, 2, 1),
        "weekly",
        "survey",
    )
    ties = [each for each in after.every(Relationship) if each.board_id == board_id]
    assert [(tie.kind, tie.strength, tie.quality, tie.confidence) for tie in ties] == [
        ("funds", 2, "", ""),
        ("works_with", 3, "good", "guess"),
    ]
    assert ties[0].to_id is None
    assert ties[1].to_id == library.id
    role = next(each for each in after.every(RaciRole) if each.id != "r")
    assert (role.stakeholder_id, role.role) == (copies["CAO / city manager"].id, "A")


def test_names_become_roles_wherever_they_are_mentioned():
    found = {place: line.becomes for place, line in lines(one_to_one()).items()}
    assert found["p1", "name"] == "CAO / city manager"
    assert found["p1", "needs"] == "CAO / city manager and a participant agree"
    assert found["p1", "owner"] == "Someone on the project team"
    assert found["p2", "name"] == "Town clerk"
    assert found["p2", "concerns"] == "CAO / city manager said no; call […]"
    assert found["p3", "strategy"] == "Ask CAO / city manager"
    assert found["web", "question"] == "Who, CAO / city manager?"
    assert found["web", "problem"] == "CAO / city manager waits"
    assert found["web", "change_sought"] == "Less for CAO / city manager"
    assert found["t1", "what_flows"] == "Money from CAO / city manager"
    assert found["n", "reason"] == "CAO / city manager decided"
    assert found["d", "name"] == "Plan of CAO / city manager"


def test_every_change_says_why():
    found = lines(one_to_one())
    assert found["p1", "name"].why == "A person’s name becomes a role"
    assert found["p2", "name"].why == "Looks like a role already"
    assert found["p2", "concerns"].why == "Mentions M. Tremblay. Holds an address or a number"
    assert found["p3", "name"].why == ""
    assert [line.place for line in found.values() if line.changes and not line.why] == []
    assert found["p2", "concerns"].code == "S2"
    assert found["p2", "concerns"].label == "Concerns"


@pytest.mark.parametrize(
    ("people", "language", "roles"),
    [
        ([("Marie Roy", {}), ("Luc Roy", {})], "en", ["Someone in Internal A", "Someone in Internal B"]),
        ([("Marie Roy", {}), ("Someone in Internal", {})], "en", ["Someone in Internal A", "Someone in Internal"]),
        ([("Marie Roy", {"subcategory": "finance"})], "fr", ["Finances"]),
        ([("Marie Roy", {})], "fr", ["Une personne – Interne"]),
        ([("Marie Roy, directrice des TI", {})], "fr", ["Directrice des TI"]),
        ([("Mayor Brown", {})], "en", ["Mayor"]),
        ([("Acme (Marie Roy)", {})], "en", ["Acme"]),
        ([("Acme (Marie Roy)", {"kind": "person"})], "en", ["Someone in Internal"]),
        ([("Marie Roy, Acme", {})], "en", ["Someone in Internal"]),
        ([("ann@ville.ca", {})], "en", ["Someone in Internal"]),
        ([("Marie Roy <marie@ville.ca>", {})], "en", ["Someone in Internal"]),
        ([("Gagnon", {"kind": "person"})], "en", ["Someone in Internal"]),
        ([("senior thinker", {"kind": "person"})], "en", ["Someone in Internal"]),
        ([("City manager", {"kind": "person"})], "en", ["City manager"]),
        ([("Gagnon", {})], "en", ["Gagnon"]),
    ],
)
def test_the_role_that_is_proposed(people, language, roles):
    there = [person(number, name, **fields) for number, (name, fields) in enumerate(people, start=1)]
    found = lines(one_to_one(*there, language=language), words=Words(language))
    assert [found[each.id, "name"].becomes for each in there] == roles


def test_more_persons_than_letters():
    there = [person(number, f"Marie Roy-{'x' * number}") for number in range(1, 31)]
    roles = [line.becomes for place, line in lines(one_to_one(*there)).items() if place[1] == "name"]
    assert len(set(roles)) == 30
    assert roles[-1] == "Someone in Internal AD"


DOUBTED = {"strategy_id": "address_concerns", "strategy": "Hear her", "cadence": "weekly"}
TIES = (
    person(1, "Marie Tremblay", subcategory="cao", **DOUBTED),
    person(2, "Library", strategy_id="partner", strategy="A seat at the table"),
    Relationship(id="t1", board_id="web", from_id="p1", to_id="p2", kind="tension", what_flows="Old quarrels"),
    Relationship(id="t2", board_id="web", from_id="p2", to_id="p1", kind="broken"),
    Relationship(id="t3", board_id="web", from_id="p1", kind="funds", quality="strained", what_flows="Money"),
)


def test_every_tie_is_a_line_and_those_of_a_conflict_are_left_out():
    document = one_to_one(*TIES)
    found = lines(document)
    first, second, third = (found[each, "tie"] for each in ("t1", "t2", "t3"))
    assert first.was == "Marie Tremblay – Tension or conflict – Library"
    assert [line.taken for line in (first, second, third)] == [False, False, True]
    assert (first.becomes, first.why, first.changes) == ("", "Tells of a conflict", True)
    assert third.becomes == "CAO / city manager – Funds (Strained) – Permits"
    assert third.why == "Tells of a conflict"
    assert third.label == "Tie S1 – Permits"
    assert ("t1", "what_flows") not in found
    assert ("t3", "what_flows") in found
    assert "2 ties" in KIND.redaction(document, "web", EN).dropped
    board_id, after = made(document)
    assert [tie.kind for tie in after.every(Relationship) if tie.board_id == board_id] == ["funds"]


def test_a_tie_goes_along_or_is_left_out_as_the_facilitator_says():
    document = one_to_one(*TIES)
    answers = UNTOUCHED.taking(("t1", "tie"), True).taking(("t3", "tie"), False)
    found = lines(document, answers)
    assert found["t1", "tie"].becomes == "CAO / city manager – Tension or conflict – Library"
    assert found["t1", "what_flows"].becomes == "Old quarrels"
    assert ("t3", "what_flows") not in found
    board_id, after = made(document, answers)
    ties = [tie for tie in after.every(Relationship) if tie.board_id == board_id]
    assert [(tie.kind, tie.what_flows) for tie in ties] == [("tension", "Old quarrels")]


def test_a_strategy_that_tells_of_doubts_is_left_out_with_its_words():
    document = one_to_one(*TIES)
    found = lines(document)
    hidden, open_ = found["p1", "strategy_id"], found["p2", "strategy_id"]
    assert (hidden.was, hidden.becomes, hidden.taken) == ("Address concerns face to face", "", False)
    assert (hidden.code, hidden.label, hidden.why) == ("S1", "Strategy", "Tells that they have doubts")
    assert (open_.taken, open_.changes, open_.why) == (True, False, "")
    assert ("p1", "strategy") not in found
    assert found["p2", "strategy"].becomes == "A seat at the table"
    assert "the strategy for 1 stakeholder" in KIND.redaction(document, "web", EN).dropped
    board_id, after = made(document)
    plans = [(each.strategy_id, each.strategy, each.cadence) for each in of_board(after, board_id).values()]
    assert plans == [("", "", "weekly"), ("partner", "A seat at the table", "")]
    board_id, after = made(document, UNTOUCHED.taking(("p1", "strategy_id"), True))
    taken = of_board(after, board_id)["CAO / city manager"]
    assert (taken.strategy_id, taken.strategy) == ("address_concerns", "Hear her")
    assert ("p1", "strategy_id") not in lines(document, UNTOUCHED.switched("strategies", False))


def test_every_strategy_that_the_rule_suggests_to_doubters_alone_tells_of_doubts():
    answers = [None, 1, 2, 3, 4]
    doubting, others = (
        {
            suggestion(Known(influence=power, interest=stake, impact_on_them=stake, attitude=attitude)).strategy_id
            for power in answers
            for stake in answers
            for attitude in attitudes
        }
        for attitudes in ((-2, -1), (None, 0, 1, 2))
    )
    assert doubting - others == TELL_OF_DOUBTS


def test_what_was_agreed_is_for_the_facilitator_to_read_and_not_in_the_copy():
    agreed = SharingAgreement(id="web", text="Marie: no word on the vote")
    document = one_to_one(*PEOPLE, agreed)
    assert KIND.redaction(document, "web", EN).agreed == "Marie: no word on the vote"
    assert KIND.redaction(one_to_one(), "web", EN).agreed == ""
    _, after = made(document)
    assert list(after.every(SharingAgreement)) == [agreed]


def test_the_words_of_the_screen_are_the_facilitators_and_the_roles_those_of_the_stage():
    redaction = KIND.redaction(one_to_one(language="fr"), "web", EN)
    assert redaction.title.becomes.startswith("Exemple\u202f: ")
    assert redaction.title.label == "Title of the copy"
    assert redaction.dropped[0] == "2 private notes"


def test_what_is_left_behind_is_counted():
    redaction = KIND.redaction(one_to_one(), "web", EN)
    assert redaction.dropped == (
        "2 private notes",
        "the reason for 1 strategy",
        "1 rating of influence",
        "1 answer on urgency and legitimacy",
        "1 attitude",
        "1 earlier moment",
    )
    taking = UNTOUCHED.switched("attitude", True)
    assert "how 2 attitudes are known" in KIND.redaction(one_to_one(), "web", EN, taking).dropped
    leaving = replace(taking, switches={each.id: False for each in redaction.switches})
    assert KIND.redaction(one_to_one(), "web", EN, leaving).dropped[-4:] == (
        "the hopes and concerns of 2 stakeholders",
        "the strategies for 2 stakeholders",
        "the owners or next contacts of 2 stakeholders",
        "what flows along 1 tie",
    )


def test_a_switch_leaves_its_words_behind():
    off = RedactionAnswers(dict.fromkeys(("voices", "strategies", "contacts", "tie_words"), False))
    board_id, after = made(one_to_one(), off)
    for each in of_board(after, board_id).values():
        assert [getattr(each, text) for text in TEXTS] == [""] * 6
        assert (each.strategy_id, each.cadence, each.channel, each.next_contact) == ("", "", "", None)
    assert [tie.what_flows for tie in after.every(Relationship) if tie.board_id == board_id] == ["", ""]


def test_attitudes_pass_only_where_that_is_asked_for_and_never_how_they_are_known():
    _, after = made(one_to_one())
    assert len(list(after.every(StakeholderAttitude))) == 2
    board_id, after = made(one_to_one(), UNTOUCHED.switched("attitude", True))
    new = [each for each in after.every(StakeholderAttitude) if each.id not in ("p1", "p2")]
    assert [(each.attitude, each.basis) for each in new] == [(-1, "")]
    assert new[0].id == of_board(after, board_id)["CAO / city manager"].id
    for kind in (StakeholderInfluence, StakeholderSalience, StakeholderNote, StrategyReason, RelationshipNote):
        assert len(list(after.every(kind))) == 1
    assert len(list(after.every(Moment))) == 1


def test_what_is_typed_stands_and_is_looked_at_again():
    answers = UNTOUCHED.having_typed(("p1", "name"), " The  boss ").having_typed(("p3", "name"), "Marie’s library")
    found = lines(one_to_one(), answers)
    assert found["p1", "name"].becomes == "The boss"
    assert found["p1", "needs"].becomes == "The boss and a participant agree"
    assert found["p1", "name"].why == "Changed by you"
    assert found["p3", "name"].still == ("Marie",)
    assert found["p3", "name"].open
    with pytest.raises(EditRejected) as refusal:
        KIND.exemplar(one_to_one(), "web", answers, DAY)
    assert refusal.value.key == "redaction_open"
    assert dict(refusal.value.values) == {"place": "S3 Name", "names": "Marie"}
    board_id, after = made(one_to_one(), answers.keeping(("p3", "name")))
    assert set(of_board(after, board_id)) == {"The boss", "Town clerk", "Marie’s library", "Acme"}


def test_a_kept_name_is_kept_everywhere():
    place = ("p1", "name")
    answers = UNTOUCHED.having_typed(place, "Marie Tremblay").keeping(place)
    found = lines(one_to_one(), answers)
    assert found[place].why == "Kept by you"
    assert found["web", "problem"].becomes == "Marie Tremblay waits"
    assert not found["web", "problem"].open
    typed_again = answers.having_typed(place, "Marie T.")
    assert lines(one_to_one(), typed_again)[place].open
    assert lines(one_to_one(), answers.as_proposed(place)) == lines(one_to_one())


def test_an_organization_that_gets_another_name_is_renamed_in_texts():
    answers = UNTOUCHED.having_typed(("p3", "name"), "A partner")
    there = (person(3, "Maple Kiosk Inc."), person(4, "Clerk", needs="Maple Kiosk, or any other kiosk"))
    assert lines(one_to_one(*there), answers)["p4", "needs"].becomes == "A partner, or any other kiosk"


@pytest.mark.parametrize(
    ("place", "text"),
    [(("p1", "name"), " "), (("web", "title"), ""), (("web", "project"), ""), (("p1", "name"), "x" * 201)],
)
def test_what_cannot_stand_is_refused(place, text):
    with pytest.raises(EditRejected):
        KIND.redaction(one_to_one(), "web", EN, UNTOUCHED.having_typed(place, text))


def test_a_text_that_grows_too_long_is_cut():
    tie = Relationship(id="t", board_id="web", from_id="p1", what_flows="Marie; " * 28)
    found = lines(one_to_one(person(1, "Marie Roy", subcategory="faith_cultural"), tie))["t", "what_flows"].becomes
    assert len(found) == 200
    assert found.endswith("…")


@pytest.mark.parametrize(("state", "notice"), [("draft", True), ("validated", False), ("shared", False)])
def test_a_map_that_nobody_approved_is_told(state, notice):
    assert bool(KIND.redaction(one_to_one(state=state), "web", EN).notice) == notice


@pytest.mark.parametrize(("state", "copied"), [("draft", "draft"), ("validated", "shared"), ("shared", "shared")])
def test_only_what_was_approved_is_shared(state, copied):
    board_id, after = made(one_to_one(state=state))
    assert after.get(Web, board_id).state == copied


def test_a_name_that_begins_with_the_surname_goes_everywhere():
    there = (person(1, "Benali, Idris"), person(2, "Clerk", needs="Ask Idris Benali, Benali, Idris or Benali"))
    found = lines(one_to_one(*there))
    assert found["p1", "name"].becomes == "Someone in Internal"
    assert "Benali" not in found["p2", "needs"].becomes
    assert "Idris" not in found["p2", "needs"].becomes


def test_bodies_keep_their_names():
    names = ("Valbourg Gazette", "Mairie de Valbourg", "Marina users", "Usagers de la Marina")
    found = lines(one_to_one(*(person(number, name) for number, name in enumerate(names, start=1))))
    assert [line.becomes for place, line in found.items() if place[1] == "name"] == list(names)
    assert not found["p1", "name"].open
    assert not found["p3", "name"].open


def test_what_may_be_a_person_is_asked():
    there = (person(1, "Osei Mensah"), person(2, "Clerk", needs="Mensah agrees"))
    document = one_to_one(*there)
    assert lines(document)["p1", "name"].becomes == "Osei Mensah"
    assert lines(document)["p1", "name"].still == ("Osei Mensah",)
    with pytest.raises(EditRejected):
        KIND.exemplar(document, "web", UNTOUCHED, DAY)
    renamed = lines(document, UNTOUCHED.having_typed(("p1", "name"), "A planner"))
    assert renamed["p2", "needs"].becomes == "A planner agrees"
    shop = lines(one_to_one(person(1, "Osei Mensah", kind="organization")))["p1", "name"]
    assert (shop.becomes, shop.open) == ("Osei Mensah", False)
    assert lines(one_to_one(person(1, "Acme (Osei Mensah)")))["p1", "name"].becomes == "Acme"
    kept = lines(document, UNTOUCHED.keeping(("p1", "name")))
    assert not kept["p1", "name"].open
    assert kept["p1", "name"].why == "Kept by you"
    assert KIND.redaction(one_to_one(person(1, "Osei Mensah", kind="person")), "web", EN).open == ()


def test_a_surname_that_an_organization_has_too_is_asked_not_replaced():
    there = (
        person(1, "Jean Valbourg"),
        person(2, "Mairie de Valbourg", needs="Valbourg grows; Jean Valbourg and M. Valbourg agree"),
    )
    found = lines(one_to_one(*there))
    assert found["p2", "name"].becomes == "Mairie de Valbourg"
    assert found["p2", "name"].open
    needs = found["p2", "needs"]
    assert needs.becomes == "Valbourg grows; Someone in Internal and Someone in Internal agree"
    assert needs.still == ("Valbourg",)
    assert "A person or an organization: Valbourg" in needs.why


def test_whence_a_copy_comes_names_nobody_even_in_doubt():
    document = one_to_one(person(1, "Osei Mensah"))
    board = document.get(Board, "web").having(title="Web of Osei Mensah")
    document = Document.of([*(each for each in document.records() if each.id != "web" or isinstance(each, Web)), board])
    board_id, after = made(document, UNTOUCHED.having_typed(("p1", "name"), "A planner"))
    assert "Mensah" not in after.get(Web, board_id).made_from
    assert "Mensah" not in after.get(Board, board_id).title


def test_whom_the_group_adds_keeps_that_origin():
    board_id, after = made(one_to_one())
    change = KIND.add(after, board_id, AddLine("Tenants", None, None, None, None), "community")
    after = after.after(change)
    assert of_board(after, board_id)["Tenants"].origin == "group"
    table = KIND.tables(KIND.view(after, board_id), EN)[0]
    assert table.columns[-1] == "Origin"
    assert {row[1]: row[-1] for row in table.rows} == {
        "CAO / city manager": "Exemplar",
        "Town clerk": "Exemplar",
        "Library": "Exemplar",
        "Acme": "Exemplar",
        "Tenants": "Added by the group",
    }
    assert "Origin" not in KIND.tables(KIND.view(after, "web"), EN)[0].columns
    assert {each.origin for each in of_board(after, "web").values()} == {""}


def test_the_copy_is_saved_undone_and_done_again_in_a_real_file(tmp_path):
    path = tmp_path / "town.facilitator"
    document = one_to_one()
    found_engagement(path, Change("found_engagement", adding(document.records()))).close()
    with open_engagement(path) as opened:
        opened.journal.do(KIND.exemplar(opened.journal.document, "web", UNTOUCHED.switched("attitude", True), DAY))
        made = opened.journal.document
    with open_engagement(path) as again:
        assert again.journal.document == made
        again.journal.undo()
        assert again.journal.document == document
        again.journal.redo()
        assert again.journal.document == made


def test_what_a_value_board_means_for_somebody_stays_with_the_1_to_1():
    """Its names are those of the 1:1: the copy has none of them, and no board was ever meant for the copy."""
    affected = person(1, "Marie Tremblay", kind="person", impact_on_them=4)
    other = person(2, "Town clerk", impact_on_them=4)
    meant = Served(id="v", card_id="impact", name="Marie Tremblay", stakeholder_id="p1")
    board_id, after = made(one_to_one(affected, other, meant))
    assert list(after.every(Served)) == [meant]
    assert "Tremblay" not in repr(KIND.view(after, board_id))
    found = {each.items for each in KIND.findings(after, "web", DAY, EN) if each.check == "V01"}
    assert found == {("p2",)}
    assert not [each for each in KIND.findings(after, board_id, DAY, EN) if each.check == "V01"]


def test_a_board_that_is_gone():
    for make in (KIND.redaction, lambda d, b, w: KIND.exemplar(d, b, UNTOUCHED, DAY)):
        with pytest.raises(EditRejected) as refusal:
            make(one_to_one(), "no board", EN)
        assert refusal.value.key == "gone"


GIVEN = ("Marie", "Jean-Pierre", "Priya", "Søren", "Wei", "Hélène")
FAMILY = ("Tremblay", "O’Brien", "Vanterpool", "Łukasz-Müller", "Castelroux", "Zhang")
NAMES = st.tuples(st.sampled_from(GIVEN), st.sampled_from(FAMILY)).map(" ".join)
AROUND = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), max_size=12)


@st.composite
def private_maps(draw):
    """Persons whose names stand in every text of a map, as written, in capitals or as the family name alone."""
    names = draw(st.lists(NAMES, min_size=1, max_size=4, unique=True))
    kinds = st.sampled_from(["", "person"])
    spelled = st.sampled_from(names).flatmap(
        lambda name: st.sampled_from([name, name.upper(), f"M. {name.split()[1]}"])
    )
    mentions = st.builds("{} {} {}".format, AROUND, spelled, AROUND)
    records = [SharingAgreement(id="web", text=f"{SECRET}agreed")]
    for number, name in enumerate(names, start=1):
        texts = {text: draw(mentions).strip() for text in TEXTS}
        records.append(person(number, name, kind=draw(kinds), **texts))
        its_id = f"p{number}"
        records += [
            StakeholderAttitude(id=its_id, attitude=draw(st.integers(-2, 2)), basis=f"{SECRET}basis"),
            StakeholderInfluence(id=its_id, influence=4, sources=f"{SECRET}source"),
            StakeholderNote(id=its_id, text=f"{SECRET}note"),
            StrategyReason(id=its_id, text=f"{SECRET}reason"),
            Relationship(id=f"t{number}", board_id="web", from_id=its_id, what_flows=draw(mentions)),
            RelationshipNote(id=f"t{number}", text=f"{SECRET}tie"),
            NoneApply(id=f"n{number}", board_id="web", category="knowledge", reason=draw(mentions)),
            Deliverable(id=f"d{number}", board_id="web", number=number, name=draw(mentions)),
        ]
    hub = {text: draw(mentions) for text in ("project", "problem", "change_sought", "decision", "phase")}
    document = one_to_one(*records, **hub)
    guest = draw(NAMES)
    note = Person(id="guest", name=guest, organization=f"{SECRET}firm")
    board = document.get(Board, "web").having(title=draw(mentions), question=draw(mentions))
    kept = [each for each in document.records() if each.id not in ("guest",) and not isinstance(each, Board)]
    return Document.of([*kept, note, board]), names


def seen_by_all(document, board_id):
    """Everything that shows the board to participants."""
    for form in KIND.forms(EN):
        view = KIND.view(document, board_id, Showing(form.id))
        yield repr(view)
        yield repr(KIND.items(view))
        yield repr(KIND.tables(view, EN))
        tables = KIND.tables(view, EN)
        yield csv_of((table.title, table.columns, table.rows) for table in tables).decode()
        picture = KIND.picture(view, theme())
        yield repr(picture)
        yield svg_of(picture, view.title, view.language)


@pytest.mark.slow
@given(private_maps())
def test_nothing_private_passes_and_no_person_is_named(drawn):
    document, names = drawn
    change = KIND.exemplar(document, "web", UNTOUCHED.switched("attitude", True), DAY)
    board_id = next(record.id for record in change.added() if isinstance(record, Board))
    everything = [repr(record) for record in change.added()]
    everything += seen_by_all(document.after(change), board_id)
    whole = bared("\n".join(everything))
    assert bared(SECRET) not in whole
    assert [name for name in names if bared(name) in whole] == []
    assert [name for name in names if bared(f" {name.split()[1]} ") in whole] == []
