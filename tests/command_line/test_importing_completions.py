"""Lists of who completed what: headings, encodings, separators, wrong rows, the same list twice."""

import json
from datetime import date

import pytest

from exchange.workbooks import workbook
from facilitator.boards.completion_taking import completions_in, is_surely_completions, told_completions
from facilitator.command_line import cli
from facilitator.content.words import Words
from facilitator.domain.change import Change, adding
from facilitator.domain.document import Document
from facilitator.domain.engagement import Engagement, Person
from facilitator.domain.learning import Activity, Completion, KeptBadge
from facilitator.domain.participation import Enrolment
from facilitator.domain.program import Cohort, Program, Track
from facilitator.domain.refusal import EditRejected, ImportRefused
from facilitator.learning.founding import lessons_added
from facilitator.opening import found_engagement, open_engagement

TODAY = date(2027, 2, 1)
HEADS = "person,lesson,activity,day,evidence\n"
WHOLE = HEADS + "Amara Dosanjh,1,core,2027-01-12,\nJoël Roy,Why culture decides,Reflection,2027-01-13,I asked first\n"


def engagement(*more) -> Document:
    found = Document.of(
        [
            Engagement(id="engagement", title="Course"),
            Program(id="course", number=1, title="Culture", kind="microcourse"),
            Cohort(id="winter", program_id="course", number=1, title="Winter"),
            Cohort(id="fall", program_id="course", number=2, title="Fall"),
            *(Person(id=its_id, name=name) for its_id, name in (("amara", "Amara Dosanjh"), ("joel", "Joël Roy"))),
        ]
    )
    found = found.after(lessons_added(found, "course", date(2027, 1, 11)))
    leaders = next(found.every(Track)).id
    enrolled = [
        Enrolment(id="e1", cohort_id="winter", person_id="amara", track_id=leaders),
        Enrolment(id="e2", cohort_id="winter", person_id="joel", track_id=leaders),
    ]
    return Document.of([*found.records(), *enrolled, *more])


def read(data, cohort="", document=None, **how):
    return completions_in(document or engagement(), data, TODAY, cohort, **how)


def why(line, **how):
    plan = read(HEADS + line + "\n", **how)
    assert plan.change is None
    (row,) = plan.rejected
    assert row.place == 2
    return row.key


def test_rows_become_completions_and_badges():
    plan = read(WHOLE)
    assert dict(plan.fates) == {"new": 2}
    after = engagement()
    after = after.after(completions_in(after, WHOLE, TODAY).change)
    done = {each.person_id: each for each in after.every(Completion)}
    assert (done["amara"].on, done["amara"].evidence) == (date(2027, 1, 12), "")
    assert done["joel"].evidence == "I asked first"
    (badge,) = after.every(KeptBadge)
    assert (badge.person_id, badge.level, badge.earned_on) == ("amara", 1, date(2027, 1, 12))


def test_the_same_list_twice_changes_nothing_and_later_words_are_added():
    before = engagement()
    once = before.after(completions_in(before, WHOLE, TODAY).change)
    again = completions_in(once, WHOLE, TODAY)
    assert (again.change, dict(again.fates)) == (None, {"same": 2})
    more = HEADS + "Amara Dosanjh,1,core,2027-01-12,What I read\nJoël Roy,1,Reflection,2027-01-20,Other words\n"
    plan = completions_in(once, more, TODAY)
    assert dict(plan.fates) == {"update": 1, "there": 1}
    texts = {each.person_id: each.evidence for each in once.after(plan.change).every(Completion)}
    assert texts == {"amara": "What I read", "joel": "I asked first"}
    forced = once.after(completions_in(once, more, TODAY, update=True).change)
    assert {each.evidence for each in forced.every(Completion)} == {"What I read", "Other words"}
    twice = read(HEADS + "Amara Dosanjh,1,core,2027-01-12,\nAMARA DOSANJH,Lesson 1,core reading,12 Jan 2027,\n")
    assert dict(twice.fates) == {"new": 1, "same": 1}


FRENCH = "Nom;Leçon;Activité;Jour;Preuve\nJoel Roy;Leçon 1;Réflexion;13 janvier 2027;J’ai écouté\n"


@pytest.mark.parametrize(
    "data",
    [
        FRENCH,
        FRENCH.encode(),
        FRENCH.encode("utf-8-sig"),
        FRENCH.encode("utf-16"),
        FRENCH.encode("cp1252"),
        FRENCH.replace(";", "\t").encode(),
        FRENCH.replace(";", ",").replace("\n", "\r\n").encode(),
    ],
)
def test_french_lists_in_any_encoding_and_with_any_separator(data):
    before = engagement()
    plan = completions_in(before, data, TODAY)
    (made,) = before.after(plan.change).every(Completion)
    assert (made.person_id, made.on, made.evidence) == ("joel", date(2027, 1, 13), "J’ai écouté")


def test_wrong_rows_are_told_by_their_place_and_reason():
    twin = (Person(id="other", name="Amara Dosanjh"), Enrolment(id="e3", cohort_id="fall", person_id="other"))
    assert why("Nobody,1,core,2027-01-12,") == "completion_person_unknown"
    assert why(",1,core,2027-01-12,") == "completion_person_unknown"
    assert why("Amara Dosanjh,1,core,2027-01-12,", document=engagement(*twin)) == "completion_person_twice"
    assert read(HEADS + "Amara Dosanjh,1,core,2027-01-12,\n", "winter", engagement(*twin)).fates == {"new": 1}
    assert why("Amara Dosanjh,9,core,2027-01-12,") == "completion_lesson_unknown"
    assert why("Amara Dosanjh,,core,2027-01-12,") == "completion_lesson_unknown"
    assert why("Amara Dosanjh,1,juggling,2027-01-12,") == "completion_activity_unknown"
    assert why("Amara Dosanjh,1,,2027-01-12,") == "completion_activity_unknown"
    assert why("Amara Dosanjh,1,core,,") == "completion_no_day"
    assert why("Amara Dosanjh,1,core,soon,") == "date_unreadable"
    assert why("Amara Dosanjh,1,core,03/04/2026,") == "date_ambiguous"
    assert why("Amara Dosanjh,1,core,2027-02-02,") == "completion_day_ahead"
    assert read(HEADS + "Amara Dosanjh,1,core,2027-02-01,\n").fates == {"new": 1}
    assert why("Amara Dosanjh,1,core,2027-01-12," + "x" * 2001) == "name_too_long"


def test_an_activity_is_told_by_the_number_that_the_lessons_window_shows():
    for said in ("1", "1.", "1 Core reading", "1 Lecture", "n° 1"):
        before = engagement()
        plan = read(HEADS + f"Amara Dosanjh,1,{said},2027-01-12,\n", document=before)
        assert plan.change, plan.rejected
        (made,) = before.after(plan.change).every(Completion)
        assert before.get(Activity, made.activity_id).number == 1
    assert why("Amara Dosanjh,1,99,2027-01-12,") == "completion_activity_unknown"
    assert why("Amara Dosanjh,1,1 Juggling,2027-01-12,") == "completion_activity_unknown"


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("14 Jan", date(2027, 1, 14)),
        ("3 nov.", date(2026, 11, 3)),
        ("Nov 3", date(2026, 11, 3)),
        ("le 1er février", TODAY),
        ("yesterday", date(2027, 1, 31)),
        ("hier", date(2027, 1, 31)),
        ("3 days ago", date(2027, 1, 29)),
        ("il y a une semaine", date(2027, 1, 25)),
        ("aujourd’hui", TODAY),
        ("25/12", date(2026, 12, 25)),
        ("Friday", date(2027, 1, 29)),
        ("lundi 25 janvier", date(2027, 1, 25)),
    ],
)
def test_a_day_is_read_as_people_say_it_and_lies_behind(said, day):
    before = engagement()
    plan = completions_in(before, HEADS + f"Amara Dosanjh,1,core,{said},\n", TODAY)
    assert plan.change, plan.rejected
    (made,) = before.after(plan.change).every(Completion)
    assert made.on == day


def test_what_is_said_to_come_is_no_day_on_which_something_was_done():
    assert why("Amara Dosanjh,1,core,tomorrow,") == "completion_day_ahead"
    assert why("Amara Dosanjh,1,core,in 2 weeks,") == "completion_day_ahead"
    assert why("Amara Dosanjh,1,core,3/4,") == "date_ambiguous"


def test_somebody_of_another_cohort_is_not_meant():
    assert why("Amara Dosanjh,1,core,2027-01-12,", cohort="fall") == "completion_person_unknown"
    with pytest.raises(EditRejected, match="gone"):
        read(WHOLE, "nowhere")


def test_a_list_without_its_columns_is_refused_and_not_taken_for_one():
    with pytest.raises(ImportRefused) as refused:
        read("person,activity\nAmara Dosanjh,core\n")
    assert (refused.value.key, refused.value.values["columns"]) == ("completions_columns", "lesson, day")
    with pytest.raises(ImportRefused) as refused:
        read("personne;activité;jour\nAmara Dosanjh;core;2027-01-12\n", language="fr")
    assert refused.value.values["columns"] == "leçon"
    assert not is_surely_completions("Name,Duration\nAmara,40 min\n")
    assert is_surely_completions(WHOLE)
    assert is_surely_completions(FRENCH)


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.setenv("FACILITATOR_LANG", "en")
    path = tmp_path / "course.facilitator"
    found_engagement(path, Change("found_engagement", adding(engagement().records()))).close()
    return path


PAST = WHOLE.replace("2027", "2025")  # the command goes by the clock


def completions(path) -> int:
    with open_engagement(path) as opened:
        return sum(1 for _ in opened.journal.document.every(Completion))


def test_the_command_takes_a_list_whole_or_partly(file, tmp_path, capsys):
    source = tmp_path / "list.csv"
    source.write_text(PAST + "Nobody,1,core,2025-01-12,\n", encoding="utf-8")
    asked = ["import", str(file), str(source), "--as", "completions"]
    assert cli.run(asked) == 1
    told = capsys.readouterr()
    assert "Line 4: Nobody called “Nobody” is enrolled" in told.err
    assert "nothing was imported" in told.err
    assert told.out.startswith("Nothing is changed; this would come of it:\n")
    assert completions(file) == 0
    assert cli.run([*asked, "--partly", "--dry-run"]) == 1
    assert capsys.readouterr().out.startswith("Nothing is changed")
    assert completions(file) == 0
    assert cli.run([*asked, "--partly", "--json", "--cohort", "winter"]) == 1
    facts = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (facts["new"], facts["rejected"], facts["seq"]) == (2, [{"line": 4, "why": "completion_person_unknown"}], 2)
    assert completions(file) == 2
    source.write_text(PAST, encoding="utf-8")
    assert cli.run(["import", str(file), str(source)]) == 0  # recognized by its headings
    assert capsys.readouterr().out == "2 are here already\n"


def test_what_does_not_go_together_is_refused(file, tmp_path, capsys):
    source = tmp_path / "list.csv"
    source.write_text(PAST, encoding="utf-8")
    assert cli.run(["import", str(file), str(source), "--as", "completions", "--cohort", "spring"]) == 1
    assert "the cohorts are: winter, fall" in capsys.readouterr().err
    assert cli.run(["import", str(file), str(source), "--as", "completions", "--map", "day=x"]) == 1
    source.write_text("name\nLibrary\n", encoding="utf-8")
    assert cli.run(["import", str(file), str(source), "--cohort", "winter"]) == 1
    assert "--as completions" in capsys.readouterr().err
    source.write_bytes(b"%PDF-1.7\n")
    assert cli.run(["import", str(file), str(source), "--cohort", "winter"]) == 1
    assert cli.run(["import", str(file), str(tmp_path), "--cohort", "winter"]) == 1
    assert cli.run(["import", str(file), str(source), "--as", "chat", "--cohort", "winter"]) == 1
    assert capsys.readouterr().err.count("--as completions") == 3
    assert completions(file) == 0


def test_a_list_in_a_workbook_says_the_same_with_its_sheet_named():
    rows = [line.split(",") for line in WHOLE.strip().splitlines()]
    data = workbook(("Completions", rows), ("Notes", [["x"]]))
    before = engagement()
    plan, plain = completions_in(before, data, TODAY), completions_in(before, WHOLE, TODAY)
    assert (plan.fates, plan.rejected) == (plain.fates, plain.rejected)
    assert told_completions(plan, Words("en"))[0] == "Read from the sheet “Completions”; not read: “Notes”."
