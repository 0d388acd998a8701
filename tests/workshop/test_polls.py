"""Polls as records: what can be asked, who chose what, what everybody sees, and that undo brings all of it back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from box_board import records
from facilitator.domain.document import Document
from facilitator.domain.poll import CountedVotes, Poll, PollVote
from facilitator.domain.refusal import EditRejected
from facilitator.workshop import polls

SESSION = "session_1"


@pytest.fixture
def document():
    return Document.of(records())


@pytest.fixture
def asked(document):
    return document.after(polls.new_poll(document, SESSION, "Which first?", ["The web", "The board", "Neither"]))


def poll_in(document):
    return next(document.every(Poll))


def ids(document):
    return [each.id for each in polls.options_of(document, poll_in(document).id)]


def took(document, **choices):
    there = ids(document)
    return document.after(
        polls.votes_taken(document, poll_in(document).id, {name: there[place - 1] for name, place in choices.items()})
    )


def counts(document):
    totals = polls.totals(document, poll_in(document).id)
    return [totals[each] for each in ids(document)]


def test_a_poll_has_its_options_in_order_and_hides_its_totals(asked):
    screen = polls.poll_screen(asked, poll_in(asked).id)
    assert [(each.number, each.text, each.votes) for each in screen.answers] == [
        (1, "The web", None),
        (2, "The board", None),
        (3, "Neither", None),
    ]
    assert (screen.question, screen.scale, screen.voted) == ("Which first?", False, 0)


def test_polls_stand_in_the_order_in_which_they_were_made_each_with_its_session(asked):
    document = asked.after(polls.temperature_check(asked, SESSION))
    document = document.after(polls.new_poll(document, "", "Elsewhere?", ["a1", "b1"]))
    assert [each.question for each in polls.polls_of(document, SESSION)] == [
        "Which first?",
        "How is it going, from 1 to 5?",
    ]
    assert [each.question for each in polls.polls_of(document, "")] == ["Elsewhere?"]


def test_polls_of_no_session_are_in_sight_with_every_session(asked):
    document = asked.after(polls.new_poll(asked, "", "Elsewhere?", ["a1", "b1"]))
    document = document.after(polls.temperature_check(document, SESSION))
    assert [each.number for each in polls.polls_in_sight(document, SESSION)] == [1, 2, 3]
    assert [each.question for each in polls.polls_in_sight(document, "another")] == ["Elsewhere?"]
    assert [each.question for each in polls.polls_in_sight(document, "")] == ["Elsewhere?"]


@pytest.mark.parametrize(
    ("question", "options", "key"),
    [
        ("Which?", ["One"], "poll_options"),
        ("Which?", list("qrstuvw"), "poll_options"),
        ("Which?", ["Été", "ete!"], "poll_option_twice"),
        ("Which?", ["2", "1"], "poll_option_number"),
        ("Which?", ["B", "other"], "poll_option_number"),
        ("Which?", ["option 2", "other"], "poll_option_number"),
        ("Which?", ["One", " "], "name_empty"),
        ("  ", ["One", "Two"], "name_empty"),
        ("Which?", ["x" * 101, "Two"], "name_too_long"),
        ("Which\u202e?", ["One", "Two"], "name_control"),
    ],
)
def test_what_could_not_be_asked_is_refused(document, question, options, key):
    with pytest.raises(EditRejected) as refused:
        polls.new_poll(document, SESSION, question, options)
    assert refused.value.key == key


def test_numbers_in_their_own_places_can_be_options(document):
    polls.new_poll(document, SESSION, "How many?", ["1", "2", "3 or more"])


def test_a_poll_of_a_session_that_is_gone_is_refused(document):
    for edit in (polls.temperature_check, lambda *to: polls.new_poll(*to, "Which?", ["One", "Two"])):
        with pytest.raises(EditRejected, match="gone"):
            edit(document, "nowhere")


@pytest.mark.parametrize(("language", "ends"), [("en", ("Not well", "Very well")), ("fr", ("Mal", "Très bien"))])
def test_a_temperature_check_has_five_levels_in_the_language_of_the_stage(language, ends):
    engagement, *others = records()
    document = Document.of([engagement.having(language=language), *others])
    document = document.after(polls.temperature_check(document, SESSION))
    screen = polls.poll_screen(document, poll_in(document).id)
    assert screen.scale
    assert [each.text for each in screen.answers] == [ends[0], "", "", "", ends[1]]


def test_a_later_vote_of_a_person_replaces_the_one_before(asked):
    document = took(took(asked, Dana=1, Eli=2), dana=3)
    assert counts(document) == [0, 1, 1]
    assert polls.votes_of(document, poll_in(document).id) == {"dana": ids(document)[2], "Eli": ids(document)[1]}
    with pytest.raises(EditRejected, match="nothing_to_do"):
        took(document, dana=3)


def test_a_vote_for_an_option_of_another_poll_is_refused(asked):
    document = asked.after(polls.new_poll(asked, SESSION, "Other?", ["One", "Two"]))
    other = polls.polls_of(document, SESSION)[1]
    with pytest.raises(EditRejected, match="gone"):
        polls.votes_taken(document, other.id, {"Dana": ids(document)[0]})


def test_hands_count_besides_what_was_typed(asked):
    document = took(asked, Dana=1)
    document = document.after(polls.hands_counted(document, ids(document)[0], 7))
    assert counts(document) == [8, 0, 0]
    document = document.after(polls.hands_counted(document, ids(document)[0], 0))
    assert counts(document) == [1, 0, 0]
    for hands in (-1, 1001):
        with pytest.raises(EditRejected, match="hands_range"):
            polls.hands_counted(document, ids(document)[0], hands)


def test_the_average_counts_hands_too(asked):
    document = took(asked, Dana=1, Eli=2)
    document = document.after(polls.hands_counted(document, ids(document)[2], 2))
    assert polls.average(document, poll_in(document).id) == (1 + 2 + 3 + 3) / 4


def test_totals_are_seen_once_revealed_and_hidden_again(asked):
    document, poll_id = took(asked, Dana=1, Eli=1, Li=2), poll_in(asked).id
    assert [each.votes for each in polls.poll_screen(document, poll_id).answers] == [None, None, None]
    assert polls.poll_screen(document, poll_id).voted == 3
    shown = document.after(polls.revealed(document, poll_id, True))
    assert [each.votes for each in polls.poll_screen(shown, poll_id).answers] == [2, 1, 0]
    hidden = shown.after(polls.revealed(shown, poll_id, False))
    assert polls.poll_screen(hidden, poll_id) == polls.poll_screen(document, poll_id)


def test_words_change_at_any_time_and_votes_go_with_their_option(asked):
    document = took(asked, Dana=1, Eli=2)
    web, board, neither = ids(document)
    change = polls.edited(
        document, poll_in(document).id, "What first?", [(board, "The value board"), (web, "The web"), ("", "Both")]
    )
    assert change.label == "edit_poll"
    after = document.after(change)
    assert [each.text for each in polls.options_of(after, poll_in(after).id)] == ["The value board", "The web", "Both"]
    assert poll_in(after).question == "What first?"
    assert counts(after) == [1, 1, 0]
    assert neither not in ids(after)
    assert after.after(change.reversed()) == document


def test_an_option_that_was_chosen_cannot_go_before_votes_are_cleared(asked):
    by_hand = asked.after(polls.hands_counted(asked, ids(asked)[1], 2))
    for document in (took(asked, Eli=2), by_hand):
        web, _, neither = ids(document)
        kept = [(web, "The web"), (neither, "Neither")]
        with pytest.raises(EditRejected, match="poll_option_chosen"):
            polls.edited(document, poll_in(document).id, "Which first?", kept)
        cleared = document.after(polls.cleared(document, poll_in(document).id))
        assert len(ids(cleared.after(polls.edited(cleared, poll_in(cleared).id, "Which first?", kept)))) == 2


def test_a_temperature_check_keeps_its_levels(document):
    document = document.after(polls.temperature_check(document, SESSION))
    change = polls.edited(document, poll_in(document).id, "Energy?", [("", "a1"), ("", "b1")])
    assert [type(swap.record) for swap in change.swaps] == [Poll]


def test_clearing_takes_votes_and_hands_back_and_hides_the_totals(asked):
    document, poll_id = took(asked, Dana=1), poll_in(asked).id
    document = document.after(polls.hands_counted(document, ids(document)[1], 4))
    document = document.after(polls.revealed(document, poll_id, True))
    cleared = document.after(polls.cleared(document, poll_id))
    assert cleared == asked
    with pytest.raises(EditRejected, match="nothing_to_do"):
        polls.cleared(asked, poll_id)


def test_removing_takes_everything_of_that_poll_and_undo_brings_it_back(asked):
    document = asked.after(polls.new_poll(asked, SESSION, "Other?", ["One", "Two"]))
    document = took(document, Dana=1)
    document = document.after(polls.hands_counted(document, ids(document)[1], 4))
    change = polls.removed(document, poll_in(document).id)
    gone = document.after(change)
    assert [each.question for each in gone.every(Poll)] == ["Other?"]
    assert not [*gone.every(PollVote), *gone.every(CountedVotes)]
    assert gone.after(change.reversed()) == document


@given(st.lists(st.tuples(st.sampled_from(["Dana", "DANA", "Eli", "Zoé"]), st.integers(1, 3)), max_size=8))
def test_everybody_has_one_vote_however_often_votes_are_taken(turns):
    document = Document.of(records())
    document = document.after(polls.new_poll(document, SESSION, "Which first?", ["The web", "The board", "Neither"]))
    last = {}
    for name, place in turns:
        if last.get(name.casefold()) != place or name not in polls.votes_of(document, poll_in(document).id):
            document = took(document, **{name: place})
        last[name.casefold()] = place
    assert counts(document) == [list(last.values()).count(place) for place in (1, 2, 3)]
