"""A change plan as everybody may see it: its panels, the reviews that come next, tables, pages, dates, evidence."""

import json
from datetime import date
from itertools import chain

import pytest

from boards.change_plan.plans import EN, FR, KIND, PLAN, add, document, items, put, session, with_records
from facilitator.anonymous.making import made_anonymous
from facilitator.boards.change_plan.model import EarlyWin, TeamRole
from facilitator.boards.change_plan.view import REVIEWS
from facilitator.boards.panels.layout import layout_of
from facilitator.catalogue import CHECKLIST
from facilitator.content.theme import theme
from facilitator.content.words import Words
from facilitator.domain.picture import Text
from facilitator.domain.refusal import EditRejected
from facilitator.domain.view import Showing
from facilitator.templates import new_board
from facilitator.workshop.twins import in_language

DAY = date(2027, 1, 14)
SECRET = "zebra-secret"


def full(language="en"):
    held = document(language)
    held = add(held, "team", "Sponsor", who="Manager", note=SECRET)
    held = add(held, "groups", "Clerks", changes="Forms go online", weight="high", step="want_it", note=SECRET)
    held = add(held, "wins", "One form", owner="Clerk", due="2027-02-01", note=SECRET)
    return with_records(
        held,
        session("s1", "review_pulse", date(2027, 1, 13)),
        session("s2", "review_pulse", date(2027, 1, 27), begins="09:30"),
        session("s3", "review_monthly", date(2028, 1, 14)),
        session("s4", "review_half", date(2027, 1, 20), for_two=True),
        session("s5", "digital_audit_90", date(2027, 1, 20)),
    )


def view(held, **how):
    return KIND.view(held, PLAN, Showing(day=DAY, **how))


def drawn(held, **how):
    return KIND.picture(view(held, **how), theme("light"))


def said(picture):
    shapes = chain.from_iterable(group.shapes for group in picture.groups)
    return " ".join(chain.from_iterable(shape.lines for shape in shapes if isinstance(shape, Text)))


def test_it_has_the_three_panels_and_tells_the_reviews():
    shown = view(full())
    assert [each.name for each in shown.panels] == ["Change team", "Groups affected", "Early wins", "Reviews"]
    reviews = shown.panels[-1]
    assert reviews.told
    assert [(each.code, each.words, each.below) for each in reviews.cards] == [
        ("27\u00a0Jan", "Team pulse", ("09:30, every 2 weeks",)),
        ("14\u00a0Jan", "Indicator check", ("2028, every month",)),
    ]
    assert view(document("fr")).panels[-1].hint == "Aucune revue n’est encore prévue."


def test_reviews_follow_the_day_and_are_no_items():
    held = full()
    assert KIND.changes_by_day
    later = KIND.view(held, PLAN, Showing(day=date(2027, 1, 28)))
    assert [each.words for each in later.panels[-1].cards] == ["Indicator check"]
    assert [each.group for each in items(held)] == ["team", "groups", "wins"]
    assert KIND.counts(view(held)) == {"cards": 3}
    assert [each.id for each in KIND.groups(view(held), EN)] == ["team", "groups", "wins"]
    picture = drawn(held)
    assert {group.item_id for group in picture.groups if group.role == "item"} == {each.id for each in items(held)}
    assert "Team pulse" in said(picture)


def test_the_reviews_can_be_spotlit_as_a_panel():
    spots = [each.id for each in KIND.spots(view(full()), EN)]
    assert spots[:4] == ["team", "groups", "wins", REVIEWS]
    alone = said(drawn(full(), spotlight=REVIEWS))
    assert "Team pulse" in alone
    assert "Clerks" not in alone


def test_nothing_can_be_dropped_among_the_reviews():
    held = full()
    panels = layout_of(view(held), theme("light")).panels
    (win,) = items(held, "wins")
    x, y = panels[-1].rect.centre
    with pytest.raises(EditRejected) as refused:
        KIND.drop(held, PLAN, [win.id], x, y, Showing(day=DAY))
    assert refused.value.key == "nothing_to_do"
    held = add(held, "wins", "Two forms")
    x, y = layout_of(view(held), theme("light")).panels[2].cards[-1].rect.centre
    moved = held.after(KIND.drop(held, PLAN, [win.id], x, y + 20, Showing(day=DAY)))
    assert [each.name for each in items(moved, "wins")] == ["Two forms", "One form"]


def test_the_impact_table_and_the_reviews_are_in_the_tables():
    team, groups, wins, reviews = KIND.tables(view(full()), EN)
    assert groups.columns == (
        "Code",
        "Group",
        "What changes for them",
        "How much",
        "Where they stand",
        "What helps them on",
        "Owner",
        "By",
    )
    assert groups.rows == (("U1", "Clerks", "Forms go online", "High impact", "Step 2: Want it", "", "", ""),)
    assert team.rows[0][:3] == ("R1", "Sponsor", "Manager")
    assert wins.rows[0][1:4] == ("One form", "Clerk", "1 February 2027")
    assert reviews.rows[0][:2] == ("Team pulse", "27 January 2027, 09:30")


def test_a_win_that_is_done_is_struck():
    held = full()
    held = put(held, items(held, "wins")[0].id, state="done")
    assert [each.done for each in view(held).panels[2].cards] == [True]


def test_what_is_noted_stays_private():
    held = full()
    assert SECRET not in repr(view(held))
    assert SECRET not in repr(KIND.tables(view(held), EN))
    assert SECRET not in json.dumps([each.sentence for each in KIND.evidence(held, PLAN, EN)])
    private = KIND.private_tables(held, PLAN, EN)
    assert [table.rows[0][-1] for table in private] == [SECRET] * 3


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_panel_has_its_table_on_paper(language):
    words = {"en": EN, "fr": FR}[language]
    parts = KIND.handout(view(full(language)), words, 500)
    assert len(parts) == 4 + 2 * 4
    assert len(KIND.handout(view(document(language)), words, 500)) == 4, "an empty plan is its picture"


def test_the_days_to_keep():
    held = full()
    held = put(held, items(held, "groups")[0].id, due="2027-01-30", action="Listen", owner="Ana")
    assert [(each.day.isoformat(), each.title) for each in KIND.dates(held, PLAN, EN)] == [
        ("2027-01-13", "Session s1"),
        ("2027-01-27", "Session s2"),
        ("2027-01-30", "Clerks: Listen"),
        ("2027-02-01", "Early win: One form"),
        ("2028-01-14", "Session s3"),
    ]
    held = put(held, items(held, "wins")[0].id, state="done")
    assert not any("One form" in each.title for each in KIND.dates(held, PLAN, EN))


def shown(held):
    return {each.item: (each.done, each.sentence) for each in KIND.evidence(held, PLAN, EN)}


def test_what_it_shows_of_the_checklist():
    held = document()
    assert shown(held) == {}
    held = add(held, "team", "Sponsor", who="Ana")
    held = add(held, "team", "Change lead", who="Ben")
    assert shown(held) == {"c2": (False, "2 roles in the change team, 2 with a person")}
    held = add(held, "team", "Front-line voice")
    assert not shown(held)["c2"][0]
    held = put(held, items(held, "team")[-1].id, who="Cy")
    assert shown(held)["c2"][0]
    held = add(held, "team", "Union", who="Dee")
    assert "c4" in shown(held)


def test_groups_steps_and_wins_are_shown_as_numbers():
    held = add(document(), "groups", "Clerks", changes="Forms", step="want_it")
    assert shown(held)["c3"] == (True, "1 group affected, what changes is said of 1")
    held = add(held, "groups", "Drivers")
    assert not shown(held)["c3"][0]
    assert shown(held)["c8"] == (False, "where they stand is known of 1 of 2 groups")
    held = add(held, "wins", "One form", due="2027-02-01")
    assert not shown(held)["c7"][0]
    assert shown(add(held, "wins", "Two forms", due="2027-03-01"))["c7"][0]


def test_the_checklist_is_told():
    held = full()
    held = held.after(new_board(held, "checklist", "Checklist"))
    offers = [each for each in CHECKLIST.offers(held, "checklist", EN) if "Plan: 1 group affected" in each.note]
    assert len(offers) == 1


def test_in_the_other_language_all_words_of_the_house_are_in_it():
    other = in_language(full(), "fr")
    shown = view(other)
    assert [each.name for each in shown.panels][1:] == ["Groupes touchés", "Premières réussites", "Revues"]
    assert shown.panels[1].cards[0].below == ("Effet fort", "Étape 2\u202f: Le vouloir")
    assert shown.panels[-1].cards[0].words == "Pouls d’équipe"


def test_without_names_nobody_is_named():
    held = full()
    held = put(held, items(held, "team")[0].id, who="Ana Tremblay")
    told = repr(view(made_anonymous(held, "en")))
    assert "Tremblay" in repr(view(held))
    assert "Tremblay" not in told
    assert "Sponsor" in told


def test_the_roles_of_the_house_are_chosen_on_the_board_and_own_ones_stay():
    held = add(document(), "team", "Mascot")
    (field,) = [each for each in KIND.fields(held, PLAN, EN) if each.key == "roles"]
    assert (field.form, field.value, len(field.choices)) == ("many", "", 8)
    held = put(held, PLAN, roles="change_lead sponsor")
    assert [each.name for each in items(held, "team")] == ["Mascot", "Sponsor", "Change lead"]
    held = put(held, items(held, "team")[1].id, note=SECRET)
    held = held.after(KIND.set_field(held, PLAN, "roles", "change_lead"))
    assert [each.name for each in items(held, "team")] == ["Mascot", "Change lead"]
    for wanted, key in (("change_lead", "nothing_to_do"), ("nobody", "choice_unknown")):
        with pytest.raises(EditRejected) as refused:
            KIND.set_field(held, PLAN, "roles", wanted)
        assert refused.value.key == key


def test_space_on_a_win_says_that_it_is_done_and_takes_it_back():
    held = full()
    (win,) = items(held, "wins")
    done = held.after(KIND.press(held, win.id))
    assert done.get(EarlyWin, win.id).state == "done"
    assert done.after(KIND.press(done, win.id)) == held
    with pytest.raises(EditRejected) as refused:
        KIND.press(held, items(held, "team")[0].id)
    assert refused.value.key == "nothing_to_do"


def test_the_role_of_the_house_stays_when_its_card_is_merged_into_another_one():
    held = add(add(document(), "team", "Champion"), "team", "Sponsor", who="Ana")
    champion, sponsor = items(held, "team")
    change = KIND.merge(held, champion.id, sponsor.id)
    after = held.after(change)
    assert [(each.title, each.role, each.who) for each in after.every(TeamRole)] == [("Champion", "sponsor", "Ana")]
    assert after.after(change.reversed()) == held
    held = put(held, PLAN, roles="sponsor change_lead")
    both = held.after(KIND.merge(held, sponsor.id, items(held, "team")[2].id))
    assert both.get(TeamRole, sponsor.id).role == "sponsor"


def test_a_role_that_somebody_has_is_not_unticked():
    held = put(document(), PLAN, roles="sponsor change_lead")
    held = put(held, items(held, "team")[0].id, who="Ana")
    with pytest.raises(EditRejected) as refused:
        KIND.set_field(held, PLAN, "roles", "change_lead")
    assert refused.value.key == "role_held"
    told = Words("en")("refusals.role_held", **refused.value.values)
    assert "Sponsor" in told
    assert "Ana" in told
    held = put(held, PLAN, roles="sponsor")
    assert [each.name for each in items(held, "team")] == ["Sponsor"]
