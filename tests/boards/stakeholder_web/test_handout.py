"""A web on paper: what is printed of it, and under what condition the names of levels may be."""

from dataclasses import replace

import pytest

from boards.stakeholder_web.webs import web
from facilitator.boards.stakeholder_web.kind import KIND
from facilitator.content import methods
from facilitator.content.words import Words
from facilitator.handouts.blocks import Heading, TextBlock
from facilitator.handouts.tables import TableBlock


def planned(**levels):
    """A web in which one stakeholder has levels of participation."""
    first, *others = web().stakeholders
    return replace(web(), stakeholders=(replace(first, **levels), *others))


def texts(parts):
    return [part.text for part in parts if isinstance(part, TextBlock)]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("levels", [{"level_now": "inform"}, {"level_wanted": "empower"}])
def test_where_a_level_is_printed_its_names_are_credited_right_below(language, levels):
    parts = KIND.handout(planned(**levels), Words(language), 468)
    credit = methods.participation_credit().within(language)
    assert texts(parts).count(credit) == 1
    place = next(number for number, part in enumerate(parts) if getattr(part, "text", "") == credit)
    assert isinstance(parts[place - 1], TableBlock)
    assert parts[place - 2].text == Words(language)("web.agreed")


def test_without_levels_there_is_nothing_to_credit():
    parts = KIND.handout(web(), Words("en"), 468)
    assert Words("en")("web.agreed") in [part.text for part in parts if isinstance(part, Heading)]
    assert methods.participation_credit().en not in texts(parts)
