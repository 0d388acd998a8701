"""A session kept as a template, a file of it, and the session that comes of it again; and what is left behind."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.boards.assessment.own.kind import CAPACITY
from facilitator.boards.stakeholder_web.model import Stakeholder
from facilitator.catalogue import KINDS as KINDS_OF_BOARDS
from facilitator.catalogue import kind_of
from facilitator.content.agendas import MOST_CUT_ORDER, MOST_MINUTES, method_cards
from facilitator.content.own_folder import VARIABLE
from facilitator.content.whole_templates import OwnText, PlannedSegment
from facilitator.content.words import Words
from facilitator.domain.change import Change, adding
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.engagement import Board, Engagement, Person, Segment, Session
from facilitator.domain.learning import Lesson
from facilitator.domain.outcome import Outcome
from facilitator.domain.participation import OneToOne
from facilitator.domain.program import Cohort, Program
from facilitator.domain.refusal import EditRejected, StoreError
from facilitator.domain.text_fields import words_in
from facilitator.domain.twin import Twin, twin_id
from facilitator.exchange import template_folder
from facilitator.exchange.template_file import read_template, template_bytes
from facilitator.findings import findings_on
from facilitator.sample import founding_of_sample
from facilitator.templates import (
    every_template,
    founding,
    house_templates,
    known_kinds,
    new_board,
    session_from,
    template_from,
    template_with,
)
from facilitator.workshop.agenda import segments_of
from facilitator.workshop.one_to_ones import boards_between_two, is_for_two
from facilitator.workshop.segments import SegmentValues, segment_added
from facilitator.workshop.sessions import SessionValues, session_added
from facilitator.workshop.twins import in_language, set_twins, untranslated

KINDS = known_kinds()


@pytest.fixture(autouse=True)
def folder(monkeypatch, tmp_path):
    monkeypatch.setenv(VARIABLE, str(tmp_path / "own"))


def founded(language="en", *kinds):
    first = Change("found", adding((Engagement(id="engagement", title="Permits", language=language),)))
    document = Document().after(first)
    for kind in kinds:
        document = document.after(new_board(document, kind, f"My {kind}", "Who?"))
    return document


def through_a_file(template):
    return read_template(template_bytes(template), template.id, KINDS)


def said(segments):
    return [SegmentValues.of(segment) for segment in segments]


texts = st.text(st.characters(codec="utf-8", categories=("L", "N")), max_size=10)
titles = texts.map(lambda text: f"A {text}".strip())


@st.composite
def values(draw):
    minutes = draw(st.integers(0, MOST_MINUTES))
    board = draw(st.sampled_from([None, "stakeholder_web", "value_board"]))
    forms = sorted(KINDS[board].forms) if board else []
    return SegmentValues(
        draw(titles),
        minutes,
        draw(st.sampled_from(["", *(card.id for card in method_cards())])),
        draw(texts),
        draw(texts),
        draw(st.booleans()),
        draw(st.one_of(st.none(), st.integers(1, minutes or MOST_MINUTES))),
        draw(st.one_of(st.none(), st.integers(1, MOST_CUT_ORDER))),
        board,
        draw(st.sampled_from(["", *forms])) if board else "",
        bool(board) and draw(st.booleans()),
    )


@given(st.lists(values(), max_size=6), st.sampled_from(["en", "fr"]), st.booleans())
def test_a_session_that_went_through_a_file_has_equal_segments(plan, language, for_two):
    document = founded(language, "stakeholder_web", "value_board")
    document = document.after(session_added(document, SessionValues("Held"), (), for_two=for_two))
    for each in plan:
        document = document.after(segment_added(document, "session_1", each))
    template = through_a_file(template_from(document, "session_1"))

    again = document.after(session_from(document, template, SessionValues("Again")))
    assert again.get(Session, "session_2").for_two == for_two
    if not for_two:  # boards of a 1:1 are never another one's
        assert said(segments_of(again, "session_2")) == said(segments_of(document, "session_1"))
        assert len(list(again.every(Board))) == 2

    elsewhere = founded(language)
    elsewhere = elsewhere.after(session_from(elsewhere, template, SessionValues("Again")))
    assert said(segments_of(elsewhere, "session_1")) == said(segments_of(document, "session_1"))
    used = {each.board_id for each in plan if each.board_id}
    boards = {board.id: board for board in elsewhere.every(Board)}
    assert {its_id: (board.title, board.question) for its_id, board in boards.items()} == {
        its_id: (f"My {its_id}", "Who?") for its_id in used
    }


def sample(language="en"):
    return Document().after(founding_of_sample(language))


def test_what_was_said_and_who_was_there_stays_behind():
    document = sample()
    template = template_from(document, "session_1")
    data = template_bytes(template).decode()
    held = [
        *(person.name for person in document.every(Person)),
        *(outcome.text for outcome in document.every(Outcome)),
        *(each.name for each in document.every(Stakeholder)),
        *(session.held_on.isoformat() for session in document.every(Session) if session.held_on),
    ]
    assert len(held) > 20
    assert [each for each in held if f'"{each}"' in data] == []
    assert next(iter(document.every(Engagement))).title not in data


TOKEN = "Zqxj"


def bugged(record, number):
    """The record with a token in every text that people wrote, but for what a template is made of."""
    if isinstance(record, (Board, Segment, Session)):
        return record
    said = {field for field, _ in words_in(record)} | ({"source", "text"} if isinstance(record, Twin) else set())
    return record.having(**{field: f"{TOKEN}{number}{field}" for field in said})


def test_nothing_of_any_other_record_comes_into_a_template():
    records = list(founding_of_sample("en").added())
    document = Document.of(bugged(record, number) for number, record in enumerate(records))
    assert sum(TOKEN in str(record) for record in document.records()) > 100
    clean = Document.of(records)
    for session in document.every(Session):
        data = template_bytes(template_from(document, session.id))
        assert TOKEN.encode() not in data
        assert data == template_bytes(template_from(clean, session.id))


def test_texts_stand_in_both_languages_where_they_have_a_twin():
    document = founded("en", "stakeholder_web")
    plan = [
        SegmentValues("Opening", 5, prompt="Which permit took longest?", board_id="stakeholder_web"),
        SegmentValues("Break", 10, "break"),
    ]
    document = document.after(session_added(document, SessionValues("Permits at the counter"), plan))
    its_id = twin_id("segment", "session_1.1", "prompt")
    document = document.after(set_twins(document, {its_id: "Quel permis a pris le plus de temps ?"}))
    template = through_a_file(template_from(document, "session_1"))
    first = template.sessions[0].segments[0]
    assert first.prompt == OwnText("Which permit took longest?", "Quel permis a pris le plus de temps ?")
    assert template.name == OwnText("Permits at the counter", "")

    french = founded("fr")
    french = french.after(session_from(french, template, SessionValues("Au guichet")))
    segment = segments_of(french, "session_1")[0]
    assert segment.prompt == "Quel permis a pris le plus de temps ?"
    twin = french.get(Twin, its_id)
    assert (twin.source, twin.text) == (segment.prompt, "Which permit took longest?")
    english = in_language(french, "en")
    assert segments_of(english, "session_1")[0].prompt == "Which permit took longest?"


def test_a_template_for_two_makes_a_session_for_two_where_nobody_has_the_template():
    for template in house_templates():
        own = through_a_file(template_folder.as_new(template))
        if not own.sessions:
            continue
        document = founded()
        document = document.after(session_from(document, own, SessionValues("Here")))
        made = [is_for_two(document, session) for session in document.every(Session)]
        assert made == [session.for_two for session in template.sessions]
        assert {session.agenda for session in document.every(Session)} == {""}
        assert bool(boards_between_two(document)) == any(
            session.for_two and any(each.board is not None for each in session.segments)
            for session in template.sessions
        )


def test_a_copy_of_the_houses_template_brings_the_same_engagement():
    for template in house_templates():
        kept = template_folder.keep(template_folder.as_new(template), KINDS)
        house = Document().after(founding(template.id, "fr", title="X"))
        own = Document().after(founding(kept.id, "fr", title="X"))
        for kind in (Board, Segment, Cohort):
            assert list(own.every(kind)) == list(house.every(kind)), template.id
        assert [each.title for each in own.every(Session)] == [each.title for each in house.every(Session)]
        assert {place.source for place in untranslated(own, "en")} <= {"X"}


def test_missing_boards_are_founded_in_the_same_step_and_those_there_are_taken():
    document = founded("en", "value_board")
    change = session_from(document, template_with("leaders_program"), SessionValues("First half day"))
    after = document.after(change)
    kinds = [board.kind for board in sorted(after.every(Board), key=lambda board: board.number)]
    assert kinds.count("value_board") == 1
    assert set(kinds) == {board.kind for board in template_with("leaders_program").boards}
    titles = [session.title for session in after.every(Session)]
    assert titles[0] == "First half day"
    assert len(titles) == 4
    assert change.label == "add_session"


def test_a_microcourse_brings_its_program_with_lessons_into_an_engagement_in_one_step():
    document = founded("en", "value_board")
    change = session_from(document, template_with("microcourse"), SessionValues("Week 1"))
    after = document.after(change)
    (program,) = after.every(Program)
    (cohort,) = after.every(Cohort)
    assert (program.title, program.kind, program.number, cohort.program_id) == (
        "Microcourse",
        "microcourse",
        1,
        program.id,
    )
    assert len([each for each in after.every(Lesson) if each.program_id == program.id]) == 8
    assert {each.cohort_id for each in after.every(Session)} == {cohort.id}
    again = after.after(session_from(after, template_with("microcourse"), SessionValues("Week 1")))
    assert len(list(again.every(Program))) == 1
    assert len(list(again.every(Lesson))) == 8
    assert len([each for each in again.every(Session) if each.cohort_id is None]) == 5


def test_a_template_in_a_cohort_that_is_there_brings_no_other_program():
    document = founded("en", "value_board")
    document = document.after(session_from(document, template_with("leaders_program"), SessionValues("First")))
    (cohort,) = document.every(Cohort)
    after = document.after(session_from(document, template_with("microcourse"), SessionValues("Week 1", cohort.id)))
    assert list(after.every(Cohort)) == [cohort]
    assert not list(after.every(Lesson))


def test_a_board_of_the_same_kind_that_asks_something_else_is_left_alone():
    document = founded("en", "group_summary")
    document = document.after(kind_of("group_summary").set_field(document, "group_summary", "instrument", "principles"))
    document = document.after(session_from(document, template_with("capacity_workshop_120"), SessionValues("Here")))
    turned = {each.board_id for each in document.every(Segment)} - {None}
    assert "group_summary" not in turned
    assert "group_summary_2" in turned


def with_ann(document):
    return document.after(Change("x", adding((Person(id="ann", name="Ann"), Person(id="ben", name="Ben")))))


def test_a_one_to_one_gets_a_board_of_its_own_for_answers_and_never_somebody_elses():
    document = with_ann(founded())
    template = template_folder.as_new(template_with("capacity_1to1"))
    for person in ("ann", "ben", "ann"):
        document = document.after(session_from(document, template, SessionValues("1:1", with_id=person)))
    boards = {
        each.id: {segment.board_id for segment in segments_of(document, each.id)} - {None}
        for each in document.every(OneToOne)
    }
    assert boards["session_1"] == boards["session_3"] != boards["session_2"]
    (anns,), (bens,) = boards["session_1"], boards["session_2"]
    assert CAPACITY.respondent(document, anns) == "ann"
    assert CAPACITY.respondent(document, bens) == "ben"
    assert "Ann" not in document.get(Board, anns).title
    document = document.after(session_from(document, template, SessionValues("For nobody yet")))
    assert {each.board_id for each in segments_of(document, "session_4")}.isdisjoint({anns, bens})


def test_a_template_without_a_session_is_for_a_new_engagement_only():
    document = founded()
    with pytest.raises(EditRejected, match="template_empty"):
        session_from(document, template_with("blank"), SessionValues("Here"))


def test_own_templates_come_after_those_of_the_house_and_unknown_ones_are_refused():
    kept = template_folder.keep(replace(template_folder.as_new(template_with("blank"))), KINDS)
    assert [each.id for each in every_template()] == [*(each.id for each in house_templates()), kept.id]
    assert template_with(kept.id) == kept
    with pytest.raises(StoreError) as refused:
        template_with("nothing")
    assert kept.id in refused.value.values["known"]
    with pytest.raises(EditRejected, match="template_gone"):
        template_with("own:nothing")


def test_a_minimum_below_which_a_segment_was_cut_is_its_length():
    document = founded()
    document = document.after(session_added(document, SessionValues("Held"), [SegmentValues("A", 4, minimum=6)]))
    (segment,) = template_from(document, "session_1").sessions[0].segments
    assert segment == PlannedSegment(OwnText("A", ""), 4, "", OwnText("", ""), OwnText("", ""), minimum=4)


def test_boards_that_came_of_a_template_can_be_checked():
    document = founded()
    document = document.after(session_from(document, template_with("change_program"), SessionValues("Here")))
    assert findings_on(document, tuple(document.every(Board)), date(2027, 1, 1), Words("en")) is not None


@pytest.mark.parametrize("kind", [kind.id for kind in KINDS_OF_BOARDS])
def test_a_session_at_work_on_any_kind_of_board_in_any_form_comes_back(kind):
    document = founded("en", kind)
    for form in ("", *sorted(KINDS[kind].forms)):
        plan = [SegmentValues("Work", 5, board_id=kind, form=form)]
        held = document.after(session_added(document, SessionValues("Held"), plan))
        template = through_a_file(template_from(held, "session_1"))
        again = held.after(session_from(held, template, SessionValues("Again")))
        assert said(segments_of(again, "session_2")) == plan
        elsewhere = founded("fr")
        elsewhere = elsewhere.after(session_from(elsewhere, template, SessionValues("Ailleurs")))
        assert said(segments_of(elsewhere, "session_1")) == plan
        assert [(board.kind, board.title) for board in elsewhere.every(Board)] == [(kind, f"My {kind}")]


def test_what_is_in_the_spotlight_goes_along_unless_people_put_it_on_the_board():
    document = Document().after(founding("capacity_1to1", "en"))
    template = through_a_file(template_from(document, "session_1"))
    assert [each.spot for each in template.segments if each.spot] == ["cap_p1", "cap_t1", "cap_m1", "cap_r1", "cap_s1"]
    elsewhere = founded("fr", "checklist")
    elsewhere = elsewhere.after(session_from(elsewhere, template, SessionValues("Ailleurs")))
    assert segments_of(elsewhere, "session_1")[2].spot == "cap_p1"
    first = segments_of(document, "session_1")[2]
    for of_people in ("j2k3m4n5p6", "cap_z9"):
        put = document.after(changed("edit", [(first, first.having(spot=of_people))]))
        assert list(template_from(put, "session_1").segments)[2].spot == ""


def test_a_template_leaves_the_cohort_out_of_its_titles():
    document = sample()
    more = [Program(id="p", number=9, title="P"), Cohort(id="c", program_id="p", number=1, title="Winter B")]
    records = [
        each.having(title=f"{each.title} – Winter B") if isinstance(each, Board) else each
        for each in document.records()
    ]
    before = [each.title.en for each in template_from(document, "session_1").boards]
    template = template_from(Document.of([*records, *more]), "session_1")
    assert before
    assert [each.title.en for each in template.boards] == before
