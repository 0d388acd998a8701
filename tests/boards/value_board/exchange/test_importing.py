"""Tables into a value board: what comes of each row, and that nothing is half done."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boards.value_board.boards import after, card, document, link_codes
from facilitator.boards.importing import LeftOut
from facilitator.boards.incoming import read_incoming
from facilitator.boards.stakeholder_web.model import Served, Stakeholder
from facilitator.boards.value_board.exchange.columns import READING
from facilitator.boards.value_board.kind import KIND
from facilitator.boards.value_board.model import Approach, Card, CardGroup, CardLink, GuidingValue, Kpi, Reading
from facilitator.content.words import Words
from facilitator.domain.change import Change, Swap, adding
from facilitator.domain.engagement import Board
from facilitator.domain.refusal import EditRejected, ImportRefused
from facilitator.exchange.csv_tables import csv_of

HEAD = "KPI,Date,Value,Rating,Narrative,Voices,Evidence\n"


def board(language="en"):
    start = after(document(language), "Median days to permit: 77 → 30 #kpi", "Ease of applying #kpi", "Trust #impact")
    days, ease = card(start, "K1").id, card(start, "K2").id
    kpis = [Kpi(id=days, nature="quantitative", unit="days"), Kpi(id=ease, nature="qualitative", rubric_5="No help")]
    return start.after(Change("edit_card", adding(kpis)))


def planned(data, start, *, update=False, language="en", mapped=None, group="guiding"):
    incoming = read_incoming(data)
    found = KIND.guess_columns(start, "b", incoming) if mapped is None else mapped
    return KIND.plan_import(start, "b", incoming, found, group, update=update, words=Words(language))


def taken(plan, start):
    return start.after(plan.change) if plan.change else start


def fates(plan):
    return [(row.place, row.fate) for row in plan.rows]


def whys(plan):
    return {row.place: row.why for row in plan.rows if row.fate == "rejected"}


def readings(held):
    found = sorted(held.every(Reading), key=lambda each: (held.get(Card, each.kpi_id).code, each.read_on))
    return [(held.get(Card, each.kpi_id).code, each.read_on, each.value, each.rating) for each in found]


def test_readings_by_code_name_or_its_beginning():
    start = board()
    plan = planned(
        HEAD
        + "K1,2027-01-31,77,,Baseline,,Register\n"
        + "median days to permit,28 Feb 2027,64 days,,,,\n"
        + "Ease of applying,31/03/2027,,4,Most say so,12 interviews,notes.pdf\n"
        + "K2,2027-06-30,,No help,,,\n",
        start,
    )
    assert fates(plan) == [(line, "new") for line in range(2, 6)]
    held = taken(plan, start)
    assert readings(held) == [
        ("K1", date(2027, 1, 31), 77, None),
        ("K1", date(2027, 2, 28), 64, None),
        ("K2", date(2027, 3, 31), None, 4),
        ("K2", date(2027, 6, 30), None, 5),
    ]
    assert {each.narrative for each in held.every(Reading)} == {"Baseline", "Most say so", ""}
    assert plan.change.label == "import"
    assert held.after(plan.change.reversed()) == start


def test_french_heads_and_numbers():
    start = board("fr")
    plan = planned("Indicateur;Date;Valeur\nK1;1er mars 2027;1 234,5\n", start, language="fr")
    assert readings(taken(plan, start)) == [("K1", date(2027, 3, 1), 1234.5, None)]


def test_rows_that_cannot_be_read_are_told_by_line():
    start = board()
    plan = planned(
        HEAD
        + "K9,2027-01-31,1,,,,\n"
        + "K1,03/04/2026,1,,,,\n"
        + "K1,2026-02-30,1,,,,\n"
        + "K1,2026-02-01,NaN,,,,\n"
        + "K1,2026-02-01,1e400,,,,\n"
        + "K1,2026-02-01,inf,,,,\n"
        + "K1,,5,,,,\n"
        + "K1,2026-02-01,,3,,,\n"
        + "K2,2026-02-01,3,,,,\n"
        + "K2,2026-02-01,,6,,,\n"
        + ",2026-02-01,3,,,,\n"
        + "K1,2026-02-01,42 %,,,,\n"
        + "Trust,2026-02-01,4,,,,\n",
        start,
    )
    assert fates(plan) == [(line, "rejected") for line in range(2, 15)]
    assert plan.change is None
    told = whys(plan)
    assert "“K9”" in told[2]
    assert "2026-04-03 or 2026-03-04" in told[3]
    for line, head in ((4, "Date"), (5, "Value"), (6, "Value"), (7, "Value"), (11, "Rating"), (13, "Value")):
        assert told[line].startswith(f"{head}: "), told[line]
    assert all(text.endswith(".") for text in told.values())


def test_the_same_reading_is_never_added_twice():
    start = board()
    once = taken(planned(HEAD + "K1,2027-01-31,77,,Snow,,\n", start), start)
    again = planned(HEAD + "K1,2027-01-31,77.0 days,,,,\n", once)
    assert fates(again) == [(2, "same")]
    assert again.change is None
    twice = planned(HEAD + "K1,2027-02-28,70,,,,\nK1,28 Feb 2027,70,,,,\nK1,2027-02-28,71,,,,\n", once)
    assert fates(twice) == [(2, "new"), (3, "there"), (4, "rejected")]
    assert "line 2" in twice.rows[1].why
    assert "Line 2" in twice.rows[2].why


def test_a_changed_reading_is_taken_only_when_asked():
    start = board()
    once = taken(planned(HEAD + "K1,2027-01-31,77,,Snow,,\n", start), start)
    data = HEAD + "K1,2027-01-31,76,,,Two clerks,\n"
    left = planned(data, once)
    assert (fates(left), left.change) == ([(2, "there")], None)
    changed = planned(data, once, update=True)
    assert fates(changed) == [(2, "update")]
    (reading,) = taken(changed, once).every(Reading)
    assert (reading.value, reading.narrative, reading.voices) == (76, "Snow", "Two clerks")
    more = Reading(id="x", kpi_id=reading.kpi_id, read_on=reading.read_on, value=1)
    several = once.after(Change("add_reading", adding([more])))
    assert fates(planned(data, several, update=True)) == [(2, "rejected")]
    assert fates(planned(HEAD + "K1,2027-01-31,1,,,,\n", several)) == [(2, "same")]


def test_cards_with_their_fields():
    start = board()
    plan = planned(
        "Text,Column,Group,Means here,Stage,Owner,Serves\n"
        "Openness,Guiding values,How,Reasons are public,,,\n"
        "Publish status,approach,,,Testing,Clerk,\n"
        "Less waiting,desired impacts,,,,,Newcomers; Night shift\n"
        "Later,parking,,,,,\n"
        "No column,,,,,,\n",
        start,
    )
    assert [row.fate for row in plan.rows] == ["new"] * 5, whys(plan)
    held = taken(plan, start)
    texts = {each.code: (each.column, each.text) for each in held.every(Card)}
    assert texts["G1"] == ("guiding", "Openness")
    assert texts["G2"] == ("guiding", "No column")
    assert texts["A1"] == ("approach", "Publish status")
    assert texts["I2"] == ("impact", "Less waiting")
    assert texts["P1"] == ("parking", "Later")
    assert held.get(GuidingValue, card(held, "G1").id).means_here == "Reasons are public"
    found = held.get(Approach, card(held, "A1").id)
    assert (found.stage, found.owner) == ("testing", "Clerk")
    assert [each.name for each in held.every(Served)] == ["Newcomers", "Night shift"]
    assert [each.name for each in held.every(CardGroup)] == ["How"]
    assert held.after(plan.change.reversed()) == start


def test_a_card_that_is_there_changes_only_when_asked():
    start = board()
    data = "Text,Column,Unit,Target\nEase of applying,kpi,of 5,4.5\nTRUST,,,\n"
    left = planned(data, start)
    assert (fates(left), left.change) == ([(2, "there"), (3, "same")], None)
    assert "K2" in left.rows[0].why
    changed = planned(data, start, update=True)
    assert fates(changed) == [(2, "update"), (3, "same")]
    kpi = taken(changed, start).get(Kpi, card(start, "K2").id)
    assert (kpi.unit, kpi.target, kpi.rubric_5) == ("of 5", 4.5, "No help")
    assert planned(data, taken(changed, start), update=True).change is None


def test_a_field_of_another_column_is_refused_with_its_place():
    plan = planned("Text,Column,Unit\nOpenness,Guiding values,days\nTrust again,nowhere,\n", board())
    assert fates(plan) == [(2, "rejected"), (3, "rejected")]
    assert whys(plan)[2].startswith("Unit: ")
    assert "“nowhere”" in whys(plan)[3]


def test_a_heading_called_value_is_no_reading_without_days():
    start = board()
    plan = planned("Text,Value\nOpenness,high\n", start)
    assert fates(plan) == [(2, "new")]
    assert plan.left_out == (LeftOut("Value", "asked"),)


def test_columns_that_go_nowhere_are_told():
    plan = planned("KPI,Date,Value,Shoe size,Unit\nK1,2027-01-31,77,42,days\n", board())
    assert {each.name for each in plan.left_out} == {"Shoe size", "Unit"}


@pytest.mark.parametrize(
    "data",
    [
        (HEAD + "K1,2027-01-31,77,,Déjà vu,,\n").encode("cp1252"),
        (HEAD + "K1,2027-01-31,77,,Déjà vu,,\n").encode("utf-16"),
        ("\ufeff" + HEAD + "K1,2027-01-31,77,,Déjà vu,,\n").encode(),
        (HEAD + "K1,2027-01-31,77,,Déjà vu,,\n").replace(",", ";").replace("\n", "\r\n").encode(),
    ],
)
def test_encodings_and_separators(data):
    start = board()
    (reading,) = taken(planned(data, start), start).every(Reading)
    assert (reading.value, reading.narrative) == (77, "Déjà vu")


def test_hostile_files():
    with pytest.raises(ImportRefused, match="import_quote"):
        planned(HEAD + 'K1,2027-01-31,77,,"never closed\nK1,2027-02-28,70,,,,\n', board())
    start = board()
    plan = planned(HEAD + "K1,2027-01-31,77,,\"=cmd|'/c calc'!A0\",@SUM(1),+1\n", start)
    (reading,) = taken(plan, start).every(Reading)
    assert (reading.narrative, reading.voices, reading.evidence) == ("=cmd|'/c calc'!A0", "@SUM(1)", "+1")
    assert fates(planned(HEAD + "K1,2027-01-31,77,,a\u202eb,,\n", start)) == [(2, "rejected")]
    ragged = HEAD + "K1,2027-01-31,77,,,,\nK1,2027-02-28,77\nK1,2027-03-31,77,,,,,8\nK2,2027-01-31,,3,,,\n"
    assert sorted(fates(planned(ragged, start))) == [(2, "new"), (3, "rejected"), (4, "rejected"), (5, "new")]


def test_a_group_or_a_board_that_is_none():
    with pytest.raises(EditRejected, match="group_unknown"):
        planned("Text\nOpenness\n", board(), group="nowhere")


CELLS = st.sampled_from(
    ["K1", "K2", "2027-01-31", "03/04/2026", "77", "1e400", "-", "=1", '"', "4", "", "Trust", "é\n"]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(CELLS | st.text(max_size=6), min_size=7, max_size=7), max_size=6), st.booleans())
def test_any_table_is_planned_and_what_is_taken_can_be_undone(rows, update):
    start, words = board(), Words("en")
    data = csv_of([("t", HEAD.strip().split(","), rows)])
    incoming = read_incoming(data, has_header=True)
    mapped = dict(zip(incoming.columns, ("name", *READING), strict=False))
    plan = KIND.plan_import(start, "b", incoming, mapped, "guiding", update=update, words=words)
    held = taken(plan, start)
    assert len(list(held.every(Reading))) == plan.count("new")
    if plan.change:
        assert held.after(plan.change.reversed()) == start
    again = KIND.plan_import(held, "b", incoming, mapped, "guiding", update=update, words=words)
    assert again.count("new") == 0
    assert again.change is None


def full(language="en"):
    start = board(language)
    for line in ("Openness", "Publish #approach", "Rumours #side_effect", "G1 > A1", "A1 > I1", "I1 > K1"):
        start = after(start, line)
    for code, key, value in (
        *(("G1", "means_here", "Reasons,\nin public"), ("G1", "source", "law"), ("G1", "group", "How")),
        *(("A1", "stage", "testing"), ("I1", "serves_also", "Newcomers; Clerks"), ("K1", "target", "30")),
        *(("K1", "personal_data", "no"), ("K1", "baseline_date", "2027-01-31"), ("I1", "statement", "=1+1")),
    ):
        start = start.after(KIND.set_field(start, card(start, code).id, key, value))
    words = Words(language)
    for code, values in (
        ("K1", {"read_on": "2027-01-31", "value": "77", "narrative": "Snow"}),
        ("K2", {"read_on": "2027-03-31", "rating": "2", "voices": "8"}),
    ):
        start = start.after(KIND.put_entry(start, card(start, code).id, "readings", "", values, words))
    return start


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("saved_anew", [False, True])
def test_our_own_csv_is_read_back(language, saved_anew):
    start, words = full(language), Words(language)
    tables = KIND.sheets(KIND.view(start, "b"), words)
    data = csv_of([(table.title, table.columns, table.rows) for table in tables])
    if saved_anew:  # as a spreadsheet does: every row as wide as the widest
        text = data.decode("utf-8-sig")
        data = "\r\n".join(
            line + "," * 20 if line.count('"') % 2 == 0 else line for line in text.split("\r\n")
        ).encode()
    empty = document(language)
    plan = planned(data, empty, language="fr" if language == "en" else "en")
    assert [row for row in (*plan.rows, *plan.rejected_ties) if row.fate != "new"] == []
    held = taken(plan, empty)
    assert shape(held) == shape(start)
    assert held.after(plan.change.reversed()) == empty
    again = planned(data, held, update=True)
    assert again.change is None
    assert {row.fate for row in again.rows} == {"same"}


def test_a_link_that_the_board_has_otherwise_changes_only_when_asked():
    start = after(document(), "Equity", "Trust #impact", "Days #kpi", "G1 > I1", "I1 > K1")
    there = next(each for each in start.every(CardLink) if each.kind == "reinforces")
    other = there.having(kind="pulls_against", note="Settled by council")
    noted = start.after(Change("change_link", (Swap(there, other),)))
    tables = KIND.sheets(KIND.view(noted, "b"), Words("en"))
    data = csv_of([(table.title, table.columns, table.rows) for table in tables])
    plan = planned(data, start)
    assert (plan.change, plan.ties, plan.count("there"), plan.count("same")) == (None, 0, 1, 3)
    plan = planned(data, start, update=True)
    assert (plan.ties, plan.count("update"), plan.count("same")) == (0, 1, 3)
    assert taken(plan, start) == noted
    tables = KIND.sheets(KIND.view(start, "b"), Words("en"))
    blank = csv_of([(table.title, table.columns, table.rows) for table in tables]).replace(
        b"reinforces", b"pulls against"
    )
    assert planned(blank, noted, update=True).change is None


def shape(held):
    """All that is public of a board, with spoken codes in place of ids."""
    codes = {each.id: each.code for each in held.every(Card)}
    groups = {each.id: each.name for each in held.every(CardGroup)}
    found = {f"{each.code} {each.column} {each.text} {groups.get(each.group_id)}" for each in held.every(Card)}
    found |= {" ".join(each) for each in link_codes(held)}
    for each in held.records():
        if type(each).__name__ in ("GuidingValue", "DesiredImpact", "Approach", "Kpi"):
            found.add(f"{codes[each.id]} {each.model_dump(exclude={'id'})}")
        if isinstance(each, Reading):
            found.add(f"{codes[each.kpi_id]} {each.model_dump(exclude={'id', 'kpi_id'})}")
        if isinstance(each, Served):
            found.add(f"{codes[each.card_id]} serves {each.name}")
    return found


def test_two_cards_of_the_same_words_become_one_with_the_links_of_both():
    start = after(document(), "Trust #impact", "Trust #impact", "Days #kpi", "Calls #kpi", "I1 > K1", "I2 > K2")
    tables = KIND.sheets(KIND.view(start, "b"), Words("en"))
    empty = document()
    plan = planned(csv_of([(table.title, table.columns, table.rows) for table in tables]), empty)
    assert [row.fate for row in plan.rows].count("there") == 1
    assert link_codes(taken(plan, empty)) == {("I1", "K1", "measured_by"), ("I1", "K2", "measured_by")}


def test_a_foreign_file_of_several_tables_is_told_what_is_left_out():
    data = csv_of(
        [("One", ["Text", "Note"], [["Openness", ""]]), ("Two", ["a", "b"], [["1", "2"]]), ("3", "ab", ["cd"])]
    )
    plan = planned(data, board())
    assert [row.name for row in plan.rows] == ["Openness"]
    assert {each.name for each in plan.left_out if each.why == "unheld"} == {"Two", "3"}


def test_whom_an_impact_serves_is_met_whatever_the_map_calls_them_by_now():
    start = after(document(), "Trust #impact")
    people = [
        Board(id="w", number=2, kind="stakeholder_web", title="Map"),
        Stakeholder(id="s", board_id="w", code="S1", name="Town clerk", category="council"),
        Served(id="x", card_id=card(start, "I1").id, name="Clerk", stakeholder_id="s"),
        Served(id="y", card_id=card(start, "I1").id, name="Owners; renters", stakeholder_id=None),
    ]
    start = start.after(Change("x", adding(people)))
    mapped = {"name": "name", "for": "serves_also"}
    assert fates(planned("name,for\nTrust,Town clerk\n", start, update=True, mapped=mapped)) == [(2, "same")]
    held = taken(planned("name,for\nTrust,Newcomers\n", start, update=True, mapped=mapped), start)
    assert {each.name for each in held.every(Served)} == {"Clerk", "Owners; renters", "Newcomers"}


def test_names_of_signs_alone_are_told_apart():
    start = after(document(), "Trust #impact")
    table = "name,group,for\nTrust,???,!!!; ***\n"
    mapped = {"name": "name", "group": "group", "for": "serves_also"}
    held = taken(planned(table, start, update=True, mapped=mapped), start)
    assert {each.name for each in held.every(Served)} == {"!!!", "***"}
    held = taken(planned(table.replace("???", "!?"), held, update=True, mapped=mapped), held)
    assert [each.name for each in held.every(CardGroup)] == ["!?"]


@pytest.mark.parametrize(
    ("typed", "rating"),
    [("4", 4), ("4,0", 4), ("4/5", 4), ("4 of 5", 4), ("4 sur 5", 4), ("4 Somewhat better", 4), ("somewhat better", 4)]
    + [("5 No help in 9 of 10", 5), ("no help in 9 of 10", 5)]
    + [(typed, None) for typed in ("4 of 10", "4 / 10", "4/10", "3,5", "6", "4 5", "1 of 20")],
)
def test_a_rating_is_one_of_five(typed, rating):
    start = board()
    ease = start.get(Kpi, card(start, "K2").id)
    start = start.after(Change("edit_card", (Swap(ease, ease.having(rubric_5="No help in 9 of 10")),)))
    plan = planned(f'{HEAD}K2,2027-03-31,,"{typed}",,,\n', start)
    assert [each.rating for each in taken(plan, start).every(Reading)] == ([rating] if rating else [])
    assert fates(plan) == [(2, "new" if rating else "rejected")]


def own_file(held):
    sheets = KIND.sheets(KIND.view(held, "b"), Words("en"))
    return csv_of([(sheet.title, sheet.columns, sheet.rows) for sheet in sheets])


def test_codes_of_our_own_file_stay_where_they_are_free_and_new_ones_are_told():
    start = board()
    start = start.after(KIND.delete(start, [card(start, "K1").id]))
    plan = planned(own_file(start), document())
    held = taken(plan, document())
    assert {each.code: each.text for each in held.every(Card)} == {"I1": "Trust", "K2": "Ease of applying"}
    assert not any(row.why for row in plan.rows)
    assert card(after(held, "Next #kpi"), "K3").text == "Next"

    other = after(document(), "Hope #impact", "Calm #impact")
    plan = planned(own_file(start), other)
    held = taken(plan, other)
    assert {each.code: each.text for each in held.every(Card)} == {
        "I1": "Hope",
        "I2": "Calm",
        "I3": "Trust",
        "K2": "Ease of applying",
    }
    assert [row.why for row in plan.rows if row.name == "Trust"] == ["Is I3 here: I1 is taken."]


def test_dots_of_our_own_file_are_told_as_left_out():
    start = board()
    start = start.after(KIND.give_dots(start, "b", "Ann", {card(start, "I1").id: 2}))
    assert planned(own_file(start), document()).left_out == ()
    start = start.after(KIND.set_ballot(start, "b", shown=True))
    assert planned(own_file(start), document()).left_out == (LeftOut("Dots", "unheld"),)


def test_a_code_that_contradicts_the_name_is_refused_with_both():
    start = board()
    plan = planned("Code,Card,Date,Value\nK1,Ease of applying,2027-01-31,7\nK1,Median days,2027-02-28,8\n", start)
    assert fates(plan) == [(2, "rejected"), (3, "new")]
    said = "K1 is “Median days to permit: 77 → 30”, but the row says “Ease of applying”; correct one of the two."
    assert whys(plan) == {2: said}
    assert plan.left_out == (LeftOut("Code", "code"),)
    plan = planned("Code,Card,Unit\nK1,Ease of applying,days\n", start, update=True)
    assert whys(plan) == {2: said}
    assert fates(planned("Code,Card,Unit\nK2,ease of applying,days\n", start, update=True)) == [(2, "update")]


def test_a_code_that_contradicts_the_name_in_our_own_file_is_refused_too():
    start = taken(planned(HEAD + "K1,2027-01-31,77,,,,\n", board()), board())
    start = taken(planned(HEAD + "K1,2027-01-31,77,,,,\n", start), start)
    data = own_file(start).decode("utf-8-sig") if isinstance(own_file(start), bytes) else own_file(start)
    lines = data.splitlines()
    at = next(place for place, line in enumerate(lines) if line.startswith("K1,") and "2027-01-31" in line)
    lines[at] = lines[at].replace("Median days to permit: 77 → 30", "Ease of applying")
    plan = planned("\n".join(lines), document())
    assert list(whys(plan)) == [at + 1]
    assert readings(taken(plan, document())) == []
