import pytest

from boards.assessment.group.towns import TODAY, community, released
from facilitator.boards.assessment.group.edits import summarize
from facilitator.boards.assessment.group.kind import KIND
from facilitator.boards.assessment.model import OwnAnswer, Respondent, SummaryLine, SummaryRelease
from facilitator.boards.assessment.own.kind import GOVERNANCE, PRINCIPLES
from facilitator.content.theme import theme
from facilitator.content.words import Words
from facilitator.domain.change import Change, Swap
from facilitator.domain.refusal import EditRejected
from facilitator.domain.view import Showing

EN = Words("en")


def view(held, form=""):
    return KIND.view(held, "s", Showing(form=form))


def told(held, words=EN):
    return {each.label: each.value for each in KIND.fields(held, "s", words) if each.private}


def answered_otherwise(held, town, area="cap_p1"):
    """The document with another answer of one organization."""
    before = held.get(OwnAnswer, f"b{town}.{area}")
    return held.after(Change("x", (Swap(before, before.having(level=(before.level + 2) % 5)),)))


def refusal(edit):
    with pytest.raises(EditRejected) as refused:
        edit()
    return refused.value.key


def test_nothing_is_shown_before_a_release():
    held = community(8)
    assert view(held).head is None
    assert all(each.is_empty for each in view(held).charted)
    assert "Nothing was released yet." in KIND.picture(view(held), theme()).alt


def test_a_release_shows_medians_of_the_dimensions_and_from_how_many():
    seen = view(released(community(8)))
    assert (seen.head.band, seen.head.month, seen.head.mode) == ("5-9", "2027-03", "figures")
    assert len(seen.dimensions) == 7
    assert all(each.median is not None and each.median * 2 == int(each.median * 2) for each in seen.statements)


@pytest.mark.parametrize(("count", "mode"), [(3, "themes"), (4, "themes"), (5, "figures")])
def test_figures_need_five_organizations_and_themes_three(count, mode):
    assert view(released(community(count))).head.mode == mode


def test_with_two_organizations_there_is_no_summary():
    held = community(2)
    assert refusal(lambda: summarize(held, "s", TODAY)) == "summary_none"
    assert "Not enough organizations" in told(held)["Will be shown, on the stage and in the handout"]


def test_only_those_that_agreed_are_in():
    held = community(6, consent="see_first")
    assert refusal(lambda: summarize(held, "s", TODAY)) == "summary_none"
    assert told(held)["Not agreed yet (set “In a group summary” on the board of each 1:1)"].startswith("6: Zqtown 1")
    held = held.after(Change("x", tuple(Swap(each, each.having(consent="include")) for each in held.every(Respondent))))
    assert view(released(held)).head.band == "5-9"


def test_an_organization_that_is_not_named_is_left_out_and_said():
    held = community(6)
    one = held.get(Respondent, "b1")
    held = held.after(Change("x", (Swap(one, one.having(organization="")),)))
    assert told(held)["Left out: no organization named on"] == "Zqtown 1"
    assert told(held)["Agreed, and included"].startswith("5: ")


def test_two_boards_of_one_organization_count_once():
    held = community(5)
    one = held.get(Respondent, "b2")
    held = held.after(Change("x", (Swap(one, one.having(organization="ZQTOWN 1")),)))
    assert told(held)["Agreed, and included"].startswith("4: ")


def test_a_second_release_waits_until_three_changed():
    held = released(community(8))
    again = released(held)
    assert len(list(again.every(SummaryRelease))) == 2
    for town in (1, 2):
        held = answered_otherwise(held, town)
        assert refusal(lambda held=held: summarize(held, "s", TODAY)) == "summary_waits"
    held = answered_otherwise(held, 3)
    assert view(released(held)).head.mode == "figures"


def test_what_will_be_shown_says_that_a_refused_one_waits_and_the_one_before_stays():
    held = answered_otherwise(released(community(8)), 1)
    for language in ("en", "fr"):
        words = Words(language)
        shown = told(held, words)[words("assessment.check_shown")]
        assert shown == words("group_summary.mode_waits", cell=3)
    assert told(community(2))["Will be shown, on the stage and in the handout"] == EN("group_summary.mode_none")


def test_a_release_is_a_step_that_undo_ends_at_as_its_refusal_says():
    assert summarize(community(8), "s", TODAY).lasts
    assert "undo ends there" in EN("refusals.release_kept")
    assert "annulation s’y arrête" in Words("fr")("refusals.release_kept")


def test_a_release_on_another_board_counts_too():
    held = released(community(8))
    second = held.after(Change("x", tuple(Swap(None, each) for each in another())))
    second = answered_otherwise(second, 1)
    assert refusal(lambda: summarize(second, "s2", TODAY)) == "summary_waits"


def another():
    from facilitator.domain.engagement import Board

    board = Board(id="s2", number=100, kind=KIND.id, title="Another")
    return (board, *KIND.found(board, TODAY))


def test_what_would_be_shown_is_what_is_shown():
    held = community(8)
    lines = told(held)["Will be shown, on the stage and in the handout"].splitlines()
    seen = view(released(held))
    assert lines[0] == "Figures and themes"
    assert lines[1] == "From 5–9 organizations, March 2027"
    shown = [each for each in (*seen.dimensions, *seen.statements) if not each.is_empty]
    assert len(lines) == 2 + len(shown) + len(seen.strengths) + len(seen.gaps) + len(seen.themes)


def test_what_is_alike_everywhere_is_hidden_and_why():
    held = community(8, level=lambda town, place: 3)
    assert "All, or all but one, answered alike" in told(held)["Hidden, and why"]
    seen = view(released(held))
    assert all(each.similar and each.median is None for each in seen.dimensions)


def test_thresholds_can_be_raised_and_never_lowered():
    held = community(8)
    assert view(released(held, group_least="8", cell_least="4")).head.group_least == 8
    assert view(released(held, group_least="9")).head.mode == "themes"
    assert refusal(lambda: summarize(held, "s", TODAY, group_least=2)) == "threshold_low"
    assert refusal(lambda: released(held, group_least="3", cell_least="5")) == "threshold_order"


def test_a_release_is_kept_as_it_was():
    held = released(community(8))
    (kept,) = held.every(SummaryRelease)
    assert refusal(lambda: KIND.delete_entry(held, "s", "releases", kept.id)) == "release_kept"
    assert refusal(lambda: KIND.put_entry(held, "s", "releases", kept.id, {"mode": ""}, EN)) == "release_kept"
    assert refusal(lambda: KIND.set_field(held, "s", "instrument", "governance")) == "summary_kept"
    assert KIND.private_tables(held, "s", Words("fr"))[0].rows[0][1] == "5 à 9"
    (log,) = KIND.private_tables(held, "s", EN)
    assert log.rows == (("1 March 2027", "5–9", "5", "3"),)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ("2027-03-01", "5–9 organizations", "figures from 5", "parts from 3", "")),
        ("fr", ("2027-03-01", "5 à 9 organismes", "chiffres dès 5", "parties dès 3", "")),
    ],
)
def test_a_release_in_the_list_says_what_each_number_is(language, told):
    (wanted,) = KIND.entry_lists(released(community(6)), "s", Words(language))
    choices = [dict(field.choices) for field in wanted.fields]
    (row,) = wanted.rows
    assert (
        tuple(names.get(value, value) if value else "" for names, value in zip(choices, row.values, strict=True))
        == told
    )


def test_another_instrument_brings_its_questions_and_leaves_those_that_were_said():
    held = community(5)
    held = held.after(KIND.add(held, "s", line("What now?"), ""))
    held = held.after(KIND.set_field(held, "s", "instrument", "governance"))
    assert [item.name for item in KIND.items(view(held))] == [
        *(each.en for each in GOVERNANCE.asked.group_prompts),
        "What now?",
    ]


def line(text):
    from facilitator.workshop.capture import AddLine

    return AddLine(text)


def test_questions_are_added_reworded_moved_and_removed():
    held = community(5)
    held = held.after(KIND.add(held, "s", line("What now?"), ""))
    last = KIND.items(view(held))[-1]
    held = held.after(KIND.nudge(held, [last.id], "up"))
    assert KIND.items(view(held))[-2].id == last.id
    held = held.after(KIND.rename(held, last.id, "And now?"))
    assert refusal(lambda: KIND.rename(held, last.id, "And now?")) == "nothing_to_do"
    first = KIND.items(view(held))[0]
    held = held.after(KIND.set_field(held, first.id, "text", "Ours?"))
    assert next(item.name for item in KIND.items(view(held))) == "Ours?"
    held = held.after(KIND.delete(held, [item.id for item in KIND.items(view(held))]))
    assert KIND.items(view(held)) == ()
    for number in range(6):
        held = held.after(KIND.add(held, "s", line(f"Question {number}"), ""))
    assert refusal(lambda: KIND.add(held, "s", line("Seventh"), "")) == "questions_full"


def test_a_second_release_takes_the_place_of_the_first_and_leaves_the_questions():
    held = released(community(8))
    before = len(list(held.every(SummaryLine)))
    questions = view(held).questions
    held = released(held)
    assert len(list(held.every(SummaryLine))) == before
    assert view(held).questions == questions


def test_principles_are_charted_by_statement_and_count_persons():
    seen = view(released(community(6, kind=PRINCIPLES, organization="Zqtown")))
    assert len(seen.charted) == 8
    assert seen.head.band == "5-9"


def test_governance_begins_with_themes_and_can_show_figures():
    held = community(6, kind=GOVERNANCE)
    assert view(released(held)).head.mode == "themes"
    assert view(released(held, mode="figures")).head.mode == "figures"
