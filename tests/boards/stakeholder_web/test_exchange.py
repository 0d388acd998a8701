"""Maps and tables in and out: what comes of each row, and that Kumu gives back what it was given."""

import dataclasses
import json
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engagements import founding
from facilitator.boards.importing import LeftOut
from facilitator.boards.incoming import read_incoming
from facilitator.boards.stakeholder_web import edits
from facilitator.boards.stakeholder_web.exchange.columns import guess_columns
from facilitator.boards.stakeholder_web.exchange.exporting import graph_of, private_graph_of
from facilitator.boards.stakeholder_web.exchange.importing import plan_import, targets
from facilitator.boards.stakeholder_web.model import (
    Relationship,
    Stakeholder,
    StakeholderAttitude,
    StakeholderInfluence,
    StakeholderNote,
    Web,
)
from facilitator.boards.stakeholder_web.view import view_of
from facilitator.content import methods
from facilitator.content.participation import participation_levels
from facilitator.content.words import Words
from facilitator.domain import words_of_people
from facilitator.domain.document import Document
from facilitator.exchange import kumu_csv, kumu_json
from facilitator.workshop.capture import parse

EMPTY = Document().after(founding())


def planned(data, document=EMPTY, *, update=False, form="", language="en", mapped=None):
    incoming = read_incoming(data, form=form)
    found = guess_columns(document, "web", incoming) if mapped is None else mapped
    group = methods.categories(document.get(Web, "web").category_set)[0].id
    return plan_import(document, "web", incoming, found, group, update=update, words=Words(language))


def taken(plan, document=EMPTY):
    return document.after(plan.change) if plan.change else document


def people(document):
    return sorted(document.every(Stakeholder), key=lambda each: int(each.code[1:]))


def test_a_table_from_a_spreadsheet():
    plan = planned(
        "Name\tSector\tCloseness\tInfluence\tAttitude\tShoe size\r\n"
        "Town clerk\tInternal\t2\t3 Strong say\t−1\t42\r\n"
        '"Local\r\nbuilders"\tprivate sector\tAffected or consulted\t4\t+2\t\r\n'
        "Chamber\tAutres gouvernements\t\t\t\t\r\n"
    )
    assert [(row.place, row.name, row.fate) for row in plan.rows] == [
        (2, "Town clerk", "new"),
        (3, "Local builders", "new"),
        (5, "Chamber", "new"),
    ]
    assert plan.left_out == (LeftOut("Shoe size", "unknown"),)
    document = taken(plan)
    assert [(p.code, p.category, p.ring) for p in people(document)] == [
        ("S1", "internal", 2),
        ("S2", "private", 3),
        ("S3", "othergov", 3),
    ]
    assert [i.influence for i in document.every(StakeholderInfluence)] == [3, 4]
    assert [a.attitude for a in document.every(StakeholderAttitude)] == [-1, 2]


def test_two_of_a_map_that_are_one_on_the_board_both_tell_what_they_know():
    document = taken(planned("Name\nTown clerk\n", mapped={"Name": "name"}))
    elements = [{"id": "a", "label": "Town clerk", "owner": "CAO"}, {"id": "b", "label": "Town clerk", "say": "4"}]
    elements.append({"id": "c", "label": "Town clerk", "from": "law"})
    data = json.dumps({"elements": elements})
    where = {"label": "name", "owner": "owner", "say": "influence", "from": "sources"}
    document = taken(planned(data, document, update=True, mapped=where), document)
    [clerk] = people(document)
    influence = document.get(StakeholderInfluence, clerk.id)
    assert (clerk.owner, influence.influence, influence.sources) == ("CAO", 4, "law")


def test_rows_that_cannot_be_read_are_named_and_the_others_taken():
    plan = planned("Name,Closeness,By when\nTown clerk,9,\n,1,\nCouncil,1,soon\nLibrary,1,2027-01-14\n")
    assert [(row.place, row.fate) for row in plan.rows] == [
        (2, "rejected"),
        (3, "rejected"),
        (4, "rejected"),
        (5, "new"),
    ]
    assert "Closeness" in plan.rows[0].why
    assert "9" in plan.rows[0].why
    assert "soon" in plan.rows[2].why
    assert [each.name for each in people(taken(plan))] == ["Library"]


def test_every_cell_of_a_row_that_cannot_be_read_is_named_in_one_sentence():
    plan = planned("Name,Closeness,Influence,By when\nTown clerk,9,much,soon\n,1,,later\n")
    assert [row.fate for row in plan.rows] == ["rejected", "rejected"]
    why = plan.rows[0].why
    for said in ("Closeness: “9”", "; Influence: “much”", "; By when: “soon”"):
        assert said in why
    assert why.count(".") == 1
    assert why.endswith(".")
    assert plan.rows[1].why.startswith("Name: The name is empty")
    assert "By when: “later”" in plan.rows[1].why


def test_each_reason_for_leaving_out_is_told_once():
    data = "Name,Shoe size,Nom,Hat,Owner,Who\nTown clerk,42,Greffe,58,Ann,Bob\n"
    plan = planned(data, mapped={"Name": "name"})
    assert [(each.name, each.why) for each in plan.left_out] == [
        ("Shoe size", "unknown"),
        ("Nom", "taken"),
        ("Hat", "unknown"),
        ("Owner", "asked"),
        ("Who", "asked"),
    ]
    assert plan.told_left_out(Words("en")) == [
        "Left out, as no field of this board is called so: Shoe size, Hat.",
        "Left out, as another column goes into the field of that name: Nom.",
        "Left out, as you asked: Owner, Who.",
    ]
    nothing_else = json.dumps({"elements": [{"id": "a", "label": "Clerk"}], "views": [1]})
    assert [(each.name, each.why) for each in planned(nothing_else).left_out] == [("views", "unheld")]


def test_what_is_there_is_left_alone_unless_it_is_to_be_updated():
    document = taken(planned("Name,Who\nTown clerk,Ann\nCouncil,\n"))
    again = "Name,Who,Influence\ntown clerk,Bob,4\nCouncil,,\nCouncil,,\nTown clerks,,\n"
    plan = planned(again, document)
    assert [row.fate for row in plan.rows] == ["there", "same", "there", "new"]
    assert "Town clerk" in plan.rows[3].why
    assert people(taken(plan, document))[0].owner == "Ann"
    updated = taken(planned(again, document, update=True), document)
    assert people(updated)[0].owner == "Bob"
    assert people(updated)[0].name == "Town clerk"
    assert next(updated.every(StakeholderInfluence)).influence == 4


def test_an_import_is_one_step():
    plan = planned("Name,Influence\nTown clerk,3\nCouncil,2\n")
    document = taken(plan)
    assert document.after(plan.change.reversed()) == EMPTY
    assert plan.change.label == "import"


def test_recipients_of_a_mail_give_names_and_keep_no_address():
    plan = planned("Tremblay, Josée <josee@example.org>; 'Ann Lee' <ann@example.org>; sam.roy@example.org")
    assert plan.left_out == (LeftOut("address", "unknown"),)
    document = taken(plan)
    assert [each.name for each in people(document)] == ["Josée Tremblay", "Ann Lee", "Sam Roy"]
    assert "example.org" not in repr(list(document.records()))


def test_a_foreign_map_keeps_what_its_ties_were_called():
    data = json.dumps(
        {
            "elements": [
                {"id": "s-1", "label": "Mairie", "type": "Institution", "Power": 4},
                {"id": "s-2", "label": "Riverains", "type": "community"},
            ],
            "connections": [
                {"from": "s-1", "to": "s-2", "type": "Influence", "direction": "directed", "label": "consults"},
                {"from": "s-2", "to": "s-1", "type": "Friendship", "Strength": 3, "Colour": "red"},
                {"from": "s-2", "to": "s-1", "type": "funds", "Strength": 5},
            ],
        }
    )
    plan = planned(data, mapped={"label": "name", "Power": "influence"})
    assert plan.left_out == (LeftOut("type", "unreadable"), LeftOut("Colour", "unknown_tie"))
    assert [row.fate for row in plan.rejected_ties] == ["rejected"]
    ties = sorted(taken(plan).every(Relationship), key=lambda tie: tie.kind)
    assert [(t.kind, t.direction, t.what_flows, t.strength) for t in ties] == [
        ("influences", "one_way", "consults", 2),
        ("works_with", "", "Friendship", 3),
    ]
    named = planned(data, mapped={"label": "name", "type": "category"})  # "Institution" is no category
    assert [row.fate for row in named.rows] == ["rejected", "new"]
    assert len(named.rejected_ties) == 3
    assert planned(data).left_out[0].name == "type"  # so the column is not taken for one unless told so


def test_a_tie_to_one_called_like_the_project_says_how_to_name_it():
    project = EMPTY.get(Web, "web").project
    document = taken(planned(f"Name\nTown clerk\n{project}\n"))
    plan = planned(f"From,To,Type\nTown clerk,{project},funds\nTown clerk,S0,funds\nTown clerk,S2,funds\n", document)
    assert [row.why for row in plan.rejected_ties] == [
        Words("en")("refusals.name_of_hub", name=project, code="S2", hub="S0")
    ]
    assert plan.ties == 2


def ours(project="Bridge", type_="Project", key="s-1"):
    elements = [{"id": "hub", "label": project, "type": type_, "description": "Why"}, {"id": key, "label": "Clerk"}]
    return json.dumps({"elements": elements, "connections": [{"from": key, "to": "hub", "type": "funds"}]})


@pytest.mark.parametrize("type_", ["Project", "Projet"])
def test_the_hub_of_a_map_that_we_wrote_fills_that_of_an_empty_board(type_):
    plan = planned(ours(type_=type_))
    assert [row.name for row in plan.rows] == ["Clerk"]
    web = taken(plan).get(Web, "web")
    assert (web.project, web.problem) == ("Bridge", "Why")
    assert [tie.to_id for tie in taken(plan).every(Relationship)] == [None]


def test_a_board_that_is_not_empty_keeps_its_hub_and_says_so():
    document = taken(planned("Name\nMayor\n"))
    plan = planned(ours(), document)
    assert [(row.name, row.fate) for row in plan.rows] == [("Bridge", "there"), ("Clerk", "new")]
    assert plan.rows[0].why == Words("en")("web.import_hub_stays")
    after = taken(plan, document)
    assert after.get(Web, "web") == document.get(Web, "web")
    assert [tie.to_id for tie in after.every(Relationship)] == [None]
    same = document.get(Web, "web")
    again = json.loads(ours(project=same.project))
    again["elements"][0]["description"] = same.problem
    assert [row.name for row in planned(json.dumps(again), document).rows] == ["Clerk"]


@pytest.mark.parametrize(("type_", "key"), [("Transport hub", "s-1"), ("Project", "a7"), ("", "s-1")])
def test_what_is_called_hub_in_a_foreign_map_is_one_like_the_others(type_, key):
    plan = planned(ours(project="Bus hub", type_=type_, key=key), mapped={"label": "name"})
    document = taken(plan)
    assert [row.name for row in plan.rows] == ["Bus hub", "Clerk"]
    assert document.get(Web, "web") == EMPTY.get(Web, "web")
    [tie] = document.every(Relationship)
    assert document.get(Stakeholder, tie.to_id).name == "Bus hub"


def test_ties_alone_join_those_that_are_there():
    document = taken(planned("Name\nTown clerk\nCouncil\n"))
    plan = planned("From,To,Type\nTown clerk,Council,Reports to / governs\nTown clerk,Nobody,\n", document)
    assert plan.ties == 1
    assert [row.fate for row in plan.rejected_ties] == ["rejected"]
    assert planned("From,To,Type\nCouncil,S1,reports_to\n", taken(plan, document)).ties == 0


words = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cf", "Co", "Cn"]), min_size=1, max_size=40
)


def readable(text: str, read) -> str:
    try:
        return read(text)
    except words_of_people.EditRejected:
        return "Somebody"


names = words.map(lambda text: readable(text, words_of_people.name))
lines = st.just("") | names
texts = st.just("") | words.map(lambda text: readable(text, words_of_people.note))


def one_of(of: str):
    return st.sampled_from(["", *(each.id for each in methods.choices(of))])


SUBCATEGORIES = [(c.id, s.id) for c in methods.categories("full") for s in c.subcategories]
levels = st.sampled_from([None, *(each.id for each in participation_levels("iap2"))])
scores = st.none() | st.integers(1, 4)


@st.composite
def maps(draw) -> Document:
    category_set, labels = draw(st.sampled_from(["short", "full"])), draw(st.sampled_from(["iap2", "plain"]))
    web = EMPTY.get(Web, "web")
    project, problem = draw(names), draw(texts)
    after = web.having(category_set=category_set, level_labels=labels, project=project, problem=problem)
    records = []
    count = draw(st.integers(0, 6))
    for number in range(1, count + 1):
        finer = draw(st.none() | st.sampled_from(SUBCATEGORIES))
        category = finer[0] if finer else draw(st.sampled_from([c.id for c in methods.categories(category_set)]))
        flags = draw(st.sets(st.sampled_from([each.id for each in methods.choices("flags")])))
        records.append(
            Stakeholder(
                id=f"x{number}",
                board_id="web",
                code=f"S{number}",
                name=draw(names),
                category=category,
                subcategory=finer[1] if finer else "",
                ring=draw(st.integers(1, 4)),
                level_now=draw(levels),
                level_wanted=draw(levels),
                strategy_id=draw(st.sampled_from(["", *(each.id for each in methods.strategies())])),
                strategy=draw(texts),
                owner=draw(lines),
                next_contact=draw(st.none() | st.dates(date(1990, 1, 1), date(2090, 1, 1))),
                kind=draw(one_of("kind")),
                flags=" ".join(each.id for each in methods.choices("flags") if each.id in flags),
                interest=draw(scores),
                impact_on_them=draw(scores),
                needs=draw(texts),
                concerns=draw(texts),
                contribution=draw(texts),
                cadence=draw(one_of("cadence")),
                channel=draw(one_of("channel")),
                access_plan=draw(texts),
                confidence=draw(st.sampled_from(["", "guess", "reasoned", "confirmed"])),
            )
        )
    ends = [None, *(each.id for each in records)]
    pairs = [(a, b) for at, a in enumerate(ends) for b in ends[at + 1 :]]
    for number, (a, b) in enumerate(draw(st.lists(st.sampled_from(pairs), unique=True, max_size=6)) if pairs else []):
        records.append(
            Relationship(
                id=f"t{number}",
                board_id="web",
                from_id=a,
                to_id=b,
                kind=draw(st.sampled_from([each.id for each in methods.line_kinds()])),
                strength=draw(st.integers(1, 3)),
                quality=draw(one_of("quality")),
                direction=draw(one_of("direction")),
                what_flows=draw(lines),
                confidence=draw(st.sampled_from(["", "guess", "reasoned", "confirmed"])),
            )
        )
    private = []
    for each in records:
        if isinstance(each, Stakeholder):
            private.append(StakeholderInfluence(id=each.id, influence=draw(scores), sources="money law"))
            private.append(StakeholderAttitude(id=each.id, attitude=draw(st.integers(-2, 2)), basis="assumed"))
            private.append(StakeholderNote(id=each.id, text=draw(names)))
    kept = [after if record is web else record for record in EMPTY.records()]
    return Document.of([*kept, *records, *private])


def seen(document: Document):
    """What both can hold: all public words, ids aside."""
    view = view_of(document, "web")
    codes = {"web": "hub"} | {each.id: each.code for each in view.stakeholders}
    stakeholders = [dataclasses.replace(each, id="") for each in view.stakeholders]
    ties = {dataclasses.replace(t, id="", from_id=codes[t.from_id], to_id=codes[t.to_id]) for t in view.relationships}
    return view.project, view.problem, stakeholders, ties


def like(document: Document) -> Document:
    """An empty web that shows the same sets of categories and levels."""
    web, there = EMPTY.get(Web, "web"), document.get(Web, "web")
    after = web.having(category_set=there.category_set, level_labels=there.level_labels)
    return Document.of([after if record is web else record for record in EMPTY.records()])


@pytest.mark.slow
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(document=maps(), language=st.sampled_from(["en", "fr"]))
def test_kumu_gives_back_the_map_that_it_was_given(document, language):
    data = kumu_json.write(graph_of(view_of(document, "web"), Words(language)))
    plan = planned(data, like(document), language=language)
    assert plan.left_out == ()
    assert not plan.rejected_ties
    assert seen(taken(plan, like(document))) == seen(document)


@pytest.mark.slow
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(document=maps(), language=st.sampled_from(["en", "fr"]))
def test_the_facilitator_gets_back_what_is_private_too(document, language):
    data = kumu_json.write(private_graph_of(document, view_of(document, "web"), Words(language)))
    back = taken(planned(data, like(document), language=language), like(document))
    for kind in (StakeholderInfluence, StakeholderAttitude, StakeholderNote):
        code_of = [{each.id: each.code for each in doc.every(Stakeholder)} for doc in (document, back)]
        before, after = (
            {codes[each.id]: each.having(id="") for each in doc.every(kind)}
            for codes, doc in zip(code_of, (document, back), strict=True)
        )
        assert after == before


def test_the_sample_survives_the_two_tables_of_kumu():
    from facilitator.sample import founding_of_sample

    document = Document().after(founding_of_sample("fr"))
    view = view_of(document, "stakeholder_web")
    graph = graph_of(view, Words("fr"))
    found = kumu_csv.read(kumu_csv.write_elements(graph), kumu_csv.write_connections(graph))
    assert not found.rejected
    plan = planned(kumu_json.write(found), language="fr")
    assert plan.count("new") == len(view.stakeholders)
    assert plan.ties == len(view.relationships)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_field_of_the_inspector_has_a_name_of_its_own(language):
    found = [target.name.within(language) for target in targets(EMPTY, "web")]
    assert len(set(found)) == len(found)


def test_private_fields_leave_for_the_facilitator_only():
    document = taken(planned("Name,Influence,Note\nTown clerk,3,Zqxj\n"))
    view = view_of(document, "web")
    assert "Zqxj" not in repr(graph_of(view, Words("en")))
    assert "Zqxj" in repr(private_graph_of(document, view, Words("en")))


def test_a_name_that_looks_like_a_mark_comes_back_out_of_our_own_map():
    document = EMPTY
    for line in ('"Team !3"', "Clerk"):
        document = document.after(edits.add_stakeholder(document, "web", parse(line), "internal"))
    data = kumu_json.write(graph_of(view_of(document, "web"), Words("en")))
    named = {row.name: row.fate for row in planned(data).rows}
    assert (named["Team !3"], named["Clerk"]) == ("new", "new")
