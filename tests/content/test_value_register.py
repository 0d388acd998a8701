"""The parts of the register of indicators."""

from typing import get_args

import pytest

from facilitator.boards.value_board.model import Kpi, Review
from facilitator.boards.value_board.status import Word
from facilitator.content import value_board, value_register
from facilitator.content.agendas import agenda
from facilitator.content.icons import icon_names


def test_every_word_for_a_standing_has_a_symbol_of_its_own() -> None:
    found = value_register.standings()
    assert [each.id for each in found] == list(get_args(Word))
    assert len({each.symbol for each in found}) == len(found), "told apart without colour"
    assert {each.symbol for each in found} <= set(icon_names())
    assert value_register.standing("off_track").name.fr == "En retard"


@pytest.mark.parametrize(
    ("frequency", "days"),
    [("weekly", 7), ("monthly", 30), ("quarterly", 91), ("half_yearly", 182), ("yearly", 365), ("", None)],
)
def test_days_between_two_readings(frequency: str, days: int | None) -> None:
    assert value_register.days_between(frequency) == days


def test_starter_indicators_fit_the_fields_of_the_register() -> None:
    found = value_register.starter_kpis()
    natures = [each.nature for each in found]
    assert (natures.count("quantitative"), natures.count("qualitative")) == (10, 7)
    assert [each.id for each in found if each.mode == "learning"] == ["decision_changed"]
    assert len({each.id for each in found}) == len({each.name.en for each in found}) == 17
    for each in found:
        for field in ("nature", "measures", "better_is", "mode"):
            assert field in Kpi.model_fields
            chosen = getattr(each, field)
            assert not chosen or chosen in {choice.id for choice in value_board.choices(field)}


def test_reviews_come_round_as_the_method_has_them() -> None:
    assert [(each.id, each.days, each.months, each.minutes) for each in value_register.cadences()] == [
        ("pulse", 14, 0, 20),
        ("monthly", 0, 1, 45),
        ("quarterly", 0, 3, 90),
        ("half", 0, 6, 60),
        ("annual", 0, 12, 120),
    ]
    assert value_register.cadence("half").name.en == "Sponsor review"


def test_every_review_has_an_agenda_of_its_length_that_asks_its_form() -> None:
    for each in value_register.cadences():
        held = agenda(each.agenda)
        assert held.minutes == each.minutes
        asked = " ".join(segment.prompt.en for segment in held.segments).casefold()
        for question in ("expect", "happened", "surprised", "why", "keep", "who must hear", "next time"):
            assert question in asked or (question == "next time" and "next year" in asked), (each.id, question)


def test_the_review_form_asks_for_the_fields_of_its_record_in_their_order() -> None:
    texts = [name for name in Review.model_fields if name not in ("id", "board_id", "cadence", "planned_on", "held_on")]
    assert [each.id for each in value_register.review_questions()] == texts
