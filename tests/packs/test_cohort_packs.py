"""Packs of several cohorts: what one of them wrote is in no pack of another, unless somebody asks for it."""

import json
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta

import pytest
from pypdfium2 import PdfDocument

from everything import everything as of_file
from facilitator.catalogue import KINDS
from facilitator.command_line import cli
from facilitator.content.value_register import cadences
from facilitator.content.words import Words
from facilitator.domain.change import Change, adding
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement, Person, Segment, Session
from facilitator.domain.outcome import Outcome
from facilitator.domain.participation import Enrolment
from facilitator.domain.program import Cohort, Program
from facilitator.domain.refusal import EditRejected, StoreError
from facilitator.files.board_files import mail_of
from facilitator.files.graph_files import write_format
from facilitator.opening import found_engagement
from facilitator.packs.catalogue import PACKS, chosen_parts, parts_offered_of, scope_of, usual_parts
from facilitator.packs.handing_out import make_handout, parts_offered
from facilitator.packs.sorts import HandoutOrder
from facilitator.templates import new_board
from facilitator.workshop.capture import AddLine
from facilitator.workshop.cohort_sessions import of_cohort
from pdf_gate.said import blocks_of

DAY = date(2026, 11, 22)
TOKEN = {"autumn": "zqfgautumn", "winter": "zqhkwinter", "": "zqmnnobody"}
COHORTS = ("autumn", "winter")


def at_work(document, cohort_id):
    """A session of a cohort, or none, that turns to a board of each kind; all that can be typed says whose it is."""
    session_id, token = f"s_{cohort_id}" if cohort_id else "", TOKEN[cohort_id]
    if session_id:
        number, day = len(list(document.every(Session))) + 1, DAY - timedelta(days=1)
        its = {"cohort_id": cohort_id, "held_on": day, "agenda": "x"}
        more = [Session(id=session_id, number=number, title=f"{token} half day", **its)]
        more.append(
            Outcome(id=token, session_id=session_id, number=number, kind="decision", code=f"D{number}", text=token)
        )
        document = Document.of([*document.records(), *more])
    for number, kind in enumerate(KINDS, start=1):
        document = document.after(new_board(document, kind.id, f"{token} {kind.id}", f"{token} question?"))
        board = max(document.every(Board), key=lambda each: each.number)
        group = next((each.id for each in kind.groups(kind.view(document, board.id), Words("en"))), "")
        with suppress(EditRejected):  # some kinds take no lines
            document = document.after(kind.add(document, board.id, AddLine(f"{token} line"), group))
        if session_id:
            its = {"session_id": session_id, "number": number, "minutes": 5, "title": f"{token} work"}
            document = Document.of([*document.records(), Segment(id=f"{token}{number}", board_id=board.id, **its)])
    return document


@pytest.fixture(scope="module")
def document():
    known = [
        Engagement(id="engagement", title="Leaders"),
        Program(id="p", number=1, title="Leaders"),
        *(Cohort(id=each, program_id="p", number=n, title=each.title()) for n, each in enumerate(COHORTS, start=1)),
        *(Person(id=f"p_{each}", name=each.title()) for each in COHORTS),
        *(Enrolment(id=f"e_{each}", cohort_id=each, person_id=f"p_{each}") for each in COHORTS),
        Outcome(id="loose", number=9, kind="decision", code="D9", text="zqloose"),
    ]
    made = Document.of(known)
    for each in (*COHORTS, ""):
        made = at_work(made, each)
    return made


def told(document, order):
    """All texts of the parts that a pack has by default, and whose boards were offered."""
    scope = scope_of(document, order)
    every = [part for make in PACKS[order.pack].parts for part in make(scope)]
    offered = parts_offered_of(scope, every)
    taken = chosen_parts(every, usual_parts(offered))
    texts = [block.text for part in taken for block in blocks_of(part.flowables(Words(order.language), 504))]
    return " ".join([*texts, *(part.title for part in taken)]), offered


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("own", COHORTS)
@pytest.mark.parametrize("pack", ["participants", "personal", "report"])
def test_what_is_typed_on_a_board_of_one_cohort_is_in_no_pack_of_another(document, pack, own, language):
    (other,) = (each for each in COHORTS if each != own)
    whose = {"person_id": f"p_{own}"} if pack == "personal" else {"session_id": f"s_{own}"}
    for asked in (whose, {**whose, "cohort_id": own}, {**whose, "session_id": "", "cohort_id": own}):
        found, offered = told(document, HandoutOrder("letter", language, pack, day=DAY, **asked))
        if pack == "report":  # the facilitator's own: there checklists stand side by side, by their titles
            found = found.replace(f"{TOKEN[other]} checklist", "")
        assert TOKEN[other] not in found
        assert f"{TOKEN[own]} line" in found
        assert TOKEN[""] in found
        assert "zqloose" not in found  # of no session: it may be of another cohort
        assert {part.whose for part in offered if part.apart} == (set() if pack == "personal" else {other.title()})


def test_boards_of_a_cohort_in_full_are_its_own(document):
    order = HandoutOrder("letter", "en", "value", cohort_id="winter", day=DAY)
    found, offered = told(document, order)
    assert [each for each in TOKEN if TOKEN[each] in found] == ["winter", ""]
    assert [part.apart for part in offered] == [False, False, True]


def test_who_asks_for_a_board_of_another_cohort_gets_it_and_is_told(document):
    order = HandoutOrder("letter", "en", session_id="s_winter", day=DAY)
    theirs = next(part for part in parts_offered(document, order) if part.apart)
    made = make_handout(document, replace(order, parts=(theirs.key,)))
    assert made.cohorts_told(Words("en")) == f"Holds a board of another cohort: “{theirs.title}” (Autumn)."
    assert TOKEN["autumn"] in "".join(page.get_textpage().get_text_bounded() for page in PdfDocument(made.pdf))


def test_the_pdf_of_a_cohort_says_nothing_of_another(document):
    made = make_handout(document, HandoutOrder("letter", "fr", session_id="s_winter", day=DAY))
    found = "".join(page.get_textpage().get_text_bounded() for page in PdfDocument(made.pdf))
    assert [each for each in TOKEN if TOKEN[each] in found] == ["winter", ""]
    assert made.cohorts_told(Words("fr")) == ""


def test_a_pack_of_all_sessions_names_the_cohorts_that_are_in_it(document):
    made = make_handout(document, HandoutOrder("letter", "en", "value", day=DAY))
    assert made.cohorts_told(Words("en")).startswith("Holds boards of several cohorts: Autumn and Winter. ")


def test_a_pack_names_the_cohort_of_its_sessions_where_it_tells_of_several(document):
    offered = parts_offered(document, HandoutOrder("letter", "en", day=DAY))
    titles = " | ".join(part.title for part in offered)
    for each in COHORTS:
        assert f"{each.title()} · {TOKEN[each]} half day" in titles
    made = make_handout(document, HandoutOrder("letter", "en", cohort_id="winter", day=DAY))
    cover = PdfDocument(made.pdf)[0].get_textpage().get_text_bounded()
    assert f"winter · {TOKEN['winter']} half day" in " ".join(cover.split()).casefold()


def test_a_cohort_is_asked_for_where_there_are_boards_of_one(document):
    def key(pack, cohort_id):
        with pytest.raises(StoreError) as refused:
            make_handout(document, HandoutOrder("letter", "en", pack, cohort_id=cohort_id, day=DAY))
        return refused.value.key

    assert key("participants", "x") == "cohort_unknown"
    assert key("agenda", "winter") == key("lesson", "winter") == "pack_of_no_cohort"


def test_a_mail_and_a_workbook_of_one_cohort_hold_nothing_of_another(document, tmp_path):
    html, plain = mail_of(document, "", Words("fr"), whose=of_cohort(document, "winter"))
    for found in (html, plain):
        assert [each for each in TOKEN if TOKEN[each] in found] == ["winter", ""]
        assert "zqloose" not in found
    out = tmp_path / "winter.xlsx"
    write_format(document, "", out, "xlsx-cohort", Words("en"), private=False, replace=False, cohort_id="winter")
    found = of_file(out)
    assert [each for each in TOKEN if TOKEN[each] in found] == ["winter", ""]
    assert TOKEN["autumn"] in mail_of(document, "", Words("en"))[0]


@pytest.fixture
def file(document, tmp_path):
    path = tmp_path / "town.facilitator"
    with found_engagement(path, Change("found", adding(document.records()))):
        pass
    return path


def test_the_command_line_takes_one_cohort_and_says_where_there_are_several(file, tmp_path, capsys):
    def run(*arguments):
        assert cli.run(["--lang", "en", *map(str, arguments)]) == 0
        return capsys.readouterr()

    told = run("export", file, "--out", tmp_path / "w.html", "--cohort", "winter")
    assert TOKEN["autumn"] not in (tmp_path / "w.html").read_text("utf-8")
    assert told.err == ""
    assert "several cohorts: Autumn and Winter" in run("export", file, "--out", tmp_path / "all.html").err
    asked = ("handout", file, "--out", tmp_path, "--pack", "value", "--day", DAY)
    assert "several cohorts" in run(*asked).out
    assert "cohort" not in run(*asked, "--cohort", "winter").out.replace(str(tmp_path), "")
    parts = json.loads(run("handout", file, "--list-parts", "--session", "s_winter", "--json").out)["parts"]
    theirs = next(part for part in parts if part["apart"])
    assert theirs["whose"] == "Autumn"
    told = run("handout", file, "--out", tmp_path, "--session", "s_winter", "--parts", theirs["key"])
    assert f"Holds a board of another cohort: “{theirs['title']}” (Autumn)." in told.out


def test_reviews_of_no_cohort_are_in_no_participants_own_pack_unless_one_is_asked_for(document):
    review = Session(id="pulse", number=90, title="zqpulse", agenda=cadences()[0].agenda, held_on=DAY)
    segment = Segment(id="pulse1", session_id="pulse", number=1, minutes=5, title="zqround")
    held = Document.of([*document.records(), review, segment])
    order = HandoutOrder("letter", "en", "personal", person_id="p_autumn", day=DAY)
    assert "zqround" not in told(held, order)[0]
    assert "zqround" in told(held, replace(order, session_id="pulse"))[0]
    alone = Document.of([each for each in held.records() if not isinstance(each, Cohort | Enrolment)])
    assert "zqround" in told(alone, order)[0], "without cohorts everybody is in all sessions"
