"""What a new engagement starts with."""

from datetime import date

import pytest

from facilitator.boards.assessment.model import Assessment
from facilitator.boards.spots import spot_on
from facilitator.boards.stakeholder_web.model import Web
from facilitator.catalogue import KINDS, kind_of
from facilitator.content import agendas
from facilitator.content.microcourse import microcourse
from facilitator.content.theme import theme
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement, Segment, Session
from facilitator.domain.learning import Lesson
from facilitator.domain.picture import Text
from facilitator.domain.program import Cohort, Program, Track
from facilitator.domain.view import Showing
from facilitator.findings import finding_lines, findings_on
from facilitator.templates import founding
from facilitator.workshop.agenda import segments_of
from facilitator.workshop.twins import other_language, untranslated


@pytest.mark.parametrize(("title", "project"), [("Online  permits", "Online permits"), ("", "Stakeholder web")])
def test_the_hub_of_a_map_is_named_like_the_engagement_where_that_has_a_title(title, project):
    document = Document().after(founding("stakeholder_1to1", "en", title=title))
    assert [web.project for web in document.every(Web)] == [project]
    assert next(iter(document.every(Engagement))).title == (project if title else "Stakeholder one-to-one")


@pytest.mark.parametrize(
    ("template_id", "title", "count"),
    [
        ("leaders_program", "Programme des dirigeantes et dirigeants", 4),
        ("community_of_practice", "Communauté de pratique", 6),
        ("leadership_series", "Série pour la direction", 8),
        ("microcourse", "Microformation", 5),
    ],
)
def test_a_course_is_a_program_with_one_cohort_that_holds_its_sessions(template_id, title, count):
    document = Document().after(founding(template_id, "fr", title="Permis en ligne"))
    assert [program.title for program in document.every(Program)] == [title]
    (cohort,) = document.every(Cohort)
    assert cohort.title == "Première cohorte"
    assert [session.cohort_id for session in document.every(Session)] == [cohort.id] * count


def test_other_templates_have_no_program():
    for template_id in ("change_program", "civic_value_120", "blank"):
        document = Document().after(founding(template_id, "en"))
        assert not list(document.every(Program))
        assert all(session.cohort_id is None for session in document.every(Session))


@pytest.mark.parametrize("template", agendas.templates(), ids=lambda template: template.id)
def test_segments_bring_boards_that_there_are_in_forms_that_may_go_to_the_stage(template):
    document = Document().after(founding(template.id, "en"))
    for segment in document.every(Segment):
        if segment.board_id is None:
            assert (segment.form, segment.large) == ("", False)
            continue
        kind = kind_of(document.get(Board, segment.board_id).kind)
        forms = {form.id: form for form in kind.forms(Words("en"))}
        assert not segment.form or not forms[segment.form].needs


def test_a_segment_at_work_on_a_board_brings_it_and_the_check_in_does_not():
    document = Document().after(founding("stakeholder_workshop_90", "en"))
    brings = {segment.title: segment.board_id for segment in document.every(Segment)}
    assert brings["The worked example"] == brings["Your own web: inside and outside"] == "stakeholder_web"
    assert brings["Welcome and check-in"] is brings["Choose three"] is None


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_microcourse_brings_its_eight_lessons_and_three_tracks(language):
    document = Document().after(founding("microcourse", language))
    (program,) = document.every(Program)
    assert (program.kind, program.code) == ("microcourse", microcourse().code)
    assert sorted(lesson.number for lesson in document.every(Lesson)) == list(range(1, 9))
    assert {lesson.program_id for lesson in document.every(Lesson)} == {program.id}
    assert len(list(document.every(Track))) == 3
    assert not list(Document().after(founding("leaders_program", language)).every(Lesson))


WEB, VALUE, LIST = "stakeholder_web", "value_board", "checklist"
CAPACITY, GOVERNANCE, SUMMARY = "capacity", "governance", "group_summary"
QUESTIONS, SPEAKERS = "question_queue", "speaker_series"
PRINCIPLES, ADOPTION, CASES = "principles", "adoption", "case_cards"

AT_WORK = {
    "stakeholder_1to1": {3: WEB, 4: WEB, 5: WEB, 6: WEB, 7: WEB, 8: WEB},
    "stakeholder_workshop_90": {3: WEB, 4: WEB, 5: WEB},
    "stakeholder_workshop_120": {4: WEB, 5: WEB, 8: WEB},
    "civic_value_120": {3: VALUE, 4: VALUE, 5: VALUE, 6: VALUE, 8: VALUE, 9: VALUE, 10: VALUE},
    "capacity_1to1": {3: CAPACITY, 4: CAPACITY, 5: CAPACITY, 6: CAPACITY, 7: CAPACITY, 8: CAPACITY, 9: CAPACITY},
    "capacity_workshop_120": {2: CAPACITY, 3: SUMMARY, 4: SUMMARY, 5: QUESTIONS},
    "governance_1to1": dict.fromkeys(range(3, 10), GOVERNANCE),
    "governance_workshop_120": {2: GOVERNANCE, 3: SUMMARY, 4: CASES, 9: GOVERNANCE},
    "leaders_1": {3: CASES, 4: PRINCIPLES, 6: WEB, 7: WEB, 9: VALUE, 10: LIST},
    "leaders_2": {9: LIST, 10: LIST},
    "leaders_3": {2: CAPACITY, 3: SUMMARY, 4: CASES, 10: LIST},
    "leaders_4": {2: VALUE, 3: ADOPTION, 6: "change_plan", 8: LIST, 10: PRINCIPLES},
    "learning_review_90": {2: VALUE, 3: VALUE, 5: ADOPTION, 6: LIST, 7: "change_plan"},
    "digital_audit_90": dict.fromkeys(range(2, 8), "assessment"),
    "leadership_talk_90": {2: PRINCIPLES, 3: SPEAKERS, 4: QUESTIONS, 6: PRINCIPLES, 7: SPEAKERS},
    "leadership_panel_90": {2: PRINCIPLES, 3: SPEAKERS, 4: QUESTIONS, 7: SPEAKERS},
    "study_group_60": {},
    "ama_60": {**dict.fromkeys(range(2, 7), QUESTIONS), 8: QUESTIONS},
}
"""The segments, counted from 1, that work on something, and the sort of board that it is."""

each_template = pytest.mark.parametrize("template_id", [template.id for template in agendas.templates()])
each_language = pytest.mark.parametrize("language", ["en", "fr"])


@each_language
@each_template
def test_what_is_worked_on_is_there_and_comes_to_the_stage(template_id, language):
    document = Document().after(founding(template_id, language))
    for session in document.every(Session):
        segments = segments_of(document, session.id)
        brought = {each.number: document.get(Board, each.board_id).kind for each in segments if each.board_id}
        assert brought == AT_WORK[session.agenda]


@each_language
@each_template
def test_a_segment_that_works_on_a_sort_of_board_turns_to_one_and_its_method_has_a_card(template_id, language):
    document = Document().after(founding(template_id, language))
    for session in document.every(Session):
        planned = agendas.agenda(session.agenda).segments
        for segment, its in zip(segments_of(document, session.id), planned, strict=True):
            board = document.find(Board, segment.board_id or "")
            assert (board.kind if board else "") == its.board, segment.title
            assert agendas.method_card(segment.method).how.within(language)
            assert segment.prompt == its.prompt.within(language)
            assert segment.form == its.form


SPOTS = {
    "stakeholder_1to1": {3: "internal", 4: "othergov"},
    "stakeholder_workshop_120": {5: "internal"},
    "capacity_1to1": {3: "cap_p1", 4: "cap_t1", 5: "cap_m1", 6: "cap_r1", 7: "cap_s1"},
    "governance_1to1": {3: "dg_p2", 4: "dg_t1", 5: "dg_a1", 6: "dg_r1", 7: "dg_q1", 8: "dg_p1"},
    "leaders_1": {10: "vision"},
    "leaders_2": {9: "deliver", 10: "deliver"},
    "leaders_3": {10: "procure"},
    "leadership_talk_90": {2: "session", 3: "speakers", 6: "session", 7: "session"},
    "leadership_panel_90": {2: "session", 3: "speakers", 7: "session"},
}
"""What the segments, counted from 1, put in the spotlight."""


@each_language
@each_template
def test_what_a_segment_puts_in_the_spotlight_is_on_its_board(template_id, language):
    document = Document().after(founding(template_id, language))
    about = [session.spot for session in agendas.template(template_id).sessions]
    for session, its in zip(sorted(document.every(Session), key=lambda each: each.number), about, strict=True):
        found = {each.number: each for each in segments_of(document, session.id) if each.spot}
        wanted = {number: its if spot == "session" else spot for number, spot in SPOTS.get(session.agenda, {}).items()}
        assert {number: each.spot for number, each in found.items()} == wanted
        for each in found.values():
            kind = kind_of(document.get(Board, each.board_id).kind)
            spots = {spot.id for spot in kind.spots(kind.view(document, each.board_id), Words(language))}
            assert spot_on(kind, document, each.board_id, each.spot) in spots


def test_each_session_of_the_leadership_series_is_about_a_principle_of_its_own():
    about = [session.spot for session in agendas.template("leadership_series").sessions]
    assert about == ["user", "agile", "open", "data", "fail", "challenge", "chaos", "aspire"]


@each_language
@each_template
def test_prompts_and_questions_are_in_place_with_their_twins(template_id, language):
    document = Document().after(founding(template_id, language))
    assert all(segment.prompt or segment.method == "break" for segment in document.every(Segment))
    assert all(board.title and board.question for board in document.every(Board))
    assert untranslated(document, other_language(language)) == ()


@each_language
@each_template
def test_every_board_can_be_drawn_as_the_agenda_shows_it_and_checked(template_id, language):
    document = Document().after(founding(template_id, language))
    words, boards = Words(language), tuple(document.every(Board))
    forms = {(segment.board_id, segment.form) for segment in document.every(Segment) if segment.board_id}
    for board_id, form in forms | {(board.id, "") for board in boards}:
        kind = kind_of(document.get(Board, board_id).kind)
        picture = kind.picture(kind.view(document, board_id, Showing(form=form)), theme("light"))
        assert picture.alt
        assert any(isinstance(shape, Text) for group in picture.groups for shape in group.shapes)
    found = findings_on(document, boards, date(2027, 3, 2), words)
    assert len(list(finding_lines(document, found, words, headed=True))) >= len(found)


def test_a_summary_asks_through_the_instrument_of_the_boards_that_it_is_of():
    summaries = {
        template.id: [
            document.get(Assessment, board.id).instrument for board in document.every(Board) if board.kind == SUMMARY
        ]
        for template in agendas.templates()
        for document in [Document().after(founding(template.id, "en"))]
    }
    assert {each: asked for each, asked in summaries.items() if asked} == {
        "capacity_workshop_120": ["capacity"],
        "governance_workshop_120": ["governance"],
        "leaders_program": ["capacity"],
        "community_of_practice": ["capacity", "governance"],
        "leadership_series": ["principles"],
    }


def test_in_a_community_each_session_turns_to_its_own_boards():
    document = Document().after(founding("community_of_practice", "en"))
    turned = {
        session.agenda: {each.board_id for each in segments_of(document, session.id)} - {None}
        for session in document.every(Session)
    }
    assert turned["capacity_1to1"] == {"capacity"}
    assert turned["capacity_workshop_120"] == {"capacity_2", "group_summary", "question_queue"}
    assert turned["governance_1to1"] == {"governance"}
    assert turned["governance_workshop_120"] == {"governance_2", "group_summary_2", "case_cards"}


def test_every_sort_of_board_is_in_some_template_but_for_what_a_session_brings_when_it_closes():
    in_templates = {board.kind for template in agendas.templates() for board in template.boards}
    assert {kind.id for kind in KINDS} - in_templates == {"feedback"}
