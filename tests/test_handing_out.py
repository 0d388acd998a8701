"""Packs as files: which parts they have, what they are called, and that a private one says so."""

import os
from datetime import date

import pytest

from engagements import founding, stakeholder
from facilitator.boards.redaction import UNTOUCHED, RedactionAnswers
from facilitator.boards.stakeholder_web.model import Moment, MomentPlace, Stakeholder, StakeholderNote, Web
from facilitator.boards.value_board.model import PersonDots, Review
from facilitator.catalogue import kind_of
from facilitator.content.words import Words
from facilitator.domain.change import Change, Swap, adding
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board
from facilitator.domain.refusal import StoreError
from facilitator.handing_out import unredacted_in, write_board, write_handout
from facilitator.sample import founding_of_sample
from paper import Handout

EN, FR = Words("en"), Words("fr")
NOTE = "Wants a first visible win"


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
    out = write_handout(sample, tmp_path, "letter", "en")
    assert out.name == "online-permits-en-letter.pdf"
    handout = Handout(out)
    assert [each.text for each in handout.tree().every("H1")] == [
        "Online permits",
        *(each.title for each in sorted(sample.every(Board), key=lambda each: each.number)),
    ]
    assert NOTE not in handout.copied()
    assert "PRIVATE" not in handout.copied()


def test_a_pack_of_one_board_has_that_board_only(sample, tmp_path):
    tree = Handout(write_handout(sample, tmp_path, "a4", "fr", board_id="value_board")).tree()
    assert [each.text for each in tree.every("H1")] == ["Online permits", "Civic value board"]
    assert refused(write_handout, sample, tmp_path, "a4", "fr", board_id="x").key == "board_unknown"


@pytest.mark.parametrize(("language", "mark"), [("en", "PRIVATE"), ("fr", "PRIVÉ")])
def test_the_report_is_marked_in_its_name_and_on_every_page(sample, tmp_path, language, mark):
    first, second = (write_handout(sample, tmp_path, "letter", language, pack="report") for _ in range(2))
    assert first.name == f"online-permits-{mark}-{language}-letter.pdf"
    assert second.name == f"online-permits-2-{mark}-{language}-letter.pdf"
    pages = Handout(first).page_words()
    assert len(pages) > 4
    assert all(Words(language)("handouts.private") in page for page in pages)
    assert NOTE in Handout(first).copied()
    titles = ["Online permits", "Stakeholder web", "Civic value board"]
    assert [each.text for each in Handout(first).tree().every("H1")] == titles


def test_where_nothing_is_private_there_is_no_report(sample, tmp_path):
    assert refused(write_handout, empty(), tmp_path, "letter", "en", pack="report").key == "nothing_in_report"
    only = {"pack": "report", "board_id": "checklist"}
    assert refused(write_handout, sample, tmp_path, "letter", "en", **only).key == "nothing_in_report"
    assert list(tmp_path.iterdir()) == []


def test_the_preparation_guide_is_made_once_for_each_kind_that_has_one(sample, tmp_path):
    out = write_handout(sample, tmp_path, "letter", "fr", pack="prep")
    assert out.name == "online-permits-guide-de-preparation-fr-letter.pdf"
    handout = Handout(out)
    assert NOTE not in handout.copied()
    assert len(handout.tree().every("H1")) == 1  # a cover would have one, too
    nothing = refused(write_handout, sample, tmp_path, "letter", "en", pack="prep", board_id="value_board")
    assert nothing.key == "nothing_to_prepare"


def test_a_private_pdf_of_a_board_must_be_called_so(sample, tmp_path):
    def write(name, board="stakeholder_web", replace=False):
        write_board(sample, board, tmp_path / name, ".pdf", EN, audience="facilitator", replace=replace)

    refusal = refused(write, "web.pdf")
    assert refusal.key == "private_unmarked"
    assert refusal.values["marked"] == str(tmp_path / "web-PRIVATE.pdf")
    assert list(tmp_path.iterdir()) == []
    for name in ("web-PRIVATE.pdf", "web-privé.pdf", "web-PRIVE\u0301.pdf"):
        write(name)
        pages = Handout(tmp_path / name).page_words()
        assert all("PRIVATE – for the facilitator only" in page for page in pages)
    assert refused(write, "web-PRIVATE.pdf").key == "output_exists"
    write("web-PRIVATE.pdf", replace=True)
    assert refused(write, "list-PRIVATE.pdf", "checklist").key == "nothing_private"


def test_the_facilitators_copy_is_a_table_or_a_report(sample, tmp_path):
    for suffix in (".png", ".svg"):
        out = tmp_path / f"web-PRIVATE{suffix}"
        refusal = refused(
            write_board, sample, "stakeholder_web", out, suffix, EN, audience="facilitator", replace=False
        )
        assert refusal.key == "facilitator_formats"


@pytest.mark.parametrize("moved_today", [True, False])
def test_the_pack_compares_with_the_last_moment_since_which_something_has_moved(tmp_path, moved_today):
    def moment(number, kept_on, name):
        place = {"moment_id": f"m{number}", "stakeholder_id": "gone", "name": name, "category": "internal", "ring": 1}
        return (
            Moment(id=f"m{number}", board_id="web", title=f"Session {number}", kept_on=kept_on),
            MomentPlace(id=f"p{number}", **place),
        )

    document = Document.of(
        [
            *founding().added(),
            stakeholder(1),
            *moment(1, date(2020, 1, 1), "Old mayor"),
            *moment(2, date(2020, 6, 1), "Former mayor"),
            *(moment(3, date.today(), "Mayor of today") if moved_today else ()),
        ]
    )
    if not moved_today:  # kept, and nothing has happened since
        document = document.after(kind_of("stakeholder_web").keep_moment(document, "web", "Session 3", date.today()))
    since, named, not_named = (3, "Mayor of today", "Former mayor") if moved_today else (2, "Former mayor", "Old mayor")
    write_board(document, "web", tmp_path / "web.pdf", ".pdf", EN, audience="participants", replace=False)
    for out in (write_handout(document, tmp_path, "letter", "en"), tmp_path / "web.pdf"):
        copied = Handout(out).copied()
        assert f"What has moved since Session {since}" in copied
        assert named in copied
        assert not_named not in copied


def test_maps_that_are_still_drafts_are_named(sample):
    def drafts(state, pack="participants", board_id=None, document=sample):
        web = document.get(Web, "stakeholder_web")
        there = document.after(Change("set_state", (Swap(web, web.having(state=state)),)))
        return [board.id for board in unredacted_in(there, pack, board_id)]

    assert drafts("draft") == drafts("draft", board_id="stakeholder_web") == ["stakeholder_web"]
    assert drafts("validated") == drafts("shared") == drafts("draft", "value") == drafts("draft", "report") == []
    assert drafts("draft", board_id="value_board") == []
    made = sample.after(kind_of("stakeholder_web").exemplar(sample, "stakeholder_web", UNTOUCHED, date(2026, 11, 22)))
    assert drafts("draft", document=made) == []  # the pack holds the exemplar, and not what it was made from


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
        out = write_handout(document, tmp_path, "letter", "en", pack=pack)
        assert secret not in Handout(out).copied()
    assert secret in Handout(write_handout(document, tmp_path, "letter", "en", pack="report")).copied()


def test_a_report_tells_nothing_of_the_machine(sample, tmp_path):
    whole = write_handout(sample, tmp_path, "letter", "en", pack="report").read_bytes()
    assert str(tmp_path).encode() not in whole
    assert os.environ["HOME"].encode() not in whole


@pytest.mark.parametrize(("language", "name"), [("en", "value-en"), ("fr", "valeur-fr")])
def test_the_value_pack_has_value_boards_in_full_and_a_calendar_beside_it(sample, tmp_path, language, name):
    out = write_handout(sample, tmp_path, "a4", language, pack="value", day=date(2026, 11, 22))
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        f"online-permits-{name}-a4.ics",
        f"online-permits-{name}-a4.pdf",
    ]
    handout = Handout(out)
    assert [each.text for each in handout.tree().every("H1")] == ["Online permits", "Civic value board"]
    assert Words(language).date(date(2026, 11, 22)) in handout.copied()
    calendar = out.with_suffix(".ics").read_text("utf-8")
    dates = kind_of("value_board").dates(sample, "value_board", Words(language))
    assert calendar.count("BEGIN:VEVENT") == len(dates) > 5
    assert f"UID:{dates[0].id}@facilitator" in calendar


def test_how_indicators_stand_is_told_as_of_the_day_of_printing(sample, tmp_path):
    for day, told in ((date(2026, 11, 22), "Watch."), (date(2027, 6, 30), "No data.")):
        out = write_handout(sample, tmp_path, "letter", "en", pack="value", day=day)
        assert told in Handout(out).copied()


def test_neither_file_of_a_value_pack_replaces_one_that_is_there(sample, tmp_path):
    (tmp_path / "online-permits-value-en-letter.ics").write_bytes(b"mine")
    out = write_handout(sample, tmp_path, "letter", "en", pack="value")
    assert out.name == "online-permits-2-value-en-letter.pdf"
    assert out.with_suffix(".ics").exists()
    assert (tmp_path / "online-permits-value-en-letter.ics").read_bytes() == b"mine"
    assert not (tmp_path / "online-permits-value-en-letter.pdf").exists()


def test_a_board_without_dates_has_no_calendar(tmp_path):
    board = Board(id="b", number=9, kind="value_board", title="Values")
    document = empty().after(type(founding())("add", adding([board])))
    out = write_handout(document, tmp_path, "letter", "en", pack="value")
    assert list(tmp_path.iterdir()) == [out]


def test_without_a_value_board_there_is_no_value_pack(sample, tmp_path):
    for document, board in ((empty(), None), (sample, "stakeholder_web")):
        refusal = refused(write_handout, document, tmp_path, "letter", "en", pack="value", board_id=board)
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
        out = write_handout(document, tmp_path, "letter", "en", pack=pack)
        tree = Handout(out).tree()
        assert secret not in Handout(out).copied() + "".join(each.alt for each in tree.every("Figure"))
    assert secret not in out.with_suffix(".ics").read_text("utf-8")
    report = Handout(write_handout(document, tmp_path, "letter", "en", pack="report"))
    assert report.copied().count(secret) > 5


def test_a_group_gets_the_exemplar_and_not_the_one_to_one_that_it_is_of(sample, tmp_path):
    kind, the_1to1 = kind_of("stakeholder_web"), "stakeholder_web"
    made = sample.after(kind.exemplar(sample, the_1to1, RedactionAnswers(), date(2026, 11, 22)))

    def headings(**more):
        tree = Handout(write_handout(made, tmp_path, "letter", "en", **more)).tree()
        return [each.text for each in tree.every("H1")][1:]

    titles = {board.id: board.title for board in made.every(Board)}
    assert kind.withheld(made, the_1to1)
    assert sorted(headings()) == sorted(title for board, title in titles.items() if board != the_1to1)
    assert headings(board_id=the_1to1) == [titles[the_1to1]]
    assert len(headings(pack="report")) == 3  # the 1:1, its exemplar, the value board
