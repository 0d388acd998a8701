"""Who is protected as one: an organization, or a person where an instrument is about persons. By the same rules."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdfium2 import PdfDocument

from boards.assessment.group.towns import TODAY, community, released
from facilitator.boards.assessment.group.edits import summarize
from facilitator.boards.assessment.group.kind import KIND
from facilitator.boards.assessment.group.told import NAMING, check_told, head_told, method_told
from facilitator.boards.assessment.model import OwnAnswer, Respondent, SummaryLine, SummaryRelease
from facilitator.boards.assessment.own.kind import CAPACITY, PRINCIPLES
from facilitator.content.resources import resource
from facilitator.content.theme import theme
from facilitator.content.words import Words
from facilitator.domain.change import Change, Swap
from facilitator.domain.engagement import Person
from facilitator.domain.refusal import EditRejected
from facilitator.domain.view import Showing
from facilitator.packs.handing_out import write_handout
from facilitator.packs.sorts import HandoutOrder

EN, FR = Words("en"), Words("fr")
AGREED, NAMELESS = "Agreed, and included", "Left out: nobody named who answers on"


def leaders(count, **more):
    """So many leaders of one municipality who rated themselves."""
    return community(count, kind=PRINCIPLES, organization="Zqtown", **more)


def with_respondent(held, board_id, **values):
    before = held.get(Respondent, board_id)
    return held.after(Change("x", (Swap(before, before.having(**values)),)))


def otherwise(held, boards):
    """The document with other answers on these boards."""
    its = [each for each in held.every(OwnAnswer) if each.board_id in boards]
    return held.after(Change("x", tuple(Swap(each, each.having(level=(each.level + 2) % 5)) for each in its)))


def refusal(held, **more):
    with pytest.raises(EditRejected) as refused:
        summarize(held, "s", TODAY, **more)
    return refused.value.key


def checked(held, words=EN):
    return dict(check_told(held, "s", TODAY, words))


@pytest.mark.parametrize(("count", "band"), [(8, "5-9"), (12, "10-19")])
def test_leaders_of_one_municipality_are_as_many_as_they_are(count, band):
    seen = KIND.view(released(leaders(count)), "s")
    assert (seen.head.band, seen.head.mode) == (band, "figures")
    assert any(each.median is not None for each in seen.statements)


def test_organizations_are_one_each_however_many_answered():
    assert refusal(community(12, kind=CAPACITY, organization="Zqtown")) == "summary_none"


@pytest.mark.parametrize(
    ("words", "head", "each"),
    [
        (EN, "From 10–19 people, March 2027", "one value for each person"),
        (FR, "À partir de 10 à 19 personnes, mars 2027", "une valeur par personne"),
    ],
    ids=["en", "fr"],
)
def test_stage_handout_and_check_say_people(tmp_path, words, head, each):
    held = released(leaders(12, language=words.language))
    view = KIND.view(held, "s")
    assert head_told(view, words) == head
    assert each in method_told(view, words)
    assert head in KIND.picture(view, theme()).alt
    path = write_handout(held, tmp_path, HandoutOrder("letter", words.language, board_id="s", day=TODAY))
    printed = " ".join(" ".join(page.get_textpage().get_text_bounded() for page in PdfDocument(path)).split())
    assert head in printed
    assert each in printed
    told = " ".join(f"{label} {value}" for label, value in checked(held, words).items())
    assert head in told
    labels = [field.label for each in KIND.entry_lists(held, "s", words) for field in each.fields]
    for said in (method_told(view, words), printed, told, " ".join(labels), repr(KIND.tables(view, words))):
        assert "organization" not in said.lower()
        assert "organisme" not in said.lower()


def test_organizations_are_called_organizations():
    view = KIND.view(released(community(12)), "s")
    assert head_told(view, EN) == "From 10–19 organizations, March 2027"
    assert "one value for each organization" in method_told(view, EN)


def test_every_sentence_about_organizations_has_one_about_people():
    areas = ("assessment", "group_summary")
    found = {area: json.loads(resource("words", f"{area}.json").read_text("utf-8")) for area in areas}
    for key in NAMING:
        area, _, name = key.partition(".")
        assert "organi" in "".join(found[area][name].values()).lower()
        assert "organi" not in "".join(found[area][f"{name}_person"].values()).lower()
    named = {key for key, texts in found["group_summary"].items() if "rganization" in texts["en"]}
    assert {f"group_summary.{key}" for key in named} - {"group_summary.strip_organization"} <= NAMING


def test_the_check_names_people_and_the_boards_of_which_nobody_said_whose_they_are():
    held = leaders(6)
    assert checked(held)[AGREED].startswith("6: Zqperson 1")
    held = with_respondent(held, "b1", person_id=None)
    assert checked(held)[AGREED].startswith("5: Zqperson 2")
    assert checked(held)[NAMELESS] == "Zqtown 1"


def test_two_boards_of_one_person_are_one_value():
    held = with_respondent(leaders(6), "b6", person_id="p5")
    assert checked(held)[AGREED].startswith("5: ")
    assert refusal(with_respondent(leaders(3), "b3", person_id="p2")) == "summary_none_persons"


def test_somebody_who_agreed_once_and_not_on_another_board_is_not_in():
    held = with_respondent(with_respondent(leaders(6), "b6", person_id="p5"), "b6", consent="leave_out")
    assert checked(held)[AGREED].startswith("4: ")


UNITS = st.sampled_from([(CAPACITY, "organization"), (PRINCIPLES, "person_id")])


def same_unit(held, kind, board_id, number):
    """The document in which somebody else's board is of the organization, or person, with that number."""
    if kind is PRINCIPLES:
        return with_respondent(held, board_id, person_id=f"p{number}")
    return with_respondent(held, board_id, organization=f"Zqtown {number}")


@settings(max_examples=30, deadline=None)
@given(UNITS, st.integers(3, 11), st.data())
def test_boards_of_one_unit_never_make_a_group_of_more(unit, boards, data):
    kind, _ = unit
    own = data.draw(st.lists(st.integers(1, boards), min_size=boards, max_size=boards))
    held = community(boards, kind=kind, organization="Zqtown" if kind is PRINCIPLES else "")
    for board, number in enumerate(own, start=1):
        held = same_unit(held, kind, f"b{board}", number)
    units = len(set(own))
    if units < 3:
        with pytest.raises(EditRejected):
            summarize(held, "s", TODAY)
        return
    seen = KIND.view(released(held), "s", Showing())
    assert seen.head.mode == ("figures" if units >= 5 else "themes")
    assert seen.head.band == ("3-4" if units < 5 else "5-9" if units < 10 else "10-19")
    assert "Zq" not in repr(list(released(held).every(SummaryLine)))


@settings(max_examples=30, deadline=None)
@given(UNITS, st.integers(6, 12), st.integers(0, 6), st.booleans())
def test_a_second_summary_waits_until_enough_units_changed_or_left(unit, count, changed, leaving):
    """Nobody can compare a summary with one that lacks a person, or in which one said something else."""
    kind, _ = unit
    held = released(community(count, kind=kind, organization="Zqtown" if kind is PRINCIPLES else ""))
    boards = [f"b{number}" for number in range(1, changed + 1)]
    after = held
    if leaving:
        for board in boards:
            after = with_respondent(after, board, consent="leave_out")
    else:
        after = otherwise(after, boards)
    if changed in (0, *range(3, 7)) and count - changed * leaving >= 3:
        assert len(list(released(after).every(SummaryRelease))) == 2
    else:
        with pytest.raises(EditRejected) as refused:
            summarize(after, "s", TODAY)
        ends = "_persons" if kind is PRINCIPLES else ""
        assert refused.value.key in (f"summary_waits{ends}", f"summary_none{ends}")


@pytest.mark.parametrize("kind", [CAPACITY, PRINCIPLES], ids=lambda kind: kind.id)
def test_thresholds_can_be_raised_and_are_never_below_three(kind):
    held = community(6, kind=kind, organization="Zqtown" if kind is PRINCIPLES else "")
    assert KIND.view(released(held, group_least="7"), "s").head.mode == "themes"
    assert refusal(held, group_least=5, cell_least=2) == "threshold_low"


def test_no_person_is_found_in_what_is_shown():
    held = released(leaders(8))
    names = {each.name for each in held.every(Person)}
    shown = repr([*held.every(SummaryLine), KIND.view(held, "s"), KIND.picture(KIND.view(held, "s"), theme())])
    assert not [name for name in names if name in shown]
