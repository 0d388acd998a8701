"""What a new engagement starts with."""

import pytest

from facilitator.boards.stakeholder_web.model import Web
from facilitator.catalogue import kind_of
from facilitator.content import agendas
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement, Segment, Session
from facilitator.domain.program import Cohort, Program
from facilitator.templates import founding


@pytest.mark.parametrize(("title", "project"), [("Online  permits", "Online permits"), ("", "Stakeholder web")])
def test_the_hub_of_a_map_is_named_like_the_engagement_where_that_has_a_title(title, project):
    document = Document().after(founding("stakeholder_1to1", "en", title=title))
    assert [web.project for web in document.every(Web)] == [project]
    assert next(iter(document.every(Engagement))).title == (project if title else "Stakeholder one-to-one")


@pytest.mark.parametrize(
    ("template_id", "title"),
    [
        ("leaders_program", "Programme des dirigeantes et dirigeants"),
        ("leadership_series", "Série pour la direction"),
        ("microcourse", "Microformation"),
    ],
)
def test_a_course_is_a_program_with_one_cohort_that_holds_its_sessions(template_id, title):
    document = Document().after(founding(template_id, "fr", title="Permis en ligne"))
    assert [program.title for program in document.every(Program)] == [title]
    (cohort,) = document.every(Cohort)
    assert cohort.title == "Première cohorte"
    assert [session.cohort_id for session in document.every(Session)] == [cohort.id] * 4


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
