from datetime import date

import pytest

from boards.assessment.audits import TODAY, after, answer, change_of, document, level, with_field
from facilitator.boards.assessment.kind import KIND
from facilitator.boards.assessment.layout import STEP_WIDTH, layout_of
from facilitator.boards.assessment.model import Answer, Assessment
from facilitator.content.theme import theme
from facilitator.content.words import Words
from facilitator.domain.change import Change, adding
from facilitator.domain.engagement import Board
from facilitator.domain.refusal import EditRejected


def refusal(edit):
    with pytest.raises(EditRejected) as caught:
        edit()
    return caught.value.key


@pytest.mark.parametrize(
    ("line", "area", "wanted"),
    [
        ("U6 #2", "aud_data", 2),
        ("u1 #0", "aud_service", 0),
        ("U10 #4", "aud_culture", 4),
        ("aud_gov #est", "aud_gov", 3),
        ("personnel #en-dem", "aud_people", 1),
        ("Données #soutenu", "aud_data", 4),
        ("accessib #absent", "aud_ux", 0),
    ],
)
def test_an_area_is_rated_by_code_id_or_name_in_either_language(line, area, wanted):
    held = after(document(), line)
    assert level(held, area) == wanted
    assert [each.area for each in held.every(Answer)] == [area]


@pytest.mark.parametrize(
    ("line", "wanted", "evidence"),
    [
        ("U1 3 two portals", 3, "two portals"),
        ("u1: 0", 0, ""),
        ("U1 #4", 4, ""),
        ("U1 two portals #4", 4, "two portals"),
        ("U1 #4 two portals", 4, "two portals"),
        ("U1 #4 Sustained", 4, ""),
        ("U1 ? nobody counted", None, "nobody counted"),
        ("U1 #? nobody counted", None, "nobody counted"),
    ],
)
def test_an_area_takes_the_line_of_the_1to1_assessments(line, wanted, evidence):
    held = after(document(), "U1 2", line)
    assert level(held, "aud_service") == wanted
    said = answer(held, "aud_service")
    assert (said.evidence if said else "") == evidence


def test_a_question_mark_takes_a_level_back_in_every_spelling():
    for line in ("U1 ?", "U1 #?", "U1 #not-known"):
        assert answer(after(document(), "U1 2", line), "aud_service") is None


def test_words_behind_a_level_are_noted_once_below_what_was_noted():
    held = after(document(), "U1 3 two portals", "U1 2 no app", "U1 4 two portals")
    assert answer(held, "aud_service").evidence == "two portals\nno app"


def test_a_number_outside_the_levels_and_what_never_applies_are_refused():
    for line in ("U6 5", "U6 5 much", "U6 -1", "U6 10"):
        assert refusal(lambda line=line: change_of(document(), line, "2")) == "level_outside"
    assert refusal(lambda: change_of(document(), "U6 n/a")) == "answer_not_here"


def test_the_confirmation_says_the_level():
    held = document("fr")
    for line, told in (("U6 4", "U6\u202f: 4"), ("U6 ?", "U6\u202f: ?")):
        change = change_of(held, line)
        held = held.after(change)
        assert KIND.captured_told(held, "a", change, Words("fr")) == told


def test_the_chosen_level_holds_unless_the_line_says_otherwise():
    held = document()
    assert level(held.after(change_of(held, "U6", "3")), "aud_data") == 3
    assert level(held.after(change_of(held, "U6 #1", "3")), "aud_data") == 1


def test_zero_and_not_known_are_two_things():
    held = after(document(), "U6 #0")
    assert level(held, "aud_data") == 0
    held = after(held, "U6 #not-known")
    assert level(held, "aud_data") is None
    assert answer(held, "aud_data") is None


@pytest.mark.parametrize("lines", [[], ["U6 #2"]], ids=["open", "rated"])
def test_a_level_has_to_be_said_and_none_is_lost_by_a_name_alone(lines):
    with pytest.raises(EditRejected) as caught:
        change_of(after(document("fr"), *lines), "Data")
    assert (caught.value.key, caught.value.values) == ("level_wanted", {"name": "Données", "code": "U6"})


def test_what_an_assessment_cannot_do_is_refused():
    held = after(document(), "U6 #3")
    assert refusal(lambda: change_of(held, "Buy a drone #2")) == "assessment_fixed"
    assert refusal(lambda: change_of(held, "U6 #3")) == "nothing_to_do"
    assert refusal(lambda: change_of(held, "U5 #not-known")) == "nothing_to_do"
    assert refusal(lambda: change_of(held, "U6 !2")) == "capture_no_scale"
    assert refusal(lambda: change_of(held, "U6 #5")) == "group_unknown"
    assert refusal(lambda: change_of(held, "U6 > U7")) == "no_links_here"
    assert refusal(lambda: KIND.rename(held, "a.aud_data", "Other")) == "assessment_fixed"
    assert refusal(lambda: KIND.regroup(held, ["a.aud_zz"], "2")) == "gone"
    assert refusal(lambda: KIND.regroup(held, ["other.aud_data"], "2")) == "gone"
    assert refusal(lambda: KIND.regroup(held, ["a"], "2")) == "gone"


def test_an_ambiguous_beginning_names_the_codes():
    with pytest.raises(EditRejected) as caught:
        change_of(document(), "Se #2")
    assert (caught.value.key, caught.value.values) == ("name_ambiguous", {"name": "Se", "codes": "U1, U7"})


def test_levels_are_told_in_the_language_of_the_engagement():
    with pytest.raises(EditRejected) as caught:
        change_of(document("fr"), "U6 #zzz")
    known = "0 Absent, 1 En démarrage, 2 Partiel, 3 Établi, 4 Soutenu, Pas connu"
    assert caught.value.values == {"group": "zzz", "known": known}


def test_arrows_step_through_the_levels_and_stop_at_the_ends():
    held = document()
    for wanted in (0, 1, 2, 3, 4):
        held = held.after(KIND.nudge(held, ["a.aud_data"], "right"))
        assert level(held, "aud_data") == wanted
    assert refusal(lambda: KIND.nudge(held, ["a.aud_data"], "right")) == "nothing_to_do"
    assert refusal(lambda: KIND.nudge(held, ["a.aud_data"], "up")) == "nothing_to_do"
    for wanted in (3, 2, 1, 0, None):
        held = held.after(KIND.nudge(held, ["a.aud_data"], "left"))
        assert level(held, "aud_data") == wanted
    assert held == document()


def test_a_row_that_is_dragged_gets_the_level_that_its_pill_comes_to():
    held = after(document(), "U6 #1", "U7 #2")
    placed = next(each for each in layout_of(KIND.view(held, "a"), theme()).areas if each.area.area == "aud_data")
    x, y = placed.rect.centre
    dragged = held.after(KIND.drop(held, "a", ["a.aud_data", "a.aud_security"], x + 2.3 * STEP_WIDTH, y + 400))
    assert (level(dragged, "aud_data"), level(dragged, "aud_security")) == (3, 4)
    left = held.after(KIND.drop(held, "a", ["a.aud_data"], x - 2 * STEP_WIDTH, y))
    assert level(left, "aud_data") is None
    assert refusal(lambda: KIND.drop(held, "a", ["a.aud_data"], x + 0.4 * STEP_WIDTH, y)) == "nothing_to_do"


def test_several_areas_are_one_step():
    held = document()
    change = KIND.regroup(held, ["a.aud_data", "a.aud_gov"], "2")
    moved = held.after(change)
    assert (level(moved, "aud_data"), level(moved, "aud_gov")) == (2, 2)
    assert moved.after(change.reversed()) == held


def test_three_quick_results_and_one_foundation_and_no_more():
    held = document()
    for area in ("aud_ux", "aud_content", "aud_gov"):
        held = with_field(held, area, "mark", "quick")
    with pytest.raises(EditRejected) as caught:
        with_field(held, "aud_data", "mark", "quick")
    assert caught.value.key == "marks_full"
    assert caught.value.values == {
        "mark": "Quick result",
        "count": 3,
        "marked": "User experience and accessibility, Content and website, Governance and money",
    }
    held = with_field(held, "aud_data", "mark", "foundation")
    assert refusal(lambda: with_field(held, "aud_systems", "mark", "foundation")) == "marks_full"
    held = with_field(held, "aud_gov", "mark", "")
    held = with_field(held, "aud_data", "mark", "quick")
    assert with_field(held, "aud_systems", "mark", "foundation")


def test_another_board_has_marks_of_its_own():
    held = with_field(document(), "aud_data", "mark", "foundation")
    second = Board(id="b", number=2, kind="assessment", title="Later")
    held = held.after(Change("add_board", adding((second, *KIND.found(second, TODAY)))))
    held = held.after(KIND.set_field(held, "b.aud_gov", "mark", "foundation"))
    assert [each.area for each in KIND.view(held, "a").marked("foundation")] == ["aud_data"]
    assert [each.area for each in KIND.view(held, "b").marked("foundation")] == ["aud_gov"]


def test_the_inspector_notes_what_is_behind_a_level():
    held = document()
    for key, value in (
        ("level", "3"),
        ("strengths", "Owners named\nfor ten sets"),
        ("weaknesses", "Old formats"),
        ("evidence", "Data list"),
        ("mark", "foundation"),
        ("action", " Name  the rest "),
    ):
        held = with_field(held, "aud_data", key, value)
    assert answer(held, "aud_data") == Answer(
        id="a.aud_data",
        board_id="a",
        area="aud_data",
        level=3,
        strengths="Owners named\nfor ten sets",
        weaknesses="Old formats",
        evidence="Data list",
        mark="foundation",
        action="Name the rest",
    )
    for key in ("level", "strengths", "weaknesses", "evidence", "mark", "action"):
        held = with_field(held, "aud_data", key, "")
    assert held == document()


def test_areas_and_the_board_have_lines_of_their_own():
    held = document()
    for item, key in (("a.aud_data", "title"), ("a.aud_data", "look_at"), ("a", "level"), ("a", "instrument")):
        with pytest.raises(KeyError):
            KIND.set_field(held, item, key, "2")
    assert refusal(lambda: with_field(held, "aud_data", "level", "5")) == "choice_unknown"
    assert refusal(lambda: with_field(held, "aud_data", "mark", "zzz")) == "choice_unknown"
    assert refusal(lambda: with_field(held, "aud_data", "action", "x" * 1000)) == "name_too_long"


def test_the_board_has_a_day_and_a_heading():
    held = document()
    held = held.after(KIND.set_field(held, "a", "assessed_on", "2027-04-02"))
    held = held.after(KIND.set_field(held, "a", "title", "Before we start"))
    assert held.get(Assessment, "a").assessed_on == date(2027, 4, 2)
    assert held.get(Board, "a").title == "Before we start"
    assert refusal(lambda: KIND.set_field(held, "a", "assessed_on", "soon")) == "date_unreadable"
    held = held.after(KIND.set_field(held, "a", "assessed_on", ""))
    assert held.get(Assessment, "a").assessed_on is None


def test_deleting_puts_areas_back_to_their_beginning():
    held = after(document(), "U6 #2", "U7 #3")
    change = KIND.delete(held, ["a.aud_data", "a.aud_ux"])
    assert level(held.after(change), "aud_data") is None
    assert level(held.after(change), "aud_security") == 3
    assert held.after(change).after(change.reversed()) == held
    assert refusal(lambda: KIND.delete(held, ["a.aud_ux"])) == "nothing_to_do"
