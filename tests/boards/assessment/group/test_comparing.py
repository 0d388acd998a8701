"""Organizations compared by track or cohort: what is shown of parts, what is hidden, and what a later summary may."""

import pytest

from boards.assessment.group.towns import TODAY, community, released
from boards.assessment.own.test_drawing import ensure_readable, texts
from facilitator.boards.assessment.group.kind import KIND
from facilitator.boards.assessment.group.told import item_told, method_told
from facilitator.boards.assessment.model import OwnAnswer, Respondent, SummaryLine
from facilitator.boards.assessment.own.kind import CAPACITY, PRINCIPLES
from facilitator.content.theme import theme
from facilitator.content.words import Words
from facilitator.domain.change import Change, Swap
from facilitator.domain.document import Document
from facilitator.domain.engagement import Person
from facilitator.domain.participation import Enrolment
from facilitator.domain.program import Cohort, Program, Track
from facilitator.domain.refusal import EditRejected
from facilitator.domain.view import Showing

EN, FR = Words("en"), Words("fr")
TITLES = {"small": "Small municipalities", "middle": "Regional centres", "large": "Large cities"}


def level(town, place):
    """Low and high organizations in each part, so that figures can be shown."""
    return (0, 1, 3, 4)[town % 4]


def divided(*tracks, language="en", kind=None) -> Document:
    """A town for each name of a track ("" for none), with somebody who answered and is enrolled in it."""
    held = community(len(tracks), level=level, language=language, **({"kind": kind} if kind else {}))
    records = [
        Program(id="p", number=1, title="Community"),
        Cohort(id="c", program_id="p", number=1, title="First season"),
        *(Track(id=its_id, program_id="p", number=n, title=title) for n, (its_id, title) in enumerate(TITLES.items())),
    ]
    for town, track in enumerate(tracks, start=1):
        person = Person(id=f"p{town}", name=f"Zqperson {town}")
        records += [person, Enrolment(id=f"e{town}", cohort_id="c", person_id=person.id, track_id=track or None)]
    named = [
        each.having(person_id=f"p{each.id[1:]}") if isinstance(each, Respondent) else each for each in held.records()
    ]
    return Document.of([*records, *named])


def seen(held, form="figures"):
    return KIND.view(held, "s", Showing(form=form))


def offered(held):
    (wanted,) = KIND.entry_lists(held, "s", EN)
    return {field.key: [value for value, _ in field.choices] for field in wanted.fields}.get("compare_by")


def check(held, by="track"):
    return KIND.check_entry(held, "s", "releases", {"released_on": "2027-03-01", "compare_by": by}, EN)


def parts(held):
    """The names of the parts that are shown of each dimension."""
    return {item.id: tuple(name for name, _ in item.parts) for item in seen(held).dimensions}


def moved(held, town, track):
    before = held.get(Enrolment, f"e{town}")
    return held.after(Change("edit", (Swap(before, before.having(track_id=track)),)))


def test_a_comparison_is_offered_where_organizations_are_in_several_parts_and_off_at_first():
    assert offered(divided(*["small"] * 6, *["large"] * 5)) == ["", "track"]
    assert offered(divided(*["small"] * 11)) is None
    assert offered(community(8)) is None
    assert offered(divided(*["small"] * 6, *["large"] * 5, kind=PRINCIPLES)) is None
    (wanted,) = KIND.entry_lists(divided(*["small"] * 6, *["large"] * 5), "s", EN)
    assert next(field.value for field in wanted.fields if field.key == "compare_by") == ""
    with pytest.raises(EditRejected) as refused:
        released(community(8), compare_by="track")
    assert refused.value.key == "choice_unknown"
    assert seen(released(community(8), compare_by="")).head


def test_parts_with_five_inside_and_outside_stand_with_each_dimension():
    held = released(divided(*["small"] * 6, *["large"] * 5), compare_by="track")
    assert set(parts(held).values()) == {("Large cities", "Small municipalities")}
    item = seen(held).dimensions[0]
    told = item_told(item, EN)
    assert all(
        f"{name}: {'broadly similar' if median is None else EN.number(median)}" in told for name, median in item.parts
    )
    assert any(median is not None for each in seen(held).dimensions for _, median in each.parts)
    assert set(parts(released(divided(*["small"] * 6, *["large"] * 5))).values()) == {()}
    hidden = dict(check(divided(*["small"] * 6, *["large"] * 6)).told).get("Hidden, and why", "")
    assert "the whole would give it away" not in hidden
    for form in ("figures", "talk"):
        drawn = KIND.picture(seen(held, form), theme())
        ensure_readable(drawn)
        assert "Zq" not in repr(drawn)
    protected = "A part of them stands only with 5 or more in it and as many outside it."
    assert protected in method_told(seen(held), EN)
    assert protected not in method_told(seen(released(community(8))), EN)
    lines = [line for text in texts(KIND.picture(seen(held), theme())) for line in text.lines]
    assert sum(line.startswith("Small municipalities: ") for line in lines) == 7


@pytest.mark.parametrize(("inside", "shown"), [(4, ()), (5, ("Large cities", "Small municipalities"))])
def test_a_part_below_five_is_hidden_with_the_other_and_the_check_says_why(inside, shown):
    held = divided(*["small"] * inside, *["large"] * 8)
    assert set(parts(released(held, compare_by="track")).values()) == {shown}
    hidden = dict(check(held).told).get("Hidden, and why", "")
    assert ("Small municipalities and Large cities: Fewer than 5 organizations are inside" in hidden) is not bool(shown)


def test_beside_a_hidden_part_the_whole_is_hidden_too():
    held = released(divided(*["small"] * 3, *["middle"] * 6, *["large"] * 8), compare_by="track")
    for item in seen(held).dimensions:
        assert [name for name, _ in item.parts] == ["Large cities"]
        assert item.median is None
        assert item_told(item, EN).startswith("not shown · Large cities: ")
    ensure_readable(KIND.picture(seen(held), theme()))


@pytest.mark.parametrize(("inside", "warned"), [(5, True), (6, False)])
def test_a_part_that_is_as_small_as_it_may_be_can_be_guessed_at(inside, warned):
    guess = dict(check(divided(*["small"] * inside, *["large"] * 8)).told)["What a peer could guess"]
    assert ("A part that is compared is as small as it may be" in guess) is warned


def test_who_is_in_no_track_is_a_part_that_is_never_shown():
    held = divided(*[""] * 6, *["small"] * 6, *["large"] * 8)
    assert "in no part or in several: " in dict(check(held).told)["Hidden, and why"]
    assert set(parts(released(held, compare_by="track")).values()) == {("Large cities",)}


def test_a_part_is_called_as_its_track_is_now_and_left_out_once_that_is_gone():
    held = released(divided(*["small"] * 6, *["large"] * 5), compare_by="track")
    assert "Large cities" not in repr(tuple(held.every(SummaryLine)))
    large = held.get(Track, "large")
    renamed = held.after(Change("edit", (Swap(large, large.having(title="Cities")),)))
    assert set(parts(renamed).values()) == {("Cities", "Small municipalities")}
    without = Document.of([each for each in held.records() if each != large])
    assert set(parts(without).values()) == {("Small municipalities",)}


def test_a_part_of_which_some_dimensions_are_shown_is_told_with_those_that_are_not():
    held = divided(*["small"] * 6, *["large"] * 6)
    for town in range(1, 5):  # only two of the small ones answered what is asked about people
        for area in CAPACITY.asked.areas_of("people"):
            said = held.get(OwnAnswer, f"b{town}.{area.id}")
            held = held.after(Change("edit", (Swap(said, said.having(scored="", level=None)),)))
    hidden = dict(check(held).told)["Hidden, and why"]
    assert "Human resources (Small municipalities)" in hidden
    assert "Technical resources (Small municipalities)" not in hidden


def test_what_is_looked_at_is_what_is_released():
    held = divided(*["small"] * 6, *["large"] * 5)
    looked = check(held).view
    released_one = seen(released(held, compare_by="track"))
    assert looked.dimensions == released_one.dimensions
    assert KIND.picture(looked, theme()).alt == KIND.picture(released_one, theme()).alt
    shown = dict(check(held).told)["Will be shown, on the stage and in the handout"]
    assert "Small municipalities: " in shown
    assert "Small municipalities" not in "".join(text for _, text in check(held, "").told)


def test_one_who_moves_to_another_track_is_not_told_by_a_second_summary():
    first = released(divided(*["small"] * 6, *["large"] * 6), compare_by="track")
    again = released(moved(first, 1, "large"), compare_by="track")
    assert set(parts(again).values()) == {()}
    assert "differ from an earlier summary" in dict(check(moved(first, 1, "large")).told)["Hidden, and why"]
    same = released(first, compare_by="track")
    assert parts(same) == parts(first)


def test_an_organization_whose_people_are_in_several_tracks_counts_in_none():
    held = divided(*["small"] * 6, *["large"] * 6)
    two = held.get(Enrolment, "e1").having(id="again", track_id="large")
    held = held.after(Change("edit", (Swap(None, two),)))
    hidden = dict(check(held).told)["Hidden, and why"]
    assert "in no part or in several: " in hidden


def test_who_has_withdrawn_is_in_no_part():
    held = divided(*["small"] * 5, *["large"] * 6)
    gone = held.get(Enrolment, "e1")
    held = held.after(Change("edit", (Swap(gone, gone.having(state="withdrawn")),)))
    assert set(parts(released(held, compare_by="track")).values()) == {("Large cities",)}


def test_the_list_of_releases_keeps_its_columns_with_a_comparison():
    held = released(divided(*["small"] * 6, *["large"] * 5), compare_by="track")
    (wanted,) = KIND.entry_lists(held, "s", FR)
    assert all(len(row.values) == len(wanted.fields) for row in wanted.rows)
    assert TODAY.isoformat() in wanted.rows[0].values
    assert "Large cities" not in repr(KIND.private_tables(held, "s", FR))
