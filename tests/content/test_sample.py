"""The sample engagement holds together."""

from collections import Counter
from datetime import date

from facilitator.content import agendas, checklist, methods, value_board, value_register
from facilitator.content.participation import participation_level
from facilitator.content.sample import sample_engagement
from facilitator.domain.outcome import OUTCOME_KINDS

SAMPLE = sample_engagement()
WEB = SAMPLE.stakeholder_web
VALUES = SAMPLE.value_board


def test_twenty_stakeholders_in_all_short_categories_and_on_all_rings() -> None:
    assert len({stakeholder.key for stakeholder in WEB.stakeholders}) == len(WEB.stakeholders) == 20
    assert {stakeholder.category for stakeholder in WEB.stakeholders} == {
        category.id for category in methods.categories("short")
    }
    assert {stakeholder.ring for stakeholder in WEB.stakeholders} == {1, 2, 3, 4}


def test_names_of_stakeholders_fit_the_web_and_differ() -> None:
    for names in ([s.name.en for s in WEB.stakeholders], [s.name.fr for s in WEB.stakeholders]):
        assert len(set(names)) == len(names)
        assert all(8 <= len(name) <= 60 for name in names)


def test_what_stakeholders_are_said_to_be_is_on_its_scale() -> None:
    for stakeholder in WEB.stakeholders:
        now = participation_level(stakeholder.level_now, "iap2")
        assert now.index <= participation_level(stakeholder.level_wanted, "iap2").index
        assert methods.scale("attitude").name_of(stakeholder.private.attitude)
        assert methods.scale("influence").name_of(stakeholder.private.influence)
        assert methods.scale("interest").name_of(stakeholder.interest)
        assert methods.scale("impact").name_of(stakeholder.impact_on_them)


def ids(of: str) -> set[str]:
    return {choice.id for choice in methods.choices(of)} | {""}


def test_what_is_chosen_for_stakeholders_and_ties_is_among_the_answers() -> None:
    strategies = {strategy.id for strategy in methods.strategies()} | {""}
    sure = {level.id for level in methods.scale("confidence").levels} | {""}
    for stakeholder in WEB.stakeholders:
        assert stakeholder.kind in ids("kind")
        assert set(stakeholder.flags) <= ids("flags")
        assert stakeholder.strategy_id in strategies
        assert (stakeholder.cadence in ids("cadence"), stakeholder.channel in ids("channel")) == (True, True)
        assert stakeholder.private.basis in ids("basis")
        assert set(stakeholder.private.sources) <= ids("sources")
        assert stakeholder.confidence in sure
    for tie in WEB.relationships:
        assert tie.strength in (1, 2, 3)
        assert (tie.quality in ids("quality"), tie.direction in ids("direction")) == (True, True)
        assert tie.confidence in sure


def test_the_flags_tell_who_is_met_otherwise() -> None:
    assert {s.key: s.flags for s in WEB.stakeholders if s.flags} == {
        "council": ("formal_approver",),
        "first_nations": ("rights_holder",),
        "supplier": ("in_procurement",),
        "newcomers": ("harder_to_reach",),
        "disability": ("harder_to_reach",),
    }


def test_every_deliverable_has_one_who_answers_for_it_and_one_who_does_it() -> None:
    keys = {stakeholder.key for stakeholder in WEB.stakeholders}
    for deliverable in WEB.deliverables:
        roles = list(deliverable.roles.values())
        assert set(deliverable.roles) <= keys
        assert (roles.count("A"), "R" in roles, set(roles) <= {"R", "A", "C", "I"}) == (1, True, True)


def test_the_map_was_looked_through_before_the_session_and_the_decision() -> None:
    assert WEB.reviewed_on < SAMPLE.session.held_on < WEB.decision_date


def test_contacts_fall_on_working_days_of_the_winter() -> None:
    days = [stakeholder.next_contact for stakeholder in WEB.stakeholders if stakeholder.next_contact]
    assert all(date(2026, 12, 1) <= day <= date(2027, 2, 28) and day.weekday() < 5 for day in days)
    assert len(days) == 18


def test_some_stakeholders_still_lack_a_strategy_or_an_owner() -> None:
    assert [s.key for s in WEB.stakeholders if not s.strategy.en] == ["tenants"]
    assert [s.key for s in WEB.stakeholders if not s.owner.en] == ["homeowners", "tenants"]


def test_relationships_join_stakeholders_by_kinds_that_there_are() -> None:
    keys = {stakeholder.key for stakeholder in WEB.stakeholders}
    assert len({(line.start, line.end) for line in WEB.relationships}) == len(WEB.relationships) == 8
    for line in WEB.relationships:
        assert {line.start, line.end} <= keys
        assert line.start != line.end
        assert methods.line_kind(line.kind)


def test_twenty_cards_in_four_columns_and_three_strips() -> None:
    assert len({card.key for card in VALUES.cards}) == len(VALUES.cards) == 20
    assert Counter(card.column for card in VALUES.cards) == {
        "guiding": 4,
        "approach": 4,
        "impact": 4,
        "kpi": 5,
        "assumption": 1,
        "side_effect": 1,
        "parking": 1,
    }


def test_links_join_cards_as_their_kind_allows() -> None:
    column = {card.key: card.column for card in VALUES.cards}
    for link in VALUES.links:
        allowed = value_board.link_kinds_between(column[link.start], column[link.end])
        assert link.kind in [kind.id for kind in allowed]


def test_the_broken_threads_are_privacy_and_staff_time() -> None:
    def unlinked(column: str, side: str, other: str) -> list[str]:
        columns = {card.key: card.column for card in VALUES.cards}
        ends = [(link.start, link.end) if side == "out" else (link.end, link.start) for link in VALUES.links]
        linked = {near for near, far in ends if columns[far] == other}
        return [card.key for card in VALUES.cards if card.column == column and card.key not in linked]

    assert unlinked("guiding", "out", "approach") == ["privacy"]
    assert unlinked("impact", "out", "kpi") == ["staff_time"]
    assert unlinked("approach", "in", "guiding") == []
    assert unlinked("approach", "out", "impact") == []
    assert unlinked("impact", "in", "approach") == []
    assert unlinked("kpi", "in", "impact") == ["data_asked"]  # it watches a value
    assert "data_asked" not in unlinked("kpi", "in", "guiding")


def test_the_register_shows_every_sort_of_indicator_and_reading() -> None:
    kpis = [card for card in VALUES.cards if card.column == "kpi"]
    assert [card.details["mode"] for card in kpis] == ["target", "target", "direction", "learning", "limit"]
    days = {card.key: [(each.read_on, each.value) for each in card.readings] for card in kpis}
    assert [value for _, value in days["median_days"]] == [77, 71, 64, 55]
    assert (kpis[0].details["baseline"], kpis[0].details["target"]) == (77, 30)
    assert all(dates == sorted(dates) and dates for dates in days.values())
    rated = next(card for card in kpis if card.key == "stories")
    assert [each.rating for each in rated.readings] == [2, 3, 4]
    assert all(rated.details[f"rubric_{rating}"].fr for rating in (1, 3, 5))


def test_impacts_serve_stakeholders_of_the_web_and_one_whom_it_does_not_have() -> None:
    keys = {stakeholder.key for stakeholder in WEB.stakeholders}
    served = [each for card in VALUES.cards for each in card.serves]
    assert {each.key for each in served if each.key} <= keys
    assert [each.name.en for each in served if not each.key] == ["Neighbours of building sites"]
    assert all(card.serves for card in VALUES.cards if card.column == "impact")


def test_reviews_are_held_and_planned_on_working_days() -> None:
    assert [review.held_on is None for review in VALUES.reviews] == [False, True, True]
    assert all(review.planned_on.weekday() < 5 for review in VALUES.reviews)
    held = VALUES.reviews[0].answers
    assert list(held) == [question.id for question in value_register.review_questions()]


def test_nobody_of_the_session_gave_more_dots_than_five() -> None:
    people = {person.name for person in SAMPLE.session.people}
    cards = {card.key for card in VALUES.cards}
    for given in VALUES.dots:
        assert given.person in people
        assert set(given.dots) <= cards
        assert sum(given.dots.values()) == 5


def test_the_checklist_is_partly_done_and_says_by_whom_and_how_one_knows() -> None:
    entries = SAMPLE.checklist.entries
    assert Counter(entry.status for entry in entries) == {"done": 12, "under_way": 6, "not_for_us": 1}
    assert len({entry.item for entry in entries}) == len(entries)
    for entry in entries:
        assert checklist.item(entry.item)
        assert checklist.status(entry.status)
        assert bool(entry.reason.en) == (entry.status == "not_for_us")
        if entry.status != "not_for_us":
            assert entry.owner.en
            assert entry.evidence.en
            assert entry.due is not None


def test_eleven_people_meet_for_the_stakeholder_workshop() -> None:
    session = SAMPLE.session
    assert session.held_on == date(2027, 1, 14)
    assert agendas.agenda(session.agenda).minutes == 120
    assert len({person.name for person in session.people}) == len(session.people) == 11
    assert all(person.organization.en for person in session.people)


def test_of_every_kind_something_came_out_and_some_of_it_is_to_be_confirmed() -> None:
    outcomes = SAMPLE.session.outcomes
    assert {each.kind for each in outcomes} == set(OUTCOME_KINDS)
    assert {each.confirmed for each in outcomes} == {True, False}
    assert all(each.text.en != each.text.fr for each in outcomes)
    for step in (each for each in outcomes if each.kind == "next_step"):
        assert step.who.en
        assert SAMPLE.session.held_on < step.due < WEB.decision_date
    people = {person.name for person in SAMPLE.session.people}
    assert not {each.who.en for each in outcomes} & people  # names of participants are private
