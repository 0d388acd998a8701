"""Filters of a list: one of each filter's choices, and something of every filter that is used."""

from facilitator.boards.filtering import Filter, FilterChoice, passing


def made(its_id, **choices):
    return Filter(its_id, its_id, tuple(FilterChoice(each, each, frozenset(ids)) for each, ids in choices.items()))


SIZE, OWNER = made("size", s="ab", l="cd"), made("owner", ann="ac", nobody="b")
BOTH = (SIZE, OWNER)


def test_nothing_ticked_lets_everything_pass():
    assert passing(BOTH, ()) is None
    assert passing((), {("size", "s")}) is None


def test_of_one_filter_either_choice_will_do():
    assert passing(BOTH, {("size", "s")}) == frozenset("ab")
    assert passing(BOTH, {("size", "s"), ("size", "l")}) == frozenset("abcd")


def test_of_two_filters_both_have_to_pass():
    assert passing(BOTH, {("size", "s"), ("owner", "ann")}) == frozenset("a")
    assert passing(BOTH, {("size", "l"), ("owner", "nobody")}) == frozenset()


def test_a_choice_that_is_gone_asks_for_nothing():
    assert passing(BOTH, {("owner", "bob")}) is None
    assert passing(BOTH, {("owner", "bob"), ("size", "l")}) == frozenset("cd")
