"""Polls and votes in a real file: every step can be taken back and done again, and all is there after reopening."""

from facilitator.catalogue import kind_of
from facilitator.domain.engagement import Session
from facilitator.domain.poll import Poll
from facilitator.opening import found_engagement, open_engagement
from facilitator.sample import founding_of_sample
from facilitator.ui.console.dots_taking import dots_taken
from facilitator.workshop import polls

BOARD = "value_board"


def steps():
    """Edits of polls and dots, each made from the document as it is then."""
    kind = kind_of(BOARD)

    def poll(document):
        return next(document.every(Poll)).id

    def options(document):
        return [each.id for each in polls.options_of(document, poll(document))]

    def cards(document):
        return [item.id for item in kind.ballot(document, BOARD).items]

    def session(document):
        return next(document.every(Session)).id

    return [
        lambda now: polls.new_poll(now, session(now), "Which first?", ["The web", "The board", "Neither"]),
        lambda now: polls.votes_taken(now, poll(now), {"Dana": options(now)[0], "Eli": options(now)[1]}),
        lambda now: polls.hands_counted(now, options(now)[1], 3),
        lambda now: polls.edited(
            now, poll(now), "What?", [(options(now)[1], "B1"), (options(now)[0], "W1"), ("", "N1")]
        ),
        lambda now: polls.revealed(now, poll(now), True),
        lambda now: dots_taken(kind, now, BOARD, {"Dana": {cards(now)[0]: 2}, "Amara Dosanjh": {cards(now)[1]: 1}}),
        lambda now: polls.removed(now, poll(now)),
        lambda now: polls.temperature_check(now, session(now)),
        lambda now: polls.votes_taken(now, poll(now), {"Dana": options(now)[4]}),
        lambda now: polls.cleared(now, poll(now)),
    ]


def test_every_step_is_saved_taken_back_and_done_again(tmp_path):
    path, states = tmp_path / "town.facilitator", []
    with found_engagement(path, founding_of_sample("en")) as opened:
        journal = opened.journal
        for step in steps():
            states.append(journal.document)
            journal.do(step(journal.document))
        last = journal.document
        for before in reversed(states):
            journal.undo()
            assert journal.document == before
        for _ in states:
            journal.redo()
        assert journal.document == last
    with open_engagement(path) as opened:
        assert opened.journal.document == last
        assert opened.faults() == []
