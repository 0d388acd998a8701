"""A pack for each participant: what is in it, what is not, and what becomes of a whole batch."""

import io
import json
import re
from datetime import date
from random import Random

import pikepdf
import pytest
from pypdfium2 import PdfDocument

from everything import everything as of_file
from facilitator.boards.assessment.model import Assessment, NextStep, OwnAnswer, Respondent
from facilitator.boards.stakeholder_web.model import Stakeholder, StakeholderNote, Web
from facilitator.command_line import arguments, cli
from facilitator.content.instruments import instrument
from facilitator.content.words import Words
from facilitator.domain.change import Change, adding
from facilitator.domain.commitment import Commitment
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement, Person, Segment, Session
from facilitator.domain.outcome import Outcome
from facilitator.domain.participation import Attendance, Enrolment, OneToOne
from facilitator.domain.poll import CountedVotes, Poll, PollOption
from facilitator.domain.program import Cohort, Program
from facilitator.domain.refusal import Refusal, StoreError
from facilitator.handouts.batch import summary_lines
from facilitator.opening import found_engagement
from facilitator.packs.handing_out import make_handout, write_handout
from facilitator.packs.personal_packs import write_personal_packs
from facilitator.packs.recipients import recipients
from facilitator.packs.sorts import HandoutOrder

DAY = date(2026, 11, 22)
PEOPLE = ("ana", "ben", "zoe")
CHANCE = Random(20261122)
SECRET = {each: f"zq{''.join(CHANCE.choices('bcdfghjklmnpqrstvwx', k=6))}" for each in PEOPLE}


def said(person, what):
    return f"{SECRET[person]} {what}"


def of_person(person, number):
    """All that can be known of one person, each text with their token."""
    web, asked, session = f"web_{person}", f"asked_{person}", f"two_{person}"
    statement = instrument("capacity").areas[0].id
    yield Person(
        id=person,
        name=said(person, "Roy"),
        organization=said(person, "Town"),
        pronunciation=said(person, "said"),
        pronouns=said(person, "pronouns"),
        note=said(person, "note"),
    )
    yield Enrolment(id=person, cohort_id="co", person_id=person, certificate_name=said(person, "certified"))
    yield Attendance(id=person, session_id="all", person_id=person, presence="present", minutes=77)
    yield Session(id=session, number=10 + number, title=said(person, "1:1"), held_on=DAY)
    yield OneToOne(id=session, person_id=person)
    yield Board(
        id=web, number=10 + number, kind="stakeholder_web", title=said(person, "map"), question=said(person, "?")
    )
    yield Web(id=web, project=said(person, "project"))
    yield Segment(id=person, session_id=session, number=1, minutes=9, title=said(person, "work"), board_id=web)
    place = {"category": "internal", "ring": 1}
    who = said(person, "neighbour")
    yield Stakeholder(id=f"s_{person}", board_id=web, code=f"S{number}", name=who, needs=said(person, "needs"), **place)
    yield StakeholderNote(id=f"s_{person}", text=said(person, "private note"))
    step = {"kind": "next_step", "code": f"N{number}", "text": said(person, "step"), "who": said(person, "Roy")}
    yield Outcome(id=person, session_id=session, number=number, **step)
    yield Poll(id=person, session_id=session, number=1, question=said(person, "asks?"), shown=True)
    yield PollOption(id=person, poll_id=person, number=1, text=said(person, "option"))
    yield CountedVotes(id=person, hands=3)
    yield Board(id=asked, number=20 + number, kind="capacity", title=said(person, "assessment"))
    yield Assessment(id=asked, instrument="capacity", assessed_on=DAY)
    yield Respondent(id=asked, person_id=person, organization=said(person, "Town"), subject=said(person, "subject"))
    answer = {"scored": "level", "level": 1, "example": said(person, "example"), "comment": said(person, "comment")}
    yield OwnAnswer(id=person, board_id=asked, statement=statement, importance=3, **answer)
    yield NextStep(id=person, board_id=asked, number=1, text=said(person, "next"), owner=said(person, "owner"))
    for field, what in (("text", "pledge"), ("with_whom", "company"), ("sign", "sign"), ("result", "result")):
        pledge = {"text": "Ask", "due": DAY, "principle": "user"} | {field: said(person, what)}
        yield Commitment(id=f"{person} {field}", person_id=person, number=1, session_id=session, **pledge)


@pytest.fixture(scope="module")
def document():
    group = (
        Engagement(id="engagement", title="Online permits", organization="Town of Willowmarch"),
        Program(id="pr", number=1, title="Program"),
        Cohort(id="co", program_id="pr", number=1, title="Fall"),
        Board(id="web", number=1, kind="stakeholder_web", title="The map of the group"),
        Web(id="web", project="Permits"),
        Session(id="all", number=1, title="The workshop", cohort_id="co", held_on=DAY),
        Segment(id="work", session_id="all", number=1, minutes=60, title="Map", board_id="web"),
        Outcome(id="d", session_id="all", number=1, kind="decision", code="D1", text="The counter opens at eight"),
        Poll(id="p", session_id="all", number=1, question="What comes first?", shown=True),
        PollOption(id="p1", poll_id="p", number=1, text="The form"),
        CountedVotes(id="p1", hands=4),
    )
    people = [record for number, each in enumerate(PEOPLE, start=1) for record in of_person(each, number)]
    return Document.of([*group, *people])


def everything(data):
    """All words that a file holds anywhere, as they can be searched for: its pages, objects and metadata."""
    found = []
    pdf = PdfDocument(data)
    found += [page.get_textpage().get_text_bounded() for page in pdf]
    with pikepdf.open(io.BytesIO(data)) as paper:
        for one in paper.objects:
            found += strings(one, set())
            if isinstance(one, pikepdf.Stream) and "/Length1" not in one:  # fonts say nothing
                found.append(one.read_bytes().decode("latin-1"))
    return re.sub(r"\s+", " ", " ".join(found)).casefold()


def strings(thing, seen):
    if isinstance(thing, pikepdf.String):
        yield str(thing)
    elif isinstance(thing, pikepdf.Array):
        for each in thing:
            yield from strings(each, seen)
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        for key in thing.keys():  # noqa: SIM118 - iterating a pikepdf object is no iteration over its keys
            if not isinstance(thing[key], pikepdf.Dictionary) or not thing[key].is_indirect:
                yield from strings(thing[key], seen)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("person", PEOPLE)
def test_a_pack_holds_what_is_its_persons_and_nothing_of_anybody_else(document, tmp_path, person, language):
    made = write_handout(
        document, tmp_path, HandoutOrder("letter", language, pack="personal", person_id=person, day=DAY)
    )
    found = everything(made.read_bytes())
    for what in ("roy", "map", "neighbour", "needs", "step", "asks?", "option", "pledge", "company", "sign", "result"):
        assert f"{SECRET[person]} {what}" in found, what
    for words in ("the map of the group", "the counter opens at eight", "what comes first?", "the form"):
        assert words in found
    assert "private note" not in found
    assert SECRET[person] in made.name
    others = [each for each in PEOPLE if each != person]
    assert [each for each in others if SECRET[each] in found or SECRET[each] in made.name] == []


def test_the_packs_of_the_group_hold_nothing_of_anybodys_1_1s(document):
    found = everything(make_handout(document, HandoutOrder("letter", "en", day=DAY)).pdf)
    assert "the map of the group" in found
    private = ("roy", "map", "neighbour", "step", "asks?", "comment", "pledge", "sign")
    assert [f"{SECRET[each]} {what}" for each in PEOPLE for what in private if f"{SECRET[each]} {what}" in found] == []


def test_where_there_is_no_session_for_a_group_nobody_reads_of_the_1_1_of_another(document):
    without = Document.of(
        each for each in document.records() if not (isinstance(each, Session | Segment) and each.id in ("all", "work"))
    )
    kept = Document.of(each for each in without.records() if getattr(each, "session_id", "") != "all")
    found = everything(make_handout(kept, HandoutOrder("letter", "en", pack="personal", person_id="ana", day=DAY)).pdf)
    assert said("ana", "step") in found
    assert [each for each in ("ben", "zoe") if SECRET[each] in found] == []


def test_a_pack_says_whose_it_is_and_names_no_other_session(document):
    made = make_handout(document, HandoutOrder("letter", "en", pack="personal", person_id="ana", day=DAY))
    with pikepdf.open(io.BytesIO(made.pdf)) as paper:
        assert str(paper.docinfo.Title) == f"Online permits – {said('ana', 'Roy')}"
    page = PdfDocument(made.pdf)[0].get_textpage().get_text_bounded()
    assert f"For {said('ana', 'Roy')}" in page
    keys = [part.key for part in made.offered]
    assert keys[0] == "own"  # right after the cover
    assert keys[keys.index("board:web_ana") + 1 :][:3] == ["agenda:all", "outcomes:all", "board:web"]
    assert keys.index("own") < keys.index("outcomes:two_ana") < keys.index("board:web_ana")


def test_who_has_no_commitments_finds_lines_for_them(document):
    bare = Document.of(each for each in document.records() if not isinstance(each, Commitment))
    found = everything(make_handout(bare, HandoutOrder("a4", "fr", pack="personal", person_id="ben", day=DAY)).pdf)
    assert "dans les 30 prochains jours, je vais" in found
    with_some = everything(
        make_handout(document, HandoutOrder("a4", "fr", pack="personal", person_id="ben", day=DAY)).pdf
    )
    assert "dans les 30 prochains jours, je vais" not in with_some


def test_a_personal_pack_is_of_one_person_and_of_their_sessions(document):
    def key(pack="personal", **options):
        with pytest.raises(StoreError) as refusal:
            make_handout(document, HandoutOrder("letter", "en", pack=pack, day=DAY, **options))
        return refusal.value.key

    assert key() == "person_wanted"
    assert key(person_id="x") == "person_unknown"
    assert key(pack="participants", person_id="ana") == "pack_of_nobody"
    assert key(person_id="ana", session_id="two_ben") == "session_of_other"
    assert key(person_id="ana", board_id="web") == "pack_of_sessions"
    own = make_handout(
        document, HandoutOrder("letter", "en", pack="personal", person_id="ana", session_id="two_ana", day=DAY)
    )
    assert said("ana", "step") in everything(own.pdf)


def test_who_gets_one(document):
    def names(**asked):
        return [each.person_id for each in recipients(document, DAY, **asked)]

    by_name = sorted(PEOPLE, key=lambda each: SECRET[each])
    assert names() == names(cohort_id="co") == names(session_id="all") == by_name
    assert names(person_id="ben") == names(session_id="two_ben") == ["ben"]
    withdrawn = document.get(Enrolment, "zoe").having(state="withdrawn")
    left = Document.of([*(each for each in document.records() if each != document.get(Enrolment, "zoe")), withdrawn])
    skipped = [each.person_id for each in recipients(left, DAY, cohort_id="co") if each.skip]
    assert [each.person_id for each in recipients(left, DAY) if each.skip] == skipped
    assert skipped == ["zoe"]
    for asked, key in (({"cohort_id": "x"}, "cohort_unknown"), ({"session_id": "x"}, "session_unknown")):
        with pytest.raises(StoreError) as refusal:
            names(**asked)
        assert refusal.value.key == key
    with pytest.raises(StoreError) as refusal:
        recipients(Document(), DAY)
    assert refusal.value.key == "nobody_for_packs"


def small(*names):
    people = [Person(id=f"p{n}", name=name) for n, name in enumerate(names, start=1)]
    return Document.of(
        [Engagement(id="engagement", title="Online permits, a very long title of an engagement " * 2), *people]
    )


def write_all(document, folder, **heard):
    order = HandoutOrder("letter", "en", "personal", day=DAY)
    return write_personal_packs(document, order, recipients(document, DAY), folder, **heard)


def test_two_of_one_name_get_a_file_each_and_no_older_one_is_overwritten(tmp_path):
    document = small("Zoé Côté", "Zoe Cote", "漢字", "A" * 80)
    first = write_all(document, tmp_path)
    names = [each.path.name for each in first.lines]
    assert len({*names}) == len(names) == 4
    assert sum("zoe-cote-personal" in each for each in names) == 1
    assert sum("zoe-cote-2-personal" in each for each in names) == 1
    assert sum("participant-personal" in each for each in names) == 1
    assert max(map(len, names)) < 100
    assert [each.renamed for each in first.lines].count(True) == 1
    before = {each.path: each.path.read_bytes() for each in first.lines}
    second = write_all(document, tmp_path)
    assert all(each.renamed for each in second.lines)
    assert {path: path.read_bytes() for path in before} == before
    assert len(list(tmp_path.iterdir())) == 8


def test_cancelled_within_a_pack_keeps_those_that_are_written_and_leaves_no_stub(tmp_path):
    document, reached = small("Ana", "Ben", "Zoe"), []
    summary = write_all(
        document, tmp_path, progress=reached.append, cancelled=lambda: reached[-1:] and reached[-1].number > 1
    )
    assert [each.became for each in summary.lines] == ["written", "not_reached", "not_reached"]
    assert summary.cancelled
    assert [each.name for each in tmp_path.iterdir()] == [summary.lines[0].path.name]
    assert [(each.number, each.count, each.name) for each in reached if not each.done] == [(1, 3, "Ana"), (2, 3, "Ben")]
    assert max(each.done for each in reached) == reached[1].whole > 0


def test_one_that_can_not_be_written_keeps_nobody_from_theirs(tmp_path):
    document = small("Ana", "Ben", "Zoe")
    people = recipients(document, DAY)
    gone = Document.of(each for each in document.records() if each.id != "p2")
    summary = write_personal_packs(gone, HandoutOrder("letter", "en", "personal", day=DAY), people, tmp_path)
    assert [each.became for each in summary.lines] == ["written", "failed", "written"]
    assert (summary.lines[1].why.key, summary.cancelled) == ("person_unknown", False)
    (tmp_path / "file").touch()
    nowhere = write_all(document, tmp_path / "file")
    assert [each.became for each in nowhere.lines] == ["failed"] * 3
    assert all(isinstance(each.why, Refusal) for each in nowhere.lines)


@pytest.fixture
def file(document, tmp_path):
    path = tmp_path / "made.facilitator"
    found_engagement(path, Change("found_engagement", adding(document.records()))).close()
    return path


def test_the_command_writes_one_each_and_sums_up(file, tmp_path, capsys):
    out = tmp_path / "out"
    asked = ["handout", str(file), "--pack", "personal", "--out", str(out), "--day", "2026-11-22", "--lang", "en"]
    assert cli.run([*asked, "--cohort", "co", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert {each["person"] for each in told["written"]} == {*PEOPLE}
    assert (told["skipped"], told["failed"], told["not_reached"], told["cancelled"]) == ([], [], [], False)
    assert cli.run([*asked, "--person", "ana"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith(f"1 pack written to {out}:")
    assert "the usual name was taken" in printed
    assert len(list(out.iterdir())) == 4


def test_the_command_returns_1_where_one_failed_and_refuses_what_makes_no_sense(file, tmp_path, capsys):
    out = str(tmp_path / "out")
    asked = ["handout", str(file), "--out", out, "--day", "2026-11-22", "--lang", "en"]
    assert cli.run([*asked, "--pack", "personal", "--cohort", "co", "--session", "two_ben"]) == 1
    printed = capsys.readouterr().out
    assert "1 pack written" in printed
    assert "2 could not be written:" in printed
    assert cli.run([*asked, "--person", "ana"]) == 1
    assert "is the same for everybody" in capsys.readouterr().err
    assert cli.run([*asked, "--pack", "personal", "--person", "x"]) == 1
    assert "no participant" in capsys.readouterr().err
    assert cli.run([*asked, "--pack", "personal", "--board", "web"]) == 1
    assert "not of boards" in capsys.readouterr().err


def test_without_names_neither_pages_nor_file_names_tell_whose_it_is_but_the_summary_does(document, tmp_path):
    people = recipients(document, DAY)
    summary = write_personal_packs(
        document, HandoutOrder("letter", "en", "personal", anonymous=True, day=DAY), people, tmp_path
    )
    assert [(each.name, each.became) for each in summary.lines] == [(each.name, "written") for each in people]
    for line in summary.lines:
        assert re.search(r"participant-\d", line.path.name)
        found = everything(line.path.read_bytes())
        assert [each for each in PEOPLE if f"{SECRET[each]} roy" in found or SECRET[each] in line.path.name] == []
    assert len({line.path.name for line in summary.lines}) == len(PEOPLE)


def test_the_command_says_what_may_still_tell_who_it_is(file, tmp_path, capsys):
    asked = ["handout", str(file), "--pack", "personal", "--out", str(tmp_path / "out"), "--day", "2026-11-22"]
    assert cli.run([*asked, "--lang", "en", "--anonymous", "--person", "ana"]) == 0
    printed = capsys.readouterr().out
    assert re.search(f"{SECRET['ana']} Roy: .*participant-", printed)
    assert "may still tell who it is" in printed
    assert cli.run([*asked, "--anonymous", "--person", "ana", "--json"]) == 0
    assert "left" in json.loads(capsys.readouterr().out)


def test_the_parts_wanted_stand_in_each_pack_in_their_order(file, document, tmp_path, capsys):
    its = {"pack": "personal", "person_id": "ana", "day": DAY}
    own = [
        each.key
        for each in make_handout(document, HandoutOrder("letter", "en", **its)).offered
        if each.key.startswith("own")
    ]
    out = tmp_path / "out"
    asked = ["handout", str(file), "--pack", "personal", "--day", "2026-11-22", "--lang", "en"]
    assert cli.run([*asked, "--out", str(out), "--parts", "board:web,own:every", "--cohort", "co"]) == 0
    for path in out.iterdir():
        words = everything(path.read_bytes())
        assert "the map of the group" in words
        assert "the counter opens at eight" not in words
        assert words.index("the map of the group") < words.index("your own pages")
    capsys.readouterr()
    assert own[0] == "own"
    assert cli.run([*asked, "--out", str(out), "--parts", "own,x", "--person", "ana"]) == 1
    assert "no part “x”" in capsys.readouterr().err


def test_of_each_pack_only_the_pages_wanted_are_written(file, tmp_path, capsys):
    out = tmp_path / "out"
    asked = ["handout", str(file), "--pack", "personal", "--out", str(out), "--lang", "en"]
    assert cli.run([*asked, "--pages", "1-2", "--cohort", "co"]) == 0
    assert [len(PdfDocument(path)) for path in out.iterdir()] == [2, 2, 2]
    capsys.readouterr()
    assert cli.run([*asked, "--pages", "2-1"]) == 1
    assert "write 1-2" in capsys.readouterr().err
    assert len(list(out.iterdir())) == 3


def test_the_parts_are_listed_of_one_or_those_that_all_have(file, capsys):
    asked = ["handout", str(file), "--pack", "personal", "--list-parts", "--json", "--day", "2026-11-22"]

    def keys(*more):
        assert cli.run([*asked, *more]) == 0
        return [each["key"] for each in json.loads(capsys.readouterr().out)["parts"]]

    assert keys("--person", "ana")[0] == "own"
    assert "outcomes:two_ana" in keys("--person", "ana")
    assert keys()[:2] == ["own:every", "own"]
    assert "board:web" in keys()
    assert not any("ana" in each for each in keys("--cohort", "co"))


def test_the_summary_says_for_how_many_there_is_nothing_of_their_own(document, tmp_path):
    none = write_all(small("Ana", "Ben"), tmp_path)
    assert summary_lines(none, tmp_path, Words("en"))[:2] == [
        f"2 packs written to {tmp_path}:",
        "Nothing of their own yet in 2.",
    ]
    some = write_personal_packs(
        document, HandoutOrder("letter", "en", "personal", day=DAY), recipients(document, DAY), tmp_path
    )
    assert all(each.own for each in some.lines)
    assert "own yet" not in " ".join(summary_lines(some, tmp_path, Words("en")))


@pytest.mark.parametrize("form", [form for form in arguments.FORMATS if form != "ics"])
def test_an_export_of_all_boards_holds_nothing_of_anybodys_1_1s(file, tmp_path, form, qapp):
    assert exported(file, tmp_path, form, "participants") == set()
    assert list((tmp_path / form).iterdir())


def test_the_facilitators_own_export_has_all_boards(file, tmp_path):
    assert exported(file, tmp_path, "csv", "facilitator") == {*PEOPLE}
    assert exported(file, tmp_path, "graphml", "facilitator") == {*PEOPLE}


def exported(file, tmp_path, form, audience):
    """The people of whom the files of all boards tell, in what they are called or in what they hold."""
    out = tmp_path / form
    out.mkdir()
    asked = ["export", str(file), "--out", str(out), "--format", form, "--lang", "en", "--audience", audience]
    assert cli.run(asked) == 0
    found = "".join(map(of_file, out.iterdir())).casefold()
    names = " ".join(each.name for each in out.iterdir())
    return {each for each in PEOPLE if SECRET[each] in found or f"web_{each}" in names or f"asked_{each}" in names}
