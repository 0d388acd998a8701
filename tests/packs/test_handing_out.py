"""Packs as files: which parts they have, what they are called, and that a private one says so."""

import os
from datetime import date

import pytest

from engagements import founding, stakeholder
from facilitator.boards.redaction import RedactionAnswers
from facilitator.boards.stakeholder_web.model import Stakeholder, StakeholderNote
from facilitator.boards.value_board.model import PersonDots, Review
from facilitator.catalogue import kind_of
from facilitator.content.words import Words
from facilitator.domain.change import Change, adding
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Person, Segment, Session
from facilitator.domain.outcome import Outcome
from facilitator.domain.refusal import StoreError
from facilitator.packs.handing_out import write_handout
from facilitator.packs.sorts import HandoutOrder
from facilitator.sample import founding_of_sample
from paper import Handout

EN, FR = Words("en"), Words("fr")
NOTE = "Wants a first visible win"
FILE = {"en": "online-permits", "fr": "permis-en-ligne"}
TITLES = {
    "en": ("Online permits", "Stakeholder web", "Civic value board"),
    "fr": ("Permis en ligne", "Toile des parties prenantes", "Tableau de la valeur civique"),
}


@pytest.fixture(scope="module")
def sample() -> Document:
    return Document().after(founding_of_sample("en"))


def empty() -> Document:
    return Document().after(founding())


def refused(act, *arguments, **more) -> StoreError:
    with pytest.raises(StoreError) as refusal:
        act(*arguments, **more)
    return refusal.value


def test_the_participants_pack_is_what_one_gets_and_holds_nothing_private(sample, tmp_path):
    out = write_handout(sample, tmp_path, HandoutOrder("letter", "en"))
    assert out.name == "online-permits-en-letter.pdf"
    handout = Handout(out)
    assert [each.text for each in handout.tree().every("H1")] == [
        "Online permits",
        EN("handouts.agenda_held"),
        EN("outcome.part_title"),
        *(each.title for each in sorted(sample.every(Board), key=lambda each: each.number)),
        EN("handouts.methods_title"),
    ]
    assert NOTE not in handout.copied()
    assert "PRIVATE" not in handout.copied()


def test_a_pack_of_one_board_has_that_board_only(sample, tmp_path):
    tree = Handout(write_handout(sample, tmp_path, HandoutOrder("a4", "fr", board_id="value_board"))).tree()
    assert [each.text for each in tree.every("H1")] == ["Permis en ligne", "Tableau de la valeur civique"]
    assert refused(write_handout, sample, tmp_path, HandoutOrder("a4", "fr", board_id="x")).key == "board_unknown"


@pytest.mark.parametrize(("language", "mark"), [("en", "PRIVATE"), ("fr", "PRIVÉ")])
def test_the_report_is_marked_in_its_name_and_on_every_page(sample, tmp_path, language, mark):
    first, second = (write_handout(sample, tmp_path, HandoutOrder("letter", language, pack="report")) for _ in range(2))
    assert first.name == f"{FILE[language]}-{mark}-{language}-letter.pdf"
    assert second.name == f"{FILE[language]}-2-{mark}-{language}-letter.pdf"
    pages = Handout(first).page_words()
    assert len(pages) > 4
    assert all(Words(language)("handouts.private") in page for page in pages)
    assert NOTE in Handout(first).copied()
    title, *boards = TITLES[language]
    titles = [title, Words(language)("outcome.part_title"), *boards]
    assert [each.text for each in Handout(first).tree().every("H1")] == titles


def test_where_nothing_is_private_there_is_no_report(sample, tmp_path):
    assert (
        refused(write_handout, empty(), tmp_path, HandoutOrder("letter", "en", pack="report")).key
        == "nothing_in_report"
    )
    only = {"pack": "report", "board_id": "checklist"}
    assert refused(write_handout, sample, tmp_path, HandoutOrder("letter", "en", **only)).key == "nothing_in_report"
    assert list(tmp_path.iterdir()) == []


def test_the_preparation_guide_is_made_once_for_each_kind_that_has_one(sample, tmp_path):
    out = write_handout(sample, tmp_path, HandoutOrder("letter", "fr", pack="prep"))
    assert out.name == "permis-en-ligne-guide-de-preparation-fr-letter.pdf"
    handout = Handout(out)
    assert NOTE not in handout.copied()
    assert len(handout.tree().every("H1")) == 1  # a cover would have one, too
    nothing = refused(
        write_handout, sample, tmp_path, HandoutOrder("letter", "en", pack="prep", board_id="value_board")
    )
    assert nothing.key == "nothing_to_prepare"
    assert "1:1 assessments" in Words("en")(f"refusals.{nothing.key}", **nothing.values)


def test_no_private_word_is_in_what_participants_get(tmp_path):
    secret = "Zqxj"
    people = [stakeholder(number, f"Person {number}") for number in range(1, 4)]
    document = (
        Document()
        .after(founding())
        .after(
            type(founding())("add", adding((*people, *(StakeholderNote(id=each.id, text=secret) for each in people))))
        )
    )
    assert len(list(document.every(Stakeholder))) == 3
    for pack in ("participants", "prep"):
        out = write_handout(document, tmp_path, HandoutOrder("letter", "en", pack=pack))
        assert secret not in Handout(out).copied()
    assert secret in Handout(write_handout(document, tmp_path, HandoutOrder("letter", "en", pack="report"))).copied()


def test_a_report_tells_nothing_of_the_machine(sample, tmp_path):
    whole = write_handout(sample, tmp_path, HandoutOrder("letter", "en", pack="report")).read_bytes()
    assert str(tmp_path).encode() not in whole
    assert os.environ["HOME"].encode() not in whole


@pytest.mark.parametrize(("language", "name"), [("en", "value-en"), ("fr", "valeur-fr")])
def test_the_value_pack_has_value_boards_in_full_and_a_calendar_beside_it(sample, tmp_path, language, name):
    out = write_handout(sample, tmp_path, HandoutOrder("a4", language, pack="value", day=date(2026, 11, 22)))
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        f"{FILE[language]}-{name}-a4.ics",
        f"{FILE[language]}-{name}-a4.pdf",
    ]
    handout = Handout(out)
    assert [each.text for each in handout.tree().every("H1")] == [TITLES[language][0], TITLES[language][2]]
    assert Words(language).date(date(2026, 11, 22)) in handout.copied()
    calendar = out.with_suffix(".ics").read_text("utf-8")
    dates = kind_of("value_board").dates(sample, "value_board", Words(language))
    assert calendar.count("BEGIN:VEVENT") == len(dates) > 5
    assert f"UID:{dates[0].id}@facilitator" in calendar


def test_how_indicators_stand_is_told_as_of_the_day_of_printing(sample, tmp_path):
    for day, told in ((date(2026, 11, 22), "Watch."), (date(2027, 6, 30), "No data.")):
        out = write_handout(sample, tmp_path, HandoutOrder("letter", "en", pack="value", day=day))
        assert told in Handout(out).copied()


def test_neither_file_of_a_value_pack_replaces_one_that_is_there(sample, tmp_path):
    (tmp_path / "online-permits-value-en-letter.ics").write_bytes(b"mine")
    out = write_handout(sample, tmp_path, HandoutOrder("letter", "en", pack="value"))
    assert out.name == "online-permits-2-value-en-letter.pdf"
    assert out.with_suffix(".ics").exists()
    assert (tmp_path / "online-permits-value-en-letter.ics").read_bytes() == b"mine"
    assert not (tmp_path / "online-permits-value-en-letter.pdf").exists()


def test_a_board_without_dates_has_no_calendar(tmp_path):
    board = Board(id="b", number=9, kind="value_board", title="Values")
    document = empty().after(type(founding())("add", adding([board])))
    out = write_handout(document, tmp_path, HandoutOrder("letter", "en", pack="value"))
    assert list(tmp_path.iterdir()) == [out]


def test_without_a_value_board_there_is_no_value_pack(sample, tmp_path):
    for document, board in ((empty(), None), (sample, "stakeholder_web")):
        refusal = refused(write_handout, document, tmp_path, HandoutOrder("letter", "en", pack="value", board_id=board))
        assert refusal.key == "nothing_in_full"
    assert list(tmp_path.iterdir()) == []


def test_who_gave_dots_and_what_reviews_answered_is_in_the_report_alone(tmp_path):
    secret = "Zqxj"
    records = [
        record.having(person=f"{secret} {number}")
        if isinstance(record, PersonDots)
        else record.having(happened=secret, tell=secret)
        if isinstance(record, Review)
        else record
        for number, record in enumerate(founding_of_sample("en").added())
    ]
    assert sum(secret in str(record) for record in records) > 5
    document = Document.of(records)
    for pack in ("participants", "value"):
        out = write_handout(document, tmp_path, HandoutOrder("letter", "en", pack=pack))
        tree = Handout(out).tree()
        assert secret not in Handout(out).copied() + "".join(each.alt for each in tree.every("Figure"))
    assert secret not in out.with_suffix(".ics").read_text("utf-8")
    report = Handout(write_handout(document, tmp_path, HandoutOrder("letter", "en", pack="report")))
    assert report.copied().count(secret) > 5


def test_a_group_gets_the_exemplar_and_not_the_one_to_one_that_it_is_of(sample, tmp_path):
    kind, the_1to1 = kind_of("stakeholder_web"), "stakeholder_web"
    made = sample.after(kind.exemplar(sample, the_1to1, RedactionAnswers(), date(2026, 11, 22)))

    def headings(**more):
        tree = Handout(write_handout(made, tmp_path, HandoutOrder("letter", "en", **more))).tree()
        return [each.text for each in tree.every("H1")][1:]

    titles = {board.id: board.title for board in made.every(Board)}
    assert kind.withheld(made, the_1to1)
    came_out, methods = EN("outcome.part_title"), EN("handouts.methods_title")
    boards = [title for board, title in titles.items() if board != the_1to1]
    assert headings() == [EN("handouts.agenda_held"), came_out, *boards, methods]
    assert headings(board_id=the_1to1) == [titles[the_1to1]]
    assert len(headings(pack="report")) == 4  # what came out, the 1:1, its exemplar, the value board


def outcome(number, kind="decision", **more) -> Outcome:
    return Outcome(id=f"x{number}", number=number, kind=kind, code=f"D{number}", text=f"Said {number}", **more)


def test_what_came_out_has_a_page_for_each_session_that_something_came_out_of(tmp_path):
    sessions = [Session(id=f"s{number}", number=number, title=f"Session {number}") for number in (1, 2, 3)]
    more = (outcome(1, session_id="s1"), outcome(2, session_id="s3"), outcome(3))
    document = empty().after(Change("found_engagement", adding((*sessions, *more))))
    tree = Handout(write_handout(document, tmp_path, HandoutOrder("letter", "fr"))).tree()
    assert [each.text for each in tree.every("H1")][1:4] == [FR("outcome.part_title")] * 3
    words = tree.words()
    assert [title in words for title in ("Session 1", "Session 2", "Session 3")] == [True, False, True]
    assert all(f"Said {number}" in words for number in (1, 2, 3))
    assert "Ce qui ressort : Session 3 3" in Handout(tmp_path / "online-permits-fr-letter.pdf").copied()


def test_a_report_needs_more_to_tell_than_what_came_out(tmp_path):
    document = empty().after(Change("found_engagement", adding((outcome(1),))))
    assert (
        refused(write_handout, document, tmp_path, HandoutOrder("letter", "en", pack="report")).key
        == "nothing_in_report"
    )


def two_sessions() -> Document:
    """One of two, then one of a group, each with an agenda and an outcome."""
    sessions = [
        Session(id="s1", number=1, title="Between two", agenda="stakeholder_1to1", held_on=date(2027, 1, 7)),
        Session(id="s2", number=2, title="All of us", held_on=date(2027, 1, 14), begins="09:30"),
    ]
    segments = [
        Segment(
            id=f"g{n}", session_id=f"s{n}", number=1, minutes=20, title=f"Part {n}", method="round", materials="Zqxj"
        )
        for n in (1, 2)
    ]
    person = Person(id="p", name="Dana Brightwater", note="Came late once")
    records = (*sessions, *segments, person, outcome(1, session_id="s1"), outcome(2, session_id="s2"), outcome(3))
    return empty().after(Change("found_engagement", adding(records)))


def test_a_pack_of_one_session_tells_of_that_one_alone(tmp_path):
    def copied(**more):
        return Handout(
            write_handout(two_sessions(), tmp_path, HandoutOrder("letter", "en", day=date(2027, 1, 20), **more))
        ).copied()

    group, asked = copied(), copied(session_id="s1")
    assert [each in group for each in ("All of us", "Said 2", "Part 2", "Between two", "Said 1", "Part 1")] == [
        *[True] * 3,
        *[False] * 3,
    ]
    assert [each in asked for each in ("All of us", "Said 2", "Part 2", "Between two", "Said 1", "Part 1")] == [
        *[False] * 3,
        *[True] * 3,
    ]
    assert "BETWEEN TWO · 7 JANUARY 2027" in asked  # on the cover
    for copy in (group, asked):
        assert "Said 3" in copy  # that belongs to no session, and nothing said is lost
        assert "Stakeholder web" in copy


@pytest.mark.parametrize(("language", "name"), [("en", "agenda-en"), ("fr", "ordre-du-jour-fr")])
def test_the_agenda_is_of_the_session_of_the_day_and_holds_nothing_private(tmp_path, language, name):
    options = {"pack": "agenda", "day": date(2027, 1, 14)}
    out = write_handout(two_sessions(), tmp_path, HandoutOrder("a4", language, **options))
    assert out.name == f"online-permits-{name}-a4.pdf"
    handout = Handout(out)
    assert [each.text for each in handout.tree().every("H1")] == ["All of us"]
    assert len(handout.page_words()) == 1
    assert "Zqxj" not in handout.copied()
    assert "Dana" not in handout.copied()
    other = Handout(write_handout(two_sessions(), tmp_path, HandoutOrder("a4", language, session_id="s1", **options)))
    assert [each.text for each in other.tree().every("H1")] == ["Between two"]


@pytest.mark.parametrize(("language", "mark"), [("en", "PRIVATE-agenda"), ("fr", "PRIVÉ-ordre-du-jour")])
def test_the_script_is_private_in_its_name_and_on_every_page(sample, tmp_path, language, mark):
    out = write_handout(sample, tmp_path, HandoutOrder("letter", language, pack="script"))
    assert out.name == f"{FILE[language]}-{mark}-{language}-letter.pdf"
    handout = Handout(out)
    pages = handout.page_words()
    assert len(pages) > 1
    assert all(Words(language)("handouts.private") in page for page in pages)
    assert all(each.name in handout.copied() for each in sample.every(Person))


def test_without_a_session_there_is_no_agenda(tmp_path):
    for pack in ("agenda", "script"):
        assert refused(write_handout, empty(), tmp_path, HandoutOrder("letter", "en", pack=pack)).key == "no_session"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2027, 1, 1), "ALL OF US · 14 JANUARY 2027"),  # none was held: the first of the group
        (date(2027, 1, 20), "ALL OF US · 14 JANUARY 2027"),
        (date(2027, 1, 30), "ALL OF US AGAIN · 28 JANUARY 2027"),
    ],
)
def test_the_cover_names_the_last_session_of_the_group(tmp_path, day, told):
    again = Session(id="s3", number=3, title="All of us again", held_on=date(2027, 1, 28))
    later = Session(id="s4", number=4, title="Between two again", agenda="stakeholder_1to1", held_on=date(2027, 1, 29))
    document = two_sessions().after(Change("found_engagement", adding((again, later))))
    assert told in Handout(write_handout(document, tmp_path, HandoutOrder("letter", "en", day=day))).page_words()[0]
