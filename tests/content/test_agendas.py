"""Agendas and templates."""

import pytest

from facilitator.catalogue import KINDS
from facilitator.content import agendas
from facilitator.content.agendas import Agenda, Template
from facilitator.content.instruments import instrument
from facilitator.content.value_register import cadences
from facilitator.domain.language import LANGUAGES

KIND_IDS = {kind.id for kind in KINDS}
LONGEST_SEGMENT = 30
LONGEST_WITHOUT_BREAK = 95
TEMPLATE_IDS = [
    "stakeholder_1to1",
    "stakeholder_workshop_90",
    "stakeholder_workshop_120",
    "civic_value_120",
    "capacity_1to1",
    "capacity_workshop_120",
    "governance_1to1",
    "governance_workshop_120",
    "leaders_program",
    "community_of_practice",
    "leadership_series",
    "microcourse",
    "ask_me_anything",
    "change_program",
    "blank",
]

each_agenda = pytest.mark.parametrize("agenda", agendas.agendas(), ids=lambda agenda: agenda.id)
each_template = pytest.mark.parametrize("template", agendas.templates(), ids=lambda template: template.id)


def test_agendas_and_methods_have_ids_of_their_own() -> None:
    known = [agenda.id for agenda in agendas.agendas()]
    assert len(known) == len(set(known))
    cards = [card.id for card in agendas.method_cards()]
    assert len(cards) == len(set(cards)) == 22


@each_agenda
def test_minutes_sum_to_the_stated_length(agenda: Agenda) -> None:
    assert sum(segment.minutes for segment in agenda.segments) == agenda.minutes


@each_agenda
def test_a_length_in_the_id_is_the_length(agenda: Agenda) -> None:
    length = agenda.id.rpartition("_")[2]
    if length.isdigit() and not agenda.id.startswith("leaders_"):
        assert int(length) == agenda.minutes


@each_agenda
def test_a_segment_can_be_cut_to_the_least_that_its_method_takes(agenda: Agenda) -> None:
    for segment in agenda.segments:
        card = agendas.method_card(segment.method)
        assert segment.minimum == (min(segment.minutes, card.minutes[0]) if card.minutes else None)


def test_how_far_some_segments_can_be_cut() -> None:
    assert agendas.least_minutes("one_two_four", 15) == 12
    assert agendas.least_minutes("dots", 4) == 4
    assert agendas.least_minutes("parking", 5) is None


@each_agenda
def test_no_segment_and_no_stretch_is_too_long(agenda: Agenda) -> None:
    assert all(0 < segment.minutes <= LONGEST_SEGMENT for segment in agenda.segments)
    stretches = [0]
    for segment in agenda.segments:
        if segment.method == "break":
            stretches.append(0)
        else:
            stretches[-1] += segment.minutes
    assert max(stretches) <= LONGEST_WITHOUT_BREAK
    assert agenda.minutes < 120 or len(stretches) > 1


@each_agenda
def test_segments_use_methods_that_there_are_and_breaks_alone_need_no_prompt(agenda: Agenda) -> None:
    for segment in agenda.segments:
        assert agendas.method_card(segment.method)
        assert bool(segment.prompt.en) == (segment.method != "break"), segment.title.en


@each_agenda
def test_a_form_belongs_to_a_board_and_breaks_have_none(agenda: Agenda) -> None:
    for segment in agenda.segments:
        assert segment.board in {"", *KIND_IDS}
        assert segment.board or not segment.form
        assert not (segment.board and segment.method == "break")


def test_every_agenda_but_that_of_a_study_group_works_on_a_board() -> None:
    without = {agenda.id for agenda in agendas.agendas() if not any(segment.board for segment in agenda.segments)}
    assert without == {"study_group_60"}


@each_agenda
def test_cut_order_counts_from_one_and_spares_breaks(agenda: Agenda) -> None:
    cuts = sorted(segment.cut_order for segment in agenda.segments if segment.cut_order is not None)
    assert cuts == list(range(1, len(cuts) + 1))
    assert all(segment.cut_order is None for segment in agenda.segments if segment.method == "break")


def test_template_ids_are_those_of_the_command_line() -> None:
    assert [template.id for template in agendas.templates()] == TEMPLATE_IDS


@each_template
def test_templates_name_agendas_and_boards_that_there_are(template: Template) -> None:
    for session in template.sessions:
        assert agendas.agenda(session.agenda)
    assert template.boards
    assert {board.kind for board in template.boards} <= KIND_IDS
    assert {board.serves for board in template.boards} <= {"", *(session.agenda for session in template.sessions)}
    assert all(board.title.en and board.question.en for board in template.boards)
    assert template.cohort is None or len(template.sessions) > 1


@each_template
def test_every_template_but_blank_has_a_session(template: Template) -> None:
    assert bool(template.sessions) == (template.id != "blank")


def test_every_agenda_serves_a_template_or_a_review() -> None:
    used = {session.agenda for template in agendas.templates() for session in template.sessions}
    used |= {each.agenda for each in cadences()}
    assert used == {agenda.id for agenda in agendas.agendas()}


def test_unknown_ids_are_errors() -> None:
    with pytest.raises(KeyError, match="nowhere"):
        agendas.template("nowhere")
    with pytest.raises(KeyError, match="nowhere"):
        agendas.agenda("nowhere")


def test_every_agenda_says_in_one_sentence_what_it_is_for() -> None:
    for agenda in agendas.agendas():
        for language in LANGUAGES:
            said = agendas.purpose_of(agenda.id, language)
            assert said.endswith(".")
            assert said.count(".") == 1
            assert len(said) < 160
    assert agendas.purpose_of("an agenda of a later version", "fr") == ""


def test_no_agenda_for_two_asks_for_pairs_or_for_dots_of_a_group() -> None:
    used = {segment.method for agenda in agendas.agendas() if agenda.one_to_one for segment in agenda.segments}
    assert not used & {"pairs", "dots", "one_two_four"}


def test_the_capacity_one_to_one_calls_its_segments_like_the_dimensions() -> None:
    titles = [segment.title.en for segment in agendas.agenda("capacity_1to1").segments]
    assert titles[2:6] == [each.name.en for each in instrument("capacity").dimensions[:4]]
