from dataclasses import replace

import pytest

from boards.assessment.rules.groups import CAPACITY, DAY, GOVERNANCE, PEOPLE, SALT, group, level, organization, summed
from facilitator.boards.assessment.rules.group_shapes import CouldGuess, Hidden, Organization, Theme
from facilitator.boards.assessment.rules.grouping import grouped
from facilitator.boards.assessment.rules.results import Said
from facilitator.boards.assessment.rules.values import one_each, own_values
from facilitator.boards.grouped.shapes import Thresholds
from facilitator.content.words import Words

MIXED = (0, 1, 0, 3, 4)


def statement(found, its_id="cap_p1"):
    return next(each for each in found.summary.statements if each.id == its_id)


def dimension(found, its_id="people"):
    return next(each for each in found.summary.dimensions if each.id == its_id)


def reasons(found, its_id, segment=""):
    return [each.reason for each in found.check.hidden if each.id == its_id and each.segment == segment]


def wide(number, value, segment="", **more):
    """One organization with the same level for all of one dimension."""
    size = {"size": segment} if segment else {}
    return organization(f"org {number}", dict.fromkeys(PEOPLE, value), segments=size, **more)


# one value an organization


def test_people_of_one_organization_count_as_one():
    crowd = Organization("one", tuple((level("cap_p1", value),) for value in (0, 4, 4)), "include")
    own = own_values(CAPACITY, crowd, "")
    assert own.levels == {"cap_p1": 4.0}
    assert own_values(CAPACITY, replace(crowd, people=crowd.people[:2]), "").levels == {"cap_p1": 2.0}


def test_nobody_knows_only_where_nobody_has_a_level():
    said = (
        (Said("cap_p1", "unknown"), Said("cap_p2", "unknown")),
        (level("cap_p1", 2), Said("cap_p3", "not_applicable")),
    )
    own = own_values(CAPACITY, Organization("one", said, "include"), "")
    assert own.levels == {"cap_p1": 2.0}
    assert own.unknown == {"cap_p2"}
    assert own.dimensions == {}  # one level of three that apply


@pytest.mark.parametrize(("levels", "value"), [((3,), None), ((3, 1), 2.0), ((3, 1, 1), 1.0)])
def test_a_dimension_of_an_organization_needs_half_of_what_applies(levels, value):
    own = own_values(CAPACITY, organization("one", dict(zip(PEOPLE, levels, strict=False))), "")
    assert own.dimensions.get("people") == value


def test_what_does_not_apply_to_an_organization_is_not_asked_of_it():
    own = own_values(
        CAPACITY, organization("one", dict(zip(PEOPLE, (3, "not_applicable", "not_applicable"), strict=False))), ""
    )
    assert own.dimensions == {"people": 3.0}


def test_two_boards_of_one_organization_are_one_and_the_stricter_consent_holds():
    first = organization("one", {"cap_p1": 0}, themes=["a"], segments={"size": "small"})
    second = organization("one", {"cap_p1": 4}, themes=["b"], consent="leave_out", segments={"size": "large"})
    (merged,) = one_each([first, second])
    assert len(merged.people) == 2
    assert merged.consent == "leave_out"
    assert merged.segments == {"size": ""}
    third = organization("one", {"cap_p1": 4}, segments={"size": "large"})
    assert one_each([first, second, third])[0].segments == {"size": ""}
    assert one_each([second, third])[0].segments == {"size": "large"}
    assert merged.themes == {Theme("theme", "a"), Theme("theme", "b")}
    twice = [*group(MIXED), organization("org 0", {"cap_p1": 0})]
    assert summed(twice).check.included == summed(group(MIXED)).check.included


# thresholds and consent


@pytest.mark.parametrize(
    ("n", "mode", "band"),
    [(0, "none", ""), (2, "none", ""), (3, "themes", "3-4"), (4, "themes", "3-4"), (5, "figures", "5-9")],
)
def test_what_a_group_of_a_size_may_see(n, mode, band):
    found = summed([organization(str(number), {"cap_p1": number % 5}, themes=["t"]) for number in range(n)])
    assert (found.summary.mode, found.summary.band) == (mode, band)
    assert bool(found.summary.themes) == (mode != "none")
    assert bool(found.summary.statements) == (mode == "figures")
    assert reasons(found, "") == (["no_group"] if mode == "none" else [])


def test_a_raised_cell_raises_the_least_group_for_themes():
    assert summed(group(MIXED[:4]), 5, 4).summary.mode == "themes"
    assert summed(group(MIXED[:3]), 5, 4).summary.mode == "none"


@pytest.mark.parametrize(("n", "told"), [(4, False), (5, True)])
def test_n_is_how_many_have_a_level_not_how_many_were_asked(n, told):
    values = [*MIXED[:n], *(None,) * 4, "not_applicable"]
    found = summed(group(values))
    assert found.summary.mode == "figures"
    assert (statement(found).median is not None) is told
    assert ("too_few" in reasons(found, "cap_p1")) is not told


def test_leaving_out_lowers_n_before_anything_is_counted():
    everybody = group(MIXED)
    for consent in ("see_first", "leave_out"):
        found = summed([*everybody[:4], replace(everybody[4], consent=consent)])
        assert found.summary.mode == "themes"
        assert found.check.included == ("org 0", "org 1", "org 2", "org 3")
        assert (found.check.waiting, found.check.left_out) == (
            (("org 4",), ()) if consent == "see_first" else ((), ("org 4",))
        )


def test_nobody_is_in_without_having_said_so():
    assert Organization("one", ()).consent == "see_first"


def test_governance_begins_with_themes_and_shows_figures_when_asked_to():
    said = [organization(str(n), {"dg_t1": value}, themes=["t"]) for n, value in enumerate(MIXED)]
    themes = grouped(GOVERNANCE, said, on=DAY, salt=SALT)
    assert themes.summary.mode == "themes"
    assert themes.summary.statements == ()
    assert themes.summary.themes[0].word is None
    assert grouped(GOVERNANCE, said, on=DAY, salt=SALT, figures=True).summary.mode == "figures"


# themes


@pytest.mark.parametrize(("count", "kept"), [(2, False), (3, True)])
def test_a_theme_needs_c_organizations(count, kept):
    said = [organization(str(n), {"cap_p1": n % 5}, themes=["t"] if n < count else []) for n in range(7)]
    found = summed(said)
    assert [each.theme.id for each in found.summary.themes] == (["t"] if kept else [])
    assert [each.word for each in found.summary.themes] == (["about_half"] if kept else [])
    assert reasons(found, "theme.t") == ([] if kept else ["small_theme"])


def test_themes_of_a_small_group_have_no_words_and_tell_nothing_by_their_order():
    said = [organization(str(n), {}, themes=["b"] + (["a"] if n < 3 else [])) for n in range(4)]
    found = summed(said)
    assert [(each.theme.id, each.word) for each in found.summary.themes] == [("a", None), ("b", None)]


@pytest.mark.parametrize(("count", "flagged"), [(7, False), (8, True), (9, True)])
def test_a_theme_that_all_or_all_but_one_raised_is_flagged(count, flagged):
    said = [organization(str(n), {}, themes=["t"] if n < count else []) for n in range(9)]
    assert (CouldGuess("all_raised", "theme.t") in summed(said).check.guesses) is flagged


@pytest.mark.parametrize(("n", "flagged"), [(3, True), (4, False), (5, True), (6, False)])
def test_a_group_as_small_as_may_be_is_flagged(n, flagged):
    found = summed([organization(str(number), {"cap_p1": number % 5}) for number in range(n)])
    assert (CouldGuess("least_group") in found.check.guesses) is flagged


# statements and dimensions


def test_a_dimension_and_its_statements_are_told():
    found = summed([wide(number, value) for number, value in enumerate(MIXED)])
    assert dimension(found).median == statement(found).median == 1.0
    assert dimension(found, "tech").median is None
    assert reasons(found, "tech") == ["too_few"]


def test_strengths_and_gaps_come_from_what_is_shown_only():
    def said(number):
        high = 4 if number % 2 else 3
        return {
            "cap_p1": high if number < 3 else 2,
            "cap_p2": 0 if number < 3 else 2,
            "cap_p3": 4,  # all alike: neither
            "cap_p4": 4 if number < 3 else 0,
            "cap_t1": 2 if number < 3 else 0,
        }

    found = summed([organization(str(number), said(number)) for number in range(5)])
    assert found.summary.strengths == ("cap_p4", "cap_p1")
    assert found.summary.gaps == ("cap_p2", "cap_t1")
    assert statement(found, "cap_p3").similar


def test_how_many_did_not_know_is_a_word_or_hidden_with_a_reason():
    found = summed(group([*MIXED, "unknown", "unknown", "unknown"]))
    assert statement(found).unknown == "some"
    few = summed(group([*MIXED, "unknown"]))
    assert statement(few).unknown is None
    assert Hidden("statement", "cap_p1", "small_unknown", part="unknown") in few.check.hidden


def test_everything_hidden_has_a_sentence_in_both_languages():
    values = [0, 1, 0, 3, 4, "unknown"]
    found = summed(group(values))
    told = {f"reason_{each.reason}" for each in found.check.hidden} | {
        f"guess_{each.guess}" for each in summed(group(MIXED)).check.guesses
    }
    assert len(told) == 4
    for language in ("en", "fr"):
        for key in told:
            assert "{" not in Words(language)(f"group_summary.{key}", group=5, cell=3)


# segments


def by_size(*parts):
    """Organizations of sizes: ("small", levels) …"""
    flat = [(segment, value) for segment, values in parts for value in values]
    return [wide(number, value, segment) for number, (segment, value) in enumerate(flat)]


def test_segments_with_k_inside_and_outside_are_shown():
    found = summed(by_size(("small", MIXED), ("large", (4, 4, 3, 0, 1))), segment_by="size")
    assert {each.id: each.dimensions[0].median for each in found.summary.segments} == {"large": 3.0, "small": 1.0}
    assert dimension(found).median is not None
    assert found.summary.segmented_by == "size"


@pytest.mark.parametrize(("inside", "shown"), [(4, False), (5, True)])
def test_a_small_segment_hides_the_other_one_of_two_and_the_whole_stays(inside, shown):
    found = summed(by_size(("small", MIXED[:inside]), ("large", MIXED * 2)), segment_by="size")
    assert bool(found.summary.segments) is shown
    assert dimension(found).median is not None
    assert ("small_segment" in reasons(found, "people", "small")) is not shown


def test_beside_a_segment_that_is_hidden_another_one_and_the_whole_are_hidden():
    parts = (("large", (0, 1, 0, 3, 4, 4, 0)), ("middle", (0, 1, 0, 3, 4, 4)), ("small", (0, 4)))
    found = summed(by_size(*parts), segment_by="size")
    assert [each.id for each in found.summary.segments] == ["large"]
    assert reasons(found, "people", "middle") == ["complement"]
    assert reasons(found, "people", "small") == ["small_segment"]
    assert "total" in reasons(found, "people")
    assert (dimension(found).median, dimension(found).bands) == (None, ())


def test_those_without_a_segment_are_hidden_like_a_small_one():
    found = summed(by_size(("large", MIXED), ("middle", MIXED), ("", MIXED)), segment_by="size")
    assert [each.id for each in found.summary.segments] == ["middle"]
    assert dimension(found).median is None


def test_numbers_of_the_whole_go_where_a_segment_has_none():
    alike = summed(by_size(("large", (4,) * 6), ("small", (0, 0, 0, 4, 4, 4))), segment_by="size")
    assert dimension(alike).median is not None
    assert all(band.count is None for band in dimension(alike).bands)
    some = summed(by_size(("large", (4,) * 6), ("small", (0,) * 5 + (4,) * 3)), segment_by="size")
    assert [(band.band, band.count) for band in dimension(some).bands] == [("low", None), ("high", None)]
    assert Hidden("dimension", "people", "total", part="bands") in some.check.hidden
    whole = summed(by_size(("large", (0,) * 5 + (4,) * 5), ("small", (0,) * 5 + (4,) * 5)), segment_by="size")
    assert [band.count for band in dimension(whole).bands] == [10, 10]
    assert [band.count for each in whole.summary.segments for band in each.dimensions[0].bands] == [5] * 4


# differencing


def again(first, organizations, **more):
    return summed(organizations, earlier=[first.release], **more)


def test_the_same_answers_may_be_shown_again():
    first = summed(group(MIXED))
    second = again(first, list(reversed(group(MIXED))))
    assert second.check.allowed
    assert second.summary == first.summary
    assert second.release == first.release


@pytest.mark.parametrize(("changed", "allowed"), [(1, False), (2, False), (3, True)])
def test_a_second_summary_waits_until_c_organizations_changed(changed, allowed):
    first = summed(group(MIXED * 2))
    moved = [4 - value if number < changed else value for number, value in enumerate(MIXED * 2)]
    second = again(first, group(moved))
    assert second.check.allowed is allowed
    assert second.summary.mode == ("figures" if allowed else "none")
    assert reasons(second, "") == ([] if allowed else ["no_change_enough"])


@pytest.mark.parametrize(("added", "allowed"), [(1, False), (2, False), (3, True)])
def test_never_with_and_without_a_few(added, allowed):
    fewer, more = group(MIXED), group((*MIXED, *MIXED[:added]))
    assert again(summed(fewer), more).check.allowed is allowed
    assert again(summed(more), fewer).check.allowed is allowed


def test_a_changed_theme_is_a_change():
    first = summed(group(MIXED))
    themed = [replace(each, themes=frozenset({Theme("theme", "t")})) for each in group(MIXED)[:1]]
    assert not again(first, [*themed, *group(MIXED)[1:]]).check.allowed


def test_every_earlier_summary_counts_not_only_the_last():
    def turned(count):
        return group([4 - value if number < count else value for number, value in enumerate(MIXED * 2)])

    first = summed(turned(0))
    second = again(first, turned(4))
    assert second.check.allowed
    assert again(second, turned(1)).check.allowed
    assert not summed(turned(1), earlier=[first.release, second.release]).check.allowed


def test_no_longer_knowing_is_a_change():
    first = summed(group((*MIXED, None)))
    assert not again(first, group((*MIXED, "unknown"))).check.allowed


def test_a_statement_that_fewer_than_c_changed_is_hidden_though_enough_changed_others():
    def said(first, second):
        return [
            organization(str(n), {"cap_p1": first[n], "cap_p2": second[n], "cap_p3": (*MIXED, 0)[n]}) for n in range(6)
        ]

    before = (0, 1, 0, 3, 4, 4)
    first = summed(said(before, before))
    found = again(first, said((4, 1, 0, 3, 4, 4), (0, 4, 4, 0, 4, 4)))
    assert found.check.allowed
    assert reasons(found, "cap_p1") == ["difference"]
    assert statement(found, "cap_p1").median is None
    assert statement(found, "cap_p2").median is not None
    assert statement(found, "cap_p3").median is not None


def test_another_division_into_segments_may_not_single_out_by_comparing():
    """Five are small; the same five and one more are in the north: comparing both would tell what that one said."""

    def said():
        return [
            organization(
                str(n),
                dict.fromkeys(PEOPLE, (*MIXED, 4, *MIXED)[n]),
                segments={"size": "small" if n < 5 else "large", "region": "north" if n < 6 else "south"},
            )
            for n in range(11)
        ]

    first = summed(said(), segment_by="size")
    assert len(first.summary.segments) == 2
    second = again(first, said(), segment_by="region")
    assert second.check.allowed
    assert second.summary.segments == ()
    assert reasons(second, "people", "north") == ["difference"]


def test_a_segment_hidden_because_of_an_earlier_summary_takes_another_one_with_it():
    def said():
        sizes = ("small",) * 5 + ("middle",) * 5 + ("large",) * 6
        return [
            organization(
                str(n),
                dict.fromkeys(PEOPLE, (*MIXED, *MIXED, *MIXED, 4)[n]),
                segments={"size": sizes[n], "region": "north" if n < 6 else "south"},
            )
            for n in range(16)
        ]

    second = again(summed(said(), segment_by="region"), said(), segment_by="size")
    assert reasons(second, "people", "small") == ["difference"]
    assert reasons(second, "people", "middle") == ["complement"]
    assert [each.id for each in second.summary.segments] == ["large"]


def test_what_is_kept_of_a_summary_names_nobody_and_needs_a_salt():
    found = summed(group(MIXED))
    kept = repr(found.release)
    assert not any(each.id in kept for each in group(MIXED))
    assert found.release.changed.count("\n") == 5
    assert (found.release.band, found.release.thresholds) == ("5-9", Thresholds())
    other = grouped(CAPACITY, group(MIXED), on=DAY, salt="another salt of tests")
    assert other.release.members != found.release.members
    assert again(other, group(MIXED)).check.allowed  # each release is compared under its own salt
    for salt in ("", "too short", "with a line\nbreak in it"):
        with pytest.raises(ValueError, match="salt"):
            grouped(CAPACITY, group(MIXED), on=DAY, salt=salt)
